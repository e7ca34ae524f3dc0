"""Two people record decisions, git merges them, and ``verify`` knows what git knows."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import anchor, closed, file_of, unseal
from wiq_cli import resources
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Call, Result

PLAKATE, BEETE = "st-20261122-plakate", "st-20261122-beete"


def states(result: Result) -> dict[str, str]:
    return {row.split("\t")[0]: row.split("\t")[1] for row in result.out.splitlines()}


@pytest.fixture
def git(root: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Make the network a repository as ``wiq init`` does, and give git in it."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", "-C", root, *who, *words], capture_output=True, text=True, check=False)

    attributes = resources.folder("templates") / "netz" / "dateien" / "gitattributes"
    (root / ".gitattributes").write_bytes(attributes.read_bytes())
    assert run("init", "-q", "-b", "main").returncode == 0
    commit(run, "Anfang")
    return run


def commit(git: Callable[..., subprocess.CompletedProcess[str]], message: str) -> None:
    git("add", "-A")
    done = git("commit", "-q", "-m", message)
    assert done.returncode == 0, done.stderr


def test_two_people_on_two_branches_merge_cleanly(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    both = {"zweig": ("Beete", "ut"), "main": ("Plakate", "st")}
    git("branch", "zweig")
    for branch, (title, team) in both.items():
        git("switch", "-q", branch)
        closed(decide, title, team=team)
        closed(decide, f"Noch mehr {title}", team="st")
        assert decide("verify", "--anchor").code == 0
        commit(git, f"Beschluss: {title}")
    merged = git("merge", "-q", "--no-edit", "zweig")
    assert merged.returncode == 0, merged.stdout
    result = decide("verify")
    assert (result.code, len(states(result))) == (0, 4)
    assert set(states(result).values()) == {"unveraendert"}
    capsys.readouterr()
    assert main(["check", "--root", str(root), "--today", "2026-11-22"]) == 0
    lines = anchor(root, "2026-11").read_text("utf-8").splitlines()
    assert len([line for line in lines if not line.startswith("#")]) == 4


def test_two_people_at_one_decision_are_told_by_git(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken.").out.strip()
    commit(git, "Geöffnet")
    git("branch", "zweig")
    for branch, yes in (("zweig", "8"), ("main", "7")):
        git("switch", "-q", branch)
        decide("vote", name, "--zustimmung", yes)
        decide("close", name)
        commit(git, "Entschieden")
    assert git("merge", "-q", "zweig").returncode != 0, "two records of one vote are never joined in silence"
    assert states(decide("verify"))[name] == "nicht_lesbar"


def test_two_notes_on_two_branches_stay_whole(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    name = closed(decide, "Plakate")
    for before in (False, True):  # the first addendum of a decision, and one behind another
        commit(git, "Davor")
        git("branch", f"zweig-{before}")
        for branch, text in ((f"zweig-{before}", "Sie hängen: 12 Stück."), ("main", "Die Druckerei hat zu.")):
            git("switch", "-q", branch)
            assert decide("note", name, text).code == 0
            commit(git, "Nachtrag")
        assert git("merge", "-q", f"zweig-{before}").returncode != 0
        marked = file_of(root, name).read_text("utf-8")
        whole = [line for line in marked.splitlines() if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
        file_of(root, name).write_text("\n".join(whole) + "\n", encoding="utf-8")  # both stay, as the handbook says
        assert "nachtraege:\n" in "\n".join(whole)
        assert decide("verify", name).code == 0
    shown = decide("show", name).out
    assert shown.count("Die Druckerei hat zu.") == shown.count("Sie hängen: 12 Stück.") == 2
    capsys.readouterr()
    assert main(["check", "--root", str(root), "--today", "2026-11-22"]) == 0


def test_the_same_decision_is_not_recorded_twice(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    closed(decide, "Plakate")
    before = file_of(root, PLAKATE).read_bytes()
    again = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Etwas anderes.")
    assert (again.code, file_of(root, PLAKATE).read_bytes()) == (2, before)


def test_an_older_anchor_that_grew_by_a_merge_is_linked_anew(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    git("branch", "zweig")
    closed(decide, "Plakate", "2026-10-05")
    kept = decide("verify", "--anchor", today="2026-10-31").err.partition("Kurz-Hash: ")[2][:16]
    closed(decide, "Bänke")
    decide("verify", "--anchor")
    commit(git, "main")
    git("switch", "-q", "zweig")
    closed(decide, "Beete", "2026-10-07")
    decide("verify", "--anchor", today="2026-10-31")
    commit(git, "zweig")
    git("switch", "-q", "main")
    assert git("merge", "-q", "--no-edit", "zweig").returncode == 0
    broken = decide("verify")
    assert (broken.code, "Der Anker davor ist nicht mehr derselbe" in broken.out) == (1, True)
    assert decide("verify", "--anchor").code == 0
    assert decide("verify").code == 0
    assert decide("verify", "--since", kept).code == 0, "git still knows the anchor that somebody has the hash of"


def test_a_line_that_was_dropped_is_not_linked_anew(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    for title in ("Plakate", "Bänke"):
        closed(decide, title, "2026-10-05")
    decide("verify", "--anchor", today="2026-10-31")
    closed(decide, "Beete")
    decide("verify", "--anchor")
    commit(git, "Anker")
    path = anchor(root, "2026-10")
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    file_of(root, "st-20261005-plakate").unlink()
    commit(git, "Weg damit")
    result = decide("verify", "--anchor")
    assert (result.code, "fehlt" in result.err or "war versiegelt" in result.err) == (1, True)
    assert decide("verify").code == 1


def test_an_unfinished_merge_of_an_anchor(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (root / ".gitattributes").unlink()
    commit(git, "ohne Attribute")
    git("branch", "zweig")
    for branch, title in (("zweig", "Beete"), ("main", "Plakate")):
        git("switch", "-q", branch)
        closed(decide, title)
        decide("verify", "--anchor")
        commit(git, title)
    assert git("merge", "-q", "zweig").returncode != 0
    assert "Zeichen eines Konflikts" in decide("verify").out
    assert decide("verify", "--anchor").code == 0
    text = anchor(root, "2026-11").read_text("utf-8")
    assert PLAKATE in text
    assert BEETE in text
    assert "<<<" not in text


def test_git_knows_a_seal_that_was_replaced_before_the_anchor(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    closed(decide, "Plakate")
    commit(git, "Plakate")
    unseal(root, PLAKATE)
    assert states(decide("verify"))[PLAKATE] == "veraendert"
    decide("close", PLAKATE)
    assert states(decide("verify"))[PLAKATE] == "neu_versiegelt"
    file_of(root, PLAKATE).unlink()
    assert states(decide("verify"))[PLAKATE] == "fehlt"


def test_the_hash_of_a_wording_is_no_seal(
    root: Path, decide: Call, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken.").out.strip()
    decide("vote", name, "--zustimmung", "8")
    commit(git, "Abgestimmt")
    decide("close", name)
    commit(git, "Geschlossen")
    assert states(decide("verify")) == {name: "unveraendert"}
