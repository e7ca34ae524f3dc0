"""``wiq report``: what changed between two states, whom it names, and where its numbers come from."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.people import git
from tests.support.run import Result, wiq
from tests.support.texts import TEAM, WIQ, network, with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Result]

EXAMPLE = Path(__file__).parents[2] / "examples" / "wir-im-quartier"
GOALS = "ziele:\n  bis: 2027-09-15\n  teilziele:\n    - {ziel: Beete anlegen%s}\n    - {ziel: Leute einladen%s}\n"
EFFECTS = """\
wirkung:
  - indikator: Besucher
    einheit: Leute
    ausgangswert: 0
    soll: 50
    ist:
      - {am: 2026-02-01, wert: "12,5", quelle: Zählung}
      - {am: 2026-10-01, wert: 60, quelle: Zählung}
    beitrag_zu: [vertrauen]
  - {indikator: Streit im Hof, einheit: Fälle, ausgangswert: 9, soll: 2, ist: [{am: 2025-06-01, wert: 4, quelle: Liste}]}
  - alle haben jemanden kennengelernt
"""
OLD = with_keys(TEAM, "status: idee\n" + GOALS % (", erreicht: ja", "") + "support: [Werkzeug]\n")
NEW = with_keys(TEAM, GOALS % (", erreicht: ja", ", erreicht: ja, am: 2026-05-01") + EFFECTS)
HOF = "schema: 1\nname: Hof\nstatus: laeuft\nleitung: [{kennung: p906, name: Yannick Ypsilon}]\n"
PRIVATE = ("Thea", "Testmann", "Udo", "Übermut", "Vera", "Vorlage", "Xenia", "example.org", "Ypsilon")


def commit(root: Path, day: str) -> None:
    """Commit everything on a day."""
    git(root, "add", "-A")
    words = ("-c", "user.name=S", "-c", "user.email=s@netz.example", "commit", "-qm", "x", "--date", f"{day}T12:00:00")
    subprocess.run(
        ["git", "-C", root, *words], check=True, capture_output=True, env={"GIT_COMMITTER_DATE": f"{day}T12:00:00+0100", "PATH": "/usr/bin:/bin"}
    )  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A year of a network: one team begins to run, one ends, one is renamed, one is new."""
    root = network(
        tmp_path / "netz", {"garten": OLD, "hof": HOF, "alt": HOF.replace("Hof", "Laube").replace("p906", "p907")}
    )
    git(root, "init", "-q")
    commit(root, "2025-12-20")
    git(root, "tag", "anfang")
    teams = root / "teams"
    (teams / "garten.yaml").write_text(NEW, "utf-8")
    (teams / "hof.yaml").write_text(HOF.replace("laeuft", "abgeschlossen"), "utf-8")
    (teams / "alt.yaml").rename(teams / "laube.yaml")
    (teams / "laube.yaml").write_text(
        HOF.replace("Hof", "Laube").replace("p906", "p907") + "frueher: [alt]\n", encoding="utf-8"
    )
    (teams / "kanu.yaml").write_text(HOF.replace("Hof", "Kanu").replace("p906", "p908"), encoding="utf-8")
    commit(root, "2026-06-01")
    (teams / "garten.yaml").write_text(NEW.replace("name: Garten am Kanal", "name: Garten"), "utf-8")
    commit(root, "2026-11-01")
    return root


