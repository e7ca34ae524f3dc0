"""In every run a real value is written in every way that the scanner claims to read; one that it misses stops everything."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.scalars import scalars
from wiq_cli.scan import canary
from wiq_cli.scan.canary import ADDRESS, IN_FILES, NUMBER, Family, plant, plant_in_file
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.needles import Needles
from wiq_cli.scan.proof import prove, scan_site
from wiq_cli.scan.scanner import scan_file
from wiq_cli.scan.types import CannotScan, Hit

HEUTE = date(2026, 11, 22)
PERSON = {"name": "Thea Testmann", "email": "thea.testmann@example.org", "telefon": "0341 1234567"}


def needles(**person: str) -> Needles:
    return collect(scalars({"leitung": [person or PERSON]}, "teams/garten.yaml"), HEUTE)


def test_all_is_found() -> None:
    plant(needles())
    for kind, family in IN_FILES.items():
        written = family.write("thea.testmann@example.org")
        assert isinstance(written, bytes), kind
        plant_in_file(needles(), family.file, written)


WAYS = [*((one, PERSON["email"]) for one in ADDRESS.values()), *((one, "03411234567") for one in NUMBER.values())]


@pytest.mark.parametrize(("family", "value"), WAYS, ids=[*ADDRESS, *(f"number {one}" for one in NUMBER)])
def test_one_way_that_is_missed_stops_everything(family: Family, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missed = {family.write(value)} if family.file != "{}.html" else {}

    def short_sighted(some: Needles, name: str, data: bytes, team: str | None) -> set[Hit]:
        blind = data.decode() in missed or (not missed and "@" in name)
        return set() if blind else scan_file(some, name, data, team)

    monkeypatch.setattr(canary, "scan_file", short_sighted)
    with pytest.raises(CannotScan) as caught:
        prove(needles())
    assert caught.value.reason == "blind"


@pytest.mark.parametrize("kind", IN_FILES)
def test_a_file_whose_kind_nobody_can_read_stops_the_run(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def sees_no_files(some: Needles, name: str, data: bytes, team: str | None) -> set[Hit]:
        return set() if name == IN_FILES[kind].file else scan_file(some, name, data, team)

    monkeypatch.setattr(canary, "scan_file", sees_no_files)
    written = IN_FILES[kind].write("Wir kochen.")
    assert isinstance(written, bytes)
    with pytest.raises(CannotScan) as caught:
        scan_site(needles(), [("bild", written, None)])
    assert caught.value.reason == "blind"


def test_each_kind_of_file_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def count(_: Needles, name: str, *rest: Any) -> set[Hit]:
        seen.append(name)
        return {Hit("email", rest[:0])}

    monkeypatch.setattr(canary, "scan_file", count)
    known = needles()
    for _ in range(3):
        plant_in_file(known, "bild", canary._png("x"))
    assert seen == ["x.png"]


def test_with_nothing_to_plant_nothing_is_planted() -> None:
    plant(Needles())
    plant(needles(name="Bo Ek"))


WORDS = st.from_regex(r"[a-z]{3,10}([._-][a-z]{2,10}){0,2}", fullmatch=True)
HOST = st.from_regex(r"([a-z]{2,12}[.-]){1,3}[a-z]{2,8}", fullmatch=True)


@settings(max_examples=150, deadline=None)
@given(WORDS, HOST, st.integers(100_000, 99_999_999))
def test_no_ordinary_address_and_no_number_stops_an_honest_run(local: str, host: str, number: int) -> None:
    plant(needles(name="Thea Testmann", email=f"{local}@{host}", telefon=f"0341 {number}"))
