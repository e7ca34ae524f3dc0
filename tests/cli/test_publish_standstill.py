"""Where nothing at all has changed, the same is said again; whatever has changed, all is looked through as ever."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import CLOSED, LEAK, contents, write
from tests.support.texts import TEAM, with_keys
from wiq_cli.cli.proving import Proof
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files import index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result

HIDDEN = with_keys(TEAM, "treffen: {ort: bei Familie Krause, termine: [24.12.2026 18:00]}\n")


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_program", lambda: "program")
    monkeypatch.setattr("wiq_cli.files.standstill._whole_program", lambda: "program")


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often all is read and searched."""
    found: list[int] = []
    begin = Proof.__init__

    def noted(self: Proof, *words: object) -> None:
        found.append(1)
        begin(self, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(Proof, "__init__", noted)
    return found


@pytest.mark.parametrize("words", [(), ("--check",), ("--dry-run",), ("--format", "json"), ("--skip-refused",)])
def test_the_same_is_said_again(
    words: tuple[str, ...], root: Path, publish: Callable[..., Result], proofs: list[int]
) -> None:
    write(root, "teams/garten.yaml", HIDDEN)
    write(root, "teams/zu.yaml", with_keys(TEAM, "name: Zu\nleitung: []\nmitglieder: []\n" + CLOSED))
    publish("--out", str(root.parent / "anders"))
    site = contents(root.parent / "anders")
    publish()
    (root / ".wiq-cache/published.json").unlink()
    expected = publish(*words)
    shutil.rmtree(root / "site")
    publish()
    proofs.clear()
    assert publish(*words) == expected
    assert not proofs
    assert contents(root / "site") == site


CHOR = with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n")
CHANGES: dict[str, Callable[[Path], object]] = {
    "source": lambda root: write(root, "teams/garten.yaml", with_keys(TEAM, "weg: [Zaun bauen]\n")),
    "comment": lambda root: write(root, "teams/garten.yaml", TEAM + "# Frau Quast fragen\n"),
    "new team": lambda root: write(root, "teams/neu.yaml", with_keys(CHOR, "name: Neu\n")),
    "gone team": lambda root: (root / "teams/chor.yaml").unlink(),
    "vorlage": lambda root: write(root, "vorlagen/style.css", "body { color: green }\n"),
    "page": lambda root: write(root, "site/teams/garten/index.html", "<h1>fremd</h1>"),
    "mode": lambda root: (root / "site/index.html").chmod(0o600),
    "folder mode": lambda root: (root / "site/teams").chmod(0o700),
    "less": lambda root: (root / "site/feed.atom").unlink(),
    "manifest": lambda root: write(root, "site/manifest.json", (root / "site/manifest.json").read_text("utf-8") + " "),
    "left behind": lambda root: write(root, ".site.wiq-neu/index.html", "halb"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changed_all_is_looked_through(
    change: str, root: Path, publish: Callable[..., Result], proofs: list[int]
) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    proofs.clear()
    CHANGES[change](root)
    assert publish().code == ExitCode.FINE
    assert proofs
    assert not (root / ".site.wiq-neu").exists()


@pytest.mark.parametrize(
    ("name", "code"), [("Teams/quer.yaml", ExitCode.REFUSED), ("site/fremd.html", ExitCode.WRONG_CALL)]
)
def test_what_is_foreign_is_refused(name: str, code: int, root: Path, publish: Callable[..., Result]) -> None:
    publish()
    write(root, name, TEAM)
    assert publish().code == code


@pytest.mark.parametrize("words", [("--out", "anders"), ("--fragment",), ("--only", "garten")])
def test_another_call_looks_through_all(
    words: tuple[str, ...],
    root: Path,
    publish: Callable[..., Result],
    proofs: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(root.parent)
    publish()
    proofs.clear()
    publish(*words)
    assert proofs


def test_a_leak_is_never_passed_over(root: Path, publish: Callable[..., Result], proofs: list[int]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    for words in ((), ("--skip-refused",)):
        assert publish(*words).code == publish(*words).code != ExitCode.FINE
    assert len(proofs) == 4


def test_no_word_of_a_file_is_kept(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", HIDDEN)
    publish()
    text = (root / ".wiq-cache/published.json").read_text(encoding="utf-8")
    assert not any(word in text for word in ("Krause", "Garten", "Thea", "thea@", "Lindenau"))
