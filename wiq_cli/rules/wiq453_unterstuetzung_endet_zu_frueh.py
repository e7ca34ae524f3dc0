"""Die Unterstützung endet, bevor das Team am Ziel ist.

Das Team will seine Ziele bis zu einem Tag erreichen. Die Unterstützung des Steuerungsteams endet vorher.
Fragt rechtzeitig nach, ob sie weitergeht. Zählt ein Ziel als erreicht, dann spielt sein Tag keine Rolle mehr.

Falsch:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung: {bewilligt: [Werkzeug], bis: 2027-03-31}

Richtig:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-garten.yaml
    art: lt_unterstuetzung
    titel: Unterstützung für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung: {bewilligt: [Werkzeug], bis: 2027-09-30}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.unterstuetzung import Unterstuetzung
from wiq_cli.domain.verweise import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    unterstuetzung, heute = Unterstuetzung(netz), netz.rahmen.heute
    for karte in unterstuetzung.asking():
        longest = unterstuetzung.granted_until(karte)
        if longest is None or karte.ziel_bis is None or karte.ziel_bis < heute:
            continue
        beschluss, end = longest
        if end < karte.ziel_bis:
            granted = beschluss.leistung is not None and beschluss.leistung.bis == end
            path = ("leistung", "bis") if granted else ("ergebnis", "gilt_bis")
            message = (
                f"Das Team will sein Ziel bis {karte.ziel_bis:%d.%m.%Y} erreichen. Die Unterstützung endet vorher."
            )
            remedy = f"Fragt nach, ob sie weitergeht: wiq decide new --kind lt_unterstuetzung --lt {karte.kuerzel}"
            yield NetzFault(file_of(netz, beschluss), path, message, remedy, also=karte.file)
