"""``wiq decide verify`` with anchors: what was once sealed is neither gone nor sealed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import anchor, change, closed, file_of, unseal
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call, Result

PLAKATE, BEETE = "st-20261122-plakate", "st-20261122-beete"


def states(result: Result) -> dict[str, str]:
    return {row.split("\t")[0]: row.split("\t")[1] for row in result.out.splitlines()}


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
