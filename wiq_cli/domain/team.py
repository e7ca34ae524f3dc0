"""The team file: the concept of a solution team, row by row, in the concept's own words."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from wiq_cli.domain.base import Datei, Modell
from wiq_cli.domain.finding import Level
from wiq_cli.domain.person import Person
from wiq_cli.domain.scalars import (
    NUMBER,
    Dateinamen,
    Datum,
    Email,
    JaNein,
    Kurztext,
    Link,
    Schlagworte,
    Text,
    Texte,
    Zahl,
    as_list,
)
from wiq_cli.domain.texte import Inhalt, inhalt
from wiq_cli.domain.treffen import Treffen

Status = Literal["idee", "laeuft", "pausiert", "im-betrieb", "selbsttragend", "abgeschlossen"]
# What the network itself wants to bring about. The report goes by it.
Beitrag = Literal["ziele", "selbstwirksamkeit", "identifikation", "bessere-loesungen", "vertrauen", "weniger-spaltung"]
Unterstuetzung = Literal["kontakt", "raum", "geld", "material", "oeffentlichkeit", "sonstiges"]


class Teilziel(Modell):
    KURZ: ClassVar[str] = "ziel"

    ziel: Text = Field(description="Was erreicht sein soll, so konkret wie möglich.")
    bis: Datum | None = Field(None, description="Bis wann, wenn es nicht die gemeinsame Frist ist.")
    erreicht: JaNein = Field(False, description="ja, sobald das Ziel erreicht ist.")
    am: Datum | None = Field(None, description="Tag, an dem das Ziel erreicht war.")


class Ziele(Modell):
    bis: Datum | None = Field(None, description="Bis wann die Teilziele erreicht sein sollen.")
    anlass: Text | None = Field(None, description="Worauf das Datum zielt, zum Beispiel ein Fest oder ein Seminar.")
    teilziele: list[Teilziel] = Field(default_factory=list, description="Höchstens drei (Teil-)Ziele.")
    langfristig: Texte = Field(default_factory=list, description="Was wir längerfristig erreichen wollen.")


class Messwert(Modell):
    am: Datum = Field(description="Tag der Messung.")
    wert: Zahl = Field(description="Der gemessene Wert.")
    quelle: Text | None = Field(None, description="Woher der Wert kommt.")


class Wirkung(Modell):
    KURZ: ClassVar[str] = "indikator"

    indikator: Text = Field(description="Woran man später ablesen kann, ob das Ziel erreicht ist.")
    einheit: Kurztext | None = Field(None, description="Was gezählt wird, zum Beispiel Personen oder Bäume.")
    ausgangswert: Zahl | None = Field(None, description="Der Wert am Anfang.")
    soll: Zahl | None = Field(None, description="Der Wert, den wir erreichen wollen.")
    ist: list[Messwert] = Field(default_factory=list, description="Gemessene Werte mit Tag und Quelle.")
    beitrag_zu: Annotated[list[Beitrag], BeforeValidator(as_list, json_schema_input_type=Beitrag | list[Beitrag])] = (
        Field(
            default_factory=list, description="Zu welchen Zielen des Netzwerks das beiträgt. Danach ordnet der Bericht."
        )
    )


def indicator_with_number(value: Any) -> Any:
    """Read the concept's own way of writing, ``- Anzahl gepflanzter Bäume: 50``, as indicator and target."""
    if isinstance(value, dict) and len(value) == 1:
        ((key, number),) = value.items()
        if key not in Wirkung.model_fields and isinstance(number, str) and NUMBER.fullmatch(number.strip()):
            return {"indikator": key, "soll": number}
    return value


class Stand(Modell):
    KURZ: ClassVar[str] = "text"

    text: Text = Field(description="Was schon da ist oder geschafft wurde.")
    erledigt: JaNein = Field(False, description="ja, wenn es geschafft ist.")
    am: Datum | None = Field(None, description="Seit wann.")


class Schritt(Modell):
    KURZ: ClassVar[str] = "schritt"

    schritt: Text = Field(description="Was zu tun ist.")
    bis: Datum | None = Field(None, description="Bis wann.")
    erledigt: JaNein = Field(False, description="ja, wenn der Schritt getan ist.")
    notizen: Texte = Field(default_factory=list, description="Einzelheiten, auch sie erscheinen öffentlich.")


class Support(Modell):
    KURZ: ClassVar[str] = "was"

    was: Text = Field(description="Welche Unterstützung durch WiQ konkret erwartet wird.")
    art: Unterstuetzung = Field("sonstiges", description="Art der Unterstützung.")
    notiz: Text | None = Field(None, description="Bemerkung für das Netzwerk. Sie bleibt im Haus.")


class Kooperationspartner(Modell):
    KURZ: ClassVar[str] = "name"

    name: Kurztext = Field(description="Name der Organisation.")
    url: Link | None = Field(None, description="Internetseite der Organisation.")
    stand: Text | None = Field(None, description="Wie weit die Absprache ist, zum Beispiel „angefragt“.")


class Ereignis(Modell):
    KURZ: ClassVar[str] = "text"

    am: Datum | None = Field(None, description="Tag des Ereignisses.")
    text: Text = Field(description="Was geschehen ist.")


