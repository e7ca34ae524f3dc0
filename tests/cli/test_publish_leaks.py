"""Whoever the people are: what stands in private fields never appears, and what slips into a public one is refused."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.support.teams import HEUTE
from tests.support.texts import TEAM, network, with_keys
from wiq_cli.cli.publishing import Publishing
from wiq_cli.files.edit import dump
from wiq_cli.files.netz import Netzordner
from wiq_cli.scan.own_words import own_words
from wiq_cli.scan.wordnames import WORD_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiq_cli.usecases.publication import Outcome

AT_ONCE = 200  # more weigh too much for one file
LONG_WORDS = re.compile(r"\b[a-z]{5,}\b")
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßéñçł"
FIELDS = (
    "zusammenfassung: {}", "untertitel: {}", "problem: [{}]", "weg: [{{schritt: x, notizen: [{}]}}]", "support: [{}]", "offene_fragen: [{}]",
    "stand: [{{text: {}}}]", "chronik: [{{am: 2026-01-01, text: {}}}]", "ziele: {{bis: 2027-01-01, langfristig: [{}]}}", "themen: [{}]",
    "kooperationspartner: [{{name: {}}}]", "wirkung: [{{indikator: x, ist: [{{am: 2026-01-01, wert: 1, quelle: {}}}]}}]",
)  # fmt: skip
DISGUISES: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda text: f"({text})",
    lambda text: text.replace("ü", "ue").replace("ä", "ae").replace("ö", "oe"),
    lambda text: text.replace("@", " (at) "),
    lambda text: "".join(f"&#{ord(one)};" for one in text),
    lambda text: f"wir fragen {text}, dann geht es weiter",
)


class Somebody(NamedTuple):
    """A person nobody asked."""

    first: str
    last: str
    email: str
    phone: str
    role: str
    note: str

    @property
    def values(self) -> tuple[str, ...]:
        return (self.first, self.last, f"{self.first} {self.last}", self.email, self.phone, self.note)


word = (
    st.text(LETTERS, min_size=5, max_size=12)
    .map(str.capitalize)
    .filter(lambda one: one.casefold() not in own_words() | WORD_NAMES)  # these count where somebody is meant
)
digits = st.integers(1_000_000, 9_999_999).map(str)
somebody = st.builds(
    lambda first, last, name, number, role: Somebody(first, last, f"{name}@example.org", f"0341 {number}", role, f"Zettel {name} {number}"),
    word, word, st.text("abcdefghijklmnop", min_size=6, max_size=12), digits, st.lists(word, min_size=3, max_size=5).map(" ".join),
).filter(lambda one: len(words := [one.first, one.last, *one.role.split()]) == len(set(words)))  # fmt: skip
"""Each word once: a page that says a topic twice in a row makes a role of it that stands in no field."""


def block(one: Somebody) -> str:
    person = {"name": f"{one.first} {one.last}", "email": one.email, "telefon": one.phone, "rolle": one.role}
    hidden = {
        "leitung": [person],
        "mitglieder": [],
        "notizen": [one.note],
        "support": [{"was": "Zelt", "notiz": one.note}],
    }
    return dump(hidden)


def publish(root: Path) -> Outcome:
    return Publishing(Netzordner(root), root / "site").publish(lambda _: HEUTE)


@cache
def nobodys_site() -> str:
    """What the pages say about a team of nobody: words of templates and data, none of them anybody's."""
    with tempfile.TemporaryDirectory() as folder:
        root = network(Path(folder), {"garten": with_keys(TEAM, "leitung: []\nmitglieder: []\n")})
        publish(root)
        return said(root, {".html", ".md", ".json", ".js", ".css", ".ics", ".atom", ".svg"})


def test_an_address_may_begin_with_any_word_of_our_pages() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = network(Path(folder))
        data = " ".join(path.read_text(encoding="utf-8").casefold() for path in root.rglob("*.yaml"))
        words = [one for one in sorted(set(LONG_WORDS.findall(nobodys_site()))) if one not in data]
        assert len(words) > 300
        people = [{"name": f"Quirilia Zornmaus-{one[::-1]}xq", "email": f"{one}@privat.example"} for one in words]
        for number in range(0, len(people), AT_ONCE):
            network(root, {"garten": with_keys(TEAM, dump({"mitglieder": people[number : number + AT_ONCE]}))})
            assert publish(root).published == ("garten",)


def said(root: Path, endings: set[str]) -> str:
    files = [path for path in (root / "site").rglob("*.*") if path.suffix in endings]
    return "".join(path.read_text(encoding="utf-8") for path in files).casefold()


@given(somebody)
@settings(max_examples=20)
def test_nothing_of_a_private_field_appears(one: Somebody) -> None:
    words = {one.first, one.last, one.email.partition("@")[0], *one.role.split()}
    assume(not any(word.casefold() in nobodys_site() for word in words))
    with tempfile.TemporaryDirectory() as folder:
        root = network(Path(folder), {"garten": with_keys(TEAM, block(one))})
        assert publish(root).published == ("garten",)
        shown = said(root, {".html", ".md"})
        for value in (*one.values, one.role):
            assert value.casefold() not in shown


# a first name as a topic: one file's own list is no proof that a word is common property
@example(
    Somebody("Alwine", "Beispiel", "ab@example.org", "0341 1000000", "Amt für Dies", "Zettel"), 0, "themen: [{}]", str
)
# an address that begins with a surname: in the address of the topic's page stands the name, and in no field by itself
@example(
    Somebody("Aaaac", "Aaaaaa", "aaaaaa@example.org", "0341 1000000", "Aaaaa Aaaab Aaaaaaa", "Zettel"),
    3,
    "themen: [{}]",
    str,
)
@given(somebody, st.integers(0, 4), st.sampled_from(FIELDS), st.sampled_from(DISGUISES))
@settings(max_examples=40)
def test_a_private_value_in_a_public_field_is_refused(
    one: Somebody, which: int, field: str, disguise: Callable[[str], str]
) -> None:
    slip = dump({"x": disguise(one.values[which])}).partition(": ")[2].strip()
    slip = slip if slip.startswith(("'", '"')) else f"'{slip.replace(chr(39), chr(39) * 2)}'"
    with tempfile.TemporaryDirectory() as folder:
        text = with_keys(with_keys(TEAM, block(one)), field.format(slip) + "\n")
        root = network(Path(folder), {"garten": text})
        outcome = publish(root)
        assert outcome.published == ()
        assert outcome.leaks
        assert all(leak.file == "teams/garten.yaml" and leak.field for leak in outcome.leaks)
        assert not (root / "site").exists()
