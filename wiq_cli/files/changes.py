"""When each team file was last changed, as git knows it: one question for all files."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from wiq_cli.domain.public import ANFANG
from wiq_cli.files.git import changed_since, git, is_shallow

if TYPE_CHECKING:
    from pathlib import Path

LATEST = 2**31 * 60  # seconds; a clock that far ahead is wrong


class Changes:
    """Answers for single teams.

    A file that differs from its last commit counts as changed at the start of today. What git does not know, or a
    network without git, has ``SOURCE_DATE_EPOCH``, and where that is not set ``ANFANG``.
    """

    def __init__(self, root: Path, heute: date) -> None:
        self._root = root
        self._committed = _committed(root)
        self._open = (changed_since(root, "HEAD") or set()) if self._committed else set()
        self._today = datetime.combine(heute, time.min, UTC)
        self._given = _epoch(os.environ.get("SOURCE_DATE_EPOCH", ""))

    def of_team(self, kuerzel: str) -> datetime:
        """Give the last change of a team's file."""
        name = f"teams/{kuerzel}.yaml"
        known = self._committed.get(name, self._given or ANFANG)
        return max(known, self._today) if name in self._open else known

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all says when a file changed."""
        return not self._committed and self._given is None

    @property
    def is_cut_short(self) -> bool:
        """Whether git knows the latest commits only: every file seems to have changed with the first of them."""
        return bool(self._committed) and is_shallow(self._root)


def _committed(root: Path) -> dict[str, datetime]:
    """Follow the branch itself: what a merge brought in changed when it was merged, not when it was written elsewhere."""
    words = ("log", "--first-parent", "-m", "--format=%x00%ct", "--name-only", "--no-renames", "--relative")
    answer = git(root, "-c", "core.quotePath=false", *words, "--", "teams")
    if answer is None or answer.returncode:
        return {}
    found: dict[str, datetime] = {}
    for commit in answer.stdout.split("\0")[1:]:
        seconds, *names = commit.split("\n")
        if moment := _epoch(seconds):
            for name in filter(None, names):
                found[name] = max(moment, found.get(name, moment))
    return found


def _epoch(text: str) -> datetime | None:
    seconds = int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None  # noqa: PLR2004  # digits
    return None if seconds is None or seconds > LATEST else datetime.fromtimestamp(seconds, UTC)
