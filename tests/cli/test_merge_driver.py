"""Two branches of one team file, brought together by git itself with ``wiq merge-driver``."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys
from tests.support.tools import write_wiq
from wiq_cli.cli.commands.merge_driver import GIT_STOPS
from wiq_cli.usecases.doctor import DRIVER, DRIVER_KEY

if TYPE_CHECKING:
    from tests.support.run import Result

FILE = "teams/garten.yaml"
STEP = "weg:\n  - {schritt: Fläche finden, bis: 2027-01-31}\n"
OURS, THEIRS = with_keys(TEAM, STEP + "  - Wasser holen\n"), with_keys(TEAM, STEP + "  - Zaun bauen  # aus Holz\n")
BOTH = with_keys(TEAM, STEP + "  - Wasser holen\n  - Zaun bauen  # aus Holz\n")


class Clone:
    """A repository with a network, and branches in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *words: str, code: int = 0) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.editor=true")
        run = subprocess.run(["git", *who, *words], cwd=self.root, check=False, capture_output=True, encoding="utf-8")
        assert (run.returncode != 0) == bool(code), run.stdout + run.stderr
        return run.stdout + run.stderr

    def read(self, name: str = FILE) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def commit(self, text: str, name: str = FILE) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "--quiet", "-m", "x")

    def branches(self, ours: str, theirs: str, name: str = FILE) -> None:
        """Let two branches change a file; the first one is checked out."""
        self.git("checkout", "--quiet", "-b", "dort")
        self.commit(theirs, name)
        self.git("checkout", "--quiet", "-")
        self.commit(ours, name)


