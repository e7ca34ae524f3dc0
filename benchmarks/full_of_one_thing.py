"""``wiq check`` and ``wiq publish`` of one team whose file is as large as wiq takes it and full of one thing, beside prose.

Nobody writes such a file by chance. It is what a file can cost at most: each word of it asks for the whole search, on every
page it stands on. Run it on a quiet machine: ``.venv/bin/python -m benchmarks.full_of_one_thing``
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import side_by_side
from benchmarks.network import write
from wiq_cli.domain.umfang import LETTERS_MAX
from wiq_cli.files.disk import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

DAY, RUNS = "2026-11-22", 3
PROSE = "Sätze"
WORDS = [
    "Wir",
    "treffen",
    "uns",
    "im",
    "Garten",
    "am",
    "Kanal",
    "und",
    "pflanzen",
    "mit",
    "allen",
    "aus",
    "der",
    "Nachbarschaft.",
]
NUMBERS = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
FULL_OF: dict[str, Callable[[int], str]] = {
    PROSE: lambda number: f"{WORDS[number % len(WORDS)]} ",
    "Adressen": lambda number: f"a.b-{number}_c@netz{number}.example, ",
    "Nummern": lambda number: f"+49-341-{1_000_000 + number * 7}; ",
    "Zahlen als Wörter": lambda number: f"{' '.join(NUMBERS[int(digit)] for digit in str(number * 7919))} ",
    "einzelne Buchstaben": lambda number: (
        f"{' '.join(chr(97 + number * 7919 // 26**place % 26) for place in range(4))} "
    ),
    "Kodiertes": lambda number: f"\\x{97 + number % 26:x}\\u00{97 + number % 26:x}",
    "Hexadezimales": lambda number: f"{number:08x} ",
    "Unterstriche": lambda number: f"a_{number}_",
    "Fettes": lambda number: f"**a{number}** ",
    "Links": lambda number: f"<https://b{number}.example> ",
    "Markdown": lambda number: f"**a{number}** [b](https://c.example/{number}) ",
}


def main() -> None:
    """Measure and print."""
    wiq = str(Path(sys.executable).parent / "wiq")
    with tempfile.TemporaryDirectory() as folder:
        programs = {}
        for name, piece in FULL_OF.items():
            root = Path(folder) / name
            write(root, 1)
            _fill(root / "teams/team-00000.yaml", piece)
            for command in (["check", "--no-cache"], ["publish", "--dry-run"]):
                words = [wiq, *command, "--root", str(root), "--today", DAY]
                programs[f"{name}: wiq {command[0]}"] = words
        figures = side_by_side(programs, RUNS)
    print(f"Eine Datei von {MAX_BYTES // 1024} KiB, Texte von {LETTERS_MAX} Zeichen, Mitte von {RUNS}\n")
    print(
        "| voll von | wiq check: CPU s | im Verhältnis | MiB | wiq publish: CPU s | im Verhältnis | MiB |\n|---|---|---|---|---|---|---|"
    )
    for name in FULL_OF:
        cells = [
            f"{one.cpu:.1f} | {one.cpu / figures[f'{PROSE}: wiq {command}'].cpu:.1f} | {one.peak:.0f}"
            for command in ("check", "publish")
            for one in (figures[f"{name}: wiq {command}"],)
        ]
        print(f"| {name} | {' | '.join(cells)} |")


def _fill(path: Path, piece: Callable[[int], str]) -> None:
    """Put texts into a team, each as long as it may be, until its file is full."""
    text = path.read_text("utf-8")
    room = MAX_BYTES - len(text.encode()) - 100
    lines, number = ["problem:"], 0
    while room > LETTERS_MAX // 10:
        one = ""
        while len(one) < LETTERS_MAX - 60 and len(one.encode()) < room - 60:
            one += piece(number)
            number += 1
        lines.append(f"  - '{one}'")
        room -= len(lines[-1].encode()) + 1
    path.write_text(text.replace("problem:", "\n".join(lines), 1), encoding="utf-8")


if __name__ == "__main__":
    main()
