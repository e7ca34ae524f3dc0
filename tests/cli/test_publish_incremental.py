"""What has not changed is not drawn again, and the site is the same, byte for byte, as if everything had been."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import wiq_cli
from tests.support.publishing import LEAK, UT, contents, write
from tests.support.texts import TEAM, WIQ, network, with_keys
from wiq_cli.cli import drawing, proving
from wiq_cli.cli.publishing import Publishing
from wiq_cli.domain.errors import ExitCode
from wiq_cli.files import index
from wiq_cli.files.netz import Netzordner
from wiq_cli.render.pages import Pages
from wiq_cli.render.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.run import Result

HEUTE = date(2026, 11, 22)
CHOR = with_keys(TEAM, "name: Chor\nthemen: [Musik]\nleitung: []\nmitglieder: []\n")
NAMES = ("garten", "chor", "werkstatt")
BLOCKS = (
    "name: Anders\n", "zusammenfassung: Neu.\n", "themen: [Musik]\n", "themen: [musik, Umwelt]\n", "stadtteile: [Grünau, Gruenau]\n", "frueher: [alt]\n",
    "status: abgeschlossen\n", "treffen: {termine: [24.12.2026 18:00 (Zelt)]}\n", "treffen: {oeffentlich: nein}\n",
    "einwilligung: {}\n", "chronik: [{am: 2026-11-03, text: Neues}]\n",
)  # fmt: skip
DECISION = (
    "schema: 1\nid: garten-20260901-zelt\nteam: garten\ntitel: Zelt\nantrag: {wortlaut: Ein Zelt}\n"
    "ergebnis: {status: angenommen, am: 2026-09-01}\n"
)
OTHERS = (
    ("wiq.yaml", WIQ), ("wiq.yaml", with_keys(WIQ, "name: Anderes Netz\n")), ("wiq.yaml", with_keys(WIQ, "domain:\n")),
    ("vorlagen/style.css", "body { color: green }\n"), ("vorlagen/profil.html.j2", '{% extends "basis.html.j2" %}{% block inhalt %}<h1>{{ profil.name }}</h1>{% endblock %}'),
    ("beschluesse/garten/2026/garten-20260901-zelt.yaml", DECISION),
)  # fmt: skip
edit = st.one_of(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(BLOCKS)),
    st.tuples(st.sampled_from(NAMES), st.none()),
    st.sampled_from(OTHERS),
    st.tuples(st.just("day"), st.integers(1, 40)),
)


def publish_at(root: Path, target: Path, day: date) -> None:
    Publishing(Netzordner(root), target).publish(lambda _: day)


def apply(root: Path, what: str, how: object) -> int:
    """Make one change; give by how many days time goes on."""
    if isinstance(how, int):
        return how
    if what not in NAMES:
        (root / what).parent.mkdir(parents=True, exist_ok=True)
        (root / what).write_text(str(how), encoding="utf-8")
    elif how is None:
        (root / f"teams/{what}.yaml").unlink(missing_ok=True)
    else:
        write(
            root,
            f"teams/{what}.yaml",
            with_keys(
                CHOR if what == "chor" else TEAM,
                "leitung: []\nmitglieder: []\n" + str(how).replace("[alt]", f"[alt-{what}]"),  # a name has one heir
            ),
        )
    return 0


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give wiq one state for the length of a test, also while somebody works on it."""
    monkeypatch.setattr(index, "_program", lambda: "program")


