"""What the front door says at once is what the command line would say, word for word; and it loads next to nothing for it."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.texts import HEUTE, TEAM, WIQ, network, with_keys
from wiq_cli import front
from wiq_cli.cli import plain
from wiq_cli.cli.main import main
from wiq_cli.files import cache, memo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Said = tuple[int, str, str]

EXAMPLE = Path(__file__).parent.parent / "examples" / "wir-im-quartier"
FEW = {"__future__", "_blake2", "wiq_cli", "wiq_cli.front", "wiq_cli.files"}
FOR_A_CHECK = FEW | {"wiq_cli.files.cache", "wiq_cli.files.memo", "wiq_cli.files.root"}
LOADED = """
import json, os, sys
before = set(sys.modules)
def end(code):
    print(json.dumps([code, sorted(set(sys.modules) - before)]), file=sys.stderr)
    sys.stderr.flush()
    leave(code)
leave, os._exit = os._exit, end
from wiq_cli.front import run
run()
"""
SECOND = TEAM.replace("p90", "p91").replace("garten@", "hof@").replace("Garten am Kanal", "Hof am Kanal")
PEOPLE = ("Thea Testmann", "Udo Übermut", "Vera Vorlage", "Willi Würfel", "Xenia Xylofon")
SECOND = (
    SECOND.replace("example.org", "example.net").replace("Thea", "Tilda").replace("Udo", "Ulf").replace("Vera", "Viola")
)
SECOND = SECOND.replace("Willi", "Wanda").replace("Xenia", "Xaver")


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(memo, "program", lambda **_: "this wiq")  # whoever works on it while the tests run is no fault


def plainly(words: list[str]) -> Said:
    """Call wiq as another program would: nothing is remembered."""
    return _call(lambda: main(words))


def as_program(words: list[str]) -> tuple[Said, bool]:
    """Call wiq as a shell does; also give whether the answer was known."""
    before, sys.argv = sys.argv, ["wiq", *words]
    try:
        known = front._answer(words)
        return ((0, *known), True) if known else (_call(plain.work), False)
    finally:
        sys.argv = before


def _call(call: Callable[[], int]) -> Said:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = call()
    return code, out.getvalue(), err.getvalue()


def loaded(*words: str) -> tuple[int, set[str]]:
    done = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=False)
    code, names = json.loads(done.stderr.splitlines()[-1])
    return code, set(names)


# -- it loads next to nothing -----------------------------------------------------------------------------------------
def test_the_version_loads_nothing() -> None:
    assert loaded("--version") == (0, FEW - {"_blake2", "wiq_cli.files"})


def test_a_check_that_is_known_loads_nothing(tmp_path: Path) -> None:
    root = network(tmp_path / "netz")
    words = ["check", str(root / "teams" / "garten.yaml"), "--today", HEUTE]
    assert "pydantic" in loaded(*words)[1]
    assert loaded(*words) == (0, FOR_A_CHECK)


def test_the_program_says_the_same_both_times(tmp_path: Path) -> None:
    root = network(tmp_path / "netz")
    for words in (["--version"], ["check", "--root", str(root), "--today", HEUTE, "--format", "json"]):
        first, second = (
            subprocess.run([sys.executable, "-m", "wiq_cli", *words], capture_output=True, check=False) for _ in "12"
        )
        assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)
        code, out, err = plainly(words)
        assert (code, out, err) == (second.returncode, second.stdout.decode(), second.stderr.decode())


def test_a_plain_check_loads_no_command_framework(tmp_path: Path) -> None:
    root = str(network(tmp_path / "netz"))
    assert "typer" not in loaded("check", "--root", root, "--today", HEUTE, "--no-cache")[1]
    assert "typer" in loaded("check", "--root", root, "--today", HEUTE, "--no-cache", "--strict")[1]


@pytest.mark.parametrize(
    "more",
    [["--root"], ["--root", ""], ["--root", "--no-cache"], ["--root=."], ["--today", "morgen"], ["--today", "2026-02-30"], ["--today", "1812-01-01"],
     ["-"], ["--"], [""], ["--help"], ["-h"], ["--no-cach"], ["--format", "json"], ["--no-cache=ja"]],
    ids=" ".join,
)  # fmt: skip
def test_what_is_not_plain_goes_to_the_command_line(more: list[str]) -> None:
    assert plain.understood(["check", *more]) is None
    assert plain.understood(["check", "teams", *more]) is None


def test_plain_calls(tmp_path: Path) -> None:
    root = network(tmp_path / "netz", {"garten": with_keys(TEAM, "status: läuft\n")})
    (tmp_path / "leer").mkdir()
    for words in (
        ["check", "--root", str(root), "--today", "22.11.2026"],
        ["check", "--root", "nirgends", "--root", str(root), str(root / "wiq.yaml"), "--no-cache"],
        ["check", str(root / "teams"), str(root / "teams" / "garten.yaml"), "--today", HEUTE],
        ["check", "--root", "nirgends"],
        ["check", "--root", str(tmp_path / "leer")],
        ["check", "nirgends.yaml"],
        ["check"],
    ):
        assert plain.understood(words) is not None
        assert as_program(words)[0] == plainly(words)


# -- it says what a check would say -----------------------------------------------------------------------------------
CALLS: tuple[Callable[[Path], list[str]], ...] = (
    lambda root: ["check", "--root", str(root)],
    lambda root: ["--root", str(root), "check", "--format", "json"],
    lambda root: ["check", str(root / "teams" / "garten.yaml")],
    lambda root: ["check", str(root / "teams"), "--strict"],
    lambda root: ["check", str(root), "--select", "WIQ1", "--format", "sarif"],
    lambda root: ["check", "--root", str(root), "--format", "junit", "--ignore", "WIQ101,WIQ9"],
)


def put(file: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return edit


def remove(file: str) -> Callable[[Path], None]:
    return lambda root: (root / file).unlink(missing_ok=True)


def link(root: Path) -> None:
    with contextlib.suppress(FileExistsError):
        (root / "teams" / "verweis.yaml").symlink_to(root / "teams" / "garten.yaml")


def swap(root: Path) -> None:
    """Let two files change their names: the same bytes in the same folder."""
    one, other = root / "teams" / "garten.yaml", root / "teams" / "hof.yaml"
    if one.exists() and other.exists():
        one.rename(root / "teams" / "x")
        other.rename(one)
        (root / "teams" / "x").rename(other)


ANOTHER_DAY = "schema: 1\nname: Ruhe\nstatus: idee\n"
EDITS: dict[str, Callable[[Path], None]] = {
    "fault": put("teams/garten.yaml", with_keys(TEAM, "status: läuft\n")),
    "hint": put("teams/garten.yaml", with_keys(TEAM, "support:\n")),
    "well again": put("teams/garten.yaml", TEAM),
    "a name that stands elsewhere": put("teams/hof.yaml", with_keys(SECOND, "zusammenfassung: Ruf Thea Testmann an.\n")),
    "another team": put("teams/hof.yaml", SECOND),
    "the same person twice": put("teams/hof.yaml", with_keys(SECOND, "leitung: [{kennung: p901, name: Ida Igel}]\n")),
    "one team less": remove("teams/hof.yaml"),
    "not to be read": put("teams/hof.yaml", "a: [\n"),
    "an empty file": put("teams/leer.yaml", ""),
    "no empty file": remove("teams/leer.yaml"),
    "settings": put("wiq.yaml", WIQ.replace("netz.example", "anders.example")),
    "settings as before": put("wiq.yaml", WIQ),
    "broken settings": put("wiq.yaml", "name: [\n"),
    "own rules": put("regeln.yaml", "teams: {}\n"),
    "no own rules": remove("regeln.yaml"),
    "exceptions": put("freigaben.yaml", "freigaben: [{team: garten, feld: weg, begriff: x, grund: y, wer: p901}]\n"),
    "no exceptions": remove("freigaben.yaml"),
    "decision": put("beschluesse/garten/2026/garten-20260101-x.yaml", "schema: 1\n"),
    "no decision": remove("beschluesse/garten/2026/garten-20260101-x.yaml"),
    "anchor": put("beschluesse/anker-2026-01.txt", "nichts\n"),
    "no anchor": remove("beschluesse/anker-2026-01.txt"),
    "beside the folder": put("Teams/hof.yaml", SECOND),
    "not beside it": remove("Teams/hof.yaml"),
    "at the top": put("hof.yaml", SECOND),
    "not at the top": remove("hof.yaml"),
    "a form": put("teams/formular.docx", "PK"),
    "no form": remove("teams/formular.docx"),
    "a readme": put("teams/README.md", "Hier liegen die Teams.\n"),
    "hidden": put("teams/.garten.yaml.swp", "x"),
    "a link": link,
    "no link": remove("teams/verweis.yaml"),
    "swapped": swap,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("again", ["well again", "one team less"])
def test_each_change_is_noticed(edit: str, again: str, tmp_path: Path) -> None:
    root = network(tmp_path / "netz", {"garten": TEAM, "hof": SECOND})
    for words in ([*call(root), "--today", HEUTE] for call in CALLS[:3]):
        assert as_program(words) == (plainly(words), False)
        assert as_program(words) == (plainly(words), True)
    for change in (edit, again):
        EDITS[change](root)
        for words in ([*call(root), "--today", HEUTE] for call in CALLS[:3]):
            assert as_program(words)[0] == as_program(words)[0] == plainly(words)


@given(
    edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(CALLS), st.sampled_from((HEUTE, "2027-11-22", "2025-01-01"))), min_size=2, max_size=8),
)  # fmt: skip
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_known_or_not_it_says_the_same(edits: list[tuple[str, Callable[[Path], list[str]], str]], folder: Path) -> None:
    root = folder / "netz"
    shutil.rmtree(root, ignore_errors=True)
    network(root)
    for edit, call, day in edits:
        EDITS[edit](root)
        words = [*call(root), "--today", day]
        assert as_program(words)[0] == as_program(words)[0] == plainly(words), edit


@pytest.mark.parametrize("call", CALLS)
def test_the_example_network(call: Callable[[Path], list[str]], tmp_path: Path) -> None:
    root = tmp_path / "netz"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("site", ".wiq-cache"))
    shutil.copy(next((root / "teams").iterdir()), root / "teams" / "garten.yaml")
    words = [*call(root), "--today", HEUTE]
    assert as_program(words)[0] == as_program(words)[0] == plainly(words)


# -- what is remembered, and what is not ------------------------------------------------------------------------------
@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": TEAM, "hof": SECOND})


def known(*words: str) -> bool:
    return as_program(list(words))[1]


def memos(root: Path) -> list[Path]:
    return sorted((root / ".wiq-cache").glob("check-*"))


@pytest.mark.parametrize(
    "more",
    [["--no-cache"], ["--changed"], ["--staged"], ["--fix"], ["--fix", "--dry-run"], ["--baseline", "b.json"], ["--write-baseline", "b.json"], ["--formt"]],
    ids=" ".join,
)  # fmt: skip
def test_what_depends_on_more_is_not_remembered(more: list[str], root: Path, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"schema": "wiq.baseline/1", "known": []}', encoding="utf-8")
    for _ in range(2):
        assert not known("check", "--root", str(root), "--today", HEUTE, *more)
    assert not memos(root)


def test_who_does_not_want_it_gets_a_fresh_answer(root: Path) -> None:
    words = ["check", "--root", str(root), "--today", HEUTE]
    assert not known(*words)
    assert known(*words)
    assert not known(*words, "--no-cache")
    assert known(*words)


def test_files_elsewhere_are_not_remembered(root: Path, tmp_path: Path) -> None:
    (tmp_path / "fremd.yaml").write_text("schema: 1\nname: Fremd\nstatus: idee\n", encoding="utf-8")
    words = ["check", str(tmp_path / "fremd.yaml"), "--root", str(root), "--today", HEUTE]
    assert not known(*words)
    assert not known(*words)


def at(moment: float) -> SimpleNamespace:
    return SimpleNamespace(time=lambda: moment)


def test_the_day_goes_by(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["check", str(root / "teams" / "garten.yaml")]
    assert as_program([*words, "--today", "2027-12-01"])[0][1], "its goals lie behind it by then"
    now = time.time()
    monkeypatch.setenv("WIQ_TODAY", HEUTE)
    assert not known(*words)
    monkeypatch.setattr(memo, "time", at(now + 365 * 86400))
    assert known(*words), "the call names its day"
    monkeypatch.delenv("WIQ_TODAY")
    assert not known(*words)


def test_by_the_clock_it_holds_until_midnight(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "teams" / "garten.yaml").write_text("schema: 1\nname: Idee\nstatus: idee\n", encoding="utf-8")
    words = ["check", "--root", str(root), "--select", "WIQ0"]
    assert not known(*words)
    assert known(*words)
    for days in (1, -1):
        monkeypatch.setattr(memo, "time", at(time.time() + days * 86400))
        assert front._answer(words) is None


def test_another_folder_is_another_call(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    words = ["check", "teams/garten.yaml", "--today", HEUTE]
    assert not known(*words)
    assert known(*words)
    monkeypatch.chdir(root / "teams")
    assert as_program(words)[0][0] != 0


def test_another_wiq_does_not_believe_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["check", "--root", str(root), "--today", HEUTE]
    assert not known(*words)
    monkeypatch.setattr(memo, "program", lambda **_: "another")
    assert not known(*words)


def test_what_makes_another_wiq(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lib = tmp_path / "lib.py"
    lib.write_text("", encoding="utf-8")
    monkeypatch.setattr(cache, "PACKAGE", str(tmp_path))
    seen = {cache.program(), cache.program(others=(str(lib),))}
    lib.write_text("x", encoding="utf-8")
    seen |= {cache.program(), cache.program(others=(str(lib),))}
    monkeypatch.setattr("wiq_cli.__version__", "99")
    assert len({*seen, cache.program()}) == 5
    with pytest.raises(OSError, match="fort"):
        cache.program(others=(str(tmp_path / "fort"),))


def test_nobody_is_in_it_and_only_its_owner_may_read_it(root: Path) -> None:
    assert not known("check", "--root", str(root), "--today", HEUTE)
    (kept,) = memos(root)
    text = kept.read_text(encoding="utf-8")
    assert stat.S_IMODE(kept.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert not [word for name in PEOPLE for word in name.split() if word in text]
    assert "@" not in text
    assert "Garten" not in text
    assert (root / ".wiq-cache" / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda data: data[:-1], lambda data: data[1:], lambda data: b"\xff" + data, lambda data: data.replace(b"Ordnung", b"Unordnung"), lambda _: b"\0" * 9],
)  # fmt: skip
def test_a_damaged_memo_is_none(damage: Callable[[bytes], bytes], root: Path) -> None:
    words = ["check", "--root", str(root), "--today", HEUTE]
    said, _ = as_program(words)
    (kept,) = memos(root)
    kept.write_bytes(damage(kept.read_bytes()))
    assert as_program(words) == (said, False)
    assert as_program(words) == (said, True)


def test_a_memo_that_is_a_folder_a_link_or_not_ours(root: Path, tmp_path: Path) -> None:
    words = ["check", "--root", str(root), "--today", HEUTE]
    said, _ = as_program(words)
    (kept,) = memos(root)
    kept.rename(tmp_path / "memo")
    kept.symlink_to(tmp_path / "memo")
    assert as_program(words) == (said, False)
    kept.unlink(missing_ok=True)
    kept.mkdir()
    assert as_program(words) == (said, False)
    assert as_program(words) == (said, False)


def test_no_place_for_it(root: Path) -> None:
    (root / ".wiq-cache").write_text("belegt", encoding="utf-8")
    words = ["check", "--root", str(root), "--today", HEUTE]
    assert as_program(words) == as_program(words)
    assert (root / ".wiq-cache").read_text(encoding="utf-8") == "belegt"


def test_old_calls_are_forgotten(root: Path) -> None:
    for number in range(memo.MOST + 5):
        assert not known("check", "--root", str(root), "--today", HEUTE, *["--strict"] * number)
    assert len(memos(root)) == memo.MOST
    assert known("check", "--root", str(root), "--today", HEUTE, *["--strict"] * (memo.MOST + 4))


def test_a_change_while_it_checks_is_not_overlooked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from wiq_cli.usecases.check import Check  # noqa: PLC0415  # only here

    report = Check.report

    def slowly(*words: object, **more: object) -> object:
        (root / "teams" / "hof.yaml").write_text(with_keys(SECOND, "status: läuft\n"), encoding="utf-8")
        return report(*words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Check, "report", slowly)
    words = ["check", "--root", str(root), "--today", HEUTE]
    assert as_program(words)[0][0] == 0
    assert not memos(root)


def test_the_folder_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "fort"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert front._answer(["check"]) is None
    assert front._answer(["check", "a\0b"]) is None
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("to", [">&-", ">/dev/full", "2>&-"])
def test_an_answer_that_nobody_takes(to: str, root: Path) -> None:
    codes = set()
    for more in ("", "", "--no-cache"):
        call = f"{sys.executable} -m wiq_cli check --root {root} --today {HEUTE} --format json {more} {to}"
        codes.add(subprocess.run(["sh", "-c", call], capture_output=True, check=False).returncode)
    assert len(codes) == 1
