"""Der Verteiler erreicht niemanden.

Das Team hat eine Verteileradresse, aber niemand bekommt die Post. Wer an die Adresse schreibt, wartet umsonst.
In den Verteiler kommt, wer eine E-Mail-Adresse hat, noch dabei ist und zum Zweck „verteiler“ ja gesagt hat.
Wer nicht gefragt wurde, hat nicht ja gesagt. Bei Minderjährigen braucht es den Nachweis der Sorgeberechtigten.

Die Regel sagt nichts, solange im Team noch niemand zum Verteiler gefragt wurde.
Sie sagt auch nichts zu einem abgeschlossenen Team.

Falsch:

    leitung:
      - kennung: p901
        name: Thea Testmann
        email: thea@example.org
        einwilligung: {verteiler: {antwort: nein, am: 2026-01-05}}

Richtig:

    leitung:
      - kennung: p901
        name: Thea Testmann
        email: thea@example.org
        einwilligung: {verteiler: {antwort: ja, am: 2026-01-05, nachweis: Formular im Ordner 3}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.verteilung import verteilung

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
NEEDS = (("leitung",), ("mitglieder",))


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:
    if team.verteiler is None or team.status == "abgeschlossen":
        return
    asked = any(one.einwilligung and one.einwilligung.verteiler for _, _, one in team.personen())
    if asked and not verteilung(team, rahmen.heute).empfaenger:
        yield Fault(
            ("verteiler",),
            "Diese Adresse erreicht niemanden.",
            "Frag, wer die Post bekommen möchte, und trag die Antwort ein: wiq person consent.",
        )
