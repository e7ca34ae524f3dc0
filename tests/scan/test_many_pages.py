"""Pages that are looked at together show what each shows when it is searched alone: no memory, no first look, no other page."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scan.test_properties import APART, DIGITS, HEUTE, NAME, PLAIN, SPELT, TEMPLATE
from tests.support.scalars import scalars
from wiq_cli.scan import lines, proof, tags, verdicts
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.look import PLAIN_BEYOND_ASCII
from wiq_cli.scan.proof import scan_site
from wiq_cli.scan.scanner import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEAMS = ["garten", "chor"]
ENDINGS = [".html", ".md", ".json", ".xml", ".txt"]


class Planted(NamedTuple):
    """A value of one of the teams, and how it stands on a page."""

    team: int
    value: int
    place: str
    write: Callable[[str], str]
    cut: int
    apart: str

    def line(self, values: list[list[str]]) -> str:
        text = values[self.team][self.value]  # what is torn in the middle of an escape, no reader puts together
        return self.place.format(self.write(text[: self.cut]) + self.apart + self.write(text[self.cut :]))


PLANTED = st.builds(
    Planted,
    st.integers(0, 1),
    st.integers(0, 4),
    st.sampled_from(TEMPLATE),
    st.sampled_from(SPELT),
    st.integers(1, 12),
    st.sampled_from(APART),
)
BOILERPLATE = st.builds(str.format, st.sampled_from(TEMPLATE), st.sampled_from(PLAIN))
PAGE = st.tuples(
    st.sampled_from([*TEAMS, None]),
    st.sampled_from(ENDINGS),
    st.lists(st.one_of(st.integers(0, 7), BOILERPLATE, PLANTED), min_size=1, max_size=12),
)


@pytest.mark.parametrize("memory", ["ample", "short"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(NAME, DIGITS), min_size=2, max_size=2),
    st.lists(BOILERPLATE, min_size=8, max_size=8),
    st.lists(PAGE, min_size=1, max_size=6),
)
def test_a_site_shows_what_its_pages_show_alone(
    memory: str,
    people: list[tuple[str, str]],
    repeated: list[str],
    pages: list[tuple[str | None, str, list[int | str | Planted]]],
) -> None:
    values, texts = [], []
    for team, (name, digits) in zip(TEAMS, people, strict=True):
        first, last = name.split(" ", maxsplit=1)[0], name.rsplit(" ", maxsplit=1)[-1]
        person = {
            "name": name,
            "email": f"{first}.{last}@example.org",
            "telefon": f"0341 {digits}",
            "rolle": "Kassenwart",
        }
        note = f"Die Nachbarn wollen im {team.title()} leider nicht gießen"
        texts += scalars({"leitung": [person], "notizen": note}, f"teams/{team}.yaml")
        values.append([*person.values(), note])
    files = []
    for number, (whose, ending, parts) in enumerate(pages):
        written = [
            one if isinstance(one, str) else repeated[one] if isinstance(one, int) else one.line(values)
            for one in parts
        ]
        files.append((f"{number}{ending}", "\n".join(written), whose))
    with short_of_memory() if memory == "short" else contextlib.nullcontext():
        found = scan_site(collect(texts, HEUTE), [(name, text.encode(), whose) for name, text, whose in files] * 2)
    alone = collect(texts, HEUTE)
    for name, text, whose in files:
        shown = {hit.kind for output, _, hit in found if output == name}
        assert shown == {hit.kind for hit in search(alone, text, f".{name.partition('.')[2]}", whose)}, name


@contextlib.contextmanager
def short_of_memory() -> Iterator[None]:
    """Forget after a few lines, pieces and tags, and look at few pages together."""
    with (
        patch.object(lines, "MOST", 3),
        patch.object(tags, "MOST", 3),
        patch.object(verdicts, "MOST", 3),
        patch.object(proof, "TOGETHER", 200),
    ):
        yield


@pytest.mark.parametrize("sign", sorted(PLAIN_BEYOND_ASCII))
@pytest.mark.parametrize(
    "text", ["0. 11{}1. 11111", "0341{}55{}44{}33", "Ruf an: 0172 {}5544{}33", "0172 55{}\n{}4433"]
)
def test_a_sign_that_can_be_read_as_another_joins_digits_as_that_one(text: str, sign: str) -> None:
    page = text.replace("{}", sign)
    found = scan_site(collect([], HEUTE), [("x.html", page.encode(), None)])
    assert {hit for _, _, hit in found} == search(collect([], HEUTE), page, ".html", None)


@pytest.mark.parametrize("first", ["0172 5544331", "0. 111. 11111", "0341 5544332"])
def test_numbers_one_below_the_other_are_numbers(first: str) -> None:
    page = f"<li>Offen: {first}</li>\n<p>{first}</p>"
    found = scan_site(collect([], HEUTE), [("x.html", page.encode(), None)])
    assert {hit for _, _, hit in found} == search(collect([], HEUTE), page, ".html", None) != set()
