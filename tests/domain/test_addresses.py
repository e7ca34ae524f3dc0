"""Addresses of words: spellings meet, different words never do."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.addresses import Addresses, folded


def test_spellings_of_one_word_share_an_address() -> None:
    found = Addresses(["Grünau", "Gruenau", "grünau", "Groß-Zschocher", "Großzschocher"])
    assert {found.of(one) for one in ("Grünau", "Gruenau", "grünau")} == {"gruenau"}
    assert found.of("Groß-Zschocher") == found.of("Großzschocher")


def test_the_usual_spelling_is_shown() -> None:
    assert Addresses(["Ernaehrung", "Ernährung"]).words == {"ernaehrung": "Ernährung"}
    assert Addresses(["Ernährung", "Ernaehrung", "Ernaehrung"]).words == {"ernaehrung": "Ernaehrung"}
    assert Addresses(["umwelt", "Umwelt"]).words == {"umwelt": "Umwelt"}


def test_different_words_do_not() -> None:
    found = Addresses(["C", "C++", "C#", "北京", "東京", "c-2"])
    every = [found.of(one) for one in ("C", "C++", "C#", "北京", "東京", "c-2")]
    assert len(set(every)) == 6
    assert all(one.isascii() and one for one in every)


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_the_order_does_not_matter_and_nothing_collides(words: list[str]) -> None:
    one, other = Addresses(words), Addresses(reversed(words))
    assert [one.of(word) for word in words] == [other.of(word) for word in words]
    for first, second in itertools.combinations(words, 2):
        if one.of(first) == one.of(second):
            assert folded(first).replace(" ", "").replace("-", "").replace("–", "") == folded(second).replace(
                " ", ""
            ).replace("-", "").replace("–", "")
