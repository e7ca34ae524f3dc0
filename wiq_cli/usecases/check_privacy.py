"""What ``wiq check`` finds of private values in texts that pages show. Findings carry the place and the kind, no value."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from wiq_cli.domain.finding import WHOLE_FILE, Finding, Level, Span
from wiq_cli.domain.model_paths import full_path
from wiq_cli.domain.team import Team
from wiq_cli.scan import places
from wiq_cli.scan.collecting import collect, matters
from wiq_cli.scan.consent import team_of
from wiq_cli.scan.fields import scan_source
from wiq_cli.scan.types import Scalar
from wiq_cli.usecases.decide_private import Wache, about, remedy, written
from wiq_cli.usecases.release import Term, team_lists, terms
from wiq_cli.usecases.rewording import instead
from wiq_cli.usecases.source_scan import SourceScan, shown_texts, still_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.freigaben import Freigabe, Freigaben
    from wiq_cli.domain.source import Source
    from wiq_cli.domain.structure import Reading
    from wiq_cli.scan.needles import Needles
    from wiq_cli.usecases.source_scan import Exposed, Text

RULES = {
    "name": "WIQ210",
    "email": "WIQ211",
    "phone": "WIQ212",
    "role": "WIQ213",
    "link": "WIQ214",
    "text": "WIQ215",
    "location": "WIQ216",
    "unread": "WIQ013",
}
IN_DECISIONS = {"name": "WIQ280", "email": "WIQ281", "phone": "WIQ281", "unread": "WIQ013"}
UNUSED, FORBIDDEN = "WIQ222", "WIQ223"
SAID = {
    "name": "Hier steht der Name einer Person.",
    "email": "Hier steht eine E-Mail-Adresse.",
    "phone": "Hier steht eine Telefonnummer.",
    "role": "Hier steht, welche Rolle jemand hat.",
    "link": "Hier steht ein Link zum Beitreten.",
    "text": "Hier steht ein Satz, der im Haus bleibt.",
    "location": "Hier steht ein Ort, an dem sich das Team nicht öffentlich trifft.",
    "unread": "Diesen Text kann ich nicht nach Privatem durchsuchen: Er ist zu oft verschlüsselt, oder eine Datei steckt darin.",
}
NEVER = {
    "email": "Eine E-Mail-Adresse",
    "phone": "Eine Telefonnummer",
    "link": "Ein Link",
    "hash": "Eine Prüfsumme",
}
SHOWN = ("team", "netzwerk")
MOST = 200  # findings of one file
DECISION = "beschluss"
TOGETHER = 100  # files whose lines are looked at together: most of the search costs less so
APART = "\n" * 10  # nothing goes on from one text in the next
SHAPES = ("phone", "email")  # kinds that are also found by what they look like


class Shown(NamedTuple):
    """The texts of a file that pages show, packed: those of a large network fill the memory."""

    kind: str
    packed: bytes
    teams: tuple[str, ...] = ()  # whom a decision is about

    @property
    def text(self) -> str:
        return zlib.decompress(self.packed).decode()


@dataclass(slots=True)
class Texts:
    """The texts of a network: all of them for what to look for, those of the wanted files for where to look."""

    wanted: Callable[[str], bool]
    aside: Callable[[Source], Iterable[Text]]  # what the comments of a file say
    freigaben: Reading[Freigaben] | None = None
    _freed: frozenset[str] = frozenset()  # files with exceptions: only they can tell whether those are needed
    _scalars: list[Scalar] = field(default_factory=list)
    _shown: dict[str, Shown] = field(default_factory=dict)
    _paths: dict[Any, Any] = field(default_factory=dict)  # places recur in every file: one copy of each is enough

    def add(self, kind: str, source: Source) -> None:
        """Take in one file."""
        texts = source.scalars()
        one = self._paths.setdefault
        hidden = any(places.is_openness(path) for path, _ in texts)  # then all about meetings matters
        found = (Scalar(source.file, one(path, path), text) for path, text in (*texts, *self.aside(source)))
        self._scalars.extend(
            each for each in found if matters(each) or (hidden and each.path[:1] == (places.MEETINGS,))
        )
        if kind in SHOWN and (self.wanted(source.file) or source.file in self._freed):
            self._show(source.file, kind, shown_texts(texts, kind))
        elif kind == DECISION and self.wanted(source.file):
            self._show(source.file, kind, written(texts), about(texts))

    def _show(self, file: str, kind: str, texts: Iterable[Text], teams: tuple[str, ...] = ()) -> None:
        packed = zlib.compress(APART.join(text for _, text in texts).encode(), 1)
        self._shown[file] = Shown(kind, packed, teams)

    def add_freigaben(self, reading: Reading[Freigaben]) -> None:
        """Take in the exceptions, before any other file."""
        self.freigaben = reading
        teams = {one.team for one in reading.model.freigaben} if reading.model else set()
        self._freed = frozenset(f"teams/{one}.yaml" if one else "wiq.yaml" for one in teams)

    def findings(self, read_again: Callable[[str], Reading[Any] | None], heute: date) -> Iterator[Finding]:
        """Give what is private in the wanted files, and the exceptions that free nothing."""
        held = terms(self.freigaben.model if self.freigaben else None, self._scalars, heute)
        needles = collect(self._scalars, heute)
        screen = needles.screen  # before anybody makes a copy: one for all of them
        scan, watch = SourceScan(needles, held), Wache(needles, held, self._scalars)
        for number, (file, shown) in enumerate(self._shown.items()):
            if number % TOGETHER == 0:
                together = list(islice(self._shown.items(), number, number + TOGETHER))
                needles.forget()
                screen.learn([(text, "") for name, one in together for text in (one.text, _in_words(name))])
            if shown.kind == DECISION:
                if watch.kind(shown.text, shown.teams) and (reading := read_again(file)):
                    yield from _in_decision(reading, watch, shown.teams)
                continue
            team = team_of(file)
            if _may_hold(needles, shown.text, team) and (reading := read_again(file)):
                level = _level(reading.model, heute)
                found = scan.exposed(shown_texts(reading.source.scalars(), shown.kind), team)
                wanted = (_finding(reading.source, one, level) for one in found if _is_wanted(reading, one))
                yield from _the_first(wanted)
            if team and scan.in_name(_in_words(file), team):
                yield _in_file_name(file)
        if self.freigaben:
            yield from _idle(self.freigaben, [one for one in held if one.number not in scan.used], read_again)
            yield from _forbidden(self.freigaben, team_lists((one.path, one.text) for one in self._scalars))


def _the_first(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Give the first findings of a file, and say where that is not all: who reads more, and who waits for them?"""
    yield from islice(findings, MOST)
    if more := next(findings, None):
        message = f"In dieser Datei steht noch mehr Privates. Ich zeige die ersten {MOST} Stellen."
        yield replace(
            more, span=WHOLE_FILE, path=(), message=message, help="Ändere zuerst diese. Dann prüf noch einmal."
        )


