"""``wiq check`` beside check-jsonschema, yamllint and yamale over the same team files, and beside the start of Python.

check-jsonschema gets the schema that wiq ships, yamale one made from the same models (it knows no conditions), yamllint
looks at the syntax alone. wiq reads the decisions too, applies all its rules, and searches every text for what is private;
what it does of that besides reading files and holding them against the models is measured apart.

Of a very large network only wiq and check-jsonschema are measured: the others would take a quarter of an hour.

Throwaway installations, then on a quiet machine ``… check_beside_peers [TEAMS [RUNS]]``, each in its own call: 1, 1000, 10000::

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install check-jsonschema==0.39.0 yamllint==1.38.0 yamale==6.1.0
    PATH=/tmp/peers/bin:$PATH .venv/bin/python -m benchmarks.check_beside_peers 1000
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args, get_origin

from benchmarks.measure import as_installed, side_by_side, table
from benchmarks.network import write
from wiq_cli.domain.model_paths import nested_model
from wiq_cli.domain.team import Team

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from wiq_cli.domain.base import Modell

DAY = "2026-11-22"
OURS, UNCHANGED, PEER = "wiq check, alles neu", "wiq check, nichts geändert", "check-jsonschema"
MANY = 5000
SCHEMA = Path(__file__).resolve().parent.parent / "schemas" / "team.json"
SCALAR = "str(), num(), bool(), day(), timestamp()"  # YAML 1.1 guesses; wiq reads text


def main() -> None:
    """Measure and print."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else {1: 15, 1000: 3}.get(teams, 1)  # noqa: PLR2004  # the second word
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "netz"
        write(root, teams)
        programs = _programs(root, Path(folder))
        if teams > MANY:
            _works(UNCHANGED, programs[UNCHANGED])
            programs = {name: words for name, words in programs.items() if name.startswith("wiq") or name == PEER}
        else:
            programs = {name: words for name, words in programs.items() if _works(name, words)}
        figures = side_by_side(programs, runs, warm=False)  # they have all run once
    print(f"{teams} Teams, {runs} Läufe")
    print(table(figures, OURS))


def _programs(root: Path, folder: Path) -> dict[str, list[str]]:
    wiq = str(Path(sys.executable).parent / "wiq")
    check = [wiq, "check", "--root", str(root), "--today", DAY]
    files = [str(path) for path in sorted((root / "teams").iterdir())]
    yamale = folder / "yamale.yaml"
    yamale.write_text(_yamale_schema(), encoding="utf-8")
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "wiq --version": [wiq, "--version"],
        OURS: [*check, "--no-cache"],
        "wiq check, nur Form und Felder": [*check, "--no-cache", "--select", "WIQ0"],
        UNCHANGED: check,
        PEER: ["check-jsonschema", "--schemafile", str(SCHEMA), *files],
        "yamllint": ["yamllint", "-d", "{extends: default, rules: {line-length: disable, document-start: disable}}", *files],
        "yamale": ["yamale", "--schema", str(yamale), *files],
    }  # fmt: skip


def _works(name: str, words: list[str]) -> bool:
    """Run a program once: whether it is there and takes the files. This also fills every cache."""
    if not shutil.which(words[0]):
        print(f"{name} fehlt.")
        return False
    done = subprocess.run(words, env=as_installed(), check=False, capture_output=True, text=True)
    if done.returncode:
        print(f"{name} endet mit {done.returncode}:\n{(done.stdout + done.stderr)[:500]}")
    return not done.returncode


def _yamale_schema() -> str:
    """Write the models as yamale says it: names, lists, words to choose from."""
    inner: dict[str, type[Modell]] = {}
    own = _fields(Team, inner)
    written: dict[str, str] = {}
    while missing := inner.keys() - written.keys():
        written.update({name: _fields(inner[name], inner) for name in missing})
    return "\n---\n".join([own, *(f"{name}:\n{text}" for name, text in written.items())])


def _fields(model: type[Modell], inner: dict[str, type[Modell]]) -> str:
    indent = "" if model is Team else "  "
    return "\n".join(f"{indent}{key}: {_field(info, inner)}" for key, info in model.model_fields.items())


def _field(info: FieldInfo, inner: dict[str, type[Modell]]) -> str:
    required = f"required={info.is_required()}"
    if get_origin(info.annotation) is Literal:
        return f"enum({', '.join(repr(one) for one in get_args(info.annotation))}, {required})"
    kinds = SCALAR
    if model := nested_model(info.annotation):
        inner[model.__name__] = model
        kinds = f"include('{model.__name__}'), {SCALAR}"
    return f"any({kinds}, list(any({kinds})), map(any({kinds}, list(any({kinds})))), {required})"


if __name__ == "__main__":
    main()
