"""``freigaben.yaml``: frees exactly one wording in one field of one team until its day, and nothing that is never free."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files.netz import Netzordner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIELD = "kooperationspartner: [Freundeskreis Udo Übermut]\n"
LONG = "Wir kochen jeden Freitag mit allen, die Zeit haben. " * 10
FREE = (
    "freigaben:\n"
    "  - {team: garten, feld: kooperationspartner.name, begriff: Freundeskreis Udo Übermut,"
    " grund: So heißt der Verein., wer: p901, bis: 2027-06-30}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (network(tmp_path / "netz", {"garten": with_keys(TEAM, FIELD)}) / "freigaben.yaml").write_text(FREE, "utf-8")
    return tmp_path / "netz"


@pytest.fixture
def call(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    return lambda *words: wiq(capsys, root, *words)


def rules(result: Result) -> set[str]:
    return {one["rule"] for one in result.json["findings"]}


def write(root: Path, team: str = "", freigaben: str = FREE) -> None:
    (root / "teams/garten.yaml").write_text(with_keys(with_keys(TEAM, FIELD), team), "utf-8")
    (root / "freigaben.yaml").write_text(freigaben, "utf-8")


@pytest.mark.parametrize(("field", "other"), [("zusammenfassung", "problem"), ("problem", "zusammenfassung")])
def test_what_is_free_in_one_field_is_found_in_another_with_the_same_long_text(
    field: str, other: str, root: Path, call: Callable[..., Result]
) -> None:
    text = f"{LONG} Danke an den Freundeskreis Udo Übermut! {LONG}"
    free = FREE.replace("kooperationspartner.name", field)
    write(root, f"kooperationspartner: []\nzusammenfassung: {text}\nproblem: {text}\n", free)
    findings = call("check", "--select", "WIQ21", "--format", "json").json["findings"]
    assert [one["path"] for one in findings] == [[other]]


def test_a_wording_is_free_in_its_field(root: Path, call: Callable[..., Result]) -> None:
    assert rules(call("check", "--format", "json")) == set()
    assert call("publish").code == ExitCode.FINE
    assert "Freundeskreis Udo Übermut" in (root / "site/teams/garten/index.html").read_text("utf-8")
    assert call("publish", "--look-back").code == ExitCode.FINE
    (root / "freigaben.yaml").unlink()
    assert rules(call("check", "--format", "json")) == {"WIQ210"}
    assert call("publish").code == ExitCode.REFUSED


@pytest.mark.parametrize(
    "team",
    [
        "zusammenfassung: Danke an den Freundeskreis Udo Übermut.\n",  # another field
        "zusammenfassung: Danke an Udo Übermut.\n",  # less than the wording
        "kooperationspartner: [Freundeskreis Udo Übermut, Udo Übermut]\n",
        "kooperationspartner: [Freundeskreis Udo Übermut und Udo]\n",
    ],
)
def test_nothing_else_is_free(team: str, root: Path, call: Callable[..., Result]) -> None:
    write(root, team)
    assert "WIQ210" in rules(call("check", "--format", "json"))
    result = call("publish", "--format", "json")
    assert result.code == ExitCode.REFUSED
    assert {one["kind"] for one in result.json["leaks"]} == {"name"}


def test_another_team_is_not_free(root: Path, call: Callable[..., Result]) -> None:
    (root / "teams/chor.yaml").write_text(with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n" + FIELD), "utf-8")
    assert call("publish", "--format", "json").json["leaks"][0]["team"] == "chor"
    assert {one["file"] for one in call("check", "--select", "WIQ21", "--format", "json").json["findings"]} == {
        "teams/chor.yaml"
    }


def test_a_numbered_field_is_one_entry(root: Path, call: Callable[..., Result]) -> None:
    numbered = FREE.replace("kooperationspartner.name", "'kooperationspartner[0].name'")
    write(root, "", numbered)
    assert call("publish", "--dry-run").code == ExitCode.FINE
    write(root, "kooperationspartner: [Verein, Freundeskreis Udo Übermut]\n", numbered)
    assert call("publish", "--dry-run").code == ExitCode.REFUSED


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("bis: 2027-06-30", "bis: 2026-11-21", "WIQ221"),
        (", wer: p901", "", "WIQ220"),
        ("grund: So heißt der Verein., ", "", "WIQ220"),
        (", bis: 2027-06-30", "", "WIQ220"),
        ("begriff: Freundeskreis Udo Übermut", "begriff: udo@example.org", "WIQ223"),
        ("begriff: Freundeskreis Udo Übermut", "begriff: udo (at) example punkt org", "WIQ223"),
        ("begriff: Freundeskreis Udo Übermut", "begriff: Ruf 0341 9876543 an", "WIQ223"),
        ("begriff: Freundeskreis Udo Übermut", "begriff: 'https://zoom.us/j/1'", "WIQ223"),
        ("begriff: Freundeskreis Udo Übermut", "begriff: 5d41402abc4b2a76b9719d911017c592", "WIQ223"),
        ("feld: kooperationspartner.name", "feld: support.was", "WIQ222"),
        ("team: garten", "team: gibt-es-nicht", "WIQ222"),
        ("feld: kooperationspartner.name", "feld: 'leitung[0].name'", "WIQ222"),
        ("feld: kooperationspartner.name", "feld: Alles hier", "WIQ024"),
    ],
)
def test_what_does_not_hold_is_a_finding_and_frees_nothing(
    old: str, new: str, rule: str, root: Path, call: Callable[..., Result]
) -> None:
    write(root, "", FREE.replace(old, new))
    result = call("check", "--format", "json")
    assert {"WIQ210", rule} <= rules(result)
    assert "Übermut" not in result.out
    assert call("publish").code == ExitCode.REFUSED


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("team: garten", "team: gibt-es-nicht", "team"),
        ("feld: kooperationspartner.name", "feld: support.notiz", "feld"),
        ("feld: kooperationspartner.name", "feld: 'kooperationspartner[7].name'", "feld"),
        ("begriff: Freundeskreis Udo Übermut", "begriff: Freundinnenkreis", "begriff"),
    ],
)
def test_what_nobody_needs_is_shown_where_it_does_not_fit(
    old: str, new: str, key: str, root: Path, call: Callable[..., Result]
) -> None:
    write(root, "", FREE.replace(old, new))
    found = call("check", "--select", "WIQ222", "--format", "json").json["findings"]
    assert [one["path"] for one in found] == [["freigaben", 0, key]]


def test_a_file_is_read_once_for_all_that_nobody_needs(
    root: Path, call: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    read_again = Netzordner.read_again

    def count(self: Netzordner, name: str) -> object:
        read.append(name)
        return read_again(self, name)

    monkeypatch.setattr(Netzordner, "read_again", count)
    idle = "  - {team: garten, feld: support.was, begriff: Nummer %s, grund: Probe, wer: p901, bis: 2027-06-30}\n"
    write(root, "", FREE + "".join(idle % number for number in range(300)))
    assert len(call("check", "--select", "WIQ222", "--no-cache", "--format", "json").json["findings"]) == 300
    assert read.count("teams/garten.yaml") == 2  # for what is private in it, and for all of these


@pytest.mark.parametrize(
    ("wer", "level"),
    [
        ("p902", None), ("p999", "hint"), ("Gundula Zapfenstreich", "warning"), ("Thea", "warning"),
        ("Vorstand", None), ("die Beauftragte für Datenschutz", None), ("UT", None),
    ],
)  # fmt: skip
def test_who_looked_at_it_is_a_kennung_or_an_office(
    wer: str, level: str | None, root: Path, call: Callable[..., Result]
) -> None:
    write(root, "", FREE.replace("wer: p901", f"wer: {wer}"))
    result = call("check", "--format", "json")
    found = [(one["rule"], one["level"]) for one in result.json["findings"]]
    assert found == ([("WIQ224", level)] if level else [])
    assert "Zapfenstreich" not in result.out


def test_the_list_of_a_team_may_be_freed(root: Path, call: Callable[..., Result]) -> None:
    free = FREE.replace("kooperationspartner.name", "zusammenfassung").replace(
        "begriff: Freundeskreis Udo Übermut", "begriff: garten@verein.example"
    )
    text = "verteiler: garten@verein.example\nzusammenfassung: Schreibt an garten@verein.example\nkooperationspartner: []\n"
    write(root, text, free)
    assert call("publish", "--dry-run").code == ExitCode.FINE
    assert not {"WIQ211", "WIQ223"} & rules(call("check", "--format", "json"))
    write(root, text + "leitung: [{kennung: p901, name: Thea Testmann, email: garten@verein.example}]\n", free)
    assert call("publish", "--dry-run").code == ExitCode.REFUSED
    assert "WIQ223" in rules(call("check", "--format", "json"))


def test_what_stood_there_by_exception_comes_down_with_it(root: Path, call: Callable[..., Result]) -> None:
    (root / "teams/chor.yaml").write_text(with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n"), "utf-8")
    assert call("publish").code == ExitCode.FINE
    write(root, "", FREE.replace("2027-06-30", "2026-11-21"))
    result = call("publish", "--format", "json")
    assert result.code == ExitCode.REFUSED
    assert result.json["removed"] == ["garten"]
    assert not (root / "site/teams/garten").exists()
    assert (root / "site/teams/chor").exists()


def test_an_audit_knows_what_is_public(root: Path, call: Callable[..., Result]) -> None:
    letter = root.parent / "brief.txt"
    letter.write_text("Dank an den Freundeskreis Udo Übermut.", "utf-8")
    assert call("audit", str(letter)).code == ExitCode.FINE
    letter.write_text("Dank an den Freundeskreis Udo Übermut, vor allem an Udo Übermut.", "utf-8")
    assert call("audit", str(letter)).code == ExitCode.FINDINGS


def test_a_name_of_the_network_can_be_freed_on_every_page(root: Path, call: Callable[..., Result]) -> None:
    wiq_yaml = root / "wiq.yaml"
    wiq_yaml.write_text(wiq_yaml.read_text("utf-8") + "traeger: {name: Thea Testmann gGmbH}\n", "utf-8")
    assert call("publish", "--dry-run").code == ExitCode.REFUSED
    more = "  - {feld: traeger.name, begriff: Thea Testmann gGmbH, grund: Registername, wer: p901, bis: 2027-06-30}\n"
    write(root, "", FREE + more)
    assert call("publish", "--dry-run").code == ExitCode.FINE
    assert rules(call("check", "--format", "json")) == set()


@pytest.mark.parametrize("later", [lambda free: free.replace("2026-12-31", "2026-11-21"), lambda _: FREE])
@pytest.mark.parametrize("key", ["traeger", "name", "ort"])
def test_a_text_of_the_network_comes_down_with_its_exception(
    key: str, later: Callable[[str], str], root: Path, call: Callable[..., Result]
) -> None:
    path = root / "wiq.yaml"
    rest = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(f"{key}:")]
    path.write_text("\n".join([*rest, f"{key}: Thea Testmann gGmbH", ""]), "utf-8")
    field = "traeger.name" if key == "traeger" else key
    free = FREE + (
        f"  - {{feld: {field}, begriff: Thea Testmann gGmbH, grund: Registername, wer: p901, bis: 2026-12-31}}\n"
    )
    write(root, "", free)
    assert call("publish").code == ExitCode.FINE
    assert "Testmann" in (root / "site/index.html").read_text("utf-8")
    write(root, "", later(free))
    assert call("publish", "--dry-run").code == ExitCode.REFUSED
    assert "Testmann" in (root / "site/index.html").read_text("utf-8")
    result = call("publish", "--format", "json")
    assert result.code == ExitCode.REFUSED
    assert result.json["removed"] == []
    assert f"„{key}“ aus wiq.yaml" in result.err
    texts = [one.read_text("utf-8") for one in (root / "site").rglob("*") if one.is_file()]
    assert not any("Testmann" in text for text in texts)
    assert "Übermut" in (root / "site/teams/garten/index.html").read_text("utf-8")  # its own exception still holds
    once = {one: one.read_bytes() for one in (root / "site").rglob("*") if one.is_file()}
    call("publish")
    assert once == {one: one.read_bytes() for one in (root / "site").rglob("*") if one.is_file()}
    write(root, "", free)
    assert call("publish").code == ExitCode.FINE
    assert "Testmann" in (root / "site/index.html").read_text("utf-8")


def test_what_holds_stays_while_another_team_is_refused(root: Path, call: Callable[..., Result]) -> None:
    chor = with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n")
    (root / "teams/chor.yaml").write_text(chor, "utf-8")
    assert call("publish").code == ExitCode.FINE
    (root / "teams/chor.yaml").write_text(with_keys(chor, "zusammenfassung: Ruft 0341 9876543 an.\n"), "utf-8")
    result = call("publish", "--format", "json")
    assert (result.code, result.json["removed"]) == (ExitCode.REFUSED, [])
    assert "Freundeskreis Udo Übermut" in (root / "site/teams/garten/index.html").read_text("utf-8")
