"""Every line of all pages is looked at once, and remembered with what it tells to whom: most lines stand on many pages."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from wiq_cli.scan.figures import LINE_END
from wiq_cli.scan.tags import MARKDOWN, holding
from wiq_cli.scan.verdicts import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from wiq_cli.scan.figures import Figures
    from wiq_cli.scan.tags import Tags
    from wiq_cli.scan.verdicts import Verdicts

MOST = 30_000
OVER = re.compile(rb"\d[^\d ]*" + LINE_END + rb"[^\d ]*\d")


class Lines:
    """Knows of each line what it tells to whom, and what stands before its first and behind its last letter."""

    def __init__(self, tags: Tags, verdicts: Verdicts, figures: Figures) -> None:
        self._tags = tags
        self._verdicts = verdicts
        self._figures = figures
        self._known = {False: Known(), True: Known()}  # in Markdown or not

    def learn(self, texts: Collection[tuple[str, str]]) -> None:
        """Look at the lines of many texts at once: that costs less than one text after the other."""
        for markdown in self._known:
            self._learn(
                {line for text, name in texts if name.endswith(MARKDOWN) == markdown for line in text.split("\n")},
                markdown=markdown,
            )

    def tell(self, lines: Collection[str], name: str, team: str | None, holds: Callable[[str], bool]) -> bool:
        """Whether these lines can tell anything to this team. ``holds``: whether a tag holds anything for anybody."""
        every = set(lines)
        known = self._learn(every, markdown=name.endswith(MARKDOWN))
        for one in ("", team):
            if not every.isdisjoint(known.telling.get(one, ())):
                return True
            tagged = known.tagged.get(one, {})
            if any(holding((tag for line in tagged.keys() & every for tag in tagged[line]), holds)):
                return True
        return self._figures.tell(self._between(lines, name))

    def go_over(self, lines: Collection[str], name: str) -> bool:
        """Whether digits on both sides of a line end tell something together; all lines are known."""
        gaps = self._between(lines, name).split(b" ")
        return self._figures.tell(b" ".join([gap for gap in gaps if OVER.search(gap)]))

    def _between(self, lines: Collection[str], name: str) -> bytes:
        edges = self._known[name.endswith(MARKDOWN)].edges
        return LINE_END.join(map(edges.__getitem__, lines))

    def _learn(self, lines: set[str], *, markdown: bool) -> Known:
        known = self._known[markdown]
        new = list(lines.difference(known.edges))
        if not new:
            return known
        if len(known.edges) > MOST:
            known = self._known[markdown] = Known()
            new = list(lines)
        bare = self._tags.bare("\n".join(new), MARKDOWN if markdown else "")
        data = bare.text.encode("utf-8", "surrogatepass")
        rows, figures = self._figures.between(data)
        known.edges.update(zip(new, rows, strict=True))
        for number in (*figures, *bare.open):
            known.add(new[number], ALL)
        for number, teams in self._verdicts.by_line(data):
            known.add(new[number], teams)
        for number, tag, teams in bare.telling:
            known.add_tag(new[number], tag, teams)
        return known


class Known:
    """Lines that are known, and by team those that tell it something: by their words, by their tags."""

    def __init__(self) -> None:
        self.edges: dict[str, bytes] = {}
        self.telling: defaultdict[str | None, set[str]] = defaultdict(set)
        self.tagged: defaultdict[str | None, dict[str, list[str]]] = defaultdict(dict)

    def add(self, line: str, teams: Iterable[str]) -> None:
        for one in teams:
            self.telling[one].add(line)

    def add_tag(self, line: str, tag: str, teams: Iterable[str]) -> None:
        for one in teams:
            self.tagged[one].setdefault(line, []).append(tag)
