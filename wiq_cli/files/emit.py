"""Writing new pieces of YAML with ruamel: block style, two spaces, text quoted only where a reader needs it."""

from __future__ import annotations

import io
import re
from datetime import date, time
from fractions import Fraction
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import LiteralScalarString

from wiq_cli.domain import datum
from wiq_cli.domain.zahl import digits

ENDLESS = 1_000_000  # ruamel breaks long lines; a text stays on its line
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


class OneLine(dict[str, Any]):
    """An entry that stays on one line: two people who add one each at the same place get whole entries to choose from."""


def dump(data: dict[str, Any]) -> str:
    """Give fresh YAML text for plain data: dicts, lists, text, numbers, dates, ja/nein; None means not filled."""
    return _write(data, flow=False)


def inline(value: Any) -> str:
    """Give a value in one line, as it may stand inside brackets."""
    if isinstance(value, dict | list | tuple):
        return _write(value, flow=True).strip()
    return _write([value], flow=True).strip()[1:-1].strip()


def unquoted(value: Any) -> Any:
    """Take texts that are days or numbers as such: ``dump`` then writes them without quotes, as people do."""
    if isinstance(value, dict):
        return {key: unquoted(one) for key, one in value.items()}
    if isinstance(value, list):
        return [unquoted(one) for one in value]
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return int(value)
    return (datum.parse(value) or value) if isinstance(value, str) and ISO.fullmatch(value) else value


def as_text(value: Any) -> Any:  # noqa: PLR0911  # one return for each kind of value
    """Give the value as the reader will see it: every scalar as text."""
    match value:
        case dict():
            return {key: as_text(one) for key, one in value.items()}
        case list() | tuple():
            return [as_text(one) for one in value]
        case None | str():
            return value
        case bool():
            return "ja" if value else "nein"
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case float():
            return digits(value)
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case _:
            return str(value)


def _write(data: Any, *, flow: bool) -> str:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = ENDLESS
    yaml.allow_unicode = True
    yaml.default_flow_style = flow
    yaml.representer.add_representer(type(None), lambda to, _: to.represent_scalar("tag:yaml.org,2002:null", ""))
    yaml.representer.add_representer(float, lambda to, one: to.represent_scalar("tag:yaml.org,2002:float", digits(one)))
    yaml.representer.ignore_aliases = lambda _: True  # one date in two places is no anchor
    stream = io.StringIO()
    yaml.dump(_styled(data, flow=flow), stream)
    return stream.getvalue()


def _styled(value: Any, *, flow: bool) -> Any:
    match value:
        case OneLine():
            line = CommentedMap((key, _styled(one, flow=True)) for key, one in value.items())
            line.fa.set_flow_style()
            return line
        case dict():
            return {key: _styled(one, flow=flow) for key, one in value.items()}
        case list() | tuple():
            return [_styled(one, flow=flow) for one in value]
        case str() if "\n" in value and not flow and _fits_block(value):
            return LiteralScalarString(value.rstrip("\n") + "\n")
        case int() | float() if not isinstance(value, bool):
            return value
        case _:
            return _dated(value)


def _dated(value: Any) -> Any:
    """Leave dates to ruamel, which writes them bare; everything else becomes text."""
    return value if isinstance(value, date) else as_text(value)


def _fits_block(text: str) -> bool:
    """Whether a literal block can carry the text: it starts with a visible character and has no odd line ends."""
    return (
        not text[:1].isspace()
        and "\r" not in text
        and all(line == line.rstrip() for line in text.rstrip("\n").split("\n"))
    )
