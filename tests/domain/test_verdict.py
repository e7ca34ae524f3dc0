"""The arithmetic of decisions: a table of named cases, and properties that hold for every vote."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.abstimmung import Option
from wiq_cli.domain.regeln import STUFEN, Begriff, Stufe, Zaehlregel
from wiq_cli.domain.verdict import Lage, Verdict, at_least, judge, more_than

EINFACH = Begriff.model_validate({"basis": "ja_nein", "mehr_als": "1/2"})
ZWEI_DRITTEL = Begriff.model_validate({"basis": "ja_nein", "mindestens": "2/3"})
MIT_ENTHALTUNG = Begriff.model_validate({"basis": "mit_enthaltung", "mehr_als": "1/2"})
ANWESENDE = Begriff.model_validate({"basis": "anwesende", "mehr_als": "1/2"})
MITGLIEDER = Begriff.model_validate({"basis": "mitglieder", "mehr_als": "1/2"})
EINSTIMMIG = Begriff.model_validate({"basis": "anwesende", "mindestens": "1/1"})
OHNE_GEGENSTIMME = Begriff.model_validate({"basis": "ja_nein", "mindestens": "1/1"})
BESCHLUSSFAEHIG = Begriff.model_validate({"mehr_als": "1/2", "beschlussfaehigkeit": {"mehr_als": "1/2"}})
FUENF_DA = Begriff.model_validate({"mehr_als": "1/2", "beschlussfaehigkeit": "5"})
KONSENS = Begriff.model_validate({"scheitert_bei": ["veto"], "mindestens_zustimmung": "1"})
STRENG = Begriff.model_validate({"scheitert_bei": ["schwere_bedenken", "veto"]})
GENAU_HALB = Begriff.model_validate({"mehr_als": "1/2", "beschlussfaehigkeit": {"mindestens": "1/2"}})
SCHWEIGEN = Begriff.model_validate({"scheitert_bei": ["schwere_bedenken", "veto"], "schweigen_tage": "3"})
NACHFRIST = Begriff.model_validate({"scheitert_bei": ["veto"], "nachfrist_tage": "7"})
RELATIV = Begriff.model_validate({"auswahl": "meiste_stimmen"})
KONSENSIEREN = Begriff.model_validate({"auswahl": "geringster_widerstand"})
KONSENT = Begriff.model_validate({"scheitert_bei": ["veto"], "nur_begruendet": "ja"})

ANGENOMMEN, ABGELEHNT, NICHT_ERREICHT, UNKLAR = "angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar"


def lage(stimmen: dict[Any, int], mitglieder: int | None = 8, **more: Any) -> Lage:
    return Lage(stimmen, mitglieder, **more)


def options(*numbers: int | None, key: str = "stimmen", passive: int | None = None) -> tuple[Option, ...]:
    return tuple(
        Option.model_validate({"name": f"V{place}", key: number, "passiv": place == passive})
        for place, number in enumerate(numbers)
    )


CASES: list[tuple[str, Zaehlregel, Lage, str]] = [
    # The simple majority: more Ja than Nein, and nothing else (BGH II ZR 164/81)
    ("more yes than no", EINFACH, lage({"ja": 4, "nein": 3, "enthaltung": 1}), ANGENOMMEN),
    ("a tie rejects", EINFACH, lage({"ja": 4, "nein": 4}), ABGELEHNT),
    ("less yes than no", EINFACH, lage({"ja": 3, "nein": 4}), ABGELEHNT),
    ("abstentions do not act as no", EINFACH, lage({"ja": 1, "nein": 0, "enthaltung": 7}), ANGENOMMEN),
    ("invalid votes do not count", EINFACH, lage({"ja": 2, "nein": 1, "ungueltig": 5}), ANGENOMMEN),
    ("everybody abstains", EINFACH, lage({"ja": 0, "nein": 0, "enthaltung": 8}), ABGELEHNT),
    ("nobody says anything", EINFACH, lage({"ja": 0, "nein": 0}), ABGELEHNT),
    ("the no votes were not recorded", EINFACH, lage({"ja": 5}), UNKLAR),  # KG 22 W 61/19
    ("the yes votes were not recorded", EINFACH, lage({"nein": 2, "enthaltung": 1}), UNKLAR),
    ("no votes at all", EINFACH, lage({}), UNKLAR),
    ("levels instead of yes and no", EINFACH, lage({"zustimmung": 5, "veto": 1}), UNKLAR),
    ("more votes than people", EINFACH, lage({"ja": 6, "nein": 3}), UNKLAR),
    ("more votes than those present", EINFACH, lage({"ja": 4, "nein": 1}, anwesende=4), UNKLAR),
    ("electorate not recorded, result clear", EINFACH, lage({"ja": 4, "nein": 1}, None), ANGENOMMEN),
    # Qualified majorities, exact
    ("two thirds exactly", ZWEI_DRITTEL, lage({"ja": 4, "nein": 2}), ANGENOMMEN),
    ("two thirds missed by one", ZWEI_DRITTEL, lage({"ja": 4, "nein": 3}), ABGELEHNT),
    ("two thirds of nothing is nothing", ZWEI_DRITTEL, lage({"ja": 0, "nein": 0, "enthaltung": 8}), ABGELEHNT),
    ("without a single no", OHNE_GEGENSTIMME, lage({"ja": 2, "nein": 0, "enthaltung": 6}), ANGENOMMEN),
    ("one no spoils it", OHNE_GEGENSTIMME, lage({"ja": 7, "nein": 1}), ABGELEHNT),
    # Other bases, only where the rule names them (BGH II ZR 152/86)
    ("abstentions act as no by rule", MIT_ENTHALTUNG, lage({"ja": 3, "nein": 2, "enthaltung": 1}), ABGELEHNT),
    ("abstentions not recorded", MIT_ENTHALTUNG, lage({"ja": 3, "nein": 2}), UNKLAR),
    ("majority of those present", ANWESENDE, lage({"ja": 4, "nein": 1}, anwesende=8), ABGELEHNT),
    ("nobody knows who was there", ANWESENDE, lage({"ja": 4, "nein": 1}), UNKLAR),
    ("more than half of all members", MITGLIEDER, lage({"ja": 5, "nein": 0}), ANGENOMMEN),
    ("half of all members is not more", MITGLIEDER, lage({"ja": 4, "nein": 0}), ABGELEHNT),
    ("nobody knows how many members", MITGLIEDER, lage({"ja": 4, "nein": 0}, None), UNKLAR),
    ("unanimous", EINSTIMMIG, lage({"ja": 5, "nein": 0, "enthaltung": 0}, anwesende=5), ANGENOMMEN),
    ("one abstention spoils unanimity", EINSTIMMIG, lage({"ja": 4, "nein": 0, "enthaltung": 1}, anwesende=5), ABGELEHNT),
    # Recusal shrinks the denominator, abstention does not (NixOS/org#184)
    ("recused from all members", MITGLIEDER, lage({"ja": 4, "nein": 3}, ausgeschlossen=1), ANGENOMMEN),
    ("abstained from all members", MITGLIEDER, lage({"ja": 4, "nein": 3, "enthaltung": 1}), ABGELEHNT),
    ("recused and voted all the same", EINFACH, lage({"ja": 5, "nein": 3}, ausgeschlossen=1), UNKLAR),
    ("recused and present", EINSTIMMIG, lage({"ja": 4}, anwesende=5, ausgeschlossen=1, ausgeschlossen_anwesend=1), ANGENOMMEN),
    # A quorum only where the rule names one
    ("one of eight decides without a quorum", EINFACH, lage({"ja": 1, "nein": 0}, anwesende=1), ANGENOMMEN),
    ("half is not more than half", BESCHLUSSFAEHIG, lage({"ja": 4, "nein": 0}, anwesende=4), NICHT_ERREICHT),
    ("enough are there", BESCHLUSSFAEHIG, lage({"ja": 4, "nein": 0}, anwesende=5), ANGENOMMEN),
    ("five are there", FUENF_DA, lage({"ja": 1, "nein": 0}, anwesende=5), ANGENOMMEN),
    ("who voted was there", FUENF_DA, lage({"ja": 5, "nein": 0}), ANGENOMMEN),
    ("nobody counted who is there", FUENF_DA, lage({"ja": 4, "nein": 0}), UNKLAR),
    # Consensus in levels
    ("all agree", KONSENS, lage({"zustimmung": 8}), ANGENOMMEN),
    ("a veto blocks", KONSENS, lage({"zustimmung": 7, "veto": 1}), NICHT_ERREICHT),
    ("standing aside does not block", KONSENS, lage({"zustimmung": 1, "beiseite": 7}), ANGENOMMEN),
    ("grave concerns pass by default", KONSENS, lage({"zustimmung": 5, "schwere_bedenken": 3, "veto": 0}), ANGENOMMEN),
    ("grave concerns block the strict form", STRENG, lage({"zustimmung": 5, "schwere_bedenken": 3, "veto": 0}), NICHT_ERREICHT),
    ("slight concerns agree", KONSENS, lage({"leichte_bedenken": 1, "enthaltung": 7, "veto": 0}), ANGENOMMEN),
    ("all abstain", KONSENS, lage({"zustimmung": 0, "leichte_bedenken": 0, "enthaltung": 8}), NICHT_ERREICHT),
    ("absent members are no veto", KONSENS, lage({"zustimmung": 3, "veto": 0}), ANGENOMMEN),
    ("nobody recorded whether there was a veto", KONSENS, lage({"zustimmung": 5}), UNKLAR),
    ("all present agreed, so there was no veto", KONSENS, lage({"zustimmung": 5}, anwesende=5), ANGENOMMEN),
    ("a veto that stands only as an objection", KONSENS, lage({"zustimmung": 5}, begruendet={"veto": 1}), NICHT_ERREICHT),
    ("yes and no instead of levels", KONSENS, lage({"ja": 8, "nein": 0}), UNKLAR),
    ("agreement not recorded", KONSENS, lage({"veto": 0, "enthaltung": 2}), UNKLAR),
    # Consent: only a reasoned objection blocks
    ("an objection without a reason", KONSENT, lage({"zustimmung": 7, "veto": 1}), ANGENOMMEN),
    ("an objection with a reason", KONSENT, lage({"zustimmung": 7, "veto": 1}, begruendet={"veto": 1}), NICHT_ERREICHT),
    ("concerns do not block", KONSENT, lage({"zustimmung": 5, "schwere_bedenken": 3}, begruendet={"schwere_bedenken": 3}), ANGENOMMEN),
    # A result is told where the record carries it, whatever else is missing
    ("one abstention is enough to spoil unanimity", EINSTIMMIG, lage({"ja": 4, "nein": 0, "enthaltung": 1}), ABGELEHNT),
    ("all members voted, so all were there", EINSTIMMIG, lage({"ja": 8, "nein": 0}), ANGENOMMEN),
    ("some may have sat there and said nothing", EINSTIMMIG, lage({"ja": 5, "nein": 0}), UNKLAR),
    ("too few whoever was there", ANWESENDE, lage({"ja": 2, "nein": 3}), ABGELEHNT),
    ("enough whoever was there", ANWESENDE, lage({"ja": 5, "nein": 1}), ANGENOMMEN),
    ("more against than for, abstentions not counted", MIT_ENTHALTUNG, lage({"ja": 2, "nein": 3}), ABGELEHNT),
    ("not even half of those who voted", MITGLIEDER, lage({"ja": 3, "nein": 3}, None), ABGELEHNT),
    # The traps of the peers
    ("two thirds while everybody abstains (Antragsgrün)", ZWEI_DRITTEL, lage({"ja": 0, "nein": 0, "enthaltung": 30}, 30), ABGELEHNT),
    ("a quorum of more than half, met by exactly half (Antragsgrün)", BESCHLUSSFAEHIG, lage({"ja": 15, "nein": 0}, 30, anwesende=15), NICHT_ERREICHT),
    ("a quorum of at least half, met by exactly half", GENAU_HALB, lage({"ja": 15, "nein": 0}, 30, anwesende=15), ANGENOMMEN),
    ("a tie of four (GitVote)", EINFACH, lage({"ja": 4, "nein": 4}), ABGELEHNT),
    ("exactly half is not more than half (Loomio)", ANWESENDE, lage({"ja": 4, "nein": 3, "enthaltung": 1}, anwesende=8), ABGELEHNT),
    ("votes that do not add up (OpenSlides)", EINFACH, lage({"ja": 5, "nein": 3, "ungueltig": 1}), UNKLAR),
    ("recusing is not voting no (NixOS)", MITGLIEDER, lage({"ja": 4, "nein": 0}, 7, ausgeschlossen=1), ANGENOMMEN),
    ("own election: the candidate votes (KG 12 W 73/13)", EINFACH, lage({"ja": 4, "nein": 3, "enthaltung": 1}), ANGENOMMEN),
    ("a relative majority is no simple one (KG 22 W 61/19)", EINFACH, lage({"ja": 18}, 40), UNKLAR),
    ("abstention as no only by rule (BGH II ZR 152/86)", EINFACH, lage({"ja": 3, "nein": 2, "enthaltung": 3}), ANGENOMMEN),
    # Silence, and time for those who were absent
    ("nobody objected until the end", SCHWEIGEN, lage({}, frist_vorbei=True), ANGENOMMEN),
    ("somebody objected", SCHWEIGEN, lage({}, frist_vorbei=True, begruendet={"veto": 1}), NICHT_ERREICHT),
    ("the time is not over", SCHWEIGEN, lage({}, frist_vorbei=False), UNKLAR),
    ("nobody wrote down until when", SCHWEIGEN, lage({"zustimmung": 2}), UNKLAR),
    ("the absent may still object", NACHFRIST, lage({"zustimmung": 8}, frist_vorbei=False), UNKLAR),
    ("the absent did not object", NACHFRIST, lage({"zustimmung": 8}, frist_vorbei=True), ANGENOMMEN),
    ("a veto needs no waiting", NACHFRIST, lage({"zustimmung": 7, "veto": 1}, frist_vorbei=False), NICHT_ERREICHT),
    # Choosing between options
    ("most votes win, less than half too", RELATIV, lage({}, optionen=options(3, 2, 2)), ANGENOMMEN),
    ("a tie at the top chooses nobody", RELATIV, lage({}, optionen=options(3, 3, 1)), NICHT_ERREICHT),
    ("nobody voted for anybody", RELATIV, lage({}, optionen=options(0, 0)), ABGELEHNT),
    ("one candidate is no choice", RELATIV, lage({}, optionen=options(8)), UNKLAR),
    ("not every option has a number", RELATIV, lage({}, optionen=options(3, None)), UNKLAR),
    ("more votes for one than people", RELATIV, lage({}, optionen=options(9, 0)), UNKLAR),
    ("the least resistance wins", KONSENSIEREN, lage({}, optionen=options(12, 7, 40, key="widerstand")), ANGENOMMEN),
    ("leaving things as they are wins", KONSENSIEREN, lage({}, optionen=options(12, 7, key="widerstand", passive=1)), ABGELEHNT),
    ("two options with the same resistance", KONSENSIEREN, lage({}, optionen=options(7, 7, key="widerstand")), NICHT_ERREICHT),
    ("more resistance than ten points each", KONSENSIEREN, lage({}, optionen=options(81, 7, key="widerstand")), UNKLAR),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "votes", "outcome"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_named_cases(rule: Zaehlregel, votes: Lage, outcome: str) -> None:
    verdict = judge(rule, votes)
    assert verdict.outcome == outcome
    assert verdict.reason.endswith(".")


COUNT = st.integers(min_value=0, max_value=40)
SHARE = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100), max_denominator=100)


def majority(yes: int, no: int, abstained: int = 0, rule: Zaehlregel = EINFACH) -> Verdict:
    return judge(rule, Lage({"ja": yes, "nein": no, "enthaltung": abstained}))


@given(COUNT, COUNT, COUNT)
def test_a_simple_majority_is_more_yes_than_no_and_nothing_else(yes: int, no: int, abstained: int) -> None:
    assert (majority(yes, no, abstained).outcome == ANGENOMMEN) == (yes > no)


@given(COUNT, COUNT, COUNT, SHARE)
def test_one_more_yes_never_turns_adoption_into_rejection(yes: int, no: int, abstained: int, share: Fraction) -> None:
    for key in ("mehr_als", "mindestens"):
        for basis in ("ja_nein", "mit_enthaltung"):
            rule = Zaehlregel.model_validate({key: share, "basis": basis})
            if majority(yes, no, abstained, rule).outcome == ANGENOMMEN:
                assert majority(yes + 1, no, abstained, rule).outcome == ANGENOMMEN


@given(COUNT, COUNT, SHARE)
def test_without_a_yes_nothing_is_adopted(no: int, abstained: int, share: Fraction) -> None:
    rule = Zaehlregel.model_validate({"mindestens": share})
    assert majority(0, no, abstained, rule).outcome == ABGELEHNT


@given(COUNT, st.integers(min_value=1, max_value=40), SHARE)
def test_shares_are_exact(part: int, whole: int, share: Fraction) -> None:
    assert (part >= at_least(share, whole)) == (Fraction(part, whole) >= share)
    assert (part >= more_than(share, whole)) == (Fraction(part, whole) > share)


@given(COUNT, COUNT, SHARE)
def test_the_margin_says_how_many_votes_the_other_way_turn_it(yes: int, no: int, share: Fraction) -> None:
    rule = Zaehlregel.model_validate({"mehr_als": share})
    verdict = majority(yes, no, 0, rule)
    assert verdict.margin is not None
    if verdict.margin >= 0:
        turned = verdict.margin + 1
        assert majority(yes - turned, no + turned, 0, rule).outcome == ABGELEHNT
        assert majority(yes - verdict.margin, no + verdict.margin, 0, rule).outcome == ANGENOMMEN
    elif no >= -verdict.margin:
        assert majority(yes - verdict.margin, no + verdict.margin, 0, rule).outcome == ANGENOMMEN


VOTES = st.fixed_dictionaries({stufe: st.integers(min_value=0, max_value=9) for stufe in STUFEN})


@given(VOTES)
def test_a_veto_always_blocks_and_nothing_else_does(votes: dict[Any, int]) -> None:
    reached = votes["veto"] == 0 and votes["zustimmung"] + votes["leichte_bedenken"] > 0
    assert (judge(KONSENS, Lage(votes)).outcome == ANGENOMMEN) == reached
    assert (judge(STRENG, Lage(votes)).outcome == ANGENOMMEN) == (reached and votes["schwere_bedenken"] == 0)


@given(
    st.dictionaries(st.sampled_from(["ja", "nein", "enthaltung", "ungueltig", *STUFEN]), COUNT),
    COUNT | st.none(),
    COUNT | st.none(),
)
def test_nothing_is_guessed_and_nothing_breaks(
    stimmen: dict[Any, int], members: int | None, present: int | None
) -> None:
    for rule in (
        EINFACH,
        ZWEI_DRITTEL,
        MIT_ENTHALTUNG,
        ANWESENDE,
        MITGLIEDER,
        BESCHLUSSFAEHIG,
        KONSENS,
        STRENG,
        KONSENT,
    ):
        verdict = judge(rule, Lage(stimmen, members, present))
        agreed = stimmen.get("ja", 0) + stimmen.get("zustimmung", 0) + stimmen.get("leichte_bedenken", 0)
        assert verdict.outcome != ANGENOMMEN or agreed > 0
        assert (verdict.margin is not None) or verdict.outcome in (UNKLAR, NICHT_ERREICHT)


@pytest.mark.parametrize(
    ("yes", "no", "rule", "hangs"),
    [
        (4, 3, EINFACH, True),
        (4, 4, EINFACH, True),
        (5, 3, EINFACH, False),
        (6, 2, EINFACH, False),
        (4, 2, ZWEI_DRITTEL, True),
        (5, 2, ZWEI_DRITTEL, False),
        (0, 1, EINFACH, False),
        (1, 0, EINFACH, True),
    ],
)
def test_one_vote_that_decides_is_named(yes: int, no: int, rule: Zaehlregel, hangs: bool) -> None:
    assert judge(rule, lage({"ja": yes, "nein": no})).hangs_on_one is hangs


def test_the_winner_is_named() -> None:
    assert judge(RELATIV, lage({}, optionen=options(1, 5))).winner == "V1"
    assert judge(KONSENSIEREN, lage({}, optionen=options(1, 5, key="widerstand"))).winner == "V0"


# -- a second opinion: the same law, written down as naively as possible ------------------------------------------------
def oracle(rule: Zaehlregel, one: Lage) -> str:
    """Count on paper: the base as a number, the share as a fraction, no cleverness."""
    votes, voters = one.stimmen, (one.mitglieder or 0) - one.ausgeschlossen
    yes, no, abstained = votes["ja"], votes["nein"], votes["enthaltung"]
    if sum(votes.values()) > min(voters, (one.anwesende or 0) - one.ausgeschlossen_anwesend):
        return UNKLAR
    whole = {
        "ja_nein": yes + no,
        "mit_enthaltung": yes + no + abstained,
        "anwesende": (one.anwesende or 0) - one.ausgeschlossen_anwesend,
        "mitglieder": voters,
    }[rule.basis or "ja_nein"]
    if yes == 0 or whole == 0:
        return ABGELEHNT
    part = Fraction(yes, whole)
    enough = part > rule.mehr_als if rule.mehr_als is not None else part >= (rule.mindestens or 1)
    return ANGENOMMEN if enough else ABGELEHNT


RULES = st.builds(
    lambda key, share, basis: Zaehlregel.model_validate({key: share, "basis": basis}),
    st.sampled_from(["mehr_als", "mindestens"]),
    SHARE,
    st.sampled_from(["ja_nein", "mit_enthaltung", "anwesende", "mitglieder"]),
)
SMALL = st.integers(min_value=0, max_value=9)


@st.composite
def situations(draw: st.DrawFn) -> Lage:
    votes: dict[Any, int] = {word: draw(SMALL) for word in ("ja", "nein", "enthaltung", "ungueltig")}
    members = sum(votes.values()) + draw(st.integers(min_value=-2, max_value=9))
    members = max(members, 0)
    there = draw(st.integers(min_value=0, max_value=members))
    here = draw(st.integers(min_value=0, max_value=min(2, there)))
    return Lage(votes, members, there, ausgeschlossen=here, ausgeschlossen_anwesend=here)


@given(RULES, situations())
def test_counting_agrees_with_counting_on_paper(rule: Zaehlregel, one: Lage) -> None:
    assert judge(rule, one).outcome == oracle(rule, one)


@given(RULES, situations(), st.randoms())
def test_the_order_of_the_votes_does_not_matter(rule: Zaehlregel, one: Lage, random: Any) -> None:
    words = list(one.stimmen)
    random.shuffle(words)
    assert judge(rule, replace(one, stimmen={word: one.stimmen[word] for word in words})) == judge(rule, one)


@given(RULES, situations())
def test_nothing_is_ever_a_float(rule: Zaehlregel, one: Lage) -> None:
    verdict = judge(rule, one)
    assert verdict.margin is None or type(verdict.margin) is int
    assert "." not in verdict.reason.replace(". ", " ").removesuffix(".")


@given(RULES, situations())
def test_what_is_not_known_never_changes_the_outcome(rule: Zaehlregel, one: Lage) -> None:
    """Forgetting a number may leave the result open; it never gives the other one."""
    known = judge(rule, one).outcome
    less = [
        replace(one, anwesende=None),
        replace(one, mitglieder=None),
        replace(one, stimmen={word: number for word, number in one.stimmen.items() if word != "enthaltung"}),
    ]
    if known != UNKLAR:
        assert {judge(rule, forgotten).outcome for forgotten in less} <= {known, UNKLAR}


@given(RULES, situations())
def test_a_no_that_becomes_a_yes_never_harms(rule: Zaehlregel, one: Lage) -> None:
    if judge(rule, one).outcome == ANGENOMMEN and one.stimmen["nein"]:
        better = {**one.stimmen, "ja": one.stimmen["ja"] + 1, "nein": one.stimmen["nein"] - 1}
        assert judge(rule, replace(one, stimmen=better)).outcome == ANGENOMMEN


# -- more of what people want never harms it ------------------------------------------------------------------------------
LEVELS = st.fixed_dictionaries(dict.fromkeys(STUFEN, SMALL))


@given(RULES, situations())
def test_one_more_yes_from_an_abstention_never_harms(rule: Zaehlregel, one: Lage) -> None:
    if judge(rule, one).outcome == ANGENOMMEN and one.stimmen["enthaltung"]:
        better = {**one.stimmen, "ja": one.stimmen["ja"] + 1, "enthaltung": one.stimmen["enthaltung"] - 1}
        assert judge(rule, replace(one, stimmen=better)).outcome == ANGENOMMEN


@given(RULES, situations())
def test_the_margin_has_the_sign_of_the_outcome(rule: Zaehlregel, one: Lage) -> None:
    verdict = judge(rule, one)
    assert (verdict.margin is None) == (verdict.outcome == UNKLAR)
    assert verdict.margin is None or (verdict.margin >= 0) == (verdict.outcome == ANGENOMMEN)


@given(st.sampled_from([KONSENS, STRENG, KONSENT]), LEVELS, st.sampled_from(STUFEN))
def test_an_agreement_instead_of_a_worse_level_never_harms(rule: Zaehlregel, votes: dict[Any, int], level: Any) -> None:
    grave: tuple[Stufe, ...] = ("schwere_bedenken", "veto")
    before = lage(votes, sum(votes.values()), begruendet={word: votes[word] for word in grave})
    if judge(rule, before).outcome == ANGENOMMEN and votes[level]:
        better = {**votes, level: votes[level] - 1}
        better["zustimmung"] += 1
        after = replace(before, stimmen=better, begruendet={word: better[word] for word in grave})
        assert judge(rule, after).outcome == ANGENOMMEN


@given(st.sampled_from([KONSENS, STRENG, KONSENT]), LEVELS)
def test_zeros_need_not_be_written_where_everybody_is_counted(rule: Zaehlregel, votes: dict[Any, int]) -> None:
    full = lage(votes, sum(votes.values()))
    bare = replace(full, stimmen={word: number for word, number in votes.items() if number})
    if full.cast:
        assert judge(rule, bare) == judge(rule, full)


@given(st.lists(SMALL, min_size=2, max_size=5), st.booleans())
def test_who_wins_still_wins_with_one_more_vote(numbers: list[int], resistance: bool) -> None:
    rule, key = (KONSENSIEREN, "widerstand") if resistance else (RELATIV, "stimmen")
    before = judge(rule, lage({}, 99, optionen=options(*numbers, key=key)))
    if before.winner:
        place = int(before.winner[1:])
        numbers[place] = max(0, numbers[place] - 1) if resistance else numbers[place] + 1
        assert judge(rule, lage({}, 99, optionen=options(*numbers, key=key))).winner == before.winner
