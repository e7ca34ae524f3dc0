"""The words of an XML file from an office program, without its tags. Whatever could grow while being read is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPHS = frozenset({"p", "h", "si", "is", "text"})  # inside one of these, tags do not part words
BLANKS = frozenset({"tab", "br", "cr", "s", "line-break"})
DELETED, INSERTED = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})
COMMANDS = frozenset({"instrText", "delInstrText"})  # the target of a link, in the middle of a sentence
NUMBERS_ONLY = re.compile(r"[\s0-9a-fA-F.,:;%#{}()+-]*")
DEEPEST = 256


class Doctype(ValueError):
    """The file declares entities. No office program writes that, and a few lines of them fill every memory."""


@dataclass(slots=True)
class Reader:
    """Listens to the parser: the text before and after tracked changes, and the values of attributes."""

    after: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    paragraphs: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if len(self.stack) >= DEEPEST:
            raise Doctype
        self.stack.append(name)
        self.values += [
            value for key, value in attributes.items() if key[:5] != "xmlns" and not NUMBERS_ONLY.fullmatch(value)
        ]
        if name in PARAGRAPHS:
            self._write("\n" if self.paragraphs else "")
            self.paragraphs += 1
        elif name in BLANKS:
            self._write(" ")

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in PARAGRAPHS:
            self.paragraphs -= 1
        if name in PARAGRAPHS or not self.paragraphs:
            self._write("\n")
        self.stack.pop()

    def words(self, text: str) -> None:
        if self.stack[-1:] and self.stack[-1] in COMMANDS:
            self.values.append(text)
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        if DELETED.isdisjoint(self.stack):
            self.after.append(text)
        if INSERTED.isdisjoint(self.stack):
            self.before.append(text)


def xml_texts(data: bytes) -> list[str]:
    """Give the text as it stands, as it stood before tracked changes, and the attributes. Raises ``ValueError``."""
    reader = Reader()
    parse(data, reader.start, reader.words, reader.end, reader.values.append)
    texts = ["".join(reader.after), "".join(reader.before), "\n".join(reader.values)]
    return list(dict.fromkeys(_tight(text) for text in texts if text.strip()))


def parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    words: Callable[[str], None],
    end: Callable[[str], None],
    comment: Callable[[str], None] | None = None,
) -> None:
    """Go through an XML file. Raises ``ValueError`` for one that is broken, ``Doctype`` for one that could grow."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.CharacterDataHandler = words
    parser.EndElementHandler = end
    parser.CommentHandler = comment
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise ValueError from None


def _refuse(*_: object) -> None:
    raise Doctype


def _tight(text: str) -> str:
    """Leave out empty lines: each tag outside a paragraph made one."""
    return re.sub(r"\n\s*\n", "\n", text).strip("\n")
