"""Reading all files of a network for the commands of ``wiq person``, finding one person, writing changes."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.console import can_ask, note, out
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import read_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from wiq_cli.domain.base import Modell
    from wiq_cli.domain.errors import Unreadable
    from wiq_cli.domain.source import Source
    from wiq_cli.files.batch import Change
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.person import Mensch, Stelle
    from wiq_cli.usecases.person_consent import Edit
    from wiq_cli.usecases.person_traces import Spur, Traces

Who = Annotated[  # several words, so that a name needs no quotation marks
    list[str], typer.Argument(metavar="PERSON", help="Kennung, Name, E-Mail oder Stelle wie teams/garten.yaml:31.")
]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="ORDNER", parser=read_path, help="Wo die Seiten liegen. Sonst: site im Netzwerk."),
]
USUAL_ZONE = "Europe/Berlin"
FREIGABEN = "freigaben.yaml"
TEAMS = "teams/"
SHOWN = 8


class Akten:
    """Everything the network's files say, as raw text: a file with faults counts as well."""

    def __init__(self) -> None:
        from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

        self.ordner: Netzordner = open_network()
        self.sources: dict[str, Source] = {}
        self.unread: list[Unreadable] = []
        self.paths = [*self.ordner.all_paths(), *filter(Path.exists, [self.ordner.root / FREIGABEN])]
        for path in self.paths:
            try:
                source = self.ordner.source(path)
            except Unreadable as error:
                self.unread.append(error)
            else:
                self.sources[source.file] = source

    @cached_property
    def heute(self) -> date:
        """The day, also where the settings cannot be read: a withdrawal does not wait for them."""
        from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

        try:
            return today(self.ordner.netzwerk.zeitzone)
        except Unreadable:
            return today(USUAL_ZONE)

    @cached_property
    def people(self) -> list[Mensch]:
        """Everybody in all team files."""
        from wiq_cli.usecases.person import menschen, stellen  # noqa: PLC0415  # start-up

        files = {self.ordner.name_of(path): path.stem for path in self.ordner.team_paths()}
        return menschen(
            one for file, source in self.sources.items() if file in files for one in stellen(files[file], source)
        )

    def person(self, words: Sequence[str]) -> Mensch:
        """Find the one who is meant; asks where several fit. Raises ``WrongCall``."""
        from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.person import search, similar  # noqa: PLC0415  # start-up

        wanted = " ".join(words)
        found = search(wanted, self.people)
        if len(found) == 1:
            return found[0]
        if not found:
            self.warn_unread(TEAMS)
            self.refuse_unread(TEAMS)
            close = similar(wanted, self.people)[:SHOWN]
            hint = f"Meintest du {_listed(close)}?" if close else "Alle Kennungen zeigt: wiq person"
            raise WrongCall(f"Diese Person finde ich nicht. {hint}")
        return _choose(found)

    def refuse_unread(self, below: str = "") -> None:
        """Raise ``Unreadable`` when a file, or one below a folder, cannot be read: the person may stand in it, too."""
        from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

        if missing := self._missing(below):
            raise Unreadable([finding for one in missing for finding in one.findings])

    def warn_unread(self, below: str = "") -> bool:
        """Say which files could not be read; whether there are any."""
        missing = self._missing(below)
        for one in missing:
            note(f"{one.findings[0].file} kann ich nicht lesen. Die Person kann auch darin stehen.")
        return bool(missing)

    def _missing(self, below: str) -> list[Unreadable]:
        return [one for one in self.unread if one.findings[0].file.startswith(below)]

    def traces(self, mensch: Mensch, earlier: Iterable[Any] = ()) -> Traces:
        """Set the scanner to one person."""
        from wiq_cli.usecases.person_traces import traces  # noqa: PLC0415  # start-up

        return traces(mensch, self.sources.values(), self.heute, earlier)

    def loose(self, looker: Traces, site: Path) -> Iterator[Spur]:
        """Give the lines of all other files that name the person, and every comment."""
        from wiq_cli.files.comments import comments  # noqa: PLC0415  # start-up
        from wiq_cli.files.loose import loose_texts  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.person_traces import Spur, about  # noqa: PLC0415  # start-up

        for file, source in self.sources.items():
            if looker.hits(file, "", about(file)):
                yield Spur(file, 1, "Dateiname", file)
            for one in comments(source) if looker.may_hold(source.text) else ():
                if looker.hits(one.text, "", about(file)):
                    yield Spur(file, one.line, "#", one.text.lstrip("# "))
        read = {self.ordner.root / one for one in self.sources}
        for file, text in loose_texts(self.ordner.root, read, site):
            if looker.hits(file, "", about(file)):
                yield Spur(file, 1, "Dateiname", file)
            if text and looker.hits(text, "", about(file)):
                for number, line in enumerate(text.splitlines(), start=1):
                    if looker.hits(line, "", about(file)):
                        yield Spur(file, number, "", line.strip())


