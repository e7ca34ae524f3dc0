"""Which parts of a text are worth the whole search: everything but lines of plain words that belong to nobody.

A first look is cheap, and it is enough for most pages. What a template repeats is known line by line. Of the rest, tags
are taken out; every piece between blanks and every row of signs and digits between letters is judged once for all pages:
see ``Verdicts`` and ``Figures``. Only where one of them tells something to this team, a second look at the lines that are
not dull says what to search: the lines around a word of a value, the lines that can be read in more than one way, or the
whole text where digits or letters in a row go over any number of lines. A dull line passes because all ways of reading it
are the same: words of plain letters, no escapes, no odd characters, no letters beside digits, no tag inside a word, nothing
spaced out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wiq_cli.scan import numberwords, shapes
from wiq_cli.scan.escapes import CONCATENATED, decoded
from wiq_cli.scan.figures import Figures
from wiq_cli.scan.look import HIDING, QUIET, TAG, is_spaced_out, lines_of_initials, look, odd_lines, places, windows
from wiq_cli.scan.markup import HIDDEN, INLINE, TAG_NAME
from wiq_cli.scan.spellings import BACKSLASH
from wiq_cli.scan.verdicts import ALL, Verdicts, coded_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wiq_cli.scan.figures import Known
    from wiq_cli.scan.hashes import Hashes
    from wiq_cli.scan.lexicon import Lexicon
    from wiq_cli.scan.look import Look

MARKUP = re.compile(r"(<!--(?:(?!-->)[^\n])*-->|<[a-zA-Z/!][^<>\n]*>)")
VALUE = re.compile(r"[^\s=<>]+(?=[\s=>])|\"[^\"]*\"|'[^']*'")
STAMP = re.compile(r"((?:19|20|21)\d\d-\d\d-\d\d)T(\d\d:\d\d:\d\d)")
WORDLESS = re.compile(r"</?(?:[abip]|h[1-6])(?=[ >])")  # no words of their own
NO_VALUE = re.compile(r"(?<=\": )null(?=,?$)", re.MULTILINE)  # of JSON; no number in words
KEY = re.compile(r"(?<=\")[a-z]{3,}(?:[A-Z][a-z]{2,}|_[a-z]{3,})+(?=\": )")
JSON_LD = re.compile(r"\"@(?=(?:context|type|id)\":)")
APART = r"\1 uhr \2"  # as a T, a letter would stand beside digits
NUMBER_WORDS = (
    b"null zwei zwo drei vier f\xfcnf fuenf sechs sieb acht neun zero three four five seven eight nine".split()
)
FEW_NUMBERS = 2
LONGEST_KEY = 40
NEAR = 5  # lines that a name and a role, the halves of a name, or the words of a sentence can be apart
FOLDED = (".ics", ".vcf", ".eml")
MOST_TAGS = 20_000


class Screen:
    """Looks over texts for one set of values, and remembers the lines in which there is nothing for anybody."""

    def __init__(
        self, lexicon: Lexicon, known: Known, anchors: Iterable[str], hashes: Hashes, *, anywhere: bool = False
    ) -> None:
        self._public_emails = known.public_emails
        self._figures = Figures(known, hashes)
        self._verdicts = Verdicts(lexicon, anchors, anywhere=anywhere)
        self._plain: dict[str, set[str]] = {}
        self._once: set[int] = set()  # lines seen before, by their hash: only such are worth remembering
        self._tags: dict[str, str] = {}
        self._telling_tags: dict[str, frozenset[str]] = {}  # for which teams
        self._regions: set[int] = set()  # that hold nothing, by their hash

    def regions(self, text: str, name: str, team: str | None, touches: Callable[[str, str], bool]) -> list[str]:
        """Give the parts of a text that need the whole search. ``touches``: whether one holds anything for any team."""
        if _goes_over_lines(text, name):
            return [text]
        lines = text.split("\n")
        plain = self._plain.setdefault(name, set())
        new = [number for number, line in enumerate(lines) if line not in plain]
        if not new:
            return []
        bare = self._bare("\n".join([lines[number] for number in new]), name, team, touches)
        if bare is None:
            return [text]
        data = bare.encode("utf-8", "surrogatepass")
        telling = self._verdicts.tells(data, team) or self._figures.tell_between(data)
        pieces = data.split(b"\n")
        again = [place for place, number in enumerate(new) if hash(lines[number]) in self._once]
        self._once.update([hash(lines[number]) for number in new])
        plain.update([lines[new[place]] for place in again if self._verdicts.is_dull(pieces[place])])
        if not telling:
            return []
        rest = {
            number: line
            for number, line, piece in zip(new, bare.split("\n"), pieces, strict=True)
            if not self._verdicts.is_dull(piece)
        }
        found = self._found(rest, lines, team)
        if found is None:
            return [text]
        around_names, around_odd = found
        return [*around_names, *(one for one in around_odd if self._is_new(one, name, touches))]

    def _found(self, rest: dict[int, str], lines: list[str], team: str | None) -> tuple[list[str], list[str]] | None:
        """Look again at the lines that are not dull, without their tags: give what is worth a search; None is all."""
        seen = look(decoded("\n".join(rest.values())))
        if seen.shape.count(b"\n") != len(rest) - 1 or CONCATENATED.search(seen.text) or self._is_whole(seen):
            return None
        numbers = list(rest)
        named, odd = self._named(seen, team), odd_lines(seen.shape)
        return (
            windows(lines, [numbers[one] for one in named], NEAR),
            windows(lines, [numbers[one] for one in odd], 1),
        )

    def _bare(self, text: str, name: str, team: str | None, touches: Callable[[str, str], bool]) -> str | None:
        """Give the text without its tags; one that a word could hide in leaves a mark, and so does one worth a look.

        None where tags go over several lines, or nobody knows where they end.
        """
        if "\\" in text and name.endswith(".md"):
            text = BACKSLASH.sub(r"\1", text)
        if "<" in text:
            pieces = MARKUP.split(text)
            marks = self._marks(set(pieces[1::2]), name, team, touches)
            pieces[1::2] = [marks[tag] for tag in pieces[1::2]]
            text = "".join(pieces)
            if "<" in text:
                return None
        if '": ' in text:
            text = KEY.sub(_in_words, NO_VALUE.sub("", JSON_LD.sub('"', text)))
        return STAMP.sub(APART, self._without_domains(text))

    def _without_domains(self, text: str) -> str:
        """Leave of public addresses the part that may be called after somebody."""
        if "@" in text:
            for start, end in reversed(list(shapes.email_spans(text))):
                scheme, colon, rest = text[start:end].casefold().rpartition("mailto:")
                if rest in self._public_emails:
                    text = text[:start] + scheme + colon + rest.partition("@")[0] + text[end:]
        return text

    def _marks(
        self, tags: set[str], name: str, team: str | None, touches: Callable[[str, str], bool]
    ) -> dict[str, str]:
        """Give what stands for each tag in the text without tags."""
        marks = self._tags
        if len(marks) > MOST_TAGS:
            marks.clear()
            self._telling_tags.clear()
        new = [tag for tag in tags if tag not in marks]
        said = [self._said(tag) for tag in new]
        telling = bool(new) and bool(self._teams("\n".join(said)))
        for tag, words in zip(new, said, strict=True):
            marks[tag] = _mark(tag)
            if telling and (teams := self._teams(words)):
                marks[tag] = QUIET if marks[tag] == " " else marks[tag]
                self._telling_tags[tag] = teams if marks[tag] == QUIET else ALL
        worth = [tag for tag in tags & self._telling_tags.keys() if not self._telling_tags[tag].isdisjoint({"", team})]
        found = [tag for tag in worth if self._is_new(tag, name, touches)]
        return {**{tag: marks[tag] for tag in tags}, **dict.fromkeys(found, "=")} if found else marks

    def _said(self, tag: str) -> str:
        """Give what stands in a tag, in its attributes or as its name."""
        if tag.startswith("<!--"):
            return tag[4:-3]
        return " ".join(VALUE.findall(WORDLESS.sub("", self._without_domains(tag))))

    def _teams(self, said: str) -> frozenset[str]:
        """Give the teams to whom what stands in a tag can tell anything."""
        data = STAMP.sub(APART, said).encode("utf-8", "surrogatepass")
        return ALL if self._figures.tell_between(data) else self._verdicts.teams(data)

    def _is_whole(self, seen: Look) -> bool:
        """Whether something here can go over any number of lines."""
        if is_spaced_out(seen.shape) or _is_dictated(seen):
            return True
        if b"0" not in seen.shape:
            return False
        lines = zip(seen.text.split("\n"), seen.shape.split(b"\n"), strict=True)
        return self._figures.tell(
            "\n".join([line for line, form in lines if b"0" in form]).replace(TAG, "").replace(QUIET, " ")
        )

    def _named(self, seen: Look, team: str | None) -> set[int]:
        """Give the lines with a word that can be part of a value for this team."""
        named = coded_lines(seen) | lines_of_initials(seen.shape)
        mine = self._verdicts.counting(seen.words, team)
        for low in (seen.low, seen.glued) if mine else ():
            named.update([number for number, line in enumerate(low.split(b"\n")) if not mine.isdisjoint(line.split())])
        return named

    def _is_new(self, region: str, name: str, touches: Callable[[str, str], bool]) -> bool:
        """Whether a region is not yet known to hold nothing for anybody."""
        known = hash((name, region))
        if known in self._regions:
            return False
        if touches(region, name):
            return True
        self._regions.add(known)
        return False


def _mark(tag: str) -> str:
    if HIDDEN.search(tag):
        return HIDING
    match = TAG_NAME.match(tag)
    return TAG if match is None or match[1].lower() in INLINE else " "


@lru_cache(maxsize=4096)
def _words_of(key: str) -> str:
    return f"{key.lower().replace('_', '')} {re.sub('(?=[A-Z])|_', ' ', key)}"


def _in_words(key: re.Match[str]) -> str:
    """Give a key of JSON in all ways to read it: ``startdate start Date``."""
    return _words_of(key[0]) if len(key[0]) <= LONGEST_KEY else key[0]


def _goes_over_lines(text: str, name: str) -> bool:
    return (
        "\r" in text
        or "join(" in text
        or "BEGIN:V" in text
        or (name.endswith(FOLDED) and ("\n " in text or "\n\t" in text))
    )


def _is_dictated(seen: Look) -> bool:
    """Whether a number is written in words."""
    if sum(map(seen.low.count, NUMBER_WORDS)) < FEW_NUMBERS:
        return False
    spoken = {number for word in NUMBER_WORDS for number in places(seen.low, word)}
    return any(True for part in windows(seen.text.split("\n"), spoken, 1) for _ in numberwords.digits(part))
