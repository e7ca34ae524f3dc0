"""By whose rules, with whose OK, told to whom: decision files and rules, and exactly the findings they get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.decisions import deciding_network, team
from tests.support.run import wiq
from tests.support.texts import TEAM
from wiq_cli import resources

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = (resources.folder("templates") / "netz" / "regeln.yaml").read_text(encoding="utf-8")
OLD = """\
frueher:
  - fassung: r-2025-01
    gilt_ab: 2025-01-01
    gilt_bis: 2025-12-31
    begriffe: {mehrheit: {mindestens: 2/3}}
    teams:
      ST: {name: Steuerungsteam, aufgabe: Entscheidet, verfahren: mehrheit, aufnahme: selbst}
      UT: {name: Unterstützungsteam, aufgabe: Unterstützt, verfahren: mehrheit, aufnahme: selbst, zustaendig_fuer: [lt_unterstuetzung]}
"""
WITH_OLD = SHIPPED.replace("frueher: []\n", OLD)
FROZEN = "regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], basis: ja_nein, mehr_als: 1/2}\n"
ACHT = "wahlkoerper: {stichtag: 2026-09-03, zahl: 8}\n"
REACHED = "versuche:\n  - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 8, veto: 0}, ergebnis: erreicht}\n"
ADOPTED = "ergebnis: {status: angenommen, durch: konsens, am: 2026-09-03}\n"
ALONE = "regel: {fassung: r-2026-01, verfahren: einzeln}\nform: {art: einzeln, am: 2026-09-03}\nergebnis: {status: angenommen, durch: einzeln, am: 2026-09-03}\n"
GARTEN = "betrifft: {lt: garten}\n"


def decision(*parts: str, who: str = "st", art: str = "sachbeschluss", day: str = "20260903") -> str:
    head = f"id: {who}-{day}-werkzeug\nteam: {who}\nart: {art}\ntitel: Werkzeug\nantrag: Wir kaufen Werkzeug.\n"
    return head + "".join(parts)


def old(verfahren: str, zaehlung: str, ergebnis: str, *more: str, who: str = "st", art: str = "sachbeschluss") -> str:
    """Give a decision of 2025."""
    attempt = f"versuche: [{{nr: 1, verfahren: {verfahren}, am: 2025-06-03, zaehlung: {{{zaehlung}}}, ergebnis: {ergebnis}}}]\n"
    result = f"ergebnis: {{status: {ergebnis}, am: 2025-06-03}}\n"
    return decision(*more, attempt, result, who=who, art=art, day="20250603")


def support(leistung: str, *more: str) -> str:
    return decision(GARTEN, FROZEN, ACHT, REACHED, ADOPTED, f"leistung: {leistung}\n", *more, art="lt_unterstuetzung")


def refused(status: str, *more: str) -> str:
    zaehlung = "zustimmung: 7, veto: 1" if status == "nicht_erreicht" else ""
    attempt = f"versuche: [{{nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {{{zaehlung}}}, ergebnis: nicht_erreicht}}]\n"
    result = f"ergebnis: {{status: {status}, am: 2026-09-03}}\n"
    return decision(
        GARTEN,
        FROZEN,
        ACHT,
        *([attempt] if zaehlung else []),
        *([] if more and "ergebnis" in more[0] else [result]),
        *more,
        art="lt_unterstuetzung",
    )


def alone(betrifft: str, *more: str, who: str = "kt") -> str:
    return decision(f"betrifft: {betrifft}\n", ALONE, *more, who=who, art="einzeln")


def asked(grad: str, more: str = "", wer: str = "Traegerin") -> str:
    return f"beteiligung: [{{wer: {wer}, grad: {grad}, am: 2026-09-01{more}}}]\n"


WISH = "{abgelehnt: [{was: Werkzeug, grund: Alles verliehen., weiter: Im Januar.}]}"
CASES: dict[str, tuple[str, str, set[str]]] = {
    # Rules of the day
    "an old decision by the rules of its day": (WITH_OLD, old("mehrheit", "ja: 6, nein: 2", "angenommen"), set()),
    "an old decision that missed the share of its day": (WITH_OLD, old("mehrheit", "ja: 5, nein: 3", "angenommen"), {"WIQ402"}),
    "no consensus was asked then": (WITH_OLD, old("mehrheit", "ja: 8, nein: 0", "angenommen", "regel: {fassung: r-2025-01, verfahren: mehrheit, mindestens: 2/3}\n"), set()),
    "the frozen copy counts, not the version": (WITH_OLD, old("mehrheit", "ja: 5, nein: 3", "angenommen", "regel: {fassung: r-2025-01, verfahren: mehrheit, mindestens: 1/2}\n"), {"WIQ437"}),
    "somebody else was competent then": (WITH_OLD, old("mehrheit", "ja: 3, nein: 0", "angenommen", GARTEN, who="ut", art="lt_unterstuetzung"), set()),
    "and the st was not": (WITH_OLD, old("mehrheit", "ja: 8, nein: 0", "angenommen", GARTEN, art="lt_unterstuetzung"), {"WIQ423"}),
    "before there were any rules": (SHIPPED, old("einfache_mehrheit", "ja: 8, nein: 0", "angenommen"), set()),
    "a version that there never was": (SHIPPED, decision(FROZEN.replace("r-2026-01", "r-2026-1")), {"WIQ424"}),
    "a version of later": (WITH_OLD, old("konsens", "zustimmung: 8, veto: 0", "nicht_erreicht", FROZEN).replace("ergebnis: nicht_erreicht", "ergebnis: erreicht").replace("status: nicht_erreicht", "status: angenommen"), {"WIQ424"}),
    "a version that was over": (WITH_OLD, decision("regel: {fassung: r-2025-01, verfahren: mehrheit, mindestens: 2/3}\n"), {"WIQ424"}),
    "two versions on one day": (SHIPPED.replace("frueher: []\n", "frueher: [{fassung: r-0, gilt_ab: 2025-01-01, gilt_bis: 2026-01-01}]\n"), decision(FROZEN), {"WIQ424"}),
    "one name for two versions": (SHIPPED.replace("frueher: []\n", "frueher: [{fassung: r-2026-01, gilt_ab: 2025-01-01, gilt_bis: 2025-12-31}]\n"), decision(FROZEN), {"WIQ424"}),
    # The OK matrix
    "alone within the matrix": (SHIPPED, alone("{thema: ausgabe, eur: 150}"), set()),
    "alone above it, with consent": (SHIPPED, alone("{thema: ausgabe, eur: 151}", asked("einvernehmen", ", einverstanden: ja")), set()),
    "alone above it, without": (SHIPPED, alone("{thema: ausgabe, eur: 151}"), {"WIQ429"}),
    "asked, and they said no": (SHIPPED, alone("{thema: ausgabe, eur: 151}", asked("einvernehmen", ", einverstanden: nein")), {"WIQ429"}),
    "only heard": (SHIPPED, alone("{thema: ausgabe, eur: 151}", asked("anhoeren", ", einverstanden: ja")), {"WIQ429"}),
    "somebody else was asked": (SHIPPED, alone("{thema: ausgabe, eur: 151}", asked("einvernehmen", ", einverstanden: ja", wer="PT")), {"WIQ429"}),
    "a higher grade is enough": (SHIPPED, alone("{thema: oeffentlichkeit_im_namen_von_wiq}", asked("einvernehmen", ", einverstanden: ja", wer="KT"), who="ut"), set()),
    "asked, deviated, gave a reason": (SHIPPED, alone("{thema: oeffentlichkeit_im_namen_von_wiq}", asked("benehmen", ", einverstanden: nein, text: Es eilte.", wer="KT"), who="ut"), set()),
    "asked, deviated, gave none": (SHIPPED, alone("{thema: oeffentlichkeit_im_namen_von_wiq}", asked("benehmen", ", einverstanden: nein", wer="KT"), who="ut"), {"WIQ429"}),
    "alone, and another team decides": (SHIPPED, alone("{thema: ausgabe, eur: 100}", who="ut"), {"WIQ429"}),
    "alone, nothing about it": (SHIPPED, alone("{thema: personal}"), {"WIQ429"}),
    "alone, no topic": (SHIPPED, alone("{teams: [kt]}"), {"WIQ429"}),
    "alone, no amount": (SHIPPED, alone("{thema: ausgabe}"), {"WIQ429"}),
    "a team too needs the consent of others": (SHIPPED, decision("betrifft: {thema: ausgabe, eur: 300}\n", FROZEN, "wahlkoerper: {stichtag: 2026-09-03, zahl: 4}\n", REACHED.replace("8", "4"), ADOPTED, who="kt"), {"WIQ429"}),
    "rows that overlap": (SHIPPED.replace("ueber_eur: 150", "ueber_eur: 100"), decision(FROZEN), {"WIQ431"}),
    "rows that leave a gap": (SHIPPED.replace("ueber_eur: 150", "ueber_eur: 200"), decision(FROZEN), {"WIQ431"}),
    "rows that end": (SHIPPED.replace("ueber_eur: 150", "ueber_eur: 150, bis_eur: 900"), decision(FROZEN), {"WIQ431"}),
    "rows that begin late": (SHIPPED.replace("bis_eur: 150", "ueber_eur: 10, bis_eur: 150"), decision(FROZEN), {"WIQ431"}),
    "one row twice": (SHIPPED + "  - {was: vertrag, wer: Traegerin}\n", decision(FROZEN), {"WIQ431"}),
    "a row for no amount": (SHIPPED + "  - {was: miete, ueber_eur: 200, bis_eur: 100, wer: KT}\n", decision(FROZEN), {"WIQ431"}),
    "three rows that meet": (SHIPPED.replace("ueber_eur: 150, wer", "ueber_eur: 150, bis_eur: 500, wer") + "  - {was: ausgabe, ueber_eur: 500, wer: Traegerin}\n", decision(FROZEN), set()),
    # Fair treatment
    "a wish refused with reason and next step": (SHIPPED, support(WISH), set()),
    "a wish refused without": (SHIPPED, support("{abgelehnt: [Werkzeug]}"), {"WIQ432"}),
    "a wish refused with a reason only": (SHIPPED, support("{abgelehnt: [{was: Werkzeug, grund: Alles verliehen.}]}"), {"WIQ432"}),
    "a wish left open without a next step": (SHIPPED, support("{offen: [Werkzeug]}"), {"WIQ432"}),
    "a wish left open until a day": (SHIPPED, support("{offen: [Werkzeug]}", "wiedervorlage: {am: 2026-12-01}\n"), set()),
    "a request put off without a word": (SHIPPED, refused("vertagt"), {"WIQ432"}),
    "a request put off with a reason and a day": (SHIPPED, refused("vertagt", "ergebnis: {status: vertagt, am: 2026-09-03, grund: Zu wenig Zeit.}\n", "wiedervorlage: {am: 2026-12-01}\n"), set()),
    "a request that failed on a reasoned veto": (SHIPPED, refused("nicht_erreicht", "ergebnis: {status: nicht_erreicht, am: 2026-09-03, weiter: Wir schreiben ihn um.}\n", "bedenken: [{stufe: veto, text: Zu teuer.}]\n"), set()),
    "a reason that names a trait": (SHIPPED, support(WISH.replace("Alles verliehen", "Das sind lauter Rentner")), {"WIQ433"}),
    "a reason that only sounds like one": (SHIPPED, support(WISH.replace("Alles verliehen", "Es gibt Alternativen und der Christbaum steht im Weg")), set()),
    # Told, and close to it
    "a team that nobody told": (SHIPPED, decision("betrifft: {teams: [ut]}\n", FROZEN, ACHT, REACHED, ADOPTED), {"WIQ435"}),
    "a team that was told": (SHIPPED, decision("betrifft: {teams: [ut]}\n", FROZEN, ACHT, REACHED, ADOPTED, asked("informieren", wer="UT")), set()),
    "a team that has a task from it": (SHIPPED, decision("betrifft: {teams: [ut]}\n", FROZEN, ACHT, REACHED, ADOPTED, "umsetzung: [{aufgabe: Kaufen, team: ut, erledigt: ja}]\n"), set()),
    "a team to be told of what is open": (SHIPPED, decision("betrifft: {teams: [ut]}\n", FROZEN, ACHT), set()),
    "somebody of the team concerned was there": (SHIPPED, support(WISH, "anwesend: [p1, p2, p3, p4, p5, p6, p7, p8]\n"), {"WIQ434"}),
    "and it was noted": (SHIPPED, support(WISH, "anwesend: [p1, p2, p3, p4, p5, p6, p7, p8]\nbefangen: [{person: p8, umgang: hat nicht mitgestimmt}]\n"), set()),
    # On a day with a meeting
    "on the day of a meeting": (SHIPPED, decision(FROZEN, "form: 2026-09-03\n", ACHT, REACHED, ADOPTED), set()),
    "on a day without one": (SHIPPED, decision(FROZEN, "form: 2026-09-04\n", ACHT, REACHED.replace("09-03", "09-04"), ADOPTED.replace("09-03", "09-04")), {"WIQ426"}),
    "on a day when it was cancelled": (SHIPPED, decision(FROZEN, "form: 2026-10-01\n", ACHT, REACHED.replace("09-03", "10-01"), ADOPTED.replace("09-03", "10-01")), {"WIQ426"}),
    "not on the agenda": (SHIPPED, decision(FROZEN, "form: 2026-11-05\n", ACHT, REACHED.replace("09-03", "11-05"), ADOPTED.replace("09-03", "11-05")), {"WIQ426"}),
    # Names only where the team wants them
    "names where the team wants totals": (SHIPPED.replace("{art: konsens, sonst: einfache_mehrheit}", "{art: konsens, sonst: einfache_mehrheit, stimmen: summen}", 1), decision(ACHT, "stimmen: {p1: zustimmung, p2: zustimmung, p3: zustimmung, p4: zustimmung}\n"), {"WIQ418"}),
    "names where the team wants names": (SHIPPED.replace("{art: konsens, sonst: einfache_mehrheit}", "{art: konsens, sonst: einfache_mehrheit, stimmen: namen}", 1), decision(ACHT, "stimmen: {p1: zustimmung, p2: zustimmung, p3: zustimmung, p4: zustimmung}\n"), set()),
    "a procedure nobody wrote down": (SHIPPED, decision("verfahren: drei_viertel\nregel: {verfahren: selbst}\n", who="garten", art="verfahren"), {"WIQ436"}),
}  # fmt: skip
MEETINGS = """\
treffen:
  rhythmus: [erster Donnerstag im Monat 18:00 ab 01.01.2026]
  ausfall: [01.10.2026]
  tagesordnung: ["05.11.2026: Haushalt, Plakate"]
