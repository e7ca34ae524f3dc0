"""What stands in the comments of a file: somebody may have noted a name, an address or a number there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.files.comments import comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.source import Source

WORTH_READING = re.compile(
    r"#.*(?:@|\d\D{0,3}\d|://|\b(?:at|Frau|Herrn?|Hrn?\.|Fr\.|Familie)\b|\b(?:name|rolle|telefon|email)\s*:)"
)


def said_aside(source: Source) -> Iterator[tuple[DataPath, str]]:
    """Give the comments that may hold a name, an address, a number or a link, each with its line behind the sign of a comment."""
    if source.root is None or not WORTH_READING.search(source.text):
        return
    for one in comments(source):
        if WORTH_READING.search(one.text):
            yield ("#", one.line), one.text.lstrip("# ")
