"""Some sites on disk and one browser for all tests of this folder: the example, one without teams, one of hard cases."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.support.browser import Browser, Tab, running
from tests.support.calendar_clients import served
from tests.support.profiles import FULL, NETWORK, bare, endless, hostile
from wiq_cli.cli.main import main
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.calendars import OF_ALL, of_team
from wiq_cli.render.site import site
from wiq_cli.render.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from _pytest.tmpdir import TempPathFactory

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "wir-im-quartier"
REFRESH = '<meta http-equiv="refresh"'


class Page(NamedTuple):
    """One page: how to name it, where it is served, where it lies."""

    name: str
    address: str
    file: Path


@pytest.fixture(scope="session")
def browser(tmp_path_factory: TempPathFactory) -> Iterator[Browser]:
    with running(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """Give a fresh window."""
    tab = Tab(browser)
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: TempPathFactory) -> Path:
    """Publish the example."""
    root = tmp_path_factory.mktemp("beispiel")
    assert main(["publish", "--root", str(EXAMPLE), "--today", "2026-11-22", "--out", str(root / "site")]) == 0
    return root / "site"


@pytest.fixture(scope="session")
def pages(example: Path, tmp_path_factory: TempPathFactory) -> Iterator[list[Page]]:
    """Serve all sites and give their pages, without those that lead on at once."""
    empty = site((), NETWORK.model_copy(update={"ort": None, "regeln": None}), Templates(shipped()))
    roots = [example, write(tmp_path_factory.mktemp("leer"), empty), write(tmp_path_factory.mktemp("schwer"), hard())]
    with ExitStack() as stack:
        found = []
        for root, word in zip(roots, ("beispiel", "leer", "schwer"), strict=True):
            base = stack.enter_context(served(root))
            for file in sorted(root.rglob("*.html")):
                name = file.relative_to(root).as_posix()
                if REFRESH not in file.read_text(encoding="utf-8"):
                    found.append(Page(f"{word}: {name}", f"{base}/{name}", file))
        yield found


def hard() -> dict[str, str]:
    """Give the pages of teams that make it hard, and a page that leads on as it looks before it does."""
    standing = FULL.model_copy(update={"kuerzel": "regal", "frueher": (), "status": "selbsttragend"})
    teams = [hostile(), bare(), endless(), standing]
    calendars = [OF_ALL, *(of_team(one.kuerzel) for one in teams)]
    pages = site(teams, NETWORK, Templates(shipped()), calendars)
    calendars += re.findall(r'href="(treffen-[^"]*\.ics)"', pages["index.html"])
    lines = pages["teams/beet/index.html"].splitlines(keepends=True)
    moved = "".join(line for line in lines if not line.startswith(REFRESH))
    return {**pages, "teams/beet/vorher.html": moved, **dict.fromkeys(calendars, "")}


def write(folder: Path, pages: Mapping[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
