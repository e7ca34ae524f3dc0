"""Why a team needs somebody: each reason in plain words, with what to do. From days and git alone, never about a person.

A team that does not run is left in peace, but for what concerns consent, wishes and its published profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.zeitangabe import german, listed
from wiq_cli.usecases.decide_wishes import ENDED
from wiq_cli.usecases.status_facts import lasts
from wiq_cli.usecases.status_look import TREFFEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiq_cli.usecases.status_look import Look

Level = Literal["urgent", "soon", "note"]
LEVELS: tuple[Level, ...] = ("urgent", "soon", "note")
UNWRITTEN = 3  # times the days after which silence is a warning
VERY_SOON = 14  # days


@dataclass(frozen=True, slots=True)
class Mark:
    """One reason. ``weight`` orders reasons, and teams of one level."""

    kind: str
    level: Level
    weight: int
    message: str
    todo: str


def marks(look: Look) -> tuple[Mark, ...]:
    """Give every reason, the heaviest first."""
    found = [mark for find in FINDERS for mark in find(look)]
    return tuple(sorted(found, key=lambda one: (LEVELS.index(one.level), -one.weight, one.kind)))


def _silent(look: Look) -> Iterator[Mark]:
    limits = look.limits
    if not look.runs:
        return
    if look.last is None:
        message = "Es gibt kein einziges Lebenszeichen mit Datum."
        yield Mark("silent", "urgent", 60, message, "Frag freundlich nach, wie es dem Team geht.")
        return
    days = (look.heute - look.last.day).days
    message = f"Seit {days} Tagen ist nichts zu sehen. Das Letzte: {look.last.was} am {german(look.last.day)}."
    todo = "Ruf an. Ruht das Team? Dann passt „status: pausiert“."
    if days > limits.still_warnung:
        yield Mark("silent", "urgent", 40 + min(60, days // 6), message, todo)
    elif days > limits.still_hinweis:
        yield Mark("silent", "note", 10, message, "Behalt es im Blick.")
    elif look.last.was == TREFFEN:
        yield from _unwritten(look, UNWRITTEN * limits.still_warnung)


def _unwritten(look: Look, limit: int) -> Iterator[Mark]:
    """A rhythm goes on by itself: it does not prove that anybody comes."""
    days = (look.heute - look.written).days if look.written else None
    if days is None or days > limit:
        since = f"Seit {days} Tagen hat" if days else "Noch nie hat"
        message = f"{since} niemand etwas aufgeschrieben. Nur der Kalender läuft weiter."
        yield Mark("unwritten", "soon", 25, message, "Frag, ob die Treffen noch stattfinden.")


def _late(look: Look) -> Iterator[Mark]:
    if not look.runs or look.deadline is None or look.deadline >= look.heute:
        return
    days, (reached, total) = (look.heute - look.deadline).days, look.goals
    message = (
        f"Die Frist ist seit {anzahl(days, 'einem Tag', '{} Tagen')} vorbei. Erreicht: {reached} von {total} Zielen."
    )
    level: Level = "urgent" if days > look.limits.still_warnung else "soon"
    todo = "Frag nach dem Ergebnis: Ziel erreicht, oder eine neue Frist?"
    yield Mark("late", level, 30 + min(30, days // 10), message, todo)


def _leaderless(look: Look) -> Iterator[Mark]:
    if not look.runs or look.facts.rows is None:
        return
    today, ahead = look.heute.isoformat(), (look.heute + timedelta(look.limits.einwilligung_endet)).isoformat()
    ends = [one[1] for one in look.facts.leads if lasts(one, look.heute)]
    if not ends:
        gone = max((last for _, last in look.facts.leads if last and last < today), default="")
        days = (look.heute - date.fromisoformat(gone)).days if gone else 0
        since = f"Seit {anzahl(days, 'einem Tag', '{} Tagen')} leitet" if gone else "Zurzeit leitet"
        yield Mark("lead", "urgent", 55, f"{since} niemand das Team.", "Frag im Team, wer die Leitung übernimmt.")
    elif all(last and last <= ahead for last in ends):
        message = f"Die Leitung hört am {german(date.fromisoformat(max(ends)))} auf."
        yield Mark("lead", "soon", 22, message, "Frag rechtzeitig, wer die Leitung übernimmt.")


def _seats(look: Look) -> Iterator[Mark]:
    for bench, seats, sitting in look.facts.benches if look.facts.status != ENDED else ():
        number = seats - sum(lasts(one, look.heute) for one in sitting)
        if number <= 0:
            continue
        what = anzahl(number, "Ein Sitz ist frei", "{} Sitze sind frei")
        yield Mark("seat", "soon", 12, f"{what}: Bank {bench}.", "Klär, wer nachfolgt: wiq decide join")


def _wishes(look: Look) -> Iterator[Mark]:
    limit = look.limits.wunsch_alt
    old = [
        one for one in look.waiting if one.since and one.said != "on_agenda" and (look.heute - one.since).days > limit
    ]
    todo = f"Bring das auf die Tagesordnung. Was genau: wiq needs --team {look.kuerzel}"
    for wishes, words, level, weight in (
        ([one for one in old if one.is_support], ("Ein Wunsch wartet", "{} Wünsche warten"), "soon", 15),
        ([one for one in old if not one.is_support], ("Eine Frage steht offen", "{} Fragen stehen offen"), "note", 3),
    ):  # fmt: skip
        if wishes:
            days = max((look.heute - one.since).days for one in wishes if one.since)
            message = f"{anzahl(len(wishes), *words)}, seit mindestens {days} Tagen."
            mark_level: Level = "soon" if level == "soon" else "note"
            yield Mark("wish", mark_level, weight + min(20, days // 30), message, todo)


def _consent(look: Look) -> Iterator[Mark]:
    today, ahead = look.heute.isoformat(), (look.heute + timedelta(look.limits.einwilligung_endet)).isoformat()
    there = [day for stretch, day in look.facts.limits if lasts(stretch, look.heute)]
    ends, over = [day for day in there if today <= day <= ahead], [day for day in there if day < today]
    if ends:
        first = date.fromisoformat(min(ends))
        count = anzahl(len(ends), "Eine Einwilligung endet", "{} Einwilligungen enden")
        near = (first - look.heute).days <= VERY_SOON
        level: Level = "soon" if near else "note"
        message = f"{count} bald{_who(look, ends)}, am {german(first)}."
        yield Mark("consent", level, 13 if near else 8, message, "Frag rechtzeitig neu: wiq person consent")
    if over:
        message = (
            f"{anzahl(len(over), 'Eine Einwilligung ist', '{} Einwilligungen sind')} abgelaufen{_who(look, over)}."
        )
        yield Mark("consent", "soon", 11, message, "Frag neu, oder lass sie weg: wiq person consent")


def _who(look: Look, days: list[str]) -> str:
    known = sorted({kennung for day in days for kennung in look.agreed.get(day, ())})
    return f" ({', '.join(known)})" if known else ""


def _profile(look: Look) -> Iterator[Mark]:
    match look.profile:
        case "must_go":
            message = "Das Profil steht noch auf den Seiten, aber die Einwilligung fehlt oder ist widerrufen."
            yield Mark("profile", "urgent", 90, message, "Nimm es gleich herunter: wiq publish")
        case "closed" if look.runs and look.facts.rows is not None:
            yield Mark(
                "profile", "note", 6, "Für das Profil fehlt die Einwilligung.", "Frag danach beim nächsten Gespräch."
            )
        case "missing" if look.runs:
            yield Mark("profile", "note", 3, "Das Profil ist noch nicht veröffentlicht.", "Veröffentliche: wiq publish")
        case "stale":
            yield Mark("profile", "note", 2, "Das Profil ist älter als die Datei.", "Veröffentliche neu: wiq publish")


def _meeting(look: Look) -> Iterator[Mark]:
    if look.runs and look.meeting is None:
        todo = f"Fragt nach dem nächsten Termin: wiq meetings add {look.kuerzel}"
        yield Mark("meeting", "soon", 14, "Es steht kein Treffen an.", todo)


def _concept(look: Look) -> Iterator[Mark]:
    if look.runs and (gaps := look.facts.gaps):
        message = f"{anzahl(len(gaps), 'Eine Zeile', '{} Zeilen')} des Konzepts {anzahl(len(gaps), 'ist', 'sind')} noch leer: {listed(gaps)}."
        yield Mark(
            "concept",
            "soon",
            6 + len(gaps),
            message,
            f"Füllt sie gemeinsam aus. Was fehlt: wiq check teams/{look.kuerzel}.yaml",
        )


def _unread(look: Look) -> Iterator[Mark]:
    if look.faults:
        message = anzahl(
            look.faults,
            "Eine Angabe in der Datei kann ich nicht lesen.",
            "{} Angaben in der Datei kann ich nicht lesen.",
        )
        yield Mark("file", "soon", 18, message, f"Sieh nach: wiq check teams/{look.kuerzel}.yaml")


def _steps(look: Look) -> Iterator[Mark]:
    late = [day for day in look.facts.steps if day < look.heute.isoformat()]
    if look.runs and late:
        message = anzahl(len(late), "Ein Schritt ist überfällig.", "{} Schritte sind überfällig.")
        yield Mark("steps", "note", 4, message, "Oft ist er längst getan. Frag nach.")


def _measured(look: Look) -> Iterator[Mark]:
    days = [(look.heute - one.day).days for one in look.effects if one.day]
    if look.runs and days and min(days) > look.limits.messung_alt:
        message = f"Die letzte Messung ist {min(days)} Tage her."
        yield Mark("measured", "note", 4, message, "Frag nach einem neuen Wert.")


FINDERS: tuple[Callable[[Look], Iterator[Mark]], ...] = (
    _silent, _late, _leaderless, _seats, _wishes, _consent, _profile, _meeting, _concept, _unread, _steps, _measured,
)  # fmt: skip
