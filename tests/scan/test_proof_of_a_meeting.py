"""The probe before each search, where the only number of a network lets into a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.run import wiq
from tests.support.texts import TEAM, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_meeting_is_the_only_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    online = with_keys(TEAM, "treffen:\n  ort: per Zoom\n  link: https://zoom.us/j/83456719921\n")
    result = wiq(capsys, network(tmp_path, {"garten": online}), "publish", "--dry-run")
    assert result.code == 0, result.err
