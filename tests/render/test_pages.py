"""What belongs to no single team: lists to choose from, redirects, the map of the site, posters."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.support.site import made, planned
from wiq_cli.domain.errors import NothingToDo
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.qr import qr
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates
from wiq_cli.usecases.person_preview import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

RESULT = {"am": "2026-11-01", "norm": "WCAG 2.2, Stufe AA", "werkzeug": "axe-core", "seiten": 20, "verstoesse": 0}


def text(pages: Mapping[str, str], name: str) -> str:
    return "\n".join(visible(pages[name]))


def test_every_district_topic_and_status_has_a_page() -> None:
    pages = made(
        ("a", "stadtteile: [Grünau, Groß-Zschocher]\nthemen: [C, Umwelt]\n"),
        ("b", "stadtteile: [Gruenau]\nthemen: [C++]\nstatus: pausiert\n"),
    )
    folders = {name.partition("/")[0] for name in pages}
    assert folders >= {"stadtteile", "themen", "status"}
    found = sorted(one for one in pages if one.startswith(("stadtteile/", "themen/", "status/")) and one.count("/") > 1)
    assert found == [
        "stadtteile/gross-zschocher/index.html", "stadtteile/gruenau/index.html", "status/laeuft/index.html", "status/pausiert/index.html",
        "themen/c-2/index.html", "themen/c/index.html", "themen/umwelt/index.html",
    ]  # fmt: skip
    both = pages["stadtteile/gruenau/index.html"]
    assert "teams/a/index.html" in both
    assert "teams/b/index.html" in both
    assert "teams/b/index.html" not in pages["themen/c/index.html"]
    assert "2 Teams" in text(pages, "stadtteile/gruenau/index.html")


def test_a_team_that_has_ended_invites_nobody() -> None:
    pages = made(("garten", "status: abgeschlossen\nsupport: [Werkzeug]\n"))
    for name in ("teams/garten/index.html", "teams/garten/profil.md", "teams/garten/aushang.html"):
        shown = text(pages, name) if name.endswith(".html") else pages[name]
        assert not re.search("Mitmachen|Mach mit|Das brauchen wir|Als Aushang", shown), name
    assert "Das Team hat seine Arbeit abgeschlossen." in text(pages, "teams/garten/index.html")
    assert "Das haben wir gebraucht" in pages["teams/garten/profil.md"]


def test_the_list_can_be_searched_without_a_server() -> None:
    page = made(("a", "name: Grüner Garten\nstadtteile: [Groß-Zschocher]\n"))["index.html"]
    assert 'data-suche="gruener garten' in page
    assert 'data-orte="gross-zschocher"' in page
    assert '<search id="suche"' in page
    assert "hidden>" in page  # without the script there is the list and no field that does nothing


def test_a_team_that_was_renamed_is_found() -> None:
    pages = made(("garten", "frueher: [beet, acker]\n"), ("acker", ""))
    assert "teams/beet/index.html" in pages
    assert 'content="0; url=../garten/index.html"' in pages["teams/beet/index.html"]
    assert 'rel="canonical" href="https://netz.example/teams/garten/"' in pages["teams/beet/index.html"]
    assert "refresh" not in pages["teams/acker/index.html"]  # somebody else has this name today


def test_the_map_of_the_site_needs_an_address() -> None:
    pages = made(("garten", "frueher: [beet]\n"))
    found = re.findall("<loc>(.*?)</loc>", pages["sitemap.xml"])
    assert "https://netz.example/" in found
    assert "https://netz.example/teams/garten/" in found
    assert not [one for one in found if "404" in one or "beet" in one or "aushang" in one]
    assert "Sitemap: https://netz.example/sitemap.xml" in pages["robots.txt"]
    without = made(("garten", ""), wiq="domain:\n")
    assert "sitemap.xml" not in without
    assert "Sitemap" not in without["robots.txt"]
    assert "QR-Code" not in without["teams/garten/aushang.html"]
    assert "canonical" not in without["index.html"]


def test_a_site_in_a_folder_knows_its_address() -> None:
    pages = made(("garten", ""), wiq="adresse: https://traeger.example/wiq\n")
    assert 'href="https://traeger.example/wiq/teams/garten/"' in pages["teams/garten/index.html"]
    assert "<loc>https://traeger.example/wiq/</loc>" in pages["sitemap.xml"]
    assert 'href="/wiq/style.css"' in pages["404.html"]
    assert 'href="/style.css"' in made(("garten", ""))["404.html"]


def test_a_poster_says_when_and_where() -> None:
    page = made(("garten", "treffen: {ort: Lindenau, termine: [24.11.2026 18:00, 25.11.2026, 26.11.2026, 27.11.2026, 28.11.2026]}\n"))["teams/garten/aushang.html"]  # fmt: skip
    assert '<time datetime="2026-11-24T18:00:00+01:00">Dienstag, 24.\xa0November 2026<' in page
    assert "18:00 Uhr" in page
    assert page.count("<time") == 4
    assert "QR-Code zur Seite https://netz.example/teams/garten/" in page


def test_the_code_has_its_corners_and_a_quiet_edge() -> None:
    code = qr("https://netz.example/teams/garten/")
    assert code.pfad.startswith("M4 4h7v1h-7z")
    columns = [int(one) for one in re.findall(r"M(\d+) ", code.pfad)]
    assert min(columns) == 4
    assert max(columns) < code.seite - 4
    assert qr("https://netz.example/teams/garten/") == code


@pytest.mark.parametrize("page", ["termine", "beschluesse", "wirkung", "fussabdruecke", "gesucht"])
def test_a_network_without_teams_has_pages_that_say_so(page: str) -> None:
    assert len(text(made(), f"{page}/index.html")) > 40


def test_who_needs_what() -> None:
    seeking = "support: [{was: Ein Raum, art: raum}]\nverteiler: garten@netz.example\n"
    done = "status: im-betrieb\nsupport: [{was: Ein Zelt, art: material}]\n"
    page = made(("garten", seeking), ("regal", done))["gesucht/index.html"]
    assert "Ein Raum" in page
    assert "mailto:garten@netz.example" in page
    assert "Ein Zelt" not in page


def test_what_is_left() -> None:
    done = "status: selbsttragend\nziele: {teilziele: [{ziel: Das Regal steht, erreicht: ja, am: 2026-04-01}, {ziel: Ein zweites}]}\n"
    page = made(("regal", done), ("garten", ""))["fussabdruecke/index.html"]
    assert "Das Regal steht" in page
    assert "Ein zweites" not in page
    assert "teams/garten" not in page


def test_who_agreed_to_be_named_is_named_by_the_own_team_only() -> None:
    people = "leitung: [{kennung: p901, name: Thea Testmann, einwilligung: {name: {antwort: ja, am: 2026-01-01}}}]\n"
    said = "chronik: [{am: 2026-01-02, text: Thea pflanzt}, {am: 2026-01-03, text: Es regnet}]\nwirkung: [Testmanns Beete]\nsupport: [Kontakt zu Testmann]\n"
    pages = made(("garten", people + said))
    assert "Thea Testmann" in pages["teams/garten/index.html"]
    assert not [name for name, page in pages.items() if not name.startswith("teams/garten/") and "Thea" in page]
    assert "Testmann" not in pages["gesucht/index.html"]
    assert "Es regnet" in pages["feed.atom"]
    assert "Es regnet" in pages["teams/garten/feed.atom"]
    assert "Thea" not in pages["teams/garten/feed.atom"], "what has gone to readers, nobody takes back"


def test_accessibility_is_claimed_by_a_result_only() -> None:
    found, texts = (
        planned(("garten", "")),
        {**shipped(), "barrierefreiheit.json": json.dumps({**RESULT, "vorlagen": Templates(shipped()).fingerprint})},
    )

    def page(own: frozenset[str]) -> str:
        return site(found.profiles, found.network, Templates(texts, own))["barrierefreiheit/index.html"]

    assert "am <time" in page(frozenset())
    assert "1.\xa0November 2026" in page(frozenset())
    texts["style.css"] += "p { color: red }"  # somebody else's colours, nobody looked
    assert "noch nicht geprüft" in page(frozenset({"style.css"}))
    texts["barrierefreiheit.json"] = json.dumps(RESULT)
    assert "1.\xa0November 2026" in page(frozenset({"style.css", "barrierefreiheit.json"}))
    assert "noch nicht geprüft" in page(frozenset({"style.css"}))
    texts["barrierefreiheit.json"] = '{"am": "gestern"}'
    with pytest.raises(NothingToDo, match=r"barrierefreiheit\.json passt nicht"):
        page(frozenset())


def test_who_meets_a_barrier_knows_where_to_write() -> None:
    page = made(("garten", ""))["barrierefreiheit/index.html"]
    assert 'Schreib uns. Wie, steht im <a href="../impressum/index.html">Impressum</a>.' in page


def test_linked_data_is_data() -> None:
    page = made(("garten", "name: '</script><b>'\ntreffen: {ort: Lindenau, termine: [24.11.2026 18:00]}\n"))["teams/garten/index.html"]  # fmt: skip
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    data = json.loads(block)
    assert data["name"] == "</script><b>"
    assert data["event"][0]["startDate"] == "2026-11-24T18:00:00+01:00"
    assert data["event"][0]["location"]["name"] == "Lindenau"
    assert "member" not in data


def test_the_order_of_teams_does_not_matter() -> None:
    assert made(("a", "name: Eins\n"), ("b", "name: Zwei\n")) == made(("b", "name: Zwei\n"), ("a", "name: Eins\n"))
