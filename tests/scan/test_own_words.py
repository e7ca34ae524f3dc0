"""Somebody may be called like a word of our own pages: nobody has to leave the team for that."""

from __future__ import annotations

from datetime import date
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


def needles_of(*names: str) -> Needles:
    return collect(
        [Scalar("teams/x.yaml", ("mitglieder", number, "name"), name) for number, name in enumerate(names)],
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


def test_first_names_are_no_words() -> None:
    assert {"support", "karte", "person", "ernennung"} <= own_words()
    assert not {"max", "anna", "thomas"} & own_words()
