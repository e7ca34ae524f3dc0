"""Asking for what a decision still needs before it is sealed; without a terminal the use case refuses and names the option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.cli import ask
from wiq_cli.cli.commands.decide import store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_vote import Edit


def completed(
    ordner: Netzordner,
    told: Beschluss,
    begriffe: Mapping[str, Begriff],
    objections: Sequence[str],
    internal: str | None,
    *,
    asks: bool,
) -> list[Edit]:
    """Give the reasons and the visibility that are still missing, as given or as somebody answers."""
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_complete import (  # noqa: PLC0415  # start-up
        points_to_somebody,
        reasons,
        unreasoned,
        visibility,
    )

    store.refuse_private(ordner, [*(("--objection", one) for one in objections), ("--internal", internal)])
    fault, lacking = store.private_in(ordner), unreasoned(told, begriffe)
    if asks and lacking and not objections:
        answers = [
            (
                stufe,
                ask.text(
                    f"{number}. Versuch, {WORD[stufe]}: warum?", hint="Ohne Namen.", option="--objection", fault=fault
                ),
            )
            for number, stufe in lacking
        ]
        objections = [f"{stufe}: {text}" for stufe, text in answers if text]
    word = points_to_somebody(told)
    if asks and word and internal is None:
        question = (
            f"Euer Team ist klein. Die Zahl bei „{word}“ zeigt auf eine Person. Warum bleibt der Beschluss im Netzwerk?"
        )
        internal = (
            ask.text(question, hint="Zum Beispiel: Das Team ist klein.", option="--internal", fault=fault) or None
        )
    return [*reasons(lacking, objections), *visibility(told, internal)]
