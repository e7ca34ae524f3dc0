"""The manifest is full of digests. One that is the hash of an address, or a text in hex, is found among them."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from uuid import NAMESPACE_URL, uuid5

import pytest

from tests.support.patience import comes_to_an_end
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.numberwords import digits, is_part
from wiq_cli.scan.scanner import scan_file
from wiq_cli.scan.types import Scalar

ADDRESS = "thea.testmann@example.org"
NEEDLES = [Scalar("teams/garten.yaml", ("leitung", 0, "email"), ADDRESS)]


def manifest(odd: str) -> bytes:
    sums = {f"teams/{one}/index.html": hashlib.sha256(str(one).encode()).hexdigest() for one in range(40)}
    return json.dumps({"files": {**sums, "style.css": odd}}, indent=1).encode()


@pytest.mark.parametrize("odd", [hashlib.sha256(ADDRESS.encode()).hexdigest(), ADDRESS.ljust(32).encode().hex()])
def test_what_hides_among_digests_is_found(odd: str) -> None:
    needles = collect(NEEDLES, date(2026, 11, 22))
    assert not scan_file(needles, "manifest.json", manifest(hashlib.sha256(b"x").hexdigest()), None)
    assert scan_file(needles, "manifest.json", manifest(odd), None)


def test_the_id_of_an_entry_is_nobodys_number() -> None:
    needles = collect([Scalar("teams/garten.yaml", ("leitung", 0, "telefon"), "0341 12345678")], date(2026, 11, 22))
    assert not scan_file(needles, "feed.atom", feed("03411234-5678-5c27-9a43-1c9e0f4b7a10"), None)
    assert scan_file(needles, "feed.atom", feed("03411234-5678"), None)
    assert scan_file(needles, "feed.html", feed("03411234-5678-5c27-9a43-1c9e0f4b7a10"), None)


def feed(odd: str) -> bytes:
    ids = [str(uuid5(NAMESPACE_URL, str(one))) for one in range(40)]
    return "\n".join(f"<entry>\n <id>urn:uuid:{one}</id>\n</entry>" for one in [*ids, odd]).encode()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("null drei vier eins", []),
        ("null drei vier eins zwei", ["0 3 4 1 2"]),
        ("zweimal acht 12345", ["88 12345"]),
        ("nulldreiviereinszwei", ["0 3 4 1 2"]),
        ("doppelnull drei vier eins", ["00 3 4 1"]),
        ("nulldreieinsiebeneinsechs", ["0 3 1 7 1 6"]),
        ("null eineins eineinein drei", ["0 1 1 1 1 1 3"]),
        ("Nachbarn 1 2 3 4 5 Nachbarschaft", []),
    ],
)
def test_numbers_in_words(text: str, found: list[str]) -> None:
    assert list(digits(text)) == found


@pytest.mark.parametrize("piece", ["1", "dreizehn", "hundertdrei", "ein", "und", "dann "])
def test_a_row_that_is_none_comes_to_an_end(piece: str) -> None:
    """Each piece could be taken apart in two ways, and a row of them in more ways than anybody can try."""
    with comes_to_an_end():
        assert not list(digits(f"zwei drei {piece * 300}ä"))
        is_part(f"{piece * 300}ä")
