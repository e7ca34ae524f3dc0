"""Comments are found where YAML has them, and nowhere else."""

from __future__ import annotations

from wiq_cli.files.comments import comments, without
from wiq_cli.files.loader import parse

TEXT = """\
# oben
a: 1 # dahinter
b: "kein # Kommentar" # doch
c: |  # am Kopf
  # Text
  mehr # Text
d: x#y
'e # f': [1, 2] # Liste
# unten
"""


def test_what_is_a_comment() -> None:
    found = list(comments(parse(TEXT, "x.yaml")))
    assert [(one.line, one.text) for one in found] == [
        (1, "# oben"), (2, "# dahinter"), (3, "# doch"), (4, "# am Kopf"), (8, "# Liste"), (9, "# unten"),
    ]  # fmt: skip
    assert [one.line for one in found if one.is_alone] == [1, 9]


def test_taking_them_out_leaves_the_data() -> None:
    source = parse(TEXT, "x.yaml")
    bare = without(source, comments(source))
    assert parse(bare, "x.yaml").data == source.data
    assert bare == ("a: 1\nb: \"kein # Kommentar\"\nc: |\n  # Text\n  mehr # Text\nd: x#y\n'e # f': [1, 2]\n")


def test_windows_line_ends() -> None:
    source = parse("a: 1 # weg\r\n# weg\r\nb: 2\r\n", "x.yaml")
    assert without(source, comments(source)) == "a: 1\r\nb: 2\r\n"


def test_at_the_very_end() -> None:
    source = parse("a: 1\n# weg", "x.yaml")
    assert without(source, comments(source)) == "a: 1\n"
