"""From a team to its public profile: who is named, what is counted, which places are shown."""

from __future__ import annotations

import pytest

from tests.support.teams import HEUTE, rahmen, team
from wiq_cli.domain.public import ORT_ERFRAGEN, PublicProfile
from wiq_cli.usecases.profile import closed, profile, withheld_names
from wiq_cli.usecases.public_place import public_place

GIVEN = "name: {antwort: ja, am: 2026-01-01}"


def public(block: str = "", wiq: str = "", *others: str) -> PublicProfile:
    one = team(block)
    return profile("garten", one, rahmen(wiq), withheld_names([one, *map(team, others)], HEUTE))


def named(consent: str, more: str = "") -> tuple[str, ...]:
    person = f"{{name: Thea Testmann, email: thea@example.org, {more} einwilligung: {{{consent}}}}}"
    return public(f"leitung: [{person}]\n").beteiligte.namen


def test_people_are_a_count() -> None:
    beteiligte = public().beteiligte
    assert (beteiligte.leitung, beteiligte.mitglieder, beteiligte.namen) == (1, 4, ())


def test_who_left_or_comes_later_does_not_count() -> None:
    gone = "{name: A B, bis: 2026-11-21}, {name: C D, bis: 2026-11-22}, {name: E F, seit: 2026-11-23}"
    assert public(f"mitglieder: [{gone}, G H, I J]\n").beteiligte.mitglieder == 3


def test_who_leads_and_is_a_member_counts_once() -> None:
    others = "{kennung: p902}, {kennung: p903}, {kennung: p904}"
    assert public(f"mitglieder: [{{kennung: p901}}, {others}]\n").beteiligte.mitglieder == 3


@pytest.mark.parametrize(("members", "exact"), [(0, False), (2, False), (3, True), (4, True)])
def test_of_a_small_team_no_number_gets_through(members: int, *, exact: bool) -> None:
    people = ", ".join(f"{{kennung: p{number}}}" for number in range(members))
    beteiligte = public(f"leitung: [{{kennung: p901}}]\nmitglieder: [{people}]\n").beteiligte
    assert (beteiligte.leitung, beteiligte.mitglieder) == ((1, members) if exact else (None, None))


def test_what_is_dated_later_counts_from_its_day_on() -> None:
    """The day of the run is 2026-11-22; ``wiq check`` warns of such a day."""
    one = public(
        "chronik: [{am: 2026-11-22, text: Heute}, {am: 2026-11-23, text: Morgen}, {text: Irgendwann}]\n"
        "wirkung: [{indikator: Beete, ist: [{am: 2026-11-22, wert: 1}, {am: 2026-11-23, wert: 2}]}]\n"
        "stand: [{text: A, erledigt: ja, am: 2026-11-22}, {text: B, erledigt: ja, am: 2026-11-23}]\n"
        "ziele: {teilziele: [{ziel: A, erreicht: ja, am: 2026-11-22}, {ziel: B, erreicht: ja, am: 2026-11-23}]}\n"
    )
    assert [each.text for each in one.chronik] == ["Heute", "Irgendwann"]
    assert [each.wert for each in one.wirkung[0].ist] == [1]
    assert [each.erledigt for each in one.stand] == [True, False]
    assert [each.erreicht for each in one.ziele.teilziele] == [True, False]


def test_nobody_is_no_secret() -> None:
    beteiligte = public("leitung: []\nmitglieder: []\n").beteiligte
    assert (beteiligte.leitung, beteiligte.mitglieder) == (0, 0)


def test_an_address_of_somebody_in_another_team_is_no_list() -> None:
    one = team("verteiler: wilma@netz.example\n")
    shown = profile("garten", one, rahmen(), personal=frozenset({"wilma@netz.example"}))
    assert shown.verteiler is None


@pytest.mark.parametrize(
    "consent",
    [
        "name: {antwort: nein, am: 2026-01-01}",
        "name: {antwort: ja}",
        "name: {antwort: ja, am: 2026-11-23}",
        "name: {antwort: ja, am: 2026-01-01, widerrufen: 2026-11-01}",
        "name: {antwort: ja, am: 2026-01-01, widerrufen: 2027-01-01}",
        "name: {antwort: ja, am: 2026-01-01, bis: 2026-11-21}",
        "verteiler: {antwort: ja, am: 2026-01-01}",
        "foto: {antwort: ja, am: 2026-01-01}",
    ],
)
def test_no_name_without_consent(consent: str) -> None:
    assert named(consent) == ()


def test_a_name_by_own_consent() -> None:
    assert named(GIVEN) == ("Thea Testmann",)
    assert named("name: {antwort: ja, am: 2026-01-01, bis: 2026-11-22}") == ("Thea Testmann",)


@pytest.mark.parametrize("more", ["minderjaehrig: ja,", "bis: 2026-11-21,", "seit: 2026-11-23,"])
def test_never_a_minor_and_never_somebody_who_is_not_there(more: str) -> None:
    assert named(GIVEN, more) == ()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "{name: Thea Testmann, einwilligung: {name: {antwort: nein, am: 2025-01-01}}}",
        "{email: THEA@example.org, einwilligung: {name: {antwort: ja, am: 2025-01-01, widerrufen: 2025-02-01}}}",
        "{kennung: p901, minderjaehrig: ja}",
    ],
)
def test_the_strictest_answer_in_the_network_wins(elsewhere: str) -> None:
    leader = f"leitung: [{{kennung: p901, name: Thea Testmann, email: thea@example.org, einwilligung: {{{GIVEN}}}}}]\n"
    assert public(leader).beteiligte.namen == ("Thea Testmann",)
    assert public(leader, "", f"mitglieder: [{elsewhere}]\n").beteiligte.namen == ()


