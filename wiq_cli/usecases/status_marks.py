"""Why a team needs somebody: each reason in plain words, with what to do. From days and git alone, never about a person.

A team that does not run is left in peace, but for what concerns consent, wishes and its published profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.lebenszeichen import TREFFEN
from wiq_cli.domain.person import ZWECKE
from wiq_cli.domain.zeitangabe import german, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from wiq_cli.domain.person import Person
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
    limits = look.rahmen.netzwerk.schwellen
    if not look.runs:
        return
    if look.last is None:
        message = "Es gibt kein einziges Lebenszeichen mit Datum."
        yield Mark("silent", "urgent", 60, message, "Frag freundlich nach, wie es dem Team geht.")
        return
    days = (look.heute - look.last.am).days
    message = f"Seit {days} Tagen ist nichts zu sehen. Das Letzte: {look.last.was} am {german(look.last.am)}."
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
    level: Level = "urgent" if days > look.rahmen.netzwerk.schwellen.still_warnung else "soon"
    todo = "Frag nach dem Ergebnis: Ziel erreicht, oder eine neue Frist?"
    yield Mark("late", level, 30 + min(30, days // 10), message, todo)


def _leaderless(look: Look) -> Iterator[Mark]:
    if not look.runs or look.concept is None:
        return
    leads, ahead = look.team.leitung, timedelta(look.rahmen.netzwerk.schwellen.einwilligung_endet)
    sitting = [one for one in leads if one.member_on(look.heute)]
    if not sitting:
        gone = max((one.bis for one in leads if one.bis and one.bis < look.heute), default=None)
        since = f"Seit {anzahl((look.heute - gone).days, 'einem Tag', '{} Tagen')} leitet" if gone else "Zurzeit leitet"
        yield Mark("lead", "urgent", 55, f"{since} niemand das Team.", "Frag im Team, wer die Leitung übernimmt.")
    elif all(one.bis and one.bis <= look.heute + ahead for one in sitting):
        day = max(one.bis for one in sitting if one.bis)
        message = f"Die Leitung hört am {german(day)} auf."
        yield Mark("lead", "soon", 22, message, "Frag rechtzeitig, wer die Leitung übernimmt.")


def _seats(look: Look) -> Iterator[Mark]:
    for bench, number in look.free_seats:
        what = anzahl(number, "Ein Sitz ist frei", "{} Sitze sind frei")
        yield Mark("seat", "soon", 12, f"{what}: Bank {bench}.", "Klär, wer nachfolgt: wiq decide join")


def _wishes(look: Look) -> Iterator[Mark]:
    limit = look.rahmen.netzwerk.schwellen.wunsch_alt
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
    ahead = look.heute + timedelta(look.rahmen.netzwerk.schwellen.einwilligung_endet)
    ends = [(day, person) for person, day in _limits(look) if look.heute <= day <= ahead]
    over = [(day, person) for person, day in _limits(look) if day < look.heute]
    if ends:
        first = min(day for day, _ in ends)
        message = f"{anzahl(len(ends), 'Eine Einwilligung endet', '{} Einwilligungen enden')} bald{_who(ends)}, am {german(first)}."
        near = (first - look.heute).days <= VERY_SOON
        yield Mark(
            "consent",
            "soon" if near else "note",
            13 if near else 8,
            message,
            "Frag rechtzeitig neu: wiq person consent",
        )
    if over:
        message = f"{anzahl(len(over), 'Eine Einwilligung ist', '{} Einwilligungen sind')} abgelaufen{_who(over)}."
        yield Mark("consent", "soon", 11, message, "Frag neu, oder lass sie weg: wiq person consent")


def _limits(look: Look) -> Iterator[tuple[Person, date]]:
    """Give the last day of every consent that has one, of everybody who is in the team."""
    for _, _, person in look.team.personen():
        answers = person.einwilligung
        for zweck in ZWECKE if answers and person.member_on(look.heute) else ():
            answer = getattr(answers, zweck)
            if answer and answer.bis and answer.antwort == "ja" and answer.widerrufen is None:
                yield person, answer.bis


def _who(found: list[tuple[date, Person]]) -> str:
    known = sorted({person.kennung for _, person in found if person.kennung})
    return f" ({', '.join(known)})" if known else ""


def _profile(look: Look) -> Iterator[Mark]:
    match look.profile:
        case "must_go":
            message = "Das Profil steht noch auf den Seiten, aber die Einwilligung fehlt oder ist widerrufen."
            yield Mark("profile", "urgent", 90, message, "Nimm es gleich herunter: wiq publish")
        case "closed" if look.runs and look.concept is not None:
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
    if look.runs and (gaps := look.gaps):
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
    late = [one for one in look.team.weg if one.bis and one.bis < look.heute and not one.erledigt]
    if look.runs and late:
        message = anzahl(len(late), "Ein Schritt ist überfällig.", "{} Schritte sind überfällig.")
        yield Mark("steps", "note", 4, message, "Oft ist er längst getan. Frag nach.")


def _measured(look: Look) -> Iterator[Mark]:
    days = [(look.heute - one.day).days for one in look.effects if one.day]
    if look.runs and days and min(days) > look.rahmen.netzwerk.schwellen.messung_alt:
        message = f"Die letzte Messung ist {min(days)} Tage her."
        yield Mark("measured", "note", 4, message, "Frag nach einem neuen Wert.")


FINDERS: tuple[Callable[[Look], Iterator[Mark]], ...] = (
    _silent, _late, _leaderless, _seats, _wishes, _consent, _profile, _meeting, _concept, _unread, _steps, _measured,
)  # fmt: skip
