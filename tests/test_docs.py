"""The handbook: five pages and the completion of shells come from the code and are fresh; every link in every page leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.__main__ import PARTS, Part
from tests.support.handbook import commands, completion, fields, licences, rules, vorlagen
from wiq_cli.rules.engine import rule_files

ROOT = Path(__file__).parents[1]
PAGES = {
    "regeln.md": rules.page,
    "befehle.md": commands.page,
    "felder.md": fields.page,
    "vorlagen.md": vorlagen.page,
    "bibliotheken.md": licences.page,
}
BY_HAND = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
LINK = re.compile(r"\]\(([^)\s]+)\)")
ANCHOR = re.compile(r'<a id="([^"]+)">')
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", PAGES)
def test_the_generated_pages_are_fresh(name: str, bless: bool) -> None:
    path = ROOT / "docs" / name
    text = PAGES[name]()
    if bless:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "run: pytest --bless tests/test_docs.py"


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_the_completion_scripts_are_fresh(shell: str, bless: bool) -> None:
    path = completion.SCRIPTS / f"wiq.{shell}"
    text = completion.written(path)
    if bless:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "run: pytest --bless tests/test_docs.py"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.heading)
def test_the_page_of_the_benchmarks_says_what_they_say(part: Part) -> None:
    _, _, section = (ROOT / "docs/leistung.md").read_text(encoding="utf-8").partition(f"## {part.heading}\n")
    section = section.partition("\n## ")[0]
    assert section.rstrip().endswith(part.remarks)
    assert all(f"- {one}\n" in section for one in part.wanted)
    assert " ".join(("`python -m benchmarks." + part.call[0], *part.call[1:])) + "`" in section


def anchors(page: Path) -> set[str]:
    """Give what can be linked to: marks, and headings as the usual hosts name them."""
    text = page.read_text(encoding="utf-8")
    headings = (re.sub(r"[^\w\s-]", "", one.lower()).strip().replace(" ", "-") for one in HEADING.findall(text))
    return {*ANCHOR.findall(text), *headings}


@pytest.mark.parametrize("page", BY_HAND, ids=lambda one: one.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        other = (page.parent / name).resolve() if name else page
        assert other.exists(), target
        if anchor:
            assert anchor in anchors(other), target


def test_every_rule_and_every_command_can_be_linked_to() -> None:
    assert {one.lower() for one in rule_files()} <= anchors(ROOT / "docs" / "regeln.md")
    assert "wiq-check" in anchors(ROOT / "docs" / "befehle.md")
