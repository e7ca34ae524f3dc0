"""One run of ``wiq publish``: read, plan, draw, write, read back, prove, swap. Each step may stop; none repairs."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from itertools import chain
from typing import TYPE_CHECKING, Any

from wiq_cli.cli import vetting
from wiq_cli.cli.console import progress
from wiq_cli.cli.drafting import Draft, Drafting, Old, Wishes
from wiq_cli.cli.feeding import Feeds
from wiq_cli.cli.proving import Proof
from wiq_cli.cli.withdrawing import must_go, take_down
from wiq_cli.domain.errors import NothingToDo, PublicationRefused, WiqError, WrongCall
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.files.build import Build, Held
from wiq_cli.files.site import MANIFEST, Site
from wiq_cli.files.snapshot import Snapshot
from wiq_cli.files.sources import Sources
from wiq_cli.files.standstill import Standstill
from wiq_cli.files.vorlagen import read_vorlagen
from wiq_cli.render.site import INDEX
from wiq_cli.scan.types import Scalar
from wiq_cli.usecases import publication, site_changes
from wiq_cli.usecases.public_place import hidden_places
from wiq_cli.usecases.publication import Outcome, said_again, sayable
from wiq_cli.usecases.publish import (
    allowed_texts,
    missing_page,
    network_still_free,
    plan,
    read_manifest,
    taken_name,
    team_of_page,
    without_sums,
)
from wiq_cli.usecases.release import INDEX as EVERY_PAGE
from wiq_cli.usecases.release import terms, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from wiq_cli.domain.public import PublicNetwork
    from wiq_cli.files.build import Pile
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.publication import Leck
    from wiq_cli.usecases.publish import Manifest, Skip
    from wiq_cli.usecases.release import Term

__all__ = ("Publishing", "Wishes")


class Publishing:
    """Holds what the steps of one run hand on to each other."""

    def __init__(self, ordner: Netzordner, target: Path, wishes: Wishes | None = None) -> None:
        self._ordner = ordner
        self._site = Site(target, ordner.root)
        self._wishes = wishes or Wishes()
        self._sources = Sources(ordner)
        self._before: Manifest | None = None
        self._skipped: tuple[Skip, ...] = ()
        self._heute: date | None = None
        self._feeds = Feeds(self._site, None)
        self._said_before: dict[str, Any] = {}  # where nothing at all has changed

    @property
    def index(self) -> Path:
        """Where to look."""
        return self._site.target / INDEX

    @property
    def doubts(self) -> Iterator[str]:
        """What was published all the same, but is not as good as it could be."""
        if self._said_before:
            return iter(self._said_before.get("doubts", ()))
        return chain(self._feeds.doubts(), publication.doubts(self._sources.netzwerk))

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
        standstill = self._standstill(today)
        if standstill and (said := standstill.recall()):
            self._said_before = said
            return said_again(said, dry_run=self._wishes.dry_run)
        self._read(today)
        vorlagen = read_vorlagen(self._ordner.root, fragment=self._wishes.fragment)
        vetting.refuse_bad_result(vorlagen)
        proof = Proof(self._ordner, self._sources, self._day, vorlagen, self._wishes.memory or self._ordner.root)
        drafting = Drafting(Old(self._site, self._before), self._sources, self._rahmen, self._wishes, self._feeds)
        refused: dict[str, str] = {}
        leaks: set[Leck] = set()
        while True:
            planned = plan(self._sources.whole_teams, self._rahmen, self._sources.beschluesse, refused)
            self._skipped = tuple(one for one in planned.skipped if self._wishes.wants(one.team))
            withdrawn = self._withdrawn() if self._wishes.only else frozenset()
            with self._pile() as pile:
                draft = drafting.draw(planned, pile, vorlagen, proof, withdrawn)
                found = self._leaks(proof, draft)
                if not found:
                    vetting.refuse_broken_links(draft, drafting.base, vorlagen, self._before)
                    vetting.refuse_odd_pages(draft, drafting.base, vorlagen, fragment=self._wishes.fragment)
                    if isinstance(pile, Build):
                        snapshot.check(self._ordner.name_of)
                        pile.swap()
            leaks.update(found)
            if not found:
                break
            own = self._own_findings(draft, found)
            if not (self._wishes.skip_refused and own and len(own) < len(draft.shown)):
                return self.refused(tuple(sorted(leaks, key=publication.place)))
            refused |= own  # and once more without them: shared pages named them too
        outcome = self._outcome(draft, tuple(sorted(leaks, key=publication.place)), tuple(sorted(refused)))
        if not self._wishes.dry_run:
            drafting.save()
            proof.save()
            if standstill and not leaks:
                standstill.remember(sayable(outcome, self.doubts))
        return outcome

    def _pile(self) -> AbstractContextManager[Pile]:
        """Give a place beside the site; for a look at what would be, one in memory."""
        return nullcontext(Held(self._site.target)) if self._wishes.dry_run else self._site.build()

    def _standstill(self, today: Callable[[str], date]) -> Standstill | None:
        """Look whether anything has changed at all; None where nobody could say. What is wrong is said by who reads it all."""
        with suppress(WiqError, OSError):
            if not self._wishes.only:
                root, fragment = self._ordner.root, self._wishes.fragment
                vorlagen = read_vorlagen(root, fragment=fragment)
                about = (repr(sorted(vorlagen.texts.items())), repr(sorted(vorlagen.own)))
                day = today(self._ordner.netzwerk.zeitzone)
                return Standstill(self._wishes.memory or root, self._ordner, self._site, (f"{day}", *about))
        return None

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
        if self._wishes.only and manifest.fragment != self._wishes.fragment:
            raise WrongCall(
                f"--only: Die anderen Seiten sind {'mit' if manifest.fragment else 'ohne'} --fragment entstanden. Beides "
                "zusammen passt nicht. Ruf „wiq publish“ genauso auf oder einmal ohne --only."
            )
        return manifest

    def _leaks(self, proof: Proof, draft: Draft) -> tuple[Leck, ...]:
        """Look through everything as it lies there now."""
        progress("Ich suche auf allen Seiten nach privaten Angaben …")
        sums = set(draft.sums.values())

        def files() -> Iterator[tuple[str, bytes]]:
            read = draft.pile.read_back()
            return ((name, without_sums(data, sums) if name == MANIFEST else data) for name, data in read)

        shown = {one.kuerzel for one in draft.shown}
        return proof.leaks(lambda first: self._feeds.linted(files()) if first else files(), shown, many=len(draft.sums))

    def _own_findings(self, draft: Draft, leaks: Iterable[Leck]) -> dict[str, str]:
        """Give the teams whose own pages have findings, else those whose files have; and say of each why it is left out."""
        leads = {old: one.kuerzel for one in draft.shown for old in (*one.frueher, one.kuerzel)}
        leaks = list(leaks)
        by_page = [(leads.get(team_of_page(one.output) or ""), one) for one in leaks]
        by_file = [(leads.get(one.team or ""), one) for one in leaks]
        found: dict[str, list[Leck]] = {}
        for team, one in by_page if any(team for team, _ in by_page) else by_file:
            if team:
                found.setdefault(team, []).append(one)
        return {team: f"Auf den Seiten stünde {publication.harm(own)}." for team, own in found.items()}

    def _outcome(self, draft: Draft, leaks: tuple[Leck, ...], refused: tuple[str, ...]) -> Outcome:
        published = tuple(one.kuerzel for one in draft.shown)
        up = {one.kuerzel for one in draft.profiles}
        removed = sorted(self._before.kuerzel - up) if self._before else []
        outcome = Outcome(
            published=published,
            skipped=self._skipped,
            removed=tuple(removed),
            renamed={old: one.kuerzel for one in draft.shown for old in one.frueher if old in removed},
            leaks=leaks,
            refused=refused,
            hidden=tuple(dict.fromkeys(self._hidden(published))),
        )
        if not self._wishes.dry_run:
            return outcome
        old = {name: self._site.read(name) for name in (self._before.files if self._before else ())}
        return site_changes.compared(outcome, old, vetting.Lying(draft))

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
