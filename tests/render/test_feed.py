"""The feed: entries keep their identity, and nothing in it knows a clock."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.support.site import made

ATOM = "{http://www.w3.org/2005/Atom}"
CHRONIK = "chronik: [{am: 2026-01-02, text: %s}, {am: 2026-01-02, text: Zwei}, {am: 2026-03-01, text: Drei}, {text: Ohne Tag}]\n"


def feed(block: str, wiq: str = "", kuerzel: str = "garten") -> ET.Element:
    return ET.fromstring(made((kuerzel, block), wiq=wiq)["feed.atom"])  # noqa: S314  # our own text


def entries(root: ET.Element) -> dict[str, str]:
    return {one.findtext(f"{ATOM}summary") or "": one.findtext(f"{ATOM}id") or "" for one in root.iter(f"{ATOM}entry")}


def test_the_newest_is_first_and_days_come_from_the_data() -> None:
    root = feed(CHRONIK % "Eins")
    assert list(entries(root)) == ["Drei", "Zwei", "Eins"]
    assert root.findtext(f"{ATOM}updated") == "2026-03-01T00:00:00+00:00"
    assert len(set(entries(root).values())) == 3
    link = root.find(f"{ATOM}entry/{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://netz.example/teams/garten/index.html#chronik"


def test_an_entry_keeps_its_identity() -> None:
    before, after = entries(feed(CHRONIK % "Eins")), entries(feed(CHRONIK % "Berichtigt"))
    assert before["Eins"] == after["Berichtigt"]
    renamed = entries(feed("frueher: [garten]\n" + CHRONIK % "Eins", kuerzel="hof"))
    assert renamed == before


def test_a_network_without_news_or_address() -> None:
    root = feed("chronik: []\n", "domain:\n")
    assert root.findtext(f"{ATOM}updated") == "2024-01-01T00:00:00+00:00"
    assert not entries(root)


def test_hostile_text_stays_text() -> None:
    root = feed("chronik: [{am: 2026-01-02, text: '<b>&amp; ]]> {{ 7*7 }}'}]\n")
    assert list(entries(root)) == ["<b>&amp; ]]> {{ 7*7 }}"]
