"""What proving costs beside rendering: processor time of both over all files of one made-up network, in one run.

Rendering is what ``wiq publish`` writes: pages, calendars, manifest. Proving is what it does with these bytes and all private
values: collecting these, finding the canary, searching. Reading and writing files is in neither, and nor is the form of calendars.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.scan_beside_render [TEAMS]``
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import apart
from benchmarks.network import write
from wiq_cli import __version__
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.netz import Netzordner
from wiq_cli.files.sources import Sources
from wiq_cli.files.vorlagen import read_vorlagen
from wiq_cli.render.calendars import calendar_files
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.proof import prove, scan_site
from wiq_cli.scan.types import Scalar
from wiq_cli.usecases.calendars import calendars
from wiq_cli.usecases.publish import (
    MANIFEST,
    Receipt,
    entries_of,
    manifest_text,
    plan,
    sums_of,
    team_of_page,
    without_sums,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.team import Team
    from wiq_cli.usecases.publish import Plan

HEUTE = date(2026, 11, 22)
CHANGED = datetime(2026, 11, 1, tzinfo=UTC)
TEAMS = 1000
RUNS = 3


def main() -> None:
    """Measure and print."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else TEAMS
    gc.disable()  # as in every command
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "netz"
        write(root, teams)
        sources = Sources(Netzordner(root))
        sources.read()
        vorlagen = read_vorlagen(root)
        rahmen = Rahmen(sources.netzwerk, sources.regeln, HEUTE)
        planned = plan(sources.whole_teams, rahmen, sources.beschluesse)
        scalars = [Scalar(*one) for one in sources.texts()]

    def once() -> tuple[float, float, float, str]:
        start = time.process_time()
        pages = render(sources.whole_teams, rahmen, planned, Templates(vorlagen.texts, vorlagen.own))
        rendered = time.process_time()
        sums = set(sums_of({name: text for name, text in pages.items() if name != MANIFEST}).values())
        files = [(name, text.encode(), team_of_page(name)) for name, text in pages.items()]
        written = time.process_time()
        needles = collect(scalars, HEUTE)
        prove(needles)
        collected = time.process_time()
        # as publish does: the digests of the pages say nothing that the pages do not say
        found = scan_site(
            needles,
            [(name, without_sums(data, sums) if name == MANIFEST else data, team) for name, data, team in files],
        )
        done = time.process_time()
        size = sum(map(len, pages.values()))
        about = f"{len(pages)} Dateien, {size / 1e6:.1f} MB, {needles.count} private Angaben, {len(found)} Funde"
        return rendered - start, collected - written, done - collected, about

    rounds = [apart(once) for _ in range(RUNS)]
    drawn, gather, scan = (statistics.median(one[number] for one in rounds) for number in range(3))
    print(f"{teams} Teams, {rounds[0][3]}")
    print("| Schritt | CPU ms | im Verhältnis |\n|---|---|---|")
    for name, seconds in (("Seiten schreiben", drawn), ("Angaben sammeln", gather), ("Seiten prüfen", scan)):
        print(f"| {name} | {seconds * 1000:.0f} | {seconds / drawn:.2f} |")
    print(f"| sammeln und prüfen | {(gather + scan) * 1000:.0f} | {(gather + scan) / drawn:.2f} |")


def render(teams: Sequence[tuple[str, Team]], rahmen: Rahmen, planned: Plan, templates: Templates) -> dict[str, str]:
    """Write all files of a site."""
    feeds = calendar_files(calendars(teams, rahmen, {kuerzel: CHANGED for kuerzel, _ in teams}))
    pages = feeds | site(planned.profiles, planned.network, templates, feeds)
    receipt = Receipt(wiq=__version__, needles=0)
    return {**pages, MANIFEST: manifest_text(sums_of(pages), entries_of(planned.profiles), planned.network, receipt)}


if __name__ == "__main__":
    main()
