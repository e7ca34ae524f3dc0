"""``wiq decide verify``: what it finds, what it lets pass, and that git merges what two people recorded."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import Result, wiq
from tests.support.texts import HEUTE
from tests.support.tools import program
from wiq_cli import resources
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Result]

PLAKATE, BEETE = "st-20261122-plakate", "st-20261122-beete"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return deciding_network(tmp_path / "netz")


@pytest.fixture
def decide(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return lambda *words, today=HEUTE: wiq(capsys, root, "decide", *words, today=today)


def closed(decide: Call, title: str, today: str = "2026-11-22", team: str = "st") -> str:
    """Open, vote and close one decision."""
    name = decide("new", "--team", team, "--title", title, "--wording", f"Wir machen {title}.", today=today).out.strip()
    votes = {"st": "8", "ut": "3", "pt": "5"}[team]
    for words in (["vote", name, "--zustimmung", votes], ["close", name]):
        result = decide(*words, today=today)
        assert result.code == 0, result.err
    return name


def file_of(root: Path, name: str) -> Path:
    return next((root / "beschluesse").rglob(f"{name}.yaml"))


def change(root: Path, name: str, old: str, new: str) -> None:
    path = file_of(root, name)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def unseal(root: Path, name: str) -> None:
    path = file_of(root, name)
    path.write_text(path.read_text("utf-8").partition("siegel:")[0], "utf-8")


def states(result: Result) -> dict[str, str]:
    return {row.split("\t")[0]: row.split("\t")[1] for row in result.out.splitlines()}


# -- without git ------------------------------------------------------------------------------------------------------
def test_nothing_to_verify(decide: Call) -> None:
    result = decide("verify")
    assert (result.code, result.out) == (0, "")
    assert "Es gibt noch keinen Beschluss." in result.err


def test_one_line_each(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    decide("new", "--team", "st", "--title", "Beete", "--wording", "Wir machen Beete.")
    result = decide("verify")
    assert result.code == 0
    assert states(result) == {PLAKATE: "unveraendert", BEETE: "offen"}


def test_a_changed_field_is_named(root: Path, decide: Call, capsys: pytest.CaptureFixture[str]) -> None:
    closed(decide, "Plakate")
    change(root, PLAKATE, "Wir machen Plakate", "Wir machen 500 Plakate")
    result = decide("verify")
    assert (result.code, states(result)) == (1, {PLAKATE: "veraendert"})
    assert "Seit dem Siegel geändert: antrag." in result.out
    assert decide("verify", "--format", "json").json["decisions"][0]["fields"] == ["antrag"]


def test_check_names_field_and_line(root: Path, decide: Call, capsys: pytest.CaptureFixture[str]) -> None:
    closed(decide, "Plakate")
    change(root, PLAKATE, "zahl: 8", "zahl: 9")
    capsys.readouterr()
    assert main(["check", "--root", str(root), "--today", "2026-11-22", "--select", "WIQ461", "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    line = file_of(root, PLAKATE).read_text("utf-8").splitlines()[finding["line"] - 1]
    assert (finding["path"], line.strip()) == (["wahlkoerper"], "stichtag: 2026-11-22")


def test_what_may_change_after_the_end(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    path = file_of(root, PLAKATE)
    path.write_text(
        "# Nachgesehen\n" + path.read_text("utf-8") + "nummer: ST 7/2026\numsetzung: [{aufgabe: Plakate holen}]\n",
        "utf-8",
    )
    assert decide("verify").code == 0


def test_only_some(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    closed(decide, "Beete")
    change(root, BEETE, "Wir machen Beete", "Wir machen zwei Beete")
    assert decide("verify", PLAKATE).code == 0
    assert states(decide("verify", "beete")) == {BEETE: "veraendert"}
    assert decide("verify", PLAKATE, "--anchor").code == 2
    assert decide("verify", "gibt-es-nicht").code == 2


def test_a_result_that_does_not_add_up_is_found_although_it_is_sealed(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    unseal(root, PLAKATE)
    change(root, PLAKATE, "veto: 0", "veto: 1")
    assert states(decide("verify")) == {PLAKATE: "nachgezaehlt"}
    assert decide("close", PLAKATE).code == 1


def test_a_file_that_cannot_be_read(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    file_of(root, PLAKATE).write_text("team: [\n", "utf-8")
    result = decide("verify")
    assert (result.code, states(result)) == (1, {PLAKATE: "nicht_lesbar"})


# -- anchors ----------------------------------------------------------------------------------------------------------
def anchor(root: Path, month: str) -> Path:
    return root / "beschluesse" / f"anker-{month}.txt"


def test_an_anchor_for_each_month_names_the_one_before(root: Path, decide: Call) -> None:
    closed(decide, "Plakate", "2026-10-05")
    assert decide("verify", "--anchor", today="2026-10-31").code == 0
    closed(decide, "Beete")
    result = decide("verify", "--anchor")
    assert result.code == 0
    first, second = anchor(root, "2026-10").read_text("utf-8"), anchor(root, "2026-11").read_text("utf-8")
    assert "st-20261005-plakate " in first
    assert "vorher 2026-10 " in second
    assert "st-20261122-beete " in second
    assert "plakate" not in second
    assert "Die Anker passen zueinander." in result.err


def test_a_second_time_nothing_is_written(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor")
    before = anchor(root, "2026-11").read_text("utf-8")
    assert "kein Siegel dazugekommen" in decide("verify", "--anchor").err
    closed(decide, "Beete")
    decide("verify", "--anchor")
    assert set(before.splitlines()) < set(anchor(root, "2026-11").read_text("utf-8").splitlines())


def test_dry_run_shows_the_anchor(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    assert f"{PLAKATE} " in decide("verify", "--anchor", "--dry-run").out
    assert not anchor(root, "2026-11").exists()


def test_a_decision_is_gone(root: Path, decide: Call, capsys: pytest.CaptureFixture[str]) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor")
    file_of(root, PLAKATE).unlink()
    result = decide("verify")
    assert (result.code, states(result)[PLAKATE]) == (1, "fehlt")
    capsys.readouterr()
    assert main(["check", "--root", str(root), "--today", "2026-11-22"]) == 1
    assert "beschluesse/anker-2026-11.txt:2:1: Fehler WIQ462" in capsys.readouterr().out
    assert decide("verify", "--anchor").code == 1


def test_a_decision_is_sealed_anew(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor")
    unseal(root, PLAKATE)
    change(root, PLAKATE, "Wir machen Plakate", "Wir machen Plakate")
    assert states(decide("verify"))[PLAKATE] == "veraendert"
    assert decide("close", PLAKATE).code == 0
    result = decide("verify")
    assert (result.code, states(result)[PLAKATE]) == (1, "veraendert")
    assert "Im Anker steht ein anderes Siegel." in result.out


def test_since_a_month_a_short_hash_or_a_copy(root: Path, decide: Call, tmp_path: Path) -> None:
    closed(decide, "Plakate", "2026-10-05")
    said = decide("verify", "--anchor", today="2026-10-31").err
    short = said.partition("Kurz-Hash: ")[2][:16]
    copy = tmp_path / "aufgehoben.txt"
    copy.write_text("\ufeff" + anchor(root, "2026-10").read_text("utf-8").replace("\n", "\r\n"), "utf-8")
    closed(decide, "Beete")
    for given in ("2026-10", short, f"{short[:8]} {short[8:].upper()}", str(copy)):
        result = decide("verify", "--since", given)
        assert (result.code, result.out) == (0, ""), result.err
        assert "Der eine Beschluss ist noch da und unverändert" in result.err
    change(root, "st-20261005-plakate", "Wir machen Plakate", "Wir machen 500 Plakate")
    for given in ("2026-10", short, str(copy)):
        assert decide("verify", "--since", given).code == 1


def test_who_rewrites_everything_is_caught_by_who_kept_the_hash(root: Path, decide: Call, tmp_path: Path) -> None:
    closed(decide, "Plakate")
    short = decide("verify", "--anchor").err.partition("Kurz-Hash: ")[2][:16]
    copy = tmp_path / "anker.txt"
    copy.write_bytes(anchor(root, "2026-11").read_bytes())
    file_of(root, PLAKATE).unlink()
    anchor(root, "2026-11").unlink()
    closed(decide, "Plakate")
    decide("verify", "--anchor")
    assert decide("verify").code == 0, "inside, everything fits again"
    assert "Diesen Anker gibt es hier nicht" in decide("verify", "--since", short).err
    assert decide("verify", "--since", str(copy)).code == 1


@pytest.mark.parametrize(
    ("given", "code"), [("2026-09", 1), ("0123456789abcdef", 1), ("abc", 2), ("../wiq.yaml", 2), ("netz/wiq.yaml", 2)]
)
def test_since_what_is_not_there(
    root: Path, decide: Call, given: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor")
    monkeypatch.chdir(root.parent)
    assert decide("verify", "--since", given).code == code


def test_an_anchor_of_a_month_to_come_is_refused(decide: Call) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor", today="2026-12-01")
    closed(decide, "Beete")
    result = decide("verify", "--anchor")
    assert (result.code, "2026-12" in result.err) == (1, True)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"Hallo\n", b"<html>\n"])
def test_an_anchor_that_is_none(root: Path, decide: Call, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    closed(decide, "Plakate")
    anchor(root, "2026-11").write_bytes(content)
    assert decide("verify", "--anchor").code in {1, 3}
    assert anchor(root, "2026-11").read_bytes() == content
    assert main(["check", "--root", str(root), "--today", "2026-11-22"]) == 1
    assert "anker-2026-11.txt:1:" in capsys.readouterr().out


# -- for the public ---------------------------------------------------------------------------------------------------
def test_what_is_published_verifies_without_salt_and_without_a_network(
    root: Path, decide: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed(decide, "Plakate")
    document = decide("verify", PLAKATE, "--export").json
    assert "salz" not in json.dumps(document)
    page = tmp_path / "plakate.json"
    page.write_text(json.dumps(document, indent=1), "utf-8")
    assert "Das Netzwerk hat denselben Beschluss." in decide("verify", "--public", str(page)).err
    monkeypatch.chdir(tmp_path)
    assert main(["decide", "verify", "--public", "plakate.json"]) == 0
    assert capsys.readouterr().err == "Das Siegel passt.\n"
    document["beschluss"]["antrag"]["wortlaut"] = "Wir machen 500 Plakate."
    page.write_text(json.dumps(document), "utf-8")
    assert main(["decide", "verify", "--public", "plakate.json"]) == 1


def test_another_decision_under_the_same_name_is_caught(root: Path, decide: Call, tmp_path: Path) -> None:
    closed(decide, "Plakate")
    page = tmp_path / "plakate.json"
    page.write_text(decide("verify", PLAKATE, "--export").out, "utf-8")
    unseal(root, PLAKATE)
    decide("close", PLAKATE)
    result = decide("verify", "--public", str(page))
    assert (result.code, "mit einem anderen Siegel" in result.err) == (1, True)


def test_what_is_erased_still_verifies(root: Path, decide: Call, tmp_path: Path) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken.").out.strip()
    path = file_of(root, name)
    path.write_text(path.read_text("utf-8") + "anwesend: [p1, p2]\nverantwortlich: p1\n", "utf-8")
    decide("vote", name, "--zustimmung", "2")
    assert decide("close", name).code == 0
    page = tmp_path / "plakate.json"
    page.write_text(decide("verify", name, "--export").out, "utf-8")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("anwesend:", "verantwortlich:", "  salz:"))]
    path.write_text("".join(kept), "utf-8")
    result = decide("verify", name)
    assert (result.code, "Der interne Teil ist gelöscht." in result.out) == (0, True)
    assert decide("verify", "--public", str(page)).code == 0


def test_what_is_not_for_everybody_is_not_given_out(root: Path, decide: Call) -> None:
    name = decide("new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken.").out.strip()
    path = file_of(root, name)
    path.write_text(
        path.read_text("utf-8") + "sichtbarkeit: {stufe: team, grund: Noch nicht, pruefen_am: 2027-01-01}\n", "utf-8"
    )
    decide("vote", name, "--zustimmung", "8")
    decide("close", name)
    assert (decide("verify", name, "--export").code, decide("verify", name, "--export").out) == (4, "")


def test_what_export_refuses(root: Path, decide: Call) -> None:
    closed(decide, "Plakate")
    closed(decide, "Beete")
    assert decide("verify", "--export").code == 2
    assert decide("verify", PLAKATE, BEETE, "--export").code == 2
    change(root, PLAKATE, "Wir machen Plakate", "Quirin 3 macht Plakate")
    assert decide("verify", PLAKATE, "--export").code == 1


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1", b"\xff", b'{"schema": "wiq.decision-public/1"}', b"[" * 100_000]
)
def test_what_is_no_public_decision(decide: Call, tmp_path: Path, content: bytes) -> None:
    page = tmp_path / "x.json"
    page.write_bytes(content)
    assert decide("verify", "--public", str(page)).code == 3
    assert decide("verify", "--public", str(tmp_path / "gibt-es-nicht.json")).code == 3


# -- with git ---------------------------------------------------------------------------------------------------------
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


# -- signatures -------------------------------------------------------------------------------------------------------
@pytest.fixture
def key(tmp_path: Path) -> Path:
    keygen = program("ssh-keygen", "apt-get install openssh-client")
    path = tmp_path / "schluessel"
    subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-C", "x", "-f", path], check=True)
    public = path.with_suffix(".pub").read_text("utf-8")
    (tmp_path / "wer").write_text(f'anke@example.org namespaces="wiq-anker" {public}', "utf-8")
    return path


def test_a_signature_holds_until_the_anchor_changes(root: Path, decide: Call, key: Path, tmp_path: Path) -> None:
    closed(decide, "Plakate")
    result = decide("verify", "--anchor", "--sign", str(key))
    assert (result.code, "Unterschrieben: beschluesse/anker-2026-11.txt.sig" in result.err) == (0, True)
    signers = ("--signers", str(tmp_path / "wer"))
    good = decide("verify", *signers)
    assert (good.code, "Die Unterschriften passen." in good.err) == (0, True)
    assert "anke" not in good.err + good.out
    path = anchor(root, "2026-11")
    path.write_bytes(b"# gemischt\r\n" + b"\r\n".join(reversed(path.read_bytes().split(b"\n"))))
    assert decide("verify", *signers).code == 0, "order and line ends are not signed"
    closed(decide, "Beete")
    assert "passt jetzt nicht mehr" in decide("verify", "--anchor").err
    bad = decide("verify", *signers)
    assert (bad.code, "anker-2026-11.txt: Die Unterschrift fehlt oder passt nicht." in bad.err) == (1, True)
    assert decide("verify", "--sign", str(key), *signers).code == 0


def test_somebody_else_has_signed(root: Path, decide: Call, key: Path, tmp_path: Path) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor", "--sign", str(key))
    (tmp_path / "wer").write_text("# niemand\n", "utf-8")
    assert decide("verify", "--signers", str(tmp_path / "wer")).code == 1


@pytest.mark.parametrize("words", [["--sign", "gibt-es-nicht"], ["--signers", "gibt-es-nicht"]])
def test_a_key_that_is_not_there(decide: Call, key: Path, words: list[str]) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor", "--sign", str(key))
    assert decide("verify", *words).code == 2


def test_a_file_that_is_no_key(decide: Call, key: Path, tmp_path: Path) -> None:
    closed(decide, "Plakate")
    decide("verify", "--anchor")
    result = decide("verify", "--sign", str(tmp_path / "wer"))
    assert (result.code, "lässt sich nicht unterschreiben" in result.err) == (2, True)


def test_nothing_to_sign(decide: Call, key: Path) -> None:
    assert decide("verify", "--sign", str(key)).code == 3
