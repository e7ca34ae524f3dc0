"""Take down what may no longer be public, also in a run that publishes nothing new."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from wiq_cli.files.site import MANIFEST
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.calendars import shared, without
from wiq_cli.render.site import INDEX, frame, team_folder
from wiq_cli.render.templates import Templates
from wiq_cli.scan.calendar_text import ENDING, in_words
from wiq_cli.usecases.publish import manifest_text, team_of_page, withdrawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

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
    """Write the old site again without these teams. The list of teams comes from the manifest and our own template, the
    calendars lose their meetings: nothing that was not public before can get in."""
    folders = tuple(team_folder(one) for one in gone)
    entries = tuple(one for one in before.teams if one.kuerzel not in gone)
    kept = [name for name in before.files if not name.startswith(folders)]
    calendars = shared(entries, kept)
    texts: dict[str, str] = {}
    for name in kept:
        text = site.read(name).decode("utf-8", "replace")
        if not name.endswith(ENDING) or team_of_page(name):
            texts[name] = text
        elif name in calendars:
            texts[name] = without(text, gone)
    texts[INDEX] = frame(entries, before.network, Templates(shipped()), texts)[INDEX]
    released = {kuerzel: count for kuerzel, count in before.released.items() if kuerzel not in gone}
    manifest = manifest_text(texts, entries, before.network, before.receipt, released)
    with site.build() as build:
        build.write({**texts, MANIFEST: manifest})
        build.swap()
