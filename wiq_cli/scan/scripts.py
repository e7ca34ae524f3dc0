"""Letters of other scripts: those that look like Latin ones, and how they are written in Latin."""

from __future__ import annotations

from wiq_cli.domain.late import late

LOOKS = dict(
    zip(
        "авеёкмнорстухіјѕһԁԛԝґьгпАВЕЁКМНОРСТУХІЈЅҺԀԚԜαβεγικνορτυχηωςσΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳօոսցհᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡɑ",
        "abeekmhopctyxijshdqwrbrnABEEKMHOPCTYXIJSHDQWabeyikvoptuxnwcoABEZHIKMNOPTYXcjonughabcdefghijklmnoprstuvwyzga",
        strict=True,
    )
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
SYSTEMS = tuple({**LOOKS, **GREEK, **SOUTH_SLAVIC, **one} for one in (CYRILLIC, GERMAN, SOUTH_SLAVIC))
SPELT = tuple(str.maketrans(one) for one in SYSTEMS)
CAPITALS = {letter.upper(): spelt.title() for letter, spelt in SYSTEMS[0].items() if len(letter.upper()) == 1}
SEEN = str.maketrans({**CAPITALS, **SYSTEMS[0], **LOOKS})
FOREIGN = late(f"[{''.join({*CAPITALS, *(letter for one in SYSTEMS for letter in one)})}]")
"""Every letter that is written otherwise here: so nothing of what comes out is foreign again."""


def in_latin(text: str) -> set[str]:
    """Write a text in Cyrillic or Greek letters in Latin ones, in each of the usual ways."""
    low = text.casefold()
    return {low.translate(one) for one in SPELT}


def latin_looks(text: str) -> str:
    """Write every letter that looks like a Latin one as that, and the others as they sound."""
    return text.translate(SEEN)


def transliterated(name: str) -> set[str]:
    """Give a Cyrillic or Greek name as English and German texts write it."""
    return in_latin(name) if FOREIGN.search(name.casefold()) else set()
