"""``wiq check`` of one file beside check-jsonschema on the same file with the schema that wiq ships.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.check_one_file``
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.measure import side_by_side, table

ROOT = Path(__file__).resolve().parent.parent
TEAM = ROOT / "examples" / "wir-im-quartier" / "teams" / "leipzig-isst-zusammen.yaml"


def main() -> None:
    """Measure and print."""
    programs = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        network = Path(folder)
        (network / "teams").mkdir()
        (network / "wiq.yaml").write_text("name: Messnetz\ndomain: wir-im-quartier.net\n", encoding="utf-8")
        team = network / "teams" / TEAM.name
        team.write_bytes(TEAM.read_bytes())
        schema = str(ROOT / "schemas" / "team.json")
        figures = side_by_side(
            {
                "wiq check": [str(programs / "wiq"), "check", str(team), "--root", folder],
                "check-jsonschema": [str(programs / "check-jsonschema"), "--schemafile", schema, str(team)],
                "python -c pass": [sys.executable, "-c", "pass"],
            }
        )
    print(table(figures, "wiq check"))


if __name__ == "__main__":
    main()
