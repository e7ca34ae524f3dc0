"""A network on disk: where its files lie, and reading them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wiq_cli import resources
from wiq_cli.domain.base import Modell
from wiq_cli.domain.errors import NothingToDo, Unreadable, reason
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.structure import Reading, read
from wiq_cli.files.disk import decode, read_text, within_limit
from wiq_cli.files.loader import parse
from wiq_cli.files.root import MARKER, root_above

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Regeln
    from wiq_cli.domain.source import Source
    from wiq_cli.domain.team import Team

M = TypeVar("M", bound=Modell)
FREIGABEN = "freigaben.yaml"
MODELS = {
    MARKER: ("netzwerk", "Netzwerk"),
    "regeln.yaml": ("regeln", "Regeln"),
    FREIGABEN: ("freigaben", "Freigaben"),
    "beschluesse": ("beschluss", "Beschluss"),
}
KENNUNG = re.compile(r"\bp[0-9]+\b")
SHIPPED_REGELN = resources.folder("templates") / "netz" / "regeln.yaml"


def find_root(start: Path) -> Path:
    """Give the nearest folder at or above ``start`` that holds a ``wiq.yaml``; raises ``NothingToDo``."""
    if found := root_above(str(start)):
        return Path(found)
    raise NothingToDo(
        "Hier ist kein Netzwerk: Es fehlt die Datei wiq.yaml. Wechsle in den Ordner, nenn ihn mit --root, "
        "oder leg mit „wiq init“ ein neues an."
    )


def model_for(name: str) -> type[Modell]:
    """Give the model of a file by its name in the network; what lies elsewhere is read as a team."""
    module, model = MODELS.get(name.partition("/")[0], ("team", "Team"))
    found: type[Modell] = getattr(import_module(f"wiq_cli.domain.{module}"), model)  # only this one: start-up
    return found


@dataclass(frozen=True)
class Netzordner:
    """The folder of a network. Paths are shown relative to it, with forward slashes."""

    root: Path
    heute: date | None = None  # for the dates that a refusal offers
    instead: dict[str, bytes] = field(default_factory=dict)  # what to read in place of some files
    absent: set[str] = field(default_factory=set)  # files on disk that do not count

    def name_of(self, path: Path) -> str:
        """Give the name of a file as findings show it."""
        whole, root = os.path.abspath(path), f"{self.root}{os.sep}"  # noqa: PTH100  # keeps links
        if whole.startswith(root):  # asked for every file: a short way for what is common
            return whole[len(root) :].replace(os.sep, "/")
        try:
            return Path(whole).relative_to(self.root).as_posix()
        except ValueError:
            return Path(whole).as_posix()

    def source(self, path: Path) -> Source:
        """Read one file strictly; raises ``Unreadable``."""
        name = self.name_of(path)
        data = self.instead.get(name)
        return parse(read_text(path, name) if data is None else decode(within_limit(data, name), name), name)

    def read(self, model: type[M], path: Path) -> Reading[M]:
        """Read one file as a model; raises ``Unreadable`` only where the text itself cannot be read."""
        return read(model, self.source(path), self.heute)

    def strict(self, model: type[M], path: Path) -> M:
        """Read one file that must be in order; raises ``Unreadable`` with everything that is wrong."""
        reading = self.read(model, path)
        if reading.model is None or reading.findings:
            raise Unreadable(reading.findings)
        return reading.model

    @cached_property
    def netzwerk(self) -> Netzwerk:
        """The network's settings; raises ``Unreadable``."""
        return self.strict(Netzwerk, self.root / MARKER)

    @cached_property
    def regeln(self) -> Regeln:
        """The network's rules, or the ones that ship with wiq; raises ``Unreadable``."""
        from wiq_cli.domain.regeln import Regeln  # noqa: PLC0415  # start-up

        return self.strict(Regeln, self.regeln_path)

    @cached_property
    def shipped_regeln(self) -> Regeln:
        """The rules that ship with wiq."""
        from wiq_cli.domain.regeln import Regeln  # noqa: PLC0415  # start-up

        return self.strict(Regeln, SHIPPED_REGELN)

    @property
    def has_own_regeln(self) -> bool:
        """Whether the network has rules of its own."""
        return self._has("regeln.yaml")

    @property
    def regeln_path(self) -> Path:
        """Where the rules stand: in the network, else the shipped ones."""
        return self.root / "regeln.yaml" if self.has_own_regeln else SHIPPED_REGELN

    @property
    def has_freigaben(self) -> bool:
        """Whether the network has exceptions of the search for private values."""
        return self._has(FREIGABEN)

    @property
    def freigaben_path(self) -> Path:
        return self.root / FREIGABEN

    def _has(self, name: str) -> bool:
        return name in self.instead or (name not in self.absent and os.path.lexists(self.root / name))

    def team_path(self, kuerzel: str) -> Path:
        return self.root / "teams" / f"{kuerzel}.yaml"

    def team_paths(self) -> list[Path]:
        """Every file that should be a team, by name. Raises ``Unreadable`` when the folder cannot be listed."""
        return self._yaml_files(self.root / "teams")

    def beschluss_paths(self) -> list[Path]:
        """Every decision file, by name."""
        top = self.root / "beschluesse"
        return [path for team in self._folders(top) for year in self._folders(team) for path in self._yaml_files(year)]

    def teams(self) -> Iterator[tuple[str, Reading[Team] | Unreadable]]:
        """Every team by its kuerzel: what was read, or why it was not."""
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

        yield from ((path.stem, self.attempt(Team, path)) for path in self.team_paths())

    def beschluesse(self) -> Iterator[tuple[str, Reading[Beschluss] | Unreadable]]:
        """Every decision by its id: what was read, or why it was not."""
        if not (paths := self.beschluss_paths()):
            return
        from wiq_cli.domain.beschluss import Beschluss  # noqa: PLC0415  # start-up

        yield from ((path.stem, self.attempt(Beschluss, path)) for path in paths)

    def all_paths(self) -> list[Path]:
        """Every file that wiq reads."""
        own = [self.root / MARKER, *([self.regeln_path] if self.has_own_regeln else [])]
        own += [self.freigaben_path] if self.has_freigaben else []
        return [*own, *self.team_paths(), *self.beschluss_paths()]

    def at_the_top(self) -> list[Path]:
        """Everything in the network's own folder; nothing hidden."""
        return sorted(path for path in self._listed(self.root) if not path.name.startswith("."))

    def below(self, folder: str) -> list[Path]:
        """Give everything below a folder that is no folder itself; no hidden ones. Raises ``NothingToDo``."""
        waiting: list[Path] = [self.root / folder]
        found: list[Path] = []
        while waiting:
            for path in self._listed(waiting.pop()):
                if path.name.startswith("."):
                    continue
                (waiting if path.is_dir() and not path.is_symlink() else found).append(path)
        return found

    def kennungen(self) -> set[str]:
        """Every ``kennung`` that was ever given in this network, in teams and decisions."""
        taken: set[str] = set()
        for path in (*self.team_paths(), *self.beschluss_paths()):
            try:
                taken.update(word for word in KENNUNG.findall(self.source(path).text))
            except Unreadable:  # what it holds is unknown; `wiq check` says so
                continue
        return taken

    def read_again(self, name: str) -> Reading[Any] | None:
        """Read a file once more by the name that findings give it; None where it no longer reads."""
        try:
            source = self.source(self.root / name)  # first: where there is none, no model has to be built
        except Unreadable:
            return None
        return read(model_for(name), source, self.heute)

    def attempt(self, model: type[M], path: Path) -> Reading[M] | Unreadable:
        """Read one file as a model; give the refusal instead of raising it."""
        try:
            return self.read(model, path)
        except Unreadable as error:
            return error

    def _yaml_files(self, folder: Path) -> list[Path]:
        found = (self._listed(folder) - {self.root / name for name in self.absent}) | self._only_instead(
            folder, depth=1
        )
        return sorted(
            (path for path in found if path.suffix in {".yaml", ".yml"} and not path.name.startswith(".")),
            key=lambda path: path.name,
        )

    def _folders(self, folder: Path) -> list[Path]:
        here = {path for path in self._listed(folder) if path.is_dir() and not path.is_symlink()}
        found = here | {path.parent for path in self._only_instead(folder, depth=2)}
        found |= {path.parent.parent for path in self._only_instead(folder, depth=3)}
        return sorted(path for path in found if not path.name.startswith("."))

    def _listed(self, folder: Path) -> set[Path]:
        """Everything in a folder; nothing where there is no folder. Raises ``NothingToDo`` for one that cannot be read."""
        name = self.name_of(folder)
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise NothingToDo(
                f"{name} ist kein gewöhnlicher Ordner. wiq folgt keinen Verweisen. Leg einen richtigen Ordner an."
            )
        try:
            return set(folder.iterdir())
        except FileNotFoundError:
            return set()
        except OSError as error:
            raise NothingToDo(f"Den Ordner {name} kann ich nicht lesen: {reason(error)}.") from None

    def _only_instead(self, folder: Path, *, depth: int) -> set[Path]:
        """Files this deep below a folder that are read from somewhere else than the disk."""
        paths = (self.root / name for name in self.instead)
        return {path for path in paths if len(path.parents) > depth and path.parents[depth - 1] == folder}
