"""The schema for editors judges like the models do."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from tests.support.texts import TEAM, WIQ, with_keys
from wiq_cli.domain.schema import MODELS, json_schema
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse

SCHEMA = json.loads(json_schema("team"))

BLOCKS_BOTH_JUDGE = [
    ("zusammenfassung: 04177\n", True),
    ("zusammenfassung: +49341555\n", True),
    ("untertitel: Null\n", True),
    ("zusammenfassung:\nziele:\nmitglieder:\n", True),
    ("weg: [nur Text, {schritt: mehr, erledigt: ja}]\n", True),
    ("problem: ein Text\n", True),
    ("wirkung: [jede hat jemand kennengelernt, Anzahl Bäume: 50]\n", True),
    ("treffen: 26.03.2024; 19.04.2024\n", True),
    ("stand: [{text: fertig, erledigt: ja, am: 2026-01-01}]\n", True),
    ("mitgleider: []\n", False),
    ("status: läuft\n", False),
    ("weg: nur Text\n", False),
    ("ziele: nur Text\n", False),
    ("ziele: {teilziel: x}\n", False),
    ("mitglieder: [{name: A, telefonn: 1}]\n", False),
    ("mitglieder: [{name: A, einwilligung: ja}]\n", False),
    ("chronik: [{am: 2026-01-01}]\n", False),
]


def as_an_editor_reads(text: str) -> Any:
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


@pytest.mark.parametrize(("block", "good"), BLOCKS_BOTH_JUDGE)
def test_the_same_verdict(block: str, good: bool) -> None:
    text = with_keys(TEAM, block)
    assert read(Team, parse(text, "x")).clean is good
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid(as_an_editor_reads(text)) is good


@pytest.mark.parametrize("kind", MODELS)
def test_every_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(json_schema(kind)))


def test_settings_pass_theirs() -> None:
    jsonschema.validate(as_an_editor_reads(WIQ), json.loads(json_schema("wiq")))


def test_hovers_are_german_and_complete() -> None:
    def walk(node: Any, path: str = "") -> None:
        if isinstance(node, dict):
            for key, value in node.get("properties", {}).items():
                assert value.get("description"), f"{path}.{key} has no explanation"
            for key, value in node.items():
                walk(value, f"{path}.{key}")
        elif isinstance(node, list):
            for one in node:
                walk(one, path)

    for kind in MODELS:
        walk(json.loads(json_schema(kind)))
