"""``wiq person consent`` and ``revoke``: every file of the person, nothing but the record, no name in what is said."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest

from tests.support.people import GARTEN, HOF, PRIVATE, committed, people_network, text
from tests.support.run import wiq

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Result

    Capture = pytest.CaptureFixture[str]


def changed(before: str, after: str) -> list[str]:
    """Give the lines that went and came."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("- ", "+ "))]


def consent(capsys: Capture, root: Path, who: str, *words: str) -> Result:
    return wiq(capsys, root, "person", "consent", who, *words)


def test_a_yes_stands_in_every_team_of_the_person(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    done = consent(
        capsys, root, "p901", "--purpose", "foto", "--answer", "ja", "--proof", "Blatt 2", "--until", "2027-06-30"
    )
    assert (done.code, done.out) == (0, "teams/garten.yaml\nteams/hof.yaml\n")
    assert changed(GARTEN, text(root)) == [
        "+       foto:", "+         antwort: ja", "+         am: 2026-11-22", "+         nachweis: Blatt 2", "+         bis: 2027-06-30",
    ]  # fmt: skip
    assert "foto: {antwort: ja, am: 2026-11-22, nachweis: Blatt 2, bis: 2027-06-30}" in text(root, "hof")
    assert len(changed(HOF, text(root, "hof"))) == 2
    assert wiq(capsys, root, "check").code == 0


def test_dry_run_shows_and_writes_nothing(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    done = consent(capsys, root, "p902", "--purpose", "name", "--answer", "ja", "--proof", "Blatt 2", "--dry-run")
    assert done.code == 0
    assert "+++ b/teams/garten.yaml" in done.out
    assert text(root) == GARTEN


def test_a_refusal_becomes_a_yes_and_keeps_its_comment(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    assert consent(capsys, root, "Vera Vorlage", "--purpose", "name", "--answer", "ja", "--on", "2026-11-20").code == 0
    assert changed(GARTEN, text(root)) == [
        "-         antwort: nein", "+         antwort: ja", "-         am: 2026-01-05", "+         am: 2026-11-20",
    ]  # fmt: skip
    assert "name: # sie wollte erst überlegen" in text(root)


def test_an_entry_that_is_only_a_name_is_written_out(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    assert consent(capsys, root, "kurzform", "--purpose", "verteiler", "--answer", "nein").code == 0
    assert "  - name: Kurt Kurzform\n" in text(root, "hof")
    assert "antwort: nein" in text(root, "hof")


def test_a_new_yes_replaces_a_revoked_one_as_a_whole(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    committed(root)
    assert wiq(capsys, root, "person", "revoke", "p901", "--purpose", "name").code == 0
    committed(root)
    again = consent(capsys, root, "p901", "--purpose", "name", "--answer", "ja")
    assert again.code == 0
    assert "In git bleibt sie" in again.err
    assert "name: {antwort: ja, am: 2026-11-22}" in text(root), "the old proof does not prove the new yes"


def test_a_proof_that_git_does_not_hold_is_not_thrown_away(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    refused = consent(capsys, root, "p901", "--purpose", "name", "--answer", "ja")
    assert refused.code == 2
    assert "--yes" in refused.err
    assert text(root) == GARTEN
    assert consent(capsys, root, "p901", "--purpose", "name", "--answer", "ja", "--yes").code == 0


def test_a_correction_of_the_same_day_needs_no_question(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    done = consent(
        capsys, root, "p901", "--purpose", "name", "--answer", "ja", "--on", "2026-01-05", "--proof", "Blatt 9"
    )
    assert done.code == 0
    assert "name: {antwort: ja, am: 2026-01-05, nachweis: Blatt 9}" in text(root)


def test_the_same_answer_changes_nothing(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    words = ("--purpose", "name", "--answer", "nein", "--on", "2026-01-05")
    done = consent(capsys, root, "p903", *words)
    assert (done.code, done.out, text(root)) == (0, "", GARTEN)


def test_a_minor_is_told_that_the_name_never_appears(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    done = consent(capsys, root, "p904", "--purpose", "name", "--answer", "ja", "--proof", "Blatt 2")
    assert done.code == 0
    assert "minderjährig" in done.err
    assert wiq(capsys, root, "publish").code == 0
    pages = (path.read_text(encoding="utf-8") for path in (root / "site").rglob("*") if path.is_file())
    assert not any("Willi" in page for page in pages)


def test_the_gate_of_a_team(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    words = ("--purpose", "profil", "--answer", "ja", "--proof", "Blatt 7")
    assert "--team" in consent(capsys, root, "p901", *words).err
    assert consent(capsys, root, "p901", *words, "--team", "hof").code == 0
    assert "profil:\n    am: 2026-11-22\n    durch: p901\n    nachweis: Blatt 7\n" in text(root, "hof")
    assert consent(capsys, root, "p901", "--purpose", "profil", "--answer", "nein", "--team", "hof").code == 2
    assert wiq(capsys, root, "person", "revoke", "p901", "--purpose", "profil", "--team", "hof").code == 0
    assert "    widerrufen: 2026-11-22\n" in text(root, "hof")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--purpose", "name", "--answer", "ja", "--on", "2026-11-23"), "Zukunft"),
        (("--purpose", "name", "--answer", "ja", "--until", "2026-11-01"), "vor dem Tag"),
        (("--purpose", "name", "--answer", "nein", "--until", "2027-11-01"), "--until"),
        (("--purpose", "name", "--answer", "vielleicht"), "ja, nein"),
        (("--purpose", "alles", "--answer", "ja"), "name, verteiler, foto"),
        (("--purpose", "name", "--answer", "ja", "--proof", " "), "--proof"),
        (("--answer", "ja"), "--purpose"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], said: str, tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    refused = consent(capsys, root, "p902", *words)
    assert refused.code == 2
    assert said in refused.err
    assert text(root) == GARTEN


def test_a_yes_is_taken_back_by_revoking(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    refused = consent(capsys, root, "p901", "--purpose", "name", "--answer", "nein")
    assert refused.code == 2
    assert "revoke" in refused.err


def test_revoke_takes_effect_at_the_next_publish(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    page = root / "site" / "teams" / "garten" / "index.html"
    assert wiq(capsys, root, "publish").code == 0
    assert "Thea Testmann" in page.read_text(encoding="utf-8")
    done = wiq(capsys, root, "person", "revoke", "thea@example.org")
    assert done.code == 0
    assert "https://netz.example/teams/garten/index.html" in done.out
    for name in ("profil.md", "profil.json"):
        assert f"https://netz.example/teams/garten/{name}" in done.out
    assert "robots.txt" not in done.out, "what never showed anybody is nobody's concern"
    assert "Webarchive" in done.out
    assert changed(GARTEN, text(root)) == [
        '-       name: {antwort: ja, am: 2026-01-05, nachweis: "Ordner 3, Blatt 1"}',
        '+       name: {antwort: ja, am: 2026-01-05, nachweis: "Ordner 3, Blatt 1", widerrufen: 2026-11-22}',
    ]
    assert wiq(capsys, root, "publish").code == 0
    pages = [path.read_text(encoding="utf-8") for path in (root / "site").rglob("*") if path.is_file()]
    assert not any("Testmann" in one for one in pages)


def test_nothing_to_revoke(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    assert wiq(capsys, root, "person", "revoke", "p902").code == 3
    assert wiq(capsys, root, "person", "revoke", "p901", "--on", "2026-01-01").code == 2
    assert wiq(capsys, root, "person", "revoke", "p901", "--on", "2026-12-01").code == 2
    assert text(root) == GARTEN


def test_revoke_works_beside_a_file_that_cannot_be_read(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / "teams" / "hof.yaml").write_text("name: [\n", encoding="utf-8")
    done = wiq(capsys, root, "person", "revoke", "p901")
    assert done.code == 3
    assert "teams/hof.yaml" in done.err
    assert "widerrufen" in text(root)
    assert consent(capsys, root, "p902", "--purpose", "foto", "--answer", "ja").code == 3


def test_a_decision_that_cannot_be_read_is_no_obstacle(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    broken = root / "beschluesse" / "garten" / "2026" / "garten-20261101-beet.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("id: [\n", encoding="utf-8")
    assert consent(capsys, root, "p902", "--purpose", "foto", "--answer", "nein").code == 0
    assert wiq(capsys, root, "person", "revoke", "p901").code == 0
    assert wiq(capsys, root, "person", "preview", "p902").code == 0
    assert wiq(capsys, root, "person", "show", "p902").code == 3
    assert wiq(capsys, root, "person", "forget", "p902", "--yes").code == 3


def test_several_people_fit(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    asked = consent(capsys, root, "Thea", "--purpose", "foto", "--answer", "ja")
    assert asked.code == 2
    assert "p901 (garten, hof)" in asked.err
    assert "p905 (hof)" in asked.err
    near = consent(capsys, root, "Tea Testman", "--purpose", "foto", "--answer", "ja")
    assert near.code == 2
    assert "p901" in near.err


def test_the_one_who_is_meant_is_asked_for_in_a_terminal(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = people_network(tmp_path)
    answers = iter(["p999", "p905"])
    monkeypatch.setattr("wiq_cli.cli.commands.person.store.can_ask", lambda: True)
    monkeypatch.setattr("wiq_cli.cli.ask.can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", lambda *_: next(answers))
    assert consent(capsys, root, "Thea", "--purpose", "foto", "--answer", "nein").code == 0
    assert "p905, name: Thea Anders, email: anders@example.org, einwilligung: {foto: {antwort: nein" in text(
        root, "hof"
    )


def test_all_files_or_none(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    root = people_network(tmp_path)
    (root / "teams" / "hof.yaml").write_text(HOF + "name: doppelt\n", encoding="utf-8")
    assert consent(capsys, root, "p901", "--purpose", "foto", "--answer", "ja").code == 3
    assert text(root) == GARTEN


CALLS = [
    ("consent", "p901", "--purpose", "foto", "--answer", "ja"),
    ("consent", "p901", "--purpose", "name", "--answer", "nein"),
    ("consent", "Thea", "--purpose", "foto", "--answer", "ja"),
    ("consent", "Xenia", "--purpose", "foto", "--answer", "ja"),
    ("revoke", "p901"),
    ("revoke", "Xenia Xylofon"),
    ("show", "p901"),
    ("preview", "p901"),
    ("forget", "p901", "--dry-run"),
    ("forget", "p901", "--yes"),
    ("forget", "Xenia Xylofon", "--yes"),
    ("forget", "Tea Testman"),
    ("Thea Testmann",),
    ("consent", "Thea", "Testmann", "--purpose", "foto", "--answer", "ja"),
    (),
]


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_no_private_value_is_said(words: tuple[str, ...], tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    committed(root, "Anruf von Thea Testmann")
    result = wiq(capsys, root, "person", *words)
    assert [one for one in PRIVATE if one in result.err] == []
    if not {"show", "preview", "--dry-run"} & set(words):
        assert [one for one in PRIVATE if one in result.out] == []
