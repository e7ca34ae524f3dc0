"""Try to break wiq for as long as you like: ``python -m tests.robust.long --minutes 60``.

Each attempt runs in a process of its own, so that its time and its memory can be measured. What is found is made as
small as possible and kept in ``tests/robust/corpus``, from where the tests try it again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import sys
import time
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings

from tests.robust.rooms import CORPUS, ROOMS

if TYPE_CHECKING:
    from tests.robust.rooms import Room

SECONDS, HOPELESS = 2.0, 20  # of computing
MEBIBYTES = 150
ROUND = 250  # attempts


def faults_apart(room: Room, value: Any, spent: Counter[str]) -> list[str]:
    """Try one input in a process of its own; slow and greedy are faults as well."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (HOPELESS, HOPELESS))
            with os.fdopen(writing, "w") as stream:
                json.dump(room.faults(value), stream)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        said = stream.read()
    _, ended, used = os.wait4(child, 0)
    if os.WIFSIGNALED(ended):
        return [f"ended by {signal.Signals(os.WTERMSIG(ended)).name}"]
    found: list[str] = json.loads(said) if said else ["ended without a word"]
    seconds, mebibytes = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    spent["attempts"] += 1
    spent["slowest, ms"] = max(spent["slowest, ms"], int(seconds * 1000))
    spent["largest, MiB"] = max(spent["largest, MiB"], mebibytes)
    if seconds > SECONDS:
        found.append(f"computes longer than {SECONDS:g} seconds")
    if mebibytes > MEBIBYTES:
        found.append(f"takes more than {MEBIBYTES} MiB")
    return found


def one_round(name: str, spent: Counter[str]) -> None:
    """Try some hundred inputs on a room; keep the smallest that breaks it."""
    room = ROOMS[name]
    broken: dict[str, Any] = {}

    @settings(
        max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )  # fmt: skip
    @given(room.drawn)
    def attempts(value: Any) -> None:
        found = faults_apart(room, value, spent)
        if found:
            broken["value"], broken["found"] = value, found
            raise AssertionError(found[0].partition(":")[0])

    try:
        attempts()
    except BaseException as error:
        if not broken or isinstance(error, KeyboardInterrupt):
            raise
        data = room.pack(broken["value"])
        path = CORPUS / name / blake2b(data, digest_size=4).hexdigest()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        spent["kept"] += 1
        print(f"{path}: {'; '.join(broken['found'])}", flush=True)  # noqa: T201  # a program that reports


def run(minutes: float, rooms: list[str]) -> Counter[str]:
    """Go round the rooms until the time is over."""
    spent: dict[str, Counter[str]] = {name: Counter() for name in rooms}
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        for name in rooms:
            one_round(name, spent[name])
            print(name, dict(spent[name]), flush=True)  # noqa: T201  # a program that reports
    return sum(spent.values(), Counter())


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--minutes", type=float, default=60)
    words.add_argument("--room", action="append", choices=list(ROOMS))
    wanted = words.parse_args()
    sys.exit(1 if run(wanted.minutes, wanted.room or list(ROOMS))["kept"] else 0)
