"""The site as data: every document fits its schema, and a profile can be read again."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.support.site import made, planned
from wiq_cli.domain.public import HOECHSTENS
from wiq_cli.render.daten import profile_document, read_profile, schema

SHIPPED = Path(__file__).parents[2] / "schemas" / "site.json"
FULL = "treffen: {ort: Lindenau, termine: [24.11.2026 18:00, 25.11.2026]}\nchronik: [{am: 2026-01-01, text: Anfang}]\n"


def test_every_document_fits_the_schema() -> None:
    pages = made(("garten", FULL), ("hof", "frueher: [beet]\n"))
    judge = jsonschema.Draft202012Validator(json.loads(pages["daten/schema.json"]))
    judge.check_schema(judge.schema)
    found = [name for name in pages if name.endswith(".json") and not name.endswith("schema.json")]
    assert len(found) == 6
    for name in found:
        data = json.loads(pages[name])
        assert data["schema"] == "wiq.site/1"
        judge.validate(data)
    assert not judge.is_valid({"schema": "wiq.site/1", "art": "teams", "teams": [{"email": "a@b.example"}]})
    assert not judge.is_valid({"schema": "wiq.site/2", "art": "teams", "teams": []})


def test_how_many_meetings_there_are_at_most_is_said_wherever_they_stand() -> None:
    """One number, and everybody who shows meetings or explains them says it."""
    pages = made(("garten", "treffen: {dauer: 60, rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]}\n"))
    assert len(json.loads(pages["daten/termine.json"])["termine"]) == HOECHSTENS
    assert f"von jedem Team höchstens {HOECHSTENS} Treffen" in pages["termine/index.html"]
    shape = json.loads(pages["daten/schema.json"])
    (all_teams,) = (one["properties"]["termine"] for one in shape["oneOf"] if "termine" in one["properties"])
    one_team = shape["$defs"]["PublicProfile"]["properties"]["naechste_treffen"]
    for node in (all_teams, one_team):
        assert f"höchstens {HOECHSTENS}." in node["description"]
    handbook = (SHIPPED.parents[1] / "docs/seite.md").read_text(encoding="utf-8")
    assert handbook.count(f"von jedem Team höchstens {HOECHSTENS};") == 1
    assert handbook.count(f"Von jedem Team stehen höchstens {HOECHSTENS} Treffen") == 1


def test_the_shipped_schema_is_fresh(bless: bool) -> None:
    if bless:
        SHIPPED.write_text(schema(), encoding="utf-8")
    assert SHIPPED.read_text(encoding="utf-8") == schema(), "run: pytest --bless tests/render/test_daten.py"


def test_a_profile_can_be_read_again() -> None:
    (one,) = planned(("garten", FULL)).profiles
    assert read_profile(profile_document(one)) == one


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"schema": "wiq.site/1", "art": "team"}', '{"schema": "wiq.site/1", "art": "team", "team": {"email": "x"}}', "[" * 99_999]
)  # fmt: skip
def test_anything_else_is_no_profile(text: str) -> None:
    assert read_profile(text) is None
