"""Look for private values of the network in other files: which line or page, and what kind. Never the value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wiq_cli.scan.canary import plant_in_file
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.containers.parts import Remark, Text
from wiq_cli.scan.containers.unpack import parts
from wiq_cli.scan.proof import prove
from wiq_cli.scan.scanner import scan_part, scan_text
from wiq_cli.scan.types import CannotScan
from wiq_cli.usecases.release import freed_in_field, terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.freigaben import Freigaben
    from wiq_cli.scan.containers.parts import Part
    from wiq_cli.scan.needles import Needles
    from wiq_cli.scan.types import Hit, Kind, Scalar

SCISSORS = " >8 "
COMMENT = "#"
SIGNATURE = "Signed-off-by:"  # repeats what git writes down as the author anyway
BLOCK = 64  # lines that are searched together before each by itself
WINDOW = 4  # lines over which a name may stretch
MOST_LINES = 5000  # in longer texts, what stretches over lines is not placed
FILE_NAME = "Dateiname"
HIDDEN = "•••"


@dataclass(frozen=True, slots=True, order=True)
class Fund:
    """Something private. Line 0: it has none. ``place``: the page, the part or the field inside the file."""

    file: str
    line: int
    kind: Kind
    place: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Luecke:
    """Something that could not be read, and why."""

    file: str
    place: str
    reason: str


@dataclass(slots=True)
class Ergebnis:
    """What came of looking through files."""

    files: int = 0
    found: list[Fund] = field(default_factory=list)
    unread: list[Luecke] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # nobody looks at their pixels


def needles_of(scalars: list[Scalar], heute: date, freigaben: Freigaben | None = None) -> Needles:
    """Collect what to look for. No page is at hand here, so every value counts everywhere, and so does every wording that
    is declared public. Raises ``CannotScan``.
    """
    needles = collect(scalars, heute, anywhere=True)
    prove(needles)
    held = terms(freigaben, scalars, heute)
    return freed_in_field(needles, held, None) if held else needles


def audit(needles: Needles, file: str, name: str, data: bytes, into: Ergebnis) -> None:
    """Look through one file and its name. ``file``: as it is shown; ``name``: what of its path is to be searched."""
    into.files += 1
    try:
        plant_in_file(needles, name, data)
    except CannotScan as error:
        into.unread.append(Luecke(file, "", error.reason))
        return
    whole = [] if not name else [Text((FILE_NAME,), name.replace("/", " / "))]
    seen: dict[tuple[str, ...], set[Hit]] = {}
    everywhere: set[Hit] = set()
    found: dict[Fund, None] = {}
    for part in [*whole, *parts(name, data)]:
        try:
            hits = scan_part(needles, part, file, None)
        except CannotScan as error:
            into.unread.append(Luecke(file, place_of(needles, part), error.reason))
            continue
        if isinstance(part, Text):
            before = everywhere if part.echo else seen.setdefault(part.where, set())
            hits -= before
            before |= hits
            everywhere |= hits
        elif isinstance(part, Remark) and part.what == "picture" and file not in into.pictures:
            into.pictures.append(file)
        place = place_of(needles, part) if hits else ""
        found.update((Fund(file, line, kind, place), None) for line, kind in _placed(needles, part, hits))
    into.found += found


def place_of(needles: Needles, part: Part) -> str:
    """Say where in a file something stands. The name of a part can be private itself."""
    return ", ".join(HIDDEN if scan_text(needles, one, "", None) else one for one in part.where)


def shown(needles: Needles, above: str, name: str, rank: int) -> str:
    """Write the path of a file without what is private in its names; ``rank`` tells which file of its folder it is."""
    *folders, last = name.split("/")
    if not scan_text(needles, name.replace("/", " / "), "", None):
        return above + name
    bare = [HIDDEN if scan_text(needles, one, "", None) else one for one in folders]
    if bare == folders or scan_text(needles, last, "", None):
        _, dot, ending = last.rpartition(".")
        last = f"{HIDDEN} (Datei {rank})" if not dot else f"{HIDDEN}.{ending} (Datei {rank})"
    return above + "/".join([*bare, last])


def _placed(needles: Needles, part: Part, hits: set[Hit]) -> Iterator[tuple[int, Kind]]:
    """Find the lines that show these hits; 0 for what only the whole text shows."""
    lines = part.text.split("\n") if isinstance(part, Text) and hits else []
    form = part.form if isinstance(part, Text) else ""
    rest = set(hits)
    one_field = bool(part.where) and len(lines) == 1
    for number, here in _on_lines(needles, lines, form, hits):
        rest -= here
        yield from ((0 if one_field else number, hit.kind) for hit in sorted(here, key=lambda hit: hit.kind))
    kinds = {hit.kind for hit in rest} - {hit.kind for hit in hits - rest}  # another spelling needs no second line
    rest = {hit for hit in rest if hit.kind in kinds}
    starts = range(0, len(lines), WINDOW // 2) if rest and 1 < len(lines) <= MOST_LINES else ()
    for start in starts:
        here = _hits(needles, lines[start : start + WINDOW], form) & rest
        rest -= here
        yield from ((start + 1, hit.kind) for hit in here)
    yield from ((0, kind) for kind in sorted({hit.kind for hit in rest}))


def _on_lines(needles: Needles, lines: list[str], form: str, hits: set[Hit]) -> Iterator[tuple[int, set[Hit]]]:
    for start in range(0, len(lines), BLOCK):
        block = lines[start : start + BLOCK]
        if len(lines) > BLOCK and not _hits(needles, block, form) & hits:
            continue
        for number, line in enumerate(block, start=start + 1):
            if here := _hits(needles, [line], form) & hits:
                yield number, here


def _hits(needles: Needles, lines: list[str], form: str) -> set[Hit]:
    """Search some lines once more; where that has no end, nothing is placed there."""
    try:
        return scan_text(needles, "\n".join(lines), form, None)
    except CannotScan:
        return set()


def commit_message(text: str) -> str:
    """Leave of a commit message what git keeps: without the comments at its end, the diff below them, the signature."""
    lines = text.splitlines()
    cut = next((number for number, line in enumerate(lines) if line.startswith(COMMENT) and SCISSORS in line), None)
    lines = lines[:cut]
    while lines and (not lines[-1].strip() or lines[-1].startswith(COMMENT)):
        lines.pop()
    return "\n".join("" if line.startswith(SIGNATURE) else line for line in lines)
