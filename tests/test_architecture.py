"""The house keeps its walls, and a command loads nothing that it does not use."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "wiq_cli"
EXAMPLE = ROOT / "examples" / "wir-im-quartier"
SOURCES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 400
MAX_FUNCTION = 50
WITHOUT_CLOCK = ("domain", "rules", "usecases", "render", "scan", "report")

LOADED = """
import json, sys
from wiq_cli.cli.main import main
code = main(sys.argv[1:])
print(json.dumps([int(code), sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


def test_imports_go_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def loaded_by(*call: str) -> set[str]:
    """Give the top-level modules that a call has loaded when it ends."""
    done = subprocess.run([sys.executable, "-c", LOADED, *call], capture_output=True, text=True, check=True, cwd=ROOT)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    return set(modules)


def test_version_loads_no_machinery() -> None:
    machinery = {"pydantic", "yaml", "jinja2", "ruamel", "rich", "dateutil", "holidays", "email"}
    assert not loaded_by("--version") & machinery


def test_check_loads_no_pages_and_no_calendars() -> None:
    unused = {"jinja2", "ruamel", "rich", "holidays", "dateutil", "icalendar", "asyncio"}
    assert not loaded_by("check", "--root", str(EXAMPLE), "--today", "2026-11-22") & unused


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.body[0].lineno < MAX_FUNCTION, node.name


@pytest.mark.parametrize("folder", WITHOUT_CLOCK)
def test_the_day_is_always_an_argument(folder: str) -> None:
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            asks_clock = isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow", "localtime"}
            assert not asks_clock, f"{path.name}:{getattr(node, 'lineno', 0)}"


def test_folders_import_nothing() -> None:
    """Whoever imports a part of the house loads nothing else with it. A folder of subcommands joins them."""
    for path in SOURCES:
        if path.name == "__init__.py" and "commands" not in path.parts:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)], path
