"""A network whose teams decide: an ST and a PT of the network's own kind, and an LT that sets its own procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path


JOINTLY = "# wiq: erlaubt WIQ511, weil es um das Entscheiden geht und nicht um die Aufnahme\n"
EXCEPTIONS = {
    "UT": JOINTLY,
    "KT": JOINTLY,
    "PT": "# wiq: erlaubt WIQ521 und WIQ522, weil es um das Entscheiden geht und nicht um die Aufnahme\n",
}


def team(art: str, name: str, first: int, count: int) -> str:
    """Give a team whose members came on 1 January 2026."""
    people = "".join(
        f"  - {{kennung: p{first + number}, name: Quirin {first + number}, seit: 2026-01-01}}\n"
        for number in range(count)
    )
    return f"{EXCEPTIONS.get(art, '')}schema: 1\nart: {art}\nname: {name}\neinwilligung:\n  profil: {{am: 2026-01-10}}\nmitglieder:\n{people}"


def deciding_network(root: Path) -> Path:
    """Write the network and give its folder."""
    return network(
        root,
        {
            "garten": with_keys(TEAM, "status: pausiert\n"),  # a running one would wait for a decision on its wishes
            "st": team("ST", "Steuerungsteam", 1, 8),
            "ut": team("UT", "Unterstützungsteam", 11, 3),
            "pt": team("PT", "Projektteam", 21, 5),
        },
    )
