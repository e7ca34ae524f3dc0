"""From text to values. Every reader takes the text of a file and gives a value or one German sentence.

No sentence repeats the text it could not read: it might be somebody's phone number. What a sentence offers instead is
a day, a number or a word that wiq knows.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from wiq_cli.domain import datum, gemeint, slug

if TYPE_CHECKING:
    from collections.abc import Callable

NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")
ENDLESS = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
INTEGER = re.compile(r"[0-9]{1,9}")
FRACTION = re.compile(r"([0-9]{1,4})/([1-9][0-9]{0,3})")
ONE_VALUE = "Hier gehört ein einzelner Wert hin. Lass einen stehen, ohne Klammern und ohne Striche."
NO_DASH = re.compile(r"-[^\W\d]|[–—•·▪‣*] ")
KUERZEL = r"^[a-z0-9]+(-[a-z0-9]+)*$"
KUERZEL_MAX = slug.KUERZEL_MAX
KURZTEXT_MAX = 250  # a name, a place: it stands on every page, in every calendar
EINTRAEGE_MAX = 50  # of a list whose every entry becomes a page and a calendar
NAMES_OF_FILES = ("frueher", "team", "teams", "lt")  # fields that hold no person
WORDS_FOR_YES_AND_NO = {"ja": True, "nein": False}


def fault(rule: str, sentence: str, better: str = "") -> PydanticCustomError:
    """Build the error a model raises; ``rule`` becomes the finding's id, ``sentence`` its text.

    ``better`` is what ``--fix`` writes instead. Give it only where the value can mean nothing else: ``true``, an hour
    with a dot, an address with ``mailto:``. What drops a word or guesses a number, a century or a person has none.
    """
    return PydanticCustomError(rule, "{satz}", {"satz": sentence} | ({"besser": better} if better else {}))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("WIQ022", ONE_VALUE)
    return value.strip()


def today_of(info: ValidationInfo) -> date | None:
    """Give the day that counts as today, where whoever reads the file has said so."""
    return info.context.get("heute") if isinstance(info.context, dict) else None


def read_date(value: Any, heute: date | None = None, write: Callable[[date], str] = date.isoformat) -> date:
    """Read ``2024-09-15`` or ``15.09.2024``; ``heute`` helps to guess the year in the sentence of a refusal."""
    if isinstance(value, date):
        return value
    text = _text(value)
    if (day := datum.parse(text)) is None:
        raise fault("WIQ023", datum.why_not(text, heute, write))
    return day


def read_datum(value: Any, info: ValidationInfo) -> date:
    """Read the value of a field."""
    try:
        return read_date(value, today_of(info))
    except PydanticCustomError as error:
        sentence = (error.context or {})["satz"]
        raise fault(error.type, sentence, datum.only_meaning(value, sentence)) from None


def read_yes_no(value: Any) -> bool:
    """Read ``ja`` or ``nein``, nothing else."""
    if isinstance(value, bool):
        return value
    text = _text(value)
    word = WORDS_FOR_YES_AND_NO.get(text.lower())
    if word is None:
        day = "Schreib „ja“, wenn es an diesem Tag geschafft war." if datum.parse(text) else ""
        remedy = day or gemeint.yes_or_no(text) or "Trifft es zu? Dann „ja“, sonst „nein“."
        raise fault("WIQ026", f"Hier steht „ja“ oder „nein“, sonst nichts. {remedy}", gemeint.sure_yes_or_no(text))
    return word


def read_number(value: Any) -> float | int:
    """Read ``50``, ``-3`` or ``12,5``; a unit or a thousands dot is refused."""
    if isinstance(value, int | float):
        return value
    text = _text(value)
    if not NUMBER.fullmatch(text) or re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", text):
        if ENDLESS.fullmatch(text) and not NUMBER.fullmatch(text):
            raise fault("WIQ025", "Diese Zahl ist zu lang. Vor dem Komma gehen 12 Ziffern, dahinter 6.")
        what = "Hier gehört eine Zahl hin, ohne Einheit und ohne Tausenderpunkt."
        raise fault("WIQ025", f"{what} {gemeint.number(text) or 'Zum Beispiel: 1250 oder 12,5.'}")
    number = float(text.replace(",", ".")) + 0.0  # nothing is minus zero
    return int(number) if number.is_integer() and not re.search("[.,]", text) else number


def read_integer(value: Any) -> int:
    """Read a whole number from 0 on."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    if not INTEGER.fullmatch(text):
        raise fault(
            "WIQ025", f"Hier gehört eine ganze Zahl hin. {gemeint.number(text, whole=True) or 'Zum Beispiel: 90.'}"
        )
    return int(text)


def read_fraction(value: Any) -> Fraction:
    """Read ``2/3``; a share is always an exact fraction, never 66 %."""
    if isinstance(value, Fraction):
        return value
    match = FRACTION.fullmatch(_text(value))
    if not match:
        raise fault("WIQ025", "Hier gehört ein Bruch hin, zum Beispiel 1/2 oder 2/3.")
    return Fraction(int(match[1]), int(match[2]))


