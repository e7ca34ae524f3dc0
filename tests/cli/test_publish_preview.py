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


def test_a_renamed_team_is_neither_new_nor_gone(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    (root / "teams/garten.yaml").unlink()
    write(root, "teams/beet.yaml", TEAM + "frueher: [hof, garten]\n")
    said = "umbenannt\tbeet\tvorher garten: Die alte Adresse führt zur neuen.\n"
    result = publish("--dry-run")
    assert said in result.out
    assert not any(word in result.out for word in ("neu\tbeet", "verschwindet"))
    assert publish("--dry-run", "--format", "json").json["removed"] == ["garten"]
    real = publish()
    assert said in real.out
    assert "entfernt" not in real.out
    assert (root / "site/teams/garten/index.html").exists()
    assert "umbenannt" not in publish().out


def test_shared_pages_are_named(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    assert "Gemeinsame Seiten: alle unverändert." in publish("--dry-run").err
    write(root, "teams/garten.yaml", with_keys(TEAM, "themen: [Umwelt, Eis]\n"))
    said = publish("--dry-run").err
    assert "\n  1 neu: themen/eis/\n" in said
    assert "geändert: " in said
    assert " index.html, " in said
    write(
        root,
        "teams/garten.yaml",
        with_keys(TEAM, f"themen: [Umwelt, {', '.join(f'x{one:02}' for one in range(12))}]\n"),
    )
    assert "\n  12 neu: themen/x00/, " in (said := publish("--dry-run").err)
    assert "themen/x09/ und 2 weitere\n" in said


def test_one_profile_in_the_right_number(root: Path, publish: Callable[..., Result]) -> None:
    assert "2 Profile würden veröffentlicht." in publish("--dry-run").err
    (root / "teams/ut.yaml").unlink()
    assert "1 Profil würde veröffentlicht." in publish("--dry-run").err
