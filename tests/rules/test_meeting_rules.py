"""What the pages of the rules about meetings do not show alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.texts import TEAM, WIQ, network, with_keys

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def findings(capsys: Capture, root: Path, treffen: str, wiq_yaml: str = WIQ) -> list[str]:
    network(root, {"garten": with_keys(TEAM, f"treffen:\n  ort: Hof\n{treffen}")}, wiq_yaml)
    return [one["rule"] for one in wiq(capsys, root, "check", "--format", "json").json["findings"]]


@pytest.mark.parametrize(
    ("treffen", "rules"),
    [
        # An unreadable rhythm is one finding: nothing is said about what might have hit it.
        ("  rhythmus: [jeden 2. Dienstag]\n  ausfall: [24.11.2026]\n", ["WIQ303"]),
        ("  rhythmus: [jeden Dienstag 18:00]\n  ausfall: [31.09.2026]\n", ["WIQ023"]),
        ("  rhythmus: [jeden Di 10:00, jeden Di 18:00]\n  ausfall: [24.11.2026]\n", ["WIQ310"]),
        ("  rhythmus: [jeden Di 10:00, jeden Di 18:00]\n  ausfall: [24.11.2026 18:00]\n", []),
        ("  rhythmus: [jeden Mi 18:00]\n  pause: [feiertage]\n  ausfall: [18.11.2026]\n", ["WIQ310"]),
        ("  rhythmus: [jeden Di 18:00]\n  verlegt: [24.11.2026 -> 25.11.2026, 24.11.2026 -> 26.11.2026]\n", ["WIQ311"]),
        ("  rhythmus: [jeden Sonntag 02:30 ab 01.01.2026]\n", ["WIQ309"] * 2),
        ("  rhythmus: [jeden Di 18:00 bis 31.10.2026]\n", ["WIQ320"]),
        ("  termine: [22.11.2026 18:00]\n", []),
        ("  termine: [26.03.2024, 22.11.2026]\n", ["WIQ321"]),
    ],
)
def test_rules(tmp_path: Path, capsys: Capture, treffen: str, rules: list[str]) -> None:
    assert findings(capsys, tmp_path, treffen) == rules


def test_holidays_without_a_state(tmp_path: Path, capsys: Capture) -> None:
    treffen = "  rhythmus: [jeden Dienstag 18:00]\n  pause: [feiertage]\n"
    assert findings(capsys, tmp_path, treffen, WIQ.replace("bundesland: SN\n", "")) == ["WIQ322"]
