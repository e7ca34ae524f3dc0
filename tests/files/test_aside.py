"""Comments of a file go to the scanner, too."""

from __future__ import annotations

from wiq_cli.files.aside import said_aside
from wiq_cli.files.loader import parse


def test_comments_with_an_address_or_a_number() -> None:
    text = "# Ruf Thea an: 0341 1234567\nname: Garten # nur so\nproblem: 'kein # x@y.example'\n# thea@example.org\n"
    source = parse(text, "teams/garten.yaml")
    assert list(said_aside(source)) == [(("#", 1), "Ruf Thea an: 0341 1234567"), (("#", 4), "thea@example.org")]


def test_no_comments() -> None:
    assert list(said_aside(parse("name: Garten\n", "teams/garten.yaml"))) == []
