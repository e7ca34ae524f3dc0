"""What looks like an e-mail address, a phone number or a link into a meeting, whoever it belongs to."""

from __future__ import annotations

import functools
import re
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import unquote

from wiq_cli.domain.late import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EMAIL = late(r"[\w.!#$%&'*+/=?^`{|}~-]+@(?:[\w-]+\.)+[^\W\d_][\w-]+")
UID = late(r"\bUID[:;]\S*|[\"']uid[\"']\s*:\s*[\"'][^\"'\n]*", re.IGNORECASE)  # of an entry in a calendar
SIGN = r"(?:at|ät|aet|@|klammeraffe|affenschwanz)"
SIGN_IN_BRACKETS = rf"(?:{SIGN}|a)"
OPEN, CLOSE = r"[(\[{<‹«*_|~/\\'\"–—-]{1,3}", r"[)\]}>›»*_|~/\\'\"–—-]{1,3}"  # dashes
AT = late(
    rf"(?<=\w)(?:\s{{0,4}}{OPEN}\s{{0,4}}{SIGN_IN_BRACKETS}\s{{0,4}}{CLOSE}\s{{0,4}}|\s{{1,4}}{SIGN}\s{{1,4}}|\s{{0,4}}@\s{{0,4}})(?=\w)",
    re.IGNORECASE,
)
DOT = rf"(?:\s{{0,4}}{OPEN}\s{{0,4}}(?:dot|punkt|\.)\s{{0,4}}{CLOSE}\s{{0,4}}|\s{{1,4}}(?:dot|punkt)\s{{1,4}}|\.)"
DOTS = late(DOT, re.IGNORECASE)
HOST = late(rf"[\w-]{{1,63}}(?:{DOT}[\w-]{{1,63}}){{0,8}}{DOT}[^\W\d_]{{2,}}", re.IGNORECASE)
LOCAL = late(r"[\w.+-]+\Z")
HIDDEN = late(
    r"(?<![^\W_])(?:at|ät|aet|klammeraffe|affenschwanz)(?![^\W_])|\(a\)|\[a\]|\{a\}|@\s|\s@|@[^\s@]{1,63}\s{0,4}\W?\s{0,4}(?:dot|punkt)\b",
    re.IGNORECASE,
)
BEHIND = late(r"[\w-]{1,255}\.[\w-]")
LOCAL_PART, DOMAIN = 80, 260
HANDLE = late(r"(?<!\w)@\Z")  # @team@netz.town
PICTURE = late(r"@\d(?:\.\d)?x[.-]|\.(?:png|jpe?g|gif|svg|webp|avif)\W*\Z", re.IGNORECASE)  # logo@2x.png

URL = late(r"(?:https?://|www\.)[^\s<>\"'()\[\]]+", re.IGNORECASE)
DIAL = late(
    r"\b(?:meeting|besprechungs?|zoom|teams|webinar|konferenz|webex)[\s-]{0,2}(?:id|nr|nummer|kennnummer|raum)\b\W{0,4}(\d[\d\s-]{7,18}\d)"
    r"|\b(?:kenncode|passcode|zugangscode|einwahl-?code|(?:meeting-?|zoom-?|teams-?)?(?:passwort|kennwort))\b"
    r"(?:(?: (?!und\b|oder\b)[^\W\d_]{2,20}){0,4} ?[:=]|(?: lautet| ist| heißt)?)[\s„\"'»]{1,4}(?=[^\s\d]{0,20}\d)(?!\d{1,3}\s)(\S{4,20})",
    re.IGNORECASE,
)
DIAL_HINTS = (
    "meeting", "besprechung", "zoom", "webinar", "konferenz", "webex", "kenncode", "passcode", "zugangscode", "einwahl", "passwort", "kennwort",
)  # fmt: skip
DIAL_TEAMS = late(r"teams[\s-]{0,2}(?:id|nr|nummer|kennnummer|raum)\b")
JOIN = late(
    r"(?:teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)|zoom\.(?:us|com)/(?:j|my|s|w)|meet\.google\.com/[a-z]|meet\.jit\.si/|"
    r"webex\.com/(?:meet|join|\w+/j\.php)|whereby\.com/|gotomeet(?:ing)?\.(?:me|com)/|chat\.whatsapp\.com/|signal\.group/|t\.me/(?:\+|joinchat)|"
    r"discord\.(?:gg|com/invite)|/(?:bbb|b|rooms)/\w{2,4}-\w{2,4}-\w{2,4}|(?:bigbluebutton|bbb|jitsi|konferenz)[\w.-]{0,100}\.[a-z]{2,}/)[^\s<>\"']*",
    re.IGNORECASE,
)

