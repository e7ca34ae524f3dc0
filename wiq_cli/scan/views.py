"""The few ways a reader, a browser or a program can see a text. Each is searched."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from wiq_cli.scan.folding import clean

MARKUP = (".html", ".xml", ".atom", ".svg", ".htm")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"(<[^<>]*>)")
TAG_NAME = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
CELLS = frozenset(["td", "th", "dt", "dd", *INLINE])  # what stands in one row belongs together
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
    if name.endswith(MARKUP) or "</" in text or "<!--" in text:
        found += [clean(decoded(one)) for one in _without_tags(text)]
    return list(dict.fromkeys(found))


def _without_tags(text: str) -> tuple[str, str]:
    """Give the text as a reader sees it, twice: tags inside a line leave nothing, or a blank; the others end the line."""
    joined, spaced = [], []
    for number, piece in enumerate(TAG.split(COMMENT.sub("", text))):
        if number % 2 == 0:
            joined.append(piece)
            spaced.append(piece)
            continue
        match = TAG_NAME.match(piece)
        name = match[1].lower() if match else ""
        joined.append("" if name in INLINE else "\n")
        spaced.append(" " if name in CELLS else "\n")
    return "".join(joined), "".join(spaced)


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
