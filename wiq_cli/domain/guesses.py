"""Which word of a choice a misspelt one means."""

from __future__ import annotations

from typing import Any

from wiq_cli.domain.naehe import SURE, near, nearest
from wiq_cli.domain.synonyme import synonym

MANY = 6
SHORTEST_GUESS = 4
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "-": "_", " ": "_"})


def meant_by(word: Any, known: list[str], *, alike: bool = False) -> str:
    """Give the known word that another means; ``alike``: only one that looks like it."""
    plain = str(word).strip().lower().translate(UMLAUTS)
    if whole := abbreviated(plain, known):
        return whole
    plain = plain.rstrip(".:*_")
    if plain in known:
        return plain
    return ("" if alike else synonym(plain, known)) or nearest(plain, known, at_least=SURE)


def abbreviated(plain: str, known: list[str]) -> str:
    """Give ``telefon`` for ``tel.``: the one known word that begins so."""
    found = [one for one in known if one.startswith(plain[:-1])]
    return found[0] if plain.endswith(".") and len(plain) >= SHORTEST_GUESS and len(found) == 1 else ""


def is_clear(word: str, known: list[str]) -> bool:
    """Whether only one known word comes near enough to a misspelt one."""
    plain = word.strip().lower().translate(UMLAUTS)
    candidates = [one.translate(UMLAUTS) for one in known]
    if plain in candidates or abbreviated(plain, known):
        return True
    close = near(plain, candidates, most=2, at_least=SURE)
    return len(close) == 1 and len(plain) >= SHORTEST_GUESS and plain.replace("_", "").isalpha()


def nearest_keys(word: Any, known: list[str]) -> str:
    closest = near(str(word), known, most=MANY, at_least=0.0)
    return f"Hier geht zum Beispiel: {', '.join(closest)}." if len(known) > MANY else f"Hier geht: {', '.join(known)}."


def choices(detail: Any) -> list[str]:
    return [word.strip().strip("'") for word in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]


def guess_choice(value: Any, detail: Any, *, alike: bool = False) -> str:
    plain = {word.translate(UMLAUTS): word for word in choices(detail)}
    return plain.get(meant_by(value, list(plain), alike=alike), "") if isinstance(value, str) else ""
