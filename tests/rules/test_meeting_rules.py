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
        ("  rhythmus: [jeden Sonntag 02:30 ab 01.01.2026]\n", ["WIQ309", "WIQ309", "WIQ314"]),
        ("  rhythmus: [jeden Sonntag 02:30 ab 01.01.2026]\n  ausfall: [28.03.2027, 26.03.2028]\n", ["WIQ314"]),
        ("  rhythmus: [jeden Sonntag 02:30 ab 03.01.2027 bis 30.06.2027]\n  pause: [27.03.2027]\n", ["WIQ309"]),
        ("  rhythmus: [jeden Sonntag 02:30 ab 03.01.2027 bis 30.06.2027]\n  pause: [28.03.2027]\n", []),
        ("  rhythmus: [jeden Di 18:00 bis 31.10.2026]\n", ["WIQ320"]),
        ("  termine: [22.11.2026 18:00]\n", []),
        # A move into the middle of another meeting; behind it is free.
        ("  dauer: 90\n  rhythmus: [jeden Di 18:00]\n  verlegt: [24.11.2026 -> 01.12.2026 19:00]\n", ["WIQ312"]),
        ("  dauer: 90\n  rhythmus: [jeden Di 18:00]\n  verlegt: [24.11.2026 -> 01.12.2026 19:30]\n", []),
        ("  dauer: 90\n  rhythmus: [jeden Di 18:00]\n  verlegt: [24.11.2026 -> 30.11.2026 23:00–23:30]\n", []),
        (
            "  termine: [24.11.2026 00:15]\n  rhythmus: [jeden Mo 18:00]\n  verlegt: [30.11.2026 -> 23.11.2026 23:30]\n",
            ["WIQ312"],
        ),
        # Everything cancelled is one finding, and none where something is left.
        ("  termine: [24.11.2026 18:00]\n  ausfall: [24.11.2026]\n", ["WIQ325"]),
        ("  termine: [24.11.2026 18:00, 01.12.2026 18:00]\n  ausfall: [24.11.2026]\n", []),
        ("  termine: [24.11.2026 18:00]\n  ausfall: [24.11.2026]\n  verlegt: []\n", ["WIQ325"]),
        # Minutes: a folder for all of them says nothing about one.
        ("  rhythmus: [jeden Di 18:00]\n  protokolle: [Ordner im Netz]\n", []),
        ("  rhythmus: [jeden Di 18:00]\n  protokolle: [10.11.2026 Ordner]\n", []),
        ("  rhythmus: [jeden Di 18:00]\n  protokolle: [03.11.2026 Ordner]\n", ["WIQ326"]),
        ("  rhythmus: [jeden Di 18:00]\n  protokolle: [03.11.2026 Ordner]\n  ausfall: [10.11.2026]\n", []),
        ("  rhythmus: [jeden Mi 18:00]\n  pause: [feiertage]\n  protokolle: [11.11.2026 Ordner]\n", []),
        ("  rhythmus: [jeden Fr 18:00]\n", ["WIQ327"]),
        ("  rhythmus: [jeden Fr 18:00]\n  pause: [25.12.2026 bis 01.01.2027]\n", []),
        ("  rhythmus: [jeden Fr 18:00]\n  termine: [25.12.2026 10:00, 01.01.2027 10:00]\n", []),
        ("  rhythmus: [jeden Do 18:00]\n", ["WIQ328"]),
        ("  rhythmus: [jeden Do 18:00]\n  ausfall: [24.12.2026]\n  verlegt: [31.12.2026 -> 30.12.2026]\n", []),
        # Places: a link in any entry that the public may see.
        ("  termine: [24.11.2026 18:00 (depot.example.org/raum)]\n", ["WIQ324"]),
        ("  oeffentlich: nein\n  termine: [24.11.2026 18:00 (depot.example.org/raum)]\n", []),
        ("  termine: [26.03.2024, 22.11.2026]\n", ["WIQ321"]),
        ("  termine: [26.03.2024, 22.11.2026, 29.11.2026]\n", ["WIQ321", "WIQ321"]),
    ],
)
def test_rules(tmp_path: Path, capsys: Capture, treffen: str, rules: list[str]) -> None:
    assert findings(capsys, tmp_path, treffen) == rules


def test_the_nearest_meeting_is_named(tmp_path: Path, capsys: Capture) -> None:
    def help_of(treffen: str) -> str:
        network(tmp_path, {"garten": with_keys(TEAM, f"treffen:\n  ort: Hof\n{treffen}")})
        (one,) = wiq(capsys, tmp_path, "check", "--format", "json").json["findings"]
        return str(one["help"])

    fortnight = "  rhythmus: [alle 2 Wochen Dienstag 18:00 ab 01.09.2026 bis 31.12.2026]\n"
    assert help_of(f"{fortnight}  ausfall: [18.11.2026]\n") == "Das nächstgelegene ist am Di 24.11.2026 um 18:00."
    both = "Gleich nah sind Di 10.11.2026 um 18:00 und Di 24.11.2026 um 18:00."
    assert help_of(f"{fortnight}  ausfall: [17.11.2026]\n") == both
    assert help_of(f"{fortnight}  ausfall: [01.09.2027]\n") == "Das nächstgelegene ist am Di 22.12.2026 um 18:00."
    entry = "{am: 24.11.2026, auf: 25.11.2026, zeit: '19:00'}"
    assert "„neue_zeit“" in help_of(f"{fortnight}  verlegt: [{entry}]\n")


def test_holidays_without_a_state(tmp_path: Path, capsys: Capture) -> None:
    treffen = "  rhythmus: [jeden Dienstag 18:00]\n  pause: [feiertage]\n"
    assert findings(capsys, tmp_path, treffen, WIQ.replace("bundesland: SN\n", "")) == ["WIQ322"]


def test_single_dates_that_are_a_habit_are_shown_as_a_rhythm(tmp_path: Path, capsys: Capture) -> None:
    treffen = "  termine: [01.12.2026 18:00, 15.12.2026 18:00, 12.01.2027 18:00, 26.01.2027 18:00]\n"
    network(tmp_path, {"garten": with_keys(TEAM, f"treffen:\n  ort: Hof\n{treffen}")})
    (found,) = wiq(capsys, tmp_path, "check", "--format", "json").json["findings"]
    assert found["rule"] == "WIQ110"
    assert found["help"] == (
        "Meist trefft ihr euch dienstags. Ein fester Rhythmus spart Absprachen: "
        "„rhythmus: alle 2 Wochen Dienstag 18:00 ab 09.02.2027“."
    )
