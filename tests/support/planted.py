"""A team whose private fields all hold values that nobody can mistake, and the look for them in what wiq says."""

from __future__ import annotations

from tests.support.texts import TEAM, with_keys

PRIVATE = (
    "Querflöte", "Quirinius", "geheimadresse", "7654321", "Oberbrandmeisterin", "Zettelkasten", "Siebenschläfer", "Pfannkuchen", "Waffeleisen",
    "83456719921", "Geheimwort", "Tagesgeheimnis", "Protokollgeheimnis", "Blinddarm", "Eierlikör", "Stadtbezirksgeheimnis",
)  # fmt: skip
STUFFED = with_keys(
    TEAM,
    """\
leitung:
  # Eierlikör mag sie auch
  - kennung: p901
    name: Quirinius Querflöte
    email: geheimadresse@example.org
    telefon: 0341 7654321
    rolle: Oberbrandmeisterin im Ruhestand
    seit: 2026-01-01
    zugang: {weg: entsendung, von: Stadtbezirksgeheimnis, nachweis: Zettelkasten im Nachtschrank}
    einwilligung: {name: {antwort: nein, am: 2026-01-01, nachweis: Ordner Siebenschläfer}}
support:
  - {was: Werkzeug, art: material, notiz: Waffeleisen von nebenan}
treffen:
  ort: bei Familie Muster
  termine: [24.12.2026 18:00]
  ausfall: [24.12.2026 Blinddarm]
  link: https://zoom.us/j/83456719921?pwd=Geheimwort
  tagesordnung: [https://pad.example/Tagesgeheimnis]
  protokolle: [https://pad.example/Protokollgeheimnis]
notizen: [Pfannkuchen backen]
einwilligung:
  profil: {am: 2026-01-10, durch: p901, nachweis: Siebenschläfer}
""",
)


def shown(text: str) -> list[str]:
    """Give the planted values that a text holds, however they are written."""
    text = text.casefold()
    return [value for value in PRIVATE if value.casefold() in text]
