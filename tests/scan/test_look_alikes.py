"""What is built like an address, a number or a code and is none; and what is one although something stands in the way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from wiq_cli.scan.collecting import collect
from wiq_cli.scan.scanner import scan_file, scan_text
from wiq_cli.scan.types import Scalar

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles

PERSON = {"name": "Quirina Querflöte", "email": "quirina@fremd.example", "telefon": "0341 7654321", "rolle": "Buchhaltung und Steuern"}  # fmt: skip


@pytest.fixture(scope="module")
def needles() -> Needles:
    texts = [Scalar("teams/x.yaml", ("leitung", 0, key), text) for key, text in PERSON.items()]
    day = [
        Scalar("teams/x.yaml", ("mitglieder", 0, "name"), "Koch"),
        Scalar("teams/x.yaml", ("mitglieder", 1, "name"), "Winter"),
    ]
    return collect([*texts, *day], date(2026, 11, 22))


@pytest.mark.parametrize(
    "text",
    [
        "logo@2x.md", "bild@1.5x-klein.html", "gruppe@3x.webp", "Mastodon: @wiq@netz.example", "ISSN 0028-0836", "Zählerstand 004512098",
        "Rechnungsnr. 0341123456", "Bestellnummer: 0341-2026-4711", "Passwort mindestens 8 Zeichen", "Passwort und Ort: 04177 Leipzig",
    ],
)  # fmt: skip
def test_nothing(text: str, needles: Needles) -> None:
    assert not scan_text(needles, text, "x.md", "x")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("@quirina@fremd.example", "email"), ("a@b@fremd.example", "email"), ("Rufnummer 0341 222333", "phone"), ("Tel.-Nr.: 0341 222333", "phone"),
        ("Passwort fürs Treffen: radeln2026", "link"), ("Das Passwort lautet radeln2026.", "link"), ("Kennwort: 4711ab", "link"), ("Einwahl-Code 998877", "link"),
    ],
)  # fmt: skip
def test_something(text: str, kind: str, needles: Needles) -> None:
    assert kind in {hit.kind for hit in scan_text(needles, text, "x.md", "x")}


@pytest.mark.parametrize("name", ["bilder/querflöte@2x.png", "bilder/quirina-rad@2x.md", "quirina.querfloete.jpg"])
def test_a_picture_called_after_somebody(name: str, needles: Needles) -> None:
    assert {hit.kind for hit in scan_text(needles, name.replace("/", " / "), "", "x")} == {"name"}


@pytest.mark.parametrize(
    "page",
    [
        '<text x="0">Q</text><text x="9">u</text><text x="18">i</text><text x="27">r</text><text x="36">i</text><text x="45">n</text><text x="54">a</text>',
        '<table><tr><td title="Koch">0341</td><td title="Winter">7654321</td></tr></table>',
        "<ruby>Quer<rt>x</rt>flöte</ruby>",
        "<p>Quer<del>x</del>flöte</p>",
    ],
)
def test_tags_that_say_something_hide_nothing(page: str, needles: Needles) -> None:
    assert scan_file(needles, "x.html", page.encode(), "x")
