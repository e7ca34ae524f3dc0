"""Mehr Stimmen als Personen.

Zusammen sind es mehr Stimmen, als Personen abstimmen konnten. Wer befangen ist, stimmt nicht mit und zählt nicht dazu.
Bei einer Wahl hat jede Person eine Stimme, beim Widerstand höchstens 10 Punkte je Vorschlag. Auch Summen, die nicht zu den einzelnen Stimmen passen, fallen hier auf.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 6, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
      - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
    ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
    bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.beschluss import LATE
from wiq_cli.domain.finding import Level
from wiq_cli.domain.lage import HIGHEST, could_vote
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import outsiders, recounted
from wiq_cli.domain.situation import named_votes
from wiq_cli.domain.void_votes import late_in_totals, late_voters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.recount import Recount

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in recounted(netz):
        for one in counted:
            if one.lage.excess > (_void(netz, beschluss, one) if one is counted[-1] else 0):
                number = one.lage.given
                yield NetzFault(
                    file,
                    _place(one),
                    f"{anzahl(number, 'Das ist 1 Stimme', 'Das sind {} Stimmen')}. {could_vote(one.lage.limit or 0)}.",
                    "Zähl nach: Stimmt „wahlkoerper“, und ist niemand doppelt gezählt?",
                )
            if (option := one.lage.too_resisted) is not None and not one.lage.excess:
                yield NetzFault(
                    file,
                    (*one.path[:-1], "optionen", option, "widerstand"),
                    f"So viel Widerstand gibt es nicht. {could_vote(one.lage.limit or 0)}.",
                    f"Jede Person gibt einem Vorschlag höchstens {HIGHEST} Punkte. Zähl nach.",
                )
        if (there := _more_than_entitled(beschluss)) is not None:
            yield NetzFault(
                file,
                ("anwesend_zahl",),
                f"{there}. Unter „wahlkoerper“ steht eine kleinere Zahl.",
                "Zähl nur, wer abstimmen darf. Gäste zählen nicht mit.",
            )
        if counted and _differs(beschluss, counted[-1]):
            message = "Die einzelnen Stimmen ergeben andere Summen."
            yield NetzFault(file, ("stimmen",), message, "Vergleich „stimmen“ und „zaehlung“.")


def _more_than_entitled(beschluss: Beschluss) -> str | None:
    there, body = beschluss.anwesend_zahl, beschluss.wahlkoerper
    if there is None or body is None or there <= body.zahl:
        return None
    return anzahl(there, "Hier ist 1 Person da", "Hier sind {} Personen da")


def _place(one: Recount) -> DataPath:
    if one.versuch.optionen:
        return (*one.path[:-1], "optionen")
    return (*one.path[:-1], "zaehlung") if one.versuch.zaehlung else ("stimmen",)


def _void(netz: Netz, beschluss: Beschluss, one: Recount) -> int:
    """Count the votes that are too many because they are void: WIQ406, WIQ407 and WIQ410 speak about each."""
    if late_in_totals(beschluss, one):
        return sum(note.art == LATE for note in beschluss.nachtraege)
    void = {*late_voters(beschluss), *outsiders(netz, beschluss)}
    return max(_named_with_void(beschluss, one), len(void))


def _named_with_void(beschluss: Beschluss, one: Recount) -> int:
    """Count the void votes in a total that is nothing but the named votes, void ones among them: WIQ406 and WIQ410 speak."""
    void = [person for person in beschluss.stimmen if person in beschluss.excluded | beschluss.late]
    return len(void) if void and one.versuch.zaehlung and _same(beschluss, one, void=frozenset()) else 0


def _differs(beschluss: Beschluss, last: Recount) -> bool:
    if not beschluss.stimmen or last.versuch.zaehlung is None:
        return False
    return not _same(beschluss, last, void=None) and not _named_with_void(beschluss, last)


def _same(beschluss: Beschluss, one: Recount, *, void: frozenset[str] | None) -> bool:
    named = named_votes(beschluss, void=void)
    totals = one.versuch.zaehlung.counted() if one.versuch.zaehlung else {}
    return all(named[word] == number for word, number in totals.items())
