"""The decision file: one decision from the proposal to the day somebody looks at it again.

People stand here by their ``kennung`` alone. What is derived (in force, replaced, expired) is never written down.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from wiq_cli.domain.base import Datei, Modell
from wiq_cli.domain.regeln import SELBST, Stufe, Verfahren, Zaehlregel
from wiq_cli.domain.scalars import Datum, GanzeZahl, JaNein, Kuerzel, Text, Texte, fault, read_date

ARTEN = (
    "sachbeschluss", "lt_unterstuetzung", "lt_gruendung", "aufnahme", "ernennung", "entsendung", "wahl", "verfahren",
    "einzeln", "widerruf",
)  # fmt: skip
ID = re.compile(r"(?P<team>[a-z0-9]+(?:-[a-z0-9]+)*)-(?P<tag>[0-9]{8})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)")
ID_MAX = 120

Status = Literal["angenommen", "abgelehnt", "vertagt", "nicht_erreicht", "nicht_feststellbar", "offen"]
Stimme = Literal[
    "ja", "nein", "enthaltung", "ungueltig", "zustimmung", "leichte_bedenken", "beiseite", "schwere_bedenken", "veto"
]
WORDS: tuple[Stimme, ...] = (
    "ja", "nein", "enthaltung", "ungueltig", "zustimmung", "leichte_bedenken", "beiseite", "schwere_bedenken", "veto",
)  # fmt: skip


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


def wording_hash(wortlaut: str) -> str:
    """Give the fingerprint of a wording: indentation and line ends do not matter, every word does."""
    plain = unicodedata.normalize("NFC", wortlaut.replace("\r\n", "\n").strip())
    return "sha256:" + hashlib.sha256(plain.encode()).hexdigest()


def read_day(value: Any) -> Any:
    """Let ``form: 2026-09-03`` stand for a meeting on that day."""
    return {"art": "treffen", "am": read_date(value)} if isinstance(value, str) and value[:1].isdigit() else value


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


class Form(Modell):
    art: Literal["treffen", "umlauf", "einzeln"] = Field("treffen", description="treffen, umlauf oder einzeln.")
    am: Datum | None = Field(None, description="Tag.")
    frist: Datum | None = Field(None, description="Letzter Tag für Stimmen im Umlauf.")
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


class Versuch(Modell):
    """One attempt to decide on one wording. It stays, also when it failed."""

    nr: GanzeZahl = Field(description="Der wievielte Versuch.")
    verfahren: Text = Field(description="Das Verfahren dieses Versuchs.")
    fassung: GanzeZahl = Field(1, description="Fassung des Wortlauts, über die abgestimmt wurde.")
    wortlaut: Text | None = Field(None, description="Fingerabdruck des Wortlauts. Den schreibt wiq.")
    am: Datum | None = Field(None, description="Tag der Abstimmung.")
    zaehlung: Zaehlung | None = Field(None, description="Wie viele Stimmen worauf fielen.")
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


class Bedenken(Modell):
    KURZ: ClassVar[str] = "text"

    stufe: Stufe | None = Field(None, description="Die Stufe, zu der die Begründung gehört, beim Konsens.")
    versuch: GanzeZahl | None = Field(None, description="Nummer des Versuchs, wenn es mehrere gab.")
    text: Text = Field(description="Die Begründung, ohne Namen.")


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


class Befangen(Modell):
    person: Kuerzel = Field(description="kennung der Person.")
    grad: Literal["stimmverbot", "zurueckgezogen", "hinweis"] = Field(
        "hinweis", description="Wie stark die Person befangen ist."
    )
    umgang: Text | None = Field(None, description="Wie ihr damit umgegangen seid.")


class Protokoll(Modell):
    leitung: Kuerzel | None = Field(None, description="kennung der Person, die das Treffen geleitet hat.")
    fuehrung: Kuerzel | None = Field(None, description="kennung der Person, die mitgeschrieben hat.")
    ort: Text | None = Field(None, description="Wo das Treffen war.")


class Aufgabe(Modell):
    KURZ: ClassVar[str] = "aufgabe"

    aufgabe: Text = Field(description="Was zu tun ist.")
    team: Kuerzel | None = Field(None, description="Welches Team es tut.")
    person: Kuerzel | None = Field(None, description="kennung der Person, die es tut.")
    bis: Datum | None = Field(None, description="Bis wann.")
    erledigt: JaNein = Field(False, description="ja, wenn es getan ist.")


class Nachtrag(Modell):
    am: Datum = Field(description="Tag des Nachtrags.")
    art: Text = Field("notiz", description="Worum es geht, zum Beispiel notiz oder spaete_stimme.")
    text: Text = Field(description="Was zu sagen ist.")


class Vereinbarung(Modell):
    art: Text = Field(description="Was vereinbart wurde, zum Beispiel datenschutz.")
    wo: Text = Field(description="Wo das Papier liegt. Nicht das Papier selbst.")


class Siegel(Modell):
    v: GanzeZahl = Field(1, description="Fassung des Siegels.")
    salz: Text | None = Field(None, description="Zufallszahl. Fehlt sie, ist der interne Teil vergessen.")
    intern: Text | None = Field(None, description="Fingerabdruck des internen Teils.")
    sha256: Text = Field(description="Fingerabdruck des ganzen Beschlusses.")


class Beschluss(Datei):
    """One decision. Everything a person reads about it in an editor comes from these texts."""

    id: BeschlussId = Field(
        description="Team, Tag des Öffnens und Kurztitel. So heißt auch die Datei. Bleibt für immer gleich."
    )
    team: Kuerzel = Field(description="Das Team, das entscheidet.")
    art: Text = Field(
        "sachbeschluss", description="Art des Beschlusses, zum Beispiel lt_unterstuetzung oder verfahren."
    )
    titel: Text = Field(description="Worum es geht, in einer Zeile.")
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
    befangen: list[Befangen] = Field(
        default_factory=list, description="Wer nicht mitstimmt oder nicht mitstimmen sollte. Bleibt im Haus."
    )
    stimmen: dict[Kuerzel, Stimme] = Field(
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

    @property
    def own_procedure(self) -> Verfahren | None:
        """The procedure that this decision gives its team, if it does."""
        decides = self.art == "verfahren" and self.status == "angenommen"
        return self.verfahren if decides and self.verfahren and self.verfahren.art != SELBST else None
