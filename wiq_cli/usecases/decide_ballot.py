"""From people and what they said to a ballot: who may vote, who had better not, what it adds up to so far."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wiq_cli.domain.beschluss import WORDS
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.naehe import near
from wiq_cli.domain.recount import rule_for
from wiq_cli.domain.regeln import STUFEN
from wiq_cli.domain.verdict import Lage, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.regeln import Begriff, Zaehlregel
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.verdict import Verdict

MAJORITY: tuple[Stimme, ...] = ("ja", "nein", "enthaltung", "ungueltig")
NEEDS_REASON: frozenset[Stimme] = frozenset({"veto", "schwere_bedenken"})


def voters(beschluss: Beschluss, team: Team) -> list[str]:
    """Give the kennung of everybody who may vote: the members of the day on which the electorate was frozen."""
    day = beschluss.wahlkoerper.stichtag if beschluss.wahlkoerper else beschluss.opened
    there = (one.kennung for _, _, one in team.personen() if one.member_on(day))
    return list(dict.fromkeys(one for one in there if one))


def words_for(beschluss: Beschluss, procedure: str, begriffe: Mapping[str, Begriff]) -> Sequence[Stimme]:
    """Give the words one can vote with, in the order of the levels."""
    rule = rule_for(beschluss, procedure, begriffe)
    if rule is None or not rule.is_consensus:
        return MAJORITY
    return [stufe for stufe in STUFEN if stufe in (rule.stufen or STUFEN)]


def suspected(beschluss: Beschluss, people: Iterable[str], team: Team | None, concerned: Team | None) -> list[str]:
    """Give who may have an interest of their own: from the team concerned or its partners, and whoever it is about."""
    inside = {beschluss.betrifft.person}
    if concerned:
        inside |= {one.kennung for _, _, one in concerned.personen() if one.member_on(beschluss.opened)}
        partners = {one.name.casefold() for one in concerned.kooperationspartner}
        sent = ((one.kennung, one.zugang.von) for _, _, one in (team.personen() if team else ()) if one.zugang)
        inside |= {kennung for kennung, sender in sent if sender and sender.casefold() in partners}
    known = {one.person for one in beschluss.befangen}
    return [one for one in people if one in inside and one not in known]


def read_vote(text: str, words: Sequence[Stimme]) -> Stimme:
    """Read a vote by the number of its level, the word, or its beginning. Raises ``WrongCall``."""
    plain = text.strip().casefold().replace(" ", "_").replace("ü", "ue")
    if plain.isdigit() and 1 <= int(plain) <= len(words):
        return words[int(plain) - 1]
    fitting = [word for word in words if plain and word.startswith(plain)]
    if exact := [word for word in words if word == plain] or (fitting if len(fitting) == 1 else []):
        return exact[0]
    close = near(plain, words, most=1)
    hint = f"Meintest du „{close[0]}“?" if close else f"Es gibt: {', '.join(words)}."
    raise WrongCall(f"Diese Stimme gibt es hier nicht. {hint}")


def tally(votes: Mapping[str, Stimme], words: Sequence[Stimme]) -> dict[Stimme, int]:
    """Add up votes by name; a word that nobody chose is 0, for everybody was asked."""
    counted = Counter(votes.values())
    return {word: counted[word] for word in WORDS if word in words}


def so_far(
    beschluss: Beschluss, rule: Zaehlregel | None, votes: Mapping[str, Stimme], excluded: int, words: Sequence[Stimme]
) -> Verdict | None:
    """Give what comes out if nobody says anything more; None where there is no rule to count by."""
    if rule is None:
        return None
    reasons = {word: number for word, number in Counter(votes.values()).items() if word in NEEDS_REASON}
    lage = Lage(
        stimmen=tally(votes, words),
        mitglieder=beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None,
        anwesende=len(votes) + excluded,
        ausgeschlossen=excluded,
        ausgeschlossen_anwesend=excluded,
        begruendet={stufe: reasons.get(stufe, 0) for stufe in STUFEN},
    )
    return judge(rule, lage)
