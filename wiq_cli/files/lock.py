"""One run at a time changes the files of a network. The system holds the lock and takes it back however a run ends."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import Refused

try:
    import fcntl
except ImportError:  # Windows: there, files that changed in between are noticed and refused, see ``replace_text``
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAUSE = 0.02  # seconds between two tries
PATIENCE = 3.0  # after so many seconds we say that we wait
AT_MOST = 60.0


class Lock:
    """The lock on the folder of one network. It leaves no file behind."""

    def __init__(
        self, root: Path, say_waiting: Callable[[], None], *, patience: float = PATIENCE, at_most: float = AT_MOST
    ) -> None:
        self._root = root
        self._say_waiting = say_waiting
        self._patience = patience
        self._at_most = at_most
        self._descriptor: int | None = None

    def take(self) -> None:
        """Wait until nobody else changes the network. Raises ``Refused`` when that takes too long."""
        if fcntl is None or self._descriptor is not None:
            return
        try:
            descriptor = os.open(self._root, os.O_RDONLY)
        except OSError:  # whoever reads there says why
            return
        try:
            self._wait(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def release(self) -> None:
        """Let others in."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None

    def _wait(self, descriptor: int) -> None:
        began, said = time.monotonic(), False
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waited = time.monotonic() - began
            except OSError:  # some network drives have no locks
                return
            else:
                return
            if waited > self._at_most:
                raise Refused(
                    "Ein anderer Aufruf von wiq ändert dieses Netzwerk schon länger. Sieh nach, ob er hängt, und beende ihn. "
                    "Es wurde nichts geändert."
                )
            if waited > self._patience and not said:
                said = True
                self._say_waiting()
            time.sleep(PAUSE)
