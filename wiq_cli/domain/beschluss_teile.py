"""The parts of a decision file besides the vote: what it says, whom it concerns, who does what until when."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from wiq_cli.domain.base import Modell
from wiq_cli.domain.scalars import Datum, GanzeZahl, JaNein, Kuerzel, Kurztext, Text, Texte, fault
from wiq_cli.domain.zaehlregel import Zaehlregel

ID = re.compile(r"(?P<team>[a-z0-9]+(?:-[a-z0-9]+)*)-(?P<tag>[0-9]{8})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)")
ID_MAX = 120


def read_id(value: Any) -> str:
    """Read ``st-20260820-leipzig-isst-zusammen``: team, day, short title."""
    text = value.strip() if isinstance(value, str) else ""
    match = ID.fullmatch(text)
    if not match or len(text) > ID_MAX or day_of(text) is None:
        raise fault(
            "WIQ441", "Diese Kennung passt nicht zu einem Beschluss. Sie sieht so aus: st-20260820-kurzer-titel."
        )
    return text


def day_of(beschluss_id: str) -> date | None:
    """Give the day in the id of a decision, None where the calendar does not know it."""
    match = ID.fullmatch(beschluss_id)
    try:
        return date.fromisoformat(match["tag"]) if match else None
    except ValueError:
        return None


BeschlussId = Annotated[str, BeforeValidator(read_id, json_schema_input_type=str)]
BeschlussIds = list[BeschlussId]


class Antrag(Modell):
    KURZ: ClassVar[str] = "wortlaut"

    fassung: GanzeZahl = Field(1, description="Die wievielte Fassung des Wortlauts das ist.")
    eingebracht_am: Datum | None = Field(None, description="Tag, an dem der Antrag gestellt wurde.")
    wortlaut: Text = Field(description="Worüber abgestimmt wird, Wort für Wort.")


class Betrifft(Modell):
    lt: Kuerzel | None = Field(None, description="Kürzel des Lösungsteams, um das es geht.")
    team: Kuerzel | None = Field(None, description="Kürzel des Teams, in das jemand kommt oder um das es geht.")
    teams: list[Kuerzel] = Field(default_factory=list, description="Weitere Teams, die davon erfahren sollen.")
    person: Kuerzel | None = Field(None, description="kennung der Person, um die es geht.")
    bank: Text | None = Field(None, description="Bank im Steuerungsteam.")
    thema: Text | None = Field(None, description="Thema aus den Befugnissen, zum Beispiel ausgabe.")
    eur: GanzeZahl | None = Field(None, description="Betrag in Euro.")


class Ablehnung(Modell):
    KURZ: ClassVar[str] = "was"

    was: Text = Field(description="Der Wunsch, in den Worten der Team-Datei.")
    grund: Text | None = Field(None, description="Warum nicht oder noch nicht.")
    weiter: Text | None = Field(None, description="Was als Nächstes geschieht.")


class Leistung(Modell):
    bewilligt: Texte = Field(default_factory=list, description="Was das Team bekommt, in den Worten seiner Datei.")
    abgelehnt: list[Ablehnung] = Field(
        default_factory=list, description="Was es nicht bekommt, mit Grund und nächstem Schritt."
    )
    offen: list[Ablehnung] = Field(
        default_factory=list, description="Was noch offen ist, mit Grund und nächstem Schritt."
    )
    von: Datum | None = Field(None, description="Ab wann.")
    bis: Datum | None = Field(None, description="Bis wann.")


class Regel(Zaehlregel):
    """The procedure as it was on the day of opening. The decision is judged by this copy for ever."""

    fassung: Text | None = Field(None, description="Fassung der Regeln an diesem Tag.")
    durch: BeschlussId | None = Field(None, description="Der eigene Beschluss des Teams, aus dem das Verfahren stammt.")
    verfahren: Text = Field(description="Das Verfahren, zum Beispiel konsens.")
    sonst: Text | None = Field(None, description="Das Verfahren, wenn das erste nicht gelingt.")
    stimmen: Literal["summen", "namen"] | None = Field(
        None, description="summen oder namen: wie Stimmen aufgeschrieben werden. Ohne Angabe gilt: summen."
    )


class Wiedervorlage(Modell):
    am: Datum = Field(description="Wann ihr noch einmal hinschaut.")
    frage: Text | None = Field(None, description="Woran ihr dann merkt, ob es gut war.")


class Sichtbarkeit(Modell):
    KURZ: ClassVar[str] = "stufe"

    stufe: Literal["oeffentlich", "netzwerk", "team", "vertraulich"] = Field(
        "oeffentlich", description="Wer den Beschluss lesen darf."
    )
    grund: Text | None = Field(None, description="Warum nicht alle.")
    pruefen_am: Datum | None = Field(None, description="Wann ihr das noch einmal prüft.")


class Verweise(Modell):
    ersetzt: BeschlussIds = Field(default_factory=list, description="Beschlüsse, die dieser ersetzt.")
    aendert: BeschlussIds = Field(default_factory=list, description="Beschlüsse, die dieser ändert.")
    setzt_voraus: BeschlussIds = Field(default_factory=list, description="Beschlüsse, ohne die dieser nicht gilt.")


class Protokoll(Modell):
    leitung: Kuerzel | None = Field(None, description="kennung der Person, die das Treffen geleitet hat.")
    fuehrung: Kuerzel | None = Field(None, description="kennung der Person, die mitgeschrieben hat.")
    ort: Kurztext | None = Field(None, description="Wo das Treffen war.")
    eingeladen_am: Datum | None = Field(None, description="Tag, an dem die Einladung an alle ging.")
    beschlussfaehig: JaNein | None = Field(
        None, description="ja, wenn am Anfang festgestellt wurde, dass genug da waren."
    )


class Aufgabe(Modell):
    KURZ: ClassVar[str] = "aufgabe"

    aufgabe: Text = Field(description="Was zu tun ist.")
    team: Kuerzel | None = Field(None, description="Welches Team es tut.")
    person: Kuerzel | None = Field(None, description="kennung der Person, die es tut.")
    bis: Datum | None = Field(None, description="Bis wann.")
    erledigt: JaNein = Field(False, description="ja, wenn es getan ist.")


class Nachtrag(Modell):
    am: Datum = Field(description="Tag des Nachtrags.")
    art: Text = Field("notiz", description="Worum es geht, zum Beispiel notiz, informiert oder spaete_stimme.")
    person: Kuerzel | None = Field(None, description="kennung der Person, zum Beispiel bei einer späten Stimme.")
    text: Text = Field(description="Was zu sagen ist.")


class Vereinbarung(Modell):
    art: Text = Field(description="Was vereinbart wurde, zum Beispiel datenschutz.")
    wo: Text = Field(description="Wo das Papier liegt. Nicht das Papier selbst.")


class Siegel(Modell):
    v: GanzeZahl = Field(1, description="Fassung des Siegels.")
    salz: Text | None = Field(None, description="Zufallszahl. Fehlt sie, ist der interne Teil vergessen.")
    intern: Text | None = Field(None, description="Fingerabdruck des internen Teils.")
    sha256: Text = Field(description="Fingerabdruck des ganzen Beschlusses.")
    felder: Text | None = Field(None, description="Kurze Fingerabdrücke der Felder. Sie sagen, was sich geändert hat.")
