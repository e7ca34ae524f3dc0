"""The words of the Monday screen, the same in every format."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.zahl import zahl
from wiq_cli.domain.zeitangabe import WOCHENTAGE, german

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from wiq_cli.usecases.status import Overview, Row
    from wiq_cli.usecases.status_look import Effect, Look

LEVEL = {"urgent": "!!", "soon": "!", "note": "·", "fine": ""}
LEVEL_WORD = {"urgent": "dringend", "soon": "bald", "note": "Notiz", "fine": "gut"}
STATUS = {  # one team; many teams
    "idee": ("Idee", "Ideen"), "laeuft": ("läuft", "laufen"), "pausiert": ("pausiert", "pausieren"),
    "im-betrieb": ("im Betrieb", "im Betrieb"), "selbsttragend": ("selbsttragend", "selbsttragend"),
    "abgeschlossen": ("abgeschlossen", "abgeschlossen"),
}  # fmt: skip
PROFILE = {
    "fresh": "aktuell", "stale": "veraltet", "missing": "fehlt", "closed": "nein", "must_go": "muss weg", "unknown": "–",
}  # fmt: skip
NOTHING = "–"


def title(one: Overview) -> str:
    """Write ``Wir im Quartier · Montag, 23.11.2026 · 31 Teams: 14 laufen, 6 im Betrieb``."""
    day = f"{WOCHENTAGE[one.heute.weekday()]}, {german(one.heute)}"
    counts = (
        f"{one.statuses[key]} {word[one.statuses[key] != 1]}" for key, word in STATUS.items() if one.statuses[key]
    )
    unread = [f"{len(one.unread)} nicht lesbar"] if one.unread else []
    teams = len(one.rows) + len(one.unread)
    return f"{one.name} · {day} · {anzahl(teams, '1 Team', '{} Teams')}: {', '.join([*counts, *unread])}"


def ago(look: Look) -> str:
    """Write for how many days nothing was seen."""
    if look.last is None:
        return NOTHING
    days = (look.heute - look.last.day).days
    return "heute" if days == 0 else f"vor {days} T"


def meeting(look: Look) -> str:
    """Write ``Di 24.11. 18:00``."""
    one = look.meeting
    if one is None:
        return NOTHING
    near, begin = f"{WOCHENTAGE[one.day.weekday()][:2]} {one.day:%d.%m.}", one.begin
    return f"{near} {begin:%H:%M}" if isinstance(begin, datetime) else near


def part(pair: tuple[int, int] | None) -> str:
    """Write ``1/3``."""
    return f"{pair[0]}/{pair[1]}" if pair and pair[1] else NOTHING


def effect(effects: Sequence[Effect]) -> str:
    """Write ``12/50``, and how many more there are."""
    if not effects:
        return NOTHING
    first = effects[0]
    more = f" +{len(effects) - 1}" if len(effects) > 1 else ""
    return f"{number(first.actual)}/{number(first.target)}{more}"


def number(value: float | None) -> str:
    """Write a number as Germans do."""
    if value is None:
        return "?"
    return zahl(int(value) if value.is_integer() else value)


def wishes(look: Look) -> str:
    """Write ``2, 21 T``: how many wait, and for how many days the oldest has."""
    if not look.waiting:
        return NOTHING
    days = (look.heute - look.oldest).days if look.oldest else 0
    return f"{len(look.waiting)}, {days} T" if days else f"{len(look.waiting)}"


def week(one: Overview) -> str:
    """Write what the next seven days bring, in one line."""
    said = [anzahl(one.week.meetings, "1 Treffen", "{} Treffen")]
    if one.week.clashes:
        said.append(f"{anzahl(one.week.clashes, 'zwei davon', '{} Paare')} zur gleichen Zeit am gleichen Ort")
    if one.week.open_decisions:
        said.append(anzahl(one.week.open_decisions, "1 Beschluss offen", "{} Beschlüsse offen"))
    if one.week.consents:
        said.append(anzahl(one.week.consents, "in 1 Team endet eine Einwilligung", "in {} Teams enden Einwilligungen"))
    return f"Diese Woche: {' · '.join(said)}"


def call(row: Row) -> str:
    """Say in a line why a team needs somebody."""
    reasons = [one.message for one in row.marks if one.level in {"urgent", "soon"}]
    return f"{row.look.facts.name}: {' '.join(reasons)}"


def details(row: Row) -> Iterator[tuple[str, str]]:
    """Give every light of one team with its value, also those that are green."""
    look = row.look
    reached = f"{look.goals[0]} von {look.goals[1]} erreicht" if look.goals[1] else "keine"
    until = f", nächste Frist {german(look.deadline)}" if look.deadline else ""
    yield "Status", STATUS[look.facts.status][0]
    yield (
        "Letztes Zeichen",
        f"{ago(look).replace(' T', ' Tagen')}: {look.last.was} am {german(look.last.day)}" if look.last else "keines",
    )
    yield "Aufgeschrieben", f"zuletzt am {german(look.written)}" if look.written else "noch nie"
    yield "Nächstes Treffen", f"{meeting(look)} ({german(look.meeting.day)})" if look.meeting else "keines"
    yield "Ziele", reached + until
    for one in look.effects:
        when = f", gemessen am {german(one.day)}" if one.day else ", noch nicht gemessen"
        yield "Wirkung", f"{number(one.actual)} von {number(one.target)}{when}"
    yield "Bitten und Fragen", _waiting(look)
    yield "Profil", PROFILE_LONG[look.profile]
    if look.facts.rows:
        yield "Konzept", f"{look.facts.rows[0]} von {look.facts.rows[1]} Zeilen ausgefüllt"


PROFILE_LONG = {
    "fresh": "veröffentlicht und aktuell", "stale": "veröffentlicht, aber älter als die Datei",
    "missing": "noch nicht veröffentlicht", "closed": "ohne Einwilligung, nicht veröffentlicht",
    "must_go": "veröffentlicht, obwohl die Einwilligung fehlt", "unknown": "hier liegen keine veröffentlichten Seiten",
}  # fmt: skip
ART = {
    "kontakt": "Kontakt", "raum": "Raum", "geld": "Geld", "material": "Material", "oeffentlichkeit": "Öffentlichkeit",
    "sonstiges": "Sonstiges", "frage": "Frage",
}  # fmt: skip


def _waiting(look: Look) -> str:
    if not look.waiting:
        return "nichts offen"
    said = (f"{ART[one.art]} ({_since(one.since, look.heute)})" for one in look.waiting)
    return f"{len(look.waiting)} offen: {', '.join(said)}"


def _since(day: date | None, heute: date) -> str:
    return f"seit mindestens {anzahl((heute - day).days, '1 Tag', '{} Tagen')}" if day else "wie lange, weiß ich nicht"
