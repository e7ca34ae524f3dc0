"""The record of processing for eyes, as a document, and for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.report.safe import safe
from wiq_cli.usecases.record import field_key, field_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.verarbeitung import Verarbeitung
    from wiq_cli.usecases.record import Verzeichnis

CONTACT = {"name": "Name", "url": "Internetseite", "email": "E-Mail", "telefon": "Telefon"}
TITLE = "Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO)"


def as_json(one: Verzeichnis) -> dict[str, Any]:
    """Give one document."""
    return {
        "schema": "wiq.record/1",
        "network": one.network,
        "date": one.day.isoformat(),
        "controller": dict(one.controller),
        "teams": one.teams,
        "people": one.people,
        "activities": [
            {
                "name": activity.name,
                "purpose": activity.zweck,
                "basis": activity.grundlage,
                "people": list(activity.personen),
                "data": [{"field": field_key(feld), "description": field_text(feld)} for feld in activity.felder],
                "recipients": list(activity.empfaenger),
                "period": activity.frist,
            }
            for activity in one.activities
        ],
        "measures": list(one.measures),
        "missing": list(one.missing),
    }


def as_markdown(one: Verzeichnis) -> str:
    """Give a document to hand on."""
    lines = [f"# {TITLE}", "", f"{_md(one.network)}, Stand {one.day:%d.%m.%Y}. {_count(one)}", ""]
    lines += [
        "## Verantwortliche Stelle",
        "",
        *(f"- {CONTACT[key]}: {_md(text)}" for key, text in one.controller.items()),
    ]
    for number, activity in enumerate(one.activities, start=1):
        lines += ["", f"## {number}. {activity.name}", ""]
        lines += [f"- **{name}:** {text}" for name, text in _rows(activity)]
    lines += ["", "## Technische und organisatorische Maßnahmen", "", *(f"- {text}" for text in one.measures)]
    lines += ["", "## Das ergänzt ihr selbst", "", *(f"- [ ] {text}" for text in one.missing)]
    return "\n".join(lines) + "\n"


def as_text(one: Verzeichnis) -> str:
    """Give the same for reading in a terminal."""
    lines = [TITLE, f"{safe(one.network)}, Stand {one.day:%d.%m.%Y}. {_count(one)}", "", "Verantwortliche Stelle"]
    lines += [f"  {CONTACT[key]}: {safe(text)}" for key, text in one.controller.items()]
    for number, activity in enumerate(one.activities, start=1):
        lines += ["", f"{number}. {activity.name}", *(f"  {name}: {text}" for name, text in _rows(activity))]
    lines += ["", "Technische und organisatorische Maßnahmen", *(f"  {text}" for text in one.measures)]
    lines += ["", "Das ergänzt ihr selbst", *(f"  [ ] {text}" for text in one.missing)]
    return "\n".join(lines) + "\n"


def _count(one: Verzeichnis) -> str:
    teams = "1 Team" if one.teams == 1 else f"{one.teams} Teams"
    return f"{teams}, {'1 Person' if one.people == 1 else f'{one.people} Personen'}."


def _rows(one: Verarbeitung) -> Iterator[tuple[str, str]]:
    yield "Zweck", one.zweck
    yield "Rechtsgrundlage", one.grundlage
    yield "Betroffene", "; ".join(one.personen)
    if one.felder:
        yield "Daten", "; ".join(f"{field_key(feld)} ({field_text(feld)})" for feld in one.felder)
    yield "Empfänger", "; ".join(one.empfaenger)
    yield "Frist", one.frist


def _md(text: str) -> str:
    return "".join(f"\\{one}" if one in "\\`*_{}[]<>#|" else one for one in safe(" ".join(text.split())))
