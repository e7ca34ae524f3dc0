"""What leaves for mail servers and address books reads back the same, whatever people are called."""

from __future__ import annotations

import csv
import io
from collections import Counter
from email.utils import parseaddr
from typing import Any

import vobject
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.verteilung import Empfaenger
from wiq_cli.report import contacts_csv, contacts_vcard, lists_csv, lists_mailman, lists_postfix
from wiq_cli.report.spreadsheet import BOM, armed, defused
from wiq_cli.usecases.contacts import Kontakt
from wiq_cli.usecases.lists import Liste

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120).map(str.strip).filter(bool)
NAMES = st.text("abcXYZ019.!#$%&'*+/=?^_`{|}~-", min_size=1, max_size=20)
ADDRESSES = st.builds("{}@{}".format, NAMES, st.sampled_from(["example.org", "post.example", "bücher.example"]))
WHO = st.builds(Empfaenger, ADDRESSES, st.one_of(st.just(""), TEXT))
KONTAKTE = st.builds(
    Kontakt, uid=st.just("u-1"), kennung=st.just("p1"), name=TEXT, email=ADDRESSES, telefon=TEXT, rolle=st.one_of(st.just(""), TEXT),
    teams=st.lists(TEXT, min_size=1, max_size=3).map(tuple),
)  # fmt: skip


def some_lists(people: list[list[Empfaenger]]) -> list[Liste]:
    return [
        Liste(f"lt{number}", f"lt-{number}@netz.example", tuple(each), Counter()) for number, each in enumerate(people)
    ]


LISTS = st.lists(st.lists(WHO, min_size=1, max_size=5), max_size=4).map(some_lists)


def members(found: list[Liste]) -> dict[str, set[str]]:
    return {one.adresse: one.addresses for one in found}


@given(LISTS)
def test_lists_read_back_the_same(found: list[Liste]) -> None:
    for shape in (lists_postfix, lists_mailman, lists_csv):
        texts = shape.files(found)
        assert shape.read(texts) == members(found)
        assert all(map(shape.is_ours, texts.values()))


@given(LISTS)
def test_a_mail_server_reads_every_target(found: list[Liste]) -> None:
    """virtual(5): what begins with # says nothing, what begins with a blank goes on."""
    lines = lists_postfix.files(found)["virtual"].splitlines()[1:]
    assert not any(line.lstrip().startswith("#") for line in lines)
    assert sum(not line[0].isspace() for line in lines) == len(found)
    targets = sum(line.count("@") - (not line[0].isspace()) for line in lines)
    assert targets == sum(len(one.empfaenger) for one in found)
    for text in lists_mailman.files(found).values():
        assert all(parseaddr(line)[1] and not line.startswith("#") for line in text.splitlines())


@given(st.text(max_size=30))
def test_no_cell_runs_as_a_formula(text: str) -> None:
    assert defused(text).lstrip(" \u00a0")[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert armed(defused(text)) == text


def test_a_phone_number_is_shown_and_not_calculated() -> None:
    one = Kontakt("u", "p1", "=HYPERLINK(1)", "a@example.org", "+49 341 5550123", "- erstens", ("Garten; Hof",))
    (row,) = list(csv.reader(io.StringIO(contacts_csv.as_csv([one]))))[1:]
    assert row == ["p1", "'=HYPERLINK(1)", "a@example.org", "'+49 341 5550123", "'- erstens", "Garten; Hof"]
    excel = contacts_csv.as_excel([one])
    assert excel.startswith(f"{BOM}kennung;name;")
    assert excel.count("\r\n") == excel.count("\n") == 2
    assert contacts_csv.as_civicrm([one]).splitlines()[1].split(",")[3:] == ["0049 341 5550123", "p1"]


@given(st.lists(KONTAKTE, min_size=1, max_size=4))
def test_an_address_book_reads_every_card(found: list[Kontakt]) -> None:
    text = contacts_vcard.document(found)
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    cards: list[Any] = list(vobject.readComponents(text))
    assert len(cards) == len(found)
    for card, one in zip(cards, found, strict=True):
        given_name, family = one.parts
        assert (card.fn.value, card.n.value.given, card.n.value.family) == tuple(
            map(contacts_vcard.shown, (one.name, given_name, family))
        )
        assert (card.email.value, card.tel.value) == (one.email, contacts_vcard.shown(one.telefon))
        assert card.categories.value == list(map(contacts_vcard.shown, one.teams))
        assert card.uid.value == one.uid


def test_names_are_taken_apart_only_where_that_is_sure() -> None:
    def parts(name: str) -> tuple[str, str]:
        return Kontakt("u", "", name, "", "", "", ()).parts

    assert parts("Thea Testmann") == ("Thea", "Testmann")
    assert parts("Thea Testmann-Übermut") == ("Thea", "Testmann-Übermut")
    for whole in ("Thea", "Anna Maria Test", "von Test", "Dr. Test", "Test, Thea"):
        assert parts(whole) == (whole, "")
