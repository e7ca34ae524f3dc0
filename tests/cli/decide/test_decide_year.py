"""A year of the steering team, as its support team would live it: from the agenda to the report, under git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import text_of
from tests.support.run import Result
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from tests.support.run import Call

EXAMPLE = Path(__file__).parents[3] / "examples" / "wir-im-quartier"
FEST = "st-20261203-sommerfest"
PARK = "st-20270304-sommerfest-im-park"
BEFORE = "Das ST richtet im Juli 2027 ein Sommerfest aus."
AFTER = "Das ST richtet im September 2027 ein Sommerfest aus."


def git(root: Path, *words: str, day: str = "2026-12-01") -> str:
    """Run git as the support team would, on a given day."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in
           (("NAME", "x"), ("EMAIL", "x@example.org"), ("DATE", f"{day}T12:00:00+0000"))}  # fmt: skip
    answer = subprocess.run(
        ["git", "-C", str(root), *words], env=os.environ | who, capture_output=True, text=True, check=True
    )
    return answer.stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the example network in a git repository of its own."""
    shutil.copytree(EXAMPLE, tmp_path / "netz")
    git(tmp_path / "netz", "init", "--quiet", "--initial-branch", "main")
    git(tmp_path / "netz", "add", "-A")
    git(tmp_path / "netz", "commit", "--quiet", "-m", "Anfang")
    return tmp_path / "netz"


@pytest.fixture
def on(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command of ``wiq decide`` on a day."""

    def run(day: str, *words: str) -> Result:
        capsys.readouterr()
        code = main(["decide", *words, "--root", str(root), "--today", day])
        said = capsys.readouterr()
        return Result(code, said.out, said.err)

    return run


def fest(on: Call) -> None:
    """Bring the summer feast to a decision: no consensus, a new wording, none again, then a majority."""
    on("2026-12-03", "new", "--team", "st", "--title", "Sommerfest", "--wording", BEFORE, "--tell", "ut")
    on("2026-12-03", "vote", FEST, "--zustimmung", "6", "--veto", "2", "--objection", "Im Juli sind alle weg.",
       "--lead", "Thekla", "--keeper", "p5", "--present", "8")  # fmt: skip
    on("2026-12-03", "close", FEST)
    on("2026-12-03", "reword", FEST, AFTER)
    on("2026-12-03", "vote", FEST, "--zustimmung", "7", "--veto", "1", "--objection", "Es fehlt das Geld.")
    on("2026-12-03", "close", FEST)
    on("2027-01-07", "vote", FEST, "--ja", "5", "--nein", "3", "--enthaltung", "0", "--present", "8",
       "--lead", "p2", "--keeper", "p6", "--review", "2027-04-01", "--question", "Ist das Geld da?")  # fmt: skip
    on("2027-01-07", "close", FEST, "--task", "Wiese reservieren", "--by", "ut", "--until", "2027-02-28")


def test_the_year(root: Path, on: Call) -> None:
    before = on("2026-12-01", "agenda", "st").out
    assert "Donnerstag, 03.12.2026, 17:00 Uhr, Rathaus Leutzsch" in before
    assert "## Vertagt\n\n2. Geld für Leipzig is(s)t zusammen – Steht der Haushalt für 2027?" in before
    fest(on)
    shown = on("2027-01-08", "show", FEST, "--format", "json").json["decision"]
    assert [(one["procedure"], one["recorded"]) for one in shown["attempts"]] == [
        ("konsens", "nicht_erreicht"), ("konsens", "nicht_erreicht"), ("einfache_mehrheit", "angenommen"),
    ]  # fmt: skip
    assert shown["state"] == "in_kraft"
    first, second, third = (one["date"] for one in shown["attempts"])
    assert (first, second, third) == ("2026-12-03", "2026-12-03", "2027-01-07")
    assert f"text: 'Fassung 1: {BEFORE}'" in text_of(root, FEST)
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "Sommerfest", day="2027-01-10")

    assert "2027-02-28\taufgabe" in on("2027-03-01", "due", "--team", "st").out
    assert on("2027-02-20", "done", FEST).err == "Erledigt: Wiese reservieren\n"
    assert "Wiese" not in on("2027-03-01", "due").out
    assert f"2027-04-01\twiedervorlage\t{FEST}\tIst das Geld da?" in on("2027-04-02", "due").out
    on("2027-04-02", "note", FEST, "Das Geld ist da.", "--kind", "wiedervorlage")
    assert FEST not in on("2027-04-02", "due").out

    opened = on("2027-03-04", "new", "--team", "st", "--title", "Sommerfest im Park",
                "--wording", "Das Fest ist im Park.", "--replaces", FEST)  # fmt: skip
    assert opened.out.strip() == PARK
    assert f"ersetzt_durch:\n  - {PARK}\n" in text_of(root, FEST)
    assert on("2027-03-04", "list", "--in-force", "--since", "2027-01-01").out.startswith(FEST)
    on("2027-03-04", "vote", PARK, "--zustimmung", "8")
    assert on("2027-03-04", "close", PARK).out == f"{PARK}\tangenommen\n"
    assert [
        line.split("\t")[0] for line in on("2027-03-04", "list", "--in-force", "--since", "2027-01-01").out.splitlines()
    ] == [PARK]
    assert f"Heute: ersetzt durch {PARK} seit 04.03.2027" in on("2027-03-05", "show", FEST).out
    assert on("2027-03-05", "verify").code == 0

    figures = on("2027-04-01", "report", "--quarter", "2027-Q1", "--format", "json").json
    assert (figures["decided"], figures["by_consensus"], figures["by_majority"], figures["consensus_share"]) == (
        2,
        1,
        1,
        50,
    )
    assert figures["delay"] == {"known": 1, "unknown": 1, "median": 3.0, "longest": 3}
    assert figures["seats"] == []


