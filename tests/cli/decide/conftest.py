"""What the tests of ``wiq decide`` begin with: a network whose teams decide, the command, and one open decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import wiq

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return deciding_network(tmp_path / "netz")


@pytest.fixture
def decide(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Give ``wiq decide`` in this network; it takes the words, and ``today``."""
    return lambda *words, **day: wiq(capsys, root, "decide", *words, **day)


@pytest.fixture
def opened(decide: Call) -> str:
    """Open a decision of the ST and give its id."""
    result = decide("new", "--team", "st", "--title", "Plakate drucken", "--wording", "Wir drucken Plakate.")
    assert result.code == 0, result.err
    return result.out.strip()
