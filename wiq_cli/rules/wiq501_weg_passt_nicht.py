"""Jemand kam anders ins Team, als die Regel es vorsieht.

regeln.yaml sagt für jede Teamart und jede Bank, wie jemand hineinkommt. Im Steuerungsteam werden die Sitze der
Zivilgesellschaft zum Beispiel gewählt, die der Politik und der Verwaltung entsandt. Unter „zugang“ steht ein anderer Weg.
Oder es fehlt die Bank, obwohl andere im Team eine haben.

Wer schon vor „gilt_ab“ der Regeln dabei war, bekommt nur einen Hinweis.

Falsch:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil hier nur eine Person steht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p5, seit: 2026-01-15, zugang: {weg: entsendung, bank: zivilgesellschaft, von: Bürgerverein, nachweis: Brief vom 12.01.2026}}

Richtig:

    #: teams/st.yaml
    # wiq: erlaubt WIQ505, weil hier nur eine Person steht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p5, seit: 2026-01-15, zugang: {weg: wahl, bank: zivilgesellschaft, nachweis: Wahlprotokoll vom 13.01.2026}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.aufnahme import ENTSENDUNG, Eintritt, eintritte
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.karte import Karte
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.regeln import Regeln

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)
WEGE = {
    "entsendung": "Entsendung",
    "wahl": "Wahl",
    "ernennung": "Ernennung",
    "absichtserklaerung": "Absichtserklärung und Beschluss des Teams",
}


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    regeln = netz.rahmen.regeln
    for one in eintritte(netz):
        way = one.person.zugang
        if way is None:
            continue
        level, right = one.level(Level.ERROR), one.eingang.weg
        if way.weg not in {None, right}:
            remedy = f"Prüf, wie die Person dazukam. Gilt der Weg doch, dann schreib: weg: {right}"
            message = f"So kommt hier niemand dazu. Vorgesehen ist: {WEGE.get(right, right)}."
            yield NetzFault(one.karte.file, one.path("zugang", "weg"), message, remedy, level)
        elif right == ENTSENDUNG and way.von and _sent_by_other(regeln, one, way.von):
            who = ", ".join(one.eingang.entscheider) or one.eingang.von
            message = f"Auf diesen Sitz entsendet jemand anderes: {who}."
            yield NetzFault(one.karte.file, one.path("zugang", "von"), message, "Prüf Bank und Entsender.", level)
    for karte in netz.teams.values():
        yield from _without_bench(regeln, karte)


def _sent_by_other(regeln: Regeln, one: Eintritt, von: str) -> bool:
    """Whether a type of team is named that does not send here. What is nobody of this network, only people can judge."""
    if one.eingang.entscheider:
        names = {
            name for wer in one.eingang.entscheider if wer in regeln.teams for name in (wer, regeln.teams[wer].name)
        }
        return von.casefold() not in {name.casefold() for name in names}
    if one.eingang.von is None or one.eingang.von.casefold() in von.casefold():
        return False
    return von in regeln.teams or any(other.casefold() in von.casefold() for other in _other_senders(regeln, one))


def _other_senders(regeln: Regeln, one: Eintritt) -> list[str]:
    """Give who sends to the other benches of the team."""
    teamart = regeln.teams.get(one.karte.art)
    benches = teamart.aufnahme.baenke.values() if teamart else []
    return [bench.von for bench in benches if bench.von and bench.von not in regeln.teams]


def _without_bench(regeln: Regeln, karte: Karte) -> Iterator[NetzFault]:
    teamart = regeln.teams.get(karte.art)
    benches = teamart.aufnahme.baenke if teamart else {}
    if not benches or karte.status == "abgeschlossen" or not any(one.zugang for one in karte.personen):
        return
    for one in karte.personen:
        if not one.bank:
            level = Level.HINT if one.seit is not None and one.seit < regeln.gilt_ab else None
            message = "Hier steht nicht, auf welcher Bank die Person sitzt."
            remedy = f"Ergänz unter „zugang“ die „bank“: {', '.join(benches)}."
            yield NetzFault(karte.file, (*one.path, "zugang"), message, remedy, level)
