"""A text without its tags, as a reader sees it."""

from __future__ import annotations

import re

from wiq_cli.domain.late import late

SUFFIXES = (".html", ".xml", ".atom", ".svg", ".htm", ".xhtml", ".rss")
COMMENT = late(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>", re.DOTALL)
TAG = late(r"(<[a-z/!?][^<>]*>)", re.IGNORECASE)
TAG_NAME = late(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
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
        "rp",
        "rt",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tspan",
        "u",
        "var",
        "wbr",
    ]
)
CELLS = frozenset(["td", "th", "dt", "dd", "text", "label", "input", "option", "img", "svg", "button", *INLINE])
"""What stands in one row belongs together."""
MARKED_UP = late(r"<[a-z/!][^<>]*>", re.IGNORECASE)
HIDDEN = late(r"\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0", re.IGNORECASE)
DECOY = late(
    rf"<([a-z][a-z0-9]*)\b[^<>]*(?:{HIDDEN.pattern})[^<>]*>[^<>]*</\1\s*>|<(rt|rp|del)\b[^<>]*>[^<>]*</\2\s*>",
    re.IGNORECASE,
)
SPACE = late(r"(?<![ \t])[ \t]*\r?\n[ \t]*")


def bare(text: str) -> list[str]:
    """Give the text with nothing for tags inside a line, or a blank; both again without what is hidden; the comments; the rest."""
    said = "\n".join(match[0][4:].removesuffix("-->") for match in COMMENT.finditer(text))
    text = COMMENT.sub("", text)
    found = [*_without_tags(text), said, text]
    shown = DECOY.sub("", text)
    if shown != text:
        found += _without_tags(shown)
    return found


def _without_tags(text: str) -> tuple[str, str]:
    """Tags inside a line leave nothing, or a blank if there is none; the others end the line. A line end in the source is
    none for a reader.
    """
    joined, spaced, last = [], [], ""
    pieces = TAG.split(text)
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            joined.append(piece)
            left = SPACE.sub(" ", piece)
        else:
            match = TAG_NAME.match(piece)
            name = match[1].lower() if match else ""
            joined.append("" if name in INLINE else "\n")
            left = " " if name in CELLS else "\n"
            if left == " " and (last.isspace() or pieces[number + 1][:1].isspace()):
                left = ""
        spaced.append(left)
        last = left[-1:] or last
    return "".join(joined), "".join(spaced)
