"""Where in a text something private stands."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.pieces import WORD, full_of
from wiq_cli.scan import stretch
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.fields import scan_source
from wiq_cli.scan.scanner import scan_text
from wiq_cli.scan.stretch import Finder
from wiq_cli.scan.types import Scalar

FILE = "teams/garten.yaml"
NEEDLES = collect(
    [
        Scalar(FILE, ("leitung", 0, "name"), "Thea Testmann"),
        Scalar(FILE, ("leitung", 0, "email"), "thea@example.org"),
        Scalar(FILE, ("leitung", 0, "telefon"), "0341 1234567"),
    ],
    date(2026, 11, 22),
)
PLAIN = "Wir bauen am Kanal eine Bank für alle und noch eine. " * 40


def shown(text: str, kind: str) -> str:
    """Give what the place of the first hit of a kind covers."""
    hits = [hit for hit in scan_text(NEEDLES, text, "", "garten") if hit.kind == kind]
    assert hits
    return text[slice(*Finder().first_place(NEEDLES, text, "garten", hits))]


@pytest.mark.parametrize("before", ["", PLAIN, PLAIN * 9])
@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Zelt (Thea) und mehr", "name", "Thea"),
        ("Frag Thea&nbsp;Testmann nach dem Zelt", "name", "Thea&nbsp;Testmann"),
        ("Frag Th\u00adea", "name", "Th\u00adea"),
        ("Frag Testmann, Thea Testmann oder Thea", "name", "Testmann, Thea"),
        ("Tel. 0341/123-4567, bitte", "phone", "0341/123-4567"),
        ("Schreib an thea (at) example punkt org oder an otto@example.org", "email", "thea (at) example punkt org"),
    ],
)
def test_the_smallest_run_of_words_that_shows_it(before: str, text: str, kind: str, said: str) -> None:
    assert shown(before + text + ". " + PLAIN, kind) == said


def test_what_is_a_hit_only_without_the_words_behind_it() -> None:
    needles = collect([Scalar(FILE, ("leitung", 0, "name"), "Karl Heine")], date(2026, 11, 22))
    for words in range(30):
        text = f"{'wort ' * words}Karl-Heine-Kanal {'und dort ' * 8}kommt Karl"
        hits = scan_text(needles, text, "", "garten")
        assert "Karl" in text[slice(*Finder().first_place(needles, text, "garten", hits))]


def test_a_text_full_of_addresses_is_not_gone_through_for_each_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"a{number}@example.org" for number in range(500))
    hits = scan_text(NEEDLES, text, "", "garten")
    looked_at: list[int] = []

    def counting(*call: object) -> set[object]:
        looked_at.append(len(str(call[1])))
        return set(scan_source(*call))  # type: ignore[arg-type]

    monkeypatch.setattr(stretch, "scan_source", counting)
    assert text[slice(*Finder().first_place(NEEDLES, text, "garten", hits))] == "a0@example.org"
    assert sum(looked_at) < 2 * len(text)


def test_a_hundred_places_in_one_file_are_exact() -> None:
    finder = Finder()
    for number in range(100):
        text = f"{number} Mal: Frag Thea Testmann unter 0341 1234567, wir treffen uns im Garten am Kanal."
        hits = [hit for hit in scan_text(NEEDLES, text, "", "garten") if hit.kind == "phone"]
        assert text[slice(*finder.first_place(NEEDLES, text, "garten", hits))] == "0341 1234567"


def test_where_it_would_be_too_much_work_it_is_the_text() -> None:
    finder, read, exact = Finder(), 0, []
    for number in range(60):
        text = f"{full_of(f'=?utf-8?q?=41?={WORD}1. ', 200, 'бдгж', number)} Thea Testmann"
        hits = [hit for hit in scan_text(NEEDLES, text, "", "garten") if hit.kind == "name"]
        before = NEEDLES.memory.letters
        place = text[slice(*finder.first_place(NEEDLES, text, "garten", hits))]
        read += NEEDLES.memory.letters - before
        assert "Thea Testmann" in place
        exact.append(place != text)
    assert exact[0]
    assert not exact[-1]
    assert read < 2 * stretch.ENOUGH
