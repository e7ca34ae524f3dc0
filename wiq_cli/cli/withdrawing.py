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
from wiq_cli.usecases.publish import manifest_text, team_of_page, withdrawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from wiq_cli.domain.public import PublicProfile
    from wiq_cli.files.site import Site
    from wiq_cli.files.sources import Sources
    from wiq_cli.usecases.publish import Manifest


def must_go(
    site: Site, before: Manifest, sources: Sources, heute: date, allowed: Mapping[str, frozenset[str]] | None
) -> frozenset[str]:
    """Give the teams whose pages must come down now. ``allowed``: what may stand there by somebody's leave, if known."""
    result = withdrawn(before, sources.kuerzel, sources.teams, heute)
    gone = set(result.teams)
    for kuerzel in {*result.names, *(allowed or ())} - gone:
        pages = team_pages(site, kuerzel)
        leave = allowed.get(kuerzel) if allowed else None
        lost = leave is not None and count_shown(leave, pages) < before.released.get(kuerzel, 0)
        if count_shown(result.names.get(kuerzel, ()), pages) or (pages and lost):
            gone.add(kuerzel)
    return frozenset(gone)


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


def take_down(site: Site, before: Manifest, gone: frozenset[str]) -> None:
    """Write the old site again without these teams. Everything comes from what is public already: the pages of the network
    from the data beside the pages of the other teams, by our own templates. So nothing new can get in."""
    profiles = list(_published(site, before, gone))
    entries = tuple(entry(one) for one in profiles)
    folders = tuple(team_folder(name) for one in profiles for name in (one.kuerzel, *one.frueher))
    kept = [name for name in before.files if name.startswith(folders) or not team_of_page(name)]
    calendars = shared(entries, kept)
    texts: dict[str, str] = {}
    for name in kept:
        if name.startswith(folders) or name in {STYLE, SEARCH}:
            texts[name] = site.read(name).decode("utf-8", "replace")
        elif name in calendars:
            texts[name] = without(site.read(name).decode("utf-8", "replace"), gone)
    left = [_without_decisions(one, gone) for one in profiles]
    pages = Pages(left, before.network, Templates(shipped()), texts)
    texts = pages.of_network() | texts
    for old, new in zip(profiles, left, strict=True):
        texts |= {} if old == new else pages.of_team(new)
    released = {kuerzel: count for kuerzel, count in before.released.items() if kuerzel not in gone}
    manifest = manifest_text(texts, entries, before.network, before.receipt, released)
    with site.build() as build:
        build.write({**texts, MANIFEST: manifest})
        build.swap()


def _published(site: Site, before: Manifest, gone: frozenset[str]) -> Iterator[PublicProfile]:
    """Read what the site says about its teams. What cannot be read again cannot stay."""
    for one in before.teams:
        name = team_folder(one.kuerzel) + PROFILE
        profile = read_profile(site.read(name).decode("utf-8", "replace")) if one.kuerzel not in gone else None
        if profile is not None and profile.kuerzel == one.kuerzel:
            yield profile


def _without_decisions(one: PublicProfile, gone: frozenset[str]) -> PublicProfile:
    """Leave out the decisions of teams that are gone, and about them."""
    kept = tuple(each for each in one.beschluesse if not {each.team, each.betrifft} & gone)
    return one if kept == one.beschluesse else one.model_copy(update={"beschluesse": kept})
