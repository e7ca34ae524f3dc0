"""New lines under ``treffen``: what to write where, what it means in words, and the mail that tells the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from wiq_cli.domain.eintrag import DATE_SHAPE, read_ausfall
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.finding import Level
from wiq_cli.domain.kollision import overlap
from wiq_cli.domain.muster import Kalenderwoche
from wiq_cli.domain.rhythmus import Rhythmus, describe
from wiq_cli.domain.terminplan import Meeting, Terminplan, tage
from wiq_cli.domain.treffen import Ausfall, Termin, Verlegung
from wiq_cli.domain.worte import TAGE, plain
from wiq_cli.domain.zeitangabe import WOCHENTAGE, clock, german, listed, short_day
from wiq_cli.rules import engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.finding import Finding
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team

Entry = tuple[str, Any]
"""The key under ``treffen`` and the value to append there."""

FAR = timedelta(800)
NEXT = 3


# -- what to write ----------------------------------------------------------------------------------------------------
def addition(text: str, heute: date) -> Entry:
    """Tell a rhythm from a single date. Raises ``WrongCall`` with what is wrong with it."""
    words = plain(text).replace(",", " ").split()
    first = next((word for word in words if word.lower() not in TAGE), "")
    single = bool(DATE_SHAPE.fullmatch(first)) and words.index(first) <= 1
    _validated(Termin if single else Rhythmus, text, heute)
    return ("termine" if single else "rhythmus"), " ".join(text.split())


def cancellation(day: str, reason: str | None, heute: date) -> Entry:
    """Write a cancellation. Raises ``WrongCall`` where the day is none."""
    entry = _validated(Ausfall, day, heute)
    if entry.grund:
        raise WrongCall("Hinter dem Tag passt nur noch die Uhrzeit. Den Grund gibst du mit --reason an.")
    line = _moment(entry.am, entry.zeit)
    if not reason:
        return "ausfall", line
    reason = " ".join(reason.split())
    try:
        readable = read_ausfall(f"{line} {reason}").get("grund") == reason
    except ValueError:
        readable = False
    if readable:
        return "ausfall", f"{line} {reason}"
    return "ausfall", {"am": entry.am} | ({"zeit": entry.zeit} if entry.zeit else {}) | {"grund": reason}


def move(day: str, new: str, place: str | None, heute: date) -> Entry:
    """Write a move. Raises ``WrongCall`` where one of the days is none."""
    line = f"{day} -> {new}" + (f" ({' '.join(place.split())})" if place else "")
    _validated(Verlegung, line, heute)
    return "verlegt", plain(line)


def _validated(model: type[Modell], text: str, heute: date) -> Any:
    try:
        return model.model_validate(text, context={"heute": heute})
    except ValidationError as error:
        raise WrongCall(str((error.errors()[0].get("ctx") or {}).get("satz", "Das verstehe ich nicht."))) from None


def _moment(tag: date, zeit: Any) -> str:
    return german(tag) + (f" {clock(zeit)}" if zeit else "")


# -- what it would break ----------------------------------------------------------------------------------------------
def new_errors(before: Reading[Team], after: Reading[Team], rahmen: Rahmen) -> list[Finding]:
    """Give the errors that a change brings, and nothing that was there already."""
    old = {(one.rule, one.message) for one in _all(before, rahmen)}
    return [one for one in _all(after, rahmen) if one.level is Level.ERROR and (one.rule, one.message) not in old]


def _all(reading: Reading[Team], rahmen: Rahmen) -> list[Finding]:
    return [*reading.findings, *engine.run("team", reading, rahmen)]


def clash(before: Team | None, plan: Terminplan, entries: Sequence[Entry]) -> str:
    """Say which other meeting of the team new entries run into; empty where there is none."""
    treffen = plan.treffen
    for key, many in ((key, [one for one, _ in entries].count(key)) for key in ("rhythmus", "termine", "verlegt")):
        new = getattr(treffen, key)[len(getattr(treffen, key)) - many :]
        old = getattr(before.treffen, key) if before else []
        for one in new:
            if sentence := _moved_onto(plan, one) if key == "verlegt" else _already_there(one, old):
                return sentence
    return ""


def _already_there(one: Rhythmus | Termin, old: Sequence[Rhythmus | Termin]) -> str:
    if isinstance(one, Rhythmus):
        return "Dieser Rhythmus steht schon da." if one in old else ""
    again = any(isinstance(other, Termin) and (other.am, other.zeit) == (one.am, one.zeit) for other in old)
    return f"Der Termin am {_moment(one.am, one.zeit)} steht schon da." if again else ""


def _moved_onto(plan: Terminplan, move: Verlegung) -> str:
    """Say which meeting stands where another is moved to: half an hour into it is as bad as all of it."""
    _, new = changed(plan, move)
    around = plan.meetings(move.auf - timedelta(1), move.auf + timedelta(1))
    for one in around:
        if one.uid != new.uid and one.status != "cancelled" and overlap(one, new):
            hours = "" if one.all_day else f" {one.start:%H:%M}–{one.end:%H:%M}"
            return (
                f"Am {short_day(one.day)}{hours} trifft sich das Team schon. "
                "Nimm eine andere Zeit, oder sag eines der beiden Treffen ab."
            )
    return ""


def standing(entry: Entry, team: Team, heute: date) -> Ausfall | Verlegung | None:
    """Give the cancellation or move as it stands in the file, None where it does not yet."""
    key, value = entry
    model: type[Ausfall | Verlegung] = Ausfall if key == "ausfall" else Verlegung
    wanted = model.model_validate(value, context={"heute": heute}).model_dump(exclude={"grund"}, exclude_none=True)
    lines: Sequence[Ausfall | Verlegung] = getattr(team.treffen, key)
    return next((one for one in reversed(lines) if wanted.items() <= one.model_dump().items()), None)


def changed(plan: Terminplan, entry: Ausfall | Verlegung) -> tuple[Meeting, Meeting]:
    """Give the meeting that a cancellation or a move means: as it would have been, and as it is."""
    treffen, key = plan.treffen, "ausfall" if isinstance(entry, Ausfall) else "verlegt"
    others = [one for one in getattr(treffen, key) if one is not entry]
    without = replace(plan, treffen=treffen.model_copy(update={key: others}))
    target, day = plan.target(entry), getattr(entry, "auf", entry.am)
    if target is None:
        raise AssertionError  # a rule has refused it before
    name = (target.tag, target.nummer)
    (old,) = (one for one in without.meetings(entry.am, entry.am) if (one.original, one.number) == name)
    (new,) = (one for one in plan.meetings(day, day) if one.uid == old.uid)
    return old, new


# -- what it means ----------------------------------------------------------------------------------------------------
def echo(rhythmus: Rhythmus, plan: Terminplan, heute: date) -> list[str]:
    """Say a rhythm in words with its next dates, and what falls out of it and why."""
    days = tage(rhythmus, heute, max(heute, rhythmus.ab or heute) + FAR)
    words = describe(rhythmus)
    lines = [words[0].upper() + words[1:] + "."]
    kept: list[date] = []
    dropped: list[str] = []
    for day in days:
        if len(kept) == NEXT:
            break
        if reason := plan.pause(day):
            dropped.append(f"{short_day(day)} ({reason})")
        else:
            kept.append(day)
    lines.append(
        f"Die nächsten: {', '.join(short_day(day) for day in kept)}." if kept else "Von heute an steht keines mehr an."
    )
    if dropped:
        lines.append(f"Pause: {', '.join(dropped)}.")
    return lines + _long_year(rhythmus, days, heute)


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
