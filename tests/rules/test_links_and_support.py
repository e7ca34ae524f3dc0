"""Links between decisions, what is due, minutes, support for an LT, and what may be public: each case and its finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import wiq
from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.kreise import in_circles

if TYPE_CHECKING:
    from pathlib import Path

LINKS = ("WIQ423", "WIQ443", "WIQ444", "WIQ445", "WIQ446", "WIQ451", "WIQ452", "WIQ453", "WIQ28")
Found = list[tuple[str, str, str]]
SEAL = "siegel: {sha256: '00'}\n"


def one(
    name: str, *rest: str, status: str = "angenommen", art: str = "sachbeschluss", result: str = ""
) -> tuple[str, str]:
    """Give a decision by its id; a result on the day of its opening unless it is open."""
    team, day, _ = name.split("-", maxsplit=2)
    iso = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    ends = "" if status == "offen" else f"ergebnis: {{status: {status}, am: {iso}{result}}}\n"
    text = f"id: {name}\nteam: {team}\nart: {art}\ntitel: Plakate\nantrag: Wir drucken Plakate.\n{ends}" + "".join(rest)
    return f"beschluesse/{team}/{day[:4]}/{name}.yaml", text


def check(capsys: pytest.CaptureFixture[str], root: Path, *files: tuple[str, str]) -> Found:
    """Give rule, level and file with place of the findings."""
    deciding_network(root)
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    words = [word for rule in LINKS for word in ("--select", rule)]
    found = wiq(capsys, root, "check", "--format", "json", *words).json["findings"]
    return [
        (each["rule"], each["level"], f"{_short(each['file'])}:{'.'.join(map(str, each['path']))}") for each in found
    ]


def _short(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yaml")


A, B, C = "st-20260305-a", "st-20260405-b", "st-20260505-c"


def by(*new: str) -> str:
    return f"ersetzt_durch: [{', '.join(new)}]\n"


def replaces(*old: str) -> str:
    return f"verweise: {{ersetzt: [{', '.join(old)}]}}\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ((one(A, by(B)), one(B, replaces(A))), []),
        ((one(A), one(B, replaces(A))), [("WIQ443", "error", f"{B}:verweise.ersetzt.0")]),
        ((one(A), one(B, replaces(A), SEAL)), [("WIQ443", "error", f"{B}:verweise.ersetzt.0")]),  # the old file can be mended
        ((one(A), one(B, replaces(A), status="offen")), []),  # not yet decided
        ((one(A), one(B, replaces(A), status="abgelehnt")), []),
        ((one(A, by(B)), one(B)), [("WIQ443", "error", f"{A}:ersetzt_durch.0")]),
        ((one(A, by(B)), one(B, replaces(A), status="abgelehnt")), [("WIQ443", "error", f"{A}:ersetzt_durch.0")]),
        ((one(A, by(B)), one(B, status="offen")), [("WIQ443", "error", f"{A}:ersetzt_durch.0")]),
        ((one(A, by(B, C)), one(B, replaces(A)), one(C, replaces(A))), [("WIQ443", "error", f"{C}:verweise.ersetzt.0")]),
        ((one(A, by(B)), one(B, replaces(A), by(C)), one(C, replaces(B))), []),  # a chain
        ((one(A, by(B)), one(B, replaces(A, A))), [("WIQ443", "error", f"{B}:verweise.ersetzt.1")]),
        (
            (one(A, by(B), replaces(B)), one(B, replaces(A), by(A))),
            [("WIQ443", "error", f"{A}:verweise.ersetzt"), ("WIQ443", "error", f"{B}:verweise.ersetzt")],
        ),
        ((one(A, replaces(A)),), [("WIQ443", "error", f"{A}:verweise.ersetzt")]),
        ((one(A, replaces(A), SEAL),), [("WIQ443", "warning", f"{A}:verweise.ersetzt")]),
        (
            (one("pt-20260305-a", by(B)), one(B, replaces("pt-20260305-a"))),
            [("WIQ443", "error", f"{B}:verweise.ersetzt.0")],
        ),
    ],
)  # fmt: skip
def test_superseding(
    files: tuple[tuple[str, str], ...], found: Found, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(capsys, tmp_path, *files) == found


def test_a_file_under_another_name_is_no_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, text = one(B, replaces(A))
    files = (one(A), ("beschluesse/st/2026/st-20260405-anders.yaml", text))
    assert ("WIQ443", "error", "st-20260405-anders:verweise.ersetzt.0") in check(capsys, tmp_path, *files)


def test_circles_are_found_in_long_chains_too() -> None:
    chain = {str(number): [str(number + 1)] for number in range(5000)}
    assert in_circles(chain) == []
    assert len(in_circles(chain | {"5000": ["0"]})) == 5001
    assert in_circles({"a": ["b", "b"], "b": ["a"], "c": ["a", "d"], "d": []}) == ["a", "b"]


RESTS = f"verweise: {{setzt_voraus: [{A}]}}\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ((one(A), one(B, RESTS)), []),
        ((one(A, status="abgelehnt"), one(B, RESTS)), True),
        ((one(A, status="offen"), one(B, RESTS)), True),
        ((one(A, status="vertagt"), one(B, RESTS)), True),
        ((one(A, result=", gilt_bis: 2026-10-31"), one(B, RESTS)), True),
        ((one(A, result=", gilt_bis: 2026-11-22"), one(B, RESTS)), False),  # the last day still counts
        ((one(A, result=", gilt_ab: 2027-01-01"), one(B, RESTS)), True),
        ((one(A, by(C)), one(B, RESTS), one(C, replaces(A), art="widerruf")), True),
        ((one(A, status="abgelehnt"), one(B, RESTS, status="offen")), False),
        ((one(A, status="abgelehnt"), one(B, RESTS, result=", gilt_bis: 2026-10-01")), False),  # over itself
        ((one(A, result=", gilt_bis: 2026-10-31"), one(B, f"verweise: {{aendert: [{A}]}}\n")), False),  # held on that day
        ((one(A, result=", gilt_bis: 2026-03-31"), one(B, f"verweise: {{aendert: [{A}]}}\n")), "aendert"),
        ((one(B, RESTS),), False),  # WIQ442
    ],
)  # fmt: skip
def test_a_decision_rests_on_another(
    files: tuple[tuple[str, str], ...], found: bool | str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = found if isinstance(found, str) else "setzt_voraus"
    expected = [("WIQ444", "error", f"{B}:verweise.{key}.0")] if found else []
    assert check(capsys, tmp_path, *files) == expected


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("umsetzung: [{aufgabe: x, bis: 2026-11-21}]\n", "umsetzung.0.bis"),
        ("umsetzung: [{aufgabe: x, bis: 2026-11-22}]\n", ""),  # today is in time
        ("umsetzung: [{aufgabe: x, bis: 2026-11-21, erledigt: ja}]\n", ""),
        ("umsetzung: [{aufgabe: x}]\n", ""),
        ("wiedervorlage: {am: 2026-11-21}\n", "wiedervorlage.am"),
        ("wiedervorlage: {am: 2026-11-21}\nnachtraege: [{am: 2026-11-21, art: wiedervorlage, text: Ja.}]\n", ""),
        ("wiedervorlage: {am: 2026-11-21}\nnachtraege: [{am: 2026-10-01, art: wiedervorlage, text: Ja.}]\n", "wiedervorlage.am"),
        ("wiedervorlage: {am: 2026-11-21}\nnachtraege: [{am: 2026-11-21, text: Ja.}]\n", "wiedervorlage.am"),
        ("sichtbarkeit: {stufe: team, grund: x, pruefen_am: 2026-11-21}\n", "sichtbarkeit.pruefen_am"),
    ],
)  # fmt: skip
def test_overdue(rest: str, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, tmp_path, one(A, rest)) == ([("WIQ445", "warning", f"{A}:{place}")] if place else [])


def test_nothing_is_due_of_what_was_replaced_or_never_adopted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    due = "umsetzung: [{aufgabe: x, bis: 2026-11-21}]\n"
    files = (
        one(A, due, "wiedervorlage: {am: 2026-11-21}\n", by(B)),
        one(B, replaces(A)),
        one(C, due, status="abgelehnt"),
    )
    assert check(capsys, tmp_path, *files) == []


@pytest.mark.parametrize(
    ("rest", "art", "result", "places"),
    [
        ("", "sachbeschluss", "", []),  # nobody wrote minutes
        ("protokoll: {leitung: p1}\nanwesend_zahl: 6\n", "sachbeschluss", "", ["protokoll.fuehrung"]),
        ("protokoll: {leitung: p1, fuehrung: p2}\n", "sachbeschluss", "", ["anwesend"]),
        ("protokoll: {leitung: p1, fuehrung: p2}\nanwesend_zahl: 6\n", "sachbeschluss", "", []),
        ("protokoll: {leitung: p1}\nform: {art: umlauf}\n", "sachbeschluss", "", []),
        ("betrifft: {team: st, person: p9}\n", "wahl", "", ["ergebnis"]),
        ("betrifft: {team: st, person: p9}\n", "wahl", ", annahme: ja", []),
        ("betrifft: {team: st, person: p9}\nnachtraege: [{am: 2026-03-09, art: annahme, text: Ja.}]\n", "wahl", "", []),
    ],
)
def test_minutes(
    rest: str, art: str, result: str, places: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = check(capsys, tmp_path, one(A, rest, art=art, result=result))
    assert [place.partition(":")[2].removesuffix(".zaehlung") for rule, _, place in found if rule == "WIQ446"] == places


def grant(
    name: str, leistung: str, status: str = "angenommen", lt: str = "garten", result: str = ""
) -> tuple[str, str]:
    rest = f"betrifft: {{lt: {lt}}}\nleistung: {{{leistung}}}\n"
    return one(name, rest, status=status, art="lt_unterstuetzung", result=result)


ASKS = ("teams/garten.yaml", with_keys(TEAM, "support: [Werkzeug, Wasser]\n"))
NONE = [("WIQ451", "warning", "garten:support")]
ALL = "bewilligt: [Werkzeug, Wasser]"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ((), NONE),
        ((grant(A, ALL),), []),
        ((grant(A, "bewilligt: [werkzeug, Waser]"),), []),  # WIQ442 says that it is spelt otherwise
        ((grant(A, "bewilligt: [Werkzeug], abgelehnt: [Wasser]"),), []),
        ((grant(A, "bewilligt: [Werkzeug], offen: [Wasser]"),), []),
        ((grant(A, "bewilligt: [Werkzeug]"),), [("WIQ452", "hint", "garten:support.1.was")]),
        ((grant(A, "bewilligt: [Werkzeug]"), grant(B, "offen: [Wasser]", "vertagt")), []),  # on the next agenda
        ((grant(A, "bewilligt: [Werkzeug]"), grant(B, "bewilligt: [Wasser]", "offen")), []),
        ((grant(A, "bewilligt: [Werkzeug]"), grant(B, "bewilligt: [Wasser]", "abgelehnt")), []),
        ((grant(A, ALL, lt="chor"),), NONE),
        ((grant(A, ALL, "abgelehnt"),), NONE),  # a motion that failed decides nothing
        ((grant(A, "abgelehnt: [Werkzeug, Wasser]"),), []),  # each refused by name: that is an answer
        ((grant(A, f"{ALL}, bis: 2026-10-31"), grant(B, "offen: [Werkzeug, Wasser]", "vertagt")), []),
        ((grant(A, ALL, "vertagt"),), []),
        ((grant(A, f"{ALL}, bis: 2026-10-31"),), NONE),
        ((grant(A, ALL, result=", gilt_bis: 2026-10-31"),), NONE),
        ((grant("pt-20260305-a", ALL),), NONE),  # not theirs to grant: WIQ423
        (
            (grant(A, f"{ALL}, bis: 2026-10-31"), grant(B, "bewilligt: [Werkzeug], bis: 2027-12-31")),
            [("WIQ452", "hint", "garten:support.1.was")],
        ),
        ((grant(A, f"{ALL}, bis: 2027-06-30"),), [("WIQ453", "warning", f"{A}:leistung.bis")]),
        ((grant(A, ALL, result=", gilt_bis: 2027-06-30"),), [("WIQ453", "warning", f"{A}:ergebnis.gilt_bis")]),
        ((grant(A, f"{ALL}, bis: 2027-09-15"),), []),
        ((grant(A, f"{ALL}, bis: 2027-06-30"), grant(B, "bewilligt: [Werkzeug], von: 2027-07-01, bis: 2027-12-31")), []),
        ((grant(A, ALL), ("teams/garten.yaml", with_keys(TEAM, "support: [Werkzeug]\nfrueher: [beet]\n"))), []),
        ((grant(A, ALL, lt="beet"), ("teams/garten.yaml", with_keys(TEAM, "support: [Werkzeug]\nfrueher: [beet]\n"))), []),
        ((("teams/garten.yaml", with_keys(TEAM, "status: pausiert\n")),), []),
        ((("teams/garten.yaml", with_keys(TEAM, "support: []\n")),), []),
        ((("teams/st.yaml", "art: [\n"),), []),
        (((f"beschluesse/st/2026/{A}.yaml", "id: [\n"),), []),  # the decision may stand in what cannot be read
    ],
)  # fmt: skip
def test_support(
    files: tuple[tuple[str, str], ...], found: Found, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [each for each in check(capsys, tmp_path, ASKS, *files) if each[0].startswith("WIQ45")] == found


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ((grant(A, ALL),), []),
        ((grant("pt-20260305-a", ALL),), ["art"]),
        ((one("pt-20260305-a", "leistung: {bewilligt: [Werkzeug]}\n"),), ["leistung.bewilligt"]),  # by any other name
        ((one("garten-20260305-a", "leistung: {offen: [Werkzeug]}\n"),), []),
    ],
)
def test_only_the_steering_team_grants(
    files: tuple[tuple[str, str], ...], found: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in files:
        assert [
            place.partition(":")[2] for rule, _, place in check(capsys, tmp_path, (name, text)) if rule == "WIQ423"
        ] == found


def vote(zaehlung: str, zahl: int = 3) -> str:
    return f"wahlkoerper: {{stichtag: 2026-03-05, zahl: {zahl}}}\nversuche: [{{nr: 1, verfahren: konsens, zaehlung: {{{zaehlung}}}}}]\n"


HOUSE = "sichtbarkeit: {stufe: netzwerk, grund: Klein., pruefen_am: 2027-01-01}\n"


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("sichtbarkeit: netzwerk\n", [("WIQ282", "error", "sichtbarkeit")]),
        ("sichtbarkeit: {stufe: vertraulich, grund: x}\n", [("WIQ282", "error", "sichtbarkeit")]),
        ("sichtbarkeit: {stufe: team, pruefen_am: 2027-01-01}\n", [("WIQ282", "error", "sichtbarkeit")]),
        ("sichtbarkeit: oeffentlich\n", []),
        (vote("zustimmung: 2, veto: 1"), [("WIQ283", "error", "versuche.0.zaehlung.veto")]),
        (vote("zustimmung: 2, veto: 1") + HOUSE, []),
        (vote("zustimmung: 3, veto: 0"), []),
        (vote("zustimmung: 7, veto: 1", 8), []),
        (vote("ja: 0, nein: 3"), []),
        (
            "stimmen: {p1: ja, p2: nein}\nwahlkoerper: {stichtag: 2026-03-05, zahl: 2}\n",
            [("WIQ283", "error", "stimmen")],
        ),
        ("bedenken: [Ein Veto kam von der Bank Politik.]\n", [("WIQ283", "warning", "bedenken.0.text")]),
        ("bedenken: [Die Politik war dafür. Es gab ein Veto.]\n", []),
        ("anlass: Zwei Politiker haben ein Nein angekündigt.\n", []),
    ],
)
def test_what_may_be_public(rest: str, found: Found, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    all_found = check(capsys, tmp_path, one(A, rest))
    assert [
        (rule, level, place.partition(":")[2]) for rule, level, place in all_found if rule.startswith("WIQ28")
    ] == found
