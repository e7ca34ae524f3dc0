"""Since when a wish stands in a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from wiq_cli.usecases.wish_age import QUESTION, SUPPORT, standing_since

if TYPE_CHECKING:
    from collections.abc import Iterable


class OneVersion(NamedTuple):
    day: date
    blob: str | None
    tidying: bool = False


class Past:
    """Versions of one team, the newest first, as texts."""

    def __init__(self, *texts: str | None) -> None:
        self._texts = texts

    def of(self, kuerzel: str) -> list[OneVersion]:
        assert kuerzel == "garten"
        return [
            OneVersion(date(2026, 11, 20 - number), None if one is None else str(number))
            for number, one in enumerate(self._texts)
        ]

    def texts(self, blobs: Iterable[str]) -> list[tuple[str, str]]:
        return [(blob, self._texts[int(blob)] or "") for blob in blobs]


def since(past: Past, words: str = "Ein Raum", key: str = SUPPORT) -> date | None:
    return standing_since({"garten": [(key, words)]}, past).get(("garten", key, words))


HAS = "name: Garten\nsupport:\n  - Werkzeug\n  - Ein Raum\nweg: []\n"
NOT = "name: Garten\nsupport:\n  - Werkzeug\nweg: [Ein Raum]\n"


@pytest.mark.parametrize(
    "before",
    [
        "name: Garten\nsupport:\n  - Ein Raum\n  - Werkzeug\n",  # in another order
        "support: [Werkzeug, 'Ein Raum']\nname: Garten\n",
        "support:\n- {was: ein  raum, art: raum}\n- Werkzeug\n",
        "support:\n  # die Bitten\n\n  - was: >-\n      Ein\n      Raum\n",
    ],
)
def test_a_wish_is_as_old_as_its_words_whatever_the_order(before: str) -> None:
    assert since(Past(HAS, before, NOT)) == date(2026, 11, 19)


def test_only_versions_in_a_row_count() -> None:
    assert since(Past(HAS, NOT, HAS)) == date(2026, 11, 20)
    assert since(Past(HAS, None, HAS)) == date(2026, 11, 20)


def test_what_is_not_committed_has_no_age() -> None:
    assert since(Past(NOT, HAS)) is None
    assert since(Past()) is None


def test_words_below_another_key_are_another_matter() -> None:
    assert since(Past("support:\n  - Werkzeug\noffene_fragen:\n  - Ein Raum\n")) is None
    assert since(Past("support:\n  - Werkzeug\noffene_fragen:\n  - Ein Raum\n"), key=QUESTION) == date(2026, 11, 20)
