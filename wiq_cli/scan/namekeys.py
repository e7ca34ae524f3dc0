"""All ways of writing one person's name, as words to look up."""

from __future__ import annotations

import codecs
import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import wordnames
from wiq_cli.scan.folding import WORD, folds, tokens
from wiq_cli.scan.scripts import transliterated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.scan.types import Tokens

APOSTROPHE = re.compile(r"['’`´]")
TURKISH = re.compile("[çğışÇĞİŞ]")
SHORTEST_ALONE = 7  # letters: a full name without its blank, a name backwards
ENDINGS = ("sche", "schen", "scher", "sches", "isch", "ische", "ischen", "ischer", "isches", "ianer")
TURKISH_ENDINGS = ("in", "nin", "un", "e", "a", "den")
SLAVIC_ENDINGS = ("a", "owi", "em", "m", "ego", "emu")
SLAVIC = re.compile(r"[łśźżńćčšžđ]|(?:ski|cki|wicz|czyk|ic)\b", re.IGNORECASE)


class Key(NamedTuple):
    """One way of writing a name. ``full`` counts everywhere; ``initial``: only where a full stop follows the letter."""

    words: Tokens
    full: bool = False
    surname: bool = False
    initial: bool = False


def keys(text: str) -> Iterator[Key]:
    """Give the words of a name in every form: whole, in part, inflected, abbreviated, glued, backwards."""
    more = (TURKISH_ENDINGS if TURKISH.search(text) else ()) + (SLAVIC_ENDINGS if SLAVIC.search(text) else ())
    forms = _forms(text)
    for form in forms:
        yield from _keys(form, more, whole="," not in text)
    for key in (*_disguised(text), *(_disguised(forms[0]) if forms else ())):
        yield Key(key, full=True)


def stems(text: str) -> set[str]:
    """Give the words of a name, of which every form but the mere initials holds one: see ``Lexicon.of``."""
    found: set[str] = set()
    for form in _forms(text):
        written = _written(form)
        words = {word for part in written for one in _in_parts(part) for word in one}
        found |= (words - wordnames.PARTICLES) | set(written[-1] if written else ())
        if len(written) > 1 and _particles(written):
            found.update(key[0] for key in _full_names(_parts(written), written) if len(key) == 1)
    if not text.isascii():
        found.update(word for key in _turned(text) for word in key)
    return found


def initials(text: str) -> set[Tokens]:
    """Give the first letters of first name and surname, of double names both or one."""
    return {
        first + last
        for form in _forms(text)
        if len(parts := _parts(_written(form))) > 1 and parts[0] != parts[-1]
        for first, last in product(_letters(parts[0]), _letters(parts[-1]))
    }


def _letters(part: Tokens) -> set[Tokens]:
    return {tuple(word[0] for word in part), (part[0][0],)}


def _forms(text: str) -> list[str]:
    """Give a name folded, with another script in Latin letters, without its apostrophes or divided by them."""
    forms = [*folds(text), *transliterated(text)]
    if not APOSTROPHE.search(text):
        return forms
    return list(dict.fromkeys([APOSTROPHE.sub(sign, form) for sign in ("", " ") for form in forms]))


def _written(form: str) -> list[Tokens]:
    written = [tuple(WORD.findall(part)) for part in form.split()]
    return [part for part in written if part and part[0] not in wordnames.TITLES]


def _parts(written: list[Tokens]) -> list[Tokens]:
    """Give what is no „von der“; nothing of the kind stands last, where somebody is called Lê."""
    return [*(part for part in written[:-1] if part[0] not in wordnames.PARTICLES), *written[-1:]]


