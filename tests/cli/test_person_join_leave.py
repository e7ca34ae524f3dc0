"""``wiq person add`` and ``leave``: a kennung is made, nobody is entered twice, nothing private is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import GARTEN, HOF, PRIVATE, people_network, text
from tests.support.run import wiq
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result

    Call = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return people_network(tmp_path)


@pytest.fixture
def call(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return lambda *words: wiq(capsys, root, "person", *words)


def quiet(done: Result) -> bool:
    """Whether nothing private was said, neither of the file nor of the call."""
    return not any(one in done.out + done.err for one in (*PRIVATE, "Wanda", "Wiesel", "wanda@"))


# -- add --------------------------------------------------------------------------------------------------------------
def test_somebody_new_gets_a_kennung_and_is_not_asked_yet(root: Path, call: Call) -> None:
    done = call("add", "hof", "--name", "Wanda Wiesel", "--email", "wanda@example.org", "--seit", "1.11.2026")
    assert done.code == 0
    lines = ["  - kennung: p906", "    name: Wanda Wiesel", "    email: wanda@example.org", "    seit: 2026-11-01"]
    assert text(root, "hof") == HOF + "".join(f"{one}\n" for one in lines)
    assert "wiq person consent p906 --purpose name" in done.err
    assert quiet(done)


def test_a_leader_since_today(root: Path, call: Call) -> None:
    done = call("add", "hof", "--lead", "--name", "Wanda Wiesel", "--minderjaehrig", "ja")
    assert done.code == 0
    assert "Sorgeberechtigten" in done.err
    assert "    seit: 2026-11-22\n    minderjaehrig: ja\nmitglieder:" in text(root, "hof")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--name", "udo übermut"], "--kennung p902. Ist es jemand anderes, dann nimm --kennung p906."),
        (["--name", "Wanda Wiesel", "--email", "UDO@example.org"], "--kennung p902"),
        (["--kennung", "p901"], "p901 ist schon in diesem Team (teams/hof.yaml:7)"),
        (["--name", "Wanda Wiesel", "--email", "wanda@@x"], "--email: Das ist keine E-Mail-Adresse."),
        (["--name", "Wanda Wiesel", "--seit", "31.2.2026"], "--seit: Diesen Tag gibt es nicht."),
        (["--name", " "], "--name: Hier steht nichts."),
        (["--kennung", "Wanda"], "--kennung: Ein Kürzel"),
        (["--kennung", "p999"], "Gib es mit an: --name"),
        ([], "Gib es mit an: --name"),
    ],
)
def test_a_doubtful_entry_is_not_made(root: Path, call: Call, words: list[str], says: str) -> None:
    done = call("add", "hof", *words)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert quiet(done)
    assert text(root, "hof") == HOF


def test_who_is_known_comes_with_what_is_known_but_without_consents(root: Path, call: Call) -> None:
    assert call("add", "hof", "--kennung", "p903", "--rolle", "Kasse").code == 0
    lines = ["kennung: p903", "name: Vera Vorlage", "email: vera@example.org", "rolle: Kasse", "seit: 2026-11-22"]
    assert text(root, "hof").endswith("  - " + "\n    ".join(lines) + "\n")


def test_a_namesake_is_somebody_else(root: Path, call: Call) -> None:
    assert call("add", "hof", "--name", "Udo Übermut", "--kennung", "p907").code == 0
    assert "kennung: p907" in text(root, "hof")


def test_at_a_terminal_it_asks(root: Path) -> None:
    typed = ["Udo Übermut", "", "", "Kasse", "", "j"]
    code, _ = at_terminal(root, HEUTE, "person", "add", "hof", typed=typed)
    assert code == 0
    assert "  - kennung: p902\n    name: Udo Übermut\n    email: udo@example.org\n    rolle: Kasse\n" in text(
        root, "hof"
    )


# -- leave ------------------------------------------------------------------------------------------------------------
def test_who_leaves_gets_a_last_day_everywhere(root: Path, call: Call) -> None:
    done = call("leave", "p901", "--on", "2026-11-30")
    assert done.code == 0
    assert "    seit: 2026-01-01\n    bis: 2026-11-30\n    einwilligung:" in text(root)
    assert "email: thea@example.org, bis: 2026-11-30}" in text(root, "hof")
    assert "Das Team garten hat dann keine Leitung mehr." in done.err
    assert "wiq person add garten --lead" in done.err
    assert "hof hat" not in done.err
    assert "Das Profil hat p901 freigegeben (garten)." in done.err
    assert quiet(done)
    again = call("leave", "p901", "--on", "2026-11-30")
    assert again.code == 0
    assert "schon nicht mehr dabei" in again.err


def test_only_one_team(root: Path, call: Call) -> None:
    done = call("leave", "p901", "--team", "hof")
    assert done.code == 0
    assert "keine Leitung" not in done.err
    assert text(root) == GARTEN


def test_a_short_entry_is_written_out(root: Path, call: Call) -> None:
    assert call("leave", "Kurt Kurzform").code == 0
    assert "  - name: Kurt Kurzform\n    bis: 2026-11-22\n" in text(root, "hof")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["p901", "--team", "kanal"], "Möglich: garten, hof."),
        (["p902", "--on", "2025-12-31"], "liegt vor „seit“ (teams/garten.yaml:"),
        (["p999"], "Diese Person finde ich nicht."),
        (["p901", "--on", "bald"], "--on: Schreib das Datum so"),
    ],
)
def test_a_wrong_call_changes_nothing(root: Path, call: Call, words: list[str], says: str) -> None:
    done = call("leave", *words)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert (text(root), text(root, "hof")) == (GARTEN, HOF)


def test_dry_runs_write_nothing(root: Path, call: Call) -> None:
    for done in (call("leave", "p901", "--dry-run"), call("add", "hof", "--name", "Wanda Wiesel", "--dry-run")):
        assert done.code == 0
        assert "+++ b/teams/hof.yaml" in done.out
        assert quiet(done)
    assert (text(root), text(root, "hof")) == (GARTEN, HOF)
