"""How many letters there are to read in one text: every way of reading it counts, and together they are not many times the text."""

from __future__ import annotations

import string
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.pieces import PIECES, WORD, full_of
from tests.support.scalars import scalars
from wiq_cli.scan import scripts
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.scanner import search
from wiq_cli.scan.types import CannotScan
from wiq_cli.scan.views import ENOUGH, TIMES, views

SIZE = 20_000
NAMES = ["", ".html", ".md", ".json", ".ics"]


def letters_to_read(text: str, name: str) -> int:
    return sum(len(view) for view, _ in views(text, name))


@pytest.mark.parametrize(
    ("unit", "letters"),
    [
        (f"- {WORD}\n", string.ascii_lowercase), (f"- {WORD}\\n", string.ascii_lowercase), (f"{WORD}- ", string.ascii_lowercase), (f"{WORD}\n", "абвгдежз"), (f"{WORD} ", "αβγδεζ"),
        (f"1 {WORD} ", "аоеж"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", NAMES)
def test_a_list_a_row_of_hyphens_or_another_script_is_no_matter(unit: str, letters: str, name: str) -> None:
    text = full_of(unit, SIZE, letters)
    assert letters_to_read(text, name) < SIZE / 2 + TIMES * len(text)


@pytest.mark.parametrize("name", NAMES)
def test_digits_before_words_in_another_script_are_read_in_more_ways(name: str) -> None:
    text = full_of(f"1{WORD} ", SIZE, "аоеж")
    assert letters_to_read(text, name) < 2 * TIMES * len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join), st.sampled_from(NAMES))
def test_a_text_has_an_end_or_is_told_to_have_none(unit: str, name: str) -> None:
    text = full_of(unit, SIZE)
    room = ENOUGH + TIMES * len(text)
    count = 0
    with suppress(CannotScan):
        for view, _ in views(text, name):
            count += len(view)
    assert count <= room


def test_a_text_without_end() -> None:
    with pytest.raises(CannotScan):
        letters_to_read(full_of("б<i></i>942645187569data:text/html;base64,YQ==" + WORD * 3, SIZE), ".html")


def test_divided_words_close_together_are_all_joined() -> None:
    person = {"name": "Thea Testmann", "email": "thea@example.org"}
    needles = collect(scalars({"leitung": [person]}, "teams/garten.yaml"), date(2026, 11, 22))
    for count in range(5):
        beside = "Gar- ten " * count
        for text in (f"{beside}Thea Test- mann", f"The- a Testmann {beside}", f"{beside}The- a Test- mann {beside}"):
            assert {hit.kind for hit in search(needles, text, ".html", "garten")} == {"name"}, text
        text = f"{beside}thea@exam- ple.org {beside}"
        assert {hit.kind for hit in search(needles, text, ".html", "garten")} >= {"email"}, text


def test_nothing_foreign_is_left_of_another_script() -> None:
    letters = {letter for system in scripts.SYSTEMS for letter in system}
    text = "".join(sorted({*letters, *map(str.upper, letters)}))
    assert all(scripts.FOREIGN.search(one) for one in letters)
    for latin in (*scripts.in_latin(text), scripts.latin_looks("".join(sorted(letters)))):
        assert not scripts.FOREIGN.search(latin)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Tea mit <b>Тhеа</b> Теstmann</p>", "<p>Т<b>hеа Те</b>stmann</p>", "<p title='Тhеа Теstmann'>ж</p>", "<p>ж <!-- Тhеа Теstmann --></p>", "<?ж Тhеа Теstmann ?>", "ж < 5 Тhеа Теstmann",
        "<b>ж</b> Теа Тестманн <i>ж</i>", "<p data-a='Теа Тестманн'>ж</p>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", NAMES)
def test_another_script_is_read_between_tags_and_in_them(text: str, name: str) -> None:
    people = [{"name": "Thea Testmann"}, {"name": "Tea Testmann"}]
    needles = collect(scalars({"mitglieder": people}, "teams/garten.yaml"), date(2026, 11, 22))
    assert {hit.kind for hit in search(needles, text, name, "garten")} == {"name"}