@pytest.fixture
def call(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return lambda *words: wiq(capsys, root, "report", *words)


def figures(text: str) -> dict[str, str]:
    """Read the figures of a report in Markdown."""
    rows = (line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| "))
    return {row[1]: row[0] for row in rows}


YEAR = ("--from", "2026-01-01", "--to", "2026-11-22")


def test_two_states_are_compared(call: Call) -> None:
    result = call(*YEAR)
    assert result.code == 0
    assert "- **Kanu**: neu, läuft" in result.out
    assert "- **Garten**: Idee → läuft" in result.out
    assert "- **Hof**: läuft → abgeschlossen" in result.out
    assert "Laube**: neu" not in result.out, "a team that has another name now is not new"
    assert "- **Leute einladen**: Garten, 01.05.2026" in result.out
    assert "Beete anlegen" not in result.out, "that was reached before"
    said = figures(result.out)
    assert (said["Neue Teams"], said["Beendete Teams"], said["Erreichte Teilziele"]) == ("1", "1", "1")
    assert (said["Gemessene Wirkungen"], said["Wirkungen am Ziel"]) == ("1", "1")


def test_indicators_stand_under_the_aims_of_the_network(call: Call) -> None:
    text = call(*YEAR).out
    trust = text.partition("## Mehr Vertrauen")[2].partition("##")[0]
    assert "**Besucher**: Garten. Anfang 0, Ziel 50 Leute. Gemessen: 01.02.2026: 12,5; 01.10.2026: 60." in trust
    other = text.partition("## Was Teams sonst messen")[2].partition("##")[0]
    assert "Streit im Hof" in other
    assert "In diesem Zeitraum nicht gemessen." in other
    assert "kennengelernt" not in text, "a sentence without a number is no figure"


def test_an_earlier_end_reads_the_state_of_that_day(call: Call) -> None:
    text = call("--from", "2026-01-01", "--to", "2026-06-30").out
    assert "**Garten am Kanal**: Idee → läuft" in text
    assert "12,5" in text
    assert "60." not in text
    named = call("--from", "anfang", "--to", "HEAD~1").out
    assert "20.12.2025 bis 01.06.2026" in named
    assert "**Kanu**: neu, läuft" in named


@pytest.mark.parametrize("reader", ["steering", "foundation", "funder"])
@pytest.mark.parametrize("fmt", ["md", "html", "csv"])
def test_no_report_names_anybody_and_each_is_the_same_every_time(call: Call, reader: str, fmt: str) -> None:
    first, again = (call(*YEAR, "--for", reader, "--format", fmt, "--sources") for _ in range(2))
    assert (first.code, first.out) == (0, again.out)
    assert not any(word in first.out for word in PRIVATE)
    assert "teams/garten.yaml:" in first.out


def test_the_table_reads_back_and_sources_lead_to_file_line_and_commit(call: Call, root: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(call(*YEAR, "--format", "csv", "--sources").out)))
    goal = next(row for row in rows if row["was"] == "Leute einladen")
    head = git(root, "rev-parse", "HEAD").strip()
    line = (root / "teams" / "garten.yaml").read_text("utf-8").splitlines().index(
        "    - {ziel: Leute einladen, erreicht: ja, am: 2026-05-01}"
    ) + 1
    assert goal["belege"] == f"teams/garten.yaml:{line} ({head[:8]})"
    path = root / "teams" / "garten.yaml"
    path.write_text(path.read_text("utf-8") + "notizen: [neu]\n", encoding="utf-8")
    assert "noch nicht in git" in call(*YEAR, "--sources").out


def test_few_people_are_not_counted(call: Call, root: Path) -> None:
    assert figures(call(*YEAR).out)["Menschen in allen Teams"] == "8"
    (root / "teams" / "garten.yaml").unlink()
    assert figures(call(*YEAR).out)["Menschen in allen Teams"] == "unter 5"


@pytest.mark.parametrize("fmt", ["md", "html", "csv"])
def test_a_name_in_a_goal_stops_the_report(call: Call, root: Path, tmp_path: Path, fmt: str) -> None:
    path = root / "teams" / "garten.yaml"
    path.write_text(path.read_text("utf-8").replace("Leute einladen", "Leute von Xenia einladen"), "utf-8")
    target = tmp_path / "bericht"
    result = call(*YEAR, "--for", "funder", "--format", fmt, "--output", str(target))
    assert (result.code, target.exists()) == (4, False)
    assert result.out.startswith("teams/garten.yaml:")
    assert "ziele.teilziele[1]" in result.out
    assert "Xenia" not in result.out + result.err


def test_consent_for_the_own_page_is_none_for_a_report(call: Call, root: Path) -> None:
    path = root / "teams" / "garten.yaml"
    text = path.read_text("utf-8").replace("Leute einladen", "Leute von Xenia Xylofon einladen")
    yes = "email: xenia@example.org, einwilligung: {name: {antwort: ja, am: 2026-01-01}},"
    path.write_text(text.replace("email: xenia@example.org,", yes), encoding="utf-8")
    assert call(*YEAR).code == 4


def test_a_missing_git_is_said_to_be_missing(call: Call, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root / "leer"))
    result = call(*YEAR)
    assert (result.code, "keinen früheren Stand" in result.err) == (0, False)
    assert "git fehlt hier. Was neu ist, geändert oder beendet, weiß ich deshalb nicht." in result.err
    assert "git fehlt hier." in call("--from", "anfang").err


