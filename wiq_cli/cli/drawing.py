"""The pages of one publication. What would come out as it stands on the site already is not written again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from wiq_cli.cli.console import progress
from wiq_cli.cli.halves import in_two
from wiq_cli.files.compiled import CompiledFiles
from wiq_cli.files.index import Index
from wiq_cli.render.site import Pages
from wiq_cli.render.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from wiq_cli.cli.withdrawing import Standing
    from wiq_cli.domain.public import PublicNetwork, PublicProfile
    from wiq_cli.files.build import Pile
    from wiq_cli.files.site import Site
    from wiq_cli.files.vorlagen import Vorlagen

MANY = 500  # teams; fewer are not worth a second process
STEP = 20  # teams between two looks at how far we are


class Drawing:
    """Draws pages, and remembers by hashes alone which words made which page. The words of a page are in the site itself."""

    def __init__(self, site: Site, root: Path, vorlagen: Vorlagen, network: PublicNetwork) -> None:
        self._site = site
        self._network = network
        texts = [part for item in sorted(vorlagen.texts.items()) for part in item]
        self._index = Index(root, "publish", network.model_dump_json(), repr(sorted(vorlagen.own)), *texts)
        self._templates = Remembering(vorlagen, self)
        self._used: set[str] = set()
        self._all = True
        self.base: str | None = None  # the address of the site, where it is known

    def draw(
        self,
        profiles: Sequence[PublicProfile],
        calendars: Collection[str],
        pile: Pile,
        only: Collection[str] | None = None,
    ) -> None:
        """Put the pages of the network on the pile, and those of all teams or of a few."""
        pages = Pages(profiles, self._network, self._templates, calendars)
        self.base, self._all = pages.base, only is None
        progress("Ich schreibe die gemeinsamen Seiten …")
        pile.write(pages.of_network())
        due: list[tuple[PublicProfile, bytes]] = []
        for one in profiles:
            if only is None or one.kuerzel in only:
                key = hashlib.sha256(f"{one.model_dump_json()}{pages.depends_on(one)}".encode()).digest()
                self._used.add(one.kuerzel)
                if not pile.keep(self._index.get(one.kuerzel, key) or {}):
                    due.append((one, key))
        keys = {one.kuerzel: key for one, key in due}
        two = len(due) >= MANY and pile.is_shared
        for part in in_two(lambda number, of: _each(pages, [one for one, _ in due[number::of]], pile), worth=two):
            for kuerzel, sums in part.items():
                pile.sums |= sums
                self._index.put(kuerzel, keys[kuerzel], sums)

    def moved(
        self, standing: Standing, profiles: Sequence[PublicProfile], calendars: Collection[str]
    ) -> list[PublicProfile]:
        """Give the standing teams whose pages would lead astray, because the address of a word is another now."""
        were = Pages(standing.before, self._network, self._templates, standing.files)
        are = Pages(profiles, self._network, self._templates, {*calendars, *standing.names})
        return [one for one in standing.profiles if were.depends_on(one) != are.depends_on(one)]

    def save(self) -> None:
        """Remember it for the next run."""
        self._index.save(self._used if self._all else self._used | self._index.names)

    def recall(self, page: str, key: bytes) -> str | None:
        """Give a page of the network as it stands on the site, when these words made it."""
        self._used.add(f"/{page}")
        known = self._index.get(f"/{page}", key)
        return self._standing(page, known) if known else None

    def remember(self, page: str, key: bytes, text: str) -> None:
        """Remember what made a page of the network."""
        self._index.put(f"/{page}", key, _hash(text))

    def _standing(self, name: str, digest: str) -> str | None:
        data = self._site.read(name)
        return data.decode() if hashlib.sha256(data).hexdigest() == digest else None


class Remembering(Templates):
    """Templates that fill no page of the network twice with the same words."""

    def __init__(self, vorlagen: Vorlagen, drawing: Drawing) -> None:
        super().__init__(vorlagen.texts, vorlagen.own, CompiledFiles("jinja2"))
        self._drawing = drawing

    def html(self, name: str, /, **values: Any) -> str:
        """Fill a template, or give what came of it last time."""
        page = values["seite"]["pfad"]
        if page.startswith("teams/"):  # known as a whole already
            return super().html(name, **values)
        key = f"{name}{values}".encode("utf-8", "surrogatepass")
        text = self._drawing.recall(page, key)
        if text is None:
            text = super().html(name, **values)
            self._drawing.remember(page, key, text)
        return text


def _each(pages: Pages, profiles: Sequence[PublicProfile], pile: Pile) -> dict[str, dict[str, str]]:
    """Write the pages of these teams; give the digest of each."""
    written = {}
    for number, one in enumerate(profiles):
        if number % STEP == 0:
            progress(f"Ich schreibe die Seiten der Teams: {100 * number // len(profiles)} %")
        drawn = pages.of_team(one)
        pile.write(drawn)
        written[one.kuerzel] = {name: pile.sums[name] for name in drawn}
    return written


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
