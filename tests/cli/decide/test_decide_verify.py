"""``wiq decide verify``: what it finds, and what it lets pass."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.decisions import change, closed, file_of, unseal
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.support.run import Call, Result

PLAKATE, BEETE = "st-20261122-plakate", "st-20261122-beete"


def states(result: Result) -> dict[str, str]:
    return {row.split("\t")[0]: row.split("\t")[1] for row in result.out.splitlines()}


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
