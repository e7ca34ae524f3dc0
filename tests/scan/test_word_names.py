"""People who are called like a word, a day, a town: as words nobody means them, and where somebody means them it shows."""

from __future__ import annotations

from datetime import date

import pytest

from wiq_cli.scan.needles import Needles, collect
from wiq_cli.scan.scanner import scan_text
from wiq_cli.scan.types import Scalar

PEOPLE = (
    "Maren Koch", "Heike Sonntag", "Mai Klein", "Henrike Lang", "Ottmar Leipziger", "Ruth Neustadt", "Luise Juli", "Til Heute", "Benno Winter", "Veit Jahn Sommer",
    "Jan Zabel", "Gesine Müller", "Ada Recht", "Hildegard von Sommerfeld", "Peer Zwickau", "Nora Wolle", "Iwo Mittag", "Else Gerade",
)  # fmt: skip


@pytest.fixture(scope="module")
def needles() -> Needles:
    texts = [Scalar("teams/x.yaml", ("mitglieder", number, "name"), name) for number, name in enumerate(PEOPLE)]
    return collect([Scalar("wiq.yaml", ("ort",), "Leipzig"), *texts], date(2026, 11, 22))


def is_found(needles: Needles, text: str) -> bool:
    return bool(scan_text(needles, text, "x.md", "x"))


@pytest.mark.parametrize(
    "text",
    [
        "Sonntags und am Sonntag geschlossen. Sonntag kocht das Team, Mittag gibt es um zwölf.",
        "Leipziger Vereine und die Leipziger aus der Neustadt. Danke an alle Leipziger!",
        "Heute kochen wir. Morgen auch. Rechts vom Eingang, längs der Straße.",
        "Termin (Mai), Öffnungszeiten (Sonntag), Pause (Winter)",
        "Kontakt: Sonntag 10–12 Uhr. Anmeldung: Mittag bis 13 Uhr.",
        "Danke am Sonntag, dank der Wolle, Fragen zur Wolle",
        "z. B. Koch oder Kellner, i. d. R. Sonntag, u. U. Winter",
        "‚Winter‘ heißt das Stück, ein anderes ‚Koch und König‘.",
        "Jan. bis März, Jan.–Feb., bis 31. Jan.",
        "Im Garten des Kochs, eines alten Müllers Lust, Anfang des Winters",
        "Die Linie 7 fährt nach Sommerfeld, ein Zug nach Zwickau.",
        "Gerade und krumme Bretter. Gerade ist Platz.",
    ],
)
def test_words(text: str, needles: Needles) -> None:
    assert not is_found(needles, text)


@pytest.mark.parametrize(
    "text",
    [
        "Frau Koch", "Kontakt: Koch", "Kontakt: Winter", "(Koch)", "Dank an Koch", "Koch's Rezept", "Koch kocht", "Kochs Rezepte", "Müllers Hof",
        "Mai Klein", "Klein, Mai", "H. Sonntag", "Sonntag, H.", "Herr Leipziger", "Ottmar Leipziger", "Herr Heute", "Mai organisiert den Stand",
        "H. v. Sommerfeld", "H. von Sommerfeld", "Frau von Sommerfeld", "Jan hilft.", "Winter J. oder B. Winter", "Familie Zwickau",
    ],
)  # fmt: skip
def test_people(text: str, needles: Needles) -> None:
    assert is_found(needles, text)
