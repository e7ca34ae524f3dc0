"""One site, drawn: calendars, pages and the list of all files go onto a pile, team by team. Nothing is proven yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wiq_cli import __version__
from wiq_cli.cli.drawing import Drawing
from wiq_cli.cli.withdrawing import Standing, as_read, count_shown
from wiq_cli.files.commit import commit_of
from wiq_cli.files.site import MANIFEST
from wiq_cli.render.site import team_folder
from wiq_cli.usecases.publish import Receipt, allowed_texts, entries_of, manifest_text, network_leave, team_of_page
from wiq_cli.usecases.release import INDEX as EVERY_PAGE
from wiq_cli.usecases.release import wordings

if TYPE_CHECKING:
    from pathlib import Path

    from wiq_cli.cli.feeding import Feeds
    from wiq_cli.cli.proving import Proof
    from wiq_cli.domain.public import PublicProfile
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.files.build import Pile
    from wiq_cli.files.site import Site
    from wiq_cli.files.sources import Sources
    from wiq_cli.files.vorlagen import Vorlagen
    from wiq_cli.usecases.publish import Manifest, Plan


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants of this run. ``only``: the teams whose pages are to change; none means all."""

    dry_run: bool = False
    skip_refused: bool = False
    only: frozenset[str] = frozenset()
    fragment: bool = False
    memory: Path | None = None  # where is remembered what was drawn; None is the network

    def wants(self, kuerzel: str) -> bool:
        """Whether the pages of a team are to change."""
        return not self.only or kuerzel in self.only


@dataclass(frozen=True, slots=True)
class Old:
    """The site as it stands, and what it says about itself."""

    site: Site
    manifest: Manifest | None = None


@dataclass(slots=True)
class Draft:
    """A site on a pile. ``shown``: the teams whose pages are of today; others stand as they stood."""

    planned: Plan
    pile: Pile
    shown: tuple[PublicProfile, ...]
    profiles: tuple[PublicProfile, ...]
    sums: dict[str, str] = field(default_factory=dict)  # of everything but the list itself


class Drafting:
    """Draws for one network what is planned."""

    def __init__(self, old: Old, sources: Sources, rahmen: Rahmen, wishes: Wishes, feeds: Feeds) -> None:
        self._old = old
        self._sources = sources
        self._rahmen = rahmen
        self._wishes = wishes
        self._feeds = feeds
        self._memory = wishes.memory or sources.root
        self._commit = commit_of(sources.root)  # git would see what is being built
        self._drawing: Drawing | None = None

    @property
    def base(self) -> str | None:
        """The address of the site, where it is known."""
        return self._drawing.base if self._drawing else None

    def draw(self, planned: Plan, pile: Pile, vorlagen: Vorlagen, proof: Proof, withdrawn: frozenset[str]) -> Draft:
        """Draw all pages; of a few teams only, all others stand as they stood."""
        self._drawing = Drawing(self._old.site, self._memory, vorlagen, planned.network)
        shown = tuple(one for one in planned.profiles if self._wishes.wants(one.kuerzel))
        names = {one.kuerzel for one in planned.profiles}
        feeds = self._feeds.write(self._sources, names, self._rahmen, self._memory)
        draft = Draft(planned, pile, shown, shown)
        if self._wishes.only:
            self._draw_a_few(draft, self._drawing, dict(feeds), withdrawn)
        else:
            for name, text in feeds:
                pile.write({name: text})
            self._drawing.draw(shown, frozenset(pile.sums), pile)
        draft.sums = dict(sorted(pile.sums.items()))
        pile.write({MANIFEST: self._manifest(draft, proof)})
        return draft

    def save(self) -> None:
        """Remember for the next run what was drawn."""
        if self._drawing:
            self._drawing.save()
            self._feeds.save()

    def _draw_a_few(self, draft: Draft, drawing: Drawing, feeds: dict[str, str], withdrawn: frozenset[str]) -> None:
        only = self._wishes.only
        anew = frozenset(one.kuerzel for one in draft.shown)
        standing = Standing(self._old.site, self._old.manifest, withdrawn | (only - anew), anew)
        profiles = (*draft.shown, *standing.profiles)
        feeds = self._feeds.renewed(feeds, only, entries_of(profiles), standing)
        again = {one.kuerzel for one in (*standing.altered, *drawing.moved(standing, profiles, feeds))}
        for name in standing.names:
            if team_of_page(name) not in only:  # an earlier name of another team that is a team of its own now
                draft.pile.write({name: self._old.site.read(name)})  # what is drawn again has the same names
        draft.pile.write(feeds)
        drawing.draw(profiles, frozenset(draft.pile.sums), draft.pile, again | anew)
        draft.profiles = profiles

    def _manifest(self, draft: Draft, proof: Proof) -> str:
        commit = self._commit
        receipt = Receipt(
            wiq=__version__, regeln=self._sources.regeln.fassung, commit=commit.id, changed=commit.changed, needles=proof.count,
            fragment=self._wishes.fragment,
        )  # fmt: skip
        free = wordings(proof.held)
        allowed = allowed_texts(self._sources.whole_teams, free, self._rahmen.heute)
        before = self._old.manifest
        released = dict(before.released) if before and self._wishes.only else {}
        for one in draft.shown:
            released[one.kuerzel] = _count(allowed[one.kuerzel], one.kuerzel, draft)
        released = {one.kuerzel: released.get(one.kuerzel, 0) for one in draft.profiles}
        released |= network_leave(draft.planned.network, free.get(EVERY_PAGE, ()))
        return manifest_text(draft.sums, entries_of(draft.profiles), draft.planned.network, receipt, released)


def _count(allowed: frozenset[str], kuerzel: str, draft: Draft) -> int:
    """Count what stands on the pages of a team by somebody's leave."""
    if not allowed:
        return 0
    folder = team_folder(kuerzel)
    names = [name for name in draft.sums if name.startswith(folder)]
    return count_shown(allowed, [as_read(name, draft.pile.read(name).decode()) for name in names])
