"""One consent taken back, and the person is gone from every byte of the site at the next run, also where that run refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

YES = "einwilligung: {name: {antwort: ja, am: 2026-01-01, nachweis: Ordner 3}}"
THEA = f"{{kennung: p901, name: Thea Testmann, email: thea@example.org, {YES}}}"
UDO = f"{{kennung: p902, name: Udo Übermut, email: udo@example.org, {YES}}}"
GARTEN = with_keys(
    TEAM,
    f"leitung: [{THEA}]\nmitglieder: [{UDO}, p903, p904]\nchronik: [{{am: 2026-01-01, text: Thea Testmann lud ein}}]\n",
)
CHOR = with_keys(
    TEAM, f"name: Chor\nverteiler: chor@netz.example\nleitung: [{UDO}]\nmitglieder: [{THEA}, p905, p906]\n"
)
LEAK = "teams/leck.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": GARTEN, "chor": CHOR})


@pytest.fixture
def call(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    return lambda *words: wiq(capsys, root, *words)


def everything(root: Path) -> str:
    files = [path for path in sorted((root / "site").rglob("*")) if path.is_file()]
    return "".join(f"{path.relative_to(root)}\n{path.read_bytes().decode()}" for path in files)


def test_after_revoke_no_byte_names_the_person(root: Path, call: Callable[..., Result]) -> None:
    assert call("publish").code == ExitCode.FINE
    assert everything(root).count("Thea Testmann") >= 4
    assert call("person", "revoke", "p901").code == ExitCode.FINE
    refused = call("publish", "--format", "json")
    assert refused.code == ExitCode.REFUSED, "the chronicle still names her"
    assert sorted(refused.json["removed"]) == ["chor", "garten"]
    assert "Thea" not in everything(root)
    garten = root / "teams/garten.yaml"
    garten.write_text(garten.read_text("utf-8").replace("Thea Testmann lud ein", "Eine Nachbarin lud ein"), "utf-8")
    assert call("publish").code == ExitCode.FINE
    assert "Thea" not in everything(root)
    assert "Testmann" not in everything(root)
    assert "Udo Übermut" in everything(root)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (YES, YES.replace("am: 2026-01-01", "am: 2026-01-01, bis: 2026-11-21")),  # expired
        (YES, YES.replace("antwort: ja", "antwort: nein")),
        (YES, "minderjaehrig: ja, " + YES),
        (YES, "bis: 2026-11-21, " + YES),  # left the team
        (f", {YES}", ""),  # the record is gone
        (THEA, "{kennung: p907, name: Wilma Weg}"),  # the person is gone from the file
    ],
)
@pytest.mark.parametrize("refuses", [False, True])
def test_what_ends_a_name_takes_it_down(
    old: str, new: str, root: Path, call: Callable[..., Result], *, refuses: bool
) -> None:
    plain = with_keys(GARTEN, "chronik: []\n")
    (root / "teams/garten.yaml").write_text(plain, "utf-8")
    (root / "teams/chor.yaml").unlink()
    assert call("publish").code == ExitCode.FINE
    assert "Thea Testmann" in everything(root)
    head, tail = plain.split("mitglieder:")
    (root / "teams/garten.yaml").write_text(head.replace(old, new, 1) + "mitglieder:" + tail, "utf-8")
    if refuses:
        (root / LEAK).write_text(
            with_keys(TEAM, "name: Leck\nleitung: []\nmitglieder: []\nsupport: [Udo Übermut]\n"), "utf-8"
        )
    assert call("publish").code == (ExitCode.REFUSED if refuses else ExitCode.FINE)
    assert "Thea" not in everything(root)


def test_a_page_that_is_fine_stays_when_another_is_refused(root: Path, call: Callable[..., Result]) -> None:
    (root / "teams/garten.yaml").write_text(with_keys(GARTEN, "chronik: []\n"), "utf-8")
    assert call("publish").code == ExitCode.FINE
    before = everything(root)
    (root / LEAK).write_text(
        with_keys(
            TEAM, "name: Leck\nleitung: []\nmitglieder: []\nsupport: [Udo fragt Vera Vorlage, udo@example.org]\n"
        ),
        "utf-8",
    )
    assert call("publish").code == ExitCode.REFUSED
    assert everything(root) == before