def test_minutes_of_each_day(on: Call) -> None:
    fest(on)
    december = on("2027-01-08", "minutes", "st", "--date", "2026-12-03").out
    assert f"Antrag, Fassung 1:\n\n> {BEFORE}\n" in december
    assert f"Antrag, Fassung 2:\n\n> {AFTER}\n" in december
    assert "- Veto: Im Juli sind alle weg.\n- Veto: Es fehlt das Geld.\n" in december
    assert "**Ergebnis: noch offen.**" in december
    january = on("2027-01-08", "minutes", "st", "--date", "2027-01-07")
    assert "- Leitung: Egbert Zwirnhuber (p2)\n- Protokoll: Gisbert Mohnklee (p6)\n" in january.out
    assert "- Stimmen: Ja 5, Nein 3, Enthaltung 0\n" in january.out
    assert "**Ergebnis: angenommen.**" in january.out
    assert "Fassung 1" not in january.out
    assert "Einladung, Beschlussfähigkeit" in january.err
    assert "- Eingeladen: …\n- Beschlussfähig: …" in january.out
    public = on("2027-01-08", "minutes", "st", "--date", "2027-01-07", "--public").out
    assert "Ja 5, Nein 3" in public
    assert "Zwirnhuber" not in public
    assert "p2" not in public
    nothing = on("2027-01-08", "minutes", "st", "--date", "2027-01-06")
    assert nothing.code == 3
    assert "Zuletzt habt ihr am 07.01.2027 abgestimmt." in nothing.err


def test_the_sealed_part_stays_as_it_is(root: Path, on: Call) -> None:
    fest(on)
    before = text_of(root, FEST).split("umsetzung:")[0]
    on("2027-02-20", "done", FEST)
    on("2027-02-21", "note", FEST, "Die Wiese ist reserviert.")
    on("2027-02-22", "task", FEST, "Bühne leihen", "--team", "ut", "--until", "2027-06-01")
    on("2027-02-23", "vote", FEST, "--late", "--ja", "1")
    on("2027-03-04", "new", "--team", "st", "--title", "Sommerfest im Park", "--wording", "W", "--replaces", FEST)
    assert text_of(root, FEST).split("umsetzung:")[0] == before
    assert on("2027-03-05", "verify").code == 0
    assert on("2027-03-05", "reword", FEST, "Anders.").code == 1


def test_two_people_on_two_branches_merge(root: Path, on: Call) -> None:
    fest(on)
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "Fest")
    git(root, "checkout", "--quiet", "-b", "a")
    on("2027-02-01", "new", "--team", "st", "--title", "Plakate", "--wording", "Wir drucken Plakate.")
    on("2027-02-01", "done", FEST)
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "a")
    git(root, "checkout", "--quiet", "main")
    git(root, "checkout", "--quiet", "-b", "b")
    on("2027-02-01", "new", "--team", "st", "--title", "Flyer", "--wording", "Wir drucken Flyer.")
    on("2027-02-01", "note", FEST, "Das Wetter wird gut.")
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "b")
    git(root, "merge", "--quiet", "-m", "beide", "a")
    text = text_of(root, FEST)
    assert "erledigt: ja" in text
    assert "text: Das Wetter wird gut." in text
    assert {"plakate", "flyer"} <= {
        one["id"].rsplit("-", 1)[1] for one in on("2027-02-02", "list", "--format", "json").json["decisions"]
    }
    assert on("2027-02-02", "verify").code == 0
