"""``wiq person forget``: out of every file, decisions stay true, others' words stay, and git is told about."""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING

from tests.support.people import GARTEN, HOF, PRIVATE, committed, git, people_network, text
from tests.support.run import wiq

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.support.run import Result

    Capture = pytest.CaptureFixture[str]

OF_THEA = ("Testmann", "thea@", "5550123", "Imkerei", "Kaffee", "nur abends", "Ordner 3, Blatt")


def forget(capsys: Capture, root: Path, who: str, *words: str) -> Result:
    return wiq(capsys, root, "person", "forget", who, *words)


def test_the_kennung_stays_and_nothing_else(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    done = forget(capsys, root, "Thea Testmann", "--yes")
    assert done.code == 0
    assert "  - kennung: p901\n    seit: 2026-01-01\n    bis: 2026-11-22\nmitglieder:" in text(root)
    assert "  - kennung: p901\n    bis: 2026-11-22\n  - Kurt Kurzform\n" in text(root, "hof")
    for word in OF_THEA:
        assert word not in text(root) + text(root, "hof")
    assert "# Die Leitung wechselt jedes Jahr." in text(root)
    assert "bitte ansehen\tteams/garten.yaml:" in done.out, "the comment above may be about the person"
    before, after = GARTEN.split("mitglieder:"), text(root).split("mitglieder:")
    assert before[1] == after[1]
    assert wiq(capsys, root, "check").code == 0


def test_what_a_killed_run_left_goes_at_once(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    left = root / "teams" / ".wiq-abcd1234"
    left.write_text(text(root), "utf-8")
    a_minute_ago = time.time() - 60
    os.utime(left, (a_minute_ago, a_minute_ago))
    done = forget(capsys, root, "Thea Testmann", "--yes")
    assert (done.code, left.exists(), left.name in done.out) == (0, False, False)


def test_who_may_stand_in_a_file_that_cannot_be_read_is_not_unknown(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / "teams/garten.yaml").write_text(text(root) + "foo: [\n", "utf-8")
    for words in (("show", "p902"), ("forget", "p902", "--yes"), ("leave", "p902")):
        done = wiq(capsys, root, "person", *words)
        assert done.code == 3, words
        assert "teams/garten.yaml kann ich nicht lesen. Die Person kann auch darin stehen." in done.err
        assert "Meintest du" not in done.err


def test_a_team_without_a_lead_is_named(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    assert "Das Team garten hat jetzt keine Leitung mehr" in forget(capsys, root, "p901", "--yes").err
    assert "keine Leitung" not in forget(capsys, root, "p902", "--yes").err


def test_comments_in_a_shared_line_belong_to_others(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    assert forget(capsys, root, "p904", "--yes").code == 0
    assert "  # Er ist noch in der Schule.\n  - kennung: p904\n    seit: 2026-01-01\n    bis: 2026-11-22\n" in text(
        root
    )
    assert "# bringt Werkzeug mit" in text(root)


def test_without_a_kennung_the_entry_goes(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    done = forget(capsys, root, "xenia@example.org", "--yes")
    assert done.code == 0
    assert text(root) == GARTEN.replace("  - {name: Xenia Xylofon, email: xenia@example.org, seit: 2026-01-01}\n", "")


def test_somebody_in_a_line_with_others(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    line = "mitglieder: [{kennung: p7, name: Ada Apfel}, {kennung: p8, name: Bodo Birne}] # zwei Neue\n"
    (root / "teams" / "hof.yaml").write_text(f"schema: 1\nname: Hof\n{line}", encoding="utf-8")
    assert forget(capsys, root, "p7", "--yes").code == 0
    assert text(root, "hof").endswith(
        "mitglieder: [{kennung: p7, bis: 2026-11-22}, {kennung: p8, name: Bodo Birne}] # zwei Neue\n"
    )


def test_what_names_the_person_elsewhere(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    path = root / "teams" / "garten.yaml"
    path.write_text(
        GARTEN.replace("durch: p901", "durch: Thea Testmann")
        + "notizen:\n  - Thea bringt Tassen mit\n# Thea Testmann anrufen\nfrueher: [beet] # wie Thea wollte\n",
        encoding="utf-8",
    )
    (root / "notiz.txt").write_text("Anruf bei\nThea Testmann\n", encoding="utf-8")
    done = forget(capsys, root, "p901", "--yes")
    assert done.code == 1
    assert "steht noch da\tteams/garten.yaml:" in done.out
    assert "\tnotizen[0]\n" in done.out
    assert "steht noch da\tnotiz.txt:2\tText\n" in done.out
    assert "durch: p901" in text(root)
    assert "# " not in text(root).partition("notizen:")[2]
    assert "frueher: [beet]\n" in text(root)


def test_a_decision_that_names_the_person_is_named_and_not_touched(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    path = root / "beschluesse" / "garten" / "2026" / "garten-20261101-beet.yaml"
    path.parent.mkdir(parents=True)
    decision = (
        "id: garten-20261101-beet\nteam: garten\ntitel: Beet\nantrag: Thea Testmann baut ein Beet.\nanwesend: [p901]\n"
    )
    path.write_text(decision, encoding="utf-8")
    done = forget(capsys, root, "p901", "--yes")
    assert done.code == 1
    assert "steht noch da\tbeschluesse/garten/2026/garten-20261101-beet.yaml:4\tantrag\n" in done.out
    assert path.read_text(encoding="utf-8") == decision


def test_nothing_is_written_without_a_yes(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    assert forget(capsys, root, "p901").code == 2
    shown = forget(capsys, root, "p901", "--dry-run")
    assert shown.code == 0
    assert "-    …" in shown.out
    assert "Testmann" not in shown.out, "in a pipe"
    assert (text(root), text(root, "hof")) == (GARTEN, HOF)


def test_nothing_is_written_when_one_file_cannot_be_changed(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    twice = HOF + "name: Hof\n"
    (root / "teams" / "hof.yaml").write_text(twice, encoding="utf-8")
    assert forget(capsys, root, "p901", "--yes").code == 3
    assert (text(root), text(root, "hof")) == (GARTEN, twice)


def test_files_written_first_are_taken_back(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415
    from wiq_cli.files import batch, disk  # noqa: PLC0415

    root = people_network(tmp_path)
    real = disk.put_in_place

    def full(new: Path, path: Path) -> None:
        if path.name == "hof.yaml":
            raise WrongCall("Der Datenträger ist voll.")
        real(new, path)

    monkeypatch.setattr(batch, "put_in_place", full)
    assert forget(capsys, root, "p901", "--yes").code == 2
    assert (text(root), text(root, "hof")) == (GARTEN, HOF)


def test_windows_line_ends_and_a_mark_stay(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    path = root / "teams" / "garten.yaml"
    path.write_bytes(("\ufeff" + GARTEN + "# Ruf Thea Testmann an\n").replace("\n", "\r\n").encode())
    assert forget(capsys, root, "p901", "--yes").code == 0
    data = path.read_bytes()
    assert data.startswith("\ufeffschema: 1\r\n".encode())
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"Testmann" not in data


def test_git_still_holds_it(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    committed(root, "Anfang")
    (root / "teams" / "garten.yaml").write_text(GARTEN.replace("Beete anlegen", "Hochbeete"), encoding="utf-8")
    committed(root, "Anruf von Thea Testmann")
    done = forget(capsys, root, "p901", "--yes")
    assert "git\tCommits mit Angaben\t2\t" in done.out
    assert "git\tDatei\tteams/garten.yaml\ngit\tDatei\tteams/hof.yaml\n" in done.out
    assert "git\tCommit-Nachrichten mit Angaben\t1\n" in done.out
    assert "git filter-repo" in done.out
    committed(root, "Angaben entfernt")
    again = forget(capsys, root, "p901", "--yes")
    assert again.code == 0
    assert "git\tCommits mit Angaben\t2\t" in again.out, "found by what stood under the kennung before"


def test_the_plan_is_for_its_owner_alone(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path / "netz")
    committed(root)
    (tmp_path / "da").touch()
    inside = [
        str(root / "plan"),
        str(root / ".git" / "plan"),
        str(tmp_path / "gibt-es-nicht" / "plan"),
        str(tmp_path / "da"),
    ]
    for place in inside:
        assert forget(capsys, root, "p901", "--yes", "--plan", place).code == 2
    assert text(root) == GARTEN
    plan = tmp_path / "plan"
    done = forget(capsys, root, "p901", "--yes", "--plan", str(plan))
    assert done.code == 0
    assert stat.S_IMODE(plan.stat().st_mode) == 0o600
    lines = plan.read_text(encoding="utf-8").splitlines()
    for line in (
        r"regex:Thea\s+Testmann==>p901",
        r"regex:Testmann,\s+Thea==>p901",
        "literal:thea@example.org==>p901@example.org",
        r"regex:0341\s+5550123==>000",
    ):
        assert line in lines
    assert any(line.startswith("regex:rolle: ") and line.endswith("==>rolle: entfernt") for line in lines)
    assert [one for one in PRIVATE if one in done.out + done.err] == []


def test_an_earlier_name_is_found_by_the_kennung(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path / "netz")
    committed(root)
    for team, before in (("garten", GARTEN), ("hof", HOF)):
        path = root / "teams" / f"{team}.yaml"
        path.write_text(before.replace("Thea Testmann", "Thea Neumann-Testreich"), encoding="utf-8")
    committed(root)
    plan = tmp_path / "plan"
    assert forget(capsys, root, "p901", "--yes", "--plan", str(plan)).code == 0
    assert r"regex:Thea\s+Testmann==>p901" in plan.read_text(encoding="utf-8")
    assert r"regex:Thea\s+Neumann\-Testreich==>p901" in plan.read_text(encoding="utf-8")


def test_what_the_plan_does_not_reach_is_named(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    path = root / "teams" / "garten.yaml"
    path.write_text(GARTEN + "notizen: Thea bringt Tassen mit\n", encoding="utf-8")
    committed(root)
    path.write_text(GARTEN, encoding="utf-8")
    committed(root)
    assert "git\tvon Hand, der Plan reicht nicht\tteams/garten.yaml\n" in forget(capsys, root, "p901", "--yes").out


def test_a_kennung_that_tells_the_name_is_named(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / "teams" / "hof.yaml").write_text(
        "schema: 1\nname: Hof\nleitung:\n  - {kennung: kurt-kurzform, name: Kurt Kurzform}\n", encoding="utf-8"
    )
    done = forget(capsys, root, "Kurt Kurzform", "--yes")
    assert done.code == 1
    assert "steht noch da\tteams/hof.yaml:4\tkennung\n" in done.out


def test_two_people_with_one_kennung_are_told_apart(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    hof = HOF.replace("p905, name: Thea Anders", "p901, name: Bodo Birne")
    (root / "teams" / "hof.yaml").write_text(hof, encoding="utf-8")
    asked = forget(capsys, root, "p901", "--yes")
    assert asked.code == 2
    assert "teams/hof.yaml:5 (hof)" in asked.err
    assert forget(capsys, root, "teams/hof.yaml:5", "--yes").code == 0
    assert text(root) == GARTEN
    assert "Thea Testmann" in text(root, "hof")
    assert "Birne" not in text(root, "hof")


def test_merges_and_side_branches_count(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / "teams" / "hof.yaml").unlink()
    plain = GARTEN.replace("Udo Übermut", "Ulf Andermann").replace("udo@", "ulf@").replace("p902", "p999")
    (root / "teams" / "garten.yaml").write_text(plain, encoding="utf-8")
    committed(root, "eins")
    git(root, "checkout", "-qb", "neben")
    (root / "teams" / "garten.yaml").write_text(GARTEN, encoding="utf-8")
    committed(root, "zwei")
    git(root, "checkout", "-q", "main")
    (root / "neu.txt").write_text("neu\n", encoding="utf-8")
    committed(root, "drei")
    git(root, "merge", "-q", "--no-edit", "neben")
    found = wiq(capsys, root, "person", "show", "udo@example.org", "--format", "json").json["history"]
    assert found["commits"] == 2, "the commit beside and the merge"
    assert found["files"] == ["teams/garten.yaml"]


def test_without_the_program_git_nobody_knows_what_the_history_holds(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = people_network(tmp_path)
    committed(root)
    monkeypatch.setenv("PATH", str(tmp_path / "leer"))
    done = forget(capsys, root, "p901", "--yes")
    assert done.code == 1
    assert "git\tungewiss\tgit fehlt hier. Was in der Versionsgeschichte steht, weiß ich nicht.\n" in done.out
    assert "git fehlt hier." in done.err
    asked = wiq(capsys, root, "person", "show", "p902", "--format", "json")
    assert (asked.code, asked.json["history"], asked.json["complete"]) == (3, None, False)
    assert "git fehlt hier." in wiq(capsys, root, "person", "show", "p902").out


def test_a_repository_that_git_does_not_read_is_no_missing_one(tmp_path: Path, capsys: Capture) -> None:
    root = people_network(tmp_path)
    (root / ".git").mkdir()
    done = forget(capsys, root, "p901", "--yes")
    assert done.code == 1
    assert "git gibt hier keine Auskunft." in done.out
