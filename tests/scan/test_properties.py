"""Random people, ways of writing and places on a page: no gap. Random plain words: no alarm."""

from __future__ import annotations

import base64
import codecs
import html
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from tests.support.scalars import scalars
from wiq_cli.scan.collecting import BARE, _collect_shapes, collect
from wiq_cli.scan.needles import Needles
from wiq_cli.scan.scanner import scan_file, scan_text, search
from wiq_cli.scan.spelt import spellings_of
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.scan.types import Hit

HEUTE = date(2026, 11, 22)
SYLLABLES = [
    "bra",
    "dol",
    "fen",
    "gir",
    "hul",
    "jok",
    "kel",
    "lum",
    "mev",
    "nor",
    "pax",
    "quo",
    "rix",
    "söl",
    "tük",
    "vär",
    "zyn",
    "ßel",
    "łod",
    "çim",
    "ñur",
    "ob",
]
PLAIN = [
    "gemeinsam",
    "kochen",
    "Nachbarn",
    "einladen",
    "Garten",
    "Suppe",
    "Töpfe",
    "Treffpunkt",
    "Küche",
    "offen",
    "niedrigschwellig",
    "Frühstück",
    "Lastenrad",
    "Werkstatt",
    "Bäume",
    "gießen",
    "Straße",
    "Platz",
    "Stadtteil",
    "Angebote",
    "Kinder",
    "Eltern",
    "Beratung",
    "Sprache",
    "lernen",
    "Musik",
    "hören",
    "basteln",
    "reparieren",
    "tauschen",
    "Möbel",
    "Fest",
]
WORD = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3).map(lambda parts: "".join(parts).capitalize())
DIGITS = st.text("123456789", min_size=7, max_size=8)

WRITTEN: list[Callable[[str], str]] = [
    str,
    str.upper,
    html.escape,
    lambda text: "".join(f"&#{ord(one)};" for one in text),
    lambda text: "".join(f"&#x{ord(one):X};" for one in text),
    quote,
    lambda text: quote(quote(text)),
    lambda text: base64.b64encode(text.encode()).decode(),
    lambda text: "".join(f"\\u{ord(one):04x}" for one in text),
    lambda text: f"{text[:3]}<b>{text[3:5]}</b>{text[5:]}",
    lambda text: text[:4] + "\u200b" + text[4:],
    lambda text: text[:4] + "\u00ad" + text[4:],
    lambda text: text[:4] + "<!-- x -->" + text[4:],
    lambda text: text.encode().hex(),
    lambda text: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text),
]
PLACES = [
    "<p>{}</p>", "<p>Wir fragen {} nach dem Topf.</p>", "<img src='x.png' alt='{}'>", "<!-- {} -->", "<li>Suppe ({})</li>", "<p data-x='{}'>x</p>", "<td>{}</td><td>Topf</td>",
    '<script>{{"von": "{}"}}</script>', "<p>Töpfe,\n{}\nund Löffel</p>", "\n\n{}\n\n", "<ul>\n<li>{}</li>\n</ul>", "<a href='x?von={}'>x</a>",
]  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    WORD,
    WORD,
    DIGITS,
    st.sampled_from(WRITTEN),
    st.sampled_from(PLACES),
    st.sampled_from(["name", "email", "phone"]),
    st.lists(st.sampled_from(PLAIN), max_size=60),
)
def test_no_gap(
    first: str, last: str, digits: str, write: Callable[[str], str], place: str, kind: str, around: list[str]
) -> None:
    assume("<!--" not in place or "<!--" not in write("Wort Wort"))  # there are no comments inside comments
    person = {"name": f"{first} {last}", "email": f"{first}.{last}@example.org", "telefon": f"0341 {digits}"}
    needles = collect(scalars({"leitung": [person]}, "teams/garten.yaml"), HEUTE)
    value = {"name": person["name"], "email": person["email"], "phone": person["telefon"]}[kind]
    lines = "\n".join(f"<p>{' '.join(around[number : number + 8])}</p>" for number in range(0, len(around), 8))
    page = f"<!doctype html>\n{lines}\n{place.format(write(value))}\n{lines}\n"
    assert scan_file(needles, "x.html", page.encode(), None)
    assert scan_file(needles, "x.html", page.encode(), None)  # what was looked over once is looked over again


