"""A network as it stood at an earlier moment, read out of git. Nothing is checked out, nothing is written."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from wiq_cli.files.git import changed_since, git
from wiq_cli.files.history import contents
from wiq_cli.files.netz import Netzordner
from wiq_cli.files.root import MARKER
from wiq_cli.files.staged import PLACES

if TYPE_CHECKING:
    from pathlib import Path

SHA = re.compile(r"[0-9a-f]{40,64}")
FORMAT = "--format=%H %ct"
FOLLOWED = ("log", "--first-parent", "-m", "--name-only", "--no-renames", "--relative", "--no-show-signature")
UNREAD = b"\x00"  # stands for what is no text, so that reading it fails as it would on disk


class Moment(NamedTuple):
    """A commit, and the day it was made."""

    sha: str
    day: date


class States:
    """The earlier states of one network."""

    def __init__(self, root: Path, zone: str) -> None:
        self._root = root
        self._zone = ZoneInfo(zone)

    def newest(self) -> Moment | None:
        """Give the last commit; None without git, and before the first one."""
        return self._log("-1", "HEAD")

    def oldest(self) -> Moment | None:
        """Give the first commit that holds this network, as far as git knows."""
        answer = git(self._root, "rev-list", "--first-parent", "HEAD", "--", MARKER)
        shas = answer.stdout.split() if answer and answer.returncode == 0 else []
        return self._log("-1", shas[-1]) if shas else None

    def at_end_of(self, day: date) -> Moment | None:
        """Give the last commit of a day or before it; None where it does not hold the network yet."""
        end = datetime.combine(day, time(23, 59, 59), self._zone)
        return self._with_network(self._log("-1", "--first-parent", f"--before={end.isoformat()}", "HEAD"))

    def named(self, word: str) -> Moment | None:
        """Give the commit of a name, a tag or a number."""
        answer = git(self._root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}")
        sha = answer.stdout.strip() if answer and answer.returncode == 0 else ""
        return self._with_network(self._log("-1", sha)) if SHA.fullmatch(sha) else None

    def folder(self, moment: Moment) -> Netzordner:
        """Give the network as a commit holds it."""
        answer = git(self._root, "ls-tree", "-r", "-z", moment.sha, "--", *PLACES)
        rows = (one.partition("\t") for one in (answer.stdout if answer else "").split("\0") if one)
        blobs = {name: about.split(" ")[2] for about, _, name in rows}
        texts = dict(contents(self._root, sorted(set(blobs.values()))))
        on_disk = Netzordner(self._root, moment.day)
        absent = {on_disk.name_of(path) for path in on_disk.all_paths()} - blobs.keys()
        instead = {name: UNREAD if (text := texts.get(blob)) is None else text.encode() for name, blob in blobs.items()}
        return Netzordner(self._root, moment.day, instead, absent)

    def last_changes(self, moment: Moment) -> dict[str, str]:
        """Give for each file the commit that changed it last, up to a moment."""
        answer = git(self._root, "-c", "core.quotePath=false", *FOLLOWED, "--format=%x00%H", moment.sha, "--", *PLACES)
        found: dict[str, str] = {}
        for commit in (answer.stdout if answer and answer.returncode == 0 else "").split("\0")[1:]:
            sha, *names = commit.split("\n")
            for name in filter(None, names):
                found.setdefault(name, sha)
        return found

    def not_committed(self) -> set[str]:
        """Give the files that differ from the last commit."""
        return changed_since(self._root, "HEAD") or set()

    def _with_network(self, moment: Moment | None) -> Moment | None:
        answer = git(self._root, "ls-tree", "--name-only", moment.sha, "--", MARKER) if moment else None
        return moment if answer and answer.returncode == 0 and answer.stdout.strip() else None

    def _log(self, *words: str) -> Moment | None:
        answer = git(self._root, "log", "--no-show-signature", FORMAT, *words, "--")
        text = answer.stdout.strip() if answer and answer.returncode == 0 else ""
        sha, _, seconds = text.partition(" ")
        if not SHA.fullmatch(sha) or not seconds.isdigit():
            return None
        return Moment(sha, datetime.fromtimestamp(int(seconds), self._zone).date())
