"""Zwei Leute haben dieselbe Kennung.

Eine Kennung wie p1 gehört im ganzen Netzwerk einer einzigen Person. Beschlüsse nennen Leute nur so.
Ist dieselbe Person in zwei Teams, dann steht sie in beiden mit derselben Kennung und demselben Namen.
Eine Kennung wird nie ein zweites Mal vergeben.

Falsch:

    mitglieder:
      - {kennung: p1, name: Udo Übermut}
      - {kennung: p1, name: Vera Vorlage}
      - {kennung: p3, name: Willi Würfel}
      - {kennung: p4, name: Xenia Xylofon}

Richtig:

    mitglieder:
      - {kennung: p1, name: Udo Übermut}
      - {kennung: p2, name: Vera Vorlage}
      - {kennung: p3, name: Willi Würfel}
      - {kennung: p4, name: Xenia Xylofon}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.karte import Karte, Mitgliedschaft
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    first: dict[str, tuple[Karte, Mitgliedschaft]] = {}
    for karte in netz.teams.values():
        for person in karte.personen:
            if person.kennung is None:
                continue
            other, same = first.setdefault(person.kennung, (karte, person))
            if _name(same) != _name(person):
                yield NetzFault(
                    karte.file,
                    (*person.path, "kennung"),
                    f"Diese Kennung gehört schon jemand anderem in {other.file}.",
                    "Nimm eine Kennung, die im Netzwerk noch nie vergeben war.",
                    also=other.file,
                )


def _name(person: Mitgliedschaft) -> str:
    return " ".join((person.name or "").casefold().split())
