"""``wiq decide close``: recounts, seals, and writes down who does what until when."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import file_of, text_of
from tests.support.run import wiq
from tests.support.texts import HEUTE
from wiq_cli.files.disk import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call


@pytest.fixture
def voted(decide: Call) -> str:
    """Open a decision of the ST, record a consensus, and give its id."""
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    assert decide("vote", name, "--zustimmung", "8").code == 0
    return name


def test_the_end_is_sealed(root: Path, decide: Call, voted: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = decide("close", voted)
    assert result.code == 0
    assert result.out == f"{voted}\tangenommen\n"
    text = text_of(root, voted)
    assert "siegel:\n  v: 1\n  salz: " in text
    assert text.partition("sha256: ")[2][:16] in result.err
    assert wiq(capsys, root, "check", str(root / "beschluesse"), "--format", "json").json["findings"] == []


def test_two_seals_never_share_a_salt(root: Path, decide: Call, voted: str) -> None:
    text = text_of(root, voted)
    decide("close", voted)
    first = text_of(root, voted)
    file_of(root, voted).write_text(text, encoding="utf-8")
    decide("close", voted)
    assert text_of(root, voted) != first


@pytest.mark.parametrize("words", [["--outcome", "vertagt"], []])
def test_what_goes_on_has_no_seal(root: Path, decide: Call, words: list[str]) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    decide("vote", name, "--zustimmung", "7", "--veto", "1", "--objection", "veto: Das ist zu teuer.")
    assert decide("close", name, *words).code == 0
    assert "siegel" not in text_of(root, name)


def test_a_rejected_motion_is_sealed_too(root: Path, decide: Call) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    decide("vote", name, "--zustimmung", "7", "--veto", "1", "--objection", "veto: Das ist zu teuer.")
    decide("close", name)
    decide("vote", name, "--ja", "4", "--nein", "4")
    assert decide("close", name).out == f"{name}\tabgelehnt\n"
    assert "siegel:" in text_of(root, name)
    assert decide("verify", name).out.split("\t")[1] == "unveraendert"


def test_tasks_in_the_order_given(root: Path, decide: Call, voted: str) -> None:
    result = decide(
        "close", voted, "--task", "Plakate abholen", "--by", "ut", "--until", "2026-12-01",
        "--task", "Plakate aufhängen", "--by", "p3", "--until", "05.12.2026",
    )  # fmt: skip
    assert result.code == 0
    assert (
        "umsetzung:\n"
        "  - aufgabe: Plakate abholen\n    team: ut\n    bis: 2026-12-01\n"
        "  - aufgabe: Plakate aufhängen\n    person: p3\n    bis: 2026-12-05\n"
    ) in text_of(root, voted)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--task", "A", "--task", "B", "--by", "ut"], 2, "--by"),
        (["--task", "A", "--until", "2026-12-01", "--until", "2026-12-02"], 2, "--until"),
        (["--by", "ut"], 2, "--by"),
        (["--task", "A", "--by", "uut"], 2, "--by"),
        (["--task", "A", "--until", "bald"], 2, "Schreib das Datum so"),
        (["--task", "Quirin 3 ruft an: 0341 1234567", "--by", "ut"], 1, "--task"),
        (["--task", "  "], 2, "zu tun"),
        (["--outcome", "vertagt", "--task", "A"], 2, "--task"),
        (["--outcome", "abgelehnt"], 1, "angenommen"),
    ],
)
def test_what_close_refuses(root: Path, decide: Call, voted: str, words: list[str], code: int, says: str) -> None:
    before = text_of(root, voted)
    result = decide("close", voted, *words)
    assert (result.code, says in result.err) == (code, True), result.err
    assert "0341" not in result.err
    assert text_of(root, voted) == before


def test_a_sealed_decision_is_not_closed_again(root: Path, decide: Call, voted: str) -> None:
    decide("close", voted)
    before = text_of(root, voted)
    for words in (["close", voted], ["close", voted, "--outcome", "angenommen"], ["vote", voted, "--ja", "3"]):
        assert decide(*words).code == 1
    assert text_of(root, voted) == before


def test_what_was_closed_by_hand_is_recounted_and_sealed(root: Path, decide: Call, voted: str) -> None:
    path = file_of(root, voted)
    path.write_text(
        path.read_text("utf-8").rstrip()
        + "\n    ergebnis: erreicht\nergebnis: {status: angenommen, durch: konsens, am: 2026-11-22}\n",
        "utf-8",
    )
    before = path.read_text("utf-8")
    assert decide("close", voted).out == f"{voted}\tangenommen\n"
    assert path.read_text("utf-8").startswith(before)
    assert decide("verify").code == 0


def test_what_was_closed_by_hand_and_does_not_add_up_gets_no_seal(root: Path, decide: Call, voted: str) -> None:
    path = file_of(root, voted)
    path.write_text(path.read_text("utf-8").rstrip() + "\nergebnis: {status: abgelehnt, am: 2026-11-22}\n", "utf-8")
    result = decide("close", voted)
    assert (result.code, "Nachgezählt heißt das Ergebnis „angenommen“." in result.err) == (1, True)
    assert "siegel" not in path.read_text("utf-8")


def test_votes_by_name_leave_totals_that_stay(root: Path, decide: Call) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    path = file_of(root, name)
    path.write_text(
        path.read_text("utf-8")
        + "versuche: [{nr: 1, verfahren: konsens, am: 2026-11-22}]\nstimmen: {p1: zustimmung, p2: zustimmung, p3: beiseite}\n",
        "utf-8",
    )
    assert decide("close", name).code == 0
    assert "zustimmung: 2, leichte_bedenken: 0, beiseite: 1" in path.read_text("utf-8")
    assert decide("verify", name).code == 0


def test_dry_run_shows_the_seal_and_writes_nothing(root: Path, decide: Call, voted: str) -> None:
    before = text_of(root, voted)
    result = decide("close", voted, "--dry-run")
    assert "+siegel:" in result.out
    assert text_of(root, voted) == before


PROCEDURES = """\
begriffe:
  schweigen: {scheitert_bei: [veto], nur_begruendet: ja, schweigen_tage: 3}
  nachfrist: {scheitert_bei: [veto], nachfrist_tage: 7}
  auswahl: {auswahl: meiste_stimmen}
