"""The pages: every public row of the concept is on them, they are sound HTML, and hostile text stays text."""

from __future__ import annotations

import functools
import itertools
import re
from datetime import date, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from tests.support.teams import rahmen
from wiq_cli.domain import public
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render import plain
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates
from wiq_cli.usecases.person_preview import visible
from wiq_cli.usecases.public_regeln import public_rules

HOSTILE = '<script>alert("x")</script>"\'><img src=x onerror=y> {{ 7*7 }}'
ZONE = ZoneInfo("Europe/Berlin")
SCRIPTS = ({"src": "suche.js", "defer": None}, {"type": "application/ld+json"})
VOID = {"meta", "link", "br", "img", "hr", "input"}
NETWORK = public.PublicNetwork(
    name="Netz am Kanal",
    ort="Leipzig",
    traeger="Stiftung Kanal",
    traeger_url="https://traeger.example",
    datenschutz="https://netz.example/datenschutz",
    impressum="https://netz.example/impressum",
    barrierefreiheit="hilfe@netz.example",
    domain="netz.example",
    regeln=public_rules(rahmen().regeln),
)
DECISION = public.Beschluss(
    id="garten-20260901-zaun", team="garten", teamname="Garten am Kanal", betrifft=None, betrifft_name=None, am=date(2026, 9, 3), titel="Ein Zaun",
    anlass="Hunde", wortlaut="Wir bauen einen Zaun.", ergebnis="angenommen", stand="in_kraft", gilt_ab=date(2026, 9, 3), gilt_bis=date(2027, 9, 3),
    abstimmungen=(public.Abstimmung(am=date(2026, 9, 3), verfahren="Konsens", stimmen=(public.Stimmen(wort="Zustimmung", zahl=5),), ergebnis="erreicht"),),
    bewilligt=("Holz",), abgelehnt=(public.Antwort(was="Stahl", begruendung="Zu kalt.", weiter="Später."),), offen=(), begruendung=None, weiter=None,
    wiedervorlage=date(2027, 3, 4), frage="Steht er noch?",
)  # fmt: skip
MEETING = public.Zusammenkunft(
    tag=date(2026, 11, 24), beginn=datetime(2026, 11, 24, 18, tzinfo=ZONE), ende=datetime(2026, 11, 24, 19, 30, tzinfo=ZONE), ort="Lindenau", status="planned"
)  # fmt: skip
FULL = public.PublicProfile(
    kuerzel="garten",
    art="LT",
    teamart="Lösungsteam",
    name="Garten am Kanal",
    untertitel="für alle",
    verteiler="garten@netz.example",
    status="laeuft",
    stadtteile=("Lindenau", "Leutzsch"),
    themen=("Umwelt",),
    problem=("Es fehlt ein Ort.",),
    zusammenfassung="Wir legen einen Garten an.\n\nUnd dann feiern wir.",
    ziele=public.Ziele(
        bis=date(2027, 9, 15),
        anlass="Gartenfest",
        teilziele=(public.Teilziel(ziel="Beete anlegen", bis=None, erreicht=True, am=date(2026, 5, 1)),),
        langfristig=("Bäume",),
    ),
    wirkung=(
        public.Wirkung(
            indikator="Besucher", einheit="Leute", ausgangswert=0, soll=50, ist=(public.Messwert(am=date(2026, 6, 1), wert=12.5, quelle="Zählung"),)
        ),
    ),
    stand=(public.Stand(text="Fläche gefunden", erledigt=True, am=None),),
    weg=(public.Schritt(schritt="Zaun bauen", bis=date(2027, 1, 31), erledigt=False, notizen=("aus Holz",)),),
    support=(public.Support(was="Werkzeug", art="material"),),
    beteiligte=public.Beteiligte(leitung=1, mitglieder=4, namen=("Thea Testmann",)),
    kooperationspartner=(public.Kooperationspartner(name="Gartenverein", url="https://verein.example/a_b", stand="angefragt"),),
    treffen_ort="Nachbarschaftszentrum",
    naechste_treffen=(MEETING, MEETING.model_copy(update={"status": "cancelled"}), MEETING.model_copy(update={"status": "moved"})),
    fruehere_treffen=(public.Zusammenkunft(tag=date(2024, 3, 26), beginn=None, ende=None, ort="per Teams", status="planned"),),
    offene_fragen=("Woher kommt das Wasser?",),
    chronik=(public.Ereignis(am=date(2026, 1, 10), text="Erstes Treffen"),),
    beschluesse=(DECISION,),
    frueher=("beet",),
)  # fmt: skip


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


