"""Geheim abgestimmt, und doch stehen Namen dabei.

Bei einer geheimen Abstimmung und bei einer Wahl weiß niemand, wer was gesagt hat. Im Beschluss stehen dann nur Summen.
Wie viele wofür stimmten, gehört unter „zaehlung“ oder „optionen“.

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
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    form: {art: treffen, am: 2026-09-03, geheim: ja}
    versuche: [{nr: 1, verfahren: konsens, am: 2026-09-03, ergebnis: erreicht}]
    stimmen: {p1: zustimmung, p2: zustimmung, p3: zustimmung, p4: zustimmung}

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
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    form: {art: treffen, am: 2026-09-03, geheim: ja}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 4, veto: 0}, ergebnis: erreicht}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    if beschluss.stimmen and (beschluss.form.geheim or beschluss.art == "wahl"):
        what = "Eine Wahl" if beschluss.art == "wahl" else "Diese Abstimmung"
        yield Fault(
            ("stimmen",),
            f"{what} ist geheim. Hier steht, wer wie gestimmt hat.",
            "Schreib nur Summen unter „versuche: zaehlung“ und lösch „stimmen“.",
        )
