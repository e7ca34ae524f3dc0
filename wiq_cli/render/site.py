"""All pages of the site, by name. The same input gives the same bytes: no clock, no chance, everything sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.render.pages import INDEX, SEARCH, STYLE, Pages, team_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wiq_cli.domain.public import PublicNetwork, PublicProfile
    from wiq_cli.render.templates import Templates

__all__ = ("INDEX", "SEARCH", "STYLE", "Pages", "site", "team_folder")


def site(
    profiles: Sequence[PublicProfile], network: PublicNetwork, templates: Templates, calendars: Collection[str] = ()
) -> dict[str, str]:
    """Write every page of the site. ``calendars`` names the calendar files that lie beside them."""
    pages = Pages(profiles, network, templates, calendars)
    found = pages.of_network()
    for one in profiles:
        found |= pages.of_team(one)
    return dict(sorted(found.items()))
