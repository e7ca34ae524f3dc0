"""The text of a merged file, put together from the lines of both sides, with marks where somebody has to choose.

Nothing is written anew that one side has already. The result is read back and compared with what was meant, each
clash once for either side, and no comment may be missing. Where that fails, ``Refused`` is raised.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.merge import SIDES, Clash, Parts, Side, Whole, result
from wiq_cli.files.format_values import plain
from wiq_cli.files.loader import parse
from wiq_cli.files.merge_inline import in_one
from wiq_cli.files.merge_pieces import Piece, moved
from wiq_cli.files.merge_version import Version, in_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.merge import Plan, Step

LABELS = ("schon da", "kommt dazu")  # in a rebase „ours“ is theirs: these words are right in both
MARKER_SIZE = 7


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines to choose from."""

    ours: list[str]
    theirs: list[str]


Lines = list["str | Conflict"]


class TooMuch(Refused):
    """Both sides together are more than a file may hold."""


def merged(
    plan: Plan, base: Version, ours: Version, theirs: Version, model: type[Modell], size: int = MARKER_SIZE
) -> str:
    """Give the text that a plan makes of two files. Raises ``Refused`` where the result is not what was planned."""
    if isinstance(plan, Clash):
        lines: Lines = [Conflict(*(one.source.text.removesuffix("\n").split("\n") for one in (ours, theirs)))]
    elif ours.top is None or theirs.top is None:
        raise _refusal()
    else:
        lines = _body(plan, base.top, ours.top, theirs.top, ours.top.column)
    lines = _said_once(lines, Counter(ours.remarks) | Counter(theirs.remarks))
    for side in SIDES:
        _prove("\n".join([*_decided(lines, side), ""]), result(plan, side), model)
    text = "\n".join([*_marked(lines, size), ""])
    if not all(one in text for one in _wanted(base.remarks, ours.remarks, theirs.remarks)):
        raise _refusal()
    return ours.dressed(text)


# -- one entry --------------------------------------------------------------------------------------------------------
def _entry(plan: Plan, base: Piece | None, ours: Piece | None, theirs: Piece | None, column: int) -> Lines:
    lead: Lines = list(_lead(base, ours, theirs, column))
    return lead + _body(plan, base, ours, theirs, column)


def _lead(base: Piece | None, ours: Piece | None, theirs: Piece | None, column: int) -> list[str]:
    """Bring together what stands above an entry."""
    before, mine, yours = (moved(one.lead, column - one.column) if one else [] for one in (base, ours, theirs))
    if ours is None or theirs is None:
        return mine or yours
    return _union(before, mine, yours)


def _union(before: list[str], mine: list[str], yours: list[str]) -> list[str]:
    """Bring together lines of comments: what one side took out goes, what either side wrote stays."""
    if mine in (before, yours):
        return yours
    if yours == before:
        return mine
    kept = [line for line in mine if not line.strip() or line in yours or line not in before]
    return kept + [line for line in yours if line.strip() and line not in mine and line not in before]


def _body(plan: Plan, base: Piece | None, ours: Piece | None, theirs: Piece | None, column: int) -> Lines:
    if isinstance(plan, Clash):
        return [Conflict(_lines(ours, column), _lines(theirs, column))]
    if ours is None or theirs is None:
        return list(_lines(ours or theirs, column))
    if isinstance(plan, Whole):
        takes_theirs = plan.side == "theirs" or (plan.side == "both" and _as_before(ours, base))
        chosen = _lines(theirs if takes_theirs else ours, column)
    elif _as_before(theirs, base) or _alike(ours, theirs):
        chosen = _lines(ours, column)
    elif _as_before(ours, base):
        chosen = _lines(theirs, column)
    elif in_lines(ours, theirs):
        return _parts(plan, base, ours, theirs, column)
    else:
        chosen = in_one(plan, ours, theirs, column)
    return list(_with_remarks(chosen, base, ours, theirs, column))


def _lines(piece: Piece | None, column: int) -> list[str]:
    return piece.at(column) if piece else []


def _alike(one: Piece, other: Piece) -> bool:
    return one.at(0) == other.at(0)


def _as_before(piece: Piece, base: Piece | None) -> bool:
    return base is not None and _alike(piece, base)


def _with_remarks(lines: list[str], base: Piece | None, ours: Piece, theirs: Piece, column: int) -> list[str]:
    """Add above the lines what was said in a comment on the side that was not taken."""
    wanted = _wanted(*(one.remarks if one else [] for one in (base, ours, theirs)))
    lost = [one for one in wanted if not any(one in line for line in lines)]
    return [f"{' ' * column}{one}" for one in lost] + lines


def _wanted(base: Any, ours: Any, theirs: Any) -> list[str]:
    """Give the comments that have to stay: those of both sides, and what either side wrote."""
    kept = [one for one in ours if one in theirs or one not in base]
    return kept + [one for one in theirs if one not in ours and one not in base]


# -- several entries, each in its own lines ---------------------------------------------------------------------------
def _parts(plan: Parts, base: Piece | None, ours: Piece, theirs: Piece, column: int) -> Lines:
    header = _with_header(base, ours, theirs, column)
    inner = column + ours.first_inner().column - ours.column
    lines: Lines = []
    for one in plan.entries:
        lines += _entry(one.plan, _child(base, one.base), _child(ours, one.ours), _child(theirs, one.theirs), inner)
    tail = _union(*(moved(one.tail, column - one.column) if one else [] for one in (base, ours, theirs)))
    there = "\n".join([*_decided(lines, "ours"), *_decided(lines, "theirs"), *tail])
    lines += [f"{' ' * inner}{one}" for one in _orphans(plan, base, ours, theirs) if one not in there]
    lines += tail
    return _dashed(lines, column) if ours.is_dashed else [*header, *lines]


