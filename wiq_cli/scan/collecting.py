"""Read all private values out of the texts of a network: what to look for, and what is public by declaration."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING

from wiq_cli.scan import consent, places, shapes, wordnames
from wiq_cli.scan.folding import clean, tokens
from wiq_cli.scan.lexicon import Value
from wiq_cli.scan.persons import persons
from wiq_cli.scan.spelt import ROLE_ALONE, initials_of, is_handle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiq_cli.scan.types import Scalar
from wiq_cli.scan.asides import named_aside
from wiq_cli.scan.needles import Needles

NETWORK = "wiq.yaml"
STAFF = frozenset({"ST", "UT", "KT", "PT"})
NOT_A_NAME = frozenset(
    {"kennung", "seit", "bis", "minderjaehrig", "zugang", "einwilligung", "email", "telefon", "rolle", "schema"}
)
COMMENT = "#"  # stands for a comment where a key would stand
IN_THE_HOUSE = frozenset({*consent.PEOPLE, "notizen", "einwilligung", "schema", COMMENT})
IN_THE_HOUSE_BELOW = frozenset({"link", "tagesordnung", "protokolle", "notiz", "nachweis", "ausfall", "bedenken"})
OF_NO_USE = frozenset({"seit", "bis", "zugang", "verteiler", "foto"})  # of a person; never a value to look for
ALWAYS = frozenset({"art", "name", "verteiler", "stadtteile", "themen", "kooperationspartner"})
REASON, WHEN = "ausfall", re.compile(r"^[\d\s.:-]+")  # why a meeting was cancelled, and the day in front of it
NO_SENTENCE = frozenset({COMMENT, "schema"})
VOCABULARY = frozenset({"stadtteile", "themen"})
PLACES = {("ort",), ("zeitzone",)}  # of the network, on many pages
SHARED = 2  # a word is common property when the lists of so many files hold it; in one file it may be a slip
NOT_DIGITS = re.compile(r"\D")
SHAPELY = re.compile(r"[@\d]|[(\[{<]|://|www\.")  # no address, number or link without one of these

BARE = re.compile(
    r"(?:19|20|21)\d\d-\d\d-\d\d|\d{1,4}(?:[.,]\d{1,2})?"
)  # a day, an amount: nearly half of all texts with digits


def collect(scalars: Iterable[Scalar], heute: date, *, anywhere: bool = False) -> Needles:
    """Read all private values out of all texts of all files. ``anywhere``: each counts on all pages."""
    enabled = gc.isenabled()
    gc.disable()  # nothing here is garbage: going through all that lives again and again would take half of the time
    try:
        return _collect(list(scalars), heute, anywhere=anywhere)
    finally:
        if enabled:
            gc.enable()


def _collect(everything: list[Scalar], heute: date, *, anywhere: bool) -> Needles:
    entries = consent.people(everything)
    topics = _vocabulary(everything)
    plain = topics | wordnames.WORD_NAMES | wordnames.GENERIC | _public_names(everything)
    members = sum(not consent.is_forgotten(entry, heute) for entry in entries)
    needles = Needles(people=members, topics=topics, plain=plain, anywhere=anywhere)
    _collect_public(needles, everything)
    staff = {consent.team_of(one.file) for one in everything if one.path == ("art",) and one.text.strip() in STAFF}
    for entry in entries:
        _collect_person(needles, entry, staff=entry.team in staff)
    for one in everything:
        private = stays_inside(one.path)
        if one.path[:1] == (COMMENT,) or (private and one.path[0] not in consent.PEOPLE):
            _collect_aside(needles, one)
        if SHAPELY.search(one.text) and not BARE.fullmatch(one.text):
            _collect_shapes(needles, one, private=private)
        if private:
            _collect_text(needles, one)
    for file, place in places.hidden(everything):
        street = any(True for _ in places.addresses(place))  # counts on all pages
        needles.know(Value("location", place, consent.team_of(file), whole=street))
    for file, address in places.noted(everything, (one for one in everything if stays_inside(one.path))):
        needles.know(Value("location", address, consent.team_of(file), whole=True))
    for team, names in consent.released_names(entries, heute).items():
        for name in names:
            needles.free(team, name)
    return needles


def stays_inside(path: tuple[str | int, ...]) -> bool:
    """Whether a place of a file is none that feeds a page."""
    return bool(path) and (path[0] in IN_THE_HOUSE or not IN_THE_HOUSE_BELOW.isdisjoint(path))


def matters(one: Scalar) -> bool:
    """Whether a text says what to look for, or what is public."""
    top = one.path[0] if one.path else ""
    if top == COMMENT:
        return bool(SHAPELY.search(one.text)) or any(True for _ in named_aside(one))
    if top in consent.PEOPLE:
        return OF_NO_USE.isdisjoint(one.path[2:4])
    if top == places.MEETINGS and (one.path[-1] == places.PLACE or "(" in one.text):
        return True
    return top in ALWAYS or one.file == NETWORK or stays_inside(one.path)


def _vocabulary(scalars: list[Scalar]) -> set[str]:
    """Give the words for places and topics that several teams use, and the network's own place and time zone."""
    files: dict[str, set[str]] = {}
    for one in scalars:
        place = one.file == NETWORK and one.path in PLACES
        if place or (one.path and one.path[0] in VOCABULARY):
            for word in {word for form in tokens(one.text) for word in form}:
                files.setdefault(word, set()).update({one.file, "*"} if place else {one.file})
    return {word for word, where in files.items() if len(where) >= SHARED}


