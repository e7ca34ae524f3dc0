"""A report in words and drawings for its templates, and as a table. Every text comes out of the report; nothing is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.zahl import zahl
from wiq_cli.render.chart import HEIGHT, WIDTH, chart, places, share
from wiq_cli.report.safe import safe
from wiq_cli.report.spreadsheet import table
from wiq_cli.usecases.bericht import german

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wiq_cli.domain.public import Wirkung
    from wiq_cli.usecases.bericht import Beleg, Bericht, Leser, Zahl, Zeile

    Place = Callable[[Beleg], str]

TITLES: dict[Leser, str] = {
    "steering": "Bericht für das Steuerungsteam",
    "foundation": "Bericht für die Trägerorganisation",
    "funder": "Bericht für Fördernde",
}
HEAD = ("abschnitt", "was", "wert", "einzelheiten", "team", "datum")
STEPS = 20  # of a bar made of letters


def values(one: Bericht, place: Place | None) -> dict[str, Any]:
    """Give everything that a template shows. ``place`` writes where a number stands; None: nobody asked."""
    belege = _Belege(place)
    return {
        "titel": TITLES[one.fuer],
        "netz": safe(one.netz),
        "zeitraum": f"{german(one.begin)} bis {german(one.end)}",
        "zahlen": [
            {"wort": each.wort, "wert": str(each.wert), "nr": belege.add(each.wort, each)} for each in one.zahlen
        ],
        "abschnitte": [
            {
                "titel": each.titel,
                "leer": each.leer,
                "zeilen": [_line(line, belege) for line in each.zeilen],
            }
            for each in one.abschnitte
        ],
        "hinweise": list(one.hinweise),
        "belege": belege.said,
    }


def as_csv(one: Bericht, place: Place | None) -> str:
    """Write one row for each figure and each line; with their places in a column of its own, if asked for."""
    rows = [["Zahlen", each.wort, str(each.wert), "", "", "", *_column(place, each.belege)] for each in one.zahlen]
    for section in one.abschnitte:
        for line in section.zeilen:
            last = zahl(line.wirkung.ist[-1].wert) if line.wirkung and line.wirkung.ist else ""
            day = line.am.isoformat() if line.am else ""
            rows.append([section.titel, line.text, last, line.neben, line.team, day, *_column(place, line.belege)])
    return table([*HEAD, *(["belege"] if place else [])], [[safe(cell) for cell in row] for row in rows])


class _Belege:
    """Numbers the places that a report rests on."""

    def __init__(self, place: Place | None) -> None:
        self._place = place
        self.said: list[dict[str, Any]] = []

    def add(self, text: str, one: Zahl | Zeile) -> str:
        if self._place is None or not one.belege:
            return ""
        self.said.append({"text": safe(text), "orte": [safe(each) for each in _places(self._place, one.belege)]})
        return str(len(self.said))


def _line(one: Zeile, belege: _Belege) -> dict[str, Any]:
    return {
        "text": safe(one.text),
        "neben": safe(one.neben),
        "nr": belege.add(one.text, one),
        "bild": _drawing(one.wirkung) if one.wirkung else None,
        "balken": _bar(one.wirkung) if one.wirkung else "",
    }


def _drawing(one: Wirkung) -> dict[str, Any] | None:
    """Give a small picture with its words."""
    found = chart(one)
    if found is None:
        return None
    return {
        "breite": str(WIDTH),
        "hoehe": str(HEIGHT),
        **places(found, zahl),
        "zielwort": "" if one.soll is None else f"Ziel {zahl(one.soll)}",
        "titel": safe(f"Verlauf: {one.indikator}"),
    }


def _bar(one: Wirkung) -> str:
    """Write ``██████░░░░ 30 % des Wegs``."""
    done = share(one)
    if done is None:
        return ""
    full = min(max(done, 0), 100) * STEPS // 100
    return f"{'█' * full}{'░' * (STEPS - full)} {done} % des Wegs"


def _column(place: Place | None, belege: Sequence[Beleg]) -> list[str]:
    return [" ".join(_places(place, belege))] if place else []


def _places(place: Place, belege: Sequence[Beleg]) -> list[str]:
    return list(dict.fromkeys(map(place, belege)))
