"""Two versions of a team file come together: nothing that one side added is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import given, note
from hypothesis import settings as hypothesis_settings

from tests.support.branches import Branch, three
from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.merge import clashes, meaning
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse
from wiq_cli.files.merge_text import merged
from wiq_cli.files.merge_version import Version, markable
from wiq_cli.usecases.merge import merge

TEAM = """\
# Ein Team.

name: Garten
status: idee  # seit Mai
themen: [Umwelt, Klima]

ziele:
  bis: 2027-09-15
  teilziele:
    - Beete anlegen

weg:
  # zuerst
  - schritt: Fläche finden
    bis: 2027-01-31
  - Wasser holen  # mit Eimern

leitung:
  - kennung: p1
    name: Thea Testmann
    telefon: 0341 123

chronik:
  - {am: 2026-11-02, text: Erstes Beet}
"""


def together(base: str, ours: str, theirs: str) -> tuple[str, int]:
    """Merge three texts; give the text and the number of clashes."""
    before, mine, yours = (Version(one, "teams/garten.yaml") for one in (base, ours, theirs))
    plan = merge(before.data, mine.data, yours.data, Team, markable(mine, yours))
    return merged(plan, before, mine, yours, Team), clashes(plan)


@hypothesis_settings(max_examples=300)
@given(three())
def test_nothing_that_one_side_added_is_lost(branches: tuple[Branch, Branch, Branch]) -> None:
    base, ours, theirs = branches
    for one in branches:
        note(one.text())
    text, clashing = together(base.text(), ours.text(), theirs.text())
    note(text)
    for word in (*ours.added, *theirs.added, *ours.comments, *theirs.comments):
        assert word in text
    assert clashing == text.count("<<<<<<< ") == text.count(">>>>>>> ")
    if not clashing:
        assert not parse(text, "").faults


@given(three())
def test_one_side_alone_comes_through_byte_for_byte(branches: tuple[Branch, Branch, Branch]) -> None:
    base, ours, _ = (one.text() for one in branches)
    assert together(base, ours, base) == (ours, 0)
    assert together(base, base, ours) == (ours, 0)
    assert together(base, ours, ours) == (ours, 0)


@given(three())
def test_the_sides_may_change_places(branches: tuple[Branch, Branch, Branch]) -> None:
    base, ours, theirs = (one.text() for one in branches)
    here, clashing = together(base, ours, theirs)
    there, as_many = together(base, theirs, ours)
    assert clashing == as_many
    if not clashing:
        assert _unordered(parse(here, "").data) == _unordered(parse(there, "").data)
    assert sorted(_words(here)) == sorted(_words(there))


def _unordered(value: object) -> object:
    if isinstance(value, dict):
        return {key: _unordered(value[key]) for key in sorted(value) if value[key]}
    return sorted(map(str, map(_unordered, value))) if isinstance(value, list) else meaning(value)


def _words(text: str) -> list[str]:
    return [word.strip("[]{},") for word in text.split()]


def changed(*pairs: tuple[str, str], text: str = TEAM) -> str:
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


ONE_STEP = ("  - Wasser holen", "  - Zaun bauen\n  - Wasser holen")
MERGES: dict[str, tuple[str, str, str]] = {
    "different lines": (changed(("idee", "laeuft")), changed(("Garten", "Hof")), changed(("idee", "laeuft"), ("Garten", "Hof"))),
    "neighbouring lines of one entry": (
        changed(("telefon: 0341 123", "telefon: 0341 99")),
        changed(("name: Thea Testmann", "name: Thea Test")),
        changed(("telefon: 0341 123", "telefon: 0341 99"), ("name: Thea Testmann", "name: Thea Test")),
    ),
    "a list in brackets": (
        changed(("Klima]", "Klima, Sport]")),
        changed(("[Umwelt", "[Essen, Umwelt")),
        changed(("[Umwelt, Klima]", "[Essen, Umwelt, Klima, Sport]")),
    ),
    "the same on both sides": (changed(ONE_STEP), changed(ONE_STEP, ("Garten", "Hof")), changed(ONE_STEP, ("Garten", "Hof"))),
    "one line that holds several values": (
        changed(("2026-11-02, text: Erstes Beet", "2026-11-03, text: Erstes Beet")),
        changed(("text: Erstes Beet", "text: Das erste Beet")),
        changed(("2026-11-02, text: Erstes Beet", "2026-11-03, text: Das erste Beet")),
    ),
    "a short entry that both write out": (
        changed(("- Wasser holen  # mit Eimern", "- schritt: Wasser holen  # mit Eimern\n    erledigt: ja")),
        changed(("- Wasser holen  # mit Eimern", "- schritt: Wasser holen  # mit Eimern\n    bis: 2027-03-01")),
        changed(("- Wasser holen  # mit Eimern", "- schritt: Wasser holen  # mit Eimern\n    erledigt: ja\n    bis: 2027-03-01")),
    ),
    "a short entry that one side rewords": (
        changed(("- Wasser holen", "- Wasser heranholen")),
        changed(("- Wasser holen  # mit Eimern", "- schritt: Wasser holen  # mit Eimern\n    bis: 2027-03-01")),
        changed(("- Wasser holen  # mit Eimern", "# mit Eimern\n  - schritt: Wasser heranholen\n    bis: 2027-03-01")),
    ),
    "entries that go by their days": (
        changed(("Erstes Beet}\n", "Erstes Beet}\n  - {am: 2026-12-24, text: Feier}\n")),
        changed(("Erstes Beet}\n", "Erstes Beet}\n  - {am: 2026-11-30, text: Zaun}\n")),
        changed(("Erstes Beet}\n", "Erstes Beet}\n  - {am: 2026-11-30, text: Zaun}\n  - {am: 2026-12-24, text: Feier}\n")),
    ),
    "a section moved and changed": (
        changed(("\nziele:\n  bis: 2027-09-15\n  teilziele:\n    - Beete anlegen\n", ""), ("chronik:", "ziele:\n  bis: 2027-09-15\n  teilziele:\n    - Beete anlegen\n\nchronik:")),
        changed(("    - Beete anlegen", "    - Beete anlegen\n    - Leute einladen")),
        changed(("\nziele:\n  bis: 2027-09-15\n  teilziele:\n    - Beete anlegen\n", ""), ("\nchronik:", "\nziele:\n  bis: 2027-09-15\n  teilziele:\n    - Beete anlegen\n    - Leute einladen\n\nchronik:")),
    ),
    "another form of the same day": (
        changed(("2027-09-15", "15.09.2027")), changed(("2027-09-15", "2027-10-15")), changed(("2027-09-15", "2027-10-15")),
    ),
    "lists further to the right": (
        changed(("  - kennung: p1\n    name: Thea Testmann\n    telefon: 0341 123\n", "    - kennung: p1\n      name: Thea Testmann\n      telefon: 0341 123\n")),
        changed(("telefon: 0341 123\n", "telefon: 0341 123\n  - kennung: p2\n    # neu\n    name: Udo Test\n")),
        changed(("  - kennung: p1\n    name: Thea Testmann\n    telefon: 0341 123\n", "    - kennung: p1\n      name: Thea Testmann\n      telefon: 0341 123\n    - kennung: p2\n      # neu\n      name: Udo Test\n")),
    ),
    "a section that both add": (
        TEAM + "notizen:\n  - Schlüssel\n", TEAM + "notizen:\n  - Kasse\nfrueher: [hof]\n", TEAM + "notizen:\n  - Schlüssel\n  - Kasse\nfrueher: [hof]\n",
    ),
    "an empty section": (
        changed(("- Beete anlegen\n", "- Beete anlegen\n  langfristig:\n")),
        changed(("- Beete anlegen\n", "- Beete anlegen\n  langfristig: [Ruhe]\n")),
        changed(("- Beete anlegen\n", "- Beete anlegen\n  langfristig: [Ruhe]\n")),
    ),
    "one entry out, one in": (
        changed(("  - Wasser holen  # mit Eimern\n", "")), changed(("  # zuerst\n", "  # zuerst\n  - Zaun bauen\n")),
        changed(("  - Wasser holen  # mit Eimern\n", ""), ("  # zuerst\n", "  # zuerst\n  - Zaun bauen\n")),
    ),
    "comments on both sides": (
        changed(("# zuerst", "# zuerst\n  # und bald"), ("weg:", "weg:  # lang")),
        changed(("# zuerst", "# zuerst, sagt Udo"), ("idee  # seit Mai", "idee  # seit Juni")),
        changed(("# zuerst", "# und bald\n  # zuerst, sagt Udo"), ("weg:", "weg:  # lang"), ("idee  # seit Mai", "idee  # seit Juni")),
    ),
    "a comment at what the other side changed": (
        changed(("idee  # seit Mai", "laeuft  # seit Mai")), changed(("idee  # seit Mai", "idee  # seit Juni")),
        changed(("status: idee  # seit Mai", "# seit Juni\nstatus: laeuft  # seit Mai")),
    ),
    "a comment at what the other side took out": (
        changed(("  - Wasser holen  # mit Eimern\n", "")), changed(("# mit Eimern", "# mit dem Schlauch")),
        changed(("  - Wasser holen  # mit Eimern\n", "  # mit dem Schlauch\n")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MERGES)
def test_what_comes_of_two_versions(name: str) -> None:
    ours, theirs, wanted = MERGES[name]
    assert together(TEAM, ours, theirs) == (wanted, 0)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("old", "new", "marks"), [("Beete anlegen", "Hof fegen", 1), ("Garten", "Hof", 0)])
def test_a_comment_that_stays_where_its_section_went_is_said_once(
    old: str, new: str, marks: int, *, turned: bool
) -> None:
    goals = "ziele:\n  bis: 2027-09-15\n  teilziele:\n    - Beete anlegen\n"
    base = changed((goals, f"zusammenfassung: |\n  # Kein Kommentar\n\n{goals}  # Ende der Ziele\n"))
    sides = [changed((goals, ""), text=base), changed((old, new), text=base)]
    text, clashing = together(base, *sides[:: -1 if turned else 1])
    assert (clashing, text.count("# Ende der Ziele"), text.count("# Kein Kommentar")) == (marks, 1, 1), text


CLASHES = {
    "the same value": (
        changed(("idee", "laeuft"), ("Garten", "Hof")),
        changed(("idee", "pausiert"), ("Klima]", "Klima, Sport]")),
        "name: Hof\n<<<<<<< schon da\nstatus: laeuft  # seit Mai\n=======\nstatus: pausiert  # seit Mai\n>>>>>>> kommt dazu\nthemen: [Umwelt, Klima, Sport]\n",
    ),
    "inside an entry": (
        changed(("name: Thea Testmann", "name: Thea Test")),
        changed(("name: Thea Testmann", "name: Thea Mann"), ("0341 123", "0341 99")),
        "  - kennung: p1\n<<<<<<< schon da\n    name: Thea Test\n=======\n    name: Thea Mann\n>>>>>>> kommt dazu\n    telefon: 0341 99\n",
    ),
    "behind a dash": (
        changed(("schritt: Fläche finden", "schritt: Fläche suchen")),
        changed(("schritt: Fläche finden", "schritt: Fläche pachten")),
        "<<<<<<< schon da\n  - schritt: Fläche suchen\n=======\n  - schritt: Fläche pachten\n>>>>>>> kommt dazu\n    bis: 2027-01-31\n",
    ),
    "two people with one name for life": (
        changed(("0341 123\n", "0341 123\n  - kennung: p2\n    name: Udo Test\n")),
        changed(("0341 123\n", "0341 123\n  - kennung: p2\n    name: Vera Test\n    telefon: 0341 7\n")),
        "<<<<<<< schon da\n  - kennung: p2\n    name: Udo Test\n=======\n  - kennung: p2\n    name: Vera Test\n    telefon: 0341 7\n>>>>>>> kommt dazu\n",
    ),
    "changed here, taken out there": (
        changed(("  - {am: 2026-11-02, text: Erstes Beet}\n", "")), changed(("Erstes Beet", "Das erste Beet")),
        "<<<<<<< schon da\nchronik:\n=======\nchronik:\n  - {am: 2026-11-02, text: Das erste Beet}\n>>>>>>> kommt dazu\n",
    ),
    "a key of an entry": (
        changed(("    telefon: 0341 123\n", "")), changed(("0341 123", "0341 99")),
        "<<<<<<< schon da\n  - kennung: p1\n    name: Thea Testmann\n=======\n  - kennung: p1\n    name: Thea Testmann\n    telefon: 0341 99\n>>>>>>> kommt dazu\n",
    ),
    "in one line": (
        changed(("am: 2026-11-02", "am: 2026-11-03")), changed(("am: 2026-11-02", "am: 2026-11-04")),
        "<<<<<<< schon da\n  - {am: 2026-11-03, text: Erstes Beet}\n=======\n  - {am: 2026-11-04, text: Erstes Beet}\n>>>>>>> kommt dazu\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CLASHES)
def test_marks_stand_only_where_both_changed_the_same(name: str) -> None:
    ours, theirs, wanted = CLASHES[name]
    text, clashing = together(TEAM, ours, theirs)
    assert (clashing, wanted in text) == (1, True), text


def test_a_team_that_both_begin() -> None:
    text, clashing = together("", "name: Hof\nstatus: idee\n", "# Von drüben.\nname: Hof\nthemen: [Sport]\n")
    assert (text, clashing) == ("# Von drüben.\nname: Hof\nstatus: idee\nthemen: [Sport]\n", 0)


def test_lines_begin_and_end_as_they_did() -> None:
    windows = "\ufeff" + TEAM.replace("\n", "\r\n")
    ours, theirs = windows.replace("idee", "laeuft"), changed(("Garten", "Hof"))
    assert together(windows, ours, theirs)[0] == ours.replace("Garten", "Hof")


@pytest.mark.parametrize(
    "text", ["name: [", "- eins\n", "name: A\nname: B\n", "name: A\r\nstatus: idee\n", "a: &b 1\n"]
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises((Refused, Unreadable)):
        together(TEAM, changed(("idee", "laeuft")), text)


def test_the_result_is_compared_with_what_was_meant() -> None:
    mine, yours, before = (Version(one, "") for one in (TEAM, changed(("idee", "laeuft")), TEAM))
    with pytest.raises(Refused):
        merged(merge({}, {"name": "Anders"}, {}, Team), before, mine, yours, Team)
