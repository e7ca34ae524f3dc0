"""Texts that tests share: a network that is in order, and one complete team in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEUTE = "2026-11-22"

WIQ = """\
schema: 1
name: Netz am Kanal
ort: Leipzig
bundesland: SN
domain: netz.example
datenschutz: https://netz.example/datenschutz
impressum: https://netz.example/impressum
"""

# One complete team in order; each page of a rule replaces some of its keys.
TEAM = """\
schema: 1
name: Garten am Kanal
verteiler: garten@netz.example
status: laeuft
stadtteile: [Lindenau]
themen: [Umwelt]
problem: [Am Kanal fehlt ein Ort für alle.]
zusammenfassung: Wir legen einen Garten an.
ziele:
  bis: 2027-09-15
  teilziele: [Beete anlegen, Leute einladen]
wirkung:
  - {indikator: Besucher, einheit: Leute, ausgangswert: 0, soll: 50}
weg:
  - {schritt: Fläche finden, bis: 2027-01-31}
support: [Werkzeug]
leitung:
  - {kennung: p901, name: Thea Testmann, email: thea@example.org, seit: 2026-01-01}
mitglieder:
  - {kennung: p902, name: Udo Übermut, email: udo@example.org, seit: 2026-01-01}
  - {kennung: p903, name: Vera Vorlage, email: vera@example.org, seit: 2026-01-01}
  - {kennung: p904, name: Willi Würfel, email: willi@example.org, seit: 2026-01-01}
  - {kennung: p905, name: Xenia Xylofon, email: xenia@example.org, seit: 2026-01-01}
kooperationspartner: [Gartenverein]
treffen:
  ort: Nachbarschaftszentrum
  rhythmus: [erster Montag im Monat 19:00 ab 07.09.2026]
offene_fragen: [Woher kommt das Wasser?]
chronik:
  - {am: 2026-11-02, text: Erstes Beet angelegt}
einwilligung:
  profil: {am: 2026-01-10, durch: p901, nachweis: Formular im Ordner 3}
"""


def with_keys(base: str, block: str) -> str:
    """Replace the top-level keys of ``base`` that ``block`` has, and add the others."""
    pieces = _pieces(base)
    for key, piece in _pieces(block).items():
        pieces[key] = piece
    return "".join(pieces.values())


def _pieces(text: str) -> dict[str, str]:
    pieces: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if match := re.match(r"([^\s#:-][^:]*):", line):
            key = match[1]
        pieces[key] = pieces.get(key, "") + line
    return pieces


def network(root: Path, teams: dict[str, str] | None = None, wiq: str = WIQ) -> Path:
    """Write a network and give its folder."""
    (root / "teams").mkdir(parents=True, exist_ok=True)
    (root / "wiq.yaml").write_text(wiq, encoding="utf-8")
    for name, text in (teams if teams is not None else {"garten": TEAM}).items():
        (root / "teams" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root