def test_without_git_the_days_in_the_files_count(call: Call, root: Path) -> None:
    shutil.rmtree(root / ".git")
    result = call(*YEAR)
    assert result.code == 0
    assert "Hier gibt es keinen früheren Stand in git." in result.err
    assert "Hier gibt es keinen früheren Stand in git." in result.out
    assert "- **Leute einladen**: Garten, 01.05.2026" in result.out
    assert "Neue Teams" not in result.out
    assert "Bei 1 erreichten Teilziel fehlt der Tag." in result.out


def test_a_history_that_begins_later_or_is_cut_short_is_said(
    call: Call, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = call("--from", "2025-01-01")
    assert (late.code, "Der erste Stand in git ist vom 20.12.2025. Damit ist verglichen." in late.err) == (0, True)
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{root}", tmp_path / "kurz"], check=True, capture_output=True)  # fmt: skip
    short = wiq(capsys, tmp_path / "kurz", "report", *YEAR)
    assert (short.code, "git fetch --unshallow" in short.err) == (0, True)


def test_broken_files(call: Call, root: Path) -> None:
    (root / "teams" / "hof.yaml").write_text(HOF + "statuss: x\nziele: [}\n", encoding="utf-8")
    assert (call(*YEAR).code, call(*YEAR).out) == (3, "")
    (root / "teams" / "hof.yaml").write_text("schema: 1\nstatus: laeuft\n", encoding="utf-8")
    result = call(*YEAR)
    assert (result.code, "1 Datei ist nicht in Ordnung." in result.out) == (3, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "gibt-es-nicht"), "Diesen Stand kennt git hier nicht"),
        (("--from", "--all"), "Diesen Stand kennt git hier nicht"),
        (("--from", "2026-12-01"), "Tausch die beiden"),
        (("--from", "2026-02-31"), "Diesen Tag gibt es"),
        (("--for", "presse"), "Hier geht"),
    ],
)
def test_wrong_calls(call: Call, words: tuple[str, ...], said: str) -> None:
    result = call(*words)
    assert (result.code, said in result.err) == (2, True)


def test_the_report_for_the_steering_team_does_not_lie_among_the_pages(call: Call, root: Path) -> None:
    (root / "site").mkdir()
    target = root / "site" / "bericht.md"
    assert (call(*YEAR, "--output", str(target)).code, target.exists()) == (2, False)
    assert (call(*YEAR, "--for", "funder", "--output", str(target)).code, target.exists()) == (0, True)


def test_a_folder_that_is_not_there(call: Call, tmp_path: Path) -> None:
    result = call(*YEAR, "--output", str(tmp_path / "fehlt" / "r.md"))
    assert (result.code, result.err.splitlines()[0]) == (
        2,
        "Den Ordner „fehlt“ gibt es nicht. Leg ihn an, oder nenn einen anderen.",
    )


def test_a_network_can_bring_its_own_template(call: Call, root: Path) -> None:
    (root / "vorlagen").mkdir()
    (root / "vorlagen" / "bericht.md.j2").write_text("{{ netz }}: {{ zahlen[0].wert }}\n", encoding="utf-8")
    assert call(*YEAR).out == "Netz am Kanal: 3\n"


def test_hostile_words_stay_words(call: Call, root: Path) -> None:
    path = root / "teams" / "garten.yaml"
    evil = '<script>alert("x")</script> {{ 7*7 }}'
    path.write_text(path.read_text("utf-8").replace("Leute einladen", f"'{evil}'"), encoding="utf-8")
    page = call(*YEAR, "--format", "html").out
    assert "<script" not in page
    assert "{{ 7*7 }}" in page


def test_the_example_can_be_handed_to_a_funder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "netz", ignore=shutil.ignore_patterns("site", ".wiq-cache"))
    result = wiq(capsys, tmp_path / "netz", "report", "--from", "2026-01-01", "--for", "funder", "--format", "html")
    assert result.code == 0
    assert result.out.count("<svg") == 2
    for aim in ("Bindung an Menschen, Orte und selbst Geschaffenes", "Bessere Lösungen für gemeinsame Aufgaben"):
        assert f">{aim}</h2>" in result.out
    assert "Das Regal steht an einem gut sichtbaren Ort" in result.out
    assert WIQ.splitlines()[1] not in result.out


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_day_that_there_is_not_is_said_with_its_option(call: Call, option: str) -> None:
    result = call(option, "2026-13-01")
    assert (result.code, result.err) == (2, f"{option}: Diesen Tag gibt es im Kalender nicht.\n")