def _in_words(file: str) -> str:
    """Give the name of a team's file as it is read."""
    return (team_of(file) or "").replace("-", " ")


def _may_hold(needles: Needles, text: str, team: str | None) -> bool:
    """Whether the file is worth reading again, field by field."""
    return bool(scan_source(needles, text, team, most=0))


def _level(model: Any, heute: date) -> Level:
    """A fault where the page is public; a hint where it is not yet."""
    from wiq_cli.usecases.profile import closed  # noqa: PLC0415  # start-up: most files need no answer

    return Level.HINT if isinstance(model, Team) and closed(model, heute) else Level.ERROR


def _is_wanted(reading: Reading[Any], one: Exposed) -> bool:
    """Whether a page shows the place; a value that is refused anyway is not a number or an address as well."""
    return _is_shown(reading.model, one) and not (one.kind in SHAPES and reading.is_settled(one.path))


def _is_shown(model: Any, one: Exposed) -> bool:
    return not isinstance(model, Team) or still_shown(model, one.path)


def _finding(source: Source, one: Exposed, level: Level) -> Finding:
    path = _in_full(source.file, one.path)
    return Finding(
        source.file, place_in_file(source, one), RULES[one.kind], level, path, SAID[one.kind], instead(one.kind, path)
    )


def _in_full(file: str, path: DataPath) -> DataPath:
    """Give the path that a field has in the model of its file."""
    return full_path(Team, path) if file.startswith("teams/") else path


