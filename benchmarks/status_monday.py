"""Monday: ``wiq status`` over a network of 200 teams with two years of history, beside the start of Python.

Prints the times, whom it would call, and which fate the made-up network has given these teams.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.status_monday [TEAMS]``
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import side_by_side, table
from benchmarks.two_years import HEUTE, build

TEAMS = 200
OURS = "wiq status"


def main() -> None:
    """Measure and print."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else TEAMS
    wiq = Path(sys.executable).parent / "wiq"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "netz"
        fates = build(root, teams)
        words = [str(wiq), "status", "--root", str(root), "--today", f"{HEUTE}"]
        figures = side_by_side(
            {
                OURS: words,
                "wiq status, Verzeichnis leer": [
                    "sh",
                    "-c",
                    'rm -rf "$1"; shift; exec "$@"',
                    "-",
                    str(root / ".wiq-cache"),
                    *words,
                ],
                OURS + " ": words,  # fills it again for the next round
                "wiq needs": [str(wiq), "needs", *words[2:]],
                "git log": ["git", "-C", str(root), "log", "--raw", "--", "teams"],
                "python -c pass": [sys.executable, "-c", "pass"],
            }
        )
        del figures[OURS + " "]
        done = subprocess.run([*words, "--format", "json"], capture_output=True, check=True)
        commits = subprocess.run(
            ["git", "-C", str(root), "rev-list", "--count", "HEAD"], capture_output=True, check=True
        )
    print(f"{teams} Teams, {int(commits.stdout)} Commits")
    print(table(figures, OURS))
    data = json.loads(done.stdout)
    reasons = {one["team"]: one["reasons"] for one in data["teams"]}
    print("\nAls Nächstes:")
    for one in data["next"]:
        print(
            f"- {one} (erfunden: {fates[one]}): {' '.join(each['message'] for each in reasons[one] if each['level'] != 'note')}"
        )


if __name__ == "__main__":
    main()
