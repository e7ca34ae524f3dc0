"""The calendars of a published site: which there are, who links to them, how they change, and how they come down."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode
from wiq_cli.scan.calendar_again import Linting
from wiq_cli.scan.calendar_lint import lint
from wiq_cli.scan.calendar_parts import Flaw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Publish = Callable[..., Result]

NOBODY = "leitung: []\nmitglieder: []\n"
CHOR = with_keys(
    TEAM, NOBODY + "name: Chor\nstadtteile: [lindenau, Grünau]\ntreffen: {termine: [05.12.2026 10:00 (Kirche)]}\n"
)
STILL = with_keys(TEAM, NOBODY + "name: Stille\nstadtteile: [Plagwitz]\ntreffen: {}\n")
HOUSE = with_keys(TEAM, NOBODY + "name: Hausrat\ntreffen: {oeffentlich: nein, rhythmus: [jeden Montag 19:00]}\n")
CLOSED = "einwilligung: {profil: {am: 2026-01-01, widerrufen: 2026-11-01}}\n"
FIRST, SECOND = datetime(2026, 5, 1, 8, 30, tzinfo=UTC), datetime(2026, 6, 1, 9, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return network(tmp_path / "netz", {"garten": TEAM, "chor": CHOR, "still": STILL, "haus": HOUSE})


@pytest.fixture
def publish(root: Path, capsys: pytest.CaptureFixture[str]) -> Publish:
    return lambda *words, here=root, **more: wiq(capsys, here, "publish", *words, **more)


def write(root: Path, kuerzel: str, text: str) -> None:
    (root / "teams" / f"{kuerzel}.yaml").write_text(text, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def feeds(root: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in contents(root / "site").items() if name.endswith(".ics")}


def numbers(text: str) -> set[int]:
    return {int(one) for one in re.findall(r"\nSEQUENCE:(\d+)\r", text)}


def count(moment: datetime) -> int:
    """Give the minutes since the day that all calendars count from."""
    return int((moment - datetime(2024, 1, 1, tzinfo=UTC)).total_seconds()) // 60


def git(root: Path, *words: str, when: datetime = FIRST) -> None:
    more = {"GIT_COMMITTER_DATE": when.isoformat(), "GIT_AUTHOR_DATE": when.isoformat(), "PATH": "/usr/bin:/bin"}
    names = ("-c", "user.name=Netz", "-c", "user.email=netz@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *words], cwd=root, env=more, check=True, capture_output=True)


def commit(root: Path, when: datetime) -> None:
    git(root, "add", "teams", "wiq.yaml", ".gitignore")
    git(root, "commit", "--quiet", "-m", "x", when=when)


@pytest.fixture
def in_git(root: Path) -> Path:
    (root / ".gitignore").write_text("/site/\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, FIRST)
    return root


class Links(HTMLParser):
    """Collects where a page leads, and under which words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = (dict(attrs).get("href") or "") if tag == "a" else ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[self._open] = self.found.get(self._open, "") + data


def links(page: Path) -> dict[str, str]:
    return {
        href: words.strip() for href, words in Links(page.read_text(encoding="utf-8")).found.items() if ".ics" in href
    }


def test_who_has_a_calendar_and_who_links_to_it(root: Path, publish: Publish) -> None:
    """Of a team, of a district however it is written, of all; every link leads somewhere, every file is linked."""
    publish()
    site = root / "site"
    assert sorted(feeds(root)) == [
        "teams/chor/treffen.ics", "teams/garten/treffen.ics", "treffen-gruenau.ics", "treffen-lindenau.ics", "treffen.ics",
    ]  # fmt: skip
    assert links(site / "index.html") == {
        "treffen.ics": "Alle Treffen",
        "treffen-gruenau.ics": "Grünau",
        "treffen-lindenau.ics": "Lindenau",
    }
    for kuerzel in ("garten", "chor"):
        assert links(site / "teams" / kuerzel / "index.html") == {"treffen.ics": "Termine abonnieren"}
        assert "[treffen.ics](treffen.ics)" in (site / "teams" / kuerzel / "profil.md").read_text(encoding="utf-8")
    for kuerzel in ("still", "haus"):
        assert "treffen.ics" not in "".join(
            one.read_text(encoding="utf-8") for one in (site / "teams" / kuerzel).iterdir()
        )
    assert feeds(root)["treffen-lindenau.ics"].count("X-WIQ-TEAM:chor\r\n") == 1
    assert "Hausrat" not in "".join(feeds(root).values())


def test_no_meeting_no_calendar_no_link(root: Path, publish: Publish) -> None:
    for kuerzel in ("garten", "chor"):
        (root / "teams" / f"{kuerzel}.yaml").unlink()
    publish()
    assert not feeds(root)
    assert not links(root / "site" / "index.html")


