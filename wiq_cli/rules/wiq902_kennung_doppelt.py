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
from wiq_cli.domain.privat import may_be_one
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    first: dict[str, tuple[str, str, DataPath]] = {}
    for karte, person in netz.personen():
        if person.kennung is None or not person.name:  # who was forgotten keeps the kennung alone
            continue
        path = (*person.path, "kennung")
        other, name, there = first.setdefault(person.kennung, (karte.file, person.name, path))
        if not may_be_one(name, person.name):
            yield NetzFault(
                karte.file,
                path,
                f"Unter dieser Kennung steht in {other} ein anderer Name.",
                "Ist es dieselbe Person, dann gleich den Namen an. Sonst nimm eine Kennung, die noch nie vergeben war.",
                also=other,
                also_path=there,
            )
