"""Voting at a terminal: a table of people and levels, filled in line by line. Names stand on the screen alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wiq_cli.cli import ask
from wiq_cli.cli.console import note
from wiq_cli.report.decisions import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wiq_cli.domain.beschluss import Stimme
    from wiq_cli.usecases.decide_counted import Grad

ABSENT, RECUSED, BACK, TABLE, REST = "f", "b", "z", "?", "="
GRADE: Mapping[str, Grad] = {"v": "stimmverbot", "f": "zurueckgezogen"}
KEYS = "f fehlt · b befangen · z zurück · ? Tabelle · 1= alle Übrigen so"


@dataclass(slots=True)
class Filled:
    """What was entered: votes by kennung, who is absent, who does not vote."""

    votes: dict[str, Stimme] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    recused: dict[str, Grad] = field(default_factory=dict)

    def said(self, person: str, spoken: Mapping[str, str]) -> str:
        """Give what stands in the table for a person; empty where nothing does yet."""
        if person in self.votes:
            return spoken[self.votes[person]]
        if person in self.recused:
            return "befangen"
        return "fehlt" if person in self.absent else ""

    def clear(self, person: str) -> None:
        self.votes.pop(person, None)
        self.absent.discard(person)
        self.recused.pop(person, None)


@dataclass(frozen=True, slots=True)
class Board:
    """What the table is about: the people with their names, the words to choose from, and how it stands."""

    names: Mapping[str, str]
    people: Sequence[str]
    words: Sequence[Stimme]
    spoken: Mapping[str, str]
    read: Callable[[str], Stimme]
    standing: Callable[[Filled], str]

    def fill(self, given: Filled) -> Filled:
        """Ask for everybody's vote until the whole table is right. Raises ``Abort``."""
        note("  ".join(f"{number} {self.spoken[word]}" for number, word in enumerate(self.words, start=1)))
        note(KEYS)
        while True:
            self._once(given)
            self.show(given)
            if ask.confirm("Stimmt das so?", default=True, option="--person p1=…"):
                return given
            note("Noch einmal von vorn. Enter lässt stehen, was da steht.")

    def show(self, given: Filled) -> None:
        """Show the table."""
        rows = [[one, self.names.get(one, ""), given.said(one, self.spoken) or "–"] for one in self.people]
        note("\n" + columns(rows, aligned=True) + "\n" + self.standing(given))

    def _once(self, given: Filled) -> None:
        position = 0
        while position < len(self.people):
            person = self.people[position]
            before = given.said(person, self.spoken)
            head = f"{position + 1}/{len(self.people)}  {person}  {self.names.get(person, '')}"
            answer = ask.line(f"{head.rstrip()}{f' [{before}]' if before else ''} > ", option="--person p1=…")
            if answer == BACK:
                position = max(0, position - 1)
            elif answer == TABLE:
                self.show(given)
            elif answer.endswith(REST) and len(answer) > 1:
                if self._rest(given, position, answer.removesuffix(REST)):
                    return
            elif self._one(given, person, answer, before):
                position += 1
                note(f"     {self.standing(given)}")

    def _one(self, given: Filled, person: str, answer: str, before: str) -> bool:
        """Take one answer; whether it was one."""
        from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

        if not answer:
            if not before:
                note(f"     Nenn eine Zahl von 1 bis {len(self.words)}, oder f, b, z.")
            return bool(before)
        if answer in {ABSENT, RECUSED}:
            return self._aside(given, person, recused=answer == RECUSED)
        try:
            vote = self.read(answer)
        except WrongCall as error:
            note(f"     {error}")
            return False
        given.clear(person)
        given.votes[person] = vote
        return True

    def _aside(self, given: Filled, person: str, *, recused: bool) -> bool:
        """Note somebody who does not vote; whether that is settled."""
        grade = _grade() if recused else None
        if recused and grade is None:
            return False
        given.clear(person)
        if grade is None:
            given.absent.add(person)
        else:
            given.recused[person] = grade
        return True

    def _rest(self, given: Filled, position: int, answer: str) -> bool:
        """Give everybody from here on who has said nothing yet the same answer."""
        left = [one for one in self.people[position:] if not given.said(one, self.spoken)]
        return all(self._one(given, one, answer, "") for one in left)


def _grade() -> Grad | None:
    """Ask why somebody does not vote; None goes back."""
    while True:
        answer = ask.line("     Darf die Person nicht (v) oder will sie selbst nicht (f)? > ", option="--recused")
        if answer in GRADE:
            return GRADE[answer]
        if answer == BACK:
            return None
