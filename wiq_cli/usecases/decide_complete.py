"""What a decision still needs before it goes on or is sealed: afterwards nobody can add a reason or change who may read it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.kleine_zahl import small_counts
from wiq_cli.domain.recount import recount
from wiq_cli.domain.siegel import is_final
from wiq_cli.domain.verdict import WORD
from wiq_cli.usecases.decide_counted import read_objection
from wiq_cli.usecases.decide_edit import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Begriff, Stufe

A_YEAR = timedelta(365)
Lack = tuple[int, "Stufe"]  # the number of an attempt and the level that somebody chose in it


def unreasoned(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> list[Lack]:
    """Give the attempts with the levels that somebody chose and nobody gave a reason for."""
    counted = [one for one in recount(beschluss, begriffe) if one.recorded]
    return [(one.versuch.nr, stufe) for one in counted for stufe in one.reasons_missing]


def reasons(lacking: Sequence[Lack], given: Sequence[str]) -> list[Edit]:
    """Give the reasons to write down. Raises ``Refused`` where one is missing, ``WrongCall`` for one that belongs nowhere."""
    left, edits = list(lacking), []
    for text in given:
        stufe, reason = read_objection(text, {one: 1 for _, one in left})
        place = next((one for one in left if one[1] == stufe), None)
        if place is None:
            raise WrongCall("--objection: Dazu fehlt hier keine Begründung. Lass --objection weg.")
        left.remove(place)
        edits.append(Edit(("bedenken",), {"stufe": stufe, "versuch": place[0], "text": reason}, "append"))
    if left:
        number, stufe = left[0]
        raise Refused(
            f"Im {number}. Versuch steht „{WORD[stufe]}“ ohne Begründung. Nach dem Siegel kann sie niemand nachtragen. "
            f'Schreib sie ohne Namen dazu: wiq decide close … --objection "{stufe}: …"'
        )
    return edits


def points_to_somebody(beschluss: Beschluss) -> str | None:
    """Give what was counted and, in so small a team, says who it was; None where nothing does or it goes on."""
    found = next(small_counts(beschluss), None) if is_final(beschluss) else None
    return WORD[found[1]] if found else None


def visibility(beschluss: Beschluss, internal: str | None) -> list[Edit]:
    """Give who may read it. Raises ``Refused`` where everybody may and a number points to a person."""
    word = points_to_somebody(beschluss)
    if internal is None:
        if word is None:
            return []
        raise Refused(
            f"Euer Team ist klein. Die Zahl bei „{word}“ zeigt auf eine Person. "
            'Lasst den Beschluss im Netzwerk und sagt, warum: wiq decide close … --internal "Das Team ist klein."'
        )
    if not internal.strip():
        raise WrongCall("--internal: Hier gehört der Grund hin.")
    result = beschluss.ergebnis
    if not is_final(beschluss) or result is None:
        raise WrongCall("--internal: Noch ist nichts beschlossen. Sag es, wenn das Ergebnis steht.")
    if beschluss.sichtbarkeit.stufe != "oeffentlich":
        raise WrongCall("--internal: Diesen Beschluss lesen schon jetzt nicht alle. Lass --internal weg.")
    look = (result.am or beschluss.opened) + A_YEAR
    return [Edit(("sichtbarkeit",), {"stufe": "netzwerk", "grund": " ".join(internal.split()), "pruefen_am": look})]
