"""Which places of a team file and of a decision stay in the house. Everything a page or a terminal shows asks here first.

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
        ("wirkung", "beitrag_zu"),
        ("treffen", "ausfall"),
        ("treffen", "link"),
        ("treffen", "tagesordnung"),
        ("treffen", "protokolle"),
    }
)

INTERN_BESCHLUSS: frozenset[tuple[str, ...]] = frozenset(
    {
        ("betrifft", "person"),
        ("vereinbarung",),
        ("anwesend",),
        ("befangen",),
        ("stimmen",),
        ("verantwortlich",),
        ("protokoll",),
    }
)
INTERN_WAHL = frozenset({("versuche", "optionen"), ("ergebnis", "gewaehlt")})  # in an election these are people

# What may still change in a decision that has ended: no seal covers it, and it stays in the house.
BEWEGLICH: frozenset[str] = frozenset(
    {"schema", "beteiligung", "umsetzung", "nachtraege", "ersetzt_durch", "nummer", "siegel"}
)


def intern_in(art: str) -> frozenset[tuple[str, ...]]:
    """Give what stays in the house of a decision of this kind."""
    return INTERN_BESCHLUSS | (INTERN_WAHL if art == "wahl" else frozenset())


def is_intern(path: DataPath) -> bool:
    """Whether a place of a team file, or something above it, stays in the house."""
    keys = tuple(step for step in path if isinstance(step, str))
    return any(keys[:depth] in INTERN for depth in range(1, len(keys) + 1))
