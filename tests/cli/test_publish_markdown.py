"""Markdown in the texts of a team: bold and links reach the page, a name cut in pieces by it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.texts import TEAM, network, with_keys
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

CUT = (
    "Frag **Ud**o Üb**ermut**",
    "Frag Udo *Über*mut",
    "Frag Udo_ _Übermut",
    "Frag [Udo](https://verein.example) [Übermut](https://verein.example)",
    "Frag [ihn](https://verein.example/Udo-%C3%9Cbermut)",
    "Frag [ihn](https://verein.example/?mail=udo%40example.org)",
    "Schreib <udo@example.org>",
    "Schreib [ihm](mailto:udo@example.org)",
    r"Schreib udo\@example.org",
)


def published(root: Path, block: str) -> int:
    network(root, {"garten": with_keys(TEAM, block)})
    return main(["publish", "--root", str(root), "--today", "2026-11-22"])


def test_marks_become_marks(tmp_path: Path) -> None:
    text = "zusammenfassung: |\n  Wir **graben**:\n  - [Verein](https://verein.example)\n  - [Liste](mailto:garten@netz.example)\nproblem: [Zu *viel* Beton]\n"
    said = "chronik: [{am: 2026-11-02, text: '**Erstes** Beet'}]\nweg: [{schritt: Zaun, notizen: [aus *Holz*]}]\n"
    assert published(tmp_path, text + said) == 0
    team = tmp_path / "site" / "teams" / "garten"
    page = (team / "index.html").read_text(encoding="utf-8")
    for html in ("<strong>graben</strong>", '<a href="https://verein.example">Verein</a>', '<a href="mailto:garten@netz.example">Liste</a>'):  # fmt: skip
        assert html in page
    assert "Zu <em>viel</em> Beton" in page
    assert "<strong>Erstes</strong> Beet" in page
    assert "aus <em>Holz</em>" in page
    assert 'content="Wir graben: - Verein (https://verein.example)' in page
    assert "<summary>Erstes Beet</summary>" in (tmp_path / "site" / "feed.atom").read_text(encoding="utf-8")
    said = (team / "profil.md").read_text(encoding="utf-8")
    for line in ("Wir **graben**:\n\n- [Verein](<https://verein.example>)\n- [Liste](<mailto:garten@netz.example>)\n", "\n\nZu *viel* Beton\n", "   - aus *Holz*\n", "**Erstes** Beet\n"):  # fmt: skip
        assert line in said


@pytest.mark.parametrize("text", CUT)
def test_a_name_in_pieces_is_found(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for key in ("zusammenfassung: {}\n", "chronik: [{{am: 2026-11-02, text: {}}}]\n"):
        assert published(tmp_path, key.format(f"'{text}'")) == 4, key
        assert not (tmp_path / "site").exists()
    assert "bermut" not in capsys.readouterr().err
