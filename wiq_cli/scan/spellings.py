"""Ways of writing a word that only a reader puts together again: divided, spaced out, run together, with digits for letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.late import late
from wiq_cli.scan import markup, numberwords, scripts, shapes
from wiq_cli.scan.escapes import APART, some_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wiq_cli.scan.types import Span

LOWER, UPPER = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
HYPHENATED = late(rf"(?<![^\W\d_])([^\W\d_]+)[-‐‑]\s+([{LOWER}][^\W\d_]*)")  # hyphens
JOINED = r"\1\2"
DIVIDED = late(r"[-‐‑](?<=[^\W\d_].)\s")  # hyphens
HUMPED = late(rf"(?<![^\W_])[^\W_]*?(?:[{LOWER}][{UPPER}]|[^\W\d_]\d|\d[^\W\d_])[^\W_]*")
BORDER = late(rf"(?<=[{LOWER}])(?=[{UPPER}])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
HASH = late(r"[0-9a-f]{16,}", re.IGNORECASE)
EMPHASIS = late(r"[*~`]+|(?<!\w)_+|_+(?!\w)")
EMPHASIZED = late(r"\w[*_~`]{1,3}\w")
STRONG = late(r"[*~`_]+")
GAP = r"[\s.,\-_·•|/*~+:;–—]"  # dashes
SPACED = late(rf"(?<![^\W_])[^\W_](?:{GAP}{{1,3}}[^\W_](?![^\W_])){{3,}}")
SPACED_ADDRESS = late(
    r"(?<!\S)\S(?:[ \t]\S){5,}(?!\S)|(?<!\S)\S(?:[ \t]\S)*[ \t]+\(?at\)?[ \t]+\S(?:[ \t]\S)+(?![^\W_])"
)
ADDRESS_GAP = late(r"(?<=\S)[ \t](?=\S(?:[ \t]|$))|(?<=[.@])[ \t]|[ \t](?=[.@])")
BLANKS = late(r"[ \t]{2,}")
WIDE_GAP = late(rf"{GAP}{{2,}}")
GAPS = late(rf"{GAP}+")
MIDDLE = late(rf" (?<=[^\W\d_] )[{UPPER}]\.(?= [^\W\d_])")
BESIDE_LETTERS = late(r"\d(?:(?<=[^\W\d_].)|(?=[^\W\d_]))|\$")  # a digit; most texts have none, and this is soon said
WITH_DIGITS = late(r"(?<![^\W_])(?:[^\W\d_]+[013457$8]+[^\W\d_]*|(?<!\$)[013457$8]+[^\W\d_]{3,})(?![^\W_])")
AS_LETTERS = str.maketrans("013457$8", "oieastsb")
WITH_LETTERS = late(r"(?<![^\W_])(?:[OoIlSBZ]+\d|\d+[OoIlSBZ])[\dOoIlSBZ]*(?![^\W_])")
AS_DIGITS = str.maketrans("OoIlSBZ", "0011582")
FOLDED_FILES = (".ics", ".vcf", ".eml")
FOLDED = late(r"\r?\n[ \t]")
HYPHENED = late(r"[-‐‑](?<=[^\W\d_]{3}.)(?=[^\W\d_]{3})")  # hyphens
TAG = late(r"<[a-z][^<>]*>", re.IGNORECASE)
VALUES = late(r"=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)')")
TOLD = late(
    r"(?<=\d)[\s,;:–-]*(?:(?:und|dann|danach|weiter|mit|die|der|nummer|anschluss|durchwahl)[\s,;:–-]+){1,4}(?=\d)",
    re.IGNORECASE,
)
DOTTED = late(r"(?<=\w) [.] (?=\w)")
AREA_CODE = "vorwahl"
AROUND, FEW = 60, 2
BETWEEN = f"\n{APART}\n"  # or the last word of one piece would seem to stand beside the first of the next
CUT_BEFORE, CUT_BEHIND = late(r"\A\S*\s"), late(r"\s\S*\Z")


def spellings(text: str, name: str) -> Iterator[str]:
    """Give what a reader may make of a text, or of its parts that ask for it."""
    if has_emphasis(name):
        yield EMPHASIS.sub("", text)
    if is_folded(text, name):
        yield FOLDED.sub("", text)
    yield _unhyphenated(text)
    yield _humps(text)
    yield from _spaced(shapes.without_drawings(text))
    if MIDDLE.search(text):
        yield _lines(text, MIDDLE, lambda line: MIDDLE.sub("", line))
    if scripts.FOREIGN.search(text):
        # what stands between tags is read again without them
        foreign = "\n".join(markup.MARKED_UP.findall(text)) or text
        yield _lines(foreign, scripts.FOREIGN, scripts.latin_looks)
        yield _lines(foreign, scripts.FOREIGN, lambda line: "\n".join(sorted(scripts.in_latin(line))))
    if " . " in text and DOTTED.search(text):
        yield _lines(text, DOTTED, lambda line: DOTTED.sub(".", line))
    yield BETWEEN.join(numberwords.digits(text))


def has_emphasis(name: str) -> bool:
    """Whether stars and underscores mean something: in Markdown, and a text of the sources may hold that too."""
    return not name or name.endswith(".md")


def is_folded(text: str, name: str) -> bool:
    """Whether a blank at the beginning of a line says that it goes on with the one before."""
    return ("\n " in text or "\n\t" in text) and (name.endswith(FOLDED_FILES) or "BEGIN:V" in text)


def guesses(text: str) -> Iterator[str]:
    """Give what a text may mean without the signs inside its words, or with digits for letters. Only what is known counts there."""
    if EMPHASIZED.search(text):
        yield _lines(text, EMPHASIZED, lambda line: STRONG.sub("", line))
    if HYPHENED.search(text):
        yield _lines(text, HYPHENED, lambda line: HYPHENED.sub("", line))
    beside = BESIDE_LETTERS.search(text)
    if beside and WITH_DIGITS.search(text):
        yield _lines(text, WITH_DIGITS, lambda line: WITH_DIGITS.sub(lambda one: one[0].translate(AS_LETTERS), line))
    if beside and WITH_LETTERS.search(text):
        yield _lines(text, WITH_LETTERS, lambda line: WITH_LETTERS.sub(lambda one: one[0].translate(AS_DIGITS), line))
    if AREA_CODE in text.casefold() and TOLD.search(text):
        yield _lines(text, TOLD, lambda line: TOLD.sub(" ", line))
    if "<" in text:
        yield from _attributes(text)


def _attributes(text: str) -> Iterator[str]:
    """Give what stands in each tag, told once, in one row, and turned round: ``data-user``, ``data-host`` and ``data-ending`` are an address."""
    rows = [[one or two for one, two in VALUES.findall(tag)] for tag in dict.fromkeys(TAG.findall(text))]
    rows = [row for row in rows if len(row) > 1]
    if rows:
        yield "\n".join(" ".join(row) for row in rows)
        yield "\n".join(" ".join(reversed(row)) for row in rows)


def _lines(text: str, pattern: re.Pattern[str], change: Callable[[str], str]) -> str:
    return "\n".join(map(change, some_lines(text, pattern.search).split("\n")))


def _unhyphenated(text: str) -> str:
    """Join words that were divided at the end of a line, with the words around them: half an address would be something else.

    Where many stand close together all are joined at once: with what is around each, they would be many times the text.
    """
    found = []
    for row in _rows(HYPHENATED.finditer(text)) if DIVIDED.search(text) else ():
        for start, end in row if len(row) <= FEW else [(row[0][0], row[-1][1])]:
            first, behind = max(0, start - AROUND), end + AROUND
            before, after = text[first:start], text[end:behind]
            before = CUT_BEFORE.sub("", before) if first else before
            after = CUT_BEHIND.sub("", after) if behind < len(text) else after
            found.append(f"{before}{HYPHENATED.sub(JOINED, text[start:end])}{after}")
    return BETWEEN.join(found)


def _rows(matches: Iterable[re.Match[str]]) -> list[list[Span]]:
    """Say where the matches stand; those whose surroundings touch are one row."""
    rows: list[list[Span]] = []
    for start, end in (match.span() for match in matches):
        if rows and start - rows[-1][-1][1] <= 2 * AROUND:
            rows[-1].append((start, end))
        else:
            rows.append([(start, end)])
    return rows


def _humps(text: str) -> str:
    """Take ``#SommerFest2026`` apart; with hyphens, so that a street named so is still one."""
    return BORDER.sub("-", BETWEEN.join(one for one in HUMPED.findall(text) if not HASH.fullmatch(one)))


def _spaced(text: str) -> Iterator[str]:
    """Put letters together that stand alone; a wider gap is one between words."""
    words = []
    for match in SPACED.finditer(text):
        narrow = next(iter(GAPS.findall(match[0])))
        words.append(GAPS.sub("", match[0]))
        if WIDE_GAP.search(match[0]):
            words.append(GAPS.sub(lambda gap: "" if gap[0] == narrow else " ", match[0]))  # noqa: B023  # used at once
    yield "\n".join(words)
    yield BETWEEN.join(ADDRESS_GAP.sub("", match[0]) for match in SPACED_ADDRESS.finditer(text))
    if BLANKS.search(text):  # on a page a wide gap is none
        glued = (ADDRESS_GAP.sub("", match[0]) for match in SPACED_ADDRESS.finditer(BLANKS.sub(" ", text)))
        yield BETWEEN.join(one for one in glued if "@" in one or "/" in one)  # days and numbers are no addresses
