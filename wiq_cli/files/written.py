"""What the call that runs has written so far: whoever says how it ended has to know. Loads nothing."""

from __future__ import annotations

_PATHS: set[str] = set()


def begin() -> None:
    """Start a call that has written nothing."""
    _PATHS.clear()


def remember(path: object) -> None:
    """Note that a file holds something new."""
    _PATHS.add(str(path))


def forget(path: object) -> None:
    """Note that a file holds again what it did, or is gone again."""
    _PATHS.discard(str(path))


def where() -> str:
    """Say where it stands, to follow „steht“; empty where nothing was written."""
    return "" if not _PATHS else "in der Datei" if len(_PATHS) == 1 else "in den Dateien"
