"""Links between the pages of a site: each leads to a file that is there, and to a place in it."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

PAGE = ".html"
LINK = re.compile(  # a word like „src=x“ in the value of another attribute is no link
    r"""<[a-z][^<>"']*?(?:(?:"[^"<>]*"|'[^'<>]*')[^<>"']*?)*?\s(?:href|src)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""",
    re.IGNORECASE,
)
MARK = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Broken(NamedTuple):
    """A link that leads nowhere: the page that it stands on, and where it should lead."""

    page: str
    target: str


def broken_links(
    pages: Mapping[str, str], base: str | None = None, *, marks: bool = False, sound: Collection[str] = ()
) -> Iterator[Broken]:
    """Find all of them. ``base`` is the address of the site itself, where it is known. ``sound``: pages known to have none.

    ``marks``: a link to a missing place of a page that is there counts too. Whoever writes own templates need not keep all.
    """
    names = frozenset(pages)
    places: dict[str, frozenset[str]] = {}
    root = f"/{base.split('/', 3)[3]}" if base else "/"
    for page in pages:
        if not page.endswith(PAGE) or page in sound:
            continue
        for link in sorted(_found(LINK, pages[page])):
            within = inside(link, root)
            if within is None:
                continue
            path, _, mark = within.partition("#")
            name = _name(page, unquote(path.partition("?")[0]))
            if name not in names:
                yield Broken(page, link)
            elif marks and mark and name.endswith(PAGE):
                if name not in places:
                    places[name] = _found(MARK, pages[name])
                if unquote(mark) not in places[name]:
                    yield Broken(page, link)


def inside(link: str, root: str) -> str | None:
    """Give a link as one within the site; from its first folder on where it begins with a stroke. None leads elsewhere."""
    if SCHEME.match(link) or (link[:1] == "/" and not link.startswith(root)):
        return None
    return "/" + link.removeprefix(root) if link[:1] == "/" else link


def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(unescape("".join(parts)) for parts in set(pattern.findall(text)))


def _name(page: str, path: str) -> str:
    """Give the file that a path means on a page."""
    if not path:
        return page
    name = posixpath.normpath(
        posixpath.join(posixpath.dirname(page), path) if path[0] != "/" else path.lstrip("/") or "."
    )
    if path.endswith("/") or name == ".":
        return "index.html" if name == "." else f"{name}/index.html"
    return name
