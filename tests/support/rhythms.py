"""Blocks of ``treffen`` as Hypothesis draws them: what a team might write, all at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
ORDINALS = ("erster", "zweiter", "dritter", "vierter", "fünfter", "letzter", "vorletzter")
START = date(2026, 10, 1)

weekday = st.sampled_from(DAYS)
ordinal = st.sampled_from(ORDINALS)
pattern = st.one_of(
    st.builds("jeden {}".format, weekday),
    st.builds("jeden {0} und {1}".format, weekday, weekday).filter(lambda one: len(set(one.split())) == 4),
    st.builds("alle {} Wochen {}".format, st.integers(2, 5), weekday),
    st.builds("{} KW {}".format, st.sampled_from(["gerade", "ungerade"]), weekday),
    st.builds("{} {} im Monat".format, ordinal, weekday),
    st.builds("am {}. im Monat".format, st.integers(1, 31)),
    st.sampled_from(["letzter Tag im Monat", "letzter Werktag im Monat"]),
    st.builds("alle {} Monate {} {}".format, st.integers(2, 4), ordinal, weekday),
    st.builds("{} nach dem 2. {} im Monat".format, weekday, weekday),
)
hour = st.builds("{:02}:{}".format, st.integers(0, 23), st.sampled_from(["00", "30", "45"]))
day = st.integers(0, 425).map(lambda number: f"{START + timedelta(number):%d.%m.%Y}")
line = st.builds("{} {} ab {}".format, pattern, hour, st.sampled_from(["01.09.2026", "13.10.2026", "04.01.2027"]))
single = st.builds("{} {} ({})".format, day, hour, st.sampled_from(["Hof", "Café; hinten, links", "Süd\\Nord"])) | day


def blocks() -> st.SearchStrategy[dict[str, Any]]:
    """Draw a whole block."""
    return st.fixed_dictionaries({
        "ort": st.sampled_from(["per Teams", "Nachbarschaftszentrum, Raum „Süd“"]),
        "dauer": st.integers(15, 240).map(str),
        "rhythmus": st.lists(line, max_size=3),
        "pause": st.lists(st.sampled_from(["feiertage", "21.12.2026 bis 03.01.2027"]), unique=True),
        "termine": st.lists(single, max_size=4, unique_by=lambda one: one[:10]),
    })  # fmt: skip


def with_changes(block: dict[str, Any], days: list[str], moves: list[int]) -> dict[str, Any]:
    """Cancel and move some of the days that this block has."""
    cancelled = days[: len(days) // 2]
    moved = [
        f"{one} -> {date(int(one[6:]), int(one[3:5]), int(one[:2])) + timedelta(1 + number):%d.%m.%Y} 11:15 (Garten)"
        for one, number in zip(days[len(days) // 2 :], moves, strict=False)
    ]
    return block | {"ausfall": cancelled, "verlegt": moved}
