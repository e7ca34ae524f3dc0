"""Values in one form: days as ISO, texts that others take for numbers in quotes, entries that are one text written short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiq_cli.domain import datum
from wiq_cli.domain.model_paths import below
from wiq_cli.domain.rhythmus import Rhythmus
from wiq_cli.domain.team import Wirkung, indicator_with_number
from wiq_cli.domain.worte import hours_said
from wiq_cli.files.format_shape import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.domain.source import Source

Edit = tuple[int, int, str]

QUOTED_OR_PLAIN = (None, "", "'", '"')
NO_TEXT_TO_OTHERS = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|=|<<"
    r"|[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
    r"|0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
CLOCK = re.compile(r"(?<![0-9:.,])(?:um )?([0-9]{1,2})(?=:[0-9]{2})", re.IGNORECASE)
COMMENT_LINE = re.compile(r"( *)#")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Put new pieces in place of old ones; the edits do not overlap."""
    pieces, here = [], 0
    for start, end, new in sorted(edits):
        pieces += [text[here:start], new]
        here = end
    return "".join([*pieces, text[here:]])


# -- days and quotes --------------------------------------------------------------------------------------------------
def scalars(source: Source, found: list[Place]) -> Iterator[Edit]:
    """Write days as ISO, and quote what the model reads as text but other readers do not."""
    for place in found:
        node, value = place.node, place.value
        if not isinstance(value, str) or node.style not in QUOTED_OR_PLAIN:
            continue
        start, end = node.start.index, node.end.index
        if place.is_date and (iso := iso_of(value)) != value.strip():
            yield start, end, source.text[start:end].replace(value.strip(), iso)
        elif is_rhythm(place) and (line := with_clock(value)) != value:
            yield start, end, source.text[start:end].replace(value, line)
        elif place.is_text and not node.style and NO_TEXT_TO_OTHERS.fullmatch(value):
            yield start, end, f'"{value}"'


def is_rhythm(place: Place) -> bool:
    """Whether a line about a rhythm stands here, alone or as an entry."""
    kind = place.kind if place.model else below(place.kind, 0)
    return Place(place.node, place.value, kind, in_list=False).model is Rhythmus


def with_clock(line: str) -> str:
    """Give ``19:00`` for ``um 19 Uhr``; what stands in brackets is a place."""
    head, bracket, place = line.partition("(")
    if (said := hours_said(head)) == head:
        return line
    return CLOCK.sub(lambda match: f"{int(match[1]):02}", said) + bracket + place


def iso_of(value: str) -> str:
    """Give ``2026-11-24`` for ``24.11.2026``, and everything else as it is."""
    text = value.strip()
    day = datum.parse(text)  # None: no such day; `wiq check` says so
    return day.isoformat() if day else text


# -- entries of lists -------------------------------------------------------------------------------------------------
def entries(source: Source, found: list[Place]) -> Iterator[Edit]:
    """Write ``- X`` for ``- schritt: X``, and an indicator with its number under their own keys."""
    for place in found:
        if (only := _only_entry(place)) is None:
            continue
        key, child = only
        if place.model is not None and key == place.model.KURZ:
            yield from _short(source.text, place, child)
        elif place.model is Wirkung and indicator_with_number(place.value) is not place.value:
            yield from _spelled_out(source.text, place, child)


def _only_entry(place: Place) -> tuple[str, Any] | None:
    """Give the only key of an entry in a list, where its value is one text."""
    children = place.node.children
    if not place.in_list or not isinstance(children, dict) or len(children) != 1:
        return None
    key, child = next(iter(children.items()))
    one_text = isinstance(place.value[key], str) and child.style in QUOTED_OR_PLAIN
    return (key, child) if one_text and child.key_start and child.key_start.line == child.start.line else None


def _short(text: str, place: Place, child: Any) -> Iterator[Edit]:
    start, end = place.node.start.index, place.node.end.index
    if place.node.flow:
        if not re.search("[\n#]", text[start:end]):
            yield start, end, text[child.start.index : child.end.index]
    elif _behind_dash(text, child) and not _commented_below(text, child):
        yield child.key_start.index, child.start.index, ""


def _spelled_out(text: str, place: Place, child: Any) -> Iterator[Edit]:
    start, end = child.key_start.index, child.end.index
    name, number = text[start : child.key_end.index], text[child.start.index : end]
    if place.node.flow:
        new = f"indikator: {name}, soll: {number}"
        yield start, end, new if text[place.node.start.index] == "{" else f"{{{new}}}"
    elif child.start.line == child.end.line:
        line_end = text.find("\n", end)
        comment = text[end:line_end]  # stays behind the first line, where it speaks about the whole entry
        yield start, line_end, f"indikator: {name}{comment}\n{' ' * child.key_start.column}soll: {number}"


def _behind_dash(text: str, child: Any) -> bool:
    before = text[text.rfind("\n", 0, child.key_start.index) + 1 : child.key_start.index]
    return re.fullmatch(r" *- +", before) is not None


def _commented_below(text: str, child: Any) -> bool:
    """Whether a comment stands under the text as if it were one more key: somebody wants to come back to it."""
    below_it = text[child.end.index :].split("\n", 2)
    match = COMMENT_LINE.match(below_it[1]) if len(below_it) > 1 else None
    return match is not None and len(match[1]) >= child.key_start.column


# -- the same in the data, for the proof ------------------------------------------------------------------------------
def plain(value: Any, kind: Any, *, in_list: bool = False) -> Any:
    """Give the data in the form that all ways of writing it share."""
    place = Place(None, value, kind, in_list)  # type: ignore[arg-type]  # data alone
    if isinstance(value, str):
        return iso_of(value) if place.is_date else with_clock(value.strip()) if is_rhythm(place) else value.strip()
    if isinstance(value, list):
        return [plain(one, below(kind, 0), in_list=True) for one in value]
    if not isinstance(value, dict):
        return value
    if in_list and place.model is Wirkung:
        value = indicator_with_number(value)
    if (
        in_list
        and place.model is not None
        and list(value) == [place.model.KURZ]
        and isinstance(value[place.model.KURZ], str)
    ):
        return plain(value[place.model.KURZ], below(kind, place.model.KURZ))
    return {key: plain(one, below(kind, key)) for key, one in value.items()}
