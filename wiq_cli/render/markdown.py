"""A little Markdown in the long texts of a team: paragraphs, lists with a dash, bold, italics, links. Nothing else.

A text that stands inside a line keeps its paragraphs too. On a page an empty line stands between them. In Markdown they are
marked until the whole page is there: only then is it known how far in they stand.

No HTML, no pictures, no headings, no numbered lists: „15. September“ at the start of a line is a day. A star inside a word
is a gender form and stays one. A link leads to a page over https, or to the address of the team's own list.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from wiq_cli.render import german

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SIGNS = re.compile(r"[*_\[<\\]|^[^\S\n]*- ", re.MULTILINE)  # without one of these a text says what it says
NO_SIGN = re.compile(
    r"(?<=\w)(?=\*\w)|(?<=^\d)(?=[.)]\s)|(?<=\d\d)(?=[.)]\s)|^(?=\+\s)|\A(?=[-*+]\s*\Z)"
    r"|(?<!\\)(?=\]\((?!\s*<?(?:https:|(?i:mailto:))))|(?<!\\)(?=\[\s*\]\()",  # a link without a place, or without a word
    re.MULTILINE,
)
PAGE = re.compile(r"https://(?![^/?#]*@)[^\s<>\"]+")
RULES = ("emphasis", "link", "autolink", "list", "escape")
MEANING = re.compile(r"([\\`*_{}\[\]<>#|~&!$^])")
MEANING_IN_FRONT = re.compile(r"^([-+=]|[0-9]+(?=[.)](?:\s|$)))")
AT_ITS_START = re.compile(r"[^\S\n]*(?:(?:[-*+]|[0-9]+[.)])[^\S\n]+)*(?:[0-9]*\\.)?")
LIST_SIGN = re.compile(r"\s*(?:(?:[-*+]|[0-9]+[.)])\s+)?")
PARAGRAPH = "\u2029"  # in Markdown that is not yet a page: no text has it, each counts it among its blanks
EMPTY_LINE = re.compile(r"\n\s*\n")
BETWEEN = Markup("<br><br>")
NEEDLESS = re.compile(r"(?<=[0-9])\\(?=[.)])|(?<!\\)\\(?=[-+=])")
AT_HAND = 64  # texts: a page and its Markdown show the same ones
CLOSES = {"em_close": "em_open", "strong_close": "strong_open"}
WRITTEN = {"strong_open": "**", "em_open": "*"}


class Written(str):
    """A text that is Markdown already."""

    __slots__ = ()


def markdown(text: str, verteiler: str | None = None) -> Markup:
    """Give the paragraphs and lists of a text."""
    if not SIGNS.search(text):
        return Markup("\n").join(Markup("<p>{}</p>").format(one) for one in german.paragraphs(text))
    return _html(_read(text, verteiler), verteiler).rstrip()


def markdown_line(text: str, verteiler: str | None = None) -> Markup:
    """Give a text that stands inside a line."""
    if not SIGNS.search(text):
        return line(text)
    return BETWEEN.join(_html(_read_line(one, verteiler), verteiler) for one in _apart(text))


def line(text: str) -> Markup:
    """Give a text without any signs that stands inside a line."""
    return BETWEEN.join(_apart(text))


def written(text: str, verteiler: str | None = None) -> Written:
    """Give the paragraphs and lists of a text as Markdown that says the same to every program: with these signs and no others."""
    if not SIGNS.search(text):
        return Written("\n\n".join(map(as_it_stands, german.paragraphs(text))))
    lines: list[str] = []
    depth, bullet = 0, ""
    for one in _read(text, verteiler):
        match one.type:
            case "bullet_list_open":
                depth += 1
            case "bullet_list_close":
                depth -= 1
                lines += [""] * (not depth)
            case "list_item_open":
                bullet += "- "
            case "inline":
                lines.append("  " * (depth - bullet.count("-")) + bullet + _written(one))
                bullet = ""
            case "paragraph_close" if not one.hidden:
                lines.append("")
    return Written("\n".join(lines).strip())


def written_line(text: str, verteiler: str | None = None) -> Written:
    """Give a text that stands inside a line as Markdown."""
    if not SIGNS.search(text):
        return Written(as_it_stands(text))
    return Written(PARAGRAPH.join("".join(map(_written, _read_line(one, verteiler))) for one in _apart(text)))


def as_it_stands(text: str) -> str:
    """Write a text so that Markdown shows it as it stands, each paragraph on one line."""
    return PARAGRAPH.join(_in_front(MEANING.sub(r"\\\1", one)) for one in _apart(text))


def _apart(text: str) -> Sequence[str]:
    """Give the paragraphs of a text, as they are."""
    return EMPTY_LINE.split(text.strip()) if "\n" in text else (text,)


def _in_front(line: str) -> str:
    """Put a backslash before what means something at the start of a line alone."""
    line = " ".join(line.split())
    return MEANING_IN_FRONT.sub(r"\1\\" if line[:1].isdigit() else r"\\\1", line)


def page(text: str) -> str:
    """Give a page of Markdown: its paragraphs apart, without the backslashes that mean something at the start of a line alone."""
    return "\n".join(_without_needless(one) for each in text.split("\n") for one in _lines(each))


def _lines(text: str) -> Iterator[str]:
    """Give a line that holds several paragraphs as lines that belong to the same entry of a list."""
    first, *more = text.split(PARAGRAPH)
    yield first
    sign = LIST_SIGN.match(first)
    for one in more:
        yield from ("", " " * (sign.end() if sign else 0) + one)


def _without_needless(line: str) -> str:
    if "\\" not in line:
        return line
    start = AT_ITS_START.match(line)
    behind = start.end() if start else 0
    return line[:behind] + NEEDLESS.sub("", line[behind:])


def unmarked(text: str) -> str:
    """Give a text without its signs, for feeds and previews. Where a link leads stands behind its words."""
    if not SIGNS.search(text):
        return text
    return "".join(_said(_read(text, None))).strip()


@lru_cache(maxsize=4)
def _reader(verteiler: str | None) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # start-up

    reader = MarkdownIt("zero", {"html": False}).enable(list(RULES))
    own = f"mailto:{verteiler}".casefold() if verteiler else None
    reader.validateLink = lambda url: bool(PAGE.fullmatch(url)) or url.casefold() == own  # type: ignore[method-assign]
    return reader


@lru_cache(maxsize=AT_HAND)
def _read(text: str, verteiler: str | None) -> Sequence[Token]:
    return _each_once(_reader(verteiler).parse(_guarded(text)))


@lru_cache(maxsize=AT_HAND)
def _read_line(text: str, verteiler: str | None) -> Sequence[Token]:
    return _each_once(_reader(verteiler).parseInline(_guarded(text)))


def _each_once(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out what is emphasised in the same way already, or goes on so: no two programs read such signs alike."""
    for inline in tokens:
        depth = dict.fromkeys(WRITTEN, 0)
        kept: list[Token] = []
        for one in inline.children or ():
            kind = CLOSES.get(one.type, one.type)
            if kind in WRITTEN:
                depth[kind] += one.nesting
                if depth[kind] > (one.nesting > 0):
                    continue
                if kept and one.type in WRITTEN and CLOSES.get(kept[-1].type) == kind:
                    kept.pop()
                    continue
            if one.content or one.type != "text":
                kept.append(one)
        inline.children = kept
    return tokens


