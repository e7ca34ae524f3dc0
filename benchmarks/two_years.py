"""A made-up network with two years of git history: some twenty changes a team, each committed on its day.

``.venv/bin/python -m benchmarks.two_years FOLDER [TEAMS]`` writes one to look at.
"""

from __future__ import annotations

import random
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import lives
from benchmarks.lives import DISTRICTS, RHYTHMS, THINGS, TOPICS, Life
from benchmarks.network import PEOPLE_A_TEAM, word
from wiq_cli.domain.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

HEUTE = date(2026, 11, 23)  # a Monday
YEARS = 2
WIQ = """\
schema: 1
name: Messnetz
ort: Leipzig
bundesland: SN
domain: netz.example
impressum: https://netz.example/i
datenschutz: https://netz.example/d
"""


def build(folder: Path, teams: int = 200, seed: int = 1, heute: date = HEUTE) -> dict[str, str]:
    """Write the network as a git repository; give the fate of each team."""
    source = random.Random(seed)  # noqa: S311  # a made-up network, no secrets
    begin = heute - timedelta(365 * YEARS)
    found = _lives(source, teams, begin, heute)
    changes = [
        (begin, {"wiq.yaml": WIQ, ".gitignore": ".wiq-cache/\nsite/\n", **_steering(begin)}, "Netzwerk angelegt")
    ]
    for life in found:
        written = [(day, life.text(), doing) for day, doing in lives.days(source, life, heute)]
        changes += [
            (day, {f"teams/{life.kuerzel}.yaml": text}, f"{life.kuerzel}: {doing}") for day, text, doing in written
        ]
        changes += [
            (day, {path: text}, f"Beschluss zu {life.kuerzel}") for day, path, text in _decisions(source, life, heute)
        ]
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    stream = b"".join(_commits(sorted(changes, key=lambda one: one[0])))
    _git(folder, "fast-import", "--quiet", given=stream)
    _git(folder, "reset", "--quiet", "--hard", "main")
    return {life.kuerzel: life.fate for life in found}


def _lives(source: random.Random, teams: int, begin: date, heute: date) -> list[Life]:
    names = [f"{thing} {district}" for district in DISTRICTS for thing in THINGS]
    names += [f"{name} {number}" for number in range(2, teams // len(names) + 2) for name in names]
    return [
        Life(
            number=number, name=name, kuerzel=slug(name), district=DISTRICTS[number // len(THINGS) % len(DISTRICTS)],
            topic=source.choice(TOPICS), fate=fate, begin=begin + timedelta(source.randint(0, 300)),
            people=[f"{word(source).title()}a {word(source).title()}mann" for _ in range(PEOPLE_A_TEAM)],
            rhythm=source.choice(RHYTHMS), goals_until=heute + timedelta(source.randint(60, 400)),
        )
        for number, (name, fate) in enumerate(zip(names, lives.fates(source, teams), strict=False))
    ]  # fmt: skip


def _steering(begin: date) -> dict[str, str]:
    people = "".join(f"  - {{kennung: st{one}, email: st{one}@example.org, seit: {begin}}}\n" for one in range(8))
    return {
        "teams/st.yaml": "schema: 1\nart: ST\nname: Steuerungsteam\nstatus: laeuft\nverteiler: st@netz.example\n"
        f"mitglieder:\n{people}treffen:\n  ort: Rathaus\n  rhythmus: [erster Donnerstag im Monat 17:00 ab {begin}]\n"
    }


def _decisions(source: random.Random, life: Life, heute: date) -> Iterator[tuple[date, str, str]]:
    """Give what the steering team decided: the first wishes are granted, later ones nobody has heard yet."""
    if life.wished is None or life.fate == "waiting":
        return
    day = min(life.wished + timedelta(source.randint(7, 30)), heute)
    name = f"st-{day:%Y%m%d}-{life.kuerzel}"
    yield day, f"beschluesse/st/{day.year}/{name}.yaml", _decision(name, day, life)


def _decision(name: str, day: date, life: Life) -> str:
    granted = ", ".join(was for was, _ in life.wishes[: life.first])
    return (
        f"schema: 1\nid: {name}\nteam: st\nart: lt_unterstuetzung\ntitel: Unterstützung für {life.name}\n"
        f"antrag:\n  eingebracht_am: {day}\n  wortlaut: Das ST unterstützt {life.name}.\n"
        f"betrifft: {{lt: {life.kuerzel}}}\nleistung: {{bewilligt: [{granted}]}}\n"
        f"form: {{art: treffen, am: {day}}}\nwahlkoerper: {{stichtag: {day}, zahl: 8}}\n"
        f"versuche:\n  - {{nr: 1, verfahren: konsens, am: {day}, zaehlung: {{zustimmung: 8}}, ergebnis: erreicht}}\n"
        f"ergebnis: {{status: angenommen, durch: konsens, am: {day}}}\n"
    )


def _commits(changes: list[tuple[date, dict[str, str], str]]) -> Iterator[bytes]:
    """Write the stream that ``git fast-import`` reads; a few minutes lie between the commits of one day."""
    for number, (day, files, message) in enumerate(changes):
        seconds = int(datetime.combine(day, time(8), UTC).timestamp()) + number % 600 * 60
        data = message.encode()
        yield f"commit refs/heads/main\ncommitter Ute Unterstützung <ut@example.org> {seconds} +0000\n".encode()
        yield b"data %d\n%b\n" % (len(data), data)
        for path, text in files.items():
            body = text.encode()
            yield b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(body), body)


def _git(folder: Path, *words: str, given: bytes = b"") -> None:
    subprocess.run(["git", "-C", str(folder), *words], input=given, check=True)


def main() -> None:
    """Write a network."""
    teams = int(sys.argv[2]) if len(sys.argv) > 2 else 200  # noqa: PLR2004  # the second word
    build(Path(sys.argv[1]), teams)


if __name__ == "__main__":
    main()
