"""Asking for what a decision still needs before it ends; without a terminal the use case refuses and names the option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.cli import ask
from wiq_cli.cli.commands.decide import private, questions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_edit import Edit

QUESTION = {"grund": "Warum?", "weiter": "Wie geht es weiter?"}


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

    teams = private.teams_of(told)
    private.refuse(ordner, [*(("--objection", one) for one in objections), ("--internal", internal)], teams)
    fault, lacking = private.fault_in(ordner, teams), unreasoned(told, begriffe)
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


def answered(
    ordner: Netzordner, told: Beschluss, reason: str | None, onward: str | None, review: Mapping[str, Any], heute: date
) -> list[Edit]:
    """Give why, how it goes on and when somebody looks again, as given on the command line."""
    from wiq_cli.usecases.decide_answers import told as edits  # noqa: PLC0415  # start-up

    given = [("--reason", reason), ("--next", onward), ("--question", review.get("frage"))]
    private.refuse(ordner, given, private.teams_of(told))
    return edits(told, reason, onward, review, heute)


def asked_answers(ordner: Netzordner, told: Beschluss, heute: date) -> list[Edit]:
    """Ask for what the team concerned still has to hear. Enter leaves it open."""
    from wiq_cli.usecases.decide_answers import OPTION, answers, gaps  # noqa: PLC0415  # start-up

    edits = _asked_day(told, heute) if told.status == "vertagt" else []
    fault = private.fault_in(ordner, private.teams_of(told))
    given: dict[DataPath, dict[str, str]] = {}
    for gap in gaps(told):
        left = [key for key in gap.missing if not (edits and key == "weiter")]  # a day to go on is a next step
        for key in left:
            question = f"{_about(gap.wish, told, refused=gap.refused)} {QUESTION[key]}"
            text = ask.text(question, hint="Ein Satz, ohne Namen.", option=OPTION[key], fault=fault)
            given.setdefault(gap.path, {})[key] = text
    return [*edits, *answers(given)]


def _about(wish: str, told: Beschluss, *, refused: bool) -> str:
    if wish:
        return f"„{wish}“ ist abgelehnt." if refused else f"„{wish}“ bleibt offen."
    return f"„{told.titel}“ ist {'nicht angenommen' if refused else 'vertagt'}."


def _asked_day(told: Beschluss, heute: date) -> list[Edit]:
    """Ask when a deferred motion comes back."""
    from wiq_cli.usecases.decide_answers import look_again  # noqa: PLC0415  # start-up

    if told.wiedervorlage and told.wiedervorlage.am > heute:
        return []
    when = questions.day(
        "Wann nehmt ihr den Antrag wieder auf?",
        hint="Zum Beispiel am Tag des nächsten Treffens, so geschrieben: 2027-01-07. Leer lässt es offen.",
        option="--review",
        after=heute,
    )
    return look_again({"am": when}, heute) if when else []
