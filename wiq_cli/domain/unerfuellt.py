"""What somebody must hear who does not get what they asked for: why, and how it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wiq_cli.domain.unterstuetzung import SUPPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath

Fehlt = Literal["grund", "weiter"]
ANSWER = "antwort"  # the kind of addendum by which a sealed decision still gets its answer
UNSETTLED = frozenset({"offen", "nicht_feststellbar"})
NOT_GIVEN = frozenset({"abgelehnt", "nicht_erreicht", "vertagt"})


def unanswered(beschluss: Beschluss) -> Iterator[tuple[DataPath, tuple[Fehlt, ...]]]:
    """Give every wish that is not granted, and a request that is refused or put off, with what nobody has said about it.

    An addendum of the kind ``antwort`` says all of it later. A day to look again is a next step too, and so is a task; the reason of an objection is a reason too.
    """
    result, wishes = beschluss.ergebnis, beschluss.leistung
    if beschluss.status in UNSETTLED or any(one.art == ANSWER for one in beschluss.nachtraege):
        return
    reason = bool((result and result.grund) or beschluss.bedenken)
    onward = bool(beschluss.wiedervorlage or (result and result.weiter) or beschluss.umsetzung)
    for number, wish in enumerate(wishes.abgelehnt if wishes else ()):
        yield from _gap(
            ("leistung", "abgelehnt", number), reason=bool(wish.grund) or reason, onward=bool(wish.weiter) or onward
        )
    for number, wish in enumerate(wishes.offen if wishes else ()):
        yield from _gap(("leistung", "offen", number), reason=True, onward=bool(wish.weiter) or onward)
    if beschluss.art == SUPPORT and beschluss.status in NOT_GIVEN:
        answered = [*wishes.abgelehnt, *wishes.offen] if wishes else []
        yield from _gap(
            ("ergebnis",),
            reason=reason or any(one.grund for one in answered),
            onward=onward or any(one.weiter for one in answered),
        )


def _gap(path: DataPath, *, reason: bool, onward: bool) -> Iterator[tuple[DataPath, tuple[Fehlt, ...]]]:
    told: tuple[tuple[Fehlt, bool], ...] = (("grund", reason), ("weiter", onward))
    if missing := tuple(word for word, known in told if not known):
        yield path, missing
