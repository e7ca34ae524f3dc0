"""Templates of the network's own: a file in `vorlagen/` replaces the one that ships with wiq."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import contents, write
from tests.support.run import wiq
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.run import Result


OWN = '{% extends "basis.html.j2" %}\n{% block inhalt %}<h1>{{ profil.name }}</h1>{% endblock %}\n'


def test_own_templates(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "vorlagen/profil.html.j2", OWN)
    write(root, "vorlagen/style.css", "body { color: green }\n")
    write(root, "vorlagen/README.md", "thea@example.org")
    assert publish().code == ExitCode.FINE
    assert "<h1>Garten am Kanal</h1>" in (root / "site/teams/garten/index.html").read_text(encoding="utf-8")
    assert (root / "site/style.css").read_text(encoding="utf-8") == "body { color: green }\n"


def test_a_broken_template_publishes_nothing(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = contents(root / "site")
    write(root, "vorlagen/profil.html.j2", "eins\n{{ profil.leitung[0].email }}\n")
    result = publish("--format", "json")
    assert result.code == ExitCode.NOTHING
    assert result.err.startswith("vorlagen/profil.html.j2:2: Die Vorlage ist kaputt.")
    assert result.json["published"] == []
    assert contents(root / "site") == before


def test_a_template_that_leaks(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "vorlagen/index.html.j2", "<h1>Netz</h1>\n\n<p>Fragen? thea@example.org</p>\n")
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    (leak,) = result.json["leaks"]
    assert (leak["file"], leak["line"], leak["kind"], leak["output"]) == (
        "vorlagen/index.html.j2",
        3,
        "email",
        "index.html",
    )
    assert publish().out == "vorlagen/index.html.j2:3\tE-Mail-Adresse\tindex.html\n"


def test_a_link_that_leads_nowhere_publishes_nothing(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = contents(root / "site")
    write(root, "vorlagen/profil.html.j2", '<a href="../../kontakt.html">{{ profil.name }}</a>\n')
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert (
        "vorlagen/profil.html.j2:1: Der Link „../../kontakt.html“ führt ins Leere. Das kommt auf die Seite teams/garten/index.html"
        in result.err
    )
    assert contents(root / "site") == before


def test_a_link_that_the_template_puts_together_is_found_as_far_as_it_stands_there(
    root: Path, publish: Callable[..., Result]
) -> None:
    link = '<p>kontakt.html</p>\n<a href="{{ wurzel }}kontakt.html">x</a>{{ profil.name }}'
    write(root, "vorlagen/profil.html.j2", OWN.replace("<h1>", f"{link}<h1>"))
    assert "vorlagen/profil.html.j2:3: Der Link „../../kontakt.html“" in publish().err
    write(root, "vorlagen/profil.html.j2", OWN.replace("<h1>", '<a href="{{ profil.art }}.html">x</a><h1>'))
    assert (
        "teams/garten/index.html: Der Link „LT.html“ führt ins Leere. So auch auf einer weiteren Seite."
        not in publish().err
    )
    assert "teams/garten/index.html: Der Link „LT.html“ führt ins Leere." in publish().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"am": "gestern", "norm": "x", "werkzeug": "x", "seiten": 1}', "Das fehlt oder passt nicht: am, verstoesse."),
        ("{am: 1}", "Das ist kein JSON, wie wiq es liest."),
        ("[]", "Das ist kein JSON, wie wiq es liest."),
    ],
)
def test_an_own_result_that_is_none(text: str, said: str, root: Path, publish: Callable[..., Result]) -> None:
    write(root, "vorlagen/barrierefreiheit.json", text)
    result = publish()
    assert result.code == ExitCode.NOTHING
    assert f"vorlagen/barrierefreiheit.json: {said}" in result.err
    assert "Es wurde nichts veröffentlicht." in result.err


def test_a_private_link_is_a_leak_and_never_shown(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "vorlagen/profil.html.j2", '<a href="thea@example.org">x</a>\n')
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "thea@" not in result.out + result.err


def test_a_fragment_is_the_content_alone(root: Path, publish: Callable[..., Result]) -> None:
    assert publish("--fragment").code == ExitCode.FINE
    page = (root / "site/teams/garten/index.html").read_text(encoding="utf-8")
    assert page.startswith('<div class="wiq" lang="de">')
    assert "<h1>Garten am Kanal</h1>" in page
    assert not any(word in page for word in ("<html", "<head", "<body", "<main", "<footer", "stylesheet"))
    assert publish("--check").code == ExitCode.FINDINGS
    assert publish("--check", "--fragment").code == ExitCode.FINE
    publish()
    assert "<html" in (root / "site/teams/garten/index.html").read_text(encoding="utf-8")


def test_the_handbook_changes_a_colour_and_a_sentence(root: Path, publish: Callable[..., Result]) -> None:
    handbook = (Path(__file__).parents[2] / "docs/aussehen.md").read_text(encoding="utf-8")
    (sentence,) = re.findall("Such darin den Satz „(.+)“", handbook)
    names = re.findall(r"wiq publish --template (\S+) > vorlagen/\1", handbook)
    assert names == ["style.css", "index.html.j2"]
    for name in names:
        shown = publish("--template", name)
        assert shown.code == ExitCode.FINE
        write(root, f"vorlagen/{name}", shown.out)
    publish()
    style, page = ((root / "site" / name).read_text(encoding="utf-8") for name in ("style.css", "index.html"))
    colour = re.search(r"#[0-9a-f]{3,6}\b", style)
    assert colour
    assert sentence in page
    write(root, "vorlagen/style.css", style.replace(colour[0], "#123456"))
    index = (root / "vorlagen/index.html.j2").read_text(encoding="utf-8")
    write(root, "vorlagen/index.html.j2", index.replace(sentence, "Komm vorbei."))
    assert publish().code == ExitCode.FINE
    assert "#123456" in (root / "site/style.css").read_text(encoding="utf-8")
    assert "Komm vorbei." in (root / "site/index.html").read_text(encoding="utf-8")


def test_a_template_that_there_is_not(publish: Callable[..., Result]) -> None:
    result = publish("--template", "start.html")
    assert result.code == ExitCode.WRONG_CALL
    assert "index.html.j2" in result.err


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("profil.html.j2", "<h1>{{ profil.name }}</h1>\n", "vorlagen/profil.html.j2:1: Die Zeile mit „Content-Security-Policy“ fehlt"),
        ("profil.html.j2", OWN.replace("</h1>", "</h1><img src='https://example.org/x.png'>"), "vorlagen/profil.html.j2:2: Hier steht „src=https://example.org/x.png“. Das führt zu einem anderen Rechner"),
        ("impressum.html.j2", OWN.replace("profil", "netz").replace("<h1>", "<h1 onclick='x()'>"), "vorlagen/impressum.html.j2:2: Hier steht „onclick=x()“. Das führt ein Skript aus. Streich es. Das kommt auf die Seite impressum/index.html."),
        ("profil.html.j2", OWN.replace("<h1>", "<h1 style='color:red'>"), "vorlagen/profil.html.j2:2: Hier steht „style=color:red“. Der Browser übergeht das hier. Schreib es in vorlagen/style.css."),
        ("profil.html.j2", OWN.replace("<h1>", "\n<h1 onclick='x({{ profil.art }})'>"), "vorlagen/profil.html.j2:3: Hier steht „onclick=x(LT)“."),
        ("style.css", "@import url(https://example.org/x.css);\n", "vorlagen/style.css:1: Hier steht „https://example.org/x.css“."),
        ("suche.js", "fetch('https://example.org/')\n", "vorlagen/suche.js:1: Hier steht „https://example.org/“."),
    ],
)  # fmt: skip
def test_a_template_that_loads_from_elsewhere_publishes_nothing(
    name: str, text: str, said: str, root: Path, publish: Callable[..., Result]
) -> None:
    publish()
    before = contents(root / "site")
    write(root, f"vorlagen/{name}", text)
    for words in ((), ("--dry-run",), ("--only", "garten")):
        result = publish(*words)
        assert result.code == ExitCode.REFUSED
        assert said in result.err
        assert "Es wurde nichts veröffentlicht. Prüf die Vorlagen" in result.err
    assert contents(root / "site") == before
    (root / "vorlagen" / name).unlink()
    assert publish().code == ExitCode.FINE


def test_a_part_of_a_page_needs_no_head_and_loads_nothing_either(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "vorlagen/ausschnitt.html.j2", "<div>{% block inhalt %}{% endblock %}</div>\n")
    assert publish("--fragment").code == ExitCode.FINE
    write(root, "vorlagen/ausschnitt.html.j2", "<script>x()</script>{% block inhalt %}{% endblock %}\n")
    result = publish("--fragment")
    assert result.code == ExitCode.REFUSED
    assert "Hier steht „<script>“. Ein Skript steht mitten in der Seite." in result.err
    assert re.search(r" Das kommt auf die Seite \S+ und \d+ weitere\.", result.err)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("index.html", "index.html.j2"), ("quatsch.html.j2", ".html.j2"), ("Style.css", "style.css"), ("stil.scss", "style.css"), ("bilder/logo.png", ".j2")],
)  # fmt: skip
def test_a_file_that_replaces_nothing_is_named(
    name: str, meant: str, root: Path, publish: Callable[..., Result], capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "vorlagen/bilder").mkdir(parents=True) if "/" in name else None
    write(root, f"vorlagen/{name}", "x\n")
    result = publish()
    assert result.code == ExitCode.NOTHING
    said = re.search(
        f"vorlagen/{name.partition('/')[0]}: Eine Vorlage mit diesem Namen gibt es nicht. Meintest du „(.+)“[?]",
        result.err,
    )
    assert said
    assert said[1].endswith(meant)
    assert "Es wurde nichts veröffentlicht." in result.err
    assert not (root / "site").exists()
    assert "Eine Vorlage mit diesem Namen gibt es nicht." in wiq(capsys, root, "doctor", "--format", "json").out


def test_notes_copies_and_parts_may_lie_beside_the_templates(root: Path, publish: Callable[..., Result]) -> None:
    for name in (
        "README.md",
        "LICENSE",
        ".gitkeep",
        "index.html.j2~",
        "style.css.bak",
        "#profil.html.j2#",
        "bericht.html.j2",
    ):
        write(root, f"vorlagen/{name}", "x\n")
    write(root, "vorlagen/gruss.html.j2", "<p>Guten Tag</p>\n")
    write(root, "vorlagen/profil.html.j2", OWN.replace("<h1>", "{% include 'gruss.html.j2' %}<h1>"))
    assert publish().code == ExitCode.FINE
    assert "Guten Tag" in (root / "site/teams/garten/index.html").read_text(encoding="utf-8")
