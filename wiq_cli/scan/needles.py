"""From the raw texts of a network to what must not be seen: names, addresses, numbers, roles, links, as words in an index."""

from __future__ import annotations

import codecs
import gc
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from wiq_cli.scan import consent, hashes, namekeys, shapes, wordnames
from wiq_cli.scan.folding import clean, tokens
from wiq_cli.scan.persons import persons
from wiq_cli.scan.private_texts import PrivateTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.scan.screen import Screen
    from wiq_cli.scan.types import Kind, Scalar, Tokens

NETWORK = "wiq.yaml"
STAFF = frozenset({"ST", "UT", "KT", "PT"})
NOT_A_NAME = frozenset(
    {"kennung", "seit", "bis", "minderjaehrig", "zugang", "einwilligung", "email", "telefon", "rolle", "schema"}
)
COMMENT = "#"  # stands for a comment where a key would stand
IN_THE_HOUSE = frozenset({*consent.PEOPLE, "notizen", "einwilligung", "schema", COMMENT})
IN_THE_HOUSE_BELOW = frozenset({"link", "tagesordnung", "protokolle", "notiz", "nachweis", "ausfall", "bedenken"})
NO_SENTENCE = frozenset({COMMENT, "schema"})
VOCABULARY = frozenset({"stadtteile", "themen"})
SHARED = 2  # a word is common property when the lists of so many files hold it; in one file it may be a slip
SHAPELY = re.compile(r"[@\d]|[(\[{<]|://|www\.")  # no address, number or link without one of these
SHORTEST_HANDLE = 5
ROLE_ALONE = 3  # so many words in a row are nobody's topic by chance


@dataclass(slots=True)
class Needle:
    """One way of writing one value. Without ``everywhere`` it counts on the pages of ``teams`` only."""

    kind: Kind
    everywhere: bool = False
    word: bool = False  # also a word of the language: counts in context only
    surname: bool = False  # counts everywhere behind Frau, Herr, Familie
    initial: bool = False  # one of the words is a letter with a full stop
    teams: frozenset[str] = frozenset()


@dataclass
class Needles:
    """All private values of a network. ``by_first`` gives the lengths to look up behind a first word."""

    by_tokens: dict[Tokens, Needle] = field(default_factory=dict)
    by_first: dict[str, set[int]] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    local_numbers: set[str] = field(default_factory=set)  # without their area code
    texts: PrivateTexts = field(default_factory=PrivateTexts)
    emails: set[str] = field(default_factory=set)
    public_emails: set[str] = field(default_factory=set)
    public_numbers: set[str] = field(default_factory=set)
    public_links: set[str] = field(default_factory=set)
    released: dict[str, set[Tokens]] = field(default_factory=dict)
    people: int = 0
    screen: Screen | None = field(default=None, repr=False, compare=False)  # what was looked over with these needles
    occurring: frozenset[str] | None = (
        None  # of all texts to be searched, if they are known: no other word is worth keeping
    )

    @property
    def count(self) -> int:
        """How many values are looked for."""
        return len(self.by_tokens) + len(self.numbers) + len(self.texts)

    @cached_property
    def hashes(self) -> hashes.Index:
        """Hashes of all addresses and numbers; made when a page first shows something that could be one."""
        return hashes.index([*((one, "email") for one in self.emails), *((one, "phone") for one in self.numbers)])

    def add(
        self,
        key: Tokens,
        kind: Kind,
        team: str | None,
        *,
        word: bool = False,
        surname: bool = False,
        initial: bool = False,
    ) -> None:
        """Look for these words; on one team's pages, or everywhere."""
        if self.occurring is not None and not self.occurring.issuperset(key):
            return
        needle = self.by_tokens.get(key)
        if needle is None:
            needle = self.by_tokens[key] = Needle(kind, word=word, initial=initial)
        needle.everywhere |= team is None
        needle.word &= word
        needle.initial &= initial
        needle.surname |= surname
        if team and team not in needle.teams:
            needle.teams |= {team}
        self.by_first.setdefault(key[0], set()).add(len(key))

    def free(self, team: str, term: str) -> None:
        """Let a team's pages show a name or a word for a role in exactly this wording. Frees no address, number or link."""
        self.released.setdefault(team, set()).update(tokens(term))


