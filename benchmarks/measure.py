"""Times whole programs side by side: in turn, after a warm-up, by the system's own account of each finished run."""

from __future__ import annotations

import json
import os
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True)
class Figures:
    """Medians of one program's runs."""

    cpu: float  # seconds of processor time, user and system
    wall: float  # seconds on the clock
    peak: float  # MiB of memory at most


def side_by_side(programs: Mapping[str, Sequence[str]], runs: int = 9, *, warm: bool = True) -> dict[str, Figures]:
    """Run the programs in turn (A B A B …) and give each one's medians."""
    samples: dict[str, list[Figures]] = {name: [] for name in programs}
    for number in range(runs + warm):
        for name, words in programs.items():
            found = _run(words)
            if number >= warm:  # the first round warms the caches
                samples[name].append(found)
    return {
        name: Figures(*(statistics.median(getattr(one, key) for one in found) for key in ("cpu", "wall", "peak")))
        for name, found in samples.items()
    }


def _run(words: Sequence[str]) -> Figures:
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    process = os.posix_spawnp(words[0], list(words), as_installed(), file_actions=quiet)
    _, _, usage = os.wait4(process, 0)
    return Figures(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024)


def apart(work: Callable[[], Any]) -> Any:
    """Do some work in a process of its own, where nothing is remembered from the last time. What it gives must fit into JSON."""
    reading, writing = os.pipe()
    if not (process := os.fork()):
        with os.fdopen(writing, "w") as stream:
            json.dump(work(), stream)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        found = json.load(stream)
    os.waitpid(process, 0)
    return found


def as_installed() -> dict[str, str]:
    """Give the environment of a program that was installed: Python may keep what it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def table(figures: Mapping[str, Figures], ours: str) -> str:
    """Write the figures as a Markdown table with each program's share of ours."""
    lines = ["| Programm | CPU ms | Uhr ms | MiB | CPU im Verhältnis |", "|---|---|---|---|---|"]
    for name, one in figures.items():
        ratio = one.cpu / figures[ours].cpu
        lines.append(f"| {name} | {one.cpu * 1000:.0f} | {one.wall * 1000:.0f} | {one.peak:.0f} | {ratio:.2f} |")
    return "\n".join(lines)
