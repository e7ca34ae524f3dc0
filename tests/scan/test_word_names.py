"""People who are called like a word, a day, a town: as words nobody means them, and where somebody means them it shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from wiq_cli.scan.collecting import collect
from wiq_cli.scan.scanner import scan_text
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

PEOPLE = (
    "Maren Koch", "Heike Sonntag", "Mai Klein", "Henrike Lang", "Ottmar Leipziger", "Ruth Neustadt", "Luise Juli", "Til Heute", "Benno Winter", "Veit Jahn Sommer",
    "Jan Zabel", "Gesine Müller", "Ada Recht", "Hildegard von Sommerfeld", "Peer Zwickau", "Nora Wolle", "Iwo Mittag", "Else Gerade",
)  # fmt: skip


@pytest.fixture(scope="module")
def needles() -> Needles:
    texts = [Scalar("teams/x.yaml", ("mitglieder", number, "name"), name) for number, name in enumerate(PEOPLE)]
    return collect([Scalar("wiq.yaml", ("ort",), "Leipzig"), *texts], date(2026, 11, 22))


def is_found(needles: Needles, text: str) -> bool:
    return bool(scan_text(needles, text, "x.md", "x"))


@pytest.mark.parametrize(
    "text",
    [
        "Sonntags und am Sonntag geschlossen. Sonntag kocht das Team, Mittag gibt es um zwölf.",
        "Leipziger Vereine und die Leipziger aus der Neustadt. Danke an alle Leipziger!",
        "Heute kochen wir. Morgen auch. Rechts vom Eingang, längs der Straße.",
        "Termin (Mai), Öffnungszeiten (Sonntag), Pause (Winter)",
        "Kontakt: Sonntag 10–12 Uhr. Anmeldung: Mittag bis 13 Uhr.",
        "Danke am Sonntag, dank der Wolle, Fragen zur Wolle",
        "z. B. Koch oder Kellner, i. d. R. Sonntag, u. U. Winter",
        "‚Winter‘ heißt das Stück, ein anderes ‚Koch und König‘.",
        "Jan. bis März, Jan.–Feb., bis 31. Jan.",
        "Im Garten des Kochs, eines alten Müllers Lust, Anfang des Winters",
        "Die Linie 7 fährt nach Sommerfeld, ein Zug nach Zwickau.",
        "Gerade und krumme Bretter. Gerade ist Platz.",
        "Fr., Sonntag und Mo: Der Laden ist zu. Hallo Winter! Juli: Sommer im Hof.",
        "Die Winter hier sind mild, im Mai und Juli ist Fest.",
        "Winter hat schon begonnen, Sonntag hat das Team gekocht.",
    ],
)
def test_words(text: str, needles: Needles) -> None:
    assert not is_found(needles, text)


@pytest.mark.parametrize(
    "text",
    [
        "Frau Koch", "Kontakt: Koch", "Kontakt: Winter", "(Koch)", "Dank an Koch", "Koch's Rezept", "Koch kocht", "Kochs Rezepte", "Müllers Hof",
        "Mai Klein", "Klein, Mai", "H. Sonntag", "Sonntag, H.", "Herr Leipziger", "Ottmar Leipziger", "Herr Heute", "Mai organisiert den Stand",
        "H. v. Sommerfeld", "H. von Sommerfeld", "Frau von Sommerfeld", "Jan hilft.", "Winter J. oder B. Winter", "Familie Zwickau",
        "Das Ehepaar Recht", "Nachbarin Winter", "Kollege Koch", "gez. Koch", "i. A. Wolle", "Die Langs feiern.", "Anmeldung bei Koch oder am Tor", "Protokoll: Wolle",
        "Viele Grüße\nKlein", "Hallo Wolle, danke!", "@Koch: bitte melden", "Koch hat gesagt, es geht.", "Nachname: Recht", "Mai;Klein", "| Mai | Klein |",
        '"Mai","Klein"', '{"nachname": "Klein", "vorname": "Mai"}', "Jan und Mai machen das.",
    ],
)  # fmt: skip
def test_people(text: str, needles: Needles) -> None:
    assert is_found(needles, text)


def test_two_people_called_like_words_in_a_row() -> None:
    texts = [
        Scalar("teams/x.yaml", ("mitglieder", number, "name"), one)
        for number, one in enumerate(("Linde Quast", "Falk Zopf"))
    ]
    needles = collect(texts, date(2026, 11, 22))
    for text in ("Linde und Falk machen das.", "Falk & Linde", "Falk / Linde"):
        assert is_found(needles, text)
        assert not scan_text(needles, text, "x.md", "y")  # single first names count for their own team
    assert not is_found(needles, "Unter der Linde sitzt ein Falk.")


def test_a_name_that_says_where_a_thing_is_from() -> None:
    needles = collect([Scalar("teams/x.yaml", ("mitglieder", 0, "name"), "Hedi Altenburger")], date(2026, 11, 22))
    assert not is_found(needles, "Altenburger Ziegenkäse und das Altenburger Schloss")
    for text in ("Altenburger kommt.", "Frau Altenburger Bescheid sagen", "Hedi Altenburger", "Kontakt: Altenburger"):
        assert is_found(needles, text)


def test_endings_of_other_languages() -> None:
    names = ("Darek Zielinski", "Zoran Đukić", "Emil Querfurthner")
    texts = [Scalar("teams/x.yaml", ("mitglieder", number, "name"), one) for number, one in enumerate(names)]
    needles = collect(texts, date(2026, 11, 22))
    for text in (
        "bez Zielinskiego",
        "z Zielinskim",
        "Зоран Ђукић",
        "die querfurthnerische Werkstatt",
        "ein Querfurthnerianer",
    ):
        assert is_found(needles, text)


def test_what_lets_into_a_meeting_without_its_link() -> None:
    texts = [
        Scalar("teams/x.yaml", ("treffen", "link"), "https://zoom.us/j/61234567890?pwd=Regenwurm77"),
        Scalar("teams/x.yaml", ("notizen", 0), "https://meet.jit.si/GartenRaum4711"),
        Scalar("teams/x.yaml", ("leitung", 0, "name"), "Thea Testmann"),
    ]
    needles = collect(texts, date(2026, 11, 22))
    for text in ("Zoom: 612 3456 7890", "ID 612-345-678-90", "Code: Regenwurm77", "Raum gartenraum4711"):
        assert {hit.kind for hit in scan_text(needles, text, "x.md", "y")} == {"link"}
    assert not scan_text(needles, "Zoom: 612 3456 7891, Raum 4711, Regenwurm", "x.md", "x")


def test_somebody_in_the_row_of_a_table() -> None:
    texts = [
        Scalar("teams/x.yaml", ("mitglieder", 0, "name"), "Thea Testmann"),
        Scalar("teams/x.yaml", ("mitglieder", 0, "rolle"), "Konditor"),
    ]
    needles = collect(texts, date(2026, 11, 22))
    for text in ("Mitglied;Aufgabe\nA;Konditor", "p113 (Konditor)", "Eine Person (Konditor)"):
        assert is_found(needles, text)
    assert not is_found(needles, "1; Konditor gesucht")


@pytest.mark.parametrize(
    "text",
    [
        "Kontonummer 0432015000, Depotnummer 0312345678, Vorgang 0341-2026-118", "Gläubiger-ID DE11ZZZ00000654321", '{"ratio":0.17299812}', "0.33419271 m²",
        "<id>urn:uuid:b1c2d3e4-0341-5123-8456-789012345678</id>", "urn:uuid:03411234-5678-5012-9345-012345678901", "Robert Kochs Bazillen und Clara Zetkins Reden",
    ],
)  # fmt: skip
def test_no_number_of_somebody_and_nobody_of_ours(text: str, needles: Needles) -> None:
    assert not is_found(needles, text)


def test_an_a_in_brackets_is_the_sign_of_an_address(needles: Needles) -> None:
    assert is_found(needles, "hof.laden (a) kiez.example")
    assert not is_found(needles, "Haus 3 (a) und Haus 4 (b)")
