"""The scanner proves that it is alive, and where a leak comes from."""

from __future__ import annotations

import base64
from datetime import date
from string import ascii_lowercase
from typing import Any

import pytest

from tests.support.pieces import WORD, full_of
from tests.support.scalars import scalars
from wiq_cli.scan import proof
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.fields import scan_source
from wiq_cli.scan.needles import Needles
from wiq_cli.scan.proof import prove, scan_site, trace
from wiq_cli.scan.scanner import scan_file
from wiq_cli.scan.types import CannotScan, Hit, Leak, Scalar
from wiq_cli.scan.views import LAYERS

HEUTE = date(2026, 11, 22)
FILE = "teams/garten.yaml"
PEOPLE = [
    Scalar(FILE, ("leitung", 0, "name"), "Thea Testmann"),
    Scalar(FILE, ("leitung", 0, "email"), "thea@example.org"),
    Scalar(FILE, ("leitung", 0, "telefon"), "0341 1234567"),
    Scalar(FILE, ("treffen", "link"), "https://teams.microsoft.com/l/meetup-join/abc"),
]


def test_alive() -> None:
    prove(collect(PEOPLE, HEUTE))


@pytest.mark.parametrize(
    "name",
    ["Rose Klein", "Bo Ek", "Jürgen Große-Vöß", "de la Cruz", "Karl Heine", "Max August", "李小龙", "Nguyễn Văn An"],
)
def test_alive_with_any_name(name: str) -> None:
    prove(collect([Scalar(FILE, ("leitung", 0, "name"), name)], HEUTE))


def test_alive_with_a_handle() -> None:
    prove(collect([Scalar(FILE, ("leitung", 0, "email"), "aaaaaa@example.org")], HEUTE))


