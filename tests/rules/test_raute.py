"""Where a ``#`` cuts a text off, and where it is an honest comment."""

from __future__ import annotations

import pytest

from tests.domain.test_structure import team
from tests.support.teams import rahmen
from wiq_cli.rules import engine

HOF = "name: Hof\n"


def found(text: str) -> list[tuple[str, int, int]]:
    reading = team(text)
    everything = [*reading.findings, *engine.run("team", reading, rahmen())]
    return [(one.rule, one.span.line, one.span.column) for one in everything if one.rule < "WIQ100"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("name: Frühstück #1 im Hof\n", 1, 17),
        ("name: Frühstück   #Leipzig\n", 1, 19),
        (HOF + "themen:\n  - Umwelt\n  - Platz #2\n", 4, 11),
        (HOF + "themen: [Umwelt, Platz #2\n  ]\n", 2, 24),
        (HOF + "untertitel: #1 im Hof\n", 2, 13),
        (HOF + "weg:\n  - schritt: Platz #3\n    bis: 2027-01-01\n", 3, 20),
        (HOF + "weg:\n  - {schritt: Platz #3\n    , bis: 2027-01-01}\n", 3, 21),
        (HOF + "zusammenfassung: Wir sind\n  die #1 am Kanal\n", 3, 7),
        (HOF + "notizen: Ferien #2\r\n", 2, 17),
    ],
)
def test_a_text_that_is_cut_off(text: str, line: int, column: int) -> None:
    assert found(text) == [("WIQ050", line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "name: Hof # der neue Name\n",
        "name: Hof  #\n",
        "name: Hof #wiq: erlaubt WIQ101, weil wir noch suchen\nstatus: laeuft\n",
        "name: Hof#1\n",
        "name: 'Hof #1'\n",
        'name: "Hof #1" #2\n',
        HOF + "#ganze Zeile\nthemen: [Umwelt]\n",
        HOF + "zusammenfassung: |\n  Wir #1\n  #und mehr\n",
        HOF + "ziele:\n  bis: 2027-01-01 #vorläufig\n",
        HOF + "stand:\n  - {text: Plan, erledigt: ja} #fast\n",
        HOF + "stand:\n  - text: Plan\n    erledigt: ja #fast\n",
        HOF + "themen: [Umwelt] #und mehr\n",
    ],
)
def test_honest_comments(text: str) -> None:
    assert [one for one in found(text) if one[0] == "WIQ050"] == []


@pytest.mark.parametrize(
    ("text", "place"), [("name: #1 im Hof\n", ("WIQ021", 1, 1)), (HOF + "themen:\n  - #1\n", ("WIQ021", 3, 4))]
)
def test_where_a_value_is_missing_for_it_that_is_said_once(text: str, place: tuple[str, int, int]) -> None:
    assert found(text) == [place]
    assert "„#“" in team(text).findings[0].message


def test_a_key_that_nobody_knows_is_not_named() -> None:
    reading = team(HOF + "Ulla Muster: ja oder #nein\n")
    assert all("Ulla" not in str(one.path) for one in engine.run("team", reading, rahmen()))
