"""Files as large as wiq takes them, full of one thing: none holds a command up, and none is told fault by fault for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.patience import comes_to_an_end
from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode
from wiq_cli.domain.structure import MOST
from wiq_cli.domain.umfang import ENTRY, LETTERS_MAX, WEIGHT_MAX, weight
from wiq_cli.files.disk import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

REMARK = "# wiq: erlaubt WIQ103, weil es so ist\n"
PEOPLE = "leitung: [{name: Rose Winter, rolle: Statikerin}, {name: Thea Testmann}]\n"
ROOM = MAX_BYTES - 2 * len(TEAM) - len(PEOPLE)  # for what is put in


def full(piece: str) -> str:
    """Repeat a piece until the file is as large as wiq takes it."""
    return piece * (ROOM // len(piece.encode()))


def texts(piece: str) -> str:
    """Put a piece over and over into texts as long as wiq takes them, in a file as large, and as heavy, as wiq takes it."""
    pieces, each = ROOM // len(piece.encode()), LETTERS_MAX // len(piece)
    if heavy := (weight(piece * 100) - ENTRY) // 100:
        pieces = min(pieces, (WEIGHT_MAX - len(TEAM)) // heavy)
    return "problem:\n" + "".join(f"  - '{piece * min(each, pieces - begun)}'\n" for begun in range(0, pieces, each))


WELL = {
    "addresses": with_keys(TEAM, texts("b@a.")),
    "remarks above": full(REMARK) + TEAM,
    "remarks below": TEAM + full(REMARK),
    "lines of one text": with_keys(TEAM, texts("_a *b ")),
    "half a link": with_keys(TEAM, texts("b")),
    "entries": with_keys(TEAM, "offene_fragen:\n" + "".join(f"  - Frage {number}?\n" for number in range(1200))),
}
WRONG = {
    "a text of a book": with_keys(TEAM, f"problem: ['{full('Wort ')}']\n"),
    "days in one text": with_keys(TEAM, f"treffen: {{termine: '{full('26.03.2024; ')}'}}\n"),
    "days that are none": with_keys(TEAM, f"treffen: {{termine: '{'36.03.2024; ' * 1600}'}}\n"),
    "open brackets": with_keys(TEAM, f"treffen: {{termine: '{full('26.03.2024 (; ')}'}}\n"),
    "moves": with_keys(TEAM, f"treffen: {{verlegt: '{'26.03.2024 -> 27.03.2024; ' * 750}'}}\n"),
    "unknown keys": TEAM + "".join(f"k{number}: x\n" for number in range(1500)),
    "keys twice": TEAM + "".join(f"k{number}: x\nk{number}: y\n" for number in range(4500)),
    "entries": with_keys(TEAM, f"themen: [{', '.join(f't{number}' for number in range(9000))}]\n"),
    "names in one line": with_keys(TEAM, PEOPLE + texts("Frau Testmann ")),
    "words that are names": with_keys(TEAM, PEOPLE + texts("Rose Winter und Mai ")),
    "roles in one line": with_keys(TEAM, PEOPLE + texts("die Statikerin baut ")),
    "numbers": with_keys(TEAM, "problem:\n" + f"  - '{'0341 1234567 ' * 1500}'\n" * 6),
    "addresses of many": with_keys(TEAM, f"problem: [{' '.join(f'a{number}@example.org' for number in range(800))}]\n"),
    "sentences that stay inside": with_keys(
        TEAM,
        "".join(
            f"{key}: [{', '.join(f'Zwei Aufgaben zugleich sind {key} viel zu viel {number}' for number in range(1000))}]\n"
            for key in ("notizen", "offene_fragen")
        ),
    ),
    "leaks": with_keys(TEAM, f"{PEOPLE}problem: [{', '.join(f'Rose Winter {number}' for number in range(1200))}]\n"),
}


@pytest.mark.parametrize("case", [*WELL, *WRONG])
def test_a_large_file_holds_nothing_up(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": (WELL | WRONG)[case]})
    with comes_to_an_end():
        result = wiq(capsys, root, "check", "--format", "json", "--no-cache")
    assert result.code in {ExitCode.FINE, ExitCode.FINDINGS}
    errors = [one for one in result.json["findings"] if one["level"] == "error"]
    assert bool(errors) is (case in WRONG)
    assert len(errors) <= 2 * MOST + 2


@pytest.mark.parametrize(
    "case", ["lines of one text", "half a link", "entries", "numbers", "addresses of many", "names in one line"]
)
def test_a_large_page_holds_nothing_up(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": (WELL | WRONG)[case]})
    with comes_to_an_end():
        code = wiq(capsys, root, "publish").code
    assert code == (ExitCode.REFUSED if case in WRONG else ExitCode.FINE)


def test_what_is_not_told_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": WRONG["unknown keys"], "chor": WRONG["leaks"]})
    messages = [one["message"] for one in wiq(capsys, root, "check", "--format", "json").json["findings"]]
    assert any("an 1500 Stellen" in one for one in messages)
    assert any("noch mehr Privates" in one for one in messages)
