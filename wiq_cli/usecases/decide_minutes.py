"""The minutes of one day: what a German Beschlussprotokoll holds, and which of it nobody wrote down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from wiq_cli.domain.recount import recount
from wiq_cli.domain.review import counting
from wiq_cli.usecases.decide_ballot import voters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff, Regeln
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting

PUBLIC = "oeffentlich"
ELECTION = "wahl"


@dataclass(frozen=True, slots=True)
class Item:
    """One decision in the minutes, with the attempts of that day."""

    beschluss: Beschluss
    attempts: tuple[Recount, ...]
    decided: bool  # on that day


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything that stands in the minutes. People are kennungen; who prints them knows whether names may follow."""

    team: str
    name: str
    day: date
    place: str | None
    begin: str | None
    end: str | None
    forms: tuple[str, ...]
    lead: str | None
    keeper: str | None
    invited: date | None
    quorate: bool | None
    entitled: int | None
    present: tuple[str, ...]
    present_count: int | None
    absent: tuple[str, ...]
    items: tuple[Item, ...]
    hidden: int  # decisions that the public does not get to see
    missing: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether people came together: place, time and who was there say something then."""
        return "treffen" in self.forms or not self.forms


def minutes(
    kuerzel: str,
    team: Team,
    beschluesse: Sequence[Beschluss],
    regeln: Regeln,
    day: date,
    meeting: Meeting | None,
    *,
    public: bool = False,
) -> Minutes:
    """Collect what a team decided, tried or put off on a day."""
    everything = [
        item for one in beschluesse if one.team == kuerzel and (item := _item(one, counting(regeln, one), day))
    ]
    items = [one for one in everything if not public or one.beschluss.sichtbarkeit.stufe == PUBLIC]
    decisions = [one.beschluss for one in items]
    present = tuple(dict.fromkeys(person for one in decisions if _that_day(one, day) for person in one.anwesend))
    kept = [one.protokoll for one in decisions if _that_day(one, day)]
    entitled = [one.wahlkoerper.zahl for one in decisions if one.wahlkoerper]
    counts = [one.anwesend_zahl for one in decisions if one.anwesend_zahl is not None and _that_day(one, day)]
    everybody = dict.fromkeys(person for one in decisions for person in voters(one, team)) if present else {}
    found = Minutes(
        team=kuerzel, name=team.name, day=day,
        place=next((one.ort for one in kept if one.ort), meeting.place if meeting else None),
        begin=_clock(meeting.start if meeting else None), end=_clock(meeting.end if meeting else None),
        forms=tuple(dict.fromkeys(one.form.art for one in decisions)),
        lead=next((one.leitung for one in kept if one.leitung), None),
        keeper=next((one.fuehrung for one in kept if one.fuehrung), None),
        invited=next((one.eingeladen_am for one in kept if one.eingeladen_am), None),
        quorate=next((one.beschlussfaehig for one in kept if one.beschlussfaehig is not None), None),
        entitled=max(entitled, default=None), present=present,
        present_count=len(present) or max(counts, default=None) if present or counts else None,
        absent=tuple(one for one in everybody if one not in present), items=tuple(items),
        hidden=len(everything) - len(items), missing=(),
    )  # fmt: skip
    from dataclasses import replace  # noqa: PLC0415  # the list of what is missing needs everything else

    return replace(found, missing=tuple(_missing(found)))


def _item(one: Beschluss, begriffe: Mapping[str, Begriff], day: date) -> Item | None:
    attempts = tuple(each for each in recount(one, begriffe) if each.versuch.am == day)
    decided = one.ergebnis is not None and one.ergebnis.am == day
    moved = one.moved == day
    return Item(one, attempts, decided) if attempts or decided or moved else None


def _that_day(one: Beschluss, day: date) -> bool:
    """Whether the list of those present is of this day: it belongs to the last vote."""
    days = [each.am for each in one.versuche if each.am]
    return not days or days[-1] == day


def _clock(when: object) -> str | None:
    return f"{when:%H:%M}" if isinstance(when, datetime) else None


def _missing(one: Minutes) -> Iterator[str]:
    """Name the conventional fields that nobody wrote down."""
    alone = not one.met
    fields = (
        ("Ort", one.place or alone),
        ("Beginn und Ende", one.begin or alone),
        ("Einladung", one.invited or alone),
        ("Beschlussfähigkeit", one.quorate is not None or alone),
        ("Leitung", one.lead),
        ("Protokollführung", one.keeper),
        ("Zahl der Stimmberechtigten", one.entitled is not None),
        ("Anwesende", one.present_count is not None or alone),
    )
    yield from (name for name, known in fields if not known)
    for item in one.items:
        yield from (f"{text}: {item.beschluss.titel}" for text in _missing_of(item))
    yield from ("Unterschriften", "Genehmigung im nächsten Treffen")


def _missing_of(item: Item) -> Iterator[str]:
    result = item.beschluss.ergebnis
    if (
        item.decided
        and result
        and result.status != "vertagt"
        and not any(each.lage.stimmen or each.lage.optionen for each in item.attempts)
    ):
        yield "Genaues Abstimmungsergebnis"
    if (
        item.decided
        and result
        and result.status == "angenommen"
        and item.beschluss.art == ELECTION
        and result.annahme is None
    ):
        yield "Annahme der Wahl"
