"""Nights in which the clock is changed."""

from __future__ import annotations

from datetime import datetime

import pytest

from wiq_cli.domain.nachtstunden import is_doubled, is_missing


@pytest.mark.parametrize(
    ("moment", "missing", "doubled"),
    [
        ("2026-03-29T01:59", False, False),
        ("2026-03-29T02:00", True, False),
        ("2026-03-29T02:59", True, False),
        ("2026-03-29T03:00", False, False),
        ("2026-10-25T01:59", False, False),
        ("2026-10-25T02:00", False, True),
        ("2026-10-25T02:59", False, True),
        ("2026-10-25T03:00", False, False),
        ("2026-07-01T02:30", False, False),
    ],
)
def test_hours_of_a_change(moment: str, missing: bool, doubled: bool) -> None:
    when = datetime.fromisoformat(moment)
    assert (is_missing(when, "Europe/Berlin"), is_doubled(when, "Europe/Berlin")) == (missing, doubled)
    assert not is_missing(when, "UTC")
    assert not is_doubled(when, "UTC")
