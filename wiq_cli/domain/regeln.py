"""The network's rules: ``regeln.yaml``. Who decides what, by which procedure, and how people come in.

Team types and procedures are entries of this file, not of the code: a network adds its own by writing them down.
What carries a ``quelle`` is said by somebody else than the network's own page, and counts for a warning at most.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from wiq_cli.domain.base import Datei, Modell
from wiq_cli.domain.scalars import Datum, GanzeZahl, JaNein, Text, Texte, fault
from wiq_cli.domain.zaehlregel import (
    EINZELN,
    KEINE,
    SELBST,
    STUFEN,
    Begriff,
    Beschlussfaehigkeit,
    Grad,
    Stufe,
    Verfahren,
    Zaehlregel,
)

Weg = Literal["entsendung", "wahl", "ernennung", "absichtserklaerung", "selbst"]
__all__ = (  # a procedure is part of the rules; who needs them asks here
    "EINZELN", "KEINE", "SELBST", "STUFEN", "Aufnahme", "Bank", "Befangenheit", "Befugnis", "Begriff",
    "Beschlussfaehigkeit", "Fassung", "Grad", "Regeln", "Stufe", "Teamart", "Verfahren", "Zaehlregel", "Zustaendigkeit",
)  # fmt: skip


class Zustaendigkeit(Modell):
    """A kind of decision that only this type of team may take."""

    KURZ: ClassVar[str] = "art"

    art: Text = Field(description="Art des Beschlusses, zum Beispiel lt_unterstuetzung.")
    quelle: Text | None = Field(None, description="Woher die Regel stammt, wenn sie nicht im Leitbild steht.")


class Bank(Modell):
    """Some of the seats of a team, filled by a way of their own."""

    name: Text | None = Field(None, description="Wie die Bank für Menschen heißt.")
    weg: Weg = Field(description="Wie jemand auf diese Bank kommt.")
    von: Text | None = Field(None, description="Wer entsendet.")
    mitglied_in: Text | None = Field(None, description="Teamart, zu der die Person gehören soll.")
    sitze: GanzeZahl | None = Field(None, description="Zahl der Sitze.")
    quelle: Text | None = Field(None, description="Woher die Zahl der Sitze stammt, wenn sie nicht im Leitbild steht.")


class Aufnahme(Modell):
    """How people come into a team of this type."""

    KURZ: ClassVar[str] = "weg"

    weg: Weg | None = Field(None, description="Der Weg ins Team, wenn er für alle gleich ist.")
    von: Text | None = Field(None, description="Wer entsendet oder ernennt.")
    gemeinsam: Texte = Field(default_factory=list, description="Teamarten, die dieselbe Person gemeinsam ernennen.")
    beschluss: Verfahren | None = Field(None, description="Verfahren für den Beschluss über die Aufnahme.")
    baenke: dict[str, Bank] = Field(default_factory=dict, description="Die Bänke, wenn es mehrere Wege gibt.")
    quelle: Text | None = Field(None, description="Woher die Regel stammt, wenn sie nicht im Leitbild steht.")


class Befangenheit(Modell):
    """When somebody should not vote."""

    regel: Text | None = Field(
        None, description="Die Regel, zum Beispiel bgb34: nicht über ein Geschäft mit sich selbst."
    )
    hinweis_bei: Texte = Field(default_factory=list, description="Wann wiq einen Hinweis gibt.")
    quelle: Text | None = Field(None, description="Woher die Regel stammt, wenn sie nicht im Leitbild steht.")


class Teamart(Modell):
    """A type of team: its row in the network's table of procedures."""

    name: Text = Field(description="Wie die Teamart heißt.")
    aufgabe: Text = Field(description="Was Teams dieser Art tun.")
    zustaendig_fuer: list[Zustaendigkeit] = Field(
        default_factory=list, description="Arten von Beschlüssen, die nur diese Teamart fassen darf."
    )
    verfahren: Verfahren = Field(description="Wie Teams dieser Art entscheiden.")
    aufnahme: Aufnahme = Field(description="Wie neue Mitglieder dazukommen.")
    befangenheit: Befangenheit = Field(default_factory=Befangenheit, description="Wann jemand nicht mitstimmen sollte.")
    konzept: JaNein = Field(False, description="ja, wenn Teams dieser Art alle Zeilen des Konzepts ausfüllen.")


