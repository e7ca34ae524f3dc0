"""The manual page of a rule as a test: its *Falsch* and *Richtig* blocks as networks on disk."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tests.support.texts import TEAM, WIQ, with_keys

if TYPE_CHECKING:
    from pathlib import Path

RAW = ("WIQ00", "WIQ01")  # rules about the text itself: the block is the whole file
FILE_MARK = "#: "
TAB_SHOWN = "⇥"  # Python takes tabs out of docstrings


def block(page: str, heading: str) -> str | None:
    """Give the indented block under a heading such as ``Falsch:``; None where the page has none."""
    _, found, rest = page.partition(f"\n{heading}\n")
    if not found:
        return None
    lines = []
    for line in rest.lstrip("\n").split("\n"):
        if line.strip() and not line.startswith("    "):
            break
        lines.append(line)
    return textwrap.dedent("\n".join(lines)).strip("\n").replace(TAB_SHOWN, "\t") + "\n"


def write(root: Path, rule_id: str, text: str) -> None:
    """Write the network a block describes."""
    files = {"wiq.yaml": WIQ}
    parts = _files(text)
    head = parts.pop("", "")
    if head.strip():
        files["teams/garten.yaml"] = head if rule_id.startswith(RAW) else with_keys(TEAM, head)
    elif not any(name.startswith("teams/") for name in parts):
        files["teams/garten.yaml"] = TEAM
    for name, content in (files | parts).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def _files(text: str) -> dict[str, str]:
    files: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line.startswith(FILE_MARK):
            name = line.removeprefix(FILE_MARK).strip()
        else:
            files[name] = files.get(name, "") + line
    return files
