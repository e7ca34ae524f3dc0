"""What tests of ``wiq publish`` share. A file with a network of its own says so with the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import UT
from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": TEAM, "ut": UT})


@pytest.fixture
def publish(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    return lambda *words: wiq(capsys, root, "publish", *words)
