"""What comes from others: pinned by hash, from no named place, in the widths that pyproject.toml promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.locks import DEV, ROOT, SMALLEST, pins

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = ROOT / "examples" / "wir-im-quartier"
OLDEST = ROOT / ".venv" / "smallest"


def promised(*groups: str) -> list[Requirement]:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*about["project"]["dependencies"], *(one for name in groups for one in about["dependency-groups"][name])]
    return [Requirement(one) for one in lines if isinstance(one, str)]


@pytest.mark.parametrize(("path", "groups"), [(DEV, ("dev",)), (SMALLEST, ())])
def test_the_pins_are_those_of_today(path: Path, groups: tuple[str, ...]) -> None:
    """Every library that pyproject.toml names is pinned, within its bounds."""
    pinned = {pin.name: pin.version for pin in pins(path)}
    for one in promised(*groups):
        assert pinned[canonicalize_name(one.name)] in one.specifier, "run: make lock"


def test_the_smallest_is_the_smallest() -> None:
    """The lower bound in pyproject.toml is the very version that is tried."""
    pinned = {pin.name: pin.version for pin in pins(SMALLEST)}
    for one in promised():
        bounds = [bound.version for bound in one.specifier if bound.operator == ">="]
        assert bounds == [] or re.sub(r"(\.0)+$", "", pinned[canonicalize_name(one.name)]) in bounds


def test_the_whole_way_with_the_smallest_of_all_libraries(tmp_path: Path) -> None:
    """Check and site of the example, byte for byte what the newest libraries make of it."""
    assert OLDEST.is_dir(), "run: make test"

    def wiq(libraries: Path | None, *call: str) -> str:
        where = [ROOT, libraries] if libraries else [ROOT]
        done = subprocess.run(
            [sys.executable, *(["-S"] if libraries else []), "-m", "wiq_cli", *call, "--root", EXAMPLE, "--today", "2026-11-22"],
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(map(str, where))},
            capture_output=True, text=True, check=False, cwd=tmp_path,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    for call in (["check"], ["meetings"], ["decide", "verify"], ["find", "Garten"], ["check", "--format", "json"]):
        assert wiq(OLDEST, *call) == wiq(None, *call)
    for name, libraries in (("old", OLDEST), ("new", None)):
        wiq(libraries, "publish", "--out", str(tmp_path / name))
    old, new = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("old", "new")
    )
    assert old == new
