"""``wiq add``, ``done``, ``set``, ``measure``: the models say what there is; nothing else of the file changes."""

from __future__ import annotations

import difflib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from tests.support.run import wiq
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.cli.settings import while_somebody_thinks
from wiq_cli.usecases.edit_fields import sections

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result

    Call = Callable[..., Result]

GARTEN = with_keys(
    TEAM,
    """\
wirkung:
  - Nachbarn kennen sich
  - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}
  - Anzahl Beete: 12  # im Hof
stand: [Fläche gefunden]
weg:
  # Der erste Schritt.
  - Frühstück vorbereiten # um 8
  - {schritt: Café suchen, bis: 2027-01-31}
  - schritt: Frühstück einladen
    erledigt: ja
""",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path, {"garten": GARTEN})


@pytest.fixture
def call(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return lambda *words: wiq(capsys, root, *words)


def text(root: Path) -> str:
    return (root / "teams" / "garten.yaml").read_text(encoding="utf-8")


def changed(root: Path) -> list[str]:
    """Give the lines that went and came, since the beginning."""
    lines = difflib.ndiff(GARTEN.splitlines(), text(root).splitlines())
    return [line for line in lines if line.startswith(("- ", "+ "))]


# -- add --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["weg", "Format festlegen", "--bis", "1.12.2026"], ["+   - schritt: Format festlegen", "+     bis: 2026-12-01"]),
        (["weg", "Format festlegen"], ["+   - Format festlegen"]),
        (["Offene Fragen", "Wer kocht?"], ["- offene_fragen: [Woher kommt das Wasser?]", "+ offene_fragen: [Woher kommt das Wasser?, Wer kocht?]"]),
        (["support", "Geld: 200 Euro", "--art", "geld"], ["- support: [Werkzeug]", "+ support: [Werkzeug, {was: 'Geld: 200 Euro', art: geld}]"]),
        (["chronik", "Gegossen"], ["+   - am: 2026-11-22", "+     text: Gegossen"]),
        (["notizen", "Nur für uns"], ["+ notizen:", "+   - Nur für uns"]),
        (["weg.2.notizen", "mit Kuchen"], ["-   - {schritt: Café suchen, bis: 2027-01-31}", "+   - {schritt: Café suchen, bis: 2027-01-31, notizen: [mit Kuchen]}"]),
        (["weg", "- mit Strich"], ["+   - '- mit Strich'"]),
        (["problem", "Erste Zeile \n\tzweite"], [
            "- problem: [Am Kanal fehlt ein Ort für alle.]", '+ problem: [Am Kanal fehlt ein Ort für alle., "Erste Zeile\\n  zweite\\n"]',
        ]),
        (["chronik", "Zwei\nZeilen"], ["+   - am: 2026-11-22", "+     text: |", "+       Zwei", "+       Zeilen"]),
        (["langfristig", "Ein Netz"], ["+   langfristig:", "+     - Ein Netz"]),
    ],
)  # fmt: skip
def test_an_entry_is_added_and_nothing_else(root: Path, call: Call, words: list[str], lines: list[str]) -> None:
    done = call("add", "garten", *words)
    assert done.code == 0
    assert changed(root) == lines
    assert "+++ b/teams/garten.yaml" in done.out
    assert call("check").code == 0


def test_what_stands_there_is_not_written_twice(root: Path, call: Call) -> None:
    for words in (
        ["weg", "Frühstück vorbereiten"],
        ["weg", "Café suchen", "--bis", "31.01.2027"],
        ["themen", "Umwelt"],
    ):
        done = call("add", "garten", *words)
        assert (done.code, done.out) == (0, "")
        assert "steht schon da" in done.err
    assert text(root) == GARTEN


def test_every_field_of_the_models_can_be_given(call: Call) -> None:
    shown = call("add", "--help").out
    for one in sections().values():
        assert one.name in " ".join(shown.split())
        assert all(f"--{key} " in shown for key in one.felder)


def test_what_was_in_form_stays_in_form(root: Path, call: Call) -> None:
    assert call("fmt").code == 0
    for words in (
        ["add", "garten", "weg", "Format festlegen"],
        ["add", "garten", "support", "Geld", "--art", "geld"],
        ["done", "teams/garten.yaml", "weg", "vorbereiten"],
        ["set", "garten", "anlass", "Fest"],
        ["measure", "garten", "1", "3,5"],
    ):
        assert call(*words).code == 0
    assert call("fmt", "--check").code == 0


