"""The JSON documents that commands print: their shapes, declared once. What writes one is checked against it by mypy,
``schemas/output/`` is generated from it, and the tests hold every document they see against that.

A name ends in the version of its format. Keys are added within a version; what changes its meaning makes a new one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def documents() -> dict[str, Any]:
    """Give the shape of every document by the string under ``schema`` in it: ``wiq.status/1``."""
    from wiq_cli.domain.formats import decisions, findings, meetings, people, teams  # noqa: PLC0415  # start-up

    modules = (findings, teams, meetings, decisions, people)
    return {name: shape for module in modules for name, shape in sorted(module.DOCUMENTS.items())}


def file_of(name: str) -> str:
    """Give the file of a schema: ``status-1.json``."""
    return f"{name.removeprefix('wiq.').replace('/', '-')}.json"


def json_schema(name: str) -> str:
    """Give the JSON Schema of a document as text."""
    from pydantic import TypeAdapter  # noqa: PLC0415  # start-up

    schema = TypeAdapter(documents()[name]).json_schema()
    for node in _nodes(schema):
        node.pop("description", None)
        node.pop("title", None)
        if "properties" in node:
            node["additionalProperties"] = False
    schema["properties"]["schema"] = {"const": name}
    return json.dumps({"$schema": DIALECT, "title": name, **schema}, ensure_ascii=False, indent=1) + "\n"


def _nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every schema inside a schema; a property may be called like a keyword."""
    yield schema
    for key, value in schema.items():
        if key in {"properties", "$defs"}:
            inner = list(value.values())
        else:
            inner = value if isinstance(value, list) else [value]
        for one in inner:
            if isinstance(one, dict):
                yield from _nodes(one)
