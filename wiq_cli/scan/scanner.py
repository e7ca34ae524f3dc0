"""Look for every private value in a text: an index of words, no list of patterns that grows with the network."""

from __future__ import annotations

from bisect import bisect
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan import blobs, context, hashes, shapes, wordnames
from wiq_cli.scan.containers.parts import Remark, Text, Unread
from wiq_cli.scan.containers.unpack import kind_of, parts
from wiq_cli.scan.folding import WORD, words
from wiq_cli.scan.renowned import covered as renowned_words
from wiq_cli.scan.seen import ANYBODY, Seen
from wiq_cli.scan.spellings import guesses
from wiq_cli.scan.types import CannotScan, Hit
from wiq_cli.scan.views import COMPARED, views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from wiq_cli.scan.containers.parts import Part
    from wiq_cli.scan.needles import Needle, Needles
    from wiq_cli.scan.types import Span, Tokens

    Worded = Callable[[str, list[str]], Iterator[Hit]]

READABLE = (".html", ".md", ".css", ".json", ".txt", ".xml", ".svg", ".ics", ".atom", ".csv", ".webmanifest", ".js")
FREED = ("name", "role")
MOST = 500  # hits in a text: whoever goes through them looks again anyway


class Found(NamedTuple):
    """A needle in a list of words: the numbers of its first word and of the word behind its last."""

    key: Tokens
    needle: Needle
    first: int
    behind: int