MEETING_HINTS = (
    ".com/", ".us/", ".si/", ".group/", ".gg/", "t.me/", "/bbb/", "/b/", "/rooms/", "bbb", "bigbluebutton", "jitsi", "konferenz",
)  # fmt: skip

NO_PHONE = late(
    r"(?=[\d-])(?:"  # these begin with a digit, or with a sign before it
    r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:19|20|21)\d{2}|\d{2})?(?!\d)"  # 24.11.2026, 24.11.
    r"|(?<!\d)(?:19|20|21)\d{2}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2})?(?:z|[+-]\d{2}:?\d{2})?)?(?!\d)"  # 2026-11-24T18:00:00+01:00
    r"|(?<!\d)\d{1,2}[:.]\d{2}(?:\s?[-–]\s?\d{1,2}[:.]\d{2})?\s?(?:uhr|h)\b"  # 18.30 Uhr
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"  # 18:30
    r"|(?<!\d)(?:19|20|21)\d{2}\s?[-–/]\s?(?:(?:19|20|21)\d{2}|\d{2})(?!\d)"  # 2026/27
    r"|(?<![\d.])-?\d{1,3}\.\d{4,},?\s+-?\d{1,3}\.\d{4,}"  # a place on the map
    r"|(?<![\w.+])-?\d\.\d{5,}(?![\w./-])"  # a number with a fraction
    r")|\b(?:"  # these are words, or begin with one
    r"[a-z]{2}\d{2}(?:\s?\w{4}){3,7}(?:\s?\w{1,4})?\b"  # an IBAN
    r"|[a-z]{2}-?\d{2}-?[a-z]{3}-?0\d{10}\b"  # who may collect a direct debit
    r"|is[bsm]n(?:-1[03])?:?\s?[\d -]{7,16}[\dx]\b"
    r"|(?:antrag|artikel|auftrag|bank|bau|beleg|bestell|buchung|charge|depot|fahrgestell|gläubiger|glaeubiger|förder|inventar|kassen|konto|kunde|mandat|material|police|matrikel|mitglied|paket|projekt|rahmen|rechnung"
    r"|sendung|serie|spende|steuer|verein|versicherung|vertrag|vorgang|zähler)\w*[ -]?(?:nummer|nr\.?|stand|kennzeichen|code|id)[.:]{0,2}\s{0,3}[\w./-]{0,40}\d[\w./-]*"
    r"|(?:az|aktenzeichen|vr|hrb|gnr|register\w*|drucksache|vorgang|vorgänge|art\.-nr|kto|konto|blz|ust-id\w*|steuernummer)\b[.:]{0,2}\s?[\w./-]{0,40}\d[\w./-]*"
    r"|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b"  # what a machine calls an entry
    r")|#(?<!\w#)(?:[\da-f]{8}|[\da-f]{6})(?!\w)",  # a colour
    re.IGNORECASE,
)
TIME = late(
    r"(?<![\w.,:+/(-])(?:\d\d?\.\d\d?\.(?:19|20|21)\d\d|(?:19|20|21)\d\d-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?|\d\d?:\d\d)(?![\w:/-]|\.\d)"
)
"""Days and times that ``NO_PHONE`` takes out as well, but sooner."""
DRAWING = late(
    r"\b(?:viewbox|points|transform|enable-background|stroke-dasharray)\s?=\s?(?:\"[^\"]*\"|'[^']*')|\bd\s?=\s?(?:\"\s?m[^\"]*\"|'\s?m[^']*')|\b[MLCSQTA]\d[\d.,\sMLHVCSQTAZ-]{8,}"
    r"|\b[MLCSQTAHV]-?\d{0,3}\.\d{1,3}[,\s-][\d.,\sMLHVCSQTAZ-]{8,}",
    re.IGNORECASE,
)
DRAWN = late(
    r"=(?:(?<=\bd.)|(?<=\bd\s.))|\d(?:(?<=[mlcsqtahv].)|(?<=[mlcsqtahv]-.)|(?<=[mlcsqtahv]\..)|(?<=[mlcsqtahv]-\..))"
)
DRAWING_WORDS = ("viewbox", "points", "transform", "enable-background", "stroke-dasharray")
HEX = late(r"[0-9a-fA-F]{32}")
HASH = late(r"\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{32,}\b", re.IGNORECASE)
DIGITS = late(r"\d(?<!\d\d)(?:(?:[^\w<>]|_){0,4}\d){4,}")  # whatever stands between; over line ends, too
RUN = late(r"(?<!\w)(?<!\d[.,])(?:\+\s?|\(\+?)?\d(?:[ \t\-‐‑–—−/().·•⁄∕]{0,4}\d)+(?!\w)")  # dashes
MANY_DIGITS = late(r"\d(?:[^\w\n]{0,4}\d){6}")
GROUP = late(r"\d+")
LABEL = late(
    r"(?:tel|telefon|fon|mobil|handy|ruf|rufnummer|whatsapp|signal|anruf\w*|durchwahl|einwahl|phone)\.?\s*(?:nr\.?|nummer)?\s*[:.]?\s*$",
    re.IGNORECASE,
)
SHORTEST, LONGEST, POSTCODE = 7, 15, 5
MANY_GROUPS = 60
FEW_GROUPS = 5
SHORTEST_KNOWN, LONGEST_KNOWN = 5, 19  # with what is dialled in front
SHORTEST_CODE = 8


