"""One line of ``rhythmus`` as a value, and how wiq says it back."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, ValidationInfo, model_validator

from wiq_cli.domain.base import Modell
from wiq_cli.domain.muster import Danach, Kalenderwoche, Monatsende, Monatstag, Monatswochentag, Muster, Woechentlich
from wiq_cli.domain.rhythmus_lesen import read_line
from wiq_cli.domain.scalars import JaNein, Kurztext, fault, today_of
from wiq_cli.domain.zeitangabe import Minuten, Tag, Zeit, clock, german, short_day

SOME_DAY = date(2026, 9, 1)
FAR = 400  # days; the 31st or a fifth Monday comes sooner


def _as_muster(value: Any) -> Any:
    if isinstance(value, (Woechentlich, Kalenderwoche, Monatswochentag, Danach, Monatstag, Monatsende)):
        return value
    raise fault("WIQ022", "Hier gehört ein einzelner Text hin.")


class Rhythmus(Modell):
    """One line of ``rhythmus``."""

    KURZ: ClassVar[str] = "am"

    am: Annotated[Muster, PlainValidator(_as_muster, json_schema_input_type=str)] = Field(
        description="An welchen Tagen, zum Beispiel „erster Montag im Monat“ oder „alle 2 Wochen Dienstag“."
    )
    zeit: Zeit | None = Field(None, description="Beginn, zum Beispiel 18:00.")
    ende: Zeit | None = Field(None, description="Ende, wenn es von der üblichen Dauer abweicht.")
    dauer: Minuten | None = Field(None, description="Dauer in Minuten, statt eines Endes.")
    ab: Tag | None = Field(None, description="Erster Tag, von dem an der Rhythmus gilt und gezählt wird.")
    bis: Tag | None = Field(None, description="Letzter Tag, an dem der Rhythmus gilt.")
    ort: Kurztext | None = Field(None, description="Ort, wenn er von der Regel abweicht.")
    oeffentlich: JaNein = Field(True, description="nein, wenn diese Treffen nicht öffentlich stehen sollen.")

    @model_validator(mode="before")
    @classmethod
    def read(cls, value: Any, info: ValidationInfo) -> Any:
        """Read the line, alone or as ``am`` of a mapping."""
        line = value.get("am") if isinstance(value, dict) else value
        if not isinstance(line, str):
            return value
        parts = dict(read_line(line, today_of(info)))
        if not isinstance(value, dict):
            return parts
        more = {key: one for key, one in value.items() if key != "am" and one is not None}
        if parts.keys() & more.keys():
            raise fault("WIQ302", "In diesem Rhythmus steht eine Angabe zweimal. Lösch eine davon.")
        return parts | more

    @model_validator(mode="after")
    def makes_sense(self, info: ValidationInfo) -> Rhythmus:
        """Refuse a rhythm without a start to count from, and a range that ends before it begins."""
        if self.am.braucht_anker and self.ab is None:
            raise fault(
                "WIQ304",
                "Dieser Rhythmus braucht einen Anfang, von dem an er zählt. Schreib „ab“ und das Datum des ersten Treffens "
                f"dahinter, zum Beispiel: ab {german(_first_day(self.am, today_of(info) or SOME_DAY))}.",
            )
        if self.ab and self.bis and self.bis < self.ab:
            raise fault("WIQ305", "Das Ende liegt vor dem Anfang. Prüf die Tage hinter „ab“ und „bis“.")
        check_hours(self.zeit, self.ende, self.dauer)
        return self


def _first_day(muster: Muster, heute: date) -> date:
    """Give the first day of a pattern that nothing is counted from yet."""
    from dataclasses import replace  # noqa: PLC0415  # only refusals need it

    plain: Any = replace(muster, alle=1)  # type: ignore[type-var]  # what needs a start is one of the dataclasses with „alle“
    days = (heute + timedelta(number) for number in range(FAR))
    return next(
        (
            day
            for day in days
            if (day.weekday() in plain.wochentage or not plain.wochentage) and plain.trifft(day, None)
        ),
        heute,
    )


def check_hours(zeit: time | None, ende: time | None, dauer: int | None = None) -> None:
    """Refuse an end without a start, and an end at the start. An end before the start is on the next day."""
    if ende is not None and zeit is None:
        raise fault("WIQ308", "Hier steht ein Ende ohne Beginn. Schreib auch, wann es anfängt.")
    if dauer is not None and zeit is None:
        raise fault("WIQ308", "Hier steht eine Dauer ohne Beginn. Schreib auch, wann es anfängt.")
    if dauer is not None and ende is not None:
        raise fault("WIQ308", "Hier stehen Ende und Dauer. Lösch eines davon.")
    if ende is not None and ende == zeit:
        raise fault("WIQ308", "Beginn und Ende sind gleich. Prüf die Uhrzeiten.")


def describe(rhythmus: Rhythmus) -> str:
    """Say a rhythm in German words."""
    text = rhythmus.am.worte()
    if rhythmus.zeit:
        text += f" um {clock(rhythmus.zeit)}" + (f"–{clock(rhythmus.ende)}" if rhythmus.ende else "") + " Uhr"
    if rhythmus.dauer:
        text += f", {rhythmus.dauer} Minuten"
    if rhythmus.ab:
        text += f", ab {short_day(rhythmus.ab)}"
    if rhythmus.bis:
        text += f", bis {short_day(rhythmus.bis)}" if not rhythmus.ab else f" bis {short_day(rhythmus.bis)}"
    if rhythmus.ort:
        text += f" ({rhythmus.ort})"
    note = rhythmus.am.bemerkung()
    return text + (f". {note[0].upper()}{note[1:]}" if note else "")
