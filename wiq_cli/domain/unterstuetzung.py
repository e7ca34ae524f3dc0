"""Support for the teams of a network: who may grant it, what was decided, and what became of each wish."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.geltung import Geltung, Stand, ends
from wiq_cli.domain.naehe import SURE, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.karte import Karte
    from wiq_cli.domain.rahmen import Netz

SUPPORT = "lt_unterstuetzung"
Antwort = Literal["bewilligt", "abgelehnt", "offen", "beantragt", "ausgelaufen"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a decision says to a wish. ``beantragt``: it is on the table."""

    word: Antwort
    beschluss: Beschluss
    weiter: str | None = None  # what comes next, where it is not granted


def answered(decisions: Iterable[Beschluss], geltung: Geltung, heute: date) -> dict[str, Answer]:
    """Give what became of each wish: what is on the table comes before what stands, and that before what is over."""
    rank = {"offen": 2, "in_kraft": 1, "kuenftig": 1}

    def counts(one: Beschluss) -> tuple[int, date, str]:
        day = (one.ergebnis and one.ergebnis.am) or one.opened
        return rank.get(geltung.stand(one, heute), 0), day, one.id

    said: dict[str, Answer] = {}
    for one in sorted(decisions, key=counts):
        said |= {plain(was): answer for was, answer in _said(one, geltung.stand(one, heute))}
    return said


def _said(one: Beschluss, stand: Stand) -> Iterator[tuple[str, Answer]]:
    if one.leistung is None:
        return
    over: dict[Stand, Antwort] = {"abgelehnt": "abgelehnt", "abgelaufen": "ausgelaufen", "ersetzt": "ausgelaufen"}
    yield from (
        (was, Answer("beantragt" if one.is_open else over.get(stand, "bewilligt"), one))
        for was in one.leistung.bewilligt
    )
    for word, answers in (("abgelehnt", one.leistung.abgelehnt), ("offen", one.leistung.offen)):
        said: Antwort = "beantragt" if one.is_open else word  # type: ignore[assignment]
        yield from ((each.was, Answer(said, one, each.weiter)) for each in answers)


class Unterstuetzung:
    """What the team in charge decided on the support of each other team."""

    def __init__(self, netz: Netz) -> None:
        self._netz = netz
        self._heute = netz.rahmen.heute
        competent = netz.rahmen.regeln.competent(SUPPORT)
        self._art = competent[0] if competent else None
        self._geltung = Geltung(netz.beschluesse.values())
        names = {old: karte.kuerzel for karte in netz.teams.values() for old in karte.frueher}
        self._about: dict[str, list[Beschluss]] = defaultdict(list)
        for one in netz.beschluesse.values():
            if one.art == SUPPORT and one.betrifft.lt and self._may_grant(names.get(one.team, one.team)):
                self._about[names.get(one.betrifft.lt, one.betrifft.lt)].append(one)

    def _may_grant(self, team: str) -> bool:
        karte = self._netz.teams.get(team)
        return self._art is None or karte is None or karte.art == self._art

    def asking(self) -> Iterator[Karte]:
        """Give every running team that asks for support, where somebody in this network could grant it."""
        netz = self._netz
        there = any(karte.art == self._art for karte in netz.teams.values())
        if self._art is None or not there or netz.dateien.keys() != netz.beschluesse.keys():
            return  # what cannot be read may be the decision
        for karte in netz.teams.values():
            wishes = any(path[0] == "support" for path, _ in karte.wuensche)
            if karte.status == "laeuft" and wishes and netz.rahmen.has_konzept(karte.art):
                yield karte

    def decided(self, karte: Karte) -> list[Beschluss]:
        """Give every decision on the support of a team."""
        return self._about.get(karte.kuerzel, [])

    def in_force(self, karte: Karte) -> list[Beschluss]:
        """Give those that hold today, or will."""
        standing = {"in_kraft", "kuenftig"}
        return [one for one in self.decided(karte) if self._geltung.stand(one, self._heute) in standing]

    def answers(self, karte: Karte) -> dict[str, Answer]:
        """Give what became of each wish that a decision names."""
        return answered(self.decided(karte), self._geltung, self._heute)

    def granted_until(self, karte: Karte) -> tuple[Beschluss, date] | None:
        """Give the grant that lasts longest with its last day; None where one has no end, or there is none."""
        grants = [(one, ends(one)) for one in self.in_force(karte) if one.leistung and one.leistung.bewilligt]
        if not grants or any(end is None for _, end in grants):
            return None
        return max(((one, end) for one, end in grants if end), key=lambda pair: (pair[1], pair[0].id))


def plain(was: str) -> str:
    """Give a wish without capitals and with single spaces: so it is known again."""
    return " ".join(was.casefold().split())


def answer_to(wish: str, answers: Mapping[str, Answer]) -> Answer | None:
    """Give the answer to a wish, also where it is spelt a little differently; WIQ442 says that it is."""
    known = plain(wish)
    return answers.get(known) or answers.get(nearest(known, answers, at_least=SURE) or "")