def test_dry_run_shows_and_writes_nothing(root: Path, call: Call) -> None:
    assert "+  - Format festlegen\n" in call("add", "garten", "weg", "Format festlegen", "--dry-run").out
    assert text(root) == GARTEN


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["add", "garten", "wegg", "x"], 2, "Meintest du „weg“?"),
        (["add", "gartn", "weg", "x"], 2, "Meintest du „garten“?"),
        (["add", "garten", "mitglieder", "x"], 2, "wiq person add"),
        (["add", "garten", "rhythmus", "x"], 2, "wiq meetings add"),
        (["add", "garten", "zusammenfassung", "x"], 2, "wiq set TEAM zusammenfassung"),
        (["add", "garten", "weg", "x", "--bis", "31.2.2027"], 2, "--bis: Diesen Tag gibt es nicht"),
        (["add", "garten", "weg", "x", "--biss", "31.1.2027"], 2, "„--bis“"),
        (["add", "garten", "weg", "x", "--url", "y"], 2, "--url gibt es bei weg nicht. Hier geht: --bis, --erledigt, --notizen."),
        (["add", "garten", "support", "x", "--art", "gled"], 2, "--art: Meintest du „geld“?"),
        (["add", "garten", "kooperationspartner", "x", "--url", "www.x.example"], 2, "--url: "),
        (["add", "garten", "weg", " "], 2, "TEXT: Hier steht nichts."),
        (["add", "garten", "weg", "mit \u202e Zeichen"], 2, "TEXT: Darin steckt ein Zeichen"),
        (["set", "garten", "name", "x" * 251], 2, "WERT: Hier passen höchstens 250 Zeichen hinein."),
        (["add", "garten", "weg", "x" * 20_001], 2, "TEXT: Dieser Text hat 20.001 Zeichen."),
        (["add", "garten", "weg", "x", "--bis", ""], 2, "--bis: "),
        (["add", "garten", "weg.9.notizen", "x"], 2, "gibt es 3 Einträge"),
        (["add", "garten", "weg"], 2, "Gib es mit an: TEXT"),
        (["add"], 2, "Gib es mit an: TEAM"),
        (["add", "garten", "weg", "Udo Übermut fragen"], 1, "WIQ210"),
        (["done", "garten", "weg", "Frühstück"], 2, "Nenn die Nummer"),
        (["done", "garten", "weg", "4"], 2, "die Nummern 1 bis 3"),
        (["done", "garten", "weg", "Cafe sucken"], 2, "2  Café suchen"),
        (["done", "garten", "support", "1"], 2, "ziele.teilziele, stand, weg"),
        (["done", "garten", "weg", "1", "--am", "2026-11-20"], 2, "keinen Tag"),
        (["done", "garten", "stand", "1", "--am", "2026-11-23"], 2, "Zukunft"),
        (["set", "garten", "staus", "x"], 2, "Meintest du „status“?"),
        (["set", "garten", "themen", "x"], 2, "wiq add TEAM themen"),
        (["set", "garten", "weg.2.biss", "x"], 2, "Meintest du „bis“?"),
        (["set", "garten", "weg.2.notizen", "x"], 2, "wiq add garten weg.2.notizen TEXT"),
        (["set", "garten", "weg.8", "x"], 2, "gibt es 3 Einträge"),
        (["set", "garten", "ziele.bis", "bald"], 2, "WERT: Hier steht kein Datum"),
        (["set", "garten", "name", "--clear"], 1, "WIQ021"),
        (["set", "garten", "zusammenfassung", "--clear"], 1, "WIQ101"),
        (["set", "garten", "verteiler", "thea@example.org"], 1, "WIQ111"),
        (["set", "garten", "einwilligung", "x"], 2, "wiq person consent"),
        (["set", "garten", "status", "idee"], 1, "„im-betrieb“ oder „selbsttragend“ oder „pausiert“"),
        (["set", "garten", "status", "abgeschlossen"], 1, "wiq archive garten"),
        (["set", "garten", "status", "laueft"], 2, "Meintest du „laeuft“?"),
        (["measure", "garten", "Besuher", "3"], 2, "2  Besucher"),
        (["measure", "garten", "Besucher", "ca. 3"], 2, "Gemeint ist vermutlich 3."),
        (["measure", "garten", "Besucher", "3", "--am", "2026-11-23"], 2, "Zukunft"),
        (["measure", "garten", "Besucher"], 2, "Gib es mit an: WERT"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else None,
)  # fmt: skip
def test_what_cannot_be_is_refused_whole(root: Path, call: Call, words: list[str], code: int, says: str) -> None:
    done = call(*words)
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert text(root) == GARTEN


