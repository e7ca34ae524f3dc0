"""The pinned libraries in `.ci`: what wiq is tested with, and the oldest that it still allows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DEV, SMALLEST = (ROOT / ".ci" / f"{name}.txt" for name in ("dev", "smallest"))

_PIN = re.compile(r"([a-z0-9-]+)==([\w.]+)(?: ; .+?)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n")


class Pin(NamedTuple):
    name: str
    version: str


def pins(path: Path) -> list[Pin]:
    """Read a file of pins. Raises `AssertionError` for anything in it that is no pin with hashes."""
    text = path.read_text(encoding="utf-8")
    found = list(_PIN.finditer(text))
    assert "".join(one.group() for one in found) == text, f"{path.name} holds something else than pins with hashes"
    return [Pin(one[1], one[2]) for one in found]