def emails(text: str) -> Iterator[str]:
    """Everything address-shaped; also where the sign or the dot is spelt out, in brackets or between blanks."""
    if "@" in text and "uid" in text.casefold():
        text = UID.sub("", text)
    yield from _emails(text)
    if (plain := plain_signs(text)) != text:
        yield from _emails(plain)


def _emails(text: str) -> Iterator[str]:
    for start, end in email_spans(text):
        yield text[start:end].strip(".").casefold().lstrip("'/=*`{|}~!#$%&?^_-").rstrip("_-")


def plain_signs(text: str) -> str:
    """Write ``x (at) y punkt example`` as ``x@y.example``, wherever a domain follows; other texts stay as they are."""
    if not HIDDEN.search(text):
        return text
    done, pieces = 0, []
    for sign in AT.finditer(text):
        host = HOST.match(text, sign.end(), sign.end() + DOMAIN)
        if host and sign.start() >= done and LOCAL.search(text, max(0, sign.start() - LOCAL_PART), sign.start()):
            pieces += [text[done : sign.start()], "@", DOTS.sub(".", host[0])]
            done = host.end()
    return "".join([*pieces, text[done:]])


def email_spans(text: str) -> Iterator[tuple[int, int]]:
    """Find addresses by their sign: going through every word in front of one would cost most of the scan."""
    before, sign = -1, text.find("@")
    while sign >= 0:
        following = text.find("@", sign + 1)
        first, behind = max(before + 1, sign - LOCAL_PART), sign + DOMAIN
        behind = min(behind, following) if following >= 0 else behind  # there is one sign in an address
        match = EMAIL.search(text, first, behind) if BEHIND.match(text, sign + 1) else None
        if match and not PICTURE.search(match[0]) and not HANDLE.search(text, max(0, match.start() - 2), match.start()):
            yield match.span()
        before, sign = sign, following


def join_links(text: str) -> Iterator[str]:
    """Links that let a stranger into a meeting or a chat."""
    lower = text.casefold()
    yield from _dial_codes(text, lower)
    if any(hint in lower for hint in MEETING_HINTS):
        for match in JOIN.finditer(text):
            yield match[0].casefold()


def dial_codes(text: str) -> Iterator[str]:
    """Give numbers of meetings and passwords behind a word that says what they are."""
    yield from _dial_codes(text, text.casefold())


def _dial_codes(text: str, lower: str) -> Iterator[str]:
    if any(hint in lower for hint in DIAL_HINTS) or DIAL_TEAMS.search(lower):
        for match in DIAL.finditer(text):
            yield "".join(one for one in match.groups() if one).casefold()


