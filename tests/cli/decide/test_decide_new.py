"""``wiq decide new``: a decision is opened, by the rules of its day and its team."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import file_of, text_of
from tests.support.run import wiq
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE
from wiq_cli.domain.umfang import LETTERS_MAX

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call

DAY = "20261122"


def clean(root: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    return not wiq(capsys, root, "check", "--format", "json").json["findings"]


def test_new_writes_a_file_with_the_frozen_rule_and_electorate(
    root: Path, opened: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened == f"st-{DAY}-plakate-drucken"
    assert file_of(root, opened) == root / "beschluesse" / "st" / "2026" / f"{opened}.yaml"
    text = text_of(root, opened)
    assert "regel:\n  fassung: r-2026-01\n  verfahren: konsens\n  sonst: einfache_mehrheit\n" in text
    assert "wahlkoerper:\n  stichtag: 2026-11-22\n  zahl: 8\n" in text
    assert clean(root, capsys)


def test_umlauts_in_the_title(decide: Call) -> None:
    result = decide("new", "--team", "st", "--title", "Größere Straßenbäume für Anwohner:innen", "--wording", "Ja.")
    assert result.out.strip() == f"st-{DAY}-groessere-strassenbaeume-fuer"


def test_new_counts_only_who_is_a_member_that_day(root: Path, decide: Call) -> None:
    path = root / "teams" / "st.yaml"
    text = path.read_text("utf-8").replace(
        "name: Quirin 1, seit: 2026-01-01", "name: Quirin 1, seit: 2026-01-01, bis: 2026-11-21"
    )
    path.write_text(text.replace("name: Quirin 2, seit: 2026-01-01", "name: Quirin 2, seit: 2026-11-23"), "utf-8")
    result = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken.")
    assert "zahl: 6\n" in text_of(root, result.out.strip())


def test_new_takes_the_open_wishes_of_an_lt(root: Path, decide: Call) -> None:
    result = decide(
        "new",
        "--team",
        "st",
        "--kind",
        "lt_unterstuetzung",
        "--lt",
        "garten",
        "--title",
        "Garten",
        "--grant",
        "Werkzeug",
    )
    text = text_of(root, result.out.strip())
    assert "wortlaut: 'Wir unterstützen „Garten am Kanal“ mit: Werkzeug.'" in text
    assert "leistung:\n  bewilligt:\n    - Werkzeug\n  offen:\n    - Woher kommt das Wasser?\n" in text


def test_a_wish_that_is_nearly_spelt_right_is_asked_back(decide: Call) -> None:
    result = decide(
        "new", "--team", "st", "--kind", "lt_unterstuetzung", "--lt", "garten", "--title", "G", "--grant", "Werkzeuge"
    )
    assert result.code == 2
    assert "Meintest du „Werkzeug“?" in result.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--title", "T", "--wording", "W"], 2, "--team"),
        (["--team", "st", "--wording", "W"], 2, "--title"),
        (["--team", "st", "--title", "T"], 2, "--wording"),
        (["--team", "st", "--title", "!", "--wording", "W"], 2, "Titel"),
        (["--team", "sst", "--title", "T", "--wording", "W"], 2, "Meintest du „st“?"),
        (["--team", "st", "--title", "T", "--wording", "W", "--kind", "lt_unterstuetzung"], 2, "--lt"),
        (
            ["--team", "st", "--title", "T", "--wording", "W", "--kind", "lt_unterstützung"],
            2,
            "Meintest du „lt_unterstuetzung“?",
        ),
        (["--team", "st", "--title", "T", "--wording", "W", "--lt", "gartn"], 2, "Meintest du „garten“?"),
        (["--team", "ut", "--title", "T", "--kind", "lt_unterstuetzung", "--lt", "garten"], 1, "Steuerungsteam (ST)"),
        (["--team", "pt", "--title", "T", "--wording", "W", "--kind", "aufnahme"], 2, "--person"),
        (["--team", "pt", "--title", "T", "--wording", "W", "--kind", "ernennung", "--person", "p9"], 2, "--into"),
        (["--team", "st", "--title", "T", "--wording", "W", "--procedure", "einfache_mehrheit"], 1, "konsens"),
        (
            ["--team", "st", "--title", "T", "--wording", "W", "--kind", "verfahren", "--decides", "konsent"],
            1,
            "regeln.yaml",
        ),
        (["--team", "garten", "--title", "T", "--wording", "W", "--kind", "verfahren"], 2, "--decides"),
        (["--team", "garten", "--title", "T", "--wording", "W", "--procedure", "wuerfeln"], 2, "begriffe"),
        (["--team", "garten", "--title", "T", "--wording", "W", "--fallback", "konsens"], 2, "--decides"),
    ],
)
def test_what_new_refuses(root: Path, decide: Call, words: list[str], code: int, says: str) -> None:
    result = decide("new", *words)
    assert result.code == code
    assert says in result.err
    assert result.out == ""
    assert not (root / "beschluesse").exists()


@pytest.mark.parametrize(
    ("option", "text", "says"),
    [
        ("--title", "Udo Übermut wird Leiter", "In --title steht ein Name. Schreib „die Person“"),
        ("--wording", "Ruf an unter 0341 5556677", "In --wording steht eine Telefonnummer"),
        ("--reason", "Das schrieb wer@woanders.example", "In --reason steht eine E-Mail-Adresse"),
    ],
)
def test_new_writes_no_private_value(root: Path, decide: Call, option: str, text: str, says: str) -> None:
    words = {"--title": "T", "--wording": "W"} | {option: text}
    result = decide("new", "--team", "st", *(word for pair in words.items() for word in pair))
    assert result.code == 1
    assert says in result.err
    assert text not in result.out + result.err
    assert not (root / "beschluesse").exists()


def test_an_objection_names_nobody(root: Path, decide: Call, opened: str) -> None:
    before = text_of(root, opened)
    result = decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Udo Übermut ist dagegen.")
    assert result.code == 1
    assert "In --objection steht ein Name" in result.err
    assert text_of(root, opened) == before


def test_the_same_decision_is_not_opened_twice(root: Path, decide: Call, opened: str) -> None:
    before = text_of(root, opened)
    result = decide("new", "--team", "st", "--title", "Plakate drucken", "--wording", "Etwas anderes.")
    assert result.code == 2
    assert text_of(root, opened) == before


def test_dry_run_shows_the_file_and_writes_nothing(root: Path, decide: Call) -> None:
    result = decide("new", "--team", "st", "--title", "T", "--wording", "W", "--dry-run")
    assert result.code == 0
    assert "+titel: T\n" in result.out
    assert not (root / "beschluesse").exists()


def test_an_lt_decides_as_it_likes_until_it_has_a_procedure(
    root: Path, decide: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    result = decide("new", "--team", "garten", "--title", "Beete", "--wording", "Wir legen Beete an.")
    assert "noch kein eigenes Verfahren" in result.err
    name = result.out.strip()
    decide("vote", name, "--ja", "2", "--nein", "2")
    assert decide("close", name).code == 2
    assert decide("close", name, "--outcome", "angenommen").code == 0
    assert "Versuch 1, nach eigenem Verfahren, am 22.11.2026: angenommen" in decide("show", name).out
    found = wiq(capsys, root, "check", "--format", "json").json["findings"]
    assert [(one["rule"], one["level"]) for one in found] == [("WIQ430", "hint")]


def test_an_lt_may_name_a_procedure_for_once(decide: Call) -> None:
    result = decide("new", "--team", "garten", "--title", "Beete", "--wording", "W", "--procedure", "einfache_mehrheit")
    assert "noch kein eigenes Verfahren" in result.err
    name = result.out.strip()
    decide("vote", name, "--ja", "2", "--nein", "2")
    assert decide("close", name).out == f"{name}\tabgelehnt\n"


def test_its_own_procedure_binds_an_lt(root: Path, decide: Call, capsys: pytest.CaptureFixture[str]) -> None:
    first = decide(
        "new",
        "--team",
        "garten",
        "--kind",
        "verfahren",
        "--decides",
        "zwei_drittel_mehrheit",
        "--title",
        "So",
        "--wording",
        "W",
    )
    assert first.err.count("Hinweis") == 0
    own = first.out.strip()
    decide("vote", own, "--ja", "5", "--nein", "0")
    decide("close", own, "--outcome", "angenommen")
    name = decide("new", "--team", "garten", "--title", "Beete", "--wording", "Wir legen Beete an.").out.strip()
    assert f"durch: {own}\n  verfahren: zwei_drittel_mehrheit\n  basis: ja_nein\n  mindestens: 2/3\n" in text_of(
        root, name
    )
    decide("vote", name, "--ja", "2", "--nein", "3")
    assert decide("close", name).out == f"{name}\tabgelehnt\n"
    assert clean(root, capsys)


def test_one_person_decides_alone(decide: Call) -> None:
    name = decide(
        "new", "--team", "ut", "--kind", "einzeln", "--title", "Flyer", "--wording", "Wir legen Flyer aus."
    ).out.strip()
    assert decide("vote", name, "--ja", "1").code == 2
    assert decide("close", name, "--outcome", "angenommen").out == f"{name}\tangenommen\n"


def test_what_does_not_fit_is_told_by_its_option(root: Path, decide: Call) -> None:
    long = "y" * (LETTERS_MAX + 1)
    for words, said in (
        (("--title", "Lang", "--wording", long), "--wording: Dieser Text hat 20.001 Zeichen."),
        (("--title", long[:300], "--wording", "Ja."), "--title: Hier passen höchstens 250 Zeichen hinein."),
    ):
        result = decide("new", "--team", "st", *words)
        assert (result.code, said in result.err, ".yaml" in result.err) == (2, True, False)
    assert not list((root / "beschluesse").rglob("*.yaml"))


def test_at_a_terminal_a_wrong_answer_is_asked_again_at_once(root: Path) -> None:
    typed = ["sst", "st", "", "Dank an Quirin 1", "Dank", "Fragen an quirin@fremd.example", "Wir danken."]
    code, seen = at_terminal(root, HEUTE, "decide", "new", typed=typed)
    assert code == 0, seen
    assert seen.count("Dieses Team gibt es nicht. Meintest du „st“?") == 1
    assert "steht eine E-Mail-Adresse. Schreib „die Person“." in seen
    assert len(list((root / "beschluesse/st").rglob("*-dank.yaml"))) == 1
