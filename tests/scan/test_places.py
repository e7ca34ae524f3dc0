"""Where a team meets in private is no place for strangers, on no page of the network."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.scalars import scalars
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.proof import scan_site, trace
from wiq_cli.scan.scanner import scan_file

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

HEUTE = date(2026, 11, 22)
MEETINGS: dict[str, Any] = {
    "ort": "Nachbarschaftsgarten",
    "termine": [
        "05.12.2026 10:00 (Pfauenplatz 3)",
        {"am": "2026-12-09", "ort": "bei uns, Kastanienstieg 217 b, 3. Etage links hinten", "oeffentlich": "nein"},
        {"am": "2026-12-16", "ort": "Rosa-Fink-Straße 48", "oeffentlich": "nein"},
        {"am": "2026-12-17", "ort": "Am Quirl 4, Raum 204", "oeffentlich": "nein"},
        {"am": "2026-12-18", "ort": "Haus der Nachbarn, Vereinsweg 9", "oeffentlich": "nein"},
    ],
}


def needles(**more: Any) -> Needles:
    files: dict[str, dict[str, Any]] = {
        "wiq.yaml": {"ort": "Leipzig", "impressum": "Vereinsweg 9"},
        "teams/garten.yaml": {"treffen": MEETINGS},
        "teams/chor.yaml": {"treffen": {"oeffentlich": "nein", "termine": ["05.12.2026 19:00 (Wollgasse 11)"]}},
        **more,
    }
    return collect([one for file, data in files.items() for one in scalars(data, file)], HEUTE)


def kinds(text: str, team: str | None = "garten") -> set[str]:
    return {hit.kind for hit in scan_file(needles(), "x.html", f"<p>{text}</p>".encode(), team)}


@pytest.mark.parametrize(
    "text",
    [
        "Kastanienstieg 217b", "im Kastanienstieg Nr. 217 b", "Kastanien&shy;stieg 217<b>b</b>", "KASTANIENSTIEG 217B", "Kastanienstieg&nbsp;217&nbsp;b",
        "Rosa-Fink-Str. 48", "Rosa Fink Straße 48", "Rosa-Fink-Strasse, Hausnummer 48", "Rosa-Finkstr. 48", "Fink-Straße 48", "rosa-fink-stra%C3%9Fe 48",
        "am Quirl 4", "Wollgasse 11, 2. Hof",
    ],
)  # fmt: skip
@pytest.mark.parametrize("team", ["garten", "ut", None])
def test_a_private_address_counts_on_every_page(text: str, team: str | None) -> None:
    assert "location" in kinds(text, team)


@pytest.mark.parametrize(
    "text",
    [
        "Der Kastanienstieg wird gesperrt.", "Kastanienstieg 21", "Kastanienstieg 2170", "Rosa-Fink-Straße", "Rosa-Fink-Straße 480", "Pfauenplatz 3", "Nachbarschaftsgarten",
        "Vereinsweg 9", "Raum 204", "am Quirl 40", "204 Bäume am Quirl", "Straße 48", "48 Familien", "Wollgasse", "Haus der Nachbarn",
    ],
)  # fmt: skip
def test_what_is_near_or_public_is_no_private_address(text: str) -> None:
    assert not kinds(text)


def test_a_place_without_a_street_counts_for_its_own_team() -> None:
    assert kinds("Wir sitzen 3. Etage links hinten.") == {"location"}
    assert not kinds("Wir sitzen 3. Etage links hinten.", "chor")


def test_the_meeting_itself_is_no_source_of_the_leak() -> None:
    texts = [
        *scalars({"treffen": MEETINGS, "problem": ["Tisch in den Kastanienstieg 217b"]}, "teams/garten.yaml"),
    ]
    found = scan_site(collect(texts, HEUTE), [("x.html", b"<p>Tisch in den Kastanienstieg 217b</p>", "garten")])
    assert {(one.path, one.kind) for one in trace(collect(texts, HEUTE), found, texts)} == {
        (("problem", 0), "location")
    }


@pytest.mark.parametrize(
    "where", [{"notizen": ["Schlüssel im Birkenstieg 83, Hinterhaus"]}, {"#": {3: "Post an den Birkenstieg 83"}}]
)
def test_an_address_in_a_note_stays_inside(where: dict[str, Any]) -> None:
    files = {"teams/garten.yaml": {"name": "Garten", **where}}
    for text in ("im Birkenstieg 83", "Birkenstieg Nr. 83"):
        assert {hit.kind for hit in scan_file(needles(**files), "x.html", text.encode(), None)} == {"location"}
    assert not scan_file(needles(**files), "x.html", b"Birkenstieg 8 und der Birkenstieg", None)


def test_an_address_that_is_public_may_stand_in_a_note() -> None:
    note = {
        "notizen": [
            "Formular im Ordner 3",
            "Schlüssel für die Pfauenplatz 3 hat der Hausmeister vom Vereinsweg 9, Tel. fehlt",
        ]
    }
    files = {"teams/garten.yaml": {"name": "Garten", "treffen": MEETINGS, **note}}
    assert not scan_file(needles(**files), "x.html", b"Pfauenplatz 3, Vereinsweg 9, im Ordner 3", None)
