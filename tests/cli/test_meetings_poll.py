"""wiq meetings add --from-poll: the winner of a poll becomes a date; nobody who voted is shown or kept."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.run import Result, wiq
from tests.support.terminal import at_terminal
from tests.support.texts import HEUTE, TEAM, network, with_keys
from wiq_cli.domain.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
GARTEN = with_keys(TEAM, "treffen:\n  ort: Hof\n  rhythmus: [jeden Montag 18:00]\n")
NAMES = ("Udo", "Geheim", "Vera", "Kuchen", "Zoe")
NUUDEL = (
    "\ufeff,2026-12-05,2026-12-05,2026-12-06,2026-11-01,\r\n"
    ",18:00,20h,9:30,18:00,\r\n"
    '"Udo Geheim","Ja","Nein","Ja","Ja",\r\n'
    '"Vera, die ""Gute""","Ja","Wenn notwendig","Unter Vorbehalt","Ja",\r\n'
    '"Zoe\nzweite Zeile","Nein","Ja","Unter Vorbehalt","Ja",\r\n'
)
TIE = ";05.12.2026;;06.12.2026\n;18:00 - 20:00;20 Uhr;18 bis 19:30 Uhr\nUdo;Ja;Ja;Nein\nVera;Ja;Ja;\n"


@pytest.fixture
def netz(tmp_path: Path) -> Path:
    return network(tmp_path / "netz", {"garten": GARTEN})


def poll(capsys: Capture, netz: Path, data: str | bytes, *words: str) -> Result:
    file = netz.parent / "umfrage.csv"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    result = wiq(capsys, netz, "meetings", "add", "garten", "--from-poll", str(file), *words)
    text = (netz / "teams" / "garten.yaml").read_text(encoding="utf-8")
    assert not any(
        name in result.out + result.err + text.replace("Udo Übermut", "").replace("Vera Vorlage", "") for name in NAMES
    )
    return result


def dates(netz: Path) -> str:
    text = (netz / "teams" / "garten.yaml").read_text(encoding="utf-8")
    return text.partition("  termine:\n")[2].partition("offene_fragen")[0]


def test_the_winner_is_written(netz: Path, capsys: Capture) -> None:
    result = poll(capsys, netz, NUUDEL)
    assert (result.code, result.out) == (ExitCode.FINE, "")
    assert dates(netz) == "    - 05.12.2026 18:00\n"
    assert result.err == (
        "3 Antworten. Am besten passt:\n"
        "  Sa 05.12.2026 18:00: 2 ja\n"
        "  So 06.12.2026 09:30: 1 ja, 2 unter Vorbehalt\n"
        "  Sa 05.12.2026 20:00: 1 ja, 1 unter Vorbehalt\n"
        "Ein Termin der Umfrage ist vorbei.\n"
        "Die nächsten Treffen: Mo 23.11.2026 18:00, Mo 30.11.2026 18:00 und Sa 05.12.2026 18:00.\n"
    )


def test_a_dry_run_shows_it(netz: Path, capsys: Capture) -> None:
    result = poll(capsys, netz, NUUDEL, "--dry-run")
    assert "+    - 05.12.2026 18:00\n" in result.out
    assert dates(netz) == ""


def test_from_standard_input(netz: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NUUDEL.encode()), encoding="utf-8"))
    assert wiq(capsys, netz, "meetings", "add", "garten", "--from-poll", "-").code == ExitCode.FINE
    assert dates(netz) == "    - 05.12.2026 18:00\n"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (TIE.replace("Vera;Ja;Ja;", "Vera;Ja;Nein;"), "05.12.2026 18:00–20:00"),
        (TIE.replace(";", "\t").replace("Vera\tJa", "Vera\tNein"), "05.12.2026 20:00"),
        (TIE.replace("Vera;Ja;Ja", "Vera;;Wenn nötig").encode("cp1252"), "05.12.2026 20:00"),
        (TIE.replace("Vera;Ja", "Vera;Nein").encode("utf-16"), "05.12.2026 20:00"),
        (TIE.replace("Vera;Ja", "Vera;Nein") + "\nKommentare\nUdo;Ja, ich bringe Kuchen;;\n", "05.12.2026 20:00"),
        (TIE.replace("Vera;Ja", "Vera;Nein") + "Summe;1;2;0\n", "05.12.2026 20:00"),
        ("Neue Runde\n" + TIE.replace("Vera;Ja", "Vera;Nein"), "05.12.2026 20:00"),
        (',2026-12-05,2026-12-06,\r\n,"","",\r\n"Udo","Nein","Ja",\r\n', "06.12.2026"),
        (',Samstag den 5. Dezember 2026,"So., 06.12.2026"\nUdo,Ja,Nein\n', "05.12.2026"),
        ("Name,05.12.2026 18:00,05.12.2026 19:00 - 20:30\nUdo,No,Yes\n", "05.12.2026 19:00–20:30"),
        (',05.12.2026,06.12.2026\n"Udo",unkown,"under reserve"\n', "06.12.2026"),
    ],
)
def test_what_is_read(netz: Path, capsys: Capture, data: str | bytes, line: str) -> None:
    assert poll(capsys, netz, data).code == ExitCode.FINE
    assert dates(netz) == f"    - {line}\n"


