"""The README is run from top to bottom, in an empty folder."""

from __future__ import annotations

from pathlib import Path

from tests.support.handbook.consoles import play

README = Path(__file__).parent.parent / "README.md"


def test_the_readme_works_as_it_stands(tmp_path: Path) -> None:
    assert play(README.read_text(encoding="utf-8"), tmp_path)
