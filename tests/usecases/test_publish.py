"""What is published, left out, taken down."""

from __future__ import annotations

import json

import pytest

from tests.support.teams import HEUTE, rahmen, team
from wiq_cli.usecases.publication import leck
from wiq_cli.usecases.publish import (
    Manifest,
    Receipt,
    entries_of,
    manifest_text,
    plan,
    read_manifest,
    sums_of,
    withdrawn,
)

RECEIPT = Receipt(wiq="0.1.0", regeln="r-1", commit="abc", changed=True, needles=7)
CLOSED = "einwilligung: {profil: {am: 2026-01-01, widerrufen: 2026-02-01}}\n"


def site_of(*kuerzel: str) -> Manifest:
    planned = plan([(one, team()) for one in kuerzel], rahmen())
    manifest = read_manifest(
        manifest_text(sums_of({"a.html": "x"}), entries_of(planned.profiles), planned.network, RECEIPT)
    )
    assert manifest is not None
    return manifest


def test_teams_of_every_kind_are_published_and_the_others_left_out_with_a_reason() -> None:
    planned = plan([("garten", team()), ("st", team("art: ST\n")), ("zu", team(CLOSED))], rahmen())
    assert [(one.kuerzel, one.teamart) for one in planned.profiles] == [
        ("garten", "Lösungsteam"),
        ("st", "Steuerungsteam"),
    ]
    assert [(one.team, one.reason) for one in planned.skipped] == [
        ("zu", "Die Einwilligung für das Profil ist widerrufen.")
    ]


@pytest.mark.parametrize("kuerzel", ["Mein Team", "..", "a/b", "con", "x" * 61, "ä", ""])
def test_a_file_name_that_is_no_address_is_left_out(kuerzel: str) -> None:
    planned = plan([(kuerzel, team())], rahmen())
    assert not planned.profiles
    assert "Dateinamen" in planned.skipped[0].reason


def test_the_manifest_is_a_receipt_without_a_time() -> None:
    planned = plan([("garten", team())], rahmen())
    text = manifest_text(
        sums_of({"b": "2", "a": "1"}), entries_of(planned.profiles), planned.network, RECEIPT, {"garten": 0}
    )
    data = json.loads(text)
    assert (data["schema"], data["wiq"], data["needles"], data["findings"]) == ("wiq.manifest/1", "0.1.0", 7, 0)
    assert (data["regeln"], data["commit"], data["changed"], data["released"]) == ("r-1", "abc", True, {})
    assert list(data["files"]) == ["a", "b"]
    assert len(data["files"]["a"]) == 64
    assert "2026" not in text.replace("2026-01", "")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "wiq.manifest/2"}', '{"schema": "wiq.manifest/1"}', "[" * 100_000]
)
def test_anything_else_is_no_manifest(text: str) -> None:
    assert read_manifest(text) is None


def test_what_must_come_down() -> None:
    before = site_of("a", "b", "c", "d")
    found = withdrawn(before, ["a", "b", "c"], [("a", team(), True), ("b", team(CLOSED), True)], HEUTE)
    assert found.teams == {"b", "d"}  # c is there but cannot be read: nobody knows


def test_of_a_faulty_file_only_a_clear_no_counts() -> None:
    before = site_of("a", "b", "c")
    missing = "einwilligung: {}\n"
    found = withdrawn(
        before, "abc", [("a", team(missing), False), ("b", team(CLOSED), False), ("c", team(missing), True)], HEUTE
    )
    assert found.teams == {"b", "c"}


def test_a_withdrawn_name_is_looked_for() -> None:
    revoked = "leitung: [{name: Thea Testmann, einwilligung: {name: {antwort: ja, am: 2026-01-01, widerrufen: 2026-02-01}}}]\n"
    found = withdrawn(site_of("a"), "a", [("a", team(revoked), False)], HEUTE)
    assert found.names["a"] == {"Thea Testmann"}


def test_a_leak_in_a_template_has_a_line_and_one_without_a_place_names_the_team() -> None:
    assert leck("a", "vorlagen/profil.html.j2", (7,), "name", "o", lambda *_: 1)[:4] == (
        "a",
        "vorlagen/profil.html.j2",
        7,
        "",
    )
    assert leck("a", "", (), "name", "o", lambda *_: 9)[:4] == ("a", "teams/a.yaml", 1, "")
    assert leck(None, "", (), "name", "o", lambda *_: 9)[:4] == (None, "", 0, "")
