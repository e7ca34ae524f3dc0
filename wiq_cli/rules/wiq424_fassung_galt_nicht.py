"""Diese Fassung der Regeln galt damals nicht.

Ein Beschluss nennt unter „regel“ die Fassung der Regeln, nach der er eröffnet wurde. Nach ihr zählt wiq ihn für immer.
Die Fassung, die hier steht, gab es an diesem Tag nicht. Ältere Fassungen stehen in regeln.yaml unter „frueher“.
Dort hat jeder Tag nur eine Fassung, und jede Fassung hat ihren eigenen Namen.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    regel: {fassung: r-2025-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.regeln import Regeln

LEVEL = Level.ERROR
PATH = ("regel", "fassung")


def check_beschluss(beschluss: Beschluss, rahmen: Rahmen) -> Iterator[Fault]:
    regeln, day = rahmen.regeln, beschluss.opened
    named = beschluss.regel.fassung if beschluss.regel else None
    if named is None:
        return
    old = next((one for one in regeln.frueher if one.fassung == named), None)
    if named != regeln.fassung and old is None:
        remedy = f"Heute gilt {regeln.fassung}. Ältere Fassungen trägst du in regeln.yaml unter „frueher“ nach."
        yield Fault(PATH, "Diese Fassung der Regeln gibt es nicht.", remedy)
    elif day < (old or regeln).gilt_ab or (old and day > old.gilt_bis):
        when = f"ab {(old or regeln).gilt_ab:%d.%m.%Y}" + (f" bis {old.gilt_bis:%d.%m.%Y}" if old else "")
        message = f"Diese Fassung gilt {when}. Eröffnet wurde der Beschluss am {day:%d.%m.%Y}."
        yield Fault(PATH, message, "Nenn die Fassung von damals.")


def check_regeln(regeln: Regeln, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    ordered = sorted(enumerate(regeln.frueher), key=lambda item: item[1].gilt_ab)
    names = {regeln.fassung}
    for position, (number, one) in enumerate(ordered):
        following = ordered[position + 1][1].gilt_ab if position + 1 < len(ordered) else regeln.gilt_ab
        if one.gilt_bis >= following:
            message = "An manchen Tagen gelten zwei Fassungen zugleich."
            remedy = f"Die nächste gilt ab {following:%d.%m.%Y}. Setz „gilt_bis“ auf den Tag davor."
            yield Fault(("frueher", number, "gilt_bis"), message, remedy)
        if one.fassung in names:
            message = "Diesen Namen hat schon eine andere Fassung."
            yield Fault(("frueher", number, "fassung"), message, "Gib jeder Fassung einen eigenen Namen.")
        names.add(one.fassung)
