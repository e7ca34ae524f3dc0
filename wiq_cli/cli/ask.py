"""Questions at the terminal: asked on stderr, answered in a line, repeated only when the answer is wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from wiq_cli.cli.console import can_ask, note
from wiq_cli.cli.settings import while_somebody_thinks
from wiq_cli.domain.errors import WrongCall

if TYPE_CHECKING:
    from collections.abc import Callable

YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"n", "nein", "no"})


def text(question: str, *, hint: str = "", option: str, fault: Callable[[str], str] = lambda _: "") -> str:
    """Ask for one line; empty means skip. ``fault`` says what is wrong with an answer, empty if nothing is.

    Raises ``WrongCall`` where nobody can answer, naming the option to give instead.
    """
    _require_terminal(option)
    note(f"\n{question}" + (f"\n  {hint}" if hint else ""))
    while True:
        answer = _line("> ")
        if not answer or not (sentence := fault(answer)):
            return answer
        note(_indented(sentence))


def many(question: str, *, hint: str = "", option: str, fault: Callable[[str], str] = lambda _: "") -> list[str]:
    """Ask for several lines; an empty one ends. Raises as ``text``."""
    _require_terminal(option)
    note(f"\n{question} (eine Zeile je Eintrag, leere Zeile beendet)" + (f"\n  {hint}" if hint else ""))
    answers: list[str] = []
    while answer := _line("- "):
        if sentence := fault(answer):
            note(_indented(sentence))
        else:
            answers.append(answer)
    return answers


def confirm(question: str, *, default: bool, option: str) -> bool:
    """Ask for yes or no. Raises as ``text``."""
    _require_terminal(option)
    while True:
        answer = _line(f"{question} [{'J/n' if default else 'j/N'}] ").lower()
        if not answer:
            return default
        if answer in YES | NO:
            return answer in YES
        note("  Antworte mit ja oder nein.")


def line(prompt: str, *, option: str) -> str:
    """Ask in one line, without a blank line before it. Raises as ``text``."""
    _require_terminal(option)
    return _line(prompt)


def _indented(sentence: str) -> str:
    return "\n".join(f"  {line}" for line in sentence.splitlines())


def _require_terminal(option: str) -> None:
    if not can_ask():
        raise WrongCall(f"Hier kann ich nicht nachfragen. Gib es mit an: {option}")


def _line(prompt: str) -> str:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    with while_somebody_thinks():
        return input().strip()
