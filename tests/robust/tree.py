"""Every command of wiq with its options, read off the program itself: a new one is tried out without being listed anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import typer.main

from wiq_cli.cli.main import app

COMMON = frozenset({"--help", "-h", "--root", "--today"})
WRITES = frozenset({"--dry-run", "--output", "--write-baseline"})  # a command with one of these writes files
WRITES_ANYHOW = frozenset({"merge-driver"})  # git calls it to have a file written


@dataclass(frozen=True)
class Option:
    """One option: its name, and what it takes; a switch takes nothing."""

    name: str
    takes: str
    switch: bool


@dataclass(frozen=True)
class Befehl:
    """One command: its words, the names of its arguments, its options."""

    words: tuple[str, ...]
    arguments: tuple[str, ...]
    options: tuple[Option, ...]

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def writes(self) -> bool:
        return self.name in WRITES_ANYHOW or bool(WRITES & {one.name for one in self.options})


@cache
def commands() -> tuple[Befehl, ...]:
    """Give every command that can be called; a group counts where it does something by itself."""
    found: list[Befehl] = []
    todo: list[tuple[tuple[str, ...], Any]] = [((), typer.main.get_command(app))]
    while todo:
        words, command = todo.pop(0)
        if hasattr(command, "list_commands"):
            todo += [((*words, name), command.get_command(None, name)) for name in command.list_commands(None)]
        if words:
            found.append(_befehl(words, command))
    return tuple(found)


def _befehl(words: tuple[str, ...], command: Any) -> Befehl:
    params = command.get_params(command.make_context("wiq", [], resilient_parsing=True))
    arguments = tuple((one.metavar or one.name) for one in params if one.param_type_name == "argument")
    options = tuple(
        Option(name, str(one.metavar or "TEXT"), bool(one.is_flag))
        for one in params
        if one.param_type_name == "option"
        for name in one.opts
        if name not in COMMON
    )
    return Befehl(words, arguments, options)
