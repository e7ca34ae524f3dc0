"""Das Protokoll ist unvollständig.

Wer ein Protokoll anfängt, hält alles fest, was dazugehört: den Tag, wer da war oder wie viele, wer geleitet und wer
geschrieben hat, und das genaue Ergebnis. Steht in einem Beschluss nichts davon, sagt wiq nichts dazu.
Was einem ganzen Protokoll fehlt, zeigt wiq decide minutes.

Eine Wahl ist erst fertig, wenn die Person sie annimmt: „annahme: ja“ unter „ergebnis“. Sagt sie es erst später, dann
steht es dort als Nachtrag der Art „annahme“.

Falsch:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
      - {kennung: p3, seit: 2026-01-01}
      - {kennung: p4, seit: 2026-01-01}
      - {kennung: p5, seit: 2026-01-01}
      - {kennung: p6, seit: 2026-01-01}
      - {kennung: p7, seit: 2026-01-01}
      - {kennung: p8, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260305-plakate.yaml
    anwesend: [p1, p2, p3, p4, p5, p6, p7, p8]
    protokoll: {leitung: p1}

Richtig:

    #: teams/st.yaml
    mitglieder:
      - {kennung: p1, seit: 2026-01-01}
      - {kennung: p2, seit: 2026-01-01}
      - {kennung: p3, seit: 2026-01-01}
      - {kennung: p4, seit: 2026-01-01}
      - {kennung: p5, seit: 2026-01-01}
      - {kennung: p6, seit: 2026-01-01}
      - {kennung: p7, seit: 2026-01-01}
      - {kennung: p8, seit: 2026-01-01}
    #: beschluesse/st/2026/st-20260305-plakate.yaml
    anwesend: [p1, p2, p3, p4, p5, p6, p7, p8]
    protokoll: {leitung: p1, fuehrung: p3}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.WARNING
MINUTES = "protokoll"  # the kind of addendum that says what the minutes lacked
ACCEPTANCE = "annahme"


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if beschluss.is_open:
        return
    if _begun(beschluss) and not any(one.art == MINUTES for one in beschluss.nachtraege):
        for path, what in _missing(beschluss):
            remedy = (
                "Tragt es nach: wiq decide note … --kind protokoll"
                if beschluss.siegel
                else "Ergänz es, solange ihr euch erinnert."
            )
            yield Fault(path, f"Im Protokoll fehlt: {what}.", remedy)
    result = beschluss.ergebnis
    elected = beschluss.art == "wahl" and beschluss.status == "angenommen"
    if elected and result and result.annahme is None and not any(one.art == ACCEPTANCE for one in beschluss.nachtraege):
        message = "Hier steht nicht, ob die Person die Wahl annimmt."
        remedy = "Fragt sie, und schreib unter „ergebnis“: „annahme: ja“."
        if beschluss.siegel:
            remedy = f"Fragt sie, und tragt es nach: wiq decide note {beschluss.id} … --kind annahme"
        yield Fault(("ergebnis",), message, remedy)


def _begun(beschluss: Beschluss) -> bool:
    """Whether somebody began to write minutes of a meeting."""
    minutes = beschluss.protokoll
    return beschluss.form.art == "treffen" and bool(minutes.leitung or minutes.fuehrung or beschluss.anwesend)


def _missing(beschluss: Beschluss) -> Iterator[tuple[DataPath, str]]:
    minutes, result = beschluss.protokoll, beschluss.ergebnis
    if not minutes.leitung:
        yield ("protokoll", "leitung"), "wer geleitet hat"
    if not minutes.fuehrung:
        yield ("protokoll", "fuehrung"), "wer geschrieben hat"
    if not beschluss.anwesend and beschluss.anwesend_zahl is None:
        yield ("anwesend",), "wer da war oder wie viele"
    if not (beschluss.form.am or (result and result.am) or (beschluss.versuche and beschluss.versuche[-1].am)):
        yield ("form", "am"), "der Tag"
    if beschluss.versuche and not _counted(beschluss):
        yield ("versuche", len(beschluss.versuche) - 1, "zaehlung"), "das genaue Ergebnis"


def _counted(beschluss: Beschluss) -> bool:
    last = beschluss.versuche[-1]
    return bool(last.zaehlung or last.optionen or beschluss.stimmen)