def hostile() -> public.PublicProfile:
    """Give a profile with hostile text in every field that takes any text."""

    def poisoned(value: object) -> object:
        if isinstance(value, public.Oeffentlich):
            return value.model_copy(
                update={
                    name: poisoned(getattr(value, name))
                    for name in type(value).model_fields
                    if name
                    not in ("status", "kuerzel", "url", "art", "id", "team", "betrifft", "ergebnis", "stand", "frueher")
                }
            )
        if isinstance(value, tuple):
            return tuple(poisoned(one) for one in value)
        return HOSTILE if isinstance(value, str) else value

    result = poisoned(FULL)
    assert isinstance(result, public.PublicProfile)
    return result


def test_the_pages_of_a_site() -> None:
    assert list(pages(FULL)) == [
        "404.html", "barrierefreiheit/index.html", "beschluesse/index.html", "daten/beschluesse.json", "daten/netz.json", "daten/schema.json",
        "daten/teams.json", "daten/termine.json", "datenschutz/index.html", "entscheiden/index.html", "feed.atom", "fussabdruecke/index.html",
        "gesucht/index.html", "impressum/index.html", "index.html", "robots.txt", "sitemap.xml", "stadtteile/leutzsch/index.html",
        "stadtteile/lindenau/index.html", "status/laeuft/index.html", "style.css", "suche.js", "teams/beet/index.html", "teams/garten/aushang.html",
        "teams/garten/index.html", "teams/garten/profil.json", "teams/garten/profil.md", "termine/index.html", "themen/umwelt/index.html",
        "wirkung/index.html",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["teams/garten/index.html", "teams/garten/profil.md"])
@pytest.mark.parametrize(
    "words",
    [
        "Garten am Kanal", "für alle", "Lösungsteam", "läuft", "Lindenau, Leutzsch", "Umwelt", "garten@netz.example", "Es fehlt ein Ort.", "Und dann feiern wir.",
        "15. September 2027", "Gartenfest", "Beete anlegen", "1. Mai 2026", "Bäume", "Besucher", "0 Leute", "12,5 Leute", "50 Leute", "Zählung", "Fläche gefunden",
        "Zaun bauen", "31. Januar 2027", "aus Holz", "Werkzeug", "Leitung und 4 Mitglieder", "Thea Testmann", "Gartenverein", "angefragt", "Dienstag, 24. November 2026, 18:00 Uhr",
        "19:30 Uhr", "fällt aus", "verlegt", "Dienstag, 26. März 2024", "per Teams", "Woher kommt das Wasser?", "Erstes Treffen",
        "Ein Zaun", "Wir bauen einen Zaun.", "3. September 2026", "Holz", "Zu kalt.", "Steht er noch?", "5-mal Zustimmung",
    ],
)  # fmt: skip
def test_every_public_row_is_there(name: str, words: str) -> None:
    text = pages(FULL)[name]
    assert words in (text.replace("\\", "") if name.endswith(".md") else "\n".join(visible(text)))


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


def test_times_carry_their_offset() -> None:
    assert (
        '<time datetime="2026-11-24T18:00:00+01:00">Dienstag, 24. November 2026, 18:00 Uhr</time>'
        in pages(FULL)["teams/garten/index.html"]
    )
    assert '<time datetime="2024-03-26">Dienstag, 26. März 2024</time>' in pages(FULL)["teams/garten/index.html"]


def test_a_team_with_nothing_but_a_name() -> None:
    bare = FULL.model_copy(
        update={name: () for name, info in public.PublicProfile.model_fields.items() if "tuple" in str(info.annotation)}
        | {"frueher": (), "untertitel": None, "verteiler": None, "zusammenfassung": None, "treffen_ort": None}
        | {"ziele": public.Ziele(bis=None, anlass=None, teilziele=(), langfristig=()), "beteiligte": public.Beteiligte(leitung=0, mitglieder=0, namen=())}
    )  # fmt: skip
    made = pages(bare)
    assert Outline(made["teams/garten/index.html"]).count("h2") == 0
    assert made["teams/garten/profil.md"].startswith(
        "# Garten am Kanal\n\nLösungsteam in Netz am Kanal, Status: läuft\n"
    )
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
