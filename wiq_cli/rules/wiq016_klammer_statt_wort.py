"""Vor dem Doppelpunkt steht eine Klammer oder Liste.

Links vom Doppelpunkt steht immer ein Wort.

Falsch:

    name: Garten
    ? [a, b]
    : Umwelt

Richtig:

    name: Garten
    themen: Umwelt
"""

from __future__ import annotations

from wiq_cli.domain.finding import Level

LEVEL = Level.ERROR
