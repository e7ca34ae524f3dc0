"""The output folder: whole or not at all, and never somebody else's."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from wiq_cli.domain.errors import NothingToDo, WrongCall
from wiq_cli.files import exchange
from wiq_cli.files.exchange import aside_of, put_in_place, recover
from wiq_cli.files.ignored import would_be_committed
from wiq_cli.files.site import Site
from wiq_cli.files.snapshot import Changed, Snapshot


def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "netz" / "site", tmp_path / "netz")


def fill(one: Site, pages: dict[str, str | bytes]) -> None:
    with one.build() as build:
        build.write(pages)
        build.swap()


def beside(one: Site) -> list[str]:
    return [path.name for path in one.target.parent.iterdir()]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_written_read_back_and_put_in_place(tmp_path: Path) -> None:
    one = site(tmp_path)
    with one.build() as build:
        build.write({"teams/a/index.html": "ä", "index.html": b"b"})
        assert not one.target.exists()
        assert list(build.read_back()) == [("index.html", b"b"), ("teams/a/index.html", "ä".encode())]
        build.swap()
    assert one.names() == ["index.html", "teams/a/index.html"]
    assert (one.target / "teams").stat().st_mode & 0o777 == 0o755
    assert (one.target / "index.html").stat().st_mode & 0o777 == 0o644
    assert beside(one) == ["site"]


def test_a_second_site_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    one = site(tmp_path)
    fill(one, {"teams/a/index.html": "a", "index.html": "1"})
    fill(one, {"index.html": "2"})
    assert contents(one.target) == {"index.html": b"2"}
    assert beside(one) == ["site"]


def test_without_swap_nothing_changes(tmp_path: Path) -> None:
    one = site(tmp_path)
    fill(one, {"index.html": "1"})
    with one.build() as build:
        build.write({"index.html": "2"})
    assert contents(one.target) == {"index.html": b"1"}
    assert beside(one) == ["site"]


def test_portable_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchange", lambda *_: False)
    one = site(tmp_path)
    fill(one, {"index.html": "1"})
    fill(one, {"index.html": "2"})
    assert contents(one.target) == {"index.html": b"2"}
    assert beside(one) == ["site"]


def test_a_portable_swap_that_fails_puts_the_old_one_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchange", lambda *_: False)
    target = tmp_path / "site"
    target.mkdir()
    (target / "a").write_text("1", encoding="utf-8")
    with pytest.raises(OSError, match="gone"):
        put_in_place(tmp_path / "gone", target)
    assert contents(target) == {"a": b"1"}


def test_killed_between_two_steps(tmp_path: Path) -> None:
    one = site(tmp_path)
    fill(one, {"index.html": "1"})
    one.target.rename(aside_of(one.target))
    recover(one.target)
    assert contents(one.target) == {"index.html": b"1"}
    aside_of(one.target).mkdir()
    recover(one.target)
    assert beside(one) == ["site"]


def test_leftovers_of_a_killed_run_are_cleared(tmp_path: Path) -> None:
    one = site(tmp_path)
    left = tmp_path / "netz" / ".site.wiq-neu"
    left.mkdir(parents=True)
    (left / "secret.html").write_text("x", encoding="utf-8")
    fill(one, {"index.html": "1"})
    assert beside(one) == ["site"]


def test_only_one_run_at_a_time(tmp_path: Path) -> None:
    one = site(tmp_path)
    with one.build(), pytest.raises(NothingToDo, match="anderer Lauf"), site(tmp_path).build():
        pass
    fill(one, {"index.html": "1"})


def test_links_are_never_followed(tmp_path: Path) -> None:
    one = site(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_text("1", encoding="utf-8")
    (tmp_path / "netz").mkdir()
    (tmp_path / "netz" / ".site.wiq-neu").symlink_to(outside)
    fill(one, {"index.html": "1"})
    assert contents(outside) == {"precious": b"1"}
    (one.target / "link").symlink_to(outside)
    with pytest.raises(WrongCall, match="Verweis"):
        one.names()
    fill(one, {"index.html": "2"})
    assert contents(outside) == {"precious": b"1"}


@pytest.mark.parametrize("out", [".", "..", "teams", "teams/x", "beschluesse", "vorlagen/a/b"])
def test_the_networks_own_folders_are_refused(out: str, tmp_path: Path) -> None:
    (tmp_path / "netz").mkdir()
    with pytest.raises(WrongCall, match="Dateien des Netzwerks"):
        Site(tmp_path / "netz" / out, tmp_path / "netz").check_place()


def test_a_link_or_a_file_as_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(WrongCall, match="kein gewöhnlicher Ordner"):
            Site(tmp_path / name, tmp_path / "netz").check_place()


def test_foreign_files_are_refused(tmp_path: Path) -> None:
    one = site(tmp_path)
    fill(one, {"index.html": "1", "CNAME": "x"})
    one.refuse_foreign(frozenset({"index.html", "CNAME"}))
    with pytest.raises(WrongCall, match="nicht von wiq"):
        one.refuse_foreign(frozenset({"index.html"}))


@pytest.mark.parametrize("out", ["/dev/null/site", "/proc/wiq/site"])
def test_a_place_that_cannot_be_written(out: str, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="lässt sich nicht schreiben"), Site(Path(out), tmp_path).build():
        pass


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def test_git_must_ignore_the_folder(tmp_path: Path) -> None:
    root = tmp_path / "netz"
    root.mkdir()
    assert not would_be_committed(root, root / "site")
    git(root, "init", "-q")
    assert would_be_committed(root, root / "site")
    with pytest.raises(WrongCall, match="gitignore"):
        Site(root / "site", root).check_place()
    assert not would_be_committed(root, tmp_path / "elsewhere")
    (root / ".gitignore").write_text("/site/\n", encoding="utf-8")
    assert not would_be_committed(root, root / "site")
    Site(root / "site", root).check_place()
    assert would_be_committed(root, root / "other")


def test_git_is_asked_about_the_folder_above_and_not_led_astray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q")
    root = tmp_path / "netz"
    root.mkdir()
    monkeypatch.setenv("GIT_DIR", "/nowhere")  # as inside a hook
    assert would_be_committed(root, root / "site")
    (root / ".gitignore").write_text("site/\n", encoding="utf-8")
    assert not would_be_committed(root, root / "site")


def test_a_repository_that_git_cannot_read_counts_as_not_ignored(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert would_be_committed(tmp_path, tmp_path / "site")


def test_without_git_nobody_can_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("PATH", "")
    assert would_be_committed(tmp_path, tmp_path / "site")
    assert would_be_committed(tmp_path / "anderswo", tmp_path / "site")
    assert would_be_committed(tmp_path, tmp_path)
    assert not would_be_committed(tmp_path, tmp_path.parent / "draussen")


def test_a_file_that_changes_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("1", encoding="utf-8")
    seen = Snapshot(lambda: sorted(tmp_path.iterdir()))
    seen.check(lambda one: one.name)
    before = path.stat()
    path.write_text("2", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(Changed, match=r"hat sich a\.yaml geändert"):
        seen.check(lambda one: one.name)


def test_a_new_file_and_a_lost_one_are_noticed(tmp_path: Path) -> None:
    empty = Snapshot(lambda: sorted(tmp_path.iterdir()))
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    with pytest.raises(Changed):
        empty.check(lambda one: one.name)
    full = Snapshot(lambda: [tmp_path / "a.yaml"])
    (tmp_path / "a.yaml").unlink()
    with pytest.raises(Changed):
        full.check(lambda one: one.name)
