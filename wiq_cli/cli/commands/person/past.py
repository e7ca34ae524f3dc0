"""Looking for one person in the history of the repository."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.cli.commands.person.store import Akten
    from wiq_cli.scan.types import Scalar
    from wiq_cli.usecases.person import Mensch, Stelle
    from wiq_cli.usecases.person_history import Verlauf
    from wiq_cli.usecases.person_traces import Traces


class Old(NamedTuple):
    """An old version of a file."""

    name: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Past:
    """What git holds about one person. ``values`` are private."""

    looker: Traces
    verlauf: Verlauf | None  # None: there is no git
    values: dict[str, set[str]]
    holding: tuple[Old, ...]


def look_back(akten: Akten, mensch: Mensch) -> Past:
    """Read all old versions once; what stood under the same kennung before counts as the person's own, too."""
    from wiq_cli.files.history import contents, history, prefix  # noqa: PLC0415  # start-up
    from wiq_cli.files.ignored import silence  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_history import Verlauf, trace_history, versions  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_traces import as_word, own_scalars  # noqa: PLC0415  # start-up

    root = akten.ordner.root
    past, start = history(root), prefix(root)
    places = list(mensch.stellen)
    if past is None:
        why = silence(root)
        return Past(akten.traces(mensch), Verlauf(silence=why) if why else None, _values(places), ())
    paths = {blob: path.removeprefix(start) for blob, path in versions(past.commits).items()}
    looker, word, unread, maybe = akten.traces(mensch), as_word(mensch.kennung), 0, []
    for blob, text in contents(root, paths):
        if text is None:
            unread += 1
        elif looker.may_hold(text) or (mensch.kennung and word.search(text)):
            maybe.append(Old(blob, paths[blob], text))
    earlier = [one for old in maybe for one in _same(mensch, old)]
    known: list[Scalar] = list(dict.fromkeys(own_scalars(earlier)))
    if set(_texts(earlier)) - set(_texts(places)):  # another name or address once: look through everything again
        looker = akten.traces(mensch, known)
        maybe = [Old(blob, paths[blob], text) for blob, text in contents(root, paths) if text and looker.may_hold(text)]
    holding = tuple(one for one in maybe if holds(looker, mensch, one.path, one.text))
    verlauf = trace_history(
        looker, past.commits, (one.name for one in holding), tags=past.tags, unread=unread, is_shallow=past.is_shallow
    )
    verlauf = replace(verlauf, files=tuple(file.removeprefix(start) for file in verlauf.files))
    return Past(looker, verlauf, _values([*places, *earlier]), holding)


def holds(looker: Traces, mensch: Mensch, path: str, text: str) -> bool:
    """Whether an old version of a file says something about the person.

    A first name or a role alone can be somebody else's: then it depends on where it stands.
    """
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.files.comments import comments  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person import VALUES, Mensch  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_traces import about, is_certain, mentions  # noqa: PLC0415  # start-up

    hits = looker.hits(text, "", about(path))
    if not hits or any(map(is_certain, hits)):
        return bool(hits)
    try:
        source = parse(text, path)
    except Unreadable:
        return True
    own = tuple(_same(mensch, Old("", path, text)))
    return (
        any(looker.knows(one.get(key)) for one in own for key in VALUES)
        or bool(mentions(looker, Mensch(mensch.kennung, own), [source]))
        or any(looker.hits(one.text, "", about(path)) for one in comments(source))
    )


def _same(mensch: Mensch, old: Old) -> Iterator[Stelle]:
    """Give the person's entries in an old team file: by kennung, else by name and address."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up
    from wiq_cli.scan.consent import team_of  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person import stellen  # noqa: PLC0415  # start-up

    team = team_of(old.path)
    if team is None:
        return
    try:
        source = parse(old.text, old.path)
    except Unreadable:
        return
    known = {(one.get("name"), one.get("email")) for one in mensch.stellen if one.get("name")}
    for one in stellen(team, source):
        kennung = one.get("kennung")
        if kennung == mensch.kennung != "" or (not kennung and (one.get("name"), one.get("email")) in known):
            yield one


def _texts(places: Iterable[Stelle]) -> Iterator[str]:
    from wiq_cli.usecases.person import VALUES  # noqa: PLC0415  # start-up

    yield from (one.get(key) for one in places for key in VALUES)


def _values(places: Iterable[Stelle]) -> dict[str, set[str]]:
    from wiq_cli.usecases.person import VALUES  # noqa: PLC0415  # start-up

    found: dict[str, set[str]] = {key: set() for key in VALUES}
    for one in places:
        for key in VALUES:
            if isinstance(value := one.data.get(key), str):
                found[key].add(value.strip())
    return found