def _pattern(
    pattern: str, rule: str, sentence: str, way_out: Callable[[str], str], limit: int = 254
) -> Callable[[Any], str]:
    compiled = re.compile(pattern)

    def read(value: Any) -> str:
        text = _text(value)
        if len(text) > limit > KUERZEL_MAX and compiled.fullmatch(text):
            raise fault(rule, f"Das ist zu lang. Höchstens {limit} Zeichen gehen hinein.")
        if len(text) > limit or not compiled.fullmatch(text):
            meant = gemeint.only_meaning(text)
            better = meant if len(meant) <= limit and compiled.fullmatch(meant) else ""
            raise fault(rule, f"{sentence} {way_out(text)}", better)
        return text

    return read


read_kuerzel = _pattern(
    KUERZEL,
    "WIQ027",
    f"Ein Kürzel besteht aus a–z, 0–9 und einzelnen Bindestrichen und hat höchstens {KUERZEL_MAX} Zeichen.",
    gemeint.kuerzel,
    KUERZEL_MAX,
)


def read_kuerzel_of(value: Any, info: ValidationInfo) -> str:
    """Read the value of a field; a refusal offers a good name for a file, and keeps names of people out."""
    try:
        return read_kuerzel(value)
    except PydanticCustomError as error:
        sentence, _, remedy = (error.context or {})["satz"].partition(". ")
        if error.type == "WIQ027" and info.field_name in NAMES_OF_FILES:
            better = slug.slug(re.sub(r"\.ya?ml$", "", value.strip()))
            remedy = f"Gemeint ist vermutlich „{better}“." if better else remedy
        elif error.type == "WIQ027" and "Gemeint" not in remedy:
            own = info.field_name == "kennung"
            remedy = (
                f"Nimm {'einen Decknamen wie p1' if own else 'die Kennung, zum Beispiel p2'}, nie den Namen der Person."
            )
        raise fault(error.type, f"{sentence}. {remedy}" if remedy else sentence) from None


read_email = _pattern(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[^\s@<>(),;:\\\"\[\].]+\.)+[^\s@<>(),;:\\\"\[\].]{2,}",
    "WIQ028",
    "Das ist keine E-Mail-Adresse.",
    gemeint.email,
)
read_link = _pattern(r"https?://(?![^/?#]*@)[^\s<>\"]+", "WIQ029", "Das ist kein Link.", gemeint.link, 2000)


def as_list(value: Any) -> Any:
    """Let one text stand for a list of one, unless it was meant to be a list: ``-eins`` and ``• eins``."""
    if isinstance(value, str) and NO_DASH.match(value):
        what = "Hinter dem Strich fehlt ein Leerzeichen." if value.startswith("-") else "Das ist für YAML keine Liste."
        raise fault("WIQ022", f"{what} Schreib jeden Eintrag in eine eigene Zeile mit „- “ davor.")
    return [value] if isinstance(value, str) else value


def read_short(text: str) -> str:
    """Refuse a text that is more than a line."""
    if len(text) > KURZTEXT_MAX:
        raise fault("WIQ022", f"Hier passen höchstens {KURZTEXT_MAX} Zeichen hinein. Kürz den Text auf eine Zeile.")
    return text


def read_few(entries: list[str]) -> list[str]:
    """Refuse a list that makes too many pages."""
    if len(entries) > EINTRAEGE_MAX:
        raise fault(
            "WIQ022", f"Hier passen höchstens {EINTRAEGE_MAX} Einträge hinein. Streich einige, oder fass sie zusammen."
        )
    return entries


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Kurztext = Annotated[Text, AfterValidator(read_short), Field(json_schema_extra={"maxLength": KURZTEXT_MAX})]
Datum = Annotated[date, BeforeValidator(read_datum, json_schema_input_type=str)]
JaNein = Annotated[bool, BeforeValidator(read_yes_no, json_schema_input_type=str)]
Zahl = Annotated[float | int, BeforeValidator(read_number, json_schema_input_type=str)]
GanzeZahl = Annotated[int, BeforeValidator(read_integer, json_schema_input_type=str)]
Bruch = Annotated[
    Fraction, BeforeValidator(read_fraction, json_schema_input_type=str), PlainSerializer(str, return_type=str)
]
Kuerzel = Annotated[str, BeforeValidator(read_kuerzel_of, json_schema_input_type=str)]
Email = Annotated[str, BeforeValidator(read_email, json_schema_input_type=str)]
Link = Annotated[str, BeforeValidator(read_link, json_schema_input_type=str)]
Texte = Annotated[list[Text], BeforeValidator(as_list, json_schema_input_type=str | list[str])]
Kurztexte = Annotated[list[Kurztext], BeforeValidator(as_list, json_schema_input_type=Kurztext | list[Kurztext])]
FEW = Field(json_schema_extra={"maxItems": EINTRAEGE_MAX})
Schlagworte = Annotated[Kurztexte, AfterValidator(read_few), FEW]
Dateinamen = Annotated[list[Kuerzel], AfterValidator(read_few), FEW]
