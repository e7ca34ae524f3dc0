"""One commit as wiq looks at it: when, by whom, which files became what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commit:
    """Private: names of authors and messages of a repository that nobody but the support team sees."""

    sha: str
    parents: tuple[str, ...]
    day: str
    people: tuple[str, ...]  # who wrote and who committed it: name <address>
    message: str
    changes: tuple[tuple[str, str | None], ...]  # file and its new contents; None: it went away
