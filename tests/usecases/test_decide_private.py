"""What must not stand in a decision, as people write it, and what may."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from wiq_cli.scan.collecting import collect
from wiq_cli.scan.fields import scan_source
from wiq_cli.scan.types import Hit, Scalar
from wiq_cli.usecases.decide_private import Wache, about, written

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

STAFF = ("Zacharias Querflöte", "Dr. Anna Maria Grün")


def team(kuerzel: str, art: str, *names: str, consent: bool = False) -> list[Scalar]:
    """Give the texts of a team with these members."""
    file = f"teams/{kuerzel}.yaml"
    texts: list[tuple[tuple[str | int, ...], str]] = [(("art",), art), (("verteiler",), f"{kuerzel}@netz.example")]
    for number, name in enumerate(names):
        texts.append((("mitglieder", number, "name"), name))
        if consent:
            place = ("mitglieder", number, "einwilligung", "name")
            texts += [((*place, "antwort"), "ja"), ((*place, "am"), "2026-01-01")]
    return [Scalar(file, path, text) for path, text in texts]


@pytest.fixture(scope="module")
def watch() -> Wache:
    scalars = [
        Scalar("wiq.yaml", ("domain",), "netz.example"),
        *team("st", "ST", *STAFF),
        Scalar("teams/st.yaml", ("mitglieder", 0, "telefon"), "0341 5556677"),
        *team("garten", "LT", "Ottilie Tüchtig", "Rose", consent=True),
        *team("kanal", "LT", "Benno Beispiel"),
    ]
    return Wache(collect(scalars, date(2026, 11, 22)), (), scalars)


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
        ("Benno Beispiel aus einem anderen Team", "name"),
        ("Das Ideenmobil (Zacharias)", "name"),
        ("Der Bauwagen von Ottilie steht am Kanal.", "name"),
        ("Ottilie Tüchtig hat eingewilligt, aber nicht für immer.", "name"),
        ("Schreib an wer@woanders.example.", "email"),
        ("Ruf an unter 0341 5556677", "phone"),
        ("Mobil: +49 (171) 555-66-77", "phone"),
        ("Nummer 3415556677", "phone"),
        ("Das LT pflanzt eine Rose und Querflöten.", None),
        ("Ein Beispiel von Benno zählt nur in seinem Team.", None),
        ("Der Verteiler st@netz.example bleibt.", None),
        ("Am 05.12.2026 oder 2026-12-06, um 09:00-12:00 Uhr, in 04229 Leipzig", None),
        ("Postleitzahlen 04229/04177", None),
        ("Bis zu 12.500,00 Euro für 2026/2027", None),
        ("st-20260903-plakate", None),
        ("sha256:0123456789012345678901234567890123456789", None),
    ],
)
def test_what_is_found_in_a_decision_of_the_st_about_the_garden(watch: Wache, text: str, kind: str | None) -> None:
    assert watch.kind(text, ("st", "garten")) == kind
    assert bool([*watch.exposed([(("titel",), text)], ("st", "garten"))]) == bool(kind)


def test_what_a_decision_is_about() -> None:
    texts: list[tuple[tuple[str | int, ...], str]] = [
        (("team",), "st"), (("betrifft", "lt"), "garten"), (("betrifft", "teams", 0), "ut"), (("titel",), "kt"),
        (("siegel", "sha256"), "0341 5556677"),
    ]  # fmt: skip
    assert about(texts) == ("st", "garten", "ut")
    assert [path for path, _ in written(texts)][-1] == ("titel",)


def test_teams_that_do_not_exist_are_looked_for_once(watch: Wache, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def scan(needles: Needles, text: str, team: str | None) -> set[Hit]:
        asked.append(team)
        return scan_source(needles, text, team)

    monkeypatch.setattr("wiq_cli.usecases.decide_private.scan_source", scan)
    teams = [f"team-{number}" for number in range(1900)]
    assert watch.kind("Benno Beispiel", teams) == "name"
    assert watch.kind("Benno", ["kanal", *teams]) == "name"
    assert watch.kind("Schreib an wer@woanders.example.", ()) == "email"
    assert asked == [None, "kanal", None]
