"""``wiq find``: searching the whole network as people spell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.terminal import at_terminal
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Find = Callable[..., Result]

TEAMS = {
    "garten": TEAM,
    "fruehstueck": with_keys(
        TEAM, "name: Frühstück im Café Größenwahn\nstadtteile: [Neustadt-Neuschönefeld]\nthemen: [Begegnung, umwelt]\n"
        "leitung: [{kennung: p901, name: Thea Testmann}]\nmitglieder: [{kennung: p950, name: Łukasz Müßiggang, email: lm@example.org}]\n"
    ),
}  # fmt: skip
DECISION = """\
schema: 1
id: garten-20260903-zaun
team: garten
titel: Ein Zaun aus Weiden
antrag: Der Garten bekommt einen Zaun.
wahlkoerper: {stichtag: 2026-09-03, zahl: 5}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = network(tmp_path / "netz", TEAMS)
    path = root / "beschluesse" / "garten" / "2026" / "garten-20260903-zaun.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(DECISION, encoding="utf-8")
    return root


@pytest.fixture
def find(root: Path, capsys: pytest.CaptureFixture[str]) -> Find:
    return lambda *words: wiq(capsys, root, "find", *words)


@pytest.mark.parametrize(
    "query",
    [
        "Frühstück",
        "fruehstueck",
        "FRUHSTUCK",
        "Fru\u0308hstück",
        "fruehstuck",
        "grossenwahn",
        "Größenwahn cafe",
        "stück im caf",
    ],
)
def test_a_team_is_found_however_it_is_spelt(find: Find, query: str) -> None:
    assert find(query).out.splitlines()[0] == "team\tfruehstueck\tFrühstück im Café Größenwahn\tfruehstueck"


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("Umwelt", "topic\t\tUmwelt\tfruehstueck, garten"),
        ("neuschoenefeld", "district\t\tNeustadt-Neuschönefeld\tfruehstueck"),
        ("gartenverein", "partner\t\tGartenverein\tfruehstueck, garten"),
        ("weiden", "decision\tgarten-20260903-zaun\tEin Zaun aus Weiden\tgarten"),
        ("garten-20260903-zaun", "decision\tgarten-20260903-zaun\tEin Zaun aus Weiden\tgarten"),
        ("testmann", "person\tp901\tThea Testmann\tfruehstueck, garten"),
        ("lukasz muessiggang", "person\tp950\tŁukasz Müßiggang\tfruehstueck"),
        ("lm@example.org", "person\tp950\tŁukasz Müßiggang\tfruehstueck"),
        ("p902", "person\tp902\tUdo Übermut\tgarten"),
    ],
)
def test_everything_else_is_found_too(find: Find, query: str, line: str) -> None:
    assert line in find(query).out.splitlines()


def test_what_is_called_so_comes_before_what_speaks_of_it(find: Find) -> None:
    lines = [line.split("\t")[:2] for line in find("garten").out.splitlines()]
    assert lines[0] == ["team", "garten"]
    assert lines.index(["partner", ""]) > 0


def test_every_word_must_be_there(find: Find) -> None:
    assert find("Frühstück Lindenau").out == ""


def test_nothing_found_offers_what_is_near(find: Find) -> None:
    result = find("Frühstik")
    assert (result.code, result.out) == (0, "")
    assert "Meintest du „Frühstück“" in result.err
    assert find("Frühstik", "--format", "json").json["meant"][0] == "Frühstück"
    assert "kürzeren Wort" in find("zzzzzz").err


def test_kinds_and_limits(find: Find) -> None:
    data = find("garten", "--kind", "partner", "--kind", "beschluss", "--format", "json").json
    assert data["schema"] == "wiq.find/1"
    assert {one["kind"] for one in data["hits"]} == {"partner", "decision"}
    result = find("e", "--limit", "2")
    assert len(result.out.splitlines()) == 2
    assert "Das sind 2 von " in result.err


@pytest.mark.parametrize(
    "words", [("",), ("...",), ("x" * 201,), ("x", "--limit", "0"), ("x", "--limit", "viele"), ("x", "--kind", "haus")]
)
def test_a_wrong_call_is_refused(find: Find, words: tuple[str, ...]) -> None:
    result = find(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_a_broken_file_is_said(root: Path, find: Find) -> None:
    (root / "teams" / "kaputt.yaml").write_text("name: [\n", "utf-8")
    result = find("garten")
    assert result.code == 1
    assert result.out.startswith("team\tgarten")


def test_at_a_terminal_the_hits_are_grouped(root: Path) -> None:
    code, said = at_terminal(root, "2026-11-22", "find", "garten")
    assert code == 0
    assert "Teams\n  Garten am Kanal · garten · läuft\n" in said
    assert "\nBeschlüsse\n  Ein Zaun aus Weiden · garten-20260903-zaun · offen\n" in said
