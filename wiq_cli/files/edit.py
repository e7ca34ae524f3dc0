"""Edits that touch nothing but their own lines.

The text is cut and joined by the reader's own marks; ruamel only writes the new piece. Every edit is read back and
compared with what was meant, by both readers, before anybody gets to see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.pruned import value_at
from wiq_cli.files.emit import as_text, dump, inline
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wiq_cli.domain.finding import DataPath, Finding
    from wiq_cli.domain.source import Node, Source

__all__ = ["append_item", "dump", "remove", "set_value"]

BOM = "\ufeff"


def set_value(text: str, path: DataPath, value: Any, order: Sequence[str] = ()) -> str:
    """Replace the value at ``path`` or add it, with the mappings above it where they are missing.

    ``order`` is the order of keys in which a new key takes its place; without it the key comes last.
    Raises ``Unreadable`` for a file that is not in order, ``Refused`` where the edit cannot be made cleanly.
    """

    def edit(source: Source) -> str:
        node = node_at(source, path)
        if node is not None:
            return _replace(source, path, node, value)
        parent = node_at(source, path[:-1])
        if parent is not None and parent.children is None and value_at(source.data, path[:-1]) is not None:
            raise Refused("Hier steht schon ein Text, keine Gruppe von Angaben. Es wurde nichts geändert.")
        if parent is None or parent.children is None:
            return set_value(source.text, path[:-1], {path[-1]: value}, order)
        return _add_key(source, parent, str(path[-1]), value, order)

    return _checked(text, edit, lambda data: _with(data, path, as_text(value)))


def append_item(text: str, path: DataPath, value: Any, order: Sequence[str] = ()) -> str:
    """Add an entry at the end of the list at ``path``, making the list where there is none. Raises as ``set_value``."""

    def edit(source: Source) -> str:
        node = node_at(source, path)
        if node is not None and isinstance(node.children, dict):
            raise Refused("Hier steht keine Liste. Es wurde nichts geändert.")
        if node is None or node.children is None:
            old = value_at(source.data, path)
            return set_value(source.text, path, [value] if old is None else [old, value], order)
        return _add_item(source, node, value)

    def expected(data: Any) -> Any:
        old = value_at(data, path)
        before = [] if old is None else old if isinstance(old, list) else [old]
        return _with(data, path, [*before, as_text(value)])

    return _checked(text, edit, expected)


def remove(text: str, path: DataPath) -> str:
    """Take out the entry at ``path``. Raises as ``set_value``."""

    def edit(source: Source) -> str:
        node, parent = node_at(source, path), node_at(source, path[:-1])
        if node is None or parent is None or not parent.children:
            raise Refused("Diese Stelle gibt es in der Datei nicht.")
        if len(parent.children) == 1 and len(path) > 1 and not parent.flow:
            return _empty(source, parent)
        return _cut(source, parent, node)

    return _checked(text, edit, lambda data: _without(data, path))


def node_at(source: Source, path: DataPath) -> Node | None:
    """Give the place of a value, None where there is none."""
    node = source.root
    for step in path:
        children = node.children if node else None
        if isinstance(children, dict) and isinstance(step, str):
            node = children.get(step)
        elif isinstance(children, list) and isinstance(step, int) and 0 <= step < len(children):
            node = children[step]
        else:
            return None
    return node


# -- cutting and joining ----------------------------------------------------------------------------------------------
def _replace(source: Source, path: DataPath, node: Node, value: Any) -> str:
    text, start, end = source.text, node.start.index, content_end(source.text, node)
    parent = node_at(source, path[:-1]) if path else None
    in_flow = parent is not None and parent.flow
    if in_flow or (not isinstance(value, dict | list | tuple) and node.children is None and "\n" not in str(value)):
        piece = inline(value) if in_flow else _scalar(value)
        return text[:start] + (" " if start == end else "") + piece + text[end:]
    if node.key_start is not None:
        column = node.key_start.column
        piece = _indented(dump({str(path[-1]): value}), column)
        return text[: node.key_start.index] + piece.strip() + text[end:]
    piece = _indented(dump({"x": [value]}).partition("\n")[2], node.start.column - 4, first=False).strip()
    return text[:start] + piece[2:] + text[end:]


def _add_key(source: Source, parent: Node, key: str, value: Any, order: Sequence[str]) -> str:
    children: Any = parent.children
    if parent.flow or not children:
        piece = f"{inline(key)}: {inline(value)}"
        if not children:
            return source.text[: parent.start.index + 1] + piece + source.text[parent.start.index + 1 :]
        end = content_end(source.text, list(children.values())[-1])
        return f"{source.text[:end]}, {piece}{source.text[end:]}"
    before = _predecessor(list(children), key, order)
    first = next(iter(children.values())).key_start
    column: int = first.column
    piece = _indented(dump({key: value}), column)
    if before is None:
        return source.text[: first.index] + piece.lstrip(" ") + " " * column + source.text[first.index :]
    return _insert_below(source.text, content_end(source.text, children[before]), piece)


def _predecessor(keys: list[str], key: str, order: Sequence[str]) -> str | None:
    """Give the key that the new one follows; None puts it first."""
    if key not in order:
        return keys[-1]
    earlier = set(order[: order.index(key)])
    return next((one for one in reversed(keys) if one in earlier), None)


def _add_item(source: Source, node: Node, value: Any) -> str:
    children: Any = node.children
    if node.flow or not children:
        if not children:
            return source.text[: node.start.index + 1] + inline(value) + source.text[node.start.index + 1 :]
        end = content_end(source.text, children[-1])
        return f"{source.text[:end]}, {inline(value)}{source.text[end:]}"
    piece = _indented(dump({"x": [value]}).partition("\n")[2], node.start.column - 2)
    return _insert_below(source.text, content_end(source.text, children[-1]), piece)


def _insert_below(text: str, end: int, piece: str) -> str:
    line_end = text.find("\n", end)
    if line_end < 0:
        return f"{text}\n{piece}"
    return text[: line_end + 1] + piece + text[line_end + 1 :]


def _cut(source: Source, parent: Node, node: Node) -> str:
    children: Any = parent.children
    siblings: list[Any] = list(children.values()) if isinstance(children, dict) else list(children)
    here = next(number for number, one in enumerate(siblings) if one is node)
    start, end = _entry_start(source.text, parent, node), content_end(source.text, node)
    following = siblings[here + 1] if here + 1 < len(siblings) else None
    if parent.flow:
        if following is not None:
            return source.text[:start] + source.text[_entry_start(source.text, parent, following) :]
        previous = content_end(source.text, siblings[here - 1]) if here else start
        return source.text[:previous] + source.text[end:]
    line_start = source.text.rfind("\n", 0, start) + 1
    if source.text[line_start:start].strip():  # first key behind the dash of a list entry
        if following is None:
            return f"{source.text[:start]}{{}}{source.text[end:]}"
        return source.text[:start] + source.text[_entry_start(source.text, parent, following) :]
    line_end = source.text.find("\n", end)
    return source.text[:line_start] + (source.text[line_end + 1 :] if line_end >= 0 else "")


def _empty(source: Source, parent: Node) -> str:
    """Leave nothing behind the parent's colon or dash."""
    start, end = parent.start.index, content_end(source.text, parent)
    return source.text[:start].rstrip(" \n\r") + source.text[end:]


