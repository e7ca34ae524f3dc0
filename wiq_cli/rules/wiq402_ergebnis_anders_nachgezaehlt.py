"""Nachgezählt ist es ein anderes Ergebnis.

wiq zählt jeden Beschluss bei jeder Prüfung nach, nach dem Verfahren vom Tag des Öffnens. Hier kommt etwas anderes heraus,
als aufgeschrieben ist. Wo die Aufzeichnung nicht reicht, heißt das Ergebnis „nicht_feststellbar“.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: erreicht}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, beiseite: 1}, ergebnis: erreicht}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.recount import attempt_word
from wiq_cli.domain.review import judged
from wiq_cli.domain.situation import rest_is_unknown
from wiq_cli.domain.void_votes import counted_all_the_same, kept_in_the_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.recount import Recount

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in judged(netz):
        for one in counted:
            last = one is counted[-1]
            if one.verdict is None or _named_elsewhere(beschluss, one, last=last):
                continue
            for path, recorded in _recorded(beschluss, one, last=last):
                if recorded != one.verdict.outcome:
                    should = attempt_word(one.verdict.outcome, consensus=one.consensus and "versuche" in path)
                    yield NetzFault(
                        file,
                        path,
                        f"Nachgezählt heißt das Ergebnis „{should}“. {one.verdict.reason}",
                        "Prüf Stimmen und Ergebnis.",
                    )
                    break
        yield from _another_winner(file, beschluss, counted)


def _named_elsewhere(beschluss: Beschluss, one: Recount, *, last: bool) -> bool:
    """Whether another rule names the cause: 401, 403, 404, 405, 406, 408, 410."""
    return (
        bool(one.lage.excess)
        or one.lage.too_resisted is not None
        or (one.recorded is not None and one.without_no)
        or (one.adopts and (one.tie or one.without_yes))
        or kept_in_the_whole(one)
        or (last and (rest_is_unknown(beschluss) or counted_all_the_same(beschluss, one)))
    )


def _recorded(beschluss: Beschluss, one: Recount, *, last: bool) -> Iterator[tuple[DataPath, str]]:
    """Give the outcomes in the file that rest on this attempt."""
    if one.versuch.ergebnis and one.said:
        yield one.path, one.said
    if last and not beschluss.is_open:
        yield ("ergebnis", "status"), beschluss.status


def _another_winner(file: str, beschluss: Beschluss, counted: list[Recount]) -> Iterator[NetzFault]:
    chosen = beschluss.ergebnis.gewaehlt if beschluss.ergebnis else None
    verdict = counted[-1].verdict if counted else None
    if chosen and verdict and verdict.winner and verdict.winner != chosen and verdict.outcome == beschluss.status:
        path, message = ("ergebnis", "gewaehlt"), f"Nachgezählt gewinnt ein anderer Vorschlag. {verdict.reason}"
        yield NetzFault(file, path, message, "Prüf die Zahlen unter „optionen“ und „gewaehlt“.")
