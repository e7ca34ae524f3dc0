"""typer in German: help, usage errors, and the two options that every command has.

typer carries its own copy of click and most of its English is hard-coded there, so the texts are replaced here: a
small table for what goes through gettext, two classes for the rest. A test greps every help page for English.
"""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING, Any

import typer
import typer.core

from wiq_cli.cli.console import out
from wiq_cli.cli.days import read_day
from wiq_cli.cli.settings import settings
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.umfang import SHORTER, too_long

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS = {
    "Arguments": "Angaben",
    "Options": "Optionen",
    "Commands": "Befehle",
    "required": "Pflicht",
    "(dynamic)": "(berechnet)",
    "default: {default}": "Vorgabe: {default}",
    "env var: {var}": "Umgebung: {var}",
    "Missing command.": "Es fehlt ein Befehl.",
}
# Options are English. Who tries the word that stands in the file is understood all the same; help shows one name only.
GERMAN_OPTIONS = (
    ("--ort", "--place"), ("--bundesland", "--state"), ("--traeger", "--carrier"), ("--datenschutz", "--privacy"),
    ("--impressum", "--imprint"), ("--kuerzel", "--id"), ("--art", "--type"), ("--art", "--kind"),
    ("--verfahren", "--procedure"), ("--titel", "--title"), ("--wortlaut", "--wording"),
    ("--anlass", "--occasion"), ("--anlass", "--reason"),
    ("--untertitel", "--subtitle"), ("--verteiler", "--list-address"), ("--stadtteil", "--district"),
    ("--thema", "--topic"), ("--zusammenfassung", "--summary"), ("--ziel", "--goal"), ("--bis", "--until"),
    ("--langfristig", "--long-term"), ("--wirkung", "--impact"), ("--stand", "--progress"), ("--weg", "--step"),
    ("--leitung", "--lead"), ("--mitglied", "--member"), ("--treffen", "--rhythm"), ("--termin", "--date"),
    ("--frage", "--question"), ("--zweck", "--purpose"), ("--antwort", "--answer"), ("--nachweis", "--proof"),
)  # fmt: skip
GUESSES = {
    "pruefen": "check", "prüfen": "check", "treffen": "meetings", "termine": "meetings", "beschluss": "decide",
    "personen": "person", "einwilligung": "person", "auskunft": "person", "beschluesse": "decide", "beschlüsse": "decide", "entscheiden": "decide", "veroeffentlichen": "publish",
    "veröffentlichen": "publish", "neues-team": "new-team", "neu": "new-team", "anlegen": "new-team", "hilfe": "--help",
    "help": "--help", "regeln": "rules", "erklaeren": "explain", "erklären": "explain", "validate": "check", "lint": "check",
    "list": "meetings", "hinzufuegen": "add", "hinzufügen": "add", "eintragen": "add", "erledigt": "done", "abhaken": "done", "setzen": "set",
    "aendern": "set", "ändern": "set", "edit": "set", "messen": "measure", "messwert": "measure", "archivieren": "archive",
    "beenden": "archive", "build": "publish", "format": "fmt", "formatieren": "fmt", "ordnen": "fmt", "aufraeumen": "fmt",
}  # fmt: skip

setattr(typer.core, "_", lambda text: WORDS.get(text, gettext.gettext(text)))  # noqa: B010  # a private name of typer


