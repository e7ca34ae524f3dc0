"""``wiq needs``: who needs what, since when, what became of it, and who may help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.repo import commit
from tests.support.run import Result, wiq
from tests.support.terminal import at_terminal
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Needs = Callable[..., Result]

ST = "schema: 1\nart: ST\nname: Steuerungsteam\nstatus: laeuft\nmitglieder: [{kennung: p1, seit: 2026-01-01}]\n"
TEAMS = {
    "garten": with_keys(TEAM, "support: [{was: Werkzeug, art: material}, {was: Ein Zelt, art: material}]\n"),
    "hof": with_keys(
        TEAM, "name: Hof\nstadtteile: [Leutzsch]\nsupport: [{was: Werkzeug, art: material}]\noffene_fragen: []\n"
        "kooperationspartner: [Zeltverleih Leutzsch]\n"
    ),
    "leihe": with_keys(TEAM, "name: Werkzeugbibliothek\nstatus: im-betrieb\nsupport: []\noffene_fragen: []\nkooperationspartner: []\n"),
    "ende": with_keys(TEAM, "name: Zu Ende\nstatus: abgeschlossen\n"),
    "st": ST,
}  # fmt: skip
DECISION = """\
schema: 1
id: st-20260903-{lt}
team: st
art: lt_unterstuetzung
titel: Unterstützung
antrag: Das ST hilft.
betrifft: {{lt: {lt}}}
leistung: {leistung}
wahlkoerper: {{stichtag: 2026-09-03, zahl: 1}}
{rest}"""
ADOPTED = """\
versuche:
  - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 1}, ergebnis: erreicht}
