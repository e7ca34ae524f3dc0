"""The quick questions that most texts answer with no: wherever there is something to find, they say yes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiq_cli.domain.umfang import NUMBER_WORDS
from wiq_cli.scan import blobs, folding, numberwords, shapes, spellings
from wiq_cli.scan.tags import holding

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = [
    "Haus", "s3nf", "3Eck", "Haus3", "O1", "7B", "$", "a$b", "vor-", "‑", "-", "\n", " ", "  ", ".", ",", ";", ":", "1", "23", "456", "0x41", "\\x41", "41", "de", "ad", "A", "m", "é",
    'd="M1 2', "d = ", "viewBox='0 0 9 9'", "points=", '"', "l1.5 2.25 3", "Meeting-ID", "teams", "ID", "Nr", "Kenncode", "Einwahl-Code", "Passwort", "ist", "0341", "null", "FÜNF", "fuenf",
    "dREI", "acht", "achtung", "\u00ad", "ﬁ", "ｱ", "’", "ü", "–", "…",
]  # fmt: skip
TEXT = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "", "-"])), max_size=40).map(
    lambda pairs: "".join(piece + apart for piece, apart in pairs)
)
TIMES = [
    "2025-01-01", "24.11.2026", "18:30", "T18:00:00+01:00", "0341", "0", "17", "123456", "7", " ", "-", "/", "(", ".", ", ", "x", "Tel ",
]  # fmt: skip
ASKED: dict[str, tuple[Callable[[str], object], Callable[[str], object]]] = {
    "digits for letters": (spellings.WITH_DIGITS.search, spellings.BESIDE_LETTERS.search),
    "letters for digits": (spellings.WITH_LETTERS.search, spellings.BESIDE_LETTERS.search),
    "words divided at the end of a line": (spellings.HYPHENATED.search, spellings.DIVIDED.search),
    "bytes side by side": (blobs.SPACED_HEX.search, blobs.PAIRS.search),
    "numbers as words": (
        numberwords.HINT.search,
        lambda text: any(one in text.casefold() for one in NUMBER_WORDS),
    ),
    "numbers of meetings": (
        shapes.DIAL.search,
        lambda text: (
            any(one in text.casefold() for one in shapes.DIAL_HINTS) or shapes.DIAL_TEAMS.search(text.casefold())
        ),
    ),
}


@pytest.mark.parametrize("what", ASKED)
@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_whatever_is_found_was_asked_about(what: str, text: str) -> None:
    is_there, may_be_there = ASKED[what]
    assert may_be_there(text) or not is_there(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(TIMES), max_size=12).map("".join))
def test_no_number_is_taken_for_days_and_times(text: str) -> None:
    with patch.object(shapes, "TIME", re.compile(r"(?!)")):
        everything = shapes._phones.__wrapped__(text)
    assert shapes._phones.__wrapped__(text) == everything


@given(st.lists(st.booleans(), max_size=300))
def test_tags_that_are_asked_about_together_are_those_that_hold_something(telling: list[bool]) -> None:
    every = [f"<a title='{'Thea' if one else 'Garten'} {number}'>" for number, one in enumerate(telling)]
    assert list(holding(every, lambda text: "Thea" in text)) == [one for one in every if "Thea" in one]


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_a_drawing_is_seen(text: str) -> None:
    masked = shapes.DRAWING.sub(lambda match: "x" * len(match[0]), text)
    assert shapes.without_drawings(text) == masked


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    usual = re.sub(folding.UNUSUAL.pattern, "", text)
    every = f"{usual}\u200b"  # so that it is looked at as a whole
    assert folding.clean(usual) == usual == folding.clean(every)
