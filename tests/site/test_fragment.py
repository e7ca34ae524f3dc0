"""A part of a page inside another site: the stylesheet dresses what is ours and leaves everything else alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import write
from tests.support.profiles import FULL, NETWORK
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.browser import Tab

HOST = """<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>Verein</title>
<style>
body {{ margin: 3px; color: #123456; background: #fedcba; font: 20px serif }}
h1 {{ font-size: 50px; color: #aa0000 }}
a {{ color: #00aa00 }}
</style>
<link rel="stylesheet" href="style.css">
</head>
<body class="aushang"><main><h1>Verein</h1><p>Wir <a href="#">laden ein</a>.</p><p hidden>Nichts.</p>
<div>{theirs}</div></main>{ours}</body></html>
"""
DRESSED = """(() => [...document.querySelectorAll("*")].filter((one) => !one.closest(".wiq, head"))
  .map((one) => one.outerHTML.slice(0, 60) + JSON.stringify(Object.fromEntries([...getComputedStyle(one)]
  .map((name) => [name, getComputedStyle(one).getPropertyValue(name)])
  .filter(([name]) => !/height|block-size|origin/.test(name))))))()"""  # how high a page is depends on what stands in it
STYLE = "getComputedStyle(document.querySelector({})).{}"


@pytest.fixture(params=["index.html", "teams/garten/index.html"])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the page of another site, with our words once in our box and once outside of it."""
    pages = site([FULL], NETWORK, Templates(shipped(fragment=True)))
    ours = pages[request.param]
    theirs = re.sub(r'\sid="[^"]*"', "", ours.replace('class="wiq"', ""))
    write(tmp_path, {"style.css": pages["style.css"], "index.html": HOST.format(ours=ours, theirs=theirs)})
    return (tmp_path / "index.html").as_uri()


def test_what_stands_around_keeps_its_looks(tab: Tab, host: str) -> None:
    for kind in ("screen", "print"):
        for scheme in ("light", "dark"):
            tab.goto(host)
            tab.media(kind, prefers_color_scheme=scheme)
            with_ours = tab.run(DRESSED)
            tab.run("document.styleSheets[1].disabled = true")
            assert len(with_ours) > 20
            assert with_ours == tab.run(DRESSED)


def test_our_part_has_our_looks(tab: Tab, host: str) -> None:
    tab.size(1200)
    tab.goto(host)
    for selector, name, value in (
        (".wiq", "color", "rgb(43, 39, 34)"),
        (".wiq", "fontSize", "17px"),
        (".wiq h1", "fontSize", "41.6px"),
        (".wiq a", "color", "rgb(34, 96, 63)"),
        (".wiq .status", "borderTopLeftRadius", "16px"),
    ):
        assert tab.run(STYLE.format(repr(selector), name)) == value, (selector, name)


def test_our_part_is_dark_only_where_the_site_around_it_is(tab: Tab, host: str) -> None:
    paper = STYLE.format("'.wiq'", "backgroundColor")
    tab.goto(host)
    tab.media(prefers_color_scheme="dark")
    assert tab.run(paper) == "rgb(251, 247, 240)"
    tab.run("document.documentElement.style.colorScheme = 'light dark'")
    assert tab.run(paper) == "rgb(27, 25, 22)"


def test_a_page_of_our_own_is_dark_by_night(tab: Tab, example: Path) -> None:
    tab.goto((example / "index.html").as_uri())
    for scheme, colour in (("light", "rgb(251, 247, 240)"), ("dark", "rgb(27, 25, 22)")):
        tab.media(prefers_color_scheme=scheme)
        assert tab.run(STYLE.format("'body'", "backgroundColor")) == colour
