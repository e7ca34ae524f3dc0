"""When and where a team meets. Every entry may be one line of text or a mapping with the same words."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from wiq_cli.domain.base import Modell
from wiq_cli.domain.eintrag import (
    BETWEEN_PAUSES,
    Reader,
    read_ausfall,
    read_pause,
    read_termin,
    read_verlegung,
    split_entries,
    with_end,
)
from wiq_cli.domain.rhythmus import Rhythmus, check_hours
from wiq_cli.domain.scalars import JaNein, Kurztext, Link, Text, Texte, as_list, fault, today_of
from wiq_cli.domain.zeitangabe import Minuten, Tag, Zeit


class Zeile(Modell):
    """An entry that may be one line of text."""

    LINE: ClassVar[Reader]  # how the line is read
    BEGINN: ClassVar[str] = "zeit"  # the key whose hours may name the end as well

    @model_validator(mode="before")
    @classmethod
    def read(cls, value: Any, info: ValidationInfo) -> Any:
        """Read the short form, and both hours in one text."""
        if isinstance(value, str):
            return cls.LINE(value, today_of(info))
        both = isinstance(value, dict) and {cls.BEGINN, "ende"} <= cls.model_fields.keys()
        return with_end(value, cls.BEGINN) if both else value


class Termin(Zeile):
    """One date: ``05.12.2026 10:00 (Lindenau)``."""

    KURZ: ClassVar[str] = "am"
    LINE: ClassVar[Reader] = read_termin

    am: Tag = Field(description="Tag des Treffens.")
    zeit: Zeit | None = Field(None, description="Beginn.")
    ende: Zeit | None = Field(None, description="Ende.")
    dauer: Minuten | None = Field(None, description="Dauer in Minuten, statt eines Endes.")
    ort: Kurztext | None = Field(None, description="Ort, wenn er von der Regel abweicht.")
    oeffentlich: JaNein = Field(True, description="nein, wenn dieses Treffen nicht öffentlich stehen soll.")

    @model_validator(mode="after")
    def makes_sense(self) -> Termin:
        """Refuse hours that do not fit."""
        check_hours(self.zeit, self.ende, self.dauer)
        return self


class Ausfall(Zeile):
    """A meeting that does not take place."""

    KURZ: ClassVar[str] = "am"
    LINE: ClassVar[Reader] = read_ausfall

    am: Tag = Field(description="Tag, an dem das Treffen gewesen wäre.")
    zeit: Zeit | None = Field(None, description="Beginn, nur nötig bei zwei Treffen an einem Tag.")
    grund: Text | None = Field(None, description="Warum es ausfällt. Der Grund bleibt im Haus.")


class Verlegung(Zeile):
    """A meeting that takes place at another time or in another place."""

    KURZ: ClassVar[str] = "am"
    LINE: ClassVar[Reader] = read_verlegung
    BEGINN: ClassVar[str] = "neue_zeit"

    am: Tag = Field(description="Tag, an dem das Treffen gewesen wäre.")
    zeit: Zeit | None = Field(None, description="Alter Beginn, nur nötig bei zwei Treffen an einem Tag.")
    auf: Tag = Field(description="Neuer Tag.")
    neue_zeit: Zeit | None = Field(None, description="Neuer Beginn. Ohne Angabe bleibt der alte.")
    ende: Zeit | None = Field(None, description="Neues Ende.")
    ort: Kurztext | None = Field(None, description="Neuer Ort. Ohne Angabe bleibt der alte.")

    @model_validator(mode="after")
    def makes_sense(self) -> Verlegung:
        """Refuse hours that do not fit, and a move to where the meeting is anyway."""
        check_hours(self.neue_zeit, self.ende)
        if self.auf == self.am and not self.ort and not self.ende and self.neue_zeit in (None, self.zeit):
            raise fault(
                "WIQ301",
                "Alter und neuer Tag sind gleich, es ändert sich nichts. Schreib die neue Zeit oder den neuen Ort dazu.",
            )
        return self


class Pause(Zeile):
    """Days on which the rhythm rests."""

    KURZ: ClassVar[str] = "was"
    LINE: ClassVar[Reader] = read_pause

    was: Literal["feiertage", "ferien"] | None = Field(None, description="feiertage oder ferien.")
    von: Tag | None = Field(None, description="Erster Tag der Pause.")
    bis: Tag | None = Field(None, description="Letzter Tag der Pause.")

    @model_validator(mode="after")
    def makes_sense(self) -> Pause:
        """Refuse a range with one end, without ends, or that ends before it begins."""
        if (self.von is None) != (self.bis is None) or (self.was is None) == (self.von is None):
            raise fault(
                "WIQ306", "Diese Pause ist nicht vollständig. Schreib feiertage, ferien oder 21.12.2026 bis 03.01.2027."
            )
        if self.von and self.bis and self.bis < self.von:
            raise fault("WIQ305", "Das Ende liegt vor dem Anfang. Prüf die beiden Tage.")
        return self


class Treffen(Modell):
    KURZ: ClassVar[str] = "termine"

    ort: Kurztext | None = Field(
        None, title="Treffen des LT, Ort", description="Kein Ort verfügbar? Dann schau mal ins depot."
    )
    dauer: Minuten | None = Field(None, description="Dauer in Minuten. Ohne Angabe rechnet wiq mit 90.")
    rhythmus: Annotated[list[Rhythmus], BeforeValidator(as_list, json_schema_input_type=str | list[Rhythmus])] = Field(
        default_factory=list, description="Fester Rhythmus, zum Beispiel „erster Montag im Monat 19:00 ab 07.09.2026“."
    )
    pause: Annotated[list[Pause], split_entries(read_pause, "Pause", Pause, BETWEEN_PAUSES)] = Field(
        default_factory=list, description="Wann der Rhythmus ruht: feiertage, ferien oder ein Zeitraum."
    )
    termine: Annotated[list[Termin], split_entries(read_termin, "Termin", Termin)] = Field(
        default_factory=list, title="Treffen des LT, Zeit", description="Einzelne Termine. Für sie gilt keine Pause."
    )
    ausfall: Annotated[list[Ausfall], split_entries(read_ausfall, "Ausfall", Ausfall)] = Field(
        default_factory=list, description="Termine, die ausfallen. Der Grund bleibt im Haus."
    )
    verlegt: Annotated[list[Verlegung], split_entries(read_verlegung, "Verlegung", Verlegung)] = Field(
        default_factory=list, description="Verlegte Termine: 24.11.2026 -> 25.11.2026 19:00 (Ort)."
    )
    oeffentlich: JaNein = Field(True, description="nein, wenn die Treffen nicht öffentlich stehen sollen.")
    link: Link | None = Field(None, description="Link zum Beitreten. Er bleibt im Haus.")
    tagesordnung: Texte = Field(default_factory=list, description="Wo die Tagesordnung liegt. Bleibt im Haus.")
    protokolle: Texte = Field(default_factory=list, description="Wo die Protokolle liegen. Bleibt im Haus.")

    def without_holidays(self) -> Treffen:
        """Give the same without pauses on public holidays: to look those up takes long."""
        kept = [one for one in self.pause if one.was != "feiertage"]
        return self if len(kept) == len(self.pause) else self.model_copy(update={"pause": kept})
