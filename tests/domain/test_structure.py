"""What the models make of a file: all faults at once, each at its place, each said once, none repeating a value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.texts import TEAM
from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.structure import Reading, read, repairs
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse


def team(text: str) -> Reading[Team]:
    return read(Team, parse(text, "teams/x.yaml"))


def faults(text: str) -> list[tuple[str, int, int]]:
    found = sorted(team(text).findings, key=lambda one: one.sort_key())
    return [(one.rule, one.span.line, one.span.column) for one in found]


MANY = """\
nme: X
status: läuft
mitgleider:
  - name: A
    einwilligung: ja
  - email: kaputt
  - name: B
    telefonn: 123
weg:
  - Recherche: was
  -
  - schritt: y
    bis: 31.02.2026
  - Format
stand: ab
"""


def test_all_faults_in_one_run_each_once() -> None:
    assert faults(MANY) == [
        ("WIQ020", 1, 1),
        ("WIQ024", 2, 9),
        ("WIQ020", 3, 1),
        ("WIQ022", 5, 19),
        ("WIQ028", 6, 12),
        ("WIQ020", 8, 5),
        ("WIQ022", 10, 5),
        ("WIQ021", 11, 4),
        ("WIQ023", 13, 10),
        ("WIQ022", 15, 8),
    ]


def test_what_is_right_is_read_beside_what_is_wrong() -> None:
    found = team(MANY)
    assert found.model is not None
    assert found.model.name == "X"
    assert found.model.status == "laeuft"
    assert [one.schritt for one in found.model.weg] == ["y", "Format"]
    assert found.place(("weg", 1))[0] == ("weg", 3), "places count the entries of the file"
    assert found.place(("mitglieder", 2, "telefon"))[1].line == 8, "a misspelt key keeps its place"
    assert found.is_settled(("weg", 0))
    assert not found.is_settled(("weg", 3))


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("mitgleider: []", "mitglieder"),
        ("Zusammenfassung: x", "zusammenfassung"),
        ("offene-fragen: x", "offene_fragen"),
        ("stadteile: x", "stadtteile"),
    ],
)
def test_a_misspelt_key_is_named(text: str, suggestion: str) -> None:
    (finding,) = team(f"name: X\n{text}\n").findings
    assert finding.help == f"Gemeint ist vermutlich „{suggestion}“."


def test_a_key_like_no_other_gets_the_list() -> None:
    (finding,) = team("name: X\nxqzw: 1\n").findings
    assert finding.help.startswith("Hier geht zum Beispiel: ")
    assert len(finding.help) < 120, "thousands of them must stay readable"


def test_short_forms() -> None:
    model = team(
        "name: X\nproblem: eins\nweg: [a]\nstand: [b]\nsupport: [c]\nleitung: [D]\nkooperationspartner: [e]\n"
        "ziele: {teilziele: [f], langfristig: g}\nwirkung: [h, Bäume: 50]\nchronik: [i]\noffene_fragen: j\n"
        "treffen: 26.03.2024; 19.04.2024 (Lindenau)\n"
    ).model
    assert model is not None
    assert (model.problem, model.weg[0].schritt, model.stand[0].text, model.support[0].was) == (["eins"], "a", "b", "c")
    assert (model.leitung[0].name, model.kooperationspartner[0].name, model.ziele.teilziele[0].ziel) == ("D", "e", "f")
    assert (model.ziele.langfristig, model.wirkung[0].indikator, model.chronik[0].text) == (["g"], "h", "i")
    assert (model.wirkung[1].indikator, model.wirkung[1].soll, model.offene_fragen) == ("Bäume", 50, ["j"])
    assert [(one.am, one.ort) for one in model.treffen.termine] == [
        (date(2024, 3, 26), None),
        (date(2024, 4, 19), "Lindenau"),
    ]


@pytest.mark.parametrize("written", ["2024-09-15", "15.09.2024", "15.9.2024"])
def test_dates(written: str) -> None:
    model = team(f"name: X\nchronik:\n  - {{am: {written}, text: t}}\n").model
    assert model is not None
    assert model.chronik[0].am == date(2024, 9, 15)


@pytest.mark.parametrize(
    "written", ["31.02.2024", "15.09.24", "0", "1700000000", "2024-13-01", "09/15/2024", "gestern", "٢٠٢٤-٠١-٠١"]
)
def test_no_dates(written: str) -> None:
    assert [one.rule for one in team(f"name: X\nchronik:\n  - {{am: {written}, text: t}}\n").findings] == ["WIQ023"]


@pytest.mark.parametrize(("written", "value"), [("50", 50), ("-3", -3), ("12,5", 12.5), ("12.5", 12.5), ("0", 0)])
def test_numbers(written: str, value: float) -> None:
    model = team(f"name: X\nwirkung:\n  - {{indikator: i, soll: '{written}'}}\n").model
    assert model is not None
    assert model.wirkung[0].soll == value


@pytest.mark.parametrize("written", ["1.000", "50 %", "1_000", "nan", "1e3", "٥"])
def test_no_numbers(written: str) -> None:
    assert [one.rule for one in team(f"name: X\nwirkung:\n  - {{indikator: i, soll: '{written}'}}\n").findings] == [
        "WIQ025"
    ]


@pytest.mark.parametrize("written", ["no", "yes", "true", "1", "on", "j"])
def test_only_ja_and_nein(written: str) -> None:
    assert [one.rule for one in team(f"name: X\nstand:\n  - {{text: t, erledigt: {written}}}\n").findings] == ["WIQ026"]


def test_what_is_not_filled_counts_as_absent() -> None:
    empty = "".join(f"{key}:\n" for key in Team.model_fields if key != "name")
    found = team("name: X\n" + empty)
    assert found.findings == ()
    assert found.model == team("name: X\n").model


@pytest.mark.parametrize("text", ["", "# nur ein Kommentar\n", "- a\n", "nur Text\n", "[]\n"])
def test_a_file_of_another_shape(text: str) -> None:
    found = team(text)
    assert found.model is None
    assert [one.rule for one in found.findings] == ["WIQ015"]


def test_no_finding_repeats_a_value() -> None:
    value = "geheim0341"
    text = f"""\
