"""What the rules about decisions share: the rules of the day, the procedure that was due, the count under it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.finding import touches
from wiq_cli.domain.procedure import Vorgehen, applicable, electorate, own_procedure
from wiq_cli.domain.regeln import KEINE, SELBST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.karte import Karte
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff, Regeln


COUNTED_FROM: tuple[DataPath, ...] = tuple(
    (key,)
    for key in ("versuche", "stimmen", "ergebnis", "wahlkoerper", "regel", "form", "befangen", "anwesend", "anwesend_zahl", "zaehlart")
)  # fmt: skip


class Judged(NamedTuple):
    """A decision with its file and its recounted attempts."""

    file: str
    beschluss: Beschluss
    counted: list[Recount]


def team_art(netz: Netz, beschluss: Beschluss) -> str | None:
    """Give the type of the team that decides; None where its file is missing or not readable."""
    team = netz.teams.get(beschluss.team)
    return team.art if team else None


def rules_of(regeln: Regeln, beschluss: Beschluss) -> Regeln | None:
    """Give the rules that a decision falls under: the version it names, else that of its day; None: nobody knows them."""
    named = beschluss.regel.fassung if beschluss.regel else None
    return regeln.version(named) if named else regeln.on(beschluss.opened)


def counting(regeln: Regeln, beschluss: Beschluss) -> Mapping[str, Begriff]:
    """Give the procedures by which a decision counts: those of its day, or today's where nobody knows them."""
    return (rules_of(regeln, beschluss) or regeln).begriffe


def same_version(beschluss: Beschluss, regeln: Regeln) -> bool:
    """Whether the decision falls under the rules of today."""
    return rules_of(regeln, beschluss) is regeln


def due_procedure(netz: Netz, beschluss: Beschluss) -> Vorgehen | None:
    """Give the procedure that the decision had to follow; None where nobody has set one or the rules are not known."""
    key = ("due", beschluss.id)
    if key not in netz.gemerkt:
        netz.gemerkt[key] = _due(netz, beschluss)
    due: Vorgehen | None = netz.gemerkt[key]
    return due


def _due(netz: Netz, beschluss: Beschluss) -> Vorgehen | None:
    art, regeln = team_art(netz, beschluss), rules_of(netz.rahmen.regeln, beschluss)
    if art is None or regeln is None:
        return None
    earlier = [one for one in setting_procedures(netz, beschluss.team) if one.id != beschluss.id]
    named = beschluss.regel is not None and beschluss.regel.durch is not None
    day = beschluss.opened if named else beschluss.opened - timedelta(1)  # on one day nobody knows which came first
    return applicable(regeln, art, beschluss.art, own_procedure(earlier, beschluss.team, day))


def setting_procedures(netz: Netz, team: str) -> list[Beschluss]:
    """Give the few decisions of a team that set its procedure or may have replaced one that did."""
    if "by team" not in netz.gemerkt:
        by_team: dict[str, list[Beschluss]] = {}
        for one in netz.beschluesse.values():
            if one.verfahren or one.verweise.ersetzt:
                by_team.setdefault(one.team, []).append(one)
        netz.gemerkt["by team"] = by_team
    found: list[Beschluss] = netz.gemerkt["by team"].get(team, [])
    return found


def sets_its_own(netz: Netz, beschluss: Beschluss) -> bool:
    """Whether the team is of a type that sets its own procedure."""
    teamart = netz.rahmen.regeln.teams.get(team_art(netz, beschluss) or "")
    return teamart is not None and teamart.verfahren.art == SELBST


def is_imposed(netz: Netz, beschluss: Beschluss) -> bool:
    """Whether somebody decided by which rule this team counts; a team without one says itself how it went."""
    if not sets_its_own(netz, beschluss):
        return True
    return bool(beschluss.regel and beschluss.regel.durch) or due_procedure(netz, beschluss) is not None


def is_counted(netz: Netz, beschluss: Beschluss) -> bool:
    """Whether wiq counts: by a rule that somebody decided, or by the one that the team named for this decision."""
    named = beschluss.regel is not None and beschluss.regel.verfahren != SELBST
    return named or is_imposed(netz, beschluss)


def voters_by_the_file(netz: Netz, beschluss: Beschluss) -> int | None:
    """Count the members of the team on the day of opening; None where its file does not say."""
    team = netz.teams.get(beschluss.team)
    return electorate(team.personen, beschluss.opened) or None if team else None


def counted_again(netz: Netz, beschluss: Beschluss) -> list[Recount]:
    """Count the attempts of one decision by the rules it falls under."""
    due = due_procedure(netz, beschluss)
    missing = None if beschluss.wahlkoerper else voters_by_the_file(netz, beschluss)
    from wiq_cli.domain.recount import recount  # noqa: PLC0415  # start-up

    begriffe, procedure = counting(netz.rahmen.regeln, beschluss), due.verfahren if due else None
    return recount(beschluss, begriffe, procedure, missing, outsiders(netz, beschluss))