class Profilfreigabe(Modell):
    am: Datum | None = Field(None, description="Tag der Einwilligung.")
    durch: Text | None = Field(None, description="Wer eingewilligt hat, am besten die kennung.")
    nachweis: Text | None = Field(None, description="Wo der Nachweis liegt. Nicht der Nachweis selbst.")
    widerrufen: Datum | None = Field(None, description="Tag des Widerrufs.")


class Einwilligung(Modell):
    profil: Profilfreigabe | None = Field(None, description="Darf das Profil veröffentlicht werden?")


class Team(Datei):
    """One team. The comments of a new file, the hovers of an editor and the handbook come from these texts."""

    FASSUNG: ClassVar[int] = 2

    art: Kurztext = Field("LT", description="Teamart: LT, ST, UT, KT, PT oder eine Art aus regeln.yaml.")
    name: Kurztext = Field(title="Name des LT", description="Bitte kurzen und prägnanten Namen wählen.")
    untertitel: Kurztext | None = Field(None, description="Zusatz zum Namen, zum Beispiel der Stadtteil.")
    frueher: Dateinamen = Field(
        default_factory=list, description="Frühere Dateinamen dieses Teams, der älteste zuerst."
    )
    verteiler: Email | None = Field(None, description="Verteileradresse des Teams auf der Domain des Netzwerks.")
    status: Status = Field("idee", description="Wie es um das Team steht.")
    stadtteile: Schlagworte = Field(default_factory=list, description="Stadtteile, in denen das Team wirkt.")
    themen: Schlagworte = Field(default_factory=list, description="Themen, zum Beispiel Begegnung oder Umwelt.")
    problem: Texte = Field(
        default_factory=list,
        title="Beschreibung Problem/Herausforderung",
        description="Zur Lösung welchen Problems wird das LT benötigt?",
    )
    zusammenfassung: Text | None = Field(None, title="Zusammenfassung", description="Das Vorhaben in wenigen Sätzen.")
    ziele: Ziele = Field(
        default_factory=Ziele,
        title="Ziele des LT",
        description="So konkret wie möglich sagen, was erreicht sein soll – "
        "nur dann können alle Mitglieder ‚in dieselbe Richtung‘ laufen!",
    )
    wirkung: list[Annotated[Wirkung, BeforeValidator(indicator_with_number)]] = Field(
        default_factory=list,
        title="Wirkung des LT",
        description="Anhand welcher Wirkungsindikatoren kann später abgelesen werden, ob das LT sein Ziel erreicht hat?",
    )
    stand: list[Stand] = Field(
        default_factory=list,
        title="Aktueller Stand",
        description="Falls es mit Blick auf die Ziele schon Vorarbeiten gab, welchen Stand haben sie erreicht?",
    )
    weg: list[Schritt] = Field(
        default_factory=list, title="Weg des LT", description="Erste Schritte und grober Zeitplan."
    )
    support: list[Support] = Field(
        default_factory=list, title="WiQ-Support", description="Welche Unterstützung wird durch WiQ konkret erwartet?"
    )
    leitung: list[Person] = Field(
        default_factory=list,
        title="Leiter*in des LT",
        description="Name, E-Mail, Tel. der Leiter*in oder der Initiator*in.",
    )
    mitglieder: list[Person] = Field(
        default_factory=list,
        title="Mitglieder des LT",
        description="Idealerweise 4-6 Personen, um arbeitsfähig zu bleiben.",
    )
    kooperationspartner: list[Kooperationspartner] = Field(
        default_factory=list,
        title="Kooperationspartner des LT",
        description="Wir haben (ggf.) schon folgende Organisationen gefunden, die unser Anliegen unterstützen.",
    )
    treffen: Treffen = Field(
        default_factory=Treffen,
        title="Treffen des LT",
        description="Am besten festen Wochentag und Uhrzeit ausmachen, damit nicht immer aufwändig genuudelt werden muss.",
    )
    offene_fragen: Texte = Field(
        default_factory=list, title="Offene Fragen/Wünsche", description="Was noch offen ist oder was ihr euch wünscht."
    )
    chronik: list[Ereignis] = Field(default_factory=list, description="Was geschehen ist, mit Tag.")
    einwilligung: Einwilligung = Field(
        default_factory=Einwilligung,
        title="Datenschutz",
        description="Ohne eine Einwilligung mit Datum wird nichts veröffentlicht.",
    )
    notizen: Texte = Field(default_factory=list, description="Notizen nur für das Team. Sie bleiben im Haus.")

    def level(self, level: Level) -> Level:
        """Give a level while the team runs; a hint while it does not."""
        return level if self.status == "laeuft" else Level.HINT

    @cached_property
    def inhalt(self) -> Inhalt:
        """Every text and every part of this file with its place."""
        return inhalt(self)

    def personen(self) -> list[tuple[str, int, Person]]:
        """Everybody in the team, with the list and the position where the person stands."""
        return [
            (key, position, person)
            for key, people in (("leitung", self.leitung), ("mitglieder", self.mitglieder))
            for position, person in enumerate(people)
        ]
