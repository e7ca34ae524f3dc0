"""``wiq doctor``: what is wrong, and a command that really mends it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import network
from tests.support.tools import write_wiq
from wiq_cli.files import doctor as outside
from wiq_cli.report import doctor as report
from wiq_cli.usecases.doctor import Answer, Installation, State, about_installation, missing_hooks

if TYPE_CHECKING:
    from tests.support.run import Result

FINE = Installation(
    wiq="1",
    in_path=True,
    folder="/opt/wiq/bin",
    python=(3, 11, 0),
    libyaml=True,
    zone="Europe/Berlin",
    zone_known=True,
    utf8=True,
    git="2",
)


@pytest.fixture(autouse=True)
def wiq_in_path(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program called wiq, so that hooks find this one."""
    folder = tmp_path_factory.mktemp("bin")
    write_wiq(folder)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new network with its hooks switched on."""
    root = tmp_path / "netz"
    assert wiq(capsys, None, "init", str(root)).code == 0
    git(root, "config", "core.hooksPath", ".wiq/hooks")
    return root


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)


def to_mend(result: Result) -> dict[str, str]:
    """Give what has to be mended, with the commands."""
    return {one["check"]: one["command"] for one in result.json["checks"] if one["state"] == "mend"}


def test_a_new_network_is_in_order(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, root, "doctor")
    assert (result.code, result.err) == (0, "Alles in Ordnung.\n"), result.out
    assert all(line.startswith("gut\t") for line in result.out.splitlines())
    for word in ("Python", "libyaml", "Europe/Berlin", "UTF-8", "git", "Commit und Push", "site"):
        assert word in result.out


def test_outside_a_network_only_the_installation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = wiq(capsys, None, "doctor", "--format", "json")
    assert result.code == 0
    assert result.json["schema"] == "wiq.doctor/1"
    assert [one["check"] for one in result.json["checks"]] == [one.check for one in about_installation(FINE)]
    assert wiq(capsys, tmp_path, "doctor").code == 3, "a folder that was named must be a network"
    assert wiq(capsys, None, "doctor", "--fix").code == 3


def test_each_fault_of_a_network_and_its_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root.chmod(0o755)
    git(root, "config", "--unset", "core.hooksPath")
    (root / ".wiq" / "schema" / "team.json").write_text("{}", encoding="utf-8")
    (root / ".wiq" / "hooks" / "pre-push").unlink()
    for name in (".gitignore", ".gitattributes"):
        (root / name).write_text("", encoding="utf-8")
    (root / "vorlagen").mkdir()
    (root / "vorlagen" / "index.html.j2").write_text("{% if %}", encoding="utf-8")
    (root / "wiq.yaml").write_text("name: [A]\n", encoding="utf-8")
    git(root, "remote", "add", "fern", "http://token:geheim@fern.example/netz.git")
    result = wiq(capsys, root, "doctor", "--format", "json")
    assert result.code == 1
    found = to_mend(result)
    assert set(found) - {"rights"} == {"network", "schema", "templates", "site", "anchors", "merge", "hooks", "remote"}
    assert "geheim" not in result.out, "an address may hold a password"
    assert "vorlagen/index.html.j2:1" in result.out
    (root / "wiq.yaml").write_text("name: A\n", encoding="utf-8")
    (root / "vorlagen" / "index.html.j2").unlink()
    for check, command in found.items():
        if check not in ("network", "templates"):
            subprocess.run(["sh", "-c", command], cwd=root, check=False, capture_output=True)
    again = wiq(capsys, root, "doctor", "--format", "json")
    assert (again.code, to_mend(again)) == (0, {})


def test_rights_count_where_others_can_get_in(tmp_path: Path) -> None:
    inner = tmp_path / "netz"
    inner.mkdir(mode=0o755)
    tmp_path.chmod(0o700)
    assert not outside.readable_by_others(inner)
    if all(path.stat().st_mode & 0o001 for path in tmp_path.parents):
        tmp_path.chmod(0o755)
        assert outside.readable_by_others(inner)
        inner.chmod(0o750)
        assert not outside.readable_by_others(inner)


def test_a_part_of_the_history(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a server fetches by default: the command that is named brings the rest."""
    who = ("-c", "user.name=Netz", "-c", "user.email=netz@example.org", "-c", "core.hooksPath=/dev/null")
    for text in ("1", "2"):
        (root / "notizen.txt").write_text(text, encoding="utf-8")
        git(root, "add", ".")
        git(root, *who, "commit", "--quiet", "-m", text)
    subprocess.run(["git", "clone", "--quiet", "--depth=1", root.as_uri(), str(tmp_path / "flach")], check=True)
    assert to_mend(wiq(capsys, tmp_path / "flach", "doctor", "--format", "json"))["history"] == "git fetch --unshallow"
    git(tmp_path / "flach", "fetch", "--quiet", "--unshallow")
    assert "history" not in to_mend(wiq(capsys, tmp_path / "flach", "doctor", "--format", "json"))


