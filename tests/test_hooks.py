"""The hooks for real: pre-commit, prek and git's own, a bad commit blocked and a good one let through, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.support.texts import HEUTE, TEAM, network, with_keys
from tests.support.tools import missing, program, write_wiq
from tests.test_packaging import lying_around

ROOT = Path(__file__).parent.parent
WHEELS = Path(sys.prefix) / "wheels"  # `make test` puts them there: what an environment for wiq needs
SHIPPED = ROOT / "templates" / "netz" / "dateien"
BAD = with_keys(TEAM, "status: läuft\n")
LEAK = with_keys(TEAM, "zusammenfassung: Ruf Thea Testmann an.\n")
GOOD = with_keys(TEAM, "zusammenfassung: Wir legen zwei Beete an.\n")
DECISION = """\
id: ut-20260903-zelt
team: ut
titel: Zelt
antrag: Ein Zelt.
betrifft: {lt: garten}
anwesend: [p902]
"""
INSTALL = ["--hook-type", "pre-commit", "--hook-type", "commit-msg", "--hook-type", "pre-push"]


@cache
def cut_off() -> list[str]:
    """Give the words that start a program without a network, where this machine lets us."""
    words = ["unshare", "--map-root-user", "--net"]
    usable = shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True, check=False)
    return words if usable and usable.returncode == 0 else []


class Repository:
    """A network in a git repository of its own, and the programs that a person calls there."""

    def __init__(self, folder: Path) -> None:
        self.root = network(folder / "netz", {})
        self.team = self.root / "teams" / "garten.yaml"
        (folder / "bin").mkdir()
        write_wiq(folder / "bin")
        (folder / "home").mkdir()
        plain = {
            key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))
        }
        self.environment = plain | {
            "PATH": os.pathsep.join([str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "HOME": str(folder / "home"), "XDG_CACHE_HOME": str(folder / "home"),
            "PRE_COMMIT_HOME": str(folder / "pre-commit"), "PREK_HOME": str(folder / "prek"),
            "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(WHEELS), "PIP_CONFIG_FILE": os.devnull,
            "UV_OFFLINE": "1", "UV_NO_INDEX": "1", "UV_FIND_LINKS": str(WHEELS), "UV_NO_CONFIG": "1",
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "WIQ_TODAY": HEUTE, "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
        }  # fmt: skip
        shutil.copy(SHIPPED / "gitignore", self.root / ".gitignore")
        self.must("git", "init", "--quiet")

    def run(self, *words: str | Path) -> tuple[int, str]:
        """Run a program and give its exit code and all it says."""
        done = subprocess.run(
            [*cut_off(), *words], cwd=self.root, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    def must(self, *words: str | Path) -> str:
        code, said = self.run(*words)
        assert code == 0, said
        return said

    def write(self, text: str) -> None:
        self.team.write_text(text, encoding="utf-8")

    def commit(self, text: str, message: str = "Beet angelegt") -> tuple[int, str]:
        """Write the team file, stage everything and try to commit."""
        self.write(text)
        self.must("git", "add", "--all")
        return self.run("git", "commit", "--message", message)

    def commits(self) -> int:
        return int(self.must("git", "rev-list", "--count", "--all"))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    program("git", "apt-get install git")
    return Repository(tmp_path)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This wiq as a repository that hooks are taken from."""
    if not WHEELS.is_dir():
        missing("Die Pakete für eine Umgebung ohne Internet fehlen. So kommen sie her: make test")
    copy = shutil.copytree(ROOT, tmp_path_factory.mktemp("wiq") / "wiq", ignore=lying_around)
    git = ["git", "-C", str(copy), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "x"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    return copy


def guarded(repository: Repository) -> None:
    """What must hold with any of the hooks in place."""
    code, said = repository.commit(BAD)
    assert code != 0
    assert "teams/garten.yaml:4:9: Fehler WIQ024" in said
    assert repository.commits() == 0
    assert repository.commit(TEAM)[0] == 0
    code, said = repository.commit(GOOD, "Thea Testmann bringt Erde mit")
    assert code != 0
    assert "Name" in said
    assert "Testmann" not in said
    assert repository.commits() == 1
    assert repository.commit(GOOD)[0] == 0
    bare = repository.root.parent / "fern.git"
    repository.must("git", "init", "--quiet", "--bare", bare)
    repository.must("git", "remote", "add", "fern", bare)
    repository.must("git", "push", "fern", "HEAD:main")
    code, said = repository.commit(LEAK)
    assert code != 0, "it would stop every publication"
    assert "teams/garten.yaml:8:22: Fehler WIQ210" in said
    assert "Testmann" not in said
    repository.must("git", "commit", "--no-verify", "--message", "x")
    code, said = repository.run("git", "push", "fern", "HEAD:main")
    assert code != 0
    assert "teams/garten.yaml:8" in said
    assert "Testmann" not in said
    assert not (repository.root / "site").exists()


@pytest.mark.parametrize("tool", ["pre-commit", "prek"])
def test_the_manifest_is_valid(tool: str, repository: Repository) -> None:
    repository.must(program(tool, "make test"), "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    repository.must(program(tool, "make test"), "validate-config", SHIPPED / "pre-commit-config.yaml")


@pytest.mark.parametrize("tool", ["pre-commit", "prek"])
def test_try_repo_without_a_network(tool: str, repository: Repository, checkout: Path) -> None:
    repository.write(BAD)
    repository.must("git", "add", "--all")
    code, said = repository.run(program(tool, "make test"), "try-repo", checkout, "wiq-check", "--all-files")
    assert code == 1, said
    assert "teams/garten.yaml:4:9: Fehler WIQ024" in said


def test_commits_with_hooks_from_this_repository(repository: Repository, checkout: Path) -> None:
    revision = subprocess.run(
        ["git", "-C", str(checkout), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()
    ids = [one["id"] for one in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))]
    hooks = "".join(f"      - id: {one}\n" for one in ids)
    config = f"repos:\n  - repo: {checkout}\n    rev: {revision}\n    hooks:\n{hooks}"
    (repository.root / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    repository.must(program("prek", "make test"), "install", *INSTALL)  # twice as fast; pre-commit had its turn above
    guarded(repository)


@pytest.mark.parametrize("tool", ["pre-commit", "prek"])
def test_the_hooks_that_init_writes(tool: str, repository: Repository) -> None:
    use_hooks_of(tool, repository)
    guarded(repository)


def use_hooks_of(tool: str, repository: Repository) -> None:
    shutil.copy(SHIPPED / "pre-commit-config.yaml", repository.root / ".pre-commit-config.yaml")
    repository.must(program(tool, "make test"), "install")


@pytest.mark.parametrize("tool", ["pre-commit", "prek", "git"])
def test_what_no_hook_gets_named(tool: str, repository: Repository) -> None:
    """A file that is deleted while others refer to it, a file that nobody reads: no tool passes their names on."""
    if tool == "git":
        use_native_hooks(repository)
    else:
        use_hooks_of(tool, repository)
    decision = repository.root / "beschluesse" / "ut" / "2026" / "ut-20260903-zelt.yaml"
    decision.parent.mkdir(parents=True)
    decision.write_text(DECISION, encoding="utf-8")
    ut = repository.root / "teams" / "ut.yaml"
    ut.write_text("art: UT\nname: UT\neinwilligung: {profil: {am: 2026-01-15}}\n", encoding="utf-8")
    assert repository.commit(TEAM)[0] == 0
    copy = repository.team.with_name("garten.yaml.bak")
    copy.write_text(TEAM, encoding="utf-8")
    code, said = repository.commit(TEAM)
    assert (code, "teams/garten.yaml.bak:1:1: Fehler WIQ909" in said) == (1, True), said
    repository.must("git", "rm", "--quiet", "--force", copy)
    repository.must("git", "rm", "--quiet", "teams/ut.yaml")
    code, said = repository.run("git", "commit", "--message", "x")
    assert (code, "Fehler WIQ442" in said) == (1, True), said
    repository.must("git", "reset", "--quiet", "--hard")
    (repository.root / "bild.txt").write_text("x", encoding="utf-8")
    assert repository.commit(TEAM)[0] == 0, "nothing of the network"


@pytest.mark.parametrize("tool", ["pre-commit", "prek"])
def test_a_look_at_all_files(tool: str, repository: Repository) -> None:
    shutil.copy(SHIPPED / "pre-commit-config.yaml", repository.root / ".pre-commit-config.yaml")
    everything = [program(tool, "make test"), "run", "--all-files", "wiq-check"]
    assert repository.commit(BAD)[0] == 0, "no hook is installed"
    code, said = repository.run(*everything)
    assert (code, "teams/garten.yaml:4:9: Fehler WIQ024" in said) == (1, True), said
    assert repository.commit(TEAM)[0] == 0
    assert repository.run(*everything)[0] == 0


def use_native_hooks(repository: Repository) -> None:
    for name in ("pre-commit", "commit-msg", "pre-push"):
        hook = repository.root / ".wiq" / "hooks" / name
        hook.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / f"hook-{name}", hook)
        hook.chmod(0o755)
    repository.must("git", "config", "core.hooksPath", ".wiq/hooks")


def test_native_hooks(repository: Repository) -> None:
    use_native_hooks(repository)
    guarded(repository)


def test_native_hook_looks_at_what_is_staged(repository: Repository) -> None:
    """The disk may hold something else; ``git commit FILE`` uses an index of its own."""
    use_native_hooks(repository)
    assert repository.commit(TEAM)[0] == 0
    before = repository.commits()
    repository.write(BAD)
    repository.must("git", "add", "--all")
    repository.write(TEAM)
    assert repository.run("git", "commit", "--message", "x")[0] != 0
    repository.write(BAD)
    assert repository.run("git", "commit", "--message", "x", "teams/garten.yaml")[0] != 0
    repository.must("git", "reset", "--quiet")
    repository.write(GOOD)
    assert repository.run("git", "commit", "--message", "x", "--all")[0] == 0
    assert repository.commits() == before + 1


def test_native_hook_in_a_network_below_the_top_of_a_repository(repository: Repository) -> None:
    inner = network(repository.root / "netze" / "nord", {"garten": TEAM})
    shutil.rmtree(repository.root / "teams")
    (repository.root / "wiq.yaml").unlink()
    hook = inner / ".wiq" / "hooks" / "pre-commit"
    hook.parent.mkdir(parents=True)
    shutil.copy(SHIPPED / "hook-pre-commit", hook)
    hook.chmod(0o755)
    repository.must("git", "config", "core.hooksPath", "netze/nord/.wiq/hooks")
    repository.must("git", "add", "--all")
    assert repository.run("git", "commit", "--message", "x")[0] == 0
    (inner / "teams" / "garten.yaml").write_text(BAD, encoding="utf-8")
    assert repository.run("git", "commit", "--message", "x", "--all")[0] != 0
    assert repository.run("git", "commit", "--message", "x", "netze/nord/teams/garten.yaml")[0] != 0
    assert repository.commits() == 1


def test_a_hook_without_wiq_says_so(repository: Repository) -> None:
    use_native_hooks(repository)
    repository.environment["PATH"] = os.pathsep.join(
        folder for folder in os.environ["PATH"].split(os.pathsep) if not (Path(folder) / "wiq").exists()
    )
    code, said = repository.commit(GOOD + "\n# neu\n")
    assert code != 0
    assert "wiq ist hier nicht eingerichtet" in said
