"""Mehrheit ohne Konsensversuch über denselben Wortlaut.

Dieses Team entscheidet im Konsens. Erst wenn er nicht gelingt, entscheidet die Mehrheit, und zwar über denselben Wortlaut.
Der gescheiterte Versuch steht deshalb vorher in der Datei. Ein neuer Wortlaut braucht einen neuen Konsensversuch.

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
      - {nr: 1, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}

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

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.regeln import KEINE
from wiq_cli.domain.review import due_procedure, judged, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)
TOO_EARLY = (
    "Vor dieser Mehrheit fehlt ein gescheiterter Konsensversuch über denselben Wortlaut.",
    "Trag den Versuch unter „versuche“ nach. Gab es keinen, holt ihn nach.",
)
ONLY_CONSENSUS = (
    "Dieses Team entscheidet nur im Konsens, nicht mit Mehrheit.",
    "Sucht einen Wortlaut, den alle mittragen.",
)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        first, second = _order(netz, beschluss)
        if not first:
            continue
        for number, one in enumerate(counted):
            tried = any(earlier.failed_consensus and earlier.wording == one.wording for earlier in counted[:number])
            if one.majority and one.recorded and not (tried and second):
                path = (*one.path[:-1], "verfahren") if beschluss.versuche else ("ergebnis", "durch")
                yield NetzFault(file, path, *(TOO_EARLY if second else ONLY_CONSENSUS))


def _order(netz: Netz, beschluss: Beschluss) -> tuple[bool, bool]:
    """Whether consensus comes first, and whether a majority may follow. About admissions WIQ522 speaks."""
    due = due_procedure(netz, beschluss)
    if due is None:
        frozen = beschluss.regel
        return frozen is not None and frozen.is_consensus, frozen is None or frozen.sonst != KEINE
    regeln = rules_of(netz.rahmen.regeln, beschluss)
    begriff = regeln.begriffe.get(due.verfahren.art) if regeln else None
    second = due.verfahren.fallback is not None
    return begriff is not None and begriff.is_consensus and (second or beschluss.art != "aufnahme"), second
