"""The picture of an effect: positions that fit, whatever the numbers are."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.public import Messwert, Wirkung
from wiq_cli.render.chart import HALF_A_WORD, HEIGHT, WIDTH, _room, chart, share

NUMBER = st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9, allow_nan=False))


def effect(start: float | None, goal: float | None, *values: float) -> Wirkung:
    ist = tuple(Messwert(am=date(2026, 1 + number, 1), wert=wert, quelle=None) for number, wert in enumerate(values))
    return Wirkung(indikator="Bäume", einheit=None, ausgangswert=start, soll=goal, ist=ist)


def test_nothing_to_compare_is_no_picture() -> None:
    assert chart(effect(None, None)) is None
    assert chart(effect(0, 50)) is None
    assert chart(effect(None, None, 3)) is None


def test_more_is_higher_and_later_is_further() -> None:
    found = chart(effect(0, 5, 2, 3))
    assert found is not None
    assert found.ziel is not None
    assert [one.wert for one in found.punkte] == [0, 2, 3]
    assert [one.x for one in found.punkte] == sorted(one.x for one in found.punkte)
    assert found.punkte[0].y > found.punkte[1].y > found.punkte[2].y > found.ziel


@given(st.none() | NUMBER, st.none() | NUMBER, st.lists(NUMBER, max_size=8))
def test_everything_lies_in_the_picture(start: float | None, goal: float | None, values: list[float]) -> None:
    found = chart(effect(start, goal, *values))
    for one in found.punkte if found else ():
        assert 0 <= one.x <= WIDTH
        assert 0 <= one.y <= HEIGHT
        assert 0 <= one.schrift <= HEIGHT
    if found and found.zielwort:
        assert HALF_A_WORD <= found.zielwort[0] <= WIDTH - HALF_A_WORD
        assert 10 <= found.zielwort[1] <= HEIGHT


def test_no_word_lies_under_a_line() -> None:
    steep = chart(effect(0, 100, 90, 95, 100, 102, 98))
    assert steep is not None
    assert steep.punkte[0].schrift > steep.punkte[0].y  # the course goes up from there
    far = chart(effect(0, 10, 5, 400))
    assert far is not None
    assert far.ziel is not None
    assert abs(far.punkte[0].schrift - far.ziel) > 5
    for one in (steep, far):
        assert one.zielwort is not None
        assert _room(one.punkte, *one.zielwort) > 9


def test_how_much_of_the_way_is_done() -> None:
    assert share(effect(0, 5, 2, 3)) == 60
    assert share(effect(None, 50, 60)) == 120
    assert share(effect(100, 50, 80)) == 40
    assert share(effect(10, 10, 10)) is None
    assert share(effect(0, 5)) is share(effect(0, None, 3)) is None
