"""A small network with people for ``wiq person``, in git where a test needs it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

# Long forms, comments and both ways to write a record: what an edit must leave alone.
GARTEN = with_keys(
    TEAM,
    """\
leitung:
  # Die Leitung wechselt jedes Jahr.
  - kennung: p901
    name: Thea Testmann
    email: thea@example.org
    telefon: 0341 5550123  # nur abends
    # mag keinen Kaffee
    rolle: Imkerei, Kasse
    seit: 2026-01-01
    einwilligung:
      name: {antwort: ja, am: 2026-01-05, nachweis: "Ordner 3, Blatt 1"}
mitglieder:
  - {kennung: p902, name: Udo Übermut, email: udo@example.org, seit: 2026-01-01}  # bringt Werkzeug mit
  - kennung: p903
    name: Vera Vorlage
    email: vera@example.org
    seit: 2026-01-01
    einwilligung:
      name: # sie wollte erst überlegen
        antwort: nein
        am: 2026-01-05
  # Er ist noch in der Schule.
  - {kennung: p904, name: Willi Würfel, email: willi@example.org, seit: 2026-01-01, minderjaehrig: ja}
  - {name: Xenia Xylofon, email: xenia@example.org, seit: 2026-01-01}
""",
)
HOF = """\
schema: 1
name: Hof
status: idee
leitung:
  - {kennung: p905, name: Thea Anders, email: anders@example.org}
mitglieder:
  - {kennung: p901, name: Thea Testmann, email: thea@example.org}
  - Kurt Kurzform
"""
PRIVATE = (
    "Thea", "Testmann", "thea@", "5550123", "Imkerei", "Kaffee", "Udo", "udo@", "Vorlage", "vera@", "Willi", "Xenia", "Anders",
    "Kurt", "Ordner 3",
)  # fmt: skip


def people_network(root: Path) -> Path:
    """Write the network and give its folder."""
    return network(root, {"garten": GARTEN, "hof": HOF})


def text(root: Path, team: str = "garten") -> str:
    """Read a team file."""
    return (root / "teams" / f"{team}.yaml").read_text(encoding="utf-8")


def git(root: Path, *words: str) -> str:
    """Run git as somebody whose name says nothing."""
    about = ("-c", "user.name=Support", "-c", "user.email=support@netz.example", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", "-C", root, *about, *words], check=True, capture_output=True, text=True).stdout


def committed(root: Path, message: str = "Stand") -> None:
    """Commit everything, making the repository if there is none."""
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)
