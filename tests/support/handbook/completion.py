"""``templates/completion/``: what a shell needs to know of the commands, from the commands themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from tests.support.handbook.commands import every_command
from wiq_cli.cli.model_words import ModelWords
from wiq_cli.rules.engine import rule_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SCRIPTS = Path(__file__).parents[3] / "templates" / "completion"
SHELLS = ("bash", "zsh", "fish")
BEGIN, END = "# <tables>\n", "# </tables>\n"
KINDS = {
    "TEAM": "@team", "KUERZEL": "@team", "BESCHLUSS": "@beschluss", "DATEI": "@file", "CSV": "@file", "PFAD": "@file",
    "ORDNER": "@folder",
}  # fmt: skip
WORDS = re.compile(r"[a-z][a-z_-]*(\|[a-z][a-z_-]*)+")
At = tuple[str, str, str, list[str]]  # a command, the commands inside it, its options, what its arguments are
Value = tuple[str, list[tuple[str, str]]]  # what an option holds, and the options of which commands hold that


def written(path: Path) -> str:
    """Give the text of a script with fresh tables."""
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    return before + BEGIN + tables(fish=path.suffix == ".fish") + END + after


def tables(*, fish: bool) -> str:
    """Write what can follow each command, and what each option holds."""
    commands = [(words.removeprefix("wiq").strip(), command) for words, command in every_command()]
    places = [_at(words, command) for words, command in commands]
    values: dict[str, list[tuple[str, str]]] = {"@folder": [("*", "--root")], "@any": [("*", "--today")]}
    for words, command in commands:
        for name, what in _values(command):
            values.setdefault(what, []).append((words, name))
    found = sorted(values.items())
    return _fish(places, found) if fish else _posix(places, found)


def _at(words: str, command: Any) -> At:
    params = _params(command)
    subs = " ".join(command.list_commands(None)) if hasattr(command, "list_commands") else ""
    names = [name for one in params if one.param_type_name == "option" for name in (*one.opts, *one.secondary_opts)]
    known = command.words() if isinstance(command, ModelWords) else {}
    args = []
    for one in params:
        if one.param_type_name == "argument":
            args.append(" ".join(known.get(one.name, ())) or _kind(one))
            args += ["@again"] if one.nargs < 0 else []
    if words == "set":
        args[-1] = "@after"
    return words, subs, " ".join(names), args


def _values(command: Any) -> Iterator[tuple[str, str]]:
    """Give what each option holds that holds something; for ``wiq set`` also what each key can be."""
    for one in _params(command):
        if one.param_type_name == "option" and not one.is_flag and one.name not in {"root", "today"}:
            yield from ((name, _kind(one)) for name in one.opts)
    if command.name == "set":
        from wiq_cli.usecases.edit_fields import values  # noqa: PLC0415  # only here

        yield from ((key, one.metavar.replace("|", " ")) for key, one in values().items() if "|" in one.metavar)


def _kind(param: Any) -> str:
    """Say what a parameter takes: words to choose from, files, folders, or names that the network knows."""
    if words := getattr(getattr(param.type, "func", None), "words", ()):
        return " ".join(words)
    metavar = (param.metavar or "").strip("[] …")
    if WORDS.fullmatch(metavar):
        return metavar.replace("|", " ")
    return " ".join(sorted(rule_files())) if metavar == "REGEL" else KINDS.get(metavar, "@any")


def _params(command: Any) -> Sequence[Any]:
    found: Sequence[Any] = command.get_params(typer.Context(command))
    return found


def _posix(places: list[At], values: list[Value]) -> str:
    lines = ["_wiq_at() {", "    subs='' opts='' args=()", "    case $1 in"]
    for words, subs, opts, args in places:
        more = [f"subs='{subs}'"] if subs else []
        more += [f"opts='{opts}'"] + ([f"args=({_quoted(args)})"] if args else [])
        lines.append(f"    '{words}') {' '.join(more)} ;;")
    lines += ["    esac", "}", "", "_wiq_value() {", "    what=''", '    case "$1 $2" in']
    for what, holders in values:
        lines.append("    " + " |\\\n        ".join(_case(*one) for one in holders) + f") what='{what}' ;;")
    return "\n".join([*lines, "    esac", "}", ""])


def _fish(places: list[At], values: list[Value]) -> str:
    lines = ["function __wiq_at -S", "    set subs ''", "    set opts ''", "    set args", "    switch $argv[1]"]
    for words, subs, opts, args in places:
        lines.append(f"        case '{words}'")
        lines += [f"            set subs '{subs}'"] if subs else []
        lines.append(f"            set opts '{opts}'")
        lines += [f"            set args {_quoted(args)}"] if args else []
    lines += ["    end", "end", "", "function __wiq_value -S", "    set what ''", '    switch "$argv[1] $argv[2]"']
    for what, holders in values:
        lines.append("        case " + " \\\n            ".join(f"'{command} {name}'" for command, name in holders))
        lines.append(f"            set what '{what}'")
    return "\n".join([*lines, "    end", "end", ""])


def _quoted(words: Sequence[str]) -> str:
    return " ".join(f"'{one}'" for one in words)


def _case(command: str, name: str) -> str:
    return f"*' {name}'" if command == "*" else f"'{command} {name}'"
