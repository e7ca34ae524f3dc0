"""The JSON Schema of wiq's files, for editors: German hovers and completion, and the same verdict as the models.

What pydantic gives is rebuilt for the language server that editors use: no choice may offer the word ``null``, no title
may show twice, every message is ours, and a key is completed with the shape that belongs behind it.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from wiq_cli.domain.base import Modell
from wiq_cli.domain.schema_forms import FIRST, FORMS, LAST, NOTHING, TEXT, YES_NO, Node, choice, short_text

if TYPE_CHECKING:
    from collections.abc import Iterator

DIALECT = "https://json-schema.org/draft/2020-12/schema"
REFERENCE = "#/$defs/"
MODELS = {
    "team": ("team", "Team"),
    "wiq": ("netzwerk", "Netzwerk"),
    "regeln": ("regeln", "Regeln"),
    "beschluss": ("beschluss", "Beschluss"),
    "freigaben": ("freigaben", "Freigaben"),
}
A_LIST = "Hier gehört eine Liste hin. Schreib jeden Eintrag in eine Zeile mit „- “ davor."
FREE_KEYS = "Hier gehören mehrere Angaben hin, jede eingerückt in einer eigenen Zeile."
TARGETS = "indikator"  # the only list whose entries may also be `- Anzahl gepflanzter Bäume: 50`


class _Raw(GenerateJsonSchema):
    """What the models say, with the forms of our own readers, and without the titles that pydantic makes up."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's signature
        return False

    def function_before_schema(self, schema: Any) -> Any:
        forms = FORMS.get(schema["function"]["function"])
        return {"forms": forms} if forms else super().function_before_schema(schema)


def json_schema(kind: str) -> str:
    """Give the schema of one of ``MODELS`` as text."""
    module, name = MODELS[kind]
    model: type[Modell] = getattr(import_module(f"wiq_cli.domain.{module}"), name)
    raw = model.model_json_schema(schema_generator=_Raw, mode="validation")
    defs = raw.pop("$defs", {})
    short = {one.__name__: one.KURZ for one in _all_models(Modell) if one.KURZ}
    mended = _Mended(defs, short)
    schema = {"$schema": DIALECT, **mended.model(raw, name), "title": f"wiq: {name}"}
    schema["$defs"] = mended.referenced()
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _all_models(model: type[Modell]) -> Iterator[type[Modell]]:
    for child in model.__subclasses__():
        yield child
        yield from _all_models(child)


class _Mended:
    """Rebuilds the schemas of one file. ``short`` names the models that one text may stand for."""

    def __init__(self, defs: dict[str, Node], short: dict[str, str]) -> None:
        self._defs = defs
        self._short = short
        self._wanted: list[str] = []

    def referenced(self) -> dict[str, Node]:
        """Every model that was referred to so far, and what those refer to."""
        found: dict[str, Node] = {}
        while missing := sorted(set(self._wanted) - set(found)):
            found |= {name: self.model(self._defs[name], name) for name in missing}
        return dict(sorted(found.items()))

    def model(self, raw: Node, name: str) -> Node:
        """A mapping with known keys."""
        required = raw.get("required", [])
        properties = {key: self._property(key, value, key in required) for key, value in raw["properties"].items()}
        needed = f" Nötig ist: {', '.join(required)}." if required else ""
        return {
            "title": name,
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
            "errorMessage": f"Hier gehen nur diese Angaben: {', '.join(properties)}.{needed}",
        }

    def _property(self, key: str, raw: Node, required: bool) -> Node:
        about = {"title": raw.get("title", key), "description": raw.get("description", "")}
        if "default" in raw and raw["default"] is not None:
            default = raw["default"]
            about["default"] = ("nein", "ja")[default] if isinstance(default, bool) else default
        return {**about, **self._value(raw, may_be_empty=not required)}

    def _value(self, raw: Node, *, may_be_empty: bool) -> Node:
        """What may stand behind a key or a dash."""
        options = [one for one in raw.get("anyOf", [raw]) if one != {"type": "null"}]
        lists = [one for one in options if one.get("type") == "array"]
        if lists:
            return _at_most(
                raw.get("maxItems"), self._list(lists[0], or_text=len(options) > 1, may_be_empty=may_be_empty)
            )
        (option,) = [one for one in options if "$ref" in one] or options
        if "$ref" in option:
            name = option["$ref"].removeprefix(REFERENCE)
            if name not in self._short and len(options) == 1:
                return self._mapping(name, may_be_empty=may_be_empty)
            inner = self._mapping(name, may_be_empty=False) if may_be_empty else self._reference(name)
            return _any([*_texts(self._short.get(name)), inner], may_be_empty=may_be_empty)
        if option.get("type") == "object":  # free keys
            inner = self._value(option["additionalProperties"], may_be_empty=False)
            free = {"type": "object", "additionalProperties": inner, "errorMessage": FREE_KEYS}
            return _or_nothing(free, may_be_empty=may_be_empty)
        return _any(_scalar(option), may_be_empty=may_be_empty)

    def _reference(self, name: str) -> Node:
        self._wanted.append(name)
        return {"$ref": REFERENCE + name}

    def _mapping(self, name: str, *, may_be_empty: bool) -> Node:
        node = self.model(self._defs[name], name)
        del node["title"]  # the key has its own
        return _or_nothing(node, may_be_empty=may_be_empty)

    def _list(self, raw: Node, *, or_text: bool, may_be_empty: bool) -> Node:
        items = self._value(raw["items"], may_be_empty=False)
        if or_text:  # not an `anyOf`: a key is completed with a dash only where `items` stands beside it
            return {"not": {"type": "object" if may_be_empty else ["object", "null"]}, "items": items}
        return _or_nothing({"type": "array", "items": items, "errorMessage": A_LIST}, may_be_empty=may_be_empty)


def _at_most(number: int | None, node: Node) -> Node:
    """Let a list have no more entries than that."""
    if number is None:
        return node
    return {**node, "maxItems": number, "errorMessage": f"{A_LIST} Höchstens {number} Einträge."}


def _scalar(raw: Node) -> list[Node]:
    if "forms" in raw:
        return list(raw["forms"])
    if words := raw.get("enum") or ([raw["const"]] if "const" in raw else None):
        return YES_NO[:1] if words == ["ja", "nein"] else [choice(words)]
    return short_text(raw["maxLength"]) if "maxLength" in raw else TEXT


def _texts(key: str | None) -> list[Node]:
    """The short form of a mapping; for indicators also the concept's own way of writing."""
    if key != TARGETS:
        return TEXT
    number = {"type": ["number", "string"], "pattern": r"^\s*-?[0-9]{1,12}([.,][0-9]{1,6})?\s*$"}
    one = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": number}
    return [*TEXT, {**one, **LAST}]


def _or_nothing(node: Node, *, may_be_empty: bool) -> Node:
    """Let a list or a mapping be left out. What it holds stays beside the choice: completion of its key looks there."""
    if not may_be_empty:
        return node
    inside = {key: value for key, value in node.items() if key != "type"}
    kind = {"type": node["type"], **FIRST, "errorMessage": node["errorMessage"]}
    return {**inside, "anyOf": [kind, NOTHING]}


def _any(options: list[Node], *, may_be_empty: bool) -> Node:
    every = [*options, NOTHING] if may_be_empty else options
    return every[0] if len(every) == 1 else {"anyOf": every}
