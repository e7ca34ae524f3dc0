"""The strict reader: libyaml's events, nothing implicit, every place kept.

A scalar is text, whatever it looks like; types come from the models alone. What YAML offers beyond maps, lists and
text is refused, each with its place and a remedy. Nothing here recurses, so no nesting can crash it.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml

from wiq_cli.domain.errors import Unreadable
from wiq_cli.domain.finding import DataPath, Finding, Level, Span
from wiq_cli.domain.source import Node, Source
from wiq_cli.domain.umfang import LETTERS_MAX, WEIGHT_MAX, weight
from wiq_cli.files import refusals
from wiq_cli.files.syntax import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 12
MAX_EVENTS = 20_000
MAX_ENTRIES = 2000  # of one list
REGISTER = frozenset({"schema", "freigaben"})  # the keys of freigaben.yaml
MANY_TWICE, MANY_IN_ENTRY = 3, 2  # keys: that is no slip, that is a second file or entry
PLAIN = (None, "")
TAB = re.compile("\t")
REMARK = re.compile(r"#(?<![^\s]#)\s*wiq:")  # the sign comes first: it is quickly found to be absent

Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without libyaml the same events, only slower


def parse(text: str, file: str) -> Source:
    """Read one YAML text.

    Gives the values as text with their places; ``Source.faults`` holds what could be stepped over (a duplicate key).
    Raises ``Unreadable`` with its findings where reading on would be guessing.
    """
    text = text.removeprefix("\ufeff")
    if "\n" not in text:
        text = text.replace("\r", "\n")  # lines as old Macs end them; each character keeps its place
    if found := list(refusals.in_raw_text(text)):
        raise Unreadable([_finding(file, *one) for one in found])
    reader = _Reader(text, file)
    parser = Parser(text)
    try:
        reader.read(parser)
    except yaml.YAMLError as error:
        last = _finding(file, *syntax(error, text))
        before = reader.unplaced()
        is_consequence = any(one.span.line == last.span.line for one in before)
        raise Unreadable(before if is_consequence else [*before, last]) from None
    finally:
        parser.dispose()
    reader.many_twice()
    if "\t" in text:
        reader.refuse_tabs_between_values()
    return Source(file, text, reader.data, reader.root, tuple(reader.faults), tuple(reader.remarks()))


class _Reader:
    """Builds data and places from the event stream with a stack of its own."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.data: Any = None
        self.root: Node | None = None
        self.faults: list[Finding] = []
        self._data: list[Any] = []  # open containers, outermost first
        self._nodes: list[Node] = []
        self._keys: list[Any] = []  # per open container: the key event that waits for its value
        self._steps: list[str | int] = []  # per open container below the top: where it stands in the one above
        self._is_light, self._room = len(text) <= WEIGHT_MAX, WEIGHT_MAX
        self._scalars: list[Node] = []  # wanted only where the text holds tabs, or comments that speak to wiq

    def read(self, parser: Any) -> None:
        """Run through all events; stop at the first that makes reading on a guess."""
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        documents = 0
        for count, event in enumerate(iter(parser.get_event, None)):
            kind = event.__class__
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._stop(refusals.second_document(event))
            if count >= MAX_EVENTS:
                self._stop(refusals.too_much(event, MAX_EVENTS))
            if handler := handlers.get(kind):
                handler(event)

    # -- events ---------------------------------------------------------------------------------------------------
    def _scalar(self, event: Any) -> None:
        value, style = event.value, event.style
        if self._data and self._keys[-1] is None and isinstance(self._data[-1], dict):
            self._keys[-1] = event
            self._check_properties(event)
            if value == "<<" and style in PLAIN:
                self._fault(refusals.merge_key(event))
            return
        self._check_properties(event)
        node = Node(event.start_mark, event.end_mark, None, style)
        self._scalars.append(node)
        if value == "" and style in PLAIN:
            value = None
        elif not value.isprintable() and (bad := refusals.bad_character(value)):
            self._fault(refusals.escaped_character(event, bad))
        elif len(value) > LETTERS_MAX:
            self._fault(refusals.too_long(event), self._here())
        if not self._is_light:
            self._weigh(event)
        self._put(value, node)

    def _weigh(self, event: Any) -> None:
        """Stop where the file holds more than can be searched in a moment. A register is no page, and grows with the network."""
        if self._data and isinstance(self._data[0], dict) and self._data[0].keys() <= REGISTER:
            return
        self._room -= weight(event.value)
        if self._room < 0:
            self._stop(refusals.too_heavy(event))

    def _open(self, event: Any) -> None:
        mapping = event.__class__ is yaml.MappingStartEvent
        if len(self._data) >= MAX_DEPTH:
            self._stop(refusals.too_deep(event, MAX_DEPTH))
        if self._data and isinstance(self._data[-1], dict) and self._keys[-1] is None:
            self._stop(refusals.complex_key(event))
        self._check_properties(event)
        container: Any = {} if mapping else []
        node = Node(event.start_mark, event.end_mark, {} if mapping else [], None)
        node.flow = bool(event.flow_style)
        here = self._here()
        self._put(container, node)
        if self._data:
            self._steps.append(here[-1])
        self._data.append(container)
        self._nodes.append(node)
        self._keys.append(None)

    def _close(self, event: Any) -> None:
        self._data.pop()
        self._keys.pop()
        if self._steps:
            self._steps.pop()
        self._nodes.pop().end = event.end_mark

    def _alias(self, event: Any) -> None:
        if self._data and isinstance(self._data[-1], dict) and self._keys[-1] is None:
            self._stop(refusals.alias(event))
        merging = self._here()[-1:] == ("<<",)  # the key is refused already
        if not merging:
            self._fault(refusals.alias(event), self._here())
        self._put(None, Node(event.start_mark, event.end_mark, None, None))

    def _document(self, event: Any) -> None:
        before = self.text[: event.end_mark.index]
        for number, line in enumerate(before.split("\n")):
            if line.startswith("%"):
                self._stop(refusals.directive(number + 1, len(line)))

    # -- building -------------------------------------------------------------------------------------------------
    def _put(self, value: Any, node: Node) -> None:
        if not self._data:
            self.data, self.root = value, node
            return
        container, parent = self._data[-1], self._nodes[-1]
        if isinstance(container, list):
            if len(container) == MAX_ENTRIES:
                self._stop(refusals.too_many(node.start, MAX_ENTRIES))
            container.append(value)
            parent.children.append(node)  # type: ignore[union-attr]  # a list node's children are a list
            return
        key, self._keys[-1] = self._keys[-1], None
        node.key_start, node.key_end = key.start_mark, key.end_mark
        children: Any = parent.children
        if key.value in container:
            first = children[key.value].key_start.line + 1
            self._fault(refusals.duplicate_key(key, first), (*self._steps, key.value))
            return
        container[key.value] = value
        children[key.value] = node

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(refusals.anchor(event), self._here())
        if event.tag is not None:
            self._fault(refusals.tag(event), self._here())

    def _here(self) -> DataPath:
        """Where the next value stands; for a key, what it is a key of."""
        if not self._data:
            return ()
        above, key = self._data[-1], self._keys[-1]
        step = (len(above),) if isinstance(above, list) else (key.value,) if key is not None else ()
        return (*self._steps, *step)

    def many_twice(self) -> None:
        """Make one finding of many where a second file or a second entry of a list was put into the first."""
        twice: dict[DataPath, list[Finding]] = {}
        for one in self.faults:
            if one.rule == "WIQ008":
                twice.setdefault(one.path[:-1], []).append(one)
        for above, found in twice.items():
            in_list = bool(above) and isinstance(above[-1], int)
            if len(found) >= (MANY_IN_ENTRY if in_list else MANY_TWICE):
                message, remedy = refusals.many_keys_twice(len(found), in_list=in_list)
                said = {id(one) for one in found[1:]}
                first = replace(found[0], path=above, message=message, help=remedy)
                self.faults = [first if one is found[0] else one for one in self.faults if id(one) not in said]

    def _fault(self, refusal: refusals.Refusal, path: DataPath = ()) -> None:
        self.faults.append(_finding(self.file, *refusal, path=path))

    def _stop(self, refusal: refusals.Refusal) -> None:
        self._fault(refusal)
        raise Unreadable(self.unplaced())

    def unplaced(self) -> list[Finding]:
        """Give the faults without their paths: only the models know which keys may be named."""
        self.many_twice()
        return [replace(one, path=()) for one in self.faults]

    def remarks(self) -> Iterator[tuple[int, int, str]]:
        """Give the comments that speak to wiq, leaving out what only looks like one inside a text."""
        for line, column, index in _places(REMARK, self.text):
            if not self._is_inside(index):
                yield line, column, self.text[index:].partition("\n")[0].rstrip("\r")

    def refuse_tabs_between_values(self) -> None:
        """A tab inside a text is text; between values other readers stumble over it."""
        for line, column, index in _places(TAB, self.text):
            if not self._is_inside(index) and "#" not in self.text[index - column + 1 : index]:
                self._fault(refusals.tab(line, column))

    def _is_inside(self, index: int) -> bool:
        """Whether a place in the text is part of a value."""
        number = bisect(self._scalars, index, key=lambda one: one.start.index) - 1
        return number >= 0 and index < self._scalars[number].end.index


def _places(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, int]]:
    """Give line, column and index of everything that a pattern finds."""
    for match in pattern.finditer(text):
        yield *refusals.position(text, match.start()), match.start()


def _finding(file: str, rule: str, span: Span, message: str, remedy: str, path: DataPath = ()) -> Finding:
    return Finding(file, span, rule, Level.ERROR, path, message, remedy)
