"""Eine Zahl zeigt auf eine Person.

In einem Team aus zwei oder drei Leuten sagt „1 Veto“ fast schon, wer es war. Dasselbe gilt für einen Satz wie „Ein Nein kam
von der Bank Politik“: Auf ihr sitzen nur zwei. Ein öffentlicher Beschluss nennt so kleine Zahlen nicht.
Es zählen Nein, Enthaltungen, Bedenken und Vetos unter 3. Sind alle dafür, verrät das niemanden.

Lasst den Beschluss im Netzwerk: „sichtbarkeit: {stufe: netzwerk, grund: …, pruefen_am: …}“. Oder schreibt den Satz anders.

Falsch:

    #: beschluesse/kt/2026/kt-20260903-plakate.yaml
    wahlkoerper: {stichtag: 2026-09-03, zahl: 3}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 2, veto: 1}, ergebnis: nicht_erreicht}
    ergebnis: {status: nicht_erreicht, durch: konsens, am: 2026-09-03}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/kt/2026/kt-20260903-plakate.yaml
    wahlkoerper: {stichtag: 2026-09-03, zahl: 3}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 2, veto: 1}, ergebnis: nicht_erreicht}
    ergebnis: {status: nicht_erreicht, durch: konsens, am: 2026-09-03}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
    sichtbarkeit: {stufe: netzwerk, grund: Das Team ist klein., pruefen_am: 2027-09-03}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.kleine_zahl import small_counts
from wiq_cli.domain.public import KLEIN
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import voters_by_the_file
from wiq_cli.domain.verdict import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
ONE_OR_TWO = re.compile(
    r"\b(?:1|2|ein|eine|einer|zwei|beide)\s+(?:\w+\s+)?(?:veto|nein|gegenstimme|enthaltung|einwand|bedenken)",
    re.IGNORECASE,
)
SMALLER = "Lasst den Beschluss im Netzwerk, mit Grund und „pruefen_am“."


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    benches = _benches(netz)
    for name, one in netz.beschluesse.items():
        if one.sichtbarkeit.stufe != "oeffentlich":
            continue
        for path, word in small_counts(one, voters_by_the_file(netz, one)):
            message = f"Das Team ist so klein, dass diese Zahl auf eine Person zeigt: {WORD[word]}."
            yield NetzFault(netz.dateien[name], path, message, SMALLER)
        for path, text in _texts(one):
            if any(_points(sentence, benches) for sentence in re.split(r"[.;\n]", text)):
                message = "Dieser Satz zeigt auf eine Person: wenige Stimmen von einer kleinen Bank."
                remedy = "Nennt die Bank nicht, oder die Zahl nicht."
                yield NetzFault(netz.dateien[name], path, message, remedy, Level.WARNING)  # only people know for sure


def _benches(netz: Netz) -> re.Pattern[str] | None:
    """Give what finds the name of a small bench in a text."""
    types = netz.rahmen.regeln.teams.values()
    small = [(key, bench) for one in types for key, bench in one.aufnahme.baenke.items() if (bench.sitze or 0) < KLEIN]
    words = {word for key, bench in small for word in (key, bench.name) if word}
    found = "|".join(sorted(map(re.escape, words)))
    return re.compile(rf"\b(?:{found})\b", re.IGNORECASE) if words else None


def _points(sentence: str, benches: re.Pattern[str] | None) -> bool:
    return benches is not None and bool(ONE_OR_TWO.search(sentence)) and bool(benches.search(sentence))


def _texts(one: Beschluss) -> Iterator[tuple[DataPath, str]]:
    yield ("titel",), one.titel
    yield ("anlass",), one.anlass or ""
    yield ("antrag", "wortlaut"), one.antrag.wortlaut
    yield from ((("bedenken", number, "text"), each.text) for number, each in enumerate(one.bedenken))
