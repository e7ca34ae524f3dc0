"""Somebody felt treated unjustly and is heard: only days are kept, and nobody concerned takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decisions import deciding_network
from tests.support.run import wiq
from tests.support.texts import WIQ

if TYPE_CHECKING:
    from pathlib import Path

ID = "pt-20260903-gespraech"
HOUSE = "sichtbarkeit: {stufe: vertraulich, grund: x, pruefen_am: 2027-09-03}\n"
HEAD = f"id: {ID}\nteam: pt\nart: anhoerung_werte\ntitel: Folgen\nantrag: Das PT bietet ein Gespräch an.\n"


def check(
    capsys: pytest.CaptureFixture[str], root: Path, wiq_yaml: str, beschluss: str = ""
) -> list[tuple[str, str, str]]:
    deciding_network(root)
    (root / "wiq.yaml").write_text(WIQ + wiq_yaml, encoding="utf-8")
    if beschluss:
        path = root / "beschluesse" / "pt" / "2026" / f"{ID}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(HEAD + beschluss, encoding="utf-8")
    result = wiq(capsys, root, "check", "--format", "json", "--select", "WIQ55", "--select", "WIQ02")
    assert "streit" not in result.out + result.err
    return [(one["rule"], one["level"], ".".join(map(str, one["path"]))) for one in result.json["findings"]]


def hearing(text: str) -> str:
    return f"anhoerungen:\n  - {{{text}}}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (hearing("id: a1, eingegangen: 2026-11-01"), []),
        (hearing("id: a1, eingegangen: 2026-10-25"), []),
        (hearing("id: a1, eingegangen: 2026-10-24"), [("WIQ551", "warning", "anhoerungen.0.eingegangen")]),
        (hearing("id: a1, eingegangen: 2026-10-24") + "schwellen: {anhoerung: 60}\n", []),
        (hearing("id: a1, eingegangen: 2026-10-01, angehoert: 2026-11-20"), []),
        (
            hearing("id: a1, eingegangen: 2026-08-01, angehoert: 2026-09-01"),
            [("WIQ551", "warning", "anhoerungen.0.angehoert")],
        ),
        (hearing("id: a1, eingegangen: 2026-08-01, angehoert: 2026-09-01, abgeschlossen: 2026-09-02"), []),
        (hearing("id: a1, eingegangen: 2026-08-01, abgeschlossen: 2026-08-09"), []),  # settled without a hearing
        (
            hearing("id: a1, eingegangen: 2026-11-10, angehoert: 2026-11-01"),
            [("WIQ551", "error", "anhoerungen.0.angehoert")],
        ),
        (
            hearing("id: a1, eingegangen: 2026-11-10") + "  - {id: a1, eingegangen: 2026-11-11}\n",
            [("WIQ551", "error", "anhoerungen.1.id")],
        ),
        (hearing("id: streit-im-garten, eingegangen: 2026-11-10"), [("WIQ553", "error", "anhoerungen.0.id")]),
        (hearing("id: a1, eingegangen: 2026-11-10, worum: streit"), [("WIQ020", "error", "anhoerungen.0")]),
    ],
)
def test_only_days(
    text: str, found: list[tuple[str, str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(capsys, tmp_path, text) == found


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (HOUSE + "befangen: [{person: p21}]\nanwesend: [p22, p23]\n", []),
        (HOUSE + "befangen: [{person: p21}]\nanwesend: [p21, p22]\n", [("WIQ552", "error", "anwesend.0")]),
        (HOUSE + "befangen: [{person: p21}]\nstimmen: {p21: ja}\n", [("WIQ552", "error", "stimmen.p21")]),
        (
            HOUSE + "befangen: [{person: p21}]\nprotokoll: {fuehrung: p21}\n",
            [("WIQ552", "error", "protokoll.fuehrung")],
        ),
        (HOUSE + "befangen: [{person: p21}]\nverantwortlich: p21\n", [("WIQ552", "error", "verantwortlich")]),
        ("\n", [("WIQ553", "error", "sichtbarkeit")]),
        (HOUSE.replace("vertraulich", "netzwerk"), [("WIQ553", "error", "sichtbarkeit")]),
        (HOUSE + "betrifft: {person: p25}\n", [("WIQ553", "error", "betrifft.person")]),
        (HOUSE + "anlass: Worum es ging.\n", [("WIQ553", "error", "anlass")]),
    ],
)
def test_what_follows_from_it(
    rest: str, found: list[tuple[str, str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(capsys, tmp_path, "", rest) == found


def test_nothing_of_it_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deciding_network(tmp_path)
    (tmp_path / "wiq.yaml").write_text(WIQ + hearing("id: a4711, eingegangen: 2026-11-10"), encoding="utf-8")
    assert wiq(capsys, tmp_path, "publish", "--out", str(tmp_path / "site")).code == 0
    pages = [path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert pages
    assert not any(b"4711" in page or b"2026-11-10" in page for page in pages)
