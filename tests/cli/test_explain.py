"""``wiq explain`` and ``wiq rules``: a rule is found by whatever somebody remembers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from wiq_cli.report import rules as report
from wiq_cli.rules.engine import rule, rule_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "word", ["WIQ103", "wiq103", "103", "WIQ-103", "wiq 103", "zu-viele-teilziele", "Zu viele Teilziele", "teilziele"]
)
def test_a_rule_is_found(word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, tmp_path, "explain", word)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("WIQ103 (Fehler): Zu viele Teilziele.\n\nDas Konzept erlaubt")


@pytest.mark.parametrize("word", ["23", "023", "WIQ23"])
def test_zeros_in_front_may_be_missing(word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, tmp_path, "explain", word).out.startswith("WIQ023 ")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("zu-viele-ziele", "Meintest du WIQ103 (Zu viele Teilziele)?"),
        ("WIQ1O3", "Meintest du WIQ103"),
        ("999", "Alle zeigt „wiq rules“."),
        ("???", "Alle zeigt „wiq rules“."),
        ("", "Alle zeigt „wiq rules“."),
        ("x" * 20_000, "Alle zeigt „wiq rules“."),
        ("Rhythmus", "  WIQ303  Fehler   Der Rhythmus hat zwei Lesarten\n"),
        ("ein", "weitere. Alle zeigt „wiq rules“."),
    ],
)
def test_else_the_nearest_are_named(word: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, tmp_path, "explain", word)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_page_fits_the_terminal_and_its_examples_stay_as_they_are() -> None:
    found = rule("WIQ302")
    lines = report.page(found, 50).splitlines()
    assert all(len(line) <= 50 for line in lines if not line.startswith("    "))
    assert [line for line in lines if line.startswith("    ")] == [
        line for line in report.page(found).splitlines() if line.startswith("    ")
    ]
    assert "- jeden Dienstag 18:00, Di + Do 18:00, jede Woche\n  Montag und Mittwoch 18:00, " in report.page(found, 50)


def test_another_file_in_an_example_reads_like_a_comment() -> None:
    assert "    # teams/st.yaml\n" in report.page(rule("WIQ406"))
    assert not any("#: " in report.page(rule(one)) for one in rule_files())


def test_the_list_for_eyes_has_every_rule_under_a_heading() -> None:
    rules = [rule(one) for one in rule_files()]
    table = report.as_table(rules, 50)
    assert all(len(line) <= 50 for line in table.splitlines())
    assert all(f"  {one}  " in table for one in rule_files())
    assert {heading for heading, _ in report.by_family(rules)} <= set(report.FAMILIES.values())