def _keys(form: str, more: Tokens, *, whole: bool) -> Iterator[Key]:
    written = _written(form)
    parts = _parts(written)
    if not written:
        return
    if len(written) > 1:
        yield from (Key(one, full=True) for one in _full_names(parts, written))
        yield from _abbreviated(parts, _particles(written))
    firsts = set() if len(parts) == 1 or not whole else _in_parts(parts[0])
    for single in {one for part in parts for one in _in_parts(part)}:
        if single[0] not in wordnames.PARTICLES or single == parts[-1]:
            yield from (Key(one, surname=single not in firsts) for one in _inflected(single, more))
    if particles := _particles(written):
        for last in _in_parts(parts[-1]):
            yield from (Key((*particles, *one), surname=True) for one in _inflected(last, more))


def _in_parts(part: Tokens) -> set[Tokens]:
    """Give a double name as it is, in one word, and each half."""
    return {part, ("".join(part),), *((bit,) for bit in part)} if len(part) > 1 else {part}


def _particles(written: list[Tokens]) -> Tokens:
    """Give what stands in front of the surname: ``von der``."""
    particles: list[str] = []
    for part in reversed(written[:-1]):
        if part[0] not in wordnames.PARTICLES:
            break
        particles = [*part, *particles]
    return tuple(particles)


def _full_names(parts: list[Tokens], written: list[Tokens]) -> Iterator[Tokens]:
    """Give first name and surname in both orders, middle names left out, double names in part, and as it is written."""
    yield tuple(word for part in written for word in part)
    particles = _particles(written)
    for first, last in product(_ends(parts[0]), _ends(parts[-1])):
        if first == last:
            continue
        for middle in ((), particles, tuple(one[0] for one in particles)) if particles else ((),):
            yield first + middle + last
            yield (*first, *middle, *last[:-1], last[-1] + "s")
            yield last + first + middle
        yield (*last[:-1], last[-1] + "s", *first)
        yield (*first[:-1], first[-1] + "s", *last)
        glued = "".join(first + particles + last)
        if len(glued) >= SHORTEST_ALONE:
            yield (glued,)
            yield ("".join(last + first),)


def _ends(part: Tokens) -> set[Tokens]:
    return {part, part[:1], part[-1:], ("".join(part),)}


def _abbreviated(parts: list[Tokens], particles: Tokens) -> Iterator[Key]:
    """Give ``A. Müller``, ``A.-L. Müller``, ``Müller, A.``, ``A. v. Müller``, ``Anna M.``; for ``A. M.`` see ``initials``."""
    first, last = parts[0], parts[-1]
    if first == last:
        return
    letters = tuple(word[0] for word in first)
    for surname in {last, last[:1]}:
        for front, middle in product({letters, letters[:1]}, {(), particles, tuple(one[0] for one in particles)}):
            yield Key((*front, *middle, *surname), full=True, initial=True)
        yield Key((*surname, letters[0]), full=True, initial=True)
    for given in {first, first[:1]}:
        yield Key((*given, last[0][0]), full=True, initial=True)


def _inflected(single: Tokens, more: Tokens) -> Iterator[Tokens]:
    """Raphaelas, Müllersche, Querflötens, Zachariasens, Yılmazın, Zielińskiego. ``more``: endings of the name's own language."""
    *head, word = single
    yield single
    endings = ["ens" if word.endswith(("s", "x", "z")) else "s", *ENDINGS, *more]
    if word.endswith("e"):
        endings.append("ns")
    yield from ((*head, word + ending) for ending in endings)


def _disguised(text: str) -> Iterator[Tokens]:
    """Give a name in ROT13 and backwards, as a whole and its longer words."""
    whole = _turned(text)
    yield from whole
    for word in text.split() if whole else ():
        if len(word) >= SHORTEST_ALONE - 1:
            yield from (
                key
                for key in (*tokens(codecs.encode(word, "rot13")), *tokens(word[::-1]))
                if len("".join(key)) > len(key) * 2
            )


def _turned(text: str) -> list[Tokens]:
    """Give a name in ROT13 and backwards, if it is long enough to be known again."""
    if sum(map(str.isalpha, text)) < SHORTEST_ALONE or not re.search(r"\w\W+\w", text):
        return []
    return [*tokens(codecs.encode(text, "rot13")), *tokens(text[::-1])]
