"""The rules that ship with wiq say what the network's own page says, and a network can add to them."""

from __future__ import annotations

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
    ],
)
def test_what_cannot_be_counted_is_refused_with_its_place(begriff: str) -> None:
    found = regeln(OWN.replace("{basis: mitglieder, mindestens: 3/4, beschlussfaehigkeit: 5}", begriff))
    assert [one.span.line for one in found.findings] == [4]
    assert found.findings[0].path[:2] == ("begriffe", "drei_viertel")
