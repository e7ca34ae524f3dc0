"""``wiq init``: a new network that is in order from the first minute, and never overwrites anything."""

from __future__ import annotations

import json
import re
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli import resources
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.schema import MODELS, json_schema
from wiq_cli.files import disk, new_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_network_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "mein-netz"
    result = wiq(capsys, None, "init", str(root), "--name", "Mein Netz", "--state", "SN", "--domain", "netz.example")
    assert result.code == 0
    assert "wiq.yaml" in result.out.splitlines()
    assert "name: Mein Netz\n" in (root / "wiq.yaml").read_text(encoding="utf-8")
    assert wiq(capsys, root, "new-team", "Hof").code == 0
    checked = wiq(capsys, root, "check", "--format", "json")
    assert checked.code == 0
    warnings = [one["rule"] for one in checked.json["findings"] if one["level"] == "warning"]
    assert warnings == ["WIQ910"] * 2, "only the links for the public site are still missing"


def test_the_editor_files_are_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "init", str(tmp_path / "n")).code == 0
    for path in [*(tmp_path / "n" / ".vscode").iterdir(), *(tmp_path / "n" / ".wiq" / "schema").iterdir()]:
        json.loads(path.read_text(encoding="utf-8"))


def test_a_network_becomes_a_repository_unless_it_is_in_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which("git") is None:
        pytest.fail("git is needed to test what wiq does with it")
    assert "Repository ist angelegt" in wiq(capsys, None, "init", str(tmp_path / "eins")).err
    assert (tmp_path / "eins" / ".git").is_dir()
    subprocess.run(["git", "init", "-q", str(tmp_path / "ablage")], check=True)
    assert "gehört schon zu einem git-Repository" in wiq(capsys, None, "init", str(tmp_path / "ablage" / "netz")).err
    assert not (tmp_path / "ablage" / "netz" / ".git").exists()


def test_without_git_it_works_too_and_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = wiq(capsys, None, "init", str(tmp_path / "n"))
    assert result.code == 0
    assert "apt install git" in result.err
    assert "git init && git config core.hooksPath .wiq/hooks" in result.err
    assert (tmp_path / "n" / "wiq.yaml").exists()


def test_a_network_does_not_lie_in_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "init", str(tmp_path / "aussen")).code == 0
    result = wiq(capsys, None, "init", str(tmp_path / "aussen" / "teams" / "innen"))
    assert (result.code, result.out) == (2, "")
    assert f"Netzwerk: {tmp_path / 'aussen'}. Nimm einen Ordner außerhalb." in result.err
    assert not (tmp_path / "aussen" / "teams").exists()


def test_root_names_the_new_folder_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, tmp_path / "n", "init").code == 0
    assert (tmp_path / "n" / "wiq.yaml").exists()
    assert wiq(capsys, tmp_path / "n", "init").code == 2
    assert wiq(capsys, None, "init", " ").code == 2


