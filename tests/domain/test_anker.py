"""Anchors: sets of lines that merge in any order, and a chain in which nothing can be dropped."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.anker import Anker, broken_anchors, parse

SHA = hashlib.sha256(b"x").hexdigest()
IDS = st.from_regex(r"[a-z]{2}-2026(0[1-9]|1[0-2])1[0-9]-[a-z]{3}", fullmatch=True)
LINES = st.dictionaries(IDS, st.just(SHA), min_size=1, max_size=6).map(lambda one: dict.fromkeys(one.items(), 0))


def said(*anker: Anker) -> list[str]:
    return [f"{one.file.removeprefix('beschluesse/')}:{one.zeile} {one.message}" for one in broken_anchors(anker)]


def follows(before: Anker, monat: str, *names: str) -> Anker:
    return Anker(monat, {(name, SHA): 0 for name in names}, {(before.monat, before.sha256): 0})


SEPTEMBER = Anker("2026-09", {("st-20260903-plakate", SHA): 0})
OCTOBER = follows(SEPTEMBER, "2026-10", "st-20261003-beete")


@given(LINES, st.randoms())
def test_the_order_of_lines_does_not_count(lines: dict[tuple[str, str], int], random: object) -> None:
    anker = Anker("2026-09", lines)
    shuffled = anker.text.splitlines()
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    again = parse("2026-09", "\r\n".join([*shuffled, shuffled[0], ""]))
    assert again.sha256 == anker.sha256
    assert again.text == anker.text


@given(LINES, LINES)
def test_two_branches_give_one_anchor(one: dict[tuple[str, str], int], other: dict[tuple[str, str], int]) -> None:
    mine, theirs = Anker("2026-09", one).text, Anker("2026-09", other).text
    assert parse("2026-09", mine + theirs).sha256 == parse("2026-09", theirs + mine).sha256
    assert parse("2026-09", mine + theirs).siegel.keys() == one.keys() | other.keys()


def test_the_hash_is_that_of_the_file() -> None:
    assert hashlib.sha256(OCTOBER.text.encode()).hexdigest() == OCTOBER.sha256
    assert parse("2026-10", OCTOBER.text).sha256 == OCTOBER.sha256


def test_a_chain_that_holds() -> None:
    assert said(SEPTEMBER) == []
    assert said(OCTOBER, SEPTEMBER) == []


def test_an_anchor_is_gone() -> None:
    assert said(OCTOBER) == ["anker-2026-10.txt:0 Der Anker davor fehlt: anker-2026-09.txt."]
    november = follows(OCTOBER, "2026-11")
    assert said(SEPTEMBER, november) == ["anker-2026-11.txt:0 Der Anker davor fehlt: anker-2026-10.txt."]


def test_a_line_of_an_older_anchor_is_gone() -> None:
    assert said(Anker("2026-09"), OCTOBER) == [
        "anker-2026-10.txt:0 Der Anker davor ist nicht mehr derselbe: anker-2026-09.txt."
    ]


def test_an_anchor_is_put_in_between() -> None:
    assert said(SEPTEMBER, Anker("2026-10")) == [
        "anker-2026-10.txt:1 Dieser Anker nennt den Anker davor nicht: anker-2026-09.txt."
    ]


def test_lines_that_nobody_can_read() -> None:
    text = f"# Kopf\n\nst-20260903-plakate {SHA}\nst-20260903-plakate {SHA[:-1]}\nst-20261303-x {SHA}0\nHallo\n"
    assert parse("2026-09", text).unlesbar == (4, 5, 6)
    assert said(parse("2026-09", "Hallo\n")) == ["anker-2026-09.txt:1 Diese Zeile gehört in keinen Anker."]


def test_a_conflict_is_seen_and_both_sides_are_kept() -> None:
    one, other = f"st-20260903-plakate {SHA}\n", f"st-20260904-beete {SHA}\n"
    mixed = parse("2026-09", f"<<<<<<< HEAD\n{one}=======\n{other}>>>>>>> zweig\n")
    assert len(mixed.siegel) == 2
    assert said(mixed) == ["anker-2026-09.txt:1 In diesem Anker stehen noch die Zeichen eines Konflikts."]
