"""What the strict reader refuses, with rule, place and the two sentences: what it is, what to do.

No sentence quotes the file: a broken file may hold anything anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

Refusal = tuple[str, Span, str, str]

# C0 without tab, LF and CR; a CR that ends no line; DEL and C1; blanks without width; bidi controls; line separators; non-characters; tags
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u2060\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]|\r(?!\n)",
)
FORBIDDEN_IN_VALUE = re.compile(FORBIDDEN.pattern.replace(r"|\r(?!\n)", "") + "|\r")
CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)
INDENT_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- +)?[^\W\d][\w-]*:(?=[^\s/])")
SHOWN_AT_MOST = 10
MARKS_SHOWN = {
    "*": "Stern",
    "&": "Und-Zeichen",
    "!": "Ausrufezeichen",
    "@": "Klammeraffe",
    "`": "Akzent",
    "%": "Prozent",
}
QUOTE = "Setz den ganzen Text in gerade Anführungszeichen: '…'."


def _at(line: int, column: int, length: int = 1) -> Span:
    return Span(line, column, line, column + length)


def _point(mark: Any, length: int = 1) -> Span:
    return _at(mark.line + 1, mark.column + 1, length)


def _event(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a place in a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def in_raw_text(text: str) -> Iterator[Refusal]:
    """Everything that forbids even starting the parser."""
    conflicts = list(CONFLICT.finditer(text))
    if any(match[0].startswith("<") for match in conflicts):
        yield (
            "WIQ014",
            _at(*position(text, conflicts[0].start()), 7),
            "Hier stehen noch zwei Fassungen aus git nebeneinander.",
            "Entscheide dich für eine Fassung und lösch die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
        )
        return
    seen: set[str] = set()
    for number, match in enumerate(FORBIDDEN.finditer(text)):
        if number == SHOWN_AT_MOST or (match[0] in seen and match[0] in "\0\r"):
            break
        seen.add(match[0])
        yield control_character(_at(*position(text, match.start())), match[0])
    for number, match in enumerate(INDENT_TAB.finditer(text)):
        if number == SHOWN_AT_MOST:
            break
        yield tab(*position(text, match.end() - 1))


def control_character(span: Span, character: str) -> Refusal:
    """A character nobody sees, but which changes what is shown or read."""
    if character == "\0":
        return "WIQ005", span, "Das ist keine Textdatei.", "Speichere die Datei als Text in UTF-8."
    if character == "\r":
        return (
            "WIQ005",
            span,
            "Die Zeilen enden wie auf alten Macs.",
            "Speichere die Datei mit Zeilenenden wie unter Linux (LF).",
        )
    return (
        "WIQ005",
        span,
        f"Hier steht ein unsichtbares Steuerzeichen ({_name(character)}).",
        "Lösch das Zeichen. Oft kommt es beim Kopieren mit; tipp die Stelle am besten neu.",
    )


def _name(character: str) -> str:
    return f"U+{ord(character):04X}" + (f", {name}" if (name := unicodedata.name(character, "")) else "")


def bad_character(value: str) -> str:
    """Give the first forbidden character of a value, or nothing."""
    match = FORBIDDEN_IN_VALUE.search(value)
    return match[0] if match else ""


def escaped_character(event: Any, character: str) -> Refusal:
    """Such a character written as an escape in double quotes."""
    rule, span, message, remedy = control_character(_event(event), character)
    return rule, span, message.replace("Hier steht", "In diesem Text steckt"), remedy


def tab(line: int, column: int) -> Refusal:
    return (
        "WIQ006",
        _at(line, column),
        "Hier steht ein Tabulator. Damit rückt YAML nicht ein.",
        "Ersetz ihn durch Leerzeichen, zwei für jede Stufe.",
    )


def duplicate_key(key: Any, first_line: int) -> Refusal:
    return (
        "WIQ008",
        _event(key),
        f"Diese Angabe steht schon in Zeile {first_line}. Eine von beiden ginge verloren.",
        "Führ beide zusammen oder lösch eine.",
    )


def anchor(event: Any) -> Refusal:
    return (
        "WIQ009",
        _point(event.start_mark),
        "Ein „&“ am Anfang ist in YAML ein Anker. wiq liest keine Anker.",
        f"Gehört das Zeichen zum Text? {QUOTE} Sonst schreib den Wert an jeder Stelle aus.",
    )


def alias(event: Any) -> Refusal:
    return (
        "WIQ009",
        _event(event),
        "Ein „*“ am Anfang ist in YAML ein Verweis. wiq liest keine Verweise.",
        f"Gehört der Stern zum Text? {QUOTE} Sonst schreib den Wert hier aus.",
    )


def merge_key(event: Any) -> Refusal:
    return (
        "WIQ009",
        _event(event),
        "„<<“ mischt in YAML zwei Stellen. wiq liest das nicht.",
        "Schreib die Angaben hier aus.",
    )


def tag(event: Any) -> Refusal:
    return (
        "WIQ010",
        _point(event.start_mark),
        "Ein „!“ am Anfang ist in YAML eine Typangabe. wiq liest keine Typangaben.",
        f"Gehört das Ausrufezeichen zum Text? {QUOTE} Sonst lösch die Typangabe.",
    )


def directive(line: int, length: int) -> Refusal:
    return (
        "WIQ011",
        _at(line, 1, length),
        "Eine Zeile mit „%“ am Anfang stellt YAML um. wiq liest sie nicht.",
        "Lösch die Zeile.",
    )


def second_document(event: Any) -> Refusal:
    return (
        "WIQ012",
        _point(event.start_mark, 3),
        "Hier beginnt mit „---“ ein zweites Dokument. Eine Datei enthält genau eines.",
        "Lösch die Zeile oder leg eine zweite Datei an.",
    )


def too_deep(event: Any, limit: int) -> Refusal:
    return (
        "WIQ013",
        _point(event.start_mark),
        f"Hier ist mehr als {limit}-mal eingerückt oder geklammert.",
        "So tief ist keine Angabe von wiq. Prüf die Klammern und die Einrückung.",
    )


def too_much(event: Any) -> Refusal:
    return (
        "WIQ013",
        _point(event.start_mark),
        "Bis hierher stehen schon mehr als 20.000 Angaben in der Datei.",
        "Das ist zu viel für eine Datei. Teil sie auf.",
    )


def complex_key(event: Any) -> Refusal:
    return (
        "WIQ016",
        _point(event.start_mark),
        "Vor dem Doppelpunkt steht hier eine Liste oder Klammer.",
        f"Links vom Doppelpunkt steht immer ein Wort. Gehört die Klammer zum Text? {QUOTE}",
    )


def syntax(error: Any, text: str) -> Refusal:
    """Turn what libyaml says into the place and the sentence that help a person."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start: Any = getattr(error, "context_mark", None) or mark
    if mark is None:  # the reader's own complaint; in_raw_text should have found it before
        return (
            "WIQ005",
            _at(1, 1),
            "Die Datei enthält Zeichen, die ich nicht lesen kann.",
            "Speichere sie als Text in UTF-8.",
        )
    lines = {number for number in (mark.line, mark.line - 1, start.line) if number >= 0}
    if found := _blank_missing_or_wrong(text, sorted(lines, reverse=True)):
        return found
    if "directive" in problem + context:
        return directive(mark.line + 1, 1)
    for part, at_start, message, remedy in SYNTAX:
        if part in problem or part in context:
            where = start if at_start else mark
            return "WIQ007", _inside(text, where), message, remedy
    return (
        "WIQ007",
        _inside(text, mark),
        "Ab hier kann ich die Datei nicht mehr lesen.",
        "Vergleich diese und die vorige Zeile mit einer Datei, die geht: Einrückung, Doppelpunkt, Strich, Anführungszeichen.",
    )


