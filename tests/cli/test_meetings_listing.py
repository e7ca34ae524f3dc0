"""wiq meetings: what it lists, in which form, and what it says when something is not right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.meetings import BROKEN, GARTEN, LINE, TEAMS
from tests.support.run import wiq
from tests.support.texts import network
from wiq_cli.cli.commands.meetings import listing
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


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


def test_a_day_on_which_others_are_off_says_so(netz: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "is_terminal", lambda _: True)
    (netz / "teams" / "essen.yaml").write_text(LINE.replace("05.12.2026", "25.12.2026"), encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "--team", "essen")
    assert result.out.startswith("Freitag, 25.12.2026 · in 33 Tagen · Feiertag: Erster Weihnachtstag\n")
