"""Everything that is held about one person: the answer to Art. 15."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.person import ZWECKE
from wiq_cli.domain.verarbeitung import RECHTE, VERARBEITUNGEN
from wiq_cli.usecases.person_list import rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.verarbeitung import Verarbeitung
    from wiq_cli.usecases.person import Mensch
    from wiq_cli.usecases.person_history import Verlauf
    from wiq_cli.usecases.person_list import Zeile
    from wiq_cli.usecases.person_traces import Spur


@dataclass(frozen=True, slots=True)
class Auskunft:
    """All there is to say to one person. Full of private values: for this person only."""

    label: str
    day: date
    network: str
    controller: str
    own: Sequence[Spur]  # the person's entries
    named: Sequence[Spur]  # other texts that name the person
    referred: Sequence[Spur]  # by kennung: decisions and the like
    public: Sequence[Spur] | None  # lines of the site; None: there is no site here
    consent: Sequence[Zeile]
    verlauf: Verlauf | None
    unread: Sequence[str]  # files nobody could read

    @property
    def activities(self) -> tuple[Verarbeitung, ...]:
        """What is done with the data of somebody in a team."""
        return VERARBEITUNGEN

    @property
    def rights(self) -> tuple[str, ...]:
        return RECHTE


def consent_of(mensch: Mensch, heute: date) -> list[Zeile]:
    """Give how it stands with each purpose in each team."""
    return rows([mensch], heute)


def controller_of(netzwerk: Netzwerk | None) -> str:
    """Name who is responsible, as far as the network says it."""
    traeger = netzwerk.traeger if netzwerk else None
    parts = (traeger.name, traeger.email, traeger.telefon, traeger.url) if traeger else ()
    return ", ".join(one for one in parts if one)


def document(one: Auskunft) -> dict[str, Any]:
    """Give the document of ``--format json``: for machines, and to take one's data along (Art. 20)."""
    git = one.verlauf
    return {
        "schema": "wiq.person/1",
        "person": one.label,
        "date": one.day.isoformat(),
        "network": one.network,
        "controller": one.controller or None,
        "complete": not one.unread and not (git and git.silence),
        "unread": list(one.unread),
        "entries": _places(one.own),
        "mentions": _places(one.named),
        "references": _places(one.referred),
        "public": None if one.public is None else _places(one.public),
        "consent": [
            {"team": row.team, "minor": row.is_minor, **{zweck: row.consent[zweck] for zweck in ZWECKE}}
            for row in one.consent
        ],
        "history": None
        if git is None or git.silence
        else {
            "commits": git.commits,
            "first": git.first or None,
            "last": git.last or None,
            "files": list(git.files),
            "authored": git.authored,
            "messages": git.messages,
            "tags": git.tags,
            "unread": git.unread,
            "shallow": git.is_shallow,
        },
        "activities": [
            {
                "name": activity.name,
                "purpose": activity.zweck,
                "basis": activity.grundlage,
                "recipients": list(activity.empfaenger),
                "period": activity.frist,
            }
            for activity in one.activities
        ],
        "rights": list(one.rights),
    }


def _places(found: Sequence[Spur]) -> list[dict[str, Any]]:
    return [{"file": one.file, "line": one.line, "key": one.key or None, "value": one.value} for one in found]
