"""Nobody is named in a decision: not when it is recorded, not when it is checked, not in what is given away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network, text_of
from tests.support.run import wiq
from tests.support.texts import HEUTE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call

WAGON = "Der Bauwagen von Ottilie zieht um."
SUPPORT = ["--team", "st", "--kind", "lt_unterstuetzung", "--lt", "garten"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a network in which Ottilie is in the ST."""
    root = deciding_network(tmp_path)
    path = root / "teams" / "st.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Quirin 1,", "name: Ottilie Tüchtig,", 1), "utf-8")
    return root


@pytest.fixture
def opened(decide: Call) -> str:
    result = decide("new", "--team", "st", "--title", "Bauwagen", "--wording", "Der Bauwagen zieht um.")
    assert result.code == 0, result.err
    return result.out.strip()


def test_a_first_name_is_refused_at_recording(root: Path, decide: Call, opened: str) -> None:
    before = text_of(root, opened)
    for words in (
        ["new", "--team", "st", "--title", "Umzug", "--wording", WAGON],
        ["new", "--team", "kt", "--title", "Der Wagen von Ottilie", "--wording", "Er zieht um."],
        ["vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", WAGON],
        ["reword", opened, WAGON],
        ["note", opened, WAGON],
        ["task", opened, "Ottilie fragen"],
    ):
        result = decide(*words)
        assert (result.code, "Schreib „die Person“" in result.err) == (1, True), words
        assert "Ottilie" not in result.err
    assert text_of(root, opened) == before
    assert len(list((root / "beschluesse").rglob("*.yaml"))) == 1


def test_a_name_in_a_wish_does_not_become_a_motion(root: Path, decide: Call) -> None:
    path = root / "teams" / "garten.yaml"
    path.write_text(path.read_text("utf-8").replace("Werkzeug", "Werkzeug (Ottilie)"), "utf-8")
    result = decide("new", *SUPPORT)
    assert (result.code, "In dem Wunsch, aus dem der Antrag wird, steht ein Name." in result.err) == (1, True)
    assert not (root / "beschluesse").exists()


def test_check_names_the_place_and_not_the_name(root: Path, opened: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = next((root / "beschluesse").rglob(f"{opened}.yaml"))
    path.write_text(path.read_text("utf-8").replace("Der Bauwagen zieht um.", WAGON), "utf-8")
    result = wiq(capsys, root, "check", "--select", "WIQ280", "--format", "json")
    (found,) = result.json["findings"]
    assert (found["rule"], found["level"], found["path"]) == ("WIQ280", "error", ["antrag", "wortlaut"])
    assert "Ottilie" not in result.out


@pytest.mark.parametrize(
    ("words", "visible", "warned"),
    [
        ("Das ST wählt p2 zur Leitung.", "oeffentlich", ["warning"]),
        ("Das ST wählt p2 zur Leitung.", "netzwerk, grund: Es geht um jemanden, pruefen_am: 2027-01-01", []),
        ("Der Stand p2-neu, der Parkplatz P2 und xp2 bleiben.", "oeffentlich", []),
    ],
)
def test_what_stands_for_a_person_is_not_for_everybody(
    root: Path, opened: str, capsys: pytest.CaptureFixture[str], words: str, visible: str, warned: list[str]
) -> None:
    path = next((root / "beschluesse").rglob(f"{opened}.yaml"))
    text = path.read_text("utf-8").replace("Der Bauwagen zieht um.", words)
    path.write_text(f"{text}sichtbarkeit: {{stufe: {visible}}}\n", "utf-8")
    result = wiq(capsys, root, "check", "--select", "WIQ280", "--format", "json")
    assert [found["level"] for found in result.json["findings"]] == warned


def test_the_public_minutes_name_nobody(root: Path, decide: Call, opened: str) -> None:
    path = next((root / "beschluesse").rglob(f"{opened}.yaml"))
    path.write_text(path.read_text("utf-8").replace("Der Bauwagen zieht um.", WAGON), "utf-8")
    decide("vote", opened, "--zustimmung", "8")
    assert WAGON in decide("minutes", "st", "--date", HEUTE).out, "inside the house it stands as it was written"
    public = decide("minutes", "st", "--date", HEUTE, "--public")
    assert (public.code, public.out) == (4, "")
    assert opened in public.err
    assert "Ottilie" not in public.err