def _html(tokens: Sequence[Token], verteiler: str | None) -> Markup:
    reader = _reader(verteiler)
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704  # the library escapes, html is off


def _guarded(text: str) -> str:
    """Put a backslash before what only looks like a sign."""
    return NO_SIGN.sub(r"\\", text)


def _written(inline: Token) -> str:
    """Write a line anew. What is no sign of ours is a text, whatever other programs make of it."""
    pieces: list[str] = []
    leads_to, in_signs = "", False
    signs = _signs(inline.children or ())
    for number, one in enumerate(inline.children or ()):
        match one.type:
            case "link_open":
                leads_to = str(one.attrGet("href") or "")
                in_signs = one.info == "auto"
                pieces.append(f"<{leads_to.removeprefix('mailto:')}>" if in_signs else "[")
            case "link_close":
                pieces.append("" if in_signs else f"](<{leads_to}>)")
                in_signs = False
            case "text" | "text_special":
                pieces.append("" if in_signs else MEANING.sub(r"\\\1", one.content))
            case "softbreak" | "hardbreak":
                pieces.append(" ")
            case _:
                pieces.append(signs[number])
    return _in_front("".join(pieces))


def _signs(tokens: Sequence[Token]) -> dict[int, str]:
    """Say with which sign each emphasis is written: the usual one, and where two touch each its own."""
    signs: dict[int, str] = {}
    open_: list[int] = []
    is_sign = [one.type in WRITTEN or one.type in CLOSES for one in tokens]
    for number, one in enumerate(tokens):
        if one.type in WRITTEN:
            open_.append(number)
        elif one.type in CLOSES:
            first = open_.pop()
            touches = any(is_sign[at] for at in (first - 1, first + 1, number - 1, number + 1) if 0 <= at < len(tokens))
            signs[first] = signs[number] = one.markup if touches else WRITTEN[CLOSES[one.type]]
    return signs


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
