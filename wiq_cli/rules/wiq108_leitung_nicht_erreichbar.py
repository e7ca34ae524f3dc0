"""Die Leitung ist nicht erreichbar.

Ein Team, das läuft, hat jemanden, der es leitet. Von dieser Person kennt das Netzwerk den Namen und eine Adresse oder Nummer.
Öffentlich wird davon nichts. Liegt das „bis“ aller Leute unter „leitung“ zurück, dann leitet niemand mehr.

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
    if not team.leitung or team.status in OVER:
        return
    active = [(key, number, one) for key, number, one in team.personen() if one.bis is None or one.bis >= rahmen.heute]
    leading = [(number, one) for key, number, one in active if key == "leitung"]
    if active and not leading:  # where nobody is left at all, WIQ109 speaks
        yield Fault(
            ("leitung",),
            "Niemand leitet das Team mehr.",
            "Trag die neue Leitung ein oder setz „status: pausiert“.",
            team.level(LEVEL),
            at_key=True,
        )
    elif (
        leading
        and rahmen.has_konzept(team.art)
        and not any(one.name and (one.email or one.telefon) for _, one in leading)
    ):
        number, first = leading[0]
        missing = [] if first.name else ["der Name"]
        missing += [] if first.email or first.telefon else ["E-Mail oder Telefon"]
        yield Fault(
            ("leitung", number),
            f"Für die Leitung fehlt noch {' und '.join(missing)}.",
            "Trag es ein, zum Beispiel mit „email: …“. Öffentlich wird davon nichts.",
            team.level(LEVEL),
        )
