"""What a motion gives a team of what it asks for: granted, refused, left open. No wish gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import Ablehnung
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.unterstuetzung import SUPPORT
from wiq_cli.usecases.decide_wishes import asked, wishes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.team import Team
    from wiq_cli.usecases.decide_proposal import Proposal

HINT = (
    "Was ihr ablehnt oder offen lasst, braucht Grund und nächsten Schritt. "
    "Schreib sie in die Datei unter „leistung“, oder gleich: --defer „Wunsch | Grund | Schritt“"
)
HINT_ALL = "Im Antrag stehen alle offenen Wünsche. Soll es nur ein Teil sein, nenn ihn: --grant, --refuse, --defer"


def grant(
    proposal: Proposal, teams: Mapping[str, Team], beschluesse: Sequence[Beschluss], day: date
) -> tuple[dict[str, Any] | None, list[str]]:
    """Give what is granted, refused and left open, with what to say about it; every wish that waits stands somewhere."""
    if proposal.art != SUPPORT or not proposal.lt:
        return None, []
    team = teams[proposal.lt]
    _known(proposal, asked(team))
    said = [*proposal.bewilligt, *(one.was for one in (*proposal.abgelehnt, *proposal.offen))]
    waiting = [one for one in wishes(proposal.lt, team, beschluesse, day) if one.waits and one.was not in said]
    all_of_them = not said and proposal.wortlaut is None  # then the wording asks for everything, and so does the record
    granted = [one.was for one in waiting if all_of_them and one.is_support]
    refused = [*map(_written, proposal.abgelehnt)]
    left = [*map(_written, proposal.offen), *(one.was for one in waiting if one.was not in granted)]
    found = {"bewilligt": [*proposal.bewilligt, *granted], "abgelehnt": refused, "offen": left, "bis": proposal.bis}
    bare = any(isinstance(one, str) or len(one) == 1 for one in (*refused, *left))
    hints = [*([HINT_ALL] if granted else []), *([HINT] if bare else [])]
    return {key: value for key, value in found.items() if value}, hints


def read_answer(text: str) -> Ablehnung:
    """Read ``Wunsch | Grund | nächster Schritt``."""
    was, _, rest = text.partition("|")
    grund, _, weiter = rest.partition("|")
    return Ablehnung(was=was.strip(), grund=grund.strip() or None, weiter=weiter.strip() or None)


def draft(proposal: Proposal, teams: Mapping[str, Team], leistung: Mapping[str, Any] | None) -> str:
    """Give a first wording, in the words of the team's own file."""
    if not proposal.lt or leistung is None:
        return proposal.titel
    left = [one if isinstance(one, str) else str(one["was"]) for one in leistung.get("offen", ())]
    what = leistung.get("bewilligt") or left
    until = f" bis {proposal.bis:%d.%m.%Y}" if proposal.bis else ""
    return f"Wir unterstützen „{teams[proposal.lt].name}“{until}" + (f" mit: {', '.join(what)}." if what else ".")


def _known(proposal: Proposal, words: Sequence[str]) -> None:
    """Refuse a wish that the team does not have, and one that is answered twice; raises ``WrongCall``."""
    said = [
        *(("--grant", one) for one in proposal.bewilligt),
        *(("--refuse", one.was) for one in proposal.abgelehnt),
        *(("--defer", one.was) for one in proposal.offen),
    ]
    seen: set[str] = set()
    for option, one in said:
        if one not in words:
            raise WrongCall(f"{option}: {_no_such_wish(one, words)}")
        if one in seen:
            raise WrongCall(f"{option}: „{one}“ steht hier zweimal. Nenn jeden Wunsch einmal.")
        seen.add(one)


def _written(one: Ablehnung) -> dict[str, Any] | str:
    return {key: value for key, value in one.model_dump().items() if value} if one.grund or one.weiter else one.was


def _no_such_wish(wish: str, words: Sequence[str]) -> str:
    if not words:
        return "Das Lösungsteam hat keinen offenen Wunsch. Trag ihn zuerst in seine Datei ein, unter „support“."
    if close := nearest(wish, words):
        return f"So heißt der Wunsch in der Datei des Teams nicht. Meintest du „{close}“?"
    return f"Diesen Wunsch hat das Team nicht. Offen sind: {', '.join(f'„{one}“' for one in words)}."
