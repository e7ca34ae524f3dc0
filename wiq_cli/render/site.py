"""All pages of the site, by name. The same input gives the same bytes: no clock, no chance, everything sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.public import Eintrag, PublicNetwork, PublicProfile, entry
from wiq_cli.render import plain
from wiq_cli.render.calendars import OF_ALL, of_team, shared

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wiq_cli.render.templates import Templates

INDEX = "index.html"
STYLE = "style.css"
TEMPLATES = ("basis.html.j2", "index.html.j2", "profil.html.j2", "profil.md.j2", STYLE)


def team_folder(kuerzel: str) -> str:
    """Where the pages of one team lie; scans and take-downs go by it."""
    return f"teams/{kuerzel}/"


def site(
    profiles: Sequence[PublicProfile], network: PublicNetwork, templates: Templates, calendars: Collection[str] = ()
) -> dict[str, str]:
    """Write every page of the site. ``calendars`` names the calendar files that lie beside them."""
    pages = frame([entry(one) for one in profiles], network, templates, calendars)
    around = plain.network(network)
    for one in profiles:
        values = plain.profile(one)
        folder = team_folder(one.kuerzel)
        over = one.status == "abgeschlossen" and not one.naechste_treffen
        own = {
            "profil": values,
            "netz": around,
            "kalender": OF_ALL if not over and of_team(one.kuerzel) in calendars else None,
        }
        pages[f"{folder}index.html"] = templates.html("profil.html.j2", **own, wurzel="../../")
        pages[f"{folder}profil.md"] = templates.markdown("profil.md.j2", **own)
    return dict(sorted(pages.items()))


def frame(
    entries: Sequence[Eintrag], network: PublicNetwork, templates: Templates, calendars: Collection[str] = ()
) -> dict[str, str]:
    """Write what belongs to no single team: the list of all teams and the stylesheet."""
    rows = [plain.entry(one) for one in sorted(entries, key=lambda one: (one.name.casefold(), one.kuerzel))]
    index = templates.html(
        "index.html.j2",
        netz=plain.network(network),
        wurzel="",
        teams=tuple(row for row in rows if row["art"] == "LT"),
        weitere=tuple(row for row in rows if row["art"] != "LT"),
        kalender=tuple({"datei": file, "stadtteil": name} for file, name in shared(entries, calendars).items()),
    )
    return {INDEX: index, STYLE: templates.text(STYLE)}
