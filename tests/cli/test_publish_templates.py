"""Templates of the network's own: a file in `vorlagen/` replaces the one that ships with wiq."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.publishing import contents, write
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.run import Result


def test_own_templates(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "vorlagen/profil.html.j2", "<h1>{{ profil.name }}</h1>\n")
    write(root, "vorlagen/style.css", "body { color: green }\n")
    write(root, "vorlagen/notiz.txt", "thea@example.org")
    assert publish().code == ExitCode.FINE
    assert (root / "site/teams/garten/index.html").read_text(encoding="utf-8") == "<h1>Garten am Kanal</h1>\n"
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


def test_a_link_that_leads_nowhere_publishes_nothing(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = contents(root / "site")
    write(root, "vorlagen/profil.html.j2", '<a href="../../kontakt.html">{{ profil.name }}</a>\n')
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "teams/garten/index.html: Der Link „../../kontakt.html“ führt ins Leere." in result.err
    assert contents(root / "site") == before


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
