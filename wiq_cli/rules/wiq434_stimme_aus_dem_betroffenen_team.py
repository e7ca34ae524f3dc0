"""Jemand stimmt über das eigene Lösungsteam mit ab.

Wer im Lösungsteam ist, um das es geht, oder von einem Kooperationspartner kommt, ist vielleicht befangen. Verboten ist das Mitstimmen nicht,
wenn eure Regeln nichts anderes sagen. Schreibt unter „befangen“ auf, wie ihr damit umgegangen seid.
Wer darauf achtet, steht in regeln.yaml unter „befangenheit“.

Falsch:

    leitung:
      - {kennung: p1, name: Gesa Gärtner, email: gesa@example.org, seit: 2026-01-01}
    support: [Werkzeug]
    einwilligung: {profil: {am: 2026-01-10, durch: p1, nachweis: Ordner 3}}
    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, name: Gesa Gärtner, email: gesa@example.org, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
      - {kennung: p3, seit: 2026-01-01}
      - {kennung: p4, seit: 2026-01-01}
      - {kennung: p5, seit: 2026-01-01}
      - {kennung: p6, seit: 2026-01-01}
      - {kennung: p7, seit: 2026-01-01}
      - {kennung: p8, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    versuche: [{nr: 1, verfahren: konsens, am: 2026-09-03, ergebnis: erreicht}]
    leistung: {bewilligt: [Werkzeug]}
    stimmen: {p1: zustimmung, p2: zustimmung, p3: zustimmung, p4: beiseite}

Richtig:

    leitung:
      - {kennung: p1, name: Gesa Gärtner, email: gesa@example.org, seit: 2026-01-01}
    support: [Werkzeug]
    einwilligung: {profil: {am: 2026-01-10, durch: p1, nachweis: Ordner 3}}
    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, name: Gesa Gärtner, email: gesa@example.org, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
      - {kennung: p3, seit: 2026-01-01}
      - {kennung: p4, seit: 2026-01-01}
      - {kennung: p5, seit: 2026-01-01}
      - {kennung: p6, seit: 2026-01-01}
      - {kennung: p7, seit: 2026-01-01}
      - {kennung: p8, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    versuche: [{nr: 1, verfahren: konsens, am: 2026-09-03, ergebnis: erreicht}]
    leistung: {bewilligt: [Werkzeug]}
    befangen: [{person: p1, grad: zurueckgezogen, umgang: hat nicht mitgestimmt}]
    stimmen: {p2: zustimmung, p3: zustimmung, p4: beiseite, p5: zustimmung}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import close_to_it, everything
from wiq_cli.domain.verweise import place_of_vote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss in everything(netz):
        for person in close_to_it(netz, beschluss):
            named = person in beschluss.stimmen
            yield NetzFault(
                file,
                place_of_vote(person) if named else ("anwesend", beschluss.anwesend.index(person)),
                "Diese Person gehört zum Lösungsteam, um das es geht, oder kommt von einem Partner.",
                "Schreibt unter „befangen“ auf, ob sie mitgestimmt hat und wie ihr damit umgegangen seid.",
            )
