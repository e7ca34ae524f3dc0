"""``wiq decide vote`` and ``close`` as people call them: attempts, majorities, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import file_of, text_of
from tests.support.run import wiq

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call

DAY = "20261122"


def clean(root: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    return not wiq(capsys, root, "check", "--format", "json").json["findings"]


def test_consensus_is_reached(root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]) -> None:
    voted = decide("vote", opened, "--zustimmung", "5", "--leichte-bedenken", "1", "--beiseite", "1")
    assert "7 von 8 Stimmen" in voted.err
    closed = decide("close", opened)
    assert closed.out == f"{opened}\tangenommen\n"
    assert "ergebnis:\n  status: angenommen\n  durch: konsens\n  am: 2026-11-22\n  gilt_ab: 2026-11-22\n" in text_of(
        root, opened
    )
    assert clean(root, capsys)


def test_a_failed_consensus_opens_the_majority_on_the_same_wording(
    root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("vote", opened, "--zustimmung", "6", "--veto", "2", "--objection", "Das ist zu teuer.")
    first = decide("close", opened)
    assert first.out == f"{opened}\toffen\n"
    assert "Jetzt zählt die einfache Mehrheit, über denselben Wortlaut." in first.err
    assert "Ausschlag" not in first.err
    assert decide("vote", opened, "--zustimmung", "8").code == 2
    decide("vote", opened, "--ja", "5", "--nein", "3")
    assert decide("close", opened).out == f"{opened}\tangenommen\n"
    attempts = decide("show", opened, "--format", "json").json["decision"]["attempts"]
    assert [one["recorded"] for one in attempts] == ["nicht_erreicht", "angenommen"]
    text = text_of(root, opened)
    assert text.count("wortlaut: sha256:") == 2
    assert "text: Das ist zu teuer." in text
    assert clean(root, capsys)


def test_one_vote_turns_a_majority_and_nothing_else(decide: Call, opened: str) -> None:
    hint = "Eine einzige Stimme"
    assert hint not in decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.").err
    decide("close", opened)
    assert hint not in decide("vote", opened, "--ja", "0", "--nein", "0", "--enthaltung", "8").err
    assert hint in decide("vote", opened, "--ja", "4", "--nein", "3").err
    assert hint in decide("close", opened).err
    shown = decide("show", opened).out
    assert shown.count(hint) == 1
    assert "Versuch 2, einfache Mehrheit, am 22.11.2026: angenommen" in shown


def test_a_tie_rejects(decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", opened)
    tie = decide("vote", opened, "--ja", "4", "--nein", "4")
    assert "Gleichstand" in tie.err
    assert decide("close", opened).out == f"{opened}\tabgelehnt\n"


def test_the_pt_admits_by_consensus_or_not_at_all(decide: Call) -> None:
    name = decide(
        "new", "--team", "pt", "--kind", "aufnahme", "--person", "p99", "--title", "Aufnahme", "--wording", "Ja."
    ).out.strip()
    decide("vote", name, "--zustimmung", "4", "--veto", "1", "--objection", "Wir kennen uns noch nicht.")
    closed = decide("close", name)
    assert closed.out == f"{name}\tnicht_erreicht\n"
    assert "Ihr könnt den Antrag ändern und neu stellen: wiq decide new" in closed.err
    assert decide("vote", name, "--ja", "4", "--nein", "1").code == 1


def test_a_new_wording_needs_a_new_consensus(
    root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("vote", opened, "--zustimmung", "6", "--veto", "2", "--objection", "Das ist zu teuer.")
    decide("close", opened)
    path = file_of(root, opened)
    path.write_text(path.read_text("utf-8").replace("Wir drucken Plakate.", "Wir drucken zehn Plakate."), "utf-8")
    assert decide("vote", opened, "--ja", "5", "--nein", "3").code == 2
    decide("vote", opened, "--zustimmung", "8")
    assert decide("close", opened).out == f"{opened}\tangenommen\n"
    text = text_of(root, opened)
    assert "antrag:\n  fassung: 2\n" in text
    assert "nr: 2\n    verfahren: konsens\n    fassung: 2\n" in text
    assert clean(root, capsys)


def test_a_motion_in_its_short_form(root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = file_of(root, opened)
    head, _, rest = path.read_text("utf-8").partition("antrag:\n")
    path.write_text(f"{head}antrag: Wir drucken Plakate.\n{rest[rest.index('regel:') :]}", "utf-8")
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    path.write_text(path.read_text("utf-8").replace("antrag: Wir drucken", "antrag: Wir drucken zwei"), "utf-8")
    assert decide("vote", opened, "--zustimmung", "8").code == 0
    assert "antrag:\n  fassung: 2\n  wortlaut: Wir drucken zwei Plakate.\n" in text_of(root, opened)
    assert decide("close", opened).out == f"{opened}\tangenommen\n"
    assert clean(root, capsys)


def test_a_wording_changed_after_the_vote_is_not_adopted(root: Path, decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "8")
    path = file_of(root, opened)
    path.write_text(path.read_text("utf-8").replace("Wir drucken Plakate.", "Wir drucken gar nichts."), "utf-8")
    result = decide("close", opened)
    assert result.code == 1
    assert "Wortlaut" in result.err


def test_missing_no_votes_leave_the_result_open(decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", opened)
    assert "nicht feststellen" in decide("vote", opened, "--ja", "5").err
    assert decide("close", opened).out == f"{opened}\tnicht_feststellbar\n"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--zustimmung", "9"], 1, "Abstimmen konnten nur 8"),
        (["--zustimmung", "6", "--present", "5"], 1, "Abstimmen konnten nur 5"),
        (["--ja", "4", "--nein", "1"], 2, "--zustimmung"),
        ([], 2, "--ja"),
        (["--zustimmung", "viele"], 2, "--zustimmung: Hier gehört eine ganze Zahl ab 0 hin."),
        (["--zustimmung", "-1"], 2, "Hier gehört eine ganze Zahl ab 0 hin."),
        (["--zustimmung", "1.5"], 2, "Hier gehört eine ganze Zahl ab 0 hin."),
        (["--zustimmung", "8", "--objection", " "], 2, "Begründung"),
        (["--zustimmung", "8", "--date", "31.02.2026"], 2, "Kalender"),
        (["--zustimmung", "8", "--date", "2026-11-23"], 2, "--date: Dieser Tag kommt erst noch"),
        (["--zustimmung", "8", "--date", "2026-11-21"], 2, "--date: An diesem Tag gab es den Antrag noch nicht"),
        (["--zustimmung", "8", "--present", "9"], 2, "--present: Stimmberechtigt sind nur 8"),
    ],
)
def test_what_vote_refuses(root: Path, decide: Call, opened: str, words: list[str], code: int, says: str) -> None:
    before = text_of(root, opened)
    result = decide("vote", opened, *words)
    assert result.code == code
    assert says in result.err
    assert text_of(root, opened) == before


@pytest.mark.parametrize(("day", "says"), [("2026-11-23", "kommt erst noch"), ("2026-11-21", "gab es den Antrag")])
def test_close_refuses_a_day_that_cannot_be(root: Path, decide: Call, opened: str, day: str, says: str) -> None:
    decide("vote", opened, "--zustimmung", "8")
    before = text_of(root, opened)
    result = decide("close", opened, "--date", day)
    assert result.code == 2
    assert says in result.err
    assert text_of(root, opened) == before


def test_a_second_attempt_is_not_before_the_first(root: Path, decide: Call, opened: str) -> None:
    path = file_of(root, opened)
    path.write_text(
        path.read_text("utf-8").replace("eingebracht_am: 2026-11-22", "eingebracht_am: 2026-11-01"), "utf-8"
    )
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.", "--date", "2026-11-10")
    decide("close", opened)
    result = decide("vote", opened, "--ja", "5", "--nein", "3", "--date", "2026-11-05")
    assert result.code == 2
    assert "vor dem vorigen Versuch" in result.err
    assert decide("vote", opened, "--ja", "5", "--nein", "3", "--date", "2026-11-12").code == 0


def test_close_needs_votes_and_does_not_take_another_result(decide: Call, opened: str) -> None:
    assert decide("close", opened).code == 1
    decide("vote", opened, "--zustimmung", "8")
    wrong = decide("close", opened, "--outcome", "abgelehnt")
    assert wrong.code == 1
    assert "„angenommen“" in wrong.err
    assert decide("close", opened).code == 0
    assert decide("close", opened).code == 1


def test_deferring_and_taking_up_again(root: Path, decide: Call, opened: str) -> None:
    assert decide("close", opened, "--outcome", "vertagt").out == f"{opened}\tvertagt\n"
    assert decide("list", "--format", "json").json["decisions"][0]["outcome"] == "vertagt"
    decide("vote", opened, "--zustimmung", "8")
    assert "vertagt" not in text_of(root, opened)
    assert decide("close", opened).out == f"{opened}\tangenommen\n"


def test_every_comment_stays(root: Path, decide: Call, opened: str) -> None:
    path = file_of(root, opened)
    lines = [
        f"{line} # Notiz {number}" if number % 3 == 0 and line.strip() else line
        for number, line in enumerate(text_of(root, opened).splitlines())
    ]
    path.write_text("\n".join(lines) + "\n# Schluss\n", "utf-8")
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Nein.")
    decide("close", opened)
    decide("vote", opened, "--ja", "6", "--nein", "2")
    decide("close", opened)
    after = text_of(root, opened).splitlines()
    assert [line for line in after if line in lines] == lines
    assert "# Schluss" in after


def test_dry_run_of_vote_and_close(root: Path, decide: Call, opened: str) -> None:
    before = text_of(root, opened)
    assert "+      zustimmung: 8" in decide("vote", opened, "--zustimmung", "8", "--dry-run").out
    assert text_of(root, opened) == before
    decide("vote", opened, "--zustimmung", "8")
    before = text_of(root, opened)
    assert "+  status: angenommen" in decide("close", opened, "--dry-run").out
    assert text_of(root, opened) == before
