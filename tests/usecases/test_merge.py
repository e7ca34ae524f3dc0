"""What a file should hold after two versions of it come together, as plain data."""

from __future__ import annotations

from typing import Any

import pytest

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.merge import Clash, clashes, meaning, result
from wiq_cli.domain.team import Team
from wiq_cli.usecases.merge import merge

SEALED: dict[str, Any] = {"titel": "A", "anlass": "B", "nachtraege": [], "siegel": {"sha256": "x"}}


def after(base: Any, ours: Any, theirs: Any) -> Any:
    plan = merge(base, ours, theirs, Team)
    assert not clashes(plan)
    return result(plan)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        (["a", "b"], ["b", "a"], ["a", "b", "c"], ["b", "a", "c"]),  # moved here, added there
        (["a", "b"], ["a", "b", "c"], ["b", "a"], ["b", "a", "c"]),  # and the other way round
        (["a", "b"], ["a"], ["b"], []),
        (["a", "a"], ["a"], ["a", "a", "b"], ["a", "b"]),
        ("a", ["a", "b"], ["a", "c"], ["a", "b", "c"]),  # one text stands for a list of one
        (None, ["a"], ["b"], ["a", "b"]),
        (["Fläche finden"], ["Fläche suchen"], ["Fläche finden", "c"], ["Fläche suchen", "c"]),
        (["x"], ["ganz anders"], ["etwas Neues"], ["ganz anders", "etwas Neues"]),
    ],
)
def test_lists_of_texts(base: Any, ours: Any, theirs: Any, wanted: Any) -> None:
    assert after({"notizen": base}, {"notizen": ours}, {"notizen": theirs}) == {"notizen": wanted}


def test_a_person_is_known_by_the_kennung() -> None:
    old = {"kennung": "p1", "name": "A"}
    ours = {"leitung": [{"kennung": "p2", "name": "B"}, {**old, "name": "C"}]}
    theirs = {"leitung": [{**old, "email": "a@example.org"}]}
    found = after({"leitung": [old]}, ours, theirs)
    assert found == {
        "leitung": [{"kennung": "p2", "name": "B"}, {"kennung": "p1", "name": "C", "email": "a@example.org"}]
    }


def test_two_meetings_on_one_day_are_two() -> None:
    ours, theirs = ({"treffen": {"termine": [{"am": "2026-12-05", "zeit": zeit}]}} for zeit in ("10:00", "18:00"))
    assert len(after({"treffen": {}}, ours, theirs)["treffen"]["termine"]) == 2


def test_a_line_about_a_meeting_is_no_short_form() -> None:
    base = {"treffen": {"termine": ["05.12.2026 10:00"]}}
    ours = {"treffen": {"termine": [{"am": "2026-12-05", "zeit": "11:00"}]}}
    theirs = {"treffen": {"termine": ["05.12.2026 10:00 (Hof)"]}}
    assert clashes(merge(base, ours, theirs, Team)) == 1


def test_latest_first_stays_latest_first() -> None:
    first, second, third, fourth = ({"am": f"2026-0{month}-01", "text": str(month)} for month in (1, 2, 3, 4))
    found = after(
        {"chronik": [second, first]}, {"chronik": [fourth, second, first]}, {"chronik": [third, second, first]}
    )
    assert found == {"chronik": [fourth, third, second, first]}


def test_taken_out_and_changed_is_a_clash() -> None:
    plan = merge({"status": "idee"}, {}, {"status": "laeuft"}, Team)
    assert clashes(plan) == 1
    assert (result(plan, "ours"), result(plan, "theirs")) == ({}, {"status": "laeuft"})


def test_groups_of_another_form_are_one_value() -> None:
    assert clashes(merge({"ziele": "a"}, {"ziele": {"anlass": "b"}}, {"ziele": ["c"]}, Team)) == 1
    assert after({}, {"x": {"y": "1"}}, {"x": None}) == {"x": {"y": "1"}}


def test_a_sealed_decision_comes_from_one_side() -> None:
    ours, theirs = {**SEALED, "titel": "C"}, {**SEALED, "anlass": "D"}
    assert merge(SEALED, ours, theirs, Beschluss) == Clash(ours, theirs)
    assert merge(SEALED, {**ours, "siegel": {"sha256": "y"}}, theirs, Beschluss) != merge(
        SEALED, ours, SEALED, Beschluss
    )
    unsealed = {key: value for key, value in SEALED.items() if key != "siegel"}
    assert isinstance(merge(unsealed, SEALED, {**unsealed, "anlass": "D"}, Beschluss), Clash)
    assert result(merge(unsealed, SEALED, unsealed, Beschluss)) == SEALED


def test_what_no_seal_covers_comes_together() -> None:
    ours, theirs = ({**SEALED, "nachtraege": [{"am": "2026-11-01", "text": one}]} for one in "xy")
    plan = merge(SEALED, ours, theirs, Beschluss)
    assert not clashes(plan)
    assert [one["text"] for one in result(plan)["nachtraege"]] == ["x", "y"]


def test_ways_of_writing_the_same() -> None:
    assert meaning({"bis": "15.09.2027", "x": [" a "]}) == {"bis": "2027-09-15", "x": ["a"]}
    assert result(merge({"x": "1"}, {}, {"x": "1"}, Team)) == {}, "what one side took out is gone"
