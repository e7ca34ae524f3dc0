"""The JSON documents that commands print: each has a schema that is fresh, and the example keeps to them.

Every other test that looks at such a document holds it against its schema too (``tests/support/run.py``).
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from tests.support.formats import SHIPPED, faults
from tests.support.handbook.commands import every_command
from tests.support.people import committed
from tests.support.run import wiq
from wiq_cli.domain.formats.documents import documents, file_of, json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPPED_EXAMPLE = Path(__file__).parents[2] / "examples" / "wir-im-quartier"
NAME = re.compile(r'"(wiq\.[a-z-]+/[0-9]+)"')
NOT_PRINTED = {"wiq.manifest/1", "wiq.index/1", "wiq.memo/1", "wiq.baseline/1", "wiq.site/1", "wiq.decision-public/1"}
ASKED = {  # what makes each command say something
    "audit": ["audit", f"{SHIPPED_EXAMPLE / 'wiq.yaml'}"],
    "decide agenda": ["decide", "agenda", "st"],
    "decide join": ["decide", "join", "p4", "st", "--bank", "verwaltung"],
    "decide minutes": ["decide", "minutes", "kt", "--date", "2026-10-07"],
    "decide show": ["decide", "show", "kt-20261007-plakate"],
    "decide who": ["decide", "who", "ausgabe"],
    "find": ["find", "st"],
    "meetings free": ["meetings", "free", "st", "ut"],
    "meetings rhythm": ["meetings", "rhythm", "leipzig-isst-zusammen"],
    "person preview": ["person", "preview", "p1"],
    "person show": ["person", "show", "p1"],
    "publish": ["publish", "--dry-run"],
}


def with_json() -> Iterator[str]:
    """Give every command that writes JSON."""
    for words, command in every_command():
        formats = [one.metavar for one in command.params if one.name == "fmt"]
        if formats and "json" in formats[0].split("|"):
            yield words.removeprefix("wiq ")


@pytest.mark.parametrize("name", [*documents()])
def test_the_shipped_schemas_are_fresh(name: str, bless: bool) -> None:
    path = SHIPPED / file_of(name)
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json_schema(name), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == json_schema(name), "run: pytest --bless tests/domain/test_formats.py"
    Draft202012Validator.check_schema(json.loads(json_schema(name)))


def test_every_format_that_a_command_names_has_a_schema() -> None:
    code = (path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "wiq_cli").rglob("*.py"))
    assert {name for text in code for name in NAME.findall(text)} - NOT_PRINTED == set(documents())
    assert {path.name for path in SHIPPED.iterdir()} == {file_of(name) for name in documents()}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the example with a short history of its own: some commands read all there is."""
    root = tmp_path_factory.mktemp("beispiel") / "netz"
    shutil.copytree(SHIPPED_EXAMPLE, root, ignore=shutil.ignore_patterns(".wiq-cache", "site"))
    (root / ".gitignore").write_text("/site/\n", encoding="utf-8")
    committed(root)
    return root


@pytest.mark.parametrize("words", [*with_json()])
def test_the_example_keeps_to_the_formats(words: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, example, *ASKED.get(words, words.split()), "--format", "json")
    assert result.json["schema"] in documents(), result.err


def test_what_is_not_promised_is_found() -> None:
    rules = {"schema": "wiq.rules/1", "rules": [{"rule": "WIQ101", "name": "x", "level": "schlimm", "title": "y"}]}
    assert len(faults(rules)) == 1
    assert faults(rules | {"rules": [], "more": 1}) == [
        "wiq.rules/1 []: Additional properties are not allowed ('more' was unexpected)"
    ]


def test_wiq_prints_the_schema_of_what_it_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert wiq(capsys, None, "schema", "wiq.status/1").out == (SHIPPED / "status-1.json").read_text("utf-8")
    result = wiq(capsys, None, "schema", "wiq.statuss/1")
    assert (result.code, "wiq.status/1" in result.err) == (2, True)
