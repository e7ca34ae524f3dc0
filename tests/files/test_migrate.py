"""Lifting a file to the newest version of the format keeps every value and every comment."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from tests.support.texts import TEAM, with_keys
from wiq_cli.domain.errors import Refused, Unreadable
from wiq_cli.domain.fassung import kind_of, schritte
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files import migrate
from wiq_cli.files.comments import comments
from wiq_cli.files.loader import parse
from wiq_cli.files.migrate import migrated
from wiq_cli.rules.wiq053_alte_schreibweise import check_text

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

FILE = "teams/garten.yaml"
NOW = f"schema: {Team.FASSUNG}\n"


def lifted(text: str) -> str:
    return migrated(text, Team, "team", FILE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "treffen:\n  ort: Hof  # immer\n  # Die Zeile.\n  termine: 26.03.2024; 2024-04-26 (Hof, West);\n    8.5.2024  # drei\n  link:\n",
            "treffen:\n  ort: Hof  # immer\n  # Die Zeile.\n  termine:\n    - 26.03.2024\n    - 2024-04-26 (Hof, West)\n    - 8.5.2024  # drei\n  link:\n",
        ),
        ("treffen: 26.03.2024; 26.04.2024\n", "treffen:\n  termine:\n    - 26.03.2024\n    - 26.04.2024\n"),
        (
            "treffen:\n  termine:\n  # vorn\n  - 26.03.2024; 2024-04-26  # zwei\n  # mitten\n  - {am: 2024-05-01}\n  - |\n    01.06.2024\n    02.06.2024\n  # hinten\n",
            "treffen:\n  termine:\n  # vorn\n  - 26.03.2024\n  - 2024-04-26  # zwei\n  # mitten\n  - {am: 2024-05-01}\n  - 01.06.2024\n  - 02.06.2024\n  # hinten\n",
        ),
        (
            "treffen: {termine: [26.03.2024; 26.04.2024, 27.04.2024], pause: 'feiertage, ferien'}\n",
            "treffen: {termine: [26.03.2024, 26.04.2024, 27.04.2024], pause: [feiertage, ferien]}\n",
        ),
        (
            "treffen:\n  ausfall: 10.11.2026 krank; 17.11.2026\n  verlegt: 24.11.2026 -> 25.11.2026; 01.12.2026 -> 02.12.2026 19:00 (Hof)\n",
            "treffen:\n  ausfall:\n    - 10.11.2026 krank\n    - 17.11.2026\n  verlegt:\n    - 24.11.2026 -> 25.11.2026\n    - 01.12.2026 -> 02.12.2026 19:00 (Hof)\n",
        ),
        (
            "treffen:\n  ort: |  # Haus\n    Hof\n  ausfall: >-   # gefaltet\n    10.11.2026 krank;\n    17.11.2026\n  # hinten\n",
            "treffen:\n  ort: |  # Haus\n    Hof\n  # gefaltet\n  ausfall:\n    - 10.11.2026 krank\n    - 17.11.2026\n  # hinten\n",
        ),
        (
            '"treffen": |  # blk\n  26.03.2024\n  26.04.2024\n',
            "# blk\ntreffen:\n  termine:\n    - 26.03.2024\n    - 26.04.2024\n",
        ),
        (
            "treffen:\n  termine:\n  - 26.03.2024\n  - |-  # zwei\n    01.06.2024\n    02.06.2024\n",
            "treffen:\n  termine:\n  - 26.03.2024\n  # zwei\n  - 01.06.2024\n  - 02.06.2024\n",
        ),
    ],
)  # fmt: skip
def test_each_day_for_itself(old: str, new: str) -> None:
    assert lifted("schema: 1\nname: A\n" + old) == NOW + "name: A\n" + new
    assert lifted("name: A\n" + old) == "name: A\n" + new, "who names no version is lifted as well"
    assert [one.message for one in check_text(parse(old, FILE))]
    assert not list(check_text(parse(new, FILE)))


@pytest.mark.parametrize(
    "text",
    [
        "name: A\n",
        NOW + "name: A\ntreffen:\n  termine: 26.03.2024\n",
        NOW + "treffen:\n  termine: [26.03.2024]\n  pause: ferien\n",
        "\ufeff" + (NOW + "name: A").replace("\n", "\r\n"),
        "schema: eins\nname: A\n",  # `wiq check` says what is wrong there
        "treffen:\n  - 26.03.2024; 26.04.2024\n",
        "treffen:\n",
    ],
)
def test_what_is_new_stays_byte_for_byte(text: str) -> None:
    assert lifted(text) == text


def test_lines_begin_and_end_as_they_did() -> None:
    old = "\ufeff# A\r\nschema: 1\r\ntreffen:\r\n  termine: 26.03.2024; 26.04.2024\r\n"
    assert (
        lifted(old)
        == f"\ufeff# A\r\n{NOW.strip()}\r\ntreffen:\r\n  termine:\r\n    - 26.03.2024\r\n    - 26.04.2024\r\n"
    )


def test_a_file_with_other_faults_is_lifted_too() -> None:
    old = "name: A\nstatsu: idee\ntreffen:\n  termine: 31.02.2024; 26.04.2024\n"
    assert lifted(old) == "name: A\nstatsu: idee\ntreffen:\n  termine:\n    - 31.02.2024\n    - 26.04.2024\n"


def test_a_file_from_the_future_is_refused() -> None:
    with pytest.raises(Unreadable, match="Hol ein neueres wiq"):
        lifted("schema: 3\nname: A\n")


@pytest.mark.parametrize("text", ["name: [", "- a\n", "", "name: A\nname: B\n"])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        lifted(text)


@pytest.mark.parametrize("wrong", ["name: B\n", "name: A\n", "name: [\n", "name: A\nname: A\n"])
def test_the_result_is_compared_with_what_was_meant(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "set_value", lambda *_: wrong)
    with pytest.raises(Refused, match="garten"):
        lifted("schema: 1\nname: A  # hier\n")


def test_no_day_is_lost_where_a_comment_stands_in_the_way() -> None:
    with pytest.raises(Refused, match="von Hand"):
        lifted("treffen:\n  termine:\n    | # hier\n      26.03.2024\n      26.04.2024\n")


def test_steps_lead_forwards_one_after_the_other() -> None:
    versions = [one.fassung for one in schritte("team")]
    assert versions == sorted(versions)
    assert versions[-1] == Team.FASSUNG, "every version has its step"
    assert {kind_of(one) for one in ("wiq.yaml", "teams/a.yaml", "beschluesse/a/2026/b.yaml", "x.yaml")} == {
        "wiq", "team", "beschluss",
    }  # fmt: skip
    for one in schritte("team"):
        assert one.module.__doc__
        assert one.message.endswith(".")


DAYS = st.dates().filter(lambda day: 1990 < day.year < 2090).map(lambda day: f"{day:%d.%m.%Y}")
PLACED = st.builds(
    lambda day, place: f"{day}{place}", DAYS, st.sampled_from(["", " 18:00", " (Hof)", " 10:00 (Hof; West)"])
)


@st.composite
def old_files(draw: DrawFn) -> str:
    """Draw a team with its meetings in the old way, in one text or several, with comments."""
    behind = st.sampled_from(["", "  # Kommentar", "  # noch einer: 1; 2"])
    days = draw(st.lists(PLACED, min_size=1, max_size=8, unique=True))
    if draw(st.booleans()):
        value = f" {'; '.join(days)}{draw(behind)}\n"
    else:
        cut = draw(st.integers(0, len(days)))
        groups = [one for one in (days[:cut], days[cut:]) if one]
        value = "\n" + "".join(f"    # vor\n    - {'; '.join(one)}{draw(behind)}\n" for one in groups)
    version = draw(st.sampled_from(["schema: 1  # alt\n", "# ohne\n", NOW]))
    rest = with_keys(TEAM, "treffen:\n").partition("\n")[2].replace("treffen:\n", "")
    return f"{version}{rest}treffen:  # wann\n  termine:{value}  ort: Hof\n"


@given(old_files())
def test_every_value_and_every_comment_stays(text: str) -> None:
    note(text)
    new = lifted(text)
    note(new)
    before, after = parse(text, FILE), parse(new, FILE)
    assert _said(before) == _said(after)
    assert _model(before) == _model(after)
    assert lifted(new) == new, "twice is once"
    assert not list(check_text(after))


def _said(source: Any) -> Counter[str]:
    return Counter(one.text for one in comments(source))


def _model(source: Any) -> dict[str, Any]:
    model = read(Team, source).model
    assert model is not None
    return model.model_dump(exclude={"schema"})