def collect(scalars: Iterable[Scalar], heute: date, occurring: frozenset[str] | None = None) -> Needles:
    """Read all private values out of all texts of all files; with what occurs, those that can occur in it."""
    enabled = gc.isenabled()
    gc.disable()  # nothing here is garbage: going through all that lives again and again would take half of the time
    try:
        return _collect(list(scalars), heute, occurring)
    finally:
        if enabled:
            gc.enable()


def _collect(everything: list[Scalar], heute: date, occurring: frozenset[str] | None) -> Needles:
    entries = consent.people(everything)
    needles = Needles(people=len(entries), occurring=occurring)
    _collect_public(needles, everything)
    staff = {consent.team_of(one.file) for one in everything if one.path == ("art",) and one.text.strip() in STAFF}
    topics = _vocabulary(everything)
    for entry in entries:
        _collect_person(needles, entry, staff=entry.team in staff, vocabulary=topics)
    plain = topics | wordnames.WORD_NAMES | wordnames.GENERIC | _public_names(everything)
    for entry in entries:
        for text in entry.texts.values():
            _collect_handles(needles, clean(text), plain)
    for one in everything:
        _collect_shapes(needles, one)
        if stays_inside(one.path):
            _collect_text(needles, one)
    for team, names in consent.released_names(entries, heute).items():
        for name in names:
            needles.free(team, name)
    return needles


def stays_inside(path: tuple[str | int, ...]) -> bool:
    """Whether a place of a file is none that feeds a page."""
    return bool(path) and (path[0] in IN_THE_HOUSE or not IN_THE_HOUSE_BELOW.isdisjoint(path))


def _vocabulary(scalars: list[Scalar]) -> set[str]:
    """Give the words for places and topics that several teams use, and the network's own place."""
    files: dict[str, set[str]] = {}
    for one in scalars:
        place = one.file == NETWORK and one.path == ("ort",)
        if place or (one.path and one.path[0] in VOCABULARY):
            for word in {word for form in tokens(one.text) for word in form}:
                files.setdefault(word, set()).update({one.file, "*"} if place else {one.file})
    return {word for word, where in files.items() if len(where) >= SHARED}


def _collect_public(needles: Needles, scalars: list[Scalar]) -> None:
    """What is public by declaration: lists on the network's own domain, the carrier's contact, partners' pages."""
    network = {one.path: one.text.strip() for one in scalars if one.file == NETWORK}
    domain = network.get(("domain",), "").casefold()
    personal = {
        address
        for one in scalars
        if one.path[:1] and one.path[0] in consent.PEOPLE
        for address in shapes.emails(one.text)
    }
    if domain:
        lists = {one.text.strip().casefold() for one in scalars if one.path == ("verteiler",)}
        needles.public_emails |= {one for one in lists if one.endswith("@" + domain)} - personal
    for path in (("traeger", "email"), ("barrierefreiheit",)):
        needles.public_emails |= set(shapes.emails(network.get(path, "")))
    for path in (("traeger", "telefon"), ("barrierefreiheit",)):
        needles.public_numbers |= {
            shapes.national("".join(groups)) for groups in shapes.numbers(clean(network.get(path, "")))
        }
    for one in scalars:
        if one.path[:1] == ("kooperationspartner",) or one.file == NETWORK:
            needles.public_links |= set(shapes.urls(one.text))


def _collect_person(needles: Needles, entry: consent.Entry, *, staff: bool, vocabulary: set[str]) -> None:
    for path, text in entry.texts.items():
        key = path[0]
        if key == "rolle":
            _collect_role(needles, text, entry.team)
        elif key == "telefon":
            _collect_number(needles, text)
        elif key not in NOT_A_NAME:
            for one in persons(clean(text), is_name=key == "name"):
                _collect_name(needles, one, None if staff else entry.team, vocabulary)


