"""Jinja on a short lead: what goes out is escaped text, and a broken template is a place and a sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from wiq_cli.domain.errors import NothingToDo
from wiq_cli.files import compiled
from wiq_cli.render import templates
from wiq_cli.render.templates import Templates

if TYPE_CHECKING:
    from pathlib import Path
    from types import CodeType

HOSTILE = "<script>alert(1)</script> & \"quoted\" 'x' {{ 7*7 }} javascript:x"


def html(text: str, **values: object) -> str:
    return Templates({"x.html.j2": text}, frozenset({"x.html.j2"})).html("x.html.j2", **values)


def markdown(text: str, **values: object) -> str:
    return Templates({"x.md.j2": text}).markdown("x.md.j2", **values)


def test_html_is_escaped_whatever_the_name_of_the_template() -> None:
    text = html("<p title='{{ a }}'>{{ a }}</p>", a=HOSTILE)
    assert "<script" not in text
    assert '"quoted"' not in text
    assert "{{ 7*7 }}" in text
    assert Templates({"profil.j2": "{{ a }}"}).html("profil.j2", a="<") == "&lt;"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("# Titel", r"\# Titel"), ("- eins", r"\- eins"), ("12. Mai", r"12\. Mai"), ("15.09.2024", "15.09.2024"), ("a *b* _c_", r"a \*b\* \_c\_"),
        ("<b>", r"\<b\>"), ("[x](http://a)", r"\[x\](http://a)"), ("zwei\nZeilen\n\n# drei", "zwei Zeilen\n\n\\# drei"), ("`x`", r"\`x\`"), ("a|b", r"a\|b"),
        ("> Zitat", r"\> Zitat"), ("+ plus", r"\+ plus"), ("Leiter*in", r"Leiter\*in"),
    ],
)  # fmt: skip
def test_markdown_shows_a_value_as_it_stands(value: str, shown: str) -> None:
    assert markdown("{{ a }}", a=value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (True, "ja"), (3, "3"), (12.5, "12,5"), (1250, "1250"), (143154, "143.154"), (-0.5, "−0,5")],
)
def test_values_are_german(value: object, shown: str) -> None:
    assert html("{{ a }}", a=value) == markdown("{{ a }}", a=value).replace("\\", "") == shown


@pytest.mark.parametrize("value", [object(), {"a": 1}, [1], (1,), len])
def test_nothing_but_text_and_numbers_is_printed(value: object) -> None:
    with pytest.raises(NothingToDo, match="lässt sich nicht ausfüllen"):
        html("{{ a }}", a=value)


def test_a_text_keeps_its_paragraphs_inside_a_line() -> None:
    text = "Eins <b>\nund\n \n- zwei\n"
    assert html("<li>{{ a }}: {{ b }}</li>", a=text, b="c") == "<li>Eins &lt;b&gt;\nund<br><br>- zwei: c</li>"
    assert markdown("- {{ a }} (b)\n- c", a=text) == "- Eins \\<b\\> und\n\n  \\- zwei (b)\n- c"
    assert markdown("  1. {{ a }}", a="eins\n\nzwei") == "  1. eins\n\n     zwei"
    assert markdown("{{ a }}", a="eins\u2029zwei") == "eins zwei"


def test_markup_is_nothing_for_markdown() -> None:
    with pytest.raises(NothingToDo):
        markdown("{{ a }}", a=Markup("<b>"))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("eins\n{% if %}", 2, "Schreibweise"),
        ("eins\nzwei\n{{ a }", 3, "Schreibweise"),
        ("{{ a|safe }}", 1, "Schreibweise"),
        ("eins\n{{ nicht_da }}", 2, "Namen gibt es hier nicht"),
        ("\n\n{{ a.nicht_da }}", 3, "Namen gibt es hier nicht"),
        ("\n{% include 'fehlt.j2' %}", 2, "bindet eine Vorlage ein"),
        ("\n{{ a.__class__.__mro__ }}", 2, "darf eine Vorlage nicht"),
        ("\n{{ 1 / 0 }}", 2, "lässt sich nicht ausfüllen"),
        ("\n{% for i in range(100000000) %}{% endfor %}", 2, "lässt sich nicht ausfüllen"),
    ],
)
def test_a_broken_template_is_a_place(text: str, line: int, words: str) -> None:
    with pytest.raises(NothingToDo) as caught:
        html(text, a="Thea Testmann")
    assert str(caught.value).startswith(f"vorlagen/x.html.j2:{line}: ")
    assert words in str(caught.value)
    assert "Thea" not in str(caught.value)


def test_a_fault_inside_an_included_template_is_named_there() -> None:
    templates = Templates(
        {"x.html.j2": "{% include 'y.html.j2' %}", "y.html.j2": "\n\n{{ nix }}"}, frozenset({"y.html.j2"})
    )
    with pytest.raises(NothingToDo, match=r"^vorlagen/y\.html\.j2:3: "):
        templates.html("x.html.j2")


def test_what_is_compiled_already_is_taken_only_for_the_same_words() -> None:
    """One name in many networks, and for pages and texts: each says its own."""
    for text in ("<b>{{ a }}</b>", "{{ a }}!", "<b>{{ a }}</b>"):
        templates = Templates({"x.html.j2": text})
        assert templates.html("x.html.j2", a="<i>") == text.replace("{{ a }}", "&lt;i&gt;")
        assert templates.markdown("x.html.j2", a="*") == text.replace("{{ a }}", "\\*")


def test_what_ships_with_wiq_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lies beside wiq's own compiled modules, what is damaged is written anew; the network's own stay in memory."""
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made: list[str] = []
    really = ImmutableSandboxedEnvironment.compile

    def noted(self: ImmutableSandboxedEnvironment, source: str, name: str, filename: str) -> CodeType:
        made.append(source)
        return really(self, source, name, filename)

    monkeypatch.setattr(ImmutableSandboxedEnvironment, "compile", noted)

    def page(text: str, own: frozenset[str] = frozenset()) -> str:
        monkeypatch.setattr(templates.Compiled, "_known", {})  # as in another process
        return Templates({"x.j2": text}, own, compiled.CompiledFiles("jinja2")).html("x.j2", a="<")

    assert [page("<b>{{ a }}"), page("<b>{{ a }}")] == ["<b>&lt;"] * 2
    assert made == ["<b>{{ a }}"]
    (kept,) = tmp_path.iterdir()
    for damaged in (b"", kept.read_bytes()[:-9], b"j2 and more", b"\x80" * 400):
        kept.write_bytes(damaged)
        assert page("<b>{{ a }}") == "<b>&lt;"
    assert page("<i>{{ a }}") == "<i>&lt;", "the same name, another text"
    before = kept.read_bytes()
    assert page("<u>{{ a }}", frozenset({"x.j2"})) == "<u>&lt;"
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [before]


@pytest.mark.parametrize(("folder", "keeps_nothing"), [(".", True), ("gibt/es/nicht", False)])
def test_nothing_is_written_where_python_writes_nothing_and_where_one_may_not(
    folder: str, keeps_nothing: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", keeps_nothing)
    monkeypatch.setattr(templates.Compiled, "_known", {})
    assert Templates({"x.j2": "{{ a }}"}, kept=compiled.CompiledFiles("jinja2")).html("x.j2", a=1) == "1"
    assert list(tmp_path.iterdir()) == []
