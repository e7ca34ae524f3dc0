"""How people came into their teams: what the files of teams and decisions say together, and what each case gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import network

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "einwilligung: {profil: {am: 2026-01-10}}\n"
ADMISSION = (
    "WIQ501",
    "WIQ502",
    "WIQ503",
    "WIQ504",
    "WIQ505",
    "WIQ506",
    "WIQ511",
    "WIQ521",
    "WIQ522",
    "WIQ531",
    "WIQ541",
)
Found = list[tuple[str, str, str]]


def team(art: str, *people: str, rest: str = "") -> str:
    lines = "".join(f"  - {one}\n" for one in people)
    return f"art: {art}\nname: {art}\n{HEAD}{rest}" + (f"mitglieder:\n{lines}" if people else "")


def decision(name: str, about: str, status: str = "angenommen", rest: str = "", result: str = "") -> tuple[str, str]:
    """Give a decision by its id and ``art: team, person``."""
    team_, day, _ = name.split("-", maxsplit=2)
    art, _, who = about.partition(": ")
    iso = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    ends = f"ergebnis: {{status: {status}, am: {iso}{result}}}\n" if status != "offen" else ""
    text = f"id: {name}\nteam: {team_}\nart: {art}\ntitel: T\nantrag: A\nbetrifft: {{{who}}}\n{ends}{rest}"
    return f"beschluesse/{team_}/{day[:4]}/{name}.yaml", text


def check(capsys: pytest.CaptureFixture[str], root: Path, teams: dict[str, str], *files: tuple[str, str]) -> Found:
    """Give rule, level and place of the findings about admissions."""
    network(root, {"st": team("ST"), "pt": team("PT"), "ut": team("UT")} | teams)
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    words = [word for rule in ADMISSION for word in ("--select", rule)]
    result = wiq(capsys, root, "check", "--format", "json", *words)
    return [(one["rule"], one["level"], ".".join(map(str, one["path"]))) for one in result.json["findings"]]


def ut(seit: str = "2026-10-01", more: str = "", kennung: str = "p11") -> dict[str, str]:
    return {"ut": team("UT", f"{{kennung: {kennung}, seit: {seit}{more}}}")}


INTO_UT = "ernennung: team: ut, person: p11"
PT = decision("pt-20260901-ut", INTO_UT)
ST = decision("st-20260910-ut", INTO_UT)
MISSING = [("WIQ511", "error", "mitglieder.0")]
LISTED = ", zugang: {weg: ernennung, beschluesse: [pt-20260901-ut, st-20260910-ut]}"


@pytest.mark.parametrize(
    ("teams", "files", "found"),
    [
        (ut(), (PT, ST), []),
        (ut(more=LISTED), (PT, ST), []),
        (ut(seit="2026-09-10"), (PT, ST), []),  # the day itself is early enough
        (ut(), (), [("WIQ511", "hint", "mitglieder.0")] * 2),  # this network keeps no decisions with wiq
        (ut(more=", zugang: {weg: ernennung}"), (), MISSING * 2),
        (ut(), (decision("st-20260910-x", "sachbeschluss: team: st"),), MISSING * 2),
        (ut(), (PT,), MISSING),
        (ut(), (PT, decision("st-20260910-ut", INTO_UT, "abgelehnt")), MISSING),
        (ut(), (PT, decision("st-20260910-ut", INTO_UT, "vertagt")), MISSING),
        (ut(), (PT, decision("st-20260910-ut", INTO_UT, "offen")), MISSING),
        (ut(), (PT, decision("st-20260910-ut", "ernennung: team: ut, person: p12")), MISSING),
        (ut(), (PT, decision("st-20260910-ut", "ernennung: team: kt, person: p11")), MISSING),
        (ut(), (PT, decision("st-20260910-ut", "sachbeschluss: team: ut, person: p11")), MISSING),
        (ut(more=LISTED), (PT, decision("st-20260910-ut", "sachbeschluss: team: ut, person: p11")), []),  # named as one
        (ut(more=LISTED), (PT, decision("st-20260910-ut", "ernennung: team: ut")), [("WIQ511", "error", "mitglieder.0.zugang.beschluesse")]),
        (ut(seit="2026-09-05"), (PT, ST), [("WIQ511", "error", "mitglieder.0.seit")]),
        (ut(), (PT, decision("st-20260910-ut", INTO_UT, result=", gilt_ab: 2026-11-01")), [("WIQ511", "error", "mitglieder.0.seit")]),
        (ut(), (PT, decision("st-20260910-ut", INTO_UT, result=", gilt_bis: 2026-09-20")), [("WIQ511", "error", "mitglieder.0.seit")]),
        (  # taken later, to hold from an earlier day
            ut(seit="2026-09-20"),
            (PT, decision("st-20261010-ut", INTO_UT, result=", gilt_ab: 2026-09-01")),
            [("WIQ511", "error", "mitglieder.0.seit")],
        ),
        (  # taken back before the person began
            ut(),
            (PT, ST, decision("st-20260920-zurueck", "widerruf: team: ut", rest="verweise: {ersetzt: [st-20260910-ut]}\n")),
            [("WIQ511", "error", "mitglieder.0.seit")],
        ),
        (  # replaced by another on the same person
            ut(),
            (PT, ST, decision("st-20260920-neu", INTO_UT, rest="verweise: {ersetzt: [st-20260910-ut]}\n")),
            [],
        ),
        (ut(seit="2025-06-01"), (), [("WIQ511", "hint", "mitglieder.0")] * 2),  # from before the rules
        (ut(seit="2025-06-01"), (PT, ST), []),  # and confirmed
        (ut(more=", bis: 2026-11-01"), (PT,), [("WIQ511", "warning", "mitglieder.0")]),
        (ut(seit="2026-12-24"), (PT,), MISSING),  # about to begin
        ({"ut": team("UT", "{seit: 2026-10-01}")}, (PT, ST), MISSING),  # nobody knows who that is
        ({"ut": team("UT", "{kennung: p11}")}, (PT,), [("WIQ511", "warning", "mitglieder.0")]),  # nor since when
        ({"ut": team("UT", "{kennung: p11}")}, (PT, ST), []),
        (ut() | {"pt": "art: [\n"}, (PT, ST), []),  # the team cannot be read
        (ut(), (PT, (ST[0], "id: [\n")), []),  # the decision cannot be read
        (ut() | {"st": team("ST", rest="frueher: [steuerung]\n")}, (PT, decision("steuerung-20260910-ut", INTO_UT)), []),
        ({"ut": team("UT", "{kennung: p11, seit: 2026-10-01}", rest="status: abgeschlossen\n")}, (), []),
    ],
)  # fmt: skip
def test_joint_appointments(
    teams: dict[str, str],
    files: tuple[tuple[str, str], ...],
    found: Found,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert check(capsys, tmp_path, teams, *files) == found


@pytest.mark.parametrize(
    ("second", "files", "found"),
    [
        ("2026-10-01", (), [("WIQ511", "error", "mitglieder.1")] * 2),  # the first decisions were about the first time
        ("2026-10-01", (decision("pt-20260901-neu", INTO_UT), decision("st-20260905-neu", INTO_UT)), []),
        ("2026-10-01", (decision("pt-20260901-neu", INTO_UT),), [("WIQ511", "error", "mitglieder.1")]),
        ("2026-07-01", (), []),  # without a gap it is one time
    ],
)
def test_who_left_and_came_back(
    second: str,
    files: tuple[tuple[str, str], ...],
    found: Found,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    people = ("{kennung: p11, seit: 2026-03-01, bis: 2026-06-30}", f"{{kennung: p11, seit: {second}}}")
    first = (decision("pt-20260201-ut", INTO_UT), decision("st-20260210-ut", INTO_UT))
    assert check(capsys, tmp_path, {"ut": team("UT", *people)}, *first, *files) == found


def st(zugang: str, more: str = "") -> dict[str, str]:
    return {"st": team("ST", f"{{kennung: p11, seit: 2026-10-01{more}, zugang: {{{zugang}}}}}")}


SENT = decision("pt-20260901-st", "entsendung: team: st, person: p11, bank: ut")
UT_MEMBER = {"ut": team("UT", "{kennung: p11, seit: 2025-01-01}")}
BROKEN_UT = [("WIQ511", "hint", "mitglieder.0")] * 2


@pytest.mark.parametrize(
    ("teams", "files", "found"),
    [
        (st("weg: entsendung, bank: politik, von: Stadtbezirksbeirat, nachweis: Brief"), (), []),
        (st("bank: politik, von: Stadtbezirksbeirat, nachweis: Brief"), (), []),  # the bench says the way
        (st("weg: wahl, bank: politik, nachweis: Brief"), (), [("WIQ501", "error", "mitglieder.0.zugang.weg")]),
        (st("weg: entsendung, bank: politik, nachweis: Brief"), (), [("WIQ502", "error", "mitglieder.0.zugang")]),
        (st("weg: entsendung, bank: politik, von: Stadtbezirksbeirat"), (), [("WIQ502", "error", "mitglieder.0.zugang")]),
        (st("weg: entsendung, bank: politik, von: Sozialamt, nachweis: Brief"), (), [("WIQ501", "error", "mitglieder.0.zugang.von")]),
        (st("weg: entsendung, bank: verwaltung, von: Stadtbezirksbeirat Nord, nachweis: Brief"), (), [("WIQ501", "error", "mitglieder.0.zugang.von")]),
        (st("weg: entsendung, bank: verwaltung, von: Dezernat VI, nachweis: Brief"), (), []),  # only people can judge that
        (st("weg: entsendung, bank: politik, von: PT, nachweis: Brief"), (), [("WIQ501", "error", "mitglieder.0.zugang.von")]),
        (st("weg: wahl, bank: zivilgesellschaft, nachweis: Protokoll"), (), []),
        (st("weg: wahl, bank: zivilgesellschaft"), (), [("WIQ502", "error", "mitglieder.0.zugang")]),
        (st("weg: wahl, bank: zivilgesellschaft"), (decision("st-20260901-wahl", "wahl: team: st, person: p11"),), []),
        (st("weg: entsendung, bank: zivilgesellschaft, von: Verein, nachweis: B"), (), [("WIQ501", "error", "mitglieder.0.zugang.weg")]),
        (st("weg: entsendung, bank: ut, von: PT") | UT_MEMBER, (SENT,), BROKEN_UT),
        (st("weg: entsendung, bank: ut, von: Projektteam") | UT_MEMBER, (SENT,), BROKEN_UT),
        (st("weg: entsendung, bank: ut, von: UT") | UT_MEMBER, (SENT,), [("WIQ501", "error", "mitglieder.0.zugang.von"), *BROKEN_UT]),
        (st("weg: entsendung, bank: ut, von: PT") | UT_MEMBER, (), [("WIQ503", "error", "mitglieder.0"), *BROKEN_UT]),
        (st("weg: entsendung, bank: ut, von: PT, nachweis: Brief") | UT_MEMBER, (), [("WIQ503", "error", "mitglieder.0"), *BROKEN_UT]),
        (  # sent by the wrong team
            st("weg: entsendung, bank: ut, von: PT") | UT_MEMBER,
            (decision("ut-20260901-st", "entsendung: team: st, person: p11, bank: ut"),),
            [("WIQ503", "error", "team"), ("WIQ503", "error", "mitglieder.0"), *BROKEN_UT],
        ),
        (  # sent to another bench
            st("weg: entsendung, bank: ut, von: PT") | UT_MEMBER,
            (decision("pt-20260901-st", "entsendung: team: st, person: p11, bank: politik"),),
            [("WIQ503", "error", "mitglieder.0"), *BROKEN_UT],
        ),
        (st("weg: entsendung, bank: ut, von: PT"), (SENT,), [("WIQ504", "warning", "mitglieder.0.seit")]),
        (st("weg: wahl, bank: politik", ", bis: 2026-10-05"), (), [("WIQ501", "warning", "mitglieder.0.zugang.weg")]),
        ({"st": team("ST", "{kennung: p1, seit: 2025-01-15, zugang: {weg: wahl, bank: politik}}")}, (), [("WIQ501", "hint", "mitglieder.0.zugang.weg")]),
        ({"st": team("ST", "{kennung: p1, seit: 2026-01-15}")}, (), []),  # this team does not keep it with wiq
        (
            {"st": team("ST", "{kennung: p1, seit: 2026-01-15, zugang: {bank: politik, von: Beirat, nachweis: Brief}}", "{kennung: p2, seit: 2026-01-15}")},
            (),
            [("WIQ501", "error", "mitglieder.1.zugang")],
        ),
    ],
)  # fmt: skip
def test_benches(
    teams: dict[str, str],
    files: tuple[tuple[str, str], ...],
    found: Found,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert [one for one in check(capsys, tmp_path, teams, *files) if one[0] != "WIQ505"] == found


INTO_PT = "aufnahme: team: pt, person: p9"
ADMITTED = decision("pt-20260901-p9", INTO_PT)


@pytest.mark.parametrize(
    ("person", "files", "found"),
    [
        ("seit: 2026-10-01, zugang: {absichtserklaerung: 2026-08-20}", (ADMITTED,), []),
        ("seit: 2026-10-01, zugang: {absichtserklaerung: 2026-08-20}", (decision("pt-20260901-p9", "aufnahme: person: p9"),), []),
        ("seit: 2026-10-01, zugang: {absichtserklaerung: 2026-09-01}", (ADMITTED,), []),
        ("seit: 2026-10-01, zugang: {absichtserklaerung: 2026-09-02}", (ADMITTED,), [("WIQ521", "error", "mitglieder.0.zugang.absichtserklaerung")]),
        ("seit: 2026-10-01", (ADMITTED,), [("WIQ521", "error", "mitglieder.0.zugang")]),
        ("seit: 2026-10-01, zugang: {absichtserklaerung: 2026-08-20}", (), [("WIQ522", "error", "mitglieder.0")]),
        ("seit: 2026-10-01, zugang: {absichtserklaerung: 2026-08-20}", (decision("pt-20260901-p9", INTO_PT, "nicht_erreicht"),), [("WIQ522", "error", "mitglieder.0")]),
        ("seit: 2026-10-01, zugang: {absichtserklaerung: 2026-08-20}", (decision("st-20260901-p9", INTO_PT),), [("WIQ522", "error", "mitglieder.0")]),
        ("seit: 2026-10-01, zugang: {weg: ernennung, absichtserklaerung: 2026-08-20}", (ADMITTED,), [("WIQ501", "error", "mitglieder.0.zugang.weg")]),
        ("seit: 2020-10-01, zugang: {absichtserklaerung: 2020-09-15}", (ADMITTED,), []),  # confirmed later
        ("seit: 2020-10-01", (), [("WIQ521", "hint", "mitglieder.0.zugang"), ("WIQ522", "hint", "mitglieder.0")]),
    ],
)  # fmt: skip
def test_declaration_and_consensus(
    person: str, files: tuple[tuple[str, str], ...], found: Found, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(capsys, tmp_path, {"pt": team("PT", f"{{kennung: p9, {person}}}")}, *files) == found


OWN_TYPES = """\
fassung: r-1
gilt_ab: 2026-01-01
begriffe:
  konsens: {scheitert_bei: [veto]}