def recounted(netz: Netz) -> list[Judged]:
    """Give every decision with its attempts counted again; not those of which a part cannot be read: that is said already."""
    if "recounted" not in netz.gemerkt:
        netz.gemerkt["recounted"] = [
            Judged(netz.dateien[name], one, counted_again(netz, one))
            for name, one in netz.beschluesse.items()
            if name not in netz.unklar or not any(touches(netz.unklar[name], path) for path in COUNTED_FROM)
        ]
    found: list[Judged] = netz.gemerkt["recounted"]
    return found


def judged(netz: Netz) -> Iterator[Judged]:
    """Give every decision that is counted by a rule."""
    return (one for one in recounted(netz) if is_counted(netz, one.beschluss))


def everything(netz: Netz) -> Iterator[tuple[str, Beschluss]]:
    """Give every decision with its file."""
    return ((netz.dateien[name], beschluss) for name, beschluss in netz.beschluesse.items())


def outsiders(netz: Netz, beschluss: Beschluss) -> list[str]:
    """Give who voted and was no member of the team on the day; a pseudonym that nobody has is no person."""
    if not beschluss.stimmen:
        return []
    if "people" not in netz.gemerkt:
        netz.gemerkt["people"] = {person.kennung for _, person in netz.personen()}
    return not_entitled(beschluss, netz.teams.get(beschluss.team), netz.gemerkt["people"])


def not_entitled(beschluss: Beschluss, team: Karte | None, known: Collection[str | None]) -> list[str]:
    """Give who voted and was no member of this team on the day. ``known``: everybody in the network."""
    if team is None:
        return []
    day = beschluss.wahlkoerper.stichtag if beschluss.wahlkoerper else beschluss.opened
    members = {person.kennung for person in team.personen if person.member_on(day)}
    return [person for person in beschluss.stimmen if person in known and person not in members]


def without_consensus(netz: Netz, beschluss: Beschluss, counted: list[Recount]) -> list[Recount]:
    """Give the majorities that were not preceded by a failed attempt at consensus on the same wording."""
    first, second = consensus_first(netz, beschluss)
    if not first:
        return []
    return [
        one
        for number, one in enumerate(counted)
        if one.majority
        and one.recorded
        and not (second and any(tried.failed_consensus and tried.wording == one.wording for tried in counted[:number]))
    ]


def consensus_first(netz: Netz, beschluss: Beschluss) -> tuple[bool, bool]:
    """Whether consensus comes first, and whether a majority may follow. About admissions WIQ522 speaks."""
    due = due_procedure(netz, beschluss)
    if due is None:
        frozen = beschluss.regel
        return frozen is not None and frozen.is_consensus, frozen is None or frozen.sonst != KEINE
    regeln = rules_of(netz.rahmen.regeln, beschluss)
    begriff = regeln.begriffe.get(due.verfahren.art) if regeln else None
    second = due.verfahren.fallback is not None
    return begriff is not None and begriff.is_consensus and (second or beschluss.art != "aufnahme"), second


def place_of_procedure(beschluss: Beschluss, one: Recount) -> DataPath:
    """Give where an attempt names its procedure."""
    return (*one.path[:-1], "verfahren") if beschluss.versuche else ("ergebnis", "durch")


def flagged(netz: Netz, beschluss: Beschluss) -> list[str]:
    """Give who perhaps should not have voted: noted as a hint, or close to the solution team that it is about."""
    noted = [one.person for one in beschluss.befangen if one.grad == "hinweis"]
    return list(dict.fromkeys([*noted, *close_to_it(netz, beschluss)]))


def close_to_it(netz: Netz, beschluss: Beschluss) -> list[str]:
    """Give who took part and belongs to the solution team concerned or comes from one of its partners, unless noted."""
    concerned, team = netz.teams.get(beschluss.betrifft.lt or ""), netz.teams.get(beschluss.team)
    if concerned is None or team is None or concerned is team:
        return []
    day = beschluss.wahlkoerper.stichtag if beschluss.wahlkoerper else beschluss.opened
    known = {one.kennung: one.name.casefold() for one in team.personen if one.name}
    inside = {
        one.kennung
        for one in concerned.personen
        if one.kennung and one.member_on(day) and not _other_name(known.get(one.kennung), one.name)
    }  # another name under the same pseudonym is somebody else: WIQ902 speaks
    partners = {name.casefold() for name in concerned.partner}
    sent = {kennung for kennung, sender in team.entsandt if sender.casefold() in partners}
    noted = {one.person for one in beschluss.befangen}
    took_part = beschluss.stimmen or beschluss.anwesend
    return [person for person in took_part if person in inside | sent and person not in noted]


def _other_name(one: str | None, other: str | None) -> bool:
    return one is not None and bool(other) and one != str(other).casefold()
