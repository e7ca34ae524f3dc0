"""A first look that is cheap overlooks nothing that the whole look would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.files import refusals
from wiq_cli.files.loader import REMARK
from wiq_cli.rules import wiq105_platzhalter as placeholders
from wiq_cli.rules import wiq120_wochentag_im_text as weekdays


@given(st.from_regex(placeholders.PLACEHOLDER))
def test_placeholders(text: str) -> None:
    assert any(sign in text for sign in placeholders.SIGNS) or text.strip() in placeholders.LONE


@given(st.from_regex(weekdays.DAY))
def test_days(text: str) -> None:
    assert weekdays.DATE.search(text)


@given(st.from_regex(refusals.CONFLICT))
def test_conflicts(text: str) -> None:
    assert any(sign in text for sign in refusals.CONFLICT_SIGNS)


def test_forbidden_characters() -> None:
    found = [one for one in map(chr, range(0x110000)) if refusals.FORBIDDEN.search(one)]
    assert found
    assert not any(one.isprintable() for one in found)


def test_remarks() -> None:
    said = {
        "# wiq: a": True,
        "x # wiq: a": True,
        "x\t#wiq: a": True,
        "x#wiq: a": False,
        "\n#wiq:": True,
        "##wiq:": False,
    }
    assert {text: bool(REMARK.search(text)) for text in said} == said
