"""Edits touch their own lines only, and both readers see what was meant."""

from __future__ import annotations

import difflib
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.umfang import LETTERS_MAX
from wiq_cli.files.edit import append_item, dump, remove, set_value
from wiq_cli.files.loader import MAX_ENTRIES, parse

TEXT = """\
# Kopf
name: X   # der Name
ziele:
  bis: 2026-01-01
  # Kommentar innen
  teilziele:
    - eins
    - ziel: zwei
      bis: 2026-02-02  # k

# Weg
weg:
- a
- b # k
leer:
flow: {am: 1, x: [a, b]}
block: |
  zeile 1
  zeile 2

mitglieder:
  - name: A
    email: a@example.org
  - name: B
"""


def changed(new: str, old: str = TEXT) -> tuple[list[str], list[str]]:
    """Give the lines that went and the lines that came."""
    lines = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    return [one[2:] for one in lines if one.startswith("- ")], [one[2:] for one in lines if one.startswith("+ ")]


@pytest.mark.parametrize(
    ("path", "value", "gone", "new"),
    [
        (("name",), "Neu: mit Doppelpunkt", ["name: X   # der Name"], ["name: 'Neu: mit Doppelpunkt'   # der Name"]),
        (("leer",), "voll", ["leer:"], ["leer: voll"]),
        (("leer",), ["a", "b"], [], ["  - a", "  - b"]),
        (("ziele", "anlass"), "Fest", [], ["  anlass: Fest"]),
        (("einwilligung", "profil", "am"), date(2026, 1, 1), [], ["einwilligung:", "  profil:", "    am: 2026-01-01"]),
        (("flow", "y"), "c, d", ["flow: {am: 1, x: [a, b]}"], ["flow: {am: 1, x: [a, b], y: 'c, d'}"]),
        (("flow", "am"), True, ["flow: {am: 1, x: [a, b]}"], ["flow: {am: ja, x: [a, b]}"]),
        (("block",), "neu", ["block: |", "  zeile 1", "  zeile 2"], ["block: neu"]),
        (("mitglieder", 1, "email"), "b@example.org", [], ["    email: b@example.org"]),
        (("ziele", "teilziele", 0), {"ziel": "x"}, ["    - eins"], ["    - ziel: x"]),
    ],
)
def test_setting_a_value(path: tuple[str | int, ...], value: Any, gone: list[str], new: list[str]) -> None:
    assert changed(set_value(TEXT, path, value)) == (gone, new)


@pytest.mark.parametrize(
    ("path", "value", "gone", "new"),
    [
        (("weg",), "c", [], ["- c"]),
        (
            ("ziele", "teilziele"),
            {"ziel": "drei", "bis": date(2026, 3, 3)},
            [],
            ["    - ziel: drei", "      bis: 2026-03-03"],
        ),
        (("flow", "x"), "c, d", ["flow: {am: 1, x: [a, b]}"], ["flow: {am: 1, x: [a, b, 'c, d']}"]),
        (("leer",), "a", [], ["  - a"]),
        (("chronik",), {"text": "neu"}, [], ["chronik:", "  - text: neu"]),
        (("name",), "Y", ["name: X   # der Name"], ["name:", "  - X", "  - Y   # der Name"]),
    ],
)
def test_appending(path: tuple[str | int, ...], value: Any, gone: list[str], new: list[str]) -> None:
    assert changed(append_item(TEXT, path, value)) == (gone, new)


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("weg", 1), ["- b # k"]),
        (("ziele", "teilziele", 0), ["    - eins"]),
        (("ziele", "bis"), ["  bis: 2026-01-01"]),
        (("block",), ["block: |", "  zeile 1", "  zeile 2"]),
        (("mitglieder", 0, "email"), ["    email: a@example.org"]),
    ],
)
def test_removing(path: tuple[str | int, ...], gone: list[str]) -> None:
    assert changed(remove(TEXT, path)) == (gone, [])


