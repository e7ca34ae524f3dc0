"""Machines as they are: full disks, missing rights, odd locales, no git, no home. Each ends in a sentence, and nothing is lost."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.robust.apart import apart
from tests.robust.case import CODES
from tests.robust.rooms import READING
from tests.robust.working import WORKING, Working
from tests.robust.world import contents, files, lay, quietly, standing_in
from tests.support.planted import shown
from tests.support.texts import HEUTE
from wiq_cli.cli.commands.merge_driver import GIT_STOPS
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
FORMS: tuple[Literal["NFC"], Literal["NFD"]] = ("NFC", "NFD")
CAPABILITIES = 0x20080522  # the version of what capset takes


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that everybody may enter, other than those of pytest."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    (path / "out").mkdir()
    lay(path / "netz", dict(files()))
    yield path
    for one in (path, *path.rglob("*")):
        if not one.is_symlink():
            one.chmod(0o755)
    shutil.rmtree(path)


@pytest.fixture
def root(folder: Path) -> Path:
    return folder / "netz"


def kept(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if ".wiq-cache/" not in name}


def prepared(folder: Path, working: Working) -> dict[str, bytes]:
    """Put everything in place for a call, and run it once elsewhere: then all of the program is in memory."""
    lay(folder / "netz", dict(working.files))
    with standing_in(folder / "netz"):
        for words in working.first:
            assert quietly(*words, "--today", HEUTE)[0] == 0
    shutil.copytree(folder, folder / "probe")
    with standing_in(folder / "probe" / "netz"):
        assert quietly(*working.call(folder / "probe" / "out"), "--today", HEUTE)[0] in {0, 1}
    shutil.rmtree(folder / "probe")
    return kept(folder)


def full_disk() -> None:
    """No file may grow: each write fails in the middle, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))


def without_privileges() -> None:
    """Rights count for everybody but the superuser: lay down what makes one, and stay the owner of the files."""
    if os.geteuid() == 0:
        none = struct.pack("6I", *[0] * 6)
        assert ctypes.CDLL(None).capset(struct.pack("Ii", CAPABILITIES, 0), none) == 0


@pytest.mark.parametrize("working", WORKING, ids=lambda one: one.name)
def test_a_full_disk_and_folders_that_nobody_may_change(working: Working, folder: Path) -> None:
    before = prepared(folder, working)
    for prepare, why in ((full_disk, "der erlaubte Platz ist aufgebraucht"), (without_privileges, "die Rechte fehlen")):
        code, _, said = apart(folder / "netz", working.call(folder / "out"), prepare)
        refusals = {ExitCode.WRONG_CALL, ExitCode.NOTHING, ExitCode.FINDINGS}
        assert code in ({GIT_STOPS} if working.words[0] == "merge-driver" else refusals), said
        assert why in said
        assert kept(folder) == before
        for one in (folder, *folder.rglob("*")):
            one.chmod(0o555 if one.is_dir() else 0o444)


def test_a_file_that_nobody_may_read(root: Path) -> None:
    for words in READING:
        quietly(*words, "--dry-run", "--root", str(root), "--today", HEUTE)
    (root / "teams" / "garten.yaml").chmod(0)
    for words in READING:
        code, _, said = apart(root, words, without_privileges)
        assert code in CODES, (words, said)
    code, out, _ = apart(root, ("check",), without_privileges)
    assert code == ExitCode.FINDINGS
    assert "Die Datei lässt sich nicht lesen: die Rechte fehlen." in out
    assert apart(root, ("publish",), without_privileges)[0] != ExitCode.FINE


@pytest.mark.parametrize("day", ["1970-01-01", "2026-11-21", "2199-12-31"])
def test_a_clock_that_is_wrong(day: str, root: Path) -> None:
    """What was written today lies in the future, or far back."""
    assert quietly("publish", "--root", str(root), "--today", HEUTE)[0] == ExitCode.FINE
    for words in (
        *READING,
        ("decide", "new", "--team", "st", "--title", "Zelt", "--wording", "Ja."),
        ("decide", "verify", "--anchor"),
    ):
        code, _, said = quietly(*words, "--root", str(root), "--today", day)
        assert code in CODES, (words, said)


