"""Jemand ist nicht mehr dabei, die Adresse steht noch da.

Wer geht, bekommt ein „bis“. Danach braucht das Team E-Mail und Telefon bald nicht mehr.
Was niemand mehr braucht, gehört gelöscht. Kennung, „seit“ und „bis“ bleiben, damit frühere Beschlüsse stimmen.

In den ersten 90 Tagen ist das ein Hinweis, danach eine Warnung.

Falsch:

    mitglieder:
      - {kennung: p902, name: Udo Übermut, email: udo@example.org, seit: 2026-01-01, bis: 2026-06-30}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}
      - {kennung: p906, name: Yannick Ypsilon}

Richtig:

    mitglieder:
      - {kennung: p902, name: Udo Übermut, seit: 2026-01-01, bis: 2026-06-30}
      - {kennung: p903, name: Vera Vorlage}
      - {kennung: p904, name: Willi Würfel}
      - {kennung: p905, name: Xenia Xylofon}
      - {kennung: p906, name: Yannick Ypsilon}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
AT_FIRST = 90  # days in which somebody may still have to be asked


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    here = {one.kennung for _, _, one in team.personen() if one.bis is None or one.bis >= rahmen.heute}
    for key, number, person in team.personen():
        kept = [field for field in ("email", "telefon") if getattr(person, field)]
        if not kept or person.bis is None or person.bis >= rahmen.heute:
            continue
        if person.kennung and person.kennung in here:
            continue  # no longer leads the team, but is still in it
        words = " und ".join(f"„{field}“" for field in kept)
        yield Fault(
            (key, number, kept[0]),
            "Diese Person ist nicht mehr im Team.",
            f"Braucht ihr {words} noch? Wenn nicht, dann lösch die Angabe.",
            Level.HINT if (rahmen.heute - person.bis).days <= AT_FIRST else None,
        )
