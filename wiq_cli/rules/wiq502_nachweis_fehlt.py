"""Der Nachweis einer Entsendung oder Wahl fehlt.

Entsendet jemand von außen, dann stehen unter „zugang“, wer entsandt hat („von“) und wo das Schreiben liegt („nachweis“).
Nach einer Wahl steht dort, wo das Wahlprotokoll liegt, oder der Beschluss mit der Wahl. Das Papier selbst gehört nicht hierher.

Wer schon vor „gilt_ab“ der Regeln dabei war, bekommt nur einen Hinweis.

Falsch:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil hier nur eine Person steht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-15, zugang: {weg: entsendung, bank: politik, von: Stadtbezirksbeirat Südwest}}

Richtig:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil hier nur eine Person steht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p1, seit: 2026-01-15, zugang: {weg: entsendung, bank: politik, von: Stadtbezirksbeirat Südwest, nachweis: Schreiben vom 08.01.2026}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.aufnahme import ENTSENDUNG, ERNENNUNG, WAHL, Aufnahmen, eintritte
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.aufnahme import Eintritt
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)
SENDER = (
    "Hier steht nicht, wer die Person entsandt hat.",
    "Ergänz unter „zugang“ den Entsender: „von: …“.",
)
PROOF = {
    ENTSENDUNG: ("Der Nachweis der Entsendung fehlt.", "Schreib unter „zugang“, wo er liegt: „nachweis: …“."),
    WAHL: (
        "Der Nachweis der Wahl fehlt.",
        "Schreib unter „zugang“, wo das Wahlprotokoll liegt: „nachweis: …“.",
    ),
    ERNENNUNG: ("Der Nachweis der Ernennung fehlt.", "Schreib unter „zugang“, wo er liegt: „nachweis: …“."),
}


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    aufnahmen = Aufnahmen(netz)
    for one in eintritte(netz):
        way, needed = one.person.zugang, one.eingang.weg
        if one.eingang.entscheider or needed not in PROOF or (way and way.weg not in {None, needed}):
            continue
        level = one.level(Level.ERROR)
        if needed == ENTSENDUNG and not (way and way.von):
            yield NetzFault(one.karte.file, one.path("zugang"), *SENDER, level)
        if not (way and way.nachweis) and not _decided(aufnahmen, one):
            yield NetzFault(one.karte.file, one.path("zugang"), *PROOF[needed], level)


def _decided(aufnahmen: Aufnahmen, one: Eintritt) -> bool:
    """Whether a decision of this network is the proof."""
    return one.person.kennung is not None and aufnahmen.lacks(one, None) is None
