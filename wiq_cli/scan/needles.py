"""From the raw texts of a network to what must not be seen: names, addresses, numbers, roles, links, as words in an index."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from wiq_cli.scan.figures import Known
from wiq_cli.scan.folding import tokens
from wiq_cli.scan.hashes import Hashes
from wiq_cli.scan.lexicon import Lexicon, Value
from wiq_cli.scan.own_words import own_words
from wiq_cli.scan.private_texts import PrivateTexts
from wiq_cli.scan.screen import Screen
from wiq_cli.scan.seen import Memory
from wiq_cli.scan.spellings import HYPHENED
from wiq_cli.scan.spelt import spellings_of, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from wiq_cli.scan.spelt import Spelling
    from wiq_cli.scan.types import Kind, Tokens


@dataclass(slots=True)
class Needle:
    """One way of writing one value. Without ``everywhere`` it counts on the pages of ``teams`` only."""

    kind: Kind
    everywhere: bool = False
    word: bool = False  # also a word of the language: counts in context only
    surname: bool = False  # counts everywhere behind Frau, Herr, Familie
    initial: bool = False  # one of the words is a letter with a full stop
    teams: set[str] = field(default_factory=set)


@dataclass
class Needles:
    """All private values of a network. ``by_first`` gives the lengths to look up behind a first word.

    The words of ``by_tokens`` are spelt out when one of them comes up: see ``meet``.
    """

    lexicon: Lexicon = field(default_factory=Lexicon)
    by_tokens: dict[Tokens, dict[Kind, Needle]] = field(default_factory=dict)
    by_first: dict[str, set[int]] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)  # backwards, too
    dialled: set[str] = field(default_factory=set)
    local_numbers: set[str] = field(default_factory=set)  # without their area code
    meetings: set[str] = field(default_factory=set)  # those of the numbers that let into a meeting
    texts: PrivateTexts = field(default_factory=PrivateTexts)
    emails: set[str] = field(default_factory=set)
    public_emails: set[str] = field(default_factory=set)
    public_numbers: set[str] = field(default_factory=set)
    public_links: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)  # words that several teams use for what they do
    plain: set[str] = field(default_factory=set)  # words that tell of nobody in an address
    released: dict[str, set[Tokens]] = field(default_factory=dict)
    people: int = 0
    anywhere: bool = False  # every value counts on every page
    proven: set[str] = field(default_factory=set, repr=False)  # kinds of files of which the search is known to work
    memory: Memory = field(default_factory=Memory, repr=False)
    _met: set[str] = field(default_factory=set, repr=False)
    _spelt: set[Value] = field(default_factory=set, repr=False)

    @property
    def count(self) -> int:
        """How many values are looked for."""
        return len(self.lexicon) + len(self.dialled) + len(self.texts)

    @cached_property
    def common(self) -> AbstractSet[str]:
        """Words that by themselves are nobody's name here: those of several teams, and those of our own pages."""
        return own_words() | self.topics

    @cached_property
    def all_numbers(self) -> set[str]:
        """All numbers, with and without their area code."""
        return self.numbers | self.local_numbers

    @cached_property
    def hashes(self) -> Hashes:
        """Hashes of all addresses and numbers."""
        return Hashes(self.emails, self.dialled)

    @cached_property
    def screen(self) -> Screen:
        """What looks over pages for these needles, and remembers what it has seen."""
        known = Known(self.all_numbers, self.public_numbers, self.public_emails)
        return Screen(self.lexicon, known, self.texts.anchors, self.hashes, anywhere=self.anywhere)

    def forget(self) -> None:
        """Let go of the texts seen so far: whoever looks at a text once does not need them again."""
        self.screen.forget()
        self.memory.forget()

    def know(self, value: Value) -> None:
        """Look for a value."""
        self.lexicon.add(stems_of(value, self.plain), value)

    def meet(self, words: Iterable[str]) -> None:
        """Spell out all values of which one of these words can be a part."""
        new = set(words) - self._met
        self._met |= new
        for word in new:
            for value in self.lexicon.of(word):
                if value not in self._spelt:
                    self._spelt.add(value)
                    self._spell(value)

    def _spell(self, value: Value) -> None:
        for one in spellings_of(value, self.common):
            if value.kind == "handle":  # what is also a name counts as that name
                self.meet(one.words)
                if one.words in self.by_tokens:
                    continue
            self.add(one)

    def add(self, one: Spelling) -> None:
        """Look for these words; on one team's pages, or everywhere."""
        kinds = self.by_tokens.setdefault(one.words, {})
        needle = kinds.get(one.kind)
        if needle is None:
            needle = kinds[one.kind] = Needle(one.kind, word=one.word, initial=one.initial)
        needle.everywhere |= self.anywhere or one.team is None
        needle.word &= one.word
        needle.initial &= one.initial
        needle.surname |= one.surname
        if one.team:
            needle.teams.add(one.team)
        self.by_first.setdefault(one.words[0], set()).add(len(one.words))

    def free(self, team: str, term: str) -> None:
        """Let a team's pages show a name or a word for a role in exactly this wording. Frees no address, number or link."""
        glued = HYPHENED.sub("", term)  # as the search reads words with hyphens, too
        self.released.setdefault(team, set()).update(tokens(term), tokens(glued))