class _GermanMixin:
    """Usage line, help option and the common options in German."""

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[OPTIONEN]")
        pieces = pieces.replace("{", "").replace("}", "")  # typer's braces around what is required
        formatter.write_usage(ctx.command_path, pieces, prefix="Aufruf: ")

    def get_short_help_str(self: Any, limit: int = 0) -> str:  # noqa: ARG002  # typer would cut a sentence in two
        first = " ".join((self.help or "").partition("\n\n")[0].split()).partition(". ")[0]
        return first if first.endswith((".", "?")) or not first else f"{first}."

    def make_parser(self: Any, ctx: Any) -> Any:
        parser = super().make_parser(ctx)  # type: ignore[misc]
        known = parser._long_opt  # noqa: SLF001  # the only place where an option can have a name that help does not show
        for german, english in GERMAN_OPTIONS:
            if english in known:
                known.setdefault(german, known[english])
        return parser

    def parse_args(self: Any, ctx: Any, args: list[str]) -> list[str]:
        if any(map(too_long, args)):
            self._refuse_long(ctx, args)
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except typer.TyperException as error:
            error.ctx = getattr(error, "ctx", None) or ctx  # type: ignore[attr-defined]  # its help is named
            raise
        return rest

    def _refuse_long(self: Any, ctx: Any, args: Sequence[str]) -> None:
        """Refuse a text that no file can hold, before a command works with it. Raises ``BadParameter`` with the option."""
        given, _, _ = self.make_parser(ctx).parse_args(list(args))
        for param in self.get_params(ctx):
            value = given.get(param.name)
            for text in value if isinstance(value, list | tuple) else [value]:
                if isinstance(text, str) and (fault := too_long(text.strip())):
                    raise typer.BadParameter(f"{fault} {SHORTER}", ctx=ctx, param=param)

    def get_help_option(self: Any, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Zeigt diese Hilfe."
            option.callback = _show_help
        return option

    def get_params(self: Any, ctx: Any) -> Any:
        *own, help_option = super().get_params(ctx)  # type: ignore[misc]
        return [*own, *COMMON, help_option]


class GermanCommand(_GermanMixin, typer.core.TyperCommand):
    """A command with German help."""


class GermanGroup(_GermanMixin, typer.core.TyperGroup):
    """A group of commands with German help and a suggestion for a misspelt name."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            ctx.fail(unknown_command(args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


class GermanTyper(typer.Typer):
    """A typer app whose commands are German without saying so each time."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("cls", GermanGroup)
        super().__init__(
            subcommand_metavar="BEFEHL …",
            suggest_commands=False,
            rich_markup_mode=None,
            add_completion=False,
            pretty_exceptions_enable=False,
            context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
            **more,
        )

    def command(self, name: str | None = None, **more: Any) -> Callable[[Any], Any]:
        more.setdefault("cls", GermanCommand)
        return super().command(name, **more)


def unknown_command(word: str, commands: Sequence[str]) -> str:
    """Say that a command does not exist, and which one was probably meant."""
    meant = GUESSES.get(word.lower()) or nearest(word, commands)
    if meant not in commands and meant != "--help":
        meant = ""
    return f"Den Befehl „{word}“ gibt es nicht." + (
        f" Meintest du „{meant}“?" if meant else " Alle Befehle zeigt „wiq --help“."
    )


def sentence(error: Any) -> str:
    """Turn one of typer's usage errors into a German sentence. Goes by class, never by wording."""
    parameter = getattr(error, "param", None)
    where = ""
    if parameter is not None:
        where = (
            parameter.opts[-1]
            if parameter.param_type_name == "option"
            else (parameter.metavar or parameter.human_readable_name).strip("[] …")
        )
    match type(error).__name__:
        case "NoSuchOption":
            own = _own_options(getattr(error, "ctx", None))
            close = [one if one in own else dict(GERMAN_OPTIONS).get(one, one) for one in error.possibilities or ()]
            meant = f" Meintest du „{close[0]}“?" if close else ""
            return f"Die Option {error.option_name} gibt es nicht.{meant}"
        case "MissingParameter":
            return f"Es fehlt: {where}."
        case "BadParameter":
            named = where and "|" not in where  # else it is the words themselves, and the sentence names them
            return f"{where}: {error.message}" if named else str(error.message)
        case "BadOptionUsage":
            return f"Die Option {error.option_name} " + (
                "braucht einen Wert." if "requires" in error.message else "nimmt keinen Wert."
            )
    if "extra argument" in error.message:
        # not repeated: it may be somebody's name
        return "Das sind zu viele Angaben. Setz Texte mit Leerzeichen in Anführungszeichen."
    return str(error.message)


def _own_options(ctx: Any) -> set[str]:
    """Give the options of a command as its help names them."""
    return {name for one in ctx.command.get_params(ctx) for name in one.opts} if ctx is not None else set()


def _show_help(ctx: Any, param: Any, value: bool) -> None:  # noqa: ARG001  # the signature of a callback
    """Print the help as all data is printed: who reads no further makes no fault."""
    if value and not ctx.resilient_parsing:
        out(ctx.get_help())
        ctx.exit()


def _remember_root(ctx: Any, param: Any, value: str | None) -> None:  # noqa: ARG001  # the signature of a callback
    if value == "":  # mostly a shell variable that nobody set
        raise typer.BadParameter("Hier steht nichts. Nenn einen Ordner. Ein Punkt meint diesen.")
    if value is not None:
        settings().root = value


def _remember_today(ctx: Any, param: Any, value: str | None) -> None:  # noqa: ARG001  # the signature of a callback
    if value is not None:
        settings().today = parse_date(value)


def parse_date(text: str) -> Any:
    """Read a date option; raises ``BadParameter`` with a German sentence."""
    try:
        return read_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def choice(*words: str) -> Callable[[str], str]:
    """Make a parser that accepts one of these words."""

    def parse(text: str) -> str:
        if text not in words:
            raise typer.BadParameter(f"Hier geht: {', '.join(words)}.")
        return text

    parse.words = words  # type: ignore[attr-defined]  # completion offers them
    return parse


COMMON = (
    typer.core.TyperOption(
        param_decls=["--root"], metavar="ORDNER", envvar="WIQ_ROOT", show_envvar=True, expose_value=False,
        callback=_remember_root, help="Ordner des Netzwerks, wenn du nicht darin stehst.",
    ),
    typer.core.TyperOption(
        param_decls=["--today"], metavar="DATUM", envvar="WIQ_TODAY", show_envvar=True, expose_value=False,
        callback=_remember_today, help="Der Tag, der als heute gilt.",
    ),
)  # fmt: skip
