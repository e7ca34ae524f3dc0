"""What pages of own templates must not do."""

from __future__ import annotations

import pytest

from tests.support.site import made
from wiq_cli.files.vorlagen import shipped
from wiq_cli.usecases.own_pages import (
    EVENT,
    FOREIGN,
    FOREIGN_SCRIPT,
    HIDDEN,
    NO_POLICY,
    POLICY,
    SCRIPT,
    STYLE,
    odd_pages,
)

BASE = "https://netz.example/lt/"
CSP = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'\">"
)


def faults(head: str, body: str = "", name: str = "index.html", *, fragment: bool = False) -> list[str]:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>" if not fragment else body
    return [one.words for one in odd_pages({name: page}, BASE, fragment=fragment)]


def test_our_own_pages_do_nothing_of_it() -> None:
    pages = made(("a", ""), ("b", "frueher: [c]\nthemen: [Musik, C++]\n"))
    assert any("ld+json" in text for text in pages.values())
    assert not list(odd_pages({**pages, "style.css": shipped()["style.css"]}, BASE))


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<script>alert(1)</script>", SCRIPT), ("<script type=module></script>", SCRIPT), ("<script src></script>", SCRIPT),
        ("<script src='https://example.org/x.js'></script>", FOREIGN_SCRIPT), ("<script src=//example.org/x.js></script>", FOREIGN_SCRIPT),
        ("<script src='data:text/javascript,x'></script>", FOREIGN_SCRIPT), ("<script src=/anderswo.js></script>", FOREIGN_SCRIPT),
        ("<p onclick='x()'>", EVENT), ("<IMG SRC=x.png ONERROR=x>", EVENT), ("<a href='javascript:x()'>", EVENT), ("<a href=' Java&#10;Script:x'>", EVENT),
        ("<img src='https://example.org/x.png'>", FOREIGN), ("<img src='//example.org/x.png'>", FOREIGN), (r"<img src='\\example.org/x'>", FOREIGN),
        ("<img srcset='x.png 1x, https://example.org/x.png 2x'>", FOREIGN), ("<iframe src='https://example.org/'></iframe>", FOREIGN),
        ("<object data='https://example.org/x'>", FOREIGN), ("<embed src='https://example.org/x'>", FOREIGN), ("<video poster='https://example.org/x'>", FOREIGN),
        ("<audio src='https://example.org/x'>", FOREIGN), ("<source src='http://example.org/x'>", FOREIGN), ("<svg><use href='https://example.org/x#a'/></svg>", FOREIGN),
        ("<link rel=stylesheet href='https://example.org/x.css'>", FOREIGN), ("<link rel='shortcut icon' href='https://example.org/x'>", FOREIGN),
        ("<link rel=preload href='https://example.org/x'>", FOREIGN), ("<link rel='alternate stylesheet' href='https://example.org/x'>", FOREIGN),
        ("<base href='https://example.org/'>", FOREIGN), ("<form action='https://example.org/'>", FOREIGN), ("<iframe srcdoc='<p>'></iframe>", HIDDEN),
        ("<meta http-equiv=refresh content='0; url=https://example.org/'>", FOREIGN),
        ("<p style='background: url(https://example.org/x.png)'>", FOREIGN), ("<img src='https://[kaputt'>", FOREIGN),
    ],
)  # fmt: skip
def test_what_no_page_may_do(markup: str, words: str) -> None:
    assert faults(CSP, markup) == [words]
    assert faults("", markup, fragment=True) == [words]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://example.org/">x</a>', '<link rel=canonical href="https://example.org/">', '<link rel="alternate" href="https://example.org/x.atom">',
        '<script src="suche.js" defer></script>', '<script src="/lt/suche.js"></script>', '<script type="application/ld+json">{"a": "b"}</script>',
        '<img src="data:image/png;base64,AAAA">', f'<img src="{BASE}x.png">', '<p title="onclick=x javascript:x https://example.org/ url(//x)">',
        '<meta http-equiv=refresh content="0; url=../a/index.html">', "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><path fill="url(#a)"/></svg>', "<!-- <script>x</script> -->", '<a href="mailto:a@example.org">x</a>',
    ],
)  # fmt: skip
def test_what_a_page_may_do(markup: str) -> None:
    assert faults(CSP, markup) == []
    assert faults("", markup, fragment=True) == []


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p style='background: url(x.png)'>", [STYLE]), ("<p STYLE=color:red>", [STYLE]), ("<style>p { color: red }</style>", [STYLE]),
        ("<style>@import 'https://example.org/x.css';</style>", [STYLE, FOREIGN]), ("<p title='style=color:red'>style=x</p>", []),
    ],
)  # fmt: skip
def test_a_style_in_a_page_is_passed_over_by_browsers(markup: str, words: list[str]) -> None:
    assert faults(CSP, markup) == words
    assert faults("", markup, fragment=True) == [
        one for one in words if one != STYLE
    ]  # the site around it has its own policy


