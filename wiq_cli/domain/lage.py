"""What the record of one vote says, and what counting makes of it. Whole numbers only; what is missing is not zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from wiq_cli.domain.anzahl import anzahl

if TYPE_CHECKING:
    from wiq_cli.domain.abstimmung import Option, Stimme
    from wiq_cli.domain.zaehlregel import Stufe

Outcome = Literal["angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar"]
WORD = {
    "ja": "Ja", "nein": "Nein", "enthaltung": "Enthaltung", "ungueltig": "ungültig", "zustimmung": "Zustimmung",
    "leichte_bedenken": "leichte Bedenken", "beiseite": "Beiseitestehen", "schwere_bedenken": "schwere Bedenken", "veto": "Veto",
}  # fmt: skip


HIGHEST = 10  # points of resistance that one person can give to an option


class Range(NamedTuple):
    """A number of people as far as the record fixes it. ``high`` is ``None`` where nothing limits it."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Lage:
    """What the record of one vote says. A number that is missing was not recorded; it is not zero."""

    stimmen: Mapping[Stimme, int]
    mitglieder: int | None = None  # everybody entitled to vote, the excluded among them
    anwesende: int | None = None  # everybody present, the excluded among them
    ausgeschlossen: int = 0
    ausgeschlossen_anwesend: int = 0
    begruendet: Mapping[Stufe, int] = field(default_factory=dict)  # objections that carry a reason, by level
    optionen: tuple[Option, ...] = ()
    frist_vorbei: bool | None = (
        None  # whether the time to object was over; None: there was none, or nobody wrote it down
    )

    @property
    def cast(self) -> int:
        """How many votes were recorded, whatever they say."""
        return sum(self.stimmen.values())

    @property
    def voters(self) -> int | None:
        """How many could vote: the excluded shrink the number, unlike those who abstain."""
        return None if self.mitglieder is None else max(0, self.mitglieder - self.ausgeschlossen)

    @property
    def voters_present(self) -> int | None:
        """How many of those present could vote."""
        return None if self.anwesende is None else max(0, self.anwesende - self.ausgeschlossen_anwesend)

    @property
    def given(self) -> int:
        """How many votes people gave, for a motion or for one of several options: everybody has one."""
        return max(self.cast, sum(option.stimmen or 0 for option in self.optionen))

    @property
    def complete(self) -> bool:
        """Whether everybody's vote is recorded: then nobody chose a word that is missing."""
        return self.cast > 0 and self.cast in {self.voters, self.voters_present}

    @property
    def present(self) -> Range:
        """How many of those present could vote: as recorded, else between those who voted and all who could."""
        fixed = self.voters_present
        return Range(self.cast, self.voters) if fixed is None else Range(fixed, fixed)

    @property
    def limit(self) -> int | None:
        """How many votes there can be at most."""
        limits = [limit for limit in (self.voters, self.voters_present) if limit is not None]
        return min(limits) if limits else None

    @property
    def too_resisted(self) -> int | None:
        """Which option has more resistance than all could give together; None where none has."""
        most = None if self.limit is None else HIGHEST * self.limit
        return next(
            (n for n, one in enumerate(self.optionen) if most is not None and (one.widerstand or 0) > most), None
        )

    @property
    def excess(self) -> int:
        """How many votes there are beyond the people who could cast them."""
        return 0 if self.limit is None else max(0, self.given - self.limit)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome and its reason in German.

    ``margin`` is how far the vote lies from the line: 0 or more is enough, less is not. ``winner`` is the option chosen.
    """

    outcome: Outcome
    reason: str
    margin: int | None = None
    winner: str | None = None
    hangs_on_one: bool = False  # one vote less would have given another outcome


def could_vote(number: int) -> str:
    """Say how many people could vote."""
    return (
        anzahl(number, "Abstimmen konnte nur 1 Person", "Abstimmen konnten nur {}")
        if number
        else "Abstimmen konnte niemand"
    )


def unknown(reason: str) -> Verdict:
    """Say that the record does not carry a result."""
    return Verdict("nicht_feststellbar", f"{reason} Damit lässt sich das Ergebnis nicht feststellen.")
