"""Der Grund einer Ablehnung nennt ein Merkmal aus dem Leitbild.

Jeder Mensch ist willkommen, unabhängig von Alter, Herkunft, Religion, Geschlechtsidentität, Bildung, Einkommen, Behinderung,
Berufsstatus oder politischer Orientierung. Steht so ein Wort in einer Begründung, lest sie noch einmal.
Oft ist alles in Ordnung: Eine fehlende Rampe ist ein guter Grund, eine Behinderung nicht.

Falsch:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung:
      abgelehnt:
        - was: Werkzeug
          grund: Die Gruppe ist uns zu alt dafür.
          weiter: Wir fragen noch einmal nach.

Richtig:

    support: [Werkzeug]
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    art: lt_unterstuetzung
    titel: Werkzeug für den Garten
    antrag: Das ST unterstützt den Garten mit Werkzeug.
    betrifft: {lt: garten}
    leistung:
      abgelehnt:
        - was: Werkzeug
          grund: Der Bestand ist gerade verliehen.
          weiter: Wir fragen noch einmal nach.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.HINT
REFUSED = ("abgelehnt", "nicht_erreicht", "vertagt")
TRAITS = {
    "Alter": r"zu alt|zu jung|(?:wegen|ihre[sm]|seine[sm]|dem|das|im|hohen) alters?|alters\w+|jüngere\w*|ältere\w*|senior\w*|rentner\w*|jugendliche\w*|minderjährig\w*",
    "Herkunft": r"herkunft|ausländ\w*|migrant\w*|migrations\w*|flüchtling\w*|geflüchtet\w*|staatsangehörig\w*|deutschkenntniss\w*|hautfarbe|akzent",
    "Religion": r"religi\w*|glauben?|muslim\w*|islam\w*|christ(?:en|in|lich)\w*|jüdisch\w*|jud(?:e|en|entum)|kirch\w*|kopftuch",
    "Geschlecht": r"geschlecht\w*|frau(?:en)?|männer|mann|weiblich\w*|männlich\w*|trans\w{0,4}|divers|queer\w*|schwul\w*|lesbisch\w*|homosexuell\w*",
    "Bildung": r"bildungs?\w*|schulabschluss\w*|ungebildet\w*|akademiker\w*|studienabschluss\w*",
    "Einkommen": r"einkommen\w*|hartz|bürgergeld\w*|sozialhilfe\w*|vermögen\w*|arme leute|ärmere\w*",
    "Behinderung": r"behinder\w*|schwerbehindert\w*|rollstuhl\w*|blind\w*|gehörlos\w*|autis\w*|psychisch krank\w*",
    "Beruf": r"berufsstatus|arbeitslos\w*|erwerbslos\w*|ungelernt\w*",
    "Politik": r"politische?n? (?:ansicht|orientierung|gesinnung|einstellung)\w*|parteimitglied\w*|parteibuch",
}
PATTERNS = {trait: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for trait, words in TRAITS.items()}


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for path, reason in _reasons(beschluss):
        trait = next((trait for trait, pattern in PATTERNS.items() if pattern.search(reason)), None)
        if trait:
            message = f"Diese Begründung nennt etwas, das im Leitbild steht: {trait}."
            yield Fault(path, message, "Bitte prüfen: Geht es um die Sache oder um die Menschen?")


def _reasons(beschluss: Beschluss) -> Iterator[tuple[DataPath, str]]:
    """Give every text that says why something is refused or put off."""
    if beschluss.leistung:
        for key in ("abgelehnt", "offen"):
            wishes = enumerate(getattr(beschluss.leistung, key))
            yield from ((("leistung", key, number, "grund"), one.grund) for number, one in wishes if one.grund)
    if beschluss.ergebnis and beschluss.ergebnis.grund:
        yield ("ergebnis", "grund"), beschluss.ergebnis.grund
    if beschluss.status in REFUSED:
        yield from ((("bedenken", number, "text"), one.text) for number, one in enumerate(beschluss.bedenken))
        yield from ((("nachtraege", number, "text"), one.text) for number, one in enumerate(beschluss.nachtraege))
