"""Whatever a file holds: a poll comes out, or one sentence that repeats nothing from it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.errors import WiqError
from wiq_cli.usecases.meetings_poll import Umfrage, read_poll

HEUTE = date(2026, 11, 22)
CELLS = st.sampled_from(
    ["", "Ja", "Nein", "Wenn notwendig", "2026-12-05", "06.12.2026", "18:00", "20h", "abends", "?", '"', ",", ";", "Zyxwvuts", "\x00"]
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, max_size=6), max_size=8)


@given(TABLES, st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_no_name_comes_out(table: list[list[str]], sign: str, encoding: str) -> None:
    data = "\r\n".join(sign.join(row) for row in table).encode(encoding)
    poll, sentence = outcome(data)
    assert "Zyxwvuts" not in f"{poll!r}{sentence}"
    if poll:
        assert poll.vorschlaege[0].ja + poll.vorschlaege[0].vorbehalt > 0
        assert all(one.ja + one.vorbehalt <= poll.antworten for one in poll.vorschlaege)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    poll, sentence = outcome(data)
    assert poll or 20 < len(sentence) < 200


def outcome(data: bytes) -> tuple[Umfrage | None, str]:
    try:
        return read_poll(data, HEUTE), ""
    except WiqError as error:
        return None, str(error)