@given(st.lists(st.lists(edit, min_size=1, max_size=3), min_size=1, max_size=4))
@settings(max_examples=10, phases=[Phase.generate])  # to shrink a failure takes longer than to read it
def test_the_same_bytes_as_a_full_build(edits: list[list[tuple[str, object]]]) -> None:
    day = HEUTE
    with tempfile.TemporaryDirectory() as folder:
        root = network(Path(folder) / "netz", {"garten": TEAM, "chor": CHOR, "ut": UT})
        publish_at(root, root / "site", day)
        for number, batch in enumerate(edits):
            day += timedelta(sum(apply(root, *one) for one in batch))
            cold = Path(folder) / f"kalt{number}"
            shutil.copytree(root, cold, ignore=shutil.ignore_patterns(".wiq-cache", "site"))
            publish_at(root, root / "site", day)
            publish_at(cold, cold / "site", day)
            assert contents(root / "site") == contents(cold / "site")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes which teams and which shared pages are drawn."""
    found: list[str] = []
    of_team, html = Pages.of_team, Templates.html

    def noted_team(self: Pages, one: object) -> dict[str, str]:
        found.append(one.kuerzel)  # type: ignore[attr-defined]
        return of_team(self, one)  # type: ignore[arg-type]

    def noted_page(self: object, name: str, /, **values: object) -> str:
        page = str(values["seite"]["pfad"])  # type: ignore[index]
        found.extend([] if page.startswith("teams/") else [page])
        return html(self, name, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(Pages, "of_team", noted_team)
    monkeypatch.setattr(Templates, "html", noted_page)
    return found


def test_what_has_not_changed_is_not_drawn_again(root: Path, publish: Callable[..., Result], drawn: list[str]) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish()
    assert {"garten", "chor", "ut", "index.html", "themen/musik/index.html"} < set(drawn)
    drawn.clear()
    publish()
    assert not drawn
    write(root, "teams/garten.yaml", with_keys(TEAM, "weg: [Zaun bauen]\n"))
    publish()
    assert "garten" in drawn
    assert not {"chor", "ut", "index.html", "themen/umwelt/index.html"} & set(drawn)
    drawn.clear()
    write(root, "teams/chor.yaml", with_keys(CHOR, "untertitel: Singen\n"))
    publish()
    assert {"chor", "index.html", "themen/musik/index.html"} <= set(drawn)
    assert not {"garten", "ut", "impressum/index.html", "themen/umwelt/index.html"} & set(drawn)


def test_a_new_day_draws_only_what_it_changes(root: Path, capsys: pytest.CaptureFixture[str], drawn: list[str]) -> None:
    from tests.support.run import wiq  # noqa: PLC0415  # the fixture has the tests' day

    write(root, "teams/chor.yaml", with_keys(CHOR, "treffen: {termine: [24.12.2026 18:00]}\n"))
    for day, expected in (("2026-11-22", {"garten", "chor", "ut"}), ("2026-11-23", set()), ("2026-12-08", {"garten"})):
        drawn.clear()
        assert wiq(capsys, root, "publish", today=day).code == ExitCode.FINE
        assert set(drawn) & {"garten", "chor", "ut"} == expected


@pytest.mark.parametrize("change", ["vorlage", "netz", "program"])
def test_what_all_pages_depend_on_draws_all(
    change: str, root: Path, publish: Callable[..., Result], drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    drawn.clear()
    if change == "vorlage":
        write(root, "vorlagen/bausteine.html.j2", "")
        shutil.copy(Path(drawing.__file__).parents[2] / "templates/site/bausteine.html.j2", root / "vorlagen")
        with (root / "vorlagen/bausteine.html.j2").open("a", encoding="utf-8") as stream:
            stream.write("{# neu #}\n")
    elif change == "netz":
        write(root, "wiq.yaml", with_keys(WIQ, "traeger: Stiftung\n"))
    else:
        monkeypatch.setattr(index, "_program", lambda: "another")
    assert publish().code == ExitCode.FINE
    assert {"garten", "ut", "index.html"} <= set(drawn)


def test_a_page_that_was_meddled_with_is_drawn_again(
    root: Path, publish: Callable[..., Result], drawn: list[str]
) -> None:
    publish()
    before = contents(root / "site")
    drawn.clear()
    write(root, "site/teams/garten/index.html", "<h1>fremd</h1>")
    (root / "site/index.html").unlink()
    assert publish("--check").code == ExitCode.FINDINGS
    publish()
    assert set(drawn) == {"garten", "index.html"}
    assert contents(root / "site") == before


def test_the_memory_holds_no_words(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    text = (root / ".wiq-cache/publish.json").read_text(encoding="utf-8")
    assert not any(word in text for word in ("Garten", "Kanal", "Thea", "Lindenau", "thea@"))


def test_unchanged_files_keep_their_time(root: Path, publish: Callable[..., Result]) -> None:
    publish()
    before = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    write(root, "teams/garten.yaml", with_keys(TEAM, "weg: [Zaun bauen]\n"))
    publish()
    changed = {
        path.relative_to(root / "site").as_posix() for path, number in before.items() if path.stat().st_ino != number
    }
    assert {"teams/garten/index.html", "manifest.json"} <= changed
    assert not changed & {"teams/ut/index.html", "style.css", "impressum/index.html"}


def test_a_leak_is_found_on_a_page_that_did_not_change(root: Path, publish: Callable[..., Result]) -> None:
    write(root, "teams/garten.yaml", with_keys(TEAM, "zusammenfassung: Dank an Sigrun Donnerkeil.\n"))
    assert publish().code == ExitCode.FINE
    write(root, "teams/ut.yaml", UT.replace("Raphaela Schnurz", "Sigrun Donnerkeil"))
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "teams/garten.yaml" in result.out


def test_two_processes_write_and_find_the_same(
    root: Path, publish: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "teams/chor.yaml", CHOR)
    publish("--out", str(root.parent / "eins"))
    monkeypatch.setattr(drawing, "MANY", 1)
    monkeypatch.setattr(proving, "MANY", 1)
    publish("--out", str(root.parent / "zwei"))
    assert contents(root.parent / "eins") == contents(root.parent / "zwei")
    write(root, "teams/garten.yaml", LEAK)
    found = publish("--format", "json").json["leaks"]
    monkeypatch.setattr(proving, "MANY", 10**6)
    assert found == publish("--format", "json").json["leaks"] != []


def test_wiq_itself_is_part_of_what_is_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    one = index.Index(tmp_path, "x")
    one.put("a", b"1", 2)
    one.save(["a"])
    assert index.Index(tmp_path, "x").get("a", b"1") == 2  # what was put
    monkeypatch.setattr(wiq_cli, "__version__", "99")
    assert index.Index(tmp_path, "x").get("a", b"1") is None