def site_folder(akten: Akten, target: str | None) -> Path:
    """Give the folder with the pages."""
    return Path(target).absolute() if target else akten.ordner.root / "site"


def _choose(found: Sequence[Mensch]) -> Mensch:
    from wiq_cli.cli import ask  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    labels = {one.label: one for one in found}
    if not can_ask():
        raise WrongCall(f"Das passt zu mehreren Personen: {_listed(found)}. Nenn die Kennung oder die Stelle.")
    hint = "\n  ".join(f"{one.label}  {', '.join(one.teams)}" for one in found)
    answer = ask.text(
        "Wen meinst du? Nenn die Kennung.",
        hint=hint,
        option="PERSON als Kennung",
        fault=lambda text: "" if text in labels else "Das steht nicht zur Auswahl.",
    )
    if not answer:
        raise typer.Abort
    return labels[answer]


def _listed(people: Sequence[Mensch]) -> str:
    shown = [f"{one.label} ({', '.join(one.teams)})" for one in people[:SHOWN]]
    return ", ".join([*shown, *(["…"] if len(people) > SHOWN else [])])


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Give the text of a team file with all edits made; comments, order and everything else stay."""
    from wiq_cli.domain.model_paths import model_at  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import remove, set_value  # noqa: PLC0415  # start-up

    for edit in edits:
        parent: type[Modell] | None = model_at(Team, edit.path[:-1])
        order = list(parent.model_fields) if parent else ()
        text = remove(text, edit.path) if edit.remove else set_value(text, edit.path, edit.value, order)
    return text


def changes(akten: Akten, edits: Iterable[tuple[Stelle, list[Edit]]]) -> list[Change]:
    """Make all edits of each file, none of them written yet."""
    from wiq_cli.files.batch import Change  # noqa: PLC0415  # start-up
    from wiq_cli.files.disk import read_text  # noqa: PLC0415  # start-up

    by_file: dict[str, list[Edit]] = {}
    for one, wanted in edits:
        by_file.setdefault(one.file, []).extend(wanted)
    found = []
    for file, wanted in by_file.items():
        path = akten.ordner.root / file
        old = read_text(path, file)
        new = apply(old, wanted)
        if new != old:
            found.append(Change(path, file, old, new))
    return found


def refuse_new_faults(akten: Akten, changes: Iterable[Change]) -> None:
    """Raise ``Refused`` when a change makes something wrong in a file that was right before."""
    from wiq_cli.domain.errors import Refused  # noqa: PLC0415  # start-up
    from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up

    for one in changes:
        before = {(fault.rule, fault.message) for fault in read(Team, akten.sources[one.file], akten.heute).findings}
        for fault in read(Team, parse(one.new, one.file), akten.heute).findings:
            if (fault.rule, fault.message) not in before:
                raise Refused(f"{one.file}: {fault.message} {fault.help} Es wurde nichts geändert.")


def save(changes: Sequence[Change], *, dry_run: bool) -> None:
    """Write all files, or only show what would change."""
    from wiq_cli.files.batch import replace_all  # noqa: PLC0415  # start-up
    from wiq_cli.files.diff import unified  # noqa: PLC0415  # start-up

    if dry_run:
        out("".join(unified(one.old, one.new, one.file) for one in changes))
    else:
        replace_all(changes)


def print_json(document: dict[str, Any]) -> None:
    """Print one document."""
    import json  # noqa: PLC0415  # start-up

    out(json.dumps(document, ensure_ascii=False, indent=2))


def addresses(akten: Akten, mensch: Mensch, target: str | None) -> list[str]:
    """Give the addresses of all published files that can have shown the person: those of the own teams, and others that do."""
    from wiq_cli.domain.errors import WiqError  # noqa: PLC0415  # start-up
    from wiq_cli.files.site import MANIFEST, Site  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.publish import read_manifest  # noqa: PLC0415  # start-up

    site = Site(site_folder(akten, target), akten.ordner.root)
    try:
        manifest = read_manifest(site.read(MANIFEST).decode("utf-8", "replace"))
        domain = akten.ordner.netzwerk.domain
    except WiqError:
        return []
    folders, looker = tuple(f"teams/{team}/" for team in mensch.teams), akten.traces(mensch)

    def shows(name: str) -> bool:
        text = site.read(name).decode("utf-8", "replace")
        return looker.may_hold(text) and bool(looker.hits(text, "", None))

    names = [one for one in (manifest.files if manifest else ()) if one.startswith(folders) or shows(one)]
    return [f"https://{domain}/{name}" if domain else name for name in names]
