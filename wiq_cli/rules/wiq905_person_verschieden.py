"""Dieselbe Person steht mit verschiedenen Angaben da.

Wer in zwei Teams ist, hat in beiden dieselbe Kennung, denselben Namen und dieselbe Adresse.
Sonst gilt eine Einwilligung oder ein Widerruf nur in einem der Teams.

Falsch:

    #: teams/a.yaml
    name: A
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: udo@example.org}]
    #: teams/b.yaml
    name: B
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: u.uebermut@example.org}]

Richtig:

    #: teams/a.yaml
    name: A
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: udo@example.org}]
    #: teams/b.yaml
    name: B
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: udo@example.org}]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.karte import Mitgliedschaft
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    by_kennung: dict[str, tuple[str, Mitgliedschaft]] = {}
    by_email: dict[str, tuple[str, Mitgliedschaft]] = {}
    for karte in netz.teams.values():
        for person in karte.personen:
            if person.kennung is not None:
                file, same = by_kennung.setdefault(person.kennung, (karte.file, person))
                if person.email and same.email and person.email.lower() != same.email.lower():
                    yield _fault(karte.file, (*person.path, "email"), "email", file)
                if person.telefon and same.telefon and _digits(person.telefon) != _digits(same.telefon):
                    yield _fault(karte.file, (*person.path, "telefon"), "telefon", file)
            if person.email is not None:
                file, same = by_email.setdefault(person.email.lower(), (karte.file, person))
                if person.kennung and same.kennung and person.kennung != same.kennung:
                    yield _fault(karte.file, (*person.path, "kennung"), "kennung", file)


def _fault(file: str, path: DataPath, key: str, other: str) -> NetzFault:
    message = f"Dieselbe Person hat in {other} eine andere Angabe bei „{key}“."
    return NetzFault(file, path, message, "Gleich beide an.", also=other)


def _digits(phone: str) -> str:
    return re.sub(r"[^0-9]", "", phone.replace("+49", "0").replace("(0)", ""))
