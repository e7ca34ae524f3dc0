"""Whoever takes a consent back, in whichever network: the next run leaves no byte of the name, also when it refuses."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.cli.main import main
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files.edit import dump

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = (
    "Ottilie Quast", "Łukasz Wiśniewski", "Jürgen Strauß", "Ayşe Çelik", "Seán O'Brien", "Anna-Lena Müller-Koch", "Hong Nguyễn", "Kunigunde von der Heyde",
)  # fmt: skip
YES = {"name": {"antwort": "ja", "am": "2026-01-01", "nachweis": "Ordner 3"}}
TEAMS = ("garten", "chor", "rad")
WHOLE = 4  # people in a team that is shown in numbers
place = st.tuples(st.sampled_from(TEAMS), st.sampled_from(["leitung", "mitglieder"]))
people = st.lists(st.sets(place, min_size=1, max_size=3), min_size=2, max_size=len(NAMES))


def write(root: Path, places: list[set[tuple[str, str]]], told: Mapping[str, str]) -> None:
    teams = {}
    for team in TEAMS:
        groups: dict[str, list[dict[str, object]]] = {"leitung": [], "mitglieder": []}
        for number, mine in enumerate(places):
            role = next((role for where, role in sorted(mine) if where == team), None)
            if role:
                person: dict[str, object] = {
                    "kennung": f"p{number + 1}",
                    "name": NAMES[number],
                    "seit": "2026-01-01",
                    "einwilligung": YES,
                }
                groups[role].append(person)
        groups["mitglieder"] += [{"kennung": f"{team}-{one}", "seit": "2026-01-01"} for one in range(WHOLE)]
        block = dump({"name": f"Team {team}", "verteiler": f"{team}@netz.example", **groups})
        if team in told:
            block += f"chronik: [{{am: 2026-01-01, text: {told[team]} lud ein}}]\n"
        teams[team] = with_keys(TEAM, block)
    network(root, teams)


def run(root: Path, *words: str) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*words, "--root", str(root), "--today", HEUTE])


def site(root: Path) -> str:
    files = [one for one in sorted((root / "site").rglob("*")) if one.is_file()]
    return "".join(f"{one.relative_to(root)}\n{one.read_bytes().decode()}" for one in files)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, st.integers(0, 7), st.sampled_from(["", "revoke", "leak", "unreadable", "told"]))
def test_nobody_stays(places: list[set[tuple[str, str]]], which: int, trouble: str) -> None:
    number = which % len(places)
    name = NAMES[number]
    told = {min(team for team, _ in places[number]): name} if trouble == "told" else {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "netz"
        write(root, places, told)
        assert run(root, "publish") == ExitCode.FINE
        assert name in site(root)
        assert run(root, "person", "revoke", f"p{number + 1}") == ExitCode.FINE
        if trouble == "leak":
            (root / "teams/leck.yaml").write_text(
                with_keys(TEAM, "name: Leck\nleitung: []\nmitglieder: []\nsupport: ['fremd@leck.example']\n"), "utf-8"
            )
        elif trouble == "unreadable":
            (root / "teams/leck.yaml").write_text("name: [offen\n", "utf-8")
        code = run(root, "publish")
        assert code == (ExitCode.FINE if trouble in {"", "revoke"} else ExitCode.REFUSED)
        left = site(root)
        for part in {name, name.split()[0], name.split()[-1]}:
            assert part not in left, "a byte of the name is still there"
