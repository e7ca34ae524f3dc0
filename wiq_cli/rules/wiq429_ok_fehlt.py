"""Das OK der anderen fehlt.

In regeln.yaml steht unter „befugnisse“, wer was entscheidet und wessen OK es dafür braucht. Wer allein entscheidet, darf das nur
dort, wo eine Zeile es erlaubt. Wer gefragt wurde und was herauskam, steht im Beschluss unter „beteiligung“.

Es gibt vier Grade. informieren: Ihr sagt es danach. anhoeren: Ihr fragt vorher. benehmen: Ihr fragt, und wer abweicht, begründet es.
einvernehmen: Ohne ihr Ja geht es nicht. Ein höherer Grad schließt die niedrigeren ein. Was fehlt, lässt sich nachholen.
Stammt eine Zeile nicht aus dem Leitbild, hat sie eine „quelle“. Dann ist der Befund nur eine Warnung.

Falsch:

    #: beschluesse/kt/2026/kt-20260903-drucker.yaml
    art: einzeln
    titel: Drucker
    antrag: Das KT kauft einen Drucker für 300 Euro.
    betrifft: {thema: ausgabe, eur: 300}
    regel: {fassung: r-2026-01, verfahren: einzeln}
    form: {art: einzeln, am: 2026-09-03}
    ergebnis: {status: angenommen, durch: einzeln, am: 2026-09-03}
    wahlkoerper:
    versuche: []

Richtig:

    #: beschluesse/kt/2026/kt-20260903-drucker.yaml
    art: einzeln
    titel: Drucker
    antrag: Das KT kauft einen Drucker für 300 Euro.
    betrifft: {thema: ausgabe, eur: 300}
    regel: {fassung: r-2026-01, verfahren: einzeln}
    form: {art: einzeln, am: 2026-09-03}
    ergebnis: {status: angenommen, durch: einzeln, am: 2026-09-03}
    beteiligung: [{wer: Traegerin, grad: einvernehmen, am: 2026-09-02, einverstanden: ja}]
    wahlkoerper:
    versuche: []
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.participation import agreed, alone, missing, needs_amount, row_for
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import everything, rules_of, sets_its_own, team_art

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.regeln import Befugnis, Regeln

LEVEL = Level.ERROR
AMOUNT = ("Hier kommt es auf den Betrag an, und der fehlt.", "Ergänz unter „betrifft“: eur:")
GRADE = {
    "informieren": "Sagt es",
    "anhoeren": "Fragt",
    "benehmen": "Fragt",
    "einvernehmen": "Holt das Ja ein von",
}


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss in everything(netz):
        regeln, art = rules_of(netz.rahmen.regeln, beschluss), team_art(netz, beschluss)
        if regeln is None or art is None or beschluss.status not in {"angenommen", "offen"}:
            continue
        row = row_for(regeln.befugnisse, beschluss)
        if alone(beschluss) and (row is None or row.wer not in {art, beschluss.team}):
            yield NetzFault(file, ("betrifft",), *_outside(beschluss, regeln, row.wer if row else ""))
        elif _amount_missing(netz, beschluss, regeln):
            yield NetzFault(file, ("betrifft",), *AMOUNT, Level.WARNING)
        elif row is not None and _not_theirs(netz, beschluss, row, art):
            message = f"Darüber entscheidet nach den Befugnissen: {row.wer}."
            remedy = f"Gebt es dorthin, oder holt das Ja ein und ergänzt unter „beteiligung“: - {{wer: {row.wer}, grad: einvernehmen, am: …}}"
            yield NetzFault(file, ("betrifft",), message, remedy, Level.WARNING if row.quelle else None)
        elif row is not None and beschluss.status == "angenommen":
            arts = {kuerzel: karte.art for kuerzel, karte in netz.teams.items()}
            for who, grade in missing(row, beschluss, netz.beschluesse, arts):
                message = f"Nach den Befugnissen fehlt hier {grade}: {who}."
                remedy = (
                    f"{GRADE[grade]}: {who}. Dann ergänz unter „beteiligung“: - {{wer: {who}, grad: {grade}, am: …}}"
                )
                yield NetzFault(file, ("betrifft",), message, remedy, Level.WARNING if row.quelle else None)


def _amount_missing(netz: Netz, beschluss: Beschluss, regeln: Regeln) -> bool:
    return not sets_its_own(netz, beschluss) and needs_amount(regeln.befugnisse, beschluss)


def _not_theirs(netz: Netz, beschluss: Beschluss, row: Befugnis, art: str) -> bool:
    """Whether a topic is decided by others who did not agree. What only one type may decide is WIQ423's."""
    if row.wer in {art, beschluss.team} or sets_its_own(netz, beschluss) or beschluss.betrifft.thema is None:
        return False
    return not agreed(row.wer, beschluss, netz.beschluesse, {name: karte.art for name, karte in netz.teams.items()})


def _outside(beschluss: Beschluss, regeln: Regeln, who: str) -> tuple[str, str]:
    """Say why nobody may decide this alone."""
    if who:
        return f"Darüber entscheidet nach den Befugnissen: {who}.", "Gebt es dorthin oder entscheidet im Team."
    if needs_amount(regeln.befugnisse, beschluss):
        return AMOUNT
    if beschluss.betrifft.thema:
        return (
            "Dazu steht nichts unter „befugnisse“. Allein darf das niemand entscheiden.",
            "Entscheidet im Team, oder prüf „thema“ und „eur“.",
        )
    topics = ", ".join(dict.fromkeys(row.was for row in regeln.befugnisse)) or "noch keine"
    return "Wer allein entscheidet, nennt das Thema.", f"Ergänz unter „betrifft“ ein „thema“. Es gibt: {topics}."
