"""Sentences that stay in the house: a run of their words on a page is a leak, and so is the gist of one with words left out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan.folding import WORD, clean, tokens
from wiq_cli.scan.wordnames import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.scan.types import Tokens

RUN, LETTERS = 6, 28  # so many words in a row are nobody's own by chance
SHORT_RUN, SHORT_LETTERS = 4, 18  # of what is never said in public: why somebody could not come
COMMON = 3  # what stands in so many files is a form, no confidence
REACH = 14  # words around a telling one in which the rest of a torn sentence stands
PAIRS, TELLING = 4, 3  # pairs of neighbours, and words in them that say something
LONG = 5  # letters
SAYING_NOTHING = listed("""
    aber allem allen aller alles andere anderen bereits beide beiden bitte damit dabei danach dann darum dass deren dessen deshalb diese diesem diesen
    dieser dieses doch durch eigen eigene einem einen einer eines einige etwas gegen gehen haben hatte hatten immer jeden jeder jedes jetzt kann keine keinen
    keiner konnte koennen können machen macht mehr mehrere müssen muss musste nach nicht nichts noch nur oder ohne schon sehr sein seine seinen seiner seit
    sich sind soll sollen sollte sowie ueber über unser unsere unseren unserer unter viele vielen vom vor wann waren was weil weiter welche wenn werden wieder
    will wird wollen wollte worden wurde wurden zum zur zwischen zusammen
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    leipzig leitung team teams verein treffen mitglied mitglieder formular blatt ordner uhr
""")


class Place(NamedTuple):
    """Where a word stands: the number of the text, and of the word in it."""

    text: int
    number: int


class PrivateTexts:
    """Texts by their longest words, one for each run: a page with none of these words needs no closer look."""

    def __init__(self) -> None:
        self._texts: list[Tokens] = []
        self._numbers: dict[Tokens, int] = {}
        self._files: list[set[str]] = []
        self._lengths: list[int] = []  # of the runs
        self._by_anchor: dict[str, list[Place]] = {}
        self._anchors: set[str] = set()
        self._common: dict[Tokens, bool] = {}  # of the runs that were asked for

    def __len__(self) -> int:
        return len(self._texts)

    @property
    def anchors(self) -> set[str]:
        """The words worth a closer look, folded and as they are written."""
        return self._anchors

    def add(self, sentence: str, file: str, *, short: bool = False) -> None:
        """Remember a text of one file. ``short``: of this one fewer words are enough."""
        written = WORD.findall(clean(sentence).lower())  # unlike ``casefold`` it leaves the ß
        for form in tokens(sentence):
            self._add(form, written if len(written) == len(form) else form, file, short=short)

    def _add(self, text: Tokens, written: Sequence[str], file: str, *, short: bool) -> None:
        self._common.clear()
        length, letters = (SHORT_RUN, SHORT_LETTERS) if short else (RUN, LETTERS)
        if text in self._numbers:
            self._files[self._numbers[text]].add(file)
            return
        starts = {text[start : start + length]: start for start in reversed(range(len(text) - length + 1))}
        places = {
            max(range(start, start + length), key=lambda one: len(text[one]))
            for run, start in starts.items()  # a text that repeats itself has no more to look for than one that does not
            if sum(map(len, run)) >= letters
        }
        if not places:
            return
        number = self._numbers[text] = len(self._texts)
        self._texts.append(text)
        self._files.append({file})
        self._lengths.append(length)
        for place in sorted(places):
            self._by_anchor.setdefault(text[place], []).append(Place(number, place))
            self._anchors |= {text[place], written[place]}

    def search(self, written: Sequence[str]) -> Iterator[Tokens]:
        """Give the runs that stand in a list of words, and the texts that stand there with gaps."""
        if self._by_anchor.keys().isdisjoint(written):
            return
        for number, word in enumerate(written):
            for place in self._by_anchor.get(word, ()):
                runs = list(self._runs(written, number, place))
                yield from runs
                if not runs and self._is_torn(written, number, place):
                    yield self._texts[place.text]

    def _runs(self, written: Sequence[str], number: int, place: Place) -> Iterator[Tokens]:
        """Give the runs around a word that a text and a page have in common."""
        text = self._texts[place.text]
        length = self._lengths[place.text]
        first = last = 0
        while (
            first < min(number, place.number, length - 1)
            and written[number - first - 1] == text[place.number - first - 1]
        ):
            first += 1
        most = min(len(written) - number, len(text) - place.number, length) - 1
        while last < most and written[number + last + 1] == text[place.number + last + 1]:
            last += 1
        start, behind = place.number - first, place.number + last + 1
        letters = LETTERS if length == RUN else SHORT_LETTERS
        for one in range(max(start, place.number - length + 1), min(behind - length, place.number) + 1):
            run = text[one : one + length]
            if sum(map(len, run)) >= letters and not self._is_common(run):
                yield run

    def _is_common(self, run: Tokens) -> bool:
        if run not in self._common:
            self._common[run] = self._is_in_many_files(run)
        return self._common[run]

    def _is_in_many_files(self, run: Tokens) -> bool:
        files: set[str] = set()
        for text, where in zip(self._texts, self._files, strict=True):
            if run[0] in text and any(text[one : one + len(run)] == run for one in range(len(text) - len(run) + 1)):
                files |= where
                if len(files) >= COMMON:
                    return True
        return False

    def _is_torn(self, written: Sequence[str], number: int, place: Place) -> bool:
        """Whether enough of a text stands here with words left out, put in or turned round."""
        if len(self._files[place.text]) >= COMMON:
            return False
        text = self._texts[place.text]
        here = _pairs(written[max(0, number - REACH) : number + REACH + 1])
        both = here & _pairs(text[max(0, place.number - REACH) : place.number + REACH + 1])
        return len(both) >= PAIRS and len({word for pair in both for word in pair if _is_telling(word)}) >= TELLING


def _pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    return {pair for pair in pairwise(words) if any(map(_is_telling, pair))}


def _is_telling(word: str) -> bool:
    return (len(word) >= LONG and word not in SAYING_NOTHING) or (word.isdigit() and len(word) > 2)  # noqa: PLR2004
