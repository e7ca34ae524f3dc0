"""Living with ``wiq check``: choosing rules, exceptions with a reason, what is known, what changed, standard input."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

FOUR_GOALS = "ziele:\n  bis: 2027-09-15\n  teilziele: [a, b, c, d]\n"
TWO_FAULTS = with_keys(TEAM, FOUR_GOALS + "name: Gemeinsam gegen die Trockenheit der Baumscheiben im ganzen Westen\n")


def rules(result: Result) -> list[str]:
    return [one["rule"] for one in result.json["findings"]]


def check(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> Result:
    return wiq(capsys, root, "check", "--format", "json", *words)


def test_choosing_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": TWO_FAULTS})
    assert rules(check(capsys, root)) == ["WIQ106", "WIQ103"]
    assert rules(check(capsys, root, "--select", "WIQ103")) == ["WIQ103"]
    assert rules(check(capsys, root, "--select", "wiq1", "--ignore", "WIQ103")) == ["WIQ106"]
    assert check(capsys, root, "--ignore", "WIQ103").code == 0


@pytest.mark.parametrize(
    "words", [["103"], ["wiq103,WIQ106"], ["zu-viele-teilziele"], ["WIQ10"], ["103, 106"], ["WIQ 103"]]
)
def test_a_rule_has_a_number_and_a_name(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": TWO_FAULTS})
    chosen = [part for word in words for part in ("--select", word)]
    assert "WIQ103" in rules(check(capsys, root, *chosen))
    ignored = [part for word in words for part in ("--ignore", word)]
    assert "WIQ103" not in rules(check(capsys, root, *ignored))


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("foo", "wiq rules"), ("WIQ9999", "WIQ909"), ("WIQ99", "Meintest du WIQ909"), ("24", "WIQ024"), ("", "wiq rules"),
        ("WIQ103,WIQ193", "Meintest du"), ("zu-viele-ziele", "WIQ103"), ("x" * 5000, "wiq rules"),
    ],
)  # fmt: skip
def test_a_rule_that_does_not_exist_is_never_green(
    option: str, word: str, meant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = wiq(capsys, network(tmp_path), "check", option, word)
    assert (result.code, result.out) == (2, "")
    assert "Diese Regel gibt es nicht." in result.err
    assert meant in result.err


def test_strict_counts_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": TWO_FAULTS})
    assert check(capsys, root, "--ignore", "WIQ103", "--strict").code == 1
    assert check(capsys, network(tmp_path / "n"), "--strict").code == 0


REASON = "weil der Verein es so beschlossen hat"


@pytest.mark.parametrize(
    ("block", "left"),
    [
        (f"ziele:\n  bis: 2027-09-15\n  # wiq: erlaubt WIQ103, {REASON}\n  teilziele: [a, b, c, d]\n", []),
        (f"ziele:  # wiq: erlaubt WIQ103, {REASON}\n  bis: 2027-09-15\n  teilziele: [a, b, c, d]\n", []),
        (
            f"ziele:\n  bis: 2027-09-15\n  teilziele:\n    - a\n    - b\n    - c\n    - d # wiq: erlaubt WIQ103, {REASON}\n",
            [],
        ),
        (
            f"ziele:\n  bis: 2027-09-15\n  teilziele: [a, b, c, d]\n# wiq: erlaubt WIQ103, {REASON}\nweg: [{{schritt: x, bis: 2027-01-01}}]\n",
            ["WIQ103", "WIQ041"],
        ),
        (f"{FOUR_GOALS}  # wiq: erlaubt WIQ103\n", ["WIQ103", "WIQ040"]),
        (f"{FOUR_GOALS}zusammenfassung: 'x # wiq: erlaubt WIQ103, {REASON}'\n", ["WIQ103"]),
        (f"mitglieder: # wiq: erlaubt WIQ201, {REASON}\n  - {{kennung: p1, name: A}}\n", ["WIQ109", "WIQ040"]),
    ],
)
def test_exceptions(block: str, left: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": with_keys(TEAM, block)})
    assert sorted(rules(check(capsys, root))) == sorted(left)


def test_an_exception_at_the_top_holds_for_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"# wiq: erlaubt WIQ101, {REASON}\n\n" + with_keys(TEAM, "zusammenfassung:\nproblem:\n")
    assert rules(check(capsys, network(tmp_path, {"garten": text}))) == []


def test_what_is_known_is_left_out_until_it_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": TWO_FAULTS})
    known = str(tmp_path / "bekannt.json")
    assert check(capsys, root, "--write-baseline", known).code == 0
    result = check(capsys, root, "--baseline", known)
    assert (result.code, rules(result)) == (0, [])
    assert "2 bekannte Befunde" in result.err
    text = "# verschoben\n\n" + with_keys(TWO_FAULTS, "status: läuft\n")
    (root / "teams" / "garten.yaml").write_text(text, encoding="utf-8")
    assert rules(check(capsys, root, "--baseline", known)) == ["WIQ024"]
    assert "Gemeinsam" not in (tmp_path / "bekannt.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "wiq.baseline/1"}',
        '{"schema": "wiq.baseline/1", "known": [1]}',
        '{"schema": "wiq.baseline/1", "known": [["WIQ993", "teams/garten.yaml", "", 1]]}',
    ],
)
def test_a_list_of_known_findings_that_is_none(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bekannt.json"
    path.write_text(text, encoding="utf-8")
    result = wiq(capsys, network(tmp_path), "check", "--baseline", str(path))
    assert result.code == 2
    assert "--write-baseline" in result.err


def git(root: Path, *words: str) -> None:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def test_only_what_changed_in_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shutil.which("git"), "git is needed to test what wiq does with it"
    old = with_keys(TWO_FAULTS, "name: Hof\nverteiler: hof@netz.example\n")
    root = network(tmp_path, {"garten": TEAM, "hof": old})
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Anfang")
    assert rules(check(capsys, root)) == ["WIQ103"]
    assert rules(check(capsys, root, "--changed")) == []
    garten = root / "teams" / "garten.yaml"
    garten.write_text(with_keys(TEAM, "name: Hof\n"), encoding="utf-8")
    result = check(capsys, root, "--changed")
    found = [(one["rule"], one["file"]) for one in result.json["findings"]]
    assert found == [("WIQ904", "teams/hof.yaml")], "the change made it, though the finding stands in the other file"
    new = with_keys(TEAM, "verteiler: neu@netz.example\nname: Neu\n" + FOUR_GOALS)
    (root / "teams" / "neu.yaml").write_text(new, encoding="utf-8")
    assert rules(check(capsys, root, "--changed")) == ["WIQ904", "WIQ103"]
    git(root, "add", ".")
    git(root, "commit", "-qm", "Mehr")
    assert rules(check(capsys, root, "--changed", "HEAD~1")) == ["WIQ904", "WIQ103"]
    assert rules(check(capsys, root, "--changed=HEAD~1")) == ["WIQ904", "WIQ103"]
    assert check(capsys, root, "--changed", "gibt-es-nicht").code == 2


def test_what_two_files_have_part_in_is_said_in_the_changed_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hof = (
        "name: Hof\nart: UT\nverteiler: hof@netz.example\n"
        "mitglieder:\n  - {kennung: p950, name: Yuri Yps, seit: 2026-01-01}\n"
    )
    root = network(tmp_path, {"garten": TEAM, "hof": hof})
    repository(root)
    text = TEAM.replace("p902", "p950").replace("garten@netz", "hof@netz")
    (root / "teams" / "garten.yaml").write_text(text, encoding="utf-8")

    def places(*words: str) -> set[tuple[str, str, bool]]:
        found = check(capsys, root, "--select", "902,903", *words).json["findings"]
        return {(one["rule"], one["file"], "teams/garten.yaml" in one["message"]) for one in found}

    assert places("--changed") == {("WIQ902", "teams/garten.yaml", False), ("WIQ903", "teams/garten.yaml", False)}
    assert places() == {("WIQ902", "teams/hof.yaml", True), ("WIQ903", "teams/hof.yaml", True)}


def repository(root: Path) -> Path:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Anfang")
    return root


def test_what_a_deleted_or_renamed_file_leaves_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decision = (
        "id: ut-20260903-zelt\nteam: ut\ntitel: Zelt\nantrag: Ein Zelt.\nbetrifft: {lt: garten}\nanwesend: [p902]\n"
    )
    ut = "art: UT\nname: UT\neinwilligung: {profil: {am: 2026-01-15}}\n"
    root = network(tmp_path, {"garten": TEAM, "ut": ut})
    path = root / "beschluesse/ut/2026/ut-20260903-zelt.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(decision, encoding="utf-8")
    repository(root)
    assert rules(check(capsys, root, "--changed")) == []
    (root / "teams/ut.yaml").rename(root / "teams/unterstuetzung.yaml")
    found = {(one["rule"], one["file"]) for one in check(capsys, root, "--changed").json["findings"]}
    assert found == {("WIQ442", "beschluesse/ut/2026/ut-20260903-zelt.yaml")}
    git(root, "add", ".")  # git would call it a rename
    assert rules(check(capsys, root, "--changed")) == ["WIQ442"]
    assert rules(check(capsys, root, "--staged")) == ["WIQ442"]
    (root / "teams/unterstuetzung.yaml").write_text(ut + "frueher: [ut]\n", encoding="utf-8")
    assert "WIQ442" not in rules(check(capsys, root, "--changed"))
    assert wiq(capsys, root, "check", "--changed", "--fix").code == 0, "what is gone cannot be mended"


def test_settings_concern_every_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(network(tmp_path))
    wiq_yaml = root / "wiq.yaml"
    wiq_yaml.write_text(wiq_yaml.read_text("utf-8").replace("domain: netz", "domain: anders"), encoding="utf-8")
    assert rules(check(capsys, root, "--changed")) == ["WIQ111"]


def test_changed_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hof = with_keys(TEAM, "name: Hof\nverteiler: hof@netz.example\n")
    root = repository(
        network(tmp_path, {"garten": TEAM, "hof": hof, "alt": with_keys(TWO_FAULTS, "verteiler: a@netz.example\n")})
    )
    for name, text in (("garten", TEAM), ("hof", hof)):
        (root / f"teams/{name}.yaml").write_text(with_keys(text, "weg:\n"), encoding="utf-8")
    assert rules(check(capsys, root, "--changed")) == ["WIQ101", "WIQ101"]
    named = [str(root / "teams" / name) for name in ("hof.yaml", "alt.yaml")]
    found = check(capsys, root, *named, "--changed").json["findings"]
    assert [(one["rule"], one["file"]) for one in found] == [("WIQ101", "teams/hof.yaml")]


def test_mending_only_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    untidy = with_keys(TEAM, "weg:\n  - {schritt: Fläche finden, bis: 31.01.2027}\n")
    hof = with_keys(untidy, "name: Hof\nverteiler: hof@netz.example\nmitglieder: [{kennung: p990}]\n")
    root = repository(network(tmp_path, {"garten": untidy, "hof": hof}))
    garten, other = root / "teams/garten.yaml", root / "teams/hof.yaml"
    wiq_yaml = root / "wiq.yaml"
    wiq_yaml.write_text(wiq_yaml.read_text("utf-8") + "# neu\n", encoding="utf-8")
    garten.write_text(untidy + "# neu\n", encoding="utf-8")
    before = garten.read_bytes()
    result = wiq(capsys, root, "check", "--changed", "--fix", "--dry-run")
    assert (result.code, result.out.count("+++")) == (0, 1)
    assert garten.read_bytes() == before
    assert wiq(capsys, root, "check", "--changed", "--fix").code == 0
    assert "2027-01-31" in garten.read_text("utf-8")
    assert other.read_text("utf-8") == hof


def test_mending_beside_a_list_of_known_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = with_keys(TWO_FAULTS, "weg:\n  - {schritt: Fläche finden, bis: 31.01.2027}\n") + "tehmen: [Umwelt]\n"
    root, known = network(tmp_path, {"garten": text.replace("themen:", "x-themen:")}), str(tmp_path / "bekannt.json")
    (root / "teams/garten.yaml").write_text(text.replace("themen: [Umwelt]\nproblem", "problem"), encoding="utf-8")
    assert wiq(capsys, root, "check", "--write-baseline", known).code == 0
    result = check(capsys, root, "--baseline", known, "--fix")
    assert (result.code, rules(result)) == (0, [])
    assert "2 bekannte Befunde" in result.err, "the third is mended"
    assert "\nthemen: [Umwelt]\n" in (root / "teams/garten.yaml").read_text("utf-8")
    assert wiq(capsys, root, "check", "--fix", "--write-baseline", known).code == 0
    assert check(capsys, root, "--baseline", known).code == 0


def test_standard_input(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = network(tmp_path)

    def given(text: str) -> None:
        class Stdin:
            buffer: Any = io.BytesIO(text.encode())

            def isatty(self) -> bool:
                return False

        monkeypatch.setattr("sys.stdin", Stdin())

    given(with_keys(TEAM, "name: Neu\nverteiler: neu@netz.example\nstatus: läuft\n"))
    result = check(capsys, root, "-")
    assert [(one["rule"], one["file"]) for one in result.json["findings"]] == [("WIQ024", "-")]
    given(with_keys(TEAM, "status: läuft\n"))
    result = check(capsys, root, "-", "--as", str(root / "teams" / "garten.yaml"))
    assert [(one["rule"], one["file"]) for one in result.json["findings"]] == [("WIQ024", "teams/garten.yaml")]
    assert wiq(capsys, root, "check", "--as", "teams/garten.yaml").code == 2


def test_files_that_nobody_reads_are_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path)
    for name in ("teams/alt/x.yaml", "teams/Y.YAML", "beschluesse/st/z.yaml", "teams/garten.yml"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_keys(TEAM, "name: Anders\nverteiler: a@netz.example\n"), encoding="utf-8")
    found = {(one["rule"], one["file"]) for one in check(capsys, root).json["findings"]}
    assert {("WIQ909", "teams/alt/x.yaml"), ("WIQ909", "teams/Y.YAML"), ("WIQ909", "beschluesse/st/z.yaml")} <= found
    assert ("WIQ901", "teams/garten.yml") in found


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("teams/garten.yaml.bak", False),
        ("teams/garten.yaml~", False),
        ("teams/x.Yml", False),
        ("beschluesse/st/2026/tief/x.yaml", False),
        ("teams/liste", True),
        ("teams/README.md", None),
        ("teams/.garten.yaml.swp", None),
        ("teams/.gitkeep", None),
        ("beschluesse/.gitattributes", None),
        ("beschluesse/anker-2026-10.txt.sig", None),
        ("Teams/hof.yaml", False),
        ("team/hof.yml", False),
        ("Beschlüsse/st/2026/x.yaml", False),
        ("hof.yaml", False),
        ("hof.yaml.bak", False),
        ("regeln.yml", False),
        ("Freigabe.yaml", False),
        ("wiq.yml", False),
        ("mkdocs.yml", None),
        ("Teams/liste.txt", None),
        ("archiv/hof.yaml", None),
    ],
)
def test_check_names_the_files_that_publishing_refuses(
    name: str, link: bool | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = network(tmp_path)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    if link:
        (root / name).symlink_to(tmp_path)
    else:
        (root / name).write_text("site_name: x\n" if "mkdocs" in name else "name: Hof\n", encoding="utf-8")
    found = [(one["rule"], one["file"]) for one in check(capsys, root).json["findings"]]
    refused = wiq(capsys, root, "publish", "--dry-run").code == 4
    assert (found, refused) == (([], False) if link is None else ([("WIQ909", name)], True))


@pytest.mark.parametrize(
    "name", ["teams/Profil.docx", "teams/notiz.txt", "beschluesse/st/2026/x.md", "teams/alt/bild.png"]
)
def test_other_files_are_worth_a_warning(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(b"PK\x03\x04 Thea Testmann")
    result = check(capsys, root)
    assert [(one["rule"], one["file"], one["level"]) for one in result.json["findings"]] == [
        ("WIQ909", name, "warning")
    ]
    assert wiq(capsys, root, "publish", "--dry-run").code == 0


def test_it_is_said_where_a_misplaced_file_belongs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path)
    for name in ("hof.yml", "Teams/hof.yaml", "Regeln.yml"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("name: Hof\nleitung: []\nstatus: idee\nunbekannt: x\n", encoding="utf-8")
    said = {one["file"]: one["help"] for one in check(capsys, root).json["findings"]}
    meant = {"hof.yml": "teams/hof.yaml", "Teams/hof.yaml": "teams/hof.yaml", "Regeln.yml": "regeln.yaml"}
    assert said == {
        name: f"Gemeint ist vermutlich {one}. Verschieb sie dorthin oder lösch sie." for name, one in meant.items()
    }


def test_a_folder_that_cannot_be_read_stops_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path as Paths  # noqa: PLC0415  # to be patched

    root = network(tmp_path)
    (root / "beschluesse").mkdir()
    real = Paths.iterdir

    def refuse(self: Path) -> Any:
        if self.name == "beschluesse":
            raise PermissionError(13, "no")
        return real(self)

    monkeypatch.setattr(Paths, "iterdir", refuse)
    result = wiq(capsys, root, "check")
    assert result.code == 3
    assert "beschluesse" in result.err


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path / "a")
    (root / "teams").rename(tmp_path / "woanders")
    (root / "teams").symlink_to(tmp_path / "woanders")
    assert wiq(capsys, root, "check").code == 3
