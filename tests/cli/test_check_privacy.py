"""``wiq check`` sees what ``wiq publish`` would refuse: the exact place, never the value."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys
from tests.support.tools import program
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UT = "# wiq: erlaubt WIQ511, weil es nicht um die Aufnahme geht\nschema: 1\nart: UT\nname: Unterstützungsteam\nmitglieder: [{kennung: p801, name: Raphaela Schnurz}]\n"
FORMATS = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")
SLIPS = [
    ("support: [Zelt, Ideenmobil (Raphaela)]\n", "WIQ210", ["support", 1, "was"], "(WiQ-Team)"),
    ("weg: [{schritt: Fläche finden, bis: 2027-01-31, notizen: [Udo fragen]}]\n", "WIQ210", ["weg", 0, "notizen", 0], "eine Person aus dem Team"),
    ("zusammenfassung: Fragen an jemand@fremd.example\n", "WIQ211", ["zusammenfassung"], "verteiler"),
    ("problem: [eins, 'Ruf an, 0341 9876543']\n", "WIQ212", ["problem", 1], "Nummer"),
    ("offene_fragen: ['Wo? https://zoom.us/j/99?pwd=x']\n", "WIQ214", ["offene_fragen", 0], "treffen"),
    ("wirkung: [Zahl der Leute bei Raphaela: 50]\n", "WIQ210", ["wirkung", 0, "indikator"], "Person"),
    ("notizen: Der Vermieter will die Fläche doch nicht mehr hergeben\noffene_fragen: [Der Vermieter will die Fläche doch nicht mehr hergeben]\n", "WIQ215", ["offene_fragen", 0], "Worten"),
    ("# Schlüssel bei ottokar at fremd.example\noffene_fragen: [Wo ist Ottokar at Fremd.example?]\n", "WIQ211", ["offene_fragen", 0], "verteiler"),
    ("#  - name: Sigrun Donnerkeil\noffene_fragen: [Kommt Sigrun Donnerkeil?]\n", "WIQ210", ["offene_fragen", 0], "Person"),
    ("treffen: {termine: [{am: 2026-12-09, ort: Kastanienstieg 217, oeffentlich: nein}]}\noffene_fragen: [Wer kommt in den Kastanienstieg 217?]\n", "WIQ216", ["offene_fragen", 0], "Ort"),
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": TEAM, "ut": UT})


@pytest.fixture
def check(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    return lambda *words: wiq(capsys, root, "check", *words)


def write(root: Path, block: str, name: str = "garten") -> str:
    text = with_keys(TEAM, block)
    (root / f"teams/{name}.yaml").write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize(("block", "rule", "path", "help_"), SLIPS)
def test_a_slip_shows_before_publishing(  # the same fields as in tests/cli/test_publish.py
    block: str, rule: str, path: list[str | int], help_: str, root: Path, check: Callable[..., Result]
) -> None:
    write(root, block)
    result = check("--format", "json", "--select", "WIQ2")
    assert result.code == ExitCode.FINDINGS
    (finding,) = result.json["findings"]
    assert (finding["rule"], finding["level"], finding["path"]) == (rule, "error", path)
    assert help_ in finding["help"]


def test_the_place_is_exact_and_says_nothing_about_the_length(root: Path, check: Callable[..., Result]) -> None:
    text = write(root, "zusammenfassung: |\n  Wir legen los.\n  Das macht Raphaela\n  mit uns allen.\n")
    line = text.splitlines().index("  Das macht Raphaela") + 1
    (finding,) = check("--format", "json").json["findings"]
    assert (finding["line"], finding["column"]) == (line, 13)
    write(root, "support: [Zelt, 'Ideenmobil (Raphaela) und mehr']\n")
    (sarif,) = json.loads(check("--format", "sarif").out)["runs"]
    region = sarif["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["endColumn"] - region["startColumn"] != len("Raphaela")


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_format_shows_the_value(fmt: str, root: Path, check: Callable[..., Result]) -> None:
    write(root, "support: [Ideenmobil (Raphaela)]\nzusammenfassung: Ruf 0341 9876543 an, thea@example.org\n")
    result = check("--format", fmt)
    assert "WIQ210" in result.out
    for value in ("Raphaela", "9876543", "thea@"):
        assert value not in result.out + result.err


def test_no_comment_silences_it(root: Path, check: Callable[..., Result]) -> None:
    write(root, "support: ['Ideenmobil (Raphaela)']  # wiq: erlaubt WIQ210, weil es so heißt\n")
    assert {one["rule"] for one in check("--format", "json").json["findings"]} == {"WIQ040", "WIQ210"}


def test_one_file_is_searched_for_the_people_of_all(root: Path, check: Callable[..., Result]) -> None:
    write(root, "support: [Ideenmobil (Raphaela)]\n")
    write(
        root,
        "name: Chor\nverteiler: chor@netz.example\nleitung: []\nmitglieder: []\nsupport: [Raphaelas Klavier]\n",
        "chor",
    )
    found = check("--format", "json", "--select", "WIQ21", str(root / "teams/chor.yaml")).json["findings"]
    assert [(one["file"], one["rule"]) for one in found] == [("teams/chor.yaml", "WIQ210")]


def test_what_changed_is_searched_for_the_people_of_all(root: Path, check: Callable[..., Result]) -> None:
    git = [
        program("git", "apt-get install git"),
        "-C",
        str(root),
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.org",
    ]
    for words in (["init", "-q"], ["add", "--all"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], check=True)
    write(root, "support: [Ideenmobil (Raphaela)]\n")
    assert check("--changed", "--select", "WIQ21").code == ExitCode.FINDINGS


@pytest.mark.parametrize(
    "block",
    [
        "notizen: [Raphaela fragen]\n",
        "support: [{was: Zelt, notiz: Raphaela fragen}]\n",
        "treffen: {termine: [24.11.2026 18:00 (Garten von Raphaela)], oeffentlich: nein}\n",
        "treffen: {ort: bei Familie Schnurz}\n",
        "treffen: {rhythmus: jeden Dienstag 18:00 ab 01.09.2026, ausfall: [24.11.2026 Raphaela ist krank]}\n",
        "zusammenfassung: Im Juli grillen wir heute am Karl-Heine-Kanal.\n",
    ],
)
def test_what_no_page_shows_is_no_finding(block: str, root: Path, check: Callable[..., Result]) -> None:
    write(root, block)
    assert check("--select", "WIQ21", "--format", "json").json["findings"] == []


def test_a_profile_that_is_not_open_gives_a_hint(root: Path, check: Callable[..., Result]) -> None:
    write(root, "support: [Ideenmobil (Raphaela)]\neinwilligung: {}\n")
    (finding,) = check("--select", "WIQ21", "--format", "json").json["findings"]
    assert finding["level"] == "hint"


def test_a_file_name_is_an_address(root: Path, check: Callable[..., Result]) -> None:
    write(root, "name: Freunde\nverteiler: freunde@netz.example\nleitung: []\nmitglieder: []\n", "freunde-von-raphaela")
    (finding,) = check("--select", "WIQ21", "--format", "json").json["findings"]
    assert (finding["file"], finding["line"]) == ("teams/freunde-von-raphaela.yaml", 1)


def test_who_agreed_may_be_named(root: Path, check: Callable[..., Result]) -> None:
    people = "leitung: [{{kennung: p901, name: Thea Testmann{}}}]\nzusammenfassung: Thea Testmann lädt ein.\n"
    write(root, people.format(", einwilligung: {name: {antwort: ja, am: 2026-01-01, nachweis: Ordner 3}}"))
    assert check("--select", "WIQ21").code == ExitCode.FINE
    write(root, people.format(""))
    assert check("--select", "WIQ21").code == ExitCode.FINDINGS


def test_a_text_that_nobody_can_look_through_is_said(root: Path, check: Callable[..., Result]) -> None:
    write(root, f"offene_fragen: [Wo?, '{chr(92) * 3000}x']\n")
    result = check("--format", "json")
    (found,) = [one for one in result.json["findings"] if one["rule"] == "WIQ013"]
    assert (result.code, found["path"], found["level"]) == (ExitCode.FINDINGS, ["offene_fragen", 1], "error")
    assert "zu oft verschlüsselt" in found["message"]
