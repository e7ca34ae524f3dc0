"""One run of ``wiq publish``: read, plan, render, write, read back, scan, swap. Each step may stop; none repairs."""

from __future__ import annotations

import html
from importlib.metadata import version
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import NothingToDo, PublicationRefused, WrongCall
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.site import MANIFEST, Site
from wiq_cli.files.snapshot import Snapshot
from wiq_cli.files.sources import Sources
from wiq_cli.files.vorlagen import read_vorlagen, shipped
from wiq_cli.render.site import INDEX, frame, site, team_folder
from wiq_cli.render.templates import Templates
from wiq_cli.report.unread import UNREAD
from wiq_cli.scan.needles import Needles, collect
from wiq_cli.scan.proof import prove, scan_site, trace
from wiq_cli.scan.types import CannotScan, Scalar
from wiq_cli.usecases import publication
from wiq_cli.usecases.public_place import hidden_places
from wiq_cli.usecases.publication import Outcome
from wiq_cli.usecases.publish import (
    Manifest,
    Skip,
    entries_of,
    manifest_text,
    plan,
    read_manifest,
    team_of_page,
    withdrawn,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.publication import Leck
    from wiq_cli.usecases.publish import Plan

REASONS = {
    "blind": "Die Prüfung auf private Angaben hat ihre eigene Probe nicht gefunden. Bitte melde das als Fehler in wiq.",
    "empty": "Im Netzwerk stehen Personen, aber weder Name noch Adresse noch Nummer. Die Prüfung wüsste nicht, wonach sie suchen soll.",
}


class Publishing:
    """Holds what the steps of one run hand on to each other."""

    def __init__(self, ordner: Netzordner, target: Path, *, dry_run: bool) -> None:
        self._ordner = ordner
        self._site = Site(target, ordner.root)
        self._dry_run = dry_run
        self._sources = Sources(ordner)
        self._before: Manifest | None = None
        self._skipped: tuple[Skip, ...] = ()
        self._heute: date | None = None

    @property
    def index(self) -> Path:
        """Where to look."""
        return self._site.target / INDEX

    def publish(self, today: Callable[[str], date]) -> Outcome:
        """Do it all. Raises ``Unreadable``, ``PublicationRefused`` or ``NothingToDo``; then ``refused`` is to be called."""
        self._site.check_place()
        self._before = self._own_manifest()
        snapshot = Snapshot(self._sources.paths)
        self._sources.read()
        if not self._sources.kuerzel:  # more likely a folder that went astray than the wish to take down everything
            raise NothingToDo(
                "In diesem Netzwerk gibt es keine Team-Datei. Es wurde nichts veröffentlicht und nichts entfernt. "
                "Leg mit „wiq new-team“ ein Team an, oder hol den Ordner teams zurück."
            )
        self._heute = today(self._sources.zone)
        self._sources.refuse_faults()
        self._sources.refuse_strays()
        vorlagen = read_vorlagen(self._ordner.root)
        rahmen = Rahmen(self._sources.netzwerk, self._sources.regeln, self._heute)
        planned = plan(self._sources.whole_teams, rahmen, self._sources.beschluesse)
        self._skipped = planned.skipped
        pages = site(planned.profiles, planned.network, Templates(vorlagen.texts, vorlagen.own))
        lines = [
            Scalar(f"vorlagen/{name}", (number,), line)
            for name in sorted(vorlagen.own)
            for number, line in _numbered(vorlagen.texts[name])
        ]
        try:
            return self._prove_and_swap(
                planned, pages, [*(Scalar(*one) for one in self._sources.texts()), *lines], snapshot
            )
        except CannotScan as error:
            raise PublicationRefused(
                (REASONS.get(error.reason) or f"{error.output}: {UNREAD[error.reason]}")
                + " Es wurde nichts veröffentlicht."
            ) from None

    def refused(self, leaks: tuple[Leck, ...] = ()) -> Outcome:
        """Publish nothing, but take down what may no longer be public."""
        gone = self._withdrawn()
        if gone and not self._dry_run:
            self._take_down(gone)
        return Outcome(skipped=self._skipped, removed=tuple(sorted(gone)), leaks=leaks)

    def _own_manifest(self) -> Manifest | None:
        """Read what an earlier run wrote; raises ``WrongCall`` when the folder is not wiq's own."""
        if not self._site.names():
            return None
        manifest = read_manifest(self._site.read(MANIFEST).decode("utf-8", "replace"))
        if manifest is None:
            raise WrongCall(
                f"Im Ordner {self._site.target.name} liegt etwas, das nicht von wiq ist. Ich ändere dort nichts. "
                "Nenn mit --out einen leeren oder neuen Ordner."
            )
        self._site.refuse_foreign(frozenset({MANIFEST, *manifest.files}))
        return manifest

    def _prove_and_swap(
        self, planned: Plan, pages: dict[str, str], scalars: list[Scalar], snapshot: Snapshot
    ) -> Outcome:
        needles = collect(scalars, self._day)
        prove(needles)
        entries = entries_of(planned.profiles)
        manifest = manifest_text(pages, entries, planned.network, version("wiq"), needles.count)
        everything = {**pages, MANIFEST: manifest}
        if self._dry_run:
            leaks = self._leaks(needles, ((name, text.encode()) for name, text in everything.items()), scalars)
            return self.refused(leaks) if leaks else self._outcome(planned, manifest)
        with self._site.build() as build:
            build.write(everything)
            leaks = self._leaks(needles, build.read_back(), scalars)
            if not leaks:
                snapshot.check(self._ordner.name_of)
                build.swap()
        return self.refused(leaks) if leaks else self._outcome(planned, manifest)

    def _leaks(self, needles: Needles, files: Iterable[tuple[str, bytes]], scalars: list[Scalar]) -> tuple[Leck, ...]:
        found = scan_site(needles, ((name, data, team_of_page(name)) for name, data in files))
        leaks = (
            publication.leck(one.team, one.file, one.path, one.kind, one.output, self._sources.line_of)
            for one in (trace(needles, found, scalars) if found else ())
        )
        return tuple(sorted(leaks, key=lambda one: (one.file, one.line, one.field, one.kind, one.output)))

    def _outcome(self, planned: Plan, manifest: str) -> Outcome:
        after = read_manifest(manifest)
        published = tuple(one.kuerzel for one in planned.profiles)
        return Outcome(
            published=published,
            skipped=planned.skipped,
            removed=tuple(sorted(self._before.kuerzel - set(published))) if self._before else (),
            changes=publication.changes(
                published, self._before.files if self._before else {}, after.files if after else {}
            ),
            hidden=tuple(dict.fromkeys(self._hidden(published))),
        )

    def _hidden(self, published: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Say which places of meetings the pages leave out."""
        shown = set(published)
        for kuerzel, team in self._sources.whole_teams:
            for path in hidden_places(team) if kuerzel in shown else ():
                file = self._ordner.name_of(self._ordner.team_path(kuerzel))
                yield file, self._sources.line_of(file, path)

    @property
    def _day(self) -> date:
        if self._heute is None:
            raise NothingToDo("Ohne den heutigen Tag geht es nicht.")
        return self._heute

    def _withdrawn(self) -> frozenset[str]:
        """Give the teams whose pages must come down now."""
        if self._before is None or self._heute is None:
            return frozenset()
        result = withdrawn(self._before, self._sources.kuerzel, self._sources.teams, self._heute)
        named = {kuerzel for kuerzel, names in result.names.items() if names and self._shows(kuerzel, names)}
        return result.teams | named

    def _shows(self, kuerzel: str, names: Iterable[str]) -> bool:
        pages = [name for name in self._site.names() if name.startswith(team_folder(kuerzel))]
        texts = [html.unescape(self._site.read(name).decode("utf-8", "replace")) for name in pages]
        return any(name in text for name in names for text in texts)

    def _take_down(self, gone: frozenset[str]) -> None:
        """Write the old site again without these teams. The list of teams comes from the manifest and our own template:
        nothing that was not public before can get in."""
        before = self._before
        if before is None:
            return
        folders = tuple(team_folder(one) for one in gone)
        kept = {name: self._site.read(name) for name in before.files if not name.startswith(folders)}
        entries = tuple(one for one in before.teams if one.kuerzel not in gone)
        texts = {name: data.decode("utf-8", "replace") for name, data in kept.items()}
        texts[INDEX] = frame(entries, before.network, Templates(shipped()))[INDEX]
        manifest = manifest_text(texts, entries, before.network, before.wiq, before.needles)
        with self._site.build() as build:
            build.write({**texts, MANIFEST: manifest})
            build.swap()


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.split("\n"), start=1)