def test_errors_that_were_there_before_do_not_stand_in_the_way(root: Path, call: Call) -> None:
    broken = with_keys(GARTEN, "zusammenfassung:\n")
    (root / "teams" / "garten.yaml").write_text(broken, encoding="utf-8")
    assert call("add", "garten", "weg", "Format festlegen").code == 0
    (root / "teams" / "garten.yaml").write_text("name: [", encoding="utf-8")
    assert call("add", "garten", "weg", "Format festlegen").code == 3


def test_a_warning_about_the_new_entry_is_said(root: Path, call: Call) -> None:
    done = call("add", "garten", "chronik", "Fest", "--am", "2027-01-01")
    assert done.code == 0
    assert "Achtung: " in done.err


# -- done -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["weg", "vorbereiten"], ["-   - Frühstück vorbereiten # um 8", "+   - schritt: Frühstück vorbereiten # um 8", "+     erledigt: ja"]),
        (["weg", "cafe"], ["-   - {schritt: Café suchen, bis: 2027-01-31}", "+   - {schritt: Café suchen, bis: 2027-01-31, erledigt: ja}"]),
        (["weg", "2"], ["-   - {schritt: Café suchen, bis: 2027-01-31}", "+   - {schritt: Café suchen, bis: 2027-01-31, erledigt: ja}"]),
        (["stand", "flaeche"], ["- stand: [Fläche gefunden]", "+ stand: [{text: Fläche gefunden, erledigt: ja, am: 2026-11-22}]"]),
        (["stand", "1", "--am", "20.11.2026"], ["- stand: [Fläche gefunden]", "+ stand: [{text: Fläche gefunden, erledigt: ja, am: 2026-11-20}]"]),
        (["teilziele", "beete"], [
            "-   teilziele: [Beete anlegen, Leute einladen]",
            "+   teilziele: [{ziel: Beete anlegen, erreicht: ja, am: 2026-11-22}, Leute einladen]",
        ]),
    ],
)  # fmt: skip
def test_done(root: Path, call: Call, words: list[str], lines: list[str]) -> None:
    assert call("done", "garten", *words).code == 0
    assert changed(root) == lines
    again = call("done", "garten", *words)
    assert again.code == 0
    assert "schon abgehakt" in again.err


# -- set --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["ziele.bis", "30.06.2027"], ["-   bis: 2027-09-15", "+   bis: 2027-06-30"]),
        (["anlass", "Sommerfest"], ["+   anlass: Sommerfest"]),
        (["untertitel", "an der Luppe"], ["+ untertitel: an der Luppe"]),
        (["weg.2.bis", "28.2.2027"], ["-   - {schritt: Café suchen, bis: 2027-01-31}", "+   - {schritt: Café suchen, bis: 2027-02-28}"]),
        (["weg.1.bis", "28.2.2027"], ["-   - Frühstück vorbereiten # um 8", "+   - schritt: Frühstück vorbereiten # um 8", "+     bis: 2027-02-28"]),
        (["themen.1", "Natur"], ["- themen: [Umwelt]", "+ themen: [Natur]"]),
        (["wirkung.3.einheit", "Beete"], [
            "-   - Anzahl Beete: 12  # im Hof", "+   - indikator: Anzahl Beete", "+     einheit: Beete", "+     soll: 12  # im Hof",
        ]),
        (["treffen.dauer", "60"], ["+   dauer: 60"]),
        (["status", "pausiert"], ["- status: laeuft", "+ status: pausiert"]),
        (["weg.2.bis", "--clear"], ["-   - {schritt: Café suchen, bis: 2027-01-31}", "+   - {schritt: Café suchen}"]),
        (["name", "Garten am Kanal"], []),
    ],
)  # fmt: skip
def test_set(root: Path, call: Call, words: list[str], lines: list[str]) -> None:
    assert call("set", "garten", *words).code == 0
    assert changed(root) == lines


