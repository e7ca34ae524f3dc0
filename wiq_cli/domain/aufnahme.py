"""How people come into teams, as ``regeln.yaml`` says it: for every membership the way in and whose decision it takes.

Nothing here knows a type of team by name. A network adds types, benches and ways by writing them down.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.finding import Level
from wiq_cli.domain.geltung import Geltung, settled, since
from wiq_cli.domain.regeln import SELBST
from wiq_cli.domain.verweise import NEW_HERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.karte import Karte, Mitgliedschaft
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.regeln import Aufnahme, Bank, Regeln, Weg

Grund = Literal["fehlt", "andere", "alt", "abgelehnt", "offen", "vorbei", "spaet"]  # the later, the nearer to enough
ORDER: tuple[Grund, ...] = ("fehlt", "andere", "alt", "abgelehnt", "offen", "vorbei", "spaet")
ENTSENDUNG, WAHL, ERNENNUNG, ERKLAERUNG = "entsendung", "wahl", "ernennung", "absichtserklaerung"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Eingang:
    """One way in. ``entscheider`` are types or names of teams of this network: each of them has to decide."""

    weg: Weg
    entscheider: tuple[str, ...] = ()
    von: str | None = None  # who sends, where that is nobody in this network
    mitglied_in: str | None = None
    quelle: str | None = None  # the way in is not in the network's own page

    @property
    def gemeinsam(self) -> bool:
        """Whether several teams decide on one candidate."""
        return len(self.entscheider) > 1


@dataclass(frozen=True, slots=True)
class Eintritt:
    """One person comes into one team. ``vorher`` is the day of an earlier time in it, ``bestand`` from before the rules."""

    karte: Karte
    person: Mitgliedschaft
    eingang: Eingang
    bestand: bool
    vorbei: bool
    vorher: date | None = None
    neu: bool = False  # the network has not yet begun to keep decisions and admissions with wiq

    def level(self, level: Level) -> Level:
        """Give how much a fault weighs: less for what was before the rules or is over, or where nobody wrote a day."""
        if self.bestand or self.neu:
            return Level.HINT
        unsure = self.vorbei or self.person.seit is None or self.eingang.quelle is not None
        return Level.WARNING if unsure else level

    def path(self, *keys: str | int) -> DataPath:
        """Give a place below the person."""
        return (*self.person.path, *keys)


def eingang(regeln: Regeln, karte: Karte, bank: str | None) -> Eingang | None:
    """Give the way into a team, on a bench where it has benches; None where nobody has set one."""
    teamart = regeln.teams.get(karte.art)
    if teamart is None:
        return None
    aufnahme = teamart.aufnahme
    if aufnahme.baenke:
        bench = aufnahme.baenke.get(bank or "")
        return None if bench is None else _eingang(regeln, karte, bench, (), bench.mitglied_in, aufnahme.quelle)
    if aufnahme.weg is None or aufnahme.weg == SELBST:
        return None
    return _eingang(regeln, karte, aufnahme, tuple(aufnahme.gemeinsam), None, aufnahme.quelle)


def _eingang(
    regeln: Regeln,
    karte: Karte,
    way: Aufnahme | Bank,
    gemeinsam: tuple[str, ...],
    mitglied_in: str | None,
    quelle: str | None,
) -> Eingang | None:
    assert way.weg is not None  # noqa: S101  # the caller has asked
    if way.weg == ERKLAERUNG:
        return Eingang(way.weg, gemeinsam or (karte.kuerzel,), None, mitglied_in, quelle)
    inside = way.von in regeln.teams
    deciders = gemeinsam or ((way.von,) if inside and way.von else ())
    return Eingang(way.weg, deciders, None if inside else way.von, mitglied_in, quelle)


def eintritte(netz: Netz) -> Iterator[Eintritt]:
    """Give everybody's coming into a team that has a rule for it. Who left and came back came in twice."""
    regeln, heute = netz.rahmen.regeln, netz.rahmen.heute
    for karte in netz.teams.values():
        if karte.status == "abgeschlossen" or karte.art not in regeln.teams:
            continue
        for person, vorher in zeiten(karte):
            way = eingang(regeln, karte, person.bank)
            if way is not None:
                bestand = person.seit is not None and person.seit < regeln.gilt_ab
                over = person.bis is not None and person.bis < heute
                yield Eintritt(karte, person, way, bestand, over, vorher, not netz.dateien and person.zugang is None)


