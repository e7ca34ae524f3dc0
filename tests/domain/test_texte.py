from __future__ import annotations

from tests.support.teams import team
from wiq_cli.domain.team import Schritt, Team


def test_one_walk_finds_every_text_and_every_part_with_its_place() -> None:
    found = team("weg:\n  - {schritt: Anfangen, bis: 2027-01-31, notizen: [Zuerst fragen]}\n").inhalt
    texts = dict(found.texts)
    assert texts["weg", 0, "schritt"] == "Anfangen"
    assert texts["weg", 0, "notizen", 0] == "Zuerst fragen"
    assert ("untertitel",) not in texts, "what is not filled is left out"
    assert not any(isinstance(one, Team) for _, one in found.models), "a team that holds itself would never be let go"
    assert isinstance(dict(found.models)["weg", 0], Schritt)


def test_the_walk_changes_nothing_about_the_team() -> None:
    walked, fresh = team(), team()
    assert walked.inhalt is walked.inhalt
    assert walked == fresh
    assert walked.model_dump() == fresh.model_dump()
