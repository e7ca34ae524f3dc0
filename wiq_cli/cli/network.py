"""The network and the day a command works with, from ``--root``, ``--today`` and the current folder."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from wiq_cli.cli.settings import settings
from wiq_cli.files.netz import Netzordner, find_root


def open_network() -> Netzordner:
    """Find the network of this call; raises ``NothingToDo``."""
    return Netzordner(find_root(Path(settings().root or ".")), today())


def today(zone: str = "Europe/Berlin") -> date:
    """Give the day that counts as today, by the clock of the network's zone."""
    return settings().today or datetime.now(ZoneInfo(zone)).date()
