"""Taking somebody out of the files: what stays as a stand-in, which comments go, what has to be done by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.pruned import value_at
from wiq_cli.domain.scalars import read_date
from wiq_cli.usecases.person_consent import Edit
from wiq_cli.usecases.person_traces import about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.domain.source import Source
    from wiq_cli.usecases.person import Mensch, Stelle
    from wiq_cli.usecases.person_traces import Traces

WORDS_ONLY = (
    "weg",
    "bank",
    "beschluesse",
    "absichtserklaerung",
)  # of how somebody came; by whom and the proof would tell who
DURCH = ("einwilligung", "profil", "durch")


def stand_in(one: Stelle, heute: date) -> dict[str, Any]:
    """Give what stays of an entry: the kennung that decisions refer to, and when it counted.

    Without that old decisions could no longer be counted again.
    """
    since, until = _day(one.data.get("seit")), _day(one.data.get("bis"))
    access = one.data.get("zugang")
    kept = {key: access[key] for key in WORDS_ONLY if access.get(key)} if isinstance(access, dict) else {}
    full = {
        "kennung": one.get("kennung"), "seit": since, "bis": min(until, heute) if until else heute, "zugang": kept,
    }  # fmt: skip
    return {key: value for key, value in full.items() if value}


def forget_edits(mensch: Mensch, source: Source, looker: Traces, heute: date) -> list[Edit]:
    """Give the changes of one file, the last entries first, so that the numbers of the others stay right."""
    edits = []
    entries = [one for one in mensch.stellen if one.file == source.file]
    for one in sorted(entries, key=lambda one: [str(step).zfill(9) for step in one.path], reverse=True):
        if not mensch.kennung:
            edits.append(Edit(one.path, remove=True))
        elif {key: _text(value) for key, value in stand_in(one, heute).items()} != one.data:
            edits.append(Edit(one.path, stand_in(one, heute)))
    durch = value_at(source.data, DURCH)
    if isinstance(durch, str) and durch != mensch.kennung and looker.hits(durch, "", about(source.file)):
        edits.append(Edit(DURCH, mensch.kennung) if mensch.kennung else Edit(DURCH, remove=True))
    return edits


def own_lines(mensch: Mensch, source: Source) -> set[int]:
    """Give the lines that belong to the person's entries alone; what stands in one line with others is left out."""
    lines: set[int] = set()
    for one in mensch.stellen:
        above = value_at(source.data, one.path[:-1])
        first, last = one.lines
        shared = isinstance(above, list) and any(
            _touches(source.span((*one.path[:-1], number)), first, last)
            for number in range(len(above))
            if number != one.path[-1]
        )
        if one.file == source.file and not shared:
            lines |= set(range(first, last + 1))
    return lines


def lines_above(mensch: Mensch, source: Source, comment_lines: set[int]) -> set[int]:
    """Give the lines of the comments right above the person's entries: they may be about the person, or about all below."""
    lines: set[int] = set()
    for one in mensch.stellen:
        line = one.lines[0] - 1
        while one.file == source.file and line in comment_lines:
            lines.add(line)
            line -= 1
    return lines


def without_lead(mensch: Mensch, everybody: Iterable[Mensch], heute: date) -> Iterator[str]:
    """Give the teams that nobody leads once this person is gone."""
    others = {
        one.team
        for other in everybody
        if other is not mensch and not other.is_forgotten
        for one in other.stellen
        if one.is_lead and ((until := _day(one.data.get("bis"))) is None or until > heute)
    }
    for team in mensch.teams:
        if team not in others and any(one.is_lead and one.team == team for one in mensch.stellen):
            yield team


def _touches(span: Any, first: int, last: int) -> bool:
    return bool(span.line <= last and span.end_line >= first)


def _day(text: Any) -> date | None:
    try:
        return read_date(text)
    except ValueError:
        return None


def _text(value: Any) -> Any:
    return value if isinstance(value, dict | list) else str(value)
