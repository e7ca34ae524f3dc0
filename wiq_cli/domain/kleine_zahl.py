"""Counts so small that everybody knows who it was: "1 Veto" in a team of three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.public import KLEIN
from wiq_cli.domain.situation import named_votes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.abstimmung import Stimme
    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath

FEW = 3  # fewer than so many
NOT_FOR_IT: tuple[Stimme, ...] = (
    "nein", "enthaltung", "ungueltig", "leichte_bedenken", "beiseite", "schwere_bedenken", "veto",
)  # fmt: skip


def small_counts(one: Beschluss, mitglieder: int | None = None) -> Iterator[tuple[DataPath, Stimme]]:
    """Give the counts of a public decision that point to a person; ``mitglieder`` where the file does not say how many."""
    voters = one.wahlkoerper.zahl - len(one.excluded) if one.wahlkoerper else mitglieder
    if one.sichtbarkeit.stufe != "oeffentlich" or voters is None or voters >= KLEIN:
        return
    for number, attempt in enumerate(one.versuche):
        counted = attempt.zaehlung.counted() if attempt.zaehlung else {}
        for word in NOT_FOR_IT:
            if 0 < counted.get(word, 0) < FEW:
                yield ("versuche", number, "zaehlung", word), word
    for word, count in named_votes(one).items():
        if word in NOT_FOR_IT and 0 < count < FEW:
            yield ("stimmen",), word
