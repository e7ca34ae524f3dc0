"""Lifting a file to the newest version of the format. Only what is written in the old way changes.

The result is read back: it must hold what was planned and mean the same to the model, and every comment must be there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.fassung import Change, schritte
from wiq_cli.domain.structure import read
from wiq_cli.files.comments import START, comments
from wiq_cli.files.edit import BOM, content_end, node_at, set_value
from wiq_cli.files.emit import as_text, dump, inline, unquoted
from wiq_cli.files.format import strict, with_line_ends
from wiq_cli.files.format_values import apply
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.base import Datei
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.source import Source

VERSION: DataPath = ("schema",)
FUTURE = "WIQ031"


def migrated(text: str, model: type[Datei], kind: str, file: str) -> str:
    """Give the text of a file in the newest version; the same text where it is that already.

    Raises ``Unreadable`` for a file with faults or from the future, ``Refused`` where the proof fails.
    """
    source = strict(text, model, file)
    if future := [one for one in read(model, source).findings if one.rule == FUTURE]:
        raise Unreadable(future)
    new, data = source.text, source.data
    for schritt in schritte(kind):
        changes = list(schritt.changes(data))
        new, data = _changed(new, changes), _as_planned(data, changes)
    stated = data.get(VERSION[0])
    if isinstance(stated, str) and stated.strip().isdecimal() and int(stated) < model.FASSUNG:
        new, data = set_value(new, VERSION, model.FASSUNG), {**data, VERSION[0]: str(model.FASSUNG)}
    if new == source.text:
        return text
    _prove(source, new, data, model)
    return (BOM if text.startswith(BOM) else "") + with_line_ends(new, text)


def _changed(text: str, changes: Sequence[Change]) -> str:
    for change in reversed(changes):  # from the end: the numbers of the entries above stay
        text, value = _comment_above(text, change.path), unquoted(change.value)
        text = _spread(text, change.path, value) if change.spread else set_value(text, change.path, value)
    return text


def _comment_above(text: str, path: DataPath) -> str:
    """Give a comment behind the sign of a block a line of its own above it: the block goes, and with it that place."""
    node = node_at(parse(text, ""), path)
    if node is None or node.style not in {"|", ">"}:
        return text
    start = node.start.index
    sign = text[start:].partition("\n")[0]
    if (found := START.search(sign)) is None:
        return text
    line = text.rfind("\n", 0, start) + 1
    blanks = text[line:start][: -len(text[line:start].lstrip(" ")) or None]
    rest = text[line:start] + sign[: found.start()].rstrip() + text[start + len(sign) :]
    return f"{text[:line]}{blanks}{sign[found.start() :].rstrip()}\n{rest}"


def _spread(text: str, path: DataPath, values: Sequence[Any]) -> str:
    """Put several entries in place of one text in a list."""
    source = parse(text, "")
    node, parent = node_at(source, path), node_at(source, path[:-1])
    if node is None or parent is None:
        raise _refusal(source.file)
    if parent.flow:
        new = ", ".join(map(inline, values))
    else:
        dash = "\n" + " " * parent.start.column + "- "
        new = dash.join(dump({"x": one}).strip()[2:].strip() for one in values)
    return apply(text, [(node.start.index, content_end(text, node), new)])


# -- the proof --------------------------------------------------------------------------------------------------------
def _as_planned(data: Any, changes: Sequence[Change]) -> Any:
    for change in reversed(changes):
        data = _with(data, change.path, change)
    return data


def _with(data: Any, path: DataPath, change: Change) -> Any:
    """Give a copy of the data with one change made."""
    value = as_text(change.value)
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(data, list):
        assert isinstance(head, int)  # noqa: S101  # a step gives places that exist
        middle = value if not rest and change.spread else [_with(data[head], rest, change)]
        return [*data[:head], *middle, *data[head + 1 :]]
    return {**data, head: _with(data[head], rest, change)}


def _prove(before: Source, text: str, data: Any, model: type[Datei]) -> None:
    try:
        after = parse(text, before.file)
    except Unreadable:
        raise _refusal(before.file) from None
    if after.faults or after.data != data or _said(before) != _said(after):
        raise _refusal(before.file)
    if _meaning(before, model) != _meaning(after, model):
        raise _refusal(before.file)


def _said(source: Source) -> Counter[str]:
    return Counter(one.text.rstrip() for one in comments(source))


def _meaning(source: Source, model: type[Datei]) -> tuple[Any, ...]:
    reading = read(model, source)  # one wrong day takes all others in its text with it, so a faulty file may only gain
    found = reading.model.model_dump(mode="json", exclude={"schema"}) if reading.model and reading.clean else None
    return _unordered(found), sorted((one.rule, one.help) for one in reading.findings)


def _unordered(value: Any) -> Any:
    """Compare lists without their order: an entry that was part of a text may have been read before its neighbours."""
    if isinstance(value, dict):
        return {key: _unordered(one) for key, one in value.items()}
    return sorted((_unordered(one) for one in value), key=repr) if isinstance(value, list) else value


def _refusal(file: str) -> Refused:
    return Refused(
        f"{file}: Diese Datei kann ich nicht sicher umschreiben. Schreib von Hand um, was „wiq check“ dort zu alten Schreibweisen sagt."
    )
