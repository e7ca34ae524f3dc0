"""From what was given on the command line, or is asked at the terminal, to the ballot that is recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from wiq_cli.cli import ask
from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.commands.decide.people import kennung, names
from wiq_cli.cli.console import can_ask, note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.cli.commands.decide.table import Filled
    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_vote import Ballot

KEEPERS = {"leitung": ("Wer hat geleitet?", "--lead"), "fuehrung": ("Wer hat mitgeschrieben?", "--keeper")}


@dataclass(frozen=True, slots=True)
class Call:
    """What stood on the command line."""

    counts: Mapping[Stimme, int]
    day: date
    objections: Sequence[str]
    present: int | None
    people: Sequence[str]
    named: bool
    recused: Sequence[str]
    excluded: Sequence[str]
    keepers: Mapping[str, Any]
    review: Mapping[str, Any]
    options: Sequence[str] = ()


def of(ordner: Netzordner, beschluss: Beschluss, call: Call) -> Ballot:
    """Give the ballot; asks for the votes where none were given and a person can answer."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_vote import Ballot  # noqa: PLC0415  # start-up

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
    elif not (call.counts or call.objections or call.options) and can_ask() and beschluss.is_open:
        ballot = _at_the_terminal(ordner, beschluss, team, call, ballot)
    _check_members(beschluss, team, ballot)
    _mention_suspects(ordner, beschluss, team, ballot)
    return ballot


