"""Rules about one team, beyond the two blocks of their pages."""

from __future__ import annotations

import pytest

from tests.support.teams import rahmen, team
from wiq_cli.domain.finding import Level, field_name
from wiq_cli.rules.engine import rule


def places(rule_id: str, block: str) -> list[str]:
    """Give the places that a rule names in a team that is otherwise in order."""
    check = rule(rule_id).check("team")
    assert check is not None
    return [field_name(fault.path) for fault in check(team(block), rahmen())]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("zusammenfassung: xxx\n", ["zusammenfassung"]),
        ("weg: [Bis wann.]\n", ["weg[0].schritt"]),
        ("wirkung: [in X Häusern]\n", ["wirkung[0].indikator"]),
        ("mitglieder: [N. N., Udo Übermut]\n", ["mitglieder[0].name"]),
        ("leitung: [{kennung: p901, name: '?', rolle: '-'}]\n", ["leitung[0].name"]),
        ("einwilligung: {profil: {am: 2026-01-10, durch: p901, nachweis: Ordner X}}\n", []),
        ("notizen: ['???']\n", []),
        ("weg: [Xaver fragen, 'Wer kommt? …und wann?', Planung X-Haus]\n", []),
    ],
)
def test_placeholders(block: str, found: list[str]) -> None:
    assert places("WIQ105", block) == found


LEFT = "bis: 2026-06-30"


@pytest.mark.parametrize(
    ("block", "lead", "size"),
    [
        (f"leitung: [{{kennung: p901, name: A, email: a@example.org, {LEFT}}}]\n", ["leitung"], []),
        (f"art: ST\nleitung: [{{kennung: p901, {LEFT}}}]\n", ["leitung"], []),
        ("leitung: [{kennung: p901, email: a@example.org}]\n", ["leitung[0]"], []),
        (f"leitung: [{{kennung: p901, {LEFT}}}, {{kennung: p9, name: B, telefon: 0341 5556677}}]\n", [], []),
        (f"leitung: [{{kennung: p901, {LEFT}}}]\nmitglieder: [{{kennung: p9, {LEFT}}}]\n", [], ["leitung"]),
        (f"art: UT\nleitung:\nmitglieder: [{{kennung: p9, {LEFT}}}]\n", [], ["mitglieder"]),
        (f"status: abgeschlossen\nleitung: [{{kennung: p901, {LEFT}}}]\nmitglieder: [{{kennung: p9, {LEFT}}}]\n", [], []),
    ],
)  # fmt: skip
def test_terms_over(block: str, lead: list[str], size: list[str]) -> None:
    assert places("WIQ108", block) == lead
    assert places("WIQ109", block) == size


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("[{kennung: p9, telefon: 0341 5556677, bis: 2026-11-21}]", [("mitglieder[0].telefon", Level.HINT)]),
        ("[{kennung: p9, email: a@example.org, bis: 2026-08-01}]", [("mitglieder[0].email", None)]),
        ("[{kennung: p9, email: a@example.org, bis: 2026-11-22}]", []),
        ("[{kennung: p901, email: a@example.org, bis: 2026-08-01}]", []),  # still leads the team
        ("[{kennung: p9, name: A, bis: 2026-08-01}]", []),
    ],
)
def test_addresses_of_people_who_left(people: str, found: list[tuple[str, Level | None]]) -> None:
    check = rule("WIQ121").check("team")
    assert check is not None
    faults = list(check(team(f"mitglieder: {people}\n"), rahmen()))
    assert [(field_name(one.path), one.level) for one in faults] == found
    assert all("example.org" not in one.message + one.help for one in faults)


def seats(*people: str) -> str:
    return "art: ST\nmitglieder:\n" + "".join(f"  - {one}\n" for one in people)


OTHERS = [
    f"{{kennung: p{n}, zugang: {{bank: {bank}}}}}"
    for n, bank in enumerate(("verwaltung", "zivilgesellschaft", "ut") * 2)
]


