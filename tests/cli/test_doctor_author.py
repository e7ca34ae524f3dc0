"""Whoever commits may stay unnamed: doctor says so where others can read along, and never repeats the address."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import network

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("address", "shared", "said"),
    [
        ("thea.testmann@posteo.example", True, True),
        ("thea.testmann@posteo.example", False, False),
        ("pflege@netz.example", True, False),
        ("12+thea@users.noreply.github.com", True, False),
    ],
)
def test_a_neutral_author(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, shared: bool, said: bool
) -> None:
    root = network(tmp_path / "netz")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    for words in (
        ["config", "user.email", address],
        *([["remote", "add", "fern", "ssh://git@fern.example/x.git"]] if shared else []),
    ):
        subprocess.run(["git", "-C", str(root), *words], check=True)
    result = wiq(capsys, root, "doctor", "--format", "json")
    answers = [one for one in result.json["checks"] if one["check"] == "author"]
    assert bool(answers) is said
    assert all(one["state"] == "note" and "pflege@netz.example" in one["command"] for one in answers)
    assert "thea" not in result.out.casefold()
