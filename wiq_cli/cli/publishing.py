"""One run of ``wiq publish``: read, plan, draw, write, read back, prove, swap. Each step may stop; none repairs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wiq_cli import __version__
from wiq_cli.cli.console import progress
from wiq_cli.cli.drawing import Drawing
from wiq_cli.cli.feeding import Feeds
from wiq_cli.cli.proving import Proof
from wiq_cli.cli.withdrawing import Standing, as_read, count_shown, must_go, take_down
from wiq_cli.domain.errors import NothingToDo, PublicationRefused, WrongCall
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.changes import Changes
from wiq_cli.files.commit import commit_of
from wiq_cli.files.site import MANIFEST, Site
from wiq_cli.files.snapshot import Snapshot
from wiq_cli.files.sources import Sources
from wiq_cli.files.vorlagen import read_vorlagen
from wiq_cli.render.site import INDEX, team_folder
from wiq_cli.scan.types import Scalar
from wiq_cli.usecases import publication, site_changes
from wiq_cli.usecases.links import broken_links
from wiq_cli.usecases.public_place import hidden_places
from wiq_cli.usecases.publication import Outcome
from wiq_cli.usecases.publish import (
    Receipt,
    allowed_texts,
    entries_of,
    manifest_text,
    missing_page,
    network_leave,
    network_still_free,
    plan,
    read_manifest,
    sums_of,
    taken_name,
    team_of_page,
    without_sums,
)
from wiq_cli.usecases.release import INDEX as EVERY_PAGE
from wiq_cli.usecases.release import terms, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from wiq_cli.domain.public import PublicNetwork, PublicProfile
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.publication import Leck
    from wiq_cli.usecases.publish import Manifest, Plan, Skip
    from wiq_cli.usecases.release import Term

MOST = 10  # broken links that are named
REFUSED = "Auf den Seiten stünde etwas Privates."


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants of this run. ``only``: the teams whose pages are to change; none means all."""

    dry_run: bool = False
    skip_refused: bool = False
    only: frozenset[str] = frozenset()
    fragment: bool = False
    memory: Path | None = None  # where is remembered what was drawn; None is the network


@dataclass(frozen=True, slots=True)
class Draft:
    """A site that is drawn and not yet proven. ``shown``: the teams whose pages are of today; others stand as they stood."""

    planned: Plan
    shown: tuple[PublicProfile, ...]
    profiles: tuple[PublicProfile, ...]
    pages: dict[str, str]
    sums: dict[str, str] = field(default_factory=dict)
    manifest: str = ""

    @property
    def files(self) -> dict[str, str]:
        return {**self.pages, MANIFEST: self.manifest}


