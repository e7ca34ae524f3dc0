"""What libyaml complains about, turned into the place and the sentences that help a person.

libyaml says where it gave up; the slip is often a line earlier, so the lines around are looked at first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.late import late
from wiq_cli.files.refusals import CONFLICT, QUOTE, at, conflict, directive

if TYPE_CHECKING:
    from wiq_cli.domain.finding import Span
    from wiq_cli.files.refusals import Refusal

KEY_WITHOUT_SPACE = late(r"^\s*(?:- +)?[^\W\d][\w-]*:(?=[^\s/])")


def syntax(error: Any, text: str) -> Refusal:
    """Turn what libyaml says into the place and the sentence that help a person."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start: Any = getattr(error, "context_mark", None) or mark
    if mark is None:  # the reader's own complaint; in_raw_text should have found it before
        return (
            "WIQ005",
            at(1, 1),
            "Die Datei enthält Zeichen, die ich nicht lesen kann.",
            "Speichere sie als Text in UTF-8.",
        )
    numbers = {number for number in (mark.line, mark.line - 1, start.line) if number >= 0}
    lines = text.split("\n")
    if found := _blank_missing_or_wrong(lines, sorted(numbers, reverse=True)) or _told_by_lines(lines, mark, problem):
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
    return at(line + 1, column + 1)


def _blank_missing_or_wrong(lines: list[str], numbers: list[int]) -> Refusal | None:
    """Find the commonest slips in the lines around a fault: a blank that is missing, or is none."""
    for number in numbers:
        line = lines[number] if number < len(lines) else ""
        if CONFLICT.match(line):
            return conflict(at(number + 1, 1, 7))
        if match := HARD_BLANK.search(line):
            return (
                "WIQ007",
                at(number + 1, match.start(1) + 1),
                "Hier steht ein geschütztes Leerzeichen.",
                "Lösch es und tipp das Leerzeichen neu.",
            )
    if found := _too_far(lines, numbers[0]):
        return found
    for number in numbers:
        line = lines[number] if number < len(lines) else ""
        for pattern, message, remedy in SLIPS:
            if match := pattern.match(line):
                return "WIQ007", at(number + 1, match.end() + (match.end() == 0)), message, remedy
    return None


def _told_by_lines(lines: list[str], mark: Any, problem: str) -> Refusal | None:
    """Find what only the lines together tell, or what libyaml gave up on."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    if line[: mark.column].rstrip().endswith(("'", '"')) and "expected" in problem:
        return "WIQ007", at(mark.line + 1, mark.column + 1), *BEHIND_QUOTE
    before = lines[mark.line - 1] if mark.line else ""
    if ":" not in line and "expected" in problem and (match := CUT_OFF.match(before)):
        return "WIQ007", at(mark.line, match.end() + 1), *CUT_OFF_WORDS
    if "mapping values" in problem and (first := _without_colon(lines, mark.line)) is not None:
        return "WIQ007", at(first + 1, len(lines[first]) - len(lines[first].lstrip()) + 1), *NO_COLON
    if "expected key" in problem or "expected '-'" in problem or "expected <block end>" in problem:
        return _between_levels(lines, mark.line)
    return None


def _without_colon(lines: list[str], number: int) -> int | None:
    """Give the first of the lines directly above that have no colon and are indented like this one."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    found = None
    for above in range(number - 1, -1, -1):
        line = lines[above].rstrip()
        if not line or line.lstrip().startswith("#"):
            continue
        if (
            ":" in line
            or len(line) - len(line.lstrip()) != indent
            or line.lstrip().startswith(("-", "'", '"', "[", "{"))
        ):
            break
        found = above
    return found


def _between_levels(lines: list[str], number: int) -> Refusal | None:
    """Find a key that is indented like none of those above it, and say how far it may be."""
    here = ENTRY.match(lines[number]) if number < len(lines) else None
    if not here or "-" in here[1]:
        return None
    levels: list[int] = []
    for above in range(number - 1, -1, -1):
        match = ENTRY.match(lines[above])
        if match and (not levels or len(match[1]) < levels[-1]):
            levels.append(len(match[1]))
    column = len(here[1])
    if not levels or column in levels:
        return None
    distance = min(abs(level - column) for level in levels)
    near = [f"{level} Leerzeichen" if level else "gar nicht" for level in levels if abs(level - column) == distance]
    remedy = f"Rück sie so ein wie die Zeilen, zu denen sie gehört: {' oder '.join(near)}."
    return "WIQ007", at(number + 1, column + 1), "Diese Zeile ist anders eingerückt als alle darüber.", remedy


