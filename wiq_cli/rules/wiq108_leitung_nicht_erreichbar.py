"""Die Leitung ist nicht erreichbar.

Ein Team, das läuft, hat jemanden, der es leitet. Von dieser Person kennt das Netzwerk den Namen und eine Adresse oder Nummer.
Öffentlich wird davon nichts.

Falsch:

    leitung:
      - {kennung: p901, name: Thea Testmann}

Richtig:

    leitung:
      - {kennung: p901, name: Thea Testmann, email: thea@example.org}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING

OVER = frozenset({"im-betrieb", "selbsttragend", "abgeschlossen"})


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if not rahmen.has_konzept(team.art) or not team.leitung or team.status in OVER:
        return
    active = [(number, one) for number, one in enumerate(team.leitung) if one.bis is None or one.bis >= rahmen.heute]
    if not active:
        yield Fault(
            ("leitung",),
            "Niemand leitet das Team mehr.",
            "Trag die neue Leitung ein oder setz „status: pausiert“.",
            team.level(LEVEL),
            at_key=True,
        )
    elif not any(one.email or one.telefon for _, one in active):
        yield Fault(
            ("leitung", active[0][0]),
            "Für die Leitung fehlen E-Mail und Telefon.",
            "Trag eines von beiden ein: „email: …“.",
            team.level(LEVEL),
        )
