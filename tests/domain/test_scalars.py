"""Single values that are refused: the sentence says what was meant, and never repeats an address or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic_core import PydanticCustomError

from tests.domain.test_structure import team
from wiq_cli.domain import scalars
from wiq_cli.domain.zeitangabe import read_clock

if TYPE_CHECKING:
    from collections.abc import Callable


def refusal(read: Callable[[Any], Any], text: str) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        read(text)
    return caught.value.type, (caught.value.context or {})["satz"]


NUMBERS = [
    ("1.200", "Gemeint ist vermutlich 1200."),
    ("12 345", "Gemeint ist vermutlich 12345."),
    ("1.200,50", "Gemeint ist vermutlich 1200,50."),
    ("ca. 20", "Gemeint ist vermutlich 20."),
    ("mindestens 20", "Gemeint ist vermutlich 20."),
    (">20", "Gemeint ist vermutlich 20."),
    ("20+", "Gemeint ist vermutlich 20."),
    ("zwanzig", "Gemeint ist vermutlich 20."),
    ("20 %", "„einheit: Prozent“."),
    ("50 Leute", "Gemeint ist vermutlich 50. Die Einheit gehört in eine Zeile „einheit: …“."),
    ("20-30", "Entscheide dich für eine: 20 oder 30."),
    ("20 bis 30", "Entscheide dich für eine: 20 oder 30."),
    ("viele", "Zum Beispiel: 1250 oder 12,5."),
    ("1e3", "Zum Beispiel: 1250 oder 12,5."),
    ("0341 1234567", "Zum Beispiel: 1250 oder 12,5."),
    ("null", "Zum Beispiel: 1250 oder 12,5."),
]
WHOLE_NUMBERS = [
    ("90 Minuten", "Gemeint ist vermutlich 90."),
    ("neunzig", "Gemeint ist vermutlich 90."),
    ("1,5 Stunden", "Gemeint sind vermutlich Minuten: 90."),
    ("2h", "Gemeint sind vermutlich Minuten: 120."),
    ("1:30", "Gemeint sind vermutlich Minuten: 90."),
    ("1,5", "Lass das Komma weg: 1 oder 2."),
    ("1 Stunde 30", "Zum Beispiel: 90."),
]


@pytest.mark.parametrize(("text", "todo"), NUMBERS)
def test_numbers(text: str, todo: str) -> None:
    rule, sentence = refusal(scalars.read_number, text)
    assert rule == "WIQ025"
    assert sentence.endswith(todo)


@pytest.mark.parametrize(("text", "todo"), WHOLE_NUMBERS)
def test_whole_numbers(text: str, todo: str) -> None:
    rule, sentence = refusal(scalars.read_integer, text)
    assert rule == "WIQ025"
    assert sentence.endswith(todo)


@pytest.mark.parametrize("text", ["yes", "true", "x", "j", "1", "✓", "ja!", "Erledigt"])
def test_words_for_yes(text: str) -> None:
    assert refusal(scalars.read_yes_no, text) == (
        "WIQ026",
        "Hier steht „ja“ oder „nein“, sonst nichts. Gemeint ist vermutlich „ja“.",
    )


@pytest.mark.parametrize("text", ["no", "false", "n", "0", "-", "noch nicht", "teilweise"])
def test_words_for_no(text: str) -> None:
    assert refusal(scalars.read_yes_no, text)[1].endswith("Gemeint ist vermutlich „nein“.")


def test_a_day_instead_of_yes() -> None:
    assert "Schreib „ja“" in refusal(scalars.read_yes_no, "15.09.2026")[1]


def test_other_words_are_not_guessed() -> None:
    for text in ("weiß nicht", "~", "fertig|offen"):
        remedy = "Trifft es zu? Dann „ja“, sonst „nein“."
        assert refusal(scalars.read_yes_no, text)[1] == f"Hier steht „ja“ oder „nein“, sonst nichts. {remedy}"
    assert refusal(scalars.read_yes_no, "erledigt*")[1].endswith("Gemeint ist vermutlich „ja“.")


KUERZEL = [
    ("P62", "Gemeint ist vermutlich „p62“."),
    ("p-62_", "Bindestriche"),
    ("Thea Testmann", "Schreib alles klein und setz Bindestriche"),
    ("hofgärten", "ae für ä"),
    ("hof_garten", "Setz Bindestriche"),
    ("hof--garten", "doppelte"),
    ("hof.yaml", "Lösch die Endung"),
    ("", "zum Beispiel: p1"),
]


@pytest.mark.parametrize(("text", "todo"), KUERZEL)
def test_kuerzel(text: str, todo: str) -> None:
    rule, sentence = refusal(scalars.read_kuerzel, text)
    assert rule == "WIQ027"
    assert todo in sentence
    assert "hea" not in sentence


def test_the_name_of_a_file_is_offered_but_never_that_of_a_person() -> None:
    found = team("name: x\nfrueher: [Alte Hofgärten.yaml]\nleitung: [{name: A, kennung: Thea Testmann}]\n").findings
    helps = {one.path: one.help for one in found}
    assert helps[("frueher", 0)] == "Gemeint ist vermutlich „alte-hofgaerten“."
    assert "hea" not in helps[("leitung", 0, "kennung")]


EMAILS = [
    ("thea @example.org", "Lösch die Leerzeichen."),
    ("thea(at)example.org", "Schreib @ statt (at)."),
    ("thea at example.org", "Schreib @ statt (at)."),
    ("thea@example(punkt)org", "Schreib einen Punkt statt (dot)."),
    ("thea@example", "Endung"),
    ("thea@example.org.", "Satzzeichen am Ende"),
    ("thea@example,org", "Komma"),
    ("thea@example..org", "Punkt zu viel"),
    ("mailto:thea@example.org", "„mailto:“"),
    ("Thea <thea@example.org>", "spitze Klammern"),
    ("thea@example.org, udo@example.org", "mehrere Adressen"),
    ("thea@@example.org", "nur einmal"),
    ("theä@example.org", "Umlaute"),
    (f"{'t' * 250}@example.org", "Das ist zu lang. Höchstens 254 Zeichen gehen hinein."),
    ("thea.example.org", "fehlt das @"),
    ("@example.org", "Vor dem @"),
    ("www.thea.example", "Das ist ein Link"),
]


@pytest.mark.parametrize(("text", "todo"), EMAILS)
def test_emails(text: str, todo: str) -> None:
    rule, sentence = refusal(scalars.read_email, text)
    assert rule == "WIQ028"
    assert todo in sentence
    assert "hea" not in sentence


LINKS = [
    ("www.thea.example", "Setz „https://“ davor."),
    ("thea.example/seite", "Setz „https://“ davor."),
    ("http:/thea.example", "vertippt"),
    ("https//thea.example", "vertippt"),
    ("htps://thea.example", "vertippt"),
    ("https://thea.example/a b", "Leerzeichen"),
    ("https://thea.example, https://b.example", "mehrere Links"),
    ("[Seite](https://thea.example)", "ohne Klammern"),
    ("<https://thea.example>", "ohne Klammern"),
    ("thea@example.org", "E-Mail-Adresse"),
    ("kommt noch", "beginnt mit https://"),
]


@pytest.mark.parametrize(("text", "todo"), LINKS)
def test_links(text: str, todo: str) -> None:
    rule, sentence = refusal(scalars.read_link, text)
    assert rule == "WIQ029"
    assert todo in sentence
    assert "hea" not in sentence


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("18.30", "18:30"),
        ("18 Uhr", "18:00"),
        ("18 Uhr 30", "18:30"),
        ("18h30", "18:30"),
        ("1800", "18:00"),
        ("6pm", "18:00"),
        ("6 p.m.", "18:00"),
        ("12 am", "00:00"),
        ("ab 18:00", "18:00"),
        ("halb sieben", "18:30 oder 06:30"),
        ("18–20 Uhr", "„zeit: 18:00“ und in die nächste Zeile „ende: 20:00“"),
        ("abends", "18:30"),
    ],
)
def test_hours(text: str, hour: str) -> None:
    rule, sentence = refusal(read_clock, text)
    assert rule == "WIQ030"
    assert sentence.endswith(f" {hour}.")