@pytest.mark.parametrize("in_the_way", [".vscode", ".wiq", ".github"])
def test_all_files_or_none(in_the_way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file where a folder should be: nothing was said to be written, nothing is left."""
    (tmp_path / in_the_way).write_text("meins\n", encoding="utf-8")
    result = wiq(capsys, None, "init", str(tmp_path))
    assert (result.code, result.out) == (2, "")
    assert f"{in_the_way} ist eine Datei und kein Ordner. Es wurde nichts geändert." in result.err
    assert [path.name for path in tmp_path.iterdir()] == [in_the_way]


@pytest.mark.parametrize("error", [WrongCall("voll"), KeyboardInterrupt()])
def test_what_was_made_goes_again_when_a_later_file_fails(
    error: BaseException, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(path: Path, text: str) -> None:
        if path.name == "beschluss.json":
            raise error
        disk.write_new(path, text)

    monkeypatch.setattr(new_folder, "write_new", write)
    result = wiq(capsys, None, "init", str(tmp_path / "neu" / "netz"))
    assert result.code in (2, 130)
    assert result.out == ""
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".gitignore").write_text("meins\n", encoding="utf-8")
    result = wiq(capsys, None, "init", str(tmp_path))
    assert result.code == 0
    assert ".gitignore gab es schon" in result.err
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "meins\n"
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".git/" not in str(path)}
    result = wiq(capsys, None, "init", str(tmp_path), "--name", "Anders")
    assert result.code == 2
    assert all(path.read_bytes() == data for path, data in before.items())


def test_wrong_settings_are_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = wiq(capsys, None, "init", str(tmp_path / "n"), "--domain", "https://netz.example", "--state", "XX")
    assert result.code == 2
    assert "--domain: " in result.err
    assert "--state: " in result.err
    assert not (tmp_path / "n").exists()


def test_dry_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, None, "init", str(tmp_path / "n"), "--dry-run")
    assert (result.code, (tmp_path / "n").exists()) == (0, False)
    assert "regeln.yaml" in result.out


def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    result = wiq(capsys, None, "init", str(tmp_path / "datei" / "n"))
    assert result.code == 2
    assert "datei ist eine Datei und kein Ordner." in result.err


SHIPPED = resources.folder("templates") / "netz" / "dateien"


def test_other_users_do_not_get_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "init", str(tmp_path / "n")).code == 0
    assert not stat.S_IMODE((tmp_path / "n").stat().st_mode) & stat.S_IRWXO


def test_the_hooks_may_be_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "init", str(tmp_path / "n")).code == 0
    hooks = sorted((tmp_path / "n" / ".wiq" / "hooks").iterdir())
    assert [path.name for path in hooks] == ["commit-msg", "pre-commit", "pre-push"]
    assert all(path.stat().st_mode & stat.S_IXUSR for path in hooks)
    subprocess.run(["sh", "-n", *map(str, hooks)], check=True)


def test_nothing_names_a_host(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "init", str(tmp_path / "n")).code == 0
    for path in (tmp_path / "n").rglob("*"):
        if path.is_file() and ".git" not in path.parts[:-1]:
            hosts = re.findall(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)", path.read_text(encoding="utf-8"))
            assert set(hosts) <= {"json-schema.org"}, path  # the name of the dialect, nothing to fetch


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-workflows", "github-wiq.yml"),
        ("vendor.github-workflows", "forgejo-wiq.yml"),
        ("vendor.gitlab-ci", "gitlab-ci.yml"),
    ],
)
def test_the_ci_files_follow_their_schemas(schema: str, name: str) -> None:
    words = ["-m", "check_jsonschema", "--builtin-schema", schema, str(SHIPPED / name)]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["github-wiq.yml", "forgejo-wiq.yml"])
def test_ci_may_only_read_and_runs_what_is_pinned(name: str) -> None:
    text = (SHIPPED / name).read_text(encoding="utf-8")
    workflow = YAML(typ="safe").load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["on"] == ["push", "pull_request"]
    uses = re.findall(r"uses: (\S+)", text)
    assert uses
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one) for one in uses)
    assert "persist-credentials: false" in text
    assert "secrets." not in text


def test_the_problem_matcher_reads_what_check_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tasks = json.loads((SHIPPED / "vscode-tasks.json").read_text(encoding="utf-8"))["tasks"]
    matchers = {one["severity"]: one["pattern"] for one in tasks[0]["problemMatcher"]}
    teams = {
        "a": with_keys(TEAM, "status: läuft\n"),
        "b": with_keys(TEAM, "zusammenfassung: xxx\n"),
        "c": with_keys(TEAM, "status: idee\nziele:\n"),
    }
    said = wiq(capsys, network(tmp_path, teams), *tasks[0]["args"]).out.splitlines()
    words = {"Fehler": "error", "Warnung": "warning", "Hinweis": "info"}
    assert {line.split()[1] for line in said} == set(words)
    for line in said:
        hits = {severity: re.match(one["regexp"], line) for severity, one in matchers.items()}
        (severity,) = [severity for severity, hit in hits.items() if hit]
        assert severity == words[line.split()[1]]
        hit = hits[severity]
        assert hit
        assert hit[matchers[severity]["file"]].startswith("teams/")
        assert hit[matchers[severity]["line"]].isdigit()
        assert hit[matchers[severity]["code"]].startswith("WIQ")


def snippet(name: str, **more: str) -> str:
    """Give what an editor would put there when nobody changes the proposals."""
    snippets: dict[str, Any] = json.loads((SHIPPED / "vscode-snippets.json").read_text(encoding="utf-8"))
    text = "\n".join(snippets[name]["body"]) + "\n"
    today = {"$CURRENT_YEAR": "2026", "$CURRENT_MONTH": "11", "$CURRENT_DATE": "20", **more}
    for word, value in today.items():
        text = text.replace(word, value)
    proposals = dict(re.findall(r"\$\{([0-9]):([^}]*)\}", text))
    text = re.sub(r"\$\{([0-9])(:[^}]*)?\}", lambda match: proposals[match[1]], text)
    return text.replace("$0", "").replace("\\$", "$")


def test_the_snippets_are_what_check_wants(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = with_keys(TEAM, "mitglieder:\n" + snippet("Mitglied"))
    text = with_keys(person, snippet("Treffen") + "wirkung:\n" + snippet("Indikator"))
    root = network(tmp_path, {"garten": text})
    folder = root / "beschluesse" / "garten" / "2026"
    folder.mkdir(parents=True)
    name = "garten-20261120-zaun"
    body = snippet("Beschluss", **{"${TM_FILENAME_BASE}": name}).replace("team: team", "team: garten")
    (folder / f"{name}.yaml").write_text(body, encoding="utf-8")
    found = wiq(capsys, root, "check", "--format", "json").json["findings"]
    assert [one for one in found if one["level"] == "error" and one["rule"].startswith(("WIQ0", "WIQ3", "WIQ1"))] == []


@pytest.mark.parametrize("kind", MODELS)
def test_the_shipped_schemas_are_fresh(kind: str, bless: bool) -> None:
    path = resources.folder("schemas") / f"{kind}.json"
    if bless:
        path.write_text(json_schema(kind), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == json_schema(kind), "run: pytest --bless"