def _collect_public(needles: Needles, scalars: list[Scalar]) -> None:
    """What is public by declaration: lists on the network's own domain, the carrier's contact, partners' pages."""
    network = {one.path: one.text.strip() for one in scalars if one.file == NETWORK}
    domain = network.get(("domain",), "").casefold()
    if domain:
        label = domain.partition(".")[0]  # stands in every address there, however its signs are spelt out
        personal = {
            address
            for one in scalars
            if one.path[:1] and one.path[0] in consent.PEOPLE and label in one.text.casefold()
            for address in shapes.emails(one.text)
        }
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


def _collect_person(needles: Needles, entry: consent.Entry, *, staff: bool) -> None:
    for path, text in entry.texts.items():
        key = path[0]
        if key == "rolle":
            whole = any(len(words) >= ROLE_ALONE for words in tokens(text))
            needles.know(Value("role", text, entry.team, whole=whole))
        elif key == "telefon":
            _collect_number(needles, text)
        elif key not in NOT_A_NAME:
            for one in persons(clean(text), is_name=key == "name"):
                team = None if staff else entry.team
                needles.know(Value("name", one, team, whole=True))
                for initials in initials_of(one, team):
                    needles.add(initials)


def _public_names(scalars: list[Scalar]) -> set[str]:
    """Give the words in the names of the network and its teams."""
    return {word for one in scalars if one.path == ("name",) for form in tokens(one.text) for word in form}


def _collect_aside(needles: Needles, one: Scalar) -> None:
    """A person in a comment or a note: an entry put aside, a surname behind its title, a first name with the noun behind it."""
    for name in named_aside(one):
        needles.know(Value("name", name, consent.team_of(one.file), whole=True))


def _collect_number(needles: Needles, text: str) -> None:
    groups = [group for run in shapes.numbers(clean(text)) for group in run]
    digits = shapes.national("".join(groups))
    if len(digits) < 5 or digits in needles.public_numbers:  # noqa: PLR2004  # shorter ones are house numbers and years
        return
    needles.dialled.add(digits)
    needles.numbers |= {digits, ("0" + digits)[::-1]}
    local = "".join(groups[1:]) if groups[0].startswith("0") and len(groups[0]) <= 6 else ""  # noqa: PLR2004  # area codes
    if len(local) >= 5 and not groups[0].startswith(("01", "00")):  # noqa: PLR2004
        needles.local_numbers.add(local)


def _collect_shapes(needles: Needles, one: Scalar, *, private: bool) -> None:
    """Addresses, numbers and links, wherever they stand: also under a key that nobody knows."""
    text = clean(one.text)
    for address in shapes.emails(text):
        if address not in needles.public_emails:
            needles.emails |= _hashable(address)
            needles.know(Value("email", address, whole=True))
        if one.path[:1] and one.path[0] in consent.PEOPLE:
            _collect_handle(needles, address)
    for digits in shapes.phones(text):
        if digits not in needles.public_numbers:
            needles.dialled.add(digits)
            needles.numbers.add(digits)
    _collect_links(needles, text, private=private)


def _collect_links(needles: Needles, text: str, *, private: bool) -> None:
    """Links that let into a meeting, all links that stay inside, and what of them lets in by itself."""
    codes = list(shapes.dial_codes(text)) if private else []
    for url in shapes.urls(text):
        rest = _without_scheme(url)
        if rest and url not in needles.public_links and (private or shapes.JOIN.search(url)):
            needles.know(Value("link", rest, whole=True))
            codes += shapes.link_codes(rest)
    for code in codes:
        _collect_code(needles, code)


def _collect_code(needles: Needles, code: str) -> None:
    """What lets into a meeting without its link: a number in whatever grouping, or the words of a room."""
    digits = NOT_DIGITS.sub("", code)
    if len(digits) == sum(map(str.isalnum, code)):
        needles.numbers.add(shapes.national(digits))
        needles.meetings.add(shapes.national(digits))
    else:
        needles.know(Value("link", code, whole=True))


def _collect_handle(needles: Needles, address: str) -> None:
    """The part of a person's address before the sign goes by itself as a handle."""
    handle = address.partition("@")[0].partition("+")[0]
    if any(is_handle(key, needles.plain) for key in tokens(handle)):
        needles.know(Value("handle", handle, whole=True))


def _hashable(address: str) -> set[str]:
    """Give an address as it may have been hashed: without its sub-address, too."""
    local, _, domain = address.partition("@")
    return {address, f"{local.partition('+')[0]}@{domain}"}


def _collect_text(needles: Needles, one: Scalar) -> None:
    """A sentence that stays inside."""
    if one.path[0] not in NO_SENTENCE and (one.path[0] not in consent.PEOPLE or one.path[-1] in IN_THE_HOUSE_BELOW):
        short = REASON in one.path
        needles.texts.add(WHEN.sub("", one.text) if short else one.text, one.file, short=short)


def _without_scheme(url: str) -> str:
    """Give a link without its scheme; a bare host is nothing private."""
    rest = re.sub(r"^(?:https?://)?(?:www\.)?", "", url)
    return rest if re.search(r"/\w|\?", rest) else ""
