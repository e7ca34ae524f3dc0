"""``docs/felder.md``: every field of every file, from the models; what leaves the house, from the two public views."""

from __future__ import annotations

import typing
from datetime import date, time
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic import BeforeValidator

from tests.support.handbook.markdown import GENERATED, anchor, code, table, text
from wiq_cli.domain import beschluss, netzwerk, scalars
from wiq_cli.domain.intern import is_intern
from wiq_cli.domain.model_paths import nested_model
from wiq_cli.domain.public import PublicNetwork
from wiq_cli.domain.rhythmus import Rhythmus
from wiq_cli.domain.schema import MODELS
from wiq_cli.domain.treffen import Zeile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.base import Modell

Path = tuple[str, ...]

INTRO = """\
# Die Felder

So heißen die Angaben in den Dateien, und das steht darin. Dieselben Texte zeigt dein Editor, wenn du auf ein Wort zeigst.

Jeder Wert darf fehlen, wenn nicht „Pflicht“ dabeisteht. Ein Datum schreibst du `2026-11-24` oder `24.11.2026`.
Eine Liste hat eine Zeile je Eintrag, mit `- ` davor.
"""
FILES = {
    "team": (
        "Ein Team: `teams/KUERZEL.yaml`",
        "Was öffentlich ist, erscheint erst, wenn unter `einwilligung: profil:` ein Ja mit Datum steht.",
    ),
    "wiq": ("Das Netzwerk: `wiq.yaml`", "Was öffentlich ist, steht auf jeder Seite."),
    "regeln": ("Die Regeln: `regeln.yaml`", "Öffentlich wird davon nur, wie eine Teamart heißt."),
    "beschluss": (
        "Ein Beschluss: `beschluesse/KUERZEL/JAHR/ID.yaml`",
        "Öffentlich wird davon nur, was das Steuerungsteam zu den Wünschen eines Teams gesagt hat.",
    ),
    "freigaben": (
        "Die Freigaben: `freigaben.yaml`",
        "Was privat aussieht und doch öffentlich sein darf. Diese Datei selbst bleibt im Haus.",
    ),
}
KINDS: dict[Any, str] = {
    date: "Datum", time: "Uhrzeit", bool: "ja oder nein", int: "ganze Zahl", float: "Zahl", Fraction: "Bruch",
}  # fmt: skip
WORDS: dict[Any, str] = {  # what is a text to Python, by its reader
    typing.get_args(one)[1].func: word
    for one, word in (
        (scalars.Kuerzel, "Kürzel"),
        (scalars.Email, "E-Mail-Adresse"),
        (scalars.Link, "Link"),
        (beschluss.BeschlussId, "id eines Beschlusses"),
    )
} | {netzwerk.read_domain: "Domain"}
SEVERAL: dict[Any, str] = {list: "Liste", dict: "Angaben mit eigenen Namen"}
INSIDE, OUTSIDE = "nein", "ja"
# Shown in another shape than it is written.
OTHERWISE: dict[Path, str] = {
    ("frueher",): "als Weiterleitung",
    ("verteiler",): "ja, wenn sie auf der Domain des Netzwerks liegt",
    ("leitung",): "nur die Zahl",
    ("mitglieder",): "nur die Zahl",
    ("leitung", "name"): "nur mit Einwilligung der Person",
    ("treffen",): "Tage und Orte",
    ("treffen", "ausfall"): "Tag und Uhrzeit",
    ("treffen", "ausfall", "am"): OUTSIDE,
    ("treffen", "ausfall", "zeit"): OUTSIDE,
}


def page() -> str:
    """Write the page."""
    contents = "".join(f"- [{_title(kind)}](#{kind})\n" for kind in MODELS)
    return GENERATED + "\n".join([INTRO, contents, *map(_file, MODELS)])


def _title(kind: str) -> str:
    return FILES.get(kind, (f"`{kind}`", ""))[0]


def _file(kind: str) -> str:
    module, name = MODELS[kind]
    model = getattr(import_module(f"wiq_cli.domain.{module}"), name)
    places = list(_places(model))
    chapters = [f"{anchor(kind)}\n## {_title(kind)}\n\n{FILES.get(kind, ('', ''))[1]}\n"]
    for one, paths in places:
        if paths[0]:
            chapters.append(_heading(kind, one, paths))
        chapters.append(_fields(kind, one, paths[0], dict(places)))
    return "\n".join(chapters)


def _places(model: type[Modell], path: Path = ()) -> Iterator[tuple[type[Modell], list[Path]]]:
    """Give every model of a file once, in the order of the file, with the paths that lead to it."""
    found: dict[type[Modell], list[Path]] = {}

    def walk(one: type[Modell], path: Path) -> None:
        found.setdefault(one, []).append(path)
        if len(found[one]) == 1:
            for name, field in one.model_fields.items():
                if inner := nested_model(field.annotation):
                    walk(inner, (*path, name))

    walk(model, path)
    yield from found.items()


def _heading(kind: str, model: type[Modell], paths: list[Path]) -> str:
    first, *others = (code(": ".join(path)) for path in paths)
    lines = [f"{anchor(_anchor(kind, paths[0]))}\n### {first}\n"]
    if others:
        lines.append(f"Ebenso: {', '.join(others)}.\n")
    if issubclass(model, (Zeile, Rhythmus)):
        lines.append("Kurz geht auch alles in einer Zeile.\n")
    elif model.KURZ:
        lines.append(f"Kurz geht auch ein einzelner Text. Er steht dann für {code(model.KURZ)}.\n")
    return "\n".join(lines)


def _fields(kind: str, model: type[Modell], path: Path, places: dict[type[Modell], list[Path]]) -> str:
    with_public = kind in ("team", "wiq")
    rows = []
    for name, field in model.model_fields.items():
        inner = nested_model(field.annotation)
        form = _form(field.annotation, field.metadata)
        if inner is not None:
            form = f"[{form}](#{_anchor(kind, places[inner][0])})"
        if field.is_required():
            form += ", Pflicht"
        row = f"**{text(field.title)}**: " if field.title else ""  # its name in the concept
        cells = [code(name), row + text(field.description or ""), form]
        rows.append([*cells, _public(kind, (*path, name))] if with_public else cells)
    return table(["Feld", "was dort steht", "Form", *(["öffentlich"] if with_public else [])], rows)


def _form(annotation: Any, metadata: list[Any]) -> str:
    """Say in words what may stand there."""
    readers = [one.func for one in metadata if isinstance(one, BeforeValidator)]
    if known := [WORDS[one] for one in readers if one in WORDS]:
        return known[0]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _form(arguments[0], list(arguments[1:]))
    if origin is typing.Literal:
        return "eins von: " + ", ".join(map(code, arguments))
    if origin in (list, dict):
        return "Text oder Liste" if scalars.as_list in readers else SEVERAL[origin]
    if arguments:  # or nothing
        return _form(arguments[0], metadata)
    return "Angaben" if nested_model(annotation) else KINDS.get(annotation, "Text")


def _public(kind: str, path: Path) -> str:
    """Say whether a field leaves the house."""
    if kind == "wiq":
        names = PublicNetwork.model_fields
        shown = "_".join(path) in names or (path[-1] == "name" and path[0] in names)
        return OUTSIDE if shown else INSIDE
    if said := OTHERWISE.get(path):
        return said
    return INSIDE if is_intern(path) or path[-1] == "oeffentlich" else OUTSIDE


def _anchor(kind: str, path: Path) -> str:
    return "-".join((kind, *path))
