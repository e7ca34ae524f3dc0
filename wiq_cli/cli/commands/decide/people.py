"""Finding people for a decision by kennung or name. A name is read from the keyboard or shown on the screen, never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.person import Mensch, Stelle

SHOWN = 8


def kennung(ordner: Netzordner, wanted: str, option: str) -> str:
    """Give the kennung of somebody. One that nobody has yet stands for somebody who is still to come.

    Raises ``WrongCall`` where nobody or several people are meant; it names places and kennungen, no names.
    """
    from wiq_cli.domain.errors import Refused, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.verweise import PSEUDONYM  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person import search, similar  # noqa: PLC0415  # start-up

    text = wanted.strip()
    if PSEUDONYM.fullmatch(text):
        return text
    everybody = people(ordner)
    found = search(text, everybody) if text else []
    if len(found) > 1:
        raise WrongCall(f"{option}: Das passt zu mehreren Personen: {_labels(found)}. Nenn die Kennung.")
    if not found:
        close = similar(text, everybody)[:SHOWN]
        raise WrongCall(
            f"{option}: Diese Person finde ich nicht. "
            + (
                f"Meintest du {_labels(close)}?"
                if close
                else f"Ist sie neu, dann nimm die nächste freie Kennung: p{next_number(ordner)}"
            )
        )
    if not found[0].kennung:
        raise Refused(
            f"{option}: Diese Person hat noch keine Kennung. "
            f"Trag sie in {found[0].label} ein, zum Beispiel: kennung: p{next_number(ordner)}"
        )
    return found[0].kennung


def people(ordner: Netzordner) -> list[Mensch]:
    """Give everybody in the team files, also in files with faults."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person import menschen, stellen  # noqa: PLC0415  # start-up

    found: list[Stelle] = []
    for path in ordner.team_paths():
        try:
            found += stellen(path.stem, ordner.source(path))
        except Unreadable:  # who stands there is unknown; the commands say that a file is missing
            continue
    return menschen(found)


def names(ordner: Netzordner) -> dict[str, str]:
    """Give the name to each kennung, for the screen alone."""
    return {
        one.kennung: name
        for one in people(ordner)
        if one.kennung and (name := next((text for place in one.stellen if (text := place.get("name"))), ""))
    }


def next_number(ordner: Netzordner) -> int:
    """Give the first number that no kennung ever had."""
    return max((int(one[1:]) for one in ordner.kennungen()), default=0) + 1


def _labels(found: list[Mensch]) -> str:
    shown = [f"{one.label} ({', '.join(one.teams)})" for one in found[:SHOWN]]
    return ", ".join([*shown, *(["…"] if len(found) > SHOWN else [])])
