"""Somebody may be called like a word of our own pages: nobody has to leave the team for that."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wiq_cli.scan.collecting import collect
from wiq_cli.scan.own_words import own_words
from wiq_cli.scan.scanner import scan_file
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

SITE = Path(__file__).parents[1] / "golden/wir-im-quartier/site"
CALLED = ("Support", "Karte", "Titel", "Inhalt", "Kasten", "Spur", "Rinne", "Weiter", "Marken", "Kalender", "Treffer")


def needles_of(*texts: str, key: str = "name") -> Needles:
    return collect(
        [Scalar("teams/x.yaml", ("mitglieder", number, key), text) for number, text in enumerate(texts)],
        date(2026, 11, 22),
    )


@pytest.mark.parametrize("name", CALLED)
def test_a_page_of_ours_names_nobody(name: str) -> None:
    needles = needles_of(f"Quirina {name}", name)
    for path in SITE.rglob("*.*"):
        if path.is_file():
            hits = scan_file(needles, path.relative_to(SITE).as_posix(), path.read_bytes(), "x")
            assert not [hit for hit in hits if hit.kind == "name"], path.name


def test_who_is_meant_is_found() -> None:
    needles = needles_of("Quirina Support", "Gundula Karte")
    for text in ("Frau Support", "Quirina Support", "Kontakt: Karte", "Dank an Karte", "G. Karte", "Quirina"):
        assert scan_file(needles, "x.md", text.encode(), "x")


def test_no_page_of_ours_holds_the_beginning_of_an_address() -> None:
    """Also of those that are read as several words. (The lists of the teams are whole addresses, here nobody's own.)"""
    own = sorted(own_words())
    beginnings = [
        *own,
        *(".".join(pair) for pair in pairwise(own)),
        "sehr.kleine.zahlen",
        "sehrkleine",
        "kleine-zahlen",
    ]
    needles = needles_of(*(f"{one}@privat.example" for one in beginnings), key="email")
    for path in SITE.rglob("*.*"):
        if path.is_file():
            hits = scan_file(needles, path.relative_to(SITE).as_posix(), path.read_bytes(), "x")
            assert not [hit.key for hit in hits if hit.kind == "email" and "@" not in hit.key[0]], path.name


@pytest.mark.parametrize(
    "text",
    [
        "kleine@privat.example",
        "kleine (at) privat punkt example",
        "KLEINE@PRIVAT.EXAMPLE",
        "Schreib an @kleine",
        "@Kleine",
    ],
)
def test_an_address_that_begins_with_a_word_of_ours_is_found(text: str) -> None:
    assert {
        hit.kind for hit in scan_file(needles_of("kleine@privat.example", key="email"), "x.md", text.encode(), "x")
    } == {"email"}


def test_first_names_are_no_words() -> None:
    assert {"support", "karte", "person", "ernennung"} <= own_words()
    assert not {"max", "anna", "thomas"} & own_words()
