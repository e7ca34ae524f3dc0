"""Which parts of a text are worth the whole search: everything but lines of plain words that belong to nobody.

A first look is cheap, and it is enough for most pages. Every line is judged once for all pages: tags are taken out, and so
is every piece between blanks and every row of signs and digits between letters; see ``Lines``, ``Tags``, ``Verdicts`` and
``Figures``. Only where one of them tells something to this team, a second look at the lines that are
not dull says what to search: the lines around a word of a value, the lines that can be read in more than one way, or the
whole text where digits or letters in a row go over any number of lines. A dull line passes because all ways of reading it
are the same: words of plain letters, no escapes, no odd characters, no letters beside digits, no tag inside a word, nothing
spaced out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.umfang import NUMBER_WORDS
from wiq_cli.scan import numberwords
from wiq_cli.scan.escapes import CONCATENATED, decoded
from wiq_cli.scan.figures import Figures
from wiq_cli.scan.lines import Lines
from wiq_cli.scan.look import CHARSET, QUIET, TAG, is_spaced_out, lines_of_initials, look, odd_lines, places, windows
from wiq_cli.scan.spellings import is_folded
from wiq_cli.scan.tags import Tags, holding
from wiq_cli.scan.verdicts import Verdicts, coded_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from wiq_cli.scan.figures import Known
    from wiq_cli.scan.hashes import Hashes
    from wiq_cli.scan.lexicon import Lexicon
    from wiq_cli.scan.look import Look

SPOKEN = [one.encode(CHARSET) for one in NUMBER_WORDS]
FEW_NUMBERS = 2
LONG = 1 << 14  # letters: what is longer is searched at once, it stands on no page of another team
NEAR = 5  # lines that a name and a role, the halves of a name, or the words of a sentence can be apart


class Screen:
    """Looks over texts for one set of values, and remembers the lines in which there is nothing for anybody."""

    def __init__(
        self, lexicon: Lexicon, known: Known, anchors: Iterable[str], hashes: Hashes, *, anywhere: bool = False
    ) -> None:
        self._figures = Figures(known, hashes)
        self._verdicts = Verdicts(lexicon, anchors, anywhere=anywhere)
        self._tags = Tags(self._verdicts, self._figures, known.public_emails)
        self._lines = Lines(self._tags, self._verdicts, self._figures)

    def learn(self, texts: Collection[tuple[str, str]]) -> None:
        """Judge the lines of many texts at once; each is given with its name."""
        self._lines.learn([(text, name) for text, name in texts if not _goes_over_lines(text, name)])

    def forget(self) -> None:
        """Let go of the lines seen so far: they fill the memory, and whoever looks at a text once does not need them again."""
        self._lines = Lines(self._tags, self._verdicts, self._figures)

    def regions(self, text: str, name: str, team: str | None, holds: Callable[[str], bool]) -> Iterator[str]:
        """Give the parts of a text that need the whole search. ``holds``: whether one holds anything for any team."""
        if _goes_over_lines(text, name):
            yield text
            return
        lines = text.split("\n")
        if self._lines.tell(lines, name, team, holds):
            found = None if self._lines.go_over(lines, name) else self._found(lines, name, team, holds)
            if found is None:
                yield text
                return
            around_names, around_odd = found
            yield from around_names
            yield from (part for part in around_odd if len(part) > LONG or holds(part))

    def _found(
        self, lines: list[str], name: str, team: str | None, holds: Callable[[str], bool]
    ) -> tuple[list[str], list[str]] | None:
        """Look again at the lines that are not dull, without their tags: give what is worth a search; None is all."""
        text = "\n".join(lines)
        bare = self._tags.bare(text, name)
        mine = (tag for _, tag, teams in bare.telling if not teams.isdisjoint({"", team}))
        if found := list(holding(mine, holds)):
            bare = self._tags.bare(text, name, found)
        if bare.open:
            return None
        pieces = zip(bare.text.split("\n"), bare.text.encode("utf-8", "surrogatepass").split(b"\n"), strict=True)
        rest = {number: line for number, (line, data) in enumerate(pieces) if not self._verdicts.is_dull(data)}
        seen = look(decoded("\n".join(rest.values())))
        if seen.shape.count(b"\n") != len(rest) - 1 or CONCATENATED.search(seen.text) or self._is_whole(seen):
            return None
        numbers = list(rest)
        named = [numbers[one] for one in self._named(seen, team)]
        covered = {one + away for one in named for away in range(1 - NEAR, NEAR)}
        odd = {numbers[one] for one in odd_lines(seen.shape)} - covered  # what is around a name is searched anyway
        return windows(lines, named, NEAR), windows(lines, odd, 1)

    def _is_whole(self, seen: Look) -> bool:
        """Whether something here can go over any number of lines."""
        if is_spaced_out(seen.shape) or _is_dictated(seen):
            return True
        if b"0" not in seen.shape:
            return False
        lines = zip(seen.text.split("\n"), seen.shape.split(b"\n"), strict=True)
        return self._figures.tell_in(
            "\n".join([line for line, form in lines if b"0" in form]).replace(TAG, "").replace(QUIET, " ")
        )

    def _named(self, seen: Look, team: str | None) -> set[int]:
        """Give the lines with a word that can be part of a value for this team."""
        named = coded_lines(seen) | lines_of_initials(seen.shape)
        mine = self._verdicts.counting(seen.words, team)
        for low in (seen.low, seen.glued) if mine else ():
            named.update([number for number, line in enumerate(low.split(b"\n")) if not mine.isdisjoint(line.split())])
        return named


def _goes_over_lines(text: str, name: str) -> bool:
    return "\r" in text or "join(" in text or "BEGIN:V" in text or is_folded(text, name)


def _is_dictated(seen: Look) -> bool:
    """Whether a number is written in words."""
    if sum(map(seen.low.count, SPOKEN)) < FEW_NUMBERS:
        return False
    spoken = {number for word in SPOKEN for number in places(seen.low, word)}
    return any(True for part in windows(seen.text.split("\n"), spoken, 1) for _ in numberwords.digits(part))