ergebnis: {status: angenommen, durch: konsens, am: 2026-09-03}
"""


def decide(root: Path, lt: str, leistung: str, rest: str = ADOPTED) -> None:
    path = root / "beschluesse" / "st" / "2026" / f"st-20260903-{lt}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(DECISION.format(lt=lt, leistung=leistung, rest=rest), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", TEAMS)


@pytest.fixture
def needs(root: Path, capsys: pytest.CaptureFixture[str]) -> Needs:
    return lambda *words: wiq(capsys, root, "needs", *words)


def answers(result: Result) -> list[tuple[str, str, str]]:
    return [(one["team"], one["text"], one["answer"]) for one in result.json["needs"]]


def test_every_wish_of_every_team_that_goes_on(needs: Needs) -> None:
    assert answers(needs("--format", "json")) == [
        ("garten", "Werkzeug", "unheard"),
        ("garten", "Ein Zelt", "unheard"),
        ("garten", "Woher kommt das Wasser?", "unheard"),
        ("hof", "Werkzeug", "unheard"),
    ]


def test_what_became_of_them_and_what_waits_comes_first(root: Path, needs: Needs) -> None:
    decide(
        root,
        "garten",
        "{bewilligt: [Werkzeug], abgelehnt: [{was: Ein Zelt, grund: Kein Geld., weiter: Fragt im Mai.}]}",
    )
    decide(root, "hof", "{bewilligt: [Werkzeug]}", "")
    result = needs("--format", "json")
    assert answers(result) == [
        ("garten", "Woher kommt das Wasser?", "unheard"),
        ("hof", "Werkzeug", "on_agenda"),
        ("garten", "Ein Zelt", "refused"),
        ("garten", "Werkzeug", "granted"),
    ]
    refused = result.json["needs"][2]
    assert (refused["decision"], refused["next"]) == ("st-20260903-garten", "Fragt im Mai.")


def test_the_age_comes_from_git(root: Path, needs: Needs) -> None:
    commit(root, "2026-09-01")
    path = root / "teams" / "garten.yaml"
    path.write_text(path.read_text("utf-8").replace("{was: Ein Zelt", "{was: Ein Tisch"), "utf-8")
    commit(root, "2026-11-01")
    result = needs("--format", "json", "--team", "garten", "--kind", "material")
    assert {one["text"]: one["since"] for one in result.json["needs"]} == {
        "Ein Tisch": "2026-11-01",
        "Werkzeug": "2026-09-01",
    }
    assert result.json["history"] == "full"
    assert "git" not in result.err


def test_proposals_say_what_they_rest_on(root: Path, needs: Needs) -> None:
    found = {(one["team"], one["text"]): one["proposals"] for one in needs("--format", "json").json["needs"]}
    assert found["garten", "Werkzeug"] == [
        {"kind": "team", "name": "Werkzeugbibliothek", "kuerzel": "leihe", "word": "werkzeug", "near": True}
    ]
    assert found["hof", "Werkzeug"][0]["near"] is False
    assert found["garten", "Woher kommt das Wasser?"] == []
    decide(root, "hof", "{bewilligt: [Werkzeug]}")
    found = {(one["team"], one["text"]): one["proposals"] for one in needs("--format", "json").json["needs"]}
    assert [one["kind"] for one in found["garten", "Werkzeug"]] == ["team", "got_it"]
    assert found["hof", "Werkzeug"] == [], "who has it needs no proposal"


def test_a_team_is_not_sent_to_its_own_partner(root: Path, needs: Needs) -> None:
    (root / "teams" / "hof.yaml").write_text(with_keys(TEAMS["hof"], "support: [Zeltverleih]\n"), "utf-8")
    assert needs("--team", "hof", "--format", "json").json["needs"][0]["proposals"] == []


def test_a_partner_of_several_teams_is_proposed_once(root: Path, needs: Needs) -> None:
    for name in ("ost", "west"):
        text = with_keys(TEAMS["leihe"], f"name: Team {name}\nstatus: laeuft\nkooperationspartner: [Werkzeugladen]\n")
        (root / "teams" / f"{name}.yaml").write_text(text, "utf-8")
    found = needs("--format", "json", "--team", "garten").json["needs"][0]["proposals"]
    assert sorted(one["name"] for one in found) == ["Werkzeugbibliothek", "Werkzeugladen"]


def test_in_a_pipe_each_is_one_line(needs: Needs) -> None:
    lines = [line.split("\t") for line in needs().out.splitlines()]
    assert lines[0] == [
        "noch nie beraten", "material", "", "garten", "Garten am Kanal", "Werkzeug", "", "Werkzeugbibliothek („werkzeug“, im selben Stadtteil)"
    ]  # fmt: skip
    assert {len(line) for line in lines} == {8}


def test_filters(needs: Needs) -> None:
    assert {team for team, _, _ in answers(needs("--district", "leutzsch", "--format", "json"))} == {"hof"}
    assert [text for _, text, _ in answers(needs("--kind", "frage", "--format", "json"))] == ["Woher kommt das Wasser?"]
    assert needs("--art", "geld").err.startswith("Dazu gibt es keine Bitte")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--team", "gartn"), "Meintest du „garten“?"),
        (("--district", "Leutsch"), "Meintest du „Leutzsch“?"),
        (("--kind", "rum"), "Hier geht: kontakt, raum,"),
    ],
)
def test_a_wrong_word_is_refused_with_the_right_ones(needs: Needs, words: tuple[str, ...], said: str) -> None:
    result = needs(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_broken_file_is_said_and_the_rest_is_shown(root: Path, needs: Needs) -> None:
    (root / "teams" / "kaputt.yaml").write_text("name: [\n", "utf-8")
    result = needs()
    assert result.code == 1
    assert len(result.out.splitlines()) == 4
    assert "teams/kaputt.yaml:" in result.err


def test_at_a_terminal_what_is_answered_is_counted(root: Path) -> None:
    decide(root, "garten", "{bewilligt: [Werkzeug, Ein Zelt]}")
    code, said = at_terminal(root, "2026-11-22", "needs")
    assert code == 0
    assert "Noch nie beraten (2)" in said
    assert "Ein Zelt" not in said
    assert "4 Bitten: 2 noch nie beraten, 2 bewilligt." in said
    assert "Weiter: wiq decide agenda st" in said
    assert "Ein Zelt" in at_terminal(root, "2026-11-22", "needs", "--all")[1]
