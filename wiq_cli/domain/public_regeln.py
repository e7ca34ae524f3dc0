"""How a network decides, in sentences for everybody: its own rules, nothing that wiq made up."""

from __future__ import annotations

from datetime import date

from wiq_cli.domain.public_base import Oeffentlich


class Teamregel(Oeffentlich):
    """A type of team: what it is there for, how it decides, how people come in."""

    art: str
    name: str
    aufgabe: str
    zustaendig: tuple[str, ...]
    entscheidet: tuple[str, ...]
    aufnahme: tuple[str, ...]


class Verfahrensweise(Oeffentlich):
    """A procedure with its name, and when a motion is adopted by it."""

    name: str
    erklaerung: str


class Zustimmung(Oeffentlich):
    """Who decides on something, and who else has a say."""

    was: str
    wer: str
    mitsprache: tuple[str, ...]


class Regelwerk(Oeffentlich):
    """All rules of a network as a page shows them."""

    fassung: str
    gilt_ab: date
    teams: tuple[Teamregel, ...]
    verfahren: tuple[Verfahrensweise, ...]
    zustimmungen: tuple[Zustimmung, ...]
