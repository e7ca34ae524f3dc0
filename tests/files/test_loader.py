"""The strict reader: everything is text, every place is kept, everything odd is refused with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from tests.support.patience import comes_to_an_end
from tests.support.texts import TEAM
from wiq_cli.domain.errors import Unreadable
from wiq_cli.domain.finding import Finding, Span
from wiq_cli.domain.freigaben import Freigaben
from wiq_cli.domain.umfang import ENTRY, LETTERS_MAX, WEIGHT_MAX, weight
from wiq_cli.files.disk import read_text
from wiq_cli.files.loader import MAX_DEPTH, MAX_ENTRIES, REGISTER, parse


def found(text: str) -> tuple[Finding, ...]:
    """Give what is refused, whether the reader could go on or not."""
    try:
        return parse(text, "x.yaml").faults
    except Unreadable as error:
        return error.findings


def refused(text: str) -> tuple[str, int, int]:
    """Give rule, line and column of the first thing that is refused."""
    first = found(text)[0]
    assert first.message
    assert first.help
    return first.rule, first.span.line, first.span.column


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "nein",
        "18:30",
        "04177",
        "2024-09-15",
        "15.09.2024",
        "0o17",
        "1e3",
        "1_000",
        "~",
        "null",
        "+49341",
        ".inf",
        "=",
        "on",
    ],
)
def test_every_scalar_is_text(written: str) -> None:
    assert parse(f"a: {written}\nb: [{written}]\n", "x").data == {"a": written, "b": [written]}


def test_nothing_behind_the_colon_is_not_an_empty_text() -> None:
    assert parse("a:\nb: ''\nc:\n  -\n", "x").data == {"a": None, "b": "", "c": [None]}


def test_flow_style_takes_gender_colons_and_links() -> None:
    assert parse("{t: Senior:innen, l: https://example.org/a}\n", "x").data == {
        "t": "Senior:innen",
        "l": "https://example.org/a",
    }


def test_places_count_characters_not_bytes() -> None:
    source = parse("ä😀: Öl\nb:\n  - {x: 1}\n  - zwei # Rest\n", "x")
    assert source.span(("ä😀",)) == Span(1, 5, 1, 7)
    assert source.span(("ä😀",), at_key=True) == Span(1, 1, 1, 3)
    assert source.span(("b", 0, "x")) == Span(3, 9, 3, 10)
    assert source.span(("b", 1)) == Span(4, 5, 4, 9)
    assert source.span(("b", 7, "y")) == Span(2, 1, 2, 2), "what is missing is shown at its parent's key"


@pytest.mark.parametrize("text", ["a: 1\r\nb: ä\r\n", "\ufeffa: 1\nb: ä\n", "---\na: 1\nb: ä\n", "a: 1\nb: ä"])
def test_line_ends_and_byte_order_mark_do_not_matter(text: str) -> None:
    assert parse(text, "x").data == {"a": "1", "b": "ä"}


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", "WIQ008", 3, 1),
    ("m:\n  a: 1\n  a: 2\n", "WIQ008", 3, 3),
    ("a: &x 1\n", "WIQ009", 1, 4),
    ("a: 1\nb: *x\n", "WIQ009", 2, 4),
    ("<<: {a: 1}\n", "WIQ009", 1, 1),
    ("a: !!python/object/apply:os.system [id]\n", "WIQ010", 1, 4),
    ("a: !wichtig x\n", "WIQ010", 1, 4),
    ("%YAML 1.1\n---\na: no\n", "WIQ011", 1, 1),
    ("%FOO bar\n---\na: no\n", "WIQ011", 1, 1),
    ("a: 1\n---\nb: 2\n", "WIQ012", 2, 1),
    ("a:\n\tb: 1\n", "WIQ006", 2, 1),
    ("a:\t1\n", "WIQ006", 1, 3),
    ("a: 1\nb: x\x07y\n", "WIQ005", 2, 5),
    ("a: \u202etxet\n", "WIQ005", 1, 4),
    ('a: "\\e[31m"\n', "WIQ005", 1, 4),
    ("a: 1\u2028b: 2\n", "WIQ005", 1, 5),
    ("a: 1\rb: 2\n", "WIQ005", 1, 5),
    ("a\0b", "WIQ005", 1, 2),
    ("a: " + "[" * 13, "WIQ013", 1, 15),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "WIQ014", 2, 1),
    ("? [a, b]\n: c\n", "WIQ016", 1, 3),
    ("a: b: c\n", "WIQ007", 1, 5),
    ('a: "offen\nb: 2\n', "WIQ007", 1, 4),
    ("a: [1, 2\nb: 3\n", "WIQ007", 1, 4),
    ("a: 1\nbcd\nc: 2\n", "WIQ007", 2, 1),
    ("name:Garten\nb: 2\n", "WIQ007", 1, 5),
    ("a:\n  b: 1\n c: 2\n", "WIQ007", 3, 2),
    ("a: @x\n", "WIQ007", 1, 4),
    ("name: a\nstatus:idee\nart: LT\n", "WIQ007", 2, 7),
    ("name: a\nstatus:\u00a0idee\nart: x\n", "WIQ007", 2, 8),
    ("weg:\n  - [x] Haus\n  - b\n", "WIQ007", 2, 5),
    ("weg:\n  * eins\n  * zwei\n", "WIQ007", 2, 3),
    ("zus: *Einmal im Monat* so\nb: 1\n", "WIQ009", 1, 6),
    ("name: x\n status: idee\n", "WIQ007", 2, 2),
    ("a: idee\u200b\n", "WIQ005", 1, 8),
]


@pytest.mark.parametrize(("text", "rule", "line", "column"), REFUSED)
def test_what_is_refused_has_its_place(text: str, rule: str, line: int, column: int) -> None:
    assert refused(text) == (rule, line, column)


def test_a_tab_inside_a_text_is_text() -> None:
    assert parse('a: "x\ty"\nb: x\ty\nc: |\n  x\ty\n', "x").faults == ()


def test_reading_goes_on_behind_a_duplicate_key() -> None:
    source = parse("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", "x")
    assert [one.span.line for one in source.faults] == [2, 5]
    assert source.data == {"a": "1", "b": {"c": "1"}}


def test_no_sentence_repeats_the_file() -> None:
    number = "0341-1234567"
    for broken in (
        f"tel: {number}: x\n",
        f"a: [{number}\n",
        f"a: &b {number}\na: {number}\n",
        f"{number}: 1\n{number}: 2\n",
    ):
        findings = found(broken)
        assert findings
        assert not any(number in one.message + one.help for one in findings)


@pytest.mark.parametrize("nest", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 50_000])
def test_nesting_cannot_crash_or_stall(nest: str) -> None:
    with comes_to_an_end():
        refused(nest + "x")


def test_depth_is_counted_from_the_top() -> None:
    assert parse("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1) + "\n", "x").faults == ()


def test_too_many_values() -> None:
    assert refused("a: [" + "x," * 25_000 + "]")[0] == "WIQ013"


def test_a_text_of_a_book_is_one_finding_and_stays_read() -> None:
    book = "Wort " * (LETTERS_MAX // 5)
    source = parse(f"name: Garten\nproblem: [x, '{book}.']\n", "x")
    (one,) = source.faults
    assert (one.rule, one.span.line, one.span.column, one.path) == ("WIQ013", 2, 14, ("problem", 1))
    assert "20.001 Zeichen" in one.message
    assert source.data["problem"][1] == book + "."
    assert parse(f"problem: ['{book}']\n", "x").faults == ()


def test_a_file_that_weighs_too_much_is_refused_where_it_does() -> None:
    entry = "  - 0341 1234567\n"
    many = WEIGHT_MAX // weight("0341 1234567") - 5
    prose = f"  - '{'Wir treffen uns, wie immer: am „Kanal“! ' * 400}'\n" * 5
    assert parse(f"a:\n{entry * many}b:\n{prose}", "x").faults == ()
    with pytest.raises(Unreadable) as caught:
        parse(f"a:\n{entry * (many + 9)}b:\n{prose}", "x")
    (one,) = caught.value.findings
    assert (one.rule, one.span.line, one.span.column) == ("WIQ013", many + 7, 5)
    assert "Zahlen, Links, Zeichen und Einträge" in one.message


def test_the_register_of_a_large_network_is_not_weighed() -> None:
    assert {field.alias or name for name, field in Freigaben.model_fields.items()} == REGISTER
    many = "  - {team: garten, feld: support.was, bis: 2027-06-30}\n" * 900
    assert parse(f"schema: 1\nfreigaben:\n{many}", "x").faults == ()
    for other in (f"schema: 1\nname: x\nfreigaben:\n{many}", f"freigaben: []\nteams:\n{many}", f"- a\n{many}"):
        with pytest.raises(Unreadable):
            parse(other, "x")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Wir treffen uns, (hier) wie „immer“!", 0), ("", 0), ("  \n ", 0), ("Straße Ähre Ünal Şükran Đorđe Nguyễn Ó", 1), ("am 24.11.2026 um 18:30 Uhr", 6), ("2026-11-24", 3), ("1.9.2026,", 9), ("18.30", 5), ("2026", 4), ("**Wort** hier", 8), ("a b", 2),
        ("https://example.org hier", 19), ("WiQ", 3), ("Null drei, Acht geben", 13), ("gemacht", 0), ("Wir-im-Quartier", 15), ("Мы", 2), ("Wort…", 0), ("Wort?!", 6), ("Der Punkt", 5), ("Punkte", 0), ("me at home", 2), ("Live-Musik", 10),
    ],
)  # fmt: skip
def test_plain_words_weigh_nothing(text: str, letters: int) -> None:
    assert weight(text) == ENTRY + letters


def test_a_short_file_is_not_weighed() -> None:
    short = "a: [" + "1, " * (MAX_ENTRIES - 1) + "1]\nb: [" + "1, " * (MAX_ENTRIES - 1) + "1]\n"
    assert 2 * MAX_ENTRIES * weight("1") > WEIGHT_MAX
    assert len(short) < WEIGHT_MAX
    assert parse(short, "x").faults == ()
    with pytest.raises(Unreadable):
        parse(short + "# Ende\n" * WEIGHT_MAX, "x")


@given(st.binary(max_size=300))
def test_any_bytes_give_data_or_findings(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(data)
    try:
        text = read_text(path, "x")
    except Unreadable as error:
        findings = error.findings
    else:
        findings = found(text)
    assert all(one.span.line >= 1 and one.span.column >= 1 and one.message and one.help for one in findings)


YAML_SOUP = st.lists(
    st.sampled_from([*"abä:#-?[]{}'\"|>&*!%@,\n  \t0", "\n  ", ": ", "- ", "name: "]), max_size=40
).map("".join)


@given(YAML_SOUP)
def test_what_this_reader_accepts_the_editing_reader_reads_alike(text: str) -> None:
    try:
        source = parse(text, "x")
    except Unreadable:
        return
    if source.faults or source.data is None:
        return
    reader = YAML(typ="rt", pure=True)
    try:
        theirs = reader.load(text)
    except YAMLError:
        return  # an edit of such a file is refused, see the tests of editing
    assert _texts(theirs) == _texts(source.data)


def _texts(value: object) -> object:
    """Keep what both readers call text; numbers and the like only one of them has."""
    if isinstance(value, dict):
        return [(_texts(key), _texts(one)) for key, one in value.items()]
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return str(value) if isinstance(value, str) and any(one in "bä" for one in value) else "…"


def test_ordinary_files_only(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(TEAM, encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (link, pipe, tmp_path, Path(os.devnull)):
        with pytest.raises(Unreadable) as caught:
            read_text(path, "x")
        assert caught.value.findings[0].rule == "WIQ002"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"a: 1\nb: \xff\n", 2, 4), ("a: ä\nb: ö".encode("latin-1"), 1, 4), (b"\xff\xfea\0", 1, 1)],
)
def test_other_encodings_are_refused_with_their_place(tmp_path: Path, data: bytes, line: int, column: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read_text(path, "x")
    found = caught.value.findings[0]
    assert (found.rule, found.span.line, found.span.column) == ("WIQ004", line, column)
