"""Whatever ends a run, at whatever step: each file is whole, old or new, the pages likewise, and the next run can begin."""

from __future__ import annotations

import os
import random
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from tests.robust.case import CODES
from tests.robust.killing import killed, watched
from tests.robust.tree import commands
from tests.robust.working import WORKING, Working
from tests.robust.world import SALT, contents, files, lay, quietly, standing_in
from tests.support.texts import HEUTE
from wiq_cli.files.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
MOST = int(os.environ.get("WIQ_KILLS", "8"))  # kills of one call; the looks at what they would leave are not limited
PAGES = "netz/site/"
OF_NO_ACCOUNT = re.compile(r"(^|/)(\.wiq-[a-z0-9_]{8}$|\.[a-z]+\.wiq-(neu|alt)/|\.wiq-cache/|\.git/)")

EDITS = ("add", "done", "set", "measure", "archive", "meetings", "decide", "person", "fmt", "migrate")
State = dict[str, bytes]


@dataclass(frozen=True)
class Try:
    """One call that writes, and what lies on the disk before and after it."""

    working: Working
    folder: Path
    before: State
    after: State

    def run(self) -> tuple[int, str, str]:
        with standing_in(self.folder / "netz"):
            return quietly(*self.working.call(self.folder / "out"), "--today", HEUTE)

    def begin_anew(self) -> None:
        shutil.rmtree(self.folder)
        (self.folder / "out").mkdir(parents=True)
        lay(self.folder, self.before)

    def now(self) -> State:
        return {name: data for name, data in contents(self.folder).items() if not OF_NO_ACCOUNT.search(name)}

    def half(self) -> str | None:
        """Say which file is neither old nor new, or gone."""
        now = self.now()
        for name in now.keys() | self.before.keys() | self.after.keys():
            if now.get(name) not in (self.before.get(name), self.after.get(name)):
                return name
        return None if _pages(now) in (_pages(self.before), _pages(self.after)) else PAGES


def _pages(state: State) -> State:
    return {name: data for name, data in state.items() if name.startswith(PAGES)}


@pytest.fixture(params=WORKING, ids=lambda one: one.name)
def attempt(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Try]:
    working: Working = request.param
    folder = tmp_path / "welt"
    with patch("secrets.token_hex", lambda _: SALT):
        (folder / "out").mkdir(parents=True)
        lay(folder / "netz", {**files(), **working.files})
        with standing_in(folder / "netz"):
            for words in working.first:
                assert quietly(*words, "--today", HEUTE)[0] == 0
        before = contents(folder)
        one = Try(working, folder, before, {})
        code, _, said = one.run()
        assert code in {0, 1}, said
        after = one.now()
        assert after != before, "a call that writes nothing proves nothing"
        one = Try(working, folder, before, after)
        one.begin_anew()
        yield one


def test_killed_at_any_step(attempt: Try) -> None:
    found = watched(attempt.run, attempt.half)
    assert set(found) == {None}
    assert attempt.now() == attempt.after
    steps = range(1, len(found) + 1)
    ended: set[tuple[bytes | None, ...]] = set()
    for at in sorted(random.Random(1).sample(steps, min(MOST, len(steps)))):  # noqa: S311  # steps, no secrets
        attempt.begin_anew()
        assert killed(attempt.run, at)
        assert attempt.half() is None
        lock = Lock(attempt.folder / "netz", lambda: None, at_most=0)
        lock.take()
        lock.release()
        grow_old(attempt.folder)
        state = attempt.now()
        if (key := tuple(state.get(name) for name in sorted(attempt.after))) not in ended:
            ended.add(key)
            goes_on(attempt, state)
    attempt.run()
    assert attempt.working.words[0] not in EDITS or not list((attempt.folder / "netz").rglob(".wiq-????????"))


def grow_old(folder: Path) -> None:
    """Make what was left behind as old as it is when somebody comes back."""
    for path in folder.rglob(".wiq-????????"):
        os.utime(path, (0, 0))


def goes_on(attempt: Try, state: State) -> None:
    """Call it again: it ends where it would have ended, or says in a sentence that it is done."""
    code, _, said = attempt.run()
    assert code in CODES, said
    if state == attempt.before or not attempt.working.once:
        assert attempt.now() == attempt.after, said
    if (attempt.folder / "netz" / "wiq.yaml").exists():
        with standing_in(attempt.folder / "netz"):
            assert quietly("check", "--today", HEUTE)[0] in {0, 1}


def test_every_command_that_writes_is_killed() -> None:
    called = {" ".join(one.words[: len(command.words)]) for one in WORKING for command in commands()}
    assert {one.name for one in commands() if one.writes} <= called
