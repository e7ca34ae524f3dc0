"""Every line of all pages is looked at once, and remembered with what it tells to whom: most lines stand on many pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.scan.figures import LINE_END
from wiq_cli.scan.tags import MARKDOWN
from wiq_cli.scan.verdicts import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from wiq_cli.scan.figures import Figures
    from wiq_cli.scan.tags import Tags
    from wiq_cli.scan.verdicts import Verdicts

EVERYBODY = frozenset({""})
MOST = 100_000  # lines


class Told(NamedTuple):
    """What a line tells: its words to these teams, its tags to those."""

    teams: frozenset[str]
    tags: Mapping[str, frozenset[str]]


class Lines:
    """Remembers of each line what stands before its first and behind its last letter, and what it tells."""

    def __init__(self, tags: Tags, verdicts: Verdicts, figures: Figures) -> None:
        self._tags = tags
        self._verdicts = verdicts
        self._figures = figures
        self._edges: tuple[dict[str, bytes], dict[str, bytes]] = ({}, {})  # in Markdown or not
        self._told: tuple[dict[str, Told], dict[str, Told]] = ({}, {})

    def learn(self, texts: Collection[tuple[str, str]]) -> None:
        """Look at the lines of many texts at once: that costs less than one text after the other."""
        for markdown in (False, True):
            lines = {line for text, name in texts if name.endswith(MARKDOWN) == markdown for line in text.split("\n")}
            self._learn(lines, markdown=markdown)

    def tell(self, lines: Collection[str], name: str, team: str | None, holds: Callable[[str], bool]) -> bool:
        """Whether these lines can tell anything to this team. ``holds``: whether a tag holds anything for anybody."""
        markdown = name.endswith(MARKDOWN)
        every = set(lines)
        self._learn(every, markdown=markdown)
        told, mine = self._told[markdown], {"", team}
        for one in [told[line] for line in told.keys() & every]:
            if not mine.isdisjoint(one.teams):
                return True
            if any(not mine.isdisjoint(teams) and holds(tag) for tag, teams in one.tags.items()):
                return True
        return self._figures.tell(LINE_END.join(map(self._edges[markdown].__getitem__, lines)))

    def _learn(self, lines: set[str], *, markdown: bool) -> None:
        edges, told = self._edges[markdown], self._told[markdown]
        new = list(lines.difference(edges))
        if not new:
            return
        if len(edges) > MOST:
            edges.clear()
            told.clear()
            new = list(lines)
        bare = self._tags.bare("\n".join(new), MARKDOWN if markdown else "")
        data = bare.text.encode("utf-8", "surrogatepass")
        rows, figures = self._figures.between(data)
        edges.update(zip(new, rows, strict=True))
        words = {**self._verdicts.by_line(data), **dict.fromkeys((*figures, *bare.open), EVERYBODY)}
        for number in words.keys() | bare.telling.keys():
            told[new[number]] = Told(words.get(number, NONE), bare.telling.get(number, {}))
