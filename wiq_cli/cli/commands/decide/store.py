"""Reading and writing decision files for the commands of ``wiq decide``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiq_cli.cli.console import note, out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_edit import Edit

TEAM_AND_DAY = re.compile(r"^.*?-[0-9]{8}-")
SHOWN = 5
FEW = 12
TYPED = {"titel": "--title", "wortlaut": "--wording", "anlass": "--reason", "ort": "--place"}


def readable(ordner: Netzordner) -> tuple[list[Beschluss], int]:
    """Give every decision that can be read, and how many cannot; says so, and where, where there are some."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

    found, broken = [], []
    for _, outcome in ordner.beschluesse():
        if isinstance(outcome, Unreadable) or outcome.model is None:
            broken.append(str(outcome if isinstance(outcome, Unreadable) else Unreadable(outcome.findings)))
        else:
            found.append(outcome.model)
    say_broken(broken)
    return found, len(broken)


def say_broken(broken: Sequence[str]) -> None:
    """Say of decisions that cannot be read where and why, as far as there are some."""
    for line in broken[:SHOWN]:
        note(line)
    if broken:
        what = "Diesen Beschluss" if len(broken) == 1 else f"{len(broken)} Beschlüsse"
        note(f"{what} kann ich nicht lesen. Alles dazu sagt: wiq check beschluesse")


def teams(ordner: Netzordner) -> dict[str, Team]:
    """Give every team that can be read, by its kuerzel; says so where there are others."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

    found, broken = {}, False
    for kuerzel, outcome in ordner.teams():
        if isinstance(outcome, Unreadable) or outcome.model is None:
            broken = True
        else:
            found[kuerzel] = outcome.model
    if broken:
        note("Nicht jede Team-Datei kann ich lesen. Was daran nicht stimmt, sagt: wiq check teams")
    return found


def read(ordner: Netzordner, beschluss_id: str) -> tuple[Path, str, Beschluss]:
    """Give file, text and decision by its id or a part of it. Raises as ``find`` and ``parsed``."""
    path = find(ordner, beschluss_id)
    text = ordner.source(path).text
    return path, text, parsed(text, ordner.name_of(path))


def counting(ordner: Netzordner, beschluss: Beschluss) -> Mapping[str, Begriff]:
    """Give the procedures by which a decision counts: those of its day."""
    from wiq_cli.domain.review import counting as of_its_day  # noqa: PLC0415  # start-up

    return of_its_day(ordner.regeln, beschluss)


def recounted(ordner: Netzordner, beschluss: Beschluss, known: Mapping[str, Team] | None = None) -> list[Recount]:
    """Count a decision again, without the votes of those who were no members. ``known``: all teams, if they are at hand."""
    from wiq_cli.domain.karte import karte  # noqa: PLC0415  # start-up
    from wiq_cli.domain.recount import recount  # noqa: PLC0415  # start-up
    from wiq_cli.domain.review import not_entitled  # noqa: PLC0415  # start-up

    outside: list[str] = []
    if beschluss.stimmen:
        karten = {name: karte(name, "", team) for name, team in (teams(ordner) if known is None else known).items()}
        people = {person.kennung for one in karten.values() for person in one.personen}
        outside = not_entitled(beschluss, karten.get(beschluss.team), people)
    return recount(beschluss, counting(ordner, beschluss), outside=outside)


def print_json(document: dict[str, Any]) -> None:
    """Print one document."""
    import json  # noqa: PLC0415  # start-up

    out(json.dumps(document, ensure_ascii=False, indent=2))


def find(ordner: Netzordner, beschluss_id: str) -> Path:
    """Give the file of a decision; raises ``WrongCall`` with the most similar id."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.naehe import nearest  # noqa: PLC0415  # start-up

    paths = {path.stem: path for path in ordner.beschluss_paths()}
    wanted = Path(beschluss_id).name.removesuffix(".yaml")
    if wanted in paths:
        return paths[wanted]
    holding = [name for name in paths if wanted and f"-{wanted}-" in f"-{name}-"]
    if len(holding) == 1:
        return paths[holding[0]]
    if len(holding) > 1:
        raise WrongCall(f"Das passt zu mehreren Beschlüssen: {', '.join(holding[:SHOWN])}. Nenn mehr von der id.")
    inside = [name for name in paths if wanted and wanted in name]
    close = inside[0] if len(inside) == 1 else nearest(wanted, paths) or _similar_title(wanted, paths)
    hint = f"Meintest du „{close}“?" if close else "Alle Beschlüsse zeigt: wiq decide list"
    if not close and inside:
        hint = f"Meintest du einen von diesen: {', '.join(inside[:SHOWN])}?"
    raise WrongCall(f"Diesen Beschluss gibt es nicht. {hint}")


def _similar_title(wanted: str, names: Iterable[str]) -> str:
    """Give the id whose words behind team and day, or the first of them, are most like what was asked for."""
    from wiq_cli.domain.naehe import nearest  # noqa: PLC0415  # start-up

    titles = {TEAM_AND_DAY.sub("", name): name for name in names}
    beginnings = {"-".join(title.split("-")[: wanted.count("-") + 1]): name for title, name in titles.items()}
    known = beginnings | titles
    return known.get(nearest(wanted, known), "")


