"""The handbook's pages are run from top to bottom, on copies of the example network; what they name exists."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer
import typer.main
from markdown_it import MarkdownIt
from pypdf import PdfReader

from tests.support.browser import Tab, running
from tests.support.handbook.consoles import blocks, commands, play
from tests.support.handbook.markdown import GENERATED
from tests.support.repo import commit, git
from wiq_cli.cli.german import COMMON
from wiq_cli.cli.main import app, main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PLAYED = [
    one for one in sorted(DOCS.glob("*.md")) if any(kind == "console" for kind, _ in blocks(one.read_text("utf-8")))
]
WRITTEN = [one for one in (*ROOT.glob("*.md"), *DOCS.glob("*.md")) if not one.read_text("utf-8").startswith(GENERATED)]
INLINE = re.compile(r"`(wiq [^`\n]+)`")
HOST = "https://git.example.org/"
BEGUN = "2026-11-16"


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a server that holds the example network as ``wiq init`` would have set it up, under a name made up."""
    work = tmp_path / "work"
    assert (
        main(["init", str(work), "--privacy", f"{HOST}a", "--imprint", f"{HOST}b", "--domain", "git.example.org"]) == 0
    )
    shutil.copytree(
        ROOT / "examples" / "wir-im-quartier",
        work,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("site", ".wiq-cache"),
    )
    commit(work, BEGUN)
    server = tmp_path / "forge" / "wir-im-quartier.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(work), str(server))
    shutil.rmtree(work)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", f"url.{server.parent}/.insteadOf")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", HOST)
    return server


@pytest.mark.parametrize("page", PLAYED, ids=lambda one: one.name)
@pytest.mark.usefixtures("forge")
def test_the_page_works_as_it_stands(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    if not re.search(r"^\$ git clone ", text, re.MULTILINE):
        git(home, "clone", "--quiet", f"{HOST}wir-im-quartier.git", "netz")
        home /= "netz"
    assert play(text, home)


def calls(text: str) -> Iterator[list[str]]:
    """Give every call of wiq that a page names: in blocks for a shell, and inside sentences."""
    lines = INLINE.findall(re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
    for kind, block in blocks(text):
        if kind == "console":
            lines += [command.replace("\\\n", " ") for command, _ in commands(block)]
        elif kind == "sh":
            lines += block.replace("\\\n", " ").splitlines()
    yield from (words[1:] for line in lines if (words := shlex.split(line, comments=True)) and words[0] == "wiq")


def unknown(words: list[str]) -> list[str]:
    """Give what of a call wiq does not know: the name of its command, or options."""
    command: Any = typer.main.get_command(app)
    while words and hasattr(command, "list_commands") and not words[0].startswith("-"):
        if words[0] not in command.list_commands(None):
            return words[:1] if words[0].isascii() and words[0].islower() else []  # otherwise a word like BEFEHL
        command = command.get_command(None, words.pop(0))
    known = {name for one in (*command.get_params(typer.Context(command)), *COMMON) for name in one.opts} | {
        "-h",
        "--help",
    }
    return [one for one in words if one.startswith("-") and one != "-" and one.partition("=")[0] not in known]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda one: one.name)
def test_every_command_that_is_named_exists(page: Path) -> None:
    for words in calls(page.read_text(encoding="utf-8")):
        assert not unknown([*words]), shlex.join(["wiq", *words])


def test_what_team_leaders_get_fits_on_one_sheet(tmp_path: Path) -> None:
    sheet = tmp_path / "blatt.html"
    words = MarkdownIt().enable("table").render((DOCS / "teamleitung.md").read_text(encoding="utf-8"))
    # wider than most: what fits in these letters fits in others
    style = "@page { size: A4; margin: 2cm } body { font: 10.5pt/1.4 DejaVu Sans } pre { font-size: 9pt; padding: 6px; white-space: pre-wrap }"
    sheet.write_text(f'<!doctype html><meta charset="utf-8"><style>{style}</style>{words}', encoding="utf-8")
    with running(tmp_path / "home") as browser:
        tab = Tab(browser)
        tab.goto(sheet.as_uri())
        assert len(PdfReader(io.BytesIO(tab.paper())).pages) == 1
