"""``wiq new-team``: complete through options, friendly at a terminal, and never in the way of what is there."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, network
from wiq_cli.cli import ask
from wiq_cli.cli.commands import new_team as command
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from pathlib import Path

COMPLETE = [
    "--list-address", "hof@netz.example", "--district", "Lindenau", "--district", "Leutzsch", "--topic", "Umwelt",
    "--problem", "Der Hof: grau und leer", "--summary", "Wir begrünen den Hof.", "--goal", "Beete", "--goal", "Bänke",
    "--until", "15.09.2027", "--impact", "Anzahl gepflanzter Bäume: 50", "--step", "Fragen, wer mitmacht", "--support", "Werkzeug",
    "--lead", "Hanna Beispiel <hanna@example.org>", "--member", "Ivo Muster <ivo@example.org>", "--member", "Jo Probe",
    "--rhythm", "erster Montag im Monat 19:00 ab 07.12.2026", "--place", "Hof", "--question", "Wer gießt?", "--partner", "Gartenverein",
]  # fmt: skip


def file_of(root: Path, kuerzel: str) -> str:
    return (root / "teams" / f"{kuerzel}.yaml").read_text(encoding="utf-8")


def test_everything_by_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {})
    result = wiq(capsys, root, "new-team", "Hof is(s)t für Bürger:innen", *COMPLETE)
    assert (result.code, result.out) == (0, "")
    text = file_of(root, "hof-isst-fuer-buergerinnen")
    found = read(Team, parse(text, "x"))
    assert found.clean
    assert found.model is not None
    team = found.model
    assert (team.name, team.status, team.stadtteile) == (
        "Hof is(s)t für Bürger:innen",
        "idee",
        ["Lindenau", "Leutzsch"],
    )
    assert (team.wirkung[0].indikator, team.wirkung[0].soll) == ("Anzahl gepflanzter Bäume", 50)
    assert [(one.kennung, one.name, one.email) for _, _, one in team.personen()] == [
        ("p1", "Hanna Beispiel", "hanna@example.org"),
        ("p2", "Ivo Muster", "ivo@example.org"),
        ("p3", "Jo Probe", None),
    ]
    assert "Die nächsten: Mo 07.12.2026" in result.err, "a rhythm is echoed with its next dates"
    assert wiq(capsys, root, "check").code == 0


def test_the_file_carries_the_guidance_of_the_concept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {})
    assert wiq(capsys, root, "new-team", "Hof").code == 0
    text = file_of(root, "hof")
    for words in (
        "# Bitte kurzen und prägnanten Namen wählen.",
        "# Idealerweise 4-6 Personen, um arbeitsfähig zu bleiben.",
        "# Hier geht: idee, laeuft, pausiert, im-betrieb, selbsttragend, abgeschlossen.",
        "$schema=../.wiq/schema/team.json",
    ):
        assert words in text
    result = wiq(capsys, root, "check", "--format", "json")
    assert result.code == 0
    assert result.json["summary"]["errors"] == result.json["summary"]["warnings"] == 0
    assert result.json["summary"]["hints"] > 5, "an idea may have gaps"


def test_a_kennung_is_never_given_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": TEAM.replace("p901", "p1").replace("p902", "p2")})
    assert wiq(capsys, root, "new-team", "Hof", "--lead", "Hanna Beispiel", "--member", "Ivo Muster").code == 0
    assert "kennung: p3\n" in file_of(root, "hof")
    assert "kennung: p4\n" in file_of(root, "hof")


def test_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {})
    source = tmp_path / "entwurf.yaml"
    source.write_text(TEAM, encoding="utf-8")
    assert wiq(capsys, root, "new-team", "--from", str(source), "--topic", "Sport").code == 0
    text = file_of(root, "garten-am-kanal")
    found = read(Team, parse(text, "x")).model
    expected = read(Team, parse(TEAM, "x")).model
    assert found is not None
    assert expected is not None
    assert found == expected.model_copy(update={"themen": ["Sport"], "schema": Team.FASSUNG})
    assert wiq(capsys, root, "new-team", "--from", str(tmp_path / "weg.yaml")).code == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Garten am Kanal", "--id", "garten"], "gibt es schon"),
        (["Garten am Kanal", "--id", "Großer Garten"], "--id"),
        (["???"], "--id"),
        (["Hof", "--list-address", "keine"], "--list-address: Das ist keine E-Mail-Adresse"),
        (["Hof", "--until", "31.02.2027"], "--until: Diesen Tag gibt es nicht"),
        (["Hof", "--rhythm", "jeden 2. Dienstag 18:00"], "--rhythm: "),
        (["Hof", "--type", "XX"], "--type: Diese Teamart steht nicht in regeln.yaml."),
        (["Hof", "--goal", "a", "--goal", "b", "--goal", "c", "--goal", "d"], "--goal: "),
        (["Hof", "--list-address", "hof@anderswo.example"], "--list-address: "),
        ([], "NAME"),
    ],
)
def test_refused_with_a_sentence_and_nothing_written(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = network(tmp_path)
    result = wiq(capsys, root, "new-team", *words)
    assert result.code == 2
    assert said in result.err
    assert [path.name for path in (root / "teams").iterdir()] == ["garten.yaml"]


def test_dry_run_shows_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {})
    result = wiq(capsys, root, "new-team", "Hof", "--dry-run")
    assert result.code == 0
    assert "name: Hof\n" in result.out
    assert list((root / "teams").iterdir()) == []


def test_odd_names_stay_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {})
    name = "'Hof': {a} # \"b\" & *c* !d"
    assert wiq(capsys, root, "new-team", name, "--summary", "a: b\n- c\n\nd").code == 0
    found = read(Team, parse(file_of(root, "hof-a-b-c-d"), "x")).model
    assert found is not None
    assert (found.name, found.zusammenfassung) == (name, "a: b\n- c\n\nd")


def test_the_interview(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal the concept's questions come one by one; only a wrong answer is asked again."""
    root = network(tmp_path, {})
    answers = "Hof\n\nkaputt\nhof@netz.example\nLindenau\n\n" + "\n" * 30
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    for module in (ask, command):
        monkeypatch.setattr(module, "can_ask", lambda: True)
    result = wiq(capsys, root, "new-team")
    assert result.code == 0
    assert "Bitte kurzen und prägnanten Namen wählen." in result.err
    assert "Das ist keine E-Mail-Adresse." in result.err
    found = read(Team, parse(file_of(root, "hof"), "x")).model
    assert found is not None
    assert (found.name, found.verteiler, found.stadtteile) == ("Hof", "hof@netz.example", ["Lindenau"])


def test_giving_up_in_the_interview(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network(tmp_path, {})
    monkeypatch.setattr("sys.stdin", io.StringIO("Hof\n"))
    for module in (ask, command):
        monkeypatch.setattr(module, "can_ask", lambda: True)
    result = wiq(capsys, root, "new-team")
    assert result.code == 130
    assert list((root / "teams").iterdir()) == []
