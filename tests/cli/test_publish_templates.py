"""Templates of the network's own: a file in `vorlagen/` replaces the one that ships with wiq."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.publishing import contents, write
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
