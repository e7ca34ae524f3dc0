"""Stimmen mit Namen, obwohl das Team nur Summen wollte.

Wie ein Team Stimmen aufschreibt, legt es selbst fest: „stimmen: summen“ oder „stimmen: namen“ hinter dem Verfahren.
Das Verfahren steht in regeln.yaml oder im eigenen Beschluss des Teams. Ohne Angabe schreibt wiq Summen.

Falsch:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
      - {kennung: p3, seit: 2026-01-01}
      - {kennung: p4, seit: 2026-01-01}
      - {kennung: p5, seit: 2026-01-01}
      - {kennung: p6, seit: 2026-01-01}
      - {kennung: p7, seit: 2026-01-01}
      - {kennung: p8, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    regel: {fassung: r-2026-01, verfahren: konsens, stimmen: summen, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}
    versuche: [{nr: 1, verfahren: konsens, am: 2026-09-03, ergebnis: erreicht}]
    stimmen: {p1: zustimmung, p2: zustimmung, p3: zustimmung, p4: zustimmung}

Richtig:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
      - {kennung: p3, seit: 2026-01-01}
      - {kennung: p4, seit: 2026-01-01}
      - {kennung: p5, seit: 2026-01-01}
      - {kennung: p6, seit: 2026-01-01}
      - {kennung: p7, seit: 2026-01-01}
      - {kennung: p8, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    regel: {fassung: r-2026-01, verfahren: konsens, stimmen: summen, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 4, veto: 0}, ergebnis: erreicht}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import due_procedure, everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss in everything(netz):
        if not beschluss.stimmen or beschluss.form.geheim or beschluss.art == "wahl":  # WIQ417 speaks
            continue
        due, frozen = due_procedure(netz, beschluss), beschluss.regel
        chosen = (frozen and frozen.stimmen) or (due and due.verfahren.stimmen)
        if chosen == "summen":
            message = "Hier steht, wer wie gestimmt hat. Das Team wollte nur Summen."
            yield NetzFault(
                file, ("stimmen",), message, "Schreib Summen unter „versuche: zaehlung“ und lösch „stimmen“."
            )
