"""Voting at a terminal: everybody in turn, how many of each, or only those who object where silence is consent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import typer

from wiq_cli.cli import ask
from wiq_cli.cli.commands.decide import private, questions
from wiq_cli.cli.commands.decide.call import KEEPERS, by_names, kept_out, rule_of, words_of
from wiq_cli.cli.commands.decide.people import names
from wiq_cli.cli.commands.decide.table import Filled
from wiq_cli.cli.console import note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.cli.commands.decide.call import Call
    from wiq_cli.domain.beschluss import Beschluss, Stimme
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.zaehlregel import Zaehlregel
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_counted import Ballot

DIGITS = 6


def asked(ordner: Netzordner, beschluss: Beschluss, team: Team | None, call: Call, ballot: Ballot) -> Ballot:
    """Ask for the votes and give the ballot with them. Raises ``Abort`` where somebody breaks off."""
    from wiq_cli.usecases.decide_ballot import voters  # noqa: PLC0415  # start-up

    words, rule = words_of(ordner, beschluss), rule_of(ordner, beschluss)
    people = voters(beschluss, team) if team else []
    note(f"{beschluss.titel}\n\n{beschluss.antrag.wortlaut}\n")
    if rule and rule.is_choice:
        return _for_minutes(replace(ballot, options=_choices(rule)), call, beschluss, ordner)
    if rule and rule.is_silent:
        objections = _objectors(ordner, people, words)
        if not objections:
            note("Es wurde nichts eingetragen. Widerspricht bis zum Ende der Frist niemand, dann: wiq decide close")
            raise typer.Exit
        return _reviewed(_reasoned(ballot, call, beschluss, ordner, objections, words), call, beschluss, objections)
    by_person = bool(people) and not beschluss.form.geheim
    if not by_person or not ask.confirm("Person für Person?", default=True, option="--ja"):
        return _for_minutes(replace(ballot, counts=_totals(words)), call, beschluss, ordner)
    filled = _filled(ordner, beschluss, people, words, ballot)
    back = [one for one in kept_out(beschluss) if one not in filled.recused]
    there = [one for one in people if one in filled.votes or one in filled.recused]
    ballot = replace(ballot, there=there, recused=filled.recused, back=back)
    ballot = _reasoned(ballot, call, beschluss, ordner, filled.votes, words)
    return _reviewed(_for_minutes(ballot, call, beschluss, ordner), call, beschluss, filled.votes)


def _reasoned(
    ballot: Ballot,
    call: Call,
    beschluss: Beschluss,
    ordner: Netzordner,
    votes: Mapping[str, Stimme],
    words: Sequence[Stimme],
) -> Ballot:
    """Add the votes with the reasons of those who object."""
    from wiq_cli.usecases.decide_ballot import tally  # noqa: PLC0415  # start-up

    reasons = (*call.objections, *_reasons(ordner, beschluss, votes))
    return replace(
        ballot, counts=tally(votes, words), objections=reasons, named=votes if by_names(beschluss, call) else {}
    )


def _reviewed(ballot: Ballot, call: Call, beschluss: Beschluss, votes: Mapping[str, Stimme]) -> Ballot:
    """Add the day to look again, where somebody has grave concerns."""
    grave = "schwere_bedenken" in votes.values() and not call.review
    return replace(ballot, review=_asked_review(beschluss, call.day)) if grave else ballot


def _for_minutes(ballot: Ballot, call: Call, beschluss: Beschluss, ordner: Netzordner) -> Ballot:
    """Add what the minutes need and nobody has written down yet: who led, who wrote, how many were there."""
    keepers = {**ballot.keepers, **_asked_keepers(ordner, beschluss, ballot)}
    return replace(ballot, keepers=keepers, present=_present(beschluss, call, ballot))


def _filled(
    ordner: Netzordner, beschluss: Beschluss, people: Sequence[str], words: Sequence[Stimme], ballot: Ballot
) -> Filled:
    from wiq_cli.cli.commands.decide.table import Board  # noqa: PLC0415  # start-up
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up
    from wiq_cli.report.decisions import progress_said  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import read_vote, so_far  # noqa: PLC0415  # start-up

    rule = rule_of(ordner, beschluss)

    def standing(given: Filled) -> str:
        left = len(people) - len(given.votes) - len(given.recused) - len(given.absent)
        verdict = so_far(beschluss, rule, given.votes, len(given.recused), words)
        return progress_said(given.votes, left, verdict, majority=rule is not None and rule.is_majority)

    recused = {**kept_out(beschluss), **ballot.recused}
    board = Board(names(ordner), people, words, WORD, lambda text: read_vote(text, words), standing)
    return board.fill(Filled(recused=recused))


def _objectors(ordner: Netzordner, people: Sequence[str], words: Sequence[Stimme]) -> dict[str, Stimme]:
    """Ask only for those who do not agree, one after the other: whoever says nothing agrees."""
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import read_vote  # noqa: PLC0415  # start-up

    others = [word for word in words if word != "zustimmung"]
    shown = "  ".join(f"{number} {WORD[word]}" for number, word in enumerate(others, start=1))
    note("Wer nichts sagt, ist einverstanden. Nenn nur, wer nicht einfach zustimmt.")
    found: dict[str, Stimme] = {}
    while who := questions.somebody(
        ordner, "Wer hat etwas gesagt?", hint="Kennung oder Name. Leer: sonst niemand.", option="--person"
    ):
        if people and who not in people:
            note(f"  {who} kann hier nicht abstimmen. Abstimmen können: {', '.join(people)}.")
            continue
        answer = ask.text(
            "Was?", hint=shown, option="--person", fault=questions.refused(lambda one: read_vote(one, others), "")
        )
        if answer:
            found[who] = read_vote(answer, others)
    return found


def _choices(rule: Zaehlregel) -> dict[str, int]:
    """Ask for every proposal with its number."""
    what = "Wie viel Widerstand?" if rule.auswahl == "geringster_widerstand" else "Wie viele Stimmen?"
    found: dict[str, int] = {}
    while name := ask.text("Welcher Vorschlag?", hint="Leer: keiner mehr.", option="--option"):
        found[" ".join(name.split())] = _number(what, option="--option")
    return found


def _totals(words: Sequence[Stimme]) -> dict[Stimme, int]:
    """Ask how many there were of each."""
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up

    return {word: _number(f"{WORD[word]}: wie viele?", option=f"--{word.replace('_', '-')}") for word in words}


def _number(question: str, *, option: str) -> int:
    while True:
        answer = ask.line(f"{question} [0] > ", option=option)
        if not answer or _is_number(answer):
            return int(answer or 0)
        note("  Hier gehört eine ganze Zahl ab 0 hin.")


def _is_number(answer: str) -> bool:
    return answer.isascii() and answer.isdigit() and len(answer) <= DIGITS


def _present(beschluss: Beschluss, call: Call, ballot: Ballot) -> int | None:
    """Ask how many were there, where the minutes do not know it yet."""
    if beschluss.form.art != "treffen" or ballot.there or ballot.present is not None:
        return ballot.present
    if beschluss.anwesend and any(one.am == call.day for one in beschluss.versuche):
        return None
    cast = sum(ballot.counts.values())

    def fault(answer: str) -> str:
        if not _is_number(answer):
            return "Hier gehört eine ganze Zahl hin."
        return f"Gezählt sind schon {cast} Stimmen." if int(answer) < cast else ""

    question = "Wie viele Stimmberechtigte waren da?"
    answer = ask.text(question, hint="Leer lässt es offen.", option="--present", fault=fault)
    return int(answer) if answer else None


def _reasons(ordner: Netzordner, beschluss: Beschluss, votes: Mapping[str, Stimme]) -> list[str]:
    """Ask everybody who objects for the reason."""
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_ballot import NEEDS_REASON  # noqa: PLC0415  # start-up

    fault, people = private.fault_in(ordner, private.teams_of(beschluss)), names(ordner)
    found = []
    for person, vote in votes.items():
        if vote in NEEDS_REASON:
            question = f"{people.get(person, person)}, {WORD[vote]}: warum?"
            text = ask.text(question, hint="Ohne Namen.", option="--objection", fault=fault)
            found += [f"{vote}: {text}"] if text else []
    return found


def _asked_keepers(ordner: Netzordner, beschluss: Beschluss, ballot: Ballot) -> dict[str, str]:
    found = {
        key: questions.somebody(ordner, question, hint="Kennung oder Name. Leer lässt es offen.", option=option)
        for key, (question, option) in KEEPERS.items()
        if key not in ballot.keepers and not getattr(beschluss.protokoll, key)
    }
    return {key: value for key, value in found.items() if value}


def _asked_review(beschluss: Beschluss, day: date) -> dict[str, Any]:
    """Ask when to look again: grave concerns come back as a question."""
    if beschluss.wiedervorlage:
        return {}
    when = questions.day(
        "Jemand hat schwere Bedenken. Wann schaut ihr noch einmal hin?",
        hint="Am besten in den nächsten sechs Monaten, zum Beispiel 2027-03-01.",
        option="--review",
        after=day,
    )
    if not when:
        return {}
    question = ask.text("Woran merkt ihr dann, ob es gut war?", hint="Ohne Namen.", option="--question")
    return {"am": when} | ({"frage": question} if question else {})
