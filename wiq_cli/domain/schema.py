"""The JSON Schema of wiq's files, for editors: hovers, completion, and the same verdict as the models.

Editors guess types that wiq does not guess: an unquoted ``04177`` is a number to them. So every text may be any scalar
here, everything may be left empty, and a short form is allowed wherever the models read one.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from wiq_cli.domain.base import Modell

if TYPE_CHECKING:
    from collections.abc import Iterator

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCALAR = ["string", "number", "boolean", "null"]
MODELS = {
    "team": ("team", "Team"),
    "wiq": ("netzwerk", "Netzwerk"),
    "regeln": ("regeln", "Regeln"),
    "beschluss": ("beschluss", "Beschluss"),
}


class _Quiet(GenerateJsonSchema):
    """Leave out the titles that pydantic makes up; ours are the rows of the concept."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's signature
        return False


def json_schema(kind: str) -> str:
    """Give the schema of ``team``, ``wiq``, ``regeln`` or ``beschluss`` as text."""
    module, name = MODELS[kind]
    model: type[Modell] = getattr(import_module(f"wiq_cli.domain.{module}"), name)
    raw = model.model_json_schema(schema_generator=_Quiet, mode="validation")
    short_forms = {one.__name__: one.KURZ for one in _all_models(Modell) if one.KURZ}
    definitions = {
        key: _with_short_form(key, _mended(value), short_forms) for key, value in raw.pop("$defs", {}).items()
    }
    schema = {"$schema": DIALECT, "title": f"wiq: {name}", **_mended(raw), "$defs": definitions}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _all_models(model: type[Modell]) -> Iterator[type[Modell]]:
    for child in model.__subclasses__():
        yield child
        yield from _all_models(child)


def _mended(schema: dict[str, Any]) -> dict[str, Any]:
    mended = {key: _walk(value) for key, value in schema.items()}
    mended.pop("description", None)  # a class's docstring is for programmers
    mended.pop("title", None)
    if "properties" in mended:
        mended["properties"] = {key: _nullable(value) for key, value in mended["properties"].items()}
    return mended


def _walk(node: Any) -> Any:
    if isinstance(node, list):
        return [_walk(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {key: _walk(value) for key, value in node.items() if not (key == "default" and value is None)}
    if "enum" in node or "const" in node:
        node.pop("type", None)
    elif node.get("type") in ("string", "integer", "number", "boolean"):
        node = {**node, "type": SCALAR}
        for limit in ("format", "pattern"):
            node.pop(limit, None)
    if "anyOf" in node:
        node = _without_null(node)
    if isinstance(description := node.get("description"), str):
        node["markdownDescription"] = description
    return node


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    """Merge ``anyOf [X, null]`` into X, or editors show every title twice."""
    options = [one for one in node["anyOf"] if one != {"type": "null"}]
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**options[0], **rest} if len(options) == 1 else {**rest, "anyOf": options}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a value be left out behind its colon."""
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "$ref" in schema:
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        return {**rest, "anyOf": [{"$ref": schema["$ref"]}, {"type": "null"}]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    return schema


def _with_short_form(name: str, schema: dict[str, Any], short_forms: dict[str, str]) -> dict[str, Any]:
    if name not in short_forms:
        return schema
    options: list[dict[str, Any]] = [{"type": SCALAR[:-1]}, schema]
    if name == "Wirkung":  # the concept's own way of writing: `- Anzahl gepflanzter Bäume: 50`
        number = {"type": ["number", "string"]}
        options.append({"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": number})
    return {"anyOf": options}
