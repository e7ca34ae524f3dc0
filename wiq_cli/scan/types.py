"""What goes into the scanner and what comes out. A hit never shows the value it found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from wiq_cli.scan.containers.parts import Reason

Kind = Literal["name", "email", "phone", "role", "link", "location", "text", "unread"]
"""What is ``unread`` nobody could look through: nobody vouches for it."""
Tokens = tuple[str, ...]
Span = tuple[int, int]


class Scalar(NamedTuple):
    """One text of a file: of any file of the network, known key or not."""

    file: str
    path: tuple[str | int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Something private in a text. ``key`` tells two values apart and is never shown."""

    kind: Kind
    key: Tokens = field(repr=False)


@dataclass(frozen=True, slots=True)
class Leak:
    """A hit in an output, with the place in the sources it came from; an empty file means: from no file of the network."""

    team: str | None
    file: str
    path: tuple[str | int, ...]
    kind: Kind
    output: str


class CannotScan(Exception):  # a state, told to people in a sentence
    """The scanner cannot vouch for this output. ``output`` is its name."""

    def __init__(self, reason: Reason | Literal["blind", "empty"], output: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.output = output
