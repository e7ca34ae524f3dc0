"""What must not stand in a decision, as people write it, and what may."""

from __future__ import annotations

import pytest

from wiq_cli.domain.karte import Karte, Mitgliedschaft
from wiq_cli.domain.privat import Privates


def person(name: str, telefon: str | None = None) -> Mitgliedschaft:
    return Mitgliedschaft((), "p1", name, "z@example.org", telefon, None, None)


@pytest.fixture
def privates() -> Privates:
    people = (person("Zacharias Querflöte", "0341 5556677"), person("Dr. Anna Maria Grün"), person("Rose"))
    return Privates([Karte("st", "", "ST", "ST", "laeuft", "st@netz.example", (), (), (), people)])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zacharias Querflöte wird Leiter", "name"),
        ("Querfloete, Zacharias: Kasse", "name"),
        ("zacharias   QUERFLÖTES Vorschlag", "name"),
        ("st-20261122-zacharias-querfloete-wird", "name"),
        ("Anna Grün übernimmt", "name"),
        ("Wir beraten lange. " * 40 + "Dann wird Zacharias Querflöte gewählt.", "name"),
        ("Frau Anna Maria Grün", "name"),
        ("Schreib an wer@woanders.example.", "email"),
        ("Ruf an unter 0341 5556677", "telefon"),
        ("Mobil: +49 (171) 555-66-77", "telefon"),
        ("Nummer 3415556677", "telefon"),
        ("Das LT pflanzt eine Rose und Querflöten.", None),
        ("Der Verteiler st@netz.example bleibt.", None),
        ("Am 05.12.2026 oder 2026-12-06, um 09:00-12:00 Uhr, in 04229 Leipzig", None),
        ("Postleitzahlen 04229/04177", None),
        ("Bis zu 12.500,00 Euro für 2026/2027", None),
        ("st-20260903-plakate", None),
        ("sha256:0123456789012345678901234567890123456789", None),
    ],
)
def test_what_is_found(privates: Privates, text: str, kind: str | None) -> None:
    assert privates.find(text) == kind
