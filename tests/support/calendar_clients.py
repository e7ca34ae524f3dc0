"""What real calendar programs read in a file: each gives (start, end, title, place), on Berlin's clock, sorted.

A whole day is a plain date with the day after as its end.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from tests.support.libical import libical
from tests.support.tools import EDITOR, missing, program

Row = tuple[str, str, str, str]
Reader = Callable[[Path, date, date], list[Row]]
ZONE = "Europe/Berlin"
BERLIN = ZoneInfo(ZONE)
SCRIPTS = Path(__file__).parent.parent / "editor"


def recurring(file: Path, von: date, bis: date) -> list[Row]:
    """Read with icalendar and recurring-ical-events."""
    return recurring_text(file.read_bytes(), von, bis)


def recurring_text(data: bytes, von: date, bis: date) -> list[Row]:
    calendar = icalendar.Calendar.from_ical(data)
    found = recurring_ical_events.of(calendar).between(von, bis + timedelta(1))
    return sorted(
        (_iso(one.start), _iso(one.end), str(one["SUMMARY"]), str(one.get("LOCATION", "")))
        for one in found
        if von <= _day(one.start) <= bis
    )


def ical_js(file: Path, von: date, bis: date) -> list[Row]:
    """Read as Thunderbird and Nextcloud do."""
    return _node("read-icaljs.mjs", "ical.js", file, von, bis)


def node_ical(file: Path, von: date, bis: date) -> list[Row]:
    """Read as many small web programs do."""
    return _node("read-nodeical.mjs", "node-ical", file, von, bis)


def khal(file: Path, von: date, bis: date) -> list[Row]:
    """Import into khal and list."""
    khal = program("khal", "apt-get install khal")
    home = file.parent / "khal"
    (home / "vdir").mkdir(parents=True)
    config = home / "config"
    config.write_text(khal_config(home / "vdir"), encoding="utf-8")
    run(khal, "-c", str(config), "import", "--batch", "-a", "treffen", str(file), home=home)
    return khal_list(khal, config, von, bis)


def khal_config(vdir: Path) -> str:
    return (
        f"[calendars]\n[[treffen]]\npath = {vdir}\n[sqlite]\npath = {vdir.parent / 'khal.db'}\n"
        f"[locale]\nlocal_timezone = {ZONE}\ndefault_timezone = {ZONE}\n"
        "timeformat = %H:%M\ndateformat = %d.%m.\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %d.%m. %H:%M\nlongdatetimeformat = %Y-%m-%dT%H:%M\n"
    )


def khal_list(khal: str, config: Path, von: date, bis: date) -> list[Row]:
    form = "{start-long}\t{end-long}\t{title}\t{location}"
    days = (von.isoformat(), f"{bis + timedelta(1)}")
    text = run(
        khal, "-c", str(config), "list", "--notstarted", "--day-format", "", "--format", form, *days, home=config.parent
    )
    rows = [tuple(line.split("\t")) for line in text.splitlines() if line.strip()]
    return sorted({_khal_row(*row) for row in rows})  # khal shows what runs past midnight on both days


def _khal_row(start: str, end: str, title: str, place: str) -> Row:
    if "T" not in start:  # khal shows the last day, calendars the day after
        end = (date.fromisoformat(end) + timedelta(1)).isoformat()
    return start, end, title.strip(), place.strip()


def calcurse(file: Path, von: date, bis: date) -> list[Row]:
    """Import into calcurse and list. It shows no place in its listing."""
    calcurse = program("calcurse", "apt-get install calcurse")
    home = file.parent / "calcurse"
    home.mkdir()
    base = (calcurse, "-D", str(home), "-C", str(home))
    run(*base, "-q", "-i", str(file), home=home)
    rows: list[Row] = []
    timed = "%(start:%Y-%m-%dT%H:%M)\t%(end:%Y-%m-%dT%H:%M)\t%m\n"
    words = [f"--format-{kind}={timed}" for kind in ("apt", "recur-apt")]
    words += [f"--format-{kind}=%m\n" for kind in ("event", "recur-event")]
    text = run(
        *base,
        "-q",
        "-Q",
        "--filter-type",
        "cal",
        *words,
        "--from",
        f"{von:%m/%d/%Y}",
        "--to",
        f"{bis:%m/%d/%Y}",
        home=home,
    )
    current = von
    for line in text.splitlines():
        if len(line) == 9 and line.endswith(":"):
            current = datetime.strptime(line[:-1], "%m/%d/%y").date()  # noqa: DTZ007  # a day
        elif line.count("\t") == 2:
            start, end, title = line.split("\t")
            if start.startswith(current.isoformat()):
                rows.append((start, end, title, ""))
        elif line.strip():
            rows.append((current.isoformat(), (current + timedelta(1)).isoformat(), line.strip(" *"), ""))
    return sorted(rows)


CLIENTS: list[Reader] = [recurring, ical_js, node_ical, libical, khal, calcurse]


def seen_by(client: Reader, rows: list[Row]) -> list[Row]:
    """Leave out what a client does not list."""
    return [(*one[:3], "") for one in rows] if client is calcurse else rows


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder on this machine alone, as a subscription sees it."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", port), partial(quiet, directory=str(folder))) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


class Subscription:
    """An address that vdirsyncer fetches for khal."""

    def __init__(self, home: Path, address: str) -> None:
        self._home = home
        self._vdirsyncer = program("vdirsyncer", "apt-get install vdirsyncer")
        self._khal = program("khal", "apt-get install khal")
        vdir = home / "vdir"
        vdir.mkdir(parents=True)
        (home / "khal.conf").write_text(khal_config(vdir), encoding="utf-8")
        (home / "sync.conf").write_text(
            f'[general]\nstatus_path = "{home}/status"\n'
            '[pair treffen]\na = "here"\nb = "there"\ncollections = null\nconflict_resolution = "b wins"\n'
            f'[storage here]\ntype = "filesystem"\npath = "{vdir}"\nfileext = ".ics"\n'
            f'[storage there]\ntype = "http"\nurl = "{address}"\n',
            encoding="utf-8",
        )

    def shows(self, von: date, bis: date) -> list[Row]:
        """Fetch what is there now and list it."""
        for step in ("discover", "sync"):
            run(self._vdirsyncer, "-c", str(self._home / "sync.conf"), step, home=self._home)
        return khal_list(self._khal, self._home / "khal.conf", von, bis)


def _node(script: str, package: str, file: Path, von: date, bis: date) -> list[Row]:
    node = program("node", "apt-get install nodejs npm")
    if not (EDITOR / package).exists():
        missing(f"{package} fehlt hier. So kommt es her: make test")
    copy = EDITOR.parent / script  # a module looks for others beside itself
    shutil.copy(SCRIPTS / script, copy)
    text = run(node, str(copy), str(file), von.isoformat(), bis.isoformat(), home=file.parent)
    return sorted(tuple(row) for row in json.loads(text))


def run(*words: str, home: Path) -> str:
    """Run a program in a home of its own, by Berlin's clock."""
    environment = os.environ | {
        "HOME": str(home),
        "TZ": ZONE,
        "LC_ALL": "C.UTF-8",
        "XDG_CACHE_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
    }
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def _iso(moment: date) -> str:
    return moment.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()


def _day(moment: date) -> date:
    return moment.astimezone(BERLIN).date() if isinstance(moment, datetime) else moment