def link_codes(url: str) -> Iterator[str]:
    """Give what lets in by itself, without the link: numbers of meetings, names of rooms with digits in them, passwords."""
    for part in re.split(r"[/?&#=]", unquote(url).partition("/")[2]):
        if any(map(str.isdigit, part)) and sum(map(str.isalnum, part)) >= SHORTEST_CODE:
            yield part


def urls(text: str) -> Iterator[str]:
    """All web addresses."""
    for match in URL.finditer(text):
        yield match[0].rstrip(".,;:!?").casefold()


def national(digits: str) -> str:
    """Give the part of a number that identifies it, however it is dialled."""
    for prefix in ("0049", "49"):
        if digits.startswith(prefix) and len(digits) > len(prefix) + 6:
            digits = digits[len(prefix) :]
            break
    return digits.lstrip("0")


def numbers(text: str, *, dates: bool = True) -> Iterator[list[str]]:
    """Every run of digits as its groups, dates included: a known number must not hide behind one."""
    text = without_drawings(_without_hashes(text))
    for match in DIGITS.finditer(text if dates else NO_PHONE.sub(" x ", text)):
        groups = GROUP.findall(match[0])
        for first in range(
            0, len(groups), MANY_GROUPS // 2
        ):  # pieces that overlap, so that no number falls between two
            yield groups[first : first + MANY_GROUPS]


def known_numbers(known: set[str], groups: Sequence[str]) -> Iterator[str]:
    """Find known numbers that begin and end where a group does."""
    whole = "".join(groups)
    ends = list(accumulate(map(len, groups)))
    for first, start in enumerate((0, *ends[:-1])):
        for behind, end in enumerate(ends[first : first + LONGEST_KNOWN], start=first + 1):
            if end - start < SHORTEST_KNOWN:
                continue
            if end - start > LONGEST_KNOWN:
                break
            digits = whole[start:end]
            one = national(digits) if digits.startswith(("0", "49")) and digits not in known else digits
            if one in known and (digits.startswith(("0", "49")) or is_dialled(groups[first:behind])):
                yield one


def is_dialled(groups: Sequence[str]) -> bool:
    """Whether digits without a leading zero are grouped as numbers are: in a few groups, or one by one."""
    return all(len(one) == 1 for one in groups) or (
        len(groups) <= FEW_GROUPS and all(len(one) > 1 for one in groups[1:])
    )


def phones(text: str) -> Iterator[str]:
    """Everything that looks like a phone number and like nothing else, as national digits."""
    seen = -1
    for match in MANY_DIGITS.finditer(text):
        if match.start() > seen:
            seen = text.find("\n", match.end())
            seen = len(text) if seen < 0 else seen
            yield from _phones(text[text.rfind("\n", 0, match.start()) + 1 : seen])


@functools.lru_cache(maxsize=4096)
def _phones(line: str) -> tuple[str, ...]:
    found: list[str] = []
    if not MANY_DIGITS.search(TIME.sub("x", line)):
        return ()
    masked = NO_PHONE.sub(_masked, without_drawings(_without_hashes(line)))
    for match, digits in _dialable(masked):
        if (
            digits.startswith("0")
            or "+" in match[0]
            or LABEL.search(masked[max(0, match.start() - 30) : match.start()])
        ):
            found.append(national(digits))
    return tuple(found)


def dialable(text: str) -> Iterator[str]:
    """Everything that would look like a phone number behind a word that says so, as national digits."""
    for _, digits in _dialable(NO_PHONE.sub(_masked, text)):
        yield national(digits)


def _dialable(masked: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in RUN.finditer(masked):
        groups = GROUP.findall(match[0])
        digits = "".join(groups)
        if SHORTEST <= len(digits) <= LONGEST and any(len(one) != POSTCODE for one in groups):
            yield match, digits


def _masked(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def without_drawings(text: str) -> str:
    """Mask what draws lines in a picture: nothing but numbers."""
    low = text.casefold()
    drawn = DRAWN.search(low) or any(one in low for one in DRAWING_WORDS)
    return DRAWING.sub(_masked, text) if drawn else text


def _without_hashes(text: str) -> str:
    return HASH.sub("x", text) if HEX.search(text) else text
