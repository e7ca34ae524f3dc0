"""``wiq archive``: a team ends, its people and rhythms too; what is open and what stays is said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.usecases.edit_archive import with_end

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result

    Call = Callable[..., Result]

TREFFEN = """\
treffen:
  ort: Nachbarschaftszentrum
  rhythmus: [erster Montag im Monat 19:00 ab 07.09.2026]  # wie immer
  termine: [05.12.2026 10:00]
"""
GARTEN = with_keys(TEAM, TREFFEN)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path, {"garten": GARTEN})


@pytest.fixture
def call(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return lambda *words: wiq(capsys, root, *words)


def text(root: Path) -> str:
    return (root / "teams" / "garten.yaml").read_text(encoding="utf-8")


def test_everything_gets_its_end_and_what_is_open_is_said(root: Path, call: Call) -> None:
    done = call("archive", "garten", "--yes")
    assert done.code == 0
    after = text(root)
    assert "status: abgeschlossen\n" in after
    assert after.count("bis: 2026-11-22}") == 5
    assert "[erster Montag im Monat 19:00 ab 07.09.2026 bis 22.11.2026]  # wie immer" in after
    assert "  - am: 2026-11-22\n    text: Das Team ist abgeschlossen.\n" in after
    for open_thing in ("Beete anlegen", "Fläche finden", "Werkzeug", "Woher kommt das Wasser?", "05.12.2026"):
        assert open_thing in done.err
    assert "Von 5 Personen bleiben" in done.err
    assert "wiq meetings cancel garten TAG" in done.err
    assert "Die Seite zeigt das Team weiter" in done.err
    assert "thea@" not in done.out + done.err
    assert call("meetings", "cancel", "garten", "05.12.2026").code == 0
    assert call("archive", "garten", "--yes").code == 3
    assert call("archive", "garten", "--drop-contacts").code == 0
    assert "@example.org" not in text(root)
    assert "WIQ2" not in call("check").out


def test_contacts_can_go_at_once(root: Path, call: Call) -> None:
    done = call("archive", "garten", "--yes", "--drop-contacts")
    assert done.code == 0
    assert "bleiben" not in done.err.partition("Die Verteiler")[0]
    assert "@example.org" not in text(root)


def test_without_a_release_the_site_shows_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": with_keys(GARTEN, "einwilligung:\n")})
    done = wiq(capsys, root, "archive", "garten", "--yes")
    assert done.code == 0
    assert "Auf der Seite steht das Team nicht." in done.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["garten"], 2, "--yes"),
        (["gaten", "--yes"], 2, "Meintest du „garten“?"),
        (["garten", "--yes", "--on", "2026-11-23"], 2, "Zukunft"),
        (["garten", "--yes", "--on", "2025-11-23"], 1, "WIQ112"),
    ],
)
def test_what_cannot_be_is_refused_whole(root: Path, call: Call, words: list[str], code: int, says: str) -> None:
    done = call("archive", *words)
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert text(root) == GARTEN


def test_a_dry_run_shows_and_asks_nothing(root: Path, call: Call) -> None:
    assert "+status: abgeschlossen\n" in call("archive", "garten", "--dry-run").out
    assert text(root) == GARTEN


def test_a_no_at_the_terminal_changes_nothing(root: Path) -> None:
    code, said = at_terminal(root, HEUTE, "archive", "garten", typed=["n"])
    assert code == 130
    assert "Das Team beenden? [j/N]" in said
    assert text(root) == GARTEN


@pytest.mark.parametrize(
    ("line", "ended"),
    [
        ("jeden Dienstag 18:00", "jeden Dienstag 18:00 bis 22.11.2026"),
        ("jeden Dienstag 18:00 (Hof)", "jeden Dienstag 18:00 bis 22.11.2026 (Hof)"),
        ("jeden Dienstag 18:00 ab 01.09.2026 bis zum 30.06.2027", "jeden Dienstag 18:00 ab 01.09.2026 bis 22.11.2026"),
        ("jeden Dienstag 18:00 ab 01.12.2026", None),
        ("irgendwann", None),
    ],
)
def test_a_rhythm_gets_a_last_day(line: str, ended: str | None) -> None:
    assert with_end(line, date(2026, 11, 22)) == ended
