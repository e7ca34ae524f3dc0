"""For every command that writes: calls that do write in the network of these tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.robust.world import CLOSED, FRESH, GARTEN, VOTED, files
from tests.support.texts import with_keys

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

AFTERWARDS = "st-20261122-zelt"


@dataclass(frozen=True)
class Working:
    """One call; {out} is a folder beside the network. Some files of the network may have to be others first."""

    words: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    first: tuple[tuple[str, ...], ...] = ()  # calls that go before it
    once: bool = False  # who calls it a second time adds a second entry, or is told that it is done

    @property
    def name(self) -> str:
        return " ".join(self.words[:3])

    def call(self, out: Path) -> tuple[str, ...]:
        """Give the words with the folder beside the network filled in."""
        return tuple(word.replace("{out}", str(out)) for word in self.words)


def _garten(block: str) -> dict[str, bytes]:
    return {"teams/garten.yaml": with_keys(GARTEN, block).encode()}


UNTIDY = {
    "teams/garten.yaml": GARTEN.replace("2026-01-01", "1.1.2026").encode(),
    "teams/chor.yaml": files()["teams/chor.yaml"].replace(b"2027-09-15", b"15.9.2027"),
}
CHOR = files()["teams/chor.yaml"]
BRANCHES = {
    "chor.yaml": CHOR,
    "teams/chor.yaml": CHOR.replace(b"[Gartenverein]", b"[Gartenverein, Kirche]"),
    "hier.yaml": CHOR.replace(b"themen: [Umwelt]", b"themen: [Musik]"),
}
OLD = {name: data.replace(b"schema: 2", b"schema: 1") for name, data in files().items() if name.startswith("teams/")}
HABIT = _garten("treffen:\n  ort: Hof\n  termine: [06.10.2026, 20.10.2026, 03.11.2026, 17.11.2026]\n")
TASK = ("decide", "task", CLOSED, "Pflanzen kaufen", "--team", "st")
ANOTHER = (
    ("decide", "new", "--team", "st", "--title", "Zelt", "--wording", "Wir leihen ein Zelt."),
    ("decide", "vote", AFTERWARDS, "--zustimmung", "8"),
)
GIVEN = (("person", "consent", "p901", "--purpose", "foto", "--answer", "ja", "--proof", "Blatt 3"),)

WORKING = (
    Working(("init", "{out}/neu", "--name", "Netz am Kanal")),
    Working(("new-team", "Bücherschrank"), once=True),
    Working(("check", "--write-baseline", "{out}/bekannt.json")),
    Working(("check", "--fix"), UNTIDY),
    Working(("fmt",), UNTIDY),
    Working(("migrate",), OLD),
    Working(("status", "--format", "html", "--output", "{out}/stand.html")),
    Working(("report", "--format", "html", "--output", "{out}/bericht.html")),
    Working(("add", "garten", "weg", "Wasser holen", "--bis", "2027-03-01"), once=True),
    Working(("done", "garten", "weg", "1"), once=True),
    Working(("set", "garten", "untertitel", "Beete am Wasser")),
    Working(("measure", "garten", "1", "12", "--am", "2026-11-20"), once=True),
    Working(("archive", "garten", "-y"), once=True),
    Working(("publish",)),
    Working(("doctor", "--fix")),
    Working(("meetings", "add", "garten", "05.12.2026 10:00"), once=True),
    Working(("meetings", "cancel", "chor", "07.12.2026", "--reason", "krank"), once=True),
    Working(("meetings", "move", "chor", "07.12.2026", "08.12.2026 19:00"), once=True),
    Working(("meetings", "rhythm", "garten", "--time", "18:00", "-y"), HABIT, once=True),
    Working(("decide", "new", "--team", "st", "--title", "Zelt", "--wording", "Wir leihen ein Zelt."), once=True),
    Working(("decide", "vote", FRESH, "--zustimmung", "8"), once=True),
    Working(("decide", "close", VOTED), once=True),
    Working(("decide", "reword", FRESH, "Wir machen ein kleines Fest."), once=True),
    Working(("decide", "note", CLOSED, "Die Erde ist bestellt."), once=True),
    Working(("decide", "ok", VOTED, "ut", "einvernehmen", "--yes"), once=True),
    Working(TASK, once=True),
    Working(("decide", "done", CLOSED, "1"), first=(TASK,), once=True),
    Working(("decide", "supersede", CLOSED, AFTERWARDS), first=ANOTHER, once=True),
    Working(("decide", "verify", "--anchor")),
    Working(("person", "add", "garten", "--name", "Wanda Wiesel"), once=True),
    Working(("person", "leave", "p901", "--on", "2026-11-22")),
    Working(("person", "consent", "p901", "--purpose", "name", "--answer", "nein", "-y")),
    Working(("person", "revoke", "p901", "--purpose", "foto"), first=GIVEN),
    Working(("person", "forget", "p901", "-y", "--plan", "{out}/plan.txt"), once=True),
    Working(("merge-driver", "chor.yaml", "teams/chor.yaml", "hier.yaml", "teams/chor.yaml"), BRANCHES),
    Working(("export", "lists", "--output", "{out}/listen")),
    Working(("export", "contacts", "garten", "--format", "csv", "--output", "{out}/kontakte.csv")),
)