class Publishing:
    """Holds what the steps of one run hand on to each other."""

    def __init__(self, ordner: Netzordner, target: Path, wishes: Wishes = Wishes()) -> None:
        self._ordner = ordner
        self._site = Site(target, ordner.root)
        self._wishes = wishes
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
        try:
            return self._publish(today)
        finally:
            progress("")

    def refused(self, leaks: tuple[Leck, ...] = ()) -> Outcome:
        """Publish nothing, but take down what may no longer be public."""
        gone = self._withdrawn()
        taken: tuple[str, ...] = ()
        if self._before and not self._wishes.dry_run:
            network = self._network_now(self._before)
            taken = tuple(name for name, old in self._before.network if getattr(network, name) != old)
            if gone or taken:
                take_down(self._site, self._before, gone, network)
        return Outcome(skipped=self._skipped, removed=tuple(sorted(gone)), taken=taken, leaks=leaks)

    def _publish(self, today: Callable[[str], date]) -> Outcome:
        self._site.check_place()
        self._before = self._own_manifest()
        self._feeds = Feeds(self._site, self._before)
        snapshot = Snapshot(self._sources.paths)
        progress("Ich lese alle Dateien …")
        self._read(today)
        vorlagen = read_vorlagen(self._ordner.root, fragment=self._wishes.fragment)
        memory = self._wishes.memory or self._ordner.root
        proof = Proof(self._ordner, self._sources, self._day, vorlagen, memory)
        refused: dict[str, str] = {}
        leaks: set[Leck] = set()
        while True:
            planned = plan(self._sources.whole_teams, self._rahmen, self._sources.beschluesse, refused)
            self._skipped = tuple(one for one in planned.skipped if self._is_wanted(one.team))
            drawing = Drawing(self._site, memory, vorlagen, planned.network)
            draft = self._drawn(planned, drawing, proof)
            found = self._put_up(draft, proof, snapshot, drawing.base)
            leaks.update(found)
            if not found:
                break
            own = self._own_findings(draft, found)
            if not (self._wishes.skip_refused and own and len(own) < len(draft.shown)):
                return self.refused(tuple(sorted(leaks, key=publication.place)))
            refused |= dict.fromkeys(own, REFUSED)  # and once more without them: shared pages named them too
        if not self._wishes.dry_run:
            drawing.save()
            proof.save()
        return self._outcome(draft, tuple(sorted(leaks, key=publication.place)), tuple(sorted(refused)))

    def _put_up(self, draft: Draft, proof: Proof, snapshot: Snapshot, base: str | None) -> tuple[Leck, ...]:
        """Write the site beside its place, read it back, and put it there when nothing private is on it."""
        if self._wishes.dry_run:
            found = self._leaks(proof, draft, lambda: _as_bytes(draft.files))
            if not found:
                _refuse_broken_links(draft.pages, base)
            return found
        with self._site.build() as build:
            build.write(draft.files)
            found = self._leaks(proof, draft, build.read_back)
            if not found:
                _refuse_broken_links(draft.pages, base)
                snapshot.check(self._ordner.name_of)
                build.swap()
        return found

    def _read(self, today: Callable[[str], date]) -> None:
        """Read everything; raises when anything is not in order."""
        self._sources.read()
        if not self._sources.kuerzel:  # more likely a folder that went astray than the wish to take down everything
            raise NothingToDo(
                "In diesem Netzwerk gibt es keine Team-Datei. Es wurde nichts veröffentlicht und nichts entfernt. "
                "Leg mit „wiq new-team“ ein Team an, oder hol den Ordner teams zurück."
            )
        for one in sorted(self._wishes.only - set(self._sources.kuerzel)):
            close = nearest(one, self._sources.kuerzel)
            raise WrongCall(
                f"--only: Das Team „{one}“ gibt es nicht. {f'Meintest du „{close}“?' if close else 'Nenn es wie seine Datei in teams.'}"
            )
        self._heute = today(self._sources.zone)
        self._sources.refuse_faults()
        self._sources.refuse_strays()
        if fault := missing_page(self._sources.netzwerk) or taken_name(self._sources.whole_teams):
            raise PublicationRefused(fault)

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

    def _drawn(self, planned: Plan, drawing: Drawing, proof: Proof) -> Draft:
        """Draw the pages; of a few teams only, all others stand as they stood."""
        shown = tuple(one for one in planned.profiles if self._is_wanted(one.kuerzel))
        names = {one.kuerzel for one in planned.profiles}
        teams = [one for one in self._sources.whole_teams if one[0] in names]
        feeds = self._feeds.write(teams, self._rahmen, Changes(self._ordner.root, self._day))
        if not self._wishes.only:
            pages = feeds | drawing.draw(shown, feeds)
            return self._with_manifest(Draft(planned, shown, shown, pages), proof)
        standing = Standing(self._site, self._before, self._withdrawn() | self._wishes.only)
        profiles = (*shown, *standing.profiles)
        feeds = self._feeds.renewed(feeds, self._wishes.only, entries_of(profiles), standing)
        again = {one.kuerzel for one in (*standing.altered, *drawing.moved(standing, profiles, feeds))}
        kept = standing.texts  # what is drawn again has the same names
        drawn = drawing.draw(profiles, {*feeds, *kept}, {*again, *(one.kuerzel for one in shown)})
        pages = kept | feeds | drawn
        return self._with_manifest(Draft(planned, shown, profiles, pages), proof)

    def _with_manifest(self, draft: Draft, proof: Proof) -> Draft:
        commit = commit_of(self._ordner.root)
        receipt = Receipt(
            wiq=__version__, regeln=self._sources.regeln.fassung, commit=commit.id, changed=commit.changed, needles=proof.count
        )  # fmt: skip
        allowed = self._allowed(proof.held)
        released = dict(self._before.released) if self._before and self._wishes.only else {}
        for one in draft.shown:
            released[one.kuerzel] = self._count(allowed[one.kuerzel], one.kuerzel, draft.pages)
        released = {one.kuerzel: released.get(one.kuerzel, 0) for one in draft.profiles}
        released |= network_leave(draft.planned.network, wordings(proof.held).get(EVERY_PAGE, ()))
        pages, sums = dict(sorted(draft.pages.items())), sums_of(draft.pages)
        text = manifest_text(sums, entries_of(draft.profiles), draft.planned.network, receipt, released)
        return Draft(draft.planned, draft.shown, draft.profiles, pages, sums, text)

    def _count(self, allowed: frozenset[str], kuerzel: str, pages: Mapping[str, str]) -> int:
        """Count what stands on the pages of a team by somebody's leave."""
        if not allowed:
            return 0
        folder = team_folder(kuerzel)
        return count_shown(allowed, [as_read(name, text) for name, text in pages.items() if name.startswith(folder)])

    def _leaks(self, proof: Proof, draft: Draft, read: Callable[[], Iterable[tuple[str, bytes]]]) -> tuple[Leck, ...]:
        progress("Ich suche auf allen Seiten nach privaten Angaben …")
        shown = {one.kuerzel for one in draft.shown}

        def files() -> Iterator[tuple[str, bytes]]:
            sums = set(draft.sums.values())
            return ((name, without_sums(data, sums) if name == MANIFEST else data) for name, data in read())

        return proof.leaks(
            lambda first: self._feeds.linted(files()) if first else files(), shown, many=len(draft.pages)
        )

    def _own_findings(self, draft: Draft, leaks: Iterable[Leck]) -> frozenset[str]:
        """Give the teams whose own pages have findings."""
        leads = {old: one.kuerzel for one in draft.shown for old in (*one.frueher, one.kuerzel)}
        pages = (team_of_page(one.output) for one in leaks)
        return frozenset(leads[one] for one in pages if one in leads)

    def _is_wanted(self, kuerzel: str) -> bool:
        return not self._wishes.only or kuerzel in self._wishes.only

    def _outcome(self, draft: Draft, leaks: tuple[Leck, ...], refused: tuple[str, ...]) -> Outcome:
        published = tuple(one.kuerzel for one in draft.shown)
        up = {one.kuerzel for one in draft.profiles}
        outcome = Outcome(
            published=published,
            skipped=self._skipped,
            removed=tuple(sorted(self._before.kuerzel - up)) if self._before else (),
            leaks=leaks,
            refused=refused,
            hidden=tuple(dict.fromkeys(self._hidden(published))),
        )
        if not self._wishes.dry_run:
            return outcome
        old = {name: self._site.read(name) for name in (self._before.files if self._before else ())}
        return site_changes.compared(outcome, old, draft.pages)

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

    @property
    def _rahmen(self) -> Rahmen:
        return Rahmen(self._sources.netzwerk, self._sources.regeln, self._day)

    def _withdrawn(self) -> frozenset[str]:
        """Give the teams whose pages must come down now."""
        if self._before is None or self._heute is None:
            return frozenset()
        held = self._held()
        allowed = None if held is None else self._allowed(held)
        return must_go(self._site, self._before, self._sources, self._heute, allowed)

    def _network_now(self, before: Manifest) -> PublicNetwork:
        """Give what the pages may still say about the network."""
        held = self._held()
        return before.network if held is None else network_still_free(before, wordings(held).get(EVERY_PAGE, ()))

    def _held(self) -> tuple[Term, ...] | None:
        """Give the exceptions that hold today; None where nobody knows."""
        if self._heute is None or not self._sources.exceptions_known:
            return None
        return terms(self._sources.freigaben, [Scalar(*one) for one in self._sources.texts()], self._heute)

    def _allowed(self, held: Iterable[Term]) -> dict[str, frozenset[str]]:
        return allowed_texts(self._sources.whole_teams, wordings(held), self._day)


def _refuse_broken_links(pages: Mapping[str, str], base: str | None) -> None:
    """Raise ``PublicationRefused`` for links that lead nowhere. Only pages without a leak come here: their links may be shown."""
    broken = list(broken_links(pages, base))
    if broken:
        shown = "\n".join(f"{one.page}: Der Link „{one.target}“ führt ins Leere." for one in broken[:MOST])
        more = f"\nUnd {len(broken) - MOST} weitere." if len(broken) > MOST else ""
        raise PublicationRefused(
            f"{shown}{more}\nEs wurde nichts veröffentlicht. Prüf die Vorlagen im Ordner vorlagen."
        )


def _as_bytes(files: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    return ((name, text.encode()) for name, text in files.items())
