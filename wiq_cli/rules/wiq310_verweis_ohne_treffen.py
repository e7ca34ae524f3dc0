"""Ein Ausfall oder eine Verlegung trifft kein Treffen.

„ausfall“ und „verlegt“ nennen den Tag, an dem das Treffen nach dem Rhythmus oder den Terminen gewesen wäre.
Ist an dem Tag kein Treffen, dann ist vielleicht das Datum vertippt oder der Rhythmus hat sich geändert.
Sind es zwei Treffen an dem Tag, dann schreib die Uhrzeit dazu.

Falsch:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      ausfall: [11.11.2026 krank]

Richtig:

    treffen:
      ort: per Teams
      rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]
      ausfall: [10.11.2026 krank]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import clock, german, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.treffen import Ausfall, Verlegung

LEVEL = Level.ERROR
NEEDS = (("treffen", "rhythmus"), ("treffen", "pause"), ("treffen", "termine"))


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    plan = Terminplan(team.treffen, rahmen.netzwerk)
    lists: dict[str, Sequence[Ausfall | Verlegung]] = {"ausfall": team.treffen.ausfall, "verlegt": team.treffen.verlegt}
    for key, entries in lists.items():
        for number, entry in enumerate(entries):
            found = plan.candidates(entry)
            if len(found) > 1:
                hours = " oder ".join(clock(one.zeit) for one in found if one.zeit)
                help_text = f"Schreib die Uhrzeit hinter den Tag: {hours}."
                yield Fault(
                    ("treffen", key, number), f"Am {short_day(entry.am)} sind es {len(found)} Treffen.", help_text
                )
            elif not found:
                hour = f" um {clock(entry.zeit)}" if entry.zeit else ""
                message = f"Am {short_day(entry.am)} ist{hour} kein Treffen."
                yield Fault(("treffen", key, number), message, _way_out(plan, entry))


def _way_out(plan: Terminplan, entry: Ausfall | Verlegung) -> str:
    """Say what was probably meant."""
    for move in plan.treffen.verlegt:
        if move.auf == entry.am and move is not entry:
            return f"Es wurde dorthin verlegt. Genannt wird es nach seinem alten Tag: {german(move.am)}."
    hours = [clock(one.zeit) for one in plan.plaetze(entry.am, entry.am) if one.zeit]
    if hours and entry.zeit and getattr(entry, "neue_zeit", entry.zeit) is None:
        return f"An dem Tag ist es um {' und '.join(hours)}. Die neue Uhrzeit heißt „neue_zeit“."
    nearest = [short_day(one.tag) + (f" um {clock(one.zeit)}" if one.zeit else "") for one in plan.nearest(entry.am)]
    reason = plan.pause(entry.am)
    paused = f"An dem Tag ist schon Pause: {reason}. " if reason else ""
    if not nearest:
        return f"{paused}Das Team hat gar keine Treffen."
    if len(nearest) > 1:
        return f"{paused}Gleich nah sind {' und '.join(nearest)}."
    return f"{paused}Das nächstgelegene ist am {nearest[0]}."
