"""What is known of the words of all texts: whether one can be part of a private value, for which teams, or of a disguise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.umfang import SIGN_WORDS
from wiq_cli.scan import numberwords
from wiq_cli.scan.folding import words as folded
from wiq_cli.scan.look import CHARSET, SILENT, lines_with, look, odd_lines, places
from wiq_cli.scan.spellings import AREA_CODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from wiq_cli.scan.lexicon import Lexicon, Value
    from wiq_cli.scan.look import Look

ALL = frozenset({""})  # no team is called so
NONE: frozenset[str] = frozenset()
CODED = [one.encode(CHARSET) for one in SIGN_WORDS]
CODED_WITHIN = (
    b"meeting", b"besprechung", b"zoom", b"webinar", b"konferenz", b"webex", b"kenncode", b"passcode", b"passwort", b"kennwort", b"zugangscode", b"einwahl", b"jitsi", b"bbb", b"bigbluebutton", b"discord", b"whatsapp",
    AREA_CODE.encode(), b"(a)", b"[a]", b"{a}", b"gotomeet", b"t.me/", b"/b/", b"/rooms/", b"teamsid", b"teamsnr", b"teamsnummer", b"teamsraum",
)  # fmt: skip
"""What makes an address or a link of the words around it, wherever in a word."""
PERCENT = re.compile(rb"%[0-9a-fA-F]{2}")
CONCATENATED = re.compile(rb"(?:^|[\"'`])\x1f*[+.]\x1f*(?:[\"'`]|$)", re.MULTILINE)
NUMBERS_BEGIN = {one[:2].encode(CHARSET) for one in numberwords.BEGINNINGS}
AMPERSAND = b"&amp;"
MOST = 60_000  # pieces


class Verdicts:
    """Every word is judged once, and so is every piece of text between two blanks.

    A piece tells something to some teams, or to all; or nothing by itself; or it is dull: plain words that belong to
    nobody, the same in every way of reading them.
    """

    def __init__(self, lexicon: Lexicon, anchors: Iterable[str], *, anywhere: bool) -> None:
        self._lexicon = lexicon
        self._anywhere = anywhere
        self._always = {one.encode(CHARSET, "replace") for one in anchors} | set(CODED)
        self._owners: dict[bytes, frozenset[str]] = {}  # of words that can belong to a value: for which teams
        self._telling_words: dict[bytes, frozenset[str]] = {}  # these, and single letters, digits, words for numbers
        self._seen: set[bytes] = set()  # all words
        self._dull: set[bytes] = {AMPERSAND}
        self._quiet = {SILENT.encode()}  # and digits, ``ein``: these lines belong to the second look
        self._telling: dict[bytes, frozenset[str]] = {}

    def by_line(self, data: bytes) -> Iterator[tuple[int, frozenset[str]]]:
        """Give the numbers of the lines that tell something, and to which teams. ``data``: a text without its tags."""
        known = self._not_dull(data)
        for number, line in enumerate(data.split(b"\n")) if known else ():
            for piece in known.intersection(line.split()):
                yield number, self._telling[piece]

    def is_dull(self, line: bytes) -> bool:
        """Whether a line has only dull pieces, which all were judged before."""
        return self._dull.issuperset(line.split())

    def _not_dull(self, data: bytes) -> set[bytes]:
        """Give the pieces of a text that tell something to somebody."""
        if len(self._dull) > MOST:
            self._forget()
        pieces = set(data.split()) - self._dull - self._quiet
        new = [one for one in pieces if one not in self._telling]
        if new:
            self._judge(new)
            pieces &= self._telling.keys()
        return pieces

    def _forget(self) -> None:
        """Begin anew: what is remembered must not grow with the network."""
        self._dull = {AMPERSAND}
        self._quiet = {SILENT.encode()}
        for known in (self._telling, self._seen, self._owners, self._telling_words):
            known.clear()

    def counting(self, words: AbstractSet[bytes], team: str | None) -> set[bytes]:
        """Give the words that can belong to a value for this team."""
        self._learn(words)
        return {one for one in words & self._owners.keys() if not self._owners[one].isdisjoint({"", team})}

    def _judge(self, pieces: Sequence[bytes]) -> None:
        seen = look(b"\n".join(pieces).decode("utf-8", "surrogatepass"))
        every = seen.words
        self._learn(every)
        disguised = coded_lines(seen) | odd_lines(seen.shape) | _escaped_lines(seen.data)
        if not disguised and self._telling_words.keys().isdisjoint(every):
            self._dull.update(pieces)
            return
        low, glued = seen.low.split(b"\n"), seen.glued.split(b"\n") if seen.glued else ()
        for number, piece in enumerate(pieces):
            words = low[number].split()
            if b"-" in piece:
                words += glued[number].split()
            if number in disguised:
                self._telling[piece] = ALL
            elif self._telling_words.keys().isdisjoint(words):
                self._dull.add(piece)
            elif teams := NONE.union(*[self._telling_words[one] for one in words if one in self._telling_words]):
                self._telling[piece] = teams
            else:
                self._quiet.add(piece)

    def _learn(self, words: AbstractSet[bytes]) -> None:
        new = list(words - self._seen)
        if not new:
            return
        self._seen.update(new)
        for form in folded(b"\n".join(new).decode(CHARSET)):
            known = self._lexicon.known(form)
            for word, one in zip(new, form, strict=True) if known else ():
                if one in known:
                    teams = self._owners.get(word, NONE) | _teams(self._lexicon.of(one))
                    self._owners[word] = ALL if self._anywhere else teams
        self._owners.update(dict.fromkeys(self._always.intersection(new), ALL))
        for word in new:
            sign = _sign(word)
            if sign is not None or word in self._owners:
                self._telling_words[word] = (sign or NONE) | self._owners.get(word, NONE)


def _teams(values: Iterable[Value]) -> frozenset[str]:
    """Say for which teams a word of these values counts. As part of a whole it counts for all."""
    return frozenset("" if one.whole or one.team is None else one.team for one in values)


def _sign(word: bytes) -> frozenset[str] | None:
    """Say whom a word that is no plain one tells something; digits tell nothing alone, and neither does ``ein``."""
    if word[:1].isdigit():
        return NONE
    if word[:2] in NUMBERS_BEGIN and numberwords.is_part(written := word.decode(CHARSET)):
        return ALL if numberwords.is_hint(written) else NONE
    return ALL if len(word) == 1 else None


def coded_lines(seen: Look) -> set[int]:
    """Give the lines with a word that makes a link or a number for a meeting of those around it."""
    small = seen.data.lower()
    return {line for letters in CODED_WITHIN if letters in small for line in places(small, letters)}


def _escaped_lines(data: bytes) -> set[int]:
    """Give the lines with a percent escape, or with a text that a program puts together."""
    found = lines_with(PERCENT, data) if PERCENT.search(data) else set()
    return found | lines_with(CONCATENATED, data) if CONCATENATED.search(data) else found
