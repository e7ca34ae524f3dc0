"""Comments of a file go to the scanner, too."""

from __future__ import annotations

import pytest

from wiq_cli.files.aside import said_aside
from wiq_cli.files.loader import parse


def test_comments_with_an_address_or_a_number() -> None:
    text = "# Ruf Thea an: 0341 1234567\nname: Garten # nur so\nproblem: 'kein # x@y.example'\n# thea@example.org\n"
    source = parse(text, "teams/garten.yaml")
    assert list(said_aside(source)) == [
        (("#", 1, ""), "Ruf Thea an: 0341 1234567"),
        (("#", 4, "problem"), "thea@example.org"),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("kooperationspartner:\n  - name: Hof e. V.\n  # - name: Udo Quast\n", "kooperationspartner"),
        ("mitglieder:\n  - name: Thea\n  # - name: Udo Quast\nkooperationspartner: []\n", "mitglieder"),
        ("problem: x\n# kooperationspartner:\n#   - name: Udo Quast\n", "kooperationspartner"),
        (
            "# kooperationspartner:\n#   - name: Hof\n\nmitglieder:\n  # - name: Udo Quast\n  - name: Thea\n",
            "mitglieder",
        ),
        ("name: x\n# name: Udo Quast\n", "name"),
        ("name: x\nmitglieder:\n#  - name: Udo Quast\n  - name: Thea\n", "mitglieder"),
    ],
)
def test_a_comment_knows_under_which_key_it_stands(text: str, key: str) -> None:
    found = [path[2] for path, said in said_aside(parse(text, "teams/garten.yaml")) if "Quast" in said]
    assert found == [key]


def test_no_comments() -> None:
    assert list(said_aside(parse("name: Garten\n", "teams/garten.yaml"))) == []
