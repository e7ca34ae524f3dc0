"""The second wall, from raw texts to hits. The people are invented; the cases are what happens in real team files."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.support.patience import comes_to_an_end
from wiq_cli.scan.collecting import collect
from wiq_cli.scan.needles import Needles
from wiq_cli.scan.scanner import scan_file, scan_text, search
from wiq_cli.scan.types import CannotScan, Scalar

HEUTE = date(2026, 11, 22)
FOURTEEN_DATES = (
    "26.03.2024; 19.04.2024; 26.04.2024 (Lindenau); 08.05.2024; 16.05.2024; 04.06.2024; 11.06.2024 (Lindenau); 06.08.2024; "
    "09.08.2024 (City); 16.08.2024; 27.08.2024; 03.09.2024; 10.09.2024; 13.09.2024 (City)"
)
NETWORK: dict[str, Any] = {
    "wiq.yaml": {
        "domain": "netz.example",
        "ort": "Leipzig",
        "traeger": {"email": "post@traeger.example", "telefon": "0341 777 88 99", "url": "https://traeger.example/wir"},
    },
    "teams/garten.yaml": {
        "verteiler": "garten@netz.example",
        "stadtteile": ["Lindenau", "Leutzsch"],
        "leitung": [
            {
                "name": "Thea Testmann", "email": "thea.testmann@example.org", "telefon": "0341 123 45 67", "rolle": "Statikerin",
                "einwilligung": {"name": {"antwort": "ja", "am": "2026-01-01"}},
            },
            {"name": "Jürgen Vogel", "telefon": "+49 172 9925904", "rolle": "Kasse und Ansprache der Nachbarn im Haus"},
        ],
        "mitglieder": [
            "Anna-Lena Müller-Lüdenscheid",
            {"name": "Dr. José Große", "rolle": "Social Media"},
            {"name": "Max Heine", "telfon": "0176/55 44 33 22", "spitzname": "Zotti"},
            {"name": "Karl Heine"},
        ],
        "treffen": {"link": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x"},
    },
    "teams/ut.yaml": {"art": "UT", "verteiler": "ut@netz.example", "mitglieder": [{"name": "Raphaela Schnurzbach", "email": "rs@netz.example"}]},
    "teams/chor.yaml": {"verteiler": "rs@netz.example", "mitglieder": [{"name": "Ottilie Quast", "rolle": "Tenor"}]},
}  # fmt: skip


def scalars(data: Any, file: str, path: tuple[str | int, ...] = ()) -> list[Scalar]:
    if isinstance(data, str):
        return [Scalar(file, path, data)]
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    return [one for key, value in pairs for one in scalars(value, file, (*path, key))]


@pytest.fixture(scope="module")
def needles() -> Needles:
    return collect([one for file, data in NETWORK.items() for one in scalars(data, file)], HEUTE)


def kinds(needles: Needles, text: str, team: str | None = "garten", name: str = "teams/x/index.html") -> set[str]:
    return {hit.kind for hit in scan_file(needles, name, text.encode(), team)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # names
        ("Ideenmobil (Raphaela)", "name"),
        ("Frag die Raphaela aus dem Netzwerk", "name"),
        ("Raphaelas Fahrrad", "name"),
        ("Raphaela's Fahrrad", "name"),
        ("Raph&#97;ela", "name"),
        ("Rapha<b>ela</b>", "name"),
        ("Rapha\u00adela", "name"),
        ("Rapha\u200bela", "name"),
        ("R\u0061\u0301phaela", "name"),
        ("Ｒａｐｈａｅｌａ", "name"),
        ("RAPHAELA SCHNURZBACH", "name"),
        ("Schnurzbach, Raphaela", "name"),
        ("raphaela-schnurzbach", "name"),
        ("raphaela_schnurzbach", "name"),
        ("<a href='x?name=Raphaela%20Schnurzbach'>x</a>", "name"),
        ("<img alt='Raphaela'>", "name"),
        ("<!-- Raphaela -->", "name"),
        ("<td>Raphaela</td><td>Schnurzbach</td>", "name"),
        ("Juergen kocht", "name"),
        ("Jurgen kocht", "name"),
        ("Ju\u0308rgen kocht", "name"),
        ("Jürgen Vogel", "name"),
        ("Frau Vogel", "name"),
        ("Kasse (Vogel)", "name"),
        ("Kontakt: Vogel", "name"),
        ("bei Hrn. Vogel", "name"),
        ("Dank an Vogel", "name"),
        ("J. Vogel", "name"),
        ("Muellersche Werkstatt", "name"),
        ("Anna Müller", "name"),
        ("Lüdenscheid bringt Kuchen", "name"),
        ("Jose bringt Kuchen", "name"),
        ("GROSSE: Jose", "name"),
        ("Max bringt Kuchen", "name"),
        ("Zotti bringt Kuchen", "name"),
        ("Karl Heine wohnt in der Karl-Heine-Straße", "name"),
        # a released name frees the full name only
        ("Thea bringt Kuchen", "name"),
        ("Frau Testmann", "name"),
        # addresses
        ("thea.testmann@example.org", "email"),
        ("thea.testmann (at) example (punkt) org", "email"),
        ("thea.testmann [at] example.org", "email"),
        ("thea.testmann @ example.org", "email"),
        ("thea.testmann&#64;example.org", "email"),
        ("thea.testmann%40example.org", "email"),
        ("thea<i></i>.testmann@example.org", "email"),
        ("THEA.TESTMANN@EXAMPLE.ORG", "email"),
        ("   ".join("x@irgendwo.example"), "email"),
        ("   ".join("https://zoom.us/j/123"), "link"),
        ("unbekannt@irgendwo.example", "email"),
        ("rs@netz.example", "email"),  # somebody's own, although a team gives it as its list
        # numbers
        ("0341 1234567", "phone"),
        ("0341/123-45-67", "phone"),
        ("+49 (0)341 1234567", "phone"),
        ("0049 341 1234567", "phone"),
        ("(0341) 12 34 567", "phone"),
        ("Tel.0341 1234567", "phone"),
        ("0341&nbsp;123&nbsp;4567", "phone"),
        ("<td>0341</td><td>1234567</td>", "phone"),
        ("1234567", "phone"),
        ("0172.99.25.904", "phone"),
        ("Vorwahl 0172, dann 99 25 904", "phone"),
        ("<p>Die Vorwahl ist 0341, und dann die 123 45 67.</p>", "phone"),
        ("tel:+491729925904", "phone"),
        ("am 24.11.2026 0341 1234567", "phone"),
        ("0176 55443322", "phone"),
        ("unbekannt: 0351 8765432", "phone"),
        ("Tel: 8765432", "phone"),
        ("+43 1 8765432", "phone"),
        # links
        ("https://teams.microsoft.com/l/meetup-join/19%3ameeting_x", "link"),
        ("https://zoom.us/j/123?pwd=abc", "link"),
        ("meet.google.com/abc-defg-hij", "link"),
        ("https://chat.whatsapp.com/Abc", "link"),
        # roles
        ("Kasse und Ansprache der Nachbarn im Haus", "role"),
        ("Unsere Statikerin rechnet noch", "role"),
        ("Person 2: Social Media", "role"),
        ("Thea Testmann, Social Media", "role"),
    ],
)  # fmt: skip
def test_leaks(text: str, kind: str, needles: Needles) -> None:
    assert kind in kinds(needles, f"<p>{text}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Thea Testmann",  # consented
        FOURTEEN_DATES,
        "2026-11-24T18:00:00+01:00",
        "Di 24.11.2026, 18:00 Uhr bis 19:30 Uhr",
        "04177 Leipzig, 04229 Leipzig",
        "04177 04229 04109",
        "2024-2026, 143.154,11 €, 1.250.000 Menschen",
        "September: 08. = T. d. offenen Denkmals; 15.09.2024",
        "IBAN DE02 1203 0000 0000 2020 51",
        "ISBN 978-3-16-148410-0",
        "Logo@2x.png",
        "garten@netz.example, ut@netz.example, post@traeger.example",
        "Ruf an: 0341 7778899",
        "Vorwahl 0341, Hausnummer 12, und dann 123 45 Äpfel",
        "https://traeger.example/wir",
        "Karl-Heine-Kanal, Karl-Heine-Straße, Karl-Heine-Str. 5",
        "max. 3 Ziele, Max. 3 Ziele",
        "Der Vogel singt. Vögel im Garten, ein Vogel",
        "heute im Stadtteil Lindenau",
        "per Teams, Social-Media-Kanäle, Social Media",
        "Wir suchen eine Statikerin",
        "Leitung und 4 Mitglieder",
        "Ort bei der Leitung erfragen",
        "Ottilie singt im Chor, Tenor",  # first names of other teams are too common
        "Hinz und Kunz, Omas for Future, D21 Kunstraum Leipzig (?)",
        "sha256: " + "0341" + "a1234567b" * 6,
        "--blau: #02041133; --rot: #020411",
        'enable-background="new 0 0 1320.918 811.204"',
        "\tc-0.7-1.9-0.4-3.2,0.3-4.8c0.2-1.1",
    ],
)
def test_no_false_alarm(text: str, needles: Needles) -> None:
    assert kinds(needles, f"<p>{text}</p>") == set()


def test_names_count_where_they_mean_somebody(needles: Needles) -> None:
    assert kinds(needles, "Ottilie singt", "chor") == {"name"}
    assert kinds(needles, "Raphaela singt", "chor") == {"name"}
    assert kinds(needles, "Thea Testmann singt", "chor") == {"name"}  # released on the pages of her own team
    assert kinds(needles, "Ottilie Quast singt", None) == {"name"}
    assert kinds(needles, "Thea singt", "chor") == set()


def test_a_list_may_bear_a_first_name_but_nobodys_full_name() -> None:
    network = scalars({"domain": "netz.example"}, "wiq.yaml")

    def with_list(address: str) -> Needles:
        team = {"verteiler": address, "leitung": [{"name": "Thea Testmann"}]}
        return collect([*network, *scalars(team, "teams/garten.yaml")], HEUTE)

    assert kinds(with_list("omas-um-thea@netz.example"), "omas-um-thea@netz.example") == set()
    assert kinds(with_list("thea.testmann@netz.example"), "thea.testmann@netz.example") == {"name"}


def test_markdown_is_read_as_it_shows(needles: Needles) -> None:
    assert kinds(needles, "Rapha**ela**", name="x.md") == {"name"}
    assert kinds(needles, r"thea\.testmann\@example\.org", name="x.md") >= {"email"}
    assert kinds(needles, r"1\. Karl\-Heine\-Kanal", name="x.md") == set()
    assert kinds(needles, "".join(rf"a\_{number}\_" for number in range(999)), name="x.md") == set()


def test_the_name_of_a_file_is_read_as_well(needles: Needles) -> None:
    assert kinds(needles, "", name="teams/freunde-von-raphaela/index.html") == {"name"}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.png", b"\x89PNG", "binary"), ("x.html", b"a\0b", "binary"), ("x.html", "ä".encode("latin-1"), "encoding"),
        ("x.html", b"a" * (16 * 1024 * 1024 + 1), "size"), ("x", b"", "binary"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_not_passed(name: str, data: bytes, reason: str, needles: Needles) -> None:
    with pytest.raises(CannotScan) as caught:
        scan_file(needles, name, data, None)
    assert caught.value.reason == reason


def test_a_hit_never_shows_what_it_found(needles: Needles) -> None:
    for hit in scan_file(needles, "x.html", b"Raphaela 0341 1234567 a@b.example", "garten"):
        assert "raphaela" not in repr(hit).lower()
        assert "1234567" not in repr(hit)
        assert "b.example" not in repr(hit)


@pytest.mark.parametrize(
    "consent",
    [
        {"antwort": "nein", "am": "2026-01-01"}, {"antwort": "ja"}, {"antwort": "ja", "am": "2026-11-23"}, {"antwort": "Ja", "am": "2026-01-01"},
        {"antwort": "ja", "am": "irgendwann"}, {"antwort": "ja", "am": "31.02.2026"}, {"antwort": "ja", "am": "2026-01-01", "bis": "2026-11-21"},
        {"antwort": "ja", "am": "2026-01-01", "bis": "?"}, {"antwort": "ja", "am": "2026-01-01", "widerrufen": "?"},
    ],
)  # fmt: skip
def test_consent_is_read_strictly_a_second_time(consent: dict[str, str]) -> None:
    person = {"name": "Thea Testmann", "einwilligung": {"name": consent}}
    found = collect(scalars({"leitung": [person]}, "teams/garten.yaml"), HEUTE)
    assert kinds(found, "Thea Testmann") == {"name"}


def test_a_no_elsewhere_counts_here() -> None:
    yes = {"name": "Thea Testmann", "einwilligung": {"name": {"antwort": "ja", "am": "01.01.2026"}}}
    no = {"name": "Thea  testmann", "minderjaehrig": "ja"}
    alone = collect(scalars({"leitung": [yes]}, "teams/garten.yaml"), HEUTE)
    both = collect(
        scalars({"leitung": [yes]}, "teams/garten.yaml") + scalars({"mitglieder": [no]}, "teams/chor.yml"), HEUTE
    )
    assert kinds(alone, "Thea Testmann") == set()
    assert kinds(both, "Thea Testmann") == {"name"}


def test_people_in_files_that_no_model_would_accept() -> None:
    odd = {
        "leitung": "Thea Testmann, 0341 1234567",
        "mitglieder": {"name": "Udo Übermut", "e-mail": "udo@example.org"},
        "x": {"y": "0351 7654321"},
    }
    found = collect(scalars(odd, "teams/garten.yaml"), HEUTE)
    assert kinds(found, "ubermut") == {"name"}
    assert kinds(found, "udo@example.org") == {"email"}
    assert kinds(found, "351-76 54 321") == {"phone"}
    assert kinds(found, "341 1234567") == {"phone"}


@pytest.mark.parametrize(
    "name",
    [
        "Sigrun Donnerkeil <sigrun@dk.example>", "Sigrun Donnerkeil, sigrun@dk.example", "Sigrun Donnerkeil 0345 777888", "Donnerkeil, Sigrun",
        "Sigrun Donnerkeil ‹sigrun@dk.example›", "Sigrun Donnerkeil<sigrun@dk.example>", "Sigrun Donnerkeil, Tel.: 0345/777888", "Sigrun Donnerkeil2",
        "Sigrun Donnerkeil (sigrun at dk punkt example)", "Sigrun Donnerkeil / 0345 777888", "<b>Sigrun</b> Donnerkeil", "„Sigrun“ Donnerkeil",
        "Sigrun Donnerkeil (sie ist nur im Winter da und kocht)", "Sigrun Donnerkeil und Udo Übermut", "Sigrun Donnerkeil, Chor",
    ],
)  # fmt: skip
def test_whatever_else_stands_in_the_field_a_name_is_a_name(name: str) -> None:
    found = collect([Scalar("teams/garten.yaml", ("mitglieder", 0), name)], HEUTE)
    assert "name" in kinds(found, "Sigrun Donnerkeil baut auf", "chor")
    assert "name" in kinds(found, "Donnerkeil baut auf")
    assert not kinds(found, "Die Sonne scheint auf das Haus, und es ist nur noch Winter.")


@pytest.mark.parametrize(
    "text",
    [
        "x ät y.example", "x at y punkt example", "unbekannt AT fremd DOT de", "unbekannt *at* fremd.example", "unbekannt-at-fremd.example",
        "x @ y punkt example", "x@y punkt example", "x _at_ y [dot] example",
    ],
)  # fmt: skip
def test_an_address_spelt_out(text: str) -> None:
    assert kinds(Needles(), f"<p>Schreib an {text}, bitte</p>") == {"email"}
    assert kinds(Needles(), f"Schreib an {text}, bitte", name="x.md") == {"email"}


@pytest.mark.parametrize(
    "text", ["Look at me.", "Picknick at Home. Und dann", "um Punkt acht @ Bahnhof", "Stay-at-home"]
)
def test_no_address(text: str) -> None:
    assert kinds(Needles(), f"<p>{text}</p>") == set()


def test_an_address_near_a_divided_word_is_one(needles: Needles) -> None:
    for width in range(70):
        for text in (
            f"Nach-\nbarn {'x ' * width}thea.testmann@example.org",
            f"thea.testmann@example.org{' x' * width} Nach-\nbarn",
        ):
            assert kinds(needles, text, name="x.txt") == {"email"}, text


@pytest.mark.parametrize(
    ("first", "second"),
    [("Am0172", "9925904xy"), (r"\u0061 0172", r"9925904 \u0061"), ("K. L. M 0172", "9925904 K. L. M")],
)
def test_lines_that_are_read_in_another_way_too_stay_apart(needles: Needles, first: str, second: str) -> None:
    assert {hit.kind for hit in search(needles, f"{first}\n{second}", ".html", "garten")} == {"phone"}
    assert not search(needles, f"{first}\ngemeinsam\n{second}", ".html", "garten")


@pytest.fixture(scope="module")
def hidden() -> Needles:
    """People whose names and addresses somebody writes in a roundabout way."""
    data: dict[str, Any] = {
        "teams/garten.yaml": {
            "name": "Garten am Kanal",
            "leitung": [
                {"name": "Quirin Querflöte", "email": "geheim.person@fremd.example"},
                {"name": "Anna-Lena von der Weide-Öztürk", "email": "garten-am-kanal@fremd.example"},
                {"name": "Ole Zacharias", "email": "info@fremd.example"},
                {"name": "Pia Plötz", "email": "zaunkoenigin@fremd.example"},
                {"name": "Uwe Sommer", "email": "kueche@fremd.example"},
                {"name": "Ina Karl Heine", "email": "ole@fremd.example"},
            ],
        },
        "teams/chor.yaml": {"mitglieder": ["Ottilie Quast"]},
    }
    return collect([one for file, texts in data.items() for one in scalars(texts, file)], HEUTE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Schreib an geheim.person", "email"), ("@geheim_person", "email"), ("t.example/zaunkoenigin", "email"), ("@Zaunkoenigin", "email"),
        ("Grillen bei Querflötens", "name"), ("Zachariasens Werkstatt", "name"), ("#QuerflöteFest", "name"), ("QuerflöteFest2026", "name"),
        ("#FestQuerflöte2026", "name"), ("Quer-\nflöte baut", "name"), ("Quer- flöte baut", "name"), ("mit Quirin Quer-\n  flöte", "name"), ("&lt;b&gt;Quer&lt;/b&gt;flöte", "name"),
        ("&amp;lt;b&amp;gt;Quer&amp;lt;/b&amp;gt;flöte", "name"), ("Annalena baut", "name"), ("Annalena Öztürk", "name"),
        ("Frau von der Weide", "name"), ("Schafe von der Weide", "name"), ("Annalena von der Weide", "name"),
    ],
)  # fmt: skip
def test_roundabout_spellings(text: str, kind: str, hidden: Needles) -> None:
    assert kind in kinds(hidden, f"<p>{text}</p>")
    assert kind in kinds(hidden, text.replace("&lt;", "<").replace("&gt;", ">"), name="x.txt")


@pytest.mark.parametrize(
    "text", ["Die Kühe kommen von der Weide", "Wir holen sie von der Weide.", "am Klavier: unsere Gäste"]
)
def test_words_that_only_look_like_somebody(text: str, hidden: Needles) -> None:
    assert not kinds(hidden, text)


@pytest.mark.parametrize(
    "text",
    ["Frau Quast kocht", "Herrn Quasts Suppe", "Familie Sommer", "Frau Dr. Quast", "Herr von der Weide", "Herr Öztürk", "bei Familie Querflöte"],
)  # fmt: skip
def test_a_surname_behind_a_title_counts_on_every_page(text: str, hidden: Needles) -> None:
    assert kinds(hidden, text, "ut") == {"name"}
    assert kinds(hidden, text, None) == {"name"}


@pytest.mark.parametrize(
    "text",
    [
        "info, kontakt und post", "Garten am Kanal", "kueche, Küche", "Die Zaunkönigin singt", "ole", "Quast singt", "Sommer im Garten",
        "#KarlHeineStraße", "Vor- und Nachteile", "sha256-0a1b2c3d4e5f6a7b", "Herr Quirin", "Schafe auf der Weide",
    ],
)  # fmt: skip
def test_no_roundabout_false_alarm(text: str, hidden: Needles) -> None:
    assert kinds(hidden, f"<p>{text}</p>", "ut") == set()


@pytest.mark.parametrize(
    "text", ["1-" * 100_000, "0 " * 100_000, "+49" * 66_000, "a@" * 60_000, "x at " * 40_000, "aB1" * 60_000]
)
def test_no_text_holds_up_the_scan(text: str, needles: Needles) -> None:
    with comes_to_an_end():
        assert kinds(needles, f"<p>{text}</p>") == set()
        assert "phone" in kinds(needles, f"<p>{text} x 0341 1234567</p>")


def test_a_comment_that_explains_the_field_names_nobody() -> None:
    scalars = [
        Scalar("teams/hof.yaml", ("mitglieder", 0, "name"), "Udo Übermut"),
        Scalar("teams/hof.yaml", ("#", 3), "- name: Name der Organisation."),
        Scalar("teams/hof.yaml", ("#", 4), "- name: Gundula Zapfenstreich"),
    ]
    needles = collect(scalars, date(2026, 11, 22))
    assert not scan_text(needles, '<meta name="color-scheme">', "", "hof")
    assert scan_text(needles, "Das bringt Gundula Zapfenstreich mit.", "", "hof")


def test_bold_letters_in_a_text_of_the_sources_hide_nobody(needles: Needles) -> None:
    assert {hit.kind for hit in scan_text(needles, "**O.** Quast bringt Kuchen", "", "garten")} == {"name"}