def _too_far(lines: list[str], number: int) -> Refusal | None:
    """Find a key that is indented below one that already has its value."""
    here = ENTRY.match(lines[number]) if number < len(lines) else None
    above = ENTRY_WITH_VALUE.match(lines[number - 1]) if number else None
    if not here or not above or len(here[1]) <= len(above[1]):
        return None
    opened = ENTRY.match(lines[number - 2]) if number > 1 else None
    if opened and opened[1] == above[1] and lines[number - 2].rstrip().endswith(":"):
        message, remedy = "Diese Zeile ist zu wenig eingerückt.", "Rück sie genau so weit ein wie die Zeile darunter."
        return "WIQ007", at(number, len(above[1]) + 1), message, remedy
    message = "Diese Zeile ist zu weit eingerückt."
    return "WIQ007", at(number + 1, len(here[1]) + 1), message, "Rück sie genau so weit ein wie die Zeile darüber."


CUT_OFF = late(r"^[^'\"#]*\s(?=#[^\s#!])")
CUT_OFF_WORDS = ("Ab „#“ ist der Rest der Zeile für YAML ein Kommentar.", QUOTE)
BEHIND_QUOTE = (
    "Hinter dem schließenden Anführungszeichen geht der Text weiter.",
    "Setz den ganzen Text in Anführungszeichen. Stehen welche im Text, dann nimm außen die anderen: '…' oder \"…\".",
)
NO_COLON = (
    "In dieser Zeile fehlt der Doppelpunkt.",
    "Schreib „wort: wert“. Geht der Text der vorigen Zeile hier weiter, rück die Zeile ein.",
)
ENTRY = late(r"^([ -]*)[^\W\d][\w-]*:(?: |$)")
ENTRY_WITH_VALUE = late(r"^([ -]*)[^\W\d][\w-]*: +[^\s#|>]")
HARD_BLANK = late(r"(?:^[ -]*|:)(\u00a0)")
SLIPS = (
    (
        KEY_WITHOUT_SPACE,
        "Hinter dem Doppelpunkt fehlt ein Leerzeichen.",
        "Schreib nach dem Doppelpunkt ein Leerzeichen und dann den Wert.",
    ),
    (
        late(r"^\s*-(?=[^\s-])"),
        "Hinter dem Strich fehlt ein Leerzeichen.",
        "Schreib nach dem Strich ein Leerzeichen und dann den Eintrag.",
    ),
    (
        late(r"^\s*[*–—•·▪‣](?=\s)"),
        "Eine Liste fängt in jeder Zeile mit „- “ an, nicht mit diesem Zeichen.",
        "Ersetz es durch einen kurzen Strich und ein Leerzeichen.",
    ),
    (
        late(r"^>(?= ?[\w-]+:| ?- )"),
        "Vor dieser Zeile steht „>“ wie in einer E-Mail.",
        "Lösch „> “ am Anfang der Zeile.",
    ),
    (
        late(r"^\s*(?:- +)?(?:[\w-]+: +)?[„“”»«](?=[^\"']*: )"),
        "„…“ sind für YAML keine Anführungszeichen. Darum stört der Doppelpunkt im Text.",
        QUOTE,
    ),
    (late(r"^[^'\"#]*\s#(?=[^\s#!][^#]*[:,\]}])"), *CUT_OFF_WORDS),
    (
        late(r"^\s*(?:- +)?(?:[\w-]+: +)?[\[{](?=[^\]}]*[\]}]\s*[^\s,#\]}])"),
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
    ("scanning an alias", True, "Ein „*“ am Anfang hat in YAML eine Sonderbedeutung.", QUOTE),
    ("scanning an anchor", False, "Ein „&“ am Anfang hat in YAML eine Sonderbedeutung.", QUOTE),
    ("tag", False, "Ein „!“ am Anfang hat in YAML eine Sonderbedeutung.", QUOTE),
    ("cannot start any token", False, "Mit diesem Zeichen darf ein Text nicht anfangen.", QUOTE),
    (
        "scanning a block scalar",
        False,
        "Hinter „|“ oder „>“ darf in derselben Zeile nichts stehen.",
        f"Gehört das Zeichen zum Text? {QUOTE} Sonst schreib den Text in die nächste Zeile, zwei Leerzeichen eingerückt.",
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
    ("expected ':'", True, *NO_COLON),
    ("mapping keys", False, "Ein „?“ am Anfang hat in YAML eine Sonderbedeutung.", QUOTE),
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
