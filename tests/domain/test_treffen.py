"""Single entries under ``treffen``: lines, mappings, and the concept's own line of dates."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wiq_cli.domain.eintrag import read_ausfall, read_termin
from wiq_cli.domain.rhythmus_lesen import read_line
from wiq_cli.domain.treffen import Ausfall, Pause, Termin, Treffen, Verlegung, Zeile

CONTEXT = {"heute": date(2026, 11, 22)}
SEED = (
    "26.03.2024; 19.04.2024; 26.04.2024 (Lindenau); 08.05.2024; 16.05.2024; 04.06.2024; 11.06.2024 (Lindenau); "
    "06.08.2024; 09.08.2024 (City); 16.08.2024; 27.08.2024; 03.09.2024; 10.09.2024; 13.09.2024 (City)"
)


def refusals(treffen: Any) -> list[tuple[tuple[Any, ...], str, str]]:
    with pytest.raises(ValidationError) as caught:
        Treffen.model_validate(treffen, context=CONTEXT)
    return [(one["loc"], one["type"], one["msg"]) for one in caught.value.errors()]


@pytest.mark.parametrize(
    "treffen", [SEED, {"termine": SEED}, {"termine": SEED.replace("; ", "\n")}, {"termine": [SEED]}]
)
def test_the_concepts_own_line_of_dates(treffen: Any) -> None:
    found = Treffen.model_validate(treffen).termine
    assert len(found) == 14
    assert found[0] == Termin(am=date(2024, 3, 26))
    assert [one.ort for one in found if one.ort] == ["Lindenau", "Lindenau", "City", "City"]


def test_a_wrong_date_in_a_line_is_counted() -> None:
    ((place, rule, sentence),) = refusals({"termine": SEED.replace("26.04.2024 (", "31.04.2024 (")})
    assert (place, rule) == (("termine",), "WIQ023")
    assert sentence == "Termin 3 von 14: Diesen Tag gibt es nicht. Der April 2024 hat 30 Tage."


def test_every_wrong_date_in_a_line_is_named() -> None:
    found = refusals({"termine": "26.03.2024; 31.02.2024; 19.13.2024", "pause": ["ferien, Weihnachten", "31.02.2024"]})
    assert [(loc, rule) for loc, rule, _ in found] == [
        (("pause", 0), "WIQ306"),
        (("pause", 1), "WIQ023"),
        (("termine",), "WIQ023"),
        (("termine",), "WIQ023"),
    ]
    assert [satz.partition(": ")[0] for _, _, satz in found[2:]] == ["Termin 2 von 3", "Termin 3 von 3"]


def test_a_semicolon_in_the_place_separates_nothing() -> None:
    found = Treffen.model_validate({"termine": "05.12.2026 (Hof; links); 06.12.2026"}).termine
    assert [one.ort for one in found] == ["Hof; links", None]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("05.12.2026", {"am": date(2026, 12, 5)}),
        ("Sa 05.12.2026, 10:00 Uhr", {"am": date(2026, 12, 5), "zeit": time(10)}),
        ("Sa., 5.12.2026 um 9:30 (Hof)", {"am": date(2026, 12, 5), "zeit": time(9, 30), "ort": "Hof"}),
        ("2026-12-05 10:00 – 11:30", {"am": date(2026, 12, 5), "zeit": time(10), "ende": time(11, 30)}),
        ("05.12.2026 22:00-01:00 (Hof (hinten), links)",
         {"am": date(2026, 12, 5), "zeit": time(22), "ende": time(1), "ort": "Hof (hinten), links"}),
        ("am 05.12.2026 von 10 bis 11:30 Uhr", {"am": date(2026, 12, 5), "zeit": time(10), "ende": time(11, 30)}),
        ("Samstag, den 5. 12. 2026 - 10:00", {"am": date(2026, 12, 5), "zeit": time(10)}),
        ("2026-12-05T10:00", {"am": date(2026, 12, 5), "zeit": time(10)}),
        ("05.12.2026 (Hof) 10 Uhr", {"am": date(2026, 12, 5), "zeit": time(10), "ort": "Hof"}),
        ({"am": "05.12.2026", "zeit": "10:00"}, {"am": date(2026, 12, 5), "zeit": time(10)}),
        ({"am": "05.12.2026", "zeit": "10:00 – 12:30"}, {"am": date(2026, 12, 5), "zeit": time(10), "ende": time(12, 30)}),
        ({"am": "05.12.2026", "zeit": "von 10 bis 12 Uhr"}, {"am": date(2026, 12, 5), "zeit": time(10), "ende": time(12)}),
    ],
)  # fmt: skip
def test_dates(line: Any, expected: dict[str, Any]) -> None:
    assert Termin.model_validate(line).model_dump(exclude_unset=True) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10.11.2026", {"am": date(2026, 11, 10)}),
        ("10.11.2026 krank", {"am": date(2026, 11, 10), "grund": "krank"}),
        ("Di, 10.11.2026: zwei Leute krank", {"am": date(2026, 11, 10), "grund": "zwei Leute krank"}),
        ("10.11.2026 18:00 Uhr Raum zu", {"am": date(2026, 11, 10), "zeit": time(18), "grund": "Raum zu"}),
        ("am 10.11.2026", {"am": date(2026, 11, 10)}),
        ("10.11.2026 - krank", {"am": date(2026, 11, 10), "grund": "krank"}),
        ("10.11.2026 – 3 von 5 krank", {"am": date(2026, 11, 10), "grund": "3 von 5 krank"}),
        ("10.11.2026 Raum ab 18 Uhr belegt", {"am": date(2026, 11, 10), "grund": "Raum ab 18 Uhr belegt"}),
        ("10.11.2026 2 Leute fehlen", {"am": date(2026, 11, 10), "grund": "2 Leute fehlen"}),
        ({"am": "10.11.2026", "grund": "krank"}, {"am": date(2026, 11, 10), "grund": "krank"}),
    ],
)
def test_cancellations(line: Any, expected: dict[str, Any]) -> None:
    assert Ausfall.model_validate(line).model_dump(exclude_unset=True) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("24.11.2026 -> 25.11.2026 19:00 (Garten)",
         {"am": date(2026, 11, 24), "auf": date(2026, 11, 25), "neue_zeit": time(19), "ort": "Garten"}),
        ("24.11.2026 → Mi 25.11.2026", {"am": date(2026, 11, 24), "auf": date(2026, 11, 25)}),
        ("24.11.2026 18:00->19:30-21:00 Uhr",
         {"am": date(2026, 11, 24), "zeit": time(18), "auf": date(2026, 11, 24), "neue_zeit": time(19, 30), "ende": time(21)}),
        ("24.11.2026 -> (Garten)", {"am": date(2026, 11, 24), "auf": date(2026, 11, 24), "ort": "Garten"}),
        ({"am": "24.11.2026", "auf": "25.11.2026"}, {"am": date(2026, 11, 24), "auf": date(2026, 11, 25)}),
        ({"am": "24.11.2026", "auf": "25.11.2026", "neue_zeit": "19:00-21:00"},
         {"am": date(2026, 11, 24), "auf": date(2026, 11, 25), "neue_zeit": time(19), "ende": time(21)}),
    ],
)  # fmt: skip
def test_moves(line: Any, expected: dict[str, Any]) -> None:
    assert Verlegung.model_validate(line).model_dump(exclude_unset=True) == expected


@pytest.mark.parametrize(
    "line",
    [
        "21.12.2026 bis 03.01.2027",
        "vom 21.12.2026 bis 03.01.2027",
        "21.12.2026 – 3.1.2027",
        "21.12.2026-03.01.2027",
        "2026-12-21 bis zum 2027-01-03",
        "2026-12-21 - 2027-01-03",
        "Mo 21.12.2026 bis Sonntag den 03.01.2027",
    ],
)
def test_ranges_of_a_pause(line: str) -> None:
    assert Pause.model_validate(line) == Pause(von=date(2026, 12, 21), bis=date(2027, 1, 3))


def test_other_pauses() -> None:
    found = Treffen.model_validate({"pause": "Feiertage, Schulferien, 24.12.2026"}).pause
    assert [one.was for one in found] == ["feiertage", "ferien", None]
    assert found[2].von == found[2].bis == date(2026, 12, 24)


REFUSED = [
    ("termine", "Mo 24.11.2026", "WIQ307", "ein Dienstag"),
    ("termine", "05.12.2026 Lindenau", "WIQ301", "(Ort)"),
    ("termine", "05.12.2026, 06.12.2026", "WIQ301", "Semikolon"),
    ("termine", "05.12.2026 (Haus A", "WIQ301", "Anführungszeichen"),
    ("termine", "(Hof)", "WIQ301", "fehlt der Tag"),
    ("termine", "Samstag 10:00", "WIQ023", "24.11.2026"),
    ("termine", "jeden Dienstag 18:00", "WIQ301", "unter „rhythmus“"),
    ("termine", "14-tägig dienstags", "WIQ301", "unter „rhythmus“"),
    ("termine", "wöchentlich", "WIQ301", "unter „rhythmus“"),
    ("ausfall", "letzter Dienstag im Monat", "WIQ301", "unter „rhythmus“"),
    ("termine", "5. Dezember 2026", "WIQ023", "05.12.2026"),
    ("termine", "05.12.", "WIQ023", "05.12.2026"),
    ("termine", "01.09.", "WIQ023", "01.09.2027"),
    ("termine", "12/05/2026", "WIQ023", "12.05.2026 oder 05.12.2026"),
    ("termine", "05.12.26", "WIQ023", "05.12.2026"),
    ("termine", "31.09.2026", "WIQ023", "September 2026 hat 30 Tage"),
    ("termine", "05.12.1026", "WIQ023", "vier Ziffern"),
    ("termine", "05.12.2026 18.30", "WIQ030", "18:30"),
    ("termine", "05.12.2026 1800", "WIQ030", "18:00"),
    ("termine", "05.12.2026 10:00-10:00", "WIQ308", "gleich"),
    ("termine", {"am": "05.12.2026", "ende": "10:00"}, "WIQ308", "ohne Beginn"),
    ("termine", {"am": "05.12.2026", "dauer": "60"}, "WIQ308", "ohne Beginn"),
    ("termine", {"am": "05.12.2026", "zeit": "10:00", "ende": "11:00", "dauer": "60"}, "WIQ308", "Lösch eines"),
    ("ausfall", "10.11.2026 bis 20.11.2026", "WIQ301", "unter „pause“"),
    ("ausfall", "10.11.2026, 24.11.2026", "WIQ301", "eigene Zeile"),
    ("ausfall", "10.11.2026 -> 11.11.2026", "WIQ301", "unter „verlegt“"),
    ("ausfall", "krank", "WIQ301", "fehlt der Tag"),
    ("verlegt", "24.11.2026 25.11.2026", "WIQ301", "keinen Pfeil"),
    ("verlegt", "24.11.2026 ->", "WIQ301", "-> 25.11.2026 19:00"),
    ("verlegt", "24.11.2026 -> irgendwann", "WIQ301", "fehlt der Tag"),
    ("termine", "05.12.2026 (18 Uhr)", "WIQ301", "Die Uhrzeit gehört davor"),
    ("termine", "05.12.2026 (entfällt)", "WIQ301", "unter „ausfall“"),
    ("termine", "05.12.2026 fällt aus", "WIQ301", "unter „ausfall“"),
    ("termine", "05.12.2026 18:00, 20:00", "WIQ301", "zwei Uhrzeiten"),
    ("termine", "05.12.2026 18h", "WIQ030", "18:00"),
    ("termine", "05.12.2026 um halb sieben", "WIQ030", "18:30 oder 06:30"),
    ("termine", "05./06.12.2026", "WIQ023", "05.12.2026 oder 06.12.2026"),
    ("verlegt", "24.11.2026 -> 24.11.2026", "WIQ301", "es ändert sich nichts"),
    ("verlegt", "24.11.2026 18:00 -> 18:00", "WIQ301", "es ändert sich nichts"),
    ("pause", "Di 21.12.2026 bis 03.01.2027", "WIQ307", "ein Montag"),
    ("pause", "Weihnachten", "WIQ306", "21.12.2026 bis 03.01.2027"),
    ("pause", "03.01.2027 bis 21.12.2026", "WIQ305", "vor dem Anfang"),
    ("pause", {"von": "21.12.2026"}, "WIQ306", "nicht vollständig"),
    ("pause", {"was": "ferien", "von": "21.12.2026", "bis": "22.12.2026"}, "WIQ306", "nicht vollständig"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "line", "rule", "part"), REFUSED, ids=[f"{one[0]} {one[1]}" for one in REFUSED])
def test_refused_with_a_way_out(key: str, line: Any, rule: str, part: str) -> None:
    ((place, found, sentence),) = refusals({key: [line]})
    assert (place, found) == ((key, 0), rule)
    assert part in sentence


@pytest.mark.parametrize("minutes", ["0", "1441", "anderthalb Stunden"])
def test_a_length_between_a_minute_and_a_day(minutes: str) -> None:
    assert refusals({"dauer": minutes})[0][1] == "WIQ025"


def test_reasons_and_places_are_never_repeated() -> None:
    for _, _, sentence in refusals({"ausfall": ["10.11.26 Thea krank"], "termine": ["5.12.26 (bei Thea)"]}):
        assert "Thea" not in sentence


@pytest.mark.parametrize("kind", [Termin, Ausfall, Verlegung, Pause])
@given(line=st.one_of(st.text(max_size=50), st.lists(st.sampled_from(["Di", "24.11.2026", "24.11.", "18:00", "18.30", "->", "(", ")", "-", "bis", ",", "um", "uhr", "x", ";", "31.09.2026", "ferien"]), max_size=7).map(" ".join)))  # fmt: skip
def test_any_text_is_read_or_refused(kind: type[Zeile], line: str) -> None:
    try:
        kind.model_validate(line, context=CONTEXT)
    except ValidationError as error:
        types = [one["type"] for one in error.errors()]
    else:
        types = []
    assert all(one.startswith("WIQ") for one in types)


@pytest.mark.parametrize(("written", "hour"), [("19 Uhr", "19:00"), ("um 19 Uhr", "19:00"), ("19 Uhr 30", "19:30")])
def test_a_full_hour_has_one_reading(written: str, hour: str) -> None:
    for line in (f"05.12.2026 {written} (Hof)", f"Sa 05.12.2026 {written}"):
        assert read_termin(line)["zeit"].isoformat("minutes") == hour
    assert read_ausfall(f"05.12.2026 {written} krank")["grund"] == "krank"
    assert read_line(f"jeden 1. Montag im Monat {written} ab 07.09.2026")["zeit"].isoformat("minutes") == hour
