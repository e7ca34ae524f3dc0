"""Finds the rules by their file names and runs them. A rule is one file; nothing else has to know it.

A rule file has a German docstring (its manual page), a ``LEVEL``, and at most one check. The check's name says what it
looks at: ``check_team``, ``check_beschluss``, ``check_netzwerk`` or ``check_netz``; ``check_text`` looks at how any file is
written, whatever it holds. Rules that the reader and the models raise themselves have a page and no check.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz, NetzFault, Rahmen
    from wiq_cli.domain.structure import Reading

READ_BY_THE_LOADER = frozenset(f"WIQ{number:03}" for number in range(50))  # pages only: the reader raises these
OF_DECISIONS = tuple(f"WIQ{number}" for number in (28, 40, 41, 42, 43, 44, 46))  # silent where nothing was ever decided
WITHOUT_DECISIONS = frozenset({"text", "team", "netzwerk", "freigaben"})  # kinds that those rules do not look at
FILE_NAME = re.compile(r"wiq([0-9]{3})_([a-z0-9_]+)\.py")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its page."""

    id: str
    name: str
    level: Level
    page: str
    module: Any
    needs: tuple[DataPath, ...] = ()  # what it compares with: ("treffen",) in the file itself, ("wiq.yaml", "domain")

    @property
    def title(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0].strip().removesuffix(".")

    def check(self, kind: str) -> Callable[..., Iterator[Any]] | None:
        """Give the rule's check for ``kind``, None where it has none."""
        return getattr(self.module, f"check_{kind}", None)


@cache
def rule_files() -> dict[str, str]:
    """Give the module of each rule id, in order."""
    names = sorted(path.name for path in Path(__file__).parent.glob("wiq*.py"))
    return {f"WIQ{match[1]}": name.removesuffix(".py") for name in names if (match := FILE_NAME.fullmatch(name))}


@cache
def rule(rule_id: str) -> Rule:
    """Load one rule. Raises ``KeyError`` for an id that does not exist."""
    name = rule_files()[rule_id]
    module = import_module(f"wiq_cli.rules.{name}")
    words = name.partition("_")[2].replace("_", "-")
    return Rule(rule_id, words, module.LEVEL, module.__doc__ or "", module, getattr(module, "NEEDS", ()))


@cache
def checks(
    kind: str, wanted: Callable[[str], bool] | None = None, *, decisions: bool = True
) -> tuple[tuple[Rule, Callable[..., Iterator[Any]]], ...]:
    """Give every rule that looks at ``kind``, with its check. Only these are loaded.

    ``wanted``: which rules. ``decisions``: whether there are any, or have been.
    """
    ids = (one for one in rule_files() if one not in READ_BY_THE_LOADER and (wanted is None or wanted(one)))
    if kind in WITHOUT_DECISIONS or not decisions:
        ids = (one for one in ids if not one.startswith(OF_DECISIONS))
    return tuple((one, check) for one in map(rule, ids) if (check := one.check(kind)))


def run(
    kind: str, reading: Reading[Any], rahmen: Rahmen, wanted: Callable[[str], bool] | None = None
) -> Iterator[Finding]:
    """Run the rules of one kind over one file; silent about what the reader has already settled. ``wanted``: which rules."""
    for one, check in checks("text", wanted):
        for fault in check(reading.source):
            if not reading.is_settled(fault.path):
                span = fault.span or reading.source.span(fault.path)
                path = reading.known(fault.path)
                yield Finding(reading.source.file, span, one.id, one.level, path, fault.message, fault.help)
    if reading.model is None:
        return
    for one, check in checks(kind, wanted):
        if one.needs and any(reading.is_settled(path) or rahmen.is_unclear(path) for path in one.needs):
            continue  # what the rule compares with could not be read
        for fault in check(reading.model, rahmen):
            path, span = reading.place(fault.path, at_key=fault.at_key)
            if not reading.is_settled(path):
                level = fault.level or one.level
                named = reading.nameable(path)
                yield Finding(reading.source.file, span, one.id, level, named, fault.message, fault.help)


def run_netz(
    netz: Netz,
    read_again: Callable[[str], Reading[Any] | None],
    only: Callable[[str], bool] = lambda _: True,
    wanted: Callable[[str], bool] | None = None,
) -> Iterator[Finding]:
    """Run the rules over the whole network. ``read_again`` gives a file once more where a finding needs its place.

    ``only`` says which files somebody asked for: what two files have part in is said there, what concerns neither is left
    out. ``wanted``: which rules.
    """
    netz = replace(netz, lesen=read_again)
    readings: dict[str, Reading[Any] | None] = {}
    for one, check in checks("netz", wanted, decisions=bool(netz.dateien or netz.anker)):
        if any(map(netz.rahmen.is_unclear, one.needs)):
            continue
        found: NetzFault
        for found in check(netz):
            fault = found.seen_by(only)
            if not (only(fault.file) or (fault.also and only(fault.also))):
                continue
            level = fault.level or one.level
            if fault.span:
                yield Finding(fault.file, fault.span, one.id, level, fault.path, fault.message, fault.help, fault.also)
                continue
            if fault.file not in readings:
                readings[fault.file] = read_again(fault.file)
            reading = readings[fault.file]
            if reading is None:
                continue
            path, span = reading.place(fault.path)
            if not reading.is_settled(path):
                named = reading.nameable(path)
                yield Finding(fault.file, span, one.id, level, named, fault.message, fault.help, fault.also)