class View(NamedTuple):
    """A text with its words, folded, and where each of them stands."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]

    def span(self, one: Found) -> tuple[int, int]:
        return self.spans[one.first][0], self.spans[one.behind - 1][1]


def scan_file(needles: Needles, output: str, data: bytes, team: str | None) -> set[Hit]:
    """Look through one file and its name. ``team``: whose page it is. Raises ``CannotScan``: what it cannot read it does not pass."""
    return scan_parts(needles, output, opened(output, data), team)


def opened(output: str, data: bytes) -> Iterator[Part]:
    """Give the name of a file as a text, and all that is in it. Raises ``CannotScan``."""
    if output.endswith(READABLE):
        _check_text(output, data)
    elif not kind_of(output, data):
        raise CannotScan("binary", output)
    yield Text((), output.replace("/", " / "))
    yield from parts(output, data)


def scan_parts(needles: Needles, output: str, found: Iterable[Part], team: str | None) -> set[Hit]:
    """Look through what was found in a file."""
    return {hit for part in found for hit in scan_part(needles, part, output, team)}


def scan_part(needles: Needles, part: Part, output: str, team: str | None) -> set[Hit]:
    """Look through one thing out of a file. Raises ``CannotScan``, also for a text without end."""
    if isinstance(part, Unread):
        raise CannotScan(part.reason, output)
    if isinstance(part, Remark):
        return {Hit("location", ())} if part.what == "location" else set()
    try:
        return scan_text(needles, part.text, part.form, team)
    except CannotScan as error:
        raise CannotScan(error.reason, output) from None


def _check_text(output: str, data: bytes) -> None:
    """Refuse a page that is not written as wiq writes: a browser might read it otherwise."""
    if b"\0" in data:
        raise CannotScan("binary", output)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise CannotScan("encoding", output) from None


def scan_text(needles: Needles, text: str, name: str, team: str | None, *, most: int = MOST) -> set[Hit]:
    """Look through a text, until there is more than ``most``. Raises ``CannotScan`` for one without end."""
    hits: set[Hit] = set()
    for region in needles.screen.regions(text, name, team, lambda part: _touches(needles, part, name)):
        hits |= _search_once(needles, region, name, team, most)
        if len(hits) > most:
            break
    return hits


def _touches(needles: Needles, text: str, name: str) -> bool:
    """Whether a text holds anything at all, for whichever team, seen as a name or not."""
    if needles.memory.is_empty(text, name):
        return False
    known = needles.memory.of(ANYBODY)
    seen = Seen(known)
    if any(True for _ in _told(needles, text, name, lambda _, written: map(_as_hit, _lookup(needles, written)), seen)):
        return True
    seen.keep(known)
    needles.memory.note_empty(text, name)
    return False


def _search_once(needles: Needles, text: str, name: str, team: str | None, most: int) -> set[Hit]:
    """Search what was not seen before. Where something is found next to what was left out, search everything."""
    freed = needles.released.get(team or "")
    known = {} if freed else needles.memory.of(team)  # beside a name that may stand there, a role tells something
    seen = Seen(known)
    sure, doubtful = set[Hit](), set[Hit]()
    for hit, is_whole in _told(needles, text, name, _worded_for(needles, team), seen):
        (sure if is_whole else doubtful).add(hit)
        if len(sure) > most:
            return sure
    if doubtful - sure:
        return search(needles, text, name, team, sure | doubtful, most=most)
    if not sure:
        seen.keep(known)
        if team and not freed:  # then less counts on the pages of all
            seen.keep(needles.memory.of(None))
    return sure


def search(
    needles: Needles,
    text: str,
    name: str,
    team: str | None,
    possible: AbstractSet[Hit] | None = None,
    *,
    most: int = MOST,
) -> set[Hit]:
    """Look through a text in all its views, until there is more than ``most``, or all that is ``possible``.

    Raises ``CannotScan`` for a text without end.
    """
    hits: set[Hit] = set()
    for hit, _ in _told(needles, text, name, _worded_for(needles, team)):
        hits.add(hit)
        if len(hits) > most or hits == possible:
            break
    return hits


def _worded_for(needles: Needles, team: str | None) -> Worded:
    return lambda view, written: _worded(needles, view, written, team)


def _told(
    needles: Needles, text: str, name: str, worded: Worded, seen: Seen | None = None
) -> Iterator[tuple[Hit, bool]]:
    """Go through a text in all its views, without what was ``seen``. Give what is found, and whether in a whole view.

    ``worded`` says what the words of a view mean.
    """

    def known(view: str) -> Iterator[Hit]:
        for digits in _numbers(needles, view):
            yield Hit("link" if digits in needles.meetings else "phone", (digits,))
        for written in words(view):
            yield from worded(view, written)
            yield from (Hit("text", run) for run in needles.texts.search(written))

    found = []
    for view, is_whole in views(text, name, seen):
        if not needles.memory.note_read(len(view)):
            raise CannotScan("size", name)
        for hit in chain(_shaped(needles, view), _hashed(needles, view), known(view)):
            yield hit, is_whole
        found.append((view, is_whole))
    for guess, is_whole in ((guess, is_whole) for view, is_whole in found for guess in guesses(view)):
        fresh = seen.fresh(guess, name, COMPARED) if seen else guess
        yield from ((hit, is_whole and fresh == guess) for hit in known(fresh))


def _shaped(needles: Needles, view: str) -> Iterator[Hit]:
    for address in shapes.emails(view):
        if address not in needles.public_emails:
            yield Hit("email", (address,))
    for url in shapes.join_links(view):
        yield Hit("link", (url,))
    for digits in shapes.phones(view):
        if digits not in needles.public_numbers:
            yield Hit("phone", (digits,))


def _hashed(needles: Needles, view: str) -> Iterator[Hit]:
    runs = [match[0] for match in hashes.RUN.finditer(view)]
    for run in (*runs, *blobs.digests(view)):
        if run in needles.numbers or shapes.national(run) in needles.numbers:
            continue  # is found as what it is
        if known := needles.hashes.find(run):
            yield Hit(known[1], (known[0],))


def _numbers(needles: Needles, view: str) -> set[str]:
    """Find known numbers, also behind dates; without their area code only where no date or time helps to make them up."""
    runs = set(map(tuple, shapes.numbers(view)))
    if not any(True for groups in runs for _ in shapes.known_numbers(needles.all_numbers, groups)):
        return set()
    found = {digits for groups in runs for digits in shapes.known_numbers(needles.numbers, groups)}
    local = needles.local_numbers
    if any(True for groups in runs for _ in shapes.known_numbers(local, groups)):
        undated = set(map(tuple, shapes.numbers(view, dates=False)))
        found |= {digits for groups in undated for digits in shapes.known_numbers(local, groups)}
    return found


def _worded(needles: Needles, text: str, written: list[str], team: str | None) -> Iterator[Hit]:
    found = [
        one
        for one in _lookup(needles, written)
        if one.needle.everywhere or team in one.needle.teams or (one.needle.surname and _titled(written, one.first))
    ]
    free = _released(needles.released.get(team or "", set()), written)
    renowned = renowned_words(written)
    found = [one for one in found if one.needle.kind != "name" or len(one.key) > 1 or one.first not in renowned]
    rest = [one for one in found if one.needle.kind not in FREED or not free.issuperset(range(one.first, one.behind))]
    if not rest:
        return
    view = View(text, written, _spans(text, written))
    names = [one for one in found if one.needle.kind == "name" and _is_name(view, one)]
    meant, beside = {one[2:] for one in names}, context.neighbours(map(view.span, names))
    doubtful = [
        one
        for one in found
        if one.needle.kind == "name" and one.needle.word and len(one.key) == 1 and one[2:] not in meant
    ]
    given = context.neighbours(view.span(one) for one in doubtful if not one.needle.surname)
    names += [
        one
        for one in doubtful
        if context.is_beside(text, span := view.span(one), beside(span))
        or (not one.needle.surname and context.is_in_a_row(text, span, given(span)))
    ]
    meant = {one[2:] for one in names}
    lines = {context.line_around(text, *view.span(one)) for one in names}
    addresses = list(shapes.email_spans(text))
    roles: dict[tuple[Span, Tokens], bool] = {}  # the same word may stand in a long line often
    told: set[Hit] = set()
    for one in rest:
        hit = _as_hit(one)
        if hit in told:
            continue
        if hit.kind == "name":
            shows = one[2:] in meant and not _is_inside_address(needles, view, one, addresses)
        elif hit.kind != "role" or not one.needle.word:
            shows = not _is_no_handle(needles, view, one) and not _is_public_email(needles, view, one)
        else:
            line = context.line_around(text, *view.span(one))
            if (line, one.key) not in roles:
                whole = text[slice(*line)]
                roles[line, one.key] = context.is_role_of_somebody(whole, one.key, named=line in lines)
            shows = roles[line, one.key]
        if shows:
            told.add(hit)
    yield from told


def _is_no_handle(needles: Needles, view: View, found: Found) -> bool:
    """Whether a word that is also the beginning of an address means nobody here: in German a noun has a capital."""
    start = view.span(found)[0]
    if found.needle.kind != "email" or not found.needle.word or view.text[start - 1 : start] == "@":
        return False
    return view.text[start].isupper() or needles.common >= set(found.key)


def _titled(written: list[str], first: int) -> bool:
    """Whether the word before, or the one before that, says that a surname follows: Frau Dr. Quast."""
    return not wordnames.SURNAME_FOLLOWS.isdisjoint(written[max(0, first - 1) : first])


def _as_hit(one: Found) -> Hit:
    return Hit(one.needle.kind, one.key)


def _lookup(needles: Needles, written: list[str]) -> Iterator[Found]:
    """Look up whole runs of words; a list of needles per first word would be quadratic."""
    needles.meet(written)
    by_first = needles.by_first
    if by_first.keys().isdisjoint(written):
        return
    for first in [number for number, word in enumerate(written) if word in by_first]:
        for length in by_first[written[first]]:
            key = tuple(written[first : first + length])
            if len(key) == length and key in needles.by_tokens:
                for needle in needles.by_tokens[key].values():
                    yield Found(key, needle, first, first + length)


def _spans(text: str, written: list[str]) -> list[tuple[int, int]]:
    """Say where the words stand in the text before folding; folding makes and splits no words but in odd scripts."""
    spans = [match.span() for match in WORD.finditer(text)]
    return spans if len(spans) == len(written) else [(0, len(text))] * len(written)


def _is_name(view: View, one: Found) -> bool:
    start, end = view.span(one)
    if context.is_place(view.text, end) or context.is_abbreviation(view.text, start, end):
        return False
    spans = view.spans[one.first : one.behind]
    if one.needle.initial:
        return context.is_initial(view.text, spans)
    before = view.words[max(0, one.first - 2) : one.first]
    if not one.needle.word:
        if len(one.key) == 1 and context.is_of_a_place(view.text, start, end, before):
            return False
        return not (_is_inflected_word(one.key) and context.is_genitive(view.text, start, before))
    if len(one.key) > 1:  # a full name made of words
        return context.is_full_name(view.text, spans, before)
    return context.is_used_as_name(view.text, start, end, before)


def _is_inflected_word(key: Tokens) -> bool:
    """Whether a name is a word of the language with an s behind it."""
    return len(key) == 1 and key[0].endswith("s") and key[0][:-1] in wordnames.WORD_NAMES


def _is_inside_address(needles: Needles, view: View, one: Found, addresses: list[tuple[int, int]]) -> bool:
    """Whether an address holds the name: then the address is the finding, or a public list is called after somebody."""
    start, end = view.span(one)
    around = addresses[bisect(addresses, (start, len(view.text))) - 1] if addresses else (end, end)
    if not around[0] <= start <= end <= around[1]:
        return False
    return len(one.key) == 1 or not needles.public_emails.issuperset(shapes.emails(view.text[slice(*around)]))


def _is_public_email(needles: Needles, view: View, one: Found) -> bool:
    """Whether the words of a private address are part of a longer public one."""
    if one.needle.kind != "email":
        return False
    longer = [address for address in needles.public_emails if all(word in address for word in one.key)]
    if not longer:
        return False
    start, end = view.span(one)
    return not set(longer).isdisjoint(shapes.emails(view.text[max(0, start - 64) : end + 64]))


def _released(released: set[Tokens], written: list[str]) -> set[int]:
    """Give the numbers of the words that a released full name covers, and no others."""
    firsts = {key[0] for key in released if key}
    if firsts.isdisjoint(written):
        return set()
    return {
        number
        for position in [number for number, word in enumerate(written) if word in firsts]
        for key in released
        if tuple(written[position : position + len(key)]) == key
        for number in range(position, position + len(key))
    }
