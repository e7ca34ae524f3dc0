"""How one procedure is counted. Procedures are entries of ``regeln.yaml``; what a decision froze of one is read alike.

A majority names a share, a consensus names what it fails on, a choice between options names how the best one is found.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from wiq_cli.domain.base import Modell
from wiq_cli.domain.scalars import Bruch, GanzeZahl, JaNein, Text, fault

SELBST = "selbst"  # the team sets its own procedure by its own first decision
EINZELN = "einzeln"  # one person decides alone
KEINE = "keine"  # no second way
LONGEST = 365  # days that a procedure may take

Stufe = Literal["zustimmung", "leichte_bedenken", "enthaltung", "beiseite", "schwere_bedenken", "veto"]
STUFEN: tuple[Stufe, ...] = ("zustimmung", "leichte_bedenken", "enthaltung", "beiseite", "schwere_bedenken", "veto")
Basis = Literal["ja_nein", "mit_enthaltung", "anwesende", "mitglieder"]
Grad = Literal["informieren", "anhoeren", "benehmen", "einvernehmen"]  # of the OK of others, from the least to the most
Auswahl = Literal["meiste_stimmen", "geringster_widerstand"]


def none_for_keine(value: Any) -> Any:
    """Read ``keine`` as nothing at all."""
    return None if isinstance(value, str) and value.strip() == KEINE else value


def read_days(value: int) -> int:
    """Accept a time that somebody can wait for."""
    if value > LONGEST:
        raise fault("WIQ025", f"Hier gehören Tage hin, höchstens {LONGEST}.")
    return value


Tage = Annotated[GanzeZahl, AfterValidator(read_days)]


class Beschlussfaehigkeit(Modell):
    """How many must be present. The law knows no such number, so only a rule can name one."""

    KURZ: ClassVar[str] = "personen"

    personen: GanzeZahl | None = Field(None, description="So viele Personen müssen da sein.")
    mindestens: Bruch | None = Field(
        None, description="Mindestens dieser Teil der Mitglieder muss da sein, zum Beispiel 1/2."
    )
    mehr_als: Bruch | None = Field(
        None, description="Mehr als dieser Teil der Mitglieder muss da sein, zum Beispiel 1/2."
    )


class Zaehlregel(Modell):
    """What counting needs to know about one procedure."""

    basis: Basis | None = Field(
        None, description="Wovon der Anteil zählt: ja_nein, mit_enthaltung, anwesende oder mitglieder."
    )
    mehr_als: Bruch | None = Field(None, description="Mehr als dieser Anteil muss Ja sagen, zum Beispiel 1/2.")
    mindestens: Bruch | None = Field(None, description="Mindestens dieser Anteil muss Ja sagen, zum Beispiel 2/3.")
    stufen: list[Stufe] = Field(default_factory=list, description="Die Stufen, zwischen denen man wählt.")
    scheitert_bei: list[Stufe] = Field(
        default_factory=list, description="Schon eine Stimme mit dieser Stufe lässt den Konsens scheitern."
    )
    mindestens_zustimmung: GanzeZahl | None = Field(
        None, description="So viele müssen zustimmen, mit oder ohne leichte Bedenken. Mindestens 1."
    )
    nur_begruendet: JaNein = Field(False, description="ja, wenn nur ein Einwand mit Begründung den Beschluss aufhält.")
    schweigen_tage: Tage | None = Field(
        None,
        description="Wer in so vielen Tagen nicht widerspricht, ist einverstanden. Braucht unter „form“ eine Frist.",
    )
    nachfrist_tage: Tage | None = Field(
        None, description="So viele Tage nach dem Treffen darf noch widersprechen, wer nicht da war."
    )
    auswahl: Auswahl | None = Field(
        None,
        description="Nur zwischen mehreren Vorschlägen: meiste_stimmen oder geringster_widerstand (Punkte von 0 bis 10).",
    )
    beschlussfaehigkeit: Annotated[Beschlussfaehigkeit | None, BeforeValidator(none_for_keine)] = Field(
        None, description="Wie viele da sein müssen. Ohne Angabe gilt: keine."
    )

    @property
    def is_majority(self) -> bool:
        """Whether Ja and Nein are counted against a share."""
        return self.mehr_als is not None or self.mindestens is not None

    @property
    def is_consensus(self) -> bool:
        """Whether levels of agreement are asked."""
        return bool(self.scheitert_bei)

    @property
    def is_choice(self) -> bool:
        """Whether people choose between options."""
        return self.auswahl is not None

    @property
    def is_silent(self) -> bool:
        """Whether who says nothing agrees."""
        return self.is_consensus and self.schweigen_tage is not None

    @model_validator(mode="after")
    def one_share(self) -> Any:
        """A majority has one share, and it lies between nothing and everything."""
        if self.mehr_als is not None and self.mindestens is not None:
            raise fault("WIQ024", "Hier stehen „mehr_als“ und „mindestens“ zugleich. Lass eins von beiden weg.")
        share = self.mehr_als if self.mehr_als is not None else self.mindestens
        if share is not None and (share > 1 or share == 0 or self.mehr_als == 1):
            raise fault(
                "WIQ024", "Diesen Anteil kann niemand erreichen oder verfehlen. Schreib zum Beispiel 1/2 oder 2/3."
            )
        only_consensus = {"nur_begruendet": self.nur_begruendet, "schweigen_tage": self.schweigen_tage is not None}
        for key, given in only_consensus.items():
            if given and not self.is_consensus:
                raise fault("WIQ024", f"„{key}“ gehört zu einem Konsens. Ergänz „scheitert_bei“ oder lösch die Zeile.")
        return self


class Begriff(Zaehlregel):
    """A procedure with a name of its own."""

    name: Text | None = Field(None, description="Wie das Verfahren für Menschen heißt.")
    quelle: Text | None = Field(None, description="Woher die Regel stammt, wenn sie nicht im Leitbild steht.")

    @model_validator(mode="after")
    def countable(self) -> Any:
        """A procedure is a majority, a consensus or a choice."""
        if self.is_majority + self.is_consensus + self.is_choice != 1:
            raise fault(
                "WIQ024",
                "So lässt sich nicht zählen. Eine Mehrheit braucht „mehr_als“ oder „mindestens“, ein Konsens „scheitert_bei“, "
                "eine Wahl zwischen Vorschlägen „auswahl“.",
            )
        return self


class Verfahren(Modell):
    """Which procedure is used, and which one when the first does not succeed."""

    KURZ: ClassVar[str] = "art"

    art: Text = Field(description="Name eines Verfahrens unter „begriffe“, oder: selbst, einzeln.")
    sonst: Text | None = Field(
        None, description="Was gilt, wenn das erste Verfahren nicht gelingt. „keine“ heißt: dann kein Beschluss."
    )
    stimmen: Literal["summen", "namen"] | None = Field(
        None, description="summen oder namen: wie ihr Stimmen aufschreibt. Ohne Angabe gilt: summen."
    )

    @property
    def fallback(self) -> str | None:
        """The second procedure, if there is one."""
        return None if self.sonst == KEINE else self.sonst
