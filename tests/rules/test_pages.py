"""Every rule's page is its test: *Falsch* raises exactly this rule, *Richtig* raises nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import pages
from tests.support.run import wiq
from tests.support.texts import TEAM, network
from wiq_cli.rules.engine import FILE_NAME, rule, rule_files

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = list(rule_files())
# A gap is no fault where a page shows a bare file: those pages are about the text, not about the concept.
BESIDE_THE_POINT = {"WIQ101", "WIQ201"}
SEALS = "WIQ46"  # a decision on a page about something else has no seal


def _unreadable(path: Path) -> None:
    path.unlink()
    path.symlink_to("garten-gibt-es-nicht")


def _link(path: Path) -> None:
    other = path.parent.parent / "ziel.txt"
    path.rename(other)
    path.symlink_to(f"../{other.name}")


# Rules about files that no YAML block can show.
ON_DISK: dict[str, Callable[[Path], object]] = {
    "WIQ002": _link,
    "WIQ003": lambda path: path.write_text(TEAM + "# " + "x" * 300_000, encoding="utf-8"),
    "WIQ004": lambda path: path.write_bytes(TEAM.encode("latin-1")),
}
# Not readable for lack of rights: shown by a file that vanishes while it is read (root may read everything).
WITHOUT_BLOCK = {*ON_DISK, "WIQ001"}


def found(capsys: pytest.CaptureFixture[str], root: Path, rule_id: str = SEALS) -> set[str]:
    beside = [] if rule_id.startswith(SEALS) else ["--ignore", SEALS]
    result = wiq(capsys, root, "check", "--format", "json", *beside)
    assert result.code in (0, 1), result.err
    return {one["rule"] for one in result.json["findings"]}


@pytest.mark.parametrize("rule_id", RULES)
def test_falsch_raises_exactly_this_rule(rule_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = pages.block(rule(rule_id).page, "Falsch:")
    if text is None:
        assert rule_id in WITHOUT_BLOCK, "the page needs a Falsch block"
        return
    pages.write(tmp_path, rule_id, text)
    ignored = BESIDE_THE_POINT if rule_id.startswith(pages.RAW) else set()
    assert found(capsys, tmp_path, rule_id) - ignored == {rule_id}


@pytest.mark.parametrize("rule_id", RULES)
def test_richtig_raises_nothing(rule_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = pages.block(rule(rule_id).page, "Richtig:")
    if text is None:
        assert rule_id in WITHOUT_BLOCK, "the page needs a Richtig block"
        return
    pages.write(tmp_path, rule_id, text)
    ignored = BESIDE_THE_POINT if rule_id.startswith(pages.RAW) else set()
    assert found(capsys, tmp_path, rule_id) - ignored == set()


@pytest.mark.parametrize("rule_id", sorted(ON_DISK))
def test_files_that_are_refused_as_such(rule_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path)
    ON_DISK[rule_id](root / "teams" / "garten.yaml")
    assert found(capsys, root) == {rule_id}


def test_a_file_that_cannot_be_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network(tmp_path)

    def refuse(path: object, *rest: object) -> int:
        if str(path).endswith("garten.yaml"):
            raise PermissionError(13, "no")
        return real(path, *rest)  # type: ignore[arg-type]  # passed on as it came

    real = os.open
    monkeypatch.setattr(os, "open", refuse)
    assert found(capsys, root) == {"WIQ001"}


def test_the_complete_team_of_the_tests_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, network(tmp_path)) == set()


@pytest.mark.parametrize("rule_id", RULES)
def test_every_rule_has_a_page_and_a_level(rule_id: str) -> None:
    one = rule(rule_id)
    assert one.title
    assert len(one.title) < 80
    assert re.fullmatch(r"[a-z0-9-]+", one.name)
    assert len(one.page.strip().splitlines()) > 2, "a page says more than its title"


def test_every_rule_file_is_found() -> None:
    folder = Path(__file__).parents[2] / "wiq_cli" / "rules"
    files = [path.name for path in folder.glob("*.py") if path.name not in ("__init__.py", "engine.py")]
    assert all(FILE_NAME.fullmatch(name) for name in files)
    assert len(files) == len(RULES), "two rules share an id"


def test_every_rule_that_the_code_raises_has_a_page() -> None:
    package = Path(__file__).parents[2] / "wiq_cli"
    raised = {
        one for path in package.rglob("*.py") for one in re.findall(r"\"(WIQ[0-9]{3})\"", path.read_text("utf-8"))
    }
    assert raised <= set(RULES)
