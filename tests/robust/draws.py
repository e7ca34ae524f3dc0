"""Calls and files as Hypothesis draws them: half plausible, so that they get far, half hostile."""

from __future__ import annotations

import json
import re
import string
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from benchmarks.full_of_one_thing import filled
from tests.robust.tree import Option, commands
from tests.robust.working import WORKING
from tests.robust.world import CLOSED, FRESH, VOTED, files
from tests.support.pieces import PIECES as UNITS
from tests.support.pieces import WORD, full_of
from wiq_cli.domain.errors import Unreadable
from wiq_cli.files.edit import dump
from wiq_cli.files.loader import parse

NEVER_ENDS = {"--serve"}  # by its nature: until Ctrl+C
CONTAINED = re.compile(r"\.\.|^[/~]|\0")  # a call that writes must stay in its own folder
FREIGABEN = b"""\
schema: 1
freigaben:
  - {team: garten, feld: problem, begriff: Gartenfest, grund: So heisst das Fest, wer: KT, bis: 2027-01-01}
"""
NASTY = (
    "", " ", "-", "--", "---", "=", "#", "'", '"', "\\", "\n", "\r\n", "\t", "{", "[", "[]", "{}", "&a", "*a", "!x", "%", "@", "`", "|", ">", "?", ":", ": ", "- ", "null", "~",
    "0", "-1", "1e999", "1_000", "٣", "99999999999999999999", "nan", "0x10", "1/2", "1,5", "31.02.2026", "2026-13-01", "0000-00-00", "9999-12-31", "24:00", "25:61",
    "ja", "nein", "ä" * 70, "x" * 300, "x" * 30_000, "a/b", "a:b", "teams/garten.yaml", "teams/garten.yaml:3", "wiq.yaml", "teams", ".git", "CON", "\u202eabc", "\u200b", "\x1b[31m", "a\x00b", "\ud800", "\udcff",
    "\ufeff", "ﬁ", "İ", "ß", "A\u0308", "👩‍👩‍👧", "${HOME}", "$(id)", "{{7*7}}", "{% x %}", "%s%n", "<script>", "](x)", "()", "(((((", "a" * 5_000 + "!", "[" * 300, "(a+)+$", "::error::x",
)  # fmt: skip
DAYS = ("2026-11-24", "24.11.2026", "2026-01-01", "05.12.2026", "1.9.26", "24.12.2026 18:00", "24.12.2026", "1970-01-01", "2199-12-31", "29.02.2027")  # fmt: skip
TEAMS = ("garten", "chor", "st", "ut", "pt")
PLAUSIBLE = {
    "DATUM": DAYS, "TAG": DAYS, "TERMIN": (*DAYS, "05.12.2026 10:00", "05.12.2026 10:00 (Hof)"), "NEU": (*DAYS, "25.12.2026 19:00 (Garten)"), "TAG|STAND": (*DAYS, "HEAD"),
    "TEAM": TEAMS, "TEAM…": TEAMS, "KUERZEL": TEAMS, "BESCHLUSS": (FRESH, VOTED, CLOSED), "ALT": (CLOSED,), "VORSCHLAG=ZAHL": ("a=3",), "WER=STIMME": ("p1=ja",), "PERSON": ("p901", "p1", "p902", "Quirin 1"),
    "ZAHL": ("0", "1", "8", "-1", "3"), "NUMMER": ("1", "2"), "BETRAG": ("1", "100", "99,50"), "MINUTEN": ("1", "90"), "UHRZEIT": ("18:00",), "VON-BIS": ("18-22", "18:00-20:00"),
    "PFAD": ("teams", "teams/garten.yaml", "eingabe.txt", ".", "wiq.yaml"), "DATEI": ("neu.txt", "eingabe.txt", "teams/garten.yaml", "wiq.yaml", "teams"), "ORDNER": ("neu", "teams", ".", "site", "neu/tief"), "CSV": ("eingabe.txt",),
    "REGEL": ("WIQ101", "WIQ2", "wiq210"), "ABSCHNITT": ("weg", "stand", "chronik", "mitglieder", "support", "notizen", "wirkung"), "ANGABE": ("status", "name", "treffen.link", "ziele.bis", "leitung", "treffen"),
    "EINTRAG": ("1", "Fläche"), "INDIKATOR": ("1", "Besucher"), "VERFAHREN": ("konsens", "einfache_mehrheit"), "ART": ("LT", "sachbeschluss", "lt_unterstuetzung", "aufnahme", "verfahren", "material"), "ERGEBNIS": ("angenommen", "abgelehnt", "vertagt"),
    "ZWECK": ("name", "verteiler", "foto"), "GRAD": ("ok", "informieren"), "WER": ("st", "ut", "p1"), "THEMA": ("ausgabe", "aufnahme"), "STAND": ("HEAD",), "QUARTAL": ("2026-4", "2026Q4"), "BANK": ("buerger",), "ANKER": ("2026-11",), "KÜRZEL": ("SN", "xx"),
    "DOMAIN": ("netz.example",), "LINK": ("https://netz.example/x",),
}  # fmt: skip

