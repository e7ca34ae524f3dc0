"""Somebody joins a team: whether the network knows the person already, and what to write down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.person import Person
from wiq_cli.usecases.person import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from wiq_cli.usecases.person import Mensch

EVERYWHERE = ("name", "email", "telefon", "minderjaehrig")  # the same in every team of a person; the role is not


def new_kennung(taken: Iterable[str]) -> str:
    """Give a kennung that comes after all others: one that was given back may still stand in git."""
    return f"p{max((int(one[1:]) for one in taken), default=0) + 1}"


def same(given: dict[str, Any], people: Sequence[Mensch]) -> list[Mensch]:
    """Give everybody who may be this person: the same address, or all words of the name."""
    found: dict[str, Mensch] = {}
    for key in ("email", "name"):
        text = str(given.get(key) or "")
        for one in search(text, people) if text and not re.search(r"\.ya?ml:", text) else ():
            if key == "email" or _same_words(text, one.name):
                found[one.label] = one
    return list(found.values())


def entry(given: dict[str, Any], person: Mensch | None, heute: date) -> dict[str, Any]:
    """Give the new entry. What the network knows of the person stands in it, too; consents do not come along."""
    known = {key: text for key in EVERYWHERE for text in [_known(person, key)] if text} if person else {}
    full = {"seit": heute} | known | given
    return {key: full[key] for key in Person.model_fields if key in full}


def _known(person: Mensch, key: str) -> str:
    return next((text for one in person.stellen if (text := one.get(key))), "")


def _same_words(one: str, other: str) -> bool:
    return len(set(one.casefold().split()) & set(other.casefold().split())) == len(set(other.casefold().split()))
