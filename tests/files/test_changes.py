"""When a team file was last changed, as git knows it, and what counts where git knows nothing."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from wiq_cli.domain.public import ANFANG
from wiq_cli.files.changes import Changes

if TYPE_CHECKING:
    from pathlib import Path

HEUTE = date(2026, 11, 22)
FIRST, SECOND, THIRD = (datetime(2026, 5, day, 8, tzinfo=UTC) for day in (1, 2, 3))


def git(folder: Path, *words: str, when: datetime = FIRST) -> None:
    moment = when.isoformat()
    more = {"GIT_AUTHOR_DATE": "2020-01-01T00:00:00+00:00", "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin"}
    names = ("-c", "user.name=Netz", "-c", "user.email=netz@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *words], cwd=folder, env=more, check=True, capture_output=True)


def write(root: Path, kuerzel: str, text: str) -> None:
    path = root / "teams" / f"{kuerzel}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(root: Path, when: datetime) -> None:
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "x", when=when)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a network in a folder of its repository."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    root = tmp_path / "netz"
    write(root, "garten", "1")
    write(root, "essen", "1")
    commit(tmp_path, FIRST)
    return root


def test_each_file_has_its_own_commit(root: Path) -> None:
    write(root, "garten", "2")
    commit(root, SECOND)
    (root / "wiq.yaml").write_text("1", encoding="utf-8")
    commit(root, THIRD)
    changes = Changes(root, HEUTE)
    assert (changes.of_team("essen"), changes.of_team("garten")) == (FIRST, SECOND)
    assert changes.of_team("nie-da") == ANFANG


def test_a_merge_counts_from_the_day_it_came(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "zweig")
    write(root, "essen", "2")
    commit(root, SECOND)
    git(root, "checkout", "--quiet", "main")
    write(root, "garten", "2")
    commit(root, SECOND)
    git(root, "merge", "--quiet", "--no-edit", "zweig", when=THIRD)
    changes = Changes(root, HEUTE)
    assert (changes.of_team("essen"), changes.of_team("garten")) == (THIRD, SECOND)


def test_what_is_not_committed_changed_today(root: Path) -> None:
    write(root, "garten", "2")
    write(root, "neu", "1")
    changes = Changes(root, HEUTE)
    today = datetime(2026, 11, 22, tzinfo=UTC)
    assert [changes.of_team(one) for one in ("garten", "neu", "essen")] == [today, today, FIRST]


@pytest.mark.parametrize(
    ("epoch", "moment"),
    [
        ("", ANFANG),
        ("1767225600", datetime(2026, 1, 1, tzinfo=UTC)),
        ("gestern", ANFANG),
        ("9" * 12, ANFANG),
        ("-5", ANFANG),
    ],
)
def test_without_git(tmp_path: Path, epoch: str, moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    write(tmp_path, "garten", "1")
    assert Changes(tmp_path, HEUTE).of_team("garten") == moment
    git(tmp_path, "init", "--quiet")
    assert Changes(tmp_path, HEUTE).of_team("garten") == moment, "no commit yet"
