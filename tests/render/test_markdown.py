"""A little Markdown: what it makes, and what it leaves alone."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wiq_cli.render.markdown import as_it_stands, markdown, markdown_line, unmarked, written, written_line
from wiq_cli.render.markdown import page as whole

LIST = "lt@netz.example"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wir **essen** und *reden*.", "Wir <strong>essen</strong> und <em>reden</em>."),
        ("[Verein](https://verein.example/a?b=1&c=2)", '<a href="https://verein.example/a?b=1&amp;c=2">Verein</a>'),
        ("<https://verein.example>", '<a href="https://verein.example">https://verein.example</a>'),
        (f"[Schreib uns](mailto:{LIST})", f'<a href="mailto:{LIST}">Schreib uns</a>'),
        (r"drei \*Sterne\*", "drei *Sterne*"),
    ],
)
def test_signs_that_mean_something(text: str, shown: str) -> None:
    assert markdown_line(text, LIST) == shown
    assert markdown(text, LIST) == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "Nachbar*innen und Freund*innen", "Bürger_innen, Kolleg_innen", "Freund:innen", "erledigt*, auch*", "15. September: ein Fest", "1. Mai", "3) Zelte",
        "+ 3 Leute", "*", "-", " + ", "# Raute", "## Zwei", "---", "> Zitat", "    vier Leerzeichen", "`Code`", "~~~", "Punkt\n===", "| a | b |\n|---|---|", "5 * 3 * 2", "& und &amp; und &#65;",
        "![Bild](https://bild.example/a.png)", "<b>fett</b>", "<script>alert(1)</script>", "<!-- x -->", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,a)", "[x](http://unsicher.example)", "[x](//fremd.example)", "[x](mailto:jemand@netz.example)", "<jemand@netz.example>", "[x](vbscript:a)",
        "[x](https://name:wort@verein.example)", "[x](file:///etc/passwd)", "[x](index.html)", "[x]: https://verein.example", "[]()", "[x]()", "[x](<>)", '[x]("y")', "[](https://verein.example)", "[ ](https://verein.example)",
    ],
)  # fmt: skip
def test_text_that_stays_text(text: str) -> None:
    shown = str(markdown(text, LIST))
    assert not re.findall(r"<(?!/?p>)", shown.replace('<a href="https://bild.example/a.png">', "").replace("</a>", ""))
    assert "15." not in text or "15. September" in shown
    assert "*innen" not in text or shown == f"<p>{text}</p>"


def test_lists_and_paragraphs() -> None:
    text = "Wir suchen:\n- Tische\n- **Bänke**\n\nDanke."
    assert markdown(text) == (
        "<p>Wir suchen:</p>\n<ul>\n<li>Tische</li>\n<li><strong>Bänke</strong></li>\n</ul>\n<p>Danke.</p>"
    )
    assert unmarked(text) == "Wir suchen:\n\n- Tische\n- Bänke\nDanke."
    assert markdown("Eins\nzwei\n\ndrei & vier") == "<p>Eins zwei</p>\n<p>drei &amp; vier</p>"


def test_without_signs_for_feeds_and_previews() -> None:
    assert unmarked("Ein [Fest](https://fest.example) *für* alle") == "Ein Fest (https://fest.example) für alle"
    assert unmarked("<https://fest.example>") == "https://fest.example"
    assert unmarked("Nachbar*innen") == "Nachbar*innen"


PIECES = [*"ab*_[]()<>\\`#-+!&:/\"' \n1.ö", "https://x.example", "javascript:", "<script>", "](", "mailto:"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_but_our_own_tags(text: str) -> None:
    tag = r'</?(?:p|ul|li|em|strong)>|<a href="https://[^"<>]*">|</a>|<br>'
    for shown in (str(markdown(text)), str(markdown_line(text))):
        assert "<" not in re.sub(tag, "", shown)
    assert unmarked(text) is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Wir **essen** und _reden_.", "Wir **essen** und *reden*."),
        ("**_Essen_** und _**reden**_, *_so_*", "**_Essen_** und _**reden**_, *so*"),
        ("**a**__b__ **c *d* e** **f**_g_", "**ab** **c *d* e** **f**_g_"),
        ("- - Tische", "- - Tische"),
        ("Eins\nzwei\n\ndrei", "Eins zwei\n\ndrei"),
        (
            "Wir suchen:\n- Tische\n- **Bänke**\n  - lange\n\nDanke.",
            "Wir suchen:\n\n- Tische\n- **Bänke**\n  - lange\n\nDanke.",
        ),
        ("[Verein (neu)](https://verein.example/a_b)", "[Verein (neu)](<https://verein.example/a_b>)"),
        ("<https://verein.example/a_b>", "<https://verein.example/a_b>"),
        ("15. September, # und <b>Nachbar*innen</b>", r"15\. September, \# und \<b\>Nachbar\*innen\</b\>"),
    ],
)
def test_written_for_other_programs(text: str, said: str) -> None:
    assert written(text, LIST) == said


@given(
    st.text("ab1 *_[]()<>\\`#-+.!&|~\n:/", max_size=40)
    | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=20)
)
def test_other_programs_show_what_our_page_shows(text: str) -> None:
    page = str(markdown(text, LIST))
    assume("<li></li>" not in page)  # an entry with nothing in it
    reader = MarkdownIt("commonmark")
    line = written_line(text, LIST)
    assert "\n" not in line
    ours, theirs = f"<ul>\n<li>x {markdown_line(text, LIST)}</li>\n</ul>\n", reader.render(whole(f"- x {line}"))
    assert _plain(re.sub("</?p>", " ", theirs)) == _plain(ours)
    assert _plain(reader.render(written(text, LIST))) == _plain(page)


def _plain(page: str) -> str:
    """A page as it is read: blanks around tags, line breaks and ways of writing a sign do not count."""
    apart = re.sub("(</?[a-z]+[^>]*>)", r" \1 ", re.sub("<br(?: /)?>", " ", page))
    return html.unescape(" ".join(apart.split()))


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "- ", "1. ", "  - ", "Bis ", "Am ", "## ", "- Wert: ", "**", "3"]),
        st.text("0123456789.)-+= \\*ab", max_size=8),
        st.sampled_from(["", " (Fest)", ": ja", "-mal", "**"]),
    ),
    max_size=5,
)


@given(LINES)
def test_a_page_says_the_same_without_needless_backslashes(lines: list[tuple[str, str, str]]) -> None:
    text = "\n".join(before + as_it_stands(value) + behind for before, value, behind in lines)
    assert MarkdownIt().render(whole(text)) == MarkdownIt().render(text)


def test_a_day_inside_a_line_needs_no_backslash() -> None:
    assert whole("Bis 30\\. April\n- 30\\. April, \\-3\n30\\. April") == "Bis 30. April\n- 30\\. April, -3\n30\\. April"
