"""What the strict reader refuses, with rule, place and the two sentences: what it is, what to do.

No sentence quotes the file: a broken file may hold anything anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from wiq_cli.domain import umfang
from wiq_cli.domain.finding import Span
from wiq_cli.domain.zahl import zahl

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
CONFLICT_SIGNS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
WRAPPED = re.compile(r"\s*(```|~~~|>)")
INDENT_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
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


def at(line: int, column: int, length: int = 1) -> Span:
    return Span(line, column, line, column + length)


def _point(mark: Any, length: int = 1) -> Span:
    return at(mark.line + 1, mark.column + 1, length)


def _event(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a place in a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def in_raw_text(text: str) -> Iterator[Refusal]:
    """Everything that forbids even starting the parser. Most texts hold nothing of it, which is seen at a glance."""
    conflicts = list(CONFLICT.finditer(text)) if any(sign in text for sign in CONFLICT_SIGNS) else []
    if any(match[0].startswith("<") for match in conflicts):
        yield conflict(at(*position(text, conflicts[0].start()), 7))
        return
    if match := WRAPPED.match(text):
        yield wrapped(at(*position(text, match.start(1)), len(match[1])), match[1])
        return
    if not text.replace("\n", "").isprintable():
        yield from _control_characters(text)
    for number, match in enumerate(INDENT_TAB.finditer(text) if "\t" in text else ()):
        if number == SHOWN_AT_MOST:
            break
        yield tab(*position(text, match.end() - 1))


def _control_characters(text: str) -> Iterator[Refusal]:
    """One for each line: a terminal sequence has several."""
    seen: set[str] = set()
    lines: set[int] = set()
    for match in FORBIDDEN.finditer(text):
        line, column = position(text, match.start())
        if len(lines) == SHOWN_AT_MOST or (match[0] in seen and match[0] in "\0\r"):
            break
        seen.add(match[0])
        if line not in lines:
            lines.add(line)
            yield control_character(at(line, column), match[0])


def wrapped(span: Span, sign: str) -> Refusal:
    """A file as it comes out of a chat or a mail."""
    if sign == ">":
        return "WIQ007", span, "Vor den Zeilen steht „>“ wie in einer E-Mail.", "Lösch „> “ am Anfang jeder Zeile."
    message = f"Die Datei steckt in {sign} wie in einer Nachricht."
    return "WIQ007", span, message, f"Lösch die Zeilen mit {sign}, am Anfang und am Ende."


def conflict(span: Span) -> Refusal:
    return (
        "WIQ014",
        span,
        "Hier stehen noch zwei Fassungen aus git nebeneinander.",
        "Entscheide dich für eine Fassung und lösch die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
    )


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
        at(line, column),
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


def many_keys_twice(count: int, *, in_list: bool) -> tuple[str, str]:
    if in_list:
        return (
            f"Ab hier stehen {count} Angaben dieses Eintrags noch einmal.",
            "Fängt hier ein neuer Eintrag an? Dann setz „- “ davor. Sonst lösch, was doppelt ist.",
        )
    return (
        f"Ab hier stehen {count} Angaben noch einmal, wie aus einer zweiten Datei.",
        "Führ beide Fassungen zusammen. Jede Angabe steht nur einmal in der Datei.",
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
        at(line, 1, length),
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


def too_much(event: Any, limit: int) -> Refusal:
    return (
        "WIQ013",
        _point(event.start_mark),
        f"Bis hierher stehen schon mehr als {zahl(limit)} Angaben in der Datei.",
        "Das ist zu viel für eine Datei. Teil sie auf.",
    )


def too_many(start: Any, limit: int) -> Refusal:
    return (
        "WIQ013",
        _point(start),
        f"Diese Liste hat mehr als {zahl(limit)} Einträge.",
        "So lang ist keine Liste von wiq. Lösch, was alt ist.",
    )


def too_long(event: Any) -> Refusal:
    return "WIQ013", _point(event.start_mark), umfang.too_long(event.value), umfang.SHORTER


def too_heavy(event: Any) -> Refusal:
    return (
        "WIQ013",
        _point(event.start_mark),
        "Bis hierher stehen in der Datei mehr Zahlen, Links, Zeichen und Einträge, als wiq zügig nach Privatem durchsucht.",
        "Lösch, was alt ist, oder leg Listen und Tabellen als Dokument ab und schreib den Link hin.",
    )


def complex_key(event: Any) -> Refusal:
    return (
        "WIQ016",
        _point(event.start_mark),
        "Vor dem Doppelpunkt steht hier eine Liste oder Klammer.",
        f"Links vom Doppelpunkt steht immer ein Wort. Gehört die Klammer zum Text? {QUOTE}",
    )
