"""New lines under ``treffen``: what to write where, and what it would break."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from wiq_cli.domain.eintrag import DATE_SHAPE, read_ausfall
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rhythmus import Rhythmus
from wiq_cli.domain.treffen import Ausfall, Termin, Treffen, Verlegung
from wiq_cli.domain.umfang import too_long
from wiq_cli.domain.worte import TAGE, plain
from wiq_cli.domain.zeitangabe import clock, german
from wiq_cli.rules import engine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.finding import Finding
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.structure import Reading
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting, Terminplan

Entry = tuple[str, Any]
"""The key under ``treffen`` and the value to append there."""


# -- what to write ----------------------------------------------------------------------------------------------------
def addition(text: str, heute: date) -> Entry:
    """Tell a rhythm from a single date. Raises ``WrongCall`` with what is wrong with it."""
    words = plain(text).replace(",", " ").split()
    first = next((word for word in words if word.lower() not in TAGE), "")
    single = bool(DATE_SHAPE.fullmatch(first)) and words.index(first) <= 1
    _validated(Termin if single else Rhythmus, text, heute)
    return ("termine" if single else "rhythmus"), " ".join(text.split())


def read_rhythm(line: str, heute: date) -> Rhythmus:
    """Read a rhythm line. Raises ``WrongCall`` with what is wrong with it."""
    rhythmus: Rhythmus = _validated(Rhythmus, line, heute)
    return rhythmus


def read_date(line: str, heute: date) -> Termin:
    """Read a single date. Raises ``WrongCall`` with what is wrong with it."""
    termin: Termin = _validated(Termin, line, heute)
    return termin


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
    if readable and not too_long(f"{line} {reason}"):
        return "ausfall", f"{line} {reason}"
    return "ausfall", {"am": entry.am} | ({"zeit": entry.zeit} if entry.zeit else {}) | {"grund": reason}


def move(day: str, new: str, place: str | None, heute: date) -> Entry:
    """Write a move. Raises ``WrongCall`` where one of the days is none."""
    line = f"{day} -> {new}" + (f" ({' '.join(place.split())})" if place else "")
    _validated(Verlegung, line, heute)
    return "verlegt", plain(line)


def moved_again(entry: Entry, plan: Terminplan, heute: date) -> tuple[int, Entry] | None:
    """Give which line has moved the same meeting before, and the line that takes its place; None where none has.

    The meeting may be named by its original day or by the day to which it was moved. The original day stays. Who moves it
    back where it belongs needs no line any more: its value is None then.
    """
    new: Verlegung = _validated(Verlegung, entry[1], heute)
    meant = plan.target(new)
    for number, old in enumerate(plan.treffen.verlegt):
        place = plan.target(old)
        if place is None or (meant or place) != place:
            continue
        if meant is None and (new.am != old.auf or new.zeit not in {None, old.neue_zeit or place.zeit}):
            continue
        begins = new.neue_zeit or (None if meant else old.neue_zeit)
        ends = new.ende or (None if meant or new.neue_zeit else old.ende)
        where = new.ort or (None if meant else old.ort)
        if (new.auf, begins or place.zeit, ends, where) == (place.tag, place.zeit, None, None):
            return number, ("verlegt", None)
        hours = (f" {clock(begins)}" if begins else "") + (f"–{clock(ends)}" if ends else "")
        return number, (
            "verlegt",
            f"{_moment(old.am, old.zeit)} -> {german(new.auf)}{hours}{f' ({where})' if where else ''}",
        )
    return None


def _validated(model: type[Modell], text: str, heute: date) -> Any:
    try:
        return model.model_validate(text, context={"heute": heute})
    except ValidationError as error:
        detail = error.errors()[0]
        option = "--place: " if detail["loc"][-1:] == ("ort",) else ""
        raise WrongCall(option + str((detail.get("ctx") or {}).get("satz", "Das verstehe ich nicht."))) from None


def _moment(tag: date, zeit: Any) -> str:
    return german(tag) + (f" {clock(zeit)}" if zeit else "")


# -- what it would break ----------------------------------------------------------------------------------------------
def new_errors(before: Reading[Team], after: Reading[Team], rahmen: Rahmen) -> list[Finding]:
    """Give the errors that a change brings, and nothing that was there already."""
    old = {(one.rule, one.message) for one in _all(before, rahmen)}
    return [one for one in _all(after, rahmen) if one.level is Level.ERROR and (one.rule, one.message) not in old]


def _all(reading: Reading[Team], rahmen: Rahmen) -> list[Finding]:
    return [*reading.findings, *engine.run("team", reading, rahmen)]


def repeated(before: Team | None, after: Team, entries: Sequence[Entry]) -> str:
    """Say which of the new lines stands there already; empty where none does."""
    old = before.treffen if before else Treffen()
    count = [key for key, _ in entries].count
    for rhythmus in after.treffen.rhythmus[len(after.treffen.rhythmus) - count("rhythmus") :]:
        if rhythmus in old.rhythmus:
            return "Dieser Rhythmus steht schon da."
    for one in after.treffen.termine[len(after.treffen.termine) - count("termine") :]:
        if any((other.am, other.zeit) == (one.am, one.zeit) for other in old.termine):
            return f"Der Termin am {_moment(one.am, one.zeit)} steht schon da."
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
