"""No page asks another machine for anything, none breaks its own policy, and hostile text stays text, on a server and from the disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from tests.site.conftest import Page
    from tests.support.browser import Tab

POLICY = "document.querySelector('head > meta:nth-child(2)[http-equiv=Content-Security-Policy]').content"
LINKS = "[...document.querySelectorAll('a[href], link[href]:not([rel=canonical]), area[href]')].map((one) => one.href)"
SCHEMES = {"http", "https", "mailto", "file", "data"}
HOSTILE = """<script>window.hacked=1</script><img src=x onerror=window.hacked=2> "'><svg onload=window.hacked=3> [x](javascript:window.hacked=4) ![x](https://fremd.example/x.png) <https://fremd.example> {{ 7*7 }}"""
TEXTS = """\
name: {0}
untertitel: {0}
stadtteile: [{0}]
themen: [{0}]
problem: [{0}, {0}]
zusammenfassung: {0}
ziele: {{bis: 2027-09-15, anlass: {0}, teilziele: [{{ziel: {0}}}], langfristig: [{0}]}}
wirkung: [{{indikator: {0}, einheit: {0}, ausgangswert: 0, soll: 5, ist: [{{am: 2026-11-01, wert: 3, quelle: {0}}}]}}]
stand: [{{text: {0}}}]
weg: [{{schritt: {0}, notizen: [{0}]}}]
support: [{{was: {0}}}]
kooperationspartner: [{{name: {0}, url: 'https://verein.example/"><script>', stand: {0}}}]
offene_fragen: [{0}]
chronik: [{{am: 2026-11-02, text: {0}}}]
treffen: {{ort: {0}, termine: [24.11.2026 18:00]}}
"""


def test_no_page_asks_another_machine(tab: Tab, pages: list[Page]) -> None:
    found = {}
    for page in pages:
        tab.goto(page.address)
        base = "://".join(urlsplit(page.address)[:2]) + "/"
        asked = [one for one in tab.requests() if not one.startswith((base, "data:"))]
        if asked or tab.complaints() or len(tab.requests()) < 2:
            found[page.name] = (asked, tab.complaints())
        assert tab.run(POLICY).startswith("default-src 'none'; ")
        assert {urlsplit(one).scheme for one in tab.run(LINKS)} <= SCHEMES
    assert not found


def test_the_site_works_from_the_disk(tab: Tab, pages: list[Page]) -> None:
    """Every file that a page needs or leads to is there."""
    found = {}
    for page in pages:
        if page.file.name == "404.html":  # a server shows it at any depth, so it knows its place by the address only
            continue
        tab.goto(page.file.as_uri())
        local = [one for one in [*tab.requests(), *tab.run(LINKS)] if one.startswith("file:")]
        gone = [one for one in local if not Path(unquote(urlsplit(one).path)).is_file()]
        if gone or tab.complaints():
            found[page.name] = (gone, tab.complaints())
    assert not found


def test_hostile_text_in_every_field_comes_out_as_text(tab: Tab, tmp_path: Path) -> None:
    text = TEXTS.format("'" + HOSTILE.replace("'", "''") + "'").replace(
        "'https://verein.example/\"><script>'", "https://verein.example"
    )
    network(tmp_path, {"garten": with_keys(TEAM, text)})
    assert main(["publish", "--root", str(tmp_path), "--today", "2026-11-22"]) == 0
    every = sorted((tmp_path / "site").rglob("*.html"))
    assert len(every) > 15
    for file in every:
        tab.goto(file.as_uri())
        assert tab.run("window.hacked") is None
        assert file.name == "404.html" or not tab.complaints(), file
        assert not [one for one in tab.requests() if not one.startswith(("file:", "data:"))]
        assert (
            tab.run("document.querySelectorAll('img, main svg:not([class]), main script, [onerror], [onload]').length")
            == 0
        )
        assert {urlsplit(one).scheme for one in tab.run(LINKS)} <= SCHEMES
    tab.goto((tmp_path / "site" / "teams" / "garten" / "index.html").as_uri())
    assert tab.run("document.body.innerText").count("<script>window.hacked=1</script>") > 15
    assert json.loads(tab.run("document.querySelector('script[type]').textContent"))["name"].startswith("<script>")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//fremd.example", "ftp://fremd.example", 'https://a.example/"><script>'])  # fmt: skip
@pytest.mark.parametrize("where", ["kooperationspartner", "impressum", "datenschutz", "traeger", "adresse"])
def test_an_address_is_a_page_on_the_web(where: str, address: str, tmp_path: Path) -> None:
    value = f"'{address}'"
    partner = f"kooperationspartner: [{{name: Verein, url: {value}}}]\n" if where == "kooperationspartner" else ""
    ours = f"traeger: {{name: Verein, url: {value}}}\n" if where == "traeger" else f"{where}: {value}\n"
    network(tmp_path, {"garten": with_keys(TEAM, partner)}, WIQ if partner else with_keys(WIQ, ours))
    assert main(["publish", "--root", str(tmp_path), "--today", "2026-11-22"]) != 0
    assert not (tmp_path / "site").exists()
