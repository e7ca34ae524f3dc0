"""The scanner against the corpus: every plain leak and every careful one is found, most of the artful ones, and no plain text is one."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support.corpus import HARMLESS, LEAKS, NETWORK, TEAM, Leak
from tests.support.scalars import scalars
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.scanner import scan_file

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

HEUTE = date(2026, 11, 22)
ARTFUL = 3
ENOUGH = 0.9


@pytest.fixture(scope="module")
def needles() -> Needles:
    return collect([one for file, data in NETWORK.items() for one in scalars(data, file)], HEUTE)


def found(needles: Needles, text: str, file: str = "x.html", team: str | None = TEAM) -> set[str]:
    shown = f"<p>{text}</p>" if file == "x.html" else text
    return {hit.kind for hit in scan_file(needles, file, shown.encode(), team)}


@pytest.mark.parametrize("leak", [one for one in LEAKS if one.tier < ARTFUL], ids=lambda one: f"{one.tier}-{one.kind}")
def test_leaks(leak: Leak, needles: Needles) -> None:
    assert found(needles, leak.text, leak.file)


def test_artful_leaks(needles: Needles) -> None:
    seen = Counter(bool(found(needles, one.text, one.file)) for one in LEAKS if one.tier == ARTFUL)
    assert seen[True] / seen.total() >= ENOUGH


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str, needles: Needles) -> None:
    assert found(needles, text) == set()
    if "Thea Testmann" not in text:  # she agreed for the pages of her own team
        assert found(needles, text, team="ut") == set()
        assert found(needles, text, team=None) == set()
