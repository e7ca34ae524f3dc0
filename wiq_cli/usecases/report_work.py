"""What was done in a period: meetings, decisions, and what became of the wishes."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.unterstuetzung import SUPPORT, plain
from wiq_cli.usecases.bericht import Beleg, Zahl, Zeile, german
from wiq_cli.usecases.decide_wishes import ENDED, wishes
from wiq_cli.usecases.meetings import occurrences
from wiq_cli.usecases.wish_age import QUESTION, standing_since
from wiq_cli.usecases.wish_age import SUPPORT as WISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.usecases.bericht import Zeitraum
    from wiq_cli.usecases.wish_age import Past

OUTCOMES = {
    "angenommen": "angenommen", "abgelehnt": "abgelehnt", "nicht_erreicht": "nicht erreicht",
    "nicht_feststellbar": "nicht feststellbar", "zurueckgezogen": "zurückgezogen",
}  # fmt: skip
KINDS = {
    "kontakt": "Kontakt", "raum": "Raum", "geld": "Geld", "material": "Material", "oeffentlichkeit": "Öffentlichkeit",
    "sonstiges": "Sonstiges", "frage": "offene Frage",
}  # fmt: skip
NO_PROCEDURE = {"selbst": "eigenes Verfahren", "einzeln": "allein entschieden", "": "ohne Verfahren"}
PUBLIC, HIDDEN = "oeffentlich", "nicht öffentlich"


class Bitte(NamedTuple):
    """A wish that was answered in the period, or waits at its end."""

    team: str
    was: str
    art: str
    answer: str  # bewilligt, abgelehnt, offen
    days: int | None  # it waited so many days, at least
    beleg: Beleg


class Work:
    """Everything that was done in a period."""

    def __init__(self, zeit: Zeitraum, rahmen: Rahmen, past: Past | None) -> None:
        self._zeit = zeit
        self._rahmen = rahmen
        self._closed = sorted(
            (one for one in zeit.beschluesse if not one.is_open and zeit.holds(_day(one))),
            key=lambda one: (_day(one), one.id),
        )
        self._known = [one for one in zeit.beschluesse if one.opened <= zeit.until]
        self._since = self._ages(past)
        self.bitten = sorted([*self._answered(), *self._waiting()], key=lambda one: (one.team, one.was))

    def figures(self) -> Iterator[Zahl]:
        """Count meetings, decisions and wishes."""
        met, cancelled = self._meetings()
        yield Zahl("Treffen nach Plan", sum(met.values()), self._at(met, "treffen"))
        yield Zahl("Abgesagte Treffen", sum(cancelled.values()), self._at(cancelled, "treffen"))
        yield Zahl("Beschlüsse", len(self._closed), tuple(map(_beleg, self._closed)))
        for wort, answer in (
            ("Erfüllte Bitten", "bewilligt"),
            ("Abgelehnte Bitten", "abgelehnt"),
            ("Offene Bitten", "offen"),
        ):
            mine = [one for one in self.bitten if one.answer == answer]
            yield Zahl(wort, len(mine), tuple(one.beleg for one in mine))
        days = [one.days for one in self.bitten if one.answer != "offen" and one.days is not None]
        if days:
            yield Zahl("Tage bis zur Antwort, mittlerer Wert", round(median(days)))

    def decisions(self, *, internal: bool) -> list[Zeile]:
        """Give each decision with procedure and outcome. ``internal``: also what those in the network alone may read."""
        return [
            Zeile(
                one.titel if one.sichtbarkeit.stufe in ((PUBLIC, "netzwerk") if internal else (PUBLIC,)) else f"Ein Beschluss, {HIDDEN}",
                f"{self._name(one.team)}, {german(_day(one))}, {self._procedure(one)}: {OUTCOMES.get(one.status, one.status)}",
                one.team, _day(one), (_beleg(one),),
            )
            for one in self._closed
        ]  # fmt: skip

    def by_procedure(self) -> list[Zeile]:
        """Count decisions by procedure and outcome, and say nothing about any single one."""
        groups: dict[tuple[str, str], list[Beschluss]] = {}
        for one in self._closed:
            groups.setdefault((self._procedure(one), OUTCOMES.get(one.status, one.status)), []).append(one)
        return [
            Zeile(f"{how}: {outcome}", anzahl(len(some), "1 Beschluss", "{} Beschlüsse").format(len(some)), belege=tuple(map(_beleg, some)))
            for (how, outcome), some in sorted(groups.items())
        ]  # fmt: skip

    def wishes(self, *answers: str) -> list[Zeile]:
        """Give the wishes with these answers, those that wait longest first."""
        mine = sorted(
            (one for one in self.bitten if one.answer in answers),
            key=lambda one: (one.answer, -(one.days or 0), one.team, one.was),
        )
        return [
            Zeile(one.was, ", ".join(filter(None, (self._name(one.team), KINDS[one.art], one.answer.replace("offen", ""), _waited(one)))), one.team, belege=(one.beleg,))
            for one in mine
        ]  # fmt: skip

    def wishes_by_kind(self) -> list[Zeile]:
        """Count wishes by kind and answer."""
        kinds = Counter((one.art, one.answer) for one in self.bitten)
        found = []
        for art, word in KINDS.items():
            said = [
                f"{kinds[art, answer]} {answer}" for answer in ("bewilligt", "abgelehnt", "offen") if kinds[art, answer]
            ]
            if said:
                belege = tuple(one.beleg for one in self.bitten if one.art == art)
                found.append(Zeile(word, ", ".join(said), belege=belege))
        return found

    def _meetings(self) -> tuple[Counter[str], Counter[str]]:
        met: Counter[str] = Counter()
        cancelled: Counter[str] = Counter()
        for key, team in self._zeit.later.teams.items():
            if self._zeit.begin <= self._zeit.until:
                for one in occurrences(key, team, self._rahmen.netzwerk, self._zeit.begin, self._zeit.until):
                    (cancelled if one.status == "cancelled" else met)[key] += 1
        return met, cancelled

    def _ages(self, past: Past | None) -> Mapping[tuple[str, str, str], date]:
        if past is None:
            return {}
        wanted = {
            key: [*((WISH, one.was) for one in team.support), *((QUESTION, one) for one in team.offene_fragen)]
            for key, team in self._zeit.later.teams.items()
        }
        return standing_since(wanted, past)

    def _answered(self) -> Iterator[Bitte]:
        """Give what decisions of the period say to wishes, in the words of the decision."""
        for one in self._closed:
            if one.art != SUPPORT or one.leistung is None or not one.betrifft.lt:
                continue
            granted = "bewilligt" if one.status == "angenommen" else "abgelehnt"
            said = [("bewilligt", number, was, granted) for number, was in enumerate(one.leistung.bewilligt)]
            said += [("abgelehnt", number, each.was, "abgelehnt") for number, each in enumerate(one.leistung.abgelehnt)]
            for key, number, was, answer in said:
                art, since = self._wish(one.betrifft.lt, was)
                days = (_day(one) - since).days if since else None
                beleg = Beleg(_file(one), ("leistung", key, number))
                yield Bitte(one.betrifft.lt, was, art, answer, days if days is not None and days >= 0 else None, beleg)

    def _waiting(self) -> Iterator[Bitte]:
        for key, team in self._zeit.later.teams.items():
            if team.status == ENDED:
                continue
            for number, one in enumerate(wishes(key, team, self._known, self._zeit.until)):
                if one.waits:
                    art, since = self._wish(key, one.was)
                    place = ("support", number) if one.is_support else ("offene_fragen", number - len(team.support))
                    days = max(0, (self._zeit.until - since).days) if since else None
                    yield Bitte(key, one.was, art, "offen", days, self._zeit.later.beleg(key, *place))

    def _wish(self, kuerzel: str, was: str) -> tuple[str, date | None]:
        team = self._zeit.later.teams.get(kuerzel)
        for one in team.support if team else ():
            if plain(one.was) == plain(was):
                return one.art, self._since.get((kuerzel, WISH, one.was))
        asked = next((one for one in (team.offene_fragen if team else ()) if plain(one) == plain(was)), None)
        return ("frage", self._since.get((kuerzel, QUESTION, asked))) if asked else ("sonstiges", None)

    def _procedure(self, one: Beschluss) -> str:
        name = (one.ergebnis and one.ergebnis.durch) or (one.versuche[-1].verfahren if one.versuche else "") or ""
        known = self._rahmen.regeln.begriffe.get(name)
        return (known and known.name) or NO_PROCEDURE.get(name) or name.replace("_", " ")

    def _name(self, kuerzel: str) -> str:
        team = self._zeit.later.teams.get(kuerzel)
        return team.name if team else kuerzel

    def _at(self, counts: Mapping[str, int], key: str) -> tuple[Beleg, ...]:
        return tuple(self._zeit.later.beleg(team, key) for team in counts)


def _waited(one: Bitte) -> str:
    if one.days is None:
        return ""
    days = anzahl(one.days, "1 Tag", "{} Tagen" if one.answer != "offen" else "{} Tage").format(one.days)
    return (
        f"wartet seit mindestens {anzahl(one.days, '1 Tag', '{} Tagen').format(one.days)}"
        if one.answer == "offen"
        else f"nach {days}"
    )


def _day(one: Beschluss) -> date:
    return (one.ergebnis and one.ergebnis.am) or one.opened


def _file(one: Beschluss) -> str:
    return f"beschluesse/{one.team}/{one.opened.year}/{one.id}.yaml"


def _beleg(one: Beschluss) -> Beleg:
    return Beleg(_file(one), ("ergebnis",))


def undecided(beschluesse: Sequence[Beschluss], until: date) -> list[Zeile]:
    """Give what is on the table at the end of the period."""
    return [
        Zeile(one.titel, f"offen seit {german(one.opened)}", one.team, one.opened, (Beleg(_file(one), ("titel",)),))
        for one in beschluesse
        if one.is_open and one.opened <= until and one.sichtbarkeit.stufe in {PUBLIC, "netzwerk"}
    ]
