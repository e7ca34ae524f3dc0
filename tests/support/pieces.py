"""What can be read in more than one way, in small pieces: put one behind the other, and that over and over, they are hard to read."""

from __future__ import annotations

import random
import string

WORD = "\0"  # stands for a word, another one each time
PIECES = [
    "- ", "-\n", "‑ ", "\n- ", "* ", "**", "_", "`", "~", "# ", "> ", "1. ", "\\n", "\\", "\\u00e4", "\\x41", "\\41 ", "\\101", "%41", "%2541", "=41", "=\n", "=?utf-8?q?=41?=",
    "&amp;", "&#97;", "&nbsp;", "<b>", "</b>", "<i></i>", "<!-- ", "-->", '<a href="', '">', '"+"', "'+'", '["a","b"].join("")', "@", "(at)", " at ", " dot ", ".", ",", ":", "/",
    "https://", ".de", "+49", "0341", "0", "1", "12", "·", "$", "(", "[", "{", "null ", "eins ", "und ", "vorwahl ", "А", "о", "ж", "α", "ω", "ﷺ", "ﬁ", "①", "Ａ", "\u0308", "\u200b",
    "\u2028", "\u00a0", "ß", "İ", "漢", "한", "ا", "\t", "  ", "\n", "\n\n", "\n ", "BEGIN:V", "data:", "0x41,", "65,", "41 ", "AAAA", "YQ==", "M. ", "A", "a", "aB", "a1", "O0", WORD,
]  # fmt: skip


def full_of(unit: str, size: int, letters: str = string.ascii_letters + string.digits, seed: int = 0) -> str:
    """Give a text of at least so many letters: a unit over and over, with other words in it each time."""
    dice = random.Random(f"{unit}{seed}")  # noqa: S311  # the same text each time
    text = ""
    while len(text) < size:
        words = ("".join(dice.choices(letters, k=dice.randint(2, 12))) for _ in range(unit.count(WORD)))
        text += "".join(one if one != WORD else next(words) for one in unit)
    return text