def known_team(kuerzel: str, known: Collection[str], option: str) -> None:
    """Refuse a team that does not exist; raises ``WrongCall`` with the most similar name."""
    from wiq_cli.cli.teams import same_letters  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.naehe import nearest  # noqa: PLC0415  # start-up

    if kuerzel in known:
        return
    if any(same_letters(one, kuerzel) for one in known):
        raise WrongCall(f"{option}: Der Name dieser Datei schreibt die Umlaute als je zwei Zeichen. Benenn sie um.")
    close = nearest(kuerzel, known)
    few = f" Es gibt: {', '.join(sorted(known))}." if 0 < len(known) <= FEW else ""
    raise WrongCall(f"{option}: Dieses Team gibt es nicht." + (f" Meintest du „{close}“?" if close else few))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with all edits made; comments, order and everything else stay."""
    from wiq_cli.domain.beschluss import Beschluss  # noqa: PLC0415  # start-up
    from wiq_cli.domain.model_paths import model_at  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import append_item, remove, set_value  # noqa: PLC0415  # start-up

    for edit in edits:
        parent = model_at(Beschluss, edit.path[:-1])
        order = list(parent.model_fields) if parent else ()
        text = _in_full(text, edit, parent)
        match edit.how:
            case "set":
                text = set_value(text, edit.path, edit.value, order)
            case "append":
                text = append_item(text, edit.path, _whole(edit), order)
            case "remove":
                text = remove(text, edit.path)
    return text


def _whole(edit: Edit) -> Any:
    """Keep an addendum on one line, so that git never cuts through two that were written on two branches."""
    from wiq_cli.files.emit import OneLine  # noqa: PLC0415  # start-up

    short = edit.path == ("nachtraege",) and "\n" not in str(edit.value.get("text", ""))
    return OneLine(edit.value) if short else edit.value


def _in_full(text: str, edit: Edit, parent: type[Modell] | None) -> str:
    """Write out the short form that an edit would add to: ``antrag: Wir bauen`` becomes ``antrag:`` with ``wortlaut:``."""
    from wiq_cli.domain.pruned import value_at  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import set_value  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

    above = edit.path[:-1]
    short = value_at(parse(text, "").data, above) if above and parent else None
    return set_value(text, above, {parent.KURZ: short}) if isinstance(short, str) and parent else text


def parsed(text: str, name: str) -> Beschluss:
    """Read a decision that is about to be written; raises ``Unreadable`` with what is wrong."""
    from wiq_cli.domain.beschluss import Beschluss  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

    reading = read(Beschluss, parse(text, name))
    if reading.model is None or reading.findings:
        raise Unreadable(reading.findings)
    return reading.model


def fitting(text: str, name: str) -> Beschluss:
    """Read a decision as it would stand after a change. Raises ``WrongCall``: what is wrong was typed just now."""
    from wiq_cli.domain.errors import Unreadable, WrongCall  # noqa: PLC0415  # start-up

    try:
        return parsed(text, name)
    except Unreadable as error:
        said = dict.fromkeys(f"{_typed(one.path)}{one.message} {one.help}".strip() for one in error.findings)
        raise WrongCall("\n".join([*said, "Es wurde nichts geändert."])) from None


def _typed(path: DataPath) -> str:
    """Name the option that fills a place, where it has one."""
    return next((f"{TYPED[step]}: " for step in reversed(path) if step in TYPED), "")


def change(ordner: Netzordner, path: Path, old: str, edits: Iterable[Edit], *, dry_run: bool) -> Beschluss:
    """Make edits in a decision file, check that it still reads, and write it or show the difference."""
    new = apply(old, edits)
    after = fitting(new, ordner.name_of(path))
    save(ordner, path, old, new, dry_run=dry_run)
    return after


def save(ordner: Netzordner, path: Path, old: str, new: str, *, dry_run: bool) -> None:
    """Write the file, or only show what would change."""
    save_all(ordner, [(path, old, new)], dry_run=dry_run)


def save_all(ordner: Netzordner, changes: Iterable[tuple[Path, str, str]], *, dry_run: bool) -> None:
    """Write several files, all or none, or only show what would change. What had no text before is new."""
    from wiq_cli.files import written  # noqa: PLC0415  # start-up
    from wiq_cli.files.batch import Change, replace_all  # noqa: PLC0415  # start-up
    from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import refuse_too_large, write_new  # noqa: PLC0415  # start-up

    files = [Change(path, ordner.name_of(path), old, new) for path, old, new in changes]
    for one in files:
        refuse_too_large(one.file, one.new)
    if dry_run:
        out("".join(unified(one.old, one.new, one.file) for one in files))
        return
    fresh = [one for one in files if not one.old]
    for one in fresh:
        write_new(one.path, one.new)
    try:
        replace_all([one for one in files if one.old])
    except BaseException:
        for one in fresh:
            one.path.unlink(missing_ok=True)
            written.forget(one.path)
        raise
