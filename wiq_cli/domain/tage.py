"""The days of a decision in their order: motion, ballots, result."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath


def misplaced(beschluss: Beschluss, heute: date) -> dict[DataPath, tuple[str, str]]:
    """Give the days that cannot be right, with what is wrong and what to do; nothing else can be said about them."""
    found: dict[DataPath, tuple[str, str]] = {}
    earliest, what = _motion(beschluss), "vor dem Antrag"
    if beschluss.opened > heute:
        return {("id",): ("Dieser Tag kommt erst noch.", "Prüf den Tag in der Kennung. So heißt auch die Datei.")}
    for path, day in _days(beschluss):
        if day > heute:
            found[path] = "Dieser Tag kommt erst noch.", "Prüf das Datum."
        elif path[0] not in {"versuche", "ergebnis"}:
            continue
        elif day < earliest:
            if path[0] == "ergebnis" and any(one[0] == "versuche" for one in found):
                break  # which of the days is wrong is said at the attempt
            found[path] = f"Dieser Tag liegt {what}.", "Prüf die Reihenfolge der Tage."
        else:
            earliest, what = day, "vor dem letzten Versuch"
    return found | dict(_backwards(beschluss))


def _backwards(beschluss: Beschluss) -> Iterator[tuple[DataPath, tuple[str, str]]]:
    """Give what ends before it begins."""
    result, grant = beschluss.ergebnis, beschluss.leistung
    spans = [
        *([(("ergebnis", "gilt_bis"), result.gilt_ab or result.am, result.gilt_bis)] if result else []),
        *([(("leistung", "bis"), grant.von, grant.bis)] if grant else []),
    ]
    for path, first, last in spans:
        if first and last and last < first:
            yield path, ("Das Ende liegt vor dem Anfang.", "Prüf beide Tage.")


def _motion(beschluss: Beschluss) -> date:
    """Give the first day on which one could vote; the motion in the file may be a later version than the first."""
    reworded = any(one.fassung < beschluss.antrag.fassung for one in beschluss.versuche)
    return min(beschluss.moved, beschluss.opened) if reworded else beschluss.moved


def _days(beschluss: Beschluss) -> Iterator[tuple[DataPath, date]]:
    """Give the days of a decision in the order in which they happen."""
    if beschluss.wahlkoerper:
        yield ("wahlkoerper", "stichtag"), beschluss.wahlkoerper.stichtag
    if beschluss.antrag.eingebracht_am:
        yield ("antrag", "eingebracht_am"), beschluss.antrag.eingebracht_am
    for position, versuch in enumerate(beschluss.versuche):
        if versuch.am:
            yield ("versuche", position, "am"), versuch.am
    if beschluss.ergebnis and beschluss.ergebnis.am:
        yield ("ergebnis", "am"), beschluss.ergebnis.am
