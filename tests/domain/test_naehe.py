from __future__ import annotations

import pytest

from wiq_cli.domain.naehe import SURE, near, nearest

TEAMS = ["baumscheiben-leutzsch", "leipzig-isst-zusammen", "st", "ut"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("leipzig-ist-zusammen", "leipzig-isst-zusammen"),
        ("LEIPZIG-isst", "leipzig-isst-zusammen"),
        ("baumscheiben", "baumscheiben-leutzsch"),
        ("garten", ""),
        ("", ""),
        ("x" * 100_000, ""),
    ],
)
def test_the_word_that_was_probably_meant(word: str, meant: str) -> None:
    assert nearest(word, TEAMS) == meant


def test_capitals_make_no_difference_and_stay_as_they_are_known() -> None:
    assert nearest("lindnau", ["Lindenau", "Leutzsch"]) == "Lindenau"
    assert nearest("St.", ["LT", "ST"]) == "ST"


def test_who_reads_one_word_as_the_other_wants_to_be_sure() -> None:
    assert nearest("bis", ["bisher"], at_least=SURE) == ""
    assert near("teil", ["teile", "teilen", "ganz"], most=2) == ["teile", "teilen"]