def test_a_team_that_is_done_keeps_its_calendar_without_praise(root: Path, publish: Publish) -> None:
    """Who has subscribed finds an empty calendar, not an error."""
    write(root, "garten", with_keys(TEAM, "status: abgeschlossen\ntreffen: {termine: [05.01.2026 10:00]}\n"))
    publish()
    assert "VEVENT" not in feeds(root)["teams/garten/treffen.ics"]
    assert not links(root / "site/teams/garten/index.html")


def test_the_same_input_gives_the_same_bytes(
    in_git: Path, publish: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    first = contents(in_git / "site")
    publish()
    assert contents(in_git / "site") == first
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    publish("--out", str(tmp_path / "anders" / "wo"))
    assert contents(tmp_path / "anders" / "wo") == first
    copy = tmp_path / "kopie"
    git(in_git, "clone", "--quiet", str(in_git), str(copy))
    assert publish(here=copy).code == ExitCode.FINE
    assert contents(copy / "site") == first


def test_a_calendar_waits_for_the_month_to_end(root: Path, publish: Publish) -> None:
    publish(today="2026-11-03")
    first = feeds(root)
    publish(today="2026-11-30")
    assert feeds(root) == first
    publish(today="2026-12-02")
    assert feeds(root) != first


def test_a_change_counts_from_its_commit(in_git: Path, publish: Publish) -> None:
    publish()
    assert {number for text in feeds(in_git).values() for number in numbers(text)} == {count(FIRST)}
    write(in_git, "garten", with_keys(TEAM, "treffen: {rhythmus: [erster Montag im Monat 18:00]}\n"))
    publish()
    assert numbers(feeds(in_git)["teams/garten/treffen.ics"]) == {count(datetime(2026, 11, 22, tzinfo=UTC))}, (
        "today, as long as it is not committed"
    )
    commit(in_git, MONDAY)
    publish(today="2026-11-24")
    assert numbers(feeds(in_git)["teams/garten/treffen.ics"]) == {count(MONDAY)}
    assert numbers(feeds(in_git)["teams/chor/treffen.ics"]) == {count(FIRST)}


def test_a_history_that_was_rewritten_makes_nothing_look_older(in_git: Path, publish: Publish) -> None:
    write(in_git, "garten", TEAM + "# neu\n")
    commit(in_git, SECOND)
    publish()
    before = feeds(in_git)
    git(in_git, "reset", "--soft", "HEAD~1")
    git(in_git, "commit", "--amend", "--quiet", "-m", "x", when=FIRST)
    assert publish().code == ExitCode.FINE
    assert feeds(in_git) == before
    garten = (in_git / "teams" / "garten.yaml").read_text(encoding="utf-8")
    (in_git / "teams" / "garten.yaml").unlink()
    write(in_git, "beet", garten + "frueher: [garten]\n")
    commit(in_git, FIRST)
    publish()
    assert numbers(feeds(in_git)["teams/beet/treffen.ics"]) == numbers(before["teams/garten/treffen.ics"])


def test_without_a_history_it_says_so_and_publishes(
    root: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = publish()
    assert result.code == ExitCode.FINE
    assert "nicht sagen, wann sich etwas geändert" in result.err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(SECOND.timestamp())))
    assert "geändert" not in publish().err
    assert numbers(feeds(root)["treffen.ics"]) == {count(SECOND)}


def test_a_part_of_a_history_is_named(in_git: Path, publish: Publish, tmp_path: Path) -> None:
    write(in_git, "garten", TEAM + "# neu\n")
    commit(in_git, SECOND)
    git(in_git, "clone", "--quiet", "--depth=1", in_git.as_uri(), str(tmp_path / "flach"))
    result = publish(here=tmp_path / "flach")
    assert result.code == ExitCode.FINE
    assert "git fetch --unshallow" in result.err
    assert "unshallow" not in publish().err


