"""`wiq publish` takes down what may no longer be public, also in a run that publishes nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.publishing import CLOSED, GIVEN, LEAK, REVOKED, contents, write
from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result


def test_what_is_gone_or_withdrawn_comes_down(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/zu.yaml", with_keys(TEAM, "leitung: []\nmitglieder: []\n"))
    publish()
    write(root, "teams/zu.yaml", with_keys(TEAM, CLOSED + "leitung: []\nmitglieder: []\n"))
    (root / "teams/ut.yaml").unlink()
    result = publish("--format", "json")
    assert result.json["removed"] == ["ut", "zu"]
    assert sorted(one.name for one in (root / "site/teams").iterdir()) == ["garten", "index.html"]


def test_a_refused_run_still_takes_down_what_may_not_be_public(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n"))
    publish()
    before = contents(root / "site")
    write(root, "teams/garten.yaml", LEAK)
    write(root, "teams/chor.yaml", with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n" + CLOSED))
    result = publish("--dry-run")
    assert "verschwindet\tchor" in result.out
    assert contents(root / "site") == before
    result = publish()
    after = contents(root / "site")
    assert result.code == ExitCode.REFUSED
    assert "entfernt\tchor" in result.out
    assert b"Chor" not in b"".join(after.values())
    of_teams = ("teams/garten/", "teams/ut/", "style.css", "suche.js")
    assert {name: after[name] for name in after if name.startswith(of_teams)} == {
        name: before[name] for name in before if name.startswith(of_teams)
    }
    assert {one.partition("/")[0] for one in before} == {one.partition("/")[0] for one in after}
    assert publish("--format", "json").json["removed"] == []
    write(root, "teams/garten.yaml", TEAM)
    assert publish().code == ExitCode.FINE


def test_a_name_withdrawn_comes_down_in_a_refused_run(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, GIVEN))
    publish()
    assert b"Thea Testmann" in (root / "site/teams/garten/index.html").read_bytes()
    write(root, "teams/garten.yaml", with_keys(TEAM, REVOKED))
    write(root, "teams/kaputt.yaml", "name: [")
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    assert result.json["removed"] == ["garten"]
    assert b"Thea" not in b"".join(contents(root / "site").values())
    (root / "teams/kaputt.yaml").unlink()
    assert publish().code == ExitCode.FINE
    assert b"Thea" not in b"".join(contents(root / "site").values())


def test_teams_that_are_all_gone_leave_the_site_as_it_is(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = contents(root / "site")
    (root / "teams").rename(root / "weg")
    for empty in (False, True):
        if empty:
            (root / "teams").mkdir()
        for words in ((), ("--dry-run",), ("--format", "json")):
            result = publish(*words)
            assert result.code == ExitCode.NOTHING
            assert "keine Team-Datei" in result.err
            assert contents(root / "site") == before
    assert result.json["removed"] == []


def test_refused_but_taken_down_says_both(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n"))
    publish()
    (root / "teams/chor.yaml").unlink()
    write(root, "teams/garten.yaml", LEAK)
    both = "Es wurde nichts Neues veröffentlicht. Zurückgezogenes ist entfernt."
    assert both not in publish("--dry-run").err
    assert both in publish().err
    assert both not in publish().err
    write(root, "teams/kaputt.yaml", "name: [")
    (root / "teams/ut.yaml").unlink()
    assert both in publish().err
