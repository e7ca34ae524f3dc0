"""Wer ausgeschlossen ist, zählt trotzdem mit.

Wer befangen ist oder sich zurückzieht, stimmt nicht mit. Eine Stimme, die trotzdem da steht, gilt nicht.
Die Person zählt auch nicht zu den Mitgliedern, von denen ein Anteil gebraucht wird. Das ist anders als bei einer Enthaltung.
Mitreden darf sie, wenn ihr nichts anderes vereinbart habt.

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
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 6, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
    befangen: [{person: p7, grad: stimmverbot, umgang: hat einen Vertrag mit der Druckerei}]
    stimmen: {p1: ja, p2: ja, p3: ja, p4: ja, p5: ja, p6: nein, p7: ja, p8: nein}

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
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 6, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
    befangen: [{person: p7, grad: stimmverbot, umgang: hat einen Vertrag mit der Druckerei}]
    stimmen: {p1: ja, p2: ja, p3: ja, p4: ja, p5: ja, p6: nein, p8: nein}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import judged
from wiq_cli.domain.verweise import place_of_vote
from wiq_cli.domain.void_votes import excluded_voters, kept_in_the_whole, what_remains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        left = what_remains(beschluss, counted[-1]) if counted else ""
        for person in excluded_voters(beschluss):
            yield NetzFault(
                file,
                place_of_vote(person),
                f"Diese Person ist nach „befangen“ ausgeschlossen. Ihre Stimme gilt nicht.{left}",
                "Lösch die Stimme und zähl neu. War die Person nicht ausgeschlossen, berichtige „befangen“.",
            )
        for one in counted:
            if kept_in_the_whole(one) and one.verdict and not (one is counted[-1] and excluded_voters(beschluss)):
                yield NetzFault(
                    file,
                    one.path,
                    f"Wer ausgeschlossen ist, zählt hier noch zu den Mitgliedern. {one.verdict.reason}",
                    f"Ohne sie heißt das Ergebnis „{one.verdict.outcome}“.",
                )