BESCHLUSS = """\
id: st-20260903-garten
team: st
art: lt_unterstuetzung
titel: Unterstützung für den Garten
antrag: Das ST unterstützt den Garten mit Werkzeug.
wahlkoerper: {stichtag: 2026-09-03, zahl: 8}
versuche:
  - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 8}, ergebnis: erreicht}
ergebnis: {status: angenommen, durch: konsens, am: 2026-09-03}
betrifft: {lt: garten}
leistung: {bewilligt: [Werkzeug]}
"""


def test_a_team_runs_only_when_its_support_is_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    idea = with_keys(GARTEN, "status: idee\n")
    root = network(tmp_path, {"garten": idea, "st": "schema: 1\nart: ST\nname: Steuerungsteam\n"})
    refused = wiq(capsys, root, "set", "garten", "status", "laeuft")
    assert (refused.code, text(root)) == (1, idea)
    assert "wiq decide new --kind lt_unterstuetzung --lt garten" in refused.err
    folder = root / "beschluesse" / "st" / "2026"
    folder.mkdir(parents=True)
    (folder / "st-20260903-garten.yaml").write_text(BESCHLUSS, encoding="utf-8")
    assert wiq(capsys, root, "set", "garten", "status", "laeuft").code == 0
    assert "status: laeuft" in text(root)