def test_a_new_key_takes_its_place_in_the_order() -> None:
    text = set_value(TEXT, ("untertitel",), "U", order=("schema", "name", "untertitel", "ziele"))
    assert text.index("untertitel: U") < text.index("ziele:")
    assert set_value(TEXT, ("schema",), 1, order=("schema", "name")).startswith("# Kopf\nschema: 1\nname: X")


def test_line_ends_and_byte_order_mark_stay() -> None:
    windows = "\ufeff" + TEXT.replace("\n", "\r\n")
    new = append_item(windows, ("weg",), "c")
    assert new.replace("- c\r\n", "") == windows


def test_a_file_without_a_last_line_end() -> None:
    assert append_item("a: 1\nweg:\n  - a", ("weg",), "b") == "a: 1\nweg:\n  - a\n  - b\n"
    assert set_value("a: 1", ("b",), 2) == "a: 1\nb: 2\n"


def test_an_edit_past_a_limit_says_which() -> None:
    with pytest.raises(Refused, match=r"20\.001 Zeichen.*nichts geändert"):
        set_value(TEXT, ("name",), "x" * (LETTERS_MAX + 1))
    with pytest.raises(Refused, match=r"mehr als 2000 Einträge.*nichts geändert"):
        set_value(TEXT, ("weg",), ["x"] * (MAX_ENTRIES + 1))
    with pytest.raises(Refused, match=r"zügig nach Privatem.*nichts geändert"):
        set_value(TEXT, ("weg",), ["0341 1234567"] * MAX_ENTRIES)


def test_a_file_that_is_not_in_order_is_not_edited() -> None:
    with pytest.raises(Unreadable):
        set_value("a: 1\na: 2\n", ("b",), "x")
    with pytest.raises(Refused):
        remove("a: 1\n", ("b",))
    with pytest.raises(Refused):
        set_value("a: ein Text\n", ("a", "b"), "x")


WORDS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"]),
    min_size=1,
    max_size=30,
)
SCALARS = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "ja: nein",
            "- x",
            "#",
            "*a",
            "&a",
            "!a",
            "@",
            "'",
            '"',
            "a #b",
            "[",
            "{",
            "null",
            "04177",
            "2024-09-15",
            "a: b\nc: d",
        ]
    ),
)
KEYS = st.sampled_from(["a", "b", "c", "d"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=6,
)
FILES = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@given(FILES)
def test_what_is_written_reads_back(data: dict[str, Any]) -> None:
    found = parse(dump(data), "x")
    assert found.faults == ()
    assert _stripped(found.data) == _stripped(data)


@given(FILES, KEYS, VALUES)
def test_any_value_can_be_set_in_any_file(data: dict[str, Any], key: str, value: Any) -> None:
    old = "# Kopf\n" + dump(data) + "# Fuß\n"
    try:
        new = set_value(old, (key,), value)
    except Refused:
        assume("\n" in str(value) or "\n" in str(data))  # only texts of several lines may be too odd
        return
    assert _stripped(parse(new, "x").data) == _stripped({**data, key: value})
    assert new.startswith("# Kopf\n")
    assert "# Fuß" in new


@given(FILES, KEYS, VALUES)
def test_an_edit_keeps_every_line_of_the_other_keys(data: dict[str, Any], key: str, value: Any) -> None:
    assume(not isinstance(data.get(key), dict))
    pieces = {one: dump({one: data[one]}) + f"# nach {one}\n" for one in data}
    old = "".join(pieces.values())
    try:
        new = append_item(old, (key,), value)
    except Refused:
        assume("\n" in str(value) or "\n" in str(data))
        return
    lines = iter(new.splitlines())
    kept = [line for one, piece in pieces.items() if one != key for line in piece.splitlines()]
    assert all(line in lines for line in kept), "a line of another key is gone or has moved"


def _stripped(value: Any) -> Any:
    """A literal block ends with a line end; the model strips it."""
    if isinstance(value, dict):
        return {key: _stripped(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_stripped(one) for one in value]
    return value.strip("\n") if isinstance(value, str) else value
