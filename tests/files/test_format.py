"""One form for every file: nothing is lost, nothing changes its meaning, and twice is the same as once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.texts import TEAM
from wiq_cli import resources
from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.regeln import Regeln
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files import format as module
from wiq_cli.files.comments import comments
from wiq_cli.files.emit import dump
from wiq_cli.files.format import formatted
from wiq_cli.files.format_repair import repaired
from wiq_cli.files.loader import parse
from wiq_cli.files.netz import model_for

if TYPE_CHECKING:
    from pathlib import Path

    from wiq_cli.domain.base import Modell

EXAMPLES = sorted(resources.folder("examples").rglob("*.yaml"))


def fmt(text: str, model: type[Modell] = Team) -> str:
    """Format a text and look once more that a second time changes nothing."""
    new = formatted(text, model, "x.yaml")
    assert formatted(new, model, "x.yaml") == new
    return new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: X\nschema: 1\n", "schema: 1\nname: X\n"),
        ("# Kopf\nname: X\nschema: 1\n", "# Kopf\nschema: 1\nname: X\n"),
        ("# Kopf\n\n# zum Namen\nname: X\nschema: 1\n", "# Kopf\n\nschema: 1\n# zum Namen\nname: X\n"),
        ("name: X # hinten\n# darüber\nschema: 1\n# Fuß\n", "# darüber\nschema: 1\nname: X # hinten\n# Fuß\n"),
        ("status: idee\n# noch zum Status\n\nname: X\n", "name: X\n\nstatus: idee\n# noch zum Status\n"),
        (
            "weg:\n  - a\n  # hier fehlt noch etwas\nname: X\n\nstatus: idee\n",
            "name: X\n\nstatus: idee\nweg:\n  - a\n  # hier fehlt noch etwas\n",
        ),
        (
            "ziele:\n  teilziele:\n    - bis: 2027-01-01 # k\n      # darüber\n      ziel: Y\n      am:\n  bis: 2026-01-01\n",
            "ziele:\n  bis: 2026-01-01\n  teilziele:\n    # darüber\n    - ziel: Y\n      bis: 2027-01-01 # k\n      am:\n",
        ),
        ("unbekannt: 1\nname: X\ndaneben: 2\nschema: 1\n", "unbekannt: 1\nschema: 1\nname: X\ndaneben: 2\n"),
        (
            "notizen: |\n  # kein Kommentar\n  Text   \n\nname: X\n# Fuß\n",
            "name: X\n\nnotizen: |\n  # kein Kommentar\n  Text   \n# Fuß\n",
        ),
        (  # a comment too far to the right does not become part of a text above it
            "\n  # tief\nstatus: idee\nname: |\n  X\n",
            "\nname: |\n  X\n# tief\nstatus: idee\n",
        ),
        (
            "name: X\nnotizen: |\n  Y\nleitung: []\n  # tief\n",
            "name: X\nleitung: []\n  # tief\nnotizen: |\n  Y\n",
        ),
        ("chronik:\n  - {text: a, am: 01.02.2026}\n", "chronik:\n  - {am: 2026-02-01, text: a}\n"),
        (
            "mitglieder:\n- {name: A, einwilligung: {foto: {am: 1.2.2026, antwort: nein}, name: {antwort: ja}}}\n",
            "mitglieder:\n- {name: A, einwilligung: {name: {antwort: ja}, foto: {antwort: nein, am: 2026-02-01}}}\n",
        ),
        ("chronik:\n  - {text: a, # b\n     am: 2026-01-01}\n", "chronik:\n  - {text: a, # b\n     am: 2026-01-01}\n"),
    ],
)
def test_keys_move_with_their_comments(old: str, new: str) -> None:
    assert fmt(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ziele: {bis: 15.09.2024}\n", "ziele: {bis: 2024-09-15}\n"),
        ("ziele:\n  bis: '15.9.2024' # k\n", "ziele:\n  bis: '2024-09-15' # k\n"),
        ("ziele: {bis: 31.02.2024}\n", "ziele: {bis: 31.02.2024}\n"),
        ("ziele: {anlass: 15.09.2024}\n", "ziele: {anlass: 15.09.2024}\n"),
        ("treffen: {termine: [05.12.2026 10:00]}\n", "treffen: {termine: [05.12.2026 10:00]}\n"),
        ("treffen:\n  termine:\n    - 05.12.2026\n", "treffen:\n  termine:\n    - 05.12.2026\n"),
        (
            "treffen:\n  termine:\n    - am: 05.12.2026\n      zeit: 10:00\n",
            "treffen:\n  termine:\n    - am: 2026-12-05\n      zeit: 10:00\n",
        ),
    ],
)
def test_days_are_iso_where_a_day_stands_alone(old: str, new: str) -> None:
    assert fmt(old) == new


@pytest.mark.parametrize(
    "word", ["04177", "+4934112345", "1e3", "Null", "~", "true", "1_000", "1.20", ".inf", "0x1F", "="]
)
def test_a_text_that_looks_like_something_else_gets_quotes(word: str) -> None:
    assert fmt(f"name: {word}\nproblem: [{word}]\nweg:\n  - {word}\n") == (
        f'name: "{word}"\nproblem: ["{word}"]\nweg:\n  - "{word}"\n'
    )


@pytest.mark.parametrize("word", ["no", "18:30", "2024-09-15", "0341/1234", "'04177'", "1.2.3", "030 23125 041", "ja"])
def test_needless_quotes_are_not_written(word: str) -> None:
    assert fmt(f"name: {word}\n") == f"name: {word}\n"


def test_numbers_stay_numbers() -> None:
    text = "schema: 1\nwirkung:\n  - {indikator: Bäume, soll: 50}\n"
    assert fmt(text) == text
    text = "schema: 1\nname: N\nschwellen: {wunsch_alt: 42}\n"
    assert fmt(text, Netzwerk) == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weg:\n  - schritt: X # k\n", "weg:\n  - X # k\n"),
        ("weg:\n  - {schritt: X}\n", "weg:\n  - X\n"),
        ("weg: [{schritt: X}, Y]\n", "weg: [X, Y]\n"),
        ('weg:\n  - schritt: "a: b"\n', 'weg:\n  - "a: b"\n'),
        ("weg:\n  - schritt: lang\n      und länger\n", "weg:\n  - lang\n      und länger\n"),
        ("weg:\n  - schritt: X\n    bis:\n", "weg:\n  - schritt: X\n    bis:\n"),
        ("weg:\n  - schritt: X\n    # bis: kommt noch\n", "weg:\n  - schritt: X\n    # bis: kommt noch\n"),
        ("weg:\n  - schritt: # k\n      X\n", "weg:\n  - schritt: # k\n      X\n"),
        ("weg:\n  - schritt: |\n      X\n", "weg:\n  - schritt: |\n      X\n"),
        ("wirkung:\n  - Bäume: 50 # k\n", "wirkung:\n  - indikator: Bäume # k\n    soll: 50\n"),
        ("wirkung: [Bäume: 50]\n", "wirkung: [{indikator: Bäume, soll: 50}]\n"),
        ("wirkung:\n  - {Bäume je Straße: '50'}\n", "wirkung:\n  - {indikator: Bäume je Straße, soll: '50'}\n"),
        ("wirkung:\n  - indikator: Bäume\n", "wirkung:\n  - Bäume\n"),
    ],
)
def test_short_forms(old: str, new: str) -> None:
    assert fmt(old) == new


def test_line_ends() -> None:
    untidy = "\ufeffname: X  \nproblem: >-\n  a  \n  b\n# k  \n\n\n"
    tidy = "name: X\nproblem: >-\n  a  \n  b\n# k\n"
    assert fmt(untidy) == tidy
    assert fmt(untidy.replace("\n", "\r\n")) == tidy.replace("\n", "\r\n")
    assert fmt(untidy.replace("\n", "\r\n", 2)) == tidy  # mixed
    assert fmt(untidy.replace("\n", "\r")) == tidy  # old Macs
    assert fmt("name: X") == "name: X\n"
    assert fmt('name: "a \\  \n  b"\n') == 'name: "a \\  \n  b"\n'


def test_hours_of_a_rhythm() -> None:
    for written in ("um 19 Uhr", "19 Uhr", "19:00"):
        assert fmt(f"treffen:\n  rhythmus: jeden Montag {written} (Hof, 9 Uhr)\n").endswith(
            "Montag 19:00 (Hof, 9 Uhr)\n"
        )
    for written in ("von 9 bis 20 Uhr", "9–20 Uhr", "9 Uhr bis 20:00", "9:00-20 Uhr"):
        assert fmt(f"treffen:\n  rhythmus: jeden Montag {written}\n").endswith("Montag 09:00-20:00\n")
    assert fmt("treffen:\n  rhythmus: jeden Montag 19h\n").endswith("Montag 19h\n")
    assert fmt("treffen:\n  rhythmus: [jeden Montag um 9 Uhr 30]\n") == "treffen:\n  rhythmus: [jeden Montag 09:30]\n"
    assert fmt("treffen:\n  rhythmus: [jeden Montag 19:00 Uhr]\n") == "treffen:\n  rhythmus: [jeden Montag 19:00 Uhr]\n"


def test_rules_of_a_network() -> None:
    text = "begriffe:\n  x:\n    quelle: Q\n    mehr_als: 1/2\n    name: X\ngilt_ab: 1.1.2026\nfassung: 2026\n"
    assert fmt(text, Regeln) == (
        'fassung: "2026"\ngilt_ab: 2026-01-01\nbegriffe:\n  x:\n    name: X\n    mehr_als: 1/2\n    quelle: Q\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "# wiq: erlaubt WIQ106, weil wahr\nname: X\nschema: 1\n",
        "name: X\n# wiq: erlaubt WIQ103, weil wahr\nziele:\n  bis: 2026-01-01\n",
        "weg:\n  - bis: 2026-01-01 # wiq: erlaubt WIQ114, weil wahr\n    schritt: X\n",
        "weg:\n  - bis: 2026-01-01\n    # wiq: erlaubt WIQ114, weil wahr\n    schritt: X\nname: X\n",
        "name: X\n# wiq: erlaubt WIQ114, weil wahr\nschema: 1\n",
        "status: idee\n# wiq: erlaubt WIQ114, weil wahr\n\nname: X\n\nschema: 1\n",
        "ziele:\n  bis: 2026-01-01\n  # wiq: erlaubt WIQ114, weil wahr\nname: X\nschema: 1\n",
    ],
)
def test_an_exception_holds_for_what_it_held_for(text: str) -> None:
    assert held(text) == held(fmt(text))


def held(text: str) -> list[tuple[str, frozenset[str]]]:
    """Give what each comment to wiq covers: the values in those lines."""
    source = parse(text, "x")
    found = []
    for line, column, remark in source.remarks:
        first, last = source.coverage()(line, column)
        inside = [(path, value) for path, value in source.scalars() if first <= source.span(path).line <= last]
        found.append((remark, frozenset(str(one) for one in inside)))
    return sorted(found, key=str)


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "name: [offen\n", "", "- a\n", "name: &x Y\n"])
def test_a_file_with_faults_is_left_alone(text: str) -> None:
    with pytest.raises(Unreadable):
        formatted(text, Team, "x.yaml")


def test_a_file_whose_proof_fails_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for broken in ("schema: 1\nname: Y\n", "# neu\nschema: 1\nname: X\n", "schema: 1\n", "schema: 1\nname: [\n"):
        monkeypatch.setattr(module, "by_lines", lambda *_, text=broken: text)
        with pytest.raises(Refused, match="Sie bleibt, wie sie ist"):
            formatted("name: X\nschema: 1\n", Team, "x.yaml")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_in_form(path: Path) -> None:
    root = next(one for one in path.parents if (one / "wiq.yaml").exists())
    text = path.read_text(encoding="utf-8")
    assert formatted(text, model_for(path.relative_to(root).as_posix()), path.name) == text


def test_the_shipped_rules_are_in_form() -> None:
    text = (resources.folder("templates") / "netz" / "regeln.yaml").read_text(encoding="utf-8")
    assert formatted(text, Regeln, "regeln.yaml") == text


# -- repairs ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mitgleider: [X]\n", "mitglieder: [X]\n"),
        ("Status: läuft # k\n", "status: laeuft # k\n"),
        ("weg:\n  - {schrit: X, bis: 2026-01-01}\n", "weg:\n  - {schritt: X, bis: 2026-01-01}\n"),
        ("mitgleider:\n  - {nmae: X, emial: a@example.org}\n", "mitglieder:\n  - {name: X, email: a@example.org}\n"),
        (
            "support:\n  - kaputt: 1\n    x: 2\n  - {was: X, art: 'materiall'}\n",
            "support:\n  - kaputt: 1\n    x: 2\n  - {was: X, art: material}\n",
        ),
    ],
)
def test_clear_misspellings_are_mended(old: str, new: str) -> None:
    assert repaired(old, Team, "x.yaml")[0] == new


@pytest.mark.parametrize(
    "text",
    [
        "mitgleider: [X]\nmitglieder: [Y]\n",  # the right key is there already
        "weg:\n  - {schritt: X, notiz: nur für uns}\n",  # right elsewhere: misplaced, and here it would be public
        "mitglieder:\n  - {name: X, einwilligung: {name: {antwort: ja?}}}\n",  # nobody's consent is guessed
        "mitglieder:\n  - {name: X, einwilligung: {nmae: {antwort: ja}}}\n",
        "telefonnummern: 0341\n",
        "status: weg\n",
    ],
)
def test_what_is_not_clear_stays(text: str) -> None:
    assert repaired(text, Team, "x.yaml") == (text, [])


# -- any file ---------------------------------------------------------------------------------------------------------
TEXTS = st.sampled_from(
    ["Text", "04177", "a: b", "# x", "true", "15.09.2024", "ein langer Text mit: allem", "zwei\nZeilen", "- x"]
)
DAYS = st.sampled_from(["15.09.2024", "2024-09-15", "1.2.2026"])
STEPS = st.fixed_dictionaries(
    {"schritt": TEXTS}, optional={"bis": DAYS, "erledigt": st.just("ja"), "notizen": st.lists(TEXTS, max_size=2)}
)
PEOPLE = st.fixed_dictionaries(
    {"name": TEXTS},
    optional={
        "kennung": st.just("p1"), "seit": DAYS, "telefon": st.sampled_from(["0341 5", "+493415"]),
        "einwilligung": st.fixed_dictionaries({}, optional={"name": st.just({"am": "1.1.2026", "antwort": "ja"})}),
    },
)  # fmt: skip
TEAMS = st.fixed_dictionaries(
    {"name": TEXTS},
    optional={
        "schema": st.just("1"), "untertitel": TEXTS, "problem": st.one_of(TEXTS, st.lists(TEXTS, max_size=2)),
        "ziele": st.fixed_dictionaries({}, optional={"bis": DAYS, "anlass": TEXTS, "teilziele": st.lists(st.one_of(TEXTS, st.fixed_dictionaries({"ziel": TEXTS}, optional={"bis": DAYS})), max_size=3)}),
        "wirkung": st.lists(st.sampled_from([{"Bäume": "50"}, {"soll": "3", "indikator": "X"}, {"indikator": "X"}, "Y"]), max_size=3),
        "weg": st.lists(st.one_of(TEXTS, STEPS), max_size=3), "leitung": st.lists(PEOPLE, max_size=2),
        "treffen": st.fixed_dictionaries({}, optional={"termine": st.just("01.02.2026; 02.02.2026"), "ort": TEXTS}),
        "notizen": TEXTS,
    },
)  # fmt: skip
NOTES = st.sampled_from(
    [
        "# Notiz",
        "#",
        "# bis: 01.01.2026",
        "# wiq: erlaubt WIQ103, weil wahr",
        "",
        "",
        "  # tiefer",
        "      # noch tiefer",
    ]
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Write a team with its keys in any order, comments and blank lines anywhere, and either end of line."""

    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shuffled(value[key]) for key in draw(st.permutations(list(value)))}
        return [shuffled(one) for one in value] if isinstance(value, list) else value

    lines: list[str] = draw(st.lists(NOTES, max_size=2))
    for key, value in shuffled(draw(TEAMS)).items():
        text = dump({key: value})
        inside = "|" in text  # a comment would be text there
        for line in text.splitlines():
            lines.append(line + draw(st.sampled_from(["", "", " # dahinter", "  "])) if line and not inside else line)
            if not inside:
                lines += draw(st.lists(NOTES, max_size=2))
        lines += draw(st.lists(NOTES.filter(lambda one: not one.startswith(" ")), max_size=2))
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + (text.replace("\n", "\r\n") if draw(st.booleans()) else text)


@given(files())
def test_nothing_is_lost_and_nothing_changes_its_meaning(text: str) -> None:
    try:
        new = formatted(text, Team, "x.yaml")
    except Unreadable:  # a comment in the middle of a text
        return
    assert formatted(new, Team, "x.yaml") == new
    old_source, new_source = parse(text, "x"), parse(new, "x")
    old, found = read(Team, old_source), read(Team, new_source)
    assert (found.model, len(found.findings)) == (old.model, len(old.findings))
    assert Counter(one.text.rstrip() for one in comments(new_source)) == Counter(
        one.text.rstrip() for one in comments(old_source)
    )
    assert new.count("\r\n") == new.count("\r") == (new.count("\n") if "\r" in text else 0)
    assert not new.startswith("\ufeff")
    assert new.endswith("\n")


def test_a_file_in_form_is_given_back_as_it_is() -> None:
    assert formatted(TEAM, Team, "x.yaml") is TEAM
