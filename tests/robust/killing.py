"""Ending a run at a chosen step, as a power cut would: no warning, no tidying up."""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = frozenset({"write", "flush", "fsync", "truncate", "replace", "rename", "unlink", "remove", "mkdir", "rmdir", "link", "symlink", "chmod", "utime"})  # fmt: skip
CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link"})
IN_MEMORY = frozenset({"StringIO", "BytesIO", "TextIOWrapper", "str"})


def watched(work: Callable[[], object], look: Callable[[], str | None]) -> list[str | None]:
    """Do something in a process of its own; give what ``look`` says before each of its steps on the disk."""
    return _live(work, look)[0]


def killed(work: Callable[[], object], at: int) -> bool:
    """Do something in a process of its own that dies at a step, counted from 1; whether it came that far."""
    count = 0

    def die() -> None:
        nonlocal count
        count += 1
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return _live(work, die)[1]


def _live(work: Callable[[], object], look: Callable[[], str | None]) -> tuple[list[str | None], bool]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _in_child(work, look, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    _, ended = os.waitpid(child, 0)
    if os.WIFSIGNALED(ended):
        assert os.WTERMSIG(ended) == signal.SIGKILL
        return [], True
    assert os.waitstatus_to_exitcode(ended) == 0
    return json.loads(said), False


def _in_child(work: Callable[[], object], look: Callable[[], str | None], writing: int) -> None:
    seen: list[str | None] = []
    code = 1

    def step(_: object, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in STEPS and type(called.__self__).__name__ not in IN_MEMORY:
            seen.append(look())

    def wake(event: str, arguments: tuple[Any, ...]) -> None:
        """Count from the first step that changes something: counting slows everything down."""
        if event in CHANGES or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            sys.setprofile(step)

    try:
        sys.addaudithook(wake)
        work()
        sys.setprofile(None)
        with os.fdopen(writing, "w") as stream:
            json.dump(seen, stream)
        code = 0
    finally:
        os._exit(code)
