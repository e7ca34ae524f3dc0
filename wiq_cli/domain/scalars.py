"""From text to values. Every reader takes the text of a file and gives a value or one German sentence.

No sentence repeats the text it could not read: it might be somebody's phone number.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Callable

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
GERMAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
INTEGER = re.compile(r"[0-9]{1,9}")
FRACTION = re.compile(r"([0-9]{1,4})/([1-9][0-9]{0,3})")
KUERZEL = r"^[a-z0-9]+(-[a-z0-9]+)*$"
KUERZEL_MAX = 60
WORDS_FOR_YES_AND_NO = {"ja": True, "nein": False}
EARLIEST, LATEST = 1900, 2199


def fault(rule: str, sentence: str) -> PydanticCustomError:
    """Build the error a model raises; ``rule`` becomes the finding's id, ``sentence`` its text."""
    return PydanticCustomError(rule, "{satz}", {"satz": sentence})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("WIQ022", "Hier gehört ein einzelner Wert hin.")
    return value.strip()


def read_date(value: Any) -> date:
    """Read ``2024-09-15`` or ``15.09.2024``."""
    if isinstance(value, date):
        return value
    text = _text(value)
    if match := ISO_DATE.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := GERMAN_DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        raise fault("WIQ023", "Das Datum kann ich nicht lesen. Schreib es so: 2026-11-24 oder 24.11.2026.")
    if not EARLIEST <= year <= LATEST:
        raise fault("WIQ023", "Das Jahr liegt zu weit weg. Schreib vier Ziffern, zum Beispiel 2026.")
    try:
        return date(year, month, day)
    except ValueError:
        raise fault("WIQ023", "Diesen Tag gibt es im Kalender nicht. Prüf Tag und Monat.") from None


def read_yes_no(value: Any) -> bool:
    """Read ``ja`` or ``nein``, nothing else."""
    if isinstance(value, bool):
        return value
    word = WORDS_FOR_YES_AND_NO.get(_text(value).lower())
    if word is None:
        raise fault("WIQ026", "Hier steht „ja“ oder „nein“, sonst nichts.")
    return word


def read_number(value: Any) -> float | int:
    """Read ``50``, ``-3`` or ``12,5``; a unit or a thousands dot is refused."""
    if isinstance(value, int | float):
        return value
    text = _text(value)
    if not NUMBER.fullmatch(text) or re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", text):
        raise fault(
            "WIQ025", "Hier gehört eine Zahl hin, ohne Einheit und ohne Tausenderpunkt. Zum Beispiel: 1250 oder 12,5."
        )
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() and not re.search("[.,]", text) else number


def read_integer(value: Any) -> int:
    """Read a whole number from 0 on."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    if not INTEGER.fullmatch(text):
        raise fault("WIQ025", "Hier gehört eine ganze Zahl hin, zum Beispiel 90.")
    return int(text)


def read_fraction(value: Any) -> Fraction:
    """Read ``2/3``; a share is always an exact fraction, never 66 %."""
    if isinstance(value, Fraction):
        return value
    match = FRACTION.fullmatch(_text(value))
    if not match:
        raise fault("WIQ025", "Hier gehört ein Bruch hin, zum Beispiel 1/2 oder 2/3.")
    return Fraction(int(match[1]), int(match[2]))


def _pattern(pattern: str, rule: str, sentence: str, limit: int = 254) -> Callable[[Any], str]:
    compiled = re.compile(pattern)

    def read(value: Any) -> str:
        text = _text(value)
        if len(text) > limit or not compiled.fullmatch(text):
            raise fault(rule, sentence)
        return text

    return read


read_kuerzel = _pattern(
    KUERZEL,
    "WIQ027",
    f"Ein Kürzel besteht aus a–z, 0–9 und einzelnen Bindestrichen und hat höchstens {KUERZEL_MAX} Zeichen.",
    KUERZEL_MAX,
)
read_email = _pattern(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\s@<>(),;:\\\"\[\]]+\.[^\s@<>(),;:\\\"\[\].]{2,}",
    "WIQ028",
    "Das ist keine E-Mail-Adresse. Sie sieht so aus: name@example.org.",
)
read_link = _pattern(
    r"https?://[^\s<>\"]+", "WIQ029", "Das ist kein Link. Er beginnt mit https:// und hat keine Leerzeichen.", 2000
)


def as_list(value: Any) -> Any:
    """Let one text stand for a list of one."""
    return [value] if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Datum = Annotated[date, BeforeValidator(read_date, json_schema_input_type=str)]
JaNein = Annotated[bool, BeforeValidator(read_yes_no, json_schema_input_type=str)]
Zahl = Annotated[float | int, BeforeValidator(read_number, json_schema_input_type=str)]
GanzeZahl = Annotated[int, BeforeValidator(read_integer, json_schema_input_type=str)]
Bruch = Annotated[
    Fraction, BeforeValidator(read_fraction, json_schema_input_type=str), PlainSerializer(str, return_type=str)
]
Kuerzel = Annotated[str, BeforeValidator(read_kuerzel, json_schema_input_type=str)]
Email = Annotated[str, BeforeValidator(read_email, json_schema_input_type=str)]
Link = Annotated[str, BeforeValidator(read_link, json_schema_input_type=str)]
Texte = Annotated[list[Text], BeforeValidator(as_list, json_schema_input_type=str | list[str])]
