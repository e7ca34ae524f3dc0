"""How long a text may be, and how much a file may hold: the reader of the files says it, and the command line before anything comes into one."""

from __future__ import annotations

from wiq_cli.domain.late import late

LETTERS_MAX = 20_000  # of one text: some ten pages
SHORTER = "Kürz ihn, oder leg das Ganze als Dokument ab und schreib hier den Link hin."
WEIGHT_MAX, ENTRY = 16 * 1024, 10
"""What a file may weigh, and what each of its entries does, whatever it says. It bounds how long a search takes: for private
values in plain words it is short; numbers, links and signs can be read in many ways, and a page has tags around each entry.
A file of no more letters need not be weighed.
"""
NUMBER_WORDS = (
    "null", "zwei", "zwo", "drei", "vier", "fünf", "fuenf", "sechs", "sieb", "acht", "neun", "zero", "three", "four", "five", "seven", "eight", "nine",
)  # fmt: skip
"""They ask for a look at the row they stand in: it may be a telephone number."""
SIGN_WORDS = (
    "at", "ät", "aet", "dot", "punkt", "klammeraffe", "affenschwanz", "meet", "zoom", "whereby", "signal", "id", "microsoft", "live",
)  # fmt: skip
"""They ask for a look at the words around them: these may be an address or a link."""
_LETTER = "a-zß-öø-ÿĀ-ɏḀ-ỿ"
_MEANING = f"{'|'.join(NUMBER_WORDS)}|(?:{'|'.join(SIGN_WORDS)})\\b"
PLAIN = late(rf"(?<!\S)[(„“»‚]?(?!(?i:{_MEANING}))[A-ZÀ-ÖØ-Þ{_LETTER}][{_LETTER}]+[)“”«‘]?[.,;:!?…]?(?!\S)|\s+")
DAY = late(r"(?<!\S)(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{1,2}:[0-9]{2})(?!\S)")
SHORT = "000"  # what a day or an hour weighs: it is soon seen to be one


def too_long(text: str) -> str:
    """Say that a text has too many letters; empty where it has not."""
    if len(text) <= LETTERS_MAX:
        return ""
    from wiq_cli.domain.zahl import zahl  # noqa: PLC0415  # start-up: hardly any text is

    return f"Dieser Text hat {zahl(len(text))} Zeichen. Höchstens {zahl(LETTERS_MAX)} passen hinein."


def weight(text: str) -> int:
    """Say what a text weighs: all of its letters that are not in plain words; words for numbers and signs are none."""
    return ENTRY + len(PLAIN.sub("", DAY.sub(SHORT, text)))
