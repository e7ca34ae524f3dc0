"""Der Beschluss fehlt, mit dem ein Team jemanden entsendet.

Manche Sitze besetzt ein anderes Team des Netzwerks. Wer das ist, steht in regeln.yaml unter „von“. Auf die Bank des
Unterstützungsteams im Steuerungsteam entsendet zum Beispiel das Projektteam, nicht das Unterstützungsteam selbst.
Der Beschluss nennt die Person, ist angenommen und gilt, bevor sie beginnt.

Falsch:

    #: teams/pt.yaml
    #: teams/st.yaml
    #: beschluesse/ut/2026/ut-20260903-entsendung.yaml
    art: entsendung
    titel: Entsendung ins ST
    antrag: Das UT entsendet die Person ins ST.
    betrifft: {team: st, person: p11, bank: ut}

Richtig:

    #: teams/ut.yaml
    #: teams/st.yaml
    #: beschluesse/pt/2026/pt-20260903-entsendung.yaml
    art: entsendung
    titel: Entsendung ins ST
    antrag: Das PT entsendet die Person ins ST.
    betrifft: {team: st, person: p11, bank: ut}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.aufnahme import ENTSENDUNG, ERKLAERUNG, ERNENNUNG, Aufnahmen, Eintritt, eingang, name_of
from wiq_cli.domain.finding import Level
from wiq_cli.domain.nachweis import missing_decisions
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    yield from missing_decisions(netz, _sent, ENTSENDUNG)
    yield from _not_theirs_to_send(netz)


def _sent(one: Eintritt) -> bool:
    way = one.eingang
    claimed = one.person.zugang.weg if one.person.zugang else None
    return len(way.entscheider) == 1 and way.weg != ERKLAERUNG and claimed in {None, way.weg}  # else WIQ501 speaks


def _not_theirs_to_send(netz: Netz) -> Iterator[NetzFault]:
    """Decisions of a team on a seat that another team fills."""
    aufnahmen = Aufnahmen(netz)
    by_name = {old: karte for karte in netz.teams.values() for old in karte.frueher} | netz.teams
    for name, one in netz.beschluesse.items():
        target = by_name.get(one.betrifft.team or "")
        regeln = rules_of(netz.rahmen.regeln, one)
        if regeln is None or target is None or one.art not in {ENTSENDUNG, ERNENNUNG}:
            continue
        way = eingang(regeln, target, one.betrifft.bank)
        if way is None or not way.entscheider or one.team not in by_name:
            continue
        if not any(aufnahmen.decides(one, wer) for wer in way.entscheider):
            level = Level.WARNING if way.quelle or one.siegel else None
            who = name_of(regeln, way.entscheider)
            message = "Über diesen Sitz entscheidet ein anderes Team."
            yield NetzFault(netz.dateien[name], ("team",), message, f"Zuständig: {who}.", level, target.file)
