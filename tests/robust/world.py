"""The network that robustness is tried on: people whose private values are planted, and decisions at every stage."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.support.decisions import deciding_network
from tests.support.planted import STUFFED
from tests.support.texts import HEUTE, TEAM, with_keys
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FRESH, VOTED, CLOSED = "st-20261122-fest", "st-20261122-plakate", "st-20261122-beete"
SALT = "0123456789abcdef0123456789abcdef"
GARTEN = with_keys(STUFFED, "status: pausiert\nverteiler: garten@netz.example\n")
CHOR = with_keys(TEAM, "name: Chor\nstatus: pausiert\nverteiler: chor@netz.example\nleitung: [{kennung: p901, name: Quirinius Querflöte, email: geheimadresse@example.org, seit: 2026-01-01}]\nmitglieder: []\n")  # fmt: skip
DECIDE = (
    *(
        ("new", "--team", "st", "--title", title, "--wording", f"Wir machen {title}.")
        for title in ("Fest", "Plakate", "Beete")
    ),
    ("vote", VOTED, "--zustimmung", "8"),
    ("vote", CLOSED, "--zustimmung", "8"),
    ("close", CLOSED),
)


def quietly(*words: str) -> tuple[int, str, str]:
    """Run one call of wiq in this process; give its exit code and what it said on both streams."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    return code, out.getvalue(), err.getvalue()


@cache
def files() -> Mapping[str, bytes]:
    """Give every file of the network, by its name."""
    with tempfile.TemporaryDirectory() as folder, patch("secrets.token_hex", lambda _: SALT):
        root = deciding_network(Path(folder))
        for name, text in (("garten", GARTEN), ("chor", CHOR)):
            (root / "teams" / f"{name}.yaml").write_text(text, encoding="utf-8")
        for words in DECIDE:
            code, _, said = quietly("decide", *words, "--root", str(root), "--today", HEUTE)
            assert code == 0, said
        return contents(root)


def contents(root: Path) -> dict[str, bytes]:
    """Give everything below a folder that is a file, by its name."""
    return {one.relative_to(root).as_posix(): one.read_bytes() for one in sorted(root.rglob("*")) if one.is_file()}


def lay(root: Path, some: Mapping[str, bytes | None]) -> Path:
    """Write files into a folder; what is None is left out."""
    for name, data in some.items():
        if data is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return root


@contextlib.contextmanager
def standing_in(folder: Path) -> Iterator[None]:
    """Make a folder the current one."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