def _entry_start(text: str, parent: Node, node: Node) -> int:
    if node.key_start is not None:
        return node.key_start.index
    return node.start.index if parent.flow else text.rfind("-", 0, node.start.index + 1)


def content_end(text: str, node: Node) -> int:
    """Give where the value ends, without the comments and blank lines that libyaml counts to a block."""
    while node.children and not node.flow:
        node = list(node.children.values())[-1] if isinstance(node.children, dict) else node.children[-1]
    start, end = node.start.index, node.end.index
    return start + len(text[start:end].rstrip())


def _scalar(value: Any) -> str:
    return dump({"x": value}).strip()[2:].strip()


def _indented(piece: str, column: int, *, first: bool = True) -> str:
    lines = piece.split("\n")
    moved = [" " * column + line if line and column >= 0 else line[-column:] if column < 0 else line for line in lines]
    return "\n".join(moved if first else [lines[0], *moved[1:]])


# -- the proof --------------------------------------------------------------------------------------------------------
def _checked(text: str, edit: Callable[[Source], str], expected: Callable[[Any], Any]) -> str:
    mark = BOM if text.startswith(BOM) else ""
    plain = text.removeprefix(BOM)
    windows = "\r\n" in plain
    source = parse(plain.replace("\r\n", "\n") if windows else plain, "")
    if source.faults:
        raise Unreadable(source.faults)
    changed = edit(source)
    try:
        found = parse(changed, "")
        faults: Sequence[Finding] = found.faults
    except Unreadable as error:
        found, faults = None, error.findings
    for one in faults:
        if one.rule == "WIQ013":
            raise Refused(f"{one.message} {one.help} Es wurde nichts geändert.")
    if found is None or found.faults or found.data != expected(source.data) or not _ruamel_agrees(changed, found.data):
        raise Refused(
            "Die Änderung lässt sich hier nicht sauber eintragen. Trag sie bitte von Hand ein. Es wurde nichts geändert."
        )
    return mark + (changed.replace("\n", "\r\n") if windows else changed)


def _ruamel_agrees(text: str, data: Any) -> bool:
    from ruamel.yaml import YAML  # noqa: PLC0415  # only edits need it
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415  # only edits need it

    reader = YAML(typ="rt", pure=True)
    try:
        return _same_shape(reader.load(text), data)
    except (YAMLError, ValueError):
        return False


def _same_shape(theirs: Any, ours: Any) -> bool:
    """Compare structure and keys; ruamel types its scalars, so only text is compared as text."""
    if isinstance(ours, dict):
        return (
            isinstance(theirs, dict)
            and [str(key) for key in theirs] == list(ours)
            and all(_same_shape(one, other) for one, other in zip(theirs.values(), ours.values(), strict=True))
        )
    if isinstance(ours, list):
        return isinstance(theirs, list) and len(theirs) == len(ours) and all(map(_same_shape, theirs, ours))
    return not isinstance(theirs, str) or theirs == (ours or "")


def _with(data: Any, path: DataPath, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return [_with(one, rest, value) if number == head else one for number, one in enumerate(data)]
    base = data if isinstance(data, dict) else {}
    return {**base, head: _with(base.get(head), rest, value)}


def _without(data: Any, path: DataPath) -> Any:
    head, rest = path[0], path[1:]
    if rest:
        inner = _without(data[head], rest)
        return _with(data, (head,), inner if inner not in ({}, []) else None)
    if isinstance(data, dict):
        return {key: value for key, value in data.items() if key != head}
    return [value for number, value in enumerate(data) if number != head]
