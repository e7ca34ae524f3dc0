"""What ``wiq status`` remembers: the same screen with it and without, and nobody in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.repo import commit
from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.cli import seeing
from wiq_cli.files.netz import Netzordner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Status = Callable[..., Result]

LIMITED = TEAM.replace(
    "email: udo@example.org",
    "email: udo@example.org, einwilligung: {verteiler: {antwort: ja, am: 2026-01-01, bis: 2026-12-01}}",
)
ST = (
    "schema: 1\nart: ST\nname: Steuerungsteam\nstatus: laeuft\nmitglieder:\n  - {kennung: p1, name: Rita Rat, seit: 2026-01-01, "
    "zugang: {weg: entsendung, bank: politik, von: Stadtbezirksbeirat, nachweis: Brief}}\n"
)
TEAMS = {f"team-{number:02}": with_keys(TEAM, f"name: Team {number}\n") for number in range(seeing.FEWEST)} | {
    "endet": with_keys(LIMITED, "name: Es endet etwas\n"),
    "st": ST,
    "xenia": with_keys(TEAM, "name: Chor von Xenia\nsupport: [Ideenmobil von Udo]\n"),
    "privat": with_keys(
        TEAM,
        "name: Treff\ntreffen: {ort: bei Familie Muster, termine: [01.12.2026 18:00], ausfall: [01.12.2026 Blinddarm]}\n",
    ),
}
SECRETS = (
    "Thea",
    "Testmann",
    "Udo",
    "Xenia",
    "xenia",
    "Rita",
    "@example",
    "p90",
    "p1",
    "Werkzeug",
    "Ideenmobil",
    "Wasser",
    "Muster",
    "Blinddarm",
    "Zentrum",
)

DECISION = """\
schema: 1
id: {id}
team: st
art: lt_unterstuetzung
titel: Unterstützung
antrag: Rita hilft.
betrifft: {{lt: {lt}}}
leistung: {{{leistung}}}
wahlkoerper: {{stichtag: 2026-09-03, zahl: 1}}
versuche:
  - {{nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {{zustimmung: 1}}, ergebnis: erreicht}}
ergebnis: {{status: angenommen, durch: konsens, am: 2026-09-03}}
{rest}"""
REPLACED = "verweise: {ersetzt: [st-20260903-team-03]}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = network(tmp_path / "netz", TEAMS)
    wish = "bewilligt: [Werkzeug], bis: 2026-11-30"
    for number in range(seeing.FEWEST):
        decide(root, "st-20260903", f"team-{number:02}", wish)
    decide(root, "st-20261001", "team-03", "offen: [{was: Werkzeug, grund: Zu teuer., weiter: Im Mai.}]", REPLACED)
    decide(root, "st-20260904", "xenia", wish)
    commit(root, "2026-08-01")
    return root


def decide(root: Path, begin: str, lt: str, leistung: str, rest: str = "") -> None:
    path = root / "beschluesse" / "st" / "2026" / f"{begin}-{lt}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(DECISION.format(id=path.stem, lt=lt, leistung=leistung, rest=rest), "utf-8")


@pytest.fixture
def status(root: Path, capsys: pytest.CaptureFixture[str]) -> Status:
    return lambda *words, **more: wiq(capsys, root, "status", *words, **more)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the files that are read."""
    names: list[str] = []
    real = Netzordner.read

    def noted(self: Netzordner, model: Any, path: Path) -> Any:
        names.append(path.stem)
        return real(self, model, path)

    monkeypatch.setattr(Netzordner, "read", noted)
    return names


def index(root: Path) -> Path:
    return root / ".wiq-cache" / "stand.json"


@pytest.mark.parametrize("words", [(), ("--format", "json"), ("--format", "html")])
def test_the_second_look_is_the_first_without_reading(status: Status, read: list[str], words: tuple[str, ...]) -> None:
    first = status(*words)
    assert len(set(read)) > seeing.FEWEST
    read.clear()
    assert status(*words) == first
    assert set(read) <= {"wiq", "regeln", "xenia"}, "a team that is called like a person is read each time"


def test_on_another_day_it_says_what_a_fresh_look_says(root: Path, status: Status) -> None:
    status()
    later = status("--format", "json", today="2026-12-02")
    shutil.rmtree(root / ".wiq-cache")
    assert status("--format", "json", today="2026-12-02") == later
    ends = next(one for one in later.json["teams"] if one["team"] == "endet")
    assert [one["message"] for one in ends["reasons"] if one["kind"] == "consent"] == [
        "Eine Einwilligung ist abgelaufen."
    ]


def test_nobody_is_in_it(root: Path, status: Status) -> None:
    status()
    for path in (index(root), index(root).with_name("stand-beschluesse.json")):
        text = path.read_text("utf-8")
        assert not [one for one in SECRETS if one in text]
        assert path.stat().st_mode & 0o077 == 0


def test_one_team_alone_says_whose_consent_ends(status: Status) -> None:
    assert "Eine Einwilligung endet bald, am 01.12.2026." in status().out
    assert "Eine Einwilligung endet bald (p902), am 01.12.2026." in status("--why", "endet").out


def test_a_file_that_changes_is_read_again(root: Path, status: Status, read: list[str]) -> None:
    status()
    (root / "teams" / "team-03.yaml").write_text(with_keys(TEAM, "name: Ganz anders\n"), "utf-8")
    read.clear()
    assert "Ganz anders" in status().out
    assert "team-03" in read
    assert "team-04" not in read


def test_an_age_lasts_as_long_as_the_history_of_its_file(root: Path, status: Status) -> None:
    def since() -> set[str]:
        team = next(one for one in status("--format", "json").json["teams"] if one["team"] == "team-03")
        return {one["since"] for one in team["wishes"]}

    path = root / "teams" / "team-03.yaml"
    text = path.read_text("utf-8")
    assert since() == {"2026-08-01"}
    path.write_text(with_keys(text, "support: []\noffene_fragen: []\n"), "utf-8")
    commit(root, "2026-10-01")
    path.write_text(text, "utf-8")
    commit(root, "2026-10-05")
    assert since() == {"2026-10-05"}


def test_what_was_granted_is_known_again(status: Status) -> None:
    """What was granted until the end of November is open again afterwards; what replaced it says so at once."""

    def waiting(team: str, today: str) -> int:
        found = next(one for one in status("--format", "json", today=today).json["teams"] if one["team"] == team)
        return sum(one["support"] for one in found["wishes"])

    for _ in range(2):
        assert waiting("team-04", "2026-11-24") == 0
        assert waiting("team-03", "2026-11-24") == 1
        assert waiting("team-04", "2026-12-02") == 1


def test_a_decision_that_cannot_be_read_is_named_each_time(root: Path, status: Status) -> None:
    status()
    (root / "beschluesse" / "st" / "2026" / "st-20260903-team-05.yaml").write_text("schema: 1\nid: [\n", "utf-8")
    for _ in range(2):
        assert "beschluesse/st/2026/st-20260903-team-05.yaml:" in status().err


def test_two_processes_say_what_one_says(root: Path, status: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = status("--format", "json")
    shutil.rmtree(root / ".wiq-cache")
    monkeypatch.setattr(seeing, "MANY", 2)
    assert status("--format", "json") == alone
    assert status("--format", "json") == alone


def test_an_index_that_is_damaged_counts_as_none(root: Path, status: Status) -> None:
    first = status()
    index(root).write_text("nichts\n", "utf-8")
    assert status() == first
