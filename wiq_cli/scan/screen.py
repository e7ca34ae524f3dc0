"""Which parts of a page are worth the whole search: everything but lines of plain words among which no value has its longest word.

What a template repeats is looked at once. A line passes only where all ways of reading it are the same: words of plain
letters, no escapes, no odd characters, no letters beside digits, no tag inside a word, nothing spaced out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.scan import hashes, numberwords, shapes
from wiq_cli.scan.escapes import decoded
from wiq_cli.scan.markup import INLINE, TAG_NAME
from wiq_cli.scan.spellings import BACKSLASH
from wiq_cli.scan.wordnames import SURNAME_FOLLOWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wiq_cli.scan.needles import Needle, Needles

TAG = re.compile(r"<!--(?:(?!-->)[^\n])*-->|<[a-z/!][^<>\n]*>", re.IGNORECASE)
VALUE = re.compile(r"[^\s=<>]+(?=[\s=>])|\"[^\"]*\"|'[^']*'")
SIGNS = ("–", "—", "„", "“", "”", "‚", "…", "·", "✓", "○", "€", "\xa0")
UMLAUTS = (
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("Ä", "Ae"),
    ("Ö", "Oe"),
    ("Ü", "Ue"),
    ("’", "'"),
    ("‘", "'"),
)
FOLDS = ((b"ae", b"a"), (b"oe", b"o"), (b"ue", b"u"))
CODED = (
    b"at aet dot punkt klammeraffe affenschwanz http https www meet zoom jitsi bbb whatsapp discord webex whereby signal konferenz bigbluebutton "
    b"gotomeet gotomeeting kenncode passcode passwort id microsoft live"
).split()
"""What makes an address or a link of the words around it."""
NUMBER_WORDS = b"null zwei zwo drei vier funf sechs sieb acht neun zero three four five seven eight nine".split()
FEW_NUMBERS = 2
CODES = re.compile(r"(?:(?:0x)?[\da-f]{2,5}[,;\s]\s{0,3}){5}|\d{16}", re.IGNORECASE)
NEAR = 4  # lines that a name and a role, or the halves of a name, can be apart
CONCATENATED = ("'+", '"+', "' +", '" +', "'.", "join(", "\r", "BEGIN:V")


def _table() -> bytes:
    kinds = {" ": " \t\x0b\x0c", "~": "*_~`", "!": "&\\=@<>", "^": "\x1f", "-": "-", "\n": "\n"}
    classes = bytearray(b"." * 128 + b"!" * 128)  # everything behind ASCII that is left is odd
    for number in range(128):
        sign = chr(number)
        kind = "A" if sign.isupper() else "a" if sign.islower() else "0" if sign.isdigit() else "."
        classes[number] = ord(next((one for one, signs in kinds.items() if sign in signs), kind))
    return bytes(classes)


SHAPE = _table()
WORDS = bytes(one if one > 127 or one == 10 or chr(one).isalnum() else 32 for one in range(256))  # noqa: PLR2004  # ASCII, line end
ODD = re.compile(rb"!|aA|[aA]0|0[aA]|AAa|[aA0]~|[aA]-(?: +[aA]|\Z)|A{16}|[aA]\^+[aA]|0\^+0")
HINTS = (
    b"!", b"aA", b"a0", b"A0", b"0a", b"0A", b"AAa", b"a~", b"A~", b"0~", b"a- ", b"A- ", b"a-\n", b"A-\n", b"A" * 16, b"a^a", b"a^A", b"A^a", b"A^A", b"0^0",
)  # fmt: skip
"""One of these stands in whatever ``ODD`` finds; looking for them is faster."""
FEWEST_DIGITS = 5
ONE_KIND = bytes.maketrans(b"A0-.~^\n", b"aa     ")


class Screen:
    """Looks over texts for one set of needles; ``touches`` says whether a text holds anything for any team."""

    def __init__(self, needles: Needles, touches: Callable[[str, str], bool]) -> None:
        self._needles = needles
        self._touches = touches
        self._anchors = _anchors(needles)
        self._numbers = needles.numbers | needles.local_numbers
        self._plain: dict[str, set[str]] = {}
        self._tags: dict[str, str] = {}
        self._regions: set[tuple[str, str]] = set()

    def regions(self, text: str, name: str, team: str | None) -> list[str]:
        """Give the parts of a text that need the whole search."""
        if any(one in text for one in CONCATENATED):
            return [text]
        lines = text.split("\n")
        plain = self._plain.setdefault(name, set())
        new = [number for number, line in enumerate(lines) if line not in plain]
        if not new:
            return []
        source = [lines[number] for number in new]
        bare = self._bare("\n".join(source), name)
        data = bare.encode()
        shape = _shape(data)
        if bare.count("\n") != len(new) - 1 or _is_spaced_out(shape) or self._has_numbers(bare, shape):
            return [text]
        odd = set()
        if _is_odd(shape):
            odd = {number for number, line in zip(new, shape.split(b"\n"), strict=True) if ODD.search(line)}
        named, held = self._named(bare, data, new, team)
        plain.update(lines[number] for number in new if number not in odd and number not in held)
        return [*_windows(lines, named, NEAR), *(one for one in _windows(lines, odd, 1) if self._is_new(one, name))]

    def _is_new(self, region: str, name: str) -> bool:
        """Whether a region is not yet known to hold nothing for anybody."""
        if (name, region) in self._regions:
            return False
        if self._touches(region, name):
            return True
        self._regions.add((name, region))
        return False

    def _bare(self, text: str, name: str) -> str:
        """Give the text without its tags; one that a word could hide in leaves a mark, and so does one worth a look."""
        if name.endswith(".md"):
            text = BACKSLASH.sub(r"\1", text)
        for start, end in reversed(list(shapes.email_spans(text))):
            text = text[:start] + self._without_domain(text[start:end]) + text[end:]
        if "<" in text:
            text = TAG.sub(lambda match: self._tags.get(match[0]) or self._mark(match[0], name), text)
            if "<" in text:
                return ""
        return _plain_letters(decoded(text))

    def _without_domain(self, address: str) -> str:
        """Leave of a public address the part that may be called after somebody."""
        scheme, colon, rest = address.casefold().rpartition("mailto:")
        return scheme + colon + rest.partition("@")[0] if rest in self._needles.public_emails else address

    def _mark(self, tag: str, name: str) -> str:
        match = TAG_NAME.match(tag)
        inline = match is None or match[1].lower() in INLINE
        if not self._is_plain(tag[4:-3] if tag.startswith("<!--") else " ".join(VALUE.findall(tag))) and self._touches(
            tag, name
        ):
            mark = "="
        else:
            mark = "\x1f" if inline else " "
        self._tags[tag] = mark
        return mark

    def _is_plain(self, text: str) -> bool:
        """Whether what stands in a tag is plain words, and none of them part of a value."""
        text = _plain_letters(decoded(text))
        data = text.encode()
        shape = _shape(data)
        if _is_odd(shape) or _is_spaced_out(shape) or self._has_numbers(text, shape):
            return False
        low = _short(data.lower())
        words = {*low.translate(WORDS).split(), *low.replace(b"-", b"").translate(WORDS).split()}
        return self._anchors.keys().isdisjoint(words) and not any(one in low for one in NUMBER_WORDS)

    def _has_numbers(self, text: str, shape: bytes) -> bool:
        if shape.count(b"0") < FEWEST_DIGITS:
            return False
        lines = zip(text.split("\n"), shape.split(b"\n"), strict=True)
        text = "\n".join(line for line, form in lines if b"0" in form)
        needles = self._needles
        if any(True for groups in shapes.numbers(text) for _ in shapes.known_numbers(self._numbers, groups)):
            return True
        if any(one not in needles.public_numbers for one in shapes.phones(text)) or CODES.search(text):
            return True
        return any(hashes.found(needles.hashes, match[0]) for match in hashes.RUN.finditer(text))

    def _named(self, bare: str, data: bytes, new: list[int], team: str | None) -> tuple[set[int], set[int]]:
        """Give the lines with a word that can be part of a value for this team, and those with one for any team."""
        low = _short(data.lower())
        words = low.translate(WORDS)
        every = words.split()
        known = self._anchors.keys() & every
        if b"-" in low:
            known |= self._anchors.keys() & low.replace(b"-", b"").translate(WORDS).split()
        counted = sum(map(low.count, NUMBER_WORDS)) >= FEW_NUMBERS
        if not known and not counted:
            return set(), set()
        titled = not TITLES.isdisjoint(every)
        mine = {word for word in known if self._counts(self._anchors[word], team, titled=titled)}
        named, held = set(), set()
        if counted:
            spoken = zip(new, bare.split("\n"), strict=True)
            named |= {number for number, line in spoken if any(True for _ in numberwords.digits(line))}
        if not known:
            return named, named
        glued = low.replace(b"-", b"").translate(WORDS).split(b"\n")
        for number, line, other in zip(new, words.split(b"\n"), glued, strict=True):
            written = {*line.split(), *other.split()}
            if not known.isdisjoint(written):
                held.add(number)
                if not mine.isdisjoint(written):
                    named.add(number)
        return named, held | named

    def _counts(self, needles: list[Needle], team: str | None, *, titled: bool) -> bool:
        return any(one.everywhere or team in one.teams or (titled and one.surname) for one in needles)


TITLES = frozenset(word.encode() for word in SURNAME_FOLLOWS)


def _anchors(needles: Needles) -> dict[bytes, list[Needle]]:
    """Give the longest word of every value, as the screen folds it."""
    from wiq_cli.scan.needles import Needle  # noqa: PLC0415  # needles know their screen

    found: dict[bytes, list[Needle]] = {}
    for key, needle in needles.by_tokens.items():
        found.setdefault(_folded(max(key, key=len)), []).append(needle)
    everywhere = Needle("text", everywhere=True)
    for word in (*map(_folded, needles.texts.anchors), *CODED):
        found.setdefault(word, []).append(everywhere)
    return found


def _folded(word: str) -> bytes:
    return _short(word.encode())


def _short(data: bytes) -> bytes:
    for spelt, short in FOLDS:
        data = data.replace(spelt, short)
    return data


def _plain_letters(text: str) -> str:
    """Write what German texts are made of in ASCII; what is left beyond that is odd."""
    if not text.isascii():
        for sign in SIGNS:
            text = text.replace(sign, " ")
        for letter, spelt in UMLAUTS:
            text = text.replace(letter, spelt)
    return text


def _shape(data: bytes) -> bytes:
    shape = data.translate(SHAPE)
    while b"^^" in shape:
        shape = shape.replace(b"^^", b"^")
    return shape


def _is_odd(shape: bytes) -> bool:
    """Whether something in a text can be read in more than one way."""
    return any(one in shape for one in HINTS)


def _is_spaced_out(shape: bytes) -> bool:
    """Whether four letters or digits in a row stand alone."""
    singles = b" " + shape.translate(ONE_KIND)
    while b"  " in singles:
        singles = singles.replace(b"  ", b" ")
    return b" a a a a" in singles


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
