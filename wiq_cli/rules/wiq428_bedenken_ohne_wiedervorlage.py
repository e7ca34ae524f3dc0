"""Schwere Bedenken ohne Wiedervorlage.

Schwere Bedenken halten den Konsens hier nicht auf. Dafür schaut ihr spätestens nach sechs Monaten noch einmal hin.
Schreib unter „wiedervorlage“ den Tag und die Frage, an der ihr merkt, ob es gut war.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, schwere_bedenken: 1, veto: 0}, ergebnis: erreicht}
    bedenken: [{stufe: schwere_bedenken, text: Das Papier reicht nicht.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, schwere_bedenken: 1, veto: 0}, ergebnis: erreicht}
    bedenken: [{stufe: schwere_bedenken, text: Das Papier reicht nicht.}]
    wiedervorlage: {am: 2026-12-03, frage: Hat das Papier gereicht?}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import recounted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.recount import Recount

LEVEL = Level.HINT
MONTHS = 6


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in recounted(netz):
        if beschluss.status != "angenommen" or not counted or not _grave(beschluss, counted[-1]):
            continue
        again, decided = beschluss.wiedervorlage, (beschluss.ergebnis and beschluss.ergebnis.am) or beschluss.opened
        if again is None or again.am > _later(decided):
            yield NetzFault(
                file,
                ("wiedervorlage", "am") if again else ("bedenken",),
                "Jemand hatte schwere Bedenken. In den sechs Monaten danach schaut ihr nicht wieder hin.",
                f"Trag unter „wiedervorlage“ einen Tag bis {_later(decided):%d.%m.%Y} ein.",
            )


def _grave(beschluss: Beschluss, last: Recount) -> bool:
    """Whether somebody had grave concerns about what was adopted, and they did not stop it."""
    if last.rule is not None and (not last.rule.is_consensus or "schwere_bedenken" in last.rule.scheitert_bei):
        return False
    said = any(one.stufe == "schwere_bedenken" and one.versuch in {None, last.versuch.nr} for one in beschluss.bedenken)
    voted = last.lage.stimmen.get("schwere_bedenken")
    return voted > 0 if voted is not None else said


def _later(day: date) -> date:
    """Give the day six months later, or the last of that month."""
    month = day.month + MONTHS
    year, month = day.year + (month - 1) // 12, (month - 1) % 12 + 1
    for number in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month, day=number)
        except ValueError:
            continue
    return day