def test_a_broken_calendar_stops_everything(root: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    publish()
    before = contents(root / "site")
    write(root, "chor", CHOR.replace("10:00", "11:00"))
    asked: list[bytes] = []

    def spoilt(_self: Linting, data: bytes, _von: date, _bis: date, _before: bytes) -> list[Flaw]:
        asked.append(data)
        return [Flaw(7, "Diesen Tag gibt es nicht.")]

    monkeypatch.setattr(Linting, "lint", spoilt)
    result = publish()
    assert result.code == ExitCode.REFUSED
    assert "teams/chor/treffen.ics:7: Diesen Tag gibt es nicht." in result.err
    assert "nichts veröffentlicht" in result.err
    assert contents(root / "site") == before
    assert publish("--dry-run").code == ExitCode.REFUSED
    write(root, "chor", CHOR)
    asked.clear()
    assert publish().code == ExitCode.FINE
    assert not asked, "what is public already was looked at then"


def test_every_calendar_is_looked_through_for_private_things(root: Path, publish: Publish) -> None:
    far = "treffen: {rhythmus: [erster Montag im Monat 19:00], termine: [05.10.2027 19:00 (Laube von Xenia)]}\n"
    write(root, "garten", with_keys(TEAM, far))
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    (leak,) = [one for one in result.json["leaks"] if one["output"].endswith(".ics")]
    assert (leak["output"], leak["field"], leak["kind"]) == ("teams/garten/treffen.ics", "treffen.termine[0]", "name")


def test_who_agreed_may_be_named_in_every_calendar(root: Path, publish: Publish) -> None:
    agreed = "leitung: [{name: Thea Testmann, email: thea@example.org, einwilligung: {name: {antwort: ja, am: 2026-01-01}}}]\n"
    named = with_keys(TEAM, agreed + "treffen: {ort: Laube von Thea Testmann, rhythmus: [jeden Montag 19:00]}\n")
    write(root, "garten", named)
    assert publish().code == ExitCode.FINE
    assert "LOCATION:Laube von Thea Testmann" in feeds(root)["treffen.ics"]
    write(root, "garten", named.replace("am: 2026-01-01}", "am: 2026-01-01, widerrufen: 2026-11-01}", 1))
    write(root, "kaputt", "name: [")
    assert publish("--format", "json").json["removed"] == ["garten"]
    assert "Thea" not in "".join(feeds(root).values())


def test_a_name_that_only_a_calendar_shows_comes_down(root: Path, publish: Publish) -> None:
    agreed = "leitung: [{name: Thea Testmann, email: thea@example.org, einwilligung: {name: {antwort: nein, am: 2026-01-01}}}]\n"
    place = "Apfelbaum " * 5 + "Laube von Thea Testmann"
    far = f"treffen: {{rhythmus: [jeden Montag 19:00], termine: [05.10.2027 19:00 ({place})]}}\n"
    yes = agreed.replace("nein", "ja") + NOBODY.partition("\n")[2] + far
    write(root, "garten", with_keys(TEAM, yes))
    assert publish().code == ExitCode.FINE
    assert "Thea T\r\n estmann" in feeds(root)["teams/garten/treffen.ics"], "folded within her name"
    assert "Apfel" not in (root / "site/teams/garten/index.html").read_text(encoding="utf-8")
    write(root, "garten", with_keys(TEAM, yes.replace("antwort: ja", "antwort: nein")))
    write(root, "kaputt", "name: [")
    assert publish("--format", "json").json["removed"] == ["garten"]
    assert not any("Thea T" in text for text in feeds(root).values())


def test_a_team_that_withdrew_leaves_every_calendar(root: Path, publish: Publish) -> None:
    write(root, "hof", with_keys(TEAM, NOBODY + "name: Hof\nstadtteile: [Leutzsch]\n"))
    publish()
    before = feeds(root)
    for kuerzel, text in (("hof", TEAM), ("chor", CHOR)):
        write(root, kuerzel, with_keys(text, NOBODY + CLOSED))
    write(root, "kaputt", "name: [")
    result = publish("--format", "json")
    assert result.code == ExitCode.REFUSED
    assert result.json["removed"] == ["chor", "hof"]
    after = feeds(root)
    assert sorted(after) == ["teams/garten/treffen.ics", "treffen-lindenau.ics", "treffen.ics"]
    assert after["teams/garten/treffen.ics"] == before["teams/garten/treffen.ics"]
    assert sorted(links(root / "site" / "index.html")) == ["treffen-lindenau.ics", "treffen.ics"]
    for text in after.values():
        assert not lint(text.encode())
        assert "chor" not in text
        assert text.count("X-WIQ-TEAM:garten") == text.count("BEGIN:VEVENT") > 0
    (root / "teams" / "kaputt.yaml").unlink()
    assert publish().code == ExitCode.FINE
    assert feeds(root) == after


def test_what_nobody_meets_for_any_more_is_pruned(root: Path, publish: Publish) -> None:
    publish()
    write(root, "chor", CHOR.replace("[lindenau, Grünau]", "[Lindenau]"))
    write(root, "garten", with_keys(TEAM, "treffen: {}\n"))
    publish()
    assert sorted(feeds(root)) == ["teams/chor/treffen.ics", "treffen-lindenau.ics", "treffen.ics"]


def test_every_district_has_its_page_and_its_calendar(root: Path, publish: Publish) -> None:
    """Two districts whose names make the same address, and one without a letter of ours."""
    for number, district in enumerate(("C", "C++", "東京")):
        meetings = f"{{termine: [05.12.2026 10:00 (Haus {number})]}}" if number else "{}"
        text = f"name: T{number}\nstadtteile: ['{district}']\ntreffen: {meetings}\n"
        write(root, f"t{number}", with_keys(TEAM, NOBODY + text))
    assert publish().code == ExitCode.FINE
    pages = {
        one.name: (one / "index.html").read_text("utf-8")
        for one in (root / "site/stadtteile").iterdir()
        if one.is_dir()
    }
    for district, calendar in (("C", False), ("C++", True), ("東京", True)):
        (address,) = (name for name, page in pages.items() if f"<h1>{district}</h1>" in page)
        assert (f"treffen-{address}.ics" in feeds(root)) is calendar
        assert (f'href="../../treffen-{address}.ics"' in pages[address]) is calendar
    assert publish("--check").code == ExitCode.FINE