@pytest.mark.parametrize("which", [0, 1, 2, 3])
def test_a_blind_scanner_stops_everything(which: int, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = ("name", "email", "phone", "link")[which]

    def blind(*rest: Any) -> set[Hit]:
        return {hit for hit in scan_file(*rest) if hit.kind != kind}

    monkeypatch.setattr(proof, "scan_file", blind)
    with pytest.raises(CannotScan) as caught:
        prove(collect(PEOPLE, HEUTE))
    assert caught.value.reason == "blind"


def test_people_without_any_value_stop_everything() -> None:
    with pytest.raises(CannotScan) as caught:
        prove(collect([Scalar(FILE, ("leitung", 0, "kennung"), "p1")], HEUTE))
    assert caught.value.reason == "empty"
    prove(Needles())  # nobody there: nobody to protect


@pytest.mark.parametrize("until", ["2026-11-23", "", "irgendwann"])
def test_who_is_there_without_a_value_stops_everything(until: str) -> None:
    texts = scalars({"leitung": [{"kennung": "p1", "bis": until}, {"kennung": "p2", "bis": "2026-11-22"}]}, FILE)
    with pytest.raises(CannotScan) as caught:
        prove(collect(texts, HEUTE))
    assert caught.value.reason == "empty"


def test_who_was_forgotten_is_no_member() -> None:
    entry = {"kennung": "p1", "seit": "2025-01-01", "bis": "2026-11-22", "zugang": {"weg": "gruendung"}}
    prove(collect(scalars({"leitung": [entry], "mitglieder": []}, FILE), HEUTE))


def leaks(page: str, *texts: Scalar, output: str = "teams/garten/index.html") -> list[Leak]:
    everything = [*PEOPLE, *texts]
    needles = collect(everything, HEUTE)
    return trace(needles, scan_site(needles, [(output, page.encode(), "garten")]), everything)


def test_a_leak_is_traced_to_the_text_that_carries_it() -> None:
    text = Scalar(FILE, ("support", 0, "was"), "Zelt (Thea)")
    other = Scalar("teams/chor.yaml", ("problem", 0), "Zelt (Thea)")
    assert leaks("<p>Zelt (Thea)</p>", text, other) == [
        Leak("garten", FILE, ("support", 0, "was"), "name", "teams/garten/index.html")
    ]


def test_never_to_the_private_field_itself() -> None:
    assert leaks("<p>Thea</p>") == [Leak("garten", "", (), "name", "teams/garten/index.html")]


def test_a_leak_in_an_own_template() -> None:
    line = Scalar("vorlagen/profil.html.j2", (3,), "<p>Fragen? thea@example.org</p>")
    assert leaks("<p>Fragen? thea@example.org</p>", line) == [
        Leak("garten", "vorlagen/profil.html.j2", (3,), "email", "teams/garten/index.html")
    ]


def test_every_kind_has_its_own_line() -> None:
    texts = [Scalar(FILE, ("problem", 0), "0341 1234567"), Scalar(FILE, ("problem", 1), "thea@example.org")]
    assert {(one.kind, one.path) for one in leaks("thea@example.org, 0341/1234567", *texts)} == {
        ("phone", ("problem", 0)),
        ("email", ("problem", 1)),
    }


def test_where_a_long_page_holds_anything_the_other_long_ones_of_the_team_are_taken_to_hold_the_same() -> None:
    needles = collect(PEOPLE, HEUTE)
    long = b"<p>Wir treffen uns im Garten.</p>\n" * 2500
    pages: list[tuple[str, bytes, str | None]] = [
        ("teams/garten/aushang.html", long, "garten"),
        ("teams/garten/index.html", long + b"<p>thea@example.org</p>", "garten"),
        ("teams/garten/kurz.html", b"<p>Wir</p>", "garten"),
        ("teams/chor/index.html", long, "chor"),
        ("suchen/index.html", long, None),
    ]
    found = scan_site(needles, pages)
    assert {output for output, _, _ in found} == {
        "teams/garten/aushang.html",
        "teams/garten/index.html",
        "suchen/index.html",
    }
    assert {hit.kind for _, _, hit in found} == {"email"}
    assert scan_site(needles, [pages[0], *pages[2:]]) == []


def test_the_longest_page_of_a_team_is_read_first() -> None:
    """It shows most of what the others show; so whatever they hold is told at once."""
    needles = collect(PEOPLE, HEUTE)
    long = b"<p>Wir treffen uns im Garten.</p>\n<p>thea@example.org</p>" * 2500
    pages: list[tuple[str, bytes, str | None]] = [
        ("teams/garten/aushang.html", long, "garten"),
        ("teams/garten/index.html", long + b"<p>0341 1234567</p>", "garten"),
    ]
    kinds = {(output, hit.kind) for output, _, hit in scan_site(needles, pages)}
    assert kinds == {(output, kind) for output, _, _ in pages for kind in ("email", "phone")}


def test_a_page_without_end_speaks_for_all_of_its_team_and_for_those_of_all() -> None:
    encoded = b"Wir treffen uns im Garten."
    for _ in range(LAYERS):
        encoded = base64.b64encode(encoded)
    pages: list[tuple[str, bytes, str | None]] = [
        ("teams/garten/index.html", encoded, "garten"),
        ("teams/garten/kurz.html", b"<p>thea@example.org</p>", "garten"),
        ("teams/chor/index.html", b"<p>thea@example.org</p>", "chor"),
        ("suchen/index.html", b"<p>thea@example.org</p>", None),
    ]
    found = scan_site(collect(PEOPLE, HEUTE), pages)
    assert {(output, team, hit.kind) for output, team, hit in found} == {
        ("teams/garten/index.html", "garten", "unread"),
        ("teams/garten/kurz.html", "garten", "unread"),
        ("teams/chor/index.html", "chor", "email"),
        ("suchen/index.html", "garten", "unread"),
    }


def test_the_pages_of_a_team_have_an_end_together() -> None:
    def page(number: int) -> bytes:
        return full_of(f"\\\\101 {'αβγδε'[number]}αα{WORD}", 10_000, ascii_lowercase).encode()

    needles = collect(PEOPLE, HEUTE)
    every: list[tuple[str, bytes, str | None]] = [(f"teams/garten/{one}.html", page(one), "garten") for one in range(5)]
    assert [scan_site(needles, [one]) for one in every] == [[]] * 5
    last: list[tuple[str, bytes, str | None]] = [("teams/chor/index.html", page(0) + b" ", "chor")]
    needles.memory.forget()
    found = scan_site(needles, [*every, *last])
    assert {(team, hit.kind) for _, team, hit in found} == {("garten", "unread")}
    assert 0 < len(found) < len(every)


def test_a_text_is_searched_once_for_its_team_and_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(needles: Needles, text: str, team: str | None) -> set[Hit]:
        asked.append(text)
        return scan_source(needles, text, team)

    monkeypatch.setattr(proof, "scan_source", counted)
    everything = [*PEOPLE, Scalar(FILE, ("problem", 0), "Zelt (Thea Testmann)")]
    needles = collect(everything, HEUTE)
    pages: list[tuple[str, str | None]] = [("teams/garten/index.html", "garten"), ("suchen/index.html", None)]
    found = scan_site(needles, [(output, b"<p>Zelt (Thea Testmann)</p>", team) for output, team in pages])
    traced = trace(needles, found, everything)
    assert {one.output: one.path for one in traced} == {output: ("problem", 0) for output, _ in pages}
    assert len(asked) == len(set(asked))


def test_what_is_free_on_the_pages_of_a_team_has_its_place_on_those_of_all() -> None:
    everything = [*PEOPLE, Scalar(FILE, ("problem", 0), "Ein Abend für Thea Testmann")]
    needles = collect(everything, HEUTE)
    needles.free("garten", "Thea Testmann")
    page = b"<p>Ein Abend f\xc3\xbcr Thea Testmann</p>"
    found = scan_site(needles, [("teams/garten/index.html", page, "garten"), ("suchen/index.html", page, None)])
    assert trace(needles, found, everything) == [Leak("garten", FILE, ("problem", 0), "name", "suchen/index.html")]


def test_a_term_that_is_public_is_free_on_the_pages_of_its_team_only() -> None:
    needles = collect(PEOPLE, HEUTE)
    needles.free("garten", "Thea-Testmann-Preis")
    page = b"<p>Der Thea-Testmann-Preis, auch Thea-Testmann-Preis geschrieben</p>"
    assert not scan_file(needles, "x.html", page, "garten")
    assert {one.kind for one in scan_file(needles, "x.html", b"Thea-Testmann", "garten")} == {"name"}
    circle = b"<p>Im Thea-Testmann-Kreis</p>"  # where nobody would take it for anything but a name
    assert {one.kind for one in scan_file(needles, "x.html", circle, "garten")} == {"name"}
    needles.free("garten", "Thea-Testmann-Kreis")
    assert not scan_file(needles, "x.html", circle, "garten")
    assert {one.kind for one in scan_file(needles, "x.html", circle, None)} == {"name"}
    needles.free("garten", "thea@example.org")
    assert {one.kind for one in scan_file(needles, "x.html", b"thea@example.org", "garten")} == {"email"}
