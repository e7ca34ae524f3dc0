"""What stands in the comments of a file: somebody may have noted a name, an address or a number there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.files.comments import comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.source import Source
    from wiq_cli.files.comments import Comment

WORTH_READING = re.compile(
    r"^[^#\n]*#.*(?:@|\d\D{0,3}\d|://|\b(?:at|Frau|Herrn?|Hrn?\.|Fr\.|Familie)\b|\b(?:name|rolle|telefon|email)\s*:"
    r"|[^\W\d_a-zäöüß][^\W\d_]{1,60} (?:[a-z]{2,4} ){0,2}[^\W\d_a-zäöüß][^\W\d_]{2})",
    re.MULTILINE,
)
KEY = re.compile(r"^(#? ?)([a-z_]+):", re.MULTILINE)


def said_aside(source: Source) -> Iterator[tuple[DataPath, str]]:
    """Give the comments that may hold a name, an address, a number or a link, each with its line behind the sign of a comment.

    The third step of the path is the key under which it stands: of a partner that was put aside, ``kooperationspartner``.
    """
    if source.root is None or not WORTH_READING.search(source.text):
        return
    keys = _Keys(source.text)
    for one in comments(source):
        above = keys.above(one)
        if WORTH_READING.search(one.text):
            yield ("#", one.line, above), one.text.lstrip("# ")


class _Keys:
    """The keys of a file that stand at the left, in the order of their lines; also those that were put aside themselves."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._line = 0
        self._key = ""
        self._aside = ""

    def above(self, comment: Comment) -> str:
        """Give the key that a comment belongs to. Asked for one comment after the other."""
        for line in self._lines[self._line : comment.line]:
            match = KEY.match(line)
            if match and not match[1]:
                self._key, self._aside = match[2], ""
            elif match:
                self._aside = match[2]
            elif not line.startswith("#"):
                self._aside = ""
        self._line = comment.line
        return self._aside or self._key
