"""The network and the day a command works with, from ``--root``, ``--today`` and the current folder.

The one place where a call that changes files takes the lock: whatever it reads, it reads after that.
"""

from __future__ import annotations

import math
import os
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from wiq_cli.cli.console import note
from wiq_cli.cli.settings import settings
from wiq_cli.domain.errors import NothingToDo, WrongCall
from wiq_cli.files.netz import Netzordner, find_root
from wiq_cli.files.root import MARKER


def open_network() -> Netzordner:
    """Find the network of this call; raises ``NothingToDo``, and ``WrongCall`` for a ``--root`` that is no folder."""
    named = settings().root
    if named is None:
        return network_at(find_root(Path()))
    root = Path(os.path.abspath(named))  # noqa: PTH100  # takes out "..", keeps links as the user sees them
    if not root.is_dir():
        raise WrongCall("--root: Diesen Ordner gibt es nicht. Prüf den Namen.")
    if not (root / MARKER).exists():
        raise NothingToDo(
            "--root: In diesem Ordner ist kein Netzwerk. Es fehlt die Datei wiq.yaml. Mit „wiq init“ legst du eines an."
        )
    return network_at(root)


def network_at(root: Path) -> Netzordner:
    """Give the network in this folder; where the call changes files, nobody else does until its end."""
    if settings().edits and settings().lock is None:
        from wiq_cli.files.disk import clear_leftovers  # noqa: PLC0415  # start-up
        from wiq_cli.files.lock import Lock  # noqa: PLC0415  # start-up

        waiting = "Ein anderer Aufruf von wiq ändert gerade dieses Netzwerk. Ich warte, bis er fertig ist."
        settings().lock = lock = Lock(root, lambda: note(waiting))
        lock.take()
        clear_leftovers(root)
    return Netzordner(root, today())


def hours_of(day: date, zone: str) -> tuple[float, float]:
    """Give the moments between which it is today: always, where the call names the day."""
    if settings().today:
        return 0.0, math.inf
    begin, end = (datetime.combine(one, time(), ZoneInfo(zone)) for one in (day, day + timedelta(1)))
    return begin.timestamp(), end.timestamp()


def today(zone: str = "Europe/Berlin") -> date:
    """Give the day that counts as today, by the clock of the network's zone."""
    return settings().today or datetime.now(ZoneInfo(zone)).date()
