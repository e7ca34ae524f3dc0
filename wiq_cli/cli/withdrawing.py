"""Take down what may no longer be public, also in a run that publishes nothing new."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from wiq_cli.domain.public import entry
from wiq_cli.files.site import MANIFEST
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.calendars import shared, without
from wiq_cli.render.daten import PROFILE, read_profile
from wiq_cli.render.site import SEARCH, STYLE, Pages, team_folder
from wiq_cli.render.templates import Templates
from wiq_cli.scan.calendar_text import ENDING, in_words
from wiq_cli.usecases.publish import NETWORK, manifest_text, sums_of, withdrawn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from wiq_cli.domain.public import PublicNetwork, PublicProfile
    from wiq_cli.files.site import Site
    from wiq_cli.files.sources import Sources
    from wiq_cli.usecases.publish import Manifest


def must_go(
    site: Site, before: Manifest, sources: Sources, heute: date, allowed: Mapping[str, frozenset[str]] | None
) -> frozenset[str]:
    """Give the teams whose pages must come down now. ``allowed``: what may stand there by somebody's leave, if known."""
    result = withdrawn(before, sources.kuerzel, sources.teams, heute)
    gone = set(result.teams)
    around = [text for _, text in before.network if isinstance(text, str)]  # see ``network_still_free``
    for kuerzel in ({*result.names, *(allowed or ())} & before.kuerzel) - gone:
        pages = [" ".join(page.split()) for page in team_pages(site, kuerzel)]
        leave = allowed.get(kuerzel) if allowed else None
        lost = leave is not None and count_shown(leave, pages) < before.released.get(kuerzel, 0)
        apart = [_without_texts(page, [*around, *(leave or ())]) for page in pages]
        if count_shown(result.names.get(kuerzel, ()), apart) or (pages and lost):
            gone.add(kuerzel)
    return frozenset(gone)


def _without_texts(page: str, texts: Iterable[str]) -> str:
    """Leave out what may stand there although it holds a name."""
    for text in sorted(texts, key=len, reverse=True):
        page = page.replace(" ".join(text.split()), " ") if text else page
    return page


def team_pages(site: Site, kuerzel: str) -> list[str]:
    """Give the pages of a team as they lie there now, and as a reader sees them."""
    names = (name for name in site.names() if name.startswith(team_folder(kuerzel)))
    return [as_read(name, site.read(name).decode("utf-8", "replace")) for name in names]


def as_read(name: str, text: str) -> str:
    """Undo how a kind of file writes its words."""
    return in_words(text) if name.endswith(ENDING) else html.unescape(text)


def count_shown(texts: Iterable[str], pages: Iterable[str]) -> int:
    """Count those of these texts that stand on at least one of the pages."""
    plain = [" ".join(one.split()) for one in pages]
    return sum(any(text in page for page in plain) for text in texts)


def take_down(site: Site, before: Manifest, gone: frozenset[str], network: PublicNetwork) -> None:
    """Write the old site again without these teams, and with so much of the network. Everything comes from what is public
    already: the pages of the network from the data beside the pages of the other teams, by our own templates. So nothing new
    can get in."""
    standing = Standing(site, before, gone)
    texts = {name: standing.read(name) for name in (*standing.names, STYLE, SEARCH) if name in before.files}
    for name in shared(standing.entries, texts):
        if name in before.files:
            texts[name] = without(standing.read(name), gone)
    lost = {name: old for name, old in before.network if isinstance(old, str) and getattr(network, name) != old}
    pages = Pages(standing.profiles, network, Templates(shipped(fragment=before.fragment)), texts)
    texts = pages.of_network() | texts
    for one in standing.profiles if lost else standing.altered:
        texts |= pages.of_team(one)
    texts = {name: text for name, text in texts.items() if not count_shown(lost.values(), [as_read(name, text)])}
    without_leave = gone | {f"{NETWORK}:{name}" for name in lost}
    released = {one: count for one, count in before.released.items() if one not in without_leave}
    manifest = manifest_text(sums_of(texts), standing.entries, network, before.receipt, released)
    with site.build() as build:
        build.write({**texts, MANIFEST: manifest})
        build.swap()


class Standing:
    """What the site says already about the teams that stay, as it stands there. ``anew``: teams that are drawn anew."""

    def __init__(
        self, site: Site, before: Manifest | None, gone: frozenset[str], anew: frozenset[str] = frozenset()
    ) -> None:
        self._site = site
        self.files: Collection[str] = before.files if before else {}
        self.before = list(_published(site, before)) if before else []
        stay = [one for one in self.before if one.kuerzel not in gone | anew]
        self.profiles = [_without_decisions(one, gone) for one in stay]
        self.altered = [new for old, new in zip(stay, self.profiles, strict=True) if old != new]
        self.entries = tuple(entry(one) for one in self.profiles)
        self.gone = (before.kuerzel if before else frozenset()) - {one.kuerzel for one in self.profiles}
        folders = tuple(team_folder(name) for one in self.profiles for name in (one.kuerzel, *one.frueher))
        self.names = [name for name in self.files if name.startswith(folders)]

    def read(self, name: str) -> str:
        """Give a file of the site."""
        return self._site.read(name).decode("utf-8", "replace")


def _published(site: Site, before: Manifest) -> Iterator[PublicProfile]:
    """Read what the site says about its teams. What cannot be read again cannot stay."""
    for one in before.teams:
        name = team_folder(one.kuerzel) + PROFILE
        profile = read_profile(site.read(name).decode("utf-8", "replace"))
        if profile is not None and profile.kuerzel == one.kuerzel:
            yield profile


def _without_decisions(one: PublicProfile, gone: frozenset[str]) -> PublicProfile:
    """Leave out the decisions of teams that are gone, and about them."""
    kept = tuple(each for each in one.beschluesse if not {each.team, each.betrifft} & gone)
    return one if kept == one.beschluesse else one.model_copy(update={"beschluesse": kept})
