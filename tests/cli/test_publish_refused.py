"""`wiq publish` where something private would leave, or somebody's file is not in order: nothing new goes up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.publishing import LEAK, contents, write
from tests.support.texts import TEAM, WIQ, with_keys
from wiq_cli.cli.publishing import Publishing, Wishes
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files.build import Build
from wiq_cli.files.netz import SHIPPED_REGELN, Netzordner
from wiq_cli.report.publication import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.run import Result


def test_a_leak_refuses_everything_and_leaves_the_old_site(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = contents(root / "site")
    write(root, "teams/garten.yaml", LEAK)
    write(root, "teams/neu.yaml", with_keys(TEAM, "leitung: []\nmitglieder: []\n"))
    result = publish()
    line = LEAK.splitlines().index("support: [Zelt, Ideenmobil (Raphaela)]") + 1
    assert result.code == ExitCode.REFUSED
    assert result.out.splitlines()[0] == f"teams/garten.yaml:{line} support[1].was\tName\tteams/garten/index.html"
    assert "Raphaela" not in result.out + result.err
    assert "„Ideenmobil (WiQ-Team)“" in result.err
    assert contents(root / "site") == before
    assert sorted(path.name for path in root.iterdir()) == [".wiq-cache", "site", "teams", "wiq.yaml"]


def test_a_leak_as_json(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    line = LEAK.splitlines().index("support: [Zelt, Ideenmobil (Raphaela)]") + 1
    result = publish("--format", "json")
    place = {"team": "garten", "file": "teams/garten.yaml", "line": line, "field": "support[1].was", "kind": "name"}
    assert result.code == ExitCode.REFUSED
    assert result.json == {
        "schema": "wiq.publish/1",
        "published": [],
        "skipped": [],
        "removed": [],
        "leaks": [{**place, "output": f"teams/garten/{name}"} for name in ("index.html", "profil.md")],
    }
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("block", "field", "kind"),
    [
        ("zusammenfassung: Fragen an thea@example.org\n", "zusammenfassung", "email"),
        ("zusammenfassung: Fragen an jemand@fremd.example\n", "zusammenfassung", "email"),
        ("problem: [eins, 'Ruf an, 0341 9876543']\n", "problem[1]", "phone"),
        ("weg: [{schritt: x, notizen: [Udo Übermut fragen]}]\n", "weg[0].notizen[0]", "name"),
        ("offene_fragen: ['Wo? https://zoom.us/j/99?pwd=x']\n", "offene_fragen[0]", "link"),
        ("chronik: [{am: 2026-01-01, text: Vera war da}]\n", "chronik[0].text", "name"),
        ("ziele: {bis: 2027-01-01, teilziele: [{ziel: Willis Beet}]}\n", "ziele.teilziele[0].ziel", "name"),
        ("untertitel: mit Thea\n", "untertitel", "name"),
        ("weg: [Udo fragen]\n", "weg[0].schritt", "name"),
        ("ziele: {bis: 2027-01-01, teilziele: [Willis Beet]}\n", "ziele.teilziele[0].ziel", "name"),
        ("treffen: {termine: [24.11.2026 (Garten von Xenia)]}\n", "treffen.termine[0]", "name"),
        ("treffen: {ort: Garten von Xenia}\n", "treffen.ort", "name"),
        ("kooperationspartner: [{name: Verein, stand: Udo fragt}]\n", "kooperationspartner[0].stand", "name"),
    ],
)
def test_every_public_field_is_looked_through(
    block: str, field: str, kind: str, root: Path, publish: Callable[..., Result]
) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, block))
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    assert {(one["field"], one["kind"]) for one in result.json["leaks"]} == {(field, kind)}


def test_a_file_name_that_says_too_much(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/freunde-von-raphaela.yaml", with_keys(TEAM, "leitung: []\nmitglieder: []\n"))
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "teams/freunde-von-raphaela.yaml (keine Zeile gefunden" in result.out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("teams/kaputt.yaml", "name: ["), ("teams/kaputt.yaml", "name: X\nnmae: Y\n"), ("teams/kaputt.yaml", ""),
        ("teams/kaputt.yaml", "name: X\nname: Y\n"), ("wiq.yaml", "name: ["), ("wiq.yaml", WIQ + "unbekannt: x\n"),
        ("regeln.yaml", "schema: 1\n"), ("freigaben.yaml", "a: ["), ("teams/garten.yml", TEAM),
    ],
)  # fmt: skip
def test_any_file_that_is_not_in_order_refuses_everything(
    name: str, text: str, root: Path, publish: Callable[..., Result]
) -> None:
    publish()
    before = contents(root / "site")
    write(root, name, text)
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    assert result.json["published"] == []
    assert Path(name).stem in result.err
    assert contents(root / "site") == before


def test_a_link_as_a_team_file_refuses_everything(root: Path, publish: Callable[..., Result]) -> None:
    (root / "teams/link.yaml").symlink_to("/etc/passwd")
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "root" not in result.out
    assert not (root / "site").exists()


@pytest.mark.parametrize("folder", ["teams", "beschluesse", "beschluesse/st", "beschluesse/st/2026", "vorlagen"])
def test_a_folder_that_cannot_be_read_refuses_everything(
    folder: str, root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "beschluesse/st/2026").mkdir(parents=True)
    (root / "vorlagen").mkdir()
    assert publish().code == ExitCode.FINE
    before = contents(root / "site")
    iterdir = Path.iterdir

    def closed(self: Path) -> Any:
        if self == root / folder:
            raise PermissionError(13, "Permission denied", str(self))
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", closed)
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    assert f"Den Ordner {folder} kann ich nicht lesen: die Rechte fehlen." in result.err
    assert result.json["published"] == []
    assert contents(root / "site") == before


@pytest.mark.parametrize(
    "name",
    [
        "teams/sub/x.yaml", "teams/x.YAML", "teams/x.yaml.bak", "teams/x.Yml", "beschluesse/x.yaml", "beschluesse/st/x.yml",
        "beschluesse/st/2026/tief/x.yaml",
    ],
)  # fmt: skip
def test_a_file_that_wiq_does_not_read_refuses_everything(
    name: str, root: Path, publish: Callable[..., Result]
) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    write(root, name, TEAM)
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert f"{name} liest wiq nicht" in result.err
    assert not (root / "site").exists()


def test_a_link_to_a_folder_refuses_and_other_files_do_not(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/README.md", "So geht das.")
    write(root, "teams/.gitkeep", "")
    assert publish().code == ExitCode.FINE
    (root / "teams/link").symlink_to(root / "site")
    assert publish().code == ExitCode.REFUSED


@pytest.mark.parametrize("key", ["impressum", "datenschutz"])
def test_without_the_pages_that_the_law_asks_for_nothing_is_published(
    key: str, root: Path, publish: Callable[..., Result]
) -> None:
    write(root, "wiq.yaml", with_keys(WIQ, f"{key}:\n"))
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert f"„{key}: https://…“" in result.err
    assert not (root / "site").exists()
    assert f"https://netz.example/{key}" in contents_of_legal_page(publish, root, key)


def test_both_missing_pages_are_named_at_once(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "wiq.yaml", with_keys(WIQ, "impressum:\ndatenschutz:\n"))
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "„impressum: https://…“, „datenschutz: https://…“" in result.err


def contents_of_legal_page(publish: Callable[..., Result], root: Path, key: str) -> str:
    write(root, "wiq.yaml", WIQ)
    assert publish().code == ExitCode.FINE
    return (root / f"site/{key}/index.html").read_text(encoding="utf-8")


def test_what_lies_on_the_disk_is_what_is_looked_through(
    root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages = Build.write

    def write_more(self: Build, pages: Any) -> None:
        write_pages(self, {**pages, "extra.html": "Thea Testmann"})

    monkeypatch.setattr(Build, "write", write_more)
    assert publish().code == ExitCode.REFUSED
    assert not (root / "site").exists()


@pytest.mark.parametrize(("name", "data"), [("bild.png", b"\x89PNG"), ("seite.html", b"\xff\xfe")])
def test_what_cannot_be_looked_through_is_not_published(
    name: str, data: bytes, root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages = Build.write
    monkeypatch.setattr(Build, "write", lambda self, pages: write_pages(self, {**pages, name: data}))
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert name in result.err
    assert not (root / "site").exists()


def test_people_without_any_value_are_not_published(root: Path, publish: Callable[..., Result]) -> None:
    (root / "teams/ut.yaml").unlink()
    write(root, "teams/garten.yaml", with_keys(TEAM, "leitung: [{kennung: p1}]\nmitglieder: []\n"))
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "nicht, wonach sie suchen soll" in result.err


def test_no_private_value_in_anything_that_is_said(root: Path, publish: Callable[..., Result]) -> None:
    said = ""
    for block in (
        "zusammenfassung: Thea Testmann, thea@example.org\n",
        "leitung: Thea Testmann\n",
        "telefon: 0341 9876543\n",
    ):
        write(root, "teams/garten.yaml", with_keys(TEAM, block))
        for words in ((), ("--dry-run",), ("--format", "json")):
            result = publish(*words)
            said += result.out + result.err
    for value in ("Thea", "Testmann", "thea@", "9876543", "Raphaela"):
        assert value not in said


def test_at_a_terminal_a_place_is_named_once(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    assert publish().out.count("support[1].was") == 2
    line = LEAK.splitlines().index("support: [Zelt, Ideenmobil (Raphaela)]") + 1
    outcome = Publishing(Netzordner(root), root / "site", Wishes(dry_run=True)).publish(lambda _: date(2026, 11, 22))
    assert as_text(outcome, terminal=True) == (
        f"teams/garten.yaml:{line} support[1].was: Hier steht ein Name. (steht in 2 Seiten)\n"
    )


def test_a_leak_in_a_decision_is_found_there(root: Path, publish: Callable[..., Result]) -> None:
    name = "beschluesse/garten/2026/garten-20260901-zelt.yaml"
    (root / name).parent.mkdir(parents=True)
    text = "schema: 1\nid: garten-20260901-zelt\nteam: garten\ntitel: Zelt\nantrag:\n  wortlaut: Udo Übermut baut es auf.\n"
    write(root, name, text + "ergebnis: {status: angenommen, am: 2026-09-01}\n")
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert result.out.splitlines()[0] == f"{name}:6 antrag.wortlaut\tName\tteams/garten/index.html"


@pytest.mark.parametrize(
    "text",
    [
        "Sigrun Donnerkeil baut auf", "Frag geheim.person", "x ät y.example", "unbekannt AT fremd DOT de", "bei Querflötens", "#QuerflöteFest",
        "Quer-\nflöte", "Annalena", "von der Weide", "<b>Quer</b>flöte", "Frau Quast",
    ],
)  # fmt: skip
def test_roundabout_spellings_are_refused(text: str, root: Path, publish: Callable[..., Result]) -> None:
    people = (
        "mitglieder: [{name: Quirin Querflöte, email: geheim.person@fremd.example}, {name: Anna-Lena von der Weide-Öztürk},"
        " Sigrun Donnerkeil <sigrun@dk.example>]\n"
    )
    write(root, "teams/chor.yaml", with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: [Tom Quast]\n"))
    write(root, "teams/garten.yaml", with_keys(TEAM, people))
    assert publish().code == ExitCode.FINE
    write(root, "teams/garten.yaml", with_keys(TEAM, people + f"weg: [{json.dumps(text)}]\n"))
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    assert {one["field"] for one in result.json["leaks"]} == {"weg[0].schritt"}


@pytest.mark.parametrize(("one", "two"), [("[chor]", "[]"), ("[alt]", "[alt]")])
def test_a_former_name_has_one_heir(one: str, two: str, root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, f"frueher: {one}\n"))
    write(root, "teams/chor.yaml", with_keys(TEAM, f"name: Chor\nleitung: []\nmitglieder: []\nfrueher: {two}\n"))
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "frueher" in result.err
    assert "Kalender" not in result.err
    assert not (root / "site").exists()


def test_a_name_that_is_a_key_of_the_rules(root: Path, publish: Callable[..., Result]) -> None:
    rules = SHIPPED_REGELN.read_text(encoding="utf-8")
    own = "teams:\n  Raphaela Schnurz: {name: Kreis, aufgabe: Plant, verfahren: {art: konsens}, aufnahme: {weg: selbst}}\n"
    write(root, "regeln.yaml", rules.replace("\nteams:\n", f"\n{own}", 1))
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    leaks = json.loads(result.out)["leaks"]
    assert {(one["team"], one["file"], one["field"]) for one in leaks} == {(None, "regeln.yaml", "teams")}
    assert "Raphaela" not in result.out + result.err