def test_an_idea_with_gaps_does_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody grants support, the rows of the concept still have to be filled."""
    root = network(tmp_path, {"garten": "schema: 1\nname: Garten\nstatus: idee\n"})
    refused = wiq(capsys, root, "set", "garten", "status", "laeuft")
    assert refused.code == 1
    assert refused.err.count("WIQ101: ") > 5


# -- measure ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "lines", "says"),
    [
        (["besucher", "12,5", "--quelle", "Liste"], [
            "-   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}",
            "+   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-11-22, wert: 12.5, quelle: Liste}]}",
        ], "Jetzt: 12,5 von 50 Leute."),
        (["besucher", "-3"], [
            "-   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}",
            "+   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-11-22, wert: -3}]}",
        ], "Jetzt: -3 von 50 Leute."),
        (["besucher", "-0,0"], [
            "-   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}",
            "+   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-11-22, wert: 0.0}]}",
        ], "Jetzt: 0,0 von 50 Leute."),
        (["besucher", "0,000001"], [
            "-   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}",
            "+   - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50, ist: [{am: 2026-11-22, wert: 0.000001}]}",
        ], "Jetzt: 0,000001 von 50 Leute."),
        (["1", "7", "--am", "20.11.2026"], [
            "-   - Nachbarn kennen sich", "+   - indikator: Nachbarn kennen sich", "+     ist:", "+       - am: 2026-11-20", "+         wert: 7",
        ], "--quelle"),
        (["Beete", "3"], [
            "-   - Anzahl Beete: 12  # im Hof", "+   - indikator: Anzahl Beete", "+     soll: 12  # im Hof",
            "+     ist:", "+       - am: 2026-11-22", "+         wert: 3",
        ], "Jetzt: 3 von 12."),
    ],
)  # fmt: skip
def test_measure(root: Path, call: Call, words: list[str], lines: list[str], says: str) -> None:
    done = call("measure", "garten", *words)
    assert done.code == 0
    assert says in done.err
    assert changed(root) == lines
    assert "steht schon da" in call("measure", "garten", *words).err


# -- many at once, and at a terminal ----------------------------------------------------------------------------------
def test_of_many_edits_at_once_none_is_lost(root: Path) -> None:
    calls = [
        *(["add", "garten", "weg", f"Schritt Nummer {number}"] for number in range(3)),
        ["add", "garten", "chronik", "Gegossen"],
        ["set", "garten", "untertitel", "an der Luppe"],
        ["measure", "garten", "Besucher", "9", "--quelle", "Liste"],
        ["done", "garten", "stand", "1"],
        ["meetings", "add", "garten", "05.12.2026 10:00"],
    ]

    def run(words: list[str]) -> int:
        command = [sys.executable, "-m", "wiq_cli", *words, "--root", str(root), "--today", HEUTE]
        return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL).returncode

    with ThreadPoolExecutor(len(calls)) as pool:
        assert set(pool.map(run, calls)) == {0}
    for piece in (
        "Nummer 0",
        "Nummer 1",
        "Nummer 2",
        "Gegossen",
        "an der Luppe",
        "wert: 9",
        "erledigt: ja, am",
        "05.12.2026",
    ):
        assert piece in text(root)


def test_at_a_terminal_what_is_missing_is_asked(root: Path) -> None:
    code, said = at_terminal(
        root,
        HEUTE,
        "add",
        typed=["gartn", "garten", "wegg", "weg", "Kuchen backen", "31.2.2027", "28.2.2027", "", "Apfelkuchen"],
    )
    assert code == 0
    assert "Der Februar 2027 hat 28 Tage." in said
    assert "Meintest du „garten“?" in said
    assert "Meintest du „weg“?" in said
    assert changed(root) == [
        "+   - schritt: Kuchen backen",
        "+     bis: 2027-02-28",
        "+     notizen:",
        "+       - Apfelkuchen",
    ]
    code, said = at_terminal(root, HEUTE, "done", "garten", "weg", typed=["Früh", "2"])
    assert code == 0
    assert "  2  Café suchen" in said
    assert "Das passt zu mehreren Einträgen." in said
    code, said = at_terminal(root, HEUTE, "set", "garten", typed=["staus", "status", "pausiert"])
    assert code == 0
    assert "(idee|laeuft|" in said
    code, said = at_terminal(root, HEUTE, "measure", "garten", "Besucher", typed=["viele", "7", "Liste"])
    assert code == 0
    assert "wert: 7, quelle: Liste" in text(root)


def test_an_empty_answer_ends_without_harm(root: Path) -> None:
    code, said = at_terminal(root, HEUTE, "set", "garten", typed=[""])
    assert code == 130
    assert "nichts geändert" in said
    assert text(root) == GARTEN


def test_while_somebody_types_others_may_edit(root: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run changes the file between question and answer: both edits stay."""
    typed = iter(["Kuchen backen", "", "", ""])

    def answer(prompt: str) -> str:
        with while_somebody_thinks():
            line = next(typed)
            if line:
                command = [sys.executable, "-m", "wiq_cli", "add", "garten", "weg", "Von nebenan", "--root", str(root)]
                subprocess.run([*command, "--today", HEUTE], check=True, capture_output=True)
            return line

    monkeypatch.setattr("wiq_cli.cli.ask.can_ask", lambda: True)
    monkeypatch.setattr("wiq_cli.cli.ask._line", answer)
    assert call("add", "garten", "weg").code == 0
    assert changed(root) == ["+   - Von nebenan", "+   - Kuchen backen"]


@pytest.mark.parametrize("number", ["-1", "0", "4", "99999999999999999999", "9" * 5000])
def test_an_entry_that_is_not_there(number: str, call: Call, root: Path) -> None:
    result = call("set", "garten", f"weg.{number}.bis", "2026-01-01")
    assert (result.code, text(root)) == (2, GARTEN)
    assert "Unter „weg“ gibt es 3 Einträge. Die Nummern beginnen bei 1." in result.err


def test_digits_of_another_script_count(call: Call, root: Path) -> None:
    assert call("set", "garten", "weg.١.bis", "2027-01-01").code == 0
    assert "bis: 2027-01-01" in text(root)


def test_what_is_refused_is_not_proposed(call: Call) -> None:
    assert call("set", "garten", "treffen.dauer", "-5").err == (
        "WERT: Hier gehört eine ganze Zahl hin. Sie ist nie kleiner als 0.\n"
    )


def test_a_name_of_a_file_in_other_letters_that_look_the_same(call: Call, root: Path) -> None:
    (root / "teams" / "garten.yaml").rename(root / "teams" / f"{normalize('NFD', 'grün')}.yaml")
    result = call("set", normalize("NFC", "grün"), "untertitel", "Beete")
    assert "gibt es nicht" not in result.err
    decided = call("decide", "agenda", normalize("NFC", "grün"))
    assert (decided.code, "schreibt die Umlaute als je zwei Zeichen" in decided.err) == (2, True)
