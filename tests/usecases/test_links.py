"""Links between pages."""

from __future__ import annotations

import pytest

from tests.support.site import made
from wiq_cli.usecases.links import Broken, broken_links

BASE = "https://netz.example/lt/"


@pytest.mark.parametrize(
    ("link", "fine"),
    [
        ("index.html", True), ("../index.html", False), ("teams/a/index.html", True), ("teams/a/", True), ("teams/a", False), ("teams/b/index.html", False),
        ("#hier", True), ("#dort", False), ("teams/a/index.html#ziel", True), ("teams/a/index.html#weg", False), ("bild.png", False),
        ("https://example.org/x", True), ("mailto:a@example.org", True), ("data:,", True), ("//example.org/x", True),
        ("treffen.ics", True), ("treffen.ics#x", True), ("", True), ("/index.html", True), ("?q=1", True), ("teams/a/index.html?x#ziel", True),
    ],
)  # fmt: skip
def test_a_link(link: str, fine: bool) -> None:
    pages = {
        "index.html": f'<a id="hier" href="{link}">x</a>',
        "teams/a/index.html": "<p id='ziel'><a href=../../index.html>x</a>",
        "treffen.ics": "",
    }
    assert list(broken_links(pages, marks=True)) == ([] if fine else [Broken("index.html", link)])


def test_a_site_in_a_folder_of_its_server() -> None:
    page = f'<link rel="canonical" href="{BASE}"><a href="/lt/index.html">x</a><a href="/lt/weg.html">x</a><a href="/sonst">x</a>'
    assert list(broken_links({"index.html": page}, BASE)) == [Broken("index.html", "/lt/weg.html")]


def test_a_word_in_another_value_is_no_link() -> None:
    assert not list(broken_links({"index.html": """<p data-suche="&lt;img src=x" title='a href=b'>href=c</p>"""}))
    assert list(broken_links({"index.html": """<a title="src=x" href='weg.html'>x</a>"""}))


def test_entities_and_scripts() -> None:
    pages = {"index.html": '<SCRIPT SRC="a&amp;b.js"></SCRIPT>', "a&b.js": ""}
    assert not list(broken_links(pages))


def test_our_own_pages_have_none() -> None:
    pages = made(("a", ""), ("b", "frueher: [c]\nthemen: [Musik, C++]\n"))
    assert not [one for one in broken_links(pages, marks=True) if not one.target.endswith(".ics")]
