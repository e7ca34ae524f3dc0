"""Anchors signed with a key."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import anchor, closed
from tests.support.tools import program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.run import Call, Result

PLAKATE, BEETE = "st-20261122-plakate", "st-20261122-beete"


def states(result: Result) -> dict[str, str]:
    return {row.split("\t")[0]: row.split("\t")[1] for row in result.out.splitlines()}


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
