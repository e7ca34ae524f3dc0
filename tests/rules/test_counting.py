"""Votes as courts and other tools have met them, each as a file, and exactly the findings it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import wiq
from wiq_cli import resources

if TYPE_CHECKING:
    from pathlib import Path

FROZEN = "regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}\n"
ACHT = "wahlkoerper: {stichtag: 2026-09-03, zahl: 8}\n"
VETO = "bedenken: [{stufe: veto, text: Zu teuer.}]\n"
TRIED = (
    "  - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 5, veto: 1}, ergebnis: nicht_erreicht}\n"
)
LATE = "nachtraege: [{am: 2026-09-12, art: spaete_stimme, text: Eine Stimme kam zwei Tage später.}]\n"
RECUSED = "befangen: [{person: p7, grad: stimmverbot}]\n"
HINT = "befangen: [{person: p1, grad: hinweis}]\n"


def file(*parts: str, team: str = "st", art: str = "sachbeschluss") -> str:
    head = f"id: {team}-20260903-plakate\nteam: {team}\nart: {art}\ntitel: Plakate\nantrag: Wir drucken Plakate.\n"
    return head + "".join(parts)


def fallback(zaehlung: str, ergebnis: str, *more: str) -> str:
    """Give a majority after a failed consensus."""
    last = (
        f"  - {{nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, zaehlung: {{{zaehlung}}}, ergebnis: {ergebnis}}}\n"
    )
    result = f"ergebnis: {{status: {ergebnis}, durch: einfache_mehrheit, am: 2026-09-10}}\n"
    return file(FROZEN, ACHT, "versuche:\n", TRIED, last, result, VETO, *more)


def named(stimmen: str, ergebnis: str, *more: str) -> str:
    """Give a majority by name after a failed consensus."""
    last = f"  - {{nr: 2, verfahren: einfache_mehrheit, am: 2026-09-10, ergebnis: {ergebnis}}}\n"
    result = f"ergebnis: {{status: {ergebnis}, durch: einfache_mehrheit, am: 2026-09-10}}\n"
    return file(FROZEN, ACHT, "versuche:\n", TRIED, last, result, VETO, f"stimmen: {{{stimmen}}}\n", *more)


def people(yes: int, no: int, abstained: int = 0) -> str:
    votes = ["ja"] * yes + ["nein"] * no + ["enthaltung"] * abstained
    return ", ".join(f"p{number}: {vote}" for number, vote in enumerate(votes, 1))


def consensus(zaehlung: str, ergebnis: str, *more: str) -> str:
    word = {"angenommen": "erreicht"}.get(ergebnis, ergebnis)
    return file(
        FROZEN,
        ACHT,
        f"versuche:\n  - {{nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {{{zaehlung}}}, ergebnis: {word}}}\n",
        f"ergebnis: {{status: {ergebnis}, durch: konsens, am: 2026-09-03}}\n",
        *more,
    )


def by(rule: str, zaehlung: str, ergebnis: str, *more: str, art: str = "sachbeschluss") -> str:
    """Give a decision of the team whose procedure the network's rules name, without a frozen copy."""
    return file(
        ACHT,
        f"versuche:\n  - {{nr: 1, verfahren: {rule}, am: 2026-09-03, {zaehlung}, ergebnis: {ergebnis}}}\n",
        f"ergebnis: {{status: {ergebnis}, durch: {rule}, am: 2026-09-03}}\n",
        *more,
        team="oe",
        art=art,
    )


