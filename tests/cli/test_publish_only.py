"""`wiq publish --only` and `--skip-refused`: part of a site changes, and every byte of it is looked through all the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.publishing import CLOSED, LEAK, contents, write
from tests.support.run import wiq
from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.run import Result

ALONE = "leitung: []\nmitglieder: []\n"
CHOR = with_keys(TEAM, ALONE + "name: Chor am Kanal\nthemen: [Musik]\nverteiler: chor@netz.example\n")


def under(folder: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name.startswith(folder)}


def test_only_changes_one_team_and_the_shared_pages(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    before = contents(root / "site")
    write(root, "teams/chor.yaml", with_keys(CHOR, "name: Chor Nord\n"))
    write(
        root,
        "teams/garten.yaml",
        with_keys(TEAM, "name: Garten Neu\ntreffen: {ort: Zelt, termine: [24.12.2026 18:00]}\n"),
    )
    result = publish("--only", "chor")
    after = contents(root / "site")
    assert (result.code, result.out) == (ExitCode.FINE, "veröffentlicht\tchor\n")
    assert under("teams/garten/", after) == under("teams/garten/", before)
    assert under("teams/ut/", after) == under("teams/ut/", before)
    assert b"Chor Nord" in after["teams/chor/index.html"]
    for name in ("index.html", "treffen.ics", "daten/teams.json"):
        assert b"Chor Nord" in after[name]
        assert b"Garten am Kanal" in after[name]
        assert b"Garten Neu" not in after[name]
    for path in (root / "teams").iterdir():
        publish("--only", path.stem)
    one_by_one = contents(root / "site")
    publish()
    assert contents(root / "site") == one_by_one


def test_only_of_a_team_keeps_what_others_say_about_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = Path(__file__).parents[2] / "examples" / "wir-im-quartier"
    root = shutil.copytree(example, tmp_path / "netz", ignore=shutil.ignore_patterns("site", ".wiq*"))
    assert wiq(capsys, root, "publish").code == ExitCode.FINE
    before = contents(root / "site")
    for team in ("leipzig-isst-zusammen", "kt"):
        assert wiq(capsys, root, "publish", "--only", team).code == ExitCode.FINE
        assert contents(root / "site") == before


def test_only_of_a_team_that_was_not_there(root: Path, publish: Callable[..., Result]) -> None:
    assert publish("--only", "garten", "--only", "ut").code == ExitCode.FINE
    write(root, "teams/chor.yaml", CHOR)
    assert publish("--only", "chor", "--format", "json").json["published"] == ["chor"]
    one_by_one = contents(root / "site")
    publish()
    assert contents(root / "site") == one_by_one


def test_only_of_a_team_that_must_go(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    write(root, "teams/chor.yaml", with_keys(CHOR, CLOSED))
    write(root, "teams/garten.yaml", with_keys(TEAM, "name: Garten Neu\n"))
    answer = publish("--only", "chor", "--format", "json").json
    assert (answer["published"], answer["removed"]) == ([], ["chor"])
    assert [one["team"] for one in answer["skipped"]] == ["chor"]
    after = contents(root / "site")
    assert not under("teams/chor/", after)
    assert not any(b"Chor am Kanal" in data or b"Garten Neu" in data for data in after.values())


def test_who_withdrew_comes_down_whoever_is_named(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    write(root, "teams/chor.yaml", with_keys(CHOR, CLOSED))
    assert publish("--only", "garten", "--format", "json").json["removed"] == ["chor"]
    assert not any(b"Chor am Kanal" in data for data in contents(root / "site").values())


def test_only_looks_through_the_pages_that_stay_too(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, "zusammenfassung: Wir danken Sigrun Donnerkeil.\n"))
    publish()
    before = contents(root / "site")
    write(
        root,
        "teams/chor.yaml",
        with_keys(CHOR, "leitung: [{kennung: p9, name: Sigrun Donnerkeil, email: s@example.org}]\n"),
    )
    result = publish("--only", "chor", "--format", "json")
    assert result.code == ExitCode.REFUSED
    assert {one["team"] for one in result.json["leaks"]} == {"garten"}
    assert contents(root / "site") == before


def test_only_of_a_team_that_nobody_knows(root: Path, publish: Callable[..., Result]) -> None:
    result = publish("--only", "gaten")
    assert result.code == ExitCode.WRONG_CALL
    assert "Meintest du „garten“?" in result.err
    assert not (root / "site").exists()


def test_a_word_that_takes_an_address_moves_the_links_to_it(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", with_keys(CHOR, "themen: [Kultur]\n"))
    write(root, "teams/garten.yaml", with_keys(TEAM, "themen: ['C++']\n"))
    publish()
    write(root, "teams/chor.yaml", with_keys(CHOR, "themen: [C]\n"))
    publish("--only", "chor")
    one_by_one = contents(root / "site")
    publish()
    assert contents(root / "site") == one_by_one


def test_a_team_with_a_leak_is_left_out(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    write(root, "teams/garten.yaml", LEAK)
    write(root, "teams/chor.yaml", with_keys(CHOR, "name: Chor Nord\n"))
    result = publish("--skip-refused", "--format", "json")
    assert result.code == ExitCode.FINDINGS
    answer = result.json
    assert (answer["published"], answer["removed"]) == (["chor", "ut"], ["garten"])
    assert answer["skipped"] == [{"team": "garten", "reason": "Auf den Seiten stünde etwas Privates."}]
    assert {one["field"] for one in answer["leaks"]} == {"support[1].was"}
    assert "1 Team ist ausgelassen: garten." in result.err
    after = contents(root / "site")
    assert b"Chor Nord" in after["index.html"]
    assert not any(b"Garten am Kanal" in data for data in after.values())
    write(root, "teams/garten.yaml", TEAM)
    assert publish("--skip-refused").code == ExitCode.FINE
    assert (root / "site/teams/garten/index.html").exists()


def test_what_others_say_about_a_team_that_is_left_out_goes_too(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    write(root, "teams/st.yaml", with_keys(CHOR, "art: ST\nname: Steuerungsteam\n"))
    write(root, "teams/chor.yaml", CHOR)
    (root / "beschluesse/st/2026").mkdir(parents=True)
    write(
        root,
        "beschluesse/st/2026/st-20260901-garten.yaml",
        "schema: 1\nid: st-20260901-garten\nteam: st\nart: lt_unterstuetzung\ntitel: Hilfe\nantrag: {wortlaut: Hilfe}\n"
        "betrifft: {lt: garten}\nleistung: {bewilligt: [Zelt]}\n"
        "ergebnis: {status: angenommen, am: 2026-09-01, gilt_ab: 2026-09-01}\n",
    )
    assert publish("--skip-refused").code == ExitCode.FINDINGS
    assert not any(b"teams/garten" in data for data in contents(root / "site").values())


def test_when_nobody_is_left_everything_is_refused(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = contents(root / "site")
    (root / "teams/ut.yaml").unlink()
    slip = "zusammenfassung: Thea Testmann\n"
    write(root, "teams/garten.yaml", with_keys(TEAM, slip))
    result = publish("--skip-refused")
    assert result.code == ExitCode.REFUSED
    assert under("teams/garten/", contents(root / "site")) == under("teams/garten/", before)


def test_a_leak_on_a_shared_page_refuses_all(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "vorlagen/index.html.j2", "<p>thea@example.org</p>\n")
    (root / "vorlagen").mkdir(exist_ok=True)
    assert publish("--skip-refused").code == ExitCode.REFUSED
    assert not (root / "site").exists()


def test_a_file_that_is_not_in_order_refuses_all(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", "name: [")
    assert publish("--skip-refused").code == ExitCode.REFUSED
    assert publish("--only", "garten").code == ExitCode.REFUSED
    assert not (root / "site").exists()


def test_the_reasons_name_no_private_value(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", LEAK)
    result = publish("--skip-refused", "--format", "json")
    assert "Raphaela" not in json.dumps(result.json) + result.err


@pytest.mark.parametrize(("first", "then"), [((), ("--fragment",)), (("--fragment",), ())])
def test_pages_and_parts_of_pages_do_not_mix(
    first: tuple[str, ...], then: tuple[str, ...], root: Path, publish: Callable[..., Result]
) -> None:
    publish(*first)
    before = contents(root / "site")
    result = publish("--only", "garten", *then)
    assert result.code == ExitCode.WRONG_CALL
    assert f"sind {'mit' if first else 'ohne'} --fragment entstanden" in result.err
    assert contents(root / "site") == before
    assert publish("--only", "garten", *first).code == ExitCode.FINE
    assert contents(root / "site") == before
    assert publish(*then).code == ExitCode.FINE
    assert publish("--only", "garten", *then).code == ExitCode.FINE


def test_what_comes_down_from_parts_of_pages_leaves_parts(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish("--fragment")
    write(root, "teams/chor.yaml", with_keys(CHOR, CLOSED))
    write(root, "teams/garten.yaml", LEAK)
    assert publish("--fragment").code == ExitCode.REFUSED
    after = contents(root / "site")
    assert not under("teams/chor/", after)
    assert b"<html" not in after["index.html"]
    write(root, "teams/garten.yaml", TEAM)
    assert publish("--fragment", "--only", "garten").code == ExitCode.FINE
