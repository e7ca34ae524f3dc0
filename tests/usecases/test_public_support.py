"""What the steering team said to a wish shows as one word, and only from decisions that everybody may read."""

from __future__ import annotations

import pytest

from tests.support.teams import model, rahmen, team
from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.usecases.publish import plan

ADOPTED = "ergebnis: {status: angenommen, am: 2026-09-01, gilt_ab: 2026-09-01}\n"
LEISTUNG = "leistung: {bewilligt: [zelt], abgelehnt: [{was: Geld, grund: Die Kasse ist leer}], offen: [Raum]}\n"


def decision(
    more: str = ADOPTED, leistung: str = LEISTUNG, name: str = "st-20260901-garten", by: str = "st"
) -> Beschluss:
    head = f"schema: 1\nid: {name}\nteam: {by}\nart: lt_unterstuetzung\ntitel: Garten\nantrag: {{wortlaut: Hilfe}}\n"
    return model(Beschluss, head + ("" if "betrifft:" in more else "betrifft: {lt: garten}\n") + leistung + more)


def said(*beschluesse: Beschluss) -> list[str | None]:
    teams = [("garten", team("support: [Zelt, Geld, Raum, Leute]\n")), ("st", team("art: ST\n"))]
    return [one.entscheidung for one in plan(teams, rahmen(), beschluesse).profiles[0].support]


def test_each_wish_has_its_answer() -> None:
    assert said(decision()) == ["bewilligt", "abgelehnt", "offen", None]
    assert said() == [None] * 4


@pytest.mark.parametrize(
    "more",
    [
        "", "ergebnis: {status: abgelehnt, am: 2026-09-01}\n", ADOPTED + "sichtbarkeit: netzwerk\n", ADOPTED + "betrifft: {lt: chor}\n",
        "ergebnis: {status: angenommen, am: 2026-09-01, gilt_ab: 2026-12-01}\n",
        "ergebnis: {status: angenommen, am: 2026-09-01, gilt_bis: 2026-10-01}\n",
    ],
)  # fmt: skip
def test_nothing_of_another_decision_shows(more: str) -> None:
    assert said(decision(more)) == [None] * 4


def test_only_the_steering_team_decides() -> None:
    assert said(decision(by="garten", name="garten-20260901-garten")) == [None] * 4


def test_a_later_decision_replaces_an_earlier_one() -> None:
    later = decision(ADOPTED.replace("2026-09", "2026-10"), "leistung: {bewilligt: [Geld]}\n", name="st-20261001-geld")
    assert said(later, decision()) == ["bewilligt", "bewilligt", "offen", None]
