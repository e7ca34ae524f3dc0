"""Every calendar program shows the same meetings, in the form of a feed and as series."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import calendar_clients as clients
from tests.support.calendars import BIS, MIXED, VON, a_team, expected, one_calendar
from tests.support.rhythms import blocks, with_changes
from tests.support.teams import rahmen
from wiq_cli.render.calendars import calendar_text
from wiq_cli.scan.calendar_lint import lint
from wiq_cli.usecases.meetings import occurrences

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("series", [False, True], ids=["einzeln", "serie"])
@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda one: one.__name__)
def test_a_client_shows_the_meetings(client: clients.Reader, series: bool, tmp_path: Path) -> None:
    file = tmp_path / "treffen.ics"
    file.write_bytes(calendar_text(one_calendar(MIXED, series=series)).encode())
    rows = expected(MIXED)
    assert client(file, VON, BIS) == clients.seen_by(client, rows)


@settings(max_examples=60)
@given(blocks(), st.lists(st.integers(0, 60), max_size=4), st.lists(st.integers(0, 20), min_size=4, max_size=4))
def test_a_second_engine_shows_the_meetings(block: dict[str, Any], picks: list[int], moves: list[int]) -> None:
    """Rhythms, pauses, cancellations, moves and single dates together, written both ways and read by others."""
    block = _changed(block, picks, moves)
    for series in (False, True):
        text = calendar_text(one_calendar(block, series=series))
        assert not lint(text.encode(), VON, BIS, series=series)
        assert clients.recurring_text(text.encode(), VON, BIS) == expected(block), series


def _changed(block: dict[str, Any], picks: list[int], moves: list[int]) -> dict[str, Any]:
    found = occurrences("garten", a_team(block), rahmen().netzwerk, VON, BIS - timedelta(30))
    days = [one.day for one in found]
    alone = sorted({day for day in days if days.count(day) == 1})
    chosen = sorted({alone[number % len(alone)] for number in picks}) if alone else []
    return with_changes(block, [f"{day:%d.%m.%Y}" for day in chosen], moves)


def test_a_subscription_follows_the_team(tmp_path: Path) -> None:
    """What vdirsyncer fetches and khal shows: first one calendar, then the next one in its place, nothing twice."""
    later = MIXED | {
        "rhythmus": ["alle 2 Wochen Dienstag 18:30 ab 01.09.2026"],
        "verlegt": ["08.12.2026 -> 10.12.2026 20:00 (Garten)"],
        "ausfall": ["22.12.2026", "05.01.2027"],
    }
    file = tmp_path / "site" / "treffen.ics"
    file.parent.mkdir()
    with clients.served(file.parent) as address:
        subscription = clients.Subscription(tmp_path / "home", f"{address}/treffen.ics")
        for block in (MIXED, later):
            file.write_bytes(calendar_text(one_calendar(block)).encode())
            assert subscription.shows(VON, BIS) == expected(block)
