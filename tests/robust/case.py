"""One attempt to break wiq: a call, and what stands in the files it finds. And what must hold, whatever they are."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.robust.tree import commands
from tests.robust.world import contents, files, lay, quietly, standing_in
from tests.support.patience import comes_to_an_end
from tests.support.planted import shown
from tests.support.texts import HEUTE
from wiq_cli.domain.errors import ExitCode

CODES = {code.value for code in ExitCode} - {ExitCode.BROKEN.value}
MEANT_FOR_IT = ("find", "person show", "export contacts", "export lists", "person preview")  # they are asked for people
ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\x7f\x9b]")


@dataclass(frozen=True)
class Outcome:
    """What the shell would see."""

    code: int
    out: str
    err: str
    changed: bool  # a file, or which there are; what wiq remembers for itself does not count


@dataclass(frozen=True)
class Case:
    """The words of a call, and the files that are not as they should be; None is a file that is missing."""

    words: tuple[str, ...]
    files: dict[str, bytes | None] = field(default_factory=dict)

    def as_text(self) -> str:
        """Give it as a plain text to keep."""
        kept = {
            name: None if data is None else data.decode("utf-8", "surrogateescape") for name, data in self.files.items()
        }
        return json.dumps({"words": self.words, "files": kept}, indent=1) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Case:
        """Read what ``as_text`` gave."""
        kept = json.loads(text)
        return cls(
            tuple(kept["words"]),
            {
                name: None if data is None else data.encode("utf-8", "surrogateescape")
                for name, data in kept["files"].items()
            },
        )

    @property
    def command(self) -> str:
        """Give the command that is called; empty where it is none."""
        found = [one.name for one in commands() if self.words[: len(one.words)] == one.words]
        return max(found, key=len, default="")

    def run(self, root: Path) -> Outcome:
        """Run it in an empty folder, in this process."""
        lay(root, {**files(), **self.files})
        (root / "eingabe.txt").write_text("Am 05.12.2026 treffen wir uns.\n", encoding="utf-8")
        before = contents(root)
        with standing_in(root):
            said = quietly(*self.words, "--today", HEUTE)
        return Outcome(*said, changed=_changed(before, contents(root)))


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> bool:
    kept = before.keys() | after.keys()
    return any(before.get(one) != after.get(one) for one in kept if not one.startswith(".wiq-cache/"))


def faults(case: Case, outcome: Outcome) -> list[str]:
    """Say what must never happen and did."""
    said = outcome.out + outcome.err
    found = []
    if outcome.code not in CODES:
        found.append(f"exit code {outcome.code}: {outcome.err[-200:]}")
    if "Traceback" in said:
        found.append("a traceback")
    if not (outcome.code in {0, 1} or outcome.err.strip()):
        found.append("refused without a word")
    if ESCAPE.search(outcome.err):
        found.append("a character that steers the terminal")
    writes = any(one.name == case.command and one.writes for one in commands())
    if outcome.changed and (not writes or "--dry-run" in case.words):
        found.append("changes a file, and nobody asked for that")
    if case.command not in MEANT_FOR_IT:
        given = " ".join(case.words)
        found += [f"says {value}" for value in shown(said) if value not in shown(given)]
    return found


def faults_here(case: Case) -> list[str]:
    """Run it in this process and judge it."""
    root = Path(tempfile.mkdtemp())
    try:
        with comes_to_an_end():
            return faults(case, case.run(root / "netz"))
    finally:
        shutil.rmtree(root)
