"""Spellings that wiq may mend by itself: a key or a word of a closed list with one clear candidate, a value with one meaning.

What counts as one meaning is told where a model refuses the value: ``better`` of ``fault`` in domain/scalars.py. What
somebody agreed to is never mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.pruned import Repair
from wiq_cli.domain.structure import repairs
from wiq_cli.domain.team import Team
from wiq_cli.files.edit import node_at
from wiq_cli.files.format import strict, with_line_ends
from wiq_cli.files.format_values import Edit, apply
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.source import Source

ARTEN = ("LT", "ST", "UT", "KT", "PT")
PLAIN_OR_QUOTED = (None, "", "'", '"')


def repaired(text: str, model: type[Modell], file: str) -> tuple[str, list[str]]:
    """Mend clear misspellings. Gives the text and the words that now stand there.

    Raises ``Unreadable`` for a file with faults, ``Refused`` where the result would not be what was meant.
    """
    source = strict(text, model, file)
    edits: list[Edit] = []
    made: list[str] = []
    data = source.data
    # from the inside out: a path holds until a key above it changes
    for repair in sorted(
        [*repairs(model, source), *_team_type(model, source)], key=lambda one: (-len(one.path), one.is_key)
    ):
        if (edit := _edit(source, repair)) is not None:
            edits.append(edit)
            made.append(repair.nameable)
            data = _repaired_data(data, repair.path, repair)
    if not made:
        return text, []
    new = apply(source.text, edits)
    try:
        found = parse(new, file)
    except Unreadable:
        found = None
    if found is None or found.faults or found.data != data:
        raise Refused(
            f"{file}: Die Schreibfehler lassen sich hier nicht sicher verbessern. Die Datei bleibt, wie sie ist."
        )
    return with_line_ends(new, text), made


def _team_type(model: type[Modell], source: Source) -> Iterator[Repair]:
    """Write ``LT`` for ``lt``: the types that every network has are spelt in capitals."""
    art = source.data.get("art")
    if model is Team and isinstance(art, str) and art not in ARTEN and art.strip().upper() in ARTEN:
        yield Repair(("art",), art.strip().upper(), is_key=False)


def _edit(source: Source, repair: Repair) -> Edit | None:
    node = node_at(source, repair.path)
    if node is None:
        return None
    if not repair.is_key:
        fits = node.children is None and node.style in PLAIN_OR_QUOTED
        return (node.start.index, node.end.index, repair.new) if fits else None
    parent = node_at(source, repair.path[:-1])
    taken = parent is None or not isinstance(parent.children, dict) or repair.new in parent.children
    if taken or node.key_start is None or node.key_end is None:
        return None
    return node.key_start.index, node.key_end.index, repair.new


def _repaired_data(data: Any, path: DataPath, repair: Repair) -> Any:
    """Give a copy of the data as it should read back."""
    head, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_repaired_data(one, rest, repair) if number == head else one for number, one in enumerate(data)]
    if rest:
        return {key: _repaired_data(one, rest, repair) if key == head else one for key, one in data.items()}
    if repair.is_key:
        return {repair.new if key == head else key: one for key, one in data.items()}
    return {**data, head: repair.new}
