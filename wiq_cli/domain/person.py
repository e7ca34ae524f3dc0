"""A person in a team, and what this person agreed to. Nothing of this leaves the house by itself."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from wiq_cli.domain.base import Modell
from wiq_cli.domain.scalars import Datum, Email, JaNein, Kuerzel, Kurztext, Text, Texte

Zustand = Literal["given", "refused", "not_asked", "expired", "revoked", "undated"]


class Zustimmung(Modell):
    """An answer to the question whether something may be done with the data of one person."""

    antwort: Literal["ja", "nein"] = Field(description="Was die Person geantwortet hat: ja oder nein.")
    am: Datum | None = Field(None, description="Tag der Antwort.")
    nachweis: Text | None = Field(
        None, description="Wo der Nachweis liegt, zum Beispiel „Formular im Ordner 3“. Nicht der Nachweis selbst."
    )
    bis: Datum | None = Field(None, description="Bis wann die Einwilligung gilt, wenn sie befristet ist.")
    widerrufen: Datum | None = Field(None, description="Tag des Widerrufs.")

    def given(self, today: date) -> bool:
        """Whether this is a dated, unrevoked, unexpired consent on that day."""
        if self.antwort != "ja" or self.am is None or self.am > today:
            return False
        return self.widerrufen is None and (self.bis is None or self.bis >= today)

    def state(self, today: date) -> Zustand:
        """Say how it stands with this answer on that day. Only ``given`` allows anything."""
        if self.widerrufen is not None:
            return "revoked"
        if self.antwort == "nein":
            return "refused"
        if self.bis is not None and self.bis < today:
            return "expired"
        return "given" if self.given(today) else "undated"  # without a day, or with one that is yet to come


class PersonEinwilligung(Modell):
    """What a person was asked, by purpose. A purpose that is absent was not asked; that counts as no."""

    name: Zustimmung | None = Field(None, description="Darf der Name im öffentlichen Profil stehen?")
    verteiler: Zustimmung | None = Field(None, description="Darf die Adresse in den Verteiler?")
    foto: Zustimmung | None = Field(None, description="Darf ein Foto gezeigt werden?")

    def state(self, zweck: str, today: date) -> Zustand:
        """Say how it stands with one purpose on that day."""
        answer: Zustimmung | None = getattr(self, zweck)
        return answer.state(today) if answer else "not_asked"


ZWECKE: tuple[str, ...] = tuple(PersonEinwilligung.model_fields)


class Zugang(Modell):
    """How a person came into the team, where the team's rules ask for it."""

    weg: Literal["entsendung", "wahl", "ernennung", "absichtserklaerung", "selbst"] | None = Field(
        None, description="Der Weg ins Team nach der Regel der Teamart."
    )
    bank: Text | None = Field(
        None, description="Die Bank im Steuerungsteam: politik, verwaltung, zivilgesellschaft oder ut."
    )
    von: Text | None = Field(None, description="Wer entsandt hat, zum Beispiel ein Stadtbezirksbeirat oder ein Amt.")
    beschluesse: Texte = Field(
        default_factory=list, description="Kennungen der Beschlüsse, auf denen die Aufnahme beruht."
    )
    absichtserklaerung: Datum | None = Field(None, description="Tag der Absichtserklärung.")
    nachweis: Text | None = Field(None, description="Wo der Nachweis liegt.")


class Person(Modell):
    """A person. Decisions refer to it by ``kennung`` alone."""

    KURZ: ClassVar[str] = "name"

    kennung: Kuerzel | None = Field(
        None, description="Kürzel der Person im ganzen Netzwerk, zum Beispiel p1. Es bleibt für immer gleich."
    )
    name: Kurztext | None = Field(None, title="Vor-/Nachname", description="Vor- und Nachname.")
    email: Email | None = Field(None, title="Email", description="E-Mail-Adresse.")
    telefon: Text | None = Field(None, title="Telefon", description="Telefonnummer, nur wenn sie gebraucht wird.")
    rolle: Kurztext | None = Field(
        None, title="Ggf. Rolle/Knowhow-Feld", description="Rolle oder Wissen, das die Person mitbringt."
    )
    seit: Datum | None = Field(None, description="Seit wann die Person dabei ist.")
    bis: Datum | None = Field(None, description="Bis wann die Person dabei war.")
    minderjaehrig: JaNein = Field(
        False, description="ja, wenn die Person noch nicht 18 ist. Dann erscheint sie nie mit Namen oder Foto."
    )
    zugang: Zugang | None = Field(None, description="Wie die Person ins Team kam.")
    einwilligung: PersonEinwilligung | None = Field(None, description="Wozu die Person ja oder nein gesagt hat.")

    def member_on(self, day: date) -> bool:
        """Whether the person belongs to the team on that day."""
        return (self.seit is None or self.seit <= day) and (self.bis is None or self.bis >= day)
