"""What came of checking seals and anchors, for eyes and for pipes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.report.decisions import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.domain.anker import Anker, Bruch
    from wiq_cli.usecases.decide_verify import Zeile

STATE = {
    "unveraendert": "unverändert",
    "offen": "offen",
    "ohne_siegel": "ohne Siegel",
    "veraendert": "verändert",
    "neu_versiegelt": "neu versiegelt",
    "nachgezaehlt": "anders nachgezählt",
    "nicht_lesbar": "nicht lesbar",
    "fehlt": "fehlt",
}


def lines_of(lines: Sequence[Zeile], broken: Sequence[Bruch], *, everything: bool) -> str:
    """Give one line for each decision and each fault of an anchor; a person sees only what needs a look."""
    shown = [one for one in lines if everything or not one.good]
    rows = [[one.id, one.state if everything else STATE[one.state], one.sha256[:16], one.text] for one in shown]
    rows += [[f"{one.file}:{one.zeile}", "anker", "", f"{one.message} {one.help}"] for one in broken]
    return columns(rows, aligned=not everything)


def summary(
    lines: Sequence[Zeile], anker: Sequence[Anker], broken: Sequence[Bruch], unsigned: Sequence[Anker], *, signed: bool
) -> Iterator[str]:
    """Give the result in a few sentences."""
    count = Counter(one.state for one in lines)
    parts = [f"{count[state]} {word}" for state, word in STATE.items() if count[state]]
    many = "1 Beschluss" if len(lines) == 1 else f"{len(lines)} Beschlüsse"
    yield f"{many}: {', '.join(parts)}." if lines else "Es gibt noch keinen Beschluss."
    if count["ohne_siegel"]:
        yield "Ein Beschluss ohne Siegel bekommt eines mit: wiq decide close BESCHLUSS"
    if anker:
        newest = max(anker, key=lambda one: one.monat)
        yield f"Neuester Anker: {newest.monat}, Kurz-Hash {newest.short}." + (
            "" if broken else " Die Anker passen zueinander."
        )
    for one in unsigned:
        yield f"{one.file}: Die Unterschrift fehlt oder passt nicht."
    if signed and anker and not unsigned:
        yield "Die Unterschriften passen."
