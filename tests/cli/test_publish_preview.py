"""`wiq publish --dry-run` and `--check`: what would happen, in words, and not a byte is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.publishing import LEAK, contents, write
from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result


def test_dry_run(root: Path, publish: Callable[..., Result]) -> None:
    result = publish("--dry-run")
    assert (result.code, result.out) == (ExitCode.FINE, "neu\tgarten\nneu\tut\n")
    assert not (root / "site").exists()
    publish()
    before = contents(root / "site")
    write(root, "teams/garten.yaml", with_keys(TEAM, "zusammenfassung: Neu.\n"))
    (root / "teams/ut.yaml").unlink()
    write(root, "teams/chor.yaml", with_keys(TEAM, "leitung: []\nmitglieder: []\n"))
    assert publish("--dry-run").out == ("neu\tchor\ngeändert\tgarten\tZusammenfassung\nverschwindet\tut\n")
    assert contents(root / "site") == before


def test_dry_run_finds_a_leak(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    assert publish("--dry-run").code == ExitCode.REFUSED


def test_one_profile_in_the_right_number(root: Path, publish: Callable[..., Result]) -> None:
    assert "2 Profile würden veröffentlicht." in publish("--dry-run").err
    (root / "teams/ut.yaml").unlink()
    assert "1 Profil würde veröffentlicht." in publish("--dry-run").err
