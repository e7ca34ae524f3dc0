"""Reviewed exceptions of the search for private values: ``freigaben.yaml``. What is public although it looks private.

An exception frees one wording in one field of one team. Addresses, numbers, links and hashes are never freed: the only
address that may be public beside those on the network's own domain is the list of a team.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from wiq_cli.domain.base import Datei, Modell
from wiq_cli.domain.finding import DataPath
from wiq_cli.domain.late import late
from wiq_cli.domain.scalars import Datum, Kuerzel, Text, fault

FELD = late(r"[a-z_]+(?:\[[0-9]{1,4}\]|\.[a-z_]+)*")
STEP = late(r"[a-z_]+|[0-9]+")
NEEDED = ("feld", "begriff", "grund", "wer", "bis")

EMAIL = late(r"\S@[\w-]+\.[\w-]")
SPELT_OUT = late(r"@|\W(?:at|ät|klammeraffe)\W.{0,200}(?:\bdot\b|\bpunkt\b|\.)", re.IGNORECASE)
NUMBER = late(r"\d(?:[ /().–-]{0,3}\d){5,}")  # a day has eight digits too, and is nobody's name either
LINK = late(r"://|\bwww\.", re.IGNORECASE)
HASH = late(
    r"\b(?=\w*\d)[0-9a-f]{12,}\b|\b(?=[A-Za-z+/]{0,200}\d)(?=[a-z0-9+/]{0,200}[A-Z])[A-Za-z0-9+/]{20,}={0,2}", re.ASCII
)

Verboten = Literal["email", "phone", "link", "hash"]


def read_feld(value: object) -> object:
    """Read ``support.was`` or ``support[0].was``, as findings write it."""
    if isinstance(value, str) and not FELD.fullmatch(value.strip()):
        raise fault(
            "WIQ024", "Das ist kein Feld. Schreib es wie im Befund, zum Beispiel support[0].was oder support.was."
        )
    return value


class Freigabe(Modell):
    """One wording that may stand in one field. Without ``team`` it is about a field of ``wiq.yaml``."""

    team: Kuerzel | None = Field(None, description="Kürzel des Teams. Ohne Team geht es um ein Feld in wiq.yaml.")
    feld: Annotated[Text, BeforeValidator(read_feld)] | None = Field(
        None,
        description="Das Feld, wie der Befund es nennt: support[0].was. Ohne Nummer gilt es für jeden Eintrag: support.was.",
    )
    begriff: Text | None = Field(
        None, description="Der genaue Wortlaut, der öffentlich ist. Nie eine Adresse oder Nummer."
    )
    grund: Text | None = Field(None, description="Warum der Wortlaut öffentlich sein darf.")
    wer: Text | None = Field(None, description="Wer das geprüft hat: eine Kennung oder ein Amt, kein Name.")
    bis: Datum | None = Field(None, description="Letzter Tag, an dem die Freigabe gilt.")

    @property
    def missing(self) -> tuple[str, ...]:
        """What an exception needs and this one lacks."""
        return tuple(key for key in NEEDED if getattr(self, key) is None)

    def expired(self, heute: date) -> bool:
        return self.bis is not None and self.bis < heute

    def forbidden(self, lists: frozenset[str] = frozenset()) -> Verboten | None:
        """Say what kind of value the wording holds that nobody can free. ``lists`` are the teams' own addresses."""
        begriff = self.begriff or ""
        if begriff.casefold() in lists:
            return None
        if EMAIL.search(begriff) or SPELT_OUT.search(begriff):
            return "email"
        if LINK.search(begriff):
            return "link"
        if HASH.search(begriff):
            return "hash"
        return "phone" if NUMBER.search(begriff) else None

    def holds(self, heute: date, lists: frozenset[str] = frozenset()) -> bool:
        """Whether the exception frees anything on that day."""
        return not self.missing and not self.expired(heute) and self.forbidden(lists) is None

    def covers(self, path: DataPath) -> bool:
        """Whether the exception is about this place, given in full: with the field that a short form fills."""
        exact = [str(step) for step in path]
        return self.steps in (exact, [step for step in path if isinstance(step, str)])

    @cached_property
    def steps(self) -> list[str]:
        """The keys and numbers on the way to the field."""
        return STEP.findall(self.feld or "")


class Freigaben(Datei):
    """All exceptions of a network."""

    freigaben: list[Freigabe] = Field(default_factory=list, description="Die Ausnahmen, jede mit Grund und Ende.")
