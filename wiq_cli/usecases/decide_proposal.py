"""What somebody wants to have decided, before it is a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Ablehnung
    from wiq_cli.domain.regeln import Verfahren


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants to have decided."""

    team: str
    titel: str
    art: str = "sachbeschluss"
    wortlaut: str | None = None
    anlass: str | None = None
    lt: str | None = None
    ziel: str | None = None  # the team somebody comes into
    person: str | None = None
    bank: str | None = None  # the bench somebody takes a seat on
    informiert: Sequence[str] = ()  # teams that shall hear of it
    thema: str | None = None  # a row of the OK matrix
    eur: int | None = None
    bewilligt: Sequence[str] = ()
    abgelehnt: Sequence[Ablehnung] = ()
    offen: Sequence[Ablehnung] = ()
    bis: date | None = None  # until when support is granted
    umlauf_bis: date | None = None  # last day for votes when there is no meeting
    geheim: bool = False
    ersetzt: str | None = None
    verfahren: str | None = None  # how a team without a procedure of its own decides this time
    decides: Verfahren | None = None  # what an LT wants to use from now on
