"""The OK matrix: which of its rows speaks about a decision, and whose OK is not on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from wiq_cli.domain.regeln import EINZELN, Grad

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Befugnis

GRADES: tuple[Grad, ...] = get_args(Grad)  # from the least to the most


def alone(beschluss: Beschluss) -> bool:
    """Whether one person decides."""
    frozen = beschluss.regel.verfahren if beschluss.regel else None
    return EINZELN in {beschluss.art, frozen, beschluss.form.art}


def row_for(befugnisse: Sequence[Befugnis], beschluss: Beschluss) -> Befugnis | None:
    """Give the row about the topic and the amount of a decision; None where no row, or more than one, may be meant."""
    rows = [row for row in _about(befugnisse, beschluss) if row.covers(beschluss.betrifft.eur)]
    return rows[0] if len(rows) == 1 else None


def needs_amount(befugnisse: Sequence[Befugnis], beschluss: Beschluss) -> bool:
    """Whether it depends on the amount which row is meant, and the record names none."""
    return beschluss.betrifft.eur is None and len(_about(befugnisse, beschluss)) > 1


def _about(befugnisse: Sequence[Befugnis], beschluss: Beschluss) -> list[Befugnis]:
    """Give the rows about the topic of a decision; without a topic its kind is one."""
    topic = beschluss.betrifft.thema or beschluss.art
    return [row for row in befugnisse if row.was == topic]


def missing(
    row: Befugnis, beschluss: Beschluss, beschluesse: Mapping[str, Beschluss], arts: Mapping[str, str]
) -> Iterator[tuple[str, Grad]]:
    """Give whose OK the row asks for and the record does not hold. To be told afterwards is looked at elsewhere."""
    for grade in GRADES[1:]:
        for who in getattr(row, grade):
            if not agreed(who, beschluss, beschluesse, arts, grade):
                yield who, grade


def agreed(
    who: str,
    beschluss: Beschluss,
    beschluesse: Mapping[str, Beschluss],
    arts: Mapping[str, str],
    grade: Grad = "einvernehmen",
) -> bool:
    """Whether others took part in this grade. ``arts`` gives the type of each team.

    An adopted decision of theirs, named under ``setzt_voraus``, says yes as well.
    """
    theirs = {
        name
        for other in beschluss.verweise.setzt_voraus
        if (one := beschluesse.get(other)) and one.status == "angenommen"
        for name in (one.team, arts.get(one.team, ""))
    }
    return who in theirs or _took_part(beschluss, who, grade)


def _took_part(beschluss: Beschluss, who: str, grade: Grad) -> bool:
    """Whether they were asked in this grade or a higher one: a consent needs a yes, and who deviates says why."""
    asked = [
        one
        for one in beschluss.beteiligung
        if one.wer.casefold() == who.casefold() and GRADES.index(one.grad) >= GRADES.index(grade)
    ]
    if grade == "einvernehmen":
        return any(one.einverstanden for one in asked)
    return any(grade != "benehmen" or one.einverstanden is not False or one.text for one in asked)
