"""A team with another file name than before: who reads a calendar at the old address goes on reading it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import contents, write
from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.errors import ExitCode
from wiq_cli.scan.calendar_again import Linting
from wiq_cli.scan.calendar_parts import Flaw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result

MEETS = with_keys(TEAM, "treffen: {termine: [05.12.2026 10:00 (Zelt)]}\n")
OLD, NEW = "teams/garten/treffen.ics", "teams/beet/treffen.ics"
FREE = "freigaben:\n  - {team: beet, feld: name, begriff: Garten Raphaela Schnurz, grund: So heißt die Gruppe., wer: p801, bis: 2027-06-30}\n"


@pytest.fixture
def renamed(root: Path, publish: Callable[..., Result]) -> Path:
    write(root, "teams/garten.yaml", MEETS)
    publish()
    (root / "teams/garten.yaml").unlink()
    write(root, "teams/beet.yaml", MEETS + "frueher: [garten]\n")
    return root


def test_the_calendar_stays_at_the_old_address(renamed: Path, publish: Callable[..., Result]) -> None:
    assert publish().code == ExitCode.FINE
    full = contents(renamed / "site")
    assert full[OLD] == full[NEW]
    assert b"BEGIN:VEVENT" in full[OLD]
    assert publish("--check").code == ExitCode.FINE
    publish("--only", "beet")
    assert contents(renamed / "site") == full
    publish("--only", "ut")
    assert contents(renamed / "site") == full


def test_a_new_name_alone_moves_the_calendar_too(renamed: Path, publish: Callable[..., Result]) -> None:
    publish("--only", "beet")
    few = contents(renamed / "site")
    assert few[OLD] == few[NEW]
    publish()
    assert contents(renamed / "site") == few


def test_a_change_comes_to_both_addresses(renamed: Path, publish: Callable[..., Result]) -> None:
    publish()
    write(renamed, "teams/beet.yaml", MEETS.replace("(Zelt)", "(Kirche)") + "frueher: [garten]\n")
    publish("--only", "beet")
    few = contents(renamed / "site")
    assert few[OLD] == few[NEW]
    assert b"Kirche" in few[OLD]
    publish()
    assert contents(renamed / "site") == few


def test_the_old_address_goes_with_its_name(renamed: Path, publish: Callable[..., Result]) -> None:
    publish()
    write(renamed, "teams/beet.yaml", MEETS)
    publish()
    assert OLD not in contents(renamed / "site")


def test_an_old_name_that_is_a_team_again_shows_nothing_of_the_other(
    renamed: Path, publish: Callable[..., Result]
) -> None:
    publish()
    write(renamed, "teams/beet.yaml", MEETS)
    write(
        renamed, "teams/garten.yaml", with_keys(TEAM, "name: Neuer Garten\ntreffen: {}\nleitung: []\nmitglieder: []\n")
    )
    publish("--only", "garten")
    few = contents(renamed / "site")
    assert OLD not in few
    assert b"Neuer Garten" in few["teams/garten/index.html"]


def test_every_reader_must_understand_it_there_too(
    renamed: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = Linting.lint
    monkeypatch.setattr(
        Linting, "lint", lambda self, data, *more: [Flaw(1, "x")] if more[-1] else looked(self, data, *more)
    )
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert OLD in result.err
    assert NEW not in contents(renamed / "site")


def test_what_is_free_is_free_at_the_old_address(renamed: Path, publish: Callable[..., Result]) -> None:
    write(renamed, "teams/beet.yaml", with_keys(MEETS, "name: Garten Raphaela Schnurz\nfrueher: [garten]\n"))
    write(renamed, "freigaben.yaml", FREE)
    result = publish()
    assert result.code == ExitCode.FINE, result.err + result.out
    assert b"Raphaela" in contents(renamed / "site")[OLD]
    assert publish("--look-back").code == ExitCode.FINE
