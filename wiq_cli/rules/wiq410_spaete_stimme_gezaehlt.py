"""Eine späte Stimme ist mitgezählt.

Wer nach der Abstimmung noch etwas sagt, ändert das Ergebnis nicht mehr. Das gilt auch, wenn jemand es sich anders überlegt.
Solche Stimmen gehören unter „nachtraege“, mit „art: spaete_stimme“, und nicht unter die gezählten.
Im Treffen stimmt ab, wer da ist: Wer nicht unter „anwesend“ steht, kann dort nicht mitgestimmt haben.

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
    stimmen: {p1: ja, p2: ja, p3: ja, p4: ja, p5: ja, p6: nein, p7: nein, p8: ja}
    nachtraege: [{am: 2026-09-12, art: spaete_stimme, person: p8, text: Eine Stimme kam zwei Tage später.}]

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
    stimmen: {p1: ja, p2: ja, p3: ja, p4: ja, p5: ja, p6: nein, p7: nein}
    nachtraege: [{am: 2026-09-12, art: spaete_stimme, person: p8, text: Eine Stimme kam zwei Tage später.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import recounted
from wiq_cli.domain.verweise import place_of_vote
from wiq_cli.domain.void_votes import excluded_voters, hangs_on_late, late_in_totals, late_voters, what_remains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in recounted(netz):
        left = what_remains(beschluss, counted[-1]) if counted else ""
        for person in late_voters(beschluss):
            if person not in excluded_voters(beschluss):  # WIQ406 speaks
                noted = person in beschluss.late
                yield NetzFault(
                    file,
                    place_of_vote(person),
                    (
                        "Diese Stimme kam nach „nachtraege“ zu spät."
                        if noted
                        else "Diese Person war nach „anwesend“ nicht da."
                    )
                    + left,
                    "Lösch die Stimme unter „stimmen“ und zähl neu. Eine späte Stimme gehört unter „nachtraege“."
                    if noted
                    else "Ergänz „anwesend“. Kam die Stimme später, gehört sie unter „nachtraege“ und zählt nicht.",
                )
        if counted and not beschluss.stimmen and late_in_totals(beschluss, counted[-1]):
            yield NetzFault(
                file,
                (*counted[-1].path[:-1], "zaehlung"),
                "Hier sind so viele Stimmen gezählt, dass die späte aus „nachtraege“ dabei sein muss."
                + hangs_on_late(beschluss, counted[-1]),
                "Zähl nur, was rechtzeitig da war.",
            )