def _option(text: str) -> tuple[str, int]:
    """Read ``Park=4``. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    name, _, number = text.rpartition("=")
    if not name.strip() or not number.strip().isdigit():
        raise WrongCall("--option: Schreib den Vorschlag mit seiner Zahl, zum Beispiel Park=4.")
    return " ".join(name.split()), int(number)


def by_names(beschluss: Beschluss, call: Call) -> bool:
    """Whether votes are kept by name: as told for this once, else as the team decided for itself."""
    from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up

    chosen = beschluss.regel.stimmen if beschluss.regel else None
    if call.named and chosen == "summen":
        raise Refused("Das Team hat beschlossen, nur Summen festzuhalten. Lass --named weg.")
    return (call.named or chosen == "namen") and not beschluss.form.geheim and beschluss.art != "wahl"


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

    words, votes = _words(ordner, beschluss), by_name(ordner, beschluss, call)
    if twice := votes.keys() & ballot.recused.keys():
        raise WrongCall(f"--person: {min(twice)} stimmt nicht mit. Lass die Stimme weg.")
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

    words = _words(ordner, beschluss) if call.people else ()
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


def _at_the_terminal(ordner: Netzordner, beschluss: Beschluss, team: Team | None, call: Call, ballot: Ballot) -> Ballot:
    from wiq_cli.usecases.decide_ballot import tally, voters  # noqa: PLC0415  # start-up

    words = _words(ordner, beschluss)
    people = voters(beschluss, team) if team else []
    note(f"{beschluss.titel}\n\n{beschluss.antrag.wortlaut}\n")
    by_person = bool(people) and not beschluss.form.geheim
    if not by_person or not ask.confirm("Person für Person?", default=True, option="--ja"):
        return replace(ballot, counts=_totals(words), objections=call.objections)
    filled = _filled(ordner, beschluss, people, words, ballot)
    reasons = [*call.objections, *_reasons(ordner, filled)]
    keepers = {**ballot.keepers, **_asked_keepers(ordner, beschluss, ballot)}
    review = call.review or (_asked_review(beschluss) if "schwere_bedenken" in filled.votes.values() else {})
    there = [one for one in people if one in filled.votes or one in filled.recused]
    return replace(
        ballot, counts=tally(filled.votes, words), objections=tuple(reasons), there=there, recused=filled.recused,
        named=filled.votes if by_names(beschluss, call) else {}, keepers=keepers, review=review,
    )  # fmt: skip


def _filled(
    ordner: Netzordner, beschluss: Beschluss, people: Sequence[str], words: Sequence[Stimme], ballot: Ballot
) -> Filled:
    from wiq_cli.cli.commands.decide.table import Board, Filled  # noqa: PLC0415  # start-up
    from wiq_cli.domain.recount import rule_for  # noqa: PLC0415  # start-up
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up
    from wiq_cli.report.decisions import progress_said  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import read_vote, so_far  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_vote import next_procedure  # noqa: PLC0415  # start-up

    begriffe = store.counting(ordner, beschluss)
    rule = rule_for(beschluss, next_procedure(beschluss, begriffe), begriffe)

    def standing(given: Filled) -> str:
        left = len(people) - len(given.votes) - len(given.recused) - len(given.absent)
        verdict = so_far(beschluss, rule, given.votes, len(given.recused), words)
        return progress_said(given.votes, left, verdict, majority=rule is not None and rule.is_majority)

    recused = {**{one.person: one.grad for one in beschluss.befangen if one.grad != "hinweis"}, **ballot.recused}
    board = Board(names(ordner), people, words, WORD, lambda text: read_vote(text, words), standing)
    return board.fill(Filled(recused=recused))


def _words(ordner: Netzordner, beschluss: Beschluss) -> Sequence[Stimme]:
    """Give the words of the attempt that comes next, or of the last one where all is over."""
    from wiq_cli.usecases.decide_ballot import words_for  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_vote import next_procedure  # noqa: PLC0415  # start-up

    begriffe = store.counting(ordner, beschluss)
    over = not beschluss.is_open and beschluss.versuche
    procedure = beschluss.versuche[-1].verfahren if over else next_procedure(beschluss, begriffe)
    return words_for(beschluss, procedure, begriffe)


def _totals(words: Sequence[Stimme]) -> dict[Stimme, int]:
    """Ask how many there were of each."""
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up

    found: dict[Stimme, int] = {}
    for word in words:
        while True:
            answer = ask.line(f"{WORD[word]}: wie viele? [0] > ", option=f"--{word.replace('_', '-')}")
            if not answer or answer.isdigit():
                found[word] = int(answer or 0)
                break
            note("  Hier gehört eine ganze Zahl ab 0 hin.")
    return found


def _reasons(ordner: Netzordner, filled: Filled) -> list[str]:
    """Ask everybody who objects for the reason."""
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import NEEDS_REASON  # noqa: PLC0415  # start-up

    fault = store.private_in(ordner)
    found = []
    for person, vote in filled.votes.items():
        if vote in NEEDS_REASON:
            text = ask.text(f"{person}, {WORD[vote]}: warum?", hint="Ohne Namen.", option="--objection", fault=fault)
            found += [f"{vote}: {text}"] if text else []
    return found


def _asked_keepers(ordner: Netzordner, beschluss: Beschluss, ballot: Ballot) -> dict[str, str]:
    from wiq_cli.domain.errors import WiqError  # noqa: PLC0415  # start-up

    def fault(text: str) -> str:
        try:
            kennung(ordner, text, option)
        except WiqError as error:
            return str(error).removeprefix(f"{option}: ")
        return ""

    found = {}
    for key, (question, option) in KEEPERS.items():
        if key in ballot.keepers or getattr(beschluss.protokoll, key):
            continue
        answer = ask.text(question, hint="Kennung oder Name. Leer lässt es offen.", option=option, fault=fault)
        if answer:
            found[key] = kennung(ordner, answer, option)
    return found


def _asked_review(beschluss: Beschluss) -> dict[str, Any]:
    """Ask when to look again: grave concerns come back as a question."""
    import typer  # noqa: PLC0415  # only this question needs it

    from wiq_cli.cli.german import parse_date  # noqa: PLC0415  # only this question needs it

    def fault(text: str) -> str:
        try:
            parse_date(text)
        except typer.BadParameter as error:
            return str(error.message)
        return ""

    if beschluss.wiedervorlage:
        return {}
    when = ask.text(
        "Jemand hat schwere Bedenken. Wann schaut ihr noch einmal hin?",
        hint="Am besten in den nächsten sechs Monaten, zum Beispiel 2027-03-01.",
        option="--review",
        fault=fault,
    )
    if not when:
        return {}
    question = ask.text("Woran merkt ihr dann, ob es gut war?", hint="Ohne Namen.", option="--question")
    return {"am": parse_date(when)} | ({"frage": question} if question else {})


def _in_order(beschluss: Beschluss, team: Team | None, there: Sequence[str]) -> list[str]:
    from wiq_cli.usecases.decide_ballot import voters  # noqa: PLC0415  # start-up

    known = voters(beschluss, team) if team else []
    return [*(one for one in known if one in there), *(one for one in there if one not in known)]


def _check_members(beschluss: Beschluss, team: Team | None, ballot: Ballot) -> None:
    """Refuse the vote of somebody who did not belong to the team that day; raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import voters  # noqa: PLC0415  # start-up

    known = voters(beschluss, team) if team else []
    strangers = [one for one in (*ballot.there, *ballot.recused) if one not in known]
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
