"""A last look at the pages of a draft before they take the place of the old ones: where they lead, and what they load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pydantic import ValidationError

from wiq_cli.domain.errors import NothingToDo, PublicationRefused
from wiq_cli.domain.public import Pruefung
from wiq_cli.render.pruefung import RESULT
from wiq_cli.usecases.links import PAGE, broken_links
from wiq_cli.usecases.own_pages import odd_pages
from wiq_cli.usecases.own_places import Places, faults

if TYPE_CHECKING:
    from wiq_cli.cli.drafting import Draft
    from wiq_cli.files.vorlagen import Vorlagen
    from wiq_cli.usecases.own_places import Fault
    from wiq_cli.usecases.publish import Manifest

MOST = 10  # faults that are named
PAGES = ".html.j2"
NOTHING = "Es wurde nichts veröffentlicht. Prüf die Vorlagen im Ordner vorlagen."


class Lying(Mapping[str, str]):
    """The pages of a draft by name, each read when it is asked for: they need not fit into memory together."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def __getitem__(self, name: str) -> str:
        return self._draft.pile.read(name).decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._draft.sums)

    def __len__(self) -> int:
        return len(self._draft.sums)


def refuse_bad_result(vorlagen: Vorlagen) -> None:
    """Raise ``NothingToDo`` where an own result of the look at accessibility is none."""
    if RESULT not in vorlagen.own:
        return
    try:
        Pruefung.model_validate_json(vorlagen.texts[RESULT])
    except ValidationError as error:
        keys = dict.fromkeys(str(one["loc"][0]) for one in error.errors() if one["loc"])
        what = f"Das fehlt oder passt nicht: {', '.join(keys)}." if keys else "Das ist kein JSON, wie wiq es liest."
        raise NothingToDo(
            f"vorlagen/{RESULT}: {what} Vergleich es mit der mitgelieferten Vorlage. Es wurde nichts veröffentlicht."
        ) from None


def refuse_broken_links(draft: Draft, base: str | None, vorlagen: Vorlagen, before: Manifest | None) -> None:
    """Raise ``PublicationRefused`` for links that lead nowhere. Only pages without a leak come here: their links may be shown.

    Pages that stay as they are have been looked at; their links can lead nowhere only where a page has gone.
    """
    nothing_gone = before is not None and before.files.keys() <= draft.sums.keys()
    broken = list(broken_links(Lying(draft), base, sound=draft.pile.kept if nothing_gone else ()))
    if broken:
        places = Places(vorlagen.own_texts, base)
        _refuse((places.link(one), one.page, f"Der Link „{one.target}“ führt ins Leere.") for one in broken)


def refuse_odd_pages(draft: Draft, base: str | None, vorlagen: Vorlagen, *, fragment: bool) -> None:
    """Raise ``PublicationRefused`` for what own templates must not do. Those that ship with wiq have been tested.

    Pages that stay as they are were drawn by the same templates and looked at.
    """
    if not vorlagen.own:
        return
    shipped = not any(one.endswith(PAGES) for one in vorlagen.own)  # every page; style or script may be their own
    sound = {*draft.pile.kept, *(one for one in draft.sums if shipped and one.endswith(PAGE))}
    odd = list(odd_pages(Lying(draft), base, fragment=fragment, sound=sound))
    if odd:
        places = Places(vorlagen.own_texts, base)
        _refuse(
            (places.odd(one), one.page, f"{f'Hier steht „{one.shown}“. ' if one.shown else ''}{one.words}")
            for one in odd
        )


def _refuse(found: Iterable[tuple[str | None, str, str]]) -> None:
    together = faults(found)
    lines = [f"{one.place}: {one.words}{_on(one)}" for one in together[:MOST]]
    more = [f"Und {len(together) - MOST} weitere."] if len(together) > MOST else []
    raise PublicationRefused("\n".join([*lines, *more, NOTHING]))


def _on(one: Fault) -> str:
    """Say on which pages it stands, as far as the place does not say so."""
    first, *more = one.pages
    if one.place != first:
        return f" Das kommt auf die Seite {first}{f' und {len(more)} weitere' if more else ''}."
    if not more:
        return ""
    return f" So auch auf {'einer weiteren Seite' if len(more) == 1 else f'{len(more)} weiteren Seiten'}."
