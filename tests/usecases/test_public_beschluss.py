"""Decisions for everybody: only public ones of public teams, and nobody in them."""

from __future__ import annotations

import pytest

from tests.support.teams import model, rahmen, team
from wiq_cli.domain import public
from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.intern import INTERN_BESCHLUSS
from wiq_cli.usecases.public_beschluss import public_beschluesse

TEAMS = [("garten", team("frueher: [beet]\n")), ("st", team("art: ST\nname: Steuerungsteam\n"))]
ADOPTED = "ergebnis: {status: angenommen, durch: konsens, am: 2026-09-03, gilt_ab: 2026-09-03}\n"
VOTE = "wahlkoerper: {stichtag: 2026-09-01, zahl: %d}\nversuche: [{nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: %d, veto: 1}, ergebnis: nicht_erreicht}]\nbedenken: [{stufe: veto, versuch: 1, text: Zu teuer.}]\n"


def decision(more: str = ADOPTED, by: str = "st") -> Beschluss:
    head = f"schema: 1\nid: {by}-20260901-zelt\nteam: {by}\ntitel: Ein Zelt\nanlass: Es regnet.\nantrag: {{wortlaut: Wir kaufen ein Zelt.}}\n"
    return model(Beschluss, head + more)


def shown(more: str = ADOPTED, by: str = "st") -> dict[str, public.Beschluss]:
    return {key: part[0] for key, part in public_beschluesse([decision(more, by)], TEAMS, rahmen()).items()}


def test_a_decision_stands_with_its_team_and_with_the_one_it_is_about() -> None:
    assert set(shown()) == {"st"}
    both = shown(ADOPTED + "betrifft: {lt: beet}\nleistung: {bewilligt: [Zelt], offen: [{was: Geld, grund: leer}]}\n")
    assert set(both) == {"st", "garten"}
    assert both["st"] == both["garten"]
    one = both["st"]
    assert (one.betrifft, one.teamname, one.titel, one.wortlaut) == ("garten", "Steuerungsteam", "Ein Zelt", "Wir kaufen ein Zelt.")  # fmt: skip
    assert (one.bewilligt, one.offen[0].begruendung, one.stand) == (("Zelt",), "leer", "in_kraft")


@pytest.mark.parametrize(
    "more",
    [
        "", ADOPTED + "sichtbarkeit: netzwerk\n", ADOPTED + "sichtbarkeit: vertraulich\n", ADOPTED + "betrifft: {lt: geheim}\n",
        ADOPTED + "betrifft: {team: geheim}\n",
    ],
)  # fmt: skip
def test_what_is_not_public_is_not_there(more: str) -> None:
    assert shown(more) == {}


def test_a_team_without_a_page_shows_no_decisions() -> None:
    assert public_beschluesse([decision(by="chor")], TEAMS, rahmen()) == {}


@pytest.mark.parametrize(("voters", "there"), [(3, False), (4, True)])
def test_small_numbers_and_their_objections_stay_inside(voters: int, *, there: bool) -> None:
    one = shown(VOTE % (voters, voters - 1) + "ergebnis: {status: nicht_erreicht, am: 2026-09-03}\n")["st"]
    assert bool(one.abstimmungen[0].stimmen) is there
    assert "Zu teuer" not in one.model_dump_json()
    assert one.abstimmungen[0].verfahren == "Konsens"


@pytest.mark.parametrize("about", ["betrifft: {person: p1}\n", "art: wahl\n", "art: aufnahme\n"])
def test_about_a_person_only_the_result_is_said(about: str) -> None:
    one = shown(VOTE % (8, 7) + ADOPTED + about + "wiedervorlage: {am: 2027-01-01, frage: Geht es gut?}\n")["st"]
    assert (one.anlass, one.abstimmungen, one.frage, one.wiedervorlage) == (None, (), None, None)
    assert one.ergebnis == "angenommen"


def test_nothing_that_stays_in_the_house_reaches_the_page() -> None:
    inside = (
        "anwesend: [p77]\nprotokoll: {leitung: p77, ort: Hinterzimmer}\nverantwortlich: p77\nbetrifft: {person: p77}\n"
        "befangen: [{person: p77, umgang: geht hinaus}]\nvereinbarung: {art: datenschutz, wo: Schrank}\nstimmen: {p77: veto}\n"
        "umsetzung: [{aufgabe: besorgen, person: p77}]\nnachtraege: [{am: 2026-10-01, text: mehr}]\n"
    )
    text = shown(ADOPTED + inside)["st"].model_dump_json()
    assert not [word for word in ("p77", "Hinterzimmer", "hinaus", "Schrank", "besorgen", "mehr") if word in text]
    assert {one[0] for one in INTERN_BESCHLUSS} - {"betrifft"} <= set(Beschluss.model_fields)


def test_every_field_of_a_decision_is_decided() -> None:
    """A new field of a decision stays in the house until somebody names it in the public view."""
    elsewhere = {"schema", "art", "antrag", "leistung", "verfahren", "regel", "form", "wahlkoerper", "versuche", "bedenken", "sichtbarkeit",
                 "verweise", "anwesend_zahl", "zaehlart", "beteiligung", "umsetzung", "nachtraege", "ersetzt_durch", "nummer", "siegel"}  # fmt: skip
    intern = {one[0] for one in INTERN_BESCHLUSS if len(one) == 1}
    assert set(Beschluss.model_fields) == elsewhere | intern | (
        set(public.Beschluss.model_fields) & set(Beschluss.model_fields)
    )
