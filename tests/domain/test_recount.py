"""Counting again from the file: which votes an attempt had, and by which rule."""

from __future__ import annotations

from typing import Any

import pytest

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.recount import Recount, recount
from wiq_cli.domain.regeln import Begriff
from wiq_cli.domain.structure import read
from wiq_cli.files.loader import parse

HEAD = "id: st-20260903-plakate\nteam: st\ntitel: Plakate\nantrag: Wir drucken Plakate.\n"
KONSENS = (
    "regel: {verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}\n"
)
MEHRHEIT = "regel: {verfahren: einfache_mehrheit, basis: ja_nein, mehr_als: 1/2}\n"
ACHT = "wahlkoerper: {stichtag: 2026-09-03, zahl: 8}\n"
BEGRIFFE = {"einfache_mehrheit": Begriff.model_validate({"mehr_als": "1/2"})}


def counted(text: str) -> list[Recount]:
    reading: Any = read(Beschluss, parse(HEAD + text, "b.yaml"))
    assert reading.clean, reading.findings
    return recount(reading.model, BEGRIFFE)


def outcome(text: str) -> str | None:
    verdict = counted(text)[-1].verdict
    return verdict.outcome if verdict else None


def attempt(zaehlung: str, verfahren: str = "einfache_mehrheit") -> str:
    return f"versuche:\n  - {{nr: 1, verfahren: {verfahren}, zaehlung: {{{zaehlung}}}}}\n"


def test_named_votes_are_added_up() -> None:
    votes = "stimmen: {p1: zustimmung, p2: leichte_bedenken, p3: beiseite}\n"
    assert outcome(KONSENS + ACHT + "versuche: [{nr: 1, verfahren: konsens}]\n" + votes) == "angenommen"
    assert (
        outcome(KONSENS + ACHT + "versuche: [{nr: 1, verfahren: konsens}]\n" + votes.replace("beiseite", "veto"))
        == "nicht_erreicht"
    )


def test_the_vote_of_somebody_excluded_is_void() -> None:
    votes = "stimmen: {p1: ja, p2: ja, p3: nein, p4: nein}\nversuche: [{nr: 1, verfahren: einfache_mehrheit}]\n"
    assert outcome(MEHRHEIT + ACHT + votes) == "abgelehnt"
    assert outcome(MEHRHEIT + ACHT + votes + "befangen: [{person: p4, grad: stimmverbot}]\n") == "angenommen"
    assert outcome(MEHRHEIT + ACHT + votes + "befangen: [{person: p4, grad: zurueckgezogen}]\n") == "angenommen"
    assert outcome(MEHRHEIT + ACHT + votes + "befangen: [{person: p4, grad: hinweis}]\n") == "abgelehnt"


def test_subtraction_needs_a_fixed_number_present() -> None:  # BGH V ZB 37/02
    votes = attempt("nein: 3, enthaltung: 1")
    assert outcome(MEHRHEIT + ACHT + votes) == "nicht_feststellbar"
    assert outcome(MEHRHEIT + ACHT + votes + "zaehlart: subtraktion\n") == "nicht_feststellbar"
    assert outcome(MEHRHEIT + ACHT + votes + "zaehlart: subtraktion\nanwesend_zahl: 8\n") == "angenommen"
    assert outcome(MEHRHEIT + ACHT + votes + "zaehlart: subtraktion\nanwesend_zahl: 7\n") == "abgelehnt"


def test_the_frozen_rule_counts_and_not_the_rules_of_today() -> None:
    frozen = "regel: {verfahren: einfache_mehrheit, basis: ja_nein, mindestens: 3/4}\n"
    assert outcome(frozen + ACHT + attempt("ja: 5, nein: 3")) == "abgelehnt"
    assert outcome(ACHT + attempt("ja: 5, nein: 3")) == "angenommen"


def test_a_procedure_nobody_wrote_down_is_not_counted() -> None:
    assert outcome("regel: {verfahren: selbst}\n" + ACHT + attempt("ja: 5, nein: 3", "selbst")) is None
    assert outcome("regel: {verfahren: einzeln}\nergebnis: {status: angenommen, durch: einzeln}\n") is None


def test_a_result_without_votes_cannot_be_confirmed() -> None:
    assert outcome(KONSENS + ACHT + "ergebnis: {status: angenommen, durch: konsens}\n") == "nicht_feststellbar"


def test_an_old_attempt_may_be_recorded_by_its_result_alone() -> None:
    found = counted(
        KONSENS + ACHT + "versuche:\n"
        "  - {nr: 1, verfahren: konsens, ergebnis: nicht_erreicht}\n"
        "  - {nr: 2, verfahren: einfache_mehrheit, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}\n"
    )
    assert found[0].verdict is None
    assert found[0].failed_consensus
    assert found[0].wording == found[1].wording


def test_a_consensus_that_was_reached_is_no_failed_attempt() -> None:
    lie = "versuche:\n  - {nr: 1, verfahren: konsens, zaehlung: {zustimmung: 8}, ergebnis: nicht_erreicht}\n"
    assert not counted(KONSENS + ACHT + lie)[0].failed_consensus


@pytest.mark.parametrize(
    ("number", "result"),
    [("", "nicht_erreicht"), ("versuch: 1, ", "nicht_feststellbar"), ("versuch: 2, ", "nicht_erreicht")],
)
def test_an_objection_belongs_to_its_attempt(number: str, result: str) -> None:
    text = (
        "versuche:\n"
        "  - {nr: 1, verfahren: konsens, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}\n"
        "  - {nr: 2, verfahren: konsens, fassung: 2, zaehlung: {zustimmung: 5}}\n"
        f"bedenken: [{{stufe: veto, {number}text: Zu teuer.}}]\n"
    )
    assert outcome(KONSENS + ACHT + text) == result
