"""The proof of one publication: which private values there are, and where one of them would have left the house."""

from __future__ import annotations

import contextlib
from hashlib import blake2b
from typing import TYPE_CHECKING

from wiq_cli.cli.halves import in_two
from wiq_cli.domain.errors import PublicationRefused
from wiq_cli.files.index import Index
from wiq_cli.render.site import INDEX, team_folder
from wiq_cli.report.unread import UNREAD
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.fingerprint import fingerprint
from wiq_cli.scan.proof import prove, scan_site, trace
from wiq_cli.scan.types import CannotScan, Scalar
from wiq_cli.usecases import publication
from wiq_cli.usecases.profile import closed
from wiq_cli.usecases.publish import heirs, team_of_page
from wiq_cli.usecases.release import freed_on_pages, terms
from wiq_cli.usecases.source_scan import SourceScan, shown_texts, still_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from wiq_cli.files.netz import Netzordner
    from wiq_cli.files.sources import Sources
    from wiq_cli.files.vorlagen import Vorlagen
    from wiq_cli.scan.types import Hit
    from wiq_cli.usecases.publication import Leck

    Files = Callable[
        [bool], Iterable[tuple[str, bytes]]
    ]  # whether this reader is the first, who looks at their form too
    Found = list[tuple[str, str | None, Hit]]

REASONS = {
    "blind": "Die Prüfung auf private Angaben hat ihre eigene Probe nicht gefunden. Bitte melde das als Fehler in wiq.",
    "empty": "Im Netzwerk stehen Personen, aber weder Name noch Adresse noch Nummer. Die Prüfung wüsste nicht, wonach sie suchen soll.",
}
MANY = 2000  # files; fewer are not worth a second process


class Proof:
    """Knows every private value of the network. It reads all bytes in every run; where the same bytes were searched before by
    the same scanner for the same values, and nothing was found, the same search is not made twice."""

    def __init__(self, ordner: Netzordner, sources: Sources, heute: date, vorlagen: Vorlagen, memory: Path) -> None:
        self._ordner = ordner
        self._sources = sources
        self._heute = heute
        self._vorlagen = vorlagen
        self.held = terms(sources.freigaben, self._texts(), heute)
        with explained():
            self._needles = collect(self._texts(), heute)
            self._freed = freed_on_pages(self._needles, self.held, sources.kuerzel) if self.held else self._needles
            self._heirs = heirs(sources.whole_teams)
            self._clean = Clean(memory, f"{fingerprint(self._freed)} {sorted(self._heirs.items())}")
            prove(self._needles)

    @property
    def count(self) -> int:
        """How many private values are looked for."""
        return self._needles.count

    def leaks(self, files: Files, teams: Collection[str], *, many: int) -> tuple[Leck, ...]:
        """Look through all files. ``teams`` are those whose pages are new; ``many`` says how many files there are."""
        with explained():
            found = self._found(files, many)
            traced = trace(self._freed, found, [*self._texts(), *self._own_names()]) if found else ()
        leaks = publication.told_once(
            publication.leck(one.team, one.file, one.path, one.kind, one.output, self._sources.line_of)
            for one in traced
        )
        known = {(one.file, one.field, one.kind) for one in leaks}
        beside = (one for one in self._beside(teams) if (one.file, one.field, one.kind) not in known)
        return tuple(sorted({*leaks, *beside}, key=publication.place))

    def _texts(self) -> Iterator[Scalar]:
        """Give every text of the network and of its templates. Who keeps them all keeps them twice."""
        yield from (Scalar(*one) for one in self._sources.texts())
        yield from _lines(self._vorlagen)

    def save(self) -> None:
        """Remember for the next run where nothing was found."""
        self._clean.save()

    def _own_names(self) -> Iterator[Scalar]:
        """Give the keys of the network's own rules: people chose them, and pages show them. A path would say the key itself."""
        if self._ordner.has_own_regeln:
            file = self._ordner.name_of(self._ordner.regeln_path)
            for key in ("begriffe", "teams"):
                for name in getattr(self._sources.regeln, key):
                    yield Scalar(file, (key,), name)

    def _found(self, files: Files, many: int) -> Found:
        def half(number: int, of: int) -> tuple[Found, dict[str, str]]:
            named = ((name, data, self._owner(name)) for name, data in files(number == 0))
            looked: dict[str, str] = {}
            return scan_site(self._freed, named, (number, of), self._clean.noting(looked)), looked

        parts = in_two(half, worth=many >= MANY)
        found = [one for part, _ in parts for one in part]
        self._clean.keep(
            {name: seen for _, looked in parts for name, seen in looked.items()}, {one[0] for one in found}
        )
        return found

    def _owner(self, page: str) -> str | None:
        """Give the team that a page is about: at an earlier address may stand what may stand at today's."""
        team = team_of_page(page)
        return self._heirs.get(team, team) if team else None

    def _beside(self, teams: Collection[str]) -> Iterator[Leck]:
        """Find in other fields what an exception frees in one: on a page nobody can tell them apart."""
        scan, wanted = SourceScan(self._needles, self.held), {term.freigabe.team for term in self.held}
        for kuerzel, team in self._sources.whole_teams:
            if kuerzel not in wanted or kuerzel not in teams or closed(team, self._heute):
                continue
            file = self._ordner.name_of(self._ordner.team_path(kuerzel))
            texts = [(path, text) for name, path, text in self._sources.texts() if name == file]
            for one in scan.exposed(shown_texts(texts, "team"), kuerzel):
                if still_shown(team, one.path):
                    page = f"{team_folder(kuerzel)}{INDEX}"
                    yield publication.leck(kuerzel, file, one.path, one.kind, page, self._sources.line_of)


class Clean:
    """Which files nothing was found in, by the digest of their bytes, of the values looked for and of the scanner.

    Any other value, exception or scanner, wherever in the network, and nothing that was found out before counts.
    """

    def __init__(self, root: Path, searched_for: str) -> None:
        self._index = Index(root, "proof", searched_for)
        self._now: dict[str, str] = {}

    def noting(self, looked: dict[str, str]) -> Callable[[str, bytes], bool]:
        """Give a look-up that notes in ``looked`` what it was asked about."""

        def is_clean(name: str, data: bytes) -> bool:
            looked[name] = blake2b(data, digest_size=16).hexdigest()
            return self._index.get(name, looked[name].encode()) is not None

        return is_clean

    def keep(self, looked: Mapping[str, str], found: Collection[str]) -> None:
        """Note what was looked at, and in which of these files something was found."""
        self._now = {name: seen for name, seen in looked.items() if name not in found}

    def save(self) -> None:
        """Remember it for the next run, of this site alone."""
        for name, seen in self._now.items():
            self._index.put(name, seen.encode(), value=True)
        self._index.save(self._now)


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Say why a publication that nobody can vouch for is refused."""
    try:
        yield
    except CannotScan as error:
        raise PublicationRefused(
            (REASONS.get(error.reason) or f"{error.output}: {UNREAD[error.reason]}")
            + " Es wurde nichts veröffentlicht."
        ) from None


def _lines(vorlagen: Vorlagen) -> Iterator[Scalar]:
    for name in sorted(vorlagen.own):
        for number, line in enumerate(vorlagen.texts[name].split("\n"), start=1):
            yield Scalar(f"vorlagen/{name}", (number,), line)
