"""The rules as sentences: who decides, how it is counted, how people come in."""

from __future__ import annotations

import pytest

from tests.support.teams import model, rahmen
from wiq_cli.domain.regeln import Begriff
from wiq_cli.usecases.public_regeln import _counted, public_rules

RULES = public_rules(rahmen().regeln)
TEAMS = {one.art: one for one in RULES.teams}


def test_every_type_of_team_says_how_it_decides() -> None:
    assert TEAMS["ST"].entscheidet == ("Konsens.", "Falls nicht erreichbar: einfache Mehrheit.")
    assert TEAMS["ST"].zustaendig[0] == "Unterstützung für ein Lösungsteam"
    assert "Politik (2 Sitze): Entsendung durch Stadtbezirksbeirat." in TEAMS["ST"].aufnahme
    assert TEAMS["LT"].entscheidet == TEAMS["LT"].aufnahme == ("Das legt jedes Team selbst fest.",)
    assert "Projektteam und Steuerungsteam" in TEAMS["UT"].aufnahme[0]
    assert TEAMS["PT"].aufnahme[1].endswith("Gelingt das nicht, gibt es keinen Beschluss.")


def test_only_procedures_in_use_are_explained() -> None:
    assert [one.name for one in RULES.verfahren] == ["Konsens", "Einfache Mehrheit"]


def test_whose_ok_it_takes() -> None:
    by_topic = {one.was: one for one in RULES.zustimmungen}
    assert by_topic["Ausgabe über 150 Euro"].wer == "Kernteam"
    assert by_topic["Ausgabe über 150 Euro"].mitsprache == ("Vorher zustimmen: Trägerin",)


@pytest.mark.parametrize(
    ("begriff", "said"),
    [
        ("basis: ja_nein\nmehr_als: 1/2\n", "Es braucht mehr als die Hälfte Ja unter allen Ja- und Nein-Stimmen."),
        ("basis: mitglieder\nmindestens: 2/3\n", "Es braucht mindestens 2/3 Ja unter allen Mitgliedern."),
        ("basis: anwesende\nmindestens: 1/1\n", "Alle Anwesenden sagen Ja."),
        ("scheitert_bei: [schwere_bedenken, veto]\n", "„schwere Bedenken“ oder „Veto“"),
        ("scheitert_bei: [veto]\nschweigen_tage: 3\n", "Wer in 3 Tagen nicht widerspricht"),
        ("auswahl: meiste_stimmen\n", "meisten Stimmen"),
        ("auswahl: geringster_widerstand\n", "geringsten Widerstand"),
    ],
)
def test_how_it_is_counted(begriff: str, said: str) -> None:
    assert said in " ".join(_counted(model(Begriff, begriff)))
