"""One cause is one finding: what is wrong in the network's own files sets off nothing in the files of its teams."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, WIQ, network, with_keys

PAUSED = with_keys(
    TEAM,
    "treffen:\n  ort: per Teams\n  rhythmus: [jeden Dienstag 18:00 ab 01.09.2026]\n  pause: [feiertage]\n",
)


def found(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> list[tuple[str, str]]:
    result = wiq(capsys, root, "check", "--format", "json", *words)
    return [(one["file"], one["rule"]) for one in result.json["findings"]]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (WIQ.replace("name: Netz am Kanal\n", ""), "WIQ021"),
        (WIQ.replace("Netz am Kanal", "'Netz am Kanal"), "WIQ007"),
        ("", "WIQ015"),
        (WIQ.replace("SN", "Sachsen"), "WIQ024"),
        (WIQ.replace("SN", "XX"), "WIQ024"),
        (WIQ.replace("bundesland", "bundeslnd"), "WIQ020"),
        (WIQ.replace("domain: netz", "domain: https://netz"), "WIQ024"),
        (WIQ.replace("domain: netz.example", 'domain: "@netz.example"'), "WIQ024"),
        (WIQ.replace("domain: netz.example", "domain: netz example"), "WIQ024"),
        (WIQ.replace("domain: netz.example", "domain: [netz.example]"), "WIQ022"),
    ],
)
def test_a_fault_of_the_network_stays_one(
    text: str, rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = network(tmp_path, {"garten": PAUSED}, text)
    assert found(capsys, root) == [("wiq.yaml", rule)]
    result = wiq(capsys, root, "check", str(root / "teams" / "garten.yaml"))
    assert (result.code, result.out) == (0, "")
    assert "Sieh nach: wiq check wiq.yaml" in result.err, "nobody may take the silence for a yes"


def test_rules_speak_where_nothing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = WIQ.replace("bundesland: SN\n", "").replace("domain: netz.example\n", "")
    assert found(capsys, network(tmp_path, {"garten": PAUSED}, bare)) == [
        ("teams/garten.yaml", "WIQ111"), ("teams/garten.yaml", "WIQ322"),
    ]  # fmt: skip
    result = wiq(capsys, tmp_path, "check")
    assert "schweigen" not in result.err


def test_a_type_of_team_that_looks_like_a_gap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, network(tmp_path, {"garten": with_keys(TEAM, "art: XX\n")})) == [
        ("teams/garten.yaml", "WIQ102")
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("bundesland: Sachsen", "Gemeint ist vermutlich „SN“."),
        ("bundesland: Baden-Württemberg", "Gemeint ist vermutlich „BW“."),
        ("bundesland: NRW", "Gemeint ist vermutlich „NW“."),
        ("domain: https://netz.example/", "Gemeint ist vermutlich netz.example."),
        ("domain: HTTPS://Netz.Example:443/@thea.testmann?x", "Gemeint ist vermutlich netz.example."),
        ('domain: "@netz.example"', "Gemeint ist vermutlich netz.example."),
        ("domain: thea.testmann@netz.example", "Gemeint ist vermutlich netz.example."),
        ("domain: grünau.example", "Gemeint ist vermutlich xn--grnau-lva.example."),
        ("domain: Thea Testmann", "In einer Domain steht kein Leerzeichen."),
        ("domain: netz", "Sie sieht so aus: quartier.example."),
        (
            "ferien:\n  - {name: Herbst, von: 2026-10-05, bis: 2026-10-17}",
            "Schreib „zeiten:“ darüber, und rück die Liste darunter ein.",
        ),
        ("domain: '@'", "Sie sieht so aus: quartier.example."),
        (f"domain: {'ü' * 300}.example", "Sie sieht so aus: quartier.example."),
    ],
)
def test_what_was_meant_is_said(written: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path, {"garten": PAUSED}, with_keys(WIQ, written + "\n"))
    result = wiq(capsys, root, "check")
    assert said in result.out
    assert result.out.count(": Fehler WIQ02") == 1
    assert "estmann" not in (result.out + result.err).lower()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sonst: einfache_mehrheit", "sonst: [a]"),
        ("    mehr_als: 1/2", "    mehr_als: viele"),
        ("sitze: 2", "sitze: zwei Leute"),
        ("teams:", "teams: '"),
    ],
)
def test_a_fault_of_the_rules_stays_in_their_file(
    before: str, after: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "netz"
    shutil.copytree(Path(__file__).parents[2] / "examples" / "wir-im-quartier", root)
    known = found(capsys, root)
    regeln = root / "regeln.yaml"
    regeln.write_text(regeln.read_text("utf-8").replace(before, after), encoding="utf-8")
    new = [one for one in found(capsys, root) if one not in known]
    assert new
    assert {file for file, _ in new} == {"regeln.yaml"}


def test_no_team_at_all_is_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "netz"
    shutil.copytree(Path(__file__).parents[2] / "examples" / "wir-im-quartier", root)
    shutil.rmtree(root / "teams")
    assert [rule for _, rule in found(capsys, root)].count("WIQ442") == 1


OUT_OF_ORDER = """\
id: st-20260903-plakate
team: st
titel: Plakate
antrag: Das ST lässt Plakate drucken.
regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}
form: {art: treffen}
wahlkoerper: {stichtag: 2026-09-03, zahl: 8}
versuche:
  - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}
  - {nr: 2, verfahren: einfache_mehrheit, am: 2026-09-01, zaehlung: {ja: 5, nein: 3}, ergebnis: angenommen}
ergebnis: {status: angenommen, durch: einfache_mehrheit, am: 2026-09-10}
bedenken: [{stufe: veto, text: Dafür fehlt uns das Geld.}]
"""


def test_a_day_out_of_order_is_not_also_a_day_without_a_meeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    st = "art: ST\nname: Steuerungsteam\ntreffen:\n  termine: [03.09.2026 18:00]\n"
    root = network(tmp_path, {"st": st})
    path = root / "beschluesse" / "st" / "2026" / "st-20260903-plakate.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(OUT_OF_ORDER, encoding="utf-8")
    assert found(capsys, root, "--select", "412,426") == [(path.relative_to(root).as_posix(), "WIQ412")]
    path.write_text(OUT_OF_ORDER.replace("2026-09-01", "2026-09-05"), encoding="utf-8")
    assert found(capsys, root, "--select", "412,426") == [(path.relative_to(root).as_posix(), "WIQ426")]