@settings(max_examples=100, deadline=None)
@given(
    WORD,
    WORD,
    DIGITS,
    st.lists(
        st.sampled_from([*PLAIN, "am 24.11.2026", "um 18:30 Uhr", "04177 Leipzig", "max. 3", "z. B."]), max_size=200
    ),
)
def test_no_alarm(first: str, last: str, digits: str, text: list[str]) -> None:
    person = {
        "name": f"{first} {last}",
        "email": f"{first}.{last}@example.org",
        "telefon": f"0341 {digits}",
        "rolle": "Moderation",
    }
    needles = collect(scalars({"leitung": [person]}, "teams/garten.yaml"), HEUTE)
    assert not scan_file(needles, "x.html", f"<p>{' '.join(text)}</p>".encode(), "garten")


NAME = st.builds("{} {}{}".format, WORD, st.sampled_from(["", "von ", "de la ", "Anna-"]), WORD)
LOOSE = [
    *PLAIN, "am", "24.11.2026,", "18:30", "04177", "z.", "B.", "A.", "null", "drei", "vier", "-", "&amp;", "<b>", "</b>", "<br>", "\n", "\n", "<td>", "</td>", "Zoom", "ID:", "acht",
]  # fmt: skip
SPELT: list[Callable[[str], str]] = [
    *WRITTEN, str.lower, "".join, lambda text: text[::-1], lambda text: text.replace(" ", ""), lambda text: text.replace(" ", "-"),
    lambda text: text + "s", lambda text: text.partition(" ")[0], lambda text: text.rpartition(" ")[2] + "sche", " ".join, "-".join, "\n".join,
    lambda text: text.replace(" ", "\n"), lambda text: f"{text[:1]}. {text.rpartition(' ')[2]}", lambda text: codecs.encode(text, "rot13"),
    lambda text: text.replace("e", "3"), lambda text: text.replace("s", "$"), lambda text: f"{text[:4]}<div hidden>x</div>{text[4:]}",
]  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    NAME,
    DIGITS,
    st.lists(st.one_of(st.sampled_from(LOOSE), st.integers(0, 4)), max_size=30),
    st.lists(st.sampled_from(SPELT), min_size=5, max_size=5),
    st.sampled_from([".html", ".md", ""]),
    st.sampled_from(["garten", "chor", None]),
)
def test_the_screen_passes_nothing_that_the_search_finds(  # a person, a text, and where it stands
    name: str, digits: str, pieces: list[str | int], spelt: list[Callable[[str], str]], form: str, team: str | None
) -> None:
    first, last = name.split(" ", maxsplit=1)[0], name.rsplit(" ", maxsplit=1)[-1]
    person = {"name": name, "email": f"{first}.{last}@example.org", "telefon": f"0341 {digits}", "rolle": "Kassenwart"}
    texts = scalars(
        {"leitung": [person], "notizen": "Die Nachbarn wollen im Garten leider nicht gießen"}, "teams/garten.yaml"
    )
    values = [*person.values(), texts[-1].text]
    text = " ".join(spelt[one](values[one]) if isinstance(one, int) else one for one in pieces)
    looked, whole = collect(texts, HEUTE), collect(texts, HEUTE)
    for half in (text[: len(text) // 2], text[: len(text) // 2], text, text):  # what was passed before is passed again
        assert bool(scan_text(looked, half, form, team)) == bool(search(whole, half, form, team))


TEMPLATE = [
    '<li><span class="haken" aria-hidden="true">○</span> <span class="leise">Offen: </span>{}</li>', "<p>{}</p>", '<dd title="{}">Topf</dd>', "{}", "- {} (bis 12.01.2027)",
    "<td>{}</td>", "<b>{}</b>,", '<a href="mailto:liste@netz.example">{}</a>', '<time datetime="2026-11-24T18:00:00+01:00">Di 24.11.2026, 18:00 Uhr</time> {}', "{} und 4 Mitglieder",
    "<script>var x = '{}';</script>", '<h2 id="{}">Worum es geht</h2>', "{} z. B. im Garten", "&amp; {}",
]  # fmt: skip
APART = [
    "",
    "",
    "",
    "<b></b>",
    "</p>\n<p>",
    "-\n",
    "\n",
    " ",
    "<i hidden>xy</i>",
    '" + "',
    "&nbsp;",
    "\u00ad",
    "</td><td>",
    "<!-- x -->",
    "<br>",
    " - ",
]


# what comes last beside one divided word does not stand beside what comes first at the next
@example(
    "Brabrabra von Brabrabra",
    "1111111",
    [("<li>{}</li>", 0, str, 1, ""), ("<li>{}</li>", 0, str, 1, "-\n"), ("<p>{}</p>", 3, str, 1, "-\n")],
    [("<li>{}</li>", "gemeinsam"), ("<li>{}</li>", "gemeinsam")],
    ".html",
    "garten",
)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    NAME,
    DIGITS,
    st.lists(
        st.tuples(
            st.sampled_from(TEMPLATE),
            st.integers(0, 4),
            st.sampled_from(SPELT),
            st.integers(1, 12),
            st.sampled_from(APART),
        ),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.tuples(st.sampled_from(TEMPLATE), st.sampled_from(PLAIN)), max_size=12),
    st.sampled_from([".html", ".md"]),
    st.sampled_from(["garten", "chor", None]),
)
def test_a_page_shows_the_same_at_first_sight_and_in_full(  # values, split over tags and lines, in what a template repeats
    name: str,
    digits: str,
    values: list[tuple[str, int, Callable[[str], str], int, str]],
    around: list[tuple[str, str]],
    form: str,
    team: str | None,
) -> None:
    first, last = name.split(" ", maxsplit=1)[0], name.rsplit(" ", maxsplit=1)[-1]
    person = {"name": name, "email": f"{first}.{last}@example.org", "telefon": f"0341 {digits}", "rolle": "Kassenwart"}
    texts = scalars(
        {"leitung": [person], "notizen": "Die Nachbarn wollen im Garten leider nicht gießen"}, "teams/garten.yaml"
    )
    private = [*person.values(), texts[-1].text]
    lines = [place.format(word) for place, word in around]
    boilerplate = "\n".join(lines)
    for place, which, write, cut, apart in values:
        text = private[which]  # what is torn in the middle of an escape, no reader puts together
        lines.insert(len(lines) // 2, place.format(write(text[:cut]) + apart + write(text[cut:])))
    page = "\n".join(lines)
    looked, whole = collect(texts, HEUTE), collect(texts, HEUTE)
    for text in (boilerplate, boilerplate, page, page):
        assert kinds(scan_text(looked, text, form, team)) == kinds(search(whole, text, form, team))


def kinds(hits: set[Hit]) -> set[str]:
    return {hit.kind for hit in hits}


@given(NAME, DIGITS)
def test_every_spelling_is_traced_back_to_its_value(name: str, digits: str) -> None:
    person = {
        "name": name,
        "email": f"{name.replace(' ', '.')}@example.org",
        "rolle": "Kasse und Presse, Buchhaltung",
        "telefon": digits,
    }
    needles = collect(
        [
            *scalars({"leitung": [person]}, "teams/garten.yaml"),
            Scalar("teams/garten.yaml", ("treffen", "link"), "https://x.example/Abc/d?e"),
        ],
        HEUTE,
    )
    for value in needles.lexicon.values():
        for one in spellings_of(value, needles.topics):
            assert any(value in needles.lexicon.of(word) for word in one.words), one.words


@given(st.from_regex(BARE, fullmatch=True))
def test_a_day_or_an_amount_says_nothing_to_look_for(text: str) -> None:
    needles = Needles()
    _collect_shapes(needles, Scalar("teams/garten.yaml", ("notizen", 0), text), private=True)
    assert not needles.count