PIECES = (
    *(one for one in NASTY if 0 < len(one) < 12), *"0123abtTxX.,:;/_+@€´’", "a ", "1 ", "1.", "a.", "a-", " -", "- ", "+1", "a@", "@a", "A.", "aA", "aB1", "(a", "a)", "bbb", "ig", "täg", "at ", "ät ", "punkt ", "dreizehn", "hundertdrei", "eins", "zwei ",
    "bis ", "jeden ", "Mo", "1. Montag ", "18:00", "18-", "2026-", "26.03.", "Frau ", "Tel. ", "www.", "https://", "zoom.us/j/", "&#", "%41", "=3D", "\\u00", "<a ", '="a"', "[a](", "**", "'a' + ", "\n ", "\n\n", " \t",
)  # fmt: skip
STARTS, ENDS = (
    ("", "zwei drei ", "Tel. ", "id: ", "x", "#", "26.03.2024 ", "p1 "),
    ("", "ä", "!", "x", "\n", "@x", " a1"),
)

nasty = st.sampled_from(NASTY) | st.text(max_size=12)


def _from_a_shell(text: str) -> str:
    """Leave out what no shell can hand over: the zero byte, and halves of characters that are no bytes."""
    return text.replace("\0", "").encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")[:3_000]


argument = nasty.filter(lambda text: not CONTAINED.search(text)).map(_from_a_shell)


def _fitting(takes: str, tame: int) -> st.SearchStrategy[str]:
    """Draw what an option takes; the tamer, the rarer is something else."""
    name = takes.strip("[]").removesuffix(" …")
    words = PLAUSIBLE.get(name) or PLAUSIBLE.get(name.rstrip("…")) or (tuple(name.split("|")) if "|" in name else ())
    plain = st.sampled_from(words) if words else st.sampled_from(["Fest am Kanal", "Wir bauen."])
    return st.one_of(*[plain] * tame, argument)


@st.composite
def _option(draw: st.DrawFn, option: Option, tame: int) -> list[str]:
    if option.switch:
        return [option.name]
    value = draw(_fitting(option.takes, tame))
    return [f"{option.name}={value}"] if draw(st.booleans()) else [option.name, value]


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw the words of one call: one that works, with changes, or one made of what the help of a command names."""
    tame = draw(st.sampled_from([1, 20, 60]))
    if draw(st.booleans()):
        words = list(draw(st.sampled_from(WORKING)).call(Path("neu")))
        befehl = next(one for one in reversed(commands()) if tuple(words[: len(one.words)]) == one.words)
        for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
            at = draw(st.integers(len(befehl.words), len(words)))
            words[at : at + 1] = [draw(argument)]
    else:
        befehl = draw(st.sampled_from(commands()))
        given = befehl.arguments[: len(befehl.arguments) - draw(st.sampled_from([0] * tame + [1])) or None]
        words = [*befehl.words, *(draw(_fitting(takes, tame)) for takes in given)]
    usable = [one for one in befehl.options if one.name not in NEVER_ENDS]
    for option in (
        draw(st.lists(st.sampled_from(usable), max_size=draw(st.integers(0, 3)), unique=True)) if usable else []
    ):
        words += draw(_option(option, tame))
    if draw(st.sampled_from([False] * 3 * tame + [True])):
        words.insert(draw(st.integers(len(befehl.words), len(words))), draw(argument))
    return tuple(words)


# -- files ------------------------------------------------------------------------------------------------------------
TOKENS = [one.encode("utf-8", "surrogatepass") for one in NASTY if len(one) < 80] + [
    b"\xff", b"\x80", b"\xc3", b"\xed\xa0\x80", b"\x00", b"\r", b"\r\n", b"<<<<<<< HEAD\n", b"=======\n", b"\n---\n", b"%YAML 1.1\n", b"<<: *a\n", b"\n  - ", b": [", b"#", b"# wiq: erlaubt WIQ103, weil x\n",
]  # fmt: skip
place = st.floats(0, 1)


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Damage bytes as disks, editors and strangers do."""
    for _ in range(draw(st.integers(1, 3))):
        at = int(draw(place) * len(data))
        until = min(len(data), at + draw(st.sampled_from([0, 1, 2, 7, 40, 400])))
        how = draw(st.sampled_from(["insert", "cut", "twice", "end", "line", "windows", "mac", "utf16"]))
        match how:
            case "insert":
                data = data[:at] + draw(st.sampled_from(TOKENS) | st.binary(max_size=4)) + data[until:]
            case "cut":
                data = data[:at] + data[until:]
            case "twice":
                data = data[:until] + data[at:]
            case "end":
                data = data[:at]
            case "line":
                lines = data.split(b"\n")
                number = int(draw(place) * (len(lines) - 1))
                key, colon, _ = lines[number].partition(b":")
                lines[number] = key + colon + b" " + draw(st.sampled_from(TOKENS))
                data = b"\n".join(lines)
            case "windows":
                data = data.replace(b"\n", b"\r\n")
            case "mac":
                data = data.replace(b"\n", b"\r")
            case "utf16":
                data = data.decode("utf-8", "replace").encode("utf-16")
    return data