"""


def findings(root: Path, capsys: pytest.CaptureFixture[str], rules: str, text: str) -> list[dict[str, Any]]:
    deciding_network(root)
    (root / "regeln.yaml").write_text(rules, encoding="utf-8")
    st = (root / "teams" / "st.yaml").read_text(encoding="utf-8")
    (root / "teams" / "st.yaml").write_text(st + MEETINGS, encoding="utf-8")
    (root / "teams" / "kt.yaml").write_text(team("KT", "Kernteam", 31, 4), encoding="utf-8")
    member = "mitglieder:\n  - {kennung: p8, name: Quirin 8, seit: 2026-01-01}\n"
    (root / "teams" / "garten.yaml").write_text(TEAM.replace("mitglieder:\n", member), encoding="utf-8")
    name = text.partition("id: ")[2].partition("\n")[0]
    path = root / "beschluesse" / name.partition("-")[0] / name.split("-")[1][:4] / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    # Wishes that wait, minutes half begun and a missing seal are not what this is about.
    beside = ("--ignore", "WIQ45", "--ignore", "WIQ446", "--ignore", "WIQ46")
    return wiq(capsys, root, "check", "--format", "json", *beside).json["findings"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(("rules", "text", "expected"), CASES.values(), ids=CASES)
def test_each_file_gets_exactly_its_findings(
    rules: str, text: str, expected: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = findings(tmp_path, capsys, rules, text)
    assert {one["rule"] for one in found} == expected


def test_what_a_proposal_asks_for_is_a_warning_at_most(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = alone("{thema: ausgabe, eur: 151}")
    assert [one["level"] for one in findings(tmp_path / "a", capsys, SHIPPED, text)] == ["warning"]
    agreed = SHIPPED.replace("einvernehmen: [Traegerin], quelle: Vorschlag von wiq", "einvernehmen: [Traegerin]")
    assert [one["level"] for one in findings(tmp_path / "b", capsys, agreed, text)] == ["error"]
