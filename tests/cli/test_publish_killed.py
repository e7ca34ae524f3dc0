"""Whatever ends a run, at whatever moment: the old site stands complete, or the new one does."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import contents, write
from tests.support.texts import TEAM, with_keys
from wiq_cli.cli.publishing import Publishing
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files.netz import Netzordner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result

HEUTE = date(2026, 11, 22)
RUNS = 10  # beside every single step above
WRITING = (
    "open",
    "os.mkdir",
    "os.link",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.chmod",
    "shutil.rmtree",
    "ctypes.dlsym",
)
LARGEST = 2048  # bytes of a file; the smallest page has more
NEW = with_keys(TEAM, "name: Garten Neu\n")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def run(root: Path) -> None:
    Publishing(Netzordner(root), root / "site").publish(lambda _: HEUTE)


def in_child(work: Callable[[], None], kill_after: float | None = None) -> int:
    """Do something in a process of its own, killed after some time; give how it ended."""
    child = os.fork()
    if not child:
        with open(os.devnull, "w", encoding="utf-8") as null:  # noqa: PTH123  # no garden path here
            os.dup2(null.fileno(), 2)
        try:
            work()
        finally:
            os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


@pytest.fixture
def states(root: Path, publish: Callable[..., Result]) -> list[dict[str, bytes]]:
    """Give the old site and the new one; the old one stands."""
    publish()
    old = contents(root / "site")
    write(root, "teams/garten.yaml", NEW)
    publish("--out", str(root.parent / "neu"))
    return [old, contents(root.parent / "neu")]


def test_killed_at_every_step(root: Path, states: list[dict[str, bytes]]) -> None:
    seen: list[int] = []
    number = 0
    while not seen or seen[-1] == 0:
        number += 40
        steps = iter(range(number))

        def stop(event: str, _: object, steps: object = steps) -> None:
            if event in WRITING and next(steps, None) is None:  # type: ignore[call-overload]
                os.kill(os.getpid(), signal.SIGKILL)

        def work(stop: Callable[[str, object], None] = stop) -> None:
            sys.addaudithook(stop)
            run(root)

        ended = in_child(work)
        found = contents(root / "site")
        assert found in states
        seen.append(states.index(found))
        if not os.WIFSIGNALED(ended):
            break
    assert seen[-1] == 1
    assert number > 100  # there were as many moments
    run(root)
    assert contents(root / "site") == states[1]
    assert sorted(path.name for path in root.iterdir()) == [".wiq-cache", "site", "teams", "wiq.yaml"]


def test_killed_at_any_moment(root: Path, states: list[dict[str, bytes]]) -> None:
    begin = time.monotonic()
    shutil.copytree(root, root.parent / "kopie")
    in_child(lambda: run(root.parent / "kopie"))
    whole = time.monotonic() - begin
    chance = random.Random(1)  # noqa: S311  # moments, no secrets
    names = ("Garten Neu", "Garten am Kanal")
    for number in range(RUNS):
        write(root, "teams/garten.yaml", with_keys(TEAM, f"name: {names[number % 2]}\n"))
        in_child(lambda: run(root), chance.random() * whole)
        assert contents(root / "site") in states
    write(root, "teams/garten.yaml", NEW)
    run(root)
    assert contents(root / "site") == states[1]


def test_a_disk_that_fills_up(root: Path, states: list[dict[str, bytes]], publish: Callable[..., Result]) -> None:
    """The system lets no file grow beyond a limit: the write fails in the middle, as on a full disk."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, hard))
    try:
        result = publish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert result.code == ExitCode.WRONG_CALL
    assert "lässt sich nicht schreiben" in result.err
    assert contents(root / "site") == states[0]
    assert sorted(path.name for path in root.iterdir()) == [".wiq-cache", "site", "teams", "wiq.yaml"]
    assert publish().code == ExitCode.FINE
    assert contents(root / "site") == states[1]
