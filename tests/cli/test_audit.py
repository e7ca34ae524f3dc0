"""``wiq audit``: private values in other texts are named by line and kind, never by value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.usecases.audit import commit_message

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Result

WITH_PHONE = with_keys(TEAM, "mitglieder: [{kennung: p9, name: Udo Übermut, telefon: 0341 5550123, rolle: Imkerei}]\n")


def audit(capsys: pytest.CaptureFixture[str], root: Path, text: str, *words: str) -> Result:
    network(root, {"garten": WITH_PHONE})
    (root / "nachricht").write_text(text, encoding="utf-8")
    return wiq(capsys, root, "audit", str(root / "nachricht"), *words)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thea Testmann sagt zu", "Name"),
        ("thea testmann sagt zu", "Name"),
        ("Theas Beet ist fertig", "Name"),
        ("Rückfrage an thea@example.org", "E-Mail-Adresse"),
        ("Rückfrage an wer-anders@example.org", "E-Mail-Adresse"),
        ("Ruf an: 0341-555 01 23", "Telefonnummer"),
        ("Ruf an: +49 341 5550123", "Telefonnummer"),
        ("Übermut, Udo ist dabei", "Name"),
    ],
)
def test_what_is_found(text: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = audit(capsys, tmp_path, f"Beet angelegt\n\n{text}.\n")
    assert result.code == 1
    assert result.out == f"{tmp_path / 'nachricht'}:3\t{kind}\n"
    for word in ("Thea", "thea", "Udo", "0341", "example.org", "Übermut"):
        assert word not in result.out.replace(str(tmp_path), "") + result.err


@pytest.mark.parametrize(
    "text",
    ["", "Beet angelegt, Garten am Kanal", "Rückfrage an garten@netz.example", "Treffen auf 24.11.2026 18:00 verlegt"],
)
def test_what_is_fine(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = audit(capsys, tmp_path, text)
    assert (result.code, result.out) == (0, "")


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = audit(capsys, tmp_path, "Thea Testmann", "--format", "json")
    place = {"file": str(tmp_path / "nachricht"), "line": 1, "kind": "name"}
    assert result.json == {"schema": "wiq.audit/1", "hits": [place], "summary": {"files": 1, "hits": 1}}


def test_a_name_over_two_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(capsys, tmp_path, "Beet von Vorlage\nVera\n").code == 0, "she is not in this team file"
    assert audit(capsys, tmp_path, "Zusage: Udo\nÜbermut\n").code == 1


def test_what_git_leaves_out_of_a_message() -> None:
    text = "Beet\n\n#12 erledigt\nSigned-off-by: A <a@example.org>\n\n# On branch\n# --- >8 ---\n# x\n+name: A\n"
    assert commit_message(text) == "Beet\n\n#12 erledigt\n"
    assert commit_message("# nur Kommentar\n") == ""


def test_the_comments_below_a_message_do_not_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Beet angelegt\n# Author: Thea Testmann <thea@example.org>\n"
    assert audit(capsys, tmp_path, text, "--commit-message").code == 0
    assert audit(capsys, tmp_path, text).code == 1


def test_what_cannot_be_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network(tmp_path)
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "alt.txt").write_bytes("Grüße".encode("latin-1"))
    for name in ("bild.png", "alt.txt", "gibt-es-nicht", "teams"):
        result = wiq(capsys, tmp_path, "audit", str(tmp_path / name))
        assert (result.code, result.out) == (3, ""), name
        assert name in result.err


def test_a_network_that_cannot_be_read_whole_vouches_for_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network(tmp_path, {"garten": TEAM, "kaputt": "name: [\n"})
    (tmp_path / "nachricht").write_text("Beet angelegt", encoding="utf-8")
    result = wiq(capsys, tmp_path, "audit", str(tmp_path / "nachricht"))
    assert result.code == 3
    assert "teams/kaputt.yaml" in result.err


def test_people_without_anything_to_look_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network(tmp_path, {"garten": "name: A\nmitglieder: [{kennung: p1}]\n"})
    (tmp_path / "nachricht").write_text("Beet angelegt", encoding="utf-8")
    assert wiq(capsys, tmp_path, "audit", str(tmp_path / "nachricht")).code == 3
