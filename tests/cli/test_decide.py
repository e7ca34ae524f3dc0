"""``wiq decide`` as people call it: open, vote, close, list, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import Result, wiq

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Result]

DAY = "20261122"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return deciding_network(tmp_path)


@pytest.fixture
def decide(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return lambda *words: wiq(capsys, root, "decide", *words)


@pytest.fixture
def opened(decide: Call) -> str:
    """Open a decision of the ST and give its id."""
    result = decide("new", "--team", "st", "--title", "Plakate drucken", "--wording", "Wir drucken Plakate.")
    assert result.code == 0, result.err
    return result.out.strip()


def file_of(root: Path, name: str) -> Path:
    return next((root / "beschluesse").rglob(f"{name}.yaml"))


def text_of(root: Path, name: str) -> str:
    return file_of(root, name).read_text(encoding="utf-8")


def clean(root: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    return not wiq(capsys, root, "check", "--format", "json").json["findings"]


# -- new --------------------------------------------------------------------------------------------------------------
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
        ("--title", "Udo Übermut wird Leiter", "In --title steht ein Name. Nenn Personen mit ihrer Kennung"),
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


# -- vote and close ---------------------------------------------------------------------------------------------------
def test_consensus_is_reached(root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]) -> None:
    voted = decide("vote", opened, "--zustimmung", "5", "--leichte-bedenken", "1", "--beiseite", "1")
    assert "7 von 8 Stimmen" in voted.err
    closed = decide("close", opened)
    assert closed.out == f"{opened}\tangenommen\n"
    assert "ergebnis:\n  status: angenommen\n  durch: konsens\n  am: 2026-11-22\n  gilt_ab: 2026-11-22\n" in text_of(
        root, opened
    )
    assert clean(root, capsys)


def test_a_failed_consensus_opens_the_majority_on_the_same_wording(
    root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("vote", opened, "--zustimmung", "6", "--veto", "2", "--objection", "Das ist zu teuer.")
    first = decide("close", opened)
    assert first.out == f"{opened}\toffen\n"
    assert "Jetzt zählt die einfache Mehrheit, über denselben Wortlaut." in first.err
    assert "Ausschlag" not in first.err
    assert decide("vote", opened, "--zustimmung", "8").code == 2
    decide("vote", opened, "--ja", "5", "--nein", "3")
    assert decide("close", opened).out == f"{opened}\tangenommen\n"
    attempts = decide("show", opened, "--format", "json").json["decision"]["attempts"]
    assert [one["recorded"] for one in attempts] == ["nicht_erreicht", "angenommen"]
    text = text_of(root, opened)
    assert text.count("wortlaut: sha256:") == 2
    assert "text: Das ist zu teuer." in text
    assert clean(root, capsys)


def test_one_vote_turns_a_majority_and_nothing_else(decide: Call, opened: str) -> None:
    hint = "Eine einzige Stimme"
    assert hint not in decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.").err
    decide("close", opened)
    assert hint not in decide("vote", opened, "--ja", "0", "--nein", "0", "--enthaltung", "8").err
    assert hint in decide("vote", opened, "--ja", "4", "--nein", "3").err
    assert hint in decide("close", opened).err
    shown = decide("show", opened).out
    assert shown.count(hint) == 1
    assert "Versuch 2, einfache Mehrheit, am 22.11.2026: angenommen" in shown


def test_a_tie_rejects(decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", opened)
    tie = decide("vote", opened, "--ja", "4", "--nein", "4")
    assert "Gleichstand" in tie.err
    assert decide("close", opened).out == f"{opened}\tabgelehnt\n"


def test_the_pt_admits_by_consensus_or_not_at_all(decide: Call) -> None:
    name = decide(
        "new", "--team", "pt", "--kind", "aufnahme", "--person", "p99", "--title", "Aufnahme", "--wording", "Ja."
    ).out.strip()
    decide("vote", name, "--zustimmung", "4", "--veto", "1", "--objection", "Wir kennen uns noch nicht.")
    closed = decide("close", name)
    assert closed.out == f"{name}\tnicht_erreicht\n"
    assert "Ihr könnt den Antrag ändern und neu stellen: wiq decide new" in closed.err
    assert decide("vote", name, "--ja", "4", "--nein", "1").code == 1


def test_a_new_wording_needs_a_new_consensus(
    root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("vote", opened, "--zustimmung", "6", "--veto", "2", "--objection", "Das ist zu teuer.")
    decide("close", opened)
    path = file_of(root, opened)
    path.write_text(path.read_text("utf-8").replace("Wir drucken Plakate.", "Wir drucken zehn Plakate."), "utf-8")
    assert decide("vote", opened, "--ja", "5", "--nein", "3").code == 2
    decide("vote", opened, "--zustimmung", "8")
    assert decide("close", opened).out == f"{opened}\tangenommen\n"
    text = text_of(root, opened)
    assert "antrag:\n  fassung: 2\n" in text
    assert "nr: 2\n    verfahren: konsens\n    fassung: 2\n" in text
    assert clean(root, capsys)


def test_a_motion_in_its_short_form(root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = file_of(root, opened)
    head, _, rest = path.read_text("utf-8").partition("antrag:\n")
    path.write_text(f"{head}antrag: Wir drucken Plakate.\n{rest[rest.index('regel:') :]}", "utf-8")
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    path.write_text(path.read_text("utf-8").replace("antrag: Wir drucken", "antrag: Wir drucken zwei"), "utf-8")
    assert decide("vote", opened, "--zustimmung", "8").code == 0
    assert "antrag:\n  fassung: 2\n  wortlaut: Wir drucken zwei Plakate.\n" in text_of(root, opened)
    assert decide("close", opened).out == f"{opened}\tangenommen\n"
    assert clean(root, capsys)


def test_a_wording_changed_after_the_vote_is_not_adopted(root: Path, decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "8")
    path = file_of(root, opened)
    path.write_text(path.read_text("utf-8").replace("Wir drucken Plakate.", "Wir drucken gar nichts."), "utf-8")
    result = decide("close", opened)
    assert result.code == 1
    assert "Wortlaut" in result.err


def test_missing_no_votes_leave_the_result_open(decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", opened)
    assert "nicht feststellen" in decide("vote", opened, "--ja", "5").err
    assert decide("close", opened).out == f"{opened}\tnicht_feststellbar\n"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--zustimmung", "9"], 1, "Abstimmen konnten nur 8"),
        (["--zustimmung", "6", "--present", "5"], 1, "Abstimmen konnten nur 5"),
        (["--ja", "4", "--nein", "1"], 2, "--zustimmung"),
        ([], 2, "--ja"),
        (["--zustimmung", "viele"], 2, "--zustimmung: Hier gehört eine ganze Zahl ab 0 hin."),
        (["--zustimmung", "-1"], 2, "Hier gehört eine ganze Zahl ab 0 hin."),
        (["--zustimmung", "1.5"], 2, "Hier gehört eine ganze Zahl ab 0 hin."),
        (["--zustimmung", "8", "--objection", " "], 2, "Begründung"),
        (["--zustimmung", "8", "--date", "31.02.2026"], 2, "Kalender"),
        (["--zustimmung", "8", "--date", "2026-11-23"], 2, "--date: Dieser Tag kommt erst noch"),
        (["--zustimmung", "8", "--date", "2026-11-21"], 2, "--date: An diesem Tag gab es den Antrag noch nicht"),
        (["--zustimmung", "8", "--present", "9"], 2, "--present: Stimmberechtigt sind nur 8"),
    ],
)
def test_what_vote_refuses(root: Path, decide: Call, opened: str, words: list[str], code: int, says: str) -> None:
    before = text_of(root, opened)
    result = decide("vote", opened, *words)
    assert result.code == code
    assert says in result.err
    assert text_of(root, opened) == before


@pytest.mark.parametrize(("day", "says"), [("2026-11-23", "kommt erst noch"), ("2026-11-21", "gab es den Antrag")])
def test_close_refuses_a_day_that_cannot_be(root: Path, decide: Call, opened: str, day: str, says: str) -> None:
    decide("vote", opened, "--zustimmung", "8")
    before = text_of(root, opened)
    result = decide("close", opened, "--date", day)
    assert result.code == 2
    assert says in result.err
    assert text_of(root, opened) == before


def test_a_second_attempt_is_not_before_the_first(root: Path, decide: Call, opened: str) -> None:
    path = file_of(root, opened)
    path.write_text(
        path.read_text("utf-8").replace("eingebracht_am: 2026-11-22", "eingebracht_am: 2026-11-01"), "utf-8"
    )
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.", "--date", "2026-11-10")
    decide("close", opened)
    result = decide("vote", opened, "--ja", "5", "--nein", "3", "--date", "2026-11-05")
    assert result.code == 2
    assert "vor dem vorigen Versuch" in result.err
    assert decide("vote", opened, "--ja", "5", "--nein", "3", "--date", "2026-11-12").code == 0


def test_close_needs_votes_and_does_not_take_another_result(decide: Call, opened: str) -> None:
    assert decide("close", opened).code == 1
    decide("vote", opened, "--zustimmung", "8")
    wrong = decide("close", opened, "--outcome", "abgelehnt")
    assert wrong.code == 1
    assert "„angenommen“" in wrong.err
    assert decide("close", opened).code == 0
    assert decide("close", opened).code == 1


def test_deferring_and_taking_up_again(root: Path, decide: Call, opened: str) -> None:
    assert decide("close", opened, "--outcome", "vertagt").out == f"{opened}\tvertagt\n"
    assert decide("list", "--format", "json").json["decisions"][0]["outcome"] == "vertagt"
    decide("vote", opened, "--zustimmung", "8")
    assert "vertagt" not in text_of(root, opened)
    assert decide("close", opened).out == f"{opened}\tangenommen\n"


def test_every_comment_stays(root: Path, decide: Call, opened: str) -> None:
    path = file_of(root, opened)
    lines = [
        f"{line} # Notiz {number}" if number % 3 == 0 and line.strip() else line
        for number, line in enumerate(text_of(root, opened).splitlines())
    ]
    path.write_text("\n".join(lines) + "\n# Schluss\n", "utf-8")
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Nein.")
    decide("close", opened)
    decide("vote", opened, "--ja", "6", "--nein", "2")
    decide("close", opened)
    after = text_of(root, opened).splitlines()
    assert [line for line in after if line in lines] == lines
    assert "# Schluss" in after


def test_dry_run_of_vote_and_close(root: Path, decide: Call, opened: str) -> None:
    before = text_of(root, opened)
    assert "+      zustimmung: 8" in decide("vote", opened, "--zustimmung", "8", "--dry-run").out
    assert text_of(root, opened) == before
    decide("vote", opened, "--zustimmung", "8")
    before = text_of(root, opened)
    assert "+  status: angenommen" in decide("close", opened, "--dry-run").out
    assert text_of(root, opened) == before


# -- an LT sets its own procedure -------------------------------------------------------------------------------------
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


# -- list, show, and what waits ---------------------------------------------------------------------------------------
def test_list_for_programs_is_exactly_as_promised(decide: Call, opened: str) -> None:
    assert decide("list", "--format", "json").json == {
        "schema": "wiq.decisions/1",
        "decisions": [
            {
                "id": opened,
                "team": "st",
                "title": "Plakate drucken",
                "procedure": "konsens",
                "outcome": "offen",
                "date": "2026-11-22",
                "visibility": "oeffentlich",
            },
        ],
    }


def test_list_in_a_pipe_is_one_line_each(decide: Call, opened: str) -> None:
    assert decide("list").out == f"{opened}\tst\tPlakate drucken\tkonsens\toffen\t2026-11-22\toeffentlich\n"


def test_list_filters(decide: Call, opened: str) -> None:
    support = decide(
        "new", "--team", "st", "--kind", "lt_unterstuetzung", "--lt", "garten", "--title", "Garten"
    ).out.strip()
    decide("vote", opened, "--zustimmung", "8")
    decide("close", opened)

    def listed(*words: str) -> list[str]:
        return [one["id"] for one in decide("list", "--format", "json", *words).json["decisions"]]

    assert set(listed("--team", "st")) == {opened, support}
    assert listed("--team", "pt") == []
    assert listed("--lt", "garten") == [support]
    assert listed("--in-force") == [opened]
    assert listed("--since", "2026-11-23") == []
    assert set(listed("--since", "22.11.2026")) == {opened, support}


@pytest.mark.parametrize("option", ["--team", "--lt"])
def test_list_knows_its_teams(decide: Call, opened: str, option: str) -> None:
    assert decide("list", option, "garten").code == 0
    result = decide("list", option, "gartn")
    assert result.code == 2
    assert f"{option}: Dieses Team gibt es nicht. Meintest du „garten“?" in result.err
    assert decide("list", option, "nix").code == 2


def test_the_usage_names_the_argument_without_braces(decide: Call) -> None:
    assert decide("show", "--help").out.startswith("Aufruf: wiq decide show [OPTIONEN] BESCHLUSS\n")


def test_an_id_may_be_given_in_part(decide: Call, opened: str) -> None:
    other = decide("new", "--team", "st", "--title", "Plakate hängen", "--wording", "W").out.strip()
    assert opened in decide("show", "drucken").out
    several = decide("show", "plakate")
    assert several.code == 2
    assert opened in several.err
    assert other in several.err
    near = decide("show", "plakate-druken")
    assert near.code == 2
    assert f"Meintest du „{opened}“?" in near.err


def test_an_objection_to_a_majority_has_no_level(
    root: Path, decide: Call, opened: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", opened)
    decide("vote", opened, "--ja", "5", "--nein", "3", "--objection", "Immer noch zu teuer.")
    decide("close", opened)
    text = text_of(root, opened)
    assert "- versuch: 2\n    text: Immer noch zu teuer.\n" in text
    assert "schwere_bedenken: 0" in text
    assert "stufe: schwere_bedenken" not in text
    assert "Einwand: Immer noch zu teuer." in decide("show", opened).out
    assert clean(root, capsys)


def test_a_wish_that_nobody_has_is_refused(root: Path, decide: Call) -> None:
    result = decide(
        "new",
        "--team",
        "st",
        "--kind",
        "lt_unterstuetzung",
        "--lt",
        "garten",
        "--title",
        "G",
        "--grant",
        "Zuschuss 500",
    )
    assert result.code == 2
    assert "Offen sind: „Werkzeug“, „Woher kommt das Wasser?“." in result.err
    assert not (root / "beschluesse").exists()


def test_an_empty_list_says_so(decide: Call) -> None:
    result = decide("list")
    assert (result.code, result.out) == (0, "")
    assert "wiq decide new" in result.err
    assert decide("list", "--format", "json").json["decisions"] == []


def test_show_recounts(decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    text = decide("show", opened).out
    assert "Wir drucken Plakate." in text
    assert "Nachgezählt: 1 Veto." in text
    assert "Veto: Zu teuer." in text


def test_an_unknown_decision_is_asked_back(decide: Call, opened: str) -> None:
    for command in ("show", "vote", "close"):
        result = decide(command, opened[:-1])
        assert result.code == 2
        assert f"Meintest du „{opened}“?" in result.err


def test_without_a_command_it_shows_what_waits(root: Path, decide: Call, opened: str) -> None:
    path = file_of(root, opened)
    path.write_text(
        path.read_text("utf-8")
        + "wiedervorlage: {am: 2026-11-20, frage: Hängen sie?}\numsetzung: [{aufgabe: Plakate abholen, bis: 2026-11-21}]\n",
        "utf-8",
    )
    assert decide().out.splitlines() == [
        f"2026-11-20\twiedervorlage\t{opened}\tHängen sie?",
        f"2026-11-21\taufgabe\t{opened}\tPlakate abholen",
        f"2026-11-22\toffen\t{opened}\tPlakate drucken",
    ]
    assert [one["kind"] for one in decide("--format", "json").json["due"]] == ["wiedervorlage", "aufgabe", "offen"]


def test_a_broken_file_is_named_and_the_others_are_shown(root: Path, decide: Call, opened: str) -> None:
    file_of(root, opened).with_name(f"st-{DAY}-kaputt.yaml").write_text("team: [", "utf-8")
    result = decide("list")
    assert result.code == 1
    assert f"st-{DAY}-kaputt.yaml:1:" in result.err
    assert "Diesen Beschluss kann ich nicht lesen." in result.err
    assert opened in result.out


def test_terminal_codes_in_a_title_do_no_harm(root: Path, decide: Call, opened: str) -> None:
    path = file_of(root, opened)
    path.write_text(
        path.read_text("utf-8").replace("titel: Plakate drucken", "titel: Plakate\u00a0und\u3000mehr"), "utf-8"
    )
    assert "Plakate" in decide("list").out


def test_no_network_is_said_in_german(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    result = wiq(capsys, tmp_path_factory.mktemp("leer"), "decide", "list")
    assert result.code == 3
    assert "wiq init" in result.err
