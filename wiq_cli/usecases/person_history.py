"""In which commits somebody still stands, and what would have to be replaced to clean them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiq_cli.usecases.person import VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiq_cli.domain.verlauf import Commit
    from wiq_cli.usecases.person_traces import Traces

STAND_IN = "eine-person"
BETWEEN = r"\s+"
ROLE = r'regex:rolle: ["\']?{}["\']?(?=\s*(?:[,}}#]|\r?\n|$))'  # a role is an ordinary word: only where it is the value


@dataclass(frozen=True, slots=True)
class Verlauf:
    """What git holds about one person."""

    commits: int = 0  # in whose files a value stands
    first: str = ""  # days
    last: str = ""
    files: tuple[str, ...] = ()
    authored: int = 0  # the person is author or committer
    messages: int = 0  # the message names the person
    tags: int = 0
    unread: int = 0  # versions that are no text or too large
    is_shallow: bool = False
    silence: str = ""  # why git says nothing of a history that there is

    @property
    def is_clean(self) -> bool:
        return not (self.commits or self.authored or self.messages or self.tags)


def versions(commits: Iterable[Commit]) -> dict[str, str]:
    """Give every content that ever was, with one of the files that held it."""
    return {blob: path for one in commits for path, blob in one.changes if blob}


def trace_history(
    looker: Traces,
    commits: Iterable[Commit],
    holding: Iterable[str],
    *,
    tags: Iterable[str] = (),
    unread: int = 0,
    is_shallow: bool = False,
) -> Verlauf:
    """Count the commits whose files hold one of the contents ``holding``, from the first parents on."""
    wanted = frozenset(holding)
    state: dict[str, frozenset[str]] = {}
    days: list[str] = []
    files: dict[str, None] = {}
    authored = messages = 0
    for one in commits:
        before = state.get(one.parents[0], frozenset()) if one.parents else frozenset()
        now = before
        if one.changes:
            changed = {path for path, _ in one.changes}
            now = (before - changed) | {path for path, blob in one.changes if blob in wanted}
        state[one.sha] = now
        if now:
            days.append(one.day)
            files |= dict.fromkeys(sorted(now))
        authored += any(looker.hits(person) for person in one.people)
        messages += bool(looker.hits(one.message))
    return Verlauf(
        commits=len(days), first=min(days, default=""), last=max(days, default=""), files=tuple(sorted(files)),
        authored=authored, messages=messages, tags=sum(bool(looker.hits(tag)) for tag in tags),
        unread=unread, is_shallow=is_shallow,
    )  # fmt: skip


def expressions(values: Mapping[str, Iterable[str]], kennung: str) -> list[str]:
    """Write the lines of a file for ``git filter-repo --replace-text``, longest values first."""
    instead = kennung or STAND_IN
    replacements = {"name": instead, "email": f"{instead}@example.org", "telefon": "000", "rolle": "rolle: entfernt"}
    found = {
        line: replacements[key] for key in VALUES for value in values.get(key, ()) for line in _patterns(key, value)
    }
    return [f"{line}==>{found[line]}" for line in sorted(found, key=lambda one: (-len(one), one))]


def cleaned(text: str, lines: Iterable[str]) -> str:
    """Do to a text what filter-repo would do with these lines: first what is literal, then the patterns."""
    for line in sorted(lines, key=lambda one: one.startswith("regex:")):
        old, _, new = line.rpartition("==>")
        if old.startswith("regex:"):
            text = re.sub(old.removeprefix("regex:"), lambda _, new=new: new, text)  # type: ignore[misc]  # bound now
        else:
            text = text.replace(old.removeprefix("literal:"), new)
    return text


def _patterns(key: str, value: str) -> list[str]:
    """Give what finds a value in old versions: over line ends, and a name in both orders."""
    words = value.split()
    if not words:
        return []
    if key == "rolle":
        return [ROLE.format(BETWEEN.join(map(re.escape, words)))]
    if key == "email":
        return list(dict.fromkeys((f"literal:{value.strip()}", f"literal:{value.strip().casefold()}")))
    if len(words) == 1:
        return [f"literal:{words[0]}"]
    orders = [words]
    if key == "name":
        last, comma, first = value.partition(",")
        orders += (
            [[*first.split(), *last.split()]] if comma else [[words[-1], *words[:-1]], [f"{words[-1]},", *words[:-1]]]
        )
    return [f"regex:{BETWEEN.join(map(re.escape, one))}" for one in orders]
