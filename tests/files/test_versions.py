"""What git knows about the versions of team files."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support.repo import commit, git
from tests.support.texts import TEAM, network
from wiq_cli.files.versions import MANY, Versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Asked = Callable[[Path], Versions]


@pytest.fixture
def asked() -> Iterator[Asked]:
    with ExitStack() as stack:
        yield lambda root: stack.enter_context(Versions(root, "Europe/Berlin"))


def test_each_version_has_its_day_and_its_contents(asked: Asked, tmp_path: Path) -> None:
    root = network(tmp_path / "netz")
    commit(root, "2026-09-01")
    (root / "teams" / "garten.yaml").write_text(TEAM + "notizen: [neu]\n", encoding="utf-8")
    commit(root, "2026-10-01")
    known = asked(root)
    assert [one.day for one in known.of("garten")] == [date(2026, 10, 1), date(2026, 9, 1)]
    contents = dict(known.texts(one.blob for one in known.of("garten") if one.blob))
    assert [contents[one.blob or ""] for one in known.of("garten")] == [TEAM + "notizen: [neu]\n", TEAM]
    assert known.of("anderes") == []
    assert known.state == "full"


def test_a_network_below_the_top_of_a_repository(asked: Asked, tmp_path: Path) -> None:
    root = network(tmp_path / "oben" / "netz")
    commit(tmp_path / "oben", "2026-09-01")
    assert [one.day for one in asked(root).of("garten")] == [date(2026, 9, 1)]


def test_who_changes_many_teams_at_once_tidies_up(asked: Asked, tmp_path: Path) -> None:
    root = network(tmp_path / "netz", {f"team-{number}": TEAM for number in range(MANY + 1)})
    commit(root, "2026-09-01")
    (root / "teams" / "team-0.yaml").write_text(TEAM + "notizen: [neu]\n", encoding="utf-8")
    commit(root, "2026-10-01")
    assert [one.tidying for one in asked(root).of("team-0")] == [False, True]


def test_in_a_small_network_most_of_it_is_many(asked: Asked, tmp_path: Path) -> None:
    root = network(tmp_path / "netz", {f"team-{number}": TEAM for number in range(3)})
    commit(root, "2026-09-01")
    assert [one.tidying for one in asked(root).of("team-0")] == [True]


def test_a_file_that_was_away_for_a_while(asked: Asked, tmp_path: Path) -> None:
    root = network(tmp_path / "netz")
    commit(root, "2026-09-01")
    (root / "teams" / "garten.yaml").unlink()
    commit(root, "2026-10-01")
    known = asked(root)
    assert [one.blob is None for one in known.of("garten")] == [True, False]


def test_without_a_repository_or_without_git_nothing_is_known(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network(tmp_path / "netz")
    assert asked(root).state == "none"
    commit(root, "2026-09-01")
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert asked(root).state == "none"
    assert list(asked(root).texts(["0" * 40])) == []


def test_a_shallow_clone_says_so(asked: Asked, tmp_path: Path) -> None:
    root = network(tmp_path / "netz")
    commit(root, "2026-09-01")
    commit(root, "2026-10-01")
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), str(tmp_path / "flach"))
    assert asked(tmp_path / "flach").state == "shallow"


def test_a_hooks_own_settings_do_not_count(asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = network(tmp_path / "netz")
    commit(root, "2026-09-01")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "woanders"))
    assert asked(root).state == "full"


def test_blobs_that_are_not_there_are_left_out(asked: Asked, tmp_path: Path) -> None:
    root = network(tmp_path / "netz")
    commit(root, "2026-09-01")
    known = asked(root)
    blob = known.of("garten")[0].blob or ""
    assert dict(known.texts(["1" * 40, blob])) == {blob: TEAM}
