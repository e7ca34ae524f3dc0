"""What is said about lists: numbers for everybody, addresses only where somebody asked for them at a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.verteilung import GRUENDE
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wiq_cli.domain.verteilung import Grund
    from wiq_cli.usecases.lists import Liste, Unterschied

WORDS: Mapping[Grund, str] = {
    "revoked": "Zustimmung widerrufen",
    "refused": "nein gesagt",
    "expired": "Zustimmung abgelaufen",
    "minor": "minderjährig, kein Nachweis der Sorgeberechtigten",
    "undated": "Zustimmung ohne Tag, oder er liegt noch vor uns",
    "not_asked": "nicht gefragt",
    "no_email": "keine E-Mail-Adresse",
    "gone": "nicht mehr dabei",
}


def summary(found: Sequence[Liste]) -> Iterable[str]:
    """Count lists, addresses and those left out; nobody is named."""
    people = len({address for one in found for address in one.addresses})
    yield (
        f"{anzahl(len(found), '1 Verteiler', '{} Verteiler').format(len(found))}, "
        f"{anzahl(people, '1 Adresse', '{} Adressen').format(people)}."
    )
    left_out: Counter[Grund] = sum((one.left_out for one in found), Counter())
    if left_out:
        yield (
            "Nicht im Verteiler: "
            + ", ".join(f"{left_out[one]} {WORDS[one]}" for one in GRUENDE if left_out[one])
            + "."
        )
    empty = [one.kuerzel for one in found if not one.empfaenger]
    if empty:
        yield f"Ohne Empfänger: {', '.join(empty)}. Post an diese Adressen erreicht niemanden."


def preview(rows: Iterable[Unterschied]) -> str:
    """Say who joins and who leaves. Private, for a terminal."""
    lines = []
    for one in rows:
        lines.append(f"{safe(one.adresse)}: vorher {one.before}, dann {one.after}")
        lines += [*(f"  + {safe(each)}" for each in one.joins), *(f"  - {safe(each)}" for each in one.leaves)]
    return "\n".join(lines)