def _inside(text: str, mark: Any) -> Span:
    """Keep the place inside the text: libyaml often complains only at the line behind the last."""
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    column = mark.column if line == mark.line else len(lines[line].rstrip())
    return _at(line + 1, column + 1)


def _blank_missing_or_wrong(text: str, numbers: list[int]) -> Refusal | None:
    """Find the commonest slips in the lines around a fault: a blank that is missing, or is none."""
    lines = text.split("\n")
    for number in numbers:
        line = lines[number] if number < len(lines) else ""
        if match := HARD_BLANK.search(line):
            return (
                "WIQ007",
                _at(number + 1, match.start(1) + 1),
                "Hier steht ein geschütztes Leerzeichen.",
                "Lösch es und tipp das Leerzeichen neu.",
            )
    if found := _too_far(lines, numbers[0]):
        return found
    for number in numbers:
        line = lines[number] if number < len(lines) else ""
        for pattern, message, remedy in SLIPS:
            if match := pattern.match(line):
                return "WIQ007", _at(number + 1, match.end()), message, remedy
    return None


def _too_far(lines: list[str], number: int) -> Refusal | None:
    """Find a key that is indented below one that already has its value."""
    here = ENTRY.match(lines[number]) if number < len(lines) else None
    above = ENTRY_WITH_VALUE.match(lines[number - 1]) if number else None
    if not here or not above or len(here[1]) <= len(above[1]):
        return None
    message = "Diese Zeile ist zu weit eingerückt."
    return "WIQ007", _at(number + 1, len(here[1]) + 1), message, "Rück sie genau so weit ein wie die Zeile darüber."


