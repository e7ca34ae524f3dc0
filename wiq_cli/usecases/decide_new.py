"""Opening a decision: who may decide, by which procedure, and how many count. All of it is frozen into the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import ARTEN, ID_MAX
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.karte import karte
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.procedure import Vorgehen, applicable, electorate, freeze, own_procedure
from wiq_cli.domain.regeln import SELBST, Verfahren
from wiq_cli.domain.slug import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Regeln
    from wiq_cli.domain.team import Team

SLUG_MAX = 40
ABOUT_A_PERSON = ("aufnahme", "ernennung", "entsendung", "wahl")
HINT_OWN = "Das Team hat noch kein eigenes Verfahren beschlossen. Das geht mit: wiq decide new --kind verfahren --decides konsens"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants to have decided."""

    team: str
    titel: str
    art: str = "sachbeschluss"
    wortlaut: str | None = None
    anlass: str | None = None
    lt: str | None = None
    ziel: str | None = None  # the team somebody comes into
    person: str | None = None
    bewilligt: Sequence[str] = ()
    verfahren: str | None = None  # how a team without a procedure of its own decides this time
    decides: Verfahren | None = None  # what an LT wants to use from now on


@dataclass(frozen=True, slots=True)
class Opened:
    """A new decision file as plain data, and what to say about it."""

    id: str
    data: dict[str, Any]
    hints: list[str] = field(default_factory=list)


def open_decision(
    proposal: Proposal, regeln: Regeln, teams: Mapping[str, Team], beschluesse: Sequence[Beschluss], day: date
) -> Opened:
    """Give the file of a new decision. ``teams`` holds the teams that the proposal names.

    Raises ``WrongCall`` for what is missing, ``Refused`` where the rules do not allow it.
    """
    team = teams[proposal.team]
    hints = _allowed(proposal, regeln, team)
    _complete(proposal)
    way, hint = _way(proposal, regeln, team, own_procedure(beschluesse, proposal.team, day))
    fassung = regeln.fassung
    voters = electorate(karte(proposal.team, "", team).personen, day)
    if voters == 0:
        raise Refused("In der Datei des Teams steht an diesem Tag niemand. Trag erst die Mitglieder ein.")
    identity = new_id(proposal.team, day, proposal.titel)
    leistung = _leistung(proposal, teams)
    data: dict[str, Any] = {
        "schema": 1,
        "id": identity,
        "team": proposal.team,
        "art": proposal.art,
        "titel": proposal.titel,
        "anlass": proposal.anlass,
        "antrag": {"fassung": 1, "eingebracht_am": day, "wortlaut": proposal.wortlaut or _draft(proposal, teams)},
        "betrifft": _filled({"lt": proposal.lt, "team": _target(proposal), "person": proposal.person}),
        "leistung": leistung,
        "verfahren": _filled(proposal.decides.model_dump()) if proposal.decides else None,
        "regel": freeze(way.verfahren, regeln.begriffe, fassung, way.own),
        "wahlkoerper": {"stichtag": day, "zahl": voters},
    }
    return Opened(identity, _filled(data), [*hints, *hint])


def new_id(team: str, day: date, titel: str) -> str:
    """Give the id: team, day, short title."""
    words = slug(titel)
    while len(words) > SLUG_MAX and "-" in words:
        words = words.rpartition("-")[0]
    if not words:
        raise WrongCall("Der Titel braucht mindestens ein Wort aus Buchstaben oder Ziffern.")
    return f"{team}-{day:%Y%m%d}-{words[:SLUG_MAX]}"[:ID_MAX]


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, {}, [])}


def _target(proposal: Proposal) -> str | None:
    return proposal.ziel or (proposal.team if proposal.art == "aufnahme" else None)


