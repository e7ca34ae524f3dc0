"""The text of a merged file, put together from the lines of both sides, with marks where somebody has to choose.

Nothing is written anew that one side has already. The result is read back and compared with what was meant, each
clash once for either side, and no comment may be missing. Where that fails, ``Refused`` is raised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain import datum
from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.merge import SIDES, Clash, Parts, Side, Whole, result, same
from wiq_cli.files.comments import comments
from wiq_cli.files.emit import dump, inline
from wiq_cli.files.format import BOM, with_line_ends
from wiq_cli.files.format_values import plain
from wiq_cli.files.loader import parse
from wiq_cli.files.merge_pieces import Piece, cut, piece_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.merge import Plan, Step
    from wiq_cli.domain.source import Node

LABELS = ("schon da", "kommt dazu")  # in a rebase „ours“ is theirs: these words are right in both
MARKER_SIZE = 7
DUMPED = 2  # columns before a dash in new text
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines to choose from."""

    ours: list[str]
    theirs: list[str]


Lines = list["str | Conflict"]


def one_sided(base: str, ours: str, theirs: str) -> str | None:
    """Give the text where only one side changed anything, or both alike; None where there is something to merge."""
    if ours in (base, theirs):
        return theirs
    return ours if theirs == base else None


class Version:
    """One version of a file: its values, and its lines cut into pieces. Raises ``Unreadable`` or ``Refused``."""

    def __init__(self, text: str, file: str) -> None:
        self.raw = text
        text = text.removeprefix(BOM).replace("\r\n", "\n")
        if "\r" in text or 0 < self.raw.count("\r\n") < text.count("\n"):
            raise Refused("Die Zeilen dieser Fassung enden verschieden.")
        self.source = parse(text, file)
        if self.source.faults or not isinstance(self.source.data or {}, dict):
            raise Refused("Diese Fassung lässt sich nicht lesen.")
        self.data = self.source.data or {}
        self.top = cut(self.source)
        self.remarks = [one.text.rstrip() for one in comments(self.source)]

    def dressed(self, text: str) -> str:
        """Begin a text and end its lines as this version does."""
        return (BOM if self.raw.startswith(BOM) else "") + with_line_ends(text, self.raw)


def markable(ours: Version, theirs: Version) -> Callable[[DataPath, DataPath], bool]:
    """Give the answer to the question whether the parts of a place stand on lines of their own on both sides."""

    def answer(here: DataPath, there: DataPath) -> bool:
        one, other = piece_at(ours.top, here), piece_at(theirs.top, there)
        return one is not None and other is not None and _in_lines(one, other)

    return answer


def _in_lines(one: Piece, other: Piece) -> bool:
    return one.inner is not None and other.inner is not None and type(one.value) is type(other.value)


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
    before, mine, yours = (_moved(one.lead, column - one.column) if one else [] for one in (base, ours, theirs))
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
    elif _in_lines(ours, theirs):
        return _parts(plan, base, ours, theirs, column)
    else:
        chosen = _in_one(plan, ours, theirs, column)
    return list(_with_remarks(chosen, base, ours, theirs, column))


def _lines(piece: Piece | None, column: int) -> list[str]:
    return _moved(piece.lines, column - piece.column) if piece else []


def _moved(lines: Sequence[str], by: int) -> list[str]:
    """Shift lines to the right, or to the left as far as they can."""
    if by >= 0:
        return [" " * by + line if line.strip() else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip())) :] for line in lines]


def _alike(one: Piece, other: Piece) -> bool:
    return _lines(one, 0) == _lines(other, 0)


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
    tails = (_moved(one.tail, column - one.column) if one else [] for one in (base, ours, theirs))
    lines += [*_orphans(plan, base, ours, theirs, inner), *_union(*tails)]
    return _dashed(lines, column) if ours.is_dashed else [*header, *lines]


def _child(piece: Piece | None, step: Step | None) -> Piece | None:
    return piece.inner.get(step) if piece is not None and piece.inner is not None and step is not None else None


