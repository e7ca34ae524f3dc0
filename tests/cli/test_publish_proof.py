"""A page is not searched twice for the same values; a run refuses exactly what one refuses that knows of no earlier run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.support.publishing import GIVEN, LEAK, REVOKED, UT, contents, write
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.cli import proving
from wiq_cli.cli.publishing import Publishing
from wiq_cli.domain.errors import ExitCode, WiqError
from wiq_cli.files import index, standstill
from wiq_cli.files.netz import Netzordner
from wiq_cli.scan import fingerprint, proof

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.run import Result
    from wiq_cli.usecases.publication import Outcome

HEUTE = date(2026, 11, 22)
CHOR = with_keys(
    TEAM, "name: Chor\nverteiler: chor@netz.example\nthemen: [Musik]\nleitung: []\nmitglieder: []\ntreffen: {}\n"
)
NAMED = with_keys(CHOR, "zusammenfassung: Dank an Sigrun Donnerkeil und Udo Übermut. Ruf an 0341 9876543.\n")
NEW = "mitglieder: [{kennung: p801, name: Sigrun Donnerkeil, email: sigrun@example.org, telefon: 0341 9876543}]\n"
NOTE = "notizen: Wir suchen heimlich einen neuen Raum für die Gruppe am Montag.\n"
SHOWN = with_keys(CHOR, "zusammenfassung: Wir suchen heimlich einen neuen Raum für die Gruppe am Montag.\n")
FREE = (
    "freigaben:\n"
    "  - {team: chor, feld: kooperationspartner.name, begriff: Freundeskreis Udo Übermut,"
    " grund: So heißt der Verein., wer: p901, bis: 2027-06-30}\n"
)
FRAMED = '{% extends "basis.html.j2" %}{% block inhalt %}'
EDITS = {
    "teams/garten.yaml": (
        TEAM, with_keys(TEAM, GIVEN), with_keys(TEAM, REVOKED), with_keys(TEAM, NOTE), with_keys(TEAM, "weg: [Neues]\n"), LEAK,
        with_keys(TEAM, "themen: [Donnerkeil, Musik]\n"), with_keys(TEAM, "verteiler: anders@netz.example\n"),
    ),
    "teams/chor.yaml": (
        CHOR, NAMED, SHOWN, with_keys(CHOR, "stand: [Thea Testmann singt mit]\n"), with_keys(CHOR, "themen: [Donnerkeil]\n"),
        with_keys(CHOR, "kooperationspartner: [Freundeskreis Udo Übermut]\n"), with_keys(CHOR, "weg: [Schreib an garten@netz.example]\n"),
    ),
    "teams/ut.yaml": (UT, with_keys(UT, NEW), with_keys(UT, f"{NEW}notizen: Udo\n"), UT + "# Frau Übermut fehlt noch\n"),
    "freigaben.yaml": ("freigaben: []\n", FREE, FREE.replace("2027-06-30", "2026-01-01")),
    "vorlagen/impressum.html.j2": (f"{FRAMED}Impressum{{% endblock %}}\n", f"{FRAMED}Sigrun Donnerkeil{{% endblock %}}\n"),
}  # fmt: skip
edit = st.sampled_from([(name, text) for name, texts in EDITS.items() for text in texts])


class Said(NamedTuple):
    """What a run said and left behind."""

    outcome: Outcome
    refusal: str
    site: dict[str, bytes]


def run(root: Path) -> Said:
    one = Publishing(Netzordner(root), root / "site")
    try:
        return Said(one.publish(lambda _: HEUTE), "", contents(root / "site"))
    except WiqError as error:
        return Said(one.refused(), str(error), contents(root / "site"))


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give wiq one state for the length of a test, also while somebody works on it."""
    monkeypatch.setattr(index, "_program", lambda: "program")
    monkeypatch.setattr(standstill, "_whole_program", lambda: "program")
    monkeypatch.setattr(fingerprint, "_scanner", lambda: b"scanner")


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes the names of the files that are searched."""
    found: list[str] = []
    hits_in = proof.hits_in

    def noted(needles: object, output: str, inside: object, team: str | None, most: float) -> object:
        found.append(output)
        return hits_in(needles, output, inside, team, most)  # type: ignore[arg-type]

    monkeypatch.setattr(proof, "hits_in", noted)
    return found


@given(st.lists(st.lists(edit, min_size=1, max_size=2), min_size=2, max_size=4))
@settings(max_examples=15, phases=[Phase.generate])  # to shrink a failure takes longer than to read it
def test_it_refuses_what_a_run_without_memory_refuses(edits: list[list[tuple[str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, cold = network(Path(folder) / "netz", {"garten": TEAM, "chor": CHOR, "ut": UT}), Path(folder) / "kalt"
        assert not run(root).refusal
        for batch in edits:
            for name, text in batch:
                write(root, name, text)
            shutil.rmtree(cold, ignore_errors=True)
            shutil.copytree(root, cold, ignore=shutil.ignore_patterns(".wiq-cache"))
            assert run(root) == run(cold)


def test_only_new_bytes_are_searched(root: Path, publish: Callable[..., Result], searched: list[str]) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    assert {"index.html", "style.css", "teams/chor/index.html", "manifest.json"} < set(searched)
    searched.clear()
    publish()
    assert not set(searched) - {"canary.html"}
    write(root, "teams/chor.yaml", with_keys(CHOR, "offene_fragen: [Wer kann Bass?]\n"))
    publish()
    assert {"teams/chor/index.html", "gesucht/index.html"} <= set(searched)
    assert not {"teams/garten/index.html", "style.css", "index.html"} & set(searched)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("teams/ut.yaml", with_keys(UT, NEW)),
        ("teams/garten.yaml", with_keys(TEAM, NOTE)),
        ("teams/garten.yaml", with_keys(TEAM, GIVEN)),
        ("teams/garten.yaml", with_keys(TEAM, "verteiler: anders@netz.example\n")),
        ("teams/garten.yaml", TEAM + "# Frau Übermut fehlt noch\n"),
        ("freigaben.yaml", FREE),
    ],
)
def test_another_value_anywhere_searches_all(
    name: str, text: str, root: Path, publish: Callable[..., Result], searched: list[str]
) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    searched.clear()
    write(root, name, text)
    assert publish().code == ExitCode.FINE
    assert {"teams/chor/index.html", "style.css", "index.html"} <= set(searched)


def test_another_scanner_searches_all(
    publish: Callable[..., Result], searched: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    searched.clear()
    monkeypatch.setattr(fingerprint, "_scanner", lambda: b"another")
    monkeypatch.setattr(standstill, "_whole_program", lambda: "another")
    assert publish().code == ExitCode.FINE
    assert {"teams/garten/index.html", "style.css"} <= set(searched)


def test_a_memory_that_somebody_touched_counts_as_none(
    root: Path, publish: Callable[..., Result], searched: list[str]
) -> None:
    publish()
    searched.clear()
    memory = root / ".wiq-cache/proof.json"
    text = memory.read_text("utf-8")
    memory.write_text(text.replace('"style.css": ["', '"style.css": ["0'), "utf-8")
    publish()
    assert {"teams/garten/index.html", "style.css"} <= set(searched)
    searched.clear()
    memory.write_text("{", "utf-8")
    publish()
    assert "style.css" in searched


def test_where_something_was_found_is_searched_again(
    root: Path, publish: Callable[..., Result], searched: list[str]
) -> None:
    publish()
    write(root, "teams/garten.yaml", LEAK)
    found = publish("--format", "json")
    searched.clear()
    assert publish("--format", "json").json["leaks"] == found.json["leaks"] != []
    assert "teams/garten/index.html" in searched


def test_the_memory_tells_of_nobody(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    text = (root / ".wiq-cache/proof.json").read_text("utf-8").casefold()
    assert not any(word in text for word in ("thea", "testmann", "xenia", "example.org", "kanal"))


def test_two_processes_remember_the_same(
    root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    alone = (root / ".wiq-cache/proof.json").read_bytes()
    shutil.rmtree(root / ".wiq-cache")
    monkeypatch.setattr(proving, "MANY", 1)
    publish()
    assert (root / ".wiq-cache/proof.json").read_bytes() == alone


def test_the_name_of_a_search_is_the_same_in_every_run(root: Path) -> None:
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from wiq_cli.files.netz import Netzordner; from wiq_cli.files.sources import Sources\n"
        "from wiq_cli.scan.fingerprint import fingerprint; from wiq_cli.scan.collecting import collect\n"
        "from wiq_cli.scan.types import Scalar\n"
        "sources = Sources(Netzordner(Path(sys.argv[1]))); sources.read()\n"
        "print(fingerprint(collect([Scalar(*one) for one in sources.texts()], date(2026, 11, 22))))\n"
    )
    names = {
        subprocess.run(  # our own Python
            [sys.executable, "-c", script, str(root)], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(names) == 1


def test_what_nobody_can_name_is_no_part_of_a_search() -> None:
    with pytest.raises(TypeError):
        fingerprint._plain(object())
