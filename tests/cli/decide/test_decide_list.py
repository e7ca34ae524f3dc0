"""``wiq decide list``, ``show`` and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import file_of, text_of
from tests.support.run import wiq

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call

DAY = "20261122"


def clean(root: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    return not wiq(capsys, root, "check", "--format", "json").json["findings"]


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
