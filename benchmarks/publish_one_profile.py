"""What publishing a network with one team costs over start-up: ``wiq publish --dry-run`` beside ``wiq --version``.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.publish_one_profile``
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import side_by_side, table
from benchmarks.network import write

DAY = "2026-11-22"
MOST = 50  # ms over start-up


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
    over = (figures["wiq publish"].cpu - figures["wiq --version"].cpu) * 1000
    print(table(figures, "wiq publish"))
    print(f"über dem Start: {over:.0f} ms, höchstens {MOST}")


if __name__ == "__main__":
    main()
