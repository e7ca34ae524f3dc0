"""What one change costs beside a full build, and where the time goes: whole runs of ``wiq publish``, in turn.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.publish_incremental [TEAMS]``
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.network import write
from wiq_cli.cli import publishing
from wiq_cli.cli.drawing import Drawing
from wiq_cli.cli.feeding import Feeds
from wiq_cli.cli.proving import Proof
from wiq_cli.cli.publishing import Publishing
from wiq_cli.files.netz import Netzordner
from wiq_cli.files.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Callable

HEUTE = date(2026, 11, 22)
TEAMS = 1000
RUNS = 3
STEPS = {
    "lesen": (Sources, "read"), "Angaben sammeln": (Proof, "__init__"), "Profile": (publishing, "plan"),
    "Kalender": (Feeds, "_of_team"), "Seiten": (Drawing, "draw"), "suchen": (Proof, "leaks"),
    "Links": (publishing, "_refuse_broken_links"),
}  # fmt: skip


def main() -> None:
    """Measure and print."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else TEAMS
    spent: dict[str, float] = {}
    for name, (where, what) in STEPS.items():
        setattr(where, what, _timed(name, getattr(where, what), spent))
    found: dict[str, list[dict[str, float]]] = {"alles neu": [], "nichts geändert": [], "ein Team geändert": []}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "netz"
        write(root, teams)
        for number in range(RUNS):
            shutil.rmtree(root / "site", ignore_errors=True)
            shutil.rmtree(root / ".wiq-cache", ignore_errors=True)
            for name, rows in found.items():
                if name.startswith("ein"):
                    _change(root / "teams" / "team-00000.yaml", number)
                spent.clear()
                begin = time.process_time()
                Publishing(Netzordner(root), root / "site").publish(lambda _: HEUTE)
                rows.append({**spent, "alles": time.process_time() - begin})
    _print(teams, found)


def _change(path: Path, number: int) -> None:
    path.write_text(
        path.read_text(encoding="utf-8").replace("offene_fragen: [", f"offene_fragen: [Neu {number}, "),
        encoding="utf-8",
    )


def _timed(name: str, work: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*words: Any, **more: Any) -> Any:
        begin = time.process_time()
        try:
            return work(*words, **more)
        finally:
            spent[name] = spent.get(name, 0) + time.process_time() - begin

    return timed


def _print(teams: int, found: dict[str, list[dict[str, float]]]) -> None:
    print(
        f"{teams} Teams, Rechenzeit dieses Prozesses in ms\n| Schritt | {' | '.join(found)} |\n|---|{'---|' * len(found)}"
    )
    for step in (*STEPS, "alles"):
        middle = [statistics.median(row.get(step, 0) for row in rows) for rows in found.values()]
        print(f"| {step} | {' | '.join(f'{1000 * one:.0f}' for one in middle)} |")


if __name__ == "__main__":
    main()
