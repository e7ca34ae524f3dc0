"""Dieselbe Person steht mit verschiedenen Angaben da.

Wer in zwei Teams ist, hat in beiden dieselbe Kennung, denselben Namen und dieselbe Adresse.
Sonst gilt eine Einwilligung oder ein Widerruf nur in einem der Teams.

Heißen zwei Leute gleich und haben verschiedene Kennungen, dann ist das nur ein Hinweis: Es können wirklich zwei sein.
Wer sich eine Adresse teilt und verschieden heißt, ist nicht dieselbe Person. Dazu sagt wiq nichts.

Falsch:

    #: teams/a.yaml
    # wiq: erlaubt WIQ511, weil es hier nur um die Angaben geht
    name: A
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: udo@example.org}]
    #: teams/b.yaml
    # wiq: erlaubt WIQ511, weil es hier nur um die Angaben geht
    name: B
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: u.uebermut@example.org}]

Richtig:

    #: teams/a.yaml
    # wiq: erlaubt WIQ511, weil es hier nur um die Angaben geht
    name: A
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: udo@example.org}]
    #: teams/b.yaml
    # wiq: erlaubt WIQ511, weil es hier nur um die Angaben geht
    name: B
    art: UT
    mitglieder: [{kennung: p1, name: Udo Übermut, email: udo@example.org}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.kontakt import address, national
from wiq_cli.domain.privat import may_be_one, name_words
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.karte import Mitgliedschaft
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.WARNING


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    known: dict[tuple[str, str], tuple[str, str]] = {}  # kennung and key: where it stood first, and what
    names: dict[str, str] = {}
    by_email: dict[tuple[str, str], tuple[str, str | None]] = {}
    by_name: dict[str, tuple[str, str]] = {}
    for karte, person in netz.personen():
        file, name = karte.file, " ".join(name_words(person.name or ""))
        if (
            person.kennung
            and person.name
            and not may_be_one(names.setdefault(person.kennung, person.name), person.name)
        ):
            continue  # WIQ902 speaks: these are two people
        if person.kennung:
            for key, value in _said(person, name):
                other, same = known.setdefault((person.kennung, key), (file, value))
                if same != value:
                    yield _differs(file, (*person.path, key), key, other)
        if person.email and name:
            other, kennung = by_email.setdefault((address(person.email), name), (file, person.kennung))
            if kennung != person.kennung:
                yield _differs(file, (*person.path, "kennung"), "kennung", other)
                continue
        if person.kennung and " " in name:
            other, kennung = by_name.setdefault(name, (file, person.kennung))
            if kennung != person.kennung:
                yield NetzFault(
                    file,
                    (*person.path, "kennung"),
                    f"Unter demselben Namen steht in {other} eine andere Kennung.",
                    "Ist es dieselbe Person, dann nimm dieselbe Kennung. Sind es zwei, dann lass es so.",
                    Level.HINT,
                    other,
                )


def _said(person: Mitgliedschaft, name: str) -> Iterator[tuple[str, str]]:
    """Give what the file says about a person, in a form that can be compared; a gap is no other answer."""
    if name:
        yield "name", name
    if person.email:
        yield "email", address(person.email)
    if person.telefon:
        yield "telefon", national(person.telefon)
    if person.name:  # who was forgotten keeps the kennung alone
        yield "minderjaehrig", str(person.minderjaehrig)


def _differs(file: str, path: DataPath, key: str, other: str) -> NetzFault:
    message = f"Dieselbe Person hat in {other} eine andere Angabe bei „{key}“."
    return NetzFault(file, path, message, "Gleich beide an.", also=other)
