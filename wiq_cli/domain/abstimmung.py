"""How people voted: the form of a vote, who could vote, each attempt with its count, and what came out."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import ClassVar, Literal

from pydantic import Field

from wiq_cli.domain.base import Modell
from wiq_cli.domain.scalars import Datum, GanzeZahl, JaNein, Kuerzel, Text
from wiq_cli.domain.zaehlregel import Grad, Stufe

Status = Literal["angenommen", "abgelehnt", "vertagt", "nicht_erreicht", "nicht_feststellbar", "offen"]
Stimme = Literal[
    "ja", "nein", "enthaltung", "ungueltig", "zustimmung", "leichte_bedenken", "beiseite", "schwere_bedenken", "veto"
]
WORDS: tuple[Stimme, ...] = (
    "ja", "nein", "enthaltung", "ungueltig", "zustimmung", "leichte_bedenken", "beiseite", "schwere_bedenken", "veto",
)  # fmt: skip


def wording_hash(wortlaut: str) -> str:
    """Give the fingerprint of a wording: indentation and line ends do not matter, every word does."""
    plain = unicodedata.normalize("NFC", wortlaut.replace("\r\n", "\n").strip())
    return "sha256:" + hashlib.sha256(plain.encode()).hexdigest()


class Form(Modell):
    art: Literal["treffen", "umlauf", "einzeln"] = Field("treffen", description="treffen, umlauf oder einzeln.")
    am: Datum | None = Field(None, description="Tag.")
    frist: Datum | None = Field(None, description="Letzter Tag für Stimmen oder Widerspruch.")
    textform: JaNein | None = Field(
        None, description="Nur im Umlauf: ja, wenn alle schriftlich geantwortet haben, zum Beispiel per Mail."
    )
    geheim: JaNein = Field(False, description="ja bei geheimer Abstimmung. Dann stehen hier nur Summen.")


class Wahlkoerper(Modell):
    stichtag: Datum = Field(description="Tag, an dem die Stimmberechtigten gezählt wurden.")
    zahl: GanzeZahl = Field(description="Wie viele an diesem Tag stimmberechtigt waren.")


class Zaehlung(Modell):
    """Totals of one vote. A number that is not there was not recorded; it is not zero."""

    ja: GanzeZahl | None = Field(None, description="Ja-Stimmen.")
    nein: GanzeZahl | None = Field(None, description="Nein-Stimmen.")
    enthaltung: GanzeZahl | None = Field(None, description="Enthaltungen.")
    ungueltig: GanzeZahl | None = Field(None, description="Ungültige Stimmen.")
    zustimmung: GanzeZahl | None = Field(None, description="Stufe 1: Ich stimme zu.")
    leichte_bedenken: GanzeZahl | None = Field(None, description="Stufe 2: Ich stimme zu und habe leichte Bedenken.")
    beiseite: GanzeZahl | None = Field(None, description="Stufe 4: Ich stehe beiseite und halte nicht auf.")
    schwere_bedenken: GanzeZahl | None = Field(None, description="Stufe 5: Ich habe schwere Bedenken.")
    veto: GanzeZahl | None = Field(None, description="Stufe 6: So darf es nicht kommen.")

    def counted(self) -> dict[Stimme, int]:
        """What was recorded, and nothing else."""
        return {word: number for word in WORDS if (number := getattr(self, word)) is not None}


class Option(Modell):
    """One of several proposals, with what was counted for it or against it."""

    KURZ: ClassVar[str] = "name"

    name: Text = Field(description="Der Vorschlag. Bei einer Wahl die kennung der Person, nicht ihr Name.")
    stimmen: GanzeZahl | None = Field(None, description="Stimmen für diesen Vorschlag.")
    widerstand: GanzeZahl | None = Field(None, description="Summe der Widerstandspunkte von 0 bis 10.")
    passiv: JaNein = Field(False, description="ja beim Vorschlag, alles zu lassen, wie es ist (Passivlösung).")


class Versuch(Modell):
    """One attempt to decide on one wording. It stays, also when it failed."""

    nr: GanzeZahl = Field(description="Der wievielte Versuch.")
    verfahren: Text = Field(description="Das Verfahren dieses Versuchs.")
    fassung: GanzeZahl = Field(1, description="Fassung des Wortlauts, über die abgestimmt wurde.")
    wortlaut: Text | None = Field(None, description="Fingerabdruck des Wortlauts. Den schreibt wiq.")
    am: Datum | None = Field(None, description="Tag der Abstimmung.")
    zaehlung: Zaehlung | None = Field(None, description="Wie viele Stimmen worauf fielen.")
    optionen: list[Option] = Field(
        default_factory=list, description="Nur bei einer Wahl zwischen mehreren: jeder Vorschlag mit seiner Zahl."
    )
    ergebnis: Literal["erreicht", "nicht_erreicht", "angenommen", "abgelehnt", "nicht_feststellbar"] | None = Field(
        None, description="Was dabei herauskam. Fehlt es, läuft der Versuch noch."
    )


class Ergebnis(Modell):
    KURZ: ClassVar[str] = "status"

    status: Status = Field(description="Wie der Beschluss ausgegangen ist.")
    durch: Text | None = Field(None, description="Das Verfahren, das entschieden hat.")
    am: Datum | None = Field(None, description="Tag der Entscheidung.")
    gilt_ab: Datum | None = Field(None, description="Ab wann der Beschluss gilt.")
    gilt_bis: Datum | None = Field(None, description="Bis wann der Beschluss gilt.")
    gewaehlt: Text | None = Field(None, description="Der Vorschlag, der gewonnen hat.")
    annahme: JaNein | None = Field(None, description="Nur bei einer Wahl: ja, wenn die Person die Wahl annimmt.")
    grund: Text | None = Field(None, description="Warum nicht oder noch nicht. Ohne Namen.")
    weiter: Text | None = Field(None, description="Was als Nächstes geschieht, wenn es nicht angenommen ist.")


class Bedenken(Modell):
    KURZ: ClassVar[str] = "text"

    stufe: Stufe | None = Field(None, description="Die Stufe, zu der die Begründung gehört, beim Konsens.")
    versuch: GanzeZahl | None = Field(None, description="Nummer des Versuchs, wenn es mehrere gab.")
    text: Text = Field(description="Die Begründung, ohne Namen.")


class Befangen(Modell):
    person: Kuerzel = Field(description="kennung der Person.")
    grad: Literal["stimmverbot", "zurueckgezogen", "hinweis"] = Field(
        "hinweis", description="Wie stark die Person befangen ist."
    )
    versuch: GanzeZahl | None = Field(None, description="Ab welchem Versuch das gilt. Ohne Angabe gilt es für alle.")
    umgang: Text | None = Field(None, description="Wie ihr damit umgegangen seid.")


class Beteiligung(Modell):
    """Whose OK was asked for, and what they said."""

    wer: Text = Field(description="Teamart, Kürzel des Teams oder Traegerin.")
    grad: Grad = Field(description="informieren, anhoeren, benehmen oder einvernehmen.")
    am: Datum | None = Field(None, description="Tag.")
    einverstanden: JaNein | None = Field(None, description="ja oder nein, wenn gefragt wurde.")
    text: Text | None = Field(None, description="Was sie sagten, oder warum ihr davon abweicht. Ohne Namen.")
