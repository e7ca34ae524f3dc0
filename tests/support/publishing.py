"""A small network to publish, and what its site holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.texts import TEAM, with_keys

if TYPE_CHECKING:
    from pathlib import Path

UT = """\
schema: 1
art: UT
name: Unterstützungsteam
mitglieder: [{kennung: p801, name: Raphaela Schnurz, email: raphaela@example.org}]
einwilligung: {profil: {am: 2026-01-01}}
"""
CLOSED = "einwilligung: {profil: {am: 2026-01-01, widerrufen: 2026-11-01}}\n"
GIVEN = (
    "leitung: [{name: Thea Testmann, email: thea@example.org, einwilligung: {name: {antwort: ja, am: 2026-01-01}}}]\n"
)
REVOKED = GIVEN.replace("am: 2026-01-01", "am: 2026-01-01, widerrufen: 2026-11-01")
LEAK = with_keys(TEAM, "support: [Zelt, Ideenmobil (Raphaela)]\n")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")
