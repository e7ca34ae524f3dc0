"""Eight processes work in one network at once: every edit is there afterwards, or was refused in a sentence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.robust.apart import Apart
from tests.robust.case import CODES
from tests.robust.world import CLOSED, FRESH, VOTED, contents, files, lay, quietly
from tests.support.texts import HEUTE
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
TIMES = range(3)
AT_ONCE: tuple[list[tuple[str, ...]], ...] = (
    [("add", "garten", "weg", f"Schritt a{number}") for number in TIMES],
    [("add", "garten", "chronik", f"Ereignis b{number}", "--am", "2026-11-20") for number in TIMES],
    [("meetings", "add", "garten", f"{number + 5:02}.12.2026 10:00") for number in TIMES],
    [("person", "add", "garten", "--name", f"Wanda Wiesel {number}") for number in TIMES],
    [
        ("decide", "new", "--team", "st", "--title", f"Antrag {number}", "--wording", f"Ja, {number}.")
        for number in TIMES
    ],
    [("decide", "note", CLOSED, f"Anmerkung f{number}") for number in TIMES]
    + [("decide", "vote", FRESH, "--zustimmung", "8"), ("decide", "close", VOTED)],
    [("publish",)] * 2,
    [("check",), ("fmt",), ("check", "--fix"), ("status",), ("check",)],
)
TRACES = {"Schritt a": 3, "Ereignis b": 3, ".12.2026 10:00": 3, "Wanda Wiesel ": 3, "Antrag ": 3, "Anmerkung f": 3}


def test_eight_at_once(tmp_path: Path) -> None:
    root = lay(tmp_path / "netz", dict(files()))
    running = [Apart(root, calls) for calls in AT_ONCE]
    ended = [one for process in running for one in process.ended()]
    edits = 0
    for words, (code, _, said) in ended:
        assert code in CODES, (words, said)
        if words[0] in {"add", "meetings", "person", "decide"}:
            edits += 1
            assert code == ExitCode.FINE, (words, said)  # there is time enough for everybody
        elif code != ExitCode.FINE:  # a reader saw files that were just being changed
            assert words[0] in {"publish", "check", "fmt"}
            assert said.strip(), words
    assert edits == sum(map(len, AT_ONCE[:6]))
    text = b"".join(
        data for name, data in contents(root).items() if not name.startswith((".wiq-cache", "site"))
    ).decode()
    assert {trace: min(text.count(trace), times) for trace, times in TRACES.items()} == TRACES
    assert [one for one in contents(root) if "/.wiq-" in one] == []
    for words in (("check",), ("publish",), ("decide", "verify")):
        code, _, said = quietly(*words, "--root", str(root), "--today", HEUTE)
        assert code == ExitCode.FINE, said


def test_two_records_of_one_vote_do_not_mix(tmp_path: Path) -> None:
    root = lay(tmp_path / "netz", dict(files()))
    running = [Apart(root, [("decide", "vote", FRESH, "--zustimmung", str(number))]) for number in (8, 7)]
    codes = sorted(code for process in running for _, (code, _, _) in process.ended())
    assert codes in ([0, 0], [0, 1], [0, 2])
    assert quietly("check", "--root", str(root), "--today", HEUTE)[0] == ExitCode.FINE