def test_files_from_the_future_and_changes_without_a_trace(root: Path) -> None:
    """Nobody believes no clock: what was in order and no longer is, is found though its date and size stayed."""
    path = root / "teams" / "garten.yaml"
    for one in root.rglob("*"):
        os.utime(one, (2_500_000_000, 2_500_000_000))
    for _ in range(2):
        assert quietly("check", "--root", str(root), "--today", HEUTE)[0] == ExitCode.FINE
    path.write_bytes(path.read_bytes().replace(b"status: pausiert", b"status: pausirrt"))
    os.utime(path, (2_500_000_000, 2_500_000_000))
    assert quietly("check", "--root", str(root), "--today", HEUTE)[0] == ExitCode.FINDINGS


def test_windows_line_ends(root: Path) -> None:
    before = quietly("check", "--format", "json", "--root", str(root), "--today", HEUTE)
    lay(root, {name: data.replace(b"\n", b"\r\n") for name, data in files().items()})
    assert quietly("check", "--format", "json", "--root", str(root), "--today", HEUTE) == before
    for working in (one for one in WORKING if one.words[0] in {"add", "done", "set", "measure", "archive"}):
        assert quietly(*working.words, "--root", str(root), "--today", HEUTE)[0] == ExitCode.FINE, working
    data = (root / "teams" / "garten.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("form", FORMS)
def test_names_that_look_alike(form: Literal["NFC", "NFD"], root: Path) -> None:
    """A Mac writes an ä as two characters; a disk may know one name where there are two."""
    garten = root / "teams" / "garten.yaml"
    for name in (unicodedata.normalize(form, "bäume"), "Chor"):
        shutil.copy(garten, root / "teams" / f"{name}.yaml")
    for words in READING:
        code, _, said = quietly(*words, "--root", str(root), "--today", HEUTE)
        assert code in CODES, (words, said)
    code, out, _ = quietly("check", "--root", str(root), "--today", HEUTE)
    assert code == ExitCode.FINDINGS
    assert "Benenn die Datei um: baeume.yaml" in out
    assert "chor.yaml gibt es schon. Führ beide zusammen." in out


def test_a_folder_whose_name_has_marks(folder: Path) -> None:
    for form in FORMS:
        there = lay(folder / unicodedata.normalize(form, "Bäume für Größe"), dict(files()))
        for words in (("check",), ("publish",), ("set", "garten", "untertitel", "Größe")):
            assert quietly(*words, "--root", str(there), "--today", HEUTE)[0] == ExitCode.FINE, words


# -- what only a real start shows -------------------------------------------------------------------------------------
def shell(root: Path, line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line in which ``wiq`` stands for the program, with nothing but this environment."""
    program = f"{sys.executable} -m wiq_cli --root {root} --today {HEUTE}"
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join([*sys.path[:1], str(Path.cwd())]), **environment}
    return subprocess.run(["/bin/bash", "-c", line.replace("wiq ", f"{program} ")], capture_output=True, check=False, stdin=subprocess.DEVNULL, env=given)  # fmt: skip


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252:strict", "LANG": "de_DE.ISO-8859-1"},
    ],
    ids=" ".join,
)
def test_locales(environment: dict[str, str], root: Path) -> None:
    done = shell(root, "wiq set garten untertitel 'Größe für alle' && wiq find Größe && wiq check", **environment)
    assert done.returncode == ExitCode.FINE, done.stderr.decode()
    assert "untertitel: Größe für alle" in (root / "teams" / "garten.yaml").read_text(encoding="utf-8")
    assert "Größe" in done.stdout.decode()
    assert "geprüft" in done.stderr.decode()


def test_a_locale_that_python_is_told_to_believe(root: Path) -> None:
    believing = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert shell(root, "wiq check && wiq add garten weg Neu && wiq publish", **believing).returncode == ExitCode.FINE
    done = shell(root, "wiq set garten untertitel 'Größe für alle'", **believing)
    assert done.returncode in CODES
    assert "Größe für alle" not in contents(root)["teams/garten.yaml"].decode("utf-8") or not done.returncode


@pytest.mark.parametrize("line", ["wiq check --all | head -1", "wiq rules | head -1", "wiq publish | true", "wiq check --format json 2>&- | head -c 1"])  # fmt: skip
def test_a_reader_that_goes_away(line: str, root: Path) -> None:
    done = shell(root, f"{line}; exit ${{PIPESTATUS[0]}}")
    assert done.returncode in {0, 1}
    assert b"Traceback" not in done.stderr
    assert b"Fehler in wiq" not in done.stderr


@pytest.mark.parametrize("line", ["wiq check - <&-", "wiq fmt - <&-", "wiq audit - <&-", "wiq meetings add garten --from-poll - <&-"])  # fmt: skip
def test_nothing_comes_in(line: str, root: Path) -> None:
    done = shell(root, line)
    assert done.returncode == ExitCode.WRONG_CALL
    assert "Hier kommt nichts herein." in done.stderr.decode()


@pytest.mark.parametrize("closed", ["<&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams(closed: str, root: Path) -> None:
    done = shell(root, f"wiq check {closed} && wiq add garten weg Neu {closed} && wiq person add garten {closed}")
    assert done.returncode == ExitCode.WRONG_CALL  # nobody said who joins, and nobody can be asked
    assert b"Neu" in (root / "teams" / "garten.yaml").read_bytes()
    assert b"Traceback" not in done.stdout + done.stderr
    assert all(data == files().get(name) or b"Neu" in data for name, data in kept(root).items())


def test_no_git_and_no_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", "")
    for words in (*READING, ("check", "--staged"), ("check", "--changed"), ("report", "--from", "HEAD"), ("decide", "verify", "--anchor"), ("decide", "verify", "--sign", "x")):  # fmt: skip
        code, _, said = apart(root, words)
        assert code in CODES, (words, said)
    for words in (("check", "--staged"), ("check", "--changed")):
        assert "git" in apart(root, words)[2]
    done = shell(root, "wiq check; wiq add garten weg Neu; wiq publish", PATH="/gibt-es-nicht")
    assert done.returncode == ExitCode.FINE, done.stderr.decode()


def test_a_shallow_clone(folder: Path, root: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words], check=True, capture_output=True)  # fmt: skip

    git("init", "-q", str(root))
    for text in ("eins", "zwei"):
        (root / "notiz.txt").write_text(text)
        git("-C", str(root), "add", "-A")
        git("-C", str(root), "commit", "-qm", text)
    git("clone", "-q", "--depth", "1", f"file://{root}", str(folder / "flach"))
    for words in (*READING, ("report", "--from", "2026-01-01"), ("check", "--changed", "HEAD~1")):
        code, out, said = apart(folder / "flach", words)
        assert code in CODES, (words, said)
        assert words[:2] in {("person", "show"), ("export", "contacts")} or not shown(out + said)
    assert "git" in apart(folder / "flach", ("report", "--from", "2026-01-01"))[2]


def test_a_place_that_is_no_file(root: Path, folder: Path) -> None:
    """A result never takes the place of a pipe or a device; that would be the end of ``/dev/null``."""
    pipe = folder / "rohr"
    os.mkfifo(pipe)
    for words in (("status", "--output", str(pipe)), ("check", "--write-baseline", str(pipe)), ("export", "contacts", "garten", "--format", "csv", "--output", str(pipe))):  # fmt: skip
        code, _, said = apart(root, words)
        assert code == ExitCode.WRONG_CALL, said
        assert pipe.is_fifo()
