"""Jemand sitzt für ein Team, zu dem er oder sie nicht gehört.

Eine Bank kann verlangen, dass die Person zu einem anderen Team gehört („mitglied_in“ in regeln.yaml). Auf der Bank des
Unterstützungsteams sitzen zum Beispiel Mitglieder des Unterstützungsteams. Es zählt der erste Tag auf der Bank und heute.
Die Person steht mit derselben Kennung in beiden Dateien.

Falsch:

    #: teams/ut.yaml
    # wiq: erlaubt WIQ511, weil es hier nur um die Bank geht
    art: UT
    name: Unterstützungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p11, seit: 2026-05-01}
    #: teams/st.yaml
    # wiq: erlaubt WIQ503 und WIQ505, weil es hier nur um die Bank geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p11, seit: 2026-03-01, zugang: {weg: entsendung, bank: ut, von: PT}}

Richtig:

    #: teams/ut.yaml
    # wiq: erlaubt WIQ511, weil es hier nur um die Bank geht
    art: UT
    name: Unterstützungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p11, seit: 2026-02-15}
    #: teams/st.yaml
    # wiq: erlaubt WIQ503 und WIQ505, weil es hier nur um die Bank geht
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    mitglieder:
      - {kennung: p11, seit: 2026-03-01, zugang: {weg: entsendung, bank: ut, von: PT}}
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wiq_cli.domain.aufnahme import eintritte
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.karte import Mitgliedschaft
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    elsewhere: dict[tuple[str, str], list[tuple[Mitgliedschaft, str]]] = defaultdict(list)
    for karte, person in netz.personen():
        if person.kennung is not None:
            elsewhere[karte.art, person.kennung].append((person, karte.file))
    types = {karte.art for karte in netz.teams.values()}
    heute = netz.rahmen.heute
    for one in eintritte(netz):
        needed = one.eingang.mitglied_in
        if needed is None or needed not in types or netz.unlesbar or one.person.kennung is None:
            continue  # without a file of that team nobody can tell
        there = elsewhere[needed, one.person.kennung]
        level, also = one.level(Level.WARNING), there[0][1] if there else ""
        begin = one.person.seit or heute
        if not any(person.member_on(begin) for person, _ in there):
            message, remedy = (
                f"Am ersten Tag gehörte die Person nicht zu: {needed}.",
                "Prüf „seit“ und „bis“ in beiden Dateien.",
            )
            yield NetzFault(one.karte.file, one.path("seit"), message, remedy, level, also)
        elif one.person.member_on(heute) and not any(person.member_on(heute) for person, _ in there):
            message, remedy = f"Die Person gehört nicht mehr zu: {needed}.", "Prüft, ob jemand nachfolgen soll."
            yield NetzFault(one.karte.file, one.path("zugang", "bank"), message, remedy, level, also)
