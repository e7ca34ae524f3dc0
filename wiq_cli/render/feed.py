"""News as Atom feeds, of the network and of each team: what teams wrote down, and what was decided.

Nothing in them knows a clock. An entry is the same in both, so whoever reads both is told once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from wiq_cli.domain.public import ANFANG
from wiq_cli.domain.uid import oldest_name
from wiq_cli.render import german
from wiq_cli.render.markdown import unmarked
from wiq_cli.render.plain import ERGEBNIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.domain.public import Beschluss, PublicNetwork, PublicProfile

FEED = "feed.atom"
NEWEST = 60
TITLE = 80  # characters of a text: enough to choose by in a list
SPACE = "8d0c6ad5-2f5e-5c27-9a43-1c9e0f4b7a10"  # fixed for ever: a reader knows an entry by it


class News(NamedTuple):
    """One entry. ``key`` stays the same when a text is corrected."""

    am: date
    key: str
    titel: str
    text: str
    seite: str


class About(NamedTuple):
    """What a feed says of itself. ``folder``: where it lies, with the page that shows more."""

    key: str
    titel: str
    von: str
    folder: str = ""


def feed(
    profiles: Iterable[PublicProfile], found: Iterable[Beschluss], network: PublicNetwork, base: str | None
) -> str:
    """Write the feed of the network, the newest first."""
    name = german.typeset(network.name)
    about = About(f"netz/{base or network.name}", f"Neues aus {name}", name)
    return _written(about, (*_chronicle(profiles), *_decided(found)), base)


def team_feed(one: PublicProfile, folder: str, base: str | None) -> str:
    """Write the feed of a team that names nobody: what has gone to readers, nobody takes back."""
    name = german.typeset(one.name)
    about = About(f"team/{oldest_name(one.kuerzel, one.frueher)}", f"{name}: Neues", name, folder)
    return _written(about, (*_chronicle([one]), *_decided(one.beschluesse)), base)


def _written(about: About, found: Iterable[News], base: str | None) -> str:
    news = sorted(found, key=lambda one: (one.am, one.key), reverse=True)[:NEWEST]
    start = "../" * about.folder.count("/") if base is None else base
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "de"})
    _add(root, "id", _id(about.key))
    _add(root, "title", about.titel)
    _add(root, "updated", _time(news[0].am) if news else ANFANG.isoformat())
    _add(ET.SubElement(root, "author"), "name", about.von)
    if base:
        own = base + about.folder + FEED
        ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    page = base + about.folder if base else "index.html"
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for one in news:
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", _id(one.key))
        _add(entry, "title", one.titel)
        _add(entry, "updated", _time(one.am))
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": start + one.seite})
        _add(entry, "summary", one.text)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _chronicle(profiles: Iterable[PublicProfile]) -> Iterator[News]:
    for team in profiles:
        oldest = oldest_name(team.kuerzel, team.frueher)
        seen: dict[date, int] = {}
        for one in team.chronik:
            if one.am is not None:
                number = seen[one.am] = seen.get(one.am, 0) + 1
                key = f"chronik/{oldest}/{one.am.isoformat()}/{number}"
                text = unmarked(german.typeset(one.text))
                title = f"{german.typeset(team.name)}: {german.shortened(text, TITLE)}"
                yield News(one.am, key, title, text, f"teams/{team.kuerzel}/index.html#chronik")


def _decided(found: Iterable[Beschluss]) -> Iterator[News]:
    for one in found:
        text = f"{one.teamname}: {ERGEBNIS[one.ergebnis]}. {' '.join(one.wortlaut.split())}"
        yield News(
            one.am, f"beschluss/{one.id}", german.typeset(one.titel), german.typeset(text), f"beschluesse/index.html#{one.id}"
        )  # fmt: skip


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = "".join(one for one in text if one.isprintable() or one == "\n")


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+00:00"


def _id(key: str) -> str:
    from uuid import UUID, uuid5  # noqa: PLC0415  # start-up

    return f"urn:uuid:{uuid5(UUID(SPACE), key)}"
