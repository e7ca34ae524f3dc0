"""``wiq check`` and ``wiq publish`` of one team whose file is as full as wiq takes it of one thing, beside prose.

Nobody writes such a file by chance. It is what a file can cost at most: each word of it asks for the whole search, on every
page it stands on. Plain words fill it to its size, all else to its weight (wiq_cli/domain/umfang.py). Run it on a quiet machine: ``.venv/bin/python -m benchmarks.full_of_one_thing``
"""

from __future__ import annotations

import re
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import side_by_side
from benchmarks.network import write
from wiq_cli.domain.umfang import ENTRY, LETTERS_MAX, WEIGHT_MAX, weight
from wiq_cli.files.disk import MAX_BYTES
from wiq_cli.files.loader import MAX_ENTRIES, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    "erfundene Wörter": lambda number: f"{_letters(number * 7919, 'abcdefghijklmnopqrstuvwxyz', 5)} ",
    "Adressen": lambda number: f"a.b-{number}_c@netz{number}.example, ",
    "Nummern": lambda number: f"+49-341-{1_000_000 + number * 7}; ",
    "Zahlen als Wörter": lambda number: f"{' '.join(NUMBERS[int(digit)] for digit in str(number * 7919))} ",
    "einzelne Buchstaben": lambda number: f"{' '.join(_letters(number * 7919, 'abcdefghijklmnopqrstuvwxyz', 4))} ",
    "Kyrillisch": lambda number: f"{_letters(number * 7919, 'абвгдежзиклмнопрст', 6)} ",
    "Kodiertes": lambda number: f"\\x{97 + number % 26:x}\\u00{97 + number % 26:x}",
    "Hexadezimales": lambda number: f"{number:08x} ",
    "Unterstriche": lambda number: f"a_{number}_",
    "Fettes": lambda number: f"**a{number}** ",
    "Links": lambda number: f"<https://b{number}.example> ",
    "Markdown": lambda number: f"**a{number}** [b](https://c.example/{number}) ",
}
LISTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "offene Fragen": ("offene_fragen", lambda number: f"Frage {number}?"),
    "Wünsche": ("support", lambda number: f"{{was: T{number}, art: geld}}"),
    "Partner": ("kooperationspartner", lambda number: f"{{name: T{number}, url: 'https://a{number}.example'}}"),
    "Schritte": ("stand", lambda number: f"{{text: T{number}, erledigt: ja, am: 2025-01-01}}"),
}


def main() -> None:
    """Measure and print."""
    wiq = str(Path(sys.executable).parent / "wiq")
    with tempfile.TemporaryDirectory() as folder:
        programs = {}
        for name in (*FULL_OF, *LISTS):
            root = Path(folder) / name
            write(root, 1)
            fill(root / "teams/team-00000.yaml", name)
            for command in (["check", "--no-cache"], ["publish", "--dry-run"]):
                words = [wiq, *command, "--root", str(root), "--today", DAY]
                programs[f"{name}: wiq {command[0]}"] = words
        figures = side_by_side(programs, RUNS)
    print(f"Eine Datei, so voll wie wiq sie nimmt (höchstens {MAX_BYTES // 1024} KiB), Mitte von {RUNS}\n")
    print(
        "| voll von | wiq check: CPU s | im Verhältnis | MiB | wiq publish: CPU s | im Verhältnis | MiB |\n|---|---|---|---|---|---|---|"
    )
    for name in (*FULL_OF, *LISTS):
        cells = [
            f"{one.cpu:.1f} | {one.cpu / figures[f'{PROSE}: wiq {command}'].cpu:.1f} | {one.peak:.0f}"
            for command in ("check", "publish")
            for one in (figures[f"{name}: wiq {command}"],)
        ]
        print(f"| {name} | {' | '.join(cells)} |")


def fill(path: Path, name: str) -> None:
    """Put as much of one thing into a team as its file takes."""
    key, entry = LISTS.get(name, ("problem", None))
    entries = map(entry, count()) if entry else texts(FULL_OF[name])
    path.write_text(filled(path.read_text("utf-8"), key, entries), encoding="utf-8")


def filled(team: str, key: str, entries: Iterable[str]) -> str:
    """Give the file of a team with as many of these entries under a key as it takes."""
    text = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", team, flags=re.MULTILINE) + f"{key}:\n"
    room, load = MAX_BYTES - len(text.encode()), WEIGHT_MAX - _weight(text)
    for number, entry in enumerate(entries):
        line = f"  - {entry}\n"
        room -= len(line.encode())
        load -= _weight(line)
        if min(room, load) < 0 or number == MAX_ENTRIES:
            break
        text += line
    return text


def _weight(text: str) -> int:
    return sum(weight(one) for _, one in parse(text, "").scalars())


def texts(piece: Callable[[int], str]) -> Iterator[str]:
    """Give texts of one thing, some pages long where they are light."""
    number = 0
    while True:
        one, heavy = "", 0
        while len(one) < LETTERS_MAX // 4 and heavy < WEIGHT_MAX // 20:
            new = piece(number)
            one, heavy, number = one + new, heavy + weight(new) - ENTRY, number + 1
        yield f"'{one}'"


def _letters(number: int, alphabet: str, many: int) -> str:
    """Write a number with the letters of an alphabet."""
    return "".join(alphabet[number // len(alphabet) ** place % len(alphabet)] for place in range(many))


if __name__ == "__main__":
    main()
