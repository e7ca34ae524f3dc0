"""`wiq publish` as its users run it: what goes up, and what is said about it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import CLOSED, UT, contents, write
from tests.support.run import wiq
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.run import Result


def test_the_first_site(root: Path, publish: Callable[..., Result]) -> None:
    result = publish()
    assert result.code == ExitCode.FINE
    assert result.out == "veröffentlicht\tgarten\nveröffentlicht\tut\n"
    assert str(root / "site" / "index.html") in result.err
    written = sorted(contents(root / "site"))
    assert {"index.html", "manifest.json", "style.css", "suche.js", "treffen-lindenau.ics", "treffen.ics"} < set(
        written
    )
    assert [one for one in written if one.startswith("teams/")] == [
        "teams/garten/aushang.html", "teams/garten/feed.atom", "teams/garten/index.html", "teams/garten/profil.json", "teams/garten/profil.md",
        "teams/garten/treffen.ics", "teams/index.html", "teams/ut/aushang.html", "teams/ut/feed.atom", "teams/ut/index.html", "teams/ut/profil.json", "teams/ut/profil.md",
    ]  # fmt: skip
    assert sorted(path.name for path in root.iterdir()) == [".wiq-cache", "site", "teams", "wiq.yaml"]


def test_the_manifest_lists_every_file_with_its_hash(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    files = contents(root / "site")
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert manifest["findings"] == 0
    assert manifest["needles"] > 10


def test_elsewhere_and_once_more_it_has_the_same_bytes(root: Path, publish: Callable[..., Result]) -> None:
    """Ten builds of the example are compared in ``tests/test_example.py``."""
    publish()
    first = contents(root / "site")
    publish("--out", str(root.parent / "dort"))
    assert contents(root.parent / "dort") == first
    publish()
    assert contents(root / "site") == first


def test_json(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/zu.yaml", with_keys(TEAM, CLOSED + "leitung: []\nmitglieder: []\n"))
    assert publish("--format", "json").json == {
        "schema": "wiq.publish/1",
        "published": ["garten", "ut"],
        "skipped": [{"team": "zu", "reason": "Die Einwilligung für das Profil ist widerrufen."}],
        "removed": [],
        "leaks": [],
    }


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        ("einwilligung: {}\n", "Es fehlt die Einwilligung"), (CLOSED, "widerrufen"), ("einwilligung: {profil: {durch: p901}}\n", "kein Datum"),
        ("einwilligung: {profil: {am: 2026-12-01}}\n", "gilt erst später"),
    ],
)  # fmt: skip
def test_why_a_team_is_left_out(consent: str, words: str, root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, consent))
    result = publish()
    assert result.code == ExitCode.FINE
    assert "ausgelassen\tgarten\t" in result.out
    assert words in result.out
    assert not (root / "site/teams/garten").exists()
    assert b"Garten am Kanal" not in (root / "site/index.html").read_bytes()


def test_a_network_without_teams(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = network(tmp_path / "netz", {})
    result = wiq(capsys, root, "publish")
    assert result.code == ExitCode.NOTHING
    assert "keine Team-Datei" in result.err
    assert not (root / "site").exists()


def test_a_hidden_place_is_told(root: Path, publish: Callable[..., Result]) -> None:
    text = with_keys(TEAM, "treffen: {ort: Musterweg 12, termine: [24.12.2026 (bei Familie Muster)]}\n")
    write(root, "teams/garten.yaml", text)
    line = text[: text.index("treffen:")].count("\n") + 1
    assert publish().err.count(f"Ein Ort steht als „Ort bei der Leitung erfragen“: teams/garten.yaml:{line}\n") == 1


def test_without_a_list_nobody_is_invited_to_write(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", TEAM.replace("verteiler: garten@netz.example\n", ""))
    publish()
    for name in ("index.html", "profil.md"):
        page = (root / "site/teams/garten" / name).read_text(encoding="utf-8")
        assert "Wer dabei ist" in page
        assert "Mitmachen" not in page


def test_what_the_steering_team_decided_shows_at_the_wish(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/st.yaml", UT.replace("art: UT", "art: ST").replace("p801", "p802"))
    (root / "beschluesse/st/2026").mkdir(parents=True)
    write(
        root,
        "beschluesse/st/2026/st-20260901-garten.yaml",
        "schema: 1\nid: st-20260901-garten\nteam: st\nart: lt_unterstuetzung\ntitel: Garten\nantrag: {wortlaut: Hilfe}\n"
        "betrifft: {lt: garten}\nleistung: {offen: [{was: Werkzeug, grund: Streng geheim}]}\n"
        "ergebnis: {status: angenommen, am: 2026-09-01, gilt_ab: 2026-09-01}\n",
    )
    assert publish().code == ExitCode.FINE
    html, markdown = (
        (root / "site/teams/garten" / one).read_text(encoding="utf-8") for one in ("index.html", "profil.md")
    )
    assert '<span class="neben">noch offen</span>' in html
    assert "- Werkzeug (noch offen)\n" in markdown
    assert html.count("Streng geheim") == markdown.count("Streng geheim") == 1  # why stands with the decision alone


def test_pages_without_an_address_are_told_what_they_lack(root: Path, publish: Callable[..., Result]) -> None:
    assert "fehlt „adresse“" not in publish().err
    write(root, "wiq.yaml", with_keys(WIQ, "domain:\n"))
    for _ in range(2):  # the second time nothing has changed
        result = publish()
        assert result.code == ExitCode.FINE
        assert result.err.count("In wiq.yaml fehlt „adresse“.") == 1
    write(root, "wiq.yaml", with_keys(WIQ, "domain:\nadresse: https://netz.example/lt/\n"))
    assert "fehlt „adresse“" not in publish().err


def test_a_small_number_is_written_as_people_write_it(root: Path, publish: Callable[..., Result]) -> None:
    value = "wirkung: [{indikator: Anteil, ausgangswert: 0.5, soll: 0, ist: [{am: 2026-10-01, wert: 0.000001}]}]\n"
    write(root, "teams/garten.yaml", with_keys(TEAM, value))
    assert publish().code == ExitCode.FINE
    pages = {name: data.decode() for name, data in contents(root / "site").items() if name.endswith((".html", ".md"))}
    assert pages["teams/garten/index.html"].count("0,000001") == 3, "the table, the picture and its words"
    assert "0,000001" in pages["teams/garten/profil.md"]
    assert not [name for name, page in pages.items() if "1e-06" in page.replace(",", ".")]