def zeiten(karte: Karte) -> Iterator[tuple[Mitgliedschaft, date | None]]:
    """Give the beginning of everybody's times in a team, each with the beginning of the one before.

    A time that follows without a gap on the same bench goes on; nobody comes in anew.
    """
    last: dict[tuple[str, str | None], Mitgliedschaft] = {}
    for one in sorted(karte.personen, key=lambda one: one.seit or date.min):
        if one.kennung is None:
            yield one, None
            continue
        before = last.get((one.kennung, one.bank))
        last[one.kennung, one.bank] = one
        if before is None:
            yield one, None
        elif before.bis is not None and one.seit is not None and one.seit > before.bis + A_DAY:
            yield one, before.seit


class Aufnahmen:
    """The decisions about people, ready to be asked whether they carry a membership."""

    def __init__(self, netz: Netz) -> None:
        self._netz = netz
        self._geltung = Geltung(netz.beschluesse.values())
        self._kuerzel = {old: karte.kuerzel for karte in netz.teams.values() for old in karte.frueher}
        self._about: dict[str, list[Beschluss]] = defaultdict(list)
        for one in netz.beschluesse.values():
            if one.art in NEW_HERE and (person := about_whom(one)):
                self._about[person].append(one)
        unread = netz.dateien.keys() - netz.beschluesse.keys()
        self._unread = {netz.dateien[name].split("/")[1] for name in unread if "/" in netz.dateien[name]}

    def decides(self, beschluss: Beschluss, wer: str) -> bool:
        """Whether a decision is one of this team, or of a team of this type."""
        return self._is(self._kuerzel.get(beschluss.team, beschluss.team), wer)

    def _is(self, team: str, wer: str) -> bool:
        karte = self._netz.teams.get(team)
        return team == wer or (karte.art == wer if karte else team in self._netz.unlesbar)

    def deciding(self, eintritt: Eintritt, wer: str | None = None) -> list[Beschluss]:
        """Give the decisions of ``wer``, or of anybody, that concern this membership or are named by it."""
        named = [self._netz.beschluesse[one] for one in eintritt.person.beschluesse if one in self._netz.beschluesse]
        about = self._about.get(eintritt.person.kennung or "", [])
        found = {one.id: one for one in (*named, *(one for one in about if self._concerns(one, eintritt, named=False)))}
        return [one for one in found.values() if wer is None or self.decides(one, wer)]

    def lacks(self, eintritt: Eintritt, wer: str | None) -> Grund | None:
        """Say why no decision of ``wer`` (or of anybody) carries this membership; None where one does."""
        if any(wer is None or self._is(team, wer) for team in self._unread):
            return None  # the decision may stand in a file that cannot be read
        reasons: list[Grund] = ["fehlt"]
        for one in self.deciding(eintritt, wer):
            reason = self._flaw(one, eintritt)
            if reason is None:
                return None
            reasons.append(reason)
        return max(reasons, key=ORDER.index)

    def _concerns(self, one: Beschluss, eintritt: Eintritt, *, named: bool) -> bool:
        about, karte = one.betrifft, eintritt.karte
        if eintritt.person.kennung is None or about_whom(one) != eintritt.person.kennung:
            return False
        target = about.team or (one.team if one.art == "aufnahme" else karte.kuerzel if named else None)
        bank = eintritt.person.bank
        return self._kuerzel.get(target or "", target) == karte.kuerzel and about.bank in {None, bank}

    def _flaw(self, one: Beschluss, eintritt: Eintritt) -> Grund | None:
        seit = eintritt.person.seit
        if not self._concerns(one, eintritt, named=True):
            return "andere"
        if one.is_open:
            return "offen"
        if one.status != "angenommen" or (one.ergebnis and one.ergebnis.annahme is False):
            return "abgelehnt"
        if eintritt.vorher is not None and settled(one) <= eintritt.vorher:
            return "alt"
        if seit is not None and settled(one) > seit and not eintritt.bestand:
            return "spaet"
        day = max(seit or self._netz.rahmen.heute, since(one))
        return None if self._geltung.holds(one, day) else "vorbei"


def about_whom(beschluss: Beschluss) -> str | None:
    """Give the kennung of the person a decision is about; in an election that is whoever was elected."""
    elected = beschluss.ergebnis.gewaehlt if beschluss.art == WAHL and beschluss.ergebnis else None
    return beschluss.betrifft.person or elected


def name_of(regeln: Regeln, wer: Iterable[str]) -> str:
    """Name types of teams for people: „Projektteam (PT)“."""
    return ", ".join(f"{regeln.teams[one].name} ({one})" if one in regeln.teams else one for one in wer)
