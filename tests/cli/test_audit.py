"""``wiq audit``: private values in other texts are named by line and kind, never by value."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.support.containers import core, docx, exif, jpeg, pdf, runs, segment, zipped
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
    hit = result.json["hits"].pop()
    assert hit.pop("suggestion").startswith("Schreib")
    assert hit == {"file": str(tmp_path / "nachricht"), "line": 1, "kind": "name", "place": ""}
    assert result.json["schema"] == "wiq.audit/1"
    assert result.json["summary"] == {"files": 1, "hits": 1, "unread": 0, "pictures": 0}
    assert result.json["unread"] == result.json["pictures"] == []


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
    (tmp_path / "daten.db").write_bytes(b"SQLite format 3\0")
    (tmp_path / "verweis.txt").symlink_to(tmp_path / "wiq.yaml")
    (tmp_path / "leer").mkdir()
    for name in ("bild.png", "daten.db", "verweis.txt", "gibt-es-nicht", "leer"):
        result = wiq(capsys, tmp_path, "audit", str(tmp_path / name))
        assert (result.code, result.out) == (3, ""), name
        assert name in result.err or name == "leer"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder beside a network with people."""
    network(tmp_path / "netz", {"garten": WITH_PHONE})
    folder = tmp_path / "alt"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "config").write_text("Thea Testmann", encoding="utf-8")
    return folder


def look(capsys: pytest.CaptureFixture[str], box: Path, *words: str) -> Result:
    result = wiq(capsys, box.parent / "netz", "audit", *(words or (str(box),)))
    result_out = result.out.replace(str(box), "alt")
    for word in ("Thea", "Testmann", "0341", "Übermut"):
        assert word not in result_out
        assert word not in result.err.replace(str(box), "alt")
    return replace(result, out=result_out, err=result.err.replace(str(box), "alt"))


def test_a_folder_is_searched_whole_and_in_order(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (box / "b").mkdir()
    (box / "b" / "seite.html").write_text("<p>Hallo</p>\n<p>Thea&nbsp;Testmann</p>", encoding="utf-8")
    (box / "a.docx").write_bytes(docx(runs("Tel. 0341 5550123"), docProps__core_xml=core("Thea Testmann")))
    (box / "c.bin").write_bytes(bytes(range(9)))
    (box / "d.pdf").write_bytes(pdf("Fragen an Thea Testmann"))
    result = look(capsys, box)
    assert result.code == 1
    assert result.out.splitlines() == [
        "alt/a.docx:2\tTelefonnummer\tText",
        "alt/a.docx:1\tName\tEigenschaften",
        "alt/d.pdf:1\tName\tSeite 1",
        "alt/b/seite.html:2\tName",
    ]
    assert (
        "Nicht geprüft: alt/c.bin: Diese Art von Datei kann ich nicht lesen. Speichere sie als PDF, docx, JPEG, PNG oder reinen Text."
        in result.err
    )
    assert result.err.count("Schreib „eine Person aus dem Team“") == 1


def test_only_gaps_end_with_three(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (box / "c.bin").write_bytes(bytes(range(9)))
    (box / "a.txt").write_text("Beet angelegt", encoding="utf-8")
    result = look(capsys, box, str(box), "--format", "json")
    assert result.code == 3
    assert result.json["unread"] == [{"file": "alt/c.bin", "place": "", "reason": "binary"}]
    assert result.json["summary"] == {"files": 2, "hits": 0, "unread": 1, "pictures": 0}


def test_a_file_named_after_somebody(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (box / "Brief an Thea Testmann.txt").write_text("Guten Tag", encoding="utf-8")
    (box / "anhang.zip").write_bytes(zipped({"Thea Testmann.txt": "Rückfrage: 0341 5550123"}))
    result = look(capsys, box)
    assert result.code == 1
    assert result.out.splitlines() == [
        "alt/•••.txt (Datei 1):1\tName\tDateiname",
        "alt/anhang.zip:1\tName\t•••, Dateiname",
        "alt/anhang.zip:1\tTelefonnummer\t•••",
    ]


def test_a_picture(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (box / "foto.jpg").write_bytes(jpeg(segment(0xE1, b"Exif\0\0" + exif("Thea Testmann", gps=True))))
    result = look(capsys, box)
    assert result.out.splitlines() == [
        "alt/foto.jpg:1\tName\tMetadaten, Fotograf",
        "alt/foto.jpg:1\tPrivater Ort\tMetadaten",
    ]
    assert "Was auf dem Bild zu sehen ist, prüfe ich nicht: alt/foto.jpg." in result.err
    assert "dann speichere das Bild ohne Standort neu." in result.err


def test_a_harmless_picture_is_fine_but_nobody_saw_it(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (box / "foto.jpg").write_bytes(jpeg())
    result = look(capsys, box)
    assert (result.code, result.out) == (0, "")
    assert "Was auf dem Bild zu sehen ist, prüfe ich nicht" in result.err


def test_standard_input(box: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Beet\nThea Testmann".encode("utf-16"))))
    result = look(capsys, box, "-")
    assert (result.code, result.out) == (1, "Eingabe:2\tName\n")


def test_people_get_sentences(box: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiq_cli.cli.commands.audit.is_terminal", lambda _: True)
    (box / "a.docx").write_bytes(docx(runs("Gruß von Thea Testmann")))
    (box / "b.txt").write_text("Thea Testmann", encoding="utf-8")
    assert look(capsys, box).out.splitlines() == [
        "alt/a.docx: Text, Zeile 2: Hier steht ein Name.",
        "alt/b.txt:1: Hier steht ein Name.",
    ]
    (box / "a.docx").unlink()
    (box / "b.txt").write_text("Beet angelegt", encoding="utf-8")
    assert "1 Datei durchsucht. Nichts Persönliches gefunden." in look(capsys, box).err


def test_a_name_in_a_long_text_has_its_line(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = ["Wir gärtnern."] * 500
    lines[321], lines[400], lines[401] = "Fragen an Thea Testmann", "Fragen an Udo", "Übermut bitte"
    (box / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    found = look(capsys, box).out.splitlines()
    assert "alt/a.txt:322\tName" in found


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
