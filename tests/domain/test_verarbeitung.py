"""The register of processing leaves out no private field."""

from __future__ import annotations

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.intern import INTERN
from wiq_cli.domain.model_paths import model_at
from wiq_cli.domain.person import Person
from wiq_cli.domain.team import Team
from wiq_cli.domain.verarbeitung import PERSON, VERARBEITUNGEN

NO_DATA_OF_PEOPLE = {("schema",), ("wirkung", "beitrag_zu")}
NAMED = {feld for one in VERARBEITUNGEN for feld in one.felder}


def test_every_field_of_a_person_is_named() -> None:
    assert {feld[1] for feld in NAMED if feld[0] in PERSON} == set(Person.model_fields)


def test_everything_that_stays_in_the_house_is_named() -> None:
    lists = {(one,) for one in PERSON}
    assert {one for one in INTERN if one not in NAMED} == lists | NO_DATA_OF_PEOPLE


def test_every_named_field_exists() -> None:
    for feld in NAMED:
        root, path = (Beschluss, feld[1:]) if feld[0] == "beschluesse" else (Team, feld)
        model = model_at(root, path[:-1])
        assert model is not None
        assert path[-1] in model.model_fields, feld
