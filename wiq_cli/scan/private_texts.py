"""Sentences that stay in the house: a run of their words on a page is a leak, and so is the gist of one with words left out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan.folding import WORD, clean, tokens
from wiq_cli.scan.wordnames import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from wiq_cli.scan.types import Tokens

RUN = 6  # so many words in a row are nobody's own by chance
SHORT_RUN = 4  # of what is never said in public: why somebody could not come
ENOUGH = {RUN: 28, SHORT_RUN: 18}  # letters in them
COMMON = 3  # what stands in so many files is a form, no confidence
REACH = 14  # words around a telling one in which the rest of a torn sentence stands
PAIRS, TELLING = 4, 3  # pairs of neighbours, and words in them that say something
LONG = 5  # letters
MOST = 100_000  # runs and pairs that are kept at once
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
        # what was worked out so far, and how much that is
        self._kept = 0
        self._runs_met: dict[str, dict[Tokens, set[str]]] = {}
        self._pairs_met: dict[Place, set[tuple[str, str]]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    @property
    def added(self) -> list[object]:
        """All that makes a difference: the texts, the files they stand in, how long their runs are, and where to look closer."""
        return [self._texts, self._files, self._lengths, self._anchors]

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
        self._forget()
        length = SHORT_RUN if short else RUN
        if text in self._numbers:
            self._files[self._numbers[text]].add(file)
            return
        starts = {text[start : start + length]: start for start in reversed(range(len(text) - length + 1))}
        places = {
            max(range(start, start + length), key=lambda one: len(text[one]))
            for run, start in starts.items()  # a text that repeats itself has no more to look for than one that does not
            if sum(map(len, run)) >= ENOUGH[length]
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
        told: set[int] = set()
        for number, word in enumerate(written):
            if word in self._by_anchor:
                yield from list(self._runs(written, number)) or self._torn(written, number, told)

    def _runs(self, written: Sequence[str], number: int) -> Iterator[Tokens]:
        """Give the runs with a word in them that texts and a page have in common, but no form's."""
        known = self._runs_with(written[number])
        for length in (RUN, SHORT_RUN):
            for start in range(max(0, number - length + 1), number + 1):
                run = tuple(written[start : start + length])
                if run in known and len(self._runs_with(max(run, key=len))[run]) < COMMON:
                    yield run

    def _runs_with(self, anchor: str) -> Mapping[Tokens, Collection[str]]:
        """Give the runs around an anchor, each with the files it stands in; all files, where the anchor is its longest word.

        A word may stand in a thousand texts: they are not compared one by one.
        """
        if anchor not in self._runs_met:
            if self._kept > MOST:
                self._forget()
            found: dict[Tokens, set[str]] = {}
            for number, place in self._by_anchor[anchor]:
                text, length, files = self._texts[number], self._lengths[number], self._files[number]
                for start in range(max(0, place - length + 1), min(place, len(text) - length) + 1):
                    run = text[start : start + length]
                    if sum(map(len, run)) >= ENOUGH[length]:
                        found[run] = found[run] | files if run in found else files
            self._runs_met[anchor] = found
            self._kept += len(found)
        return self._runs_met[anchor]

    def _torn(self, written: Sequence[str], number: int, told: set[int]) -> Iterator[Tokens]:
        """Give the texts of which enough stands around a word, with words left out, put in or turned round, each once."""
        here = _pairs_around(written, number)
        if len(here) < PAIRS:
            return
        for place in self._by_anchor[written[number]]:
            if place.text in told:
                continue
            both = here & self._pairs_at(place)
            if len(both) >= PAIRS and len({word for pair in both for word in pair if _is_telling(word)}) >= TELLING:
                told.add(place.text)
                yield self._texts[place.text]

    def _pairs_at(self, place: Place) -> set[tuple[str, str]]:
        if place not in self._pairs_met:
            if self._kept > MOST:
                self._forget()
            common = len(self._files[place.text]) >= COMMON
            self._pairs_met[place] = set() if common else _pairs_around(self._texts[place.text], place.number)
            self._kept += len(self._pairs_met[place])
        return self._pairs_met[place]

    def _forget(self) -> None:
        """Begin anew: what is remembered must not grow with the network."""
        self._kept = 0
        self._runs_met.clear()
        self._pairs_met.clear()


def _pairs_around(words: Sequence[str], number: int) -> set[tuple[str, str]]:
    """Give the neighbours around a word that say something."""
    near = words[max(0, number - REACH) : number + REACH + 1]
    return {pair for pair in pairwise(near) if any(map(_is_telling, pair))}


def _is_telling(word: str) -> bool:
    return (len(word) >= LONG and word not in SAYING_NOTHING) or (word.isdigit() and len(word) > 2)  # noqa: PLR2004
