"""What was counted on one day, and in which words each procedure counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.regeln import EINZELN, STUFEN, Stufe
from wiq_cli.domain.verdict import ONLY_CONSENSUS, ONLY_MAJORITY
from wiq_cli.domain.verdict_choice import AT_LEAST_TWO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Stimme
    from wiq_cli.domain.regeln import Zaehlregel

SILENT = (
    "Wer hier schweigt, ist einverstanden. Trag nur ein, wer widerspricht: --veto 1 --objection TEXT. "
    "Widerspricht bis zum Ende der Frist niemand, dann: wiq decide close"
)

Grad = Literal["stimmverbot", "zurueckgezogen", "hinweis"]


@dataclass(frozen=True, slots=True)
class Ballot:
    """What was counted on one day."""

    counts: Mapping[Stimme, int]
    day: date
    objections: Sequence[str] = ()
    present: int | None = None
    there: Sequence[str] = ()  # kennungen of everybody present
    named: Mapping[str, Stimme] = field(default_factory=dict)  # kept by name, because the team wants it so
    recused: Mapping[str, Grad] = field(default_factory=dict)  # who does not vote, and why
    back: Sequence[str] = ()  # who was kept from voting by mistake and votes after all
    keepers: Mapping[str, Any] = field(default_factory=dict)  # who led, who wrote, where and so on: for the minutes
    options: Mapping[str, int] = field(default_factory=dict)  # several proposals, each with its number
    review: Mapping[str, Any] = field(default_factory=dict)  # when to look again, and what to ask then


def options(ballot: Ballot, rule: Zaehlregel | None) -> list[dict[str, Any]]:
    """Give the numbers of a choice between proposals as they are written down; nothing where Ja and Nein count.

    Raises ``WrongCall`` where the procedure does not choose, or between fewer than two.
    """
    choosing = rule is not None and rule.is_choice
    if ballot.options and not choosing:
        raise WrongCall("--option passt nur, wenn das Verfahren zwischen mehreren Vorschlägen wählt. Zähl die Stimmen.")
    if rule is None or not choosing:
        return []
    if len(ballot.options) < AT_LEAST_TWO:
        raise WrongCall("Hier wählt ihr zwischen Vorschlägen. Nenn jeden mit seiner Zahl: --option A=4 --option B=3")
    key = "widerstand" if rule.auswahl == "geringster_widerstand" else "stimmen"
    return [{"name": name, key: number} for name, number in ballot.options.items()]


def words(counts: Mapping[Stimme, int], rule: Zaehlregel | None, procedure: str) -> dict[Stimme, int]:
    """Give the counts as they are written down. Raises ``WrongCall`` for words that the procedure does not know."""
    if procedure == EINZELN:
        raise WrongCall(
            "Hier entscheidet eine Person allein. Schreib das Ergebnis gleich auf: wiq decide close … --outcome angenommen"
        )
    if not counts and rule is not None and rule.is_silent:
        raise WrongCall(SILENT)
    if not counts:
        raise WrongCall("Es fehlen die Stimmen, zum Beispiel --ja 4 --nein 2 oder --zustimmung 5 --veto 1.")
    if rule is None:
        return dict(counts)
    if not rule.is_consensus:
        if any(word in counts for word in ONLY_CONSENSUS):
            raise WrongCall(f"Hier gilt das Verfahren „{procedure}“. Zähl Ja und Nein: --ja 4 --nein 2 --enthaltung 1.")
        return dict(counts)
    if any(word in counts for word in ONLY_MAJORITY):
        raise WrongCall(
            f"Hier gilt das Verfahren „{procedure}“. Zähl die Stufen: --zustimmung 5 --beiseite 1 --veto 0."
        )
    stufen = rule.stufen or STUFEN
    if wrong := [word for word in counts if word not in stufen]:
        raise WrongCall(f"Die Stufe „{wrong[0]}“ gibt es in diesem Verfahren nicht. Es gibt: {', '.join(stufen)}.")
    return {stufe: counts.get(stufe, 0) for stufe in STUFEN if stufe in stufen}


def read_objection(text: str, counts: Mapping[Stimme, int]) -> tuple[Stufe | None, str]:
    """Give level and reason: ``veto: Das ist zu teuer``, or the gravest level that somebody chose, if one did."""
    word, colon, rest = text.partition(":")
    for stufe in get_args(Stufe):
        if colon and word.strip() == stufe and rest.strip():
            return stufe, rest.strip()
    if not text.strip():
        raise WrongCall("--objection: Hier gehört die Begründung hin.")
    gravest: tuple[Stufe, ...] = ("veto", "schwere_bedenken", "leichte_bedenken")
    return next((stufe for stufe in gravest if counts.get(stufe)), None), text.strip()


def check_day(moved: date, attempts: Sequence[date | None], day: date, heute: date) -> None:
    """Refuse a day on which nobody could vote."""
    if day > heute:
        raise WrongCall("--date: Dieser Tag kommt erst noch. Nenn den Tag, an dem ihr abgestimmt habt.")
    if day < moved:
        raise WrongCall(f"--date: An diesem Tag gab es den Antrag noch nicht. Er ist vom {moved:%d.%m.%Y}.")
    if any(one and day < one for one in attempts):
        raise WrongCall("--date: Dieser Tag liegt vor dem vorigen Versuch. Prüf das Datum.")
