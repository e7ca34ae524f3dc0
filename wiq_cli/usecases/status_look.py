"""How one team stands on a day: its last sign of life, its next meeting, what it waits for, how its profile stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from wiq_cli.domain.netzwerk import Schwellen
    from wiq_cli.usecases.needs import Said
    from wiq_cli.usecases.status_facts import Facts, Slot
    from wiq_cli.usecases.wish_age import Version

Profile = Literal["fresh", "stale", "missing", "closed", "must_go", "unknown"]
FILE, TREFFEN = "Änderung der Datei", "Treffen"


class Sign(NamedTuple):
    """A sign of life: the day, and in a word what happened."""

    day: date
    was: str


class Waiting(NamedTuple):
    """A wish or a question that nobody has answered for good. Its words stay in the file: names hide there."""

    art: str
    is_support: bool
    since: date | None  # at least
    said: Said


class Effect(NamedTuple):
    """An indicator in numbers."""

    target: float | None
    actual: float | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Published:
    """What stands in the output folder. ``stale``: the teams whose files have changed since."""

    teams: Collection[str]
    stale: Collection[str]


@dataclass(frozen=True, slots=True)
class Look:
    """One team on one day."""

    kuerzel: str
    facts: Facts
    heute: date
    limits: Schwellen
    last: Sign | None
    written: date | None  # the last time that somebody wrote something down
    meeting: Slot | None  # the next one
    waiting: tuple[Waiting, ...] = ()
    profile: Profile = "unknown"
    faults: int = 0  # parts of the file that cannot be read
    agreed: Mapping[str, Sequence[str]] = field(
        default_factory=dict
    )  # by last day: whose consent ends; for one team alone

    @property
    def runs(self) -> bool:
        return self.facts.status == "laeuft"

    @property
    def goals(self) -> tuple[int, int]:
        """How many are reached, of how many."""
        return sum(reached for _, reached in self.facts.goals), len(self.facts.goals)

    @property
    def deadline(self) -> date | None:
        """The first day by which something is to be reached that is not."""
        return min(
            (date.fromisoformat(until) for until, reached in self.facts.goals if until and not reached), default=None
        )

    @property
    def effects(self) -> Iterator[Effect]:
        """Every indicator that can be counted, with its newest value so far."""
        for target, measured in self.facts.effects:
            day, value = max(
                ((day, value) for day, value in measured if day <= self.heute.isoformat()), default=("", None)
            )
            yield Effect(target, value, date.fromisoformat(day) if day else None)

    @property
    def oldest(self) -> date | None:
        """Since when the oldest wish waits."""
        return min((one.since for one in self.waiting if one.since), default=None)


def last_signs(
    facts: Facts, versions: Sequence[Version], decided: date | None, heute: date
) -> tuple[Sign | None, date | None]:
    """Give the newest sign of life, and the last day on which somebody wrote something down.

    Who tidies up many files at once says nothing about a team; that counts where there is nothing else.
    """
    written = [Sign(date.fromisoformat(day), word) for day, word in facts.notes]
    written += [Sign(one.day, FILE) for one in versions if not one.tidying]
    written += [Sign(decided, "Beschluss")] if decided else []
    held = [Sign(one.day, TREFFEN) for one in facts.meetings]
    if not (written or held):
        written = [Sign(one.day, FILE) for one in versions[-1:]]
    days = [one.day for one in written if one.day <= heute]
    past = [one for one in (*written, *held) if one.day <= heute]
    return max(past, key=lambda one: one.day, default=None), max(days, default=None)


def next_meeting(facts: Facts, heute: date) -> Slot | None:
    """Give the next meeting that takes place."""
    today = heute.isoformat()
    return next((one for one in (*facts.meetings, *facts.later) if one.start >= today), None)


def profile_state(kuerzel: str, facts: Facts, heute: date, published: Published | None) -> Profile:
    """Say how the profile stands in the output folder; unknown where there is none."""
    if published is None:
        return "unknown"
    if not _agreed(facts, heute):
        return "must_go" if kuerzel in published.teams else "closed"
    if kuerzel not in published.teams:
        return "missing"
    return "stale" if kuerzel in published.stale else "fresh"


def _agreed(facts: Facts, heute: date) -> bool:
    since, until = facts.consent or ("", "")
    return bool(since) and since <= heute.isoformat() and not until
