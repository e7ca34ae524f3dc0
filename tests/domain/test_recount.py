"""Counting again from the file: which votes an attempt had, and by which rule."""

from __future__ import annotations

from typing import Any

import pytest

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.recount import Recount, recount
from wiq_cli.domain.regeln import Begriff, Verfahren
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


# -- time, circulation, options ---------------------------------------------------------------------------------------
SCHWEIGEN = "regel: {verfahren: schweigen, scheitert_bei: [veto], schweigen_tage: 3}\n"
SILENT = "versuche: [{nr: 1, verfahren: schweigen}]\n"


@pytest.mark.parametrize(
    ("form", "ergebnis", "result"),
    [
        ("form: {art: umlauf, frist: 2026-09-06}\n", "2026-09-07", "angenommen"),
        ("form: {art: umlauf, frist: 2026-09-10}\n", "2026-09-09", "nicht_feststellbar"),
        ("form: {art: umlauf, frist: 2026-09-10}\n", "2026-09-10", "nicht_feststellbar"),
        (
            "form: {art: umlauf, frist: 2026-09-04}\n",
            "2026-09-04",
            "nicht_feststellbar",
        ),  # shorter than the rule allows
        ("form: {art: umlauf}\n", "2026-09-30", "nicht_feststellbar"),
    ],
)
def test_silence_agrees_when_the_time_is_over(form: str, ergebnis: str, result: str) -> None:
    assert outcome(SCHWEIGEN + ACHT + form + SILENT + f"ergebnis: {{status: angenommen, am: {ergebnis}}}\n") == result


def test_those_who_were_absent_have_time_to_object() -> None:
    frozen = "regel: {verfahren: konsens, scheitert_bei: [veto], nachfrist_tage: 7}\n"
    vote = "versuche: [{nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5, veto: 0}}]\n"
    done = "ergebnis: {{status: angenommen, am: 2026-09-{}}}\n"
    assert outcome(frozen + ACHT + vote + done.format("10")) == "nicht_feststellbar"
    assert outcome(frozen + ACHT + vote + done.format("11")) == "angenommen"
    assert outcome(frozen + ACHT + vote) == "angenommen", "while it is open, the count stands as it is"


def test_options_are_compared_and_not_voted_down() -> None:
    frozen = "regel: {verfahren: konsensieren, auswahl: geringster_widerstand}\n"
    vote = "versuche: [{nr: 1, verfahren: konsensieren, optionen: [{name: A, widerstand: 20}, {name: B, widerstand: 9}]}]\n"
    (one,) = counted(frozen + ACHT + vote)
    assert one.verdict
    assert (one.verdict.outcome, one.verdict.winner) == ("angenommen", "B")
    assert not one.hangs_on_one
    assert not one.without_yes


def test_nobody_is_present_when_a_vote_goes_round() -> None:
    frozen = "regel: {verfahren: einstimmig, basis: anwesende, mindestens: 1/1}\n"
    text = frozen + ACHT + "form: {art: umlauf, frist: 2026-09-10}\nanwesend_zahl: 5\n"
    assert outcome(text + attempt("ja: 5, nein: 0", "einstimmig")) == "nicht_feststellbar"
    assert outcome(text + attempt("ja: 8, nein: 0", "einstimmig")) == "angenommen"


def test_a_late_vote_by_name_is_not_counted() -> None:  # BGH V ZR 254/11
    votes = "stimmen: {p1: ja, p2: nein, p3: ja}\nversuche: [{nr: 1, verfahren: einfache_mehrheit}]\n"
    assert outcome(MEHRHEIT + ACHT + votes) == "angenommen"
    named = "nachtraege: [{am: 2026-09-05, art: spaete_stimme, person: p3, text: Kam zu spät.}]\n"
    told = "nachtraege: [{am: 2026-09-05, art: spaete_stimme, text: Die Stimme von p3 kam zu spät.}]\n"
    other = "nachtraege: [{am: 2026-09-05, art: notiz, text: Mit p3 gesprochen.}]\n"
    assert outcome(MEHRHEIT + ACHT + votes + named) == "abgelehnt"
    assert outcome(MEHRHEIT + ACHT + votes + told) == "abgelehnt"
    assert outcome(MEHRHEIT + ACHT + votes + other) == "angenommen"


def test_a_reason_without_a_level_belongs_to_the_gravest() -> None:
    (one,) = counted(KONSENS + ACHT + attempt("zustimmung: 7, veto: 1", "konsens") + "bedenken: [Zu teuer.]\n")
    assert one.lage.begruendet == {"veto": 1}


def test_the_procedure_that_was_due_counts_where_the_record_names_none() -> None:
    begriffe = BEGRIFFE | {"konsens": Begriff.model_validate({"scheitert_bei": ["veto"]})}
    due = Verfahren(art="konsens", sonst="einfache_mehrheit", stimmen=None)
    for votes, procedure, result in (
        ("{p1: ja, p2: nein}", "einfache_mehrheit", "abgelehnt"),
        ("{p1: zustimmung, p2: veto}", "konsens", "nicht_erreicht"),
    ):
        reading: Any = read(Beschluss, parse(f"{HEAD}stimmen: {votes}\nergebnis: angenommen\n", "b.yaml"))
        (one,) = recount(reading.model, begriffe, due, 8)
        assert (one.versuch.verfahren, one.verdict and one.verdict.outcome) == (procedure, result)
        assert one.lage.mitglieder == 8
