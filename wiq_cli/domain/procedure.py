"""Which procedure a team uses for a decision, and its copy that is frozen into the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.geltung import Geltung, since
from wiq_cli.domain.regeln import EINZELN, KEINE, SELBST, STUFEN, Verfahren

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.karte import Mitgliedschaft
    from wiq_cli.domain.regeln import Begriff, Regeln


@dataclass(frozen=True, slots=True)
class Vorgehen:
    """A procedure and where it comes from. ``own`` is the team's decision about it, ``None`` the network's rules."""

    verfahren: Verfahren
    own: str | None = None


def applicable(regeln: Regeln, team_art: str, art: str, own: Vorgehen | None) -> Vorgehen | None:
    """Give the procedure for a decision of this kind; None where the team sets its own and has not yet done so."""
    teamart = regeln.teams.get(team_art)
    if teamart is None:
        return None
    if art == EINZELN:
        return Vorgehen(Verfahren(art=EINZELN, sonst=None))
    if art == "aufnahme" and teamart.aufnahme.beschluss:
        return Vorgehen(teamart.aufnahme.beschluss)
    return own if teamart.verfahren.art == SELBST else Vorgehen(teamart.verfahren)


def own_procedure(beschluesse: Iterable[Beschluss], team: str, day: date) -> Vorgehen | None:
    """Give the procedure that a team has given itself and that is in force on a day."""
    mine = [one for one in beschluesse if one.team == team]
    geltung = Geltung(mine)
    in_force = [one for one in mine if one.own_procedure and geltung.holds(one, day)]
    if not in_force:
        return None
    latest = max(in_force, key=lambda one: (since(one), one.id))
    return Vorgehen(latest.own_procedure or Verfahren(art=SELBST, sonst=None), latest.id)


def freeze(
    verfahren: Verfahren, begriffe: Mapping[str, Begriff], fassung: str | None, own: str | None
) -> dict[str, Any]:
    """Write down a procedure with everything that counting by it needs. Raises ``WrongCall`` where that is not known."""
    frozen: dict[str, Any] = {"fassung": fassung} if fassung else {}
    if own:
        frozen["durch"] = own
    frozen["verfahren"] = verfahren.art
    if verfahren.sonst:
        frozen["sonst"] = verfahren.sonst
    if verfahren.stimmen:
        frozen["stimmen"] = verfahren.stimmen
    first = _begriff(verfahren.art, begriffe)
    second = _begriff(verfahren.sonst, begriffe)
    if first and second and not (first.is_consensus and second.is_majority):
        raise WrongCall(
            "Erst kommt ein Konsens, dann eine Mehrheit. Anders lassen sich zwei Verfahren nicht verbinden."
        )
    for begriff in (first, second):
        if begriff:
            frozen |= _parameters(begriff)
    return frozen


def _begriff(name: str | None, begriffe: Mapping[str, Begriff]) -> Begriff | None:
    if name in {None, KEINE, EINZELN, SELBST}:
        return None
    if name not in begriffe:
        raise WrongCall(
            f"Das Verfahren „{name}“ steht nicht unter „begriffe“ in regeln.yaml. Es gibt: {', '.join(begriffe)}."
        )
    return begriffe[name]


def _parameters(begriff: Begriff) -> dict[str, Any]:
    """Give what counting needs; what is as always is left out."""
    found: dict[str, Any] = {}
    if begriff.is_consensus:
        if begriff.stufen and tuple(begriff.stufen) != STUFEN:
            found["stufen"] = list(begriff.stufen)
        found["scheitert_bei"] = list(begriff.scheitert_bei)
        if begriff.nur_begruendet:
            found["nur_begruendet"] = True
        if (begriff.mindestens_zustimmung or 1) > 1:
            found["mindestens_zustimmung"] = begriff.mindestens_zustimmung
        found |= {
            key: days for key in ("schweigen_tage", "nachfrist_tage") if (days := getattr(begriff, key)) is not None
        }
    elif begriff.is_choice:
        found["auswahl"] = begriff.auswahl
    else:
        found["basis"] = begriff.basis or "ja_nein"
        found["mehr_als" if begriff.mehr_als else "mindestens"] = begriff.mehr_als or begriff.mindestens
    if begriff.beschlussfaehigkeit:
        found["beschlussfaehigkeit"] = begriff.beschlussfaehigkeit.model_dump(exclude_none=True)
    return found


def electorate(people: Iterable[Mitgliedschaft], day: date) -> int:
    """Count the members of a team on a day; who stands twice in the file counts once."""
    there = [one for one in people if (one.seit is None or one.seit <= day) and (one.bis is None or one.bis >= day)]
    return len({one.kennung or (one.name, one.email, one.path) for one in there})
