"""Am Anfang des Rhythmus ist kein Treffen.

„Alle 2 Wochen Dienstag ab 02.09.2026“ zählt die Wochen von diesem Tag an. Der Tag selbst ist aber ein Mittwoch.
Der Dienstag dieser Woche ist schon vorbei. Das erste Treffen ist darum erst am 15.09.2026.
Manche meinen den nächsten Dienstag, den 08.09.2026. Schreib hinter „ab“ den Tag des ersten Treffens, dann ist es klar.

Wird nicht gezählt, gibt es nur eine Lesart. Dann sagt wiq nur, wann das erste Treffen ist, solange es bevorsteht.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [alle 2 Wochen Dienstag 18:00 ab 02.09.2026]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [alle 2 Wochen Dienstag 18:00 ab 15.09.2026]
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.muster import Kalenderwoche, Woechentlich
from wiq_cli.domain.terminplan import tage
from wiq_cli.domain.zeitangabe import german, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.rhythmus import Rhythmus
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
FAR = timedelta(400)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    for number, rhythmus in enumerate(team.treffen.rhythmus):
        if rhythmus.ab is None or (first := _first(rhythmus, rhythmus.ab)) in (None, rhythmus.ab):
            continue
        message = f"Am {short_day(rhythmus.ab)} ist kein Treffen. Das erste ist am {short_day(first)}."
        path = ("treffen", "rhythmus", number)
        if rhythmus.am.braucht_anker:
            pattern: Any = rhythmus.am
            next_day = _first(rhythmus.model_copy(update={"am": replace(pattern, alle=1)}), rhythmus.ab)
            if next_day not in (None, first):
                help_text = (
                    f"Schreib den Tag des ersten Treffens hinter „ab“: ab {german(first)} oder ab {german(next_day)}."
                )
                yield Fault(path, message, help_text)
        elif isinstance(rhythmus.am, (Woechentlich, Kalenderwoche)) and rhythmus.ab >= rahmen.heute:
            help_text = f"Stimmt das, dann schreib „ab {german(first)}“. Sonst prüf den Wochentag."
            yield Fault(path, message, help_text, Level.HINT)


def _first(rhythmus: Rhythmus, ab: date) -> date | None:
    """Give the first day of a rhythm."""
    return next(iter(tage(rhythmus, ab, ab + FAR)), None)
