"""Die Verteileradresse liegt nicht beim Netzwerk.

Als Verteiler darf nur eine Adresse auf der Domain des Netzwerks öffentlich stehen. Die Domain steht in wiq.yaml.
Eine persönliche Adresse verrät, wer dahintersteht.

Falsch:

    verteiler: garten@example.org

Richtig:

    verteiler: garten@netz.example
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.ERROR
NEEDS = (("wiq.yaml", "domain"),)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    domain = rahmen.netzwerk.domain
    if team.verteiler is None:
        return
    if domain is None:
        remedy = "Trag die Domain des Netzwerks in wiq.yaml ein: „domain: …“."
        yield Fault(("verteiler",), "Ohne eigene Domain bleibt die Adresse im Haus.", remedy, Level.HINT)
    elif team.verteiler.rpartition("@")[2].lower() != domain.lower():
        yield Fault(
            ("verteiler",),
            "Diese Adresse liegt nicht auf der Domain des Netzwerks.",
            f"Nimm eine Adresse, die auf @{domain} endet.",
        )
