"""Zeilen der Befugnisse überschneiden sich oder lassen eine Lücke.

Zu jedem Thema und jedem Betrag gehört genau eine Zeile. Sonst weiß niemand, wessen OK es braucht.
„bis_eur“ und „ueber_eur“ schließen aneinander an: bis 150, über 150. Die erste Zeile beginnt ohne „ueber_eur“, die letzte
endet ohne „bis_eur“.

Falsch:

    #: regeln.yaml
    fassung: r-2026-01
    gilt_ab: 2026-01-01
    begriffe:
      einfache_mehrheit: {basis: ja_nein, mehr_als: 1/2}
      konsens: {scheitert_bei: [veto]}
    teams:
      LT: {name: Lösungsteam, aufgabe: Umsetzung der LT-Idee, verfahren: selbst, aufnahme: selbst}
    befugnisse:
      - {was: ausgabe, bis_eur: 150, wer: KT}
      - {was: ausgabe, ueber_eur: 200, wer: KT, einvernehmen: [Traegerin]}

Richtig:

    #: regeln.yaml
    fassung: r-2026-01
    gilt_ab: 2026-01-01
    begriffe:
      einfache_mehrheit: {basis: ja_nein, mehr_als: 1/2}
      konsens: {scheitert_bei: [veto]}
    teams:
      LT: {name: Lösungsteam, aufgabe: Umsetzung der LT-Idee, verfahren: selbst, aufnahme: selbst}
    befugnisse:
      - {was: ausgabe, bis_eur: 150, wer: KT}
      - {was: ausgabe, ueber_eur: 150, wer: KT, einvernehmen: [Traegerin]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.regeln import Befugnis, Regeln

LEVEL = Level.ERROR
BELOW = -1  # a row without a lower end begins at 0 euros


def check_regeln(regeln: Regeln, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    topics: dict[str, list[tuple[int, Befugnis]]] = {}
    for number, row in enumerate(regeln.befugnisse):
        if row.bis_eur is not None and _begin(row) >= row.bis_eur:
            message = "„ueber_eur“ ist nicht kleiner als „bis_eur“. Zu dieser Zeile passt kein Betrag."
            yield Fault(("befugnisse", number, "ueber_eur"), message, "Prüf beide Beträge.")
        else:
            topics.setdefault(row.was, []).append((number, row))
    for rows in topics.values():
        yield from _bands(sorted(rows, key=lambda item: _begin(item[1])))


def _bands(rows: list[tuple[int, Befugnis]]) -> Iterator[Fault]:
    """Walk up the amounts of one topic: each row begins where the one before ends."""
    end: int | None = BELOW
    for number, row in rows:
        path = ("befugnisse", number)
        if end is None or _begin(row) < end:
            message = (
                "Zu manchen Beträgen passen zwei Zeilen."
                if _has_amount(row)
                else "Zu diesem Thema gibt es schon eine Zeile."
            )
            yield Fault(path, message, "Lass zu jedem Betrag nur eine Zeile stehen.")
        elif _begin(row) > end:
            where = f"unter {_begin(row) + 1} Euro" if end == BELOW else f"zwischen {end} und {_begin(row)} Euro"
            yield Fault(
                path,
                f"Für Beträge {where} steht hier nichts.",
                f"Schreib „ueber_eur: {max(end, 0)}“ oder ergänz eine Zeile.",
            )
        end = None if end is None or row.bis_eur is None else max(end, row.bis_eur)
    if end is not None:
        message = f"Für Beträge über {end} Euro steht hier nichts."
        yield Fault(("befugnisse", rows[-1][0]), message, f"Ergänz eine Zeile mit „ueber_eur: {end}“.")


def _begin(row: Befugnis) -> int:
    return BELOW if row.ueber_eur is None else row.ueber_eur


def _has_amount(row: Befugnis) -> bool:
    return row.bis_eur is not None or row.ueber_eur is not None
