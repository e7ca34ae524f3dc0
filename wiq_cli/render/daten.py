"""The site for programs: the same public view as JSON, with the schema that describes it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic.json_schema import models_json_schema
from pydantic_core import to_json

from wiq_cli.domain.public import HOECHSTENS, Beschluss, Eintrag, PublicNetwork, PublicProfile, Zusammenkunft, entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VERSION = "wiq.site/1"
PROFILE = "profil.json"  # among the pages of a team
FOLDER = "daten/"
SCHEMA = f"{FOLDER}schema.json"
REFERENCE = "#/$defs/"
PARTS: dict[str, dict[str, Any]] = {
    "team": {"team": {"$ref": f"{REFERENCE}PublicProfile"}},
    "netz": {"netz": {"$ref": f"{REFERENCE}PublicNetwork"}},
    "teams": {"teams": {"type": "array", "items": {"$ref": f"{REFERENCE}Eintrag"}}},
    "beschluesse": {"beschluesse": {"type": "array", "items": {"$ref": f"{REFERENCE}Beschluss"}}},
    "termine": {
        "termine": {
            "type": "array",
            "description": f"Die nächsten Treffen, von jedem Team höchstens {HOECHSTENS}. Die Kalender haben mehr.",
            "items": {
                "type": "object",
                "required": ["team", "name", "treffen"],
                "properties": {"team": {"type": "string"}, "name": {"type": "string"}, "treffen": {"$ref": f"{REFERENCE}Zusammenkunft"}},
                "additionalProperties": False,
            },
        }
    },
}  # fmt: skip


def profile_document(one: PublicProfile) -> str:
    """Give one team. A later run can make its pages again from this."""
    return _document("team", one)


def read_profile(text: str) -> PublicProfile | None:
    """Read what ``profile_document`` wrote; None when it is something else."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("schema") != VERSION or data.get("art") != "team":
            return None
        return PublicProfile.model_validate_json(json.dumps(data.get("team")))
    except (ValueError, RecursionError, ValidationError):
        return None


def documents(
    profiles: Sequence[PublicProfile], decisions: Iterable[Beschluss], network: PublicNetwork
) -> dict[str, str]:
    """Give what belongs to no single team."""
    meetings = sorted(
        (
            (one.tag, one.beginn.isoformat() if one.beginn else "", team.kuerzel, team.name, one)
            for team in profiles
            for one in team.naechste_treffen
        ),
        key=lambda one: one[:3],
    )
    return {
        f"{FOLDER}netz.json": _document("netz", network),
        f"{FOLDER}teams.json": _document(
            "teams", [entry(one) for one in sorted(profiles, key=lambda one: one.kuerzel)]
        ),
        f"{FOLDER}beschluesse.json": _document("beschluesse", list(decisions)),
        f"{FOLDER}termine.json": _document(
            "termine",
            [{"team": kuerzel, "name": name, "treffen": one} for *_, kuerzel, name, one in meetings],
        ),
        SCHEMA: schema(),
    }


def _document(art: str, data: object) -> str:
    return to_json({"schema": VERSION, "art": art, art: data}, indent=1).decode() + "\n"


@cache
def schema() -> str:
    """Describe all documents, derived from the types of the public view. The same in every build."""
    models = (PublicProfile, PublicNetwork, Eintrag, Beschluss, Zusammenkunft)
    _, found = models_json_schema([(one, "serialization") for one in models], ref_template=REFERENCE + "{model}")
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": VERSION,
        "description": "Was ein Netzwerk veröffentlicht. Das Feld „art“ sagt, welches der Dokumente es ist.",
        "oneOf": [_described(art, parts) for art, parts in PARTS.items()],
        "$defs": {name: _clean(node) for name, node in found["$defs"].items()},
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _described(art: str, parts: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["schema", "art", *parts],
        "properties": {"schema": {"const": VERSION}, "art": {"const": art}, **parts},
        "additionalProperties": False,
    }


def _clean(node: dict[str, Any]) -> dict[str, Any]:
    """Leave out the notes of programmers and titles that repeat the key."""
    kept = {key: value for key, value in node.items() if key not in {"title", "description"}}
    properties = node.get("properties", {})
    return {**kept, "properties": {name: _without_title(one) for name, one in properties.items()}}


def _without_title(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if key != "title"}
