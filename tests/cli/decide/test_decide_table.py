"""``wiq decide vote`` at a terminal: person by person, names on the screen alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import text_of
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call


def test_the_table_becomes_totals_and_the_people_there(root: Path, opened: str) -> None:
    typed = ["j", "1", "x", "zust", "z", "2", "6", "f", "b", "f", "1=", "j",
             "Quirin 3 sagt: zu teuer.", "Zu teuer.", "Quirin 1", ""]  # fmt: skip
    code, seen = at_terminal(root, HEUTE, "decide", "vote", opened, typed=typed)
    assert code == 0, seen
    assert "1/8  p1  Quirin 1 >" in seen
    assert "Diese Stimme gibt es hier nicht." in seen
    assert "2/8  p2  Quirin 2 [Zustimmung] >" in seen
    assert "Noch 5. Bisher: 1 Zustimmung, 1 leichte Bedenken, 1 Veto. 1 Veto. Der Konsens ist nicht erreicht." in seen
    assert "p4  Quirin 4  fehlt" in seen
    assert "p5  Quirin 5  befangen" in seen
    assert "In diesem Text steht ein Name." in seen
    text = text_of(root, opened)
    assert "zustimmung: 4\n      leichte_bedenken: 1\n" in text
    assert "veto: 1\n" in text
    assert "anwesend:\n  - p1\n  - p2\n  - p3\n  - p5\n  - p6\n  - p7\n  - p8\n" in text
    assert "befangen:\n  - person: p5\n    grad: zurueckgezogen\n" in text
    assert "- stufe: veto\n    versuch: 1\n    text: Zu teuer.\n" in text
    assert "protokoll:\n  leitung: p1\n" in text
    assert "Quirin" not in text
    assert "stimmen:" not in text


def test_a_second_round_keeps_what_was_said(root: Path, opened: str) -> None:
    typed = ["", "1=", "n", "3", "", "", "", "", "", "", "", "j", "", ""]
    code, seen = at_terminal(root, HEUTE, "decide", "vote", opened, typed=typed)
    assert code == 0, seen
    assert "1/8  p1  Quirin 1 [Zustimmung] >" in seen
    assert "zustimmung: 7\n      leichte_bedenken: 0\n      enthaltung: 1\n" in text_of(root, opened)


def test_grave_concerns_come_back_as_a_question(root: Path, opened: str) -> None:
    typed = ["j", "5", "1=", "j", "Das Papier.", "", "", "gestern", "2027-03-01", "Lag noch Papier herum?"]
    code, seen = at_terminal(root, HEUTE, "decide", "vote", opened, typed=typed)
    assert code == 0, seen
    assert "wiedervorlage:\n  am: 2027-03-01\n  frage: Lag noch Papier herum?\n" in text_of(root, opened)


def test_totals_where_nobody_wants_the_table(root: Path, opened: str) -> None:
    code, seen = at_terminal(
        root, HEUTE, "decide", "vote", opened, typed=["n", "6", "", "viele", "2", "", "", "", "p1", "", "3", "8"]
    )
    assert code == 0, seen
    assert "Hier gehört eine ganze Zahl ab 0 hin." in seen
    assert "Gezählt sind schon 8 Stimmen." in seen
    text = text_of(root, opened)
    assert "zustimmung: 6\n      leichte_bedenken: 0\n      enthaltung: 2\n" in text
    assert "anwesend_zahl: 8\n" in text
    assert "protokoll:\n  leitung: p1\n" in text


def test_a_majority_shows_how_close_it_is(root: Path, decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", opened)
    typed = ["", "ja", "ja", "ja", "ja", "nein", "nein", "3", "4", "j", "", ""]
    code, seen = at_terminal(root, HEUTE, "decide", "vote", opened, typed=typed)
    assert code == 0, seen
    assert "1 Ja  2 Nein  3 Enthaltung  4 ungültig" in seen
    assert "Noch 2. Bisher: 4 Ja, 2 Nein. Genau so viele Ja wie nötig." in seen
    assert "ja: 4\n      nein: 2\n      enthaltung: 1\n      ungueltig: 1\n" in text_of(root, opened)


def test_a_secret_vote_has_no_table(root: Path, decide: Call) -> None:
    name = decide("new", "--team", "st", "--title", "Geheim", "--wording", "W", "--secret").out.strip()
    code, seen = at_terminal(root, HEUTE, "decide", "vote", name, typed=["8", "", "", "", "", "", "", "", ""])
    assert code == 0, seen
    assert "Quirin 1" not in seen
    assert decide("vote", name, "--person", "p1=1", "--named").code == 0
    assert "stimmen:" not in text_of(root, name)


def test_breaking_off_writes_nothing(root: Path, opened: str) -> None:
    before = text_of(root, opened)
    code, seen = at_terminal(root, HEUTE, "decide", "vote", opened, typed=["j", "1", "\x03"])
    assert code == 130, seen
    assert text_of(root, opened) == before


# -- the same without a terminal --------------------------------------------------------------------------------------
def test_votes_by_person(root: Path, decide: Call, opened: str) -> None:
    result = decide("vote", opened, "--person", "p2=zust", "--person", "Quirin 1=2", "--excluded", "p3")
    assert result.code == 0, result.err
    text = text_of(root, opened)
    assert "anwesend:\n  - p1\n  - p2\n  - p3\n" in text
    assert "grad: stimmverbot\n" in text
    assert "stimmen:" not in text
    decide("vote", opened, "--person", "p2=zust", "--person", "p1=1", "--named")
    assert "stimmen:\n  p2: zustimmung\n  p1: zustimmung\n" in text_of(root, opened)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--person", "p1"], "Schreib es so: p1=zustimmung"),
        (["--person", "p1=vielleicht"], "Diese Stimme gibt es hier nicht"),
        (["--person", "p1=1", "--person", "Quirin 1=2"], "p1 hat schon eine Stimme"),
        (["--person", "p1=1", "--recused", "p1"], "p1 stimmt nicht mit"),
        (["--person", "p21=1"], "p21 gehörte am 22.11.2026 nicht zum Team"),
        (["--zustimmung", "7", "--recused", "p99"], "p99 gehörte am 22.11.2026 nicht zum Team"),
        (["--person", "Quirin=1"], "Das passt zu mehreren Personen: p21 (pt), "),
        (["--person", "Persn 99999=1"], "Diese Person finde ich nicht"),
        (["--person", "p1=1", "--zustimmung", "3"], "nicht beides"),
        (["--zustimmung", "3", "--named"], "--named braucht Stimmen nach Personen"),
    ],
)
def test_what_is_refused(root: Path, decide: Call, opened: str, words: list[str], says: str) -> None:
    before = text_of(root, opened)
    result = decide("vote", opened, *words)
    assert result.code in {1, 2}
    assert says in result.err
    assert "Quirin 1" not in result.err
    assert text_of(root, opened) == before


def test_who_has_an_interest_is_asked_about(decide: Call, root: Path) -> None:
    path = root / "teams" / "garten.yaml"
    path.write_text(path.read_text("utf-8").replace("kennung: p1\n", "kennung: p99\n"), "utf-8")
    name = decide(
        "new", "--team", "pt", "--kind", "aufnahme", "--person", "p21", "--title", "A", "--wording", "W"
    ).out.strip()
    result = decide("vote", name, "--person", "p21=1", "--person", "p22=1")
    assert "Befangen? p21 ist selbst betroffen." in result.err
    assert "Befangen" not in decide("vote", name, "--person", "p22=1", "--recused", "p21").err


def test_a_reason_may_come_later(root: Path, decide: Call, opened: str) -> None:
    first = decide("vote", opened, "--zustimmung", "6", "--schwere-bedenken", "1", "--veto", "1")
    assert "Es fehlt noch die Begründung zu: Veto, schwere Bedenken." in first.err
    assert "--review DATUM" in first.err
    second = decide("vote", opened, "--objection", "veto: Zu teuer.", "--objection", "schwere_bedenken: Papier.",
                    "--review", "2027-01-10")  # fmt: skip
    assert "Es fehlt" not in second.err
    assert "zustimmung: 6" in text_of(root, opened)


def test_a_late_vote_is_noted_and_changes_nothing(root: Path, decide: Call, opened: str) -> None:
    assert decide("vote", opened, "--late", "--zustimmung", "1").code == 2
    decide("vote", opened, "--zustimmung", "7")
    decide("close", opened)
    late = decide("vote", opened, "--late", "--person", "p8=veto", "--zustimmung", "1")
    assert late.err == "Nachgetragen. Das Ergebnis bleibt: angenommen.\n"
    text = text_of(root, opened)
    assert "art: spaete_stimme, person: p8, text: 'Kam nach dem Beschluss: Veto. Das Ergebnis bleibt.'}\n" in text
    assert "art: geaenderte_stimme," in text
    assert "zustimmung: 7" in text
    assert "--late" in decide("vote", opened, "--zustimmung", "8").err


def test_the_minutes_of_one_day_are_asked_for_once(root: Path, decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "8", "--lead", "p1", "--keeper", "Quirin 2", "--place", "Rathaus")
    other = decide("new", "--team", "st", "--title", "Flyer", "--wording", "Wir drucken Flyer.").out.strip()
    decide("vote", other, "--zustimmung", "8")
    assert "protokoll:\n  leitung: p1\n  fuehrung: p2\n  ort: Rathaus\n" in text_of(root, other)
