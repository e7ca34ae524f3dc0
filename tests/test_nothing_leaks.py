"""Nothing leaks beside the page: every command over a network whose private fields all hold values nobody can mistake.

What a command says and what it writes outside the network's own files holds none of them, whether the files are in order
or not. Left out is only what a person asks for to see about one person.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.planted import STUFFED, shown
from tests.support.run import wiq
from tests.support.texts import WIQ, network
from wiq_cli.cli.main import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

IN_ORDER = {"garten": STUFFED}
BROKEN = {
    "ende": STUFFED + "name: [\n",
    "doppelt": STUFFED + "leitung: [Quirinius Querflöte, Pfannkuchen]\n",
    "unbekannt": STUFFED + "Quirinius Querflöte: 0341 7654321\ntelefon: 0341 7654321\n",
    "form": STUFFED.replace("email: geheimadresse@example.org", "email: geheimadresse Eierlikör").replace("seit: 2026-01-01\n    zug", "seit: Blinddarm\n    zug"),
    "zeichen": STUFFED.replace("Pfannkuchen backen", '"Pfannkuchen\\e[31m"'),
    "verweis": STUFFED.replace("notizen: [Pfannkuchen backen]", "notizen: &Pfannkuchen [x]"),
    "datum": STUFFED.replace("24.12.2026 Blinddarm", "Blinddarm am 24.12.2026"),
    "einzug": STUFFED.replace("    name: Quirinius", "   name: Quirinius"),
    "regel": STUFFED.replace("weg: entsendung", "weg: Zettelkasten").replace("antwort: nein", "antwort: Siebenschläfer"),
}  # fmt: skip
CALLS = [
    *(("check", "--format", fmt) for fmt in ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")),
    ("check", "--strict"), ("check", "--write-baseline", "{out}/baseline.json"),
    ("fmt", "--check"), ("publish",), ("publish", "--dry-run"), ("publish", "--format", "json"), ("publish", "--look-back"), ("publish", "--out", "{out}/site"),
    ("status",), ("status", "--format", "json"), ("status", "--format", "html"), ("status", "--why", "garten"), ("report",), ("report", "--format", "html", "--sources"), ("report", "--for", "funder", "--format", "csv"),
    ("needs",), ("needs", "--format", "json"), ("find", "garten"), ("find", "garten", "--format", "json"),
    ("meetings",), ("meetings", "--format", "json"), ("decide",), ("decide", "list", "--format", "json"), ("decide", "show", "garten-20260101-x"),
    ("new-team", "Neues Team", "--dry-run"), ("new-team",), ("audit", "{out}/text.txt"), ("audit", "{out}/text.txt", "--format", "json"),
    ("export", "record"), ("export", "lists"), ("export", "contacts", "garten"), ("explain", "WIQ210"), ("rules",), ("schema", "team"), ("schema", "freigaben"), ("doctor",), ("doctor", "--format", "json"),
    *(
        (*words[:-1], team, *words[-1], "--dry-run")
        for team in ("garten", *BROKEN)
        for words in (
            ("add", ("weg", "Neu")), ("add", ("notizen", "Neu", "--bis", "x")), ("done", ("weg", "1")), ("set", ("treffen.link", "https://x.example")),
            ("set", ("name", "--clear")), ("measure", ("1", "3")), ("measure", ("gibt-es-nicht", "3")), ("archive", ("--drop-contacts",)),
            ("person", "add", ("--name", "Wanda Wiesel")), ("person", "add", ("--kennung", "p901", "--lead")),
        )
    ),
    ("person", "leave", "p901", "--dry-run"), ("person", "leave", "gibt-es-nicht"),
    ("migrate", "--dry-run"), ("merge-driver", "teams/garten.yaml", "{out}/text.txt", "teams/garten.yaml"),
    ("merge-driver", "teams/garten.yaml", "{out}/text.txt", "{out}/text.txt"), ("merge-driver", "{out}/text.txt", "{out}/text.txt", "teams/garten.yaml"),
    ("completion", "bash"), ("init", "{out}/neu"), ("person", "preview", "gibt-es-nicht"), ("person", "consent", "p901", "--purpose", "Quatsch", "--answer", "ja"),
]  # fmt: skip
TEXT = "Frag Quirinius Querflöte, geheimadresse@example.org, 0341 7654321.\n"


@pytest.fixture(params=["in order", "broken"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return network(tmp_path / "netz", IN_ORDER if request.param == "in order" else IN_ORDER | BROKEN, WIQ)


def test_every_command_is_called() -> None:
    assert {call[0] for call in CALLS} == set(COMMANDS)


@pytest.mark.parametrize("ci", [False, True])
def test_no_private_value_is_said_or_written(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, ci: bool
) -> None:
    if ci:
        monkeypatch.setenv("CI", "true")
    own = {path for path in root.rglob("*") if path.is_file()}
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.chdir(root)
    for call in CALLS:
        (out / "text.txt").write_text(TEXT, encoding="utf-8")
        result = wiq(
            capsys,
            None if call[0] in ("init", "completion", "merge-driver") else root,
            *(word.format(out=out) for word in call),
        )
        assert result.code != 70, (call, result.err)
        assert not shown(result.out + result.err), call
    (out / "text.txt").unlink()
    for path in {path for path in tmp_path.rglob("*") if path.is_file()} - own:
        assert not shown(f"{path.name} {path.read_text(encoding='utf-8')}"), path


@pytest.mark.parametrize("call", [("fmt", "--dry-run"), ("check", "--fix", "--dry-run")])
def test_a_diff_in_a_log_of_the_server_covers_what_stays_in_the_house(
    call: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    untidy = STUFFED.replace("seit: 2026-01-01", "seit: 1.1.2026").replace("status: laeuft", 'status: "laeuft"')
    root = network(tmp_path / "netz", {"garten": untidy.replace("bis: 2027-09-15", "bis: 15.09.2027")})
    with monkeypatch.context() as terminal:
        terminal.setattr("wiq_cli.files.diff.seen_by_others", lambda: False)
        at_home = wiq(capsys, root, *call)
    assert "+    seit: 2026-01-01" in at_home.out, "who edits a file sees the change"
    result = wiq(capsys, root, *call)  # in a pipe
    assert not shown(result.out + result.err)
    assert "+  bis: 2027-09-15" in result.out
    assert "+    …" in result.out


def test_nothing_derived_from_a_value_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who knows an address and counts its hash must not find it: no ids, no anchors, no pseudonyms."""
    root = network(tmp_path / "netz", IN_ORDER)
    assert wiq(capsys, root, "publish").code == 0
    site = "".join(path.read_text("utf-8") for path in (root / "site").rglob("*.*") if path.is_file())
    for value in ("geheimadresse@example.org", "Quirinius Querflöte", "p901", "03417654321", "0341 7654321"):
        for method in ("md5", "sha1", "sha256", "sha512"):
            for text in (value, value.lower()):
                assert hashlib.new(method, text.encode()).hexdigest()[:12] not in site
    assert "p901" not in site


