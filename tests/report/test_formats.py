"""Every format is read by somebody: a schema, a consumer, or the rules its reader publishes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")
SECRETS = ("thea@geheim", "0341-4711", "Geheimrätin", "::set-env name=x::y", "Zimmer 4711")
FAULTY = with_keys(
    TEAM,
    "status: läuft\nweg:\n  - {schritt: x, bis: gestern}\nmitglieder:\n  - name: Geheimrätin\n    email: thea@geheim\n"
    "    telefon: 0341-4711\n    rolle: '::set-env name=x::y'\n    seit: Zimmer 4711\n    telefonn: 0341-4711\n",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path, {"garten": FAULTY, "kaputt": "name: [Geheimrätin\n", "leer": ""})


def run(capsys: pytest.CaptureFixture[str], root: Path, fmt: str) -> Result:
    result = wiq(capsys, root, "check", "--format", fmt)
    assert result.code == 1
    return result


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_private_value_in_any_format(fmt: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = run(capsys, root, fmt)
    assert not [one for one in SECRETS if one in result.out + result.err]


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_same_on_every_run(fmt: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, root, fmt) == run(capsys, root, fmt)


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_says_every_finding(fmt: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = [one["rule"] for one in run(capsys, root, "json").json["findings"]]
    shown = run(capsys, root, fmt).out
    assert len(rules) > 5
    assert all(rule in shown for rule in rules)


@pytest.mark.parametrize("fmt", FORMATS)
def test_nothing_to_say(fmt: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = wiq(capsys, network(tmp_path), "check", "--format", fmt)
    assert result.code == 0
    if fmt in ("json", "gitlab", "sarif"):
        json.loads(result.out)
    elif fmt == "junit":
        assert JUnitXml.fromstring(result.out.encode()).tests == 1
    else:
        assert result.out == ""


def test_jsonl_has_the_same_findings_as_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, root, "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == run(capsys, root, "json").json["findings"]


def test_sarif_is_read_by_a_reader_of_the_standard(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = Sarif.model_validate(run(capsys, root, "sarif").json)
    found = run(capsys, root, "json").json["findings"]
    results = log.runs[0].results or []
    assert len(results) == len(found)
    for one, result in zip(found, results, strict=True):
        assert result.rule_id == one["rule"]
        assert result.locations is not None
        place = result.locations[0].physical_location
        assert place is not None
        assert place.region is not None
        assert (place.region.start_line, place.region.start_column) == (one["line"], one["column"])


def test_junit_is_read_by_a_reader_of_the_format(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = JUnitXml.fromstring(run(capsys, root, "junit").out.encode())
    found = run(capsys, root, "json").json
    cases = [case for suite in report for case in suite]
    assert [case.name for case in cases] == [one["rule"] for one in found["findings"]]
    assert sum(bool(case.result) for case in cases) == found["summary"]["errors"]


def test_gitlab_has_its_keys_and_marks_that_do_not_move(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = run(capsys, root, "gitlab").json
    for row in before:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith(("/", "."))
    assert len({row["fingerprint"] for row in before}) == len(before)
    path = root / "teams" / "garten.yaml"
    path.write_text("# eine Zeile mehr\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = run(capsys, root, "gitlab").json
    assert [row["fingerprint"] for row in after] == [row["fingerprint"] for row in before]
    assert [row["location"] for row in after] != [row["location"] for row in before]


COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*,?)+)::([^\r\n]*)")


def as_the_runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """Undo the escaping as GitHub's runner does."""
    match = COMMAND.fullmatch(line)
    assert match, line

    def plain(text: str, *more: str) -> str:
        for one in ("%0D", "%0A", *more):
            text = text.replace(one, bytes.fromhex(one[1:]).decode())
        return text.replace("%25", "%")

    properties = dict(one.partition("=")[::2] for one in match[2].split(","))
    return match[1], {key: plain(value, "%3A", "%2C") for key, value in properties.items()}, plain(match[3])


def test_github_reads_what_we_mean_gravest_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = run(capsys, root, "json").json["findings"]
    read = [as_the_runner_reads(line) for line in run(capsys, root, "github").out.splitlines()]
    assert len(read) == len(found)
    order = [("error", "warning", "notice").index(level) for level, _, _ in read]
    assert order == sorted(order)
    for _, properties, text in read:
        assert text.startswith(f"{properties['file']}:{properties['line']}:{properties['col']}: ")


def test_no_file_name_can_give_the_runner_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path)
    odd = "x%0A::set-env name=A::b,\x1b[31m.yaml"
    (root / "teams" / odd).write_text("name: [\n", encoding="utf-8")
    for fmt in FORMATS:
        shown = run(capsys, root, fmt)
        assert "\x1b" not in shown.out + shown.err
        if fmt == "github":
            for line in shown.out.splitlines():
                as_the_runner_reads(line)


def test_a_thousand_findings_stay_readable() -> None:
    from wiq_cli.domain.finding import Finding, Level, Span  # noqa: PLC0415  # only here
    from wiq_cli.report.findings_text import full  # noqa: PLC0415  # only here
    from wiq_cli.usecases.check import Report  # noqa: PLC0415  # only here

    many: Any = tuple(Finding("x", Span(n, 1, n, 2), "WIQ101", Level.ERROR, (), "m", "h") for n in range(1, 1001))
    hints: Any = tuple(Finding("a", Span(n, 1, n, 2), "WIQ109", Level.HINT, (), "m", "h") for n in range(1, 1001))
    report = Report((*hints, *many), 2)
    shown = full(report, lambda _: "Titel", lambda _: None, columns=80, colour=False, limit=50)
    assert shown.count("Fehler WIQ101: Titel\n  --> x:") == 50, "what is grave is not hidden behind hints"
    assert "  --> a:" not in shown
    assert "  1000 × Fehler WIQ101: Titel\n  1000 × Hinweis WIQ109: Titel\n" in shown
    assert "die 50 schwersten von 2000 Befunden. Alle zeigt --all." in shown
    everything = full(report, lambda _: "Titel", lambda _: None, columns=80, colour=False)
    assert everything.index("  --> a:1:1") < everything.index("  --> x:1:1"), "in the order of the files"


@pytest.mark.parametrize("columns", [40, 50, 80, 100])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    from wiq_cli.domain.finding import Finding, Level, Span  # noqa: PLC0415  # only here
    from wiq_cli.report.findings_text import full, width  # noqa: PLC0415  # only here
    from wiq_cli.usecases.check import Report  # noqa: PLC0415  # only here

    words = "Dieser Satz sagt, was ist, und er ist nicht der kürzeste. " * 2
    one = Finding("teams/x.yaml", Span(1234, 5, 1234, 9), "WIQ101", Level.WARNING, (), words, words)
    excerpts: list[tuple[str, str] | None] = [None, ("", ""), ("    - text: ", "東京 " * 60), ("", "kurz")]
    report = Report((one,) * len(excerpts), 1)
    text = full(report, lambda _: words, lambda _: excerpts.pop(), columns=columns, colour=False)
    assert max(map(width, text.splitlines())) <= columns
    assert not excerpts
    assert text.count("wiq explain WIQ101") == 4
