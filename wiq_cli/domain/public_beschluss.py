"""A decision as everybody may read it: what was decided, how, and why. No person, no objection, no minutes."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wiq_cli.domain.public_base import Oeffentlich


class Stimmen(Oeffentlich):
    """How many said what."""

    wort: str
    zahl: int


class Abstimmung(Oeffentlich):
    """One attempt to decide. Without ``stimmen`` nobody counted, or the numbers would point to people."""

    am: date | None
    verfahren: str
    stimmen: tuple[Stimmen, ...]
    ergebnis: str | None


class Antwort(Oeffentlich):
    """A wish that was not granted, or not yet."""

    was: str
    begruendung: str | None
    weiter: str | None


class Beschluss(Oeffentlich):
    """One decision. ``team`` decided it; ``betrifft`` is the team that it is about, where that one has a page."""

    id: str
    team: str
    teamname: str
    betrifft: str | None
    betrifft_name: str | None
    am: date
    titel: str
    anlass: str | None
    wortlaut: str
    ergebnis: Literal["angenommen", "abgelehnt", "vertagt", "nicht_erreicht", "nicht_feststellbar"]
    stand: Literal["offen", "abgelehnt", "kuenftig", "ersetzt", "abgelaufen", "in_kraft"]
    gilt_ab: date | None
    gilt_bis: date | None
    abstimmungen: tuple[Abstimmung, ...]
    bewilligt: tuple[str, ...]
    abgelehnt: tuple[Antwort, ...]
    offen: tuple[Antwort, ...]
    begruendung: str | None
    weiter: str | None
    wiedervorlage: date | None
    frage: str | None
