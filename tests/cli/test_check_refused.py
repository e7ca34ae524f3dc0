"""What the models refuse is no private value as well: one cause, one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_value_that_is_refused_is_no_number_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = "ziele: {bis: 09/15/2027, teilziele: [a]}\nkooperationspartner: [{name: V, url: 'https://u:p@v.example'}]\n"
    result = wiq(capsys, network(tmp_path, {"garten": with_keys(TEAM, more)}), "check", "--format", "json")
    assert [one["rule"] for one in result.json["findings"] if one["level"] == "error"] == ["WIQ023", "WIQ029"]
