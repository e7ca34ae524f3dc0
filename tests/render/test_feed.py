"""The feeds: entries keep their identity, and nothing in it knows a clock."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.support.profiles import DECISION, FULL, NETWORK
from tests.support.site import made
from wiq_cli.render.feed import feed as of_network
from wiq_cli.render.feed import team_feed

ATOM = "{http://www.w3.org/2005/Atom}"
CHRONIK = "chronik: [{am: 2026-01-02, text: %s}, {am: 2026-01-02, text: Zwei}, {am: 2026-03-01, text: Drei}, {text: Ohne Tag}]\n"


def feed(block: str, wiq: str = "", kuerzel: str = "garten", file: str = "feed.atom") -> ET.Element:
    return ET.fromstring(made((kuerzel, block), wiq=wiq)[file])  # noqa: S314  # our own text


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


def test_the_title_is_set_as_on_the_pages() -> None:
    assert feed(CHRONIK % "Eins", 'name: Netz "Kanal"\n').findtext(f"{ATOM}title") == "Neues aus Netz „Kanal“"


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


def test_a_team_has_a_feed_of_its_own() -> None:
    pages = made(("garten", CHRONIK % "Eins"), ("hof", "name: Hof\nchronik: [{am: 2026-04-01, text: Vier}]\n"))
    own = ET.fromstring(pages["teams/hof/feed.atom"])  # noqa: S314  # our own text
    assert own.findtext(f"{ATOM}title") == "Hof: Neues"
    assert own.findtext(f"{ATOM}entry/{ATOM}title") == "Hof: Vier"
    addresses = ["https://netz.example/teams/hof/feed.atom", "https://netz.example/teams/hof/"]
    assert [one.get("href") for one in own.findall(f"{ATOM}link")] == addresses
    every = entries(ET.fromstring(pages["feed.atom"]))  # noqa: S314  # our own text
    assert entries(own) == {"Vier": every["Vier"]}, "the same entry is the same in both"
    assert 'href="feed.atom">Neues von diesem Team' in pages["teams/hof/index.html"]
    assert 'type="application/atom+xml" href="feed.atom" title="Hof: Neues"' in pages["teams/hof/index.html"]


def test_what_a_team_decided_is_in_its_feed() -> None:
    own = team_feed(FULL, "teams/garten/", "https://netz.example/")
    assert "<title>Ein Zaun</title>" in own
    assert f'href="https://netz.example/beschluesse/index.html#{DECISION.id}"' in own
    in_both = own[own.index(" <entry>") :]
    assert (
        in_both == (text := of_network([FULL], [DECISION], NETWORK, "https://netz.example/"))[text.index(" <entry>") :]
    )


def test_a_feed_lies_where_the_team_was_and_links_from_there() -> None:
    pages = made(("hof", "frueher: [garten]\n" + CHRONIK % "Eins"), wiq="domain:\n")
    assert pages["teams/garten/feed.atom"] == pages["teams/hof/feed.atom"]
    assert 'href="../../teams/hof/index.html#chronik"' in pages["teams/hof/feed.atom"]
    before = feed(CHRONIK % "Eins", file="teams/garten/feed.atom").findtext(f"{ATOM}id")
    assert before == feed("frueher: [garten]\n", kuerzel="hof", file="teams/hof/feed.atom").findtext(f"{ATOM}id")


def test_a_long_text_has_a_short_title() -> None:
    root = feed(CHRONIK % ("Wir graben um. " * 20))
    title = root.findall(f"{ATOM}entry")[-1].findtext(f"{ATOM}title") or ""
    assert title.endswith("…")
    assert len(title) < 120
    assert (root.findall(f"{ATOM}entry")[-1].findtext(f"{ATOM}summary") or "").count("graben") == 20