def _child(piece: Piece | None, step: Step | None) -> Piece | None:
    return piece.inner.get(step) if piece is not None and piece.inner is not None and step is not None else None


def _with_header(base: Piece | None, ours: Piece, theirs: Piece, column: int) -> list[str]:
    """Bring together the lines with the key: ``ziele:  # bis zum Fest``."""
    before, mine, yours = (moved(one.header, column - one.column) if one else [] for one in (base, ours, theirs))
    if not mine or mine[0].lstrip()[:1] in ("", "#"):  # the top of a file
        return _union(before, mine, yours)
    if mine in (before, yours):
        return yours
    lost = yours != before and yours[0].partition("#")[2].strip()
    return [f"{' ' * column}# {lost}", *mine] if lost else mine


def _orphans(plan: Parts, base: Piece | None, ours: Piece, theirs: Piece) -> list[str]:
    """Give the comments at entries that one side took out, as far as either side wants to keep them."""
    wanted = _wanted(*(one.remarks if one else [] for one in (base, ours, theirs)))
    said: list[str] = []
    for piece, kept in ((ours, {one.ours for one in plan.entries}), (theirs, {one.theirs for one in plan.entries})):
        for step, child in (piece.inner or {}).items():
            if step not in kept:
                said += [*(line.strip() for line in child.lead), *child.remarks]
    return [one for one in dict.fromkeys(said) if one in wanted]


def _dashed(lines: Lines, column: int) -> Lines:
    """Put the dash of a list entry before its first line, below the comments."""
    first = next((n for n, line in enumerate(lines) if isinstance(line, Conflict) or not _is_aside(line)), None)
    if first is None:
        raise _refusal()
    lead = [f"{' ' * column}{line.strip()}" if isinstance(line, str) else line for line in lines[:first]]
    return [*lead, _with_dash(lines[first], column), *lines[first + 1 :]]


def _with_dash(line: str | Conflict, column: int) -> str | Conflict:
    if isinstance(line, str):
        return f"{line[:column]}-{line[column + 1 :]}"
    halves = []
    for half in (line.ours, line.theirs):
        first = next((n for n, one in enumerate(half) if not _is_aside(one)), None)
        if first is None:
            raise _refusal()
        halves.append([*half[:first], f"{half[first][:column]}-{half[first][column + 1 :]}", *half[first + 1 :]])
    return Conflict(*halves)


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


# -- one comment, one place -------------------------------------------------------------------------------------------
def _said_once(lines: Lines, most: Counter[str]) -> Lines:
    """Take out what a comment says more often than on either side: where a side takes out a section and leaves its last
    comment, that stands above the next section there, and on the other side still in its own.
    """
    spare = {side: Counter(line.strip() for line in _decided(lines, side) if _is_aside(line)) for side in SIDES}
    for side in SIDES:
        spare[side] = Counter({text: number for text, number in (spare[side] - most).items() if most[text]})
    kept: Lines = []
    for line in reversed(lines) if any(spare.values()) else ():
        if isinstance(line, Conflict):
            kept.append(Conflict(_spared(line.ours, [spare["ours"]]), _spared(line.theirs, [spare["theirs"]])))
        else:
            kept += _spared([line], [spare[side] for side in SIDES])
    return kept[::-1] or lines


def _spared(lines: list[str], spare: list[Counter[str]]) -> list[str]:
    """Give lines without the comments that all of these could spare, from the last to the first."""
    kept = []
    for line in reversed(lines):
        text = line.strip()
        if all(one[text] > 0 for one in spare):
            for one in spare:
                one[text] -= 1
        else:
            kept.append(line)
    return kept[::-1]


# -- the proof --------------------------------------------------------------------------------------------------------
def _decided(lines: Lines, side: Side) -> Iterator[str]:
    for line in lines:
        yield from [line] if isinstance(line, str) else getattr(line, side)


def _marked(lines: Lines, size: int) -> Iterator[str]:
    for line in lines:
        if isinstance(line, str):
            yield line
        else:
            yield f"{'<' * size} {LABELS[0]}"
            yield from line.ours
            yield "=" * size
            yield from line.theirs
            yield f"{'>' * size} {LABELS[1]}"


def _prove(text: str, wanted: Any, model: type[Modell]) -> None:
    try:
        found = parse(text, "")
    except Unreadable as error:
        if error.findings[-1].rule == "WIQ013":
            raise TooMuch(f"{error.findings[-1].message} {error.findings[-1].help}") from None
        raise _refusal() from None
    if found.faults or plain(_bare(found.data), model) != plain(_bare(wanted), model):
        raise _refusal()


def _bare(value: Any) -> Any:
    """Take a group or a list without entries for what it is in a file: nothing behind the colon."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items()} or None
    return ([_bare(one) for one in value] or None) if isinstance(value, list) else value


def _refusal() -> Refused:
    return Refused("Diese Fassungen lassen sich nicht Eintrag für Eintrag zusammenführen.")