teams:
  ST: {name: Steuerungsteam, aufgabe: Entscheidet, verfahren: %s, aufnahme: selbst}
"""


def by(root: Path, procedure: str, decide: Call) -> str:
    """Open a decision by a procedure of the network's own."""
    rules = f"schema: 1\nfassung: r-2026-01\ngilt_ab: 2026-01-01\n{PROCEDURES % procedure}"
    (root / "regeln.yaml").write_text(rules, encoding="utf-8")
    for name in ("garten", "ut", "pt"):
        (root / "teams" / f"{name}.yaml").unlink()
    result = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken.", today="2026-11-15")
    assert result.code == 0, result.err
    return result.out.strip()


def test_silence_is_consent_once_the_time_is_over(root: Path, decide: Call) -> None:
    name = by(root, "schweigen", decide)
    path = file_of(root, name)
    path.write_text(path.read_text("utf-8").partition("form:")[0] + "form: {art: umlauf, frist: 2026-11-20}\n", "utf-8")
    early = decide("close", name, "--date", "2026-11-20")
    assert (early.code, "hat noch bis 20.11.2026 Zeit" in early.err) == (1, True)
    assert decide("close", name, "--date", "2026-11-21").out == f"{name}\tangenommen\n"
    assert "wortlaut: sha256:" in path.read_text("utf-8")
    assert decide("verify", name).code == 0


def test_silence_opens_with_a_last_day_and_needs_no_vote(root: Path, decide: Call) -> None:
    name = by(root, "schweigen", decide)
    assert "form:\n  art: umlauf\n  frist: 2026-11-18\n" in text_of(root, name)
    nothing = decide("vote", name, today="2026-11-16")
    assert (nothing.code, "Wer hier schweigt, ist einverstanden." in nothing.err) == (2, True)
    assert decide("close", name, today="2026-11-19").out == f"{name}\tangenommen\n"
    other = ["new", "--team", "st", "--title", "Beete", "--wording", "Wir pflanzen."]
    early = decide(*other, "--circulate", "2026-11-16", today="2026-11-15")
    assert (early.code, "Zeit bis mindestens 18.11.2026" in early.err) == (2, True)
    assert "Wer bis 20.11.2026 nicht" in decide(*other, "--circulate", "2026-11-20", today="2026-11-15").err


def test_a_word_said_early_does_not_end_the_silence_and_an_objection_does(root: Path, decide: Call) -> None:
    name = by(root, "schweigen", decide)
    decide("vote", name, "--leichte-bedenken", "1", today="2026-11-16")
    assert "hat noch bis 18.11.2026 Zeit" in decide("close", name, today="2026-11-18").err
    assert decide("close", name, today="2026-11-19").out == f"{name}\tangenommen\n"
    assert decide("verify", name).code == 0
    second = decide("new", "--team", "st", "--title", "Beete", "--wording", "Wir pflanzen.", today="2026-11-15")
    name = second.out.strip()
    decide("vote", name, "--veto", "1", "--objection", "Dort liegen Leitungen.", today="2026-11-16")
    assert decide("close", name, today="2026-11-16").out == f"{name}\tnicht_erreicht\n"


