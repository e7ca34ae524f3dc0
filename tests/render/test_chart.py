"""The picture of an effect: positions that fit, whatever the numbers are."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.public import Messwert, Wirkung
from wiq_cli.render.chart import HEIGHT, WIDTH, chart, share

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


def test_how_much_of_the_way_is_done() -> None:
    assert share(effect(0, 5, 2, 3)) == 60
    assert share(effect(None, 50, 60)) == 120
    assert share(effect(100, 50, 80)) == 40
    assert share(effect(10, 10, 10)) is None
    assert share(effect(0, 5)) is share(effect(0, None, 3)) is None
