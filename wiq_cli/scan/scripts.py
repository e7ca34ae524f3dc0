"""Letters of other scripts: those that look like Latin ones, and how they are written in Latin."""

from __future__ import annotations

import re

FOREIGN = re.compile(
    "[\u0370-\u052f\u0585\u0501\u13a0-\u13ff\u1d00-\u1d2b\u0261\u0251\u026a\u0280\u029f\u0299\u0262\u029c\u0274\ua730-\ua731\u1e9e]"
)
LOOKS = str.maketrans(
    "авеёкмнорстухіјѕһԁԛԝґьгпАВЕЁКМНОРСТУХІЈЅҺԀԚԜαβεγικνορτυχηωςσΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳօոսցհᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡɑ",
    "abeekmhopctyxijshdqwrbrnABEEKMHOPCTYXIJSHDQW"
    + "aбeyikvoptuxnwco".replace("б", "b")
    + "ABEZHIKMNOPTYXcj"
    + "onugh"
    + "abcdefghijklmnoprstuvwyzga",
)
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "ji", "є": "je", "ґ": "g",
}  # fmt: skip
GERMAN = {
    **CYRILLIC,
    "в": "w",
    "ж": "sch",
    "з": "s",
    "х": "ch",
    "ц": "z",
    "ч": "tsch",
    "ш": "sch",
    "щ": "schtsch",
    "ю": "ju",
    "я": "ja",
    "й": "i",
}
GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r",
    "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o", "ά": "a", "έ": "e", "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o",
}  # fmt: skip


SOUTH_SLAVIC = {
    **CYRILLIC, "ђ": "đ", "ж": "ž", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ć", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
}  # fmt: skip
TABLES = ({**CYRILLIC, **GREEK}, {**GERMAN, **GREEK}, SOUTH_SLAVIC)


def in_latin(text: str) -> set[str]:
    """Write a text in Cyrillic or Greek letters in Latin ones, in each of the usual ways."""
    low = text.casefold()
    return {"".join(table.get(one, one) for one in low) for table in TABLES}


def latin_looks(text: str) -> str:
    """Write every letter that looks like a Latin one as that."""
    return text.translate(LOOKS)


def transliterated(name: str) -> set[str]:
    """Give a Cyrillic or Greek name as English and German texts write it."""
    return in_latin(name) if FOREIGN.search(name.casefold()) else set()
