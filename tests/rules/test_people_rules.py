"""The same person in two places, by what the files say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import network

if TYPE_CHECKING:
    from pathlib import Path


def found(capsys: pytest.CaptureFixture[str], root: Path, *people: str) -> list[tuple[str, str, str]]:
    """Give rule, level and last key of what check says about teams with one person each."""
    teams = {f"t{n}": f"name: T{n}\nart: UT\nmitglieder:\n  - {one}\n" for n, one in enumerate(people)}
    result = wiq(capsys, network(root, teams), "check", "--format", "json")
    assert "Udo" not in result.out + result.err
    return [
        (one["rule"], one["level"], str(one["path"][-1]))
        for one in result.json["findings"]
        if one["rule"] in {"WIQ902", "WIQ905"}
    ]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("{kennung: p1, name: Udo Übermut}", "{kennung: p1, name: udo  Uebermut}", []),
        ("{kennung: p1, name: Udo Übermut}", "{kennung: p1}", []),
        ("{kennung: p1, name: Udo Übermut}", "{kennung: p1, name: Dr. Udo Übermut}", [("WIQ905", "warning", "name")]),
        ("{kennung: p1, name: Udo Übermut, email: a@example.org}", "{kennung: p1, name: Vera Vorlage, email: b@example.org}", [("WIQ902", "error", "kennung")]),
        ("{kennung: p1, telefon: 0341 5556677}", "{kennung: p1, telefon: 0049 341 555 66 77}", []),
        ("{kennung: p1, telefon: 0341 5556677}", "{kennung: p1, telefon: 0341 5556678}", [("WIQ905", "warning", "telefon")]),
        ("{kennung: p1, name: Udo Übermut, minderjaehrig: ja}", "{kennung: p1, name: Udo Übermut}", [("WIQ905", "warning", "minderjaehrig")]),
        ("{kennung: p1, name: Udo Übermut, email: u@example.org}", "{kennung: p2, name: Udo Übermut, email: U@example.org}", [("WIQ905", "warning", "kennung")]),
        ("{kennung: p1, name: Udo Übermut, email: u@example.org}", "{name: Udo Übermut, email: u@example.org}", [("WIQ905", "warning", "kennung")]),
        ("{kennung: p1, name: Udo Übermut, email: u@example.org}", "{kennung: p2, name: Vera Vorlage, email: u@example.org}", []),
        ("{kennung: p1, name: Udo Übermut}", "{kennung: p2, name: Udo Übermut}", [("WIQ905", "hint", "kennung")]),
        ("{kennung: p1, name: Udo}", "{kennung: p2, name: Udo}", []),
    ],
)  # fmt: skip
def test_two_entries(
    first: str, second: str, said: list[tuple[str, str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(capsys, tmp_path, first, second) == said


def test_a_gap_in_the_first_entry_does_not_hide_the_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = ["{kennung: p1, name: Udo Übermut}", *(f"{{kennung: p1, email: {one}@example.org}}" for one in "ab")]
    assert found(capsys, tmp_path, *people) == [("WIQ905", "warning", "email")]
