"""Who may be named, read from the raw text of the files a second time, without the models: the strict reading wins."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan.folding import clean, folds
from wiq_cli.scan.persons import persons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.scan.types import Scalar

PEOPLE = ("leitung", "mitglieder")
STAND_IN = frozenset({"kennung", "seit", "bis", "zugang"})
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class Entry(NamedTuple):
    """One person as it stands in one team file: raw texts by their path below the person."""

    team: str
    texts: dict[tuple[str | int, ...], str]

    def get(self, *path: str) -> str:
        return self.texts.get(path, "").strip()


@cache
def team_of(file: str) -> str | None:
    """Give the team a file is about."""
    match = re.fullmatch(r"teams/([^/]+)\.ya?ml", file)
    return match[1] if match else None


def people(scalars: Iterable[Scalar]) -> list[Entry]:
    """Everybody in all team files, whatever shape the entry has."""
    found: dict[tuple[str, tuple[str | int, ...]], dict[tuple[str | int, ...], str]] = defaultdict(dict)
    for one in scalars:
        if not one.path or one.path[0] not in PEOPLE or (team := team_of(one.file)) is None:
            continue
        depth = 2 if len(one.path) > 1 and isinstance(one.path[1], int) else 1
        found[team, one.path[:depth]][one.path[depth:] or ("name",)] = one.text
    return [Entry(team, texts) for (team, _), texts in found.items()]


def is_forgotten(one: Entry, heute: date) -> bool:
    """Whether only a stand-in is left of somebody who went: a kennung and days. Nobody is there to protect any more."""
    until = _day(one.get("bis"))
    return until is not None and until <= heute and all(path[0] in STAND_IN for path in one.texts)


def released_names(entries: list[Entry], heute: date) -> dict[str, list[str]]:
    """Give the names each team's own pages may show."""
    withheld = {key for one in entries if _no(one, heute) for key in _keys(one)}
    released: dict[str, list[str]] = defaultdict(list)
    for one in entries:
        if _yes(one, heute) and not _no(one, heute) and not _keys(one) & withheld:
            released[one.team].append(one.get("name"))
    return dict(released)


def _keys(one: Entry) -> set[tuple[str, str]]:
    texts = [(key, one.get(key)) for key in ("kennung", "email", "name")]
    texts += [("name", name) for name in persons(clean(one.get("name")), is_name=True)]
    return {(key, folds(" ".join(text.split()))[0]) for key, text in texts if text}


def _yes(one: Entry, heute: date) -> bool:
    given = _day(one.get("einwilligung", "name", "am"))
    return one.get("einwilligung", "name", "antwort") == "ja" and given is not None and given <= heute


def _no(one: Entry, heute: date) -> bool:
    until = one.get("einwilligung", "name", "bis")
    expired = bool(until) and ((day := _day(until)) is None or day < heute)
    return (
        expired
        or bool(one.get("einwilligung", "name", "widerrufen"))
        or one.get("einwilligung", "name", "antwort") == "nein"
        or one.get("minderjaehrig").casefold() not in {"", "nein"}
    )


def _day(text: str) -> date | None:
    iso, german = ISO.fullmatch(text), GERMAN.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if german:
            return date(int(german[3]), int(german[2]), int(german[1]))
    except ValueError:
        return None
    return None
