"""What somebody probably meant: the known words that look most like the one that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SIMILAR = 0.55  # enough for a question: „Meintest du …?“
SURE = 0.7  # enough to read one word as the other
LONGEST = 120  # what is longer is compared by its beginning


def near(word: str, known: Iterable[str], *, most: int, at_least: float = SIMILAR) -> list[str]:
    """Give up to ``most`` known words, the most similar first. Capitals make no difference."""
    import difflib  # noqa: PLC0415  # only mistakes need it

    plain = {one.casefold(): one for one in known}
    return [plain[one] for one in difflib.get_close_matches(word.casefold()[:LONGEST], plain, n=most, cutoff=at_least)]


def nearest(word: str, known: Iterable[str], *, at_least: float = SIMILAR) -> str:
    """Give the most similar known word; empty where none comes near."""
    return next(iter(near(word, known, most=1, at_least=at_least)), "")
