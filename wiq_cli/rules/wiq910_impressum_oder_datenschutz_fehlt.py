"""Impressum oder Datenschutzerklärung fehlen.

Wer Seiten veröffentlicht, sagt dort, wer dahintersteht und was mit Daten geschieht. Das verlangt das Gesetz.
wiq.yaml nennt beide als Links. Meist hat die Trägerorganisation solche Seiten schon.
Ohne sie veröffentlicht wiq publish nichts.

Falsch:

    #: wiq.yaml
    schema: 1
    name: Netz am Kanal
    domain: netz.example
    datenschutz: https://netz.example/datenschutz

Richtig:

    #: wiq.yaml
    schema: 1
    name: Netz am Kanal
    domain: netz.example
    datenschutz: https://netz.example/datenschutz
    impressum: https://netz.example/impressum
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.domain.rahmen import Rahmen

LEVEL = Level.WARNING
WORDS = {"impressum": "Das Impressum", "datenschutz": "Die Datenschutzerklärung"}


def check_netzwerk(netzwerk: Netzwerk, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for key, words in WORDS.items():
        if getattr(netzwerk, key) is None:
            yield Fault((key,), f"{words} fehlt.", f"Trag den Link ein: „{key}: https://…“.")
