"""Models out of short texts, for tests that need no files."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from tests.support.texts import TEAM, WIQ, with_keys
from wiq_cli import resources
from wiq_cli.domain.base import Modell
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.domain.regeln import Regeln
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse

M = TypeVar("M", bound=Modell)
HEUTE = date(2026, 11, 22)


def model(kind: type[M], text: str) -> M:
    """Read a text that must be in order."""
    reading = read(kind, parse(text, "test.yaml"))
    assert reading.model is not None, reading.findings
    assert not reading.findings
    return reading.model


def team(block: str = "") -> Team:
    """Give the tests' team with other keys."""
    return model(Team, with_keys(TEAM, block))


def rahmen(wiq: str = "") -> Rahmen:
    """Give the tests' network on the tests' day."""
    regeln = (resources.folder("templates") / "netz" / "regeln.yaml").read_text(encoding="utf-8")
    return Rahmen(model(Netzwerk, with_keys(WIQ, wiq)), model(Regeln, regeln), HEUTE)
