"""What a publication would do, in words."""

from __future__ import annotations

from tests.support.site import made
from wiq_cli.domain.public import PublicProfile
from wiq_cli.usecases.publication import Change, Outcome
from wiq_cli.usecases.site_changes import PARTS, compared


def stand(*blocks: tuple[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in made(*blocks).items()}


def test_every_part_of_a_profile_has_a_word() -> None:
    assert set(PARTS) == set(PublicProfile.model_fields)


def test_the_parts_that_differ_are_named() -> None:
    before, after = stand(("a", "")), made(("a", "zusammenfassung: Neu.\nthemen: [Eis]\n"), ("c", ""))
    found = compared(Outcome(published=("a", "c")), before, after)
    assert found.changes == (Change("a", "changed", ("Themen", "Zusammenfassung")), Change("c", "new"))
    assert ("themen/eis/index.html", "new") in found.shared
    assert ("themen/umwelt/index.html", "changed") in found.shared
    assert not found.fresh


def test_the_look_and_the_calendar_are_named_where_the_profile_is_the_same() -> None:
    before = made(("a", ""), ("b", ""))
    after = {**before, "teams/a/index.html": "<h1>Neu</h1>", "teams/b/treffen.ics": "BEGIN:VCALENDAR"}
    found = compared(Outcome(published=("a", "b")), {name: text.encode() for name, text in before.items()}, after)
    assert [one.parts for one in found.changes] == [("Aussehen",), ("Kalender",)]
    assert not found.shared


def test_a_site_that_is_up_to_date() -> None:
    pages = made(("a", ""))
    found = compared(Outcome(published=("a",)), stand(("a", "")), pages)
    assert found.fresh
    assert found.changes == (Change("a", "same"),)


def test_a_team_that_is_gone_makes_a_site_out_of_date() -> None:
    before = stand(("a", "")) | {"teams/weg/index.html": b""}
    assert not compared(Outcome(published=("a",)), before, made(("a", ""))).fresh
