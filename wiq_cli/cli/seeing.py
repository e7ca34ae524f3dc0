"""Reading what the Monday screen shows, without reading again what has not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.errors import Unreadable
from wiq_cli.files.disk import read_bytes
from wiq_cli.files.index import Index
from wiq_cli.files.netz import MARKER
from wiq_cli.usecases.status import Known, Seen, Unread
from wiq_cli.usecases.status_facts import kept, mark, recalled, span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.files.versions import Versions
    from wiq_cli.usecases.status_look import Published
    from wiq_cli.usecases.wish_age import Wanted

FEWEST = 20  # teams; fewer are read as quickly


class Seeing:
    """One look at all teams. Facts that point to nobody are remembered with the ages of wishes, as long as file and git stay."""

    def __init__(self, ordner: Netzordner, versions: Versions, rahmen: Rahmen) -> None:
        self._ordner = ordner
        self._versions = versions
        self._rahmen = rahmen
        self._index: Index | None = None
        self._closely = False
        self._keep: dict[str, tuple[bytes, Seen, dict[str, str] | None]] = {}  # with the ages as they were remembered

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
        outcomes = [self._seen(path) for path in paths]
        return Known(
            [one for one in outcomes if isinstance(one, Seen)], beschluesse, self._versions, published,
            [one for one in outcomes if isinstance(one, Unread)], self._words,
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

    def _seen(self, path: Path) -> Seen | Unread:
        data = _contents(path)
        entry = self._index.get(path.name, data) if self._index else None
        if entry is not None:
            ages = entry["ages"] if entry["git"] == self._stamp(path.stem) else {}
            seen = Seen(path.stem, recalled(entry["facts"]), 0, dict(ages))
            self._keep[path.name] = data, seen, ages
            return seen
        return self._read(path, data)

    def _read(self, path: Path, data: bytes) -> Seen | Unread:
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.status_gather import facts, may_be_kept, who_agreed  # noqa: PLC0415  # start-up

        outcome = self._ordner.attempt(Team, path)
        if isinstance(outcome, Unreadable) or outcome.model is None:
            first = min(outcome.findings, key=lambda one: one.sort_key())
            return Unread(path.stem, first.file, first.span.line, f"{first.message} {first.help}".rstrip())
        agreed = who_agreed(outcome.model) if self._closely else {}
        found = facts(path.stem, outcome.model, self._rahmen)
        seen = Seen(path.stem, found, len(outcome.findings), agreed=agreed)
        if not outcome.findings and may_be_kept(path.stem, outcome.model) and _contents(path) == data:
            self._keep[path.name] = data, seen, None  # nobody wrote in between
        return seen

    def _words(self, kuerzel: str) -> Mapping[str, Wanted]:
        from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
        from wiq_cli.usecases.status_gather import asked  # noqa: PLC0415  # start-up

        outcome = self._ordner.attempt(Team, self._ordner.team_path(kuerzel))
        team: Team | None = None if isinstance(outcome, Unreadable) else outcome.model
        return {mark(wanted[1]): wanted for _, wanted in asked(team)} if team else {}

    def _stamp(self, kuerzel: str) -> list[str]:
        """Give what tells one history of a file from another."""
        versions = self._versions.of(kuerzel)
        return [str(len(versions)), versions[0].blob or ""] if versions else []


def _contents(path: Path) -> bytes:
    try:
        return read_bytes(path, "")
    except Unreadable:
        return b""  # whoever reads it as a team says why
