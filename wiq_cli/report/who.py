"""Whose OK is needed, in plain sentences: one for who decides, one for each grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from wiq_cli.usecases.decide_who import Row

SPOKEN = {"traegerin": "Trägerin"}
ONE_OR_MORE = {
    "einvernehmen": ("{who} muss vorher zustimmen (Einvernehmen).", "{who} müssen vorher zustimmen (Einvernehmen)."),
    "benehmen": (
        "{who} wird vorher gefragt; wer davon abweicht, begründet es (Benehmen).",
        "{who} werden vorher gefragt; wer davon abweicht, begründet es (Benehmen).",
    ),
    "anhoeren": ("{who} wird vorher gefragt (Anhören).", "{who} werden vorher gefragt (Anhören)."),
    "informieren": ("{who} erfährt es danach (Informieren).", "{who} erfahren es danach (Informieren)."),
}


def who_text(rows: Sequence[Row], teams: Collection[str], *, with_topic: bool, with_amount: bool = True) -> str:
    """Give the answer in sentences. ``teams``: the types of team, which are called „das KT“."""
    return "\n".join(safe(line) for row in rows for line in _lines(row, teams, with_topic, with_amount))


def _lines(row: Row, teams: Collection[str], with_topic: bool, with_amount: bool) -> Iterator[str]:
    head = [row.topic] if with_topic else []
    amounts = [
        *([f"über {row.over_eur} Euro"] if row.over_eur is not None else []),
        *([f"bis {row.up_to_eur} Euro"] if row.up_to_eur is not None else []),
    ]
    head += [" ".join(amounts)] if amounts and with_amount else []
    sentences = [
        f"{_called(row.who, teams)} entscheidet." if row.who else "Jedes Team entscheidet darüber in seiner Aufgabe."
    ]
    for grade, names in row.asked:
        sentences.append(ONE_OR_MORE[grade][len(names) > 1].format(who=_joined(names, teams)))
    said = " ".join(sentences)
    text = f"{', '.join(head)}: {said}" if head else said
    yield text[:1].upper() + text[1:] if not with_topic else text


def _joined(names: Sequence[str], teams: Collection[str]) -> str:
    first, *rest = (_called(name, teams) for name in names)
    others = [one.replace("Das ", "das ", 1).replace("Die ", "die ", 1) for one in rest]
    return ", ".join([first, *others[:-1]]) + (f" und {others[-1]}" if others else "")


def _called(name: str, teams: Collection[str]) -> str:
    spoken = SPOKEN.get(name.casefold(), name)
    if name in teams:
        return f"Das {spoken}"
    return f"Die {spoken}" if spoken.endswith("in") else spoken
