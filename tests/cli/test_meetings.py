"""wiq meetings: what it lists, in which form, and what it says when something is not right; and its three edits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.cli.commands.meetings import listing
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

GARTEN = with_keys(
    TEAM,
    """\
treffen:
  ort: Nachbarschaftszentrum  # im Hof
  dauer: 90
  rhythmus:
    - alle 2 Wochen Dienstag 18:00 ab 01.09.2026
  pause: [feiertage]
  verlegt:
    - 08.12.2026 -> 09.12.2026 19:00 (Garten)
  ausfall: [22.12.2026 Thea ist krank]
""",
)
LINE = with_keys(
    TEAM.replace("Garten am Kanal", "Essen zusammen").replace("p9", "p8").replace("Lindenau", "Plagwitz"),
    "verteiler: essen@netz.example\ntreffen:\n  termine: 26.03.2024; 26.04.2024 (Lindenau); 05.12.2026\n  ort: per Teams\n",
)
BROKEN = LINE.replace("05.12.2026", "31.09.2026").replace("essen@", "anders@")
TEAMS = {"garten": GARTEN, "essen": LINE}


@pytest.fixture
def netz(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", TEAMS)


def test_one_line_each_in_a_pipe(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "--days", "30")
    assert result.code == ExitCode.FINE
    assert result.out == (
        "2026-11-24\t18:00\t19:30\tgarten\tGarten am Kanal\tNachbarschaftszentrum\tgeplant\n"
        "2026-12-05\t\t\tessen\tEssen zusammen\tper Teams\tgeplant\n"
        "2026-12-09\t19:00\t20:30\tgarten\tGarten am Kanal\tGarten\tverlegt\n"
        "2026-12-22\t18:00\t19:30\tgarten\tGarten am Kanal\tNachbarschaftszentrum\tentfällt\n"
    )
    assert not result.err


def test_by_day_on_a_terminal(netz: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "is_terminal", lambda _: True)
    result = wiq(capsys, netz, "meetings", "--days", "30")
    assert result.out == (
        "Dienstag, 24.11.2026 · übermorgen\n"
        "  18:00–19:30   Garten am Kanal · Nachbarschaftszentrum\n"
        "\n"
        "Samstag, 05.12.2026 · in 13 Tagen\n"
        "  ohne Uhrzeit  Essen zusammen · per Teams\n"
        "\n"
        "Mittwoch, 09.12.2026 · in 17 Tagen\n"
        "  19:00–20:30   Garten am Kanal · Garten · verlegt vom Di 08.12.2026\n"
        "\n"
        "Dienstag, 22.12.2026 · in 30 Tagen\n"
        "  18:00–19:30   Garten am Kanal · Nachbarschaftszentrum · ENTFÄLLT\n"
    )


def test_json_as_promised(netz: Path, capsys: Capture) -> None:
    document = wiq(capsys, netz, "meetings", "--days", "30", "--format", "json").json
    assert document["schema"] == "wiq.meetings/1"
    first, second, third, fourth = document["meetings"]
    assert first.pop("uid")
    assert first == {
        "team": "garten",
        "name": "Garten am Kanal",
        "start": "2026-11-24T18:00:00+01:00",
        "end": "2026-11-24T19:30:00+01:00",
        "all_day": False,
        "place": "Nachbarschaftszentrum",
        "status": "planned",
    }
    assert (second["start"], second["end"], second["all_day"]) == ("2026-12-05", "2026-12-06", True)
    assert (third["status"], fourth["status"]) == ("moved", "cancelled")


def test_the_offset_follows_summer_time(netz: Path, capsys: Capture) -> None:
    call = ("meetings", "--from", "2027-03-20", "--to", "2027-04-07", "--team", "garten", "--format", "json")
    starts = [one["start"] for one in wiq(capsys, netz, *call).json["meetings"]]
    assert starts == ["2027-03-30T18:00:00+02:00"]
    call = ("meetings", "--from", "2026-10-10", "--to", "2026-10-30", "--team", "garten", "--format", "json")
    starts = [one["start"] for one in wiq(capsys, netz, *call).json["meetings"]]
    assert starts == ["2026-10-13T18:00:00+02:00", "2026-10-27T18:00:00+01:00"]


@pytest.mark.parametrize("fmt", ["text", "json"])
def test_a_reason_never_leaves_the_house(netz: Path, capsys: Capture, fmt: str) -> None:
    result = wiq(capsys, netz, "meetings", "--format", fmt)
    assert "Thea" not in result.out + result.err


def test_the_concepts_dates_of_the_past(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "--from", "2024-03-01", "--to", "31.12.2024")
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ["2024-03-26", "2024-04-26"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (("--team", "essen"), ["05.12."]),
        (("--team", "essen", "--team", "garten", "--days", "13"), ["24.11.", "05.12."]),
        (("--district", "plagwitz"), ["05.12."]),
        (("--next", "1"), ["24.11."]),
        (("--next", "1", "--team", "essen"), ["05.12."]),
        (("--days", "2"), ["24.11."]),
        (("--days", "1"), []),
        (("--from", "2026-12-05", "--to", "2026-12-05"), ["05.12."]),
        (("--from", "2026-12-05", "--days", "4"), ["05.12.", "09.12."]),
        (("--to", "2026-12-05"), ["24.11.", "05.12."]),
    ],
    ids=" ".join,
)  # fmt: skip
def test_filters(netz: Path, capsys: Capture, words: tuple[str, ...], days: list[str]) -> None:
    result = wiq(capsys, netz, "meetings", *words)
    assert result.code == ExitCode.FINE
    found = [line.split("\t")[0] for line in result.out.splitlines()]
    assert [f"{one[8:]}.{one[5:7]}." for one in found] == days
    assert bool(result.err) is not bool(days)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--team", "gartn"), "Meintest du „garten“?"),
        (("--team", "gar"), "Meintest du „garten“?"),
        (("--district", "Plakwitz"), "Meintest du „Plagwitz“?"),
        (("--to", "2026-12-01", "--days", "3"), "--days"),
        (("--to", "2026-01-01"), "--from"),
        (("--days", "viele"), "Zahl"),
        (("--days", "0"), "Zahl"),
        (("--next", "-1"), "Zahl"),
        (("--from", "24.11."), "2026-11-24"),
        (("--format", "xml"), "text, json"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_a_wrong_call_names_the_way_out(netz: Path, capsys: Capture, words: tuple[str, ...], part: str) -> None:
    result = wiq(capsys, netz, "meetings", *words)
    assert result.code == ExitCode.WRONG_CALL
    assert not result.out
    assert part in result.err


def test_a_broken_file_is_named_and_the_others_are_listed(netz: Path, capsys: Capture) -> None:
    (netz / "teams" / "anders.yaml").write_text(BROKEN, encoding="utf-8")
    (netz / "teams" / "kaputt.yaml").write_text("name: [", encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "--days", "30")
    assert result.code == ExitCode.FINDINGS
    assert len(result.out.splitlines()) == 4
    line = 1 + BROKEN[: BROKEN.index("26.03.2024;")].count("\n")
    assert f"teams/anders.yaml:{line}:47: Termin 3 von 3: Diesen Tag gibt es nicht." in result.err
    assert "fehlen deshalb in der Liste" in result.err
    assert re.search(r"teams/kaputt.yaml:\d+:\d+: ", result.err)


def test_a_fault_elsewhere_in_the_file_hides_no_meeting(netz: Path, capsys: Capture) -> None:
    path = netz / "teams" / "essen.yaml"
    path.write_text(LINE.replace("status: laeuft", "status: läuft gut"), encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "--team", "essen")
    assert result.code == ExitCode.FINDINGS
    assert "2026-12-05" in result.out
    assert "teams/essen.yaml:4:" in result.err


def test_a_cancellation_that_hits_nothing_is_named(netz: Path, capsys: Capture) -> None:
    (netz / "teams" / "garten.yaml").write_text(GARTEN.replace("[22.12.2026", "[23.12.2026"), encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "--days", "30")
    assert result.code == ExitCode.FINDINGS
    assert "2026-12-22\t18:00\t19:30\tgarten\tGarten am Kanal\tNachbarschaftszentrum\tgeplant\n" in result.out
    assert re.fullmatch(
        r"teams/garten.yaml:\d+:\d+: Dieser Eintrag trifft kein Treffen. Mehr sagt: wiq check\n", result.err
    )


def test_nothing_to_list(tmp_path: Path, capsys: Capture) -> None:
    result = wiq(capsys, network(tmp_path / "leer", {}), "meetings")
    assert (result.code, result.out) == (ExitCode.NOTHING, "")
    assert "wiq new-team" in result.err
    assert wiq(capsys, tmp_path, "meetings").code == ExitCode.NOTHING


def test_no_meeting_ahead_is_no_fault(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "--from", "2020-01-01", "--days", "5")
    assert (result.code, result.out) == (ExitCode.FINE, "")
    assert result.err == "Vom 01.01.2020 bis 06.01.2020 steht kein Treffen an.\n"


def test_foreign_text_steers_no_terminal(netz: Path, capsys: Capture) -> None:
    path = netz / "teams" / "essen.yaml"
    path.write_text(LINE.replace("ort: per Teams", 'ort: "Hof\\tlinks\\nhinten"'), encoding="utf-8")
    (line,) = wiq(capsys, netz, "meetings", "--team", "essen").out.splitlines()
    assert line.count("\t") == 6


# -- edits ------------------------------------------------------------------------------------------------------------
def text_of(netz: Path, team: str = "garten") -> str:
    return (netz / "teams" / f"{team}.yaml").read_text(encoding="utf-8")


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
        "das Treffen am Dienstag, 24.11.2026, 18:00 Uhr fällt aus.\n"
        "Das nächste Treffen ist am Mittwoch, 09.12.2026, 19:00 Uhr.\n"
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
    assert "Neu ist es am Mittwoch, 25.11.2026, 19:00 Uhr, Ort: Hof.\n" in result.out


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


# -- rules that pages alone do not show -------------------------------------------------------------------------------
def findings(capsys: Capture, root: Path, treffen: str, wiq_yaml: str = WIQ) -> list[str]:
    network(root, {"garten": with_keys(TEAM, f"treffen:\n  ort: Hof\n{treffen}")}, wiq_yaml)
    return [one["rule"] for one in wiq(capsys, root, "check", "--format", "json").json["findings"]]


@pytest.mark.parametrize(
    ("treffen", "rules"),
    [
        # An unreadable rhythm is one finding: nothing is said about what might have hit it.
        ("  rhythmus: [jeden 2. Dienstag]\n  ausfall: [24.11.2026]\n", ["WIQ303"]),
        ("  rhythmus: [jeden Dienstag 18:00]\n  ausfall: [31.09.2026]\n", ["WIQ023"]),
        ("  rhythmus: [jeden Di 10:00, jeden Di 18:00]\n  ausfall: [24.11.2026]\n", ["WIQ310"]),
        ("  rhythmus: [jeden Di 10:00, jeden Di 18:00]\n  ausfall: [24.11.2026 18:00]\n", []),
        ("  rhythmus: [jeden Mi 18:00]\n  pause: [feiertage]\n  ausfall: [18.11.2026]\n", ["WIQ310"]),
        ("  rhythmus: [jeden Di 18:00]\n  verlegt: [24.11.2026 -> 25.11.2026, 24.11.2026 -> 26.11.2026]\n", ["WIQ311"]),
        ("  rhythmus: [jeden Sonntag 02:30 ab 01.01.2026]\n", ["WIQ309"] * 2),
        ("  rhythmus: [jeden Di 18:00 bis 31.10.2026]\n", ["WIQ320"]),
        ("  termine: [22.11.2026 18:00]\n", []),
        ("  termine: [26.03.2024, 22.11.2026]\n", ["WIQ321"]),
    ],
)
def test_rules(tmp_path: Path, capsys: Capture, treffen: str, rules: list[str]) -> None:
    assert findings(capsys, tmp_path, treffen) == rules


def test_holidays_without_a_state(tmp_path: Path, capsys: Capture) -> None:
    treffen = "  rhythmus: [jeden Dienstag 18:00]\n  pause: [feiertage]\n"
    assert findings(capsys, tmp_path, treffen, WIQ.replace("bundesland: SN\n", "")) == ["WIQ322"]
