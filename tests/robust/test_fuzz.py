"""Some of what ``python -m tests.robust.long`` tries for hours: no input crashes, never ends, or gets a private value said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.robust.rooms import CORPUS, ROOMS

if TYPE_CHECKING:
    from pathlib import Path

KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.parent.name in ROOMS)


@pytest.mark.parametrize("name", ROOMS)
def test_nothing_breaks_it(name: str) -> None:
    room = ROOMS[name]

    @settings(max_examples=room.tries, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def attempts(data: Any) -> None:
        assert room.faults(data.draw(room.drawn)) == []

    attempts()


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_broke_it_or_others_once(path: Path) -> None:
    room = ROOMS[path.parent.name]
    assert room.faults(room.unpack(path.read_bytes())) == []
