"""Calls in processes of their own, forked: no new interpreter, and what they do to themselves harms nobody else."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from tests.robust.world import quietly
from tests.support.texts import HEUTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

Said = tuple[int, str, str]


class Apart:
    """Calls that run beside this process, one after the other."""

    def __init__(self, root: Path, calls: Iterable[tuple[str, ...]], prepare: Callable[[], object] = bool) -> None:
        self._calls = list(calls)
        reading, writing = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(reading)
            _live(root, self._calls, prepare, writing)
        os.close(writing)
        self._reading = reading

    def ended(self) -> list[tuple[tuple[str, ...], Said]]:
        """Wait for the end; give each call with its exit code and what it said."""
        with os.fdopen(self._reading) as stream:
            text = stream.read()
        _, how = os.waitpid(self._child, 0)
        assert os.waitstatus_to_exitcode(how) == 0, text
        found: list[Any] = json.loads(text)
        return [(words, (one[0], one[1], one[2])) for words, one in zip(self._calls, found, strict=True)]


def apart(root: Path, words: tuple[str, ...], prepare: Callable[[], object] = bool) -> Said:
    """Run one call; ``prepare`` is what happens to its process before."""
    return Apart(root, [words], prepare).ended()[0][1]


def _live(root: Path, calls: list[tuple[str, ...]], prepare: Callable[[], object], writing: int) -> None:
    code = 1
    try:
        os.chdir(root)
        prepare()
        said = [quietly(*words, "--today", HEUTE) for words in calls]
        with os.fdopen(writing, "w") as stream:
            json.dump(said, stream)
        code = 0
    finally:
        os._exit(code)
