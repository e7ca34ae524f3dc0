"""What stands in the comments of a file: somebody may have noted an address or a number there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.source import Source

WORTH_READING = re.compile(r"#.*(?:@|\d\D{0,3}\d|://)|#.*\bat\b")


def said_aside(source: Source) -> Iterator[tuple[DataPath, str]]:
    """Give the comments that may hold an address, a number or a link, each with its line behind the sign of a comment."""
    if source.root is None or not WORTH_READING.search(source.text):
        return
    from wiq_cli.files.format import comments  # noqa: PLC0415  # start-up

    for match in comments(source):
        if WORTH_READING.search(match[0]):
            yield ("#", source.text.count("\n", 0, match.start()) + 1), match[0].lstrip("# ")
