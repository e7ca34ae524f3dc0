"""What became of teams and their goals in a period, and what remains of those that are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.public import STATUSWORT
from wiq_cli.domain.verteilung import same_person
from wiq_cli.usecases.bericht import Beleg, Zahl, Zeile, german, people

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from wiq_cli.domain.team import Team, Teilziel
    from wiq_cli.usecases.bericht import Zeitraum

ENDE = "abgeschlossen"
STANDING = ("im-betrieb", "selbsttragend", ENDE)  # they have made something that is there
BEGUN = ("laeuft", "pausiert", "im-betrieb", "selbsttragend")


class Teams:
    """The solution teams of a period. ``counts`` says which teams are some: those that fill in the concept."""

    def __init__(self, zeit: Zeitraum, counts: Callable[[Team], bool]) -> None:
        self.zeit = zeit
        self.later = {key: team for key, team in zeit.later.teams.items() if counts(team)}
        self.before = {key: team for key, team in zeit.before.teams.items() if counts(team)} if zeit.before else {}

    def new(self) -> list[Zeile]:
        """Give those that were not there at the beginning; nothing where nobody knows the beginning."""
        if self.zeit.before is None:
            return []
        return [
            self._line(key, team, f"neu, {STATUSWORT[team.status]}", "name")
            for key, team in self.later.items()
            if self.zeit.earlier(key) is None
        ]

    def changed(self) -> list[Zeile]:
        """Give those whose status is another one now, but for those that have ended."""
        found = []
        for key, team in self.later.items():
            earlier = self.zeit.earlier(key)
            if earlier and earlier[1].status != team.status != ENDE:
                line = self._line(key, team, f"{STATUSWORT[earlier[1].status]} → {STATUSWORT[team.status]}", "status")
                found.append(_and(line, Beleg(self._old_file(earlier[0]), ("status",), before=True)))
        return found

    def ended(self) -> list[Zeile]:
        """Give those that were brought to an end, and those whose file is gone."""
        found = []
        for key, team in self.later.items():
            earlier = self.zeit.earlier(key)
            if team.status == ENDE and earlier and earlier[1].status != ENDE:
                found.append(self._line(key, team, f"{STATUSWORT[earlier[1].status]} → abgeschlossen", "status"))
        renamed = {name for team in self.zeit.later.teams.values() for name in team.frueher}
        for key, team in self.before.items():
            if key not in self.zeit.later.teams and key not in renamed:
                belege = (Beleg(self._old_file(key), ("name",), before=True),)
                found.append(Zeile(team.name, "nicht mehr im Netzwerk", key, belege=belege))
        return found

    def goals(self) -> list[Zeile]:
        """Give the goals that were reached in the period."""
        return [
            Zeile(one.ziel, f"{team.name}{f', {german(one.am)}' if one.am else ''}", key, one.am, (self.zeit.later.beleg(key, "ziele", "teilziele", number),))
            for key, team in self.later.items()
            for number, one in enumerate(team.ziele.teilziele)
            if one.erreicht and self._reached(key, one)
        ]  # fmt: skip

    def undated_goals(self) -> int:
        """Count the reached goals of which nobody can say when."""
        goals = [one for team in self.later.values() for one in team.ziele.teilziele]
        return sum(one.erreicht and one.am is None for one in goals) if self.zeit.before is None else 0

    def footprints(self) -> list[Zeile]:
        """Give what teams have made that is there: their reached goals, with what was measured last."""
        return [
            Zeile(
                team.name, f"{STATUSWORT[team.status]}: {'; '.join(one.ziel for _, one in reached)}", key,
                belege=tuple(self.zeit.later.beleg(key, "ziele", "teilziele", number) for number, _ in reached),
            )
            for key, team in self.later.items()
            if team.status in STANDING
            and (reached := [(number, one) for number, one in enumerate(team.ziele.teilziele) if one.erreicht])
        ]  # fmt: skip

    def districts(self) -> list[Zeile]:
        """Give the parts of town with the teams that work there."""
        found: dict[str, list[str]] = {}
        for key, team in self.later.items():
            if team.status in BEGUN:
                for place in team.stadtteile:
                    found.setdefault(place, []).append(key)
        return [
            Zeile(
                place,
                f"{anzahl(len(keys), '1 Team', '{} Teams')}: {', '.join(sorted(self.later[key].name for key in keys))}",
                belege=tuple(self.zeit.later.beleg(key, "stadtteile") for key in keys),
            )
            for place, keys in sorted(found.items())
        ]  # fmt: skip

    def figures(self) -> Iterator[Zahl]:
        """Count what is there at the end of the period."""
        running = [key for key, team in self.later.items() if team.status == "laeuft"]
        standing = [key for key, team in self.later.items() if team.status in STANDING[:2]]
        partners = {
            one.name.casefold(): self.zeit.later.beleg(key, "kooperationspartner", number)
            for key, team in self.later.items()
            for number, one in enumerate(team.kooperationspartner)
        }
        yield Zahl("Laufende Teams", len(running), tuple(self.zeit.later.beleg(key, "status") for key in running))
        yield Zahl("Teams, deren Werk weiterläuft", len(standing), tuple(self.zeit.later.beleg(key, "status") for key in standing))  # fmt: skip
        yield self._people()
        yield Zahl("Partner", len(partners), tuple(partners.values()))

    def _people(self) -> Zahl:
        found: dict[Hashable, Beleg] = {}
        for key, team in self.zeit.later.teams.items():
            for group, number, person in team.personen():
                if person.member_on(self.zeit.until):
                    found.setdefault(same_person(person) or (key, group, number), self.zeit.later.beleg(key, group))
        return Zahl("Menschen in allen Teams", people(len(found)), tuple(dict.fromkeys(found.values())))

    def _reached(self, kuerzel: str, one: Teilziel) -> bool:
        """By its day; and what was written down later, or has no day, by what stood there at the beginning."""
        if self.zeit.holds(one.am):
            return True
        earlier = self.zeit.earlier(kuerzel)
        if earlier is None or (one.am is not None and one.am > self.zeit.until):
            return False
        return not any(old.erreicht and old.ziel == one.ziel for old in earlier[1].ziele.teilziele)

    def _line(self, kuerzel: str, team: Team, neben: str, key: str) -> Zeile:
        return Zeile(team.name, neben, kuerzel, belege=(self.zeit.later.beleg(kuerzel, key),))

    def _old_file(self, kuerzel: str) -> str:
        return self.zeit.before.beleg(kuerzel).file if self.zeit.before else ""


def _and(line: Zeile, beleg: Beleg) -> Zeile:
    return Zeile(line.text, line.neben, line.team, line.am, (*line.belege, beleg))
