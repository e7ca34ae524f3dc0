"""Two branches of one team file, made at random: entries added, changed, moved and taken out, with comments."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DrawFn

LISTS = ("themen", "problem", "weg", "mitglieder", "chronik", "notizen")
INLINE = ("themen", "chronik")  # written in brackets
WORDS = ("Beet", "Hof", "Regal", "Bank", "Fest", "Kanal", "Brücke", "Laube")


@dataclass
class Entry:
    """An entry of a list with what stands above it and behind it."""

    value: Any
    above: list[str] = field(default_factory=list)
    behind: str = ""


@dataclass
class Branch:
    """A team file as somebody holds it in mind, and what has been added to it."""

    single: dict[str, str]
    lists: dict[str, list[Entry]]
    step: int = 2  # how far lists are moved in
    added: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "".join(self._lines())

    def _lines(self) -> Iterator[str]:
        for key, value in self.single.items():
            yield f"{key}: {value}\n"
        for key, entries in self.lists.items():
            if entries:
                yield f"\n{key}: [{', '.join(one.value for one in entries)}]\n" if key == "themen" else f"\n{key}:\n"
            for one in entries if key != "themen" else ():
                dash = " " * self.step + "- "
                yield from (f"{' ' * self.step}{comment}\n" for comment in one.above)
                yield from _entry(dash, one, inline=key in INLINE)


def _entry(dash: str, one: Entry, *, inline: bool) -> Iterator[str]:
    behind = f"  {one.behind}" if one.behind else ""
    if isinstance(one.value, str):
        yield f"{dash}{one.value}{behind}\n"
    elif inline:
        yield f"{dash}{{{', '.join(f'{key}: {value}' for key, value in one.value.items())}}}{behind}\n"
    else:
        for number, (key, value) in enumerate(one.value.items()):
            lead = dash if number == 0 else " " * len(dash)
            yield f"{lead}{key}: {value}{'' if number else behind}\n"


@st.composite
def three(draw: DrawFn) -> tuple[Branch, Branch, Branch]:
    """Draw the common start and two branches."""
    names = count(1)
    base = Branch({"name": "Garten", "status": "idee"}, {key: [] for key in draw(st.permutations(LISTS))})
    for _ in range(draw(st.integers(0, 8))):
        _add(draw, base, names, "B")
    base.added.clear()
    ours, theirs = deepcopy(base), deepcopy(base)
    for side, letter in ((ours, "L"), (theirs, "R")):
        side.step = draw(st.sampled_from((0, 2, 4)))
        for _ in range(draw(st.integers(0, 5))):
            draw(st.sampled_from((_add, _add, _change, _remove, _move, _comment)))(draw, side, names, letter)
    return base, ours, theirs


def _add(draw: DrawFn, side: Branch, names: Iterator[int], letter: str) -> None:
    key = draw(st.sampled_from(LISTS))
    number = next(names)
    word = f"{letter}{number} {draw(st.sampled_from(WORDS))}"
    day = f"2026-{number % 12 + 1:02}-{number % 27 + 1:02}"
    value: Any = {
        "weg": {"schritt": word, "bis": day},
        "mitglieder": {"kennung": f"p{number}", "name": word, "seit": day},
        "chronik": {"am": day, "text": word},
    }.get(key, word)
    entries = side.lists[key]
    entries.insert(draw(st.integers(0, len(entries))), Entry(value))
    side.added.append(word)


def _drawn(draw: DrawFn, side: Branch) -> tuple[list[Entry], int] | None:
    filled = [key for key in LISTS if side.lists[key]]
    if not filled:
        return None
    entries = side.lists[draw(st.sampled_from(filled))]
    return entries, draw(st.integers(0, len(entries) - 1))


def _change(draw: DrawFn, side: Branch, names: Iterator[int], letter: str) -> None:
    if (found := _drawn(draw, side)) is None or not isinstance(found[0][found[1]].value, dict):
        side.single["status"] = draw(st.sampled_from(("idee", "laeuft", "pausiert")))
        return
    value = found[0][found[1]].value
    key = draw(st.sampled_from([one for one in ("bis", "seit", "rolle", "erledigt") if one != "am"]))
    value[key] = {"rolle": f"{letter}{next(names)}", "erledigt": "ja"}.get(key, f"2027-01-{next(names) % 27 + 1:02}")


def _remove(draw: DrawFn, side: Branch, names: Iterator[int], letter: str) -> None:  # one signature for all
    if found := _drawn(draw, side):
        entry = found[0].pop(found[1])
        side.added = [one for one in side.added if one not in str(entry.value)]
        side.comments = [one for one in side.comments if one not in (*entry.above, entry.behind)]


def _move(draw: DrawFn, side: Branch, names: Iterator[int], letter: str) -> None:  # one signature for all
    if found := _drawn(draw, side):
        entries, number = found
        entries.insert(draw(st.integers(0, len(entries) - 1)), entries.pop(number))


def _comment(draw: DrawFn, side: Branch, names: Iterator[int], letter: str) -> None:
    if (found := _drawn(draw, side)) is None or found[0] is side.lists["themen"]:
        return
    entry, text = found[0][found[1]], f"# {letter}{next(names)} sagt"
    if draw(st.booleans()):
        entry.above.append(text)
        side.comments.append(text)
    elif not entry.behind:
        entry.behind = text
        side.comments.append(text)
