"""The rules that ship with wiq say what the network's own page says, and a network can add to them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from wiq_cli.domain.regeln import Regeln
from wiq_cli.domain.structure import read
from wiq_cli.files.loader import parse
from wiq_cli.files.netz import SHIPPED_REGELN


def regeln(text: str) -> Any:
    return read(Regeln, parse(text, "regeln.yaml"))


@pytest.fixture(scope="module")
def shipped() -> Regeln:
    reading = regeln(SHIPPED_REGELN.read_text(encoding="utf-8"))
    assert reading.clean
    return reading.model  # type: ignore[no-any-return]


def test_five_types_with_the_procedures_of_the_page(shipped: Regeln) -> None:
    ways = {art: (team.verfahren.art, team.verfahren.fallback) for art, team in shipped.teams.items()}
    both = ("konsens", "einfache_mehrheit")
    assert ways == {"ST": both, "LT": ("selbst", None), "UT": both, "KT": both, "PT": both}


def test_the_pt_admits_by_consensus_alone(shipped: Regeln) -> None:
    admission = shipped.teams["PT"].aufnahme
    assert admission.weg == "absichtserklaerung"
    assert admission.beschluss
    assert (admission.beschluss.art, admission.beschluss.fallback) == ("konsens", None)


def test_ut_and_kt_are_appointed_jointly(shipped: Regeln) -> None:
    for art in ("UT", "KT"):
        assert shipped.teams[art].aufnahme.weg == "ernennung"
        assert shipped.teams[art].aufnahme.gemeinsam == ["PT", "ST"]


def test_the_four_benches_of_the_st_and_their_ways(shipped: Regeln) -> None:
    benches = shipped.teams["ST"].aufnahme.baenke
    assert {name: (bench.weg, bench.von) for name, bench in benches.items()} == {
        "politik": ("entsendung", "Stadtbezirksbeirat"),
        "verwaltung": ("entsendung", "Amt"),
        "zivilgesellschaft": ("wahl", None),
        "ut": ("entsendung", "PT"),
    }
    assert all(bench.quelle for bench in benches.values()), "the page names no number of seats"


def test_only_the_st_decides_on_support(shipped: Regeln) -> None:
    found = shipped.competent("lt_unterstuetzung")
    assert found
    assert (found[0], found[1].quelle) == ("ST", None)
    assert shipped.competent("sachbeschluss") is None


def test_the_simple_majority_is_more_than_half_of_yes_and_no(shipped: Regeln) -> None:
    rule = shipped.begriffe["einfache_mehrheit"]
    assert (rule.basis, rule.mehr_als, rule.beschlussfaehigkeit) == ("ja_nein", Fraction(1, 2), None)


def test_only_lt_fill_the_rows_of_the_concept(shipped: Regeln) -> None:
    assert [art for art, team in shipped.teams.items() if team.konzept] == ["LT"]


def test_what_the_page_does_not_say_names_its_source(shipped: Regeln) -> None:
    assert all(row.quelle for row in shipped.befugnisse)
    assert shipped.begriffe["konsens"].quelle
    assert shipped.begriffe["einfache_mehrheit"].quelle is None


OWN = """\
fassung: r-9
gilt_ab: 2026-01-01
begriffe:
  drei_viertel: {basis: mitglieder, mindestens: 3/4, beschlussfaehigkeit: 5}
teams:
  OE: {name: Öffentlichkeitsteam, aufgabe: Erzählt davon, verfahren: drei_viertel, aufnahme: selbst}
"""


def test_a_network_adds_types_and_procedures_without_code() -> None:
    own = regeln(OWN)
    assert own.clean
    assert own.model.teams["OE"].verfahren.art == "drei_viertel"
    assert own.model.begriffe["drei_viertel"].mindestens == Fraction(3, 4)
    assert own.model.begriffe["drei_viertel"].beschlussfaehigkeit.personen == 5


@pytest.mark.parametrize(
    "begriff",
    [
        "{basis: ja_nein}",
        "{mehr_als: 1/2, scheitert_bei: [veto]}",
        "{mehr_als: 1/2, mindestens: 2/3}",
        "{mehr_als: 1/1}",
        "{mindestens: 0/3}",
        "{mindestens: 3/2}",
        "{mindestens: 66 %}",
        "{mehr_als: 0.5}",
        "{mehr_als: 1/2, nur_begruendet: ja}",
        "{scheitert_bei: [einspruch]}",
        "{mehr_als: 1/2, schweigen_tage: 3}",
        "{mehr_als: 1/2, auswahl: meiste_stimmen}",
        "{auswahl: zufall}",
    ],
)
def test_what_cannot_be_counted_is_refused_with_its_place(begriff: str) -> None:
    found = regeln(OWN.replace("{basis: mitglieder, mindestens: 3/4, beschlussfaehigkeit: 5}", begriff))
    assert [one.span.line for one in found.findings] == [4]
    assert found.findings[0].path[:2] == ("begriffe", 0)  # a key that people choose may be a name


VERSIONS = """\
fassung: r-3
gilt_ab: 2026-01-01
frueher:
  - {fassung: r-1, gilt_ab: 2024-01-01, gilt_bis: 2024-12-31}
  - fassung: r-2
    gilt_ab: 2025-01-01
    gilt_bis: 2025-12-31
    begriffe: {mehrheit: {mindestens: 2/3}}
    teams: {OE: {name: Alt, aufgabe: Alt, verfahren: mehrheit, aufnahme: selbst, zustaendig_fuer: [plakate]}}