def _allowed(proposal: Proposal, regeln: Regeln, team: Team) -> list[str]:
    known = list(
        dict.fromkeys([*ARTEN, *(claim.art for one in regeln.teams.values() for claim in one.zustaendig_fuer)])
    )
    if proposal.art not in known:
        close = nearest(proposal.art, known)
        raise WrongCall(
            f"--kind: Diese Art Beschluss kenne ich nicht. {f'Meintest du „{close}“?' if close else 'Es gibt: ' + ', '.join(known) + '.'}"
        )
    if team.art not in regeln.teams:
        raise Refused("Die Teamart dieses Teams steht nicht in regeln.yaml. Prüf „art“ in der Datei des Teams.")
    found = regeln.competent(proposal.art)
    if found is None or found[0] == team.art:
        return []
    kind, claim = found
    who = f"{regeln.teams[kind].name} ({kind})"
    if claim.quelle:
        return [f"Nach „{claim.quelle}“ entscheidet darüber: {who}."]
    raise Refused(f"Darüber entscheidet nur das {who}. Nenn das zuständige Team mit --team.")


def _complete(proposal: Proposal) -> None:
    if proposal.art == "lt_unterstuetzung" and not proposal.lt:
        raise WrongCall("Es fehlt das Lösungsteam, um das es geht. Nenn es mit --lt.")
    if proposal.art in ABOUT_A_PERSON and not proposal.person:
        raise WrongCall("Es fehlt die Person, um die es geht. Nenn ihre kennung mit --person.")
    if proposal.art in ABOUT_A_PERSON and not _target(proposal):
        raise WrongCall("Es fehlt das Team, in das die Person kommt. Nenn es mit --into.")
    if proposal.art == "verfahren" and not proposal.decides:
        raise WrongCall(
            "Es fehlt, wie das Team künftig entscheidet. Nenn es mit --decides, zum Beispiel --decides konsens."
        )
    if proposal.decides and proposal.art != "verfahren":
        raise WrongCall("--decides passt nur zu --kind verfahren.")
    if not proposal.wortlaut and proposal.art != "lt_unterstuetzung":
        raise WrongCall("Es fehlt der Wortlaut, über den ihr entscheidet. Nenn ihn mit --wording.")


def _way(proposal: Proposal, regeln: Regeln, team: Team, own: Vorgehen | None) -> tuple[Vorgehen, list[str]]:
    """Give the procedure, and a hint where the team has none of its own yet."""
    if proposal.decides:
        freeze(proposal.decides, regeln.begriffe, None, None)  # refuses a procedure that nobody can count
        if regeln.teams[team.art].verfahren.art != SELBST:
            raise Refused("Das Verfahren dieses Teams steht in regeln.yaml. Ein eigenes kann es sich nicht geben.")
    way = applicable(regeln, team.art, proposal.art, own)
    if way is None:
        chosen = Verfahren(art=proposal.verfahren or SELBST, sonst=None)
        return Vorgehen(chosen), [] if proposal.art == "verfahren" else [HINT_OWN]
    if proposal.verfahren not in {None, way.verfahren.art}:
        raise Refused(f"Für diesen Beschluss gilt das Verfahren „{way.verfahren.art}“. Lass --procedure weg.")
    return way, []


# -- support for an LT ------------------------------------------------------------------------------------------------
def wishes(team: Team) -> list[str]:
    """Give what a team asks for, in its own words."""
    return [*(one.was for one in team.support), *team.offene_fragen]


def _leistung(proposal: Proposal, teams: Mapping[str, Team]) -> dict[str, Any] | None:
    if proposal.art != "lt_unterstuetzung" or not proposal.lt:
        return None
    asked = wishes(teams[proposal.lt])
    for one in proposal.bewilligt:
        if one not in asked:
            raise WrongCall(f"--grant: {_no_such_wish(one, asked)}")
    granted = list(proposal.bewilligt)
    return _filled({"bewilligt": granted, "offen": [one for one in asked if one not in granted]})


def _no_such_wish(wish: str, asked: Sequence[str]) -> str:
    if not asked:
        return "Das Lösungsteam hat keinen offenen Wunsch. Trag ihn zuerst in seine Datei ein, unter „support“."
    if close := nearest(wish, asked):
        return f"So heißt der Wunsch in der Datei des Teams nicht. Meintest du „{close}“?"
    return f"Diesen Wunsch hat das Team nicht. Offen sind: {', '.join(f'„{one}“' for one in asked)}."


def _draft(proposal: Proposal, teams: Mapping[str, Team]) -> str:
    if not proposal.lt:
        return proposal.titel
    team = teams[proposal.lt]
    what = list(proposal.bewilligt) or wishes(team)
    return f"Wir unterstützen „{team.name}“" + (f" mit: {', '.join(what)}." if what else ".")