def test_a_network_without_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, network(tmp_path), "doctor", "--format", "json")
    assert to_mend(result)["repository"] == "git init"
    assert "hooks" not in to_mend(result)


def test_a_private_remote_is_only_noted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "remote", "add", "fern", "ssh://git@fern.example/netz.git")
    result = wiq(capsys, root, "doctor")
    assert result.code == 0
    assert "Hinweis\tOb fern privat ist" in result.out


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://github.com/x/y.git", "github.com"),
        ("https://name:geheim@GitHub.com/x/y", "github.com"),
        ("git@codeberg.org:x/y.git", "codeberg.org"),
        ("ssh://git@ssh.gitlab.com:443/x/y", "gitlab.com"),
        ("github.com:x/y", "github.com"),
        ("https://github.com.example.org/x", ""),
        ("https://example.org/github.com", ""),
        ("ssh://git@example.org:22/x@github.com", ""),
        ("/srv/git/github.com", ""),
        ("../netz", ""),
        ("", ""),
    ],
)
def test_hosts_where_anyone_may_have_repositories(address: str, host: str) -> None:
    assert outside.shared_host(address) == host


def test_such_a_host_is_named_and_nothing_else_of_the_address(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "remote", "add", "fern", "https://name:geheim@github.com/verein/netz.git")
    git(root, "remote", "set-url", "--add", "--push", "fern", "git@codeberg.org:verein/netz.git")
    result = wiq(capsys, root, "doctor")
    assert result.code == 0
    assert "Hinweis\tfern liegt bei github.com." in result.out
    assert "Hinweis\tfern liegt bei codeberg.org." in result.out
    assert "geheim" not in result.out
    assert "verein" not in result.out


def test_a_hook_that_may_not_run(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ".wiq" / "hooks" / "pre-commit").chmod(0o644)
    found = to_mend(wiq(capsys, root, "doctor", "--format", "json"))
    assert found == {"schema": "wiq doctor --fix", "hooks": "wiq doctor --fix"}
    assert wiq(capsys, root, "doctor", "--fix").code == 0


def test_a_network_in_a_part_of_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    netz = tmp_path / "unser netz"
    command = "git config core.hooksPath 'unser netz/.wiq/hooks'"
    assert command in wiq(capsys, None, "init", str(netz)).err
    assert to_mend(wiq(capsys, netz, "doctor", "--format", "json"))["hooks"] == command
    subprocess.run(["sh", "-c", command], cwd=netz, check=True)
    assert to_mend(wiq(capsys, netz, "doctor", "--format", "json")) == {}


def test_without_git_one_thing_is_said_about_it(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root))
    found = to_mend(wiq(capsys, root, "doctor", "--format", "json"))
    assert set(found) == {"git", "path"}
    assert found["path"] in {f'export PATH={outside.program_folder()}:"$PATH"', "pipx ensurepath"}


@pytest.mark.parametrize(
    ("folder", "command"),
    [
        ("/home/a/.local/share/pipx/venvs/wiq/bin", "pipx ensurepath"),
        ("/home/a/.local/share/uv/tools/wiq/bin", "uv tool update-shell"),
        ("", "pipx ensurepath"),
        ("/opt/ein ort/bin", "export PATH='/opt/ein ort/bin':\"$PATH\""),
    ],
)
def test_the_way_into_the_search_path(folder: str, command: str) -> None:
    answers = about_installation(replace(FINE, in_path=False, folder=folder))
    assert [one.command for one in answers if one.state is State.MEND] == [command]


