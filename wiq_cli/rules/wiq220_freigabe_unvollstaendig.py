"""Einer Freigabe fehlt eine Angabe.

Eine Freigabe ist eine geprüfte Ausnahme der Suche nach privaten Angaben. Sie sagt, welcher Wortlaut in welchem Feld stehen
darf, warum, wer das geprüft hat und bis wann es gilt. Fehlt eine Angabe, dann gibt die Freigabe nichts frei.
Ohne „team“ gilt sie für ein Feld in wiq.yaml.

Falsch:

    #: freigaben.yaml
    freigaben:
      - {team: garten, feld: kooperationspartner.name, begriff: Gartenverein, grund: Ein Verein, bis: 2027-06-30}

Richtig:

    kooperationspartner: [Freundeskreis Udo Übermut]

    #: freigaben.yaml
    freigaben:
      - team: garten
        feld: kooperationspartner.name
        begriff: Freundeskreis Udo Übermut
        grund: So heißt der Verein im Register.
        wer: p901
        bis: 2027-06-30
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.freigaben import Freigaben
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.ERROR


def check_freigaben(freigaben: Freigaben, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for number, one in enumerate(freigaben.freigaben):
        if one.missing:
            words = ", ".join(f"„{key}“" for key in one.missing)
            yield Fault(("freigaben", number), f"Dieser Freigabe fehlt {words}. Sie gilt nicht.", "Ergänz die Angaben.")
