"""Das Team hat noch kein eigenes Verfahren.

Ein Lösungsteam legt selbst fest, wie es entscheidet. Bis dahin nennt ihr das Verfahren bei jedem Beschluss, und wiq zählt
danach. Nennt ihr keins, schreibt wiq nur auf, was ihr sagt. Der Hinweis steht nur beim neuesten Beschluss. So fasst ihr den ersten: wiq decide new --kind verfahren --decides konsens

Falsch:

    #: beschluesse/garten/2026/garten-20260903-beete.yaml
    titel: Neue Beete
    antrag: Wir legen zwei Beete an.
    regel: {verfahren: selbst}
    ergebnis: {status: angenommen, am: 2026-09-03}
    wahlkoerper:
    versuche: []

Richtig:

    #: beschluesse/garten/2026/garten-20260901-verfahren.yaml
    art: verfahren
    titel: So entscheiden wir
    antrag: Wir entscheiden im Konsens, sonst mit einfacher Mehrheit.
    verfahren: {art: konsens, sonst: einfache_mehrheit}
    regel: {verfahren: selbst}
    ergebnis: {status: angenommen, am: 2026-09-01}
    wahlkoerper:
    versuche: []
    #: beschluesse/garten/2026/garten-20260903-beete.yaml
    titel: Neue Beete
    antrag: Wir legen zwei Beete an.
    regel: {durch: garten-20260901-verfahren, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto]}
    wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5}, ergebnis: erreicht}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.procedure import own_procedure
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import is_counted, is_imposed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.HINT


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    day, known = netz.rahmen.heute, netz.beschluesse.values()
    newest = {
        beschluss.team: name
        for name, beschluss in sorted(netz.beschluesse.items(), key=lambda item: item[1].opened)
        if beschluss.art != "verfahren"
    }
    for team, name in newest.items():
        beschluss = netz.beschluesse[name]
        if not is_imposed(netz, beschluss) and own_procedure(known, team, day) is None:
            counts = is_counted(netz, beschluss)
            yield NetzFault(
                netz.dateien[name],
                ("regel",),
                "Dieses Team hat noch nicht beschlossen, wie es entscheidet. "
                + ("wiq zählt nach dem Verfahren, das hier steht." if counts else "wiq zählt deshalb nicht nach."),
                "Fasst einen ersten Beschluss: wiq decide new --kind verfahren --decides konsens",
            )
