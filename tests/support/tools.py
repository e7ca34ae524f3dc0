"""Programs that are not Python's. Where one is missing, its tests say so and stand aside; on the server they fail instead."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REQUIRED = bool(os.environ.get("CI"))
EDITOR = Path(sys.prefix) / "editor" / "node_modules"  # `make test` puts it there


def missing(reason: str) -> None:
    """Stop a test that cannot run here."""
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


def program(name: str, where_from: str) -> str:
    """Give the path of a program, first from this environment."""
    own = Path(sys.executable).parent / name
    found = str(own) if own.exists() else shutil.which(name)
    if found is None:
        missing(f"{name} fehlt hier. So kommt es her: {where_from}")
    return str(found)


def yaml_language_server() -> list[str]:
    """Give the call of the server that editors ask about YAML."""
    node = program("node", "apt-get install nodejs npm")
    script = EDITOR / "yaml-language-server" / "bin" / "yaml-language-server"
    if not script.exists():
        missing("Der yaml-language-server fehlt hier. So kommt er her: make test")
    return [node, str(script), "--stdio"]


def write_wiq(folder: Path) -> None:
    """Write a program called wiq that runs this checkout, so that git and hooks find this one."""
    shim = folder / "wiq"
    shim.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m wiq_cli "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
