"""Slips of people who write YAML by hand: each gets one finding, at its own place, that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wiq_cli.domain.errors import Unreadable
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from wiq_cli.domain.finding import Finding

BASE = """\
schema: 1
name: Hofgarten am Kanal
status: laeuft
themen: [Umwelt]
problem:
  - Es fehlt ein Ort
zusammenfassung: Wir bauen einen Garten.
ziele:
  bis: 2027-06-30
  teilziele: [Beete bauen]
weg:
  - schritt: Fläche finden
    bis: 2027-01-31
  - Leute einladen
leitung:
  - kennung: p901
    name: Ottilie Geheimrat
    email: geheim@example.org
    telefon: 0341 9998887
  - kennung: p902
    name: Bruno Verschwiegen
chronik:
  - {am: 2026-07-28, text: Neustart}
"""
PRIVATE = ("Ottilie", "Geheimrat", "geheim@", "9998887", "Bruno", "Verschwiegen")


def findings(text: str) -> list[Finding]:
    try:
        return list(read(Team, parse(text, "teams/x.yaml")).findings)
    except Unreadable as error:
        return list(error.findings)


SLIPS = [
    # indentation
    ("    bis: 2027-01-31", "   bis: 2027-01-31", "WIQ007", 13, 4, "4 Leerzeichen"),
    ("    bis: 2027-01-31", "     bis: 2027-01-31", "WIQ007", 13, 6, "zu weit eingerückt"),
    ("    name: Ottilie", "  name: Ottilie", "WIQ007", 17, 3, "4 Leerzeichen oder gar nicht"),
    ("  bis: 2027-06-30", "bis: 2027-06-30", "WIQ007", 9, 1, "zu wenig eingerückt"),
    ("zusammenfassung: Wir", "  zusammenfassung: Wir", "WIQ007", 7, 3, "gar nicht"),
    ("status:", " status:", "WIQ007", 3, 2, "zu weit eingerückt"),
    ("  teilziele:", "teilziele:", "WIQ020", 10, 1, "gehört unter „ziele“"),
    # colons
    ("schema: 1", "schema 1", "WIQ007", 1, 1, "fehlt der Doppelpunkt"),
    ("status: laeuft", "status laeuft", "WIQ007", 3, 1, "fehlt der Doppelpunkt"),
    ("    telefon: 0341", "    telefon 0341", "WIQ007", 19, 5, "fehlt der Doppelpunkt"),
    ("name: Hofgarten", "name:Hofgarten", "WIQ007", 2, 5, "fehlt ein Leerzeichen"),
    ("    email: geheim", "    email:geheim", "WIQ007", 18, 10, "fehlt ein Leerzeichen"),
    ("Wir bauen", "Ziel: bauen", "WIQ007", 7, 22, "Mitten im Text"),
    ("Wir bauen einen Garten.", "„Unser Ziel: ein Garten.“", "WIQ007", 7, 18, "keine Anführungszeichen"),
    # lists
    ("- Leute", "-Leute", "WIQ007", 14, 3, "Hinter dem Strich"),
    ("- Leute", "– Leute", "WIQ007", 14, 3, "Eine Liste fängt"),
    ("- Leute", "• Leute", "WIQ007", 14, 3, "Eine Liste fängt"),
    ("  - kennung: p902", "  – kennung: p902", "WIQ007", 20, 3, "Eine Liste fängt"),
    ("  - Es fehlt", "  -Es fehlt", "WIQ022", 6, 3, "Hinter dem Strich"),
    ("  - Es fehlt ein Ort", "  • Es fehlt ein Ort\n  • und Zeit", "WIQ022", 6, 3, "keine Liste"),
    ("  - kennung: p902", "    kennung: p902", "WIQ008", 20, 5, "neuer Eintrag"),
    # quotes and signs
    ("Wir bauen einen", '"Wir bauen" einen', "WIQ007", 7, 30, "geht der Text weiter"),
    ("name: Hofgarten am", 'name: "Hof" am', "WIQ007", 2, 13, "geht der Text weiter"),
    ("name: Hofgarten", "name: *Hof*garten", "WIQ007", 2, 7, "„*“"),
    ("name: Hofgarten", "name: ? Hofgarten", "WIQ007", 2, 7, "„?“"),
    ("name: Hofgarten am Kanal", "name: &Hofgarten", "WIQ009", 2, 7, "„&“"),
    ("name: Hofgarten am Kanal", "name: !Hofgarten", "WIQ010", 2, 7, "„!“"),
    ("[Umwelt]", "[Umwelt #1, Hof]", "WIQ007", 4, 17, "„#“"),
    ("themen: [", "themen #1: [", "WIQ007", 4, 8, "„#“"),
    ("Wir bauen einen Garten.", "Wir bauen\n  Platz #1 hier\n  im Hof", "WIQ007", 8, 9, "„#“"),
    # git and Word
    ("status: laeuft", "=======\nstatus: laeuft", "WIQ014", 3, 1, "zwei Fassungen"),
    ("status: laeuft", "status: laeuft\u00a0", "WIQ024", 3, 9, "nicht sieht"),
    ("status: laeuft", "status: „laeuft“", "WIQ024", 3, 9, "Gemeint ist vermutlich „laeuft“."),
    ("status: laeuft", "status: [laeuft]", "WIQ022", 3, 9, "keine Liste"),
    ("status: laeuft", "status: fertig", "WIQ024", 3, 9, "„abgeschlossen“"),
    ("status: laeuft", "status: laeu\u00adft", "WIQ024", 3, 9, "nicht sieht"),
    ("name: Hofgarten", "name:\u00a0Hofgarten", "WIQ007", 2, 6, "geschütztes Leerzeichen"),
    ("2027-06-30", "2027–06–30", "WIQ023", 9, 8, "2027-06-30"),
    # braces
    ("text: Neustart}", "text: Neustart, mit Kuchen}", "WIQ020", 23, 38, "Komma"),
    ("am: 2026-07-28", "am:2026-07-28", "WIQ020", 23, 6, "Leerzeichen"),
    # out of chats, mails and keyboards
    ("schema: 1", "```yaml\nschema: 1", "WIQ007", 1, 1, "Lösch die Zeilen mit ```"),
    ("schema: 1", "> schema: 1", "WIQ007", 1, 1, "Lösch „> “"),
    ("status: laeuft", "> status: laeuft", "WIQ007", 3, 1, "Lösch „> “"),
    ("- Leute einladen", "- > 10 Leute einladen", "WIQ007", 14, 7, "gerade Anführungszeichen"),
    ("Wir bauen", "\x1b]0;Wir\x07 bauen", "WIQ005", 7, 18, "Steuerzeichen"),
    ("status: laeuft", "status: laeuft\n<<: *vorlage", "WIQ009", 4, 1, "„<<“"),
    ("chronik:", "ottilie: ja\nottilie: nein\nchronik:", "WIQ008", 23, 1, "Zeile 22"),
    ("chronik:", "ort: Laube\nchronik:", "WIQ020", 22, 1, "gehört unter „treffen“"),
    ("chronik:", "zeit: 18:00\nchronik:", "WIQ020", 22, 1, "gehört unter „treffen“"),
    ("    telefon:", "    Tel.:", "WIQ020", 19, 5, "„telefon“"),
    ("    email:", "    Mail:", "WIQ020", 18, 5, "„email“"),
    ("    email:", "    E-Mail:", "WIQ020", 18, 5, "„email“"),
    ("schema: 1", "schema: 3", "WIQ031", 1, 9, "neueres wiq"),
    ("chronik:", "treffen:\n  rhythmus: jeden Dinstag 18:00\nchronik:", "WIQ302", 23, 13, "Dienstag"),
    ("chronik:", "wirkung:\n  - {indikator: a, soll: " + "9" * 5000 + "}\nchronik:", "WIQ025", 23, 26, "zu lang"),
    (
        "chronik:",
        "kooperationspartner:\n  - {name: V, url: 'https://u:p@v.example'}\nchronik:",
        "WIQ029",
        23,
        20,
        "Passwort",
    ),
    # the wrong shape
    ("ziele:\n  bis: 2027-06-30\n  teil", "ziele:\n  - bis: 2027-06-30\n  - teil", "WIQ022", 9, 3, "kein Strich"),
    ("name: Hofgarten am Kanal", "name: [Hofgarten]", "WIQ022", 2, 7, "keine Liste"),
    ("email: geheim@example.org", "email: [geheim@example.org]", "WIQ022", 18, 12, "ohne Klammern"),
    ("[Beete bauen]", "[[Beete bauen]]", "WIQ022", 10, 15, "Strich zu viel"),
]


@pytest.mark.parametrize(("right", "wrong", "rule", "line", "column", "said"), SLIPS, ids=[one[1] for one in SLIPS])
def test_one_slip_one_finding(right: str, wrong: str, rule: str, line: int, column: int, said: str) -> None:
    assert right in BASE
    found = findings(BASE.replace(right, wrong, 1))
    assert [(one.rule, one.span.line, one.span.column) for one in found] == [(rule, line, column)]
    assert said in f"{found[0].message} {found[0].help}"


@pytest.mark.parametrize("wrong", [one[1] for one in SLIPS])
def test_no_slip_makes_wiq_talk_about_people(wrong: str) -> None:
    right = next(one[0] for one in SLIPS if one[1] == wrong)
    for one in findings(BASE.replace(right, wrong, 1)):
        assert not any(word in f"{one.message} {one.help} {one.path}" for word in PRIVATE)


def test_a_file_behind_itself_is_one_finding() -> None:
    (finding,) = findings(BASE + BASE)
    assert (finding.rule, finding.span.line, finding.span.column) == ("WIQ008", 24, 1)
    assert "10 Angaben" in finding.message


def test_two_keys_twice_are_two_findings() -> None:
    found = findings(BASE + "status: idee\nziele: {bis: 2027-01-01}\n")
    assert [(one.rule, one.path) for one in found] == [("WIQ008", ("status",)), ("WIQ008", ("ziele",))]


@pytest.mark.parametrize("text", ["Hofgarten am Kanal\n\nWir bauen.\nProblem: Es fehlt ein Ort\n", "<html>\n" + BASE])
def test_a_text_that_is_no_yaml_is_refused_at_its_first_line(text: str) -> None:
    (finding,) = findings(text)
    assert (finding.rule, finding.span.line, finding.span.column) == ("WIQ007", 1, 1)


def test_the_base_is_in_order() -> None:
    assert findings(BASE) == []
