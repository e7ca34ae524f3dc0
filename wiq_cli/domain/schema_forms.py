"""What single values look like to an editor: one JSON Schema for each reader of ``scalars`` and ``zeitangabe``.

Editors type plain scalars by themselves: an unquoted ``04177`` is a number to them, ``true`` is no text, and a field
without a value is null. Patterns mean the same in every dialect: no look-around, ``[0-9]``, anchored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain import beschluss_teile, netzwerk, scalars, zeitangabe
from wiq_cli.domain.public import STATUSWORT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Node = dict[str, Any]

ONE_VALUE = "Hier gehört ein einzelner Text hin"
LINE = r"^\s*({})\s*$"

# Editors that take several parts of a choice for equal show the title once for each. So each part has empty words of its
# own kind, which nobody sees. What is not to be offered at completion (`true`, `null`) is written as what it is not.
FIRST: Node = {"title": ""}
SECOND: Node = {"description": ""}
LAST: Node = {"title": "", "description": ""}
NOTHING: Node = {"not": {"type": ["string", "number", "boolean", "object", "array"]}, **LAST}
TRUE: Node = {"not": {"type": ["string", "number", "null", "object", "array"]}, **SECOND}
TEXT: list[Node] = [{"type": ["string", "number"], "pattern": r"\S", **FIRST, "errorMessage": f"{ONE_VALUE}."}, TRUE]


def short_text(most: int) -> list[Node]:
    """Give a text of so many characters at most."""
    return [{**TEXT[0], "maxLength": most, "errorMessage": f"{ONE_VALUE}, höchstens {most} Zeichen."}, TRUE]


def _line(pattern: str, message: str, *types: str, **more: Any) -> list[Node]:
    kinds = ["string", *types] if types else "string"
    return [{"type": kinds, "pattern": LINE.format(pattern), **more, **FIRST, "errorMessage": message}]


YES_NO: list[Node] = [
    {"enum": ["ja", "nein"], **FIRST, "errorMessage": "Hier steht „ja“ oder „nein“, sonst nichts."},
    {"type": "string", "pattern": LINE.format("[Jj][Aa]|[Nn][Ee][Ii][Nn]"), **SECOND},
]
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}"
DATE = _line(DAY, "Schreib das Datum so: 2026-11-24 oder 24.11.2026.")
KUERZEL = _line(
    "[a-z0-9]+(-[a-z0-9]+)*", "Ein Kürzel besteht aus a–z, 0–9 und einzelnen Bindestrichen.", "integer", minimum=0
)

FORMS: dict[Callable[..., Any], list[Node]] = {
    scalars.read_datum: DATE,
    scalars.read_yes_no: YES_NO,
    scalars.read_number: _line(
        "-?[0-9]+([.,][0-9]+)?", "Hier gehört eine Zahl hin, ohne Einheit. Zum Beispiel: 1250 oder 12,5.", "number"
    ),
    scalars.read_integer: _line(
        "[0-9]{1,9}", "Hier gehört eine ganze Zahl hin, zum Beispiel 90.", "integer", minimum=0, maximum=999_999_999
    ),
    scalars.read_fraction: _line("[0-9]{1,4}/[1-9][0-9]{0,3}", "Hier gehört ein Bruch hin, zum Beispiel 1/2 oder 2/3."),
    scalars.read_kuerzel_of: KUERZEL,
    scalars.read_email: _line(r"[^\s@]+@[^\s@]+\.[^\s@.]{2,}", "Eine E-Mail-Adresse sieht so aus: name@example.org."),
    scalars.read_link: _line(
        r'https?://(?![^/?#]*@)[^\s<>"]+', "Ein Link beginnt mit https:// und hat keine Leerzeichen."
    ),
    zeitangabe.read_tag: DATE,
    zeitangabe.read_zeit: _line("([01]?[0-9]|2[0-3]):[0-5][0-9]", "Schreib die Uhrzeit so: 18:30."),
    netzwerk.read_domain: _line(
        r"[a-z0-9-]+(\.[a-z0-9-]+)+", "Eine Domain sieht so aus: quartier.example, ohne https:// und ohne @."
    ),
    beschluss_teile.read_id: _line(
        "[a-z0-9]+(-[a-z0-9]+)*-[0-9]{8}-[a-z0-9]+(-[a-z0-9]+)*", "Eine Kennung sieht so aus: st-20260820-kurzer-titel."
    ),
}


def choice(words: Sequence[str]) -> Node:
    """One of some words, each with what it means where its spelling does not say so."""
    node: Node = {"enum": list(words), **FIRST, "errorMessage": f"Hier geht: {', '.join(words)}."}
    if all(word in STATUSWORT for word in words):
        node["enumDescriptions"] = [STATUSWORT[word] for word in words]
    return node
