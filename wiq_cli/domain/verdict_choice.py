"""Choosing between options: most votes, or the least resistance (Systemisches Konsensieren)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.lage import Lage, Verdict, unknown

if TYPE_CHECKING:
    from wiq_cli.domain.zaehlregel import Zaehlregel

AT_LEAST_TWO = 2


def choice(rule: Zaehlregel, lage: Lage) -> Verdict:
    """Find the option that won. A tie chooses nothing; who chooses to leave things as they are rejects the rest."""
    resistance = rule.auswahl == "geringster_widerstand"
    numbers = [one.widerstand if resistance else one.stimmen for one in lage.optionen]
    counted = [number for number in numbers if number is not None]
    if len(numbers) < AT_LEAST_TWO:
        return unknown("Unter „optionen“ stehen nicht mindestens zwei Vorschläge.")
    if len(counted) < len(numbers):
        return unknown("Nicht bei jedem Vorschlag steht eine Zahl.")
    if resistance and lage.too_resisted is not None:
        return unknown("Ein Vorschlag hat mehr Widerstand, als alle zusammen geben konnten.")
    return _won(lage, counted, resistance=resistance)


def _won(lage: Lage, counted: list[int], *, resistance: bool) -> Verdict:
    best, second = sorted(counted, reverse=not resistance)[:2]
    if not resistance and best == 0:
        return Verdict("abgelehnt", "Kein Vorschlag hat eine Stimme.", -1)
    if best == second:
        reason = f"Zwei Vorschläge liegen mit {best} gleichauf. Gewählt ist keiner."
        return Verdict("nicht_erreicht", reason, -1, hangs_on_one=not resistance)
    place, what = counted.index(best), "den geringsten Widerstand" if resistance else "die meisten Stimmen"
    winner, ahead = lage.optionen[place], abs(best - second)
    if winner.passiv:
        return Verdict(
            "abgelehnt", f"Alles so zu lassen hat {what}: {best}. Damit ist nichts beschlossen.", -ahead, winner.name
        )
    return Verdict(
        "angenommen",
        f"Vorschlag {place + 1} hat {what}: {best}.",
        ahead - 1,
        winner.name,
        not resistance and ahead == 1,
    )
