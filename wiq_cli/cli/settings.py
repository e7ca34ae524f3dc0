"""What holds for a whole call: where the network is and which day counts as today."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(slots=True)
class Settings:
    """Filled by ``--root`` and ``--today``, which every command takes before and after its name."""

    root: str | None = None
    today: date | None = None


_CURRENT: ContextVar[Settings] = ContextVar("settings")


def begin() -> Settings:
    """Start a call with empty settings."""
    fresh = Settings()
    _CURRENT.set(fresh)
    return fresh


def settings() -> Settings:
    """Give the settings of the current call."""
    return _CURRENT.get()