def test_a_fault_of_wiq_names_its_own_line_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks inside: no traceback, no local variable, no text of the exception."""
    root = network(tmp_path / "netz", IN_ORDER)

    def broken(*_: object, **__: object) -> None:
        raise ValueError(TEXT)

    for place in ("wiq_cli.files.loader.parse", "wiq_cli.files.netz.parse", "wiq_cli.domain.structure._findings"):
        monkeypatch.setattr(place, broken)
    for command in ("check", "publish", "meetings", "person"):
        result = wiq(capsys, root, command)
        assert result.code == 70
        assert "ValueError in " in result.err
        assert not shown(result.out + result.err)
        assert "Traceback" not in result.err


def test_what_is_written_on_the_way_is_nobodys_business_and_gone_afterwards(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Temporary files lie beside their target, have neutral names, may be read by their owner only, and do not stay."""
    root = network(tmp_path / "netz", IN_ORDER)
    seen: list[tuple[str, int]] = []
    replace = os.replace

    def watched(source: str | Path, target: str | Path, **rest: object) -> None:
        seen.append((os.path.basename(source), os.stat(source).st_mode & 0o777))  # noqa: PTH116, PTH119  # as the code under test
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    before = {path.name for path in root.rglob("*")}
    assert wiq(capsys, root, "fmt").code in (0, 1)
    assert {path.name for path in root.rglob("*")} == before
    assert all(name.startswith(".wiq-") and not shown(name) for name, _ in seen)
    shutil.rmtree(root)
