"""Support for the teams of a network: who may grant it, what was decided, and what became of each wish."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.geltung import Geltung, ends
from wiq_cli.domain.naehe import SURE, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.karte import Karte
    from wiq_cli.domain.rahmen import Netz

SUPPORT = "lt_unterstuetzung"
Antwort = Literal["bewilligt", "abgelehnt", "offen", "ausgelaufen"]


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

    def answers(self, karte: Karte) -> dict[str, Antwort]:
        """Give what became of each wish that a decision names; what stands now comes before what is over."""
        said: dict[str, Antwort] = {}
        for one in sorted(self.decided(karte), key=self._counts):
            said |= {plain(was): word for was, word in self._said(one)}
        return said

    def _counts(self, one: Beschluss) -> tuple[bool, date, str]:
        return one.is_open or self._geltung.stand(one, self._heute) in {"in_kraft", "kuenftig"}, one.opened, one.id

    def _said(self, one: Beschluss) -> Iterator[tuple[str, Antwort]]:
        stand = self._geltung.stand(one, self._heute)
        if one.leistung is None:
            return
        granted: dict[str, Antwort] = {
            "offen": "offen",
            "abgelehnt": "abgelehnt",
            "abgelaufen": "ausgelaufen",
            "ersetzt": "ausgelaufen",
        }
        yield from ((was, granted.get(stand, "bewilligt")) for was in one.leistung.bewilligt)
        yield from ((each.was, "offen" if stand == "offen" else "abgelehnt") for each in one.leistung.abgelehnt)
        yield from ((each.was, "offen") for each in one.leistung.offen)

    def granted_until(self, karte: Karte) -> tuple[Beschluss, date] | None:
        """Give the grant that lasts longest with its last day; None where one has no end, or there is none."""
        grants = [(one, ends(one)) for one in self.in_force(karte) if one.leistung and one.leistung.bewilligt]
        if not grants or any(end is None for _, end in grants):
            return None
        return max(((one, end) for one, end in grants if end), key=lambda pair: (pair[1], pair[0].id))


def plain(was: str) -> str:
    """Give a wish without capitals and with single spaces: so it is known again."""
    return " ".join(was.casefold().split())


def answer_to(wish: str, answers: dict[str, Antwort]) -> Antwort | None:
    """Give the answer to a wish, also where it is spelt a little differently; WIQ442 says that it is."""
    known = plain(wish)
    return answers.get(known) or answers.get(nearest(known, answers, at_least=SURE))
