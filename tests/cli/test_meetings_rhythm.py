"""wiq meetings rhythm: the habit in single dates, proposed as a line, written when somebody says yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.meetings import text_of
from tests.support.run import wiq
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
SEED = (
    "26.03.2024; 19.04.2024; 26.04.2024 (Lindenau); 08.05.2024; 16.05.2024; 04.06.2024; 11.06.2024 (Lindenau); "
    "06.08.2024; 09.08.2024 (City); 16.08.2024; 27.08.2024; 03.09.2024; 10.09.2024; 13.09.2024 (City)"
)
GARTEN = with_keys(
    TEAM, f"treffen:\n  ort: per Teams  # wie immer\n  # Die Zeile aus dem Konzept.\n  termine: {SEED}\n"
)
LINE = "alle 2 Wochen Dienstag ab 24.11.2026"


@pytest.fixture
def netz(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": GARTEN})


def test_seven_tuesdays_of_fourteen(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "rhythm", "garten")
    assert (result.code, result.out, result.err) == (ExitCode.FINE, f"{LINE}\t7\t14\n", "")
    assert text_of(netz) == GARTEN


def test_json(netz: Path, capsys: Capture) -> None:
    assert wiq(capsys, netz, "meetings", "rhythm", "garten", "--format", "json", "--time", "18:00").json == {
        "schema": "wiq.rhythm/1",
        "team": "garten",
        "weekday": "Dienstag",
        "on_weekday": 7,
        "dates": 14,
        "rhythm": "alle 2 Wochen Dienstag 18:00 ab 24.11.2026",
        "next": ["2026-11-24", "2026-12-08", "2026-12-22"],
    }


def test_yes_writes_it_and_keeps_every_comment(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "rhythm", "garten", "--yes", "--time", "18:00")
    assert result.code == ExitCode.FINE
    added = "  rhythmus:\n    - alle 2 Wochen Dienstag 18:00 ab 24.11.2026\n"
    assert added in text_of(netz)
    assert text_of(netz).replace(added, "") == GARTEN
    assert "Die nächsten: Di 24.11.2026, Di 08.12.2026, Di 22.12.2026." in result.err
    assert wiq(capsys, netz, "check").code == ExitCode.FINE


def test_an_hour_is_never_guessed(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "rhythm", "garten", "--yes")
    assert f"    - {LINE}\n" in text_of(netz)
    assert "--time 18:00" in result.err


def test_a_dry_run_writes_nothing(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "rhythm", "garten", "--dry-run")
    assert result.code == ExitCode.FINE
    assert result.out.startswith("--- a/teams/garten.yaml\n")
    assert f"+    - {LINE}\n" in result.out
    assert text_of(netz) == GARTEN


def test_somebody_at_a_terminal_is_asked(netz: Path) -> None:
    code, said = at_terminal(netz, HEUTE, "meetings", "rhythm", "garten", typed=("18.00", "18:00", "j"))
    assert code == ExitCode.FINE
    assert "Schreib sie so: 18:00." in said
    assert "7 von 14 Terminen" in said
    assert "Dann schau mal: alle 2 Wochen Dienstag 18:00 ab 24.11.2026" in said
    assert "    - alle 2 Wochen Dienstag 18:00 ab 24.11.2026\n" in text_of(netz)


def test_a_no_changes_nothing(netz: Path) -> None:
    code, _ = at_terminal(netz, HEUTE, "meetings", "rhythm", "garten", typed=("", "n"))
    assert code == ExitCode.FINE
    assert text_of(netz) == GARTEN


def test_there_is_a_rhythm_already(netz: Path, capsys: Capture) -> None:
    text = GARTEN.replace("  termine:", "  rhythmus: [jeden Montag 18:00]\n  termine:")
    (netz / "teams" / "garten.yaml").write_text(text, encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "rhythm", "garten")
    assert (result.code, result.out) == (ExitCode.FINE, f"{LINE}\t7\t14\n")
    assert result.err == "Das Team hat schon einen Rhythmus: jeden Montag um 18:00 Uhr.\n"
    result = wiq(capsys, netz, "meetings", "rhythm", "garten", "--yes")
    assert result.code == ExitCode.FINDINGS
    assert "Es wurde nichts geändert." in result.err
    assert text_of(netz) == text


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        ("05.10.2026 18:00; 12.10.2026 18:00; 19.10.2026 19:00; 26.10.2026 18:00", "jeden Montag 18:00 ab 23.11.2026"),
        ("07.09.2026; 05.10.2026; 02.11.2026", "erster Montag im Monat ab 07.12.2026"),
        ("29.05.2026 17:00; 31.07.2026 17:00; 28.08.2026", "letzter Freitag im Monat 17:00 ab 27.11.2026"),
        ("06.10.2026; 20.10.2026; 03.11.2026; 17.11.2026", "alle 2 Wochen Dienstag ab 01.12.2026"),
        ("01.10.2026; 22.10.2026; 12.11.2026", "alle 3 Wochen Donnerstag ab 03.12.2026"),
        ("01.12.2026; 08.12.2026; 15.12.2026", "jeden Dienstag ab 22.12.2026"),  # what is agreed already goes first
        ("05.10.2026; 12.10.2026", ""),
        ("05.10.2026; 13.10.2026; 21.10.2026; 29.10.2026; 06.11.2026", ""),
        ("05.01.2026; 04.05.2026; 14.09.2026", ""),
    ],
)
def test_habits(tmp_path: Path, capsys: Capture, dates: str, line: str) -> None:
    netz = network(tmp_path, {"garten": with_keys(TEAM, f"treffen:\n  ort: Hof\n  termine: {dates}\n")})
    result = wiq(capsys, netz, "meetings", "rhythm", "garten")
    assert result.code == ExitCode.FINE
    assert result.out.partition("\t")[0] == line
    if not line:
        assert "keine Gewohnheit" in result.err
        document = wiq(capsys, netz, "meetings", "rhythm", "garten", "--format", "json").json
        assert (document["rhythm"], document["next"]) == (None, [])


def test_wrong_calls(netz: Path, capsys: Capture) -> None:
    assert wiq(capsys, netz, "meetings", "rhythm", "gartn").code == ExitCode.WRONG_CALL
    result = wiq(capsys, netz, "meetings", "rhythm", "garten", "--time", "18.30")
    assert (result.code, "18:30" in result.err) == (ExitCode.WRONG_CALL, True)