def test_a_tie_is_no_choice_of_the_program(netz: Path, capsys: Capture) -> None:
    result = poll(capsys, netz, TIE)
    assert result.code == ExitCode.WRONG_CALL
    assert '2 Termine sind gleichauf. Nenn einen, zum Beispiel: --pick "05.12.2026 18:00–20:00"' in result.err
    assert dates(netz) == ""
    assert poll(capsys, netz, TIE, "--pick", "05.12.2026 18:00–20:00").code == ExitCode.FINE
    assert dates(netz) == "    - 05.12.2026 18:00–20:00\n"


def test_several_may_be_picked(netz: Path, capsys: Capture) -> None:
    words = ("--pick", "05.12.2026 20:00", "--pick", "06.12.2026", "--place", "Lindenau")
    assert poll(capsys, netz, TIE, *words).code == ExitCode.FINE
    assert dates(netz) == "    - 05.12.2026 20:00 (Lindenau)\n    - 06.12.2026 18:00–19:30 (Lindenau)\n"


def test_any_place_can_be_given(netz: Path, capsys: Capture) -> None:
    assert poll(capsys, netz, NUUDEL, "--place", "Hof (hinten); links").code == ExitCode.FINE
    assert "      ort: Hof (hinten); links\n" in dates(netz)
    assert wiq(capsys, netz, "check").code == ExitCode.FINE


def test_at_a_terminal_a_tie_is_a_question(netz: Path) -> None:
    file = netz.parent / "umfrage.csv"
    file.write_text(TIE, encoding="utf-8")
    call = ("meetings", "add", "garten", "--from-poll", str(file))
    code, said = at_terminal(netz, HEUTE, *call, typed=("",))
    assert (code, dates(netz)) == (ExitCode.FINE, "")
    assert "Es wurde nichts geändert." in said
    code, said = at_terminal(netz, HEUTE, *call, typed=("3", "2, 1"))
    assert code == ExitCode.FINE
    assert "  2. Sa 05.12.2026 20:00\n" in said
    assert "Nummern von 1 bis 2" in said
    assert dates(netz) == "    - 05.12.2026 18:00–20:00\n    - 05.12.2026 20:00\n"


def test_an_hour_in_words_is_asked_for(netz: Path, capsys: Capture) -> None:
    data = ',2026-12-05,2026-12-06,\r\n,"abends, bei Vera",18:00,\r\nUdo,Ja,Nein,\r\n'
    result = poll(capsys, netz, data)
    assert result.code == ExitCode.WRONG_CALL
    assert '--pick "05.12.2026 18:00"' in result.err
    assert poll(capsys, netz, data, "--pick", "05.12.2026 19:00").code == ExitCode.FINE
    assert dates(netz) == "    - 05.12.2026 19:00\n"


@pytest.mark.parametrize(
    ("data", "code", "part"),
    [
        ("", ExitCode.WRONG_CALL, "keine Tage"),
        ("Frage,Udo,Vera\nUdo,Ja,Nein\n", ExitCode.WRONG_CALL, "keine Tage"),
        (",5.12.,Sa 6. Dezember\nUdo,Ja,Nein\n", ExitCode.WRONG_CALL, "fehlt das Jahr"),
        (",2026-13-05,2026-02-30\nUdo,Ja,Nein\n", ExitCode.WRONG_CALL, "keine Tage"),
        (",2026-12-05\n,18:00\n", ExitCode.NOTHING, "niemand geantwortet"),
        (",2026-12-05\n,18:00\nUdo,Nein\n", ExitCode.NOTHING, "Zu keinem dieser Tage"),
        (",2025-12-05\n,18:00\nUdo,Ja\n", ExitCode.NOTHING, "sind vorbei"),
        (b"\xff\xfe\x00", ExitCode.WRONG_CALL, "keine Tage"),
        (b"\x00\x01\x02" * 99, ExitCode.WRONG_CALL, "keine Tage"),
        ('"' + "Udo" * 60000 + '",2026-12-05\n', ExitCode.WRONG_CALL, "kann ich nicht lesen"),
        (b"x" * 1024 * 1025, ExitCode.NOTHING, "größer als 1024 KiB"),
    ],
)
def test_what_is_no_poll_is_refused_in_one_sentence(
    netz: Path, capsys: Capture, data: str | bytes, code: ExitCode, part: str
) -> None:
    result = poll(capsys, netz, data)
    assert (result.code, result.out) == (code, "")
    assert part in result.err
    assert dates(netz) == ""


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--pick", "07.12.2026"), "gibt es in der Umfrage nicht"),
        (("--pick", "05.12.2026"), "18:00 oder 20:00"),
        (("--pick", "irgendwann"), "Tag"),
        (("07.12.2026",), "entweder"),
    ],
)
def test_wrong_calls(netz: Path, capsys: Capture, words: tuple[str, ...], part: str) -> None:
    result = poll(capsys, netz, NUUDEL, *words)
    assert result.code == ExitCode.WRONG_CALL
    assert part in result.err
    assert dates(netz) == ""


def test_no_file(netz: Path, capsys: Capture) -> None:
    result = wiq(capsys, netz, "meetings", "add", "garten", "--from-poll", str(netz / "fehlt.csv"))
    assert result.code == ExitCode.NOTHING
    assert (
        result.err
        == "--from-poll: Die Datei lässt sich nicht lesen: den Pfad gibt es nicht. Prüf den Namen der Datei.\n"
    )
    assert wiq(capsys, netz, "meetings", "add", "garten").code == ExitCode.WRONG_CALL
    assert wiq(capsys, netz, "meetings", "add", "garten", "05.12.2026", "--pick", "x").code == ExitCode.WRONG_CALL
