"""Anchors: what was sealed up to a month, in a plain text file that others can keep a copy or the short hash of.

An anchor is a set of lines, so their order does not matter and two branches that both add lines merge by keeping all of
them. It names the anchor before it by its hash: an older anchor cannot be changed or dropped without a trace.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import ID

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from wiq_cli.domain.beschluss import Beschluss

FOLDER = "beschluesse"
MONAT = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
NAME = re.compile(rf"anker-({MONAT.pattern})\.txt")
SHA = r"[0-9a-f]{64}"
LINE = re.compile(rf"({ID.pattern}) ({SHA})")
VORHER = re.compile(rf"vorher ({MONAT.pattern}) ({SHA})")
MERGE_MARK = re.compile(r"<{7}|={7}|>{7}|\|{7}")
HEAD = "# wiq-anker-1 {monat}. Das schreibt: wiq decide verify --anchor"
SHORT = 16


@dataclass(frozen=True, slots=True)
class Anker:
    """One anchor. ``siegel`` and ``vorher`` know the line they stand in; it does not count for the hash."""

    monat: str
    siegel: Mapping[tuple[str, str], int] = field(default_factory=dict)  # id and seal → line
    vorher: Mapping[tuple[str, str], int] = field(default_factory=dict)  # month and hash of the anchor before → line
    unlesbar: tuple[int, ...] = ()
    gemischt: bool = False  # holds the marks of a merge that nobody has finished

    @property
    def file(self) -> str:
        """The name of the file in the network."""
        return f"{FOLDER}/anker-{self.monat}.txt"

    @property
    def text(self) -> str:
        """The one form in which an anchor is written, hashed and signed."""
        before = (f"vorher {monat} {sha}\n" for monat, sha in sorted(self.vorher))
        return "".join(
            (HEAD.format(monat=self.monat) + "\n", *before, *(f"{one} {sha}\n" for one, sha in sorted(self.siegel)))
        )

    @property
    def sha256(self) -> str:
        """The hash of the anchor; ``sha256sum`` gives the same for the file as wiq writes it."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def short(self) -> str:
        """The hash as it goes into minutes and on pages."""
        return self.sha256[:SHORT]


@dataclass(frozen=True, slots=True)
class Bruch:
    """Something that does not fit: a line of an anchor, or a decision that an anchor knows."""

    file: str
    zeile: int
    message: str
    help: str
    beschluss: str = ""  # id; empty where only the anchor is at fault
    anders: bool = False  # the decision is there and has another seal


def parse(monat: str, text: str) -> Anker:
    """Read an anchor; lines that cannot be read are remembered, never guessed at."""
    siegel: dict[tuple[str, str], int] = {}
    vorher: dict[tuple[str, str], int] = {}
    unlesbar, mixed = [], False
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        words = line.strip()
        if MERGE_MARK.match(words):
            mixed = True
        elif match := LINE.fullmatch(words):
            siegel.setdefault((match[1], words.rpartition(" ")[2]), number)
        elif match := VORHER.fullmatch(words):
            vorher.setdefault((match[1], match[2]), number)
        elif words and not words.startswith("#"):
            unlesbar.append(number)
    return Anker(monat, siegel, vorher, tuple(unlesbar), mixed)


def ordered(anker: Iterable[Anker]) -> list[Anker]:
    """Give anchors from the oldest to the newest."""
    return sorted(anker, key=lambda one: one.monat)


def broken_anchors(anker: Iterable[Anker]) -> Iterator[Bruch]:
    """Say what is wrong with the anchors themselves: lines, and the chain from each to the one before."""
    before: Anker | None = None
    for one in ordered(anker):
        for line in one.unlesbar:
            help_ = "Hol die Datei aus git zurück. Von Hand ist daran nichts zu ändern."
            yield Bruch(one.file, line, "Diese Zeile gehört in keinen Anker.", help_)
        if one.gemischt:
            help_ = "Schreib ihn neu, dabei bleiben beide Seiten: wiq decide verify --anchor"
            yield Bruch(one.file, 1, "In diesem Anker stehen noch die Zeichen eines Konflikts.", help_)
        yield from _chain(one, before)
        before = one


def _chain(one: Anker, before: Anker | None) -> Iterator[Bruch]:
    if (before is None and not one.vorher) or (before and (before.monat, before.sha256) in one.vorher):
        return
    months = sorted(monat for monat, _ in one.vorher)
    line = min(one.vorher.values(), default=1)
    if before is None or (months and before.monat not in months):
        message, help_ = f"Der Anker davor fehlt: anker-{months[-1]}.txt.", "Hol ihn aus git zurück."
    elif not months:
        message = f"Dieser Anker nennt den Anker davor nicht: anker-{before.monat}.txt."
        help_ = "Schreib ihn neu: wiq decide verify --anchor"
    else:
        message = f"Der Anker davor ist nicht mehr derselbe: anker-{before.monat}.txt."
        help_ = "Kam nur etwas aus einem anderen Zweig dazu? Dann hilft: wiq decide verify --anchor"
    yield Bruch(one.file, line, message, help_)


def broken_promises(
    anker: Iterable[Anker], beschluesse: Mapping[str, Beschluss], dateien: Collection[str]
) -> Iterator[Bruch]:
    """Say which decision of an anchor is gone or has another seal today. ``dateien`` also names unreadable ones."""
    for one in ordered(anker):
        for (name, sha), line in one.siegel.items():
            beschluss = beschluesse.get(name)
            if beschluss is None and name not in dateien:
                message = f"Diesen Beschluss gibt es nicht mehr: {name}."
                yield Bruch(one.file, line, message, "Hol seine Datei aus git zurück.", name)
            elif beschluss is not None and (beschluss.siegel is None or beschluss.siegel.sha256 != sha):
                message = (
                    f"Der Beschluss hat ein anderes Siegel als im Anker {one.monat}."
                    if beschluss.siegel
                    else f"Der Beschluss hat kein Siegel mehr. Im Anker {one.monat} steht eines."
                )
                help_ = "Hol die Datei aus git zurück. Was sich später ergab, gehört in einen Nachtrag."
                yield Bruch(one.file, line, message, help_, name, anders=True)
