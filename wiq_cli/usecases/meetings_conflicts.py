"""What gets in the way of what: rooms, people, ways between places, holidays. Names teams and days, never a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.kollision import Kollision, free_days, in_both, kollisionen, room

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.terminplan import Meeting


def conflicts(
    teams: Sequence[tuple[str, Team]], meetings: Sequence[Meeting], netzwerk: Netzwerk, wanted: Collection[str]
) -> list[Kollision]:
    """Give everything in which one of the ``wanted`` teams has a part, in order of time.

    ``meetings`` are those of all teams: the other side of a conflict need not be asked for.
    """
    people = in_both((kuerzel, (person for _, _, person in team.personen())) for kuerzel, team in teams)
    found = [
        *kollisionen(meetings, people, rooms_of(teams), netzwerk.treffen.wegzeit),
        *free_days((one for one in meetings if one.team in wanted), netzwerk),
    ]
    mine = (one for one in found if any(meeting.team in wanted for meeting in one.meetings))
    return sorted(mine, key=Kollision.sort_key)


def rooms_of(teams: Sequence[tuple[str, Team]]) -> Callable[[Meeting], str]:
    """Give what tells where a meeting is; each place is looked at once."""
    links = {kuerzel: team.treffen.link for kuerzel, team in teams}
    known: dict[tuple[str | None, str | None], str] = {}

    def where(meeting: Meeting) -> str:
        key = (meeting.place, links.get(meeting.team))
        if key not in known:
            known[key] = room(*key)
        return known[key]

    return where
