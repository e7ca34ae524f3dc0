"""The manual page of a rule as a test: its *Falsch* and *Richtig* blocks as networks on disk."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from typing import TYPE_CHECKING

from tests.support.texts import TEAM, WIQ, with_keys

if TYPE_CHECKING:
    from pathlib import Path

RAW = ("WIQ00", "WIQ01")  # rules about the text itself: the block is the whole file
FILE_MARK = "#: "
DECISION = re.compile(r"beschluesse/(?P<team>[^/]+)/[0-9]{4}/(?P<id>[a-z0-9-]+-(?P<day>[0-9]{8})-[a-z0-9-]+)\.yaml")
KNOWN = {"st": "Steuerungsteam", "ut": "Unterstützungsteam", "kt": "Kernteam", "pt": "Projektteam"}
TAB_SHOWN = "⇥"  # Python takes tabs out of docstrings


def block(page: str, heading: str) -> str | None:
    """Give the indented block under a heading such as ``Falsch:``; None where the page has none."""
    _, found, rest = page.partition(f"\n{heading}\n")
    if not found:
        return None
    lines = []
    for line in rest.lstrip("\n").split("\n"):
        if line.strip() and not line.startswith("    "):
            break
        lines.append(line)
    return textwrap.dedent("\n".join(lines)).strip("\n").replace(TAB_SHOWN, "\t") + "\n"


def write(root: Path, rule_id: str, text: str) -> None:
    """Write the network a block describes."""
    files = {"wiq.yaml": WIQ}
    parts = _files(text)
    head = parts.pop("", "")
    parts = _whole(parts)
    if head.strip():
        files["teams/garten.yaml"] = head if rule_id.startswith(RAW) else with_keys(TEAM, head)
    elif not any(name.startswith("teams/") for name in parts):
        files["teams/garten.yaml"] = TEAM
    for name, content in (files | parts).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def _whole(parts: dict[str, str]) -> dict[str, str]:
    """Fill in what a page leaves out: a decision that is adopted by consensus, and the teams that everybody knows."""
    decisions = {name: match for name in parts if (match := DECISION.fullmatch(name))}
    teams = {f"teams/{match['team']}.yaml": "" for match in decisions.values() if match["team"] in KNOWN}
    whole = {**teams, **parts}
    for name, content in whole.items():
        kuerzel = name.removeprefix("teams/").removesuffix(".yaml")
        if name in decisions:
            whole[name] = _filled_in(decision(decisions[name]), content)
        elif kuerzel in KNOWN:
            whole[name] = _filled_in(team(kuerzel), content)
    return whole


def _filled_in(base: str, content: str) -> str:
    """Take the keys of ``content`` instead of those of ``base``; a remark before them stays at the top."""
    lines = content.splitlines(keepends=True)
    keys = next((number for number, line in enumerate(lines) if line[0] not in "#\n"), len(lines))
    return "".join(lines[:keys]) + with_keys(base, "".join(lines[keys:]))


def team(kuerzel: str) -> str:
    """Give a team that everybody knows."""
    return f"art: {kuerzel.upper()}\nname: {KNOWN[kuerzel]}\neinwilligung: {{profil: {{am: 2026-01-15}}}}\n"


def decision(name: re.Match[str]) -> str:
    """Give a complete decision as the name of its file says: team, day, id."""
    day = date.fromisoformat(name["day"]).isoformat()
    return (
        f"id: {name['id']}\nteam: {name['team']}\ntitel: Plakate\nantrag: Das {name['team'].upper()} lässt Plakate drucken.\n"
        "regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}\n"
        f"wahlkoerper: {{stichtag: {day}, zahl: 8}}\n"
        f"versuche:\n  - {{nr: 1, verfahren: konsens, am: {day}, zaehlung: {{zustimmung: 8, veto: 0}}, ergebnis: erreicht}}\n"
        f"ergebnis: {{status: angenommen, durch: konsens, am: {day}}}\n"
    )


def _files(text: str) -> dict[str, str]:
    files: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line.startswith(FILE_MARK):
            name = line.removeprefix(FILE_MARK).strip()
            files.setdefault(name, "")
        else:
            files[name] = files.get(name, "") + line
    return files
