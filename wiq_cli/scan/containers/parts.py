"""What is found when a file is taken apart: texts, and what could not be read. Nothing is left out silently."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Reason = Literal["binary", "encoding", "size", "limit", "encrypted", "damaged", "office", "photo", "font"]
LARGEST = 64 * 1024 * 1024  # of one file, also inside another
TOGETHER = 192 * 1024 * 1024  # unpacked out of one file
MOST = 20_000
DEEPEST = 6
CHUNK = 64 * 1024

RUNS = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")
WIDE_RUNS = (
    (re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){3,}"), "utf-16-le"),
    (re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){3,}"), "utf-16-be"),
)


class Text(NamedTuple):
    """Something to search. ``where``: the way to it inside the file; ``form``: an ending that tells how to read it.

    An ``echo`` repeats what stands in other parts of the file, and maybe more.
    """

    where: tuple[str, ...]
    text: str
    form: str = ""
    echo: bool = False


class Unread(NamedTuple):
    """Something nobody looked into, and why."""

    where: tuple[str, ...]
    reason: Reason


class Remark(NamedTuple):
    """A picture, whose pixels are not read; or the place where it was taken."""

    where: tuple[str, ...]
    what: Literal["picture", "location"]


Part = Text | Unread | Remark


class Spent(Exception):  # a state: the whole file is refused, wherever inside it this happens
    """What a file unpacks to is more than anybody writes."""


@dataclass(slots=True)
class Purse:
    """What may still be unpacked out of one file."""

    bytes: int = TOGETHER
    members: int = MOST

    def pay(self, size: int, members: int = 0) -> None:
        self.bytes -= size
        self.members -= members
        if self.bytes < 0 or self.members < 0:
            raise Spent


@dataclass(frozen=True, slots=True)
class Box:
    """One file, or one thing inside a file, that is being taken apart."""

    name: str
    opener: Callable[[Box, bytes], Iterator[Part]]
    where: tuple[str, ...] = ()
    purse: Purse = field(default_factory=Purse)
    depth: int = 0

    def text(self, text: str, *where: str, form: str = "", echo: bool = False) -> Text:
        return Text((*self.where, *where), text, form, echo)

    def unread(self, reason: Reason, *where: str) -> Unread:
        return Unread((*self.where, *where), reason)

    def picture(self, *where: str) -> Remark:
        return Remark((*self.where, *where), "picture")

    def location(self, *where: str) -> Remark:
        return Remark((*self.where, *where), "location")

    def inside(self, name: str, data: bytes, *where: str) -> Iterator[Part]:
        """Take apart what was found in here; ``name`` tells by its ending what it is."""
        self.purse.pay(0, members=1)
        return self.opener(Box(name, self.opener, (*self.where, *where), self.purse, self.depth + 1), data)

    def drain(self, stream: IO[bytes]) -> bytes:
        """Read a stream that unpacks as it goes, and pay for every piece before the next. Raises ``Spent``."""
        pieces, size = [], 0
        while piece := stream.read(CHUNK):
            self.purse.pay(len(piece))
            size += len(piece)
            if size > LARGEST:
                raise Spent
            pieces.append(piece)
        return b"".join(pieces)


def strings(data: bytes) -> str:
    """Give all that could be words in bytes of a known kind whose form nobody wrote down."""
    found = [match[0].decode("utf-8", "replace") for match in RUNS.finditer(data)]
    found += [match[0].decode("cp1252", "replace") for match in RUNS.finditer(data) if not match[0].isascii()]
    found += [match[0].decode(encoding) for runs, encoding in WIDE_RUNS for match in runs.finditer(data)]
    return "\n".join(found)
