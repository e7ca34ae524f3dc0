"""When a rhythm starts on a day without a meeting: which first meeting results, and what else may be meant."""

from __future__ import annotations

import pytest

from tests.support.teams import rahmen, team
from wiq_cli.domain.finding import Fault, Level
from wiq_cli.rules.wiq313_anfang_ohne_treffen import check_team


def found(line: str) -> list[Fault]:
    return list(check_team(team(f"treffen:\n  ort: per Teams\n  rhythmus: [{line}]\n"), rahmen()))


@pytest.mark.parametrize(
    ("line", "first", "other"),
    [
        ("alle 2 Wochen Dienstag 18:00 ab 02.09.2026", "Di 15.09.2026", "ab 15.09.2026 oder ab 08.09.2026"),
        ("alle 3 Wochen Montag 18:00 ab 02.12.2026", "Mo 21.12.2026", "ab 21.12.2026 oder ab 07.12.2026"),
        ("alle 2 Monate erster Montag 18:00 ab 15.09.2026", "Mo 02.11.2026", "ab 02.11.2026 oder ab 05.10.2026"),
    ],
)
def test_two_readings(line: str, first: str, other: str) -> None:
    (fault,) = found(line)
    assert fault.message.endswith(f"Das erste ist am {first}.")
    assert other in fault.help
    assert fault.level is None


@pytest.mark.parametrize("line", ["jeden Dienstag 18:00 ab 02.12.2026", "ungerade KW Dienstag 18:00 ab 02.12.2026"])
def test_one_reading_is_a_hint_as_long_as_it_lies_ahead(line: str) -> None:
    (fault,) = found(line)
    assert fault.level is Level.HINT
    assert "08.12.2026" in fault.message or "15.12.2026" in fault.message
    assert found(line.replace("02.12.2026", "02.09.2026")) == []


@pytest.mark.parametrize(
    "line",
    [
        "alle 2 Wochen Dienstag 18:00 ab 01.09.2026",
        "alle 2 Wochen Dienstag 18:00 ab 31.08.2026",  # the Tuesday of that week is both
        "alle 2 Wochen Dienstag und Donnerstag 18:00 ab 02.09.2026",
        "alle 2 Monate erster Montag 18:00 ab 01.09.2026",
        "erster Montag im Monat 18:00 ab 01.12.2026",
        "am 31. im Monat 18:00 ab 01.12.2026",
        "jeden Dienstag 18:00",
        "jeden Dienstag 18:00 ab 02.12.2026 bis 05.12.2026",
    ],
)
def test_nothing_to_say(line: str) -> None:
    assert found(line) == []
