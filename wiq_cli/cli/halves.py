"""Long work in two processes at once. Who started it gets the same answer as from one, only sooner."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def in_two(work: Callable[[int, int], T], *, worth: bool) -> tuple[T, ...]:
    """Do ``work(0, 2)`` and ``work(1, 2)`` at once where that is ``worth`` it and the system can, else ``work(0, 1)``.

    What goes wrong in the second process is done again in this one, so that it is told here.
    """
    if not (worth and _can()):
        return (work(0, 1),)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(work, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as stream:
            first = work(0, 2)
            data = stream.read()
    finally:
        os.kill(child, signal.SIGKILL)  # it has answered, or nobody waits for it any more
        os.waitpid(child, 0)
    try:
        second: T = pickle.loads(data)  # noqa: S301  # from our own process
    except (EOFError, pickle.UnpicklingError):
        second = work(1, 2)
    return first, second


def _can() -> bool:
    """A second process shares what is in memory only where it is forked; beside threads that is not safe."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _answer(work: Callable[[int, int], T], writing: int) -> None:
    """Do the second half, hand it over, and be gone without a word."""
    try:
        data = pickle.dumps(work(1, 2))
        with os.fdopen(writing, "wb") as stream:
            stream.write(data)
    finally:
        os._exit(0)
