"""What the last publication said, to be said again while nothing at all has changed.

It holds for the same sources, byte by byte, the same history in git, the same templates, day, folder and wiq, and while every
file of the site holds the very bytes that were proven then: all of them are read again in every run. Only the digest of all
sources together is kept, and names of teams and files; nothing of what stands in them.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any

from wiq_cli.files.cache import FOLDER, digest, program
from wiq_cli.files.commit import commit_of
from wiq_cli.files.git import git
from wiq_cli.files.index import Index
from wiq_cli.files.memo import state_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner
    from wiq_cli.files.site import Site

NAME = "published"
PROOF = "proof.json"


class Standstill:
    """Knows how the network looks at this moment, and what was said when it last looked so."""

    def __init__(self, memory: Path, ordner: Netzordner, site: Site, about: Iterable[str]) -> None:
        self._site = site
        self._proof = memory / FOLDER / PROOF
        self._state = digest(
            state_of(f"{ordner.root}", f"{site.target}") or os.urandom(16), *_history(ordner.root), *about
        )
        rules = ordner.regeln_path.read_bytes() if not ordner.has_own_regeln else b""
        self._index = Index(memory, NAME, _whole_program(), sys.version, f"{site.target}", rules)

    def recall(self) -> Any | None:
        """Give what was said; None where something differs."""
        known = self._index.get(NAME, self._state.encode())
        return (
            known["said"] if known and known["proof"] == self._seal() and self._site.stands(known["manifest"]) else None
        )

    def remember(self, said: Any) -> None:
        """Note what is said of the site as it stands now."""
        known = {"manifest": self._site.sum_of_manifest(), "proof": self._seal(), "said": said}
        self._index.put(NAME, self._state.encode(), known)
        self._index.save([NAME])

    def _seal(self) -> str:
        """Give the digest of what is remembered of the proof; whoever takes that away wants all searched again."""
        return digest(self._proof.read_bytes()) if self._proof.exists() else ""


def _history(root: Path) -> Iterable[str]:
    """Name the state in git: calendars say when a file was last changed."""
    head = git(root, "rev-parse", "HEAD", "--is-shallow-repository")
    return repr(commit_of(root)), head.stdout if head else "", os.environ.get("SOURCE_DATE_EPOCH", "")


def _whole_program() -> str:
    with contextlib.suppress(OSError):
        return program()
    return os.urandom(16).hex()