def test_the_order_of_names_tells_nothing() -> None:
    people = [f"{{name: {one} Test, einwilligung: {{{GIVEN}}}}}" for one in ("Anna", "Berta", "Clara", "Dora", "Emil")]
    one = public(f"leitung: []\nmitglieder: [{', '.join(people)}]\n").beteiligte.namen
    other = public(f"leitung: [{people[4]}]\nmitglieder: [{', '.join(people[:4])}]\n").beteiligte.namen
    assert one == other
    assert list(one) not in (sorted(one), sorted(one, reverse=True))


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        ("einwilligung: {}\n", "fehlt"),
        ("einwilligung: {profil: {am: 2026-01-01, widerrufen: 2026-02-01}}\n", "widerrufen"),
        ("einwilligung: {profil: {durch: p901}}\n", "kein Datum"),
        ("einwilligung: {profil: {am: 2026-11-23}}\n", "später"),
    ],
)
def test_the_gate_says_why(consent: str, words: str) -> None:
    assert words in (closed(team(consent), HEUTE) or "")


def test_the_gate_is_open() -> None:
    assert closed(team("einwilligung: {profil: {am: 2026-11-22}}\n"), HEUTE) is None


@pytest.mark.parametrize(
    ("address", "wiq", "shown"),
    [
        ("garten@netz.example", "", True),
        ("garten@NETZ.example", "", True),
        ("garten@anders.example", "", False),
        ("garten@boese-netz.example", "", False),
        ("garten@netz.example", "domain:\n", False),
        ("thea@netz.example", "", False),
    ],
)
def test_only_the_networks_own_list(address: str, wiq: str, *, shown: bool) -> None:
    block = f"verteiler: {address}\nleitung: [{{name: Thea Testmann, email: thea@netz.example}}]\n"
    assert public(block, wiq).verteiler == (address if shown else None)


@pytest.mark.parametrize(
    "place",
    [
        "per Teams", "Lindenau", "Nachbarschaftsgarten", "Raum 12", "Saal im 2. Stock", "Haus 3, Raum 7b", "Kunstraum D21",
        "Rathaus Leutzsch", "Stadtbibliothek, 1. OG", "Lindenauer Markt", "Halle 14", "online", "WECHANGE", "Zoom",
    ],
)  # fmt: skip
def test_public_places(place: str) -> None:
    assert public_place(place) == place


@pytest.mark.parametrize(
    "place",
    [
        "https://teams.example/l/1", "teams.microsoft.com/l/meetup-join/x", "www.zoom.us", "Zoom 834 5671 9921", "Tel. 0341 12345",
        "0341/9 87 65 43", "bei Thea, Musterstraße 5", "Musterstr. 12a", "Markt 7", "Am Bogen 3", "Zoom, Passwort: Hase", "bei Familie Test",
        "meet.jit.si/garten", "Kontakt thea@example.org", "Karl-Heine-Straße 85", "Meeting-ID 12 34 56",
    ],
)  # fmt: skip
def test_private_places(place: str) -> None:
    assert public_place(place) == ORT_ERFRAGEN


def test_meetings_are_days_and_public_places() -> None:
    one = public(
        "treffen: {ort: Musterstr. 5, termine: [24.11.2026 18:00 (Lindenau), 25.11.2026, {am: 2026-11-26, oeffentlich: nein}, 01.02.2024],"
        " link: https://teams.example/1}\n"
    )
    assert [(str(each.tag), each.ort) for each in one.naechste_treffen] == [
        ("2026-11-24", "Lindenau"),
        ("2026-11-25", ORT_ERFRAGEN),
    ]
    assert one.naechste_treffen[0].beginn is not None
    assert one.naechste_treffen[0].beginn.isoformat() == "2026-11-24T18:00:00+01:00"
    assert [str(each.tag) for each in one.fruehere_treffen] == ["2024-02-01"]
    assert one.treffen_ort == ORT_ERFRAGEN


def test_hidden_meetings() -> None:
    one = public("treffen: {ort: Lindenau, termine: [24.11.2026 18:00], oeffentlich: nein}\n")
    assert (one.naechste_treffen, one.fruehere_treffen, one.treffen_ort) == ((), (), None)


def test_a_cancelled_meeting_shows_no_reason_and_a_moved_one_its_new_day() -> None:
    one = public(
        "treffen: {rhythmus: jeden Dienstag 18:00 ab 01.09.2026, ausfall: [24.11.2026 Thea ist krank],"
        " verlegt: ['01.12.2026 -> 02.12.2026 19:00 (Lindenau)']}\n"
    )
    first, second, *_ = one.naechste_treffen
    assert (str(first.tag), first.status, first.ort) == ("2026-11-24", "cancelled", None)
    assert (str(second.tag), second.status, second.ort) == ("2026-12-02", "moved", "Lindenau")
    assert "krank" not in one.model_dump_json()


def test_what_the_concept_calls_public_is_there() -> None:
    one = public(
        "weg: [{schritt: Fläche finden, notizen: [Am Kanal]}]\nsupport: [{was: Werkzeug, art: material, notiz: geheim}]\n"
        "chronik: [{am: 2026-01-01, text: Anfang}]\nstand: [{text: Idee, erledigt: ja}]\nnotizen: [sehr geheim]\n"
    )
    text = one.model_dump_json()
    for words in (
        "Am Kanal",
        "Werkzeug",
        "Anfang",
        "Woher kommt das Wasser?",
        "Gartenverein",
        "Lösungsteam",
        "Beete anlegen",
        "Besucher",
    ):
        assert words in text
    assert "geheim" not in text
    assert "example.org" not in text
