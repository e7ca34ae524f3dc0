"""The rooms of wiq that read what others wrote, each with what is thrown at it. What is found goes into ``corpus/``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from pydantic import ValidationError

from tests.robust.case import Case, faults_here
from tests.robust.draws import NASTY, any_files, calls, damaged, damages, drawn_out, full, in_one
from tests.robust.world import CLOSED, FRESH, VOTED, files
from tests.support import containers
from tests.support.patience import comes_to_an_end
from wiq_cli.domain.errors import Unreadable
from wiq_cli.domain.rhythmus import Rhythmus, describe
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.domain.terminplan import tage
from wiq_cli.files.disk import decode
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from collections.abc import Callable

CHEAP, DEAR, DEAREST = 300, 80, 15
CORPUS = Path(__file__).parent / "corpus"
HEUTE = date(2026, 11, 22)
SOUP = [*"abä:#-?[]{}'\"|>&*!%@,\n  \t0", "\n  ", ": ", "- ", "name: ", "\r\n", "\ufeff", "\x85", "\u2028", "🎈", "? ", "|2-\n", "leitung:\n", "- {", "}", "treffen: ", "rhythmus: "]  # fmt: skip
RHYTHM = [
    "jeden", "alle", "2", "Wochen", "Woche", "Monate", "Dienstag", "Di", "Montag und Mittwoch", "Mo-Fr", "erster", "1.", "letzter", "vorletzter", "im Monat", "am", "31.", "nach dem", "gerade KW", "ungerade KW", "Werktag",
    "18:00", "18.00 Uhr", "18-20 Uhr", "24:00", "ab", "bis", "01.09.2026", "1.9.26", "2026-09-01", "29.02.2027", "30.06.2027", "(Lindenau)", "(", ")", ",", ";", "außer", "täglich", "00", "99999999999", "-1", "\u0663", "jeden 2. Dienstag",
    *(one for one in NASTY if len(one) < 40),
]  # fmt: skip
PICTURE = containers.jpeg(containers.exif("Autor", gps=True))
ATTACHED: dict[str, bytes] = {
    "a.zip": containers.zipped({"a.txt": "Guten Tag", "b/c.html": "<p>x"}), "a.tar": containers.tarred({"a.txt": b"Guten Tag"}), "a.docx": containers.docx(containers.runs("Guten Tag")), "a.xlsx": containers.xlsx("Guten Tag"),
    "a.pptx": containers.pptx("Guten Tag"), "a.odt": containers.odt("Guten Tag"), "a.epub": containers.epub("Guten Tag"), "a.pdf": containers.pdf(), "a.png": containers.png(containers.text_chunk("Guten Tag")), "a.jpg": PICTURE, "a.gif": containers.gif("Guten Tag"),
    "a.webp": containers.webp((b"EXIF", containers.exif("Autor"))), "a.eml": containers.mail("Guten Tag", PICTURE, "a.jpg"), "a.ttf": containers.font("Guten Tag"), "a.woff": containers.woff("Guten Tag"), "a.ico": containers.ico(containers.png()),
    "a.html": containers.page_with_picture(PICTURE), "a.ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n y\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "a.json": b'{"a": "\\u0041", "b": [1]}', "a.csv": b"a;b\n1;2\n", "a.svg": b"<svg><text>x</text></svg>", "a.txt": b"Guten Tag =C3=A4 &#228; %C3%A4",
}  # fmt: skip
DECISIONS = (
    ("check",), ("decide", "list"), ("decide", "verify"), ("decide", "report"), ("decide", "due"), ("decide", "minutes", "st"), ("decide", "agenda", "st"), ("publish", "--dry-run"),
    *((("decide", "show", one)) for one in (FRESH, VOTED, CLOSED)), ("decide", "close", VOTED), ("decide", "vote", FRESH, "--zustimmung", "8"), ("decide", "verify", "--export", CLOSED), ("decide", "verify", "--anchor"),
)  # fmt: skip
READING = (
    ("check",), ("check", "--format", "json"), ("check", "--fix"), ("fmt",), ("fmt", "--dry-run"), ("publish",), ("status",), ("status", "--format", "json"), ("meetings", "--format", "ics"), ("meetings", "--conflicts"), ("person",), ("needs",), ("find", "garten"), ("report",), ("export", "record"),
    ("doctor",), ("person", "forget", "p901", "-y"), ("person", "show", "p901"), ("export", "contacts", "garten"), ("meetings", "free", "garten", "chor"),
)  # fmt: skip

DRAWN_OUT = (("check",), ("check", "--fix"), ("publish",), ("status",), ("meetings",), ("decide", "list"), ("audit", "eingabe.txt"), ("fmt",))  # fmt: skip


@dataclass(frozen=True)
class Room:
    """What is drawn, what it is tried on, and how it lies in a file."""

    drawn: st.SearchStrategy[Any]
    faults: Callable[[Any], list[str]]
    pack: Callable[[Any], bytes]
    unpack: Callable[[bytes], Any]
    tries: int = CHEAP  # in the tests


def _read(data: bytes) -> list[str]:
    """Whatever the bytes are, they are a team, or there are findings with place and remedy."""
    try:
        with comes_to_an_end():
            reading = read(Team, parse(decode(data, "x"), "x"), HEUTE)
    except Unreadable as error:
        findings: Any = error.findings
    except Exception as error:  # noqa: BLE001  # that is what is looked for
        return [f"raises {type(error).__name__}: {error}"]
    else:
        findings = reading.findings
        if reading.model is None and not findings:
            return ["no team and no finding"]
    good = all(one.span.line >= 1 and one.span.column >= 1 and one.message and one.help for one in findings)
    return [] if good else ["a finding without a place or a sentence"]


def _rhythm(text: str) -> list[str]:
    """Whatever the words are, they are a rhythm that has days and can be said, or they are refused."""
    try:
        with comes_to_an_end():
            rhythm = Rhythmus.model_validate(text, context={"heute": HEUTE})
            tage(rhythm, HEUTE, date(2028, 1, 1))
            again = Rhythmus.model_validate(describe(rhythm), context={"heute": HEUTE})
    except ValidationError:
        return []
    except Exception as error:  # noqa: BLE001  # that is what is looked for
        return [f"raises {type(error).__name__}: {error}"]
    return [] if again.am == rhythm.am else ["said back as another rhythm"]


def _room_of_cases(words: st.SearchStrategy[tuple[str, ...]], wrong: st.SearchStrategy[Any], tries: int = DEAR) -> Room:
    return Room(
        st.builds(Case, words, wrong), faults_here, lambda case: case.as_text().encode(), lambda data: Case.from_text(data.decode()), tries
    )  # fmt: skip


@st.composite
def _attached(draw: st.DrawFn) -> Case:
    name = draw(st.sampled_from(sorted(ATTACHED)))
    data = draw(damaged(ATTACHED[name]) | st.binary(max_size=200))
    return Case(("audit", name, *draw(st.sampled_from([(), ("--format", "json")]))), {name: data})


garten = files()["teams/garten.yaml"]
ROOMS: dict[str, Room] = {
    "lesen": Room(
        st.one_of(damaged(garten), in_one(garten), st.lists(st.sampled_from(SOUP), max_size=60).map(lambda one: "".join(one).encode()), st.binary(max_size=300)),
        _read, bytes, bytes,
    ),
    "rhythmus": Room(st.lists(st.sampled_from(RHYTHM), max_size=12).map(" ".join) | st.text(max_size=60), _rhythm, lambda text: text.encode("utf-8", "surrogatepass"), lambda data: data.decode("utf-8", "surrogatepass")),
    "aufrufe": _room_of_cases(calls(), st.just({}) | damages()),
    "netz": _room_of_cases(st.sampled_from(READING), damages(4)),
    "beschluesse": _room_of_cases(st.sampled_from(DECISIONS), any_files("beschluesse/", "teams/st.yaml")),
    "wieder": _room_of_cases(st.sampled_from(DRAWN_OUT), drawn_out()),
    "voll": _room_of_cases(st.sampled_from([("check", "--no-cache"), ("publish",)]), full(), DEAREST),
    "funde": Room(_attached(), faults_here, lambda case: case.as_text().encode(), lambda data: Case.from_text(data.decode()), DEAR),
}  # fmt: skip
