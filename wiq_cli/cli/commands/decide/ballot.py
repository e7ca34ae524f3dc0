"""From what was given on the command line, or is asked at the terminal, to the ballot that is recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wiq_cli.cli.commands.decide.call import KEEPERS, by_names, kept_out, words_of
from wiq_cli.cli.commands.decide.people import kennung
from wiq_cli.cli.console import can_ask, note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.cli.commands.decide.call import Call
    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_counted import Ballot


def of(ordner: Netzordner, beschluss: Beschluss, call: Call) -> Ballot:
    """Give the ballot; asks for the votes where none were given and a person can answer."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_counted import Ballot  # noqa: PLC0415  # start-up

    if call.people and call.counts:
        raise WrongCall("Nenn entweder einzelne Stimmen mit --person oder Summen, nicht beides.")
    if call.named and call.counts:
        raise WrongCall("--named braucht Stimmen nach Personen: --person p1=zustimmung.")
    reading = ordner.attempt(Team, ordner.team_path(beschluss.team))
    team = getattr(reading, "model", None)
    grades: dict[str, Any] = {
        **{kennung(ordner, one, "--recused"): "zurueckgezogen" for one in call.recused},
        **{kennung(ordner, one, "--excluded"): "stimmverbot" for one in call.excluded},
    }
    keepers = _keepers(ordner, beschluss, call)
    ballot = Ballot(
        call.counts,
        call.day,
        call.objections,
        call.present,
        recused=grades,
        keepers=keepers,
        review=call.review,
        options=dict(map(_option, call.options)),
    )
    if call.people:
        ballot = _from_options(ordner, beschluss, team, call, ballot)
    elif not (call.counts or call.options) and can_ask() and _asks(beschluss, call):
        from wiq_cli.cli.commands.decide.at_terminal import asked  # noqa: PLC0415  # only where somebody answers

        ballot = asked(ordner, beschluss, team, call, ballot)
    _check_members(beschluss, team, [*ballot.there, *ballot.recused])
    _mention_suspects(ordner, beschluss, team, ballot)
    return ballot


def _asks(beschluss: Beschluss, call: Call) -> bool:
    """Whether there is something to ask: not about what is over, nor where somebody only adds to what was counted."""
    last = beschluss.versuche[-1] if beschluss.versuche else None
    counted = last is not None and last.ergebnis is None and bool(last.zaehlung or last.optionen or beschluss.stimmen)
    return beschluss.is_open and not call.objections and not (counted and call.says_more)


def _option(text: str) -> tuple[str, int]:
    """Read ``Park=4``. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    name, _, number = text.rpartition("=")
    if not name.strip() or not number.strip().isdigit():
        raise WrongCall("--option: Schreib den Vorschlag mit seiner Zahl, zum Beispiel Park=4.")
    return " ".join(name.split()), int(number)


def _keepers(ordner: Netzordner, beschluss: Beschluss, call: Call) -> dict[str, Any]:
    """Give who led and wrote: as told, else as another decision of the same team and day says."""
    found = {
        key: kennung(ordner, value, KEEPERS[key][1]) if key in KEEPERS else value
        for key, value in call.keepers.items()
        if value not in {None, ""}
    }
    missing = [key for key in call.keepers if key not in found and getattr(beschluss.protokoll, key) is None]
    if not missing:
        return found
    same_day = (
        one
        for _, outcome in ordner.beschluesse()
        if (one := getattr(outcome, "model", None))
        and one.team == beschluss.team
        and one.id != beschluss.id
        and any(each.am == call.day for each in one.versuche)
    )
    for other in same_day:
        found |= {
            key: value for key in missing if key not in found and (value := getattr(other.protokoll, key)) is not None
        }
    return found


def _from_options(ordner: Netzordner, beschluss: Beschluss, team: Team | None, call: Call, ballot: Ballot) -> Ballot:
    """Add up votes by name; who is not named was not there."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import tally  # noqa: PLC0415  # start-up

    words, votes = words_of(ordner, beschluss), by_name(ordner, beschluss, call)
    if twice := votes.keys() & ballot.recused.keys():
        raise WrongCall(f"--person: {min(twice)} stimmt nicht mit. Lass die Stimme weg.")
    if barred := votes.keys() & kept_out(beschluss).keys():
        raise WrongCall(
            f"--person: {min(barred)} steht hier schon als befangen. "
            "Lass die Stimme weg, oder nimm die Person in der Datei unter „befangen“ heraus."
        )
    there = [*votes, *ballot.recused]
    return replace(
        ballot,
        counts=tally(votes, words),
        there=_in_order(beschluss, team, there),
        named=votes if by_names(beschluss, call) else {},
    )


def by_name(ordner: Netzordner, beschluss: Beschluss, call: Call) -> dict[str, Stimme]:
    """Read ``p1=zustimmung``. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import read_vote  # noqa: PLC0415  # start-up

    words = words_of(ordner, beschluss) if call.people else ()
    votes: dict[str, Stimme] = {}
    for text in call.people:
        who, sign, vote = text.partition("=")
        if not sign:
            raise WrongCall(f"--person: Schreib es so: p1={words[0]}.")
        person = kennung(ordner, who, "--person")
        if person in votes:
            raise WrongCall(f"--person: {person} hat schon eine Stimme. Jede Person hat nur eine.")
        votes[person] = read_vote(vote, words)
    return votes


def _in_order(beschluss: Beschluss, team: Team | None, there: Sequence[str]) -> list[str]:
    from wiq_cli.usecases.decide_ballot import voters  # noqa: PLC0415  # start-up

    known = voters(beschluss, team) if team else []
    return [*(one for one in known if one in there), *(one for one in there if one not in known)]


def check_members(ordner: Netzordner, beschluss: Beschluss, people: Sequence[str]) -> None:
    """Refuse the vote of somebody who did not belong to the team that day; raises ``WrongCall``."""
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

    reading = ordner.attempt(Team, ordner.team_path(beschluss.team))
    _check_members(beschluss, getattr(reading, "model", None), people)


def _check_members(beschluss: Beschluss, team: Team | None, people: Sequence[str]) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import voters  # noqa: PLC0415  # start-up

    known = voters(beschluss, team) if team else []
    strangers = [one for one in people if one not in known]
    if known and strangers:
        day = beschluss.wahlkoerper.stichtag if beschluss.wahlkoerper else beschluss.opened
        raise WrongCall(
            f"{strangers[0]} gehörte am {day:%d.%m.%Y} nicht zum Team. Abstimmen können: {', '.join(known)}."
        )


def _mention_suspects(ordner: Netzordner, beschluss: Beschluss, team: Team | None, ballot: Ballot) -> None:
    """Name who may have an interest of their own. That is a question, never a verdict."""
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import suspected  # noqa: PLC0415  # start-up

    concerned = ordner.attempt(Team, ordner.team_path(beschluss.betrifft.lt)) if beschluss.betrifft.lt else None
    there = ballot.there or beschluss.anwesend
    for one in suspected(beschluss, there, team, getattr(concerned, "model", None)):
        if one not in ballot.recused:
            note(f"Befangen? {one} ist selbst betroffen. Wer nicht mitstimmt: --recused {one}")
