"""What proving costs beside rendering: processor time of both over the pages of one made-up network, in one run.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.scan_beside_render [TEAMS]``
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.network import write
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.netz import Netzordner
from wiq_cli.files.sources import Sources
from wiq_cli.files.vorlagen import read_vorlagen
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates
from wiq_cli.scan.needles import collect
from wiq_cli.scan.proof import prove, scan_site
from wiq_cli.scan.types import Scalar
from wiq_cli.usecases.publish import plan, team_of_page

if TYPE_CHECKING:
    from wiq_cli.usecases.publish import Plan

HEUTE = date(2026, 11, 22)
TEAMS = 1000
RUNS = 5


def main() -> None:
    """Measure and print."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else TEAMS
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "netz"
        write(root, teams)
        sources = Sources(Netzordner(root))
        sources.read()
        vorlagen = read_vorlagen(root)
        planned = plan(sources.whole_teams, Rahmen(sources.netzwerk, sources.regeln, HEUTE), sources.beschluesse)
        scalars = [Scalar(*one) for one in sources.texts()]
    rendering, collecting, scanning = [], [], []
    for number in range(RUNS + 1):
        start = time.process_time()
        pages = _render(planned, Templates(vorlagen.texts, vorlagen.own))
        rendered = time.process_time()
        needles = collect(scalars, HEUTE)
        prove(needles)
        collected = time.process_time()
        found = scan_site(needles, ((name, text.encode(), team_of_page(name)) for name, text in pages.items()))
        done = time.process_time()
        if number:  # the first round warms the caches
            rendering.append(rendered - start)
            collecting.append(collected - rendered)
            scanning.append(done - collected)
    render, gather, scan = (statistics.median(one) for one in (rendering, collecting, scanning))
    size = sum(map(len, pages.values()))
    print(
        f"{teams} Teams, {len(pages)} Dateien, {size / 1e6:.1f} MB, {needles.count} private Angaben, {len(found)} Funde"
    )
    print("| Schritt | CPU ms | im Verhältnis |\n|---|---|---|")
    for name, seconds in (("Seiten schreiben", render), ("Angaben sammeln", gather), ("Seiten prüfen", scan)):
        print(f"| {name} | {seconds * 1000:.0f} | {seconds / render:.2f} |")
    print(f"| sammeln und prüfen | {(gather + scan) * 1000:.0f} | {(gather + scan) / render:.2f} |")


def _render(planned: Plan, templates: Templates) -> dict[str, str]:
    return site(planned.profiles, planned.network, templates)


if __name__ == "__main__":
    main()
