"""One run of ``wiq report``: which two states to compare, reading them, and the proof that nothing private is in it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from typer import BadParameter

from wiq_cli import resources
from wiq_cli.cli.german import parse_date
from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.errors import NothingToDo, PublicationRefused, Unreadable, WrongCall
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.disk import read_text
from wiq_cli.files.git import is_shallow
from wiq_cli.files.ignored import can_ask, silence
from wiq_cli.files.sources import Sources
from wiq_cli.files.states import States
from wiq_cli.files.versions import Versions
from wiq_cli.files.vorlagen import read_vorlagen
from wiq_cli.render.templates import Templates
from wiq_cli.report import bericht as shape
from wiq_cli.report.unread import UNPROVEN, UNREAD
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.proof import scan_site, trace
from wiq_cli.scan.types import CannotScan, Scalar
from wiq_cli.usecases import publication
from wiq_cli.usecases.audit import needles_of
from wiq_cli.usecases.bericht import Lage, Zeitraum, german
from wiq_cli.usecases.report import report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wiq_cli.domain.finding import Finding
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.files.states import Moment
    from wiq_cli.files.versions import Version
    from wiq_cli.usecases.bericht import Beleg, Leser
    from wiq_cli.usecases.publication import Leck

A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
MONTH = timedelta(30)
SHORT_SHA = 8
ROLE = "role"
HISTORY = {
    "none": "Hier gibt es keinen früheren Stand in git. Was neu ist, geändert oder beendet, weiß ich deshalb nicht.",
    "unknown": "Was neu ist, geändert oder beendet, weiß ich deshalb nicht.",
    "shallow": "git kennt hier nur die letzten Änderungen. Alles holt: git fetch --unshallow",
}


class State:
    """The network at one moment, as far as it can be read. ``moment`` is missing where the files lie on the disk."""

    def __init__(self, ordner: Netzordner, moment: Moment | None, changes: dict[str, str]) -> None:
        self.moment = moment
        self.sources = Sources(ordner)
        self.sources.read()
        self._changes = changes
        files = {path.stem: ordner.name_of(path) for path in ordner.team_paths()}
        self.lage = Lage({key: team for key, team, _ in self.sources.teams}, files)
        self.scalars = [Scalar(*one) for one in self.sources.texts()]
        known = {one.file for one in self.scalars}
        names = [ordner.name_of(path) for path in (*ordner.team_paths(), *ordner.beschluss_paths())]
        self.dark = [name for name in names if name not in known]  # nobody knows what they hold
        whole = sum(is_whole for *_, is_whole in self.sources.teams)
        self.missing = len(names) - whole - len(self.sources.beschluesse)
        self.hidden = {
            f"beschluesse/{one.team}/{one.opened.year}/{one.id}.yaml"
            for one in self.sources.beschluesse
            if one.sichtbarkeit.stufe != "oeffentlich"
        }

    def place(self, beleg: Beleg) -> str:
        """Write file, line and commit. The name of a file can tell what a decision was about, so some stay unsaid."""
        sha = self._changes.get(beleg.file, "")[:SHORT_SHA] or "noch nicht in git"
        if beleg.file in self.hidden:
            return f"{beleg.file.rpartition('/')[0]}/… ({sha})"
        return f"{beleg.file}:{self.sources.line_of(beleg.file, beleg.path)} ({sha})"


class PastUntil:
    """What git knows about the team files, up to a day."""

    def __init__(self, versions: Versions, until: date) -> None:
        self._versions = versions
        self._until = until

    def of(self, kuerzel: str) -> Sequence[Version]:
        return [one for one in self._versions.of(kuerzel) if one.day <= self._until]

    def texts(self, blobs: Iterable[str]) -> Iterator[tuple[str, str]]:
        return self._versions.texts(blobs)


class Run:
    """Finds the two states of a report and writes it."""

    def __init__(self, ordner: Netzordner, heute: date, begin: str | None, end: str | None) -> None:
        self._ordner = ordner
        self._heute = heute
        self._states = States(ordner.root, ordner.netzwerk.zeitzone)
        self._about_history: list[str] = []
        to_day, self._to = self._end(end)
        from_day, self._from = self._begin(begin, to_day)
        self.begin, self.end = from_day, to_day
        if from_day > to_day:
            raise WrongCall("--from liegt nach --to. Tausch die beiden.")

    @property
    def remarks(self) -> list[str]:
        """What could not be found out."""
        found = list(self._about_history)
        if self.unread:
            found.append(
                anzahl(
                    self.unread, "1 Datei ist nicht in Ordnung. Was darin nicht stimmt, fehlt im Bericht. Sieh nach: wiq check",
                    "{} Dateien sind nicht in Ordnung. Was darin nicht stimmt, fehlt im Bericht. Sieh nach: wiq check",
                ).format(self.unread)
            )  # fmt: skip
        return found

    @cached_property
    def _now(self) -> State:
        if self._to is not None:
            return State(self._states.folder(self._to), self._to, self._states.last_changes(self._to))
        newest = self._states.newest()
        changes = self._states.last_changes(newest) if newest else {}
        for name in self._states.not_committed() if newest else ():
            changes.pop(name, None)
        return State(self._ordner, None, changes)

    @cached_property
    def _before(self) -> State | None:
        if self._from is None:
            return None
        return State(self._states.folder(self._from), self._from, self._states.last_changes(self._from))

    @property
    def unread(self) -> int:
        """How many files of the later state are not in order."""
        return self._now.missing

    def write(self, reader: Leser, fmt: str, *, sources: bool) -> tuple[str, list[Leck]]:
        """Give the text, and what is private in it. Raises ``NothingToDo`` where nobody can vouch for it."""
        now, before = self._now, self._before
        if now.dark:
            raise Unreadable([one for file in now.dark for one in self._findings(file)])
        zeit = Zeitraum(
            self.begin, self.end, self._heute, now.lage, before.lage if before else None, now.sources.beschluesse
        )
        rahmen = Rahmen(self._ordner.netzwerk, self._ordner.regeln, self._heute)
        with Versions(self._ordner.root, self._ordner.netzwerk.zeitzone) as versions:
            past = PastUntil(versions, zeit.until) if versions.state != "none" else None
            found = report(zeit, rahmen, past, reader, self.remarks)
        place = self._place if sources else None
        name = f"bericht.{fmt}"
        text = shape.as_csv(found, place) if fmt == "csv" else self._filled(name, shape.values(found, place))
        return text, self._leaks(name, text)

    def _filled(self, name: str, values: dict[str, object]) -> str:
        """Fill the template; a file of that name in the network's ``vorlagen/`` comes first."""
        file = f"{name}.j2"
        own = read_vorlagen(self._ordner.root)
        text = own.texts.get(file)
        if text is None:
            path = resources.folder("templates") / "bericht" / file
            text = read_text(path, file)
        templates = Templates({file: text}, own.own & {file})
        return templates.html(file, **values) if name.endswith("html") else templates.markdown(file, **values)

    def _place(self, beleg: Beleg) -> str:
        state = self._before if beleg.before and self._before else self._now
        return state.place(beleg)

    def _leaks(self, name: str, text: str) -> list[Leck]:
        """Search the finished report for everything private, of now and of then."""
        states = [self._now, *([self._before] if self._before else [])]
        scalars = list(dict.fromkeys(one for state in states for one in state.scalars))
        try:
            needles = needles_of(scalars, self._heute, self._now.sources.freigaben)
            page = (name, text.encode(), None)
            found = scan_site(needles, [page])
            if any(
                hit.kind == ROLE for *_, hit in found
            ):  # many a role is an everyday word, and tells nothing by itself
                telling = scan_site(collect(scalars, self._heute), [page])
                found = [one for one in found if one[2].kind != ROLE or one in telling]
        except CannotScan as error:
            raise NothingToDo(UNPROVEN.get(error.reason) or UNREAD[error.reason]) from None
        traced = trace(needles, found, scalars) if found else ()
        leaks = {publication.leck(one.team, one.file, one.path, one.kind, name, self._line) for one in traced}
        return sorted(leaks, key=publication.place)

    def _line(self, file: str, path: tuple[str | int, ...]) -> int:
        known = {one.file for one in self._now.scalars}
        state = self._before if file not in known and self._before else self._now
        return state.sources.line_of(file, path)

    def _findings(self, file: str) -> Sequence[Finding]:
        try:
            self._ordner.source(self._ordner.root / file)
        except Unreadable as error:
            return error.findings
        raise PublicationRefused(f"{file} hat sich eben geändert. Versuch es noch einmal.")

    def _end(self, word: str | None) -> tuple[date, Moment | None]:
        if word is None:
            return self._heute, None
        if not A_DAY.fullmatch(word):
            moment = self._named(word, "--to")
            return moment.day, moment
        day = _day(word, "--to")
        return day, None if day >= self._heute else self._states.at_end_of(day)

    def _begin(self, word: str | None, end: date) -> tuple[date, Moment | None]:
        if word is not None and not A_DAY.fullmatch(word):
            moment = self._named(word, "--from")
            return moment.day, moment
        day = end - MONTH if word is None else _day(word, "--from")
        known = self._states.at_end_of(day - timedelta(1))
        if known is None:
            known = self._oldest(end)
        return day, known

    def _oldest(self, end: date) -> Moment | None:
        """Fall back on the first state that git knows, and say so."""
        oldest = self._states.oldest()
        if is_shallow(self._ordner.root):
            self._about_history.append(HISTORY["shallow"])
        if oldest is None or oldest.day > end:
            why = "" if can_ask() else silence(self._ordner.root)
            self._about_history.append(f"{why} {HISTORY['unknown']}" if why else HISTORY["none"])
            return None
        self._about_history.append(f"Der erste Stand in git ist vom {german(oldest.day)}. Damit ist verglichen.")
        return oldest

    def _named(self, word: str, option: str) -> Moment:
        moment = self._states.named(word)
        if moment is None and not can_ask():
            raise WrongCall(f"{option}: git fehlt hier. Nenn einen Tag, zum Beispiel 2026-01-31.")
        if moment is None:
            raise WrongCall(f"{option}: Diesen Stand kennt git hier nicht. Nenn einen Tag, zum Beispiel 2026-01-31.")
        return moment


def _day(word: str, option: str) -> date:
    """Read a day. Raises ``WrongCall`` that names the option."""
    try:
        day: date = parse_date(word)
    except BadParameter as error:
        raise WrongCall(f"{option}: {error.message}") from None
    return day
