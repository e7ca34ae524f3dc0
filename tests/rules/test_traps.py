"""Traps of a record: what looks like a result and is none, and exactly the one finding that it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import wiq

if TYPE_CHECKING:
    from pathlib import Path

ID = "st-20260903-plakate"
BOTH = "{fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}"
BARE = "{fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, basis: ja_nein, mehr_als: 1/2}"
FAILED = "{nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 7, veto: 1}, ergebnis: nicht_erreicht}"
REASON = "bedenken: [{stufe: veto, text: Dafür fehlt das Geld.}]\n"


def attempt(zaehlung: str, ergebnis: str, verfahren: str = "einfache_mehrheit", number: int = 2) -> str:
    return f"{{nr: {number}, verfahren: {verfahren}, am: 2026-09-10, zaehlung: {{{zaehlung}}}, ergebnis: {ergebnis}}}"


def decision(regel: str, *attempts: str, status: str = "angenommen", more: str = "") -> str:
    result = f"ergebnis: {{status: {status}, am: 2026-09-10, grund: Zu teuer., weiter: Neuer Antrag.}}\n"
    return (
        f"id: {ID}\nteam: st\ntitel: Plakate\nantrag: Das ST druckt Plakate.\nregel: {regel}\n"
        f"wahlkoerper: {{stichtag: 2026-09-03, zahl: 8}}\nversuche: [{', '.join(attempts)}]\n{result}{more}"
    )


def konsens(zaehlung: str, ergebnis: str) -> str:
    return decision(
        BOTH,
        attempt(zaehlung, ergebnis, "konsens", 1),
        status="angenommen" if ergebnis == "erreicht" else "nicht_erreicht",
    )


FIVE = attempt("ja: 5, nein: 3", "angenommen")
CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "all abstain, and nothing else is written": (konsens("enthaltung: 8", "nicht_erreicht"), []),
    "all abstain, and it is called a consensus": (
        konsens("enthaltung: 8", "erreicht"),
        [("WIQ405", "versuche.0.ergebnis")],
    ),
    "half abstain, of the rest nothing is known": (
        konsens("enthaltung: 4, veto: 0", "nicht_erreicht"),
        [("WIQ402", "versuche.0.ergebnis")],
    ),
    "the share in the copy belongs to the fallback": (decision(BARE, FAILED, FIVE, more=REASON), []),
    "a veto under a copy without levels": (
        decision(BARE, FAILED.replace("nicht_erreicht", "erreicht"), more=REASON),
        [("WIQ402", "versuche.0.ergebnis")],
    ),
    "a procedure that nobody knows": (
        decision("{fassung: r-2026-01, verfahren: zuruf}", attempt("ja: 5, nein: 1", "angenommen", "zuruf", 1)),
        [("WIQ437", "regel.verfahren")],
    ),
    "a misspelt attempt": (
        decision(BOTH, FAILED, FIVE.replace("einfache_mehrheit", "mehrheit"), more=REASON),
        [("WIQ437", "versuche.1.verfahren")],
    ),
    "an attempt by a weaker consensus": (
        decision(BOTH, attempt("zustimmung: 8", "erreicht", "konsent", 1)),
        [("WIQ437", "versuche.0.verfahren")],
    ),
    "an attempt by another majority": (
        decision(BOTH, FAILED, FIVE.replace("einfache_mehrheit", "absolute_mehrheit").replace("ja: 5, nein: 3", "ja: 7, nein: 1"), more=REASON),
        [("WIQ437", "versuche.1.verfahren")],
    ),
    "the team decides by a rule of its own making": (
        decision("{fassung: r-2026-01, verfahren: selbst}", attempt("ja: 5, nein: 1", "angenommen", "selbst", 1)),
        [("WIQ437", "regel.verfahren")],
    ),
    "more present than entitled": (
        decision(BOTH, FAILED, FIVE, more=f"{REASON}anwesend_zahl: 12\n"),
        [("WIQ401", "anwesend_zahl")],
    ),
    "subtraction without counted abstentions": (
        decision(BOTH, FAILED, attempt("nein: 2", "angenommen"), more=f"{REASON}zaehlart: subtraktion\nanwesend_zahl: 8\n"),
        [("WIQ408", "zaehlart")],
    ),
    "it ends before it begins": (
        decision(BOTH, FAILED, FIVE, more=REASON).replace("grund:", "gilt_ab: 2026-12-01, gilt_bis: 2026-11-30, grund:"),
        [("WIQ412", "ergebnis.gilt_bis")],
    ),
    "one day is wrong, not two": (
        decision(BOTH, FAILED.replace("09-03", "09-12"), FIVE, more=REASON),
        [("WIQ412", "versuche.1.am")],
    ),
    "one wish with two answers": (
        decision(BOTH, FAILED, FIVE, more=f"{REASON}art: lt_unterstuetzung\nbetrifft: {{lt: garten}}\nleistung: {{bewilligt: [Werkzeug], offen: [{{was: ' werkzeug', grund: Noch unklar., weiter: Im Januar.}}]}}\n"),
        [("WIQ454", "leistung.offen.0.was")],
    ),
    "a number that nobody can read says nothing about the result": (
        decision(BOTH, FAILED, FIVE.replace("ja: 5", "ja: viele"), more=REASON),
        [("WIQ025", "versuche.1.zaehlung.ja")],
    ),
    "nor does one of those who could vote": (
        decision(BOTH, FAILED, FIVE, more=REASON).replace("zahl: 8", "zahl: acht"),
        [("WIQ025", "wahlkoerper.zahl")],
    ),
    "an empty motion is missing once": (
        decision(BOTH, FAILED, FIVE, more=REASON).replace("Das ST druckt Plakate.", "''"),
        [("WIQ021", "antrag.wortlaut")],
    ),
    "more resistance than people": (
        decision(BOTH, "{nr: 1, verfahren: konsensieren, am: 2026-09-10, optionen: [{name: A, widerstand: 81}, {name: B, widerstand: 3}], ergebnis: angenommen}", more="art: wahl\n"),
        [("WIQ401", "versuche.0.optionen.0.widerstand")],
    ),
    "a word for the visibility that does not exist": (
        decision(BOTH, FAILED, FIVE, more=f"{REASON}sichtbarkeit: geheim\n"),
        [("WIQ024", "sichtbarkeit.stufe")],
    ),
}  # fmt: skip


def findings(root: Path, capsys: pytest.CaptureFixture[str], text: str, **teams: str) -> list[tuple[str, str]]:
    deciding_network(root)
    path = root / "beschluesse" / "st" / "2026" / f"{ID}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    for name, team in teams.items():
        (root / "teams" / f"{name}.yaml").write_text(team, encoding="utf-8")
    words = ("check", "--ignore", "WIQ463", "--ignore", "WIQ427", "--ignore", "WIQ446", "--format", "json")
    found: list[Any] = wiq(capsys, root, *words).json["findings"]
    return [(one["rule"], ".".join(map(str, one["path"]))) for one in found]


@pytest.mark.parametrize(("text", "found"), CASES.values(), ids=CASES)
def test_one_cause_one_finding(
    text: str, found: list[tuple[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert findings(tmp_path, capsys, text) == found


def test_a_day_to_come_in_the_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = deciding_network(tmp_path)
    path = root / "beschluesse" / "st" / "2027" / "st-20270301-plakate.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: st-20270301-plakate\nteam: st\ntitel: Plakate\nantrag: Das ST druckt Plakate.\n", "utf-8")
    found = wiq(capsys, root, "check", "--format", "json").json["findings"]
    assert [(one["rule"], one["path"]) for one in found] == [("WIQ412", ["id"])]


def test_a_voter_from_outside_is_named_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    votes = ", ".join(f"p{number}: {'ja' if number < 6 else 'nein'}" for number in range(1, 9))
    named = decision(BOTH.replace("}", ", stimmen: namen}"), FAILED, FIVE.replace("zaehlung: {ja: 5, nein: 3}, ", ""))
    text = named + REASON + f"stimmen: {{{votes}, p11: ja}}\n"
    found = findings(tmp_path, capsys, text)
    assert [one for one in found if one[0] in {"WIQ401", "WIQ402", "WIQ407"}] == [("WIQ407", "stimmen.p11")]


@pytest.mark.parametrize(
    ("yes", "outside", "recorded", "remains", "says"),
    [
        (5, "ja", "angenommen", "angenommen", "Das Ergebnis hängt nicht daran."),
        (4, "ja", "angenommen", "abgelehnt", "Ohne solche Stimmen heißt das Ergebnis „abgelehnt“."),
        (4, "ja", "abgelehnt", "abgelehnt", "Das Ergebnis hängt nicht daran."),
        (5, "nein", "angenommen", "angenommen", "Das Ergebnis hängt nicht daran."),
    ],
)
@pytest.mark.parametrize("totals", [False, True])
def test_a_vote_without_a_right_does_not_count_and_the_rest_stands(
    yes: int,
    outside: str,
    recorded: str,
    remains: str,
    says: str,
    totals: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    votes = ", ".join(f"p{number}: {'ja' if number <= yes else 'nein'}" for number in range(1, 9))
    sums = f"zaehlung: {{ja: {yes + (outside == 'ja')}, nein: {8 - yes + (outside == 'nein')}}}, " if totals else ""
    last = FIVE.replace("zaehlung: {ja: 5, nein: 3}, ", sums).replace("angenommen", recorded)
    text = decision(BOTH.replace("}", ", stimmen: namen}"), FAILED, last, status=recorded, more=REASON)
    assert {one for one, _ in findings(tmp_path, capsys, text + f"stimmen: {{{votes}, p11: {outside}}}\n")} >= {
        "WIQ407"
    }
    found = wiq(capsys, tmp_path, "check", "--format", "json").json["findings"]
    counting = [one for one in found if one["rule"] in {"WIQ401", "WIQ402", "WIQ404", "WIQ407"}]
    assert [one["rule"] for one in counting] == ["WIQ407"]
    assert says in counting[0]["message"]
    shown = wiq(capsys, tmp_path, "decide", "show", ID, "--format", "json").json["decision"]
    assert shown["attempts"][-1]["recounted"] == remains


@pytest.mark.parametrize(
    ("betrifft", "more", "found"),
    [
        ("{thema: ausgabe, eur: 100}", "", [("WIQ429", "betrifft")]),  # the KT's to decide
        ("{thema: ausgabe}", "", [("WIQ429", "betrifft")]),  # nobody knows whose
        ("{thema: ausgabe, eur: 100}", "beteiligung: [{wer: KT, grad: einvernehmen, einverstanden: ja}]\n", []),
        ("{thema: ausgabe, eur: 100}", "beteiligung: [{wer: KT, grad: anhoeren}]\n", [("WIQ429", "betrifft")]),
        ("{thema: sommerfest}", "", []),
    ],
)
def test_a_topic_of_others_needs_their_yes(
    betrifft: str, more: str, found: list[tuple[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = decision(BOTH, FAILED, FIVE, more=f"{REASON}betrifft: {betrifft}\n{more}")
    assert findings(tmp_path, capsys, text) == found


def test_the_same_pseudonym_with_another_name_is_somebody_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    votes = ", ".join(f"p{number}: zustimmung" for number in range(1, 9))
    text = decision(
        BOTH.replace("}", ", stimmen: namen}"),
        "{nr: 1, verfahren: konsens, am: 2026-09-10, ergebnis: erreicht}",
        more=f"betrifft: {{lt: chor}}\nstimmen: {{{votes}}}\n",
    )
    chor = "art: LT\nname: Chor\nstatus: idee\nmitglieder: [{kennung: p1, name: %s, seit: 2026-01-01}]\n"
    for number, (name, rule) in enumerate([("Jemand Anders", "WIQ902"), ("Quirin 1", "WIQ434")]):
        found = {one for one, _ in findings(tmp_path / str(number), capsys, text, chor=chor % name)}
        assert found & {"WIQ434", "WIQ902"} == {rule}
