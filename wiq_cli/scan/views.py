"""The few ways a reader, a browser or a program can see a text. Each is searched."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from wiq_cli.scan.folding import clean

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ROW = re.compile(
    r"</?(?:p|li|ul|ol|dl|div|h[1-6]|section|article|tr|table|br|hr|header|footer|main|nav|title|details|summary)\b[^>]*>",
    re.IGNORECASE,
)
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|data|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^<>]*>")
MARKUP = (".html", ".xml", ".atom", ".svg", ".htm")
BACKSLASH = re.compile(r"\\([^\w\s])")
EMPHASIS = re.compile(r"[*~`]+|(?<!\w)_+|_+(?!\w)")
ROUNDS = 5


def views(text: str, name: str) -> list[str]:
    """Give every view of a file, each only once."""
    whole = clean(decoded(text))
    if name.endswith(".md"):
        plain = BACKSLASH.sub(r"\1", whole)
        found = [plain, EMPHASIS.sub("", plain)]
    else:
        found = [whole]
    if name.endswith(MARKUP) or TAG.search(text):
        bare = COMMENT.sub("", text)
        joined = TAG.sub("\n", INLINE.sub("", bare))
        spaced = TAG.sub(" ", ROW.sub("\n", bare))
        found += [clean(decoded(joined)), clean(decoded(spaced))]
    return list(dict.fromkeys(found))


def decoded(text: str) -> str:
    """Undo entities and percent signs, also when they were applied twice."""
    for _ in range(ROUNDS):
        before = text
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = unquote(text)
        if text == before:
            break
    return text
