"""The Monday screen for eyes: a table as wide as the terminal, and one line a team in a pipe."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.report import status_words as words
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wiq_cli.usecases.status import Overview, Row

COLOUR = {"urgent": "\x1b[1;31m", "soon": "\x1b[33m", "note": "", "fine": ""}
NAME_LEAST, NAME_MOST = 24, 40
GAP = "  "
FEW = 40  # teams; of more, those where nothing is to be done are only counted


class Column(NamedTuple):
    """A column; where the terminal is narrow, those with the highest number go first."""

    head: str
    cell: Callable[[Row], str]
    goes: int = 0


COLUMNS = (
    Column("", lambda row: words.LEVEL[row.level]),
    Column("Team", lambda row: row.look.facts.name),
    Column("Status", lambda row: words.STATUS[row.look.facts.status][0]),
    Column("Zeichen", lambda row: words.ago(row.look)),
    Column("Treffen", lambda row: words.meeting(row.look)),
    Column("Ziele", lambda row: words.part(row.look.goals), 1),
    Column("Wirkung", lambda row: words.effect([*row.look.effects]), 3),
    Column("Bitten", lambda row: words.wishes(row.look)),
    Column("Profil", lambda row: words.PROFILE[row.look.profile], 2),
    Column("Konzept", lambda row: words.part(row.look.facts.rows), 4),
)


def plain(one: Overview) -> str:
    """One line a team: level, file name, name, status, days, counts, and every reason in words."""
    lines = [["Datei", each.team, "", "", "", "", "", "", "", "", "", each.message] for each in one.unread]
    lines += [_line(row) for row in one.rows]
    return "".join("\t".join(safe(cell) for cell in line) + "\n" for line in lines)


def _line(row: Row) -> list[str]:
    look = row.look
    return [
        words.LEVEL_WORD[row.level], look.kuerzel, look.facts.name, look.facts.status,
        look.last.day.isoformat() if look.last else "", look.meeting.start if look.meeting else "",
        words.part(look.goals), words.effect([*look.effects]), words.wishes(look), words.PROFILE[look.profile],
        words.part(look.facts.rows), " ".join(mark.message for mark in row.marks),
    ]  # fmt: skip


def full(one: Overview, width: int, *, everything: bool, colour: bool) -> str:
    """The table, the week, and whom to call."""
    shown = [row for row in one.rows if everything or len(one.rows) <= FEW or row.level != "fine"]
    lines = [*_wrapped(words.title(one), width), *_unread(one, width), "", *_table(shown, width, colour=colour)]
    if hidden := len(one.rows) - len(shown):
        lines.append(
            f"{anzahl(hidden, '1 weiteres Team', '{} weitere Teams')}: nichts zu tun. Alle zeigt: wiq status --all"
        )
    lines += ["", *_wrapped(words.week(one), width), "", *_calls(one, width)]
    return "\n".join(lines)


def why(rows: Iterable[Row], width: int) -> str:
    """Everything about one team: each reason with what to do, then each light with its value."""
    blocks = []
    for row in rows:
        lines = [f"{safe(row.look.facts.name)} · {words.LEVEL_WORD[row.level]}", ""]
        for mark in row.marks:
            lines += _wrapped(f"{words.LEVEL[mark.level]:<3}{mark.message}", width, "   ")
            lines += _wrapped(f"   → {mark.todo}", width, "     ")
        lines += [] if row.marks else ["Hier ist nichts zu tun."]
        pairs = list(words.details(row))
        broad = max(len(head) for head, _ in pairs)
        lines += [
            "",
            *(line for head, said in pairs for line in _wrapped(f"{head:<{broad}}  {said}", width, " " * (broad + 2))),
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def why_plain(rows: Iterable[Row]) -> str:
    """Everything about one team, one line each: what it is, and what it says."""
    lines = []
    for row in rows:
        lines += [[words.LEVEL_WORD[mark.level], mark.message, mark.todo] for mark in row.marks]
        lines += [["Anzeige", head, said] for head, said in words.details(row)]
    return "".join("\t".join(safe(cell) for cell in line) + "\n" for line in lines)


def _table(rows: Sequence[Row], width: int, *, colour: bool) -> list[str]:
    if not rows:
        return ["Kein Team braucht gerade etwas."]
    columns = list(COLUMNS)
    cells = {one.head: [safe(one.cell(row)) for row in rows] for one in columns}
    size = {one.head: max(len(one.head), *map(len, cells[one.head])) for one in columns}
    size["Team"] = min(size["Team"], NAME_MOST)
    name_least = min(size["Team"], NAME_LEAST)
    while (rest := width - sum(size[one.head] + len(GAP) for one in columns if one.head != "Team")) < name_least:
        goes = max(columns, key=lambda one: one.goes)
        if not goes.goes:
            break
        columns.remove(goes)
    size["Team"] = max(8, min(size["Team"], rest))
    heads = GAP.join(f"{one.head:<{size[one.head]}}" for one in columns).rstrip()
    lines = [f"\x1b[1m{heads}\x1b[0m" if colour else heads]
    for number, row in enumerate(rows):
        line = GAP.join(
            f"{_cut(cells[one.head][number], size[one.head]):<{size[one.head]}}" for one in columns
        ).rstrip()
        paint = COLOUR[row.level] if colour else ""
        lines.append(f"{paint}{line}\x1b[0m" if paint else line)
    return lines


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"


def _calls(one: Overview, width: int) -> list[str]:
    if not one.calls:
        return ["Sonst ist nichts zu tun." if one.unread else "Als Nächstes: nichts. Alles läuft, wie es soll."]
    lines = ["Als Nächstes:"]
    for number, row in enumerate(one.calls, 1):
        lines += _wrapped(f"{number:>2}. {words.call(row)}", width, "    ")
        lines += _wrapped(f"    → {row.marks[0].todo}", width, "      ")
    return lines


def _unread(one: Overview, width: int) -> list[str]:
    lines = [""] if one.unread else []
    for each in one.unread:
        lines += _wrapped(f"!! {each.file}:{each.line}: Diese Datei kann ich nicht lesen. {each.message}", width, "   ")
        lines += _wrapped(f"   → Sieh nach: wiq check {each.file}", width, "     ")
    return lines


def _wrapped(text: str, width: int, further: str = "") -> list[str]:
    return textwrap.wrap(
        safe(text), max(width, 40), subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    )