@pytest.mark.parametrize(
    ("politik", "found"),
    [
        (["{kennung: p8, zugang: {bank: politik}}", "{kennung: p9, zugang: {bank: politik}}"], []),
        (["{kennung: p8, zugang: {bank: politik}}", "{kennung: p9, bis: 2026-06-30, zugang: {bank: politik}}"], ["mitglieder[7].bis"]),
        (["{kennung: p8, zugang: {bank: politik}}"], ["mitglieder"]),
        (["{kennung: p8, zugang: {bank: politk}}", "{kennung: p9, zugang: {bank: politik}}"], ["mitglieder[6].zugang.bank"]),
        (["{kennung: p7, zugang: {bank: politik}}", "{kennung: p8, zugang: {bank: politik}}", "{kennung: p9, seit: 2027-01-01, zugang: {bank: politik}}"], []),
    ],
)  # fmt: skip
def test_seats(politik: list[str], found: list[str]) -> None:
    assert places("WIQ505", seats(*OTHERS, *politik)) == found


def test_who_records_no_benches_is_not_asked() -> None:
    assert places("WIQ505", seats("{kennung: p8}", "{kennung: p9}")) == []
    assert places("WIQ505", "mitglieder: [{kennung: p9, zugang: {weg: selbst}}]\n") == []


def test_steps_that_are_due() -> None:
    steps = "weg:\n  - {schritt: a, bis: 2026-11-21}\n  - {schritt: b, bis: 2026-11-22}\n  - {schritt: c, bis: 2026-01-01, erledigt: ja}\n"
    assert places("WIQ122", steps) == ["weg[0].bis"]
    assert places("WIQ122", steps + "status: pausiert\n") == []


@pytest.mark.parametrize(
    ("treffen", "found"),
    [
        ("rhythmus: [erster Montag im Monat 19:00 ab 07.09.2026]", ["treffen.rhythmus[0]"]),
        ("rhythmus: [erster Montag im Monat 19:00 ab 07.09.2026 bis 31.10.2026]", []),
        ("termine: [21.11.2026, 22.11.2026, 23.11.2026]", ["treffen.termine[2]"]),
    ],
)
def test_meetings_of_a_team_that_is_over(treffen: str, found: list[str]) -> None:
    assert places("WIQ123", f"status: abgeschlossen\ntreffen: {{{treffen}}}\n") == found
    assert places("WIQ123", f"treffen: {{{treffen}}}\n") == []


def test_holidays_in_order() -> None:
    times = "ferien:\n  zeiten:\n    - {name: Winterferien, von: 2027-02-19, bis: 2027-02-08}\n    - {name: Tag, von: 2027-05-07, bis: 2027-05-07}\n"
    network, check = rahmen(times), rule("WIQ112").check("netzwerk")
    assert check is not None
    assert [field_name(one.path) for one in check(network.netzwerk, network)] == ["ferien.zeiten[0].bis"]


def test_a_deadline_for_all_goals_is_one_finding() -> None:
    goals = "ziele: {bis: 2026-09-15, teilziele: [a, b, {ziel: c, bis: 2026-10-01}, {ziel: d, erreicht: ja}]}\n"
    assert places("WIQ114", goals) == ["ziele.teilziele[2].bis", "ziele.bis"]
    assert places("WIQ114", "ziele: {bis: 2026-09-15, teilziele: [{ziel: d, erreicht: ja}]}\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Generation X fragen", False), ("Plan X besprechen", False), ("Projekt X", False), ("Generation X Treffen", False),
        ("es haben sich X Synergien ergeben", True), ("X", True), ("X Bäume pflanzen", True), ("um XX % mehr", True),
    ],
)  # fmt: skip
def test_an_x_is_a_gap_where_a_number_belongs(text: str, *, found: bool) -> None:
    assert bool(places("WIQ105", f"problem: [{text}]\n")) is found
