"""Reading what the Monday screen shows, without reading again what has not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wiq_cli.domain.errors import Unreadable
from wiq_cli.files.disk import read_bytes
from wiq_cli.files.index import Index
from wiq_cli.files.root import MARKER
from wiq_cli.usecases.status import Known, Seen, Unread
from wiq_cli.usecases.status_facts import kept, mark, recalled, span
from wiq_cli.usecases.status_rulings import kept as kept_ruling
from wiq_cli.usecases.status_rulings import recalled as recalled_ruling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.files.versions import Versions
    from wiq_cli.usecases.status_look import Published
    from wiq_cli.usecases.wish_age import Wanted

FEWEST = 20  # teams; fewer are read as quickly
MANY = 60  # teams; from here on a second process pays


class Fresh(NamedTuple):
    """What a file said that had to be read, with the words of its wishes by their mark."""

    outcome: Seen | Unread
    words: Mapping[str, Wanted] = {}
    lasts: bool = False  # whether it may be remembered


class Seeing:
    """One look at all teams. Facts that point to nobody are remembered with the ages of wishes, as long as file and git stay."""

    def __init__(self, ordner: Netzordner, versions: Versions, rahmen: Rahmen) -> None:
        self._ordner = ordner
        self._versions = versions
        self._rahmen = rahmen
        self._index: Index | None = None
        self._closely = False
        self._keep: dict[str, tuple[bytes, Seen, dict[str, str] | None]] = {}  # with the ages as they were remembered
        self._words: dict[str, Mapping[str, Wanted]] = {}  # of the teams that were read

    def rulings(self) -> tuple[list[Beschluss], list[str]]:
        """Read the decisions as far as the screen needs them; say of the others what is wrong."""
        paths = self._ordner.beschluss_paths()
        ids = {mark(path.stem): path.stem for path in paths}
        index = Index(self._ordner.root, "stand-beschluesse") if len(paths) >= FEWEST else None
        found, broken = [], []
        names = {path: mark(self._ordner.name_of(path)) for path in paths}  # a file name may tell of somebody
        for path, key in names.items():
            data = _contents(path)
            entry = index.get(key, data) if index else None
            outcome = entry or self._ruling(path)
            if isinstance(outcome, str):
                broken.append(outcome)
                continue
            if index and not entry and _contents(path) == data:
                index.put(key, data, outcome)
            found.append(recalled_ruling(outcome, path.stem, ids))
        if index:
            index.save(names.values())
        return found, broken

    def _ruling(self, path: Path) -> dict[str, Any] | str:
        from wiq_cli.domain.beschluss import Beschluss  # noqa: PLC0415  # start-up

        outcome = self._ordner.attempt(Beschluss, path)
        if isinstance(outcome, Unreadable) or outcome.model is None:
            return str(outcome if isinstance(outcome, Unreadable) else Unreadable(outcome.findings))
        return kept_ruling(outcome.model)

    def known(self, beschluesse: Sequence[Beschluss], published: Published | None, only: Path | None = None) -> Known:
        """Read the teams, or one; of one alone also whose consents end."""
        paths = [only] if only else self._ordner.team_paths()
        self._closely = only is not None
        if len(paths) >= FEWEST:
            regeln = read_bytes(self._ordner.regeln_path, "regeln.yaml")
            days = (day.isoformat() for day in span(self._rahmen.heute))
            self._index = Index(
                self._ordner.root, "stand", read_bytes(self._ordner.root / MARKER, MARKER), regeln, *days
            )
        data = {path: _contents(path) for path in paths}
        seen: dict[Path, Seen | Unread] = {path: one for path in paths if (one := self._remembered(path, data[path]))}
        seen |= self._read({path: one for path, one in data.items() if path not in seen})
        outcomes = [seen[path] for path in paths]
        return Known(
            [one for one in outcomes if isinstance(one, Seen)], beschluesse, self._versions, published,
            [one for one in outcomes if isinstance(one, Unread)], self._words_of,
        )  # fmt: skip

    def save(self) -> None:
        """Remember what may be remembered."""
        if self._index is None:
            return
        for name, (data, seen, before) in self._keep.items():
            if seen.ages != before:
                entry = {"facts": kept(seen.facts), "git": self._stamp(seen.kuerzel), "ages": seen.ages}
                self._index.put(name, data, entry)
        self._index.save([path.name for path in self._ordner.team_paths()])

    def _remembered(self, path: Path, data: bytes) -> Seen | None:
        entry = self._index.get(path.name, data) if self._index else None
        if entry is None:
            return None
        ages = entry["ages"] if entry["git"] == self._stamp(path.stem) else {}
        seen = Seen(path.stem, recalled(entry["facts"]), 0, dict(ages))
        self._keep[path.name] = data, seen, ages
        return seen

    def _read(self, files: Mapping[Path, bytes]) -> dict[Path, Seen | Unread]:
        """Read files; many of them in two processes."""
        if not files:
            return {}
        from wiq_cli.cli.halves import in_two  # noqa: PLC0415  # start-up
        from wiq_cli.usecases import status_gather  # noqa: F401, PLC0415  # start-up; once, for both processes

        def part(number: int, of: int) -> list[tuple[Path, Fresh]]:
            return [(path, self._fresh(path, files[path])) for path in list(files)[number::of]]

        found = {path: one for piece in in_two(part, worth=len(files) >= MANY) for path, one in piece}
        for path, one in found.items():
            self._words[path.stem] = one.words
            if one.lasts and isinstance(one.outcome, Seen):
                self._keep[path.name] = files[path], one.outcome, None
        return {path: one.outcome for path, one in found.items()}

    def _fresh(self, path: Path, data: bytes) -> Fresh:
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.status_gather import asked, facts, may_be_kept, who_agreed  # noqa: PLC0415  # start-up

        outcome = self._ordner.attempt(Team, path)
        team = None if isinstance(outcome, Unreadable) else outcome.model
        if team is None:
            first = min(outcome.findings, key=lambda one: one.sort_key())
            return Fresh(Unread(path.stem, first.file, first.span.line, f"{first.message} {first.help}".rstrip()))
        agreed = who_agreed(team) if self._closely else {}
        seen = Seen(path.stem, facts(path.stem, team, self._rahmen), len(outcome.findings), agreed=agreed)
        lasts = (
            not outcome.findings and may_be_kept(path.stem, team) and _contents(path) == data
        )  # nobody wrote meanwhile
        return Fresh(seen, {mark(wanted[1]): wanted for _, wanted in asked(team)}, lasts)

    def _words_of(self, kuerzel: str) -> Mapping[str, Wanted]:
        if kuerzel not in self._words:
            path = self._ordner.team_path(kuerzel)
            self._words[kuerzel] = self._fresh(path, b"").words
        return self._words[kuerzel]

    def _stamp(self, kuerzel: str) -> list[str]:
        """Give what tells one history of a file from another."""
        versions = self._versions.of(kuerzel)
        return [str(len(versions)), versions[0].blob or ""] if versions else []


def _contents(path: Path) -> bytes:
    try:
        return read_bytes(path, "")
    except Unreadable:
        return b""  # whoever reads it as a team says why
