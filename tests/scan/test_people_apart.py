"""Who else a text can mean: people everybody knows, people in notes, short surnames, members by what they do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from wiq_cli.scan.collecting import collect
from wiq_cli.scan.scanner import scan_text
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

TEXTS = {
    ("mitglieder", 0, "name"): "Hildegard Querflöte",
    ("mitglieder", 0, "rolle"): "Rechtsanwältin",
    ("mitglieder", 1, "name"): "Wolfgang Übermut",
    ("mitglieder", 1, "rolle"): "Buchhaltung und Steuern",
    ("mitglieder", 2, "name"): "Kim Lê",
    ("mitglieder", 3, "name"): "Mustafa al-Quast",
    ("mitglieder", 4, "name"): "Clara Zetkin",
    ("mitglieder", 5, "telefon"): "034297 481235",
    ("notizen", 0): "Der Vermieter Otto Zapfenstreich will mehr, Frau Plötz auch.",
}


@pytest.fixture(scope="module")
def needles() -> Needles:
    return collect([Scalar("teams/x.yaml", path, text) for path, text in TEXTS.items()], date(2026, 11, 22))


@pytest.mark.parametrize(
    "text",
    [
        "Hildegard von Bingen und Johann Wolfgang von Goethe", "Wolfgang-Heinze-Straße, Hildegard-von-Bingen-Schule", "Wolfgang-Verlag, Hildegard-Kita",
        "Herr der Ringe als Puppenspiel", "Leipziger Tafel e. V. (?)", "Buchhaltung und Steuern: ein Abend für alle", "Wir haben eine Buchhaltung.",
        "Eine Rechtsanwältin aus dem Viertel wäre toll.", "Wer kennt eine Rechtsanwältin?",
    ],
)  # fmt: skip
def test_nobody_of_ours(text: str, needles: Needles) -> None:
    assert not scan_text(needles, text, "x.md", "x")


@pytest.mark.parametrize(
    "text",
    [
        "Hildegard", "Hildegard von Bingen liest, Hildegard auch.", "Wolfgang Amadeus", "Clara Zetkin", "Frau Lê", "Kim L.", "Herr Quast", "Otto Zapfenstreich",
        "Zapfenstreich vermietet", "Frau Plötz", "481235 (Vorwahl 034297)", "Im Team ist eine Rechtsanwältin.", "Wir haben eine Rechtsanwältin im Team.",
        "Rechtsanwältin (Mitglied)", "Eine der fünf Personen ist Rechtsanwältin.", "Person 2: Buchhaltung und Steuern",
    ],
)  # fmt: skip
def test_somebody_of_ours(text: str, needles: Needles) -> None:
    assert scan_text(needles, text, "x.md", "x")