def _with_header(base: Piece | None, ours: Piece, theirs: Piece, column: int) -> list[str]:
    """Bring together the lines with the key: ``ziele:  # bis zum Fest``."""
    before, mine, yours = (_moved(one.header, column - one.column) if one else [] for one in (base, ours, theirs))
    if not mine or mine[0].lstrip()[:1] in ("", "#"):  # the top of a file
        return _union(before, mine, yours)
    if mine in (before, yours):
        return yours
    lost = yours != before and yours[0].partition("#")[2].strip()
    return [f"{' ' * column}# {lost}", *mine] if lost else mine


def _orphans(plan: Parts, base: Piece | None, ours: Piece, theirs: Piece, column: int) -> Iterator[str]:
    """Give the new comments at entries that the other side took out."""
    old = {line.strip() for line in _comment_lines(base)}
    for piece, there in ((ours, {one.ours for one in plan.entries}), (theirs, {one.theirs for one in plan.entries})):
        for step, child in (piece.inner or {}).items():
            if step not in there:
                said = [*(line.strip() for line in child.lead if line.strip()), *child.remarks]
                yield from (f"{' ' * column}{one}" for one in said if one not in old)


def _comment_lines(piece: Piece | None) -> list[str]:
    return [] if piece is None else [*piece.remarks, *piece.lead]


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


# -- several entries in one line --------------------------------------------------------------------------------------
def _in_one(plan: Plan, ours: Piece, theirs: Piece, column: int) -> list[str]:
    """Give the lines of a value whose parts share a line, or stand differently on the two sides."""
    value = result(plan)
    for piece in (ours, theirs):
        if same(piece.value, value):
            return _lines(piece, column)
    value = _typed(value)
    if ours.node.flow:
        mine, yours = _Text(ours), _Text(theirs)
        start, end = (mark.index - ours.start for mark in (ours.node.start, ours.node.end))
        new = mine.text[:start] + _flow(plan, mine, ours.node, yours, theirs.node) + mine.text[end:]
        return _moved(new.split("\n"), column - ours.column)
    if ours.is_dashed:
        return _moved(dump({"x": [value]}).rstrip("\n").split("\n")[1:], column - DUMPED)
    assert ours.node.key_start is not None  # noqa: S101  # what has no dash has a key
    assert ours.node.key_end is not None  # noqa: S101  # as above
    key = "\n".join(ours.lines)[ours.column : ours.column + ours.node.key_end.index - ours.node.key_start.index]
    return _moved((key + dump({"x": value}).rstrip("\n")[1:]).split("\n"), column)


def _typed(value: Any) -> Any:
    """Let days and numbers be written without quotes, as people write them."""
    if isinstance(value, dict):
        return {key: _typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_typed(one) for one in value]
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return int(value)
    return datum.parse(value) if isinstance(value, str) and ISO.fullmatch(value) else value


class _Text:
    """The lines of a piece, asked for parts that stand in brackets."""

    def __init__(self, piece: Piece) -> None:
        self.text = "\n".join(piece.lines)
        self._start = piece.start

    def raw(self, node: Node) -> str:
        return self.text[node.start.index - self._start : node.end.index - self._start]


def _flow(plan: Plan, mine: _Text, ours: Node | None, yours: _Text, theirs: Node | None) -> str:
    """Write a value into one line, each part as it stands where it comes from."""
    if isinstance(plan, Parts):
        pieces = []
        for one in plan.entries:
            below = _flow(one.plan, mine, _below(ours, one.ours), yours, _below(theirs, one.theirs))
            pieces.append(below if plan.is_list else f"{inline(one.theirs if one.ours is None else one.ours)}: {below}")
        return f"[{', '.join(pieces)}]" if plan.is_list else f"{{{', '.join(pieces)}}}"
    takes_theirs = isinstance(plan, Whole) and plan.side == "theirs"
    node = theirs if takes_theirs else ours
    text = "\n" if node is None else (yours if takes_theirs else mine).raw(node)
    return text if "\n" not in text else inline(_typed(result(plan)))


def _below(node: Node | None, step: Step | None) -> Node | None:
    """Give what stands in brackets under a key or number; elsewhere a text may be one that brackets would break."""
    if node is None or not node.flow or step is None:
        return None
    children: Any = node.children
    return children[step] if step in (children if isinstance(children, dict) else range(len(children))) else None


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
    except Unreadable:
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
