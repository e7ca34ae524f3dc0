"""`wiq publish` as its users run it: what goes up, what stays out, what comes down, and that nothing private leaves."""

from __future__ import annotations

import hashlib
import json
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.cli.publishing import Publishing
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files.netz import Netzordner
from wiq_cli.files.site import Build
from wiq_cli.report.publication import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

UT = """\
schema: 1
art: UT
name: Unterstützungsteam
mitglieder: [{kennung: p801, name: Raphaela Schnurz, email: raphaela@example.org}]
einwilligung: {profil: {am: 2026-01-01}}
"""
CLOSED = "einwilligung: {profil: {am: 2026-01-01, widerrufen: 2026-11-01}}\n"
GIVEN = (
    "leitung: [{name: Thea Testmann, email: thea@example.org, einwilligung: {name: {antwort: ja, am: 2026-01-01}}}]\n"
)
REVOKED = GIVEN.replace("am: 2026-01-01", "am: 2026-01-01, widerrufen: 2026-11-01")
LEAK = with_keys(TEAM, "support: [Zelt, Ideenmobil (Raphaela)]\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": TEAM, "ut": UT})


@pytest.fixture
def publish(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    return lambda *words: wiq(capsys, root, "publish", *words)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def test_the_first_site(root: Path, publish: Callable[..., Result]) -> None:
    result = publish()
    assert result.code == ExitCode.FINE
    assert result.out == "veröffentlicht\tgarten\nveröffentlicht\tut\n"
    assert str(root / "site" / "index.html") in result.err
    written = sorted(contents(root / "site"))
    assert {"index.html", "manifest.json", "style.css", "suche.js", "treffen-lindenau.ics", "treffen.ics"} < set(
        written
    )
    assert [one for one in written if one.startswith("teams/")] == [
        "teams/garten/aushang.html", "teams/garten/index.html", "teams/garten/profil.json", "teams/garten/profil.md",
        "teams/garten/treffen.ics", "teams/ut/aushang.html", "teams/ut/index.html", "teams/ut/profil.json", "teams/ut/profil.md",
    ]  # fmt: skip
    assert sorted(path.name for path in root.iterdir()) == ["site", "teams", "wiq.yaml"]


def test_the_manifest_lists_every_file_with_its_hash(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    files = contents(root / "site")
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert manifest["findings"] == 0
    assert manifest["needles"] > 10


def test_ten_builds_have_the_same_bytes(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    first = contents(root / "site")
    for number in range(9):
        publish("--out", str(root.parent / f"site-{number}"))
        assert contents(root.parent / f"site-{number}") == first
    publish()
    assert contents(root / "site") == first


def test_json(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/zu.yaml", with_keys(TEAM, CLOSED + "leitung: []\nmitglieder: []\n"))
    assert publish("--format", "json").json == {
        "schema": "wiq.publish/1",
        "published": ["garten", "ut"],
        "skipped": [{"team": "zu", "reason": "Die Einwilligung für das Profil ist widerrufen."}],
        "removed": [],
        "leaks": [],
    }


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        ("einwilligung: {}\n", "Es fehlt die Einwilligung"), (CLOSED, "widerrufen"), ("einwilligung: {profil: {durch: p901}}\n", "kein Datum"),
        ("einwilligung: {profil: {am: 2026-12-01}}\n", "gilt erst später"),
    ],
)  # fmt: skip
def test_why_a_team_is_left_out(consent: str, words: str, root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, consent))
    result = publish()
    assert result.code == ExitCode.FINE
    assert "ausgelassen\tgarten\t" in result.out
    assert words in result.out
    assert not (root / "site/teams/garten").exists()
    assert b"Garten am Kanal" not in (root / "site/index.html").read_bytes()


def test_what_is_gone_or_withdrawn_comes_down(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/zu.yaml", with_keys(TEAM, "leitung: []\nmitglieder: []\n"))
    publish()
    write(root, "teams/zu.yaml", with_keys(TEAM, CLOSED + "leitung: []\nmitglieder: []\n"))
    (root / "teams/ut.yaml").unlink()
    result = publish("--format", "json")
    assert result.json["removed"] == ["ut", "zu"]
    assert sorted(one.name for one in (root / "site/teams").iterdir()) == ["garten"]


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
    assert sorted(path.name for path in root.iterdir()) == ["site", "teams", "wiq.yaml"]


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
    assert "teams/freunde-von-raphaela.yaml:1 (keine Zeile gefunden" in result.out


def test_a_refused_run_still_takes_down_what_may_not_be_public(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n"))
    publish()
    before = contents(root / "site")
    write(root, "teams/garten.yaml", LEAK)
    write(root, "teams/chor.yaml", with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n" + CLOSED))
    result = publish("--dry-run")
    assert "verschwindet\tchor" in result.out
    assert contents(root / "site") == before
    result = publish()
    after = contents(root / "site")
    assert result.code == ExitCode.REFUSED
    assert "entfernt\tchor" in result.out
    assert b"Chor" not in b"".join(after.values())
    of_teams = ("teams/garten/", "teams/ut/", "style.css", "suche.js")
    assert {name: after[name] for name in after if name.startswith(of_teams)} == {
        name: before[name] for name in before if name.startswith(of_teams)
    }
    assert {one.partition("/")[0] for one in before} == {one.partition("/")[0] for one in after}
    assert publish("--format", "json").json["removed"] == []
    write(root, "teams/garten.yaml", TEAM)
    assert publish().code == ExitCode.FINE


def test_a_name_withdrawn_comes_down_in_a_refused_run(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, GIVEN))
    publish()
    assert b"Thea Testmann" in (root / "site/teams/garten/index.html").read_bytes()
    write(root, "teams/garten.yaml", with_keys(TEAM, REVOKED))
    write(root, "teams/kaputt.yaml", "name: [")
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    assert result.json["removed"] == ["garten"]
    assert b"Thea" not in b"".join(contents(root / "site").values())
    (root / "teams/kaputt.yaml").unlink()
    assert publish().code == ExitCode.FINE
    assert b"Thea" not in b"".join(contents(root / "site").values())


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


def test_a_network_without_teams(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path / "netz", {})
    result = wiq(capsys, root, "publish")
    assert result.code == ExitCode.NOTHING
    assert "keine Team-Datei" in result.err
    assert not (root / "site").exists()


def test_teams_that_are_all_gone_leave_the_site_as_it_is(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = contents(root / "site")
    (root / "teams").rename(root / "weg")
    for empty in (False, True):
        if empty:
            (root / "teams").mkdir()
        for words in ((), ("--dry-run",), ("--format", "json")):
            result = publish(*words)
            assert result.code == ExitCode.NOTHING
            assert "keine Team-Datei" in result.err
            assert contents(root / "site") == before
    assert result.json["removed"] == []


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


def test_dry_run(root: Path, publish: Callable[..., Result]) -> None:
    result = publish("--dry-run")
    assert (result.code, result.out) == (ExitCode.FINE, "neu\tgarten\nneu\tut\n")
    assert not (root / "site").exists()
    publish()
    before = contents(root / "site")
    write(root, "teams/garten.yaml", with_keys(TEAM, "zusammenfassung: Neu.\n"))
    (root / "teams/ut.yaml").unlink()
    write(root, "teams/chor.yaml", with_keys(TEAM, "leitung: []\nmitglieder: []\n"))
    assert publish("--dry-run").out == "neu\tchor\ngeändert\tgarten\nverschwindet\tut\n"
    assert contents(root / "site") == before


def test_dry_run_finds_a_leak(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    assert publish("--dry-run").code == ExitCode.REFUSED


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


def contents_of_legal_page(publish: Callable[..., Result], root: Path, key: str) -> str:
    write(root, "wiq.yaml", WIQ)
    assert publish().code == ExitCode.FINE
    return (root / f"site/{key}/index.html").read_text(encoding="utf-8")


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


def test_a_folder_that_is_not_wiqs_own_is_never_touched(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "site/urlaub.jpg", "x")
    result = publish()
    assert result.code == ExitCode.WRONG_CALL
    assert contents(root / "site") == {"urlaub.jpg": b"x"}


def test_a_foreign_file_in_the_site_is_not_swept_away(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    write(root, "site/CNAME", "x")
    before = contents(root / "site")
    assert publish().code == ExitCode.WRONG_CALL
    assert contents(root / "site") == before


def test_git_must_ignore_the_site(root: Path, publish: Callable[..., Result]) -> None:
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    result = publish()
    assert result.code == ExitCode.WRONG_CALL
    assert ".gitignore" in result.err
    assert not (root / "site").exists()
    write(root, ".gitignore", "/site/\n")
    assert publish().code == ExitCode.FINE
    assert publish("--out", str(root.parent / "draussen")).code == ExitCode.FINE


def test_without_git_nobody_knows_what_git_ignores(
    root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert publish("--out", str(root.parent / "draussen")).code == ExitCode.FINE
    (root / ".git").mkdir()
    write(root, ".gitignore", "/site/\n/public/\n")
    for words in ((), ("--out", str(root / "public")), ("--out", str(root / "public/tief"))):
        result = publish(*words)
        assert result.code == ExitCode.WRONG_CALL
        assert "das Programm git fehlt" in result.err
    assert not (root / "site").exists()
    assert not (root / "public").exists()
    assert publish("--out", str(root.parent / "draussen")).code == ExitCode.FINE


@pytest.mark.parametrize("out", ["/dev/null/site", "/proc/site", "/dev/null", "teams"])
def test_a_place_that_cannot_be_used(
    out: str, root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    result = publish("--out", out)
    assert result.code == ExitCode.WRONG_CALL
    assert result.err.count("\n") == 1


def test_a_file_that_changes_meanwhile(
    root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    before = contents(root / "site")
    write_pages = Build.write

    def write_and_meddle(self: Build, pages: Any) -> None:
        write_pages(self, pages)
        write(root, "teams/garten.yaml", TEAM + "# nach dem Lesen\n")

    monkeypatch.setattr(Build, "write", write_and_meddle)
    write(root, "teams/ut.yaml", UT + "zusammenfassung: Neu.\n")
    result = publish()
    assert result.code == ExitCode.NOTHING
    assert "hat sich teams/garten.yaml geändert" in result.err
    assert contents(root / "site") == before


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


def test_a_disk_that_is_full(root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    publish()
    before = contents(root / "site")

    def full(self: Build, pages: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Build, "write", full)
    result = publish()
    assert result.code == ExitCode.WRONG_CALL
    assert "der Datenträger ist voll" in result.err
    assert contents(root / "site") == before
    assert sorted(path.name for path in root.iterdir()) == ["site", "teams", "wiq.yaml"]


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


def test_one_profile_in_the_right_number(root: Path, publish: Callable[..., Result]) -> None:
    assert "2 Profile würden veröffentlicht." in publish("--dry-run").err
    (root / "teams/ut.yaml").unlink()
    assert "1 Profil würde veröffentlicht." in publish("--dry-run").err


def test_refused_but_taken_down_says_both(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", with_keys(TEAM, "name: Chor\nleitung: []\nmitglieder: []\n"))
    publish()
    (root / "teams/chor.yaml").unlink()
    write(root, "teams/garten.yaml", LEAK)
    both = "Es wurde nichts Neues veröffentlicht. Zurückgezogenes ist entfernt."
    assert both not in publish("--dry-run").err
    assert both in publish().err
    assert both not in publish().err
    write(root, "teams/kaputt.yaml", "name: [")
    (root / "teams/ut.yaml").unlink()
    assert both in publish().err


def test_a_hidden_place_is_told(root: Path, publish: Callable[..., Result]) -> None:
    text = with_keys(TEAM, "treffen: {ort: Musterweg 12, termine: [24.12.2026 (bei Familie Muster)]}\n")
    write(root, "teams/garten.yaml", text)
    line = text[: text.index("treffen:")].count("\n") + 1
    assert publish().err.count(f"Ein Ort steht als „Ort bei der Leitung erfragen“: teams/garten.yaml:{line}\n") == 1


def test_without_a_list_nobody_is_invited_to_write(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", TEAM.replace("verteiler: garten@netz.example\n", ""))
    publish()
    for name in ("index.html", "profil.md"):
        page = (root / "site/teams/garten" / name).read_text(encoding="utf-8")
        assert "Wer dabei ist" in page
        assert "Mitmachen" not in page


def test_at_a_terminal_a_place_is_named_once(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    assert publish().out.count("support[1].was") == 2
    line = LEAK.splitlines().index("support: [Zelt, Ideenmobil (Raphaela)]") + 1
    outcome = Publishing(Netzordner(root), root / "site", dry_run=True).publish(lambda _: date(2026, 11, 22))
    assert as_text(outcome, terminal=True) == (
        f"teams/garten.yaml:{line} support[1].was: Hier steht ein Name. (steht in 2 Seiten)\n"
    )


def test_what_the_steering_team_decided_shows_at_the_wish(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/st.yaml", UT.replace("art: UT", "art: ST").replace("p801", "p802"))
    (root / "beschluesse/st/2026").mkdir(parents=True)
    write(
        root,
        "beschluesse/st/2026/st-20260901-garten.yaml",
        "schema: 1\nid: st-20260901-garten\nteam: st\nart: lt_unterstuetzung\ntitel: Garten\nantrag: {wortlaut: Hilfe}\n"
        "betrifft: {lt: garten}\nleistung: {offen: [{was: Werkzeug, grund: Streng geheim}]}\n"
        "ergebnis: {status: angenommen, am: 2026-09-01, gilt_ab: 2026-09-01}\n",
    )
    assert publish().code == ExitCode.FINE
    html, markdown = (
        (root / "site/teams/garten" / one).read_text(encoding="utf-8") for one in ("index.html", "profil.md")
    )
    assert '<span class="neben">noch offen</span>' in html
    assert "- Werkzeug (noch offen)\n" in markdown
    assert html.count("Streng geheim") == markdown.count("Streng geheim") == 1  # why stands with the decision alone


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
