"""``wiq export lists`` and ``contacts``: who is in them, where they may go, and what is said about it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tests.support.people import committed, git
from tests.support.publishing import contents
from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GARTEN = with_keys(
    TEAM,
    """\
leitung:
  - {kennung: p901, name: Thea Testmann, email: Thea@example.org, telefon: +49 341 5550123, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05, bis: 2026-11-22}}}
  - {kennung: p902, name: Udo Übermut, email: udo@example.org, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05, bis: 2026-11-21}}}
mitglieder:
  - {kennung: p903, name: Vera Vorlage, email: vera@example.org, einwilligung: {verteiler: {antwort: nein, am: 2026-01-05}}}
  - {kennung: p904, name: Willi Würfel, email: willi@example.org, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05, widerrufen: 2026-02-01}}}
  - {kennung: p905, name: Xenia Xylofon, email: xenia@example.org}
  - {kennung: p906, name: Yannick Ypsilon, email: yannick@example.org, bis: 2026-11-21, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05}}}
  - {kennung: p907, name: Zoe Zander, email: zoe@example.org, bis: 2026-11-22, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05}}}
  - {kennung: p908, name: Kim Kurz, email: kim@example.org, minderjaehrig: ja, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05}}}
  - {kennung: p909, name: Lou Lang, email: lou@example.org, minderjaehrig: ja, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05, nachweis: Blatt 7}}}
  - {kennung: p910, name: Anna Anders, email: thea@EXAMPLE.org, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05}}}
  - {kennung: p911, name: Bea Bunt, einwilligung: {verteiler: {antwort: ja, am: 2026-01-05}}}
  - {kennung: p912, name: Cem Clever, email: cem@example.org, einwilligung: {verteiler: {antwort: ja}}}
