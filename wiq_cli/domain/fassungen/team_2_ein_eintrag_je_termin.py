"""Every meeting is an entry of its own.

Before, one text could hold several: ``termine: 26.03.2024; 26.04.2024 (Lindenau)``. Two people who each added a day
changed the same line, no comment could stand at a day, and no edit could take out one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.eintrag import BETWEEN_ENTRIES, BETWEEN_PAUSES, parts_of
from wiq_cli.domain.fassung import Change
from wiq_cli.domain.treffen import Treffen

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGE = "Hier stehen mehrere Tage in einem Text."
LISTS = {"termine": BETWEEN_ENTRIES, "ausfall": BETWEEN_ENTRIES, "verlegt": BETWEEN_ENTRIES, "pause": BETWEEN_PAUSES}


def changes(data: dict[str, Any]) -> Iterator[Change]:
    treffen = data.get("treffen")
    if isinstance(treffen, str) and len(days := _parts(treffen, Treffen.KURZ)) > 1:
        yield Change(("treffen",), {Treffen.KURZ: days})
    for key, value in treffen.items() if isinstance(treffen, dict) else ():
        if key not in LISTS:
            continue
        if isinstance(value, str) and len(days := _parts(value, key)) > 1:
            yield Change(("treffen", key), days)
        for number, one in enumerate(value if isinstance(value, list) else ()):
            if isinstance(one, str) and len(days := _parts(one, key)) > 1:
                yield Change(("treffen", key, number), days, spread=True)


def _parts(text: str, key: str) -> list[str]:
    return [" ".join(part.split()) for _, part in parts_of(text.strip(), LISTS[key])]
