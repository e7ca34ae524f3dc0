"""wiq meetings free: weekly slots in which nobody sits elsewhere, without a word about who that would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.cli.commands.meetings import free
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
FERIEN = "ferien:\n  zeiten: [{name: Winterferien, von: 2026-12-21, bis: 2027-01-02}]\n"


def team(name: str, treffen: str, *people: str) -> str:
    rows = "".join(f"  - {{kennung: {one}, name: Person {one}, email: {one}@example.org}}\n" for one in people)
    return with_keys(TEAM, f"name: {name}\ntreffen:\n{treffen}leitung: []\nmitglieder:\n{rows or '  []'}\n")


TEAMS = {
    "a": team("A", "  ort: Hof\n  dauer: 90\n  rhythmus: [jeden Montag 18:00]\n", "p1", "p2"),
    "b": team("B", "  ort: Saal\n  dauer: 60\n  rhythmus: [alle 2 Wochen Dienstag 18:00 ab 24.11.2026]\n", "p2", "p3"),
    "c": team("C", "  ort: per Teams\n  rhythmus: [jeden Mittwoch 17:00–21:00]\n", "p3"),
    "d": team("D", "  ort: Saal\n  rhythmus: [jeden Donnerstag 17:00–18:30]\n", "p4"),
}


@pytest.fixture
def netz(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", TEAMS, WIQ + FERIEN)


def slots(capsys: Capture, netz: Path, *words: str) -> list[str]:
    result = wiq(capsys, netz, "meetings", "free", *words)
    assert result.code == ExitCode.FINE
    assert "Person" not in result.out + result.err
    assert "example.org" not in result.out + result.err
    return [" ".join(line.split("\t")[:3]) for line in result.out.splitlines()]


def test_one_team_may_give_up_its_own_meeting(netz: Path, capsys: Capture) -> None:
    assert slots(capsys, netz, "a") == [
        "Montag 17:00 21:00",
        "Dienstag 19:00 21:00",
        "Mittwoch 17:00 21:00",
        "Donnerstag 17:00 21:00",
        "Freitag 17:00 21:00",
    ]


def test_several_teams_get_around_each_other(netz: Path, capsys: Capture) -> None:
    assert slots(capsys, netz, "a", "b") == [
        "Montag 19:30 21:00",
        "Dienstag 19:00 21:00",
        "Donnerstag 17:00 21:00",
        "Freitag 17:00 21:00",
    ]


def test_the_line_can_be_added(netz: Path, capsys: Capture) -> None:
    line = wiq(capsys, netz, "meetings", "free", "a", "--day", "di").out.split("\t")[3]
    assert line == "jeden Dienstag 19:00 ab 24.11.2026"
    assert wiq(capsys, netz, "meetings", "add", "a", line).code == ExitCode.FINE
    line = wiq(capsys, netz, "meetings", "free", "a", "--day", "Freitag", "--duration", "45").out.split("\t")[3]
    assert line == "jeden Freitag 18:00–18:45 ab 27.11.2026"
    assert wiq(capsys, netz, "meetings", "add", "a", line).code == ExitCode.FINE


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            ("a", "--day", "Di", "--hours", "17-19:30", "--duration", "30"),
            ["Dienstag 17:00 18:00", "Dienstag 19:00 19:30"],
        ),
        (("a", "--day", "Di", "--every", "2"), ["Dienstag 19:00 21:00", "Dienstag 17:00 21:00"]),
        (("a", "--day", "Di", "--hours", "22-24"), ["Dienstag 22:00 00:00"]),
        (("a", "--day", "Sa", "--day", "So", "--day", "sa"), ["Samstag 17:00 21:00", "Sonntag 17:00 21:00"]),
        (("c", "--day", "Di", "--weeks", "1"), ["Dienstag 19:00 21:00"]),
    ],
    ids=" ".join,
)
def test_options(netz: Path, capsys: Capture, words: tuple[str, ...], found: list[str]) -> None:
    assert slots(capsys, netz, *words) == found


def test_where_nothing_is_quite_free_the_days_are_named(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "free", "a", "--day", "Di", "--hours", "17:30-19:15")
    weekday, start, end, line, missed = result.out.rstrip("\n").split("\t")
    assert (weekday, start, end) == ("Dienstag", "17:30", "19:00")
    assert line == "jeden Dienstag 17:30 ab 24.11.2026"
    assert missed == "2026-11-24,2026-12-08,2027-01-05"


def test_holidays_do_not_count(netz: Path, capsys: Capture) -> None:
    text = TEAMS["b"].replace("rhythmus: [alle 2 Wochen Dienstag 18:00 ab 24.11.2026]", "termine: [22.12.2026 18:00]")
    (netz / "teams" / "b.yaml").write_text(text, encoding="utf-8")
    assert slots(capsys, netz, "a", "--day", "Di") == ["Dienstag 17:00 21:00"]


def test_who_has_left_is_free(netz: Path, capsys: Capture) -> None:
    text = TEAMS["b"].replace("email: p2@example.org", "email: p2@example.org, bis: 2026-11-30")
    (netz / "teams" / "b.yaml").write_text(text, encoding="utf-8")
    assert slots(capsys, netz, "a", "--day", "Di") == ["Dienstag 19:00 21:00"]
    text = TEAMS["b"].replace("email: p2@example.org", "email: p2@example.org, bis: 2026-11-22")
    (netz / "teams" / "b.yaml").write_text(text, encoding="utf-8")
    assert slots(capsys, netz, "a", "--day", "Di") == ["Dienstag 17:00 21:00"]


def test_the_way_is_kept_free(netz: Path, capsys: Capture) -> None:
    (netz / "wiq.yaml").write_text(WIQ + "treffen: {wegzeit: 30}\n", encoding="utf-8")
    assert slots(capsys, netz, "a", "--day", "Di") == ["Dienstag 19:30 21:00"]
    assert slots(capsys, netz, "a", "--day", "Di", "--place", "saal") == ["Dienstag 19:00 21:00"]
    assert slots(capsys, netz, "a", "--day", "Di", "--place", "online") == ["Dienstag 19:00 21:00"]


def test_json(netz: Path, capsys: Capture) -> None:
    document = wiq(capsys, netz, "meetings", "free", "a", "b", "--day", "Mo", "--format", "json").json
    assert document == {
        "schema": "wiq.free/1",
        "teams": ["a", "b"],
        "from": "2026-11-23",
        "to": "2027-01-17",
        "minutes": 90,
        "slots": [
            {
                "weekday": "Montag",
                "start": "19:30",
                "end": "21:00",
                "every_weeks": 1,
                "first": "2026-11-23",
                "rhythm": "jeden Montag 19:30 ab 23.11.2026",
                "except": [],
            }
        ],
    }


def test_on_a_terminal_the_last_line_can_be_copied(
    netz: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(free, "is_terminal", lambda _: True)
    result = wiq(capsys, netz, "meetings", "free", "a", "b", "--day", "Mo")
    assert result.out == (
        "Frei für A und B, 90 Minuten, vom 23.11.2026 bis 17.01.2027:\n"
        "  Montag      19:30–21:00\n"
        "\n"
        'Zum Eintragen: wiq meetings add a "jeden Montag 19:30 ab 23.11.2026"\n'
    )
    result = wiq(capsys, netz, "meetings", "free", "a", "--day", "Di", "--hours", "17:30-19:15", "--weeks", "4")
    assert result.out.startswith("Ganz frei ist nichts. Am ehesten geht es für A, 90 Minuten")
    assert "  Dienstag    17:30–19:00, nicht am Di 24.11.2026 und Di 08.12.2026\n" in result.out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("x",), "Das Team „x“ gibt es nicht."),
        ((), "Es fehlt: TEAM"),
        (("a", "--day", "Dienstach"), "Meintest du „Dienstag“?"),
        (("a", "--hours", "18:00"), "17:00-21:00"),
        (("a", "--hours", "21-17"), "17:00-21:00"),
        (("a", "--hours", "17-25"), "17:00-21:00"),
        (("a", "--duration", "0"), "von 5 bis 720"),
        (("a", "--weeks", "999999"), "von 1 bis 52"),
        (("a", "--every", "zwei"), "von 1 bis 8"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_a_wrong_call_names_the_way_out(netz: Path, capsys: Capture, words: tuple[str, ...], part: str) -> None:
    result = wiq(capsys, netz, "meetings", "free", *words)
    assert (result.code, result.out) == (ExitCode.WRONG_CALL, "")
    assert part in result.err


def test_what_nobody_can_know_is_said(netz: Path, capsys: Capture) -> None:
    (netz / "teams" / "leer.yaml").write_text(team("Leer", "  termine: [01.12.2026]\n"), encoding="utf-8")
    assert "steht niemand" in wiq(capsys, netz, "meetings", "free", "leer").err
    text = TEAMS["b"].replace("alle 2 Wochen Dienstag 18:00 ab", "alle 2 Wochen Dienstag ab")
    (netz / "teams" / "b.yaml").write_text(text, encoding="utf-8")
    assert "stehen ohne Uhrzeit da" in wiq(capsys, netz, "meetings", "free", "a").err
    result = wiq(capsys, netz, "meetings", "free", "c", "--hours", "17-18", "--duration", "90")
    assert (result.code, result.out) == (ExitCode.FINE, "")
    assert "--hours" in result.err


def test_unreadable_files(netz: Path, capsys: Capture) -> None:
    (netz / "teams" / "d.yaml").write_text("name: [", encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "free", "a")
    assert result.code == ExitCode.FINDINGS
    assert "teams/d.yaml" in result.err
    assert wiq(capsys, netz, "meetings", "free", "d").code == ExitCode.NOTHING
