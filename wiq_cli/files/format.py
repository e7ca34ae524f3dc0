"""One form for all files: order, days, quotes, short entries. Nothing is ever lost, and lines end as they did.

Every change is read back and compared with what stood there before, by value, by model and by comment. Where that
fails, the file stays as it is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.structure import read
from wiq_cli.files.comments import comments
from wiq_cli.files.format_order import by_lines, in_brackets
from wiq_cli.files.format_shape import Place, places
from wiq_cli.files.format_values import apply, entries, plain, scalars
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.source import Source

BOM = "\ufeff"
ROUNDS = 4


def formatted(text: str, model: type[Modell], file: str) -> str:
    """Give the text of a file in its one form.

    Raises ``Unreadable`` for a file with faults, ``Refused`` where the proof fails; the file stays as it is then.
    """
    new = _formatted(strict(text, model, file), model, file)
    return text if new == text else with_line_ends(new, text)


def with_line_ends(new: str, old: str) -> str:
    """End the lines as in the old text: CRLF if all of them end so, else LF."""
    everywhere = "\r\n" in old and old.count("\r\n") == old.count("\n")
    return new.replace("\n", "\r\n") if everywhere else new


def _formatted(before: Source, model: type[Modell], file: str) -> str:
    new = _once(before, model)
    if new == before.text:
        return new
    after = _proven(before, new, model)
    for _ in range(ROUNDS):
        new = _once(after, model)
        if new == after.text:
            return new
        after = _proven(before, new, model)
    raise _refusal(file)


def strict(text: str, model: type[Modell], file: str) -> Source:
    """Read a text with its line ends made one; raises ``Unreadable`` for what cannot be formatted."""
    source = parse(text.removeprefix(BOM).replace("\r\n", "\n"), file)
    if source.faults:
        raise Unreadable(source.faults)
    if not isinstance(source.data, dict) or source.root is None:
        raise Unreadable(read(model, source).findings)
    return source


def _once(source: Source, model: type[Modell]) -> str:
    """Bring a text into form, step by step."""
    found = places(source, model)
    if (text := _tidied(source, found)) != source.text:
        source, found = _seen_again(source, text, model)
    for step in (entries, scalars, in_brackets):
        if edits := list(step(source, found)):
            source, found = _seen_again(source, apply(source.text, edits), model)
    return by_lines(source, found)


def _seen_again(source: Source, text: str, model: type[Modell]) -> tuple[Source, list[Place]]:
    new = _again(source, text)
    return new, places(new, model)


def _again(source: Source, text: str) -> Source:
    """Read a text that a step has made."""
    if text == source.text:
        return source
    try:
        new = parse(text, source.file)
    except Unreadable:
        raise _refusal(source.file) from None
    if new.faults or new.root is None:
        raise _refusal(source.file)
    return new


def _tidied(source: Source, found: list[Place]) -> str:
    """Take blanks off the ends of lines and lines off the end; a text over several lines stays as it is."""
    inside: set[int] = set()
    for place in found:
        if place.node.children is None and place.node.style:
            inside.update(range(place.node.start.line, place.node.end.line))
    lines = source.text.split("\n")
    return "\n".join(line if n in inside else line.rstrip(" ") for n, line in enumerate(lines)).rstrip(" \n") + "\n"


# -- the proof --------------------------------------------------------------------------------------------------------
def _proven(before: Source, text: str, model: type[Modell]) -> Source:
    """Read a new text; raises ``Refused`` unless it says the same as the old one, comments included."""
    after = _again(before, text)
    same = plain(before.data, model) == plain(after.data, model) and _comments(before) == _comments(after)
    if not same or _meaning(before, model) != _meaning(after, model):
        raise _refusal(before.file)
    return after


def _meaning(source: Source, model: type[Modell]) -> tuple[Any, ...]:
    reading = read(model, source)
    return reading.model, sorted((one.rule, str(one.path), one.message, one.help) for one in reading.findings)


def _comments(source: Source) -> Counter[str]:
    return Counter(one.text.rstrip() for one in comments(source))


def _refusal(file: str) -> Refused:
    return Refused(f"{file}: Diese Datei kann ich nicht sicher in Form bringen. Sie bleibt, wie sie ist.")
