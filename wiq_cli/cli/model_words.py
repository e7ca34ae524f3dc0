"""Commands whose arguments and options come from the models: what the files can hold, their help and options know by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer.core

from wiq_cli.cli.german import COMMON, GermanCommand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.usecases.edit_fields import Feld

DASH_IN_TEXT = re.compile(r"-[\s0-9]")
SHIELD = "\0"  # no text can begin so: it keeps typer from reading a text as an option


class ModelWords(GermanCommand):
    """Lets the help of its arguments name what the models have. A text may begin with a dash, and a number be below zero."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        shielded = [f"{SHIELD}{one}" if DASH_IN_TEXT.match(one) else one for one in args]
        rest: list[str] = super().parse_args(ctx, shielded)
        ctx.params = {key: _bare(value) for key, value in ctx.params.items()}
        return rest

    def words(self) -> dict[str, Sequence[str]]:
        """Give for each of these arguments what can stand there."""
        return {}

    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)
        words = self.words()
        for one in params:
            if known := words.pop(one.name, ()):
                plain = one.help.partition(" Hier geht: ")[0]
                one.help = f"{plain} Hier geht: {', '.join(known)}."
        return params


class FieldOptions(ModelWords):
    """Has one option for each field of some models, in the words of the file. A new field needs nothing here."""

    def fields(self) -> dict[str, list[tuple[str, Feld]]]:
        """Give for each option the fields that it fills, with the name of the section of each."""
        raise NotImplementedError

    def get_params(self, ctx: Any) -> Any:
        def remember(ctx: Any, param: Any, value: Any) -> None:
            if value is not None and value != ():
                ctx.ensure_object(dict)[param.opts[0].removeprefix("--")] = _bare(value)

        params = super().get_params(ctx)
        last = len(params) - len(COMMON) - 1  # and the option for help
        options = [
            typer.core.TyperOption(
                param_decls=[f"--{key}"], metavar=_metavar(found), multiple=any(one.many for _, one in found),
                expose_value=False, callback=remember, help=_help(found),
            )
            for key, found in self.fields().items()
        ]  # fmt: skip
        return [*params[:last], *options, *params[last:]]


def _bare(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    return value.removeprefix(SHIELD) if isinstance(value, str) else value


def _metavar(found: list[tuple[str, Feld]]) -> str:
    names = {one.metavar for _, one in found}
    return names.pop() if len(names) == 1 else "TEXT"


def _help(found: list[tuple[str, Feld]]) -> str:
    more = " Mehrmals möglich." if any(one.many for _, one in found) else ""
    hints = dict.fromkeys(one.hint for _, one in found)
    if len(hints) == 1 and not all(name for name, _ in found):
        return next(iter(hints)) + more
    return " ".join(f"{name}: {one.hint}" for name, one in found) + more
