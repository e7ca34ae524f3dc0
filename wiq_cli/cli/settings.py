"""What holds for a whole call: where the network is, which day counts as today, and whether others have to wait."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.files.lock import Lock


@dataclass(slots=True)
class Settings:
    """Filled by ``--root`` and ``--today``, which every command takes before and after its name."""

    root: str | None = None
    today: date | None = None
    edits: bool = False  # the call changes files: it takes the lock before it reads them
    lock: Lock | None = None
    words: tuple[str, ...] | None = None  # the call as the system gave it; None where another program calls


_CURRENT: ContextVar[Settings] = ContextVar("settings")


def begin(words: tuple[str, ...] | None = None) -> Settings:
    """Start a call with empty settings."""
    fresh = Settings(words=words)
    _CURRENT.set(fresh)
    return fresh


def settings() -> Settings:
    """Give the settings of the current call."""
    return _CURRENT.get()


def end() -> None:
    """Let others change the network."""
    if lock := settings().lock:
        lock.release()


@contextmanager
def while_somebody_thinks() -> Iterator[None]:
    """Let others change the network while a question waits for its answer. What they change is noticed when we write."""
    lock = settings().lock
    if lock:
        lock.release()
    yield
    if lock:
        lock.take()
