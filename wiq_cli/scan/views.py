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
MARKED_UP = re.compile(r"<[a-z/!][^<>]*>", re.IGNORECASE)
LOWER, UPPER = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
HYPHENATED = re.compile(rf"(?<![^\W\d_])([^\W\d_]+)[-‐‑]\s+([{LOWER}][^\W\d_]*)")  # hyphens
HUMPED = re.compile(rf"(?<![^\W_])[^\W_]*?(?:[{LOWER}][{UPPER}]|[^\W\d_]\d|\d[^\W\d_])[^\W_]*")
BORDER = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
HASH = re.compile(r"[0-9a-f]{16,}", re.IGNORECASE)
ROUNDS = 5
LAYERS = 3
AROUND = 60


def views(text: str, name: str) -> list[str]:
    """Give every view of a file, each only once."""
    whole = clean(decoded(text))
    if name.endswith(".md"):
        plain = BACKSLASH.sub(r"\1", whole)
        found = [plain, EMPHASIS.sub("", plain)]
    else:
        found = [whole]
    layer = [text] if name.endswith(MARKUP) else found
    for _ in range(LAYERS):  # what was escaped shows as tags; a reader skips them
        layer = [
            clean(decoded(bare)) for one in dict.fromkeys(layer) if MARKED_UP.search(one) for bare in _without_tags(one)
        ]
        found += layer
    found = list(dict.fromkeys(found))
    extra = (one for view in found for one in (_unhyphenated(view), _humps(view)) if one)
    return list(dict.fromkeys([*found, *extra]))


def _unhyphenated(text: str) -> str:
    """Join words that were divided at the end of a line, with the words around them."""
    lines = []
    for match in HYPHENATED.finditer(text):
        before = text[max(0, match.start() - AROUND) : match.start()].partition(" ")[2]
        after = text[match.end() : match.end() + AROUND].rpartition(" ")[0]
        lines.append(f"{before}{match[1]}{match[2]}{after}")
    return "\n".join(lines)


def _humps(text: str) -> str:
    """Take ``#SommerFest2026`` apart; with hyphens, so that a street named so is still one."""
    return "\n".join(BORDER.sub("-", match[0]) for match in HUMPED.finditer(text) if not HASH.fullmatch(match[0]))


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
