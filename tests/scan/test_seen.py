"""What was read before is left out, and nothing else: pages that repeat long texts show what each shows alone."""

from __future__ import annotations

from base64 import b32encode, b64encode
from binascii import hexlify
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scan.test_many_pages import ENDINGS, PLANTED, TEAMS
from tests.scan.test_properties import DIGITS, HEUTE, NAME, PLAIN
from tests.support.scalars import scalars
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.proof import scan_site
from wiq_cli.scan.scanner import scan_text, search
from wiq_cli.scan.seen import Seen, cuts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scan.test_many_pages import Planted

PROSE = " ".join(f"{PLAIN[number % 31]} {PLAIN[number * 7 % 29]} am {number % 28 + 1}." for number in range(120))
PIECES = [
    "A n n a b ",
    "null drei vier acht ",
    "Haus3 im Garten ",
    "\\x61\\u0062",
    "**a**b ",
    "ab12CD34ef56 ",
    "ab12CD34",
    "1,2;",
]
LONG = st.builds(
    lambda piece, times, beginning: beginning + (piece * times)[:3000],
    st.sampled_from([*PIECES, f"{PROSE} "]),
    st.integers(1, 60),
    st.sampled_from(["", "- ", '"', "<p>", "Offen: "]),
)


STRETCH = st.one_of(
    st.text(alphabet='aA dé<>/="\n\t.,\\-*', max_size=300),
    st.builds(str.__mul__, st.sampled_from(["27 ", "3 4 ", "ab12", "a_1_"]), st.integers(0, 700)),
)


@given(st.lists(STRETCH, max_size=6).map("".join))
def test_the_stretches_are_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in cuts(text)) == text


@pytest.mark.parametrize("piece", ["a{} ", "{}, ", "Frage {}? ", "{:08x} ", "\\x{:x}", "https://b{}.example ", "a_{}_"])
def test_what_repeats_itself_is_cut_in_the_same_places_wherever_it_stands(piece: str) -> None:
    text = "".join(map(piece.format, range(3000)))
    seen = Seen({})
    seen.fresh(f"<p>{text}", ".html", 0)
    assert len(seen.fresh(f"Und dann\n \n {text}", ".html", 0)) < len(text) // 4


@pytest.mark.parametrize("encode", [b64encode, b32encode, hexlify])
def test_what_is_new_in_a_long_block_is_read(encode: Callable[[bytes], bytes]) -> None:
    needles = collect(
        scalars({"leitung": [{"name": "Udo Quast", "email": "udo@example.org"}]}, "teams/chor.yaml"), HEUTE
    )
    text = PROSE.encode() * 2
    half = text.index(b" ", len(text) // 2)
    clean, planted = text, text[:half] + b" udo@example.org" + text[half:]
    pages = [encode(one).decode() for one in (clean, clean, planted)]
    assert [{hit.kind for hit in scan_text(needles, page, ".html", "chor")} for page in pages] == [
        set(),
        set(),
        {"email"},
    ]


def test_a_text_is_read_once() -> None:
    known: dict[int, int] = {}
    seen = Seen(known)
    assert seen.fresh(PROSE, ".html", 0) == PROSE
    assert seen.fresh(PROSE, ".html", 0) == ""  # in another view of the same page
    assert Seen(known).fresh(PROSE, ".html", 0) == PROSE  # until it is known that it holds nothing
    seen.keep(known)
    assert [Seen(known).fresh(PROSE, ending, 0) for ending in (".html", ".md", ".json", "")] == [""] * 4


def test_what_is_new_is_given_with_what_stands_around_it() -> None:
    seen = Seen({})
    seen.fresh(PROSE, ".html", 0)
    middle = PROSE.index(" ", len(PROSE) // 2)
    changed = f"{PROSE[:middle]} Udo Übermut{PROSE[middle:]}"
    fresh = seen.fresh(changed, ".html", 0)
    assert changed[middle - 400 : middle + 400] in fresh
    assert len(fresh) < len(changed) // 2


@pytest.mark.parametrize(
    ("before", "then", "sign"),
    [
        ((".html", 1), (".html", 0), ""),  # more is made of a text as it stands than of one that was respelt
        ((".html", 0), (".md", 0), "*"),  # stars mean something there
        ((".json", 0), (".html", 0), "<"),
    ],
)
def test_what_is_read_in_more_ways_is_read_again(before: tuple[str, int], then: tuple[str, int], sign: str) -> None:
    text = PROSE.replace("im", f"i{sign}m").replace("am", f"a{sign}m")
    seen = Seen({})
    seen.fresh(text, *before)
    assert seen.fresh(text, *then) == text
    assert seen.fresh(text, *before) == ""


def test_a_role_in_the_line_of_a_name_that_may_stand_there_is_found_however_far_away() -> None:
    person = {"name": "Udo Quast", "rolle": "Kassenwart"}
    needles = collect(scalars({"leitung": [person]}, "teams/chor.yaml"), HEUTE)
    needles.free("chor", "Udo Quast")
    pages = [f"{PROSE} Kassenwart {PROSE}", f"Udo Quast {PROSE} Kassenwart {PROSE}"]
    found = scan_site(needles, [(f"{number}.html", page.encode(), "chor") for number, page in enumerate(pages)])
    assert [(output, hit.kind) for output, _, hit in found] == [("1.html", "role")]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(NAME, DIGITS), min_size=2, max_size=2),
    st.lists(LONG, min_size=3, max_size=3),
    st.lists(
        st.tuples(
            st.sampled_from([*TEAMS, None]),
            st.sampled_from(ENDINGS),
            st.lists(st.one_of(st.integers(0, 2), PLANTED), min_size=1, max_size=6),
            st.sampled_from(["\n", " ", "\n\n"]),
        ),
        min_size=2,
        max_size=6,
    ),
)
def test_long_pages_show_what_they_show_alone(
    people: list[tuple[str, str]],
    repeated: list[str],
    pages: list[tuple[str | None, str, list[int | Planted], str]],
) -> None:
    values, texts = [], []
    for team, (name, digits) in zip(TEAMS, people, strict=True):
        email = f"{name.partition(' ')[0]}.{name.rpartition(' ')[2]}@example.org"
        person = {"name": name, "email": email, "telefon": f"0341 {digits}", "rolle": "Kassenwart"}
        note = f"Die Nachbarn wollen im {team.title()} leider nicht gießen"
        texts += scalars({"leitung": [person], "notizen": note}, f"teams/{team}.yaml")
        values.append([*person.values(), note])
    files = [
        (
            f"{number}{ending}",
            apart.join(repeated[one] if isinstance(one, int) else one.line(values) for one in parts),
            whose,
        )
        for number, (whose, ending, parts, apart) in enumerate(pages)
    ]
    found = scan_site(collect(texts, HEUTE), [(name, text.encode(), whose) for name, text, whose in files])
    alone = collect(texts, HEUTE)
    for name, text, whose in files:
        shown = {hit.kind for output, _, hit in found if output == name}
        ending = f".{name.partition('.')[2]}"
        expected = {hit.kind for hit in search(alone, text, ending, whose)}
        beside = {"role"} if shown & {"name", "email"} else set()  # far from the name beside it, it is not told as well
        assert shown | beside == expected | beside, name
        first = {hit.kind for hit in scan_text(alone, text, ending, whose, most=0)}
        assert first <= shown | beside, name
        assert bool(first) == bool(shown), "whoever asks only whether there is anything"
