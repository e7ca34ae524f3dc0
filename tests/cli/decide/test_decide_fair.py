"""``wiq decide`` treats people fairly: everybody may answer, and nobody is turned down without a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import text_of
from tests.support.run import wiq
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call

GARDEN = ["--team", "st", "--kind", "lt_unterstuetzung", "--lt", "garten"]


def new(decide: Call, *words: str) -> str:
    result = decide("new", *words)
    assert result.code == 0, result.err
    return result.out.strip()


# -- a vote without a meeting -----------------------------------------------------------------------------------------
@pytest.fixture
def circulating(decide: Call) -> str:
    """Open a decision that three people answer until the end of the month."""
    return new(decide, "--team", "ut", "--title", "Brief", "--wording", "Wir schreiben.", "--circulate", "2026-11-30")


def test_nobody_is_passed_over_while_the_time_runs(root: Path, decide: Call, circulating: str) -> None:
    said = decide("vote", circulating, "--zustimmung", "2")
    assert "1 Person hat noch nicht geantwortet. Der Umlauf läuft bis 30.11.2026." in said.err
    before = text_of(root, circulating)
    early = decide("close", circulating)
    assert (early.code, "1 Person hat noch nicht geantwortet" in early.err) == (1, True)
    assert text_of(root, circulating) == before
    decide("vote", circulating, "--zustimmung", "3")
    assert decide("close", circulating).code == 0, "everybody has answered"


def test_when_the_time_is_over_those_who_answered_decide(decide: Call, circulating: str) -> None:
    decide("vote", circulating, "--zustimmung", "2")
    assert decide("close", circulating, today="2026-12-01").code == 0


def test_a_veto_ends_the_consensus_before_all_have_answered(decide: Call, circulating: str) -> None:
    decide("vote", circulating, "--zustimmung", "1", "--veto", "1", "--objection", "Zu früh.")
    assert "Jetzt zählt die einfache Mehrheit" in decide("close", circulating).err


def test_a_late_vote_stands_once(
    root: Path, decide: Call, circulating: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("vote", circulating, "--zustimmung", "2")
    decide("close", circulating, today="2026-12-01")
    assert decide("vote", circulating, "--late", "--person", "p13=veto", today="2026-12-02").code == 0
    twice = decide("vote", circulating, "--late", "--person", "p13=veto", today="2026-12-02")
    assert (twice.code, "steht hier schon" in twice.err) == (2, True)
    decide("vote", circulating, "--late", "--veto", "1", today="2026-12-02")
    assert "art: geaenderte_stimme," in text_of(root, circulating), "nobody is left who had not voted"
    findings = wiq(capsys, root, "check", "--format", "json", today="2026-12-02").json["findings"]
    assert "WIQ410" not in {one["rule"] for one in findings}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--person", "p1=veto"], "gehörte am 22.11.2026 nicht zum Team"),
        (["--veto", "1", "--date", "2027-01-01"], "kommt erst noch"),
    ],
)
def test_what_a_late_vote_refuses(decide: Call, circulating: str, words: list[str], says: str) -> None:
    decide("vote", circulating, "--zustimmung", "3")
    decide("close", circulating)
    result = decide("vote", circulating, "--late", *words)
    assert (result.code, says in result.err) == (2, True), result.err


# -- turned down or put off -------------------------------------------------------------------------------------------
def rejected(decide: Call) -> str:
    name = new(decide, *GARDEN, "--title", "Garten", "--grant", "Werkzeug")
    decide("vote", name, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", name)
    decide("vote", name, "--ja", "2", "--nein", "6")
    return name


def test_a_refusal_says_how_it_goes_on_before_it_is_sealed(
    root: Path, decide: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    name = rejected(decide)
    bare = decide("close", name)
    assert (bare.code, "--next …" in bare.err, "--reason" in bare.err) == (1, True, False), "the veto has said why"
    assert "siegel" not in text_of(root, name)
    assert decide("close", name, "--next", "Fragt das UT.").code == 0
    assert "  weiter: Fragt das UT.\n" in text_of(root, name)
    rules = {one["rule"] for one in wiq(capsys, root, "check", "--format", "json").json["findings"]}
    assert "WIQ432" not in rules


def test_a_single_wish_that_is_refused_needs_its_reason_too(root: Path, decide: Call) -> None:
    name = new(decide, *GARDEN, "--title", "Garten", "--refuse", "Werkzeug")
    decide("vote", name, "--zustimmung", "8")
    bare = decide("close", name)
    assert (bare.code, "„Werkzeug“ ist abgelehnt." in bare.err) == (1, True)
    typed = ["Es ist verliehen.", "Im Januar ist es wieder da.", "", ""]
    code, seen = at_terminal(root, HEUTE, "decide", "close", name, typed=typed)
    assert code == 0, seen
    assert seen.index("Der Konsens ist erreicht.") < seen.index("„Werkzeug“ ist abgelehnt. Warum?")
    assert (
        "    - was: Werkzeug\n      grund: Es ist verliehen.\n      weiter: Im Januar ist es wieder da.\n"
        in text_of(root, name)
    )
    assert decide("verify").code == 0


def test_what_is_put_off_comes_back_on_a_day(root: Path, decide: Call) -> None:
    name = new(decide, "--team", "st", "--title", "Fest", "--wording", "Wir feiern.")
    past = decide("close", name, "--outcome", "vertagt", "--review", "2026-11-22")
    assert (past.code, "--review" in past.err) == (2, True)
    call = ["close", name, "--outcome", "vertagt", "--reason", "Das Geld fehlt.", "--review", "2026-12-03"]
    assert decide(*call, "--question", "Ist es da?").code == 0
    text = text_of(root, name)
    assert "  grund: Das Geld fehlt.\n" in text
    assert "wiedervorlage:\n  am: 2026-12-03\n  frage: Ist es da?\n" in text
    decide("vote", name, "--zustimmung", "8", "--present", "8", today="2026-12-03")
    decide("close", name, today="2026-12-03")
    assert name not in decide("due", today="2026-12-03").out, "it was looked at again"


def test_at_a_terminal_it_asks_when_a_deferred_motion_comes_back(root: Path, decide: Call) -> None:
    name = new(decide, *GARDEN, "--title", "Garten", "--grant", "Werkzeug")
    typed = ["gestern", "2026-11-22", "2026-12-03", "Der Haushalt fehlt."]
    code, seen = at_terminal(root, HEUTE, "decide", "close", name, "--outcome", "vertagt", typed=typed)
    assert code == 0, seen
    assert "Dieser Tag ist schon da oder vorbei." in seen
    text = text_of(root, name)
    assert "wiedervorlage:\n  am: 2026-12-03\n" in text
    assert "  grund: Der Haushalt fehlt.\n" in text


@pytest.mark.parametrize("words", [["--reason", "R"], ["--next", "N"], ["--review", "2027-01-01"]])
def test_nothing_is_said_about_a_result_that_is_not_there(decide: Call, words: list[str]) -> None:
    name = new(decide, *GARDEN, "--title", "Garten", "--grant", "Werkzeug")
    decide("vote", name, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    result = decide("close", name, *words)
    assert (result.code, f"{words[0]}: Noch ist nichts beschlossen." in result.err) == (2, True)


# -- who votes --------------------------------------------------------------------------------------------------------
@pytest.fixture
def opened(decide: Call) -> str:
    return new(decide, "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.")


def test_who_was_kept_out_by_mistake_votes_after_all(root: Path, decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "6", "--excluded", "p4", "--recused", "p5", "--present", "8")
    again = decide("vote", opened, "--person", "p4=1")
    assert (again.code, "p4 steht hier schon als befangen" in again.err) == (2, True)
    typed = ["j", "1", "1", "1", "1", "", "1=", "j", "", ""]
    code, seen = at_terminal(root, HEUTE, "decide", "vote", opened, typed=typed)
    assert code == 0, seen
    text = text_of(root, opened)
    assert "zustimmung: 7\n" in text
    assert "befangen:\n  - person: p5\n    grad: zurueckgezogen\n" in text


def test_the_list_and_the_number_of_those_present_agree(root: Path, decide: Call, opened: str) -> None:
    decide("vote", opened, *(word for number in range(1, 8) for word in ("--person", f"p{number}=1")))
    before = text_of(root, opened)
    result = decide("vote", opened, "--zustimmung", "5", "--present", "5")
    assert (result.code, "Unter „anwesend“ stehen 7." in result.err) == (2, True)
    assert text_of(root, opened) == before


def test_how_many_were_there_may_be_added_later(root: Path, decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "8")
    code, seen = at_terminal(root, HEUTE, "decide", "vote", opened, "--present", "8", typed=[])
    assert code == 0, seen
    assert "anwesend_zahl: 8\n" in text_of(root, opened)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--review", "2020-01-01"], "--review: Dieser Tag liegt nicht nach der Abstimmung."),
        (["--question", "Und?"], "--question gehört zu --review."),
    ],
)
def test_a_day_to_look_again_is_still_to_come(decide: Call, opened: str, words: list[str], says: str) -> None:
    result = decide("vote", opened, "--zustimmung", "8", *words)
    assert (result.code, says in result.err) == (2, True)


# -- what a sealed record still lacks ---------------------------------------------------------------------------------
def test_an_addendum_settles_what_nobody_can_mend_under_the_seal(
    root: Path, decide: Call, circulating: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("vote", circulating, "--zustimmung", "2")
    assert decide("close", circulating, today="2026-12-01").code == 0

    def warned() -> list[str]:
        shown = wiq(capsys, root, "check", "--select", "WIQ425", "--format", "json", today="2026-12-02")
        return [one["help"] for one in shown.json["findings"]]

    (remedy,) = warned()
    assert "wiq decide note … --kind umlauf" in remedy
    said = decide("note", circulating, "Die dritte Antwort kam nach.", "--kind", "umlauf", today="2026-12-02")
    assert said.code == 0, said.err
    assert warned() == []
    assert decide("verify", circulating, today="2026-12-02").code == 0


def test_who_withdraws_later_leaves_the_earlier_count_as_it_was(decide: Call, opened: str, root: Path) -> None:
    decide("vote", opened, "--zustimmung", "7", "--veto", "1", "--objection", "Zu teuer.")
    decide("close", opened)
    result = decide("vote", opened, "--ja", "5", "--nein", "2", "--recused", "p8")
    assert result.code == 0, result.err
    assert "versuch: 2\n" in text_of(root, opened).partition("befangen:")[2]
    shown = decide("show", opened, "--format", "json").json["decision"]["attempts"]
    assert [one["recounted"] for one in shown] == ["nicht_erreicht", "angenommen"]


# -- where silence is consent -----------------------------------------------------------------------------------------
@pytest.fixture
def silent(decide: Call) -> str:
    return new(
        decide, "--team", "garten", "--title", "Farbe", "--wording", "Alles wird grün.", "--procedure", "schweigen"
    )


def test_only_those_who_do_not_agree_are_asked_for(root: Path, decide: Call, silent: str) -> None:
    typed = ["p99", "Udo Übermut", "7", "veto", "", "Rot ist schöner."]
    code, seen = at_terminal(root, HEUTE, "decide", "vote", silent, typed=typed)
    assert code == 0, seen
    assert "Person für Person?" not in seen
    assert "p99 kann hier nicht abstimmen." in seen
    text = text_of(root, silent)
    assert "veto: 1\n" in text
    assert "text: Rot ist schöner.\n" in text
    assert "Udo" not in text


def test_where_nobody_objects_nothing_is_written(root: Path, decide: Call, silent: str) -> None:
    before = text_of(root, silent)
    code, seen = at_terminal(root, HEUTE, "decide", "vote", silent, typed=[""])
    assert "Widerspricht bis zum Ende der Frist niemand, dann: wiq decide close" in seen
    assert (code, text_of(root, silent)) == (0, before)


# -- what a tired reader sees -----------------------------------------------------------------------------------------
def test_without_single_wishes_the_motion_asks_for_all(root: Path, decide: Call) -> None:
    result = decide("new", *GARDEN)
    assert (result.code, "--refuse, --defer" in result.err) == (0, True), result.err
    text = text_of(root, result.out.strip())
    assert "titel: Unterstützung für Garten am Kanal\n" in text
    assert "wortlaut: 'Wir unterstützen „Garten am Kanal“ mit: Werkzeug.'\n" in text
    assert "  bewilligt:\n    - Werkzeug\n  offen:\n    - Woher kommt das Wasser?\n" in text


def test_at_a_terminal_it_offers_the_wishes_that_wait(root: Path) -> None:
    code, seen = at_terminal(root, HEUTE, "decide", "new", typed=["st", "gartn", "garten"])
    assert code == 0, seen
    assert "garten: Garten am Kanal wünscht sich: Werkzeug" in seen
    assert "art: lt_unterstuetzung\n" in text_of(root, "st-20261122-unterstuetzung-fuer-garten-am-kanal")


def test_the_minutes_say_each_wording_once_and_why_a_wish_was_refused(decide: Call) -> None:
    name = new(decide, *GARDEN, "--title", "Garten", "--refuse", "Werkzeug | Es ist verliehen. | Im Januar.")
    decide(
        "vote", name, "--zustimmung", "6", "--veto", "1", "--objection", "Nein.", "--excluded", "p3", "--present", "8"
    )
    decide("close", name)
    decide("vote", name, "--ja", "6", "--nein", "1")
    assert decide("close", name, "--task", "Anrufen", "--by", "ut", "--until", "2026-12-01").code == 0
    seen = decide("minutes", "st").out
    assert seen.count("> Wir unterstützen") == 1
    assert "- Stimmen: Zustimmung 6, leichte Bedenken 0, Enthaltung 0, Beiseitestehen 0" in seen
    assert "- Abgelehnt: Werkzeug. Es ist verliehen. Im Januar." in seen
    assert "- Befangen: Quirin 3 (p3), darf nicht mitstimmen\n" in seen
    assert "- Aufgabe: Anrufen (ut, bis 01.12.2026)" in seen
    shown = decide("show", name).out
    assert "Abgelehnt: Werkzeug. Es ist verliehen. Im Januar." in shown
    assert "Aufgabe: Anrufen (ut, bis 01.12.2026)" in shown


def test_the_minutes_for_programs_and_for_the_public(decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "8", "--lead", "p1", "--keeper", "p2", "--place", "Rathaus")
    decide("close", opened)
    inside = decide("minutes", "st", "--format", "json").json
    assert (inside["schema"], inside["lead"], inside["place"]) == ("wiq.minutes/1", "p1", "Rathaus")
    (item,) = inside["items"]
    assert (item["id"], item["outcome"], item["attempts"][0]["recorded"]) == (opened, "angenommen", "angenommen")
    assert item["attempts"][0]["votes"]["zustimmung"] == 8
    public = decide("minutes", "st", "--public", "--format", "json").json
    assert not public.keys() & {"lead", "keeper", "present", "absent", "missing"}
    assert public["items"] == inside["items"]


def test_the_minutes_of_an_umlauf_know_no_place(decide: Call, circulating: str) -> None:
    decide("vote", circulating, "--zustimmung", "3")
    decide("close", circulating)
    seen = decide("minutes", "ut").out
    assert "- Form: Umlauf\n" in seen
    assert not any(word in seen for word in ("- Ort:", "- Zeit:", "- Anwesend:"))


def test_the_last_minutes_are_approved_at_the_next_meeting(decide: Call, opened: str) -> None:
    decide("vote", opened, "--zustimmung", "8")
    assert "Genehmigung des Protokolls vom 22.11.2026" in decide("agenda", "st", "--date", "2026-12-03").out
    assert "Genehmigung" not in decide("agenda", "st", "--date", "2026-11-22").out


@pytest.mark.parametrize("wanted", ["plakat", "plakaate", "st-20261122-plakte"])
def test_an_id_that_is_nearly_right_is_asked_back(decide: Call, opened: str, wanted: str) -> None:
    result = decide("show", wanted)
    assert (result.code, f"Meintest du „{opened}“?" in result.err) == (2, True), result.err


def test_a_team_that_does_not_exist_is_asked_back(decide: Call) -> None:
    assert "--team: Dieses Team gibt es nicht. Es gibt: garten, pt, st, ut." in decide("list", "--team", "xyz").err
