"""A network whose teams decide: an ST and a PT of the network's own kind, and an LT that sets its own procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.texts import HEUTE, TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call

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


def file_of(root: Path, name: str) -> Path:
    """Give the file of a decision."""
    return next((root / "beschluesse").rglob(f"{name}.yaml"))


def text_of(root: Path, name: str) -> str:
    return file_of(root, name).read_text(encoding="utf-8")


def change(root: Path, name: str, old: str, new: str) -> None:
    """Change a decision by hand."""
    text = text_of(root, name)
    assert old in text
    file_of(root, name).write_text(text.replace(old, new), encoding="utf-8")


def unseal(root: Path, name: str) -> None:
    """Take the seal off by hand."""
    file_of(root, name).write_text(text_of(root, name).partition("siegel:")[0], encoding="utf-8")


def closed(decide: Call, title: str, today: str = HEUTE, team: str = "st") -> str:
    """Open, vote and close one decision, and give its id."""
    name: str = decide(
        "new", "--team", team, "--title", title, "--wording", f"Wir machen {title}.", today=today
    ).out.strip()
    votes = {"st": "8", "ut": "3", "pt": "5"}[team]
    for words in (["vote", name, "--zustimmung", votes], ["close", name]):
        result = decide(*words, today=today)
        assert result.code == 0, result.err
    return name


def anchor(root: Path, month: str) -> Path:
    return root / "beschluesse" / f"anker-{month}.txt"