def test_the_absent_may_object_until_their_time_is_over(root: Path, decide: Call) -> None:
    name = by(root, "nachfrist", decide)
    assert decide("vote", name, "--zustimmung", "5", "--date", "2026-11-15").code == 0
    early = decide("close", name, "--date", "2026-11-22")
    assert (early.code, "Nachfrist" in early.err) == (1, True)
    assert decide("close", name, today="2026-11-23").code == 0
    assert decide("verify", name, today="2026-11-23").code == 0


def test_who_was_chosen_is_written_down(root: Path, decide: Call) -> None:
    name = by(root, "auswahl", decide)
    path = file_of(root, name)
    path.write_text(
        path.read_text("utf-8")
        + "versuche:\n  - nr: 1\n    verfahren: auswahl\n    am: 2026-11-20\n    optionen: [{name: blau, stimmen: 5}, {name: rot, stimmen: 2}]\n",
        "utf-8",
    )
    assert decide("close", name).code == 0
    assert "gewaehlt: blau" in path.read_text("utf-8")
    assert decide("verify", name).code == 0


class Terminal(io.StringIO):
    """A terminal at which somebody has already typed."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_it_asks_who_does_what(
    root: Path, decide: Call, voted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "Ruf an: 0341 1234567\nPlakate abholen\nuut\nut\nmorgen\n2026-12-01\nAufhängen\n\n\n\n"
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    result = decide("close", voted)
    assert result.code == 0
    assert (
        "umsetzung:\n  - aufgabe: Plakate abholen\n    team: ut\n    bis: 2026-12-01\n  - aufgabe: Aufhängen\n"
        in text_of(root, voted)
    )
    assert "0341" not in result.err
    assert decide("verify").code == 0


def test_who_has_nothing_to_do_presses_enter(
    root: Path, decide: Call, voted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert decide("close", voted).code == 0
    assert "umsetzung" not in text_of(root, voted)


def test_nothing_is_sealed_without_the_reason_for_a_veto(root: Path, decide: Call) -> None:
    name = decide("new", "--team", "pt", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    decide("vote", name, "--zustimmung", "4", "--veto", "1")
    before = text_of(root, name)
    result = decide("close", name, "--outcome", "nicht_erreicht")
    assert result.code == 1
    assert 'Schreib sie ohne Namen dazu: wiq decide close … --objection "veto: …"' in result.err
    assert text_of(root, name) == before
    assert "Dazu fehlt hier keine" in decide("close", name, "--objection", "beiseite: Egal.").err
    assert "Name" in decide("close", name, "--objection", "Quirin 22 findet es zu teuer.").err
    done = decide("close", name, "--outcome", "nicht_erreicht", "--objection", "Das ist zu teuer.")
    assert done.code == 0
    assert "  - stufe: veto\n    versuch: 1\n    text: Das ist zu teuer.\n" in text_of(root, name)


def test_a_reworded_attempt_still_needs_its_reason(root: Path, decide: Call) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    decide("vote", name, "--zustimmung", "7", "--veto", "1")
    decide("reword", name, "Wir drucken zehn Plakate.")
    decide("vote", name, "--zustimmung", "8")
    assert "Im 1. Versuch steht „Veto“ ohne Begründung." in decide("close", name).err
    assert decide("close", name, "--objection", "veto: Zu teuer.").code == 0


def test_a_number_that_points_to_a_person_stays_in_the_network(
    root: Path, decide: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    name = decide("new", "--team", "ut", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    decide("vote", name, "--zustimmung", "2", "--beiseite", "1")
    result = decide("close", name)
    assert result.code == 1
    assert "Die Zahl bei „Beiseitestehen“ zeigt auf eine Person." in result.err
    assert "siegel" not in text_of(root, name)
    assert decide("close", name, "--internal", " ").code == 2
    assert decide("close", name, "--internal", "Das Team ist klein.").code == 0
    assert "sichtbarkeit:\n  stufe: netzwerk\n  grund: Das Team ist klein.\n  pruefen_am: 2027-" in text_of(root, name)
    assert wiq(capsys, root, "check", str(root / "beschluesse"), "--format", "json").json["findings"] == []


def test_who_reads_it_is_not_said_twice_or_too_early(root: Path, decide: Call) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.").out.strip()
    decide("vote", name, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    assert "Noch ist nichts beschlossen." in decide("close", name, "--internal", "Klein.").err
    path = file_of(root, name)
    hidden = "sichtbarkeit: {stufe: netzwerk, grund: Klein, pruefen_am: 2027-01-01}\n"
    path.write_text(text_of(root, name) + hidden, encoding="utf-8")
    again = decide("close", name, "--outcome", "nicht_erreicht", "--internal", "Klein.")
    assert "lesen schon jetzt nicht alle" in again.err


@pytest.mark.parametrize("title", ["Plakate", "Werbung im Viertel"])
def test_the_same_words_are_not_decided_twice(decide: Call, voted: str, title: str) -> None:
    decide("close", voted)
    again = ["new", "--team", "st", "--title", title, "--wording", "Wir drucken Plakate. "]
    result = decide(*again, today="2026-12-03")
    assert (result.code, f"Das ist schon beschlossen: {voted}." in result.err) == (2, True)
    assert decide(*again, "--replaces", voted, today="2026-12-03").code == 0


def test_the_minutes_say_who_was_invited_when_and_whether_enough_were_there(decide: Call, voted: str) -> None:
    assert "--invited: " in decide("vote", voted, "--zustimmung", "8", "--invited", "2026-11-30").err
    assert decide("vote", voted, "--zustimmung", "8", "--invited", "2026-11-08", "--quorate").code == 0
    decide("close", voted)
    assert decide("verify", voted).code == 0
    result = decide("minutes", "st", "--date", HEUTE)
    assert "- Eingeladen: am 08.11.2026\n- Beschlussfähig: ja\n" in result.out
    assert "Einladung" not in result.err


def test_rules_that_begin_later_open_nothing(root: Path, decide: Call) -> None:
    rules = f"schema: 1\nfassung: r-2027-01\ngilt_ab: 2027-01-01\n{PROCEDURES % 'nachfrist'}"
    (root / "regeln.yaml").write_text(rules, encoding="utf-8")
    result = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken.")
    assert (result.code, "Eure Regeln gelten erst ab 01.01.2027." in result.err) == (1, True)


def test_who_accepts_an_election_later_is_an_addendum(root: Path, decide: Call, voted: str) -> None:
    decide("close", voted)
    assert decide("note", voted, "Die Person nimmt an.", "--kind", "annahme").code == 0
    assert "art: annahme" in text_of(root, voted)


def test_what_was_rejected_may_come_again_and_is_said_to_have_been_there(decide: Call) -> None:
    motion = ["new", "--team", "st", "--title", "Fest", "--wording", "Wir feiern."]
    first = decide(*motion, today="2026-11-15").out.strip()
    decide("vote", first, "--zustimmung", "7", "--veto", "1", "--objection", "Zu laut.", today="2026-11-15")
    decide("close", first, today="2026-11-15")
    decide("vote", first, "--ja", "2", "--nein", "6", today="2026-11-16")
    assert decide("close", first, today="2026-11-16").out == f"{first}\tabgelehnt\n"
    again = decide(*motion)
    assert again.code == 0, again.err
    assert f"Denselben Wortlaut habt ihr am 16.11.2026 abgelehnt: {first}" in again.err
    twice = decide(*motion)
    assert (twice.code, "schon einen offenen Antrag" in twice.err) == (2, True)


def test_a_result_that_the_record_does_not_carry_is_marked(root: Path, decide: Call, voted: str) -> None:
    decide("close", voted)
    honest = decide("list", "--format", "json").json["decisions"][0]
    assert "recounted" not in honest
    shown = decide("show", voted, "--format", "json").json["decision"]
    assert [(one["recorded"], one["recounted"]) for one in shown["attempts"]] == [("angenommen", "angenommen")]
    path = file_of(root, voted)
    path.write_text(
        path.read_text("utf-8").replace("veto: 0", "veto: 1").replace("zustimmung: 8", "zustimmung: 7"), "utf-8"
    )
    listed = decide("list", "--format", "json")
    (one,) = listed.json["decisions"]
    assert (one["outcome"], one["recounted"]) == ("angenommen", "nicht_erreicht")
    assert f"{voted}: Nachgezählt heißt das Ergebnis „nicht erreicht“." in listed.err
    assert decide("show", voted, "--format", "json").json["decision"]["recounted"] == "nicht_erreicht"
    assert "Das trägt die Aufzeichnung nicht." in decide("show", voted).out


def test_no_decision_grows_beyond_what_can_be_read(root: Path, decide: Call, opened: str) -> None:
    path = file_of(root, opened)
    path.write_text(text_of(root, opened) + f"# {'x' * (MAX_BYTES - 1024)}\n", "utf-8")
    before = path.read_bytes()
    for words in (
        ("note", opened, "y" * 2000),
        ("reword", opened, "y" * 2000),
        ("note", opened, "y" * 2000, "--dry-run"),
    ):
        result = decide(*words)
        assert result.code == 1, words
        assert f"{path.parent.parent.parent.name}/" in result.err
        assert "wäre dann größer als 128 KiB. Es wurde nichts geändert. Wenige Seiten reichen hier." in result.err
    assert path.read_bytes() == before
    assert decide("show", opened).code == 0
