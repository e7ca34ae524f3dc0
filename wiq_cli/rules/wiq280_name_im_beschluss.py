"""In einem Beschluss steht ein Name.

Beschlüsse sind für alle da und bleiben lange stehen. Personen stehen dort deshalb nur mit ihrer „kennung“, und die hat
eigene Felder, zum Beispiel „betrifft: {person: p2}“. Sie bleiben im Haus. Steht eine Kennung im Text eines öffentlichen
Beschlusses, lesen sie alle. Dann warnt wiq.

wiq sucht die vollen Namen aller Personen des Netzwerks, auch in der Kennung des Beschlusses. Vornamen und Nachnamen allein
zählen, wenn die Person zum Team gehört, um das es geht, oder zum ST, UT, KT oder PT. Auch mit Einwilligung gilt: Ein
Beschluss bleibt für immer stehen, eine Einwilligung nicht. Was nur so klingt wie ein Name, steht in freigaben.yaml.

Falsch:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    titel: Udo Übermut wird Leitung
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:

Richtig:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p2, name: Udo Übermut, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    titel: Die Leitung ist gewählt
    regel:
    wahlkoerper:
    versuche: []
    ergebnis:
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
WORD = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])")
NO_WORD = re.compile(r"(?=.*[0-9]).*[a-z]")  # a kennung like „garten“ is a word like any other
WHAT = "Hier steht die Kennung einer Person. Der Beschluss ist öffentlich, und alle lesen sie."
REMEDY = "Schreib „die Person“. Wer gemeint ist, steht unter „betrifft“ und bleibt im Haus."


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    """Look for what stands for a person; the names themselves are found with all that is private."""
    people = (person.kennung for karte in netz.teams.values() for person in karte.personen)
    known = {kennung for kennung in people if kennung and NO_WORD.match(kennung)}
    for name, one in netz.beschluesse.items():
        if one.sichtbarkeit.stufe == "oeffentlich":
            for path, text in _shown(one):
                if not known.isdisjoint(WORD.findall(text)):
                    yield NetzFault(netz.dateien[name], path, WHAT, REMEDY, Level.WARNING)


def _shown(one: Beschluss) -> Iterator[tuple[DataPath, str]]:
    """Give what pages show of a decision, in the words of those who wrote it."""
    yield ("titel",), one.titel
    yield ("anlass",), one.anlass or ""
    yield ("antrag", "wortlaut"), one.antrag.wortlaut
    if one.ergebnis:
        yield ("ergebnis", "grund"), one.ergebnis.grund or ""
        yield ("ergebnis", "weiter"), one.ergebnis.weiter or ""
    if one.wiedervorlage:
        yield ("wiedervorlage", "frage"), one.wiedervorlage.frage or ""
