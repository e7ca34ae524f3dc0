"""Which links lead back to where they began."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def in_circles(links: Mapping[str, Iterable[str]]) -> list[str]:
    """Give everything that lies on a circle, or between two: what is left when all loose ends are taken away."""
    forward = {node: set(targets) for node, targets in links.items()}
    kept = _without_ends(_without_ends(forward))  # once from the one side, once from the other
    return [node for node in links if node in kept]


def _without_ends(links: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Take away whatever leads nowhere, and give the remaining links turned round."""
    backward: dict[str, set[str]] = defaultdict(set)
    for node, targets in links.items():
        for target in targets:
            backward[target].add(node)
    left = Counter({node: len(targets) for node, targets in links.items()})
    waiting = [node for node in (*links, *backward) if not left[node]]
    gone = set(waiting)
    while waiting:
        for before in backward.get(waiting.pop(), ()):
            left[before] -= 1
            if not left[before] and before not in gone:
                gone.add(before)
                waiting.append(before)
    return {node: sources - gone for node, sources in backward.items() if node not in gone}
