"""The record of processing (Art. 30): the register of activities, told with the models' own words and the network's numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.model_paths import model_at
from wiq_cli.domain.team import Team
from wiq_cli.domain.verarbeitung import MASSNAHMEN, VERARBEITUNGEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.verarbeitung import Feld, Verarbeitung
    from wiq_cli.usecases.person import Mensch

BESCHLUESSE = "beschluesse"


@dataclass(frozen=True, slots=True)
class Verzeichnis:
    """All there is to say."""

    network: str
    controller: Mapping[str, str]
    day: date
    teams: int
    people: int
    activities: tuple[Verarbeitung, ...]
    measures: tuple[str, ...]
    missing: tuple[str, ...]


def record(netzwerk: Netzwerk, teams: int, people: Iterable[Mensch], heute: date) -> Verzeichnis:
    """Put the record together. What wiq cannot know is named as missing."""
    traeger = netzwerk.traeger
    controller = {
        key: str(value)
        for key in ("name", "url", "email", "telefon")
        if traeger and (value := getattr(traeger, key)) is not None
    }
    missing = [
        *([] if "name" in controller else ["Verantwortliche Stelle: Trag den Träger in wiq.yaml ein (traeger)."]),
        *(
            []
            if {"email", "telefon"} & set(controller)
            else ["Kontakt der verantwortlichen Stelle: Trag ihn in wiq.yaml ein (traeger: email oder telefon)."]
        ),
        "Anschrift und Vertretung der verantwortlichen Stelle",
        "Datenschutzbeauftragte oder Datenschutzbeauftragter, wenn es sie gibt",
        "Server und Anbieter (git, Mail, Website) mit Verträgen zur Auftragsverarbeitung, und ob Daten in ein Drittland gehen",
        "Eure eigenen Maßnahmen: Zugänge, Sicherungen, Geräte",
        "Feste Fristen, wenn ihr welche habt",
    ]
    return Verzeichnis(
        network=netzwerk.name, controller=controller, day=heute, teams=teams,
        people=sum(not one.is_forgotten for one in people), activities=VERARBEITUNGEN, measures=MASSNAHMEN,
        missing=tuple(missing),
    )  # fmt: skip


def field_text(feld: Feld) -> str:
    """Say what a field holds, in the words of the model."""
    root, path = (Beschluss, feld[1:]) if feld[0] == BESCHLUESSE else (Team, feld)
    model = model_at(root, path[:-1])
    info = model.model_fields.get(path[-1]) if model else None
    return (info.description or info.title or path[-1]).rstrip(".") if info else path[-1]


def field_key(feld: Feld) -> str:
    """Name a field as it stands in the file; a person's fields go for leaders and members alike."""
    return ".".join(("person", *feld[1:]) if feld[0] == "mitglieder" else feld)
