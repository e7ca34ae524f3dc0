"""What one profile costs: searching its files, and all of ``wiq publish --dry-run`` over the start of ``wiq --version``.

Searching is what the proof does for the files of one team in a network that has no other: collect the private values, find the
canary, look through the pages, the calendar and the data of this team. Nothing is remembered from one run to the next.
The whole command does much more: it reads and checks the network, draws every page of the site and searches all of it.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.publish_one_profile``
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.measure import side_by_side, table
from benchmarks.network import write
from benchmarks.scan_beside_render import render
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.netz import Netzordner
from wiq_cli.files.sources import Sources
from wiq_cli.files.vorlagen import read_vorlagen
from wiq_cli.render.templates import Templates
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.proof import prove, scan_site
from wiq_cli.scan.types import Scalar
from wiq_cli.usecases.publish import plan, team_of_page

DAY = "2026-11-22"
HEUTE = date.fromisoformat(DAY)
MOST = 50  # ms for searching one profile
RUNS = 9


def main() -> None:
    """Measure and print."""
    wiq = str(Path(sys.executable).parent / "wiq")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "netz"
        write(root, 1)
        publish = [wiq, "publish", "--dry-run", "--today", DAY, "--root", str(root)]
        run = subprocess.run(publish, check=False, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"wiq publish endet mit {run.returncode}: {run.stderr}")
        figures = side_by_side({"wiq publish": publish, "wiq --version": [wiq, "--version"]})
        searching, files = _searching(root)
    over = (figures["wiq publish"].cpu - figures["wiq --version"].cpu) * 1000
    print(table(figures, "wiq publish"))
    print(f"das ganze Kommando über dem Start: {over:.0f} ms")
    print(f"davon {files} Dateien eines Teams prüfen: {searching:.0f} ms, höchstens {MOST}")


def _searching(root: Path) -> tuple[float, int]:
    """Give the milliseconds of processor time that proving the files of the one team takes, and how many there are."""
    sources = Sources(Netzordner(root))
    sources.read()
    scalars = [Scalar(*one) for one in sources.texts()]
    rahmen, vorlagen = Rahmen(sources.netzwerk, sources.regeln, HEUTE), read_vorlagen(root)
    planned = plan(sources.whole_teams, rahmen)
    written = render(sources.whole_teams, rahmen, planned, Templates(vorlagen.texts, vorlagen.own))
    files = [(name, text.encode(), team) for name, text in written.items() if (team := team_of_page(name))]
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        needles = collect(scalars, HEUTE)
        prove(needles)
        scan_site(needles, files)
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000, len(files)


if __name__ == "__main__":
    main()
