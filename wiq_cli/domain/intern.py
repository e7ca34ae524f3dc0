"""Which places of a team file stay in the house. Everything a page or a terminal shows asks here first.

A new field of a model has to be named here or in the public profile; a test fails until that is decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiq_cli.domain.finding import DataPath

INTERN: frozenset[tuple[str, ...]] = frozenset(
    {
        ("schema",),
        ("leitung",),
        ("mitglieder",),
        ("einwilligung",),
        ("notizen",),
        ("support", "notiz"),
        ("treffen", "ausfall"),
        ("treffen", "link"),
        ("treffen", "tagesordnung"),
        ("treffen", "protokolle"),
    }
)


def is_intern(path: DataPath) -> bool:
    """Whether a place of a team file, or something above it, stays in the house."""
    keys = tuple(step for step in path if isinstance(step, str))
    return any(keys[:depth] in INTERN for depth in range(1, len(keys) + 1))