CASES: dict[str, tuple[str, set[str]]] = {
    # BGH II ZR 164/81: the majority is taken from Ja and Nein only
    "abstentions do not count": (fallback("ja: 3, nein: 1, enthaltung: 4", "angenommen"), set()),
    "abstentions counted as no": (fallback("ja: 3, nein: 1, enthaltung: 4", "abgelehnt"), {"WIQ402"}),
    "invalid votes do not count": (fallback("ja: 4, nein: 2, ungueltig: 2", "angenommen"), set()),
    # KG 22 W 61/19: relative is not simple
    "the no votes are missing": (fallback("ja: 6", "angenommen"), {"WIQ403"}),
    "the no votes are missing, rejected": (fallback("ja: 2, enthaltung: 3", "abgelehnt"), {"WIQ403"}),
    "the no votes are missing, and it says so": (fallback("ja: 6", "nicht_feststellbar"), set()),
    # BGH V ZB 37/02: subtraction
    "subtraction with a fixed number": (fallback("nein: 2, enthaltung: 1", "angenommen", "zaehlart: subtraktion\nanwesend_zahl: 8\n"), set()),
    "subtraction without one": (fallback("nein: 2, enthaltung: 3", "angenommen", "zaehlart: subtraktion\n"), {"WIQ408"}),
    "subtraction that gives a tie": (fallback("nein: 3, enthaltung: 2", "angenommen", "zaehlart: subtraktion\nanwesend_zahl: 8\n"), {"WIQ404"}),
    "subtraction of the no votes": (fallback("ja: 5, enthaltung: 1", "angenommen", "zaehlart: subtraktion\nanwesend_zahl: 8\n"), set()),
    "subtraction without the no votes and the number": (fallback("ja: 5, enthaltung: 1", "angenommen", "zaehlart: subtraktion\n"), {"WIQ408"}),
    # BGH V ZR 254/11: a cast vote is final, a late one is none
    "a late vote noted": (fallback("ja: 5, nein: 2", "angenommen", LATE), set()),
    "a late vote in the totals": (fallback("ja: 5, nein: 3", "angenommen", LATE), {"WIQ410"}),
    "a late vote beyond those present": (fallback("ja: 5, nein: 1", "angenommen", LATE, "anwesend_zahl: 5\n"), {"WIQ410"}),
    "a late vote by name": (named(people(5, 2), "angenommen", LATE.replace("text", "person: p5, text")), {"WIQ410"}),
    "a late vote that turned it": (named(people(4, 3), "angenommen", LATE.replace("text", "person: p4, text")), {"WIQ410"}),
    "a late vote that did not count": (named(people(5, 2), "angenommen", LATE.replace("text", "person: p8, text")), set()),
    "a vote of somebody who was not there": (named(people(6, 2), "angenommen", "anwesend: [p1, p2, p3, p4, p5, p6, p7]\n"), {"WIQ410"}),
    # BGB § 34: the vote is void, the person does not count among the members
    "recused and silent": (named("p1: ja, p2: ja, p3: ja, p4: ja, p5: nein, p6: nein", "angenommen", RECUSED), set()),
    "recused and counted": (named(people(7, 1).replace("p8", "p8"), "angenommen", RECUSED), {"WIQ406"}),
    "recused, and the void vote turned it": (named("p1: ja, p2: ja, p3: ja, p4: nein, p5: nein, p6: nein, p7: ja", "angenommen", RECUSED), {"WIQ406"}),
    "recused, and the totals hold the void vote": (
        named(people(7, 1), "angenommen", RECUSED).replace("am: 2026-09-10, erg", "am: 2026-09-10, zaehlung: {ja: 7, nein: 1}, erg", 1),
        {"WIQ406"},
    ),
    "recused, and too many votes": (fallback("ja: 5, nein: 3", "angenommen", RECUSED), {"WIQ401"}),
    "withdrew by choice": (fallback("ja: 5, nein: 2", "angenommen", RECUSED.replace("stimmverbot", "zurueckgezogen")), set()),
    # NixOS/org#184: recusing is not voting no
    "recused and still in the denominator": (by("absolute_mehrheit", "zaehlung: {ja: 4, nein: 0}", "abgelehnt", RECUSED.replace("p7", "p51")), {"WIQ406"}),
    "recused and out of the denominator": (by("absolute_mehrheit", "zaehlung: {ja: 5, nein: 0}", "angenommen", RECUSED.replace("p7", "p51")), set()),
    # KG 12 W 73/13: on the own election one may vote
    "own election": (named(people(6, 2), "angenommen", "betrifft: {person: p1}\n"), set()),
    # Ties, and results without a yes
    "a tie adopted (GitVote)": (fallback("ja: 4, nein: 4", "angenommen"), {"WIQ404"}),
    "a tie adopted, by name": (named(people(4, 4), "angenommen"), {"WIQ404"}),
    "two thirds of nothing (Antragsgrün)": (by("zwei_drittel_mehrheit", "zaehlung: {ja: 0, nein: 0, enthaltung: 8}", "angenommen"), {"WIQ405"}),
    "two thirds exactly": (by("zwei_drittel_mehrheit", "zaehlung: {ja: 6, nein: 2}", "angenommen"), set()),
    "two thirds missed": (by("zwei_drittel_mehrheit", "zaehlung: {ja: 5, nein: 3}", "angenommen"), {"WIQ402"}),
    "unanimous but for one who abstained": (by("einstimmig", "zaehlung: {ja: 7, nein: 0, enthaltung: 1}", "angenommen"), {"WIQ402"}),
    "nobody against": (by("ohne_gegenstimme", "zaehlung: {ja: 3, nein: 0, enthaltung: 5}", "angenommen"), set()),
    "half of those present is not more (Loomio)": (by("mehrheit_der_anwesenden", "zaehlung: {ja: 4, nein: 2, enthaltung: 2}", "angenommen"), {"WIQ402"}),
    "nobody counted who was there": (by("mehrheit_der_anwesenden", "zaehlung: {ja: 4, nein: 1}", "angenommen"), {"WIQ402"}),
    # OpenSlides: do the sums fit
    "more votes than voters": (fallback("ja: 6, nein: 2, enthaltung: 1", "angenommen"), {"WIQ401"}),
    "more votes than people there": (fallback("ja: 5, nein: 1", "angenommen", "anwesend_zahl: 5\n"), {"WIQ401"}),
    "more votes than members, nothing frozen": (by("absolute_mehrheit", "zaehlung: {ja: 9, nein: 0}", "angenommen").replace(ACHT, ""), {"WIQ401"}),
    # The margin
    "one vote decided": (fallback("ja: 4, nein: 3, enthaltung: 1", "angenommen"), {"WIQ409"}),
    "one vote decided against": (fallback("ja: 3, nein: 3", "abgelehnt"), {"WIQ409"}),
    "two votes decided": (fallback("ja: 5, nein: 3", "angenommen"), set()),
    "a majority not reached is a motion rejected": (
        fallback("ja: 2, nein: 5", "abgelehnt").replace("nein: 5}, ergebnis: abgelehnt", "nein: 5}, ergebnis: nicht_erreicht"),
        set(),
    ),
    "a majority reached is not one missed": (
        fallback("ja: 6, nein: 2", "angenommen").replace("nein: 2}, ergebnis: angenommen", "nein: 2}, ergebnis: nicht_erreicht"),
        {"WIQ402"},
    ),
    "somebody perhaps biased decided": (named(people(4, 3), "angenommen", HINT), {"WIQ409"}),
    "somebody perhaps biased did not matter": (named(people(6, 2), "angenommen", HINT), set()),
    "two perhaps biased may have mattered": (fallback("ja: 5, nein: 3", "angenommen", HINT.replace("}]", "}, {person: p2, grad: hinweis}]")), {"WIQ409"}),
    # Consensus
    "standing aside does not block": (consensus("zustimmung: 1, beiseite: 7, veto: 0", "angenommen"), set()),
    "a veto is entered as reached": (consensus("zustimmung: 7, veto: 1", "angenommen", VETO), {"WIQ402"}),
    "all stand aside": (consensus("zustimmung: 0, leichte_bedenken: 0, beiseite: 8", "angenommen"), {"WIQ405"}),
    "a reason without a level is a reason": (consensus("zustimmung: 7, veto: 1", "nicht_erreicht", "bedenken: [Zu teuer.]\n"), set()),
    "a veto without a reason": (consensus("zustimmung: 7, veto: 1", "nicht_erreicht"), {"WIQ422"}),
    "grave concerns without a reason": (
        consensus("zustimmung: 7, schwere_bedenken: 1, veto: 0", "angenommen", "wiedervorlage: 2026-12-01\n".replace("2026-12-01", "{am: 2026-12-01}")),
        {"WIQ422"},
    ),
    "grave concerns and nobody looks again": (
        consensus("zustimmung: 7, schwere_bedenken: 1, veto: 0", "angenommen", VETO.replace("veto", "schwere_bedenken")),
        {"WIQ428"},
    ),
    "grave concerns looked at too late": (
        consensus("zustimmung: 7, schwere_bedenken: 1, veto: 0", "angenommen", VETO.replace("veto", "schwere_bedenken"), "wiedervorlage: {am: 2027-03-04}\n"),
        {"WIQ428"},
    ),
    "grave concerns looked at in time": (
        consensus("zustimmung: 7, schwere_bedenken: 1, veto: 0", "angenommen", VETO.replace("veto", "schwere_bedenken"), "wiedervorlage: {am: 2027-03-03}\n"),
        set(),
    ),
    "few took part": (consensus("zustimmung: 3, veto: 0", "angenommen"), {"WIQ427"}),
    "half took part": (consensus("zustimmung: 4, veto: 0", "angenommen"), set()),
    # Without a frozen copy: the rules of the day decide
    "yes and no without any attempt": (file("stimmen: {" + people(6, 2) + "}\nergebnis: {status: angenommen, am: 2026-09-03}\n"), {"WIQ421"}),
    "levels without any attempt": (
        file("stimmen: {" + people(8, 0).replace("ja", "zustimmung") + "}\nergebnis: {status: angenommen, am: 2026-09-03}\n"),
        set(),
    ),
    "a consensus that failed and was adopted": (
        file("stimmen: {" + people(8, 0).replace("ja", "zustimmung").replace("p8: zustimmung", "p8: veto") + "}\nergebnis: angenommen\n", VETO),
        {"WIQ402"},
    ),
    # Choosing
    "the winner of an election": (
        by("relative_mehrheit", "optionen: [{name: p91, stimmen: 4}, {name: p92, stimmen: 2}, {name: p93, stimmen: 2}]", "angenommen"),
        set(),
    ),
    "an election in a tie": (by("relative_mehrheit", "optionen: [{name: p91, stimmen: 4}, {name: p92, stimmen: 4}]", "angenommen"), {"WIQ402"}),
    "an election in which somebody voted twice": (by("relative_mehrheit", "optionen: [{name: p91, stimmen: 5}, {name: p92, stimmen: 4}]", "angenommen"), {"WIQ401"}),
    "an election with more votes than voters": (by("relative_mehrheit", "optionen: [{name: p91, stimmen: 9}, {name: p92, stimmen: 0}]", "angenommen"), {"WIQ401"}),
    "the wrong winner": (
        by("konsensieren", "optionen: [{name: A, widerstand: 30}, {name: B, widerstand: 9}]", "angenommen").replace("am: 2026-09-03}\n", "am: 2026-09-03, gewaehlt: A}\n"),
        {"WIQ402"},
    ),
    "the least resistance": (by("konsensieren", "optionen: [{name: A, widerstand: 30}, {name: B, widerstand: 9}]", "angenommen"), set()),
    "everything stays as it is, and is entered as adopted": (
        by("konsensieren", "optionen: [{name: A, widerstand: 30}, {name: So lassen, widerstand: 9, passiv: ja}]", "angenommen"),
        {"WIQ402"},
    ),
    "an election counted as a simple majority": (
        by("einfache_mehrheit", "optionen: [{name: p91, stimmen: 5}, {name: p92, stimmen: 3}]", "angenommen"),
        {"WIQ403"},
    ),
    # Silence, circulation, secret
    "nobody objected": (by("schweigen", "zaehlung: {veto: 0}", "angenommen", "form: {art: umlauf, frist: 2026-09-06}\n").replace("am: 2026-09-03", "am: 2026-09-07"), set()),
    "decided before the time was over": (by("schweigen", "zaehlung: {veto: 0}", "angenommen", "form: {art: umlauf, frist: 2026-09-10}\n").replace("am: 2026-09-03", "am: 2026-09-07"), {"WIQ402"}),
    "a round without an end": (consensus("zustimmung: 8, veto: 0", "angenommen", "form: {art: umlauf, am: 2026-09-03}\n"), {"WIQ425"}),
    "a round that not everybody answered": (consensus("zustimmung: 6, veto: 0", "angenommen", "form: {art: umlauf, frist: 2026-09-03}\n"), {"WIQ425"}),
    "a round that everybody answered": (consensus("zustimmung: 8, veto: 0", "angenommen", "form: {art: umlauf, frist: 2026-09-03, textform: ja}\n"), set()),
    "a round not in writing": (consensus("zustimmung: 8, veto: 0", "angenommen", "form: {art: umlauf, frist: 2026-09-03, textform: nein}\n"), {"WIQ425"}),
    "secret with names": (named(people(6, 2), "angenommen", "form: {art: treffen, geheim: ja}\n"), {"WIQ417"}),
    "an election with names": (named(people(6, 2), "angenommen").replace("art: sachbeschluss", "art: wahl"), {"WIQ417"}),
    # Who votes
    "a voter from another team": (named(people(6, 1) + ", p21: ja", "angenommen"), {"WIQ407"}),
    "a vote nobody knows": (named(people(6, 1) + ", p99: ja", "angenommen"), {"WIQ442"}),
}  # fmt: skip
OWN_TYPE = "  OE:\n    name: Öffentlichkeitsteam\n    aufgabe: Erzählt davon\n    verfahren: {}\n    aufnahme: selbst\n"
OE = (
    "schema: 1\nart: OE\nname: Öffentlichkeitsteam\neinwilligung:\n  profil: {am: 2026-01-10}\nmitglieder:\n"
    + "".join(f"  - {{kennung: p{number}, name: Person {number}, seit: 2026-01-01}}\n" for number in range(51, 59))
)


def findings(root: Path, capsys: pytest.CaptureFixture[str], text: str) -> set[str]:
    deciding_network(root)
    if "team: oe\n" in text:  # a type of team that the network added, with a procedure of its own choice
        shipped = (resources.folder("templates") / "netz" / "regeln.yaml").read_text(encoding="utf-8")
        rule = text.partition("verfahren: ")[2].partition(",")[0]
        (root / "regeln.yaml").write_text(shipped.replace("teams:\n", "teams:\n" + OWN_TYPE.format(rule), 1), "utf-8")
        (root / "teams" / "oe.yaml").write_text(OE, encoding="utf-8")
    name = text.partition("id: ")[2].partition("\n")[0]
    path = root / "beschluesse" / name.partition("-")[0] / "2026" / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    beside = ("--ignore", "WIQ446", "--ignore", "WIQ46")  # whole minutes, and seals, are not what this is about
    return {one["rule"] for one in wiq(capsys, root, "check", "--format", "json", *beside).json["findings"]}


@pytest.mark.parametrize(("text", "rules"), CASES.values(), ids=CASES)
def test_each_vote_gets_exactly_its_findings(
    text: str, rules: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert findings(tmp_path, capsys, text) == rules
