"""From the raw texts of a network to what must not be seen: names, addresses, numbers, roles, links, as words in an index."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from wiq_cli.scan import consent, shapes, wordnames
from wiq_cli.scan.folding import WORD, clean, folds, tokens
from wiq_cli.scan.persons import persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wiq_cli.scan.types import Kind, Scalar, Tokens

NETWORK = "wiq.yaml"
STAFF = frozenset({"ST", "UT", "KT", "PT"})
NOT_A_NAME = frozenset(
    {"kennung", "seit", "bis", "minderjaehrig", "zugang", "einwilligung", "email", "telefon", "rolle", "schema"}
)
IN_THE_HOUSE = frozenset({*consent.PEOPLE, "notizen", "einwilligung", "schema"})
IN_THE_HOUSE_BELOW = frozenset({"link", "tagesordnung", "protokolle", "notiz", "nachweis", "ausfall"})
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
    teams: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Needles:
    """All private values of a network. ``by_first`` gives the lengths to look up behind a first word."""

    by_tokens: dict[Tokens, Needle] = field(default_factory=dict)
    by_first: dict[str, set[int]] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    public_emails: set[str] = field(default_factory=set)
    public_numbers: set[str] = field(default_factory=set)
    public_links: set[str] = field(default_factory=set)
    released: dict[str, set[Tokens]] = field(default_factory=dict)
    people: int = 0

    @property
    def count(self) -> int:
        """How many values are looked for."""
        return len(self.by_tokens) + len(self.numbers)

    def add(self, key: Tokens, kind: Kind, team: str | None, *, word: bool = False, surname: bool = False) -> None:
        """Look for these words; on one team's pages, or everywhere."""
        needle = self.by_tokens.setdefault(key, Needle(kind, word=word))
        needle.everywhere |= team is None
        needle.word &= word
        needle.surname |= surname
        if team:
            needle.teams.add(team)
        self.by_first.setdefault(key[0], set()).add(len(key))

    def free(self, team: str, term: str) -> None:
        """Let a team's pages show a name or a word for a role in exactly this wording. Frees no address, number or link."""
        self.released.setdefault(team, set()).update(tokens(term))


def collect(scalars: Iterable[Scalar], heute: date) -> Needles:
    """Read all private values out of all texts of all files."""
    everything = list(scalars)
    entries = consent.people(everything)
    needles = Needles(people=len(entries))
    _collect_public(needles, everything)
    staff = {consent.team_of(one.file) for one in everything if one.path == ("art",) and one.text.strip() in STAFF}
    vocabulary = _vocabulary(everything)
    for entry in entries:
        _collect_person(needles, entry, staff=entry.team in staff, vocabulary=vocabulary)
    plain = vocabulary | wordnames.WORD_NAMES | wordnames.GENERIC | _public_names(everything)
    for entry in entries:
        for text in entry.texts.values():
            _collect_handles(needles, clean(text), plain)
    for one in everything:
        _collect_shapes(needles, one)
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
    for fold in folds(text):
        written = [tuple(WORD.findall(part)) for part in re.sub(r"['’]", "", fold).split()]
        written = [part for part in written if part and part[0] not in wordnames.TITLES]
        parts = [part for part in written if part[0] not in wordnames.PARTICLES] or written
        if not written:
            continue
        if len(written) > 1:
            for key in _full_names(parts, written):
                needles.add(key, "name", None, word=all(one in wordnames.WORD_NAMES for one in key))
        firsts = set() if len(parts) == 1 or "," in text else _in_parts(parts[0])
        for single in {one for part in written for one in _in_parts(part)}:
            if single[0] in wordnames.PARTICLES:
                continue
            is_word = all(one in wordnames.WORD_NAMES or one in vocabulary or len(one) <= 2 for one in single)  # noqa: PLR2004  # „Bo“
            for key in _inflected(single):
                needles.add(key, "name", team, word=is_word, surname=single not in firsts)
        for last in _in_parts(parts[-1]) if (particles := _particles(written)) else ():
            for key in _inflected((*particles, *last)):
                needles.add(key, "name", team, surname=True)


def _in_parts(part: Tokens) -> set[Tokens]:
    """Give a double name as it is, in one word, and each half."""
    return {part, ("".join(part),), *((bit,) for bit in part)}


def _particles(written: list[Tokens]) -> Tokens:
    """Give what stands in front of the surname: ``von der``."""
    particles: list[str] = []
    for part in reversed(written[:-1]):
        if part[0] not in wordnames.PARTICLES:
            break
        particles = [*part, *particles]
    return tuple(particles)


def _full_names(parts: list[Tokens], written: list[Tokens]) -> Iterator[Tokens]:
    """Give first name and surname in both orders, middle names left out, double names in part, and as it is written."""
    yield tuple(word for part in written for word in part)
    firsts = {parts[0], parts[0][:1], ("".join(parts[0]),)}
    particles = _particles(written)
    lasts = {parts[-1], parts[-1][:1], parts[-1][-1:]}
    for first, last in product(firsts, lasts):
        if particles:
            yield first + particles + last
        yield first + last
        yield last + first
        yield from ((*first, *last[:-1], form) for form in _endings(last[-1]))


def _inflected(single: Tokens) -> Iterator[Tokens]:
    yield single
    for form in _endings(single[-1]):
        yield (*single[:-1], form)


def _endings(word: str) -> Iterator[str]:
    """Raphaelas, Müllersche, Querflötens, Zachariasens."""
    yield word + ("ens" if word.endswith(("s", "x", "z")) else "s")
    if word.endswith("e"):
        yield word + "ns"
    for ending in ("sche", "schen", "scher", "sches"):
        yield word + ending


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
    for key in tokens(text):
        if key:
            needles.add(key, "role", None if len(key) >= ROLE_ALONE else team, word=len(key) < ROLE_ALONE)
    for part in re.split(r"[,;/&]|\bund\b", text):
        for key in tokens(part):
            if key:
                needles.add(key, "role", None if len(key) >= ROLE_ALONE else team, word=len(key) < ROLE_ALONE)


def _collect_number(needles: Needles, text: str) -> None:
    groups = [group for run in shapes.numbers(clean(text)) for group in run]
    digits = shapes.national("".join(groups))
    if len(digits) < 5 or digits in needles.public_numbers:  # noqa: PLR2004  # shorter ones are house numbers and years
        return
    needles.numbers.add(digits)
    local = "".join(groups[1:]) if groups[0].startswith("0") and len(groups[0]) <= 5 else ""  # noqa: PLR2004  # area codes
    if len(local) >= 5 and not groups[0].startswith(("01", "00")):  # noqa: PLR2004
        needles.numbers.add(local)


def _collect_shapes(needles: Needles, one: Scalar) -> None:
    """Addresses, numbers and links, wherever they stand: also under a key that nobody knows."""
    if not SHAPELY.search(one.text):
        return
    text = clean(one.text)
    for address in shapes.emails(text):
        if address not in needles.public_emails:
            for key in tokens(address):
                needles.add(key, "email", None)
    for digits in shapes.phones(text):
        if digits not in needles.public_numbers:
            needles.numbers.add(digits)
    private = stays_inside(one.path)
    for url in shapes.urls(text):
        if url not in needles.public_links and (private or shapes.JOIN.search(url)):
            for key in _link_tokens(url):
                needles.add(key, "link", None)


def _link_tokens(url: str) -> set[Tokens]:
    """Give the words of a link without scheme; a bare host is nothing private."""
    rest = re.sub(r"^(?:https?://)?(?:www\.)?", "", url)
    return tokens(rest) if re.search(r"/\w|\?", rest) else set()