values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.sampled_from([one for one in NASTY if len(one) < 400 and one.isprintable()])
    | st.sampled_from(
        [*DAYS, *TEAMS, "p901", "p1", "laeuft", "idee", "LT", "alle 2 Wochen Dienstag 18:00 ab 01.09.2026"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["am", "name", "kennung", "bis", "art", "x", "text", "status"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


@st.composite
def over_and_over(draw: st.DrawFn) -> str:
    """Draw a text that says one thing again and again: what takes twice as long for each piece more never ends."""
    piece = draw(st.sampled_from(PIECES) | st.text(min_size=1, max_size=3))
    times = draw(st.sampled_from([30, 2_000, 15_000])) // len(piece)
    return draw(st.sampled_from(STARTS)) + piece * times + draw(st.sampled_from(ENDS))


@st.composite
def misshapen(draw: st.DrawFn, data: bytes, values: st.SearchStrategy[Any] = values) -> bytes:
    """Put something of another shape in the place of a value: it reads as YAML, but is not what was expected."""
    whole = parse(data.decode(), "x").data
    for _ in range(draw(st.integers(1, 3))):
        container: Any = whole
        while True:
            steps = list(container) if isinstance(container, dict) else list(range(len(container)))
            if not steps:
                break
            step = draw(st.sampled_from(steps))
            if isinstance(container[step], dict | list) and draw(st.integers(0, 3)):
                container = container[step]
                continue
            if draw(st.integers(0, 4)) == 0:
                del container[step]
            else:
                container[step] = draw(values)
            break
    try:
        text = dump(whole)
        parse(text, "x")
    except (Unreadable, ValueError):
        return data
    return text.encode()


@st.composite
def damages(draw: st.DrawFn, most: int = 2) -> dict[str, bytes | None]:
    """Draw what is wrong with the files of the network."""
    found: dict[str, bytes | None] = {}
    for name in draw(st.lists(st.sampled_from(sorted(files())), max_size=most, unique=True)):
        found[name] = draw(in_one(files()[name]))
    if draw(st.integers(0, 9)) == 0:
        found["freigaben.yaml"] = draw(damaged(b"schema: 1\nfreigaben: []\n"))
    return found


@st.composite
def drawn_out(draw: st.DrawFn) -> dict[str, bytes | None]:
    """Draw files with values that say one thing again and again, and a text beside them."""
    known = {**files(), "freigaben.yaml": FREIGABEN}
    names = draw(st.lists(st.sampled_from([one for one in sorted(known) if one.endswith(".yaml")]), min_size=1, max_size=2, unique=True))  # fmt: skip
    found: dict[str, bytes | None] = {name: draw(misshapen(known[name], over_and_over())) for name in names}
    return found | {"eingabe.txt": draw(over_and_over()).encode("utf-8", "surrogatepass")}


LETTERS = (string.ascii_lowercase, string.ascii_letters, string.digits, "0123456789abcdef", "абвгдежз", "αβγδε", "äöüß")
ENTRIES = {
    "problem": "{}", "offene_fragen": "{}", "support": "{{was: {}, art: geld}}", "stand": "{{text: {}, erledigt: ja, am: 2025-01-01}}", "chronik": "{{am: 2025-01-01, text: {}}}",
    "kooperationspartner": "{{name: {}, url: 'https://verein.example'}}",
}  # fmt: skip


def _stands_in_yaml(sign: str) -> bool:
    return sign.isprintable() or sign == "\n"


@st.composite
def full(draw: st.DrawFn) -> dict[str, bytes | None]:
    """Draw the file of a team that is as full as wiq takes it of a few pieces, over and over."""
    unit = draw(st.lists(st.sampled_from(UNITS) | st.just(WORD), min_size=1, max_size=5).map("".join))
    letters = draw(st.sampled_from(LETTERS))
    key, entry = draw(st.sampled_from(sorted(ENTRIES.items())))
    longest = draw(st.sampled_from([1, 30, 200, 4_000]))
    said = (full_of(f"{unit}{WORD}", longest, letters, number) for number in count())
    written = (json.dumps("".join(filter(_stands_in_yaml, one)), ensure_ascii=False) for one in said)
    return {
        "teams/garten.yaml": filled(files()["teams/garten.yaml"].decode(), key, map(entry.format, written)).encode()
    }


def any_files(*starts: str) -> st.SearchStrategy[dict[str, bytes | None]]:
    """Draw what is wrong with one of these files."""
    names = [one for one in sorted(files()) if one.startswith(starts)]
    return st.sampled_from(names).flatmap(lambda name: in_one(files()[name]).map(lambda data: {name: data}))


def in_one(data: bytes) -> st.SearchStrategy[bytes]:
    """Draw what is wrong with a file: its shape more often than its bytes."""
    return st.one_of(misshapen(data), misshapen(data), damaged(data))
