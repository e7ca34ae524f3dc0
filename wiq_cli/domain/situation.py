"""What a decision file says about the votes of one attempt: who could vote, who was there, what was counted."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import WORDS
from wiq_cli.domain.lage import Lage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss, Stimme, Versuch
    from wiq_cli.domain.regeln import Stufe, Zaehlregel


def situation(
    beschluss: Beschluss,
    versuch: Versuch,
    rule: Zaehlregel | None,
    *,
    last: bool,
    mitglieder: int | None = None,
    outside: Collection[str] = (),
) -> Lage:
    """Give the situation of one attempt. The votes by name and the number present belong to the last one.

    ``outside``: who voted and had no right to. Their votes do not count, nor do they among those present.
    """
    excluded = beschluss.excluded if last else beschluss.excluded_in(versuch.nr)
    here = (excluded | set(outside)) & set(beschluss.anwesend) if beschluss.anwesend else excluded
    votes = _votes(beschluss, versuch, last=last, void={*excluded, *beschluss.late, *outside})
    if last and beschluss.zaehlart == "subtraktion" and beschluss.anwesend_zahl is not None:
        votes = _subtracted(votes, beschluss.anwesend_zahl - len(here))
    return Lage(
        stimmen=votes,
        mitglieder=beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else mitglieder,
        anwesende=present(beschluss) if last else None,
        ausgeschlossen=len(excluded),
        ausgeschlossen_anwesend=len(here),
        begruendet=_reasons(beschluss, versuch, votes),
        optionen=tuple(versuch.optionen),
        frist_vorbei=_time_is_over(beschluss, versuch, rule, last=last),
    )


def present(beschluss: Beschluss) -> int | None:
    """Give how many were there. Nobody is there when a vote goes round."""
    if beschluss.form.art == "umlauf":
        return None
    there = beschluss.anwesend_zahl or len(set(beschluss.anwesend)) or None
    entitled = beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None
    return (
        None if there and entitled is not None and there > entitled else there
    )  # guests are among them, nobody knows who


def named_votes(beschluss: Beschluss, *, void: Collection[str] | None = None) -> dict[Stimme, int]:
    """Add up the votes by name; a vote of somebody excluded is void, one that came too late was not cast."""
    void = beschluss.excluded | beschluss.late if void is None else void
    counted = Counter(vote for person, vote in beschluss.stimmen.items() if person not in void)
    return {word: counted[word] for word in WORDS}


def absent_voters(beschluss: Beschluss) -> frozenset[str]:
    """Give whose vote stands there although the meeting was without them."""
    there = set(beschluss.anwesend) if beschluss.form.art == "treffen" else set()
    return frozenset(beschluss.stimmen.keys() - there if there else ())


def _votes(beschluss: Beschluss, versuch: Versuch, *, last: bool, void: Collection[str]) -> dict[Stimme, int]:
    """Give the votes that count. Totals count as they are, unless they are nothing but the votes by name, void ones among them."""
    totals = versuch.zaehlung.counted() if versuch.zaehlung else {}
    if not last or not beschluss.stimmen:
        return totals
    everybody = named_votes(beschluss, void=())
    only_named = all(everybody[word] == number for word, number in totals.items())
    by_name = not totals or (only_named and any(person in void for person in beschluss.stimmen))
    return named_votes(beschluss, void=void) if by_name else totals


def _reasons(beschluss: Beschluss, versuch: Versuch, votes: Mapping[Stimme, int]) -> dict[Stufe, int]:
    """Count the reasons by level. One without a level belongs to the gravest that somebody chose."""
    gravest: Stufe = "veto" if votes.get("veto") else "schwere_bedenken"
    return dict(Counter(one.stufe or gravest for one in beschluss.bedenken if one.versuch in {None, versuch.nr}))


def _time_is_over(beschluss: Beschluss, versuch: Versuch, rule: Zaehlregel | None, *, last: bool) -> bool | None:
    """Say whether the time to object was over when the result was found; None where nothing says so."""
    until, found = _until(beschluss, versuch, rule), beschluss.ergebnis.am if last and beschluss.ergebnis else None
    if rule is not None and rule.is_silent:
        found = found or versuch.am
    return None if until is None or found is None else found > until  # the last day belongs to those who object


def _until(beschluss: Beschluss, versuch: Versuch, rule: Zaehlregel | None) -> date | None:
    if rule is None or (rule.schweigen_tage is None and rule.nachfrist_tage is None):
        return None
    if rule.schweigen_tage is not None:
        least = beschluss.moved + timedelta(rule.schweigen_tage)
        return max(beschluss.form.frist, least) if beschluss.form.frist else None
    return versuch.am + timedelta(rule.nachfrist_tage or 0) if versuch.am else None


def rest_is_unknown(beschluss: Beschluss) -> bool:
    """Whether votes were to be found by subtraction, and what has to be taken away was not counted."""
    if beschluss.zaehlart != "subtraktion":
        return False
    totals = beschluss.versuche[-1].zaehlung if beschluss.versuche else None
    counted = totals.counted() if totals else {}
    uncounted = bool(counted) and len({"ja", "nein"} & counted.keys()) == 1 and "enthaltung" not in counted
    return beschluss.anwesend_zahl is None or uncounted


def _subtracted(votes: dict[Stimme, int], there: int) -> dict[Stimme, int]:
    """Find the Ja (or Nein) that was not counted, from the fixed number of people present."""
    missing: list[Any] = [word for word in ("ja", "nein") if word not in votes]
    if len(missing) != 1 or "enthaltung" not in votes:
        return votes
    rest = there - sum(votes.values())
    return {**votes, missing[0]: rest} if rest >= 0 else votes
