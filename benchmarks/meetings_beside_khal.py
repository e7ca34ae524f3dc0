"""``wiq meetings`` beside khal and calcurse: the next month of many teams, listed by all from the same events.

The others get the events of that month alone: khal one file each, as a subscription would leave them, calcurse its own
list, read in before. Warm is khal's filled cache, cold a fresh one. wiq is measured with its index, and without.

Run it on a quiet machine: ``.venv/bin/python -m benchmarks.meetings_beside_khal [TEAMS]``
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measure import side_by_side, table
from benchmarks.network import write

TEAMS = 1000
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 30)
RHYTHMS = (
    "jeden Montag 19:00", "alle 2 Wochen Dienstag 18:00 ab 01.09.2026", "erster und dritter Mittwoch im Monat 18:30",
    "ungerade KW Donnerstag 17:30", "jede Woche Freitag 16:00", "alle 2 Wochen Mo und Do 20:00 ab 01.09.2026",
)  # fmt: skip
WARM, COLD, CALCURSE = "khal, voller Cache", "khal, leerer Cache", "calcurse, schon eingelesen"
INDEX, FRESH = "wiq meetings, mit Verzeichnis", "wiq meetings, ohne Verzeichnis"
HEAD, EVENTS = re.compile(r".*?END:VTIMEZONE\r\n", re.DOTALL), re.compile(r"BEGIN:VEVENT.*?END:VEVENT\r\n", re.DOTALL)


def main() -> None:
    """Measure and print."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else TEAMS
    wiq = Path(sys.executable).parent / "wiq"
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        root = here / "netz"
        write(root, teams)
        for number, path in enumerate(sorted((root / "teams").iterdir())):
            text = re.sub(r"rhythmus: \[.*\]", f"rhythmus: [{RHYTHMS[number % len(RHYTHMS)]}]", path.read_text("utf-8"))
            path.write_text(text, encoding="utf-8")
        ours = [
            str(wiq),
            "meetings",
            "--root",
            str(root),
            "--from",
            f"{FIRST}",
            "--to",
            f"{LAST}",
            "--today",
            f"{FIRST}",
        ]
        listed = _out(ours)
        calendar = _out([*ours, "--format", "ics"])
        events = _for_khal(calendar, here)
        khal = ["khal", "-c", str(here / "khal.conf"), "list", "--notstarted", f"{FIRST}", f"{LAST + timedelta(1)}"]
        assert listed.count("\n") == events, "both list the same meetings"  # noqa: S101  # a figure without it means nothing
        fresh = ["sh", "-c", 'rm -rf "$1"; shift; exec "$@"', "-"]
        # in two rounds: who throws a cache away must not do so for the one after it
        figures = side_by_side({INDEX: ours, WARM: khal, CALCURSE: _calcurse(calendar, here, events)})
        figures |= side_by_side(
            {COLD: [*fresh, str(here / "khal.db"), *khal], FRESH: [*fresh, str(root / ".wiq-cache"), *ours]}, runs=3
        )
    print(f"{teams} Teams, {events} Treffen vom {FIRST} bis {LAST}")
    print(table(figures, INDEX))


def _for_khal(calendar: str, here: Path) -> int:
    """Write the events as vdirsyncer would, one file each, and khal's settings; give how many there are."""
    vdir = here / "vdir"
    vdir.mkdir()
    head = HEAD.match(calendar)
    events = EVENTS.findall(calendar)
    for number, event in enumerate(events):
        text = f"{head[0] if head else ''}{event}END:VCALENDAR\r\n"
        (vdir / f"{number}.ics").write_bytes(text.encode())
    (here / "khal.conf").write_text(
        f"[calendars]\n[[treffen]]\npath = {vdir}\n[sqlite]\npath = {here / 'khal.db'}\n"
        "[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n"
        "timeformat = %H:%M\ndateformat = %d.%m.\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %d.%m. %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n",
        encoding="utf-8",
    )
    return len(events)


def _calcurse(calendar: str, here: Path, events: int) -> list[str]:
    """Have calcurse read the events into its own list; give the call that lists the same month."""
    (here / "alle.ics").write_bytes(calendar.encode())
    (here / "calcurse").mkdir()
    calcurse = ["calcurse", "-q", "-D", str(here / "calcurse")]
    _out([*calcurse, "-i", str(here / "alle.ics")])
    query = [*calcurse, "-Q", "--input-datefmt", "4", "--from", f"{FIRST}", "--days", f"{(LAST - FIRST).days + 1}"]
    assert _out(query).count("\n - ") == events, "it lists the same meetings"  # noqa: S101  # as above
    return query


def _out(words: list[str]) -> str:
    done = subprocess.run(words, capture_output=True, check=True, env=os.environ)
    return done.stdout.decode()


if __name__ == "__main__":
    main()
