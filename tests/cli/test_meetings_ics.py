"""wiq meetings --format ics: a file that travels, so it shows no more than the public pages."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode
from wiq_cli.scan.calendar_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

GARTEN = with_keys(
    TEAM,
    """\
frueher: [beet]
treffen:
  ort: Nachbarschaftszentrum
  rhythmus: [alle 2 Wochen Dienstag 18:00 ab 01.09.2026]
  termine:
    - {am: 13.12.2026, zeit: 10:00, oeffentlich: nein}
    - 20.12.2026 (bei Frau Vorlage, Kanalweg 7)
  ausfall: [22.12.2026 Thea ist krank]
""",
)
ESSEN = with_keys(TEAM, "name: Essen zusammen\ntreffen:\n  termine: 05.12.2026 10:00\n").replace("p9", "p8")


@pytest.fixture
def netz(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": GARTEN, "essen": ESSEN})


def uids(result: Result) -> list[str]:
    return re.findall(r"UID:(.*)\r", result.out)


def test_the_meetings_of_the_list_under_the_same_names(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "--days", "30", "--format", "ics")
    listed = wiq(capsys, netz, "meetings", "--days", "30", "--format", "json").json["meetings"]
    assert result.code == ExitCode.FINE
    assert not lint(result.out.encode())
    assert uids(result) == [one["uid"] for one in listed if one["start"][:10] != "2026-12-13"]
    assert result.err == "1 Treffen ist nicht öffentlich. Es fehlt in dieser Datei.\n"
    for secret in ("Thea", "krank", "Vorlage", "Kanalweg"):
        assert secret not in result.out


def test_filters_hold_for_calendars_too(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "--team", "essen", "--format", "ics")
    assert "NAME:Essen zusammen\r\n" in result.out
    assert len(uids(result)) == 1
    nothing = wiq(capsys, netz, "meetings", "--team", "essen", "--days", "1", "--format", "ics")
    assert nothing.code == ExitCode.FINE
    assert not uids(nothing)
    assert not lint(nothing.out.encode())
    assert "steht kein Treffen an" in nothing.err


def test_series_for_those_who_take_it_over_once(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "--team", "garten", "--days", "90", "--format", "ics", "--series")
    assert not lint(result.out.encode(), series=True)
    assert result.out.count("RRULE:FREQ=WEEKLY;INTERVAL=2") == 1
    assert result.out.count("BEGIN:VEVENT") == 3
    refused = wiq(capsys, netz, "meetings", "--series")
    assert refused.code == ExitCode.WRONG_CALL
    assert "--format ics" in refused.err


def git(folder: Path, *words: str, when: str = "2026-11-20T10:00:00+01:00") -> None:
    who = {f"GIT_{one}_{key}": value for one in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Netz"), ("EMAIL", "netz@example.org"), ("DATE", when))}  # fmt: skip
    subprocess.run(["git", *words], cwd=folder, env={"PATH": "/usr/bin:/bin"} | who, check=True, capture_output=True)


def test_the_commit_dates_the_entries(netz: Path, capsys: Capture) -> None:
    call = ("meetings", "--team", "essen", "--format", "ics")
    assert "DTSTAMP:20240101T000000Z\r\n" in wiq(capsys, netz, *call).out
    git(netz, "init", "--quiet")
    git(netz, "add", ".")
    git(netz, "commit", "--quiet", "-m", "Anfang")
    first = wiq(capsys, netz, *call).out
    assert "DTSTAMP:20261120T090000Z\r\n" in first
    assert "SEQUENCE:1518300\r\n" in first
    assert wiq(capsys, netz, *call, today="2026-11-23").out == first
    (netz / "teams" / "essen.yaml").write_text(ESSEN.replace("10:00", "11:00"), encoding="utf-8")
    assert "DTSTAMP:20261122T000000Z\r\n" in wiq(capsys, netz, *call).out, "not committed yet"


def test_json_and_calendar_know_no_domain(netz: Path, capsys: Capture) -> None:
    before = uids(wiq(capsys, netz, "meetings", "--format", "ics"))
    settings = netz / "wiq.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("domain: netz.example\n", ""), encoding="utf-8")
    (netz / "teams" / "garten.yaml").rename(netz / "teams" / "hof.yaml")
    hof = netz / "teams" / "hof.yaml"
    hof.write_text(hof.read_text(encoding="utf-8").replace("[beet]", "[beet, garten]"), encoding="utf-8")
    result = wiq(capsys, netz, "meetings", "--format", "ics")
    assert uids(result) == before
    found = json.loads(wiq(capsys, netz, "meetings", "--format", "json").out)["meetings"]
    assert set(before) < {one["uid"] for one in found}