ENTRY = re.compile(r"^([ -]*)[^\W\d][\w-]*:(?: |$)")
ENTRY_WITH_VALUE = re.compile(r"^([ -]*)[^\W\d][\w-]*: +[^\s#|>]")
HARD_BLANK = re.compile(r"(?:^[ -]*|:)(\u00a0)")
SLIPS = (
    (
        KEY_WITHOUT_SPACE,
        "Hinter dem Doppelpunkt fehlt ein Leerzeichen.",
        "Schreib nach dem Doppelpunkt ein Leerzeichen und dann den Wert.",
    ),
    (
        re.compile(r"^\s*-(?=[^\s-])"),
        "Hinter dem Strich fehlt ein Leerzeichen.",
        "Schreib nach dem Strich ein Leerzeichen und dann den Eintrag.",
    ),
    (
        re.compile(r"^\s*\*(?=\s)"),
        "Eine Liste fängt in jeder Zeile mit „- “ an, nicht mit „*“.",
        "Ersetz den Stern durch einen Strich und ein Leerzeichen.",
    ),
    (
        re.compile(r"^\s*(?:- +)?(?:[\w-]+: +)?[\[{](?=[^\]}]*[\]}]\s*[^\s,#\]}])"),
        "Eine Klammer am Anfang hat in YAML eine Sonderbedeutung.",
        QUOTE,
    ),
)
_INDENT = (
    "Die Einrückung passt nicht zu den Zeilen darüber, oder ein Anführungszeichen steht mitten im Text.",
    "Rück die Zeile so weit ein wie ihre Nachbarn. Steht ein Anführungszeichen im Text, dann nimm außen das andere: '…' oder \"…\".",
)
SYNTAX: tuple[tuple[str, bool, str, str], ...] = (
    # part of libyaml's words, point at the start of the construct?, what it is, what to do
    (
        "scanning a quoted scalar",
        True,
        "Das Anführungszeichen hier wird nicht wieder geschlossen.",
        "Setz das zweite Anführungszeichen ans Ende des Textes.",
    ),
    (
        "unknown escape",
        False,
        "Ein Rückstrich „\\“ in doppelten Anführungszeichen hat eine Sonderbedeutung.",
        "Nimm einfache Anführungszeichen oder schreib den Rückstrich doppelt.",
    ),
    (
        "parsing a quoted scalar",
        False,
        "Der Text in Anführungszeichen ist so nicht lesbar.",
        "Nimm einfache Anführungszeichen oder lass sie weg.",
    ),
    (
        "parsing a flow sequence",
        True,
        "Die eckige Klammer hier wird nicht geschlossen, oder ein Komma fehlt.",
        "Trenn die Einträge mit Komma und schließ die Klammer mit „]“.",
    ),
    (
        "parsing a flow mapping",
        True,
        "Die geschweifte Klammer hier wird nicht geschlossen, oder ein Komma fehlt.",
        "Trenn die Angaben mit Komma und schließ die Klammer mit „}“.",
    ),
    ("scanning an alias", False, "Ein „*“ am Anfang hat in YAML eine Sonderbedeutung.", QUOTE),
    ("scanning an anchor", False, "Ein „&“ am Anfang hat in YAML eine Sonderbedeutung.", QUOTE),
    ("tag", False, "Ein „!“ am Anfang hat in YAML eine Sonderbedeutung.", QUOTE),
    ("cannot start any token", False, "Mit diesem Zeichen darf ein Text nicht anfangen.", QUOTE),
    (
        "scanning a block scalar",
        False,
        "Hinter „|“ oder „>“ darf in derselben Zeile nichts stehen.",
        "Schreib den Text in die nächste Zeile, zwei Leerzeichen eingerückt.",
    ),
    (
        "block sequence entries",
        False,
        "Ein Strich für eine Liste steht hier an der falschen Stelle.",
        "Fang die Liste in einer neuen Zeile an. Gehört der Strich zum Text, setz den Text in Anführungszeichen.",
    ),
    (
        "expected '-' indicator",
        False,
        "In dieser Liste fehlt am Zeilenanfang der Strich „- “, oder die Zeile ist falsch eingerückt.",
        "Schreib „- “ davor oder rück die Zeile so ein wie ihre Nachbarn.",
    ),
    (
        "mapping values",
        False,
        "Mitten im Text steht ein Doppelpunkt mit Leerzeichen dahinter.",
        f"{QUOTE} Oder prüf, ob die Zeile falsch eingerückt ist.",
    ),
    (
        "expected ':'",
        True,
        "In dieser Zeile fehlt der Doppelpunkt.",
        "Schreib „wort: wert“. Geht der Text der vorigen Zeile hier weiter, rück die Zeile ein.",
    ),
    ("expected key", False, *_INDENT),
    (
        "expected node content",
        False,
        "Hier fehlt ein Wert, oder ein Zeichen steht zu viel.",
        f"Prüf Kommas und Klammern. Gehört das Zeichen zum Text? {QUOTE}",
    ),
    (
        "document start",
        False,
        "Diese Zeile ist weniger eingerückt als der Anfang der Datei.",
        "Rück alle Angaben der obersten Stufe gleich weit ein, am besten gar nicht.",
    ),
)
