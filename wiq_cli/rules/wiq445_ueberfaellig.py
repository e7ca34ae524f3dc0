"""Etwas aus einem Beschluss ist überfällig.

Eine Aufgabe sollte schon erledigt sein, eine Wiedervorlage schon angeschaut, oder ihr wolltet prüfen, wer den Beschluss
lesen darf. Der Tag selbst zählt noch nicht als überfällig.

Bei einer Aufgabe steht „erledigt: ja“, sobald sie getan ist. Habt ihr noch einmal hingeschaut, dann haltet es fest:
wiq decide note BESCHLUSS TEXT --kind wiedervorlage. Für die Sichtbarkeit heißt es --kind sichtbarkeit.
Was überall fällig ist, zeigt wiq decide due.

Falsch:

    #: beschluesse/st/2026/st-20260305-plakate.yaml
    umsetzung:
      - {aufgabe: Plakate drucken, team: st, bis: 2026-05-31}

Richtig:

    #: beschluesse/st/2026/st-20260305-plakate.yaml
    umsetzung:
      - {aufgabe: Plakate drucken, team: st, bis: 2026-05-31, erledigt: ja}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.geltung import Geltung, looked_at
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING
CARRIED_OUT = {"in_kraft", "abgelaufen"}


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    heute, geltung = netz.rahmen.heute, Geltung(netz.beschluesse.values())
    for name, one in netz.beschluesse.items():
        file, stand = netz.dateien[name], geltung.stand(one, heute)
        again, look = one.wiedervorlage, one.sichtbarkeit.pruefen_am
        if again and again.am < heute and stand != "ersetzt" and not looked_at(one, "wiedervorlage", again.am):
            message = "Diese Wiedervorlage ist überfällig."
            remedy = f"Schaut hin und haltet es fest: wiq decide note {one.id} … --kind wiedervorlage"
            yield NetzFault(file, ("wiedervorlage", "am"), message, remedy)
        if look and look < heute and not looked_at(one, "sichtbarkeit", look):
            message = "Ihr wolltet schon geprüft haben, wer diesen Beschluss lesen darf."
            remedy = f"Prüft es und haltet es fest: wiq decide note {one.id} … --kind sichtbarkeit"
            yield NetzFault(file, ("sichtbarkeit", "pruefen_am"), message, remedy)
        for number, task in enumerate(one.umsetzung if stand in CARRIED_OUT else ()):
            if task.bis and task.bis < heute and not task.erledigt:
                message = "Diese Aufgabe ist überfällig."
                remedy = "Ist sie getan, dann schreib „erledigt: ja“. Sonst gib ihr einen neuen Tag."
                yield NetzFault(file, ("umsetzung", number, "bis"), message, remedy)
