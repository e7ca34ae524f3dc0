"""One run at a time changes a network: the others wait, say so, and in the end give up without harm."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import HEUTE, TEAM, network
from wiq_cli.cli.settings import begin, end, while_somebody_thinks
from wiq_cli.domain.errors import Refused
from wiq_cli.files.lock import Lock

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys, time
from pathlib import Path
from wiq_cli.files.lock import Lock
Lock(Path(sys.argv[1]), print).take()
print("da", flush=True)
time.sleep(60)
"""


def lock(root: Path, said: list[str], **more: float) -> Lock:
    return Lock(root, lambda: said.append("wartet"), **more)


def test_the_second_waits_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    first = lock(tmp_path, said)
    first.take()
    with pytest.raises(Refused, match="schon länger"):
        lock(tmp_path, said, patience=0, at_most=0.1).take()
    assert said == ["wartet"], "once, not again and again"
    first.release()
    second = lock(tmp_path, said, at_most=0)
    second.take()
    second.release()


def test_who_is_killed_keeps_nobody_out(tmp_path: Path) -> None:
    said: list[str] = []
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "da\n"
        with pytest.raises(Refused):
            lock(tmp_path, said, at_most=0).take()
        other.kill()
        other.wait()
    mine = lock(tmp_path, said, at_most=5)
    mine.take()
    mine.release()
    assert not list(tmp_path.iterdir()), "no file that could go stale"


def test_while_somebody_thinks_others_may_write(tmp_path: Path) -> None:
    settings = begin()
    settings.lock = lock(tmp_path, [])
    settings.lock.take()
    other = lock(tmp_path, [], at_most=0)
    with while_somebody_thinks():
        other.take()
        other.release()
    with pytest.raises(Refused):
        other.take()
    end()
    other.take()
    other.release()


def test_a_call_that_only_looks_does_not_wait(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": TEAM})
    held = lock(root, [])
    held.take()
    assert wiq(capsys, root, "check").code == 0
    assert wiq(capsys, root, "meetings", "add", "garten", "05.12.2026 10:00", "--dry-run").code == 0
    assert wiq(capsys, root, "fmt", "--dry-run").code == 0
    held.release()


def test_meetings_added_at_once_all_stay(tmp_path: Path) -> None:
    """The edit of an older command, many times at once: nobody is refused, nothing is lost."""
    root = network(tmp_path, {"garten": TEAM})

    def run(day: int) -> int:
        words = ["meetings", "add", "garten", f"{day:02}.12.2026 10:00", "--root", str(root), "--today", HEUTE]
        done = subprocess.run([sys.executable, "-m", "wiq_cli", *words], capture_output=True, check=False)
        return done.returncode

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(run, range(5, 9))) == {0}
    text = (root / "teams" / "garten.yaml").read_text(encoding="utf-8")
    assert all(f"{day:02}.12.2026 10:00" in text for day in range(5, 9))
