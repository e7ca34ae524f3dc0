"""All pages of the site, by name. The same input gives the same bytes: no clock, no chance, everything sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.public import Eintrag, PublicNetwork, PublicProfile, entry
from wiq_cli.render import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiq_cli.render.templates import Templates

INDEX = "index.html"
STYLE = "style.css"
TEMPLATES = ("basis.html.j2", "index.html.j2", "profil.html.j2", "profil.md.j2", STYLE)


def team_folder(kuerzel: str) -> str:
    """Where the pages of one team lie; scans and take-downs go by it."""
    return f"teams/{kuerzel}/"


def site(profiles: Sequence[PublicProfile], network: PublicNetwork, templates: Templates) -> dict[str, str]:
    """Write every file of the site."""
    pages = frame([entry(one) for one in profiles], network, templates)
    around = plain.network(network)
    for one in profiles:
        values = plain.profile(one)
        folder = team_folder(one.kuerzel)
        pages[f"{folder}index.html"] = templates.html("profil.html.j2", profil=values, netz=around, wurzel="../../")
        pages[f"{folder}profil.md"] = templates.markdown("profil.md.j2", profil=values, netz=around)
    return dict(sorted(pages.items()))


def frame(entries: Iterable[Eintrag], network: PublicNetwork, templates: Templates) -> dict[str, str]:
    """Write what belongs to no single team: the list of all teams and the stylesheet."""
    rows = [plain.entry(one) for one in sorted(entries, key=lambda one: (one.name.casefold(), one.kuerzel))]
    index = templates.html(
        "index.html.j2",
        netz=plain.network(network),
        wurzel="",
        teams=tuple(row for row in rows if row["art"] == "LT"),
        weitere=tuple(row for row in rows if row["art"] != "LT"),
    )
    return {INDEX: index, STYLE: templates.text(STYLE)}
