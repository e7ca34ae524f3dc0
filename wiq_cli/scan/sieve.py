"""Leave out what cannot matter, so that honest slips in a large network show while its files go by one at a time.

This is the quick look of ``wiq check``. What somebody hides on purpose, in a cipher or backwards, only the full scan sees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import context, shapes, wordnames
from wiq_cli.scan.consent import PEOPLE
from wiq_cli.scan.folding import WORD, words
from wiq_cli.scan.needles import NETWORK, stays_inside
from wiq_cli.scan.views import views

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiq_cli.scan.needles import Needle, Needles
    from wiq_cli.scan.types import Scalar, Tokens

OF_NO_USE = frozenset({"seit", "bis", "zugang", "verteiler", "foto"})  # of a person; never a value to look for
ALWAYS = frozenset({"art", "name", "verteiler", "stadtteile", "themen", "kooperationspartner"})
# What a text needs, beside odd words, to read differently in the scanner's views: markup, escapes, divided words.
ODD = re.compile(
    r"[&%<>\\*~`_^|{}#\x00-\x08\x7f-\xad]|[^\W\d_][-‐‑]\s|[^\x00-\u017f\u2010-\u203a€]|=[0-9A-Fa-f]{2}"
)  # hyphens
OF_PEOPLE = (*wordnames.PERSON_ENDINGS, "er", "ers")
SPELT_OUT = frozenset({"at", "ät", "aet", "klammeraffe", "affenschwanz"})
KNOWN_NUMBER = re.compile(r"\d(?:[\s./()–-]{0,3}\d){4,}")


class Gist(NamedTuple):
    """What a search would see of some texts: their words, folded, their addresses and numbers, and whether there are links."""

    words: frozenset[str]
    emails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    shapely: bool = False
    somebody: bool = False  # „Person 2“, „A. B.“, „unsere“: beside them a role points at somebody


class Sieve:
    """Tells from the gist of some texts whether a search could find anything in them."""

    def __init__(self, needles: Needles) -> None:
        self._needles = needles
        self._by_first: dict[str, list[tuple[Tokens, Needle]]] = defaultdict(list)
        for key, needle in needles.by_tokens.items():
            self._by_first[key[0]].append((key, needle))

    def may_hold(self, one: Gist, team: str | None) -> bool:
        """Whether a look at the texts themselves is worth the while."""
        if one.shapely or not one.emails <= self._needles.public_emails or one.numbers & self._needles.numbers:
            return True
        named = not wordnames.SURNAME_FOLLOWS.isdisjoint(one.words)
        return any(
            one.words.issuperset(key)
            and (needle.everywhere or team in needle.teams or (named and needle.surname))
            and (needle.kind != "role" or not needle.word or one.somebody or key[-1].endswith(OF_PEOPLE))
            for word in self._by_first.keys() & one.words
            for key, needle in self._by_first[word]
        )


def gist(texts: Iterable[str]) -> Gist:
    """Reduce texts to what decides whether a search is worth the while."""
    every = list(texts)
    whole = "\n\n".join(every)
    unique = set(WORD.findall(whole))
    shown = [" ".join(unique)]
    if odd := [word for word in unique if not _is_plain(word)]:
        shown += views(" ".join(odd), "")
    if ODD.search(whole):
        shown += views("\n\n".join(text for text in every if ODD.search(text)), "")
    found = frozenset(word for view in shown for form in words(view) for word in form)
    holders = [whole] if not SPELT_OUT.isdisjoint(found) else [text for text in every if "@" in text]
    emails = frozenset(
        address for one in (*holders, *shown[1:]) if "@" in one or one is whole for address in shapes.emails(one)
    )
    shapely = any(True for view in (whole, *shown[1:]) for _ in (*shapes.join_links(view), *shapes.phones(view)))
    runs = (shapes.NO_PHONE.sub("", one) for one in KNOWN_NUMBER.findall(whole))
    numbers = frozenset(shapes.national("".join(re.findall(r"\d", one))) for one in runs if one.strip())
    return Gist(found, emails, numbers, shapely, _somebody(whole, found))


def _somebody(text: str, found: frozenset[str]) -> bool:
    return not wordnames.OURS.isdisjoint(found) or any(one.search(text) for one in (context.PERSON, context.INITIALS))


def _is_plain(word: str) -> bool:
    """Whether a word has no second reading: no capital inside, no digit beside a letter."""
    return word.isdigit() or (word.isalpha() and (word[1:].islower() or word.isupper() or len(word) == 1))


def matters(one: Scalar) -> bool:
    """Whether a text says what to look for, or what is public."""
    top = one.path[0] if one.path else ""
    if top in PEOPLE:
        return OF_NO_USE.isdisjoint(one.path[2:4])
    return top in ALWAYS or one.file == NETWORK or stays_inside(one.path)


def could_occur(scalars: Iterable[Scalar], occurring: frozenset[str]) -> list[Scalar]:
    """Leave out names, handles and roles of which no word begins a word that occurs; where a name may, keep all of the person."""
    begins = {word[:end] for word in occurring for end in range(1, len(word) + 1)}
    by_person: dict[tuple[str, tuple[str | int, ...]], list[Scalar]] = defaultdict(list)
    kept: list[Scalar] = []
    for one in scalars:
        if one.path and one.path[0] in PEOPLE and one.path[-1] != "telefon":
            by_person[one.file, one.path[:2]].append(one)
        else:
            kept.append(one)
    for texts in by_person.values():
        occur = [one for one in texts if _begins(one, begins)]
        kept += texts if any(_key(one) == "name" for one in occur) else occur
    return kept


def _key(one: Scalar) -> str | int:
    return one.path[2] if len(one.path) > 2 else "name"  # noqa: PLR2004  # mitglieder[0].name


def _begins(one: Scalar, begins: set[str]) -> bool:
    key = _key(one)
    if key in {"einwilligung", "kennung", "minderjaehrig"}:
        return False
    text = one.text.partition("@")[0] if key == "email" else one.text
    return any(word in begins for form in words(text) for word in form)
