"""Which parts of a page are worth the whole search: everything but lines of plain words that belong to nobody.

What a template repeats is looked at once. A line passes only where all ways of reading it are the same: words of plain
letters, no escapes, no odd characters, no letters beside digits, no tag inside a word, nothing spaced out.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import numberwords, shapes
from wiq_cli.scan.escapes import CONCATENATED, decoded
from wiq_cli.scan.folding import words
from wiq_cli.scan.hashes import RUN
from wiq_cli.scan.markup import HIDDEN, INLINE, TAG_NAME
from wiq_cli.scan.spellings import BACKSLASH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from wiq_cli.scan.hashes import Hashes
    from wiq_cli.scan.lexicon import Lexicon, Value

TAG = re.compile(r"(<!--(?:(?!-->)[^\n])*-->|<[a-zA-Z/!][^<>\n]*>)")
VALUE = re.compile(r"[^\s=<>]+(?=[\s=>])|\"[^\"]*\"|'[^']*'")
CODED = (
    b"at \xe4t aet dot punkt klammeraffe affenschwanz http https www meet zoom whereby signal id microsoft live code "
    b"passwort"
).split()
"""What makes an address or a link of the words around it."""
CODED_WITHIN = (
    b"meeting", b"besprechung", b"zoom", b"webinar", b"konferenz", b"webex", b"kenncode", b"passcode", b"jitsi", b"bbb", b"bigbluebutton", b"discord", b"whatsapp",
    b"gotomeet", b"t.me/", b"/b/", b"/rooms/", b"teamsid", b"teamsnr", b"teamsnummer", b"teamsraum",
)  # fmt: skip
"""The same, wherever in a word."""
NUMBER_WORDS = (
    b"null zwei zwo drei vier f\xfcnf fuenf sechs sieb acht neun zero three four five seven eight nine".split()
)
FEW_NUMBERS = 2
CODES = re.compile(r"\d{2,5}(?:[\s,;:-]{1,5}(?:\d{2,5}|[a-f]{2}(?![^\W_]))){3}|\d{16}", re.IGNORECASE)
TIME = re.compile(
    r"(?<![\w.,:+/(-])(?:\d\d?\.\d\d?\.(?:19|20|21)\d\d|(?:19|20|21)\d\d-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?|\d\d?:\d\d)(?![\w:/-]|\.\d)"
)
"""Days and times that ``shapes.NO_PHONE`` takes out as well."""
NEAR = 4  # lines that a name and a role, or the halves of a name, can be apart
OVER_LINES = ("join(", "\r", "BEGIN:V")
OUR_SIGNS = ("○", "✓")
CHARSET = "cp1252"
PLAIN_BEYOND_ASCII = frozenset("\xa0–—„“”‚…·€‘’")


def _tables() -> tuple[bytes, bytes]:
    """Give what every byte is like, and what it is to a search for words: a small letter, a digit, an end of line, or a blank."""
    kinds = {" ": " \t\x0b\x0c\xa0", "~": "*_~`", "!": "&\\=@<>$", "^": "\x1f", "-": "-", "\n": "\n"}
    known = {sign: kind for kind, signs in kinds.items() for sign in signs}
    shape, folded = bytearray(), bytearray()
    for number in range(256):
        sign = bytes([number]).decode(CHARSET, "replace")
        letter = sign.isalpha() and sign not in "ªºµ"
        small = sign.lower().encode(CHARSET, "replace") if letter else b""
        if sign in known:
            kind = known[sign]
        elif letter:
            kind = "A" if sign.isupper() else "a"
        elif sign.isascii() or sign in PLAIN_BEYOND_ASCII:
            kind = "0" if sign.isdigit() else "."
        else:
            kind = "!"
        shape.append(ord(kind))
        folded.append(small[0] if small else number if sign == "\n" or kind == "0" else 32)
    return bytes(shape), bytes(folded)


SHAPE, WORDS = _tables()
ODD = re.compile(rb"!|aA|[aA]0|0[aA]|AAa|[aA0]~|[aA]-(?: +[aA]|\Z)|A{16}|[aA0]\^+[aA0]")
HINTS = (b"aA", b"AAa", b"A" * 16)
HINTS_ANY_CASE = (b"!", b"a0", b"0a", b"a~", b"0~", b"a- ", b"a-\n", b"a^a", b"a^0", b"0^a", b"0^0")
"""One of these stands in whatever ``ODD`` finds; looking for them is faster."""
INITIALS = re.compile(rb"(?<![aA0])A\.[ -]{0,2}A\.")
INITIALS_HINTS = (b"A.A.", b"A. A.", b"A.-A.", b"A. -A.")
GLUABLE = bytes(45 if number == 45 else WORDS[number] for number in range(256))  # noqa: PLR2004  # a hyphen
FEWEST_DIGITS = 5
HASH_DIGITS = b"0" * 8
ONE_KIND = bytes.maketrans(b"A0-.~^\n", b"aa     ")


class Known(NamedTuple):
    """The numbers of a network, and what is public of its numbers and addresses."""

    numbers: set[str]
    local_numbers: set[str]
    public_numbers: set[str]
    public_emails: set[str]


class Screen:
    """Looks over texts for one set of values, and remembers the lines in which there is nothing for anybody."""

    def __init__(
        self, lexicon: Lexicon, known: Known, anchors: Iterable[str], hashes: Hashes, *, anywhere: bool = False
    ) -> None:
        self._lexicon = lexicon
        self._known = known
        self._hashes = hashes
        self._anywhere = anywhere
        self._always = {one.encode(CHARSET, "replace") for one in anchors} | set(CODED)
        self._values: dict[bytes, list[Value]] = {}  # by words met so far
        self._somebodys: set[bytes] = set()  # those that can belong to a value
        self._nobodys: set[bytes] = set()  # all others
        self._plain: dict[str, set[str]] = {}
        self._once: set[int] = set()  # lines seen before, by their hash: only such are worth remembering
        self._tags: dict[str, str] = {}
        self._regions: set[tuple[str, str]] = set()
        self._runs: set[str] = set()  # of digits, that are no known number

    def regions(self, text: str, name: str, team: str | None, touches: Callable[[str, str], bool]) -> list[str]:
        """Give the parts of a text that need the whole search. ``touches``: whether one holds anything for any team."""
        if any(one in text for one in OVER_LINES):
            return [text]
        lines = text.split("\n")
        plain = self._plain.setdefault(name, set())
        new = [number for number, line in enumerate(lines) if line not in plain]
        if not new:
            return []
        source = "\n".join([lines[number] for number in new])
        bare = self._bare(source, name, touches)
        if bare is None:
            return [text]
        look = _look(bare)
        if look.shape.count(b"\n") != len(new) - 1 or CONCATENATED.search(source) or self._is_whole(look):
            return [text]
        words = self._words_of_values(look)
        odd = _lines_with(ODD, look.shape) if _is_odd(look.shape) else set()
        named = self._named(look, words, team)
        again = {place for place, number in enumerate(new) if hash(lines[number]) in self._once}
        plain.update([lines[new[place]] for place in again - odd - named - _held(look, words, again)])
        self._once.update([hash(lines[number]) for number in new])
        return [
            *_windows(lines, (new[place] for place in named), NEAR),
            *(one for one in _windows(lines, (new[place] for place in odd), 1) if self._is_new(one, name, touches)),
        ]

    def _is_whole(self, look: Look) -> bool:
        """Whether something here can go over any number of lines."""
        return _is_spaced_out(look.shape) or self._has_numbers(look) or _is_dictated(look)

    def _is_new(self, region: str, name: str, touches: Callable[[str, str], bool]) -> bool:
        """Whether a region is not yet known to hold nothing for anybody."""
        if (name, region) in self._regions:
            return False
        if touches(region, name):
            return True
        self._regions.add((name, region))
        return False

    def _bare(self, text: str, name: str, touches: Callable[[str, str], bool]) -> str | None:
        """Give the text without its tags; one that a word could hide in leaves a mark, and so does one worth a look.

        None where tags go over several lines, or nobody knows where they end.
        """
        if name.endswith(".md"):
            text = BACKSLASH.sub(r"\1", text)
        if "@" in text:
            for start, end in reversed(list(shapes.email_spans(text))):
                text = text[:start] + self._without_domain(text[start:end]) + text[end:]
        if "<" in text:
            pieces = TAG.split(text)
            marks = self._tags
            for tag in set(pieces[1::2]):
                if tag not in marks:
                    marks[tag] = self._mark(tag, name, touches)
            pieces[1::2] = [marks[tag] for tag in pieces[1::2]]
            text = "".join(pieces)
            if "<" in text:
                return None
        return decoded(text)

    def _without_domain(self, address: str) -> str:
        """Leave of a public address the part that may be called after somebody."""
        scheme, colon, rest = address.casefold().rpartition("mailto:")
        return scheme + colon + rest.partition("@")[0] if rest in self._known.public_emails else address

    def _mark(self, tag: str, name: str, touches: Callable[[str, str], bool]) -> str:
        match = TAG_NAME.match(tag)
        inline = match is None or match[1].lower() in INLINE or HIDDEN.search(tag)
        said = tag[4:-3] if tag.startswith("<!--") else " ".join(VALUE.findall(tag))
        if not self._is_plain(said) and touches(tag, name):
            return "="
        return "\x1f" if inline else " "

    def _is_plain(self, text: str) -> bool:
        """Whether what stands in a tag is plain words, and none of them part of a value."""
        look = _look(decoded(text))
        if _is_odd(look.shape) or self._is_whole(look) or any(one in look.shape for one in INITIALS_HINTS):
            return False
        small = look.data.lower()
        return not self._words_of_values(look) and not any(one in small for one in (*NUMBER_WORDS, *CODED_WITHIN))

    def _has_numbers(self, look: Look) -> bool:
        if look.shape.count(b"0") < FEWEST_DIGITS:
            return False
        lines = zip(look.text.split("\n"), look.shape.split(b"\n"), strict=True)
        text = "\n".join([line for line, form in lines if b"0" in form]).replace("\x1f", "")
        if self._has_known_numbers(text):
            return True
        text = TIME.sub("x", text)
        if any(one not in self._known.public_numbers for one in shapes.phones(text)) or CODES.search(text):
            return True
        return HASH_DIGITS in look.shape and any(self._hashes.find(match[0]) for match in RUN.finditer(text))

    def _has_known_numbers(self, text: str) -> bool:
        for run in set(shapes.DIGITS.findall(text)) - self._runs:
            groups = shapes.GROUP.findall(run)
            known = (self._known.numbers, self._known.local_numbers)
            if any(True for numbers in known for _ in shapes.known_numbers(numbers, groups)):
                return True
            self._runs.add(run)
        return False

    def _named(self, look: Look, words: AbstractSet[bytes], team: str | None) -> set[int]:
        """Give the lines with a word that can be part of a value for this team."""
        small = look.data.lower()
        named = {line for letters in CODED_WITHIN if letters in small for line in _places(small, letters)}
        if any(one in look.shape for one in INITIALS_HINTS):
            named |= _lines_with(INITIALS, look.shape)
        mine = {word for word in words if self._counts(word, team)}
        for low in (look.low, look.glued) if mine else ():
            named.update([number for number, line in enumerate(low.split(b"\n")) if not mine.isdisjoint(line.split())])
        return named

    def _words_of_values(self, look: Look) -> set[bytes]:
        """Give the words that can be part of a value for anybody."""
        every = {*look.low.split(), *look.glued.split()}
        known = every - self._nobodys
        for word in known - self._somebodys:
            values = [value for form in words(word.decode(CHARSET)) for one in form for value in self._lexicon.of(one)]
            if values or word in self._always:
                self._values[word] = values
                self._somebodys.add(word)
            else:
                self._nobodys.add(word)
        return known & self._somebodys

    def _counts(self, word: bytes, team: str | None) -> bool:
        if word in self._always or self._anywhere:
            return True
        return any(one.whole or one.team is None or one.team == team for one in self._values[word])


class Look(NamedTuple):
    """A text without its tags, in one byte for each letter: as it is, what each byte is like, and its words."""

    text: str
    data: bytes
    shape: bytes
    low: bytes
    glued: bytes  # words with hyphens, without them


def _look(text: str) -> Look:
    """Look at a text; a sign beyond the usual ones becomes several odd ones."""
    bare = text
    if not text.isascii():
        for sign in OUR_SIGNS:
            bare = bare.replace(sign, " ")
    data = bare.encode(CHARSET, "xmlcharrefreplace")
    shape = data.translate(SHAPE)
    while b"^^" in shape:
        shape = shape.replace(b"^^", b"^")
    low = data.translate(WORDS)
    return Look(text, data, shape, low, _glued(data) if b"-" in data else b"")


def _glued(data: bytes) -> bytes:
    """Give the words with hyphens without them, each in its line."""
    pieces = data.translate(GLUABLE).split(b"-")
    if not any(one[-1:].strip() and two[:1].strip() for one, two in pairwise(pieces)):
        return b""
    return b"".join(pieces)


def _is_odd(shape: bytes) -> bool:
    """Whether something in a text can be read in more than one way."""
    small = shape.lower()
    return any(one in shape for one in HINTS) or any(one in small for one in HINTS_ANY_CASE) or small.endswith(b"a-")


def _is_spaced_out(shape: bytes) -> bool:
    """Whether four letters or digits in a row stand alone."""
    singles = b" " + shape.translate(ONE_KIND)
    while b"  " in singles:
        singles = singles.replace(b"  ", b" ")
    return b" a a a a" in singles


def _is_dictated(look: Look) -> bool:
    """Whether a number is written in words."""
    if sum(map(look.low.count, NUMBER_WORDS)) < FEW_NUMBERS:
        return False
    spoken = {number for word in NUMBER_WORDS for number in _places(look.low, word)}
    return any(True for part in _windows(look.text.split("\n"), spoken, 1) for _ in numberwords.digits(part))


def _held(look: Look, words: AbstractSet[bytes], lines: Iterable[int]) -> set[int]:
    """Give those lines that may be part of a value: for somebody, or with the lines around them."""
    low, glued, shape = (one.split(b"\n") for one in (look.low, look.glued, look.shape))
    held = set()
    for number in lines:
        written = low[number].split()
        if (
            not words.isdisjoint(written)
            or b"0" in shape[number]
            or any(len(word) == 1 for word in written)
            or any(word in low[number] for word in NUMBER_WORDS)
            or (len(glued) > 1 and not words.isdisjoint(glued[number].split()))
        ):
            held.add(number)
    return held


def _places(data: bytes, letters: bytes) -> Iterator[int]:
    """Give the numbers of the lines in which these letters stand."""
    at, line, counted = data.find(letters), 0, 0
    while at >= 0:
        line += data.count(b"\n", counted, at)
        yield line
        counted = data.find(b"\n", at)
        at = data.find(letters, counted) if counted >= 0 else -1


def _lines_with(pattern: re.Pattern[bytes], shape: bytes) -> set[int]:
    return {number for number, line in enumerate(shape.split(b"\n")) if pattern.search(line)}


def _windows(lines: list[str], numbers: Iterable[int], near: int) -> list[str]:
    """Give the lines with so many around them; those that touch are one piece."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        first, behind = max(0, number - near), min(len(lines), number + near + 1)
        if found and first <= found[-1][1]:
            found[-1][1] = behind
        else:
            found.append([first, behind])
    return ["\n".join(lines[first:behind]) for first, behind in found]
