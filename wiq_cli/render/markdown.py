"""A little Markdown in the long texts of a team: paragraphs, lists with a dash, bold, italics, links. Nothing else.

No HTML, no pictures, no headings, no numbered lists: „15. September“ at the start of a line is a day. A star inside a word
is a gender form and stays one. A link leads to a page over https, or to the address of the team's own list.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from wiq_cli.render import german

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SIGNS = re.compile(r"[*_\[<\\]|^[^\S\n]*- ", re.MULTILINE)  # without one of these a text says what it says
NO_SIGN = re.compile(r"(?<=\w)(?=\*\w)|(?<=^\d)(?=[.)]\s)|(?<=\d\d)(?=[.)]\s)|^(?=\+\s)", re.MULTILINE)
PAGE = re.compile(r"https://(?![^/?#]*@)[^\s<>\"]+")
RULES = ("emphasis", "link", "autolink", "list", "escape")


def markdown(text: str, verteiler: str | None = None) -> Markup:
    """Give the paragraphs and lists of a text."""
    if not SIGNS.search(text):
        return Markup("\n").join(Markup("<p>{}</p>").format(one) for one in german.paragraphs(text))
    return Markup(_reader(verteiler).render(_guarded(text)).rstrip())  # noqa: S704  # the library escapes, html is off


def markdown_line(text: str, verteiler: str | None = None) -> Markup:
    """Give a text that stands inside a line."""
    if not SIGNS.search(text):
        return escape(text)
    return Markup(_reader(verteiler).renderInline(_guarded(text)))  # noqa: S704  # the library escapes, html is off


def unmarked(text: str) -> str:
    """Give a text without its signs, for feeds and previews. Where a link leads stands behind its words."""
    if not SIGNS.search(text):
        return text
    return "".join(_said(_reader(None).parse(_guarded(text)))).strip()


@lru_cache(maxsize=4)
def _reader(verteiler: str | None) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # start-up

    reader = MarkdownIt("zero", {"html": False}).enable(list(RULES))
    own = f"mailto:{verteiler}".casefold() if verteiler else None
    reader.validateLink = lambda url: bool(PAGE.fullmatch(url)) or url.casefold() == own  # type: ignore[method-assign]
    return reader


def _guarded(text: str) -> str:
    """Put a backslash before what only looks like a sign."""
    return NO_SIGN.sub(r"\\", text)


def _said(tokens: Sequence[Token]) -> Iterator[str]:
    leads_to = ""
    for one in tokens:
        match one.type:
            case "inline":
                yield from _said(one.children or ())
            case "text" | "text_special":
                yield one.content
            case "softbreak" | "hardbreak":
                yield "\n"
            case "list_item_open":
                yield "- "
            case "paragraph_close":
                yield "\n" if one.hidden else "\n\n"
            case "link_open":
                leads_to = "" if one.info == "auto" else str(one.attrGet("href") or "")
            case "link_close" if leads_to:
                yield f" ({leads_to.removeprefix('mailto:')})"
