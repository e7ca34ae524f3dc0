"""The decision file: one decision from the proposal to the day somebody looks at it again.

People stand here by their ``kennung`` alone. What is derived (in force, replaced, expired) is never written down.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from wiq_cli.domain.abstimmung import (
    WORDS,
    Bedenken,
    Befangen,
    Beteiligung,
    Ergebnis,
    Form,
    Option,
    Status,
    Stimme,
    Versuch,
    Wahlkoerper,
    Zaehlung,
    wording_hash,
)
from wiq_cli.domain.base import Datei
from wiq_cli.domain.beschluss_teile import (
    ID,
    ID_MAX,
    Ablehnung,
    Antrag,
    Aufgabe,
    BeschlussId,
    BeschlussIds,
    Betrifft,
    Leistung,
    Nachtrag,
    Protokoll,
    Regel,
    Sichtbarkeit,
    Siegel,
    Vereinbarung,
    Verweise,
    Wiedervorlage,
    day_of,
    read_id,
)
from wiq_cli.domain.scalars import GanzeZahl, Kuerzel, Kurztext, Text, fault, read_date
from wiq_cli.domain.zaehlregel import SELBST, Verfahren

ARTEN = (
    "sachbeschluss", "lt_unterstuetzung", "lt_gruendung", "aufnahme", "ernennung", "entsendung", "wahl", "verfahren",
    "einzeln", "widerruf",
)  # fmt: skip
LATE = "spaete_stimme"  # the kind of addendum that notes a vote which came too late
__all__ = (  # what is part of a decision is asked for here
    "ARTEN", "ID", "ID_MAX", "LATE", "WORDS", "Ablehnung", "Antrag", "Aufgabe", "Bedenken", "Befangen", "Beschluss", "BeschlussId",
    "Beteiligung", "Betrifft", "Ergebnis", "Form", "Leistung", "Nachtrag", "Option", "Protokoll", "Regel", "Sichtbarkeit", "Siegel",
    "Status", "Stimme", "Vereinbarung", "Versuch", "Verweise", "Wahlkoerper", "Wiedervorlage", "Zaehlung", "day_of", "read_id",
    "wording_hash",
)  # fmt: skip


def read_day(value: Any) -> Any:
    """Let ``form: 2026-09-03`` stand for a meeting on that day."""
    return {"art": "treffen", "am": read_date(value)} if isinstance(value, str) and value[:1].isdigit() else value


def read_votes(value: Any) -> Any:
    """Refuse totals where votes stand by person: they belong to the attempt they were counted in."""
    totals = isinstance(value, dict) and value and all(str(number).isdecimal() for number in value.values())
    if totals and value.keys() <= set(WORDS):
        raise fault(
            "WIQ022",
            "Hier stehen Stimmen nach kennung, keine Summen. Summen gehören in den Versuch: zaehlung: {ja: 4, nein: 3}.",
        )
    return value


class Beschluss(Datei):
    """One decision. Everything a person reads about it in an editor comes from these texts."""

    id: BeschlussId = Field(
        description="Team, Tag des Öffnens und Kurztitel. So heißt auch die Datei. Bleibt für immer gleich."
    )
    team: Kuerzel = Field(description="Das Team, das entscheidet.")
    art: Text = Field(
        "sachbeschluss", description="Art des Beschlusses, zum Beispiel lt_unterstuetzung oder verfahren."
    )
    titel: Kurztext = Field(description="Worum es geht, in einer Zeile.")
    anlass: Text | None = Field(None, description="Warum es dazu kam.")
    antrag: Antrag = Field(description="Der Antrag.")
    betrifft: Betrifft = Field(default_factory=Betrifft, description="Wen oder was der Beschluss betrifft.")
    leistung: Leistung | None = Field(None, description="Welche Unterstützung ein Lösungsteam bekommt.")
    verfahren: Verfahren | None = Field(None, description="Nur bei „art: verfahren“: wie das Team künftig entscheidet.")
    regel: Regel | None = Field(None, description="Das Verfahren am Tag des Öffnens. Das schreibt wiq.")
    form: Annotated[Form, BeforeValidator(read_day, json_schema_input_type=str | Form)] = Field(
        default_factory=Form, description="Wie ihr entscheidet: im Treffen, im Umlauf oder einzeln."
    )
    wahlkoerper: Wahlkoerper | None = Field(None, description="Wer am Tag des Öffnens stimmberechtigt war, als Zahl.")
    versuche: list[Versuch] = Field(
        default_factory=list, description="Jeder Versuch zu entscheiden, auch der gescheiterte."
    )
    ergebnis: Ergebnis | None = Field(None, description="Das Ergebnis. Ohne Ergebnis ist der Beschluss offen.")
    bedenken: list[Bedenken] = Field(default_factory=list, description="Bedenken und Einwände mit Begründung.")
    wiedervorlage: Wiedervorlage | None = Field(None, description="Wann ihr noch einmal hinschaut.")
    sichtbarkeit: Sichtbarkeit = Field(default_factory=Sichtbarkeit, description="Wer den Beschluss lesen darf.")
    verweise: Verweise = Field(default_factory=Verweise, description="Verweise auf andere Beschlüsse.")
    vereinbarung: Vereinbarung | None = Field(None, description="Wo ein unterschriebenes Papier dazu liegt.")
    anwesend_zahl: GanzeZahl | None = Field(None, description="Wie viele Stimmberechtigte da waren.")
    zaehlart: Literal["einzeln", "subtraktion"] = Field(
        "einzeln", description="subtraktion, wenn ihr nur Nein und Enthaltung gezählt habt. Braucht anwesend_zahl."
    )
    anwesend: list[Kuerzel] = Field(default_factory=list, description="kennung aller, die da waren. Bleibt im Haus.")
    beteiligung: list[Beteiligung] = Field(
        default_factory=list, description="Wessen OK ihr eingeholt habt und wer davon erfahren hat."
    )
    befangen: list[Befangen] = Field(
        default_factory=list, description="Wer nicht mitstimmt oder nicht mitstimmen sollte. Bleibt im Haus."
    )
    stimmen: Annotated[dict[Kuerzel, Stimme], BeforeValidator(read_votes)] = Field(
        default_factory=dict,
        description="Stimmen des letzten Versuchs nach kennung, nur wenn ihr das so wollt. Bleibt im Haus.",
    )
    verantwortlich: Kuerzel | None = Field(None, description="kennung der Person, die sich kümmert. Bleibt im Haus.")
    protokoll: Protokoll = Field(
        default_factory=Protokoll, description="Wer geleitet und mitgeschrieben hat. Bleibt im Haus."
    )
    umsetzung: list[Aufgabe] = Field(default_factory=list, description="Wer tut was bis wann.")
    nachtraege: list[Nachtrag] = Field(default_factory=list, description="Was später dazukam, mit Tag.")
    ersetzt_durch: BeschlussIds = Field(default_factory=list, description="Beschlüsse, die diesen ersetzen.")
    nummer: Text | None = Field(None, description="Laufende Nummer. Nichts verweist auf sie.")
    siegel: Siegel | None = Field(None, description="Das Siegel. Das schreibt wiq.")

    @property
    def opened(self) -> date:
        """The day in the id."""
        day = day_of(self.id)
        assert day is not None, "read_id has checked it"  # noqa: S101  # an invariant of the model
        return day

    @property
    def moved(self) -> date:
        """The day from which one could vote on the motion."""
        return self.antrag.eingebracht_am or self.opened

    @property
    def status(self) -> Status:
        """How it went, as recorded."""
        return self.ergebnis.status if self.ergebnis else "offen"

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.status in {"offen", "vertagt"}

    @property
    def excluded(self) -> frozenset[str]:
        """Who may not or does not want to vote: neither their votes nor their seats count."""
        return frozenset(one.person for one in self.befangen if one.grad != "hinweis")

    def excluded_in(self, number: int) -> frozenset[str]:
        """Who is excluded from an attempt: who withdraws later leaves an earlier count as it was."""
        return frozenset(
            one.person
            for one in self.befangen
            if one.grad != "hinweis" and (one.versuch is None or one.versuch <= number)
        )

    @property
    def late(self) -> frozenset[str]:
        """Whose vote came too late, by the addenda: it was not cast in this vote."""
        noted = [one for one in self.nachtraege if one.art == LATE]
        said = {word for one in noted for word in re.findall(r"[a-z0-9-]+", one.text)}
        return frozenset({one.person for one in noted if one.person} | (said & set(self.stimmen)))

    @property
    def own_procedure(self) -> Verfahren | None:
        """The procedure that this decision gives its team, if it does."""
        decides = self.art == "verfahren" and self.status == "angenommen"
        return self.verfahren if decides and self.verfahren and self.verfahren.art != SELBST else None