""",
)
HOF = "schema: 1\nname: Hof\nstatus: idee\nverteiler: hof@netz.example\nleitung: [{kennung: p901, name: Thea Testmann, email: Thea@example.org}]\n"
EXPECTED = ["lou@example.org", "Thea@example.org", "zoe@example.org"]
PRIVATE = ("thea@", "lou@", "Testmann", "Lang", "5550123")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": GARTEN, "hof": HOF})


@pytest.fixture
def call(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    return lambda *words: wiq(capsys, root, "export", *words)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiq_cli.cli.commands.export.private.is_terminal", lambda _: True)


def test_only_people_who_agreed_are_on_a_list(call: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "listen"
    result = call("lists", "--format", "mailman", "--output", str(folder))
    assert (result.code, result.out) == (0, "")
    assert (folder / "garten@netz.example.txt").read_text(encoding="utf-8").split() == EXPECTED
    assert (folder / "hof@netz.example.txt").read_text(encoding="utf-8") == ""
    assert "Ohne Empfänger: hof." in result.err
    assert (
        "Nicht im Verteiler: 1 Zustimmung widerrufen, 1 nein gesagt, 1 Zustimmung abgelaufen, 1 minderjährig, "
        "kein Nachweis der Sorgeberechtigten, 1 Zustimmung ohne Tag, oder er liegt noch vor uns, 2 nicht gefragt, "
        "1 keine E-Mail-Adresse, 1 nicht mehr dabei." in result.err
    )
    assert not any(word.casefold() in result.err.casefold() for word in PRIVATE)


@pytest.mark.parametrize(("fmt", "name"), [("postfix", "virtual"), ("csv", "verteiler.csv")])
def test_files_are_for_the_owner_alone_and_the_same_each_time(
    call: Callable[..., Result], tmp_path: Path, fmt: str, name: str
) -> None:
    folder = tmp_path / "listen"
    path = folder / name
    call("lists", "--format", fmt, "--output", str(folder))
    first = path.read_bytes()
    path.chmod(0o644)
    assert call("lists", "--format", fmt, "--output", str(folder)).code == 0
    assert path.read_bytes() == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert b"Lou Lang" not in first, "the name of somebody under age stands nowhere"


def test_nothing_private_goes_into_a_pipe(call: Callable[..., Result], tmp_path: Path) -> None:
    for words in (("lists",), ("contacts", "garten"), ("lists", "--dry-run", "--output", str(tmp_path))):
        result = call(*words)
        assert (result.code, result.out) == (2, "")
    assert "--output" in call("lists").err


def test_a_terminal_shows_it(call: Callable[..., Result], terminal: None) -> None:
    assert "garten@netz.example lou@example.org,\n    Thea@example.org" in call("lists").out
    assert "FN:Thea Testmann" in call("contacts", "garten").out


def test_a_preview_says_who_joins_and_who_leaves(
    call: Callable[..., Result], root: Path, tmp_path: Path, terminal: None
) -> None:
    folder = tmp_path / "listen"
    words = ("lists", "--output", str(folder))
    assert "garten@netz.example: vorher 0, dann 3\n  + lou@example.org" in call(*words, "--dry-run").out
    assert not folder.exists()
    call(*words)
    path = root / "teams" / "garten.yaml"
    path.write_text(path.read_text("utf-8").replace("bis: 2026-11-22, einw", "bis: 2026-11-20, einw"), "utf-8")
    before = (folder / "virtual").read_bytes()
    assert call(*words, "--dry-run").out == "garten@netz.example: vorher 3, dann 2\n  - zoe@example.org\n"
    assert (folder / "virtual").read_bytes() == before
    call(*words)
    assert call(*words, "--dry-run").out == "Nichts ändert sich.\n"
    path.unlink()
    assert "Diese Verteiler gibt es nicht mehr: garten@netz.example" in call(*words).err


def test_published_and_tracked_folders_are_refused(call: Callable[..., Result], root: Path, tmp_path: Path) -> None:
    other = tmp_path / "seiten"
    other.mkdir()
    (other / "manifest.json").write_text("{}", encoding="utf-8")
    for folder in (root / "site", root / "site" / "mehr", other, other / "unten"):
        result = call("lists", "--output", str(folder))
        assert (result.code, list(root.glob("site/**/virtual"))) == (2, [])
        assert "was alle sehen" in result.err
    committed(root)
    assert "git" in call("lists", "--output", str(root / "listen")).err
    assert "git" in call("contacts", "garten", "--output", str(root / "garten.vcf")).err
    (root / ".gitignore").write_text("listen/\n", encoding="utf-8")
    assert call("lists", "--output", str(root / "listen")).code == 0
    git(root, "add", "-f", "listen")
    assert call("lists", "--output", str(root / "listen")).code == 2, "git keeps it although it is ignored"


OUTPUTS = (
    ("export", "contacts", "garten", "--output"), ("export", "lists", "--output"), ("report", "--output"), ("report", "--for", "funder", "--output"),
    ("status", "--output"), ("check", "--write-baseline"),
)  # fmt: skip


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_no_output_takes_the_place_of_a_file_of_the_network(
    words: tuple[str, ...], root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    before = contents(root)
    for place in ("teams/garten.yaml", "teams", "wiq.yaml", "regeln.yaml", str(root / "beschluesse" / "neu" / "x.csv")):
        result = wiq(capsys, root, *words, place)
        assert result.code == 2, place
        assert " gehört zum Netzwerk. Nenn eine andere Stelle. Es wurde nichts geändert.\n" in result.err
    assert contents(root) == before


def test_folders_that_are_there_and_that_are_not(call: Callable[..., Result], tmp_path: Path) -> None:
    assert call("contacts", "garten", "--output", str(tmp_path / "neu" / "g.vcf")).code == 0
    said = call("contacts", "garten", "--output", str(tmp_path / "neu")).err
    assert said == "neu ist ein Ordner. Nenn eine Datei. Es wurde nichts geändert.\n"
    said = call("lists", "--output", str(tmp_path / "neu" / "g.vcf")).err
    assert said.endswith("\ng.vcf ist kein Ordner. Nenn einen anderen.\n")


def test_a_file_of_somebody_else_stays(call: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "virtual").write_text("info@netz.example chef@example.org\n", encoding="utf-8")
    result = call("lists", "--output", str(tmp_path))
    assert (result.code, "hat nicht wiq geschrieben" in result.err) == (2, True)
    assert "chef" in (tmp_path / "virtual").read_text("utf-8")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("WIQ111", HOF.replace("hof@netz.example", "hof@anders.example")),
        ("WIQ903", HOF.replace("hof@", "Garten@")),
        ("WIQ908", HOF.replace("Thea@example.org", "hof@netz.example")),
        ("WIQ908", HOF.replace("Thea@example.org", "garten@netz.example")),
    ],
)
def test_lists_that_would_go_astray_are_not_written(
    call: Callable[..., Result], root: Path, tmp_path: Path, rule: str, text: str
) -> None:
    (root / "teams" / "hof.yaml").write_text(text, encoding="utf-8")
    result = call("lists", "--output", str(tmp_path / "listen"))
    assert (result.code, rule in result.err, (tmp_path / "listen").exists()) == (1, True, False)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Ohne Empfänger: hof.", HOF),
        ("WIQ911", HOF.replace("}]", ", einwilligung: {verteiler: {antwort: nein, am: 2026-01-05}}}]")),
        ("WIQ912", HOF + "mitglieder: [{kennung: p901, name: Thea Testmann, email: Thea@example.org}]\n"),
        ("WIQ913", HOF + "mitglieder: [{kennung: p920, name: Dana Dorn, email: thea@example.org}]\n"),
    ],
)
def test_what_is_odd_is_said_and_stops_nothing(
    call: Callable[..., Result], root: Path, tmp_path: Path, said: str, text: str
) -> None:
    (root / "teams" / "hof.yaml").write_text(text, encoding="utf-8")
    result = call("lists", "--output", str(tmp_path / "netz" / ".." / "listen"))
    assert (result.code, said in result.err, (tmp_path / "listen" / "virtual").exists()) == (0, True, True)
    assert "Geschrieben: virtual in listen." in result.err


def test_what_cannot_be_read_stops_everything(call: Callable[..., Result], root: Path, tmp_path: Path) -> None:
    (root / "teams" / "hof.yaml").write_text(HOF + "treffn: x\n", encoding="utf-8")
    assert call("lists", "--output", str(tmp_path / "listen")).code == 3
    assert not (tmp_path / "listen").exists()
    assert call("contacts", "garten", "--output", str(tmp_path / "g.vcf")).code == 0, "another team is no hindrance"
    (root / "teams" / "hof.yaml").unlink()
    (root / "teams" / "garten.yaml").write_text(TEAM.replace("verteiler: garten@netz.example\n", ""), "utf-8")
    assert call("lists", "--output", str(tmp_path / "listen")).code == 3


def test_contacts_hold_the_people_of_the_named_teams(call: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "garten.csv"
    result = call("contacts", "garten", "hof", "--format", "csv", "--output", str(path))
    assert result.err.splitlines()[1:] == ["9 Personen.", "Nicht dabei: 1 nicht mehr im Team, 2 minderjährig."]
    text = path.read_text("utf-8")
    assert text.count("Thea Testmann") == 1
    assert "'+49 341 5550123,,Garten am Kanal; Hof" in text
    assert not any(name in text for name in ("Yannick", "Kim", "Lou"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    wrong = call("contacts", "garden", "--output", str(path))
    assert (wrong.code, "Meintest du „garten“?" in wrong.err) == (2, True)


def test_a_later_no_in_the_same_team_beats_a_yes(call: Callable[..., Result], root: Path, tmp_path: Path) -> None:
    again = "  - {kennung: p907, name: Zoe Zander, email: zoe@example.org, einwilligung: {verteiler: {antwort: nein, am: 2026-03-01}}}\n"
    path = root / "teams" / "garten.yaml"
    path.write_text(path.read_text("utf-8").replace("mitglieder:\n", f"mitglieder:\n{again}"), encoding="utf-8")
    call("lists", "--output", str(tmp_path))
    assert "zoe" not in (tmp_path / "virtual").read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace("nein, am: 2026-03-01", "nein, am: 2026-01-01"), encoding="utf-8")
    call("lists", "--output", str(tmp_path))
    assert "zoe" in (tmp_path / "virtual").read_text("utf-8")
