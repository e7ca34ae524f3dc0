"""Decision files as people write them by hand, and exactly the findings each of them gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import wiq
from wiq_cli.domain.beschluss import wording_hash

if TYPE_CHECKING:
    from pathlib import Path

R = "fassung: r-2026-01, "
BOTH = f"regel: {{{R}verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}}\n"
MAJORITY = f"regel: {{{R}verfahren: einfache_mehrheit, basis: ja_nein, mehr_als: 1/2}}\n"
ACHT = "wahlkoerper: {stichtag: 2026-09-03, zahl: 8}\n"
REASON = "bedenken: [{stufe: veto, text: Zu teuer.}]\n"
FAILED = "  - {nr: 1, verfahren: konsens, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}\n"
SMALL = FAILED.replace("7", "4")  # for a team of five
OTHER = FAILED.replace("nr: 1", 'nr: 1, fassung: 7, wortlaut: "sha256:00"')
HASH = wording_hash("Wir drucken Plakate.")
VOTED = '  - {{nr: 1, verfahren: konsens, wortlaut: "{}", zaehlung: {{zustimmung: 8, veto: 0}}, ergebnis: erreicht}}\n'
ADOPTED = "ergebnis: {status: angenommen, am: 2026-09-10}\n"


def st(*parts: str, art: str = "sachbeschluss", team: str = "st", fassung: int = 1, day: str = "") -> tuple[str, str]:
    """Give name and text of a decision of 3 September 2026."""
    name = f"{team}-20260903-plakate"
    return (
        f"{team}/2026/{name}",
        f"id: {name}\nteam: {team}\nart: {art}\ntitel: Plakate\n"
        f"antrag: {{{day}fassung: {fassung}, wortlaut: Wir drucken Plakate.}}\n" + "".join(parts),
    )


def on(day: str) -> str:
    return f"  - {{nr: 1, verfahren: konsens, am: {day}, zaehlung: {{zustimmung: 8, veto: 0}}, ergebnis: erreicht}}\n"


def majority(zaehlung: str, ergebnis: str = "angenommen", number: int = 2) -> str:
    return f"  - {{nr: {number}, verfahren: einfache_mehrheit, zaehlung: {{{zaehlung}}}, ergebnis: {ergebnis}}}\n"


def after_consensus(zaehlung: str, ergebnis: str = "angenommen") -> tuple[str, str]:
    result = f"ergebnis: {{status: {ergebnis}, durch: einfache_mehrheit, am: 2026-09-10}}\n"
    return st(BOTH, ACHT, "versuche:\n", FAILED, majority(zaehlung, ergebnis), result, REASON)


CASES: dict[str, tuple[tuple[str, str], set[str]]] = {
    "open, nothing counted": (st(BOTH, ACHT), set()),
    "fallback after a failed consensus": (after_consensus("ja: 5, nein: 3"), set()),
    "rejected in a tie": (after_consensus("ja: 4, nein: 4", "abgelehnt"), {"WIQ409"}),
    "rejected although more said yes": (after_consensus("ja: 5, nein: 3", "abgelehnt"), {"WIQ402"}),
    "adopted although more said no": (after_consensus("ja: 3, nein: 5"), {"WIQ402"}),
    "adopted in a tie": (after_consensus("ja: 4, nein: 4"), {"WIQ404"}),
    "adopted while all abstain": (after_consensus("ja: 0, nein: 0, enthaltung: 8"), {"WIQ405"}),
    "adopted without counting no": (after_consensus("ja: 5"), {"WIQ403"}),
    "not to be told, as nobody counted no": (after_consensus("ja: 5", "nicht_feststellbar"), set()),
    "more votes than members": (after_consensus("ja: 6, nein: 3"), {"WIQ401"}),
    "majority at once, by the frozen rule too": (st(MAJORITY, ACHT, "versuche:\n", majority("ja: 5, nein: 3"), ADOPTED), {"WIQ421"}),
    "majority at once, nothing frozen": (st(ACHT, "versuche:\n", majority("ja: 5, nein: 3"), ADOPTED), {"WIQ421"}),
    "majority without any attempt recorded": (
        st(BOTH, ACHT, "stimmen: {p1: ja, p2: ja, p3: ja, p4: nein}\nergebnis: {status: angenommen, durch: einfache_mehrheit}\n"),
        {"WIQ421"},
    ),
    "consensus failed on another wording": (
        st(BOTH, ACHT, "versuche:\n", OTHER, majority("ja: 5, nein: 3"), ADOPTED, REASON),
        {"WIQ421", "WIQ438"},
    ),
    "reworded after the vote": (st(BOTH, ACHT, "versuche:\n", VOTED.format("sha256:00"), ADOPTED), {"WIQ438"}),
    "reworded after the vote, the version raised": (
        st(BOTH, ACHT, "versuche:\n", VOTED.replace('wortlaut: "{}"', "fassung: 1").format(), ADOPTED, fassung=2),
        {"WIQ438"},
    ),
    "the version of the motion put back": (
        st(BOTH, ACHT, "versuche:\n", VOTED.replace('wortlaut: "{}"', "fassung: 2").format(), ADOPTED),
        {"WIQ438"},
    ),
    "the wording that was voted on": (st(BOTH, ACHT, "versuche:\n", VOTED.format(HASH), ADOPTED), set()),
    "reworded before the next vote": (
        st(BOTH, ACHT, "versuche:\n", FAILED.replace("nr: 1", 'nr: 1, wortlaut: "sha256:00"'), REASON),
        set(),
    ),
    "as many voters as the team had members": (st(BOTH, "wahlkoerper: {stichtag: 2026-01-01, zahl: 8}\n"), set()),
    "far more voters than members": (st(BOTH, "wahlkoerper: {stichtag: 2026-09-03, zahl: 80}\n"), {"WIQ411"}),
    "fewer voters than members": (st(BOTH, "wahlkoerper: {stichtag: 2026-09-03, zahl: 7}\n"), {"WIQ411"}),
    "voters of a day before anybody came": (st(BOTH, "wahlkoerper: {stichtag: 2025-12-31, zahl: 8}\n"), {"WIQ411"}),
    "voters of a day to come": (st(BOTH, "wahlkoerper: {stichtag: 2026-11-23, zahl: 8}\n"), {"WIQ412"}),
    "voted before the motion": (st(BOTH, ACHT, "versuche:\n", on("2026-09-02"), ADOPTED), {"WIQ412"}),
    "voted before it was opened, but after the motion": (
        st(BOTH, ACHT, "versuche:\n", on("2026-09-02"), ADOPTED, day="eingebracht_am: 2026-09-01, "),
        set(),
    ),
    "voted on a day to come": (st(BOTH, ACHT, "versuche:\n", on("2026-11-23"), ADOPTED), {"WIQ412"}),
    "voted after the result": (st(BOTH, ACHT, "versuche:\n", on("2026-09-11"), ADOPTED), {"WIQ412"}),
    "a result of a day to come": (st(BOTH, ACHT, "versuche:\n", on("2026-09-03"), ADOPTED.replace("2026-09-10", "2026-12-01")), {"WIQ412"}),
    "attempts in the wrong order": (
        st(BOTH, ACHT, "versuche:\n", FAILED.replace("nr: 1", "nr: 1, am: 2026-09-09"), majority("ja: 5, nein: 3").replace("nr: 2", "nr: 2, am: 2026-09-08"), ADOPTED, REASON),
        {"WIQ412"},
    ),
    "a kind that does not exist": (st(BOTH, art="sachbeschlus"), {"WIQ413"}),
    "decided by a procedure that did not come last": (
        st(BOTH, ACHT, "versuche:\n", FAILED, majority("ja: 5, nein: 3"), "ergebnis: {status: angenommen, durch: konsens, am: 2026-09-10}\n", REASON),
        {"WIQ414"},
    ),
    "no fallback frozen, and a majority": (
        st(BOTH.replace("sonst: einfache_mehrheit, ", "").replace(", basis: ja_nein, mehr_als: 1/2", ""), ACHT, "versuche:\n", FAILED, majority("ja: 5, nein: 3"), ADOPTED, REASON),
        {"WIQ415"},
    ),
    "one number twice": (st(BOTH, ACHT, "versuche:\n", FAILED, majority("ja: 5, nein: 3", number=1), ADOPTED, REASON), {"WIQ416"}),
    "consensus had been reached": (
        st(BOTH, ACHT, "versuche:\n", FAILED.replace("7, veto: 1", "8"), majority("ja: 3, nein: 5", "abgelehnt"), ADOPTED.replace("angenommen", "abgelehnt")),
        {"WIQ402", "WIQ421"},
    ),
    "consensus with a veto": (
        st(BOTH, ACHT, "versuche:\n", FAILED.replace("nicht_erreicht", "erreicht"), ADOPTED, REASON),
        {"WIQ402"},
    ),
    "veto without a reason": (st(BOTH, ACHT, "versuche:\n", FAILED, "ergebnis: nicht_erreicht\n"), {"WIQ422"}),
    "adopted, and no vote recorded": (st(BOTH, ACHT, "ergebnis: {status: angenommen, durch: konsens}\n"), {"WIQ402"}),
    "totals that differ from the names": (
        st(BOTH, ACHT, "versuche:\n  - {nr: 1, verfahren: konsens, zaehlung: {zustimmung: 5, veto: 0}, ergebnis: erreicht}\n", ADOPTED, "stimmen: {p1: zustimmung, p2: zustimmung, p3: zustimmung, p4: zustimmung}\n"),
        {"WIQ401"},
    ),
    "the ut supports an lt": (st(BOTH, "betrifft: {lt: garten}\n", art="lt_unterstuetzung", team="ut"), {"WIQ423"}),
    "the st supports an lt": (st(BOTH, "betrifft: {lt: garten}\n", art="lt_unterstuetzung"), set()),
    "by older rules somebody else could": (
        st("regel: {fassung: r-2020-01, verfahren: konsens}\n", "betrifft: {lt: garten}\n", art="lt_unterstuetzung", team="ut"),
        {"WIQ424"},
    ),
    "a weaker consensus than the rules'": (st(BOTH.replace("[veto]", "[schwere_bedenken]")), {"WIQ437"}),
    "another fallback": (st(BOTH.replace("sonst: einfache_mehrheit", "sonst: zwei_drittel_mehrheit")), {"WIQ437"}),
    "another share": (st(BOTH.replace("1/2", "1/3")), {"WIQ437"}),
    "an lt that does not exist": (st(BOTH, "betrifft: {lt: gartn}\n"), {"WIQ442"}),
    "the pt admits by majority": (
        st(f"regel: {{{R}verfahren: konsens, sonst: keine, scheitert_bei: [veto]}}\n", "betrifft: {team: pt, person: p99}\n", "versuche:\n", SMALL, majority("ja: 4, nein: 1"), ADOPTED, REASON, art="aufnahme", team="pt"),
        {"WIQ522"},
    ),
    "the pt freezes a fallback for an admission": (st(BOTH, "betrifft: {team: pt, person: p99}\n", art="aufnahme", team="pt"), {"WIQ437"}),
    "an lt without a procedure is never red": (
        st("regel: {verfahren: selbst}\n", "versuche:\n", majority("ja: 2, nein: 2").replace("einfache_mehrheit", "selbst"), ADOPTED, team="garten"),
        {"WIQ430"},
    ),
    "an lt without a procedure names one for once": (
        st("regel: {verfahren: einfache_mehrheit, mehr_als: 1/2}\n", "versuche:\n", majority("ja: 2, nein: 2"), ADOPTED, team="garten"),
        {"WIQ404", "WIQ430"},
    ),
    "an lt says there is no second way, and takes it": (
        st(BOTH.replace(R, "").replace("einfache_mehrheit", "keine"), "versuche:\n", SMALL, majority("ja: 4, nein: 1"), ADOPTED, REASON, team="garten"),
        {"WIQ421", "WIQ430"},
    ),
    "an lt without a procedure rejects what was adopted": (
        st("regel: {verfahren: einfache_mehrheit, mehr_als: 1/2}\n", "versuche:\n", majority("ja: 3, nein: 1", "abgelehnt"), ADOPTED.replace("angenommen", "abgelehnt"), team="garten"),
        {"WIQ402", "WIQ430"},
    ),
}  # fmt: skip


def findings(root: Path, capsys: pytest.CaptureFixture[str], *files: tuple[str, str]) -> set[str]:
    deciding_network(root)
    for name, text in files:
        path = root / "beschluesse" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shown = wiq(
        capsys, root, "check", "--ignore", "WIQ463", "--format", "json"
    ).json  # what is written by hand has no seal
    return {one["rule"] for one in shown["findings"]}


@pytest.mark.parametrize(("file", "rules"), CASES.values(), ids=CASES)
def test_each_file_gets_exactly_its_findings(
    file: tuple[str, str], rules: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert findings(tmp_path, capsys, file) == rules


def own(verfahren: str) -> tuple[str, str]:
    name = "garten-20260801-verfahren"
    text = f"id: {name}\nteam: garten\nart: verfahren\ntitel: So\nantrag: So.\nverfahren: {verfahren}\nregel: {{verfahren: selbst}}\n"
    return f"garten/2026/{name}", text + "ergebnis: {status: angenommen, am: 2026-08-01}\n"


@pytest.mark.parametrize(
    ("verfahren", "parts", "rules"),
    [
        ("einfache_mehrheit", (MAJORITY, majority("ja: 4, nein: 1")), set()),
        ("einfache_mehrheit", (MAJORITY, majority("ja: 2, nein: 2")), {"WIQ404"}),
        ("zwei_drittel_mehrheit", (MAJORITY, majority("ja: 4, nein: 1")), {"WIQ437"}),
        ("konsens", (MAJORITY, majority("ja: 4, nein: 1")), {"WIQ421"}),
        ("konsens", (BOTH, SMALL + majority("ja: 4, nein: 1")), {"WIQ421", "WIQ422"}),
        ("{art: konsens, sonst: einfache_mehrheit}", (BOTH, majority("ja: 4, nein: 1")), {"WIQ421"}),
    ],
)
def test_once_an_lt_has_a_procedure_it_is_held_to_it(
    verfahren: str, parts: tuple[str, str], rules: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = st(parts[0], "versuche:\n", parts[1], ADOPTED, team="garten")
    assert findings(tmp_path, capsys, own(verfahren), file) == rules


def test_a_procedure_counts_once_it_is_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beete = st("regel: {verfahren: selbst}\n", ADOPTED, team="garten")
    name, text = (part.replace("20260801", "20260915") for part in own("konsens"))
    still_open, decided = (
        (name, text.replace("angenommen, am: 2026-08-01", "offen")),
        (name, text.replace("08-01", "09-15")),
    )
    assert findings(tmp_path / "open", capsys, beete, still_open) == {"WIQ430"}
    assert findings(tmp_path / "decided", capsys, beete, decided) == set()


@pytest.mark.parametrize(
    ("name", "team", "rules"),
    [
        ("st/2026/st-20260903-plakate", "st", set()),
        ("st/2025/st-20260903-plakate", "st", {"WIQ441"}),
        ("ut/2026/st-20260903-plakate", "st", {"WIQ441"}),
        ("st/2026/st-20260903-plakat", "st", {"WIQ441"}),
        ("st/2026/st-20260903-plakate", "ut", {"WIQ441"}),
        ("st/2026/st-20260903-plakate", "sst", {"WIQ441", "WIQ442"}),
    ],
)
def test_name_folder_team_and_day_belong_together(
    name: str, team: str, rules: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = st(BOTH)[1].replace("team: st\n", f"team: {team}\n")
    assert findings(tmp_path, capsys, (name, text)) == rules


def test_a_claim_with_a_source_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = st(BOTH, art="lt_gruendung", team="ut")
    assert findings(tmp_path, capsys, file) == {"WIQ423"}
    found = wiq(capsys, tmp_path, "check", "--format", "json").json["findings"]
    assert [one["level"] for one in found] == ["warning"]


def test_no_finding_shows_what_a_decision_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [file for file, _ in CASES.values()]
    for number, file in enumerate(files):
        root = tmp_path / str(number)
        findings(root, capsys, file)
        shown = wiq(capsys, root, "check").out
        assert "Plakate drucken" not in shown
        assert "Zu teuer" not in shown
