"""Every version of every team file that git knows: one question for all of them, asked while other work goes on.

Follows the branch itself. A time is that of the author: putting commits in another order makes no team alive.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple
from zoneinfo import ZoneInfo

from wiq_cli.files.git import is_shallow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from typing import Self

MANY, FEW = (
    10,
    2,
)  # team files in one commit: more than many are tidied up, not alive; so are more than few that are most
AT_ONCE = 2000
LATEST = 2**31 * 60  # seconds; a clock that far ahead is wrong
WORDS = (
    "log",
    "--first-parent",
    "-m",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--relative",
    "--no-show-signature",
    "--format=%x00%at",
)
State = Literal["full", "shallow", "none"]


class Version(NamedTuple):
    """A file as one commit left it. ``blob`` is missing where the commit took it away."""

    day: date
    blob: str | None
    tidying: bool  # the commit changed many teams at once


class Versions:
    """Begins to ask at once; the first answer waits for git. To be used with ``with``, which ends what goes on."""

    def __init__(self, root: Path, zone: str) -> None:
        self._root = root
        self._zone = ZoneInfo(zone)
        self._log = _Asked(root, *WORDS, "--", "teams")
        self._found: dict[str, list[Version]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._log.end()

    @property
    def state(self) -> State:
        """How much git knows; none without git, without a repository and before the first commit of a team."""
        if not self._all():
            return "none"
        return "shallow" if is_shallow(self._root) else "full"

    def of(self, kuerzel: str) -> list[Version]:
        """Give the versions of a team's file, the newest first."""
        return self._all().get(f"teams/{kuerzel}.yaml", [])

    def texts(self, blobs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Give the contents of versions."""
        names = sorted(set(blobs))
        for first in range(0, len(names), AT_ONCE):
            some = names[first : first + AT_ONCE]
            given = "\n".join(some).encode() + b"\n"
            yield from _batch(_Asked(self._root, "cat-file", "--batch", given=given).answer)

    def _all(self) -> dict[str, list[Version]]:
        if self._found is None:
            self._found = _parse(self._log.answer.decode("utf-8", "replace"), self._zone)
        return self._found


def _parse(text: str, zone: ZoneInfo) -> dict[str, list[Version]]:
    commits = [_commit(one, zone) for one in text.split("\0")[1:]]
    total = len({path for _, files in commits for path in files})
    found: dict[str, list[Version]] = {}
    for day, files in commits:
        tidying = len(files) > MANY or (len(files) > FEW and 2 * len(files) > total)
        for path, blob in files.items():
            found.setdefault(path, []).append(Version(day, blob, tidying))
    return found


def _commit(text: str, zone: ZoneInfo) -> tuple[date, dict[str, str | None]]:
    """Read a commit: the day, and each file with what it holds from then on."""
    seconds, *lines = text.split("\n")
    moment = int(seconds) if seconds.isdigit() and int(seconds) < LATEST else LATEST  # no day at all is one to come
    files = {}
    for line in lines:
        if line.startswith(":"):
            about, _, path = line.partition("\t")
            blob = about.split(" ")[3]
            files[path] = blob if blob.strip("0") else None
    return datetime.fromtimestamp(moment, zone).date(), files


def _batch(data: bytes) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(data):
        line_end = data.index(b"\n", position)
        name, *rest = data[position:line_end].decode().split(" ")
        position = line_end + 1
        if len(rest) == 2:  # noqa: PLR2004  # type and size; what is missing has one word
            body = data[position : position + int(rest[1])]
            position += len(body) + 1
            yield name, body.decode("utf-8", "replace")


class _Asked:
    """A question to git that is being answered into a file, so that neither side waits for the other.

    Without a shell, without the settings of a hook; nothing is fetched.
    """

    def __init__(self, root: Path, *words: str, given: bytes = b"") -> None:
        program = shutil.which("git")
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C"}
        self._process = None
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the answer
        if program is None:
            return
        with tempfile.TemporaryFile() as question:
            question.write(given)
            question.seek(0)
            self._process = subprocess.Popen(  # noqa: S603  # no shell, only our own words
                [program, "--no-pager", "-c", "core.quotePath=false", "-C", str(root), *words],
                stdin=question,
                stdout=self._said,
                stderr=subprocess.DEVNULL,
                env=environment,
            )

    @cached_property
    def answer(self) -> bytes:
        """Wait for it; empty where there is no git, or it refuses."""
        code = self._process.wait() if self._process else 1
        with self._said as stream:
            stream.seek(0)
            return stream.read() if code == 0 else b""

    def end(self) -> None:
        """Stop asking, where nobody has waited for the answer."""
        if not self._said.closed:
            if self._process:
                self._process.kill()
                self._process.wait()
            self._said.close()