@pytest.fixture(autouse=True)
def wiq_in_path(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("bin")
    write_wiq(folder)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Clone:
    root = tmp_path / "netz"
    assert wiq(capsys, None, "init", str(root)).code == 0
    clone = Clone(root)
    clone.commit(TEAM)
    return clone


def test_a_merge(clone: Clone) -> None:
    clone.branches(OURS, THEIRS)
    clone.git("merge", "dort")
    assert clone.read() == BOTH


def test_a_rebase(clone: Clone) -> None:
    clone.branches(OURS, THEIRS)
    clone.git("rebase", "dort")
    assert clone.read() == with_keys(TEAM, STEP + "  - Zaun bauen  # aus Holz\n  - Wasser holen\n")


def test_a_cherry_pick(clone: Clone) -> None:
    clone.branches(OURS, THEIRS)
    clone.git("cherry-pick", "dort")
    assert clone.read() == BOTH


def test_put_aside_and_taken_up_again(clone: Clone) -> None:
    (clone.root / FILE).write_text(THEIRS, encoding="utf-8")
    clone.git("stash")
    clone.commit(OURS)
    clone.git("stash", "pop")
    assert clone.read() == BOTH


def test_a_clash_is_marked_and_the_rest_is_merged(clone: Clone) -> None:
    clone.branches(OURS.replace("laeuft", "pausiert"), THEIRS.replace("laeuft", "im-betrieb"))
    said = clone.git("merge", "dort", code=1)
    assert f"{FILE}: An einer Stelle haben beide Seiten Verschiedenes geschrieben." in said
    assert f"git add {FILE}" in said
    marks = "<<<<<<< schon da\nstatus: pausiert\n=======\nstatus: im-betrieb\n>>>>>>> kommt dazu\n"
    assert clone.read() == BOTH.replace("status: laeuft\n", marks)
    assert clone.git("status", "--porcelain").startswith("UU ")


def test_a_clash_in_a_rebase(clone: Clone) -> None:
    clone.branches(OURS.replace("laeuft", "pausiert"), THEIRS.replace("laeuft", "im-betrieb"))
    clone.git("rebase", "dort", code=1)
    assert "<<<<<<< schon da\nstatus: im-betrieb\n=======\nstatus: pausiert\n>>>>>>> kommt dazu\n" in clone.read()
    (clone.root / FILE).write_text(BOTH, encoding="utf-8")
    clone.git("add", FILE)
    clone.git("rebase", "--continue")
    assert clone.read() == BOTH


def test_a_team_that_both_began(clone: Clone) -> None:
    clone.branches("name: Hof\nthemen: [Sport]\n", "name: Hof\nstatus: idee\n", "teams/hof.yaml")
    clone.git("merge", "dort")
    assert clone.read("teams/hof.yaml") == "name: Hof\nthemen: [Sport]\nstatus: idee\n"


def test_the_network_may_be_a_folder_of_the_repository(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "alles")
    network(clone.root / "mein netz", {})
    clone.git("init", "--quiet")
    clone.git("config", DRIVER_KEY, DRIVER)
    (clone.root / "mein netz" / ".gitattributes").write_text("/beschluesse/**/*.yaml merge=wiq\n", encoding="utf-8")
    name, text = "mein netz/beschluesse/ut/2026/a.yaml", "titel: A\nanlass: B\nsiegel: {sha256: x}\n"
    clone.commit(text, name)
    clone.branches(text.replace("A", "C"), text.replace("B", "D"), name)
    clone.git("merge", "dort", code=1)
    halves = [text.replace("A", "C"), text.replace("B", "D")]
    assert clone.read(name) == f"<<<<<<< schon da\n{halves[0]}=======\n{halves[1]}>>>>>>> kommt dazu\n"


def test_branches_that_crossed(clone: Clone) -> None:
    """Git merges the two common starts first, with marks in what becomes the common start."""
    clone.branches(OURS.replace("laeuft", "pausiert"), THEIRS.replace("laeuft", "im-betrieb"))
    clone.git("branch", "hier")
    for other, outcome in (
        ("dort", BOTH),
        ("hier", BOTH.replace("  - {am:", "  - {am: 2026-11-03, text: Zaun}\n  - {am:")),
    ):
        clone.git("merge", other, code=1)
        clone.commit(outcome)
        clone.git("checkout", "--quiet", "dort")
    clone.git("merge", "-")
    assert clone.read() == outcome


def test_without_wiq_git_does_as_ever(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.branches(OURS, THEIRS)
    elsewhere = [one for one in os.environ["PATH"].split(os.pathsep) if not (Path(one) / "wiq").exists()]
    monkeypatch.setenv("PATH", os.pathsep.join(elsewhere))
    clone.git("merge", "dort", code=1)
    text = clone.read()
    assert "<<<<<<< schon da" in text
    assert "Wasser holen" in text
    assert "Zaun bauen" in text


# -- the command itself -----------------------------------------------------------------------------------------------
def driver(
    capsys: pytest.CaptureFixture[str], folder: Path, texts: tuple[bytes, bytes, bytes], *more: str
) -> tuple[Result, bytes]:
    paths = [folder / one for one in ("base", "ours", "theirs")]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text)
    found = wiq(capsys, None, "merge-driver", *map(str, paths), *more)
    return found, paths[1].read_bytes()


@pytest.mark.parametrize(
    ("many", "long", "said"),
    [(10, 9000, "größer als 128 KiB"), (800, 9, "zügig nach Privatem")],
)
def test_two_sides_that_are_too_much_together(
    many: int, long: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [[f"  - {side}{number} {'x' * long}\n" for number in range(many)] for side in "ab"]
    base = TEAM + "notizen:\n  - alt\n"
    texts = [base, *(base + "".join(some) for some in entries)]
    found, text = driver(capsys, tmp_path, tuple(one.encode() for one in texts), FILE)  # type: ignore[arg-type]
    assert (found.code, said in found.err) == (1, True)
    assert found.err.count("zu viel") == 1
    assert all(line in text.decode() for some in entries for line in some)


def test_what_is_no_yaml_goes_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"zeile {number}: [\n" for number in range(12)]
    base, ours, theirs = "".join(lines), "".join(["oben\n", *lines]), "".join([*lines, "unten\n"])
    found, text = driver(capsys, tmp_path, (base.encode(), ours.encode(), theirs.encode()), FILE)
    assert (found.code, text.decode()) == (0, "".join(["oben\n", *lines, "unten\n"]))
    assert found.err == f"{FILE}: Eintrag für Eintrag geht es hier nicht. git führt die Zeilen zusammen.\n"


def test_what_is_no_text_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, text = driver(capsys, tmp_path, (b"a\0", b"b\0\xff", b"c\0"), FILE)
    assert (found.code, text) == (1, b"b\0\xff")
    assert "Das ist kein Text. Hier steht weiter, was schon da war.\n" in found.err
    assert "An einer Stelle" not in found.err


@pytest.mark.parametrize("ours", [OURS.encode(), b"name: [\r\nzwei\r\n"], ids=["entries", "lines"])
def test_a_full_disk_is_no_conflict(
    ours: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("os.fsync", full)
    found, text = driver(capsys, tmp_path, (TEAM.encode(), ours, THEIRS.encode()), FILE)
    assert (found.code, text) == (GIT_STOPS, ours), "above 128 git takes it for no merge at all"
    assert f"{FILE} lässt sich nicht schreiben: der Datenträger ist voll. " in found.err
    assert sorted(one.name for one in tmp_path.iterdir()) == ["base", "ours", "theirs"]


def test_lines_end_as_they_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "".join(f"zeile {number}: [\r\n" for number in range(12))
    texts = (lines.encode(), f"oben\r\n{lines}".encode(), f"{lines}fußnote\r\n".encode("latin-1"))
    found, text = driver(capsys, tmp_path, texts, FILE)
    assert (found.code, text) == (0, f"oben\r\n{lines}fußnote\r\n".encode("latin-1"))


def test_marks_are_as_long_as_git_wants_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, text = driver(capsys, tmp_path, (b"name: A\n", b"name: B\n", b"name: C\n"), FILE, "11")
    assert (found.code, text.decode()) == (
        1,
        f"{'<' * 11} schon da\nname: B\n{'=' * 11}\nname: C\n{'>' * 11} kommt dazu\n",
    )
    assert f"„{'<' * 11}“" in found.err


def test_no_private_value_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = (TEAM, TEAM.replace("Thea Testmann", "Thea Geheim"), TEAM.replace("Thea Testmann", "Thea Verborgen"))
    found, _ = driver(capsys, tmp_path, tuple(map(str.encode, texts)), FILE)  # type: ignore[arg-type]  # three of them
    assert found.code == 1
    assert not any(word in found.out + found.err for word in ("Thea", "Geheim", "Verborgen"))


def test_wrong_calls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "merge-driver", "a", "b").code == 2
    assert wiq(capsys, None, "merge-driver", "a", "b", str(tmp_path)).code == 3
    found = wiq(capsys, None, "merge-driver", "a", "b", "c", "d", "sieben")
    assert (found.code, "Hier geht eine Zahl von 1 bis 200." in found.err) == (2, True)
