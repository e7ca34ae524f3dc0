"""``wiq person``, ``show``, ``preview`` and ``wiq export record``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.people import GARTEN, PRIVATE, committed, git, people_network
from tests.support.run import wiq
from tests.support.texts import network

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    Capture = pytest.CaptureFixture[str]


def test_the_list_has_no_names(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    result = wiq(capsys, root, "person")
    assert result.code == 0
    assert result.out.splitlines()[:4] == [
        "p901\tgarten\tja\tnicht gefragt\tnicht gefragt\t",
        "p901\thof\tnicht gefragt\tnicht gefragt\tnicht gefragt\t",
        "p902\tgarten\tnicht gefragt\tnicht gefragt\tnicht gefragt\t",
        "p903\tgarten\tnein\tnicht gefragt\tnicht gefragt\t",
    ]
    assert "minderjährig" in result.out.splitlines()[4]
    assert "teams/garten.yaml:" in result.out, "who has no kennung is known by the place"
    assert [one for one in PRIVATE if one in result.out] == []


def test_every_state(tmp_path: Path, capsys: Capture) -> None:
    answers = {
        "p1": "{antwort: ja, am: 2026-01-01}",
        "p2": "{antwort: ja, am: 2026-01-01, bis: 2026-11-22}",
        "p3": "{antwort: ja, am: 2026-01-01, bis: 2026-11-21}",
        "p4": "{antwort: ja, am: 2026-01-01, widerrufen: 2026-02-01}",
        "p5": "{antwort: ja}",
        "p6": "{antwort: ja, am: 2026-11-23}",
        "p7": "{antwort: nein}",
        "p8": "ja",
        "p9": "{antwort: klar}",
        "p10": "",
    }
    people = "".join(f"  - {{kennung: {one}, einwilligung: {{name: {text}}}}}\n" for one, text in answers.items())
    people = people.replace("{kennung", "{name: Wer Auchimmer, kennung")
    root = network(tmp_path, {"x": f"schema: 1\nname: X\nmitglieder:\n{people}"})
    found = wiq(capsys, root, "person", "--format", "json").json
    assert found["schema"] == "wiq.persons/1"
    assert {one["person"]: one["consent"]["name"] for one in found["persons"]} == {
        "p1": "given", "p2": "given", "p3": "expired", "p4": "revoked", "p5": "undated", "p6": "undated", "p7": "refused",
        "p8": "undated", "p9": "undated", "p10": "not_asked",
    }  # fmt: skip


def test_show_holds_everything_with_its_place(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / "teams" / "garten.yaml").write_text(GARTEN + "notizen: Ruf Thea an\n# Thea mag Tee\n", encoding="utf-8")
    (root / ".gitignore").write_text("site/\n", encoding="utf-8")
    git(root, "init", "-q")
    git(root, "config", "user.name", "Thea Testmann")
    committed(root)
    assert wiq(capsys, root, "publish").code == 0
    found = wiq(capsys, root, "person", "show", "p901", "--format", "json").json
    assert found["schema"] == "wiq.person/1"
    assert found["complete"] is True
    assert {"file": "teams/garten.yaml", "line": 22, "key": "leitung[0].telefon", "value": "0341 5550123"} in found[
        "entries"
    ]
    assert {one["file"] for one in found["entries"]} == {"teams/garten.yaml", "teams/hof.yaml"}
    assert [(one["key"], one["value"]) for one in found["mentions"]] == [
        ("notizen", "Ruf Thea an"),
        ("#", "Thea mag Tee"),
    ]
    assert [one["key"] for one in found["references"]] == ["einwilligung.profil.durch"]
    assert {one["file"] for one in found["public"]} == {
        f"teams/garten/{name}" for name in ("index.html", "profil.json", "profil.md")
    }
    assert found["public"][0]["value"] == "Mit Namen genannt sein möchte: Thea Testmann."
    assert found["history"]["commits"] == 1
    assert found["consent"][0] == {
        "team": "garten",
        "minor": False,
        "name": "given",
        "verteiler": "not_asked",
        "foto": "not_asked",
    }
    assert found["activities"]
    assert "Anders" not in str(found), "somebody else's data is somebody else's"


def test_show_as_a_letter(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    result = wiq(capsys, root, "person", "show", "p901")
    assert result.code == 0
    for part in (
        "Auskunft nach Art. 15",
        "leitung[0].email\tthea@example.org",
        "Empfänger",
        "Widerruf",
        "kein Repository",
    ):
        assert part in result.out
    assert [one for one in PRIVATE if one in result.err] == []


def test_a_name_needs_no_quotation_marks(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    assert wiq(capsys, root, "person", "show", "Thea", "Testmann", "--format", "json").json["person"] == "p901"


def test_show_says_when_it_is_not_complete(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / "teams" / "hof.yaml").write_text("name: [\n", encoding="utf-8")
    result = wiq(capsys, root, "person", "show", "p901", "--format", "json")
    assert result.code == 3
    assert result.json["complete"] is False
    assert result.json["unread"] == ["teams/hof.yaml"]


def test_an_author_is_found(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Anfang", "--author", "T. <thea@example.org>")
    git(root, "tag", "-am", "Danke, Thea Testmann", "v1")
    history = wiq(capsys, root, "person", "show", "p901", "--format", "json").json["history"]
    assert (history["authored"], history["tags"], history["shallow"]) == (1, 1, False)


def test_preview_shows_lines_of_the_real_pages(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    found = wiq(capsys, root, "person", "preview", "p902", "--format", "json").json
    (team,) = found["teams"]
    shown = [one["text"] for one in team["now"] if one["page"].endswith(".html")]
    agreed = [one["text"] for one in team["with_name"] if one["page"].endswith(".html")]
    assert len(shown) == 1
    assert shown[0].startswith("Dabei sind: ")
    assert agreed[1].startswith("Mit Namen genannt sein möchten: ")
    assert "Udo Übermut" in agreed[1]
    assert not any("Udo" in one for one in shown)


def test_preview_of_one_among_so_few_that_nobody_is_counted(tmp_path: Path, capsys: Capture) -> None:
    """One person more or less changes nothing on the page, and still the person is one of them."""
    root = people_network(tmp_path)
    for label in ("p901", "p905"):
        found = wiq(capsys, root, "person", "preview", label, "--format", "json").json
        seen = [one["text"] for team in found["teams"] if team["team"] == "hof" for one in team["now"]]
        assert any("Dabei sind: " in one for one in seen), label


def test_preview_of_somebody_who_left(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    left = GARTEN.replace("email: udo@example.org, seit: 2026-01-01", "email: udo@example.org, bis: 2026-06-30")
    (root / "teams" / "garten.yaml").write_text(left, encoding="utf-8")
    assert "Von dir ist dort nichts zu sehen." in wiq(capsys, root, "person", "preview", "p902").out


def test_preview_of_somebody_who_never_never_appears(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    text = wiq(capsys, root, "person", "preview", "p904").out
    assert "nie, auch nicht mit einem Ja" in text
    assert "Willi" not in text
    hidden = wiq(capsys, root, "person", "preview", "p905").out
    assert "zurzeit nicht veröffentlicht" in hidden


def test_preview_shows_a_name_that_stands_in_a_text(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / "teams" / "garten.yaml").write_text(GARTEN.replace("[Werkzeug]", "[Werkzeug von Udo]"), encoding="utf-8")
    result = wiq(capsys, root, "person", "preview", "p902")
    assert "Diese Zeilen nennen dich im Text" in result.out
    assert "„Werkzeug von Udo“" in result.out


def test_the_record_of_processing(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    for words in ((), ("--format", "md")):
        result = wiq(capsys, root, "export", "record", *words)
        assert result.code == 0
        assert "Art. 30" in result.out
        assert "person.email (E-Mail-Adresse)" in result.out
        assert [one for one in PRIVATE if one in result.out] == []
    found = wiq(capsys, root, "export", "record", "--format", "json").json
    assert found["schema"] == "wiq.record/1"
    assert (found["teams"], found["people"]) == (2, 7)
    assert found["missing"][0].startswith("Verantwortliche Stelle")
