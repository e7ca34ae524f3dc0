"""What no run can do without, step by step: the floor under ``wiq check`` and ``wiq publish``, measured and not guessed.

The start is measured as whole programs, each with everything the ones before it load. The steps over the files are measured one
after the other in a process of their own, without the garbage collector, as every command works; the whole run stands beside them.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.floors [TEAMS]``
"""

from __future__ import annotations

import gc
import hashlib
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.measure import apart, side_by_side
from benchmarks.network import write
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse
from wiq_cli.files.netz import Netzordner
from wiq_cli.files.sources import Sources
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

TEAMS, RUNS = 1000, 11
DAY = "2026-11-22"
HEUTE = date.fromisoformat(DAY)
LOADED = {
    "Python allein": "pass",
    "und libyaml": "import yaml",
    "und pydantic": "import pydantic, pydantic_core; pydantic.BaseModel",
    "und die Modelle eines Teams": "from wiq_cli.domain.team import Team; Team.model_validate",
}
WHOLE = "ein ganzer Lauf von wiq check"


def main() -> None:
    """Measure and print."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else TEAMS
    wiq = str(Path(sys.executable).parent / "wiq")
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "eins", Path(folder) / "netz"
        write(one, 1)
        write(many, teams)
        check, publish = ([wiq, word, "--today", DAY, "--root"] for word in ("check", "publish"))
        loaded = [f"{';'.join(list(LOADED.values())[: number + 1])}" for number in range(len(LOADED))]
        programs = {name: [sys.executable, "-c", code] for name, code in zip(LOADED, loaded, strict=True)}
        start = side_by_side({**programs, WHOLE: [*check, str(one), "--no-cache"]}, RUNS)
        runs = {"wiq check": [*check, str(many), "--no-cache"], "wiq publish": [*publish, str(many)]}
        whole = side_by_side(runs, 1, warm=False)
        steps = apart(lambda: _steps(many))
    print("| Start | CPU ms | im Verhältnis |\n|---|---|---|")
    for name, figures in start.items():
        print(f"| {name} | {figures.cpu * 1000:.0f} | {figures.cpu / start[WHOLE].cpu:.2f} |")
    columns = " | ".join(f"von {name}" for name in whole)
    print(f"\n{teams} Teams\n\n| Schritt | CPU ms | ms je Team | {columns} |\n|---|---|---|{'---|' * len(whole)}")
    for name, seconds in [*steps.items(), *((f"{name}, alles neu", figures.cpu) for name, figures in whole.items())]:
        shares = " | ".join(
            f"{seconds / figures.cpu:.0%}" if seconds <= figures.cpu else "" for figures in whole.values()
        )
        print(f"| {name} | {seconds * 1000:.0f} | {seconds * 1000 / teams:.2f} | {shares} |")


def _steps(root: Path) -> dict[str, float]:
    """Give the seconds of processor time of each step over all files."""
    gc.disable()
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        found = work()
        spent[name] = time.process_time() - begin
        return found

    paths = sorted((root / "teams").iterdir())
    texts = timed("die Dateien lesen", lambda: [path.read_text("utf-8") for path in paths])
    timed("libyaml allein: zerlegen", lambda: [_count(text) for text in texts])
    sources = timed("zerlegen, mit jeder Stelle", lambda: [parse(text, "teams/x.yaml") for text in texts])
    timed("gegen die Modelle halten", lambda: [read(Team, one, HEUTE) for one in sources])
    whole = Sources(Netzordner(root))
    whole.read()
    scalars = [Scalar(*one) for one in whole.texts()]
    timed("jede private Angabe sammeln", lambda: collect(scalars, HEUTE))
    site = [path for path in sorted((root / "site").rglob("*")) if path.is_file()]
    timed("jede Seite lesen und vergleichen", lambda: [hashlib.sha256(path.read_bytes()).digest() for path in site])
    return spent


def _count(text: str) -> int:
    """Count the events of a text."""
    loader, events = yaml.CSafeLoader(text), 0
    while loader.check_event():
        loader.get_event()
        events += 1
    loader.dispose()
    return events


if __name__ == "__main__":
    main()
