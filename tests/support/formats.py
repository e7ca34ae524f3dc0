"""Holds a document that a command printed against the schema of its format."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from wiq_cli.domain.formats.documents import file_of

SHIPPED = Path(__file__).parents[2] / "schemas" / "output"


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((SHIPPED / file_of(name)).read_text(encoding="utf-8")))


def faults(document: Any) -> list[str]:
    """Say where a document is not as its format promises; it names that format itself."""
    found = _validator(document["schema"]).iter_errors(document)
    return [f"{document['schema']} {list(one.absolute_path)}: {one.message}" for one in found]
