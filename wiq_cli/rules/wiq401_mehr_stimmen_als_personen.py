"""Mehr Stimmen als Personen.

Zusammen sind es mehr Stimmen, als Personen abstimmen konnten. Wer befangen ist, stimmt nicht mit und zählt nicht dazu.
Auch Summen, die nicht zu den einzelnen Stimmen passen, fallen hier auf.

Falsch:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 8}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 6, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 8}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.recount import named_votes, recount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:
    counted = recount(beschluss, rahmen.regeln.begriffe)
    for one in counted:
        if one.lage.excess:
            limits = [limit for limit in (one.lage.voters, one.lage.voters_present) if limit is not None]
            yield Fault(
                (*one.path[:-1], "zaehlung") if one.versuch.zaehlung else ("stimmen",),
                f"Das sind {one.lage.cast} Stimmen. Abstimmen konnten {min(limits)}.",
                "Zähl nach: Stimmt „wahlkoerper“, und ist niemand doppelt gezählt?",
            )
    if beschluss.stimmen and counted and counted[-1].versuch.zaehlung:
        named = named_votes(beschluss)
        totals = counted[-1].versuch.zaehlung.counted()
        if any(named[word] != number for word, number in totals.items()):
            yield Fault(
                ("stimmen",), "Die einzelnen Stimmen ergeben andere Summen.", "Vergleich „stimmen“ und „zaehlung“."
            )
