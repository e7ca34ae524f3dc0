"""The list of everything a template can say, in ``docs/vorlagen.md``: from the types of the public view."""

from __future__ import annotations

import typing
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from tests.support.handbook.markdown import GENERATED, code, table
from tests.support.handbook.vorlagen_values import given, more_of_a_profile
from wiq_cli.domain.public import PublicNetwork, PublicProfile

INTRO = """\
# Was eine Vorlage sagen kann

Eine Vorlage sieht nur, was öffentlich ist. Was hier nicht steht, gibt es in ihr nicht. Wie du eine eigene anlegst, steht unter
[Aussehen](aussehen.md).

Ein Datum hat vier Teile: `.iso`, `.text`, `.monat`, `.jahr`. Eine Liste gehst du mit `{% for eins in … %}` durch.
"""
PARTS: dict[str, tuple[type[BaseModel], str]] = {
    "profil": (PublicProfile, "Ein Team."),
    "netz": (PublicNetwork, "Das Netzwerk. Es steht in jeder Vorlage."),
}
KINDS: dict[Any, str] = {
    str: "Text",
    int: "Zahl",
    float: "Zahl",
    bool: "ja oder nein",
    date: "Datum",
    datetime: "Datum",
}
ALWAYS = {
    "wurzel": "der Weg zur Startseite, zum Beispiel `../../`",
    "seite": "`seite.pfad`, `seite.adresse`, `seite.beschreibung`",
}


def page() -> str:
    """Write the page."""
    parts = [
        GENERATED,
        INTRO,
        "## Auf jeder Seite\n",
        table(("Name", "ist"), [(code(name), words) for name, words in ALWAYS.items()]),
    ]
    for name, (model, words) in PARTS.items():
        rows = dict(_rows(name, model))
        if name == "profil":
            rows |= {code(one): kind for one, kind in more_of_a_profile().items() if code(one) not in rows}
        parts += [f"\n## {name}\n\n{words}\n", table(("Name", "ist"), list(rows.items()))]
    for template, names in given().items():
        parts += [f"\n## In {template}\n", table(("Name", "ist"), [(code(one), kind) for one, kind in names.items()])]
    return "\n".join(part.strip("\n") + "\n" for part in parts)


def _rows(name: str, model: type[BaseModel]) -> typing.Iterator[tuple[str, str]]:
    for field, info in model.model_fields.items():
        kind, inner = _kind(info.annotation)
        yield code(f"{name}.{field}"), kind
        if inner is not None and field not in {"naechste_treffen", "fruehere_treffen"}:
            yield from _rows(f"{name}.{field}", inner)


def _kind(annotation: Any) -> tuple[str, type[BaseModel] | None]:
    """Say what a field holds, and of what type its parts are."""
    arguments = [one for one in typing.get_args(annotation) if one not in {type(None), Ellipsis}]
    optional = type(None) in typing.get_args(annotation)
    if typing.get_origin(annotation) is tuple:
        kind, inner = _kind(arguments[0])
        return f"Liste: {kind}", inner
    if typing.get_origin(annotation) is typing.Literal:
        return "eins davon: " + ", ".join(map(str, arguments)), None
    if arguments:
        kind, inner = _kind(arguments[0])
        return f"{kind}, kann fehlen" if optional else kind, inner
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "Angaben", annotation
    return KINDS[annotation], None