name: [{value}]
status: {value}
{value}: {value}
ziele: {value}
weg: {value}
mitglieder:
  - email: {value}
    seit: {value}
    {value}: x
    einwilligung: {{name: {{antwort: {value}, am: {value}}}}}
    minderjaehrig: {value}
wirkung:
  - {{indikator: x, soll: {value}}}
kooperationspartner:
  - {{name: x, url: {value}}}
treffen: {{ort: x, dauer: {value}, rhythmus: [{value}], termine: [{value}], ausfall: [{value}], verlegt: [{value}]}}
"""
    found = team(text).findings
    assert len(found) > 12
    for one in found:
        assert value not in one.message + one.help + str(one.path)


JUNK = st.recursive(
    st.sampled_from(["x", "ja", "2024-01-01", "1", "", "a@example.org", "läuft", None]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*Team.model_fields, "ziel", "am", "nme", "seit"]), inner, max_size=3),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*Team.model_fields, "mitgleider", "xqzw"]), JUNK, max_size=6))
def test_no_shape_of_data_breaks_the_reading(data: dict[str, object]) -> None:
    from wiq_cli.files.emit import dump  # noqa: PLC0415  # only here

    source = parse(dump(data), "x")
    for model in (Team, Netzwerk):
        found: Reading[Any] = read(model, source)
        assert found.model is not None or found.findings
        assert all(one.message and one.span.line >= 1 for one in found.findings)


def test_the_complete_team_is_clean() -> None:
    assert team(TEAM).clean


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("name: a\nverteiler:\n status: idee\n", 3, 2, "zu weit eingerückt"),
        ("name: a\nleitung:\n  kennung: p1\n  name: B\n", 3, 3, "fehlt ein Strich"),
        ("name: a\nweg:\n  -zwei\n  - drei\n", 3, 3, "Hinter dem Strich fehlt ein Leerzeichen"),
    ],
)
def test_common_slips_are_named(text: str, line: int, column: int, said: str) -> None:
    (finding,) = team(text).findings
    assert (finding.span.line, finding.span.column) == (line, column)
    assert said in finding.message


def test_a_key_that_nobody_knows_is_in_no_path() -> None:
    found = team("name: a\nUlla Muster: 1\nUlla Muster: 2\nziele: {bis: 2026-01-01, bis: 2026-02-02}\n").findings
    assert sorted(one.path for one in found if one.rule == "WIQ008") == [(), ("ziele", "bis")]


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "said"),
    [
        ("name: [a, b]\n", "WIQ022", 1, 7, "keine Liste"),
        ("name: a\nziele:\n  - bis: 2027-01-01\n  - anlass: Fest\n", "WIQ022", 3, 3, "gehört kein Strich"),
        ("name: a\nziele:\n  - ziel: Fest\n    bis: 2027-01-01\n", "WIQ022", 3, 3, "Schreib „teilziele:“ darüber"),
        ("name: a\nziele:\n  - ziel: Fest\n    erreicht: ja\n", "WIQ022", 3, 3, "Schreib „teilziele:“ darüber"),
        ("name: a\nweg:\n  - - b\n", "WIQ022", 3, 5, "ein Strich zu viel"),
        ("name: a\nweg:\n  - aufgabe: b\n    bis: 2027-01-01\n", "WIQ020", 3, 5, "„schritt“"),
        ("name: a\nchronik:\n  - {am: 2027-01-01, ereignis: b}\n", "WIQ020", 3, 22, "„text“"),
        ("name: a\nchronik:\n  - {am:2027-01-01, text: b}\n", "WIQ020", 3, 6, "fehlt ein Leerzeichen"),
        ("name: a\nchronik:\n  - {am: 2027-01-01, text: b, c}\n", "WIQ020", 3, 31, "hinter jedem Komma"),
        ("name: a\nteilziele: [b]\n", "WIQ020", 2, 1, "Sie gehört unter „ziele“."),
        ("name: a\nleiter: [b]\n", "WIQ020", 2, 1, "„leitung“"),
        ("name: a\nleitung:\n  - name: b\n    tel: 123\n", "WIQ020", 4, 5, "„telefon“"),
        ("name: a\nstatus: aktiv\n", "WIQ024", 2, 9, "„laeuft“"),
        ("name: a\nstatus: Pausiert\n", "WIQ024", 2, 9, "„pausiert“"),
        ("name: a\nstatus: im Betrieb\n", "WIQ024", 2, 9, "„im-betrieb“"),
        (f"name: {'a' * 251}\n", "WIQ022", 1, 7, "höchstens 250 Zeichen"),
        (f"name: a\nthemen: [b, {'c' * 251}]\n", "WIQ022", 2, 13, "höchstens 250 Zeichen"),
        (f"name: a\nthemen: [{', '.join(f't{n}' for n in range(51))}]\n", "WIQ022", 2, 9, "höchstens 50 Einträge"),
        (f"name: a\nfrueher: [{', '.join(f't{n}' for n in range(51))}]\n", "WIQ022", 2, 10, "höchstens 50 Einträge"),
        ("name: a\nsupport:\n  - {was: b, art: Finanzen}\n", "WIQ024", 3, 19, "„geld“"),
    ],
)
def test_one_cause_is_one_finding_that_names_it(text: str, rule: str, line: int, column: int, said: str) -> None:
    (finding,) = team(text).findings
    assert (finding.rule, finding.span.line, finding.span.column) == (rule, line, column)
    assert said in f"{finding.message} {finding.help}"


def test_other_words_are_offered_but_never_written_by_wiq() -> None:
    source = parse("name: a\nstatus: aktiv\nleiter: [b]\nteilziele: [c]\n", "teams/x.yaml")
    assert repairs(Team, source) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("termine: 26.03.2024; 31.02.2024;  19.13.2024", [(3, 24), (3, 37)]),
        ("termine: '26.03.2024; 31.02.2024'", [(3, 25)]),
        ("termine: 26.03.2024;\n    31.02.2024 (Haus\n    West); 24.11.26", [(4, 5), (5, 12)]),
        ("termine: |\n    26.03.2024\n    31.02.2024", [(5, 5)]),
        ("termine:\n    - 26.03.2024\n    - 27.03.2024; 31.02.2024", [(5, 19)]),
        ("pause: ferien, Weihnachten", [(3, 18)]),
    ],
)
def test_each_wrong_entry_in_a_text_has_its_own_place(text: str, places: list[tuple[int, int]]) -> None:
    found = team(f"name: a\ntreffen:\n  {text}\n").findings
    assert [(one.span.line, one.span.column) for one in found] == places


def test_a_key_that_people_choose_is_told_by_its_position() -> None:
    text = "id: a-20260101-b\nteam: a\ntitel: T\nantrag: A\nstimmen:\n  p1: zustimmung\n  Wilhelmine: zustimmung\n  bruno: quer\n"
    found = read(Beschluss, parse(text, "beschluesse/a.yaml")).findings
    assert [(one.rule, one.path) for one in found] == [("WIQ027", ("stimmen", 1)), ("WIQ024", ("stimmen", 2))]
    assert "zum Beispiel p2" in found[0].help


def test_a_newer_format_is_one_finding() -> None:
    found = team("schema: 3\nname: X\nneues: Feld\n").findings
    assert [(one.rule, one.span.line, one.span.column) for one in found] == [("WIQ031", 1, 9)]


def test_a_text_that_stands_for_a_list_is_pointed_at() -> None:
    source = parse("name: X\nstadtteile: xxx\n", "x.yaml")
    assert source.span(("stadtteile", 0)) == (2, 13, 2, 16)
    assert source.span(("stadtteile", 0), at_key=True) == (2, 1, 2, 11)
