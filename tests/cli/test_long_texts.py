"""A text that no file can hold is a wrong call: every command names the option or the argument, and nothing happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_german import COMMANDS, _commands
from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.cli.main import main
from wiq_cli.domain.umfang import LETTERS_MAX

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

LONG = "x" * (LETTERS_MAX + 1)
MEETS = with_keys(TEAM, "treffen: {termine: [05.12.2026 10:00 (Zelt)]}\n")


def _params(words: list[str]) -> list[Any]:
    (command,) = [one for own, one in _commands() if own == words]
    ctx = command.make_context("wiq", [], resilient_parsing=True)
    return [one for one in command.get_params(ctx) if not getattr(one, "is_flag", False)]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_option_and_argument_is_named(words: list[str], capsys: Capture) -> None:
    params = _params(words)
    arguments = [one for one in params if one.param_type_name == "argument"]
    for one in params:
        if one.param_type_name == "option":
            name, call = one.opts[-1], [f"{one.opts[0]}={LONG}"]
        else:
            name, call = one.metavar.strip("[] …"), [*["x"] * arguments.index(one), LONG]
        assert main([*words, *call]) == 2
        named = "" if "|" in name else f"{name}: "  # else it is the words that can stand there
        assert capsys.readouterr().err.startswith(f"{named}Dieser Text hat 20.001 Zeichen. Höchstens 20.000 passen"), (
            name
        )


def test_blanks_around_a_text_do_not_count(tmp_path: Path, capsys: Capture) -> None:
    root = network(tmp_path, {"garten": MEETS})
    assert wiq(capsys, root, "add", "garten", "chronik", f"  {LONG[1:]}  ").code == 0


def test_what_comes_before_a_reason_in_its_line_does_not_count(tmp_path: Path, capsys: Capture) -> None:
    root = network(tmp_path, {"garten": MEETS})
    assert wiq(capsys, root, "meetings", "cancel", "garten", "05.12.2026", "--reason", LONG[1:]).code == 0
    assert f"grund: {LONG[1:]}" in (root / "teams/garten.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--carrier", "x" * 251, "--carrier: Hier passen höchstens 250 Zeichen hinein."),
        ("--domain", f"{'a' * 64}.de", "--domain: So heißt keine Domain."),
        ("--domain", f"{'a' * 63}." * 4 + "de", "--domain: So heißt keine Domain."),
        ("--domain", "-a.de", "--domain: So heißt keine Domain."),
    ],
)
def test_init_names_the_option(option: str, value: str, says: str, tmp_path: Path, capsys: Capture) -> None:
    result = wiq(capsys, None, "init", str(tmp_path / "n"), option, value)
    assert (result.code, result.err.startswith(says)) == (2, True)
    assert not (tmp_path / "n").exists()


def test_the_longest_domain_is_one(tmp_path: Path, capsys: Capture) -> None:
    domain = f"{'a' * 63}." * 3 + "b" * 58 + ".de"
    assert wiq(capsys, None, "init", str(tmp_path / "n"), "--domain", domain).code == 0
