"""Pages drawn by a network's own templates: they load nothing from elsewhere and run no script but that of the site."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from wiq_cli.usecases.links import PAGE, inside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

AROUND = ("default-src 'none'", "style-src 'self'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'")
POLICIES = (frozenset(AROUND), frozenset({*AROUND, "script-src 'self'"}))
HEAD = frozenset({"html", "head", "meta", "title", "link", "base", "style", "script"})  # anything else begins the body
FRAME = ("html", "head", "body")  # what no part of a page has
DATA = ("application/ld+json", "application/json")  # kinds of script that nobody runs
PLAIN = frozenset({
    "canonical", "alternate", "author", "license", "help", "me", "next", "prev", "bookmark", "nofollow", "noopener", "external",
})  # fmt: skip
LEADS = ("a", "area")  # only a click follows these
LOADS = frozenset({
    "src", "srcset", "imagesrcset", "poster", "background", "action", "formaction", "manifest", "ping", "data", "href", "xlink:href",
})  # fmt: skip
PAINTS = frozenset({
    "style", "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start", "marker-mid", "marker-end",
})  # fmt: skip
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
IN_CSS = re.compile(r"""(?:url\(|@import|image-set\(|src\()\s*(?:url\(\s*)?["']?\s*([^"')\s;]+)""", re.IGNORECASE)
IN_SCRIPT = re.compile(r"""["'`]\s*((?:https?:)?//[\w\[][^"'`\s]*)""", re.IGNORECASE)
NAMES_ONLY = "http://www.w3.org/"  # the names of kinds of markup; nobody goes there
BLANK = re.compile(r"[\x00-\x20\x7f]+")
REFRESH = re.compile(r"\d[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"']*)", re.IGNORECASE)
LONGEST = 80

NO_POLICY = "Die Zeile mit „Content-Security-Policy“ fehlt im Kopf. Übernimm sie aus der mitgelieferten Vorlage."
POLICY = "Das ist nicht die Content-Security-Policy von wiq. Übernimm die aus der mitgelieferten Vorlage."
SCRIPT = "Ein Skript steht mitten in der Seite. Schreib es in vorlagen/suche.js oder streich es."
FOREIGN_SCRIPT = "Das Skript ist keine Datei dieser Seiten. Schreib es in vorlagen/suche.js oder streich es."
EVENT = "Das führt ein Skript aus. Streich es."
FOREIGN = "Das führt zu einem anderen Rechner, ohne dass jemand klickt. Streich es."
STYLE = "Der Browser übergeht das hier. Schreib es in vorlagen/style.css."
HIDDEN = "Das ist eine Seite in der Seite. Nimm einen Link."


class Odd(NamedTuple):
    """Something that no page of wiq does: the file, what stands there, a sentence about it, and the line where that is known."""

    page: str
    shown: str
    words: str
    line: int = 0


def odd_pages(
    pages: Mapping[str, str], base: str | None, *, fragment: bool = False, sound: Collection[str] = ()
) -> Iterator[Odd]:
    """Look through pages, stylesheets and scripts. ``fragment``: a page may be a part of one. ``sound``: known to be fine."""
    home = urlsplit(base).hostname if base else None
    root = f"/{base.split('/', 3)[3]}" if base else "/"
    for name in pages:
        if name in sound:
            continue
        if name.endswith(PAGE):
            page = _Page(home, root)
            page.feed(pages[name])
            page.close()
            if not page.policy and (page.whole or not fragment):
                yield Odd(name, "", NO_POLICY)
            yield from (
                Odd(name, BLANK.sub(" ", shown)[:LONGEST], words, line)
                for (shown, words), line in page.found.items()
                if words != STYLE or page.whole or not fragment
            )
        elif name.endswith(".css"):
            yield from (
                Odd(name, one[:LONGEST], FOREIGN, _line_of(pages[name], one)) for one in _in_css(pages[name], home)
            )
        elif name.endswith(".js"):
            found = (one[1] for one in IN_SCRIPT.finditer(pages[name]))
            yield from (
                Odd(name, one[:LONGEST], FOREIGN, _line_of(pages[name], one))
                for one in found
                if not one.startswith(NAMES_ONLY) and _is_foreign(one, home)
            )


def _line_of(text: str, part: str) -> int:
    """Give the line where a part of a text stands; 0 where it does not stand as it is."""
    return text.count("\n", 0, text.index(part)) + 1 if part in text else 0


class _Page(HTMLParser):
    """Reads one page. ``found``: what stands there and the sentence about it."""

    def __init__(self, home: str | None, root: str) -> None:
        super().__init__()
        self._home = home
        self._root = root
        self._open = ""
        self._in_head = True  # a policy further down holds for nobody
        self.policy = self.whole = False
        self.found: dict[tuple[str, str], int] = {}  # the line where it stands first

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002  # a signature of the library
        self.whole = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self._in_head = self._in_head and tag in HEAD
        self.whole = self.whole or tag in FRAME
        values = {name: value or "" for name, value in reversed(attrs)}  # of two, the first one counts
        if tag == "script":
            self._script(values)
        if tag == "meta":
            self._meta(values)
        if tag == "style":
            self._note("<style>", STYLE)
        for name, value in values.items():
            for words in self._faults(tag, name, value, values):
                self._note(f"{name}={value}", words)

    def handle_endtag(self, tag: str) -> None:
        self._open = ""
        self._in_head = self._in_head and tag != "head"

    def handle_data(self, data: str) -> None:
        self._in_head = self._in_head and (self._open in {"title", "style", "script"} or not data.strip())
        if self._open == "style":
            for one in _in_css(data, self._home):
                self._note(one, FOREIGN)

    def _note(self, shown: str, words: str) -> None:
        self.found.setdefault((shown, words), self.getpos()[0])

    def _script(self, values: Mapping[str, str]) -> None:
        if values.get("type", "").strip().lower() in DATA and "src" not in values:
            return
        source = values.get("src") or values.get("href") or values.get("xlink:href")
        if not source:
            self._note("<script>", SCRIPT)
        elif inside(BLANK.sub("", source), self._root) is None:
            self._note(source, FOREIGN_SCRIPT)

    def _meta(self, values: Mapping[str, str]) -> None:
        kind, content = values.get("http-equiv", "").strip().lower(), values.get("content", "")
        if kind == "content-security-policy":
            if frozenset(" ".join(one.split()) for one in content.split(";") if one.strip()) in POLICIES:
                self.policy = self.policy or self._in_head
            else:
                self.policy = True  # said once, as what it is
                self._note(content, POLICY)
        elif kind == "refresh" and (match := REFRESH.match(content.strip())) and _is_foreign(match[1], self._home):
            self._note(content, FOREIGN)

    def _faults(self, tag: str, name: str, value: str, values: Mapping[str, str]) -> Iterator[str]:
        """Say what is wrong with one attribute."""
        if name.startswith("on"):
            yield EVENT
        elif name == "srcdoc":
            yield HIDDEN
        elif name in PAINTS:
            if any(True for _ in _in_css(value, self._home)):
                yield FOREIGN
            elif name == "style":
                yield STYLE
        elif name in LOADS:
            if _scheme(value) in {"javascript", "vbscript"}:
                yield EVENT
            elif tag != "script" and not _waits(tag, name, values):
                parts = value.split(",") if name.endswith("srcset") else [value]
                yield from (FOREIGN for one in parts if _is_foreign(one.strip().partition(" ")[0], self._home))


def _waits(tag: str, name: str, values: Mapping[str, str]) -> bool:
    """Whether nothing happens before somebody clicks."""
    if name not in {"href", "xlink:href"}:
        return False
    return tag in LEADS or (tag == "link" and set(values.get("rel", "").lower().split()) <= PLAIN)


def _in_css(text: str, home: str | None) -> Iterator[str]:
    """Find the addresses on other hosts that a stylesheet loads."""
    plain = ESCAPE.sub(_sign, COMMENT.sub("", text))
    for one in IN_CSS.finditer(plain):
        if _is_foreign(one[1], home):
            yield one[1]


def _sign(escape: re.Match[str]) -> str:
    number = int(escape[1], 16)
    return chr(number) if number < 0xD800 or 0xDFFF < number <= 0x10FFFF else "\ufffd"  # noqa: PLR2004  # as CSS has it


def _scheme(address: str) -> str:
    head, colon, _ = BLANK.sub("", address).partition(":")
    return head.lower() if colon else ""


def _is_foreign(address: str, home: str | None) -> bool:
    """Whether an address leads to another host, as a browser reads it."""
    address = BLANK.sub("", address).replace("\\", "/")
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE)
    if not scheme and not address.startswith("//"):
        return False
    if scheme and scheme[0].lower() in {"data:", "about:"}:
        return False
    try:
        return urlsplit(address).hostname != home or home is None
    except ValueError:
        return True
