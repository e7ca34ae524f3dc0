"""How ``wiq publish`` grows with the network: time and memory of a full build, of none and of one change, for more and more teams.

Memory is that of the larger one of its two processes. Run it on a quiet machine: ``… -m benchmarks.publish_growth [TEAMS …]``
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import side_by_side
from benchmarks.network import write
from benchmarks.publish_beside_peers import CHANGE, CLEAN, DAY

TEAMS = (300, 1000, 5000)


def main() -> None:
    """Measure and print."""
    print("| Teams | Lauf | CPU s | Uhr s | Speicher MiB | CPU ms je Team |\n|---|---|---|---|---|---|")
    for teams in [int(one) for one in sys.argv[1:]] or TEAMS:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "netz"
            write(root, teams)
            publish = [str(Path(sys.executable).parent / "wiq"), "publish", "--root", str(root), "--today", DAY]
            subprocess.run([*publish, "--check"], check=False, capture_output=True)  # Python keeps what it has compiled
            programs = {
                "alles neu": [*CLEAN, str(root / "site"), str(root / ".wiq-cache"), *publish],
                "nichts geändert": publish,
                "ein Team geändert": [*CHANGE, str(root / "teams/team-00000.yaml"), *publish],
            }
            for name, one in side_by_side(programs, 1, warm=False).items():
                each = 1000 * one.cpu / teams
                print(
                    f"| {teams} | {name} | {one.cpu:.2f} | {one.wall:.2f} | {one.peak:.0f} | {each:.1f} |", flush=True
                )


if __name__ == "__main__":
    main()
