"""Which decisions hold on a day. Nobody ever writes that down: it follows from results, days and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss

Stand = Literal["offen", "abgelehnt", "kuenftig", "ersetzt", "abgelaufen", "in_kraft"]
SATZ: dict[Stand, str] = {
    "offen": "Er ist noch offen.",
    "abgelehnt": "Er wurde nicht angenommen.",
    "kuenftig": "Er gilt erst später.",
    "ersetzt": "Ein anderer Beschluss hat ihn ersetzt oder widerrufen.",
    "abgelaufen": "Seine Zeit ist vorbei.",
}


def since(beschluss: Beschluss) -> date:
    """Give the day from which a decision holds."""
    result = beschluss.ergebnis
    return (result and (result.gilt_ab or result.am)) or beschluss.opened


class Geltung:
    """Says of every decision of a network how it stands on a day."""

    def __init__(self, beschluesse: Iterable[Beschluss]) -> None:
        self._replaced: dict[str, date] = {}
        for one in beschluesse:
            if one.status == "angenommen":
                for old in one.verweise.ersetzt:
                    self._replaced[old] = min(since(one), self._replaced.get(old, since(one)))

    def stand(self, beschluss: Beschluss, day: date) -> Stand:
        """Say how a decision stands on a day."""
        if beschluss.is_open:
            return "offen"
        if beschluss.status != "angenommen":
            return "abgelehnt"
        if since(beschluss) > day:
            return "kuenftig"
        replaced = self._replaced.get(beschluss.id)
        if replaced is not None and replaced <= day:
            return "ersetzt"
        end = ends(beschluss)
        return "abgelaufen" if end is not None and end < day else "in_kraft"

    def holds(self, beschluss: Beschluss, day: date) -> bool:
        """Whether a decision holds on a day."""
        return self.stand(beschluss, day) == "in_kraft"


def ends(beschluss: Beschluss) -> date | None:
    """Give the last day of a decision; None where it has none."""
    named = beschluss.ergebnis.gilt_bis if beschluss.ergebnis else None
    granted = beschluss.leistung.bis if beschluss.leistung else None
    return min((day for day in (named, granted) if day), default=None)


def settled(beschluss: Beschluss) -> date:
    """Give the day from which a decision could be relied on: it was taken, and it had begun."""
    result = beschluss.ergebnis
    return max(since(beschluss), (result and result.am) or since(beschluss))


def looked_at(beschluss: Beschluss, art: str, day: date) -> bool:
    """Whether an addendum of this kind says that somebody looked after it, on that day or later."""
    return any(one.art == art and one.am >= day for one in beschluss.nachtraege)
