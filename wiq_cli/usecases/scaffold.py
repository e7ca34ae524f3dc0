"""A new team: the concept's questions, the answers as data, and the sections of its commented file.

Everything is derived from the models: the questions, the hints beside them and the comments in the file.
"""

from __future__ import annotations

import re
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.model_paths import nested_model
from wiq_cli.domain.scalars import NUMBER
from wiq_cli.domain.team import Team

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.domain.finding import DataPath

NAME_AND_MAIL = re.compile(r"(?P<name>[^<>]+?)\s*(?:<(?P<email>[^<>]+)>)?")
LEFT_OUT = frozenset({"schema", "frueher"})  # written by wiq itself, or only when a team is renamed


@dataclass(frozen=True, slots=True)
class Frage:
    """One question of the concept, asked at the terminal or answered by an option."""

    option: str
    path: DataPath
    many: bool = False
    text: str = ""  # where the concept's own question would not fit one answer

    @property
    def title(self) -> str:
        return str(_field(self.path).title or self.option)

    @property
    def hint(self) -> str:
        return self.text or str(_field(self.path).description or "")


FRAGEN = (
    Frage("subtitle", ("untertitel",)),
    Frage("list-address", ("verteiler",)),
    Frage("district", ("stadtteile",), many=True),
    Frage("topic", ("themen",), many=True),
    Frage("problem", ("problem",), many=True),
    Frage("summary", ("zusammenfassung",)),
    Frage("goal", ("ziele", "teilziele"), many=True),
    Frage("until", ("ziele", "bis")),
    Frage("occasion", ("ziele", "anlass")),
    Frage("long-term", ("ziele", "langfristig"), many=True),
    Frage("impact", ("wirkung",), many=True),
    Frage("progress", ("stand",), many=True),
    Frage("step", ("weg",), many=True),
    Frage("support", ("support",), many=True),
    Frage("lead", ("leitung",), many=True, text="Name der Leitung, am besten mit Adresse: Name <name@example.org>"),
    Frage(
        "member",
        ("mitglieder",),
        many=True,
        text="Name, am besten mit Adresse: Name <name@example.org>. Ideal sind 4-6 Personen.",
    ),
    Frage("partner", ("kooperationspartner",), many=True),
    Frage("rhythm", ("treffen", "rhythmus"), many=True),
    Frage("date", ("treffen", "termine"), many=True),
    Frage("place", ("treffen", "ort"), text="Wo ihr euch trefft. Kein Ort verfügbar? Dann schau mal ins depot."),
    Frage("question", ("offene_fragen",), many=True),
)


def team_data(base: dict[str, Any], answers: dict[str, Any], kennungen: Iterable[str]) -> dict[str, Any]:
    """Put the answers into the shape of a team file; persons get the next free ``kennung``."""
    data = {**base}
    free = next_kennung(kennungen)
    for frage in FRAGEN:
        value = answers.get(frage.option)
        if not value:
            continue
        if frage.path[0] in ("leitung", "mitglieder"):
            value = [_person(one, next(free)) for one in value]
        elif frage.path == ("wirkung",):
            value = [_indikator(one) for one in value]
        target = data
        for step in frage.path[:-1]:
            target = target.setdefault(str(step), {})
        target[str(frage.path[-1])] = value
    return data


def next_kennung(taken: Iterable[str]) -> Iterator[str]:
    """Give p1, p2, … leaving out what is taken anywhere in the network."""
    used = set(taken)
    number = 0
    while True:
        number += 1
        if (kennung := f"p{number}") not in used:
            yield kennung


def _person(text: str, kennung: str) -> dict[str, str]:
    match = NAME_AND_MAIL.fullmatch(text.strip())
    person = {"kennung": kennung, "name": match["name"] if match else text.strip()}
    if match and match["email"]:
        person["email"] = match["email"].strip()
    return person


def _indikator(text: str) -> str | dict[str, str]:
    """Read the concept's own way of writing: ``Anzahl gepflanzter Bäume: 50``."""
    name, colon, number = (part.strip() for part in text.rpartition(":"))
    return {name: number} if colon and NUMBER.fullmatch(number) else text


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """One key of the new file with the comment above it."""

    key: str
    kommentar: tuple[str, ...]
    wert: Any


def sections(data: dict[str, Any]) -> list[Abschnitt]:
    """Give every key of a team file in order, with the concept's guidance and what is already known."""
    explained: dict[Any, str] = {}
    return [
        Abschnitt(name, tuple(_guidance(name, explained)), data.get(name))
        for name in Team.model_fields
        if name not in LEFT_OUT or name in data
    ]


def _guidance(name: str, explained: dict[Any, str]) -> Iterator[str]:
    """Give the comment lines of one key; what was explained for an earlier key is not said again."""
    field = Team.model_fields[name]
    if field.title:
        yield field.title
    if field.description:
        yield field.description
    if typing.get_origin(field.annotation) is typing.Literal:
        yield f"Hier geht: {', '.join(typing.get_args(field.annotation))}."
    model = nested_model(field.annotation)
    if model in explained:
        yield f"Die Angaben sind dieselben wie bei „{explained[model]}“."
    elif model is not None:
        explained[model] = name
        dash = "- " if typing.get_origin(field.annotation) is list else "  "
        for number, (key, inner) in enumerate(model.model_fields.items()):
            yield f"  {dash if number == 0 else '  '}{key}: {inner.description or ''}"


def _field(path: DataPath) -> Any:
    model: Any = Team
    for step in path[:-1]:
        model = nested_model(model.model_fields[step].annotation)
    return model.model_fields[path[-1]]