def _collect_name(needles: Needles, text: str, team: str | None, vocabulary: set[str]) -> None:
    for key in namekeys.keys(text):
        short = 2 if key.initial or not key.full else 0  # „Bo“
        word = all(
            one in wordnames.WORD_NAMES or len(one) <= short or (not key.full and one in vocabulary)
            for one in key.words
        )
        needles.add(key.words, "name", None if key.full else team, word=word, surname=key.surname, initial=key.initial)


def _public_names(scalars: list[Scalar]) -> set[str]:
    """Give the words in the names of the network and its teams."""
    return {word for one in scalars if one.path == ("name",) for form in tokens(one.text) for word in form}


def _collect_handles(needles: Needles, text: str, plain: set[str]) -> None:
    """The part of a person's address before the sign goes by itself as a handle. What is also a name counts as that name."""
    for address in shapes.emails(text):
        for key in tokens(address.partition("@")[0].partition("+")[0]):
            told = [one for one in key if one not in plain]
            if told and sum(map(len, key)) >= SHORTEST_HANDLE and key not in needles.by_tokens:
                needles.add(key, "email", None, word=len(key) == 1 and key[0].isalpha())


def _collect_role(needles: Needles, text: str, team: str) -> None:
    for part in {text, *re.split(r"[,;/&]|\bund\b", text)}:
        for key in {one for one in tokens(part) if one}:
            alone = len(key) >= ROLE_ALONE
            for form in (key, (*key[:-1], key[-1] + "s"), (*key[:-1], key[-1] + "in"), ("".join(key),)):
                needles.add(form, "role", None if alone else team, word=not alone)


def _collect_number(needles: Needles, text: str) -> None:
    groups = [group for run in shapes.numbers(clean(text)) for group in run]
    digits = shapes.national("".join(groups))
    if len(digits) < 5 or digits in needles.public_numbers:  # noqa: PLR2004  # shorter ones are house numbers and years
        return
    needles.numbers.add(digits)
    needles.numbers.add(("0" + digits)[::-1])
    local = "".join(groups[1:]) if groups[0].startswith("0") and len(groups[0]) <= 5 else ""  # noqa: PLR2004  # area codes
    if len(local) >= 5 and not groups[0].startswith(("01", "00")):  # noqa: PLR2004
        needles.local_numbers.add(local)


def _collect_shapes(needles: Needles, one: Scalar) -> None:
    """Addresses, numbers and links, wherever they stand: also under a key that nobody knows."""
    if not SHAPELY.search(one.text):
        return
    text = clean(one.text)
    for address in shapes.emails(text):
        if address not in needles.public_emails:
            needles.emails |= _hashable(address)
            for key in (
                *tokens(address),
                *tokens(codecs.encode(address, "rot13")),
                *tokens(address[::-1]),
                *_puny(address),
            ):
                needles.add(key, "email", None)
    for digits in shapes.phones(text):
        if digits not in needles.public_numbers:
            needles.numbers.add(digits)
    private = stays_inside(one.path)
    for url in shapes.urls(text):
        if url not in needles.public_links and (private or shapes.JOIN.search(url)):
            for key in _link_tokens(url):
                needles.add(key, "link", None)


def _hashable(address: str) -> set[str]:
    """Give an address as it may have been hashed: without its sub-address, too."""
    local, _, domain = address.partition("@")
    return {address, f"{local.partition('+')[0]}@{domain}"}


def _puny(address: str) -> Iterator[Tokens]:
    """Give an address with its domain as the name servers know it."""
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return
    try:
        coded = domain.encode("idna").decode()
    except UnicodeError:
        return
    yield from tokens(f"{local}@{coded}")


def _collect_text(needles: Needles, one: Scalar) -> None:
    """A sentence that stays inside."""
    if one.path[0] not in NO_SENTENCE and (one.path[0] not in consent.PEOPLE or one.path[-1] in IN_THE_HOUSE_BELOW):
        for form in tokens(one.text):
            needles.texts.add(list(form), one.file)


def _link_tokens(url: str) -> set[Tokens]:
    """Give the words of a link without scheme; a bare host is nothing private."""
    rest = re.sub(r"^(?:https?://)?(?:www\.)?", "", url)
    return tokens(rest) if re.search(r"/\w|\?", rest) else set()
