"""Whatever a file says about its votes: it gets an error exactly when counting on paper gives another result."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.support.teams import rahmen
from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.finding import Level
from wiq_cli.domain.karte import Karte
from wiq_cli.domain.rahmen import Netz
from wiq_cli.rules import engine

RAHMEN = rahmen()
ST = Karte("st", "teams/st.yaml", "ST", "Steuerungsteam", "laeuft", None, (), (), (), ())
VOTERS = 8
COUNT = st.none() | st.integers(min_value=0, max_value=9)
RESULTS = st.sampled_from(["angenommen", "abgelehnt", "nicht_feststellbar"])
COUNTING = {f"WIQ{number}" for number in range(401, 411)}


def record(zaehlung: dict[str, int | None], ergebnis: str, **more: Any) -> Beschluss:
    """Give a majority after a consensus that failed on a reasoned veto."""
    frozen = {"verfahren": "konsens", "sonst": "einfache_mehrheit", "scheitert_bei": ["veto"], "basis": "ja_nein"}
    tried = {"nr": 1, "verfahren": "konsens", "zaehlung": {"zustimmung": 4, "veto": 1}, "ergebnis": "nicht_erreicht"}
    votes = {word: number for word, number in zaehlung.items() if number is not None}
    data = {
        "id": "st-20260903-plakate",
        "team": "st",
        "titel": "Plakate",
        "antrag": "Wir drucken Plakate.",
        "regel": {**frozen, "fassung": "r-2026-01", "mehr_als": "1/2"},
        "wahlkoerper": {"stichtag": "2026-09-03", "zahl": VOTERS},
        "versuche": [tried, {"nr": 2, "verfahren": "einfache_mehrheit", "zaehlung": votes, "ergebnis": ergebnis}],
        "ergebnis": {"status": ergebnis, "durch": "einfache_mehrheit"},
        "bedenken": [{"stufe": "veto", "text": "Zu teuer."}],
    }
    return Beschluss.model_validate({**data, **more})


def errors(beschluss: Beschluss) -> set[str]:
    netz = Netz(RAHMEN, {"st": ST}, {beschluss.id: beschluss}, {beschluss.id: "b.yaml"})
    found = set()
    for kind, argument in (("netz", (netz,)), ("beschluss", (beschluss, RAHMEN))):
        for rule, check in engine.checks(kind):
            levels = [fault.level or rule.level for fault in check(*argument)] if rule.id in COUNTING else []
            found |= {rule.id} if Level.ERROR in levels else set()
    return found


def on_paper(votes: dict[str, int | None], voters: int) -> str:
    if sum(number or 0 for number in votes.values()) > voters:
        return "too many"
    yes, no = votes["ja"], votes["nein"]
    if yes is None or no is None:
        return "nicht_feststellbar"
    return "angenommen" if yes > no else "abgelehnt"


VOTES = st.fixed_dictionaries(dict.fromkeys(("ja", "nein", "enthaltung", "ungueltig"), COUNT))


@given(VOTES, RESULTS, st.integers(min_value=0, max_value=3))
def test_a_file_is_in_order_exactly_when_it_counts_as_on_paper(
    votes: dict[str, int | None], recorded: str, recused: int
) -> None:
    befangen = [{"person": f"p{number}", "grad": "stimmverbot"} for number in range(recused)]
    found = errors(record(votes, recorded, befangen=befangen))
    assert (not found) == (on_paper(votes, VOTERS - recused) == recorded), found


@given(VOTES)
def test_nobody_is_adopted_without_a_yes(votes: dict[str, int | None]) -> None:
    if not votes["ja"]:
        assert errors(record(votes, "angenommen"))


@given(
    st.dictionaries(
        st.sampled_from([f"p{n}" for n in range(1, 9)]), st.sampled_from(["ja", "nein", "enthaltung"]), min_size=1
    )
)
def test_by_name_and_by_totals_are_the_same_vote(stimmen: dict[str, str]) -> None:
    totals: dict[str, int | None] = {word: list(stimmen.values()).count(word) for word in ("ja", "nein", "enthaltung")}
    last = {"nr": 2, "verfahren": "einfache_mehrheit"}
    for recorded in ("angenommen", "abgelehnt"):
        by_totals = record(totals, recorded)
        tried = by_totals.versuche[0].model_dump()
        by_name = record(totals, recorded, versuche=[tried, {**last, "ergebnis": recorded}], stimmen=stimmen)
        names = errors(by_name) - {"WIQ407"}  # the card of this team lists nobody
        assert names == errors(by_totals)
