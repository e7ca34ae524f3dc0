"""A guard against code that never comes to an end.

This is no measurement (speed is measured in `benchmarks/`): what is guarded takes a second or two, and on
any machine a hundred times less than the limit. What grows with the square of its input takes hours.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 200
"""Computing time of this process; waiting for other processes does not count."""


@contextmanager
def comes_to_an_end(seconds: float = SECONDS) -> Iterator[None]:
    """Let the block fail with `AssertionError` once it has computed for `seconds`."""

    def too_long(*_: object) -> None:
        raise AssertionError(f"does not come to an end: {seconds} seconds of computing and still going on")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
