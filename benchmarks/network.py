"""A made-up network of any size: every team with its own words, people, meetings and steps."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.team import Team

if TYPE_CHECKING:
    from pathlib import Path

ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gl",
    "h",
    "j",
    "k",
    "kl",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pf",
    "qu",
    "r",
    "s",
    "sch",
    "schl",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
]
VOWELS = ["a", "e", "i", "o", "u", "ä", "ö", "ü", "au", "ei", "ie", "eu"]
CODAS = ["l", "lm", "n", "nd", "ng", "r", "rk", "rn", "s", "st", "t", "tz", "ck", "ch", "m", "p"]
ENDINGS = ["en", "er", "ung", "heit", "lich", "sam", "ig", "e", "chen", "keit"]
LITTLE = [
    "der",
    "die",
    "das",
    "und",
    "mit",
    "im",
    "in",
    "am",
    "auf",
    "für",
    "von",
    "zu",
    "wir",
    "ihr",
    "alle",
    "jede",
    "noch",
    "schon",
    "bald",
    "oft",
]
PEOPLE_A_TEAM = 5
TOPICS = ["Umwelt", "Begegnung", "Ernährung", "Senioren"]
DECIDES, MANY = "hof", 10  # from so many teams on, one of them has as many decisions before it as there are tens
WIQ = f"""\
schema: {Netzwerk.FASSUNG}
name: Messnetz
ort: Leipzig
bundesland: SN
domain: netz.example
impressum: https://netz.example/i
datenschutz: https://netz.example/d
"""
DECISION = f"""\
schema: {Beschluss.FASSUNG}
id: {{name}}
team: {DECIDES}
art: sachbeschluss
titel: Nächster Schritt
antrag:
  eingebracht_am: {{day}}
  wortlaut: {{text}}.
"""
ALLOWED = "# wiq: erlaubt WIQ430, weil dieses Team zum Messen erfunden ist\n"


def write(folder: Path, teams: int, seed: int = 1) -> None:
    """Write ``wiq.yaml``, the files of the teams, and what one of them has before it to decide: one thing for ten teams."""
    source = random.Random(seed)  # noqa: S311  # texts, no secrets
    words = [word(source) for _ in range(20000)]
    (folder / "teams").mkdir(parents=True)
    (folder / "wiq.yaml").write_text(WIQ, encoding="utf-8")
    for number in range(teams):
        (folder / "teams" / f"team-{number:05}.yaml").write_text(_team(source, words, number), encoding="utf-8")
    if teams >= MANY:
        (folder / "teams" / f"{DECIDES}.yaml").write_text(_team(source, words, teams), encoding="utf-8")
        for number in range(teams // MANY):
            _decide(folder / "beschluesse" / DECIDES / "2026", number, _text(source, words, 12))


def _decide(folder: Path, number: int, text: str) -> None:
    """Write down what a team has before it to decide. Only of the newest wiq asks how that team decides at all."""
    day = "2026-11-01" if number else "2026-11-02"
    name = f"{DECIDES}-{day.replace('-', '')}-{''.join(chr(ord('a') + int(one)) for one in str(number))}"
    folder.mkdir(parents=True, exist_ok=True)
    written = DECISION.format(name=name, day=day, text=text)
    (folder / f"{name}.yaml").write_text(written if number else ALLOWED + written, encoding="utf-8")


def word(source: random.Random) -> str:
    parts = [source.choice(ONSETS) + source.choice(VOWELS) + source.choice(CODAS) for _ in range(source.randint(1, 2))]
    word = "".join(parts) + source.choice(ENDINGS)
    return word.title() if source.random() < 0.4 else word  # noqa: PLR2004  # nouns


def _text(source: random.Random, words: list[str], length: int) -> str:
    return " ".join(source.choice(words if source.random() < 0.6 else LITTLE) for _ in range(length))  # noqa: PLR2004


def _team(source: random.Random, words: list[str], number: int) -> str:
    def text(length: int) -> str:
        return _text(source, words, length)

    lines = [
        f"schema: {Team.FASSUNG}\nart: LT\nname: {text(2)} {number}\nuntertitel: {text(4)}\nverteiler: lt-{number}@netz.example\nstatus: laeuft",
        f"stadtteile: [Lindenau]\nthemen: [{source.choice(TOPICS)}]\nproblem:",
        *(f"  - {text(12)}" for _ in range(4)),
        f"zusammenfassung: {text(40)}",
        f"ziele:\n  bis: 2027-09-30\n  anlass: {text(4)}\n  teilziele: [{text(6)}, {text(6)}, {text(6)}]",
        f"wirkung:\n  - indikator: {text(4)}\n    einheit: Leute\n    ausgangswert: 0\n    soll: 30\n    ist: [{{am: 2026-09-15, wert: 12, quelle: {text(3)}}}]",
        "stand:",
        *(f"  - text: {text(8)}\n    erledigt: ja" for _ in range(3)),
        "weg:",
        *(f"  - schritt: {text(9)}\n    bis: 2027-0{one}-12" for one in range(1, 8)),
        f"support: [{{was: {text(3)}, art: material}}]",
        "leitung:",
        _person(source, words, f"p{number}-0"),
        "mitglieder:",
        *(_person(source, words, f"p{number}-{one}") for one in range(1, PEOPLE_A_TEAM)),
        f"treffen:\n  ort: Nachbarschaftsgarten\n  rhythmus: [alle 2 Wochen Dienstag 18:00 ab 01.09.2026 bis 30.06.2027]\noffene_fragen: [{text(7)}]",
        "chronik:",
        *(f"  - {{am: 2026-1{one}-02, text: {text(6)}}}" for one in range(2)),
        f"kooperationspartner: [{text(2)}, {text(2)}]",
        "einwilligung:\n  profil: {am: 2026-07-28, durch: Leitung, nachweis: Zettel}",
    ]
    return "\n".join(lines) + "\n"


def _person(source: random.Random, words: list[str], ident: str) -> str:
    first, last = word(source).title() + "ya", word(source).title() + "wicz"  # no text has such words
    return (
        f"  - kennung: {ident}\n    name: {first} {last}\n    email: {ident}@example.org\n"
        f"    telefon: 0341 {source.randint(1000000, 9999999)}\n    rolle: {source.choice(words)}"
    )
