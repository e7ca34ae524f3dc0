"""What is given to the public verifies without salt and without a network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import change, closed, file_of, unseal
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call, Result

PLAKATE, BEETE = "st-20261122-plakate", "st-20261122-beete"


def states(result: Result) -> dict[str, str]:
    return {row.split("\t")[0]: row.split("\t")[1] for row in result.out.splitlines()}


def test_what_is_published_verifies_without_salt_and_without_a_network(
    root: Path, decide: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed(decide, "Plakate")
    document = json.loads(decide("verify", PLAKATE, "--export").out)
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