def test_a_repository_of_somebody_else(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    found = to_mend(wiq(capsys, root, "doctor", "--format", "json"))
    assert found == {"repository": f"git config --global --add safe.directory {root}"}


def test_a_folder_that_may_not_be_changed(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "teams").mkdir()
    allowed = os.access
    monkeypatch.setattr(
        "os.access", lambda path, mode: allowed(path, mode) and not (mode & os.W_OK and Path(path).name == "teams")
    )
    assert set(to_mend(wiq(capsys, root, "doctor", "--format", "json"))) == {"writable"}


@pytest.mark.parametrize(
    ("value", "fine"), [("C", False), ("de_DE.ISO-8859-1", False), ("de_DE.utf8", True), ("", True)]
)
def test_the_locale(value: str, fine: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", value)
    assert outside.speaks_utf8() is fine


def test_the_table_for_eyes_keeps_commands_whole() -> None:
    answers = [*about_installation(replace(FINE, in_path=False)), Answer("x", State.NOTE, "wort " * 30)]
    lines = report.as_table(answers, 50).splitlines()
    assert '         → export PATH=/opt/wiq/bin:"$PATH"' in lines
    assert all(len(line) <= 50 for line in lines)


def test_fix_and_its_preview(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / ".wiq" / "hooks" / "pre-commit"
    path.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    preview = wiq(capsys, root, "doctor", "--dry-run")
    assert preview.code == 0
    assert "+++ b/.wiq/hooks/pre-commit" in preview.out
    assert path.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"
    assert wiq(capsys, root, "doctor", "--fix").code == 0
    assert "wiq check --staged" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        ({"in_path": False}, "path"),
        ({"python": (3, 10, 9)}, "python"),
        ({"libyaml": False}, "libyaml"),
        ({"zone_known": False}, "zone"),
        ({"utf8": False}, "utf8"),
        ({"git": None}, "git"),
    ],
)
def test_each_fault_of_an_installation(fault: dict[str, object], check: str) -> None:
    answers = {one.check: one for one in about_installation(replace(FINE, **fault))}  # type: ignore[arg-type]
    assert [one.check for one in answers.values() if one.state is State.MEND] == [check]
    assert answers[check].command
    assert all(one.state is State.OK for one in about_installation(FINE))


def test_what_the_machine_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outside.has_libyaml()
    assert outside.knows_zone("Europe/Berlin")
    assert not outside.knows_zone("Europa/Leipzig")
    assert outside.python_version() == sys.version_info[:3]
    monkeypatch.setattr("locale.getpreferredencoding", lambda **_: "ISO-8859-1")
    assert not outside.speaks_utf8()
    monkeypatch.setenv("PATH", "/gibt-es-nicht")
    assert outside.git_version() is None
    assert not outside.own_program()


CONFIG = "id: wiq-check\nid: wiq-commit-msg\nid: wiq-publish\n"


@pytest.mark.parametrize(
    ("hooks", "config", "missing"),
    [
        ({}, None, ["pre-commit", "commit-msg", "pre-push"]),
        ({"pre-commit": "exec wiq check --staged"}, None, ["commit-msg", "pre-push"]),
        ({"pre-commit": "exec prek hook-impl", "commit-msg": "prek", "pre-push": "prek"}, CONFIG, []),
        ({"pre-commit": "pre_commit pre-commit"}, "id: wiq-check", ["commit-msg", "pre-push"]),
        ({"pre-commit": "pre-commit", "commit-msg": "x", "pre-push": "y"}, "id: ruff", ["pre-commit", "commit-msg", "pre-push"]),
    ],
)  # fmt: skip
def test_which_hooks_lead_to_wiq(hooks: dict[str, str], config: str | None, missing: list[str]) -> None:
    assert missing_hooks(hooks, config) == missing


def test_a_clone_does_not_know_how_files_come_together(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "config", "--unset", "merge.wiq.driver")
    assert to_mend(wiq(capsys, root, "doctor", "--format", "json")) == {"merge-driver": "wiq doctor --fix"}
    assert "Noch einzuschalten" in wiq(capsys, root, "doctor", "--fix", "--dry-run").err
    assert to_mend(wiq(capsys, root, "doctor", "--format", "json")), "a look changes nothing"
    found = wiq(capsys, root, "doctor", "--fix")
    assert (found.code, "Eingeschaltet: Zwei Zweige kommen Eintrag für Eintrag zusammen." in found.err) == (0, True)
    assert wiq(capsys, root, "doctor", "--fix").err == "Alles in Ordnung.\n"
