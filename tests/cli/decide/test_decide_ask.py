"""Asking before deciding: whose OK it takes, the way into a team, what waits, what comes next."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq

if TYPE_CHECKING:
    from tests.support.run import Call

EXAMPLE = Path(__file__).parents[3] / "examples" / "wir-im-quartier"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "netz"))


@pytest.fixture
def decide(root: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return lambda *words, **more: wiq(capsys, root, "decide", *words, **more)


# -- who --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["ausgabe", "--eur", "300"], "Das KT entscheidet. Die Trägerin muss vorher zustimmen (Einvernehmen).\n"),
        (["ausgabe", "--eur", "150"], "Das KT entscheidet. Das PT erfährt es danach (Informieren).\n"),
        (["Vertrag"], "Die Trägerin entscheidet. Das PT wird vorher gefragt (Anhören).\n"),
        (
            ["Öffentlichkeit im Namen von WiQ"],
            "Das UT entscheidet. Das KT wird vorher gefragt; wer davon abweicht, begründet es (Benehmen).\n",
        ),
        (["lt_unterstuetzung"], "Das ST entscheidet. Das LT und das UT erfahren es danach (Informieren).\n"),
        (["sachbeschluss"], "Jedes Team entscheidet darüber in seiner Aufgabe.\n"),
    ],
)
def test_whose_ok_is_needed(decide: Call, words: list[str], says: str) -> None:
    assert decide("who", *words).out == says


def test_without_an_amount_each_line_names_its_own(decide: Call) -> None:
    lines = decide("who", "ausgabe").out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Bis 150 Euro", "Über 150 Euro"]
    assert "ausgabe, über 150 Euro: " in decide("who").out


def test_a_topic_that_nobody_wrote_down(decide: Call, root: Path) -> None:
    result = decide("who", "ausgaben")
    assert result.code == 2
    assert "Meintest du „ausgabe“?" in result.err
    path = root / "regeln.yaml"
    path.write_text(path.read_text("utf-8").replace("ueber_eur: 150", "ueber_eur: 500"), "utf-8")
    assert "Für diesen Betrag steht nichts" in decide("who", "ausgabe", "--eur", "300").err
    assert decide("who", "ausgabe", "--eur", "viel").code == 2


def test_who_for_programs(decide: Call) -> None:
    document = decide("who", "ausgabe", "--eur", "300", "--format", "json").json
    assert document["schema"] == "wiq.who/1"
    assert document["rows"][0]["asked"] == [{"grade": "einvernehmen", "who": ["Traegerin"]}]


# -- join -------------------------------------------------------------------------------------------------------------
def steps(decide: Call, *words: str) -> list[tuple[str, bool]]:
    return [(one["what"], one["done"]) for one in decide("join", *words, "--format", "json").json["steps"]]


def test_everything_is_there(decide: Call) -> None:
    assert all(done for _, done in steps(decide, "p11", "ut"))
    assert "Es ist alles da." in decide("join", "Raphaela", "ut").err


def test_a_joint_appointment_takes_two_decisions(decide: Call) -> None:
    names = ["Beschluss von: Projektteam (PT)", "Beschluss von: Steuerungsteam (ST)", "Eintrag in teams/ut.yaml"]
    assert steps(decide, "p900", "ut") == [(name, False) for name in names]
    first = decide("join", "p900", "ut").out.splitlines()[0].split("\t")
    assert first[0] == "nein"
    assert first[4].startswith("wiq decide new --team pt --kind ernennung --person p900 --into ut ")


def test_the_named_command_works_and_the_next_step_follows(decide: Call) -> None:
    decide("new", "--team", "pt", "--kind", "ernennung", "--person", "p900", "--into", "ut",
           "--title", "Ernennung, Sitz 9", "--wording", "Die Person wird Mitglied.")  # fmt: skip
    step = decide("join", "p900", "ut", "--format", "json").json["steps"][0]
    assert (step["done"], step["note"]) == (False, "noch offen")
    decide("vote", step["decision"], "--zustimmung", "4")
    decide("close", step["decision"])
    assert steps(decide, "p900", "ut")[0][1]


def test_benches_have_their_own_ways(decide: Call) -> None:
    assert steps(decide, "p11", "st", "--bank", "ut")[0] == ("Mitglied im Unterstützungsteam (UT)", True)
    assert steps(decide, "p900", "st", "--bank", "zivilgesellschaft")[1] == ("Wahl, mit Nachweis", False)
    politik = steps(decide, "p900", "st", "--bank", "politik")
    assert politik[0] == ("Freier Sitz auf der Bank Politik", False), "both are taken"
    assert politik[1][0] == "Entsendung durch: Stadtbezirksbeirat, mit Nachweis"
    assert "Besetzt: 2 von 2." in decide("join", "p900", "st", "--bank", "politik").out
    assert "Es gibt: politik, verwaltung" in decide("join", "p900", "st").err
    assert "Meintest du „politik“?" in decide("join", "p900", "st", "--bank", "politk").err


def test_the_pt_wants_a_declaration_and_an_lt_asks_nobody(decide: Call) -> None:
    assert steps(decide, "p900", "pt")[0] == ("Absichtserklärung der Person", False)
    assert steps(decide, "p900", "baumscheiben-leutzsch") == [("Eintrag in teams/baumscheiben-leutzsch.yaml", False)]


def test_a_newcomer_gets_a_free_kennung(decide: Call) -> None:
    result = decide("join", "Xaver Xylophon", "ut")
    assert result.code == 2
    assert "nimm die nächste freie Kennung: p" in result.err
    assert "Xaver" not in result.err


# -- due, agenda ------------------------------------------------------------------------------------------------------
def test_a_wish_that_nobody_heard_is_due_and_on_the_agenda(decide: Call, root: Path) -> None:
    path = root / "teams" / "leipzig-isst-zusammen.yaml"
    path.write_text(path.read_text("utf-8").replace("support:\n", "support:\n  - was: Zelt\n", 1), "utf-8")
    assert "\twunsch\tleipzig-isst-zusammen\tLeipzig is(s)t zusammen wünscht sich: Zelt" in decide("due").out
    assert decide("due", "--strict").code == 1
    assert "wünscht sich" not in decide().out
    assert "wiq decide due" in decide().err
    assert "Leipzig is(s)t zusammen: Zelt – noch nie beraten" in decide("agenda", "st").out
    assert "Zelt" not in decide("agenda", "pt").out


def test_an_empty_seat_is_due(decide: Call, root: Path) -> None:
    path = root / "teams" / "st.yaml"
    path.write_text(
        path.read_text("utf-8").replace("seit: 2026-01-15\n", "seit: 2026-01-15\n    bis: 2026-10-31\n", 1), "utf-8"
    )
    assert "2026-11-01\tsitz_frei\tst\tEin Sitz ist frei: Bank Politik" in decide("due").out
    seats = decide("report", "--from", "2026-10-01", "--to", "2026-11-22", "--format", "json").json["seats"]
    assert seats == [{"team": "st", "bench": "Politik", "free": 1}]


def test_support_that_ends_is_due_until_somebody_moves_more(decide: Call) -> None:
    day = {"today": "2027-05-20"}
    ends = "leistung_endet\tst-20260806-leipzig-isst-zusammen"
    assert ends in decide("due", **day).out
    decide("new", "--team", "st", "--kind", "lt_unterstuetzung", "--lt", "leipzig-isst-zusammen", "--title", "Weiter",
           "--grant", "Ideenmobil", "--until", "2028-06-30", **day)  # fmt: skip
    assert ends not in decide("due", **day).out


def test_the_agenda_for_programs_and_for_no_meeting(decide: Call) -> None:
    document = decide("agenda", "st", "--format", "json").json
    assert (document["schema"], document["date"], document["place"]) == (
        "wiq.agenda/1",
        "2026-12-03",
        "Rathaus Leutzsch",
    )
    none = decide("agenda", "st", "--date", "2026-12-04")
    assert "Freitag, 04.12.2026\n" in none.out
    assert "wiq meetings add" in none.err
    assert "Meintest du „st“?" in decide("agenda", "stt").err


# -- report, show -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--quarter", "2026-Q5"], "Schreib das Quartal so: 2026-Q3."),
        (["--quarter", "2026-Q3", "--from", "2026-01-01"], "entweder --quarter"),
        (["--from", "2026-12-01", "--to", "2026-01-01"], "Tausch die beiden Tage."),
    ],
)
def test_what_report_refuses(decide: Call, words: list[str], says: str) -> None:
    result = decide("report", *words)
    assert result.code == 2
    assert says in result.err


def test_the_report_is_a_table_in_markdown(decide: Call) -> None:
    text = decide("report", "--quarter", "2026-Q1", "--format", "md").out
    assert text.startswith("# Entscheidungen vom 01.01.2026 bis 31.03.2026\n\n| Was | Zahl |\n|---|---|\n")
    assert "| Tage, bis alle im Netzwerk es lesen konnten | unbekannt |" in text


def test_the_same_votes_under_every_procedure(decide: Call) -> None:
    text = decide("show", "baumscheiben-leutzsch", "--compare").out
    assert "→  einfache Mehrheit" in text
    assert "Einstimmigkeit" in text
    compared = decide("show", "baumscheiben-leutzsch", "--compare", "--format", "json").json["decision"]["attempts"][0][
        "compared"
    ]
    outcomes = {one["procedure"]: one["outcome"] for one in compared}
    assert outcomes["konsens"] == "nicht_erreicht"
    assert outcomes["einfache_mehrheit"] == "angenommen"


def test_an_ok_is_noted_and_tasks_are_ticked_off(decide: Call, root: Path) -> None:
    name = decide("new", "--team", "kt", "--title", "Drucker", "--wording", "Wir kaufen einen Drucker.",
                  "--topic", "ausgabe", "--eur", "300").out.strip()  # fmt: skip
    assert decide("ok", name, "Traegerin", "einvernehmen").code == 2
    assert decide("ok", name, "Trägerin", "einvernehmen", "--yes").code == 2
    assert decide("ok", name, "Traegerin", "einvernehmen", "--yes").code == 0
    text = next((root / "beschluesse").rglob(f"{name}.yaml")).read_text("utf-8")
    assert "beteiligung:\n  - wer: Traegerin\n    grad: einvernehmen\n" in text
    assert decide("done", name).code == 2
    decide("task", name, "Angebote holen", "--person", "p21")
    decide("task", name, "Kaufen", "--team", "kt", "--until", "2026-12-24")
    assert "1 Angebote holen; 2 Kaufen" in decide("done", name).err
    assert decide("done", name, "2", "--dry-run").out.count("+    erledigt: ja") == 1
    assert decide("done", name, "2").code == 0
    assert "schon erledigt" in decide("done", name, "2").err
    assert decide("done", name, "9").code == 2


def test_wishes_are_answered_with_reason_and_next_step(decide: Call, root: Path) -> None:
    path = root / "teams" / "leipzig-isst-zusammen.yaml"
    path.write_text(
        path.read_text("utf-8").replace("support:\n", "support:\n  - was: Zelt\n  - was: Bühne\n", 1), "utf-8"
    )
    call = ["new", "--team", "st", "--kind", "lt_unterstuetzung", "--lt", "leipzig-isst-zusammen", "--title", "Zelt",
            "--grant", "Zelt"]  # fmt: skip
    twice = decide(*call, "--refuse", "Zelt | Zu teuer. | Fragt den Verein.")
    assert "„Zelt“ steht hier zweimal" in twice.err
    name = decide(*call, "--defer", "Bühne | Der Haushalt fehlt. | Im Dezember.").out.strip()
    text = next((root / "beschluesse").rglob(f"{name}.yaml")).read_text("utf-8")
    assert (
        "bewilligt:\n    - Zelt\n  offen:\n    - was: Bühne\n      grund: Der Haushalt fehlt.\n      weiter: Im Dezember.\n"
        in text
    )
    assert "Ideenmobil" not in text


def test_a_choice_between_proposals(decide: Call, root: Path) -> None:
    regeln = (root / "regeln.yaml").read_text("utf-8")
    choice = next(name for name in ("relative_mehrheit", "systemisches_konsensieren") if f"  {name}:" in regeln)
    name = decide("new", "--team", "baumscheiben-leutzsch", "--title", "Ort", "--wording", "Wo pflanzen wir?",
                  "--procedure", choice).out.strip()  # fmt: skip
    assert "Nenn jeden mit seiner Zahl" in decide("vote", name, "--option", "Park=2").err
    assert "Park=4" in decide("vote", name, "--option", "Park").err
    assert decide("vote", name, "--option", "Park=2", "--option", "Platz=0").code == 0
    assert "optionen:\n      - name: Park\n" in next((root / "beschluesse").rglob(f"{name}.yaml")).read_text("utf-8")
    assert "angenommen" in decide("close", name).out
