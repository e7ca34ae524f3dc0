"""The pages: every public row of the concept is on them, they are sound HTML, and hostile text stays text."""

from __future__ import annotations

import functools
import itertools
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from tests.support.profiles import FULL, NETWORK, bare, hostile, in_paragraphs
from wiq_cli.domain import public
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render import plain
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates
from wiq_cli.usecases.person_preview import visible

SCRIPTS = ({"src": "suche.js", "defer": None}, {"type": "application/ld+json"})
VOID = {"meta", "link", "br", "img", "hr", "input"}


class Outline(HTMLParser):
    """Reads a page and remembers what makes it sound."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def all(self, name: str) -> list[str]:
        return [value or "" for _, attributes in self.tags for key, value in attributes.items() if key == name]

    def count(self, tag: str) -> int:
        return sum(one == tag for one, _ in self.tags)


@functools.cache
def pages(*profiles: public.PublicProfile) -> dict[str, str]:
    return site(profiles, NETWORK, Templates(shipped()))


def test_the_pages_of_a_site() -> None:
    assert list(pages(FULL)) == [
        "404.html", "barrierefreiheit/index.html", "beschluesse/index.html", "daten/beschluesse.json", "daten/netz.json", "daten/schema.json",
        "daten/teams.json", "daten/termine.json", "datenschutz/index.html", "entscheiden/index.html", "feed.atom", "fussabdruecke/index.html",
        "gesucht/index.html", "impressum/index.html", "index.html", "robots.txt", "sitemap.xml", "stadtteile/index.html",
        "stadtteile/leutzsch/index.html", "stadtteile/lindenau/index.html", "status/index.html", "status/laeuft/index.html", "style.css", "suche.js", "teams/beet/feed.atom", "teams/beet/index.html",
        "teams/garten/aushang.html", "teams/garten/feed.atom", "teams/garten/index.html", "teams/garten/profil.json", "teams/garten/profil.md", "teams/index.html",
        "termine/index.html", "themen/index.html", "themen/umwelt/index.html",
        "wirkung/index.html",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["teams/garten/index.html", "teams/garten/profil.md"])
@pytest.mark.parametrize(
    "words",
    [
        "Garten am Kanal", "für alle", "Lösungsteam", "läuft", "Lindenau, Leutzsch", "Umwelt", "garten@netz.example", "Es fehlt ein Ort.", "Und dann feiern wir.",
        "15. September 2027", "Gartenfest", "Beete anlegen", "1. Mai 2026", "Bäume", "Besucher", "0 Leute", "12,5 Leute", "50 Leute", "Zählung", "Fläche gefunden",
        "Zaun bauen", "31. Januar 2027", "aus Holz", "Werkzeug", "Leitung und 4 Mitglieder", "Thea Testmann", "Gartenverein", "angefragt", "Dienstag, 24. November 2026",
        "18:00 bis 19:30 Uhr", "fällt aus", "verlegt", "Dienstag, 26. März 2024", "per Teams", "Woher kommt das Wasser?", "Erstes Treffen",
        "Ein Zaun", "Wir bauen einen Zaun.", "3. September 2026", "Holz", "Zu kalt.", "Steht er noch?", "5-mal Zustimmung",
    ],
)  # fmt: skip
def test_every_public_row_is_there(name: str, words: str) -> None:
    text = pages(FULL)[name]
    assert words in (text.replace("\\", "").replace("\xa0", " ") if name.endswith(".md") else "\n".join(visible(text)))


def test_the_list_of_all_teams() -> None:
    text = pages(
        FULL, FULL.model_copy(update={"kuerzel": "st", "art": "ST", "teamart": "Steuerungsteam", "name": "Runde"})
    )["index.html"]
    for words in (
        "Garten am Kanal",
        "für alle",
        "Lindenau, Leutzsch",
        "Umwelt",
        "läuft",
        "teams/garten/index.html",
        "Steuerungsteam",
    ):
        assert words in text
    assert "Thea" not in text


@pytest.mark.parametrize("profile", [FULL, hostile()], ids=["full", "hostile"])
def test_pages_are_sound(profile: public.PublicProfile) -> None:
    for name, text in pages(profile).items():
        if not name.endswith(".html"):
            continue
        page = Outline(text)
        assert text.startswith('<!doctype html>\n<html lang="de">')
        assert page.count("h1") == page.count("main") == text.count("<title>") == 1
        assert not {"iframe", "style", "object", "embed", "base"} & {tag for tag, _ in page.tags}
        assert all(one in SCRIPTS for tag, one in page.tags if tag == "script")
        assert not [one for one in page.tags if {"style", "onclick", "onerror", "onload"} & one[1].keys()]
        assert len(page.all("id")) == len(set(page.all("id")))
        assert {one for ids in page.all("aria-labelledby") for one in ids.split()} <= set(page.all("id"))
        allowed = "script-src 'self'; " if name == "index.html" else ""
        assert page.tags[3][1] == {
            "http-equiv": "Content-Security-Policy",
            "content": f"default-src 'none'; style-src 'self'; {allowed}img-src 'self' data:; base-uri 'none'; form-action 'none'",
        }
        headings = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in itertools.pairwise(headings))
        assert headings[0] == 1
        links = [attributes for tag, attributes in page.tags if tag == "link" and attributes["rel"] != "canonical"]
        resources = [attributes.get("href") or "" for attributes in links] + page.all("src")
        assert not [one for one in resources if one.startswith(("http", "//", "/")) and name != "404.html"]


def test_hostile_text_stays_text() -> None:
    for name, text in pages(hostile()).items():
        if name.endswith(".html"):
            assert "<script>" not in text
            assert "<img" not in text
            assert not name.startswith("teams/garten/i") or "&lt;script&gt;" in text
        if name.endswith(".md"):
            assert not re.search(r"(?<!\\)<script", text)


def test_links_work_from_the_disk() -> None:
    made = pages(FULL)
    for name, text in made.items():
        folder = name.rpartition("/")[0]
        for link in Outline(text).all("href") if name.endswith(".html") else []:
            if link.startswith(("https://", "mailto:", "#", "data:")) or name == "404.html":
                continue
            link, _, anchor = link.partition("#")  # noqa: PLW2901  # the page and the place in it
            steps = [*folder.split("/"), *link.split("/")] if folder else link.split("/")
            path: list[str] = []
            for step in steps:
                path = path[:-1] if step == ".." else [*path, step]
            assert "/".join(path) in made, link
            assert not anchor or anchor in Outline(made["/".join(path)]).all("id"), link


def test_whoever_shortens_an_address_finds_a_page() -> None:
    """Every folder of pages has one of its own."""
    other = FULL.model_copy(update={"kuerzel": "chor", "name": "Chor", "stadtteile": ("Lindenau",), "status": "idee"})
    made = pages(FULL, other)
    folders = {name.rsplit("/", 2)[0] for name in made if name.endswith("/index.html") and name.count("/") > 1}
    assert folders == {"stadtteile", "status", "teams", "themen"}
    assert {f"{folder}/index.html" for folder in folders} <= made.keys()
    shown = " ".join(visible(made["stadtteile/index.html"]))
    assert re.search(r"Leutzsch \D*1\D* Team.*Lindenau \D*2\D* Teams", shown)
    assert 'content="0; url=../index.html"' in made["teams/index.html"]
    assert "<loc>https://netz.example/stadtteile/</loc>" in made["sitemap.xml"]
    assert "<loc>https://netz.example/teams/</loc>" not in made["sitemap.xml"]
    assert "themen/index.html" not in pages(bare())
    assert '<a href="../index.html">Stadtteile</a>' in made["stadtteile/lindenau/index.html"]


def test_no_list_is_empty() -> None:
    standing = bare().model_copy(update={"status": "selbsttragend"})
    many = FULL.model_copy(update={"themen": tuple(f"Thema {number}" for number in range(50))})
    for made in (pages(), pages(FULL), pages(bare()), pages(standing), pages(many)):
        assert not [name for name, text in made.items() if re.search(r"<([uod]l)[^>]*>\s*</\1>", text)]


def test_every_long_text_keeps_its_paragraphs() -> None:
    """Each field that holds more than a line says ``eins`` and ``zwei`` in two paragraphs, on the page and in Markdown."""
    one = in_paragraphs()
    made = pages(one)
    page, text = made["teams/garten/index.html"], MarkdownIt().render(made["teams/garten/profil.md"])
    fields = re.findall(r"(\w+) eins", one.model_dump_json())
    assert len(set(fields)) == len(fields) > 15
    for name in fields:
        assert re.search(rf"{name} eins(<br><br>|</p>\s*<p[^>]*>){name} zwei", page), name
        assert re.search(rf"{name} eins</p>\s*(</blockquote>\s*<blockquote>\s*)?<p>{name} zwei", text), name
    assert "Supportwas eins<br><br>Supportwas zwei" in made["gesucht/index.html"]


def test_times_carry_their_offset() -> None:
    assert (
        '<time datetime="2026-11-24T18:00:00+01:00">Dienstag, 24.\xa0November 2026<span class="leise">, </span>'
        '<span class="uhr">18:00 bis 19:30 Uhr</span></time>' in pages(FULL)["teams/garten/index.html"]
    )
    assert '<time datetime="2024-03-26">Dienstag, 26.\xa0März 2024</time>' in pages(FULL)["teams/garten/index.html"]


def test_a_team_with_nothing_but_a_name() -> None:
    made = pages(bare())
    assert Outline(made["teams/leer/index.html"]).count("h2") == 0
    assert made["teams/leer/profil.md"].startswith("# Garten am Kanal\n\nLösungsteam in Netz am Kanal, Status: läuft\n")
    assert "Noch stellt sich hier kein Team vor." in pages()["index.html"]


def test_templates_get_plain_data_only() -> None:
    def walk(value: object) -> None:
        assert type(value) in {str, int, float, bool, tuple, dict, type(None)}
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ():
            walk(one)

    walk(plain.profile(FULL))
    walk(plain.network(NETWORK))
    walk(plain.entry(public.entry(FULL)))


@pytest.mark.parametrize(
    ("leitung", "mitglieder", "text"),
    [
        (1, 4, "Leitung und 4 Mitglieder"),
        (1, 1, "Leitung und 1 Mitglied"),
        (2, 0, "2 Personen in der Leitung"),
        (0, 3, "3 Mitglieder"),
        (0, 0, ""),
        (None, None, "weniger als 4 Personen"),
    ],
)
def test_people_as_a_count(leitung: int | None, mitglieder: int | None, text: str) -> None:
    one = FULL.model_copy(update={"beteiligte": public.Beteiligte(leitung=leitung, mitglieder=mitglieder, namen=())})
    assert plain.profile(one)["beteiligte"]["text"] == text
