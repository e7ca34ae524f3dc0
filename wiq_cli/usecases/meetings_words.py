"""What a change of the meetings means: a rhythm in words, the next dates, and the mail that tells the others."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wiq_cli.domain.muster import Kalenderwoche
from wiq_cli.domain.rhythmus import Rhythmus, describe
from wiq_cli.domain.terminplan import Meeting, Terminplan, tage
from wiq_cli.domain.zeitangabe import WOCHENTAGE, german, listed, short_day

if TYPE_CHECKING:
    from wiq_cli.domain.team import Team

FAR = timedelta(800)
NEXT = 3


def echo(rhythmus: Rhythmus, plan: Terminplan, heute: date) -> list[str]:
    """Say a rhythm in words with its next dates, and what falls out of it and why."""
    words = describe(rhythmus)
    lines = [words[0].upper() + words[1:] + "."]
    kept, dropped = next_days(rhythmus, plan, heute)
    lines.append(
        f"Die nächsten: {', '.join(short_day(day) for day in kept)}." if kept else "Von heute an steht keines mehr an."
    )
    if dropped:
        lines.append(f"Pause: {', '.join(f'{short_day(day)} ({reason})' for day, reason in dropped)}.")
    return lines + _long_year(rhythmus, _days(rhythmus, heute), heute)


def next_days(rhythmus: Rhythmus, plan: Terminplan, heute: date) -> tuple[list[date], list[tuple[date, str]]]:
    """Give the next days of a rhythm, and the days before them that fall out, each with the reason."""
    kept: list[date] = []
    dropped: list[tuple[date, str]] = []
    for day in _days(rhythmus, heute):
        if len(kept) == NEXT:
            break
        if reason := plan.pause(day):
            dropped.append((day, reason))
        else:
            kept.append(day)
    return kept, dropped


def _days(rhythmus: Rhythmus, heute: date) -> list[date]:
    return tage(rhythmus, heute, max(heute, rhythmus.ab or heute) + FAR)


def _long_year(rhythmus: Rhythmus, days: list[date], heute: date) -> list[str]:
    """Say so in a winter in which two odd weeks meet."""
    if not isinstance(rhythmus.am, Kalenderwoche) or len(rhythmus.am.wochentage) > 1:
        return []
    odd = ((one, two) for one, two in pairwise(days) if (two - one).days != 14 and (one - heute).days < 366)  # noqa: PLR2004  # a fortnight, a year
    return [
        f"Zwischen {german(one)} und {german(two)} liegen {(two - one).days} Tage: {one.year} hat eine 53. Kalenderwoche."
        for one, two in odd
    ]


def notice(team: Team, old: Meeting, plan: Terminplan, heute: date, moved: Meeting | None = None) -> str:
    """Write the mail that tells the others. It goes to the list address alone and names no reason."""
    upcoming = [one for one in plan.upcoming(heute, NEXT) if moved is None or one.uid != moved.uid]
    what = f"das Treffen am {_spoken(old)} {'ist verlegt' if moved else 'fällt aus'}."
    lines = [f"An: {team.verteiler}"] if team.verteiler else []
    lines += [f"Betreff: {'Verlegt' if moved else 'Fällt aus'}: Treffen am {_long(old)}", "", "Hallo zusammen,", what]
    if moved:
        lines.append(f"Neu ist es am {_spoken(moved)}{f', Ort: {moved.place}' if moved.place else ''}.")
    elif upcoming:
        lines.append(f"Das nächste Treffen ist am {_spoken(upcoming[0])}.")
    return "\n".join([*lines, "Euer Kalender zeigt die Änderung vielleicht erst morgen. Deshalb diese Mail."]) + "\n"


def _long(one: Meeting) -> str:
    hour = f", {one.start:%H:%M} Uhr" if isinstance(one.start, datetime) else ""
    return f"{WOCHENTAGE[one.day.weekday()]}, {german(one.day)}{hour}"


def _spoken(one: Meeting) -> str:
    return _long(one) if one.all_day else _long(one).replace(f", {one.start:%H:%M}", f", um {one.start:%H:%M}")


def next_dates(plan: Terminplan, heute: date) -> str:
    """Say when the team meets next."""
    found = plan.upcoming(heute, NEXT)
    days = [short_day(one.day) + (f" {one.start:%H:%M}" if isinstance(one.start, datetime) else "") for one in found]
    return f"Die nächsten Treffen: {listed(days)}." if days else "Es steht kein Treffen mehr an."
