"""Finding one person among many."""

from __future__ import annotations

import pytest

from tests.support.people import GARTEN, HOF
from wiq_cli.files.loader import parse
from wiq_cli.usecases.person import Mensch, menschen, search, similar, stellen

EVERYBODY = menschen(
    one for team, text in (("garten", GARTEN), ("hof", HOF)) for one in stellen(team, parse(text, f"teams/{team}.yaml"))
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("p901", ["p901"]),
        ("P901", ["p901"]),
        ("thea testmann", ["p901"]),
        ("Testmann, Thea", ["p901"]),
        ("THEA@example.org", ["p901"]),
        ("Testmann", ["p901"]),
        ("Thea", ["p905", "p901"]),
        ("Uebermut", ["p902"]),
        ("udo  übermut", ["p902"]),
        ("teams/garten.yaml:25", ["p901"]),
        ("teams/garten.yaml:1", []),
        ("p9", []),
        ("", []),
        ("---", []),
        ("x" * 5000, []),
    ],
)
def test_ways_to_name_somebody(wanted: str, found: list[str]) -> None:
    assert sorted(one.kennung for one in search(wanted, EVERYBODY)) == sorted(found)


def test_the_same_person_in_two_teams() -> None:
    (thea,) = search("p901", EVERYBODY)
    assert thea.teams == ("garten", "hof")
    assert [one.label for one in similar("Tea Testman", EVERYBODY)] == ["p901"]


def people(*entries: str) -> list[Mensch]:
    return menschen(stellen("x", parse(f"mitglieder: [{', '.join(entries)}]", "teams/x.yaml")))


def test_without_a_kennung_name_and_address_join() -> None:
    assert len(people("{name: Ada Apfel, email: a@b.de}", "{name: ada  apfel, email: A@b.de}")) == 1
    assert len(people("{name: Ada Apfel, email: a@b.de}", "{name: Ada Apfel, email: c@d.de}")) == 2, "namesakes"
    assert len(people("{name: Ada Apfel, email: a@b.de}", "{name: Bo Apfel, email: a@b.de}")) == 2, "a family"
    assert len(people("{kennung: p1, name: Ada Apfel}", "{kennung: p2, name: Ada Apfel}")) == 2


@pytest.mark.parametrize("text", ["leitung: Ada Apfel", "leitung: {name: Ada Apfel}", "leitung: [Ada Apfel]"])
def test_whatever_shape_an_entry_has(text: str) -> None:
    (one,) = stellen("x", parse(text, "teams/x.yaml"))
    assert one.get("name") == "Ada Apfel"


@pytest.mark.parametrize("text", ["leitung:", "leitung: [[a]]", "leitung: [{}]", "- a", "a", ""])
def test_hostile_shapes(text: str) -> None:
    for one in menschen(stellen("x", parse(text, "teams/x.yaml"))):
        assert one.name == ""