class Befugnis(Modell):
    """A row of the OK matrix: who decides, and whose OK is needed."""

    was: Text = Field(description="Worum es geht, zum Beispiel ausgabe.")
    bis_eur: GanzeZahl | None = Field(None, description="Gilt bis zu diesem Betrag in Euro.")
    ueber_eur: GanzeZahl | None = Field(None, description="Gilt über diesem Betrag in Euro.")
    wer: Text = Field(description="Wer entscheidet.")
    informieren: Texte = Field(default_factory=list, description="Wer danach davon erfährt.")
    anhoeren: Texte = Field(default_factory=list, description="Wer vorher gefragt wird.")
    benehmen: Texte = Field(default_factory=list, description="Wer vorher gefragt wird; wer abweicht, begründet es.")
    einvernehmen: Texte = Field(default_factory=list, description="Wer vorher zustimmen muss.")
    quelle: Text | None = Field(None, description="Woher die Regel stammt, wenn sie nicht im Leitbild steht.")

    def covers(self, eur: int | None) -> bool:
        """Whether the row speaks about this amount; where nobody names one, every row does."""
        if eur is None:
            return True
        return eur > (-1 if self.ueber_eur is None else self.ueber_eur) and (
            self.bis_eur is None or eur <= self.bis_eur
        )


class Fassung(Modell):
    """An earlier version of these rules. Old decisions are judged by what it holds, and by nothing it does not hold."""

    fassung: Text = Field(description="Name der Fassung.")
    gilt_ab: Datum = Field(description="Seit wann sie galt.")
    gilt_bis: Datum = Field(description="Bis wann sie galt.")
    begriffe: dict[str, Begriff] = Field(
        default_factory=dict, description="Die Verfahren von damals. Was hier fehlt, zählt wie heute."
    )
    teams: dict[str, Teamart] = Field(
        default_factory=dict, description="Die Teamarten von damals. Fehlen sie, prüft wiq dagegen nicht."
    )
    befugnisse: list[Befugnis] = Field(default_factory=list, description="Die Befugnisse von damals.")

    @model_validator(mode="after")
    def ends_after_it_begins(self) -> Any:
        """Refuse a version that was over before it began."""
        if self.gilt_bis < self.gilt_ab:
            raise fault("WIQ305", "Diese Fassung endet, bevor sie beginnt. Prüf „gilt_ab“ und „gilt_bis“.")
        return self


class Regeln(Datei):
    """All rules of a network, and the versions they had before."""

    fassung: Text = Field(description="Name dieser Fassung, zum Beispiel r-2026-01.")
    gilt_ab: Datum = Field(description="Seit wann diese Fassung gilt.")
    beschlossen_durch: Text | None = Field(
        None, description="Der Beschluss, mit dem ihr euch diese Regeln gegeben habt."
    )
    frueher: list[Fassung] = Field(
        default_factory=list, description="Ältere Fassungen. Beschlüsse von damals gelten nach ihnen."
    )
    begriffe: dict[str, Begriff] = Field(default_factory=dict, description="Die Verfahren und wie sie gezählt werden.")
    teams: dict[str, Teamart] = Field(description="Die Teamarten.")
    befugnisse: list[Befugnis] = Field(
        default_factory=list, description="Wer was entscheidet und wessen OK es braucht."
    )

    def competent(self, art: str) -> tuple[str, Zustaendigkeit] | None:
        """The one type of team that may decide this kind of thing; None: every team within its own task."""
        for kind, teamart in self.teams.items():
            for claim in teamart.zustaendig_fuer:
                if claim.art == art:
                    return kind, claim
        return None

    def on(self, day: date) -> Regeln | None:
        """Give the rules of a day; None where nobody wrote down any."""
        if day >= self.gilt_ab:
            return self
        return next((self._as_of(one) for one in self.frueher if one.gilt_ab <= day <= one.gilt_bis), None)

    def version(self, name: str) -> Regeln | None:
        """Give the version of this name; None where there was none."""
        if name == self.fassung:
            return self
        return next((self._as_of(one) for one in self.frueher if one.fassung == name), None)

    def _as_of(self, old: Fassung) -> Regeln:
        """Put an earlier version in the place of today's."""
        return self.model_copy(
            update={
                "fassung": old.fassung,
                "gilt_ab": old.gilt_ab,
                "begriffe": self.begriffe | old.begriffe,
                "teams": old.teams,
                "befugnisse": old.befugnisse,
            }
        )
