"""Real calendar programs read what `wiq publish` wrote, and a subscription follows the site from one run to the next."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import calendar_clients as clients
from tests.support.calendars import MIXED, expected
from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

YEAR = (date(2026, 10, 1), date(2027, 11, 30))
QUARTER = (date(2026, 10, 1), date(2027, 2, 28))
NAME = "Garten am Kanal"
ALONE = {"ort": "Hof", "dauer": "60", "termine": ["05.12.2026 10:00"]}
HOF = [("2026-12-05T10:00", "2026-12-05T11:00", "Hof", "Hof")]


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    root = network(
        tmp_path / "netz",
        {"garten": garten(MIXED), "hof": with_keys(TEAM, f"name: Hof\ntreffen: {json.dumps(ALONE)}\n")},
    )
    assert wiq(capsys, root, "publish").code == 0
    return root


def garten(treffen: dict[str, Any]) -> str:
    return with_keys(TEAM, f"treffen: {json.dumps(treffen)}\n")


@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("name", ["teams/garten/treffen.ics", "treffen-lindenau.ics", "treffen.ics"])
def test_a_client_shows_what_was_published(client: clients.Reader, name: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "treffen.ics"
    file.write_bytes((root / "site" / name).read_bytes())
    window = QUARTER if name == "treffen.ics" else YEAR
    others = [] if name.startswith("teams/") else HOF
    rows = sorted([*expected(MIXED, *window, name=NAME), *others])
    assert client(file, *YEAR) == clients.seen_by(client, rows)


def test_a_subscription_follows_the_site(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """khal, fetched by vdirsyncer: moved, cancelled and added meetings arrive, nothing stands there twice."""
    later = MIXED | {
        "ausfall": ["22.12.2026", "05.01.2027"],
        "termine": ["05.12.2026 11:00 (Lindenau)", "13.12.2026 15:00"],
    }
    with clients.served(root / "site") as address:
        subscription = clients.Subscription(tmp_path / "home", f"{address}/teams/garten/treffen.ics")
        assert subscription.shows(*YEAR) == expected(MIXED, *YEAR, name=NAME)
    (root / "teams" / "garten.yaml").write_text(garten(later), encoding="utf-8")
    assert wiq(capsys, root, "publish").code == 0
    port = int(address.rpartition(":")[2])
    with clients.served(root / "site", port):
        assert subscription.shows(*YEAR) == expected(later, *YEAR, name=NAME)
