"""A last look at the pages of a draft before they take the place of the old ones: where they lead, and what they load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import PublicationRefused
from wiq_cli.usecases.links import PAGE, broken_links
from wiq_cli.usecases.own_pages import odd_pages

if TYPE_CHECKING:
    from wiq_cli.cli.drafting import Draft
    from wiq_cli.files.vorlagen import Vorlagen
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


def refuse_broken_links(draft: Draft, base: str | None, before: Manifest | None) -> None:
    """Raise ``PublicationRefused`` for links that lead nowhere. Only pages without a leak come here: their links may be shown.

    Pages that stay as they are have been looked at; their links can lead nowhere only where a page has gone.
    """
    nothing_gone = before is not None and before.files.keys() <= draft.sums.keys()
    broken = list(broken_links(Lying(draft), base, sound=draft.pile.kept if nothing_gone else ()))
    if broken:
        shown = "\n".join(f"{one.page}: Der Link „{one.target}“ führt ins Leere." for one in broken[:MOST])
        more = f"\nUnd {len(broken) - MOST} weitere." if len(broken) > MOST else ""
        raise PublicationRefused(f"{shown}{more}\n{NOTHING}")


def refuse_odd_pages(draft: Draft, base: str | None, vorlagen: Vorlagen, *, fragment: bool) -> None:
    """Raise ``PublicationRefused`` for what own templates must not do. Those that ship with wiq have been tested.

    Pages that stay as they are were drawn by the same templates and looked at.
    """
    if not vorlagen.own:
        return
    shipped = not any(one.endswith(PAGES) for one in vorlagen.own)  # every page; style or script may be their own
    sound = {*draft.pile.kept, *(one for one in draft.sums if shipped and one.endswith(PAGE))}
    found: dict[tuple[str, str], list[str]] = {}
    for one in odd_pages(Lying(draft), base, fragment=fragment, sound=sound):
        found.setdefault((one.shown, one.words), []).append(one.page)
    if found:
        lines = [
            f"{pages[0]}: {f'Hier steht „{shown}“. ' if shown else ''}{words}{_also(len(pages) - 1)}"
            for (shown, words), pages in found.items()
        ]
        more = [f"Und {len(lines) - MOST} weitere."] if len(lines) > MOST else []
        raise PublicationRefused("\n".join([*lines[:MOST], *more, NOTHING]))


def _also(pages: int) -> str:
    return "" if not pages else f" So auch auf {'einer weiteren Seite' if pages == 1 else f'{pages} weiteren Seiten'}."
