"""The network's rules: ``regeln.yaml``. Who decides what, by which procedure, and how people come in.

Team types and procedures are entries of this file, not of the code: a network adds its own by writing them down.
What carries a ``quelle`` is said by somebody else than the network's own page, and counts for a warning at most.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from wiq_cli.domain.base import Datei, Modell
from wiq_cli.domain.scalars import Bruch, Datum, GanzeZahl, JaNein, Text, Texte, fault

SELBST = "selbst"  # the team sets its own procedure by its own first decision
EINZELN = "einzeln"  # one person decides alone
KEINE = "keine"  # no second way

Stufe = Literal["zustimmung", "leichte_bedenken", "enthaltung", "beiseite", "schwere_bedenken", "veto"]
STUFEN: tuple[Stufe, ...] = ("zustimmung", "leichte_bedenken", "enthaltung", "beiseite", "schwere_bedenken", "veto")
Basis = Literal["ja_nein", "mit_enthaltung", "anwesende", "mitglieder"]
Weg = Literal["entsendung", "wahl", "ernennung", "absichtserklaerung", "selbst"]


def none_for_keine(value: Any) -> Any:
    """Read ``keine`` as nothing at all."""
    return None if isinstance(value, str) and value.strip() == KEINE else value


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
    """How one procedure is counted: a majority names a share, a consensus names what it fails on."""

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
        if self.nur_begruendet and not self.is_consensus:
            raise fault(
                "WIQ024", "„nur_begruendet“ gehört zu einem Konsens. Ergänz „scheitert_bei“ oder lösch die Zeile."
            )
        return self


class Begriff(Zaehlregel):
    """A procedure with a name of its own."""

    name: Text | None = Field(None, description="Wie das Verfahren für Menschen heißt.")
    quelle: Text | None = Field(None, description="Woher die Regel stammt, wenn sie nicht im Leitbild steht.")

    @model_validator(mode="after")
    def countable(self) -> Any:
        """A procedure is either a majority or a consensus."""
        if self.is_majority == self.is_consensus:
            raise fault(
                "WIQ024",
                "So lässt sich nicht zählen. Eine Mehrheit braucht „mehr_als“ oder „mindestens“, ein Konsens „scheitert_bei“.",
            )
        return self


class Verfahren(Modell):
    """Which procedure is used, and which one when the first does not succeed."""

    KURZ: ClassVar[str] = "art"

    art: Text = Field(description="Name eines Verfahrens unter „begriffe“, oder: selbst, einzeln.")
    sonst: Text | None = Field(
        None, description="Was gilt, wenn das erste Verfahren nicht gelingt. „keine“ heißt: dann kein Beschluss."
    )

    @property
    def fallback(self) -> str | None:
        """The second procedure, if there is one."""
        return None if self.sonst == KEINE else self.sonst


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
    """A row of the OK matrix: who decides, and whose OK is needed first."""

    was: Text = Field(description="Worum es geht, zum Beispiel ausgabe.")
    bis_eur: GanzeZahl | None = Field(None, description="Gilt bis zu diesem Betrag in Euro.")
    ueber_eur: GanzeZahl | None = Field(None, description="Gilt über diesem Betrag in Euro.")
    wer: Text = Field(description="Wer entscheidet.")
    informieren: Texte = Field(default_factory=list, description="Wer danach davon erfährt.")
    anhoeren: Texte = Field(default_factory=list, description="Wer vorher gefragt wird.")
    benehmen: Texte = Field(default_factory=list, description="Wer vorher gefragt wird; wer abweicht, begründet es.")
    einvernehmen: Texte = Field(default_factory=list, description="Wer vorher zustimmen muss.")
    quelle: Text | None = Field(None, description="Woher die Regel stammt, wenn sie nicht im Leitbild steht.")


class Fassung(Modell):
    """An earlier version of these rules."""

    fassung: Text = Field(description="Name der Fassung.")
    gilt_ab: Datum = Field(description="Seit wann sie galt.")
    gilt_bis: Datum = Field(description="Bis wann sie galt.")


class Regeln(Datei):
    """All rules of a network in one version."""

    fassung: Text = Field(description="Name dieser Fassung, zum Beispiel r-2026-01.")
    gilt_ab: Datum = Field(description="Seit wann diese Fassung gilt.")
    beschlossen_durch: Text | None = Field(
        None, description="Der Beschluss, mit dem ihr euch diese Regeln gegeben habt."
    )
    frueher: list[Fassung] = Field(default_factory=list, description="Ältere Fassungen.")
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
