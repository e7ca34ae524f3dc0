"""Indicators in a period: where they began, where they are to go, what was measured; by the aims of the network."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from wiq_cli.domain import public
from wiq_cli.domain.zahl import zahl
from wiq_cli.usecases.bericht import Abschnitt, Zahl, Zeile, german

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wiq_cli.domain.team import Beitrag, Team, Wirkung
    from wiq_cli.usecases.bericht import Zeitraum

AIMS: dict[Beitrag, str] = {
    "ziele": "Teams erreichen ihre Ziele",
    "selbstwirksamkeit": "Menschen erleben, dass sie etwas bewirken",
    "identifikation": "Bindung an Menschen, Orte und selbst Geschaffenes",
    "bessere-loesungen": "Bessere Lösungen für gemeinsame Aufgaben",
    "vertrauen": "Mehr Vertrauen",
    "weniger-spaltung": "Weniger Spaltung",
}
OTHER, ONLY = "Was Teams sonst messen", "Was Teams messen"
NOT_MEASURED = "in diesem Zeitraum nicht gemessen"


def effects(teams: Mapping[str, Team], zeit: Zeitraum, goals: list[Zeile]) -> Iterator[Abschnitt]:
    """Give a section for each aim, first what was measured in the period. Reached goals stand with the first one, in any case."""
    found: dict[str, list[tuple[bool, Zeile]]] = {}
    for key, team in teams.items():
        for number, one in enumerate(team.wirkung):
            if shown := _shown(one, zeit):
                beleg = zeit.later.beleg(key, "wirkung", number)
                line = Zeile(one.indikator, f"{team.name}. {_course(shown, zeit)}", key, belege=(beleg,), wirkung=shown)
                is_older = not any(zeit.holds(value.am) for value in shown.ist)
                for aim in dict.fromkeys(one.beitrag_zu) or [OTHER]:
                    found.setdefault(aim, []).append((is_older, line))
    ordered = {aim: tuple(line for _, line in sorted(lines, key=itemgetter(0))) for aim, lines in found.items()}
    for aim, title in AIMS.items():
        lines = (*(goals if aim == "ziele" else ()), *ordered.get(aim, ()))
        if lines or aim == "ziele":
            yield Abschnitt(title, lines, "Kein Teilziel wurde in diesem Zeitraum erreicht.")
    if OTHER in ordered:
        yield Abschnitt(OTHER if ordered.keys() - {OTHER} else ONLY, ordered[OTHER], "")


def figures(teams: Mapping[str, Team], zeit: Zeitraum, goals: list[Zeile]) -> Iterator[Zahl]:
    """Count goals and indicators."""
    yield Zahl("Erreichte Teilziele", len(goals), tuple(beleg for one in goals for beleg in one.belege))
    measured = [
        (zeit.later.beleg(key, "wirkung", number, "ist"), shown)
        for key, team in teams.items()
        for number, one in enumerate(team.wirkung)
        if (shown := _shown(one, zeit)) and any(zeit.holds(value.am) for value in shown.ist)
    ]
    yield Zahl("Gemessene Wirkungen", len(measured), tuple(beleg for beleg, _ in measured))
    met = [beleg for beleg, one in measured if _is_met(one)]
    yield Zahl("Wirkungen am Ziel", len(met), tuple(met))


def _shown(one: Wirkung, zeit: Zeitraum) -> public.Wirkung | None:
    """Give what can be said of an indicator at the end of the period; None where it is a sentence without numbers."""
    values = sorted((value for value in one.ist if value.am <= zeit.until), key=lambda value: value.am)
    if not values and one.soll is None:
        return None
    return public.Wirkung(
        indikator=one.indikator,
        einheit=one.einheit,
        ausgangswert=one.ausgangswert,
        soll=one.soll,
        ist=tuple(public.Messwert(am=value.am, wert=value.wert, quelle=value.quelle) for value in values),
    )


def _course(one: public.Wirkung, zeit: Zeitraum) -> str:
    """Write ``Anfang 0, Ziel 50 Leute. 01.06.2026: 12,5.``"""
    unit = f" {one.einheit}" if one.einheit else ""
    ends = [
        *([f"Anfang {zahl(one.ausgangswert)}"] if one.ausgangswert is not None else []),
        *([f"Ziel {zahl(one.soll)}{unit}"] if one.soll is not None else []),
    ]
    said = [f"{', '.join(ends)}."] if ends else []
    values = [f"{german(value.am)}: {zahl(value.wert)}" for value in one.ist]
    said.append(f"Gemessen: {'; '.join(values)}." if values else "Noch nicht gemessen.")
    if values and not any(zeit.holds(value.am) for value in one.ist):
        said.append(f"{NOT_MEASURED[0].upper()}{NOT_MEASURED[1:]}.")
    return " ".join(said)


def _is_met(one: public.Wirkung) -> bool:
    """Whether the last value has come as far as it was to come, upwards or downwards."""
    if one.soll is None or not one.ist:
        return False
    down = one.ausgangswert is not None and one.soll < one.ausgangswert
    return one.ist[-1].wert <= one.soll if down else one.ist[-1].wert >= one.soll
