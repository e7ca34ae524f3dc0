"""The page for the data-protection officer names tests, and they stand there; its examples hold."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "datenschutz.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE)


def threats() -> Iterator[list[str]]:
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].isdigit():
            yield cells


def test_every_threat_has_its_test() -> None:
    rows = list(threats())
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert len(rows) > 15
    assert all(re.fullmatch(r"`tests/\S+::test_\w+`", row[3]) for row in rows)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_the_named_test_stands_there(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_the_exception_on_the_page_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert block
    root = network(tmp_path, {"garten": with_keys(TEAM, "kooperationspartner: [Freundeskreis Udo Übermut]\n")})
    (root / "freigaben.yaml").write_text(block[1], encoding="utf-8")
    assert wiq(capsys, root, "check", "--strict").code == 0
    assert wiq(capsys, root, "publish", "--dry-run").code == 0
