"""wiq meetings add, cancel, move: what they write, what they say, and what they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.meetings import BROKEN, GARTEN, LINE, TEAMS, text_of
from tests.support.run import wiq
from tests.support.texts import network, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def netz(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", TEAMS)


def test_add_a_rhythm_echoes_it_in_words(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "add", "garten", "jeden Donnerstag 17:00 ab 26.11.2026 (Hof)")
    assert result.code == ExitCode.FINE
    assert "    - jeden Donnerstag 17:00 ab 26.11.2026 (Hof)\n" in text_of(netz)
    assert text_of(netz).replace("    - jeden Donnerstag 17:00 ab 26.11.2026 (Hof)\n", "") == GARTEN
    assert result.err == (
        "Jeden Donnerstag um 17:00 Uhr, ab Do 26.11.2026 (Hof).\nDie nächsten: Do 26.11.2026, Do 03.12.2026, Do 10.12.2026.\n"
    )


def test_the_echo_names_what_falls_out(netz: Path, capsys: Capture) -> None:
    call = ("meetings", "add", "garten", "ungerade KW Freitag 17:00 ab 14.12.2026", "--dry-run")
    result = wiq(capsys, netz, *call)
    assert "Die nächsten: Fr 18.12.2026, Fr 08.01.2027, Fr 22.01.2027." in result.err
    assert "Pause: Fr 01.01.2027 (Neujahr)." in result.err
    assert "Zwischen 01.01.2027 und 08.01.2027 liegen 7 Tage" in result.err


def test_add_a_date(netz: Path, capsys: Capture) -> None:
    assert wiq(capsys, netz, "meetings", "add", "garten", "Sa 12.12.2026 10:00 (Hof)").code == ExitCode.FINE
    assert "  termine:\n    - Sa 12.12.2026 10:00 (Hof)\n" in text_of(netz)


def test_add_to_the_concepts_line(netz: Path, capsys: Capture) -> None:
    assert wiq(capsys, netz, "meetings", "add", "essen", "12.12.2026 18:00").code == ExitCode.FINE
    assert "    - 26.04.2024 (Lindenau)\n    - 05.12.2026\n    - 12.12.2026 18:00\n" in text_of(netz, "essen")
    assert wiq(capsys, netz, "check").code == ExitCode.FINE


def test_add_where_there_was_only_a_line(netz: Path, capsys: Capture) -> None:
    path = netz / "teams" / "essen.yaml"
    path.write_text(with_keys(LINE, "treffen: 26.03.2024 (Hof); 05.12.2026 (Hof)\n"), encoding="utf-8")
    assert wiq(capsys, netz, "meetings", "add", "essen", "jeden Dienstag 18:00 (Hof)").code == ExitCode.FINE
    assert "05.12.2026 (Hof)" in text_of(netz, "essen")
    assert wiq(capsys, netz, "check").code == ExitCode.FINE


def test_cancel_prints_the_mail_without_the_reason(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "cancel", "garten", "24.11.2026", "--reason", "Udo hat abgesagt")
    assert result.code == ExitCode.FINE
    assert "[22.12.2026 Thea ist krank, 24.11.2026 Udo hat abgesagt]" in text_of(netz)
    assert result.out == (
        "An: garten@netz.example\n"
        "Betreff: Fällt aus: Treffen am Dienstag, 24.11.2026, 18:00 Uhr\n"
        "\n"
        "Hallo zusammen,\n"
        "das Treffen am Dienstag, 24.11.2026, um 18:00 Uhr fällt aus.\n"
        "Das nächste Treffen ist am Mittwoch, 09.12.2026, um 19:00 Uhr.\n"
        "Euer Kalender zeigt die Änderung vielleicht erst morgen. Deshalb diese Mail.\n"
    )
    assert "Udo" not in result.out + result.err


@pytest.mark.parametrize(
    "reason", ["bis bald", "Raum: zu # klein", "12.12.2026 geht besser", "18:00 ist zu spät", '"so" {oder} so']
)
def test_any_reason_can_be_kept(netz: Path, capsys: Capture, reason: str) -> None:
    assert wiq(capsys, netz, "meetings", "cancel", "garten", "24.11.2026", "--reason", reason).code == ExitCode.FINE
    assert wiq(capsys, netz, "check").code == ExitCode.FINE
    assert wiq(capsys, netz, "meetings", "--next", "1", "--team", "garten").out.endswith("\tentfällt\n")


def test_move_prints_the_mail(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "move", "garten", "24.11.2026", "25.11.2026 19:00", "--place", "Hof")
    assert result.code == ExitCode.FINE
    assert "    - 24.11.2026 -> 25.11.2026 19:00 (Hof)\n" in text_of(netz)
    assert "Neu ist es am Mittwoch, 25.11.2026, um 19:00 Uhr, Ort: Hof.\n" in result.out


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("add", "garten", "jeden 2. Dienstag"), ExitCode.WRONG_CALL, "zwei Lesarten"),
        (("add", "garten", "24.11.26"), ExitCode.WRONG_CALL, "24.11.2026"),
        (("add", "gartn", "jeden Dienstag"), ExitCode.WRONG_CALL, "„garten“"),
        (("cancel", "garten", "irgendwann"), ExitCode.WRONG_CALL, "24.11.2026"),
        (("cancel", "garten", "24.11.2026 krank"), ExitCode.WRONG_CALL, "--reason"),
        (("cancel", "garten", "25.11.2026"), ExitCode.FINDINGS, "Di 24.11.2026 um 18:00"),
        (("cancel", "garten", "22.12.2026"), ExitCode.FINDINGS, "zweimal abgesagt"),
        (("cancel", "garten", "08.12.2026"), ExitCode.FINDINGS, "abgesagt und verlegt"),
        (("cancel", "garten", "09.12.2026"), ExitCode.FINDINGS, "08.12.2026"),
        (("move", "garten", "24.11.2026", "09.12.2026 19:00"), ExitCode.FINDINGS, "um diese Zeit schon"),
        (("move", "garten", "24.11.2026", "28.03.2027 02:30"), ExitCode.FINDINGS, "Sommerzeit"),
        (("move", "garten", "24.11.2026", "irgendwann"), ExitCode.WRONG_CALL, "24.11.2026"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_would_not_work_is_not_written(
    netz: Path, capsys: Capture, words: tuple[str, ...], code: ExitCode, part: str
) -> None:
    result = wiq(capsys, netz, "meetings", *words)
    assert result.code == code
    assert part in result.err
    assert text_of(netz) == GARTEN


@pytest.mark.parametrize(
    "words",
    [("add", "garten", "12.12.2026"), ("cancel", "garten", "24.11.2026"), ("move", "garten", "24.11.2026", "19:30")],
    ids=" ".join,
)
def test_a_dry_run_writes_nothing(netz: Path, capsys: Capture, words: tuple[str, ...]) -> None:
    result = wiq(capsys, netz, "meetings", *words, "--dry-run")
    assert result.code == ExitCode.FINE
    assert result.out.startswith("--- a/teams/garten.yaml\n+++ b/teams/garten.yaml\n")
    assert text_of(netz) == GARTEN


def test_the_form_of_the_file_stays(netz: Path, capsys: Capture) -> None:
    path = netz / "teams" / "garten.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GARTEN.replace("\n", "\r\n").encode())
    assert wiq(capsys, netz, "meetings", "cancel", "garten", "24.11.2026").code == ExitCode.FINE
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_an_unreadable_block_is_not_edited(netz: Path, capsys: Capture) -> None:
    (netz / "teams" / "essen.yaml").write_text(BROKEN, encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "add", "essen", "12.12.2026")
    assert result.code == ExitCode.NOTHING
    assert "Termin 3 von 3" in result.err
    assert text_of(netz, "essen") == BROKEN


@pytest.mark.parametrize(
    ("words", "line", "mail"),
    [
        (("24.11.2026", "26.11.2026"), "24.11.2026 -> 26.11.2026", "Donnerstag, 26.11.2026, um 18:00 Uhr, Ort: Nachbarschaftszentrum"),
        (("25.11.2026", "26.11.2026"), "24.11.2026 -> 26.11.2026 19:00 (Hof)", "Donnerstag, 26.11.2026, um 19:00 Uhr, Ort: Hof"),
        (("25.11.2026", "20:15"), "24.11.2026 -> 25.11.2026 20:15 (Hof)", "Mittwoch, 25.11.2026, um 20:15 Uhr, Ort: Hof"),
        (("25.11.2026 19:00", "26.11.2026", "--place", "Park"), "24.11.2026 -> 26.11.2026 19:00 (Park)", "um 19:00 Uhr, Ort: Park"),
    ],
)  # fmt: skip
def test_a_second_move_takes_the_place_of_the_first(
    netz: Path, capsys: Capture, words: tuple[str, ...], line: str, mail: str
) -> None:
    wiq(capsys, netz, "meetings", "move", "garten", "08.12.2026", "09.12.2026 19:00")
    first = text_of(netz)
    wiq(capsys, netz, "meetings", "move", "garten", "24.11.2026", "25.11.2026 19:00", "--place", "Hof")
    result = wiq(capsys, netz, "meetings", "move", "garten", *words)
    assert result.code == ExitCode.FINE
    assert text_of(netz).replace(f"    - {line}\n", "") == first
    assert f"    - {line}\n" in text_of(netz)
    assert "das Treffen am Mittwoch, 25.11.2026, um 19:00 Uhr ist verlegt.\n" in result.out
    assert f"{mail}.\n" in result.out
    assert wiq(capsys, netz, "check").code == ExitCode.FINE


def test_who_moves_it_back_needs_no_line(netz: Path, capsys: Capture) -> None:
    wiq(capsys, netz, "meetings", "move", "garten", "08.12.2026", "09.12.2026 19:00")
    first = text_of(netz)
    wiq(capsys, netz, "meetings", "move", "garten", "24.11.2026", "25.11.2026")
    result = wiq(capsys, netz, "meetings", "move", "garten", "25.11.2026", "24.11.2026")
    assert (result.code, text_of(netz)) == (ExitCode.FINE, first)
    assert "Neu ist es am Dienstag, 24.11.2026, um 18:00 Uhr" in result.out


# -- the mail ---------------------------------------------------------------------------------------------------------
def test_notice_prints_the_mail_for_what_stands_there_already(netz: Path, capsys: Capture) -> None:
    first = wiq(capsys, netz, "meetings", "move", "garten", "24.11.2026", "25.11.2026 19:00")
    before = text_of(netz)
    again = wiq(capsys, netz, "meetings", "move", "garten", "24.11.2026", "25.11.2026 19:00", "--notice")
    assert (again.code, again.out, text_of(netz)) == (ExitCode.FINE, first.out, before)
    again = wiq(capsys, netz, "meetings", "cancel", "garten", "22.12.2026", "--notice")
    assert again.code == ExitCode.FINE
    assert "das Treffen am Dienstag, 22.12.2026, um 18:00 Uhr fällt aus.\n" in again.out
    assert "Thea" not in again.out + again.err
    assert text_of(netz) == before


def test_notice_with_a_dry_run_shows_both(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "cancel", "garten", "24.11.2026", "--notice", "--dry-run")
    assert result.out.startswith("--- a/teams/garten.yaml\n")
    assert "\nAn: garten@netz.example\n" in result.out
    assert text_of(netz) == GARTEN


def test_what_is_long_past_needs_no_mail_unless_asked_for(netz: Path, capsys: Capture) -> None:
    assert not wiq(capsys, netz, "meetings", "cancel", "garten", "10.11.2026").out
    assert "fällt aus" in wiq(capsys, netz, "meetings", "cancel", "garten", "27.10.2026", "--notice").out


def test_without_a_list_address_it_says_so(netz: Path, capsys: Capture) -> None:
    path = netz / "teams" / "garten.yaml"
    path.write_text(GARTEN.replace("verteiler: garten@netz.example\n", ""), encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "cancel", "garten", "24.11.2026")
    assert result.out.startswith("Betreff: Fällt aus")
    assert "keine Verteileradresse" in result.err


# -- what is there already --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "part"),
    [
        (
            ("move", "garten", "24.11.2026", "09.12.2026 18:30"),
            "trifft sich das Team",
        ),
        (("move", "garten", "24.11.2026", "09.12.2026 20:00"), "trifft sich das Team"),
        (("add", "essen", "05.12.2026 (Hof)"), "Der Termin am 05.12.2026 steht schon da."),
        (("add", "garten", "alle zwei Wochen Dienstag 18:00 ab 01.09.2026"), "Dieser Rhythmus steht schon da."),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_two_meetings_at_once_are_refused(netz: Path, capsys: Capture, words: tuple[str, ...], part: str) -> None:
    result = wiq(capsys, netz, "meetings", *words)
    assert result.code == ExitCode.FINDINGS
    assert part in result.err
    assert result.err.endswith("Es wurde nichts geändert.\n")
    assert (text_of(netz), text_of(netz, "essen")) == (GARTEN, LINE)


def test_right_behind_another_meeting_is_free(netz: Path, capsys: Capture) -> None:
    assert wiq(capsys, netz, "meetings", "move", "garten", "24.11.2026", "09.12.2026 20:30").code == ExitCode.FINE
