"""One run of ``wiq publish``: read, plan, render, write, read back, scan, swap. Each step may stop; none repairs."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from wiq_cli.cli.feeding import Feeds
from wiq_cli.cli.withdrawing import as_read, count_shown, must_go, take_down
from wiq_cli.domain.errors import NothingToDo, PublicationRefused, WrongCall
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.changes import Changes
from wiq_cli.files.commit import commit_of
from wiq_cli.files.site import MANIFEST, Site
from wiq_cli.files.snapshot import Snapshot
from wiq_cli.files.sources import Sources
from wiq_cli.files.vorlagen import read_vorlagen
from wiq_cli.render.site import INDEX, site, team_folder
from wiq_cli.render.templates import Templates
from wiq_cli.report.unread import UNREAD
from wiq_cli.scan.needles import Needles, collect
from wiq_cli.scan.proof import prove, scan_site, trace
from wiq_cli.scan.types import CannotScan, Scalar
from wiq_cli.usecases import publication
from wiq_cli.usecases.profile import closed
from wiq_cli.usecases.public_place import hidden_places
from wiq_cli.usecases.publication import Outcome
from wiq_cli.usecases.publish import (
    Manifest,
    Receipt,
    Skip,
    allowed_texts,
    entries_of,
    manifest_text,
    missing_page,
    plan,
    read_manifest,
    team_of_page,
)
from wiq_cli.usecases.release import freed_on_pages, terms, wordings
from wiq_cli.usecases.source_scan import SourceScan, shown_texts, still_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.publication import Leck
    from wiq_cli.usecases.publish import Plan
    from wiq_cli.usecases.release import Term

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
        self._feeds = Feeds(self._site, None)

    @property
    def index(self) -> Path:
        """Where to look."""
        return self._site.target / INDEX

    @property
    def doubts(self) -> Iterator[str]:
        """What was published all the same, but is not as good as it could be."""
        return self._feeds.doubts()

    def publish(self, today: Callable[[str], date]) -> Outcome:
        """Do it all. Raises ``Unreadable``, ``PublicationRefused`` or ``NothingToDo``; then ``refused`` is to be called."""
        self._site.check_place()
        self._before = self._own_manifest()
        self._feeds = Feeds(self._site, self._before)
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
        if missing := missing_page(self._sources.netzwerk):
            raise PublicationRefused(missing)
        vorlagen = read_vorlagen(self._ordner.root)
        rahmen = Rahmen(self._sources.netzwerk, self._sources.regeln, self._heute)
        planned = plan(self._sources.whole_teams, rahmen, self._sources.beschluesse)
        self._skipped = planned.skipped
        shown = {one.kuerzel for one in planned.profiles}
        teams = [one for one in self._sources.whole_teams if one[0] in shown]
        feeds = self._feeds.write(teams, rahmen, Changes(self._ordner.root, self._heute))
        pages = feeds | site(planned.profiles, planned.network, Templates(vorlagen.texts, vorlagen.own), feeds)
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
        if gone and self._before and not self._dry_run:
            take_down(self._site, self._before, gone)
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
        held = terms(self._sources.freigaben, scalars, self._day)
        manifest = self._manifest(planned, pages, needles, held)
        everything = {**pages, MANIFEST: manifest}
        if self._dry_run:
            read = ((name, text.encode()) for name, text in everything.items())
            leaks = self._leaks(needles, held, read, scalars)
            return self.refused(leaks) if leaks else self._outcome(planned, manifest)
        with self._site.build() as build:
            build.write(everything)
            leaks = self._leaks(needles, held, build.read_back(), scalars)
            if not leaks:
                snapshot.check(self._ordner.name_of)
                build.swap()
        return self.refused(leaks) if leaks else self._outcome(planned, manifest)

    def _manifest(self, planned: Plan, pages: dict[str, str], needles: Needles, held: Sequence[Term]) -> str:
        commit = commit_of(self._ordner.root)
        receipt = Receipt(
            wiq=version("wiq"), regeln=self._sources.regeln.fassung, commit=commit.id, changed=commit.changed, needles=needles.count
        )  # fmt: skip
        allowed = self._allowed(held)
        released = {
            one.kuerzel: count_shown(
                allowed[one.kuerzel],
                [as_read(name, text) for name, text in pages.items() if name.startswith(team_folder(one.kuerzel))],
            )
            for one in planned.profiles
            if allowed[one.kuerzel]
        }
        return manifest_text(pages, entries_of(planned.profiles), planned.network, receipt, released)

    def _leaks(
        self, needles: Needles, held: Sequence[Term], files: Iterable[tuple[str, bytes]], scalars: list[Scalar]
    ) -> tuple[Leck, ...]:
        freed = freed_on_pages(needles, held, self._sources.kuerzel) if held else needles
        found = scan_site(freed, ((name, data, team_of_page(name)) for name, data in self._feeds.linted(files)))
        leaks = publication.told_once(
            publication.leck(one.team, one.file, one.path, one.kind, one.output, self._sources.line_of)
            for one in (trace(freed, found, scalars) if found else ())
        )
        known = {(one.file, one.field, one.kind) for one in leaks}
        beside = (one for one in self._beside(needles, held) if (one.file, one.field, one.kind) not in known)
        return tuple(sorted({*leaks, *beside}, key=lambda one: (one.file, one.line, one.field, one.kind, one.output)))

    def _beside(self, needles: Needles, held: Sequence[Term]) -> Iterator[Leck]:
        """Find in other fields what an exception frees in one: on a page nobody can tell them apart."""
        scan, wanted = SourceScan(needles, held), {term.freigabe.team for term in held}
        for kuerzel, team in self._sources.whole_teams:
            if kuerzel not in wanted or closed(team, self._day):
                continue
            file = self._ordner.name_of(self._ordner.team_path(kuerzel))
            texts = [(path, text) for name, path, text in self._sources.texts() if name == file]
            for one in scan.exposed(shown_texts(texts, "team"), kuerzel):
                if still_shown(team, one.path):
                    page = f"{team_folder(kuerzel)}{INDEX}"
                    yield publication.leck(kuerzel, file, one.path, one.kind, page, self._sources.line_of)

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
        allowed = None
        if self._sources.exceptions_known:
            scalars = [Scalar(*one) for one in self._sources.texts()]
            allowed = self._allowed(terms(self._sources.freigaben, scalars, self._heute))
        return must_go(self._site, self._before, self._sources, self._heute, allowed)

    def _allowed(self, held: Iterable[Term]) -> dict[str, frozenset[str]]:
        return allowed_texts(self._sources.whole_teams, wordings(held), self._day)


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.split("\n"), start=1)
