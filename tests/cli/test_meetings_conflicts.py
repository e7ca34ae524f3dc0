"""wiq meetings --conflicts: rooms, people, ways, holidays; teams and days are named, people never."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.cli.commands.meetings import conflicts
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
PRIVATE = ("Übermut", "udo", "0341", "p902", "p802", "kanal-link")


def team(name: str, treffen: str, people: str = "") -> str:
    block = f"name: {name}\nstadtteile: [Lindenau]\ntreffen:\n{treffen}leitung: []\nmitglieder:\n{people or '  []'}\n"
    return with_keys(TEAM, block)


def person(kennung: str, **more: str) -> str:
    return f"  - {{kennung: {kennung}, {', '.join(f'{key}: {value}' for key, value in more.items())}}}\n"


UDO = person("p902", name="Udo Übermut", email="udo@example.org", telefon="0341 123456")
ONE = "  ort: Hof\n  dauer: 90\n  termine: [01.12.2026 18:00]\n"


def conflicts_of(
    capsys: Capture, root: Path, treffen: str, people: str = "", wiq_yaml: str = WIQ, *words: str, first: str = ONE
) -> Result:
    network(root, {"a": team("A", first, UDO), "b": team("B", treffen, people)}, wiq_yaml)
    result = wiq(capsys, root, "meetings", "--conflicts", *words)
    assert not any(word in result.out + result.err for word in PRIVATE)
    return result


def kinds(result: Result) -> list[str]:
    return [line.split("\t")[1] for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Hof", ["ort"]),
        ("im  HOF", ["ort"]),
        ("Hof, online", ["ort"]),
        ("Saal 2", []),
        ("per Teams", []),
        ("noch offen", []),
    ],
)
def test_one_room_twice(tmp_path: Path, capsys: Capture, place: str, found: list[str]) -> None:
    result = conflicts_of(capsys, tmp_path, f'  ort: "{place}"\n  dauer: 60\n  termine: [01.12.2026 19:00]\n')
    assert kinds(result) == found
    assert result.code == (ExitCode.FINDINGS if found else ExitCode.FINE)


def test_the_line_in_a_pipe(tmp_path: Path, capsys: Capture) -> None:
    result = conflicts_of(capsys, tmp_path, "  ort: Hof\n  dauer: 60\n  termine: [01.12.2026 19:00]\n")
    assert result.out == "2026-12-01\tort\t18:00\t19:30\ta\t19:00\t20:00\tb\tBeide sind am selben Ort: Hof.\n"


@pytest.mark.parametrize("hours", ["19:30–20:30", "16:30–18:00"])
def test_an_end_at_the_start_of_the_next_is_no_clash(tmp_path: Path, capsys: Capture, hours: str) -> None:
    result = conflicts_of(capsys, tmp_path, f"  ort: Hof\n  termine: [01.12.2026 {hours}]\n", UDO)
    assert (kinds(result), result.code) == ([], ExitCode.FINE)
    assert "kommt sich nichts in die Quere" in result.err


def test_online_is_no_room_but_one_link_is(tmp_path: Path, capsys: Capture) -> None:
    online = "  ort: {}\n  link: https://meet.example.org/kanal-link\n  termine: [01.12.2026 18:00]\n"
    result = conflicts_of(capsys, tmp_path, online.format("online"), first=online.format("per Teams"))
    assert result.out.endswith("Beide treffen sich über denselben Link.\n")
    result = conflicts_of(
        capsys, tmp_path, online.format("online"), first=online.format("per Teams").replace("-link", "-link2")
    )
    assert kinds(result) == []


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (person("p902", name="Udo Übermut"), ["person"]),
        (person("p802", name="U. Übermut", email="UDO@Example.ORG"), ["person"]),
        (person("p802", email="udo@example.org"), ["person"]),
        (person("p802", name="Udo Übermut", telefon="+49 341 123456"), ["person"]),
        (person("p802", name="Vera Übermut", telefon="0341/123456"), []),  # they share a telephone
        (person("p802", name="Udo Übermut", email="anders@example.org"), []),  # only the same name
        (person("p902", name="Udo Übermut", bis="2026-11-30"), []),  # has left by then
        (person("p902", name="Udo Übermut", seit="2026-12-02"), []),
    ],
)
def test_one_person_twice(tmp_path: Path, capsys: Capture, people: str, found: list[str]) -> None:
    result = conflicts_of(capsys, tmp_path, "  ort: per Teams\n  termine: [01.12.2026 19:00]\n", people)
    assert kinds(result) == found
    if found:
        assert result.out.endswith("Jemand ist in beiden Teams.\n")


def test_the_order_follows_time_and_teams_not_people(tmp_path: Path, capsys: Capture) -> None:
    people = [person(f"p{n}", name=f"Person {n}") for n in (1, 2, 3)]
    block = "  ort: per Teams\n  termine: [01.12.2026 18:00, 30.11.2026 18:00]\n"
    teams = {
        "c": team("C", block, people[0]),
        "b": team("B", block, "".join(reversed(people))),
        "a": team("A", block, people[2]),
    }
    result = wiq(capsys, network(tmp_path, teams), "meetings", "--conflicts")
    both = [(line.split("\t")[0][-2:], *line.split("\t")[4:8:3]) for line in result.out.splitlines()]
    assert both == [("30", "a", "b"), ("30", "b", "c"), ("01", "a", "b"), ("01", "b", "c")]


def test_a_cancelled_meeting_is_in_nobodys_way(tmp_path: Path, capsys: Capture) -> None:
    block = "  ort: Hof\n  termine: [01.12.2026 18:00]\n  ausfall: [01.12.2026]\n"
    assert kinds(conflicts_of(capsys, tmp_path, block, UDO)) == []


@pytest.mark.parametrize(
    ("place", "start", "way", "found"),
    [
        ("Garten", "19:40", 30, ["weg"]),
        ("Garten", "20:00", 30, []),
        ("Garten", "19:40", 0, []),
        ("Hof", "19:40", 30, []),
        ("online", "19:40", 30, []),
        ("Garten", "19:00", 30, ["person"]),
    ],
)
def test_the_way_between_two_places(
    tmp_path: Path, capsys: Capture, place: str, start: str, way: int, found: list[str]
) -> None:
    block = f"  ort: {place}\n  termine: [01.12.2026 {start}]\n"
    result = conflicts_of(capsys, tmp_path, block, UDO, f"{WIQ}treffen: {{wegzeit: {way}}}\n")
    assert kinds(result) == found
    if found == ["weg"]:
        assert "Für den Weg bleiben 10 Minuten, nötig sind 30." in result.out


def test_one_team_twice(tmp_path: Path, capsys: Capture) -> None:
    block = "  ort: Saal\n  termine: [02.12.2026 18:00, 02.12.2026 19:00, 03.12.2026 18:00]\n"
    result = conflicts_of(capsys, tmp_path, block)
    assert result.out == "2026-12-02\tteam\t18:00\t19:30\tb\t19:00\t20:30\tb\tDas Team trifft sich zweimal zugleich.\n"


def test_holidays_are_only_hints(tmp_path: Path, capsys: Capture) -> None:
    holidays = "ferien:\n  zeiten: [{name: Winterferien, von: 2027-02-08, bis: 2027-02-19}]\n"
    block = "  ort: Saal\n  termine: [25.12.2026 18:00, 19.02.2027 18:00, 20.02.2027 18:00]\n"
    result = conflicts_of(capsys, tmp_path, block, "", WIQ + holidays, "--days", "120")
    assert result.code == ExitCode.FINE
    assert result.out == (
        "2026-12-25\tfeiertag\t18:00\t19:30\tb\t\t\t\tFeiertag: Erster Weihnachtstag.\n"
        "2027-02-19\tferien\t18:00\t19:30\tb\t\t\t\tSchulferien: Winterferien.\n"
    )


def test_filters_keep_the_other_side(tmp_path: Path, capsys: Capture) -> None:
    block = "  ort: Hof\n  termine: [01.12.2026 18:00, 25.12.2026 18:00]\n"
    assert kinds(conflicts_of(capsys, tmp_path, block, "", WIQ, "--team", "a")) == ["ort"]
    assert kinds(conflicts_of(capsys, tmp_path, block, "", WIQ, "--team", "b")) == ["ort", "feiertag"]
    assert kinds(conflicts_of(capsys, tmp_path, block, "", WIQ, "--next", "1")) == ["ort"]
    assert kinds(conflicts_of(capsys, tmp_path, block, "", WIQ, "--days", "2")) == []
    assert conflicts_of(capsys, tmp_path, block, "", WIQ, "--team", "c").code == ExitCode.WRONG_CALL
    assert conflicts_of(capsys, tmp_path, block, "", WIQ, "--format", "ics").code == ExitCode.WRONG_CALL


def test_what_has_no_hour_is_counted(tmp_path: Path, capsys: Capture) -> None:
    result = conflicts_of(capsys, tmp_path, "  ort: Hof\n  termine: [01.12.2026]\n", UDO)
    assert kinds(result) == []
    assert "Ein Treffen steht ohne Uhrzeit da." in result.err


def test_json(tmp_path: Path, capsys: Capture) -> None:
    block = "  ort: Hof\n  termine: [01.12.2026 19:00]\n"
    document = conflicts_of(capsys, tmp_path, block, UDO, WIQ, "--format", "json").json
    assert document["schema"] == "wiq.conflicts/1"
    assert [(one["kind"], one["level"], one["day"]) for one in document["conflicts"]] == [
        ("person", "warning", "2026-12-01"),
        ("place", "warning", "2026-12-01"),
    ]
    assert [one["team"] for one in document["conflicts"][0]["meetings"]] == ["a", "b"]


def test_by_day_on_a_terminal(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflicts, "is_terminal", lambda _: True)
    result = conflicts_of(capsys, tmp_path, "  ort: Hof\n  dauer: 60\n  termine: [01.12.2026 19:00]\n", UDO)
    assert result.out == (
        "Dienstag, 01.12.2026 · in 9 Tagen\n"
        "  A 18:00–19:30 · B 19:00–20:00\n"
        "    Jemand ist in beiden Teams.\n"
        "    Beide sind am selben Ort: Hof.\n"
    )


def test_a_broken_file_is_named(tmp_path: Path, capsys: Capture) -> None:
    network(tmp_path, {"a": team("A", ONE), "b": "name: ["})
    result = wiq(capsys, tmp_path, "meetings", "--conflicts")
    assert result.code == ExitCode.FINDINGS
    assert "teams/b.yaml" in result.err
