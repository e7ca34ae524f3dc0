"""Every calendar program shows the same meetings, in the form of a feed and as series."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import calendar_clients as clients
from tests.support.calendars import BIS, MIXED, VON, a_team, one_calendar
from tests.support.libical import libical
from tests.support.rhythms import blocks, with_changes
from tests.support.teams import rahmen
from tests.support.tools import program
from wiq_cli.render.calendars import calendar_text
from wiq_cli.scan.calendar_lint import lint
from wiq_cli.usecases.calendars import existing
from wiq_cli.usecases.meetings import occurrences
from wiq_cli.usecases.public_place import public_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

CLIENTS: list[clients.Reader] = [
    clients.recurring, clients.ical_js, clients.node_ical, libical, clients.khal, clients.calcurse,
]  # fmt: skip


def expected(treffen: Any) -> list[clients.Row]:
    """Give the meetings straight from the calendar of the team, past everything that writes files."""
    found = occurrences("garten", a_team(treffen), rahmen().netzwerk, VON, BIS)
    return sorted(
        (
            _iso(one.start),
            _iso(one.end if existing(one.start, clients.BERLIN) == one.start else _moved_end(one.start, one.end)),
            ("ENTFÄLLT: " if one.status == "cancelled" else "") + one.name,
            "" if one.status == "cancelled" else public_place(one.place) or "",
        )
        for one in found
        if one.public
    )


def _moved_end(start: date, end: date) -> date:
    shown, last = existing(start, clients.BERLIN), existing(end, clients.BERLIN)
    return last if last > shown else shown + (end - start)


def _iso(moment: date) -> str:
    moment = existing(moment, clients.BERLIN)
    return f"{moment:%Y-%m-%dT%H:%M}" if isinstance(moment, datetime) else moment.isoformat()


@pytest.mark.parametrize("series", [False, True], ids=["einzeln", "serie"])
@pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.__name__)
def test_a_client_shows_the_meetings(client: clients.Reader, series: bool, tmp_path: Path) -> None:
    file = tmp_path / "treffen.ics"
    file.write_bytes(calendar_text(one_calendar(MIXED, series=series)).encode())
    rows = expected(MIXED)
    if client is clients.calcurse:  # it lists no places
        rows = [(*one[:3], "") for one in rows]
    assert client(file, VON, BIS) == rows


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


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Serve a folder on this machine alone, as a subscription sees it."""
    (tmp_path / "site").mkdir()
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(tmp_path / "site"))) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_a_subscription_follows_the_team(tmp_path: Path, server: str) -> None:
    """What vdirsyncer fetches and khal shows: first one calendar, then the next one in its place, nothing twice."""
    vdirsyncer = program("vdirsyncer", "apt-get install vdirsyncer")
    khal = program("khal", "apt-get install khal")
    home, vdir = tmp_path / "home", tmp_path / "home" / "vdir"
    vdir.mkdir(parents=True)
    (home / "khal.conf").write_text(clients.khal_config(vdir), encoding="utf-8")
    (home / "sync.conf").write_text(
        f'[general]\nstatus_path = "{home}/status"\n'
        '[pair treffen]\na = "here"\nb = "there"\ncollections = null\nconflict_resolution = "b wins"\n'
        f'[storage here]\ntype = "filesystem"\npath = "{vdir}"\nfileext = ".ics"\n'
        f'[storage there]\ntype = "http"\nurl = "{server}/treffen.ics"\n',
        encoding="utf-8",
    )
    later = MIXED | {
        "rhythmus": ["alle 2 Wochen Dienstag 18:30 ab 01.09.2026"],
        "verlegt": ["08.12.2026 -> 10.12.2026 20:00 (Garten)"],
        "ausfall": ["22.12.2026", "05.01.2027"],
    }
    for block in (MIXED, later):
        (tmp_path / "site" / "treffen.ics").write_bytes(calendar_text(one_calendar(block)).encode())
        for step in ("discover", "sync"):
            clients.run(vdirsyncer, "-c", str(home / "sync.conf"), step, home=home)
        assert clients.khal_list(khal, home / "khal.conf", VON, BIS) == expected(block)