teams:
  RAT: {name: Rat, aufgabe: Rat, verfahren: konsens, aufnahme: {weg: ernennung, gemeinsam: [PLENUM, BEIRAT]}}
  PLENUM: {name: Plenum, aufgabe: alles, verfahren: konsens, aufnahme: {weg: absichtserklaerung, quelle: Satzung}}
  BEIRAT: {name: Beirat, aufgabe: berät, verfahren: konsens, aufnahme: {baenke: {orte: {weg: wahl, von: PLENUM}}}}
"""


ANY = decision("plenum-20260801-x", "sachbeschluss: team: plenum")


@pytest.mark.parametrize(
    ("teams", "files", "found"),
    [
        ({"rat": team("RAT", "{kennung: p1, seit: 2026-10-01}")}, (ANY,), [("WIQ511", "error", "mitglieder.0")] * 2),
        (
            {"rat": team("RAT", "{kennung: p1, seit: 2026-10-01}")},
            (decision("plenum-20260901-x", "ernennung: team: rat, person: p1"), decision("beirat-20260901-x", "ernennung: team: rat, person: p1")),
            [],
        ),
        ({"plenum": team("PLENUM", "{kennung: p1, seit: 2026-10-01}")}, (ANY,), [("WIQ521", "warning", "mitglieder.0.zugang"), ("WIQ522", "warning", "mitglieder.0")]),
        ({"beirat": team("BEIRAT", "{kennung: p1, seit: 2026-10-01, zugang: {bank: orte}}")}, (), [("WIQ503", "error", "mitglieder.0")]),
        (
            {"beirat": team("BEIRAT", "{kennung: p1, seit: 2026-10-01, zugang: {bank: orte}}")},
            (decision("plenum-20260901-x", "wahl: team: beirat, person: p1, bank: orte"),),
            [],
        ),
    ],
)  # fmt: skip
def test_a_network_adds_types_and_ways_without_code(
    teams: dict[str, str],
    files: tuple[tuple[str, str], ...],
    found: Found,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = {"st": team("RAT"), "pt": team("RAT"), "ut": team("RAT"), "plenum": team("PLENUM"), "beirat": team("BEIRAT")}
    assert check(capsys, tmp_path, own | teams, ("regeln.yaml", OWN_TYPES), *files) == found


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (("bis: 2026-06-30", "seit: 2026-09-01"), []),
        (("bis: 2026-06-30",), ["WIQ505", "WIQ506"]),
        (("bis: 2026-06-30", "seit: 2026-11-01"), []),
        (("bis: 2026-10-31",), ["WIQ505"]),
        ((), ["WIQ505"]),  # the second seat was never filled
        (("seit: 2026-02-01", "seit: 2026-02-01"), ["WIQ505"]),  # too many
    ],
)
def test_seats(people: tuple[str, ...], found: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        f"{{kennung: p{n}, {one}, zugang: {{bank: orte}}}}" for n, one in enumerate(("seit: 2026-01-15", *people), 1)
    ]
    rules = OWN_TYPES.replace("weg: wahl, von: PLENUM", "weg: selbst, sitze: 2")
    teams = {"st": team("RAT"), "pt": team("RAT"), "ut": team("RAT"), "beirat": team("BEIRAT", *lines)}
    assert [rule for rule, _, _ in check(capsys, tmp_path, teams, ("regeln.yaml", rules))] == found


def test_no_name_of_anybody_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = "{kennung: p11, name: Udo Übermut, email: u@example.org, seit: 2026-10-01, zugang: {weg: wahl, von: Vera Vorlage}}"
    network(tmp_path, {"ut": team("UT", people), "st": team("ST", people)})
    result = wiq(capsys, tmp_path, "check")
    assert "WIQ511" in result.out
    assert not [word for word in ("Udo", "Vera", "u@") if word in result.out + result.err]
