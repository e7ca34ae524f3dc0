"""Without a mouse, without colours, without motion, without a stylesheet, without a script: the pages still work."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.support.browser import Tab
from wiq_cli.files.vorlagen import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Page
    from tests.support.browser import Browser

KINDS = ("index.html", "termine/index.html", "entscheiden/index.html", "stadtteile/lindenau/index.html", "teams/leipzig-isst-zusammen/index.html", "404.html")  # fmt: skip
REACHABLE = """window.reachable = [...document.querySelectorAll("a[href], input, select, summary, button")]
  .filter((one) => one.checkVisibility({contentVisibilityAuto: true})); reachable.length"""
FOCUS = """(() => { const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return [reachable.indexOf(one), style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, box.left >= 0 && box.width > 0]; })()"""
BACKWARDS = """(() => { let last = -1; return [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, tr)")]
  .filter((one) => one.checkVisibility() && !one.closest(".leise, dl.kurz, .zeichen, .marken, .reihe, .suche, .zahlen"))
  .filter((one) => { const top = one.getBoundingClientRect().top, wrong = top < last - 1; last = top; return wrong; }).map((one) => one.outerHTML.slice(0, 99)); })()"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_is_reached_with_the_keyboard(kind: str, tab: Tab, pages: list[Page]) -> None:
    (page,) = (one for one in pages if one.name == f"beispiel: {kind}")
    tab.size(1200)
    tab.goto(page.address)
    for number in range(tab.run(REACHABLE)):
        tab.press("Tab")
        assert tab.run(FOCUS) == [number, True, True], number


def test_a_jump_over_the_head_of_the_page(tab: Tab, pages: list[Page]) -> None:
    page = next(one for one in pages if one.name == "beispiel: teams/leipzig-isst-zusammen/index.html")
    tab.goto(page.address)
    tab.press("Tab")
    assert tab.run("document.activeElement.textContent") == "Zum Inhalt"
    tab.press("Enter", "\r")
    assert tab.run("location.hash") == "#inhalt"
    tab.press("Tab")
    assert tab.run("document.activeElement.closest('main') !== null")


def test_search_with_the_keyboard(tab: Tab, example: Path) -> None:
    """From the disk: there is no server behind it."""
    tab.goto((example / "index.html").as_uri())
    tab.run("document.getElementById('suchwort').focus()")
    tab.send("Input.insertText", text="LEUTZSCH essen")
    shown = "[...document.querySelectorAll('[data-suche]')].filter((one) => one.checkVisibility()).length"
    assert tab.run(shown) == 0
    assert "Kein Team" in tab.run("document.querySelector('[role=status]').textContent")
    tab.run("document.getElementById('suchwort').select()")
    tab.send("Input.insertText", text="lindenau ernährung")
    assert tab.run(shown) == 1
    assert tab.run("document.querySelector('[role=status]').textContent") == "1 Team"
    for words in (
        "Leipzig isst zusammen",
        "is(s)t",
        "leipzig-isst",
        "Begegnung: Ernaehrung! Leipzig",
    ):  # as it is spoken
        tab.run("document.getElementById('suchwort').select()")
        tab.send("Input.insertText", text=words)
        assert tab.run(shown) == 1, words


def test_a_poster_is_one_sheet(tab: Tab, pages: list[Page]) -> None:
    for page in pages:
        if page.name.endswith("aushang.html"):
            tab.goto(page.address)
            assert len(PdfReader(io.BytesIO(tab.paper())).pages) == 1, page.name


def test_without_scripts_the_list_is_there(browser: Browser, example: Path) -> None:
    tab = Tab(browser, scripts=False)
    tab.goto((example / "index.html").as_uri())
    assert "Tauschregal Volkmarsdorf" in tab.run("document.body.innerText")
    assert not tab.run("document.getElementById('suche').checkVisibility()")
    tab.close()


def test_reading_order_is_the_order_on_the_screen(tab: Tab, pages: list[Page]) -> None:
    tab.size(320)
    found = {}
    for page in pages:
        tab.goto(page.address)
        if wrong := tab.run(BACKWARDS):
            found[page.name] = wrong
    assert not found


def test_without_a_stylesheet_nothing_is_lost(tab: Tab, pages: list[Page]) -> None:
    page = next(one for one in pages if one.name == "beispiel: teams/leipzig-isst-zusammen/index.html")
    tab.size(1200)
    tab.goto(page.address)
    tab.run("for (const one of document.styleSheets) one.disabled = true")
    lines = tab.run("document.body.innerText").splitlines()
    assert lines[0] == "Zum Inhalt"
    assert "Dienstag, 24.\xa0November 2026, 18:00 bis 19:30 Uhr per Teams" in lines
    assert any("Erreicht: Aktivierung" in line for line in lines)
    assert tab.run("getComputedStyle(document.querySelector('.verlauf')).fill") == "none"


def test_nothing_moves_for_who_wants_no_motion(tab: Tab, pages: list[Page]) -> None:
    tab.goto(pages[0].address)
    how = "getComputedStyle(document.documentElement).scrollBehavior"
    tab.media(prefers_reduced_motion="reduce")
    assert tab.run(how) == "auto"
    assert tab.run("document.getAnimations().length") == 0
    tab.media(prefers_reduced_motion="no-preference")
    assert tab.run(how) == "smooth"


def test_forced_colours_leave_borders_and_pictures(tab: Tab, pages: list[Page]) -> None:
    page = next(one for one in pages if one.name == "beispiel: teams/leipzig-isst-zusammen/index.html")
    tab.media(forced_colors="active")
    tab.goto(page.address)
    for one in (".status", ".mitmachen"):
        assert tab.run(f"getComputedStyle(document.querySelector('{one}')).borderTopStyle") == "solid"
    text = tab.run("getComputedStyle(document.querySelector('h1')).color")
    assert tab.run("getComputedStyle(document.querySelector('.verlauf')).stroke") == text


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_are_far_enough_apart(scheme: int) -> None:
    """Also where axe cannot tell: words in pictures, borders of fields, the ring around what has the focus."""
    both = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", shipped()["style.css"])
    colours = {name: shades[scheme] for name, *shades in both}
    pairs = [
        (word, ground, 4.5) for word in ("schrift", "leiser", "gruen") for ground in ("papier", "karte", "gruen-hell")
    ]
    pairs += [(word, f"{word}-hell", 4.5) for word in ("gruen", "ocker", "rot")] + [("schrift", "grau-hell", 4.5)]
    pairs += [("rand", ground, 3.0) for ground in ("papier", "karte")]
    for word, ground, least in pairs:
        light, dark = sorted((_luminance(colours[word]), _luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= least, (word, ground)


def _luminance(colour: str) -> float:
    parts = (int(colour[one : one + 2], 16) / 255 for one in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