begriffe:
  mehrheit: {mehr_als: 1/2}
teams:
  OE: {name: Neu, aufgabe: Neu, verfahren: mehrheit, aufnahme: selbst}
"""


def test_old_decisions_are_judged_by_the_rules_of_their_day() -> None:
    own: Regeln = regeln(VERSIONS).model
    names = {year: (rules := own.on(date(year, 6, 1))) and rules.fassung for year in (2023, 2024, 2025, 2026)}
    assert names == {2023: None, 2024: "r-1", 2025: "r-2", 2026: "r-3"}
    old = own.version("r-2")
    assert old
    assert old.begriffe["mehrheit"].mindestens == Fraction(2, 3)
    assert (old.competent("plakate") or ("",))[0] == "OE"
    assert own.competent("plakate") is None


def test_what_an_old_version_does_not_hold_is_not_invented() -> None:
    oldest = regeln(VERSIONS).model.version("r-1")
    assert oldest.teams == {}
    assert oldest.befugnisse == []
    assert oldest.begriffe["mehrheit"].mehr_als == Fraction(1, 2), "a name that is still in use counts as today"
    assert regeln(VERSIONS).model.version("r-0") is None


def test_a_version_ends_after_it_begins() -> None:
    found = regeln(VERSIONS.replace("gilt_bis: 2024-12-31", "gilt_bis: 2023-12-31")).findings
    assert [(one.rule, one.span.line) for one in found] == [("WIQ305", 4)]


@pytest.mark.parametrize(
    ("begriff", "kind"),
    [
        ("{auswahl: meiste_stimmen}", "is_choice"),
        ("{auswahl: geringster_widerstand}", "is_choice"),
        ("{scheitert_bei: [veto], schweigen_tage: 3}", "is_silent"),
        ("{scheitert_bei: [veto], nachfrist_tage: 7}", "is_consensus"),
        ("{mehr_als: 1/2, basis: anwesende}", "is_majority"),
    ],
)
def test_every_kind_of_procedure(begriff: str, kind: str) -> None:
    own = regeln(OWN.replace("{basis: mitglieder, mindestens: 3/4, beschlussfaehigkeit: 5}", begriff))
    assert own.clean
    assert getattr(own.model.begriffe["drei_viertel"], kind)


def test_the_shipped_procedures_cover_what_teams_use(shipped: Regeln) -> None:
    assert {
        "konsens",
        "konsens_streng",
        "konsent",
        "einfache_mehrheit",
        "zwei_drittel_mehrheit",
        "absolute_mehrheit",
    } < {*shipped.begriffe}
    others = {
        "mehrheit_der_anwesenden",
        "einstimmig",
        "ohne_gegenstimme",
        "schweigen",
        "relative_mehrheit",
        "konsensieren",
    }
    assert others < {*shipped.begriffe}
    used = {name for team in shipped.teams.values() for name in (team.verfahren.art, team.verfahren.fallback)}
    assert used == {"konsens", "einfache_mehrheit", "selbst", None}, "what the page does not name nobody uses yet"
    assert all(begriff.quelle for name, begriff in shipped.begriffe.items() if name != "einfache_mehrheit")


def test_votes_are_totals_until_a_team_wants_names(shipped: Regeln) -> None:
    assert {team.verfahren.stimmen for team in shipped.teams.values()} == {None}
    own = regeln(OWN.replace("verfahren: drei_viertel", "verfahren: {art: drei_viertel, stimmen: namen}"))
    assert own.model.teams["OE"].verfahren.stimmen == "namen"
