"""When git got to know the result of each decision: from that day the whole network could read it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from wiq_cli.files.git import git

if TYPE_CHECKING:
    from pathlib import Path


def recorded_days(root: Path) -> dict[str, list[date]]:
    """Give for each decision the days of the commits that touched its result; nothing where there is no git."""
    log = git(
        root, "-c", "core.quotePath=false", "log", "--no-show-signature", "--relative", "--no-renames", "--name-only",
        "--format=%x00%cs", "-G^ergebnis:", "--", "beschluesse",
    )  # fmt: skip
    found: dict[str, list[date]] = defaultdict(list)
    if log is None or log.returncode:
        return found
    for commit in log.stdout.split("\0")[1:]:
        day, *names = commit.split("\n")
        for name in filter(None, names):
            found[PurePosixPath(name).stem].append(date.fromisoformat(day))
    return found
