"""A check of many files holds on to none of them: the program runs without a garbage collector."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

from tests.support.texts import HEUTE, TEAM
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse
from wiq_cli.files.netz import Netzordner
from wiq_cli.rules import engine


def test_a_team_is_gone_when_it_was_looked_at() -> None:
    rahmen = Rahmen(Netzwerk(name="Netz"), Netzordner(Path()).shipped_regeln, date.fromisoformat(HEUTE))

    def look() -> None:
        assert list(engine.run("team", read(Team, parse(TEAM, "teams/garten.yaml")), rahmen)) is not None

    look()
    gc.collect()
    gc.disable()
    try:
        look()
        assert gc.collect() == 0
    finally:
        gc.enable()
