"""The decision file: what it holds, what it refuses, and the fingerprint of a wording."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.beschluss import Beschluss, day_of, wording_hash
from wiq_cli.domain.structure import read
from wiq_cli.files.loader import parse

FULL = """\
schema: 1
id: st-20260820-stand-am-kanal
team: st
art: lt_unterstuetzung
titel: Unterstützung für den Stand am Kanal
anlass: Das LT bittet um Kontakte und Geld.
antrag:
  fassung: 2
  eingebracht_am: 20.08.2026
  wortlaut: |
    Das ST unterstützt das LT bis 31.12.2026 mit Kontakten.
betrifft: {lt: stand-am-kanal}
leistung: {bewilligt: [Kontakte], abgelehnt: [], offen: [Geld], von: 2026-09-03, bis: 2026-12-31}
regel: {fassung: r-1, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}
form: {art: treffen, am: 2026-09-03}
wahlkoerper: {stichtag: 2026-08-20, zahl: 8}
versuche:
  - {nr: 1, verfahren: konsens, fassung: 1, wortlaut: "sha256:3f9a", ergebnis: nicht_erreicht, am: 2026-08-20}
  - {nr: 2, verfahren: konsens, fassung: 2, wortlaut: "sha256:b107", ergebnis: erreicht, am: 2026-09-03}
ergebnis: {status: angenommen, durch: konsens, am: 2026-09-03, gilt_ab: 2026-09-03}
bedenken:
  - {stufe: schwere_bedenken, text: Das fehlt dann anderen Teams.}
wiedervorlage: {am: 2026-12-01, frage: Hat der Stand stattgefunden?}
sichtbarkeit: {stufe: oeffentlich}
verweise: {ersetzt: [], aendert: [], setzt_voraus: []}
anwesend: [p1, p2, p3, p4, p5, p6, p7, p8]
befangen: [{person: p7, grad: hinweis, umgang: hat nicht mitgestimmt}]
stimmen: {p1: zustimmung, p2: zustimmung, p3: leichte_bedenken, p4: enthaltung, p5: schwere_bedenken, p6: beiseite, p8: zustimmung}
verantwortlich: p2
protokoll: {leitung: p1, fuehrung: p3}
umsetzung: [{aufgabe: Stand reservieren, team: ut, bis: 2026-09-10, erledigt: nein}]
nachtraege: [{am: 2026-09-05, art: spaete_stimme, text: "Eine Stimme kam nach, sie zählt nicht."}]
ersetzt_durch: []
nummer: ST 7/2026
siegel: {v: 1, salz: "9f", intern: "41", sha256: "c7"}
"""
SHORT = "id: st-20260820-stand\nteam: st\ntitel: Stand\nantrag: Wir bauen einen Stand.\n"


def beschluss(text: str) -> Any:
    return read(Beschluss, parse(text, "b.yaml"))


def test_the_whole_file_reads() -> None:
    reading = beschluss(FULL)
    assert reading.clean
    assert reading.model.opened == date(2026, 8, 20)
    assert reading.model.status == "angenommen"
    assert [one.was for one in reading.model.leistung.offen] == ["Geld"]


def test_the_shortest_file_is_an_open_decision() -> None:
    reading = beschluss(SHORT)
    assert reading.clean
    assert reading.model.status == "offen"
    assert reading.model.sichtbarkeit.stufe == "oeffentlich"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("stimen: {p1: ja}", "WIQ020"),
        ("stimmen: {p1: vielleicht}", "WIQ024"),
        ("stimmen: {ja: 4, nein: 3}", "WIQ022"),
        ("stimmen: {Erika Muster: ja}", "WIQ027"),
        ("verantwortlich: erika@example.org", "WIQ027"),
        ("ergebnis: {status: beschlossen}", "WIQ024"),
        ("wahlkoerper: {stichtag: 2026-08-20, zahl: acht}", "WIQ025"),
        ("verweise: {ersetzt: [der alte]}", "WIQ441"),
    ],
)
def test_what_does_not_belong_is_a_finding_without_the_value(line: str, rule: str) -> None:
    found = beschluss(f"{SHORT}{line}\n").findings
    assert [(one.rule, one.span.line) for one in found] == [(rule, 5)]
    assert "rika" not in found[0].message + found[0].help


@pytest.mark.parametrize(
    "name",
    ["st-20260231-stand", "st-stand", "20260820-stand", "st-20260820-", "ST-20260820-stand", "st-20260820-ständchen"],
)
def test_an_id_is_team_day_and_title(name: str) -> None:
    assert [one.rule for one in beschluss(SHORT.replace("st-20260820-stand", name)).findings] == ["WIQ441"]


def test_a_team_may_have_hyphens_and_digits() -> None:
    assert day_of("stand-2-am-kanal-20260820-farbe-2") == date(2026, 8, 20)


def test_own_procedure_counts_once_it_is_adopted() -> None:
    text = SHORT + "art: verfahren\nverfahren: konsens\n"
    assert beschluss(text).model.own_procedure is None
    adopted = beschluss(text + "ergebnis: angenommen\n").model
    assert adopted.own_procedure.art == "konsens"


def test_indentation_and_line_ends_are_no_new_wording() -> None:
    assert wording_hash("  Wir bauen.\r\nBald.\n\n") == wording_hash("Wir bauen.\nBald.")
    assert wording_hash("Bu\u0308hne") == wording_hash("B\u00fchne")
    assert wording_hash("Wir bauen.") != wording_hash("Wir bauen nicht.")


@given(st.text(min_size=1), st.text(alphabet="abcde", min_size=1))
def test_one_more_word_is_a_new_wording(wording: str, word: str) -> None:
    assert wording_hash(wording) != wording_hash(f"{wording.strip()} {word}")