def test_the_line_is_known() -> None:
    pages = {
        "a.html": f"{CSP}\n<p>\n<p\n onclick='x()'>",
        "style.css": "a {}\n\n@import '//x.example/a';",
        "suche.js": "\n'https://x.example'",
    }
    assert [(one.page, one.line) for one in odd_pages(pages, BASE)] == [
        ("a.html", 3),
        ("style.css", 3),
        ("suche.js", 2),
    ]


@pytest.mark.parametrize(
    ("head", "body", "words"),
    [
        ("", "", [NO_POLICY]), ("", CSP, [NO_POLICY]), (f"<!-- {CSP} -->", "", [NO_POLICY]), ("<p>" + CSP, "", [NO_POLICY]), ("x" + CSP, "", [NO_POLICY]),
        (CSP.replace("'none'; style", "'self'; style"), "", [POLICY]), (CSP.replace("style-src 'self'", "style-src 'self' https://example.org"), "", [POLICY]),
        (CSP.replace("; form-action 'none'", ""), "", [POLICY]), (CSP.replace("img-src", "script-src 'self'; img-src"), "", []),
        ("<title>x</title>" + CSP.upper().replace("'SELF'", "'self'").lower(), "", []),
    ],
)  # fmt: skip
def test_the_policy_of_a_page(head: str, body: str, words: list[str]) -> None:
    assert faults(head, body) == words


def test_a_part_of_a_page_has_no_head() -> None:
    part, whole = {"a.html": "<div>x</div>"}, {"a.html": "<!doctype html><p>x"}
    assert not list(odd_pages(part, BASE, fragment=True))
    assert [one.words for one in odd_pages(part, BASE)] == [NO_POLICY]
    assert [one.words for one in odd_pages(whole, BASE, fragment=True)] == [NO_POLICY]


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("style.css", "@import url('https://example.org/x.css');", "https://example.org/x.css"), ("style.css", '@import "//example.org/x";', "//example.org/x"),
        ("style.css", "a { src: url( https://example.org/x.woff2 ) }", "https://example.org/x.woff2"), ("style.css", r"a { b: url(\68ttps://example.org/x) }", "https://example.org/x"),
        ("style.css", "/* url(https://example.org/x) */ a { b: url(x.png) url(data:,) }", None), ("style.css", '@import "druck.css";', None),
        ("suche.js", "fetch('https://example.org/x')", "https://example.org/x"), ("suche.js", "import x from `//example.org/x.js`", "//example.org/x.js"),
        ("suche.js", "x.createElementNS('http://www.w3.org/2000/svg', 'a'); // mehr", None), ("profil.md", "![](https://example.org/x.png)", None),
    ],
)  # fmt: skip
def test_styles_and_scripts(name: str, text: str, shown: str | None) -> None:
    assert [(one.page, one.shown) for one in odd_pages({name: text}, BASE)] == ([(name, shown)] if shown else [])


def test_nobody_knows_the_own_address() -> None:
    page = {"a.html": f"<img src='{BASE}x.png'><a href='{BASE}'>"}
    assert [one.words for one in odd_pages(page, None, fragment=True)] == [FOREIGN]
    assert not list(odd_pages(page, None, fragment=True, sound={"a.html"}))
