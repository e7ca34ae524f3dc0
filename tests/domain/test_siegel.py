"""The seal: what breaks it, what does not, and what of it can be checked without the internal part."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.intern import BEWEGLICH, INTERN_BESCHLUSS, INTERN_WAHL
from wiq_cli.domain.model_paths import model_at
from wiq_cli.domain.siegel import Pruefung, check, check_public, plain, public_document, public_part, seal
from wiq_cli.domain.structure import read
from wiq_cli.files.edit import remove, set_value
from wiq_cli.files.emit import dump
from wiq_cli.files.format import formatted
from wiq_cli.files.loader import parse

SALZ = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
TEXT = """\
schema: 1
id: st-20260903-plakate
team: st
art: ernennung
titel: Plakate für die Größe
antrag:
  eingebracht_am: 2026-09-03
  wortlaut: |
    Das ST lässt Plakate drucken.
    Sie hängen ab Oktober.
betrifft: {team: ut, person: p7}
regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto], mehr_als: 1/2}
wahlkoerper: {stichtag: 2026-09-03, zahl: 8}
versuche:
  - {nr: 1, verfahren: konsens, am: 2026-09-03, zaehlung: {zustimmung: 8}, ergebnis: erreicht}
ergebnis: {status: angenommen, durch: konsens, am: 2026-09-03}
anwesend: [p1, p2, p3]
stimmen: {p1: zustimmung, p2: zustimmung, p3: beiseite}
verantwortlich: p2
"""


def model(text: str) -> Beschluss:
    reading = read(Beschluss, parse(text, "x.yaml"))
    assert reading.model is not None
    assert not reading.findings
    return reading.model


SEALED = set_value(TEXT, ("siegel",), seal(model(TEXT), SALZ).model_dump())


def result(text: str) -> Pruefung:
    found = check(model(text))
    assert found is not None
    return found


def test_a_fresh_seal_holds() -> None:
    assert result(SEALED) == Pruefung(stimmt=True)
    assert check(model(TEXT)) is None


@pytest.mark.parametrize(
    "text",
    [
        SEALED.replace("\n", "\r\n"),
        "# Ein Kommentar\n" + SEALED.replace("team: st\n", "team: st  # das Steuerungsteam\n"),
        SEALED.replace("team: st\nart: ernennung\n", "art: ernennung\nteam: st\n"),
        SEALED.replace("2026-09-03, zahl: 8", "03.09.2026, zahl: '8'"),
        SEALED.replace("mehr_als: 1/2", "mehr_als: 2/4"),
        unicodedata.normalize("NFD", SEALED),
        SEALED.replace("    Das ST lässt", "       Das ST lässt").replace("    Sie hängen", "       Sie hängen"),
        SEALED.replace("anwesend: [p1, p2, p3]", "anwesend:\n- p1\n- p2\n- p3"),
        SEALED.replace("antrag:\n", "antrag:\n  fassung: 1\n"),
        SEALED + "bedenken: []\nleistung:\nform: {art: treffen}\n",
        SEALED + "umsetzung: [{aufgabe: Plakate abholen, team: ut}]\nnummer: ST 7/2026\n",
        SEALED + "nachtraege: [{am: 2026-10-01, text: Sie hängen.}]\nersetzt_durch: [st-20261001-mehr-plakate]\n",
    ],
)
def test_what_does_not_count(text: str) -> None:
    assert text != SEALED
    assert result(text).stimmt


def test_fmt_does_not_break_it() -> None:
    mixed = SEALED.replace("team: st\nart: ernennung\n", "art: ernennung\nteam: 'st'\n")
    assert result(formatted(mixed, Beschluss, "x.yaml")).stimmt


def test_the_short_form_is_the_same_decision() -> None:
    short = TEXT.replace(
        "antrag:\n  eingebracht_am: 2026-09-03\n  wortlaut: |\n    Das ST lässt Plakate drucken.\n    Sie hängen ab Oktober.\n",
        "antrag: Wir drucken.\n",
    )
    full = short.replace("antrag: Wir drucken.\n", "antrag:\n  wortlaut: Wir drucken.\n")
    assert seal(model(short), SALZ) == seal(model(full), SALZ)


@pytest.mark.parametrize(
    ("old", "new", "fields", "gone"),
    [
        ("lässt Plakate", "lässt 500 Plakate", ("antrag",), ()),
        ("ab Oktober", "ab  Oktober", ("antrag",), ()),
        ("zahl: 8", "zahl: 9", ("wahlkoerper",), ()),
        ("status: angenommen", "status: abgelehnt", ("ergebnis",), ()),
        ("p3: beiseite", "p3: veto", ("stimmen",), ()),
        ("person: p7", "person: p8", ("betrifft.person",), ()),
        ("team: ut, person: p7", "team: kt, person: p8", ("betrifft", "betrifft.person"), ()),
        ("verantwortlich: p2\n", "", (), ("verantwortlich",)),
        ("verantwortlich: p2\n", "verantwortlich: p2\nanlass: Neu\n", ("anlass",), ()),
        ("id: st-20260903-plakate", "id: st-20260903-poster", ("id",), ()),
        ("  sha256: ", "  sha256: 0", (), ()),
        ("  intern: ", "  intern: 0", (), ()),
    ],
)
def test_every_change_is_found_and_named(old: str, new: str, fields: tuple[str, ...], gone: tuple[str, ...]) -> None:
    assert SEALED.count(old) == 1
    assert result(SEALED.replace(old, new)) == Pruefung(stimmt=False, felder=fields, fehlend=gone)


def test_a_seal_without_the_short_hashes_says_only_that_it_does_not_match() -> None:
    bare = remove(SEALED, ("siegel", "felder"))
    assert result(bare).stimmt
    assert result(bare.replace("zahl: 8", "zahl: 9")) == Pruefung(stimmt=False)


def test_what_is_no_field_is_never_repeated() -> None:
    found = result(SEALED.replace("felder: ", "felder: Hans=1 =2 nummer ").replace("zahl: 8", "zahl: 9"))
    assert (found.felder, found.fehlend) == (("wahlkoerper",), ("nummer",))


def test_a_seal_of_a_later_wiq() -> None:
    assert result(SEALED.replace("  v: 1", "  v: 2")).fremd


# -- without the internal part ----------------------------------------------------------------------------------------
def erased(text: str = SEALED) -> str:
    for path in (("siegel", "salz"), ("anwesend",), ("stimmen",), ("verantwortlich",), ("betrifft", "person")):
        text = remove(text, path)
    return text


def test_what_is_erased_still_verifies() -> None:
    assert result(erased()) == Pruefung(stimmt=True, ohne_salz=True)
    assert check_public(public_document(model(erased())))
    assert public_document(model(erased())) == public_document(model(SEALED))


def test_after_erasing_a_change_is_still_named() -> None:
    assert result(erased().replace("zahl: 8", "zahl: 9")).felder == ("wahlkoerper",)


def test_another_salt_is_named_and_not_every_field_under_it() -> None:
    assert result(SEALED.replace(SALZ, "x" * 32)) == Pruefung(stimmt=False, salz_anders=True)


def test_the_salt_alone_cannot_go() -> None:
    found = result(remove(SEALED, ("siegel", "salz")))
    assert not found.stimmt
    assert found.salt_missing


def test_the_public_part_holds_no_person() -> None:
    document = public_document(model(SEALED))
    text = json.dumps(document)
    assert not any(f'"p{number}"' in text for number in range(1, 9))
    assert SALZ not in text
    assert set(document["beschluss"]) == {
        "id", "team", "art", "titel", "antrag", "betrifft", "regel", "wahlkoerper", "versuche", "ergebnis",
    }  # fmt: skip


def test_who_was_elected_stays_in_the_house() -> None:
    election = (
        TEXT.replace("art: ernennung", "art: wahl")
        .replace("zaehlung: {zustimmung: 8}", "optionen: [{name: p7, stimmen: 5}, {name: p8, stimmen: 3}]")
        .replace("am: 2026-09-03}\nanwesend", "am: 2026-09-03, gewaehlt: p7, annahme: ja}\nanwesend")
    )
    sealed = set_value(election, ("siegel",), seal(model(election), SALZ).model_dump())
    assert not {"optionen", "gewaehlt", "p7"} & set(json.dumps(public_document(model(sealed))).split('"'))
    assert result(sealed.replace("stimmen: 5", "stimmen: 6")).felder == ("versuche.optionen",)
    assert result(sealed.replace("gewaehlt: p7", "gewaehlt: p8")).felder == ("ergebnis.gewaehlt",)


def test_the_public_document_verifies_after_any_json_tool() -> None:
    document = json.loads(json.dumps(public_document(model(SEALED)), indent=4, sort_keys=True))
    assert check_public(document)
    document["beschluss"]["ergebnis"]["status"] = "abgelehnt"
    assert not check_public(document)


@pytest.mark.parametrize(
    "document",
    [None, [], {}, {"schema": "x"}, {"schema": "wiq.decision-public/1", "beschluss": [], "siegel": {}},
     {"schema": "wiq.decision-public/1", "beschluss": {"zahl": 1.5}, "siegel": {"v": 1, "intern": "a", "sha256": "b"}},
     {"schema": "wiq.decision-public/1", "beschluss": {}, "siegel": {"v": 2, "intern": "a", "sha256": "b"}}],
)  # fmt: skip
def test_what_is_no_public_decision(document: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # it says nothing: the command has the sentence
        check_public(document)


def test_two_salts_give_two_hashes_of_the_same_votes() -> None:
    one, other = seal(model(TEXT), "a" * 32), seal(model(TEXT), "b" * 32)
    assert one.intern != other.intern
    public = {entry for entry in (one.felder or "").split() if entry.partition("=")[0] in public_part(model(TEXT))}
    assert public < set((other.felder or "").split())
    assert len(set((one.felder or "").split()) & set((other.felder or "").split())) == len(public)


def test_a_field_that_a_later_wiq_adds_breaks_no_seal() -> None:
    class Later(Beschluss):
        ort: str = "Leipzig"
        stichworte: list[str] = []  # noqa: RUF012  # pydantic copies it

    reading = read(Later, parse(SEALED, "x.yaml"))
    assert reading.model is not None
    assert check(reading.model) == Pruefung(stimmt=True)


def test_every_name_of_a_part_is_a_field() -> None:
    assert set(Beschluss.model_fields) >= BEWEGLICH
    for path in INTERN_BESCHLUSS | INTERN_WAHL:
        above = model_at(Beschluss, path[:-1])
        assert above is not None
        assert path[-1] in above.model_fields
    assert not {path[0] for path in INTERN_BESCHLUSS if len(path) == 1} & BEWEGLICH


PUBLIC = {
    "id", "team", "art", "titel", "anlass", "antrag", "betrifft", "leistung", "verfahren", "regel", "form", "wahlkoerper",
    "versuche", "ergebnis", "bedenken", "wiedervorlage", "sichtbarkeit", "verweise", "anwesend_zahl", "zaehlart",
}  # fmt: skip


def test_each_field_is_public_internal_or_may_change() -> None:
    decided = PUBLIC | BEWEGLICH | {path[0] for path in INTERN_BESCHLUSS}
    assert set(Beschluss.model_fields) == decided, "name a new field in domain/intern.py, or here as public"


texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=40).filter(
    lambda one: one.strip()
)


@given(texts, texts)
def test_another_text_is_another_seal(one: str, other: str) -> None:
    first, second = (model(TEXT).model_copy(update={"titel": text}) for text in (one, other))
    same = seal(first, SALZ).sha256 == seal(second, SALZ).sha256
    assert same == (plain(one) == plain(other))


@given(titel=texts, text=texts)
def test_it_survives_being_written_and_read(titel: str, text: str) -> None:
    data = {"id": "st-20260903-x", "team": "st", "titel": titel.strip(), "antrag": {"wortlaut": text.strip()}}
    written = dump(data)
    reading = read(Beschluss, parse(written, "x.yaml"))
    if reading.model is None:
        return
    again = dump({**data, "siegel": seal(reading.model, SALZ).model_dump()})
    assert result(again).stimmt