def _in_decision(reading: Reading[Any], watch: Wache, teams: tuple[str, ...]) -> Iterator[Finding]:
    from wiq_cli.domain.beschluss import Beschluss  # noqa: PLC0415  # start-up

    source = reading.source
    yield from _the_first(
        Finding(
            source.file, place_in_file(source, one), IN_DECISIONS[one.kind], Level.ERROR,
            full_path(Beschluss, one.path), SAID[one.kind], remedy(one.kind),
        )
        for one in watch.exposed(written(source.scalars()), teams)
        if not (one.kind in SHAPES and reading.is_settled(one.path))
    )  # fmt: skip


def _in_file_name(file: str) -> Finding:
    return Finding(
        file, WHOLE_FILE, RULES["name"], Level.ERROR, (), "Der Dateiname wird zur Adresse der Seite, und darin steht etwas Privates.",
        "Benenn die Datei um. Nimm das Thema des Teams.",
    )  # fmt: skip


def _idle(
    reading: Reading[Freigaben], unused: list[Term], read_again: Callable[[str], Reading[Any] | None]
) -> Iterator[Finding]:
    @lru_cache(maxsize=1)
    def paths(file: str) -> list[DataPath] | None:
        again = read_again(file)
        return None if again is None else [_in_full(file, path) for path, _ in again.source.scalars()]

    for term in sorted(unused, key=lambda one: one.freigabe.team or ""):  # each file is read once
        key, what = _misfit(term.freigabe, paths)
        path, span = reading.place(("freigaben", term.number, key))
        yield Finding(
            reading.source.file, span, UNUSED, Level.WARNING, path, f"Diese Freigabe wird nicht gebraucht: {what}",
            "Berichtige das. Braucht die Freigabe niemand mehr, dann lösch sie.",
        )  # fmt: skip


def _misfit(freigabe: Freigabe, paths: Callable[[str], list[DataPath] | None]) -> tuple[str, str]:
    """Say which entry of an exception fits nothing. ``paths`` gives all fields of a file; None where there is none."""
    fields = paths(f"teams/{freigabe.team}.yaml" if freigabe.team else "wiq.yaml")
    if fields is None:
        return "team", "Dieses Team gibt es nicht."
    if not any(map(freigabe.covers, fields)):
        return "feld", "Dieses Feld ist dort leer."
    return "begriff", "In diesem Feld steht nichts, was sie erlaubt."


def _forbidden(reading: Reading[Freigaben], lists: frozenset[str]) -> Iterator[Finding]:
    for number, one in enumerate(reading.model.freigaben if reading.model else ()):
        if kind := one.forbidden(lists):
            path, span = reading.place(("freigaben", number, "begriff"))
            yield Finding(
                reading.source.file, span, FORBIDDEN, Level.ERROR, path, f"{NEVER[kind]} lässt sich nicht freigeben.",
                "Lösch diese Freigabe, und lösch die Angabe im Text.",
            )  # fmt: skip


def place_in_file(source: Source, one: Exposed) -> Span:
    """Find where a stretch of a value begins, also where the file folds lines; else give the value's own place.

    It ends with the line: how long a private value is stays private too.
    """
    whole = source.span(one.path)
    lines = source.lines()[whole.line - 1 : whole.end_line]
    words = one.text[slice(*one.span)].split()
    if not lines or not words:
        return whole
    if whole.end_column > 1:
        lines[-1] = lines[-1][: whole.end_column - 1]
    lines[0] = " " * (whole.column - 1) + lines[0][whole.column - 1 :]
    text = "\n".join(lines)
    match = re.search(r"\s+".join(map(re.escape, words)), text)
    if match is None:  # written with escapes
        return whole
    line = text.count("\n", 0, match.start())
    column = match.start() - text.rfind("\n", 0, match.start())
    return Span(whole.line + line, column, whole.line + line, len(lines[line]) + 1)
