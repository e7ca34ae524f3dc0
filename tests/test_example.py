"""The example network is complete, clean and publishable, and what comes out of it is known byte for byte."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wiq_cli.cli.main import main
from wiq_cli.files.netz import Netzordner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.person import Person
    from wiq_cli.domain.team import Team

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "wir-im-quartier"
GOLDEN = Path(__file__).parent / "golden" / "wir-im-quartier"
HERE = ("--root", str(EXAMPLE), "--today", "2026-11-22")
LISTINGS = {
    "check.json": ("check", "--format", "json"),
    "meetings.txt": ("meetings",),
    "meetings.json": ("meetings", "--format", "json"),
    "decisions.txt": ("decide", "list"),
    "decisions.json": ("decide", "list", "--format", "json"),
}
CONCEPT = """
Leipzig is(s)t zusammen
heute im Stadtteil Lindenau
LT-Leipzig-isst@wir-im-quartier.net
mangelnde Sichtbarkeit bestehender sozio-kultureller Angebote
viele Angebote laufen nebeneinander, kaum Berührungspunkte
Angebote suchen Nutzer vs Nutzer suchen Angebote
Bedarf vorhanden und bekannt vs keine Kapazitäten seitens Stadt
Ort, Zeit, Raum, Gelegenheit zur Verfügung stellen
Herausfinden: Braucht es das? Unterstützungsbedarfe?
Essen und Kommunikation (in einem Stadtteil als Pilot)
Frühstück, Stehcafé, „Ideenmobil“ (WiQ), Lastenrad (Stadt: LSB)
13.09.2024
15.09.2024
Abschlussseminar
Durchführung
Aktivierung eines Miteinanders (Pilotierung im Stadtteil Lindenau)
bekannte Akteure einbeziehen/Kontakte nutzen und zusammenbringen
Minderheiten erreichen, niedrigschwellig, mobil, integriert im Stadtteil
Vernetzung der Aktivitäten/Angebote eines Stadtteils/der ganzen Stadt
jede/-r hat jemand neues kennengelernt
Synergien ergeben
Ansprachetext formulieren: Pad Inhalte/Text für Ansprache (persönlich/per Mail) - WiQ in der Verwaltung - WECHANGE
Einladung versenden/aussprechen
Konzept regelmäßig checken ;)
Viertels-Findung: Leutzsch, Lindenau (u. a. Knochenplatz)
bestehende Netzwerke/Kontakte finden: FwAL, Social Media
Stadtbezirksbeiräte, Bürgerverein, Leipzig weiter denken, Vereinsdatenbank auf leipzig.de
Tausch dich aus, BoND Kontaktliste - Wen sprechen wir an?
Nachbarschaftsgarten e. V.
Buchkinder Leipzig e. V.
dezentrale e. V.
Hinz und Kunz
Omas for Future
D21 Kunstraum Leipzig (?)
Leipziger Tafel e. V. (?)
Optionen für Lastenräder, Rikschen (Stiftung Bürger für Leipzig), VTA, LWD, LSB
Format festlegen
Ort (personenunabhängig, Genehmigung erforderlich?)
September: 08. = T. d. offenen Denkmals; 15.09.2024
Ideenmobil
Kontakte
Social-Media-Kanäle
Wir im Quartier/ Stiftung Ecken Wecken
per Teams
finanzielle Unterstützung
""".strip().splitlines()
TERMINE = {
    "2024-03-26": None, "2024-04-19": None, "2024-04-26": "Lindenau", "2024-05-08": None, "2024-05-16": None,
    "2024-06-04": None, "2024-06-11": "Lindenau", "2024-08-06": None, "2024-08-09": "City", "2024-08-16": None,
    "2024-08-27": None, "2024-09-03": None, "2024-09-10": None, "2024-09-13": "City",
}  # fmt: skip
FOR_FICTION = re.compile(
    r"030 23125 [0-9]{3}|015228817386|017299(25904|68532|73185)|0174 ?9091317|01760406901[0-9]|01713920034"
)
"""Numbers that the Bundesnetzagentur gives to nobody, so that films and examples can use them."""


@pytest.fixture(scope="module")
def teams() -> dict[str, Team]:
    return {kuerzel: reading.model for kuerzel, reading in Netzordner(EXAMPLE).teams() if reading.model}  # type: ignore[union-attr]  # all are readable


def people(teams: dict[str, Team]) -> Iterator[tuple[str, Person]]:
    for kuerzel, team in teams.items():
        yield from ((kuerzel, person) for _, _, person in team.personen())


def called(capsys: pytest.CaptureFixture[str], *call: str) -> str:
    assert main(call) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def compare(path: Path, actual: bytes, *, bless: bool) -> None:
    if bless:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(actual)
    assert actual.decode() == path.read_bytes().decode(), f"{path.name}: read the difference, then pytest --bless"


def test_only_the_idea_has_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(called(capsys, "check", "--format", "json", *HERE))
    assert report["summary"]["errors"] == report["summary"]["warnings"] == 0
    assert {finding["file"] for finding in report["findings"]} == {"teams/baumscheiben-leutzsch.yaml"}


def flat(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from flat(one)
    elif isinstance(value, list):
        for one in value:
            yield from flat(one)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("fact", CONCEPT)
def test_the_team_carries_every_fact_of_its_concept(fact: str) -> None:
    source = Netzordner(EXAMPLE).source(EXAMPLE / "teams" / "leipzig-isst-zusammen.yaml")
    assert any(fact in text for text in flat(source.data))


def test_the_team_carries_the_dates_and_ticks_of_its_concept(teams: dict[str, Team]) -> None:
    team = teams["leipzig-isst-zusammen"]
    assert {termin.am.isoformat(): termin.ort for termin in team.treffen.termine} == TERMINE
    assert [one.erledigt for one in team.stand] == [True, True, True]
    assert all(team.weg[number].erledigt for number in (2, 3, 4))
    assert len(team.ziele.teilziele) == 3
    assert 4 <= len(team.mitglieder) <= 6


def test_all_five_kinds_of_team_are_there(teams: dict[str, Team]) -> None:
    assert {team.art for team in teams.values()} == {"LT", "ST", "UT", "KT", "PT"}
    assert {team.status for team in teams.values()} >= {"idee", "laeuft", "im-betrieb"}


def test_all_people_are_invented(teams: dict[str, Team]) -> None:
    for _, person in people(teams):
        assert person.email is None or person.email.endswith("@example.org")
        assert (
            person.telefon is None
            or FOR_FICTION.fullmatch(person.telefon)
            or FOR_FICTION.fullmatch(person.telefon.replace(" ", ""))
        )


def test_a_kennung_stands_for_one_person(teams: dict[str, Team]) -> None:
    who: dict[str, str | None] = {}
    for _, person in people(teams):
        assert person.kennung
        assert who.setdefault(person.kennung, person.name) == person.name
    assert len(set(who.values())) == len(who)


def test_every_answer_about_a_name_occurs(teams: dict[str, Team]) -> None:
    answers = set()
    for _, person in people(teams):
        consent = person.einwilligung.name if person.einwilligung else None
        answers.add("minderjaehrig" if person.minderjaehrig else consent.antwort if consent else "nicht gefragt")
    assert answers == {"ja", "nein", "nicht gefragt", "minderjaehrig"}


def test_the_rules_are_the_shipped_ones() -> None:
    """Whoever changes the shipped rules changes the example with them."""
    shipped = ROOT / "templates" / "netz" / "regeln.yaml"
    assert (EXAMPLE / "regeln.yaml").read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LISTINGS)
def test_listings_are_as_expected(name: str, capsys: pytest.CaptureFixture[str], *, bless: bool) -> None:
    compare(GOLDEN / name, called(capsys, *LISTINGS[name], *HERE).encode(), bless=bless)


def site_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def publish(out: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    """Publish a copy that is in no repository: the manifest names the commit that a site was made from."""
    network = out.with_name(f"{out.name}-netz")
    shutil.copytree(EXAMPLE, network, ignore=shutil.ignore_patterns("site"))
    called(capsys, "publish", "--root", str(network), "--today", "2026-11-22", "--out", str(out))
    return site_files(out)


def test_the_site_is_as_expected(tmp_path: Path, capsys: pytest.CaptureFixture[str], *, bless: bool) -> None:
    site = publish(tmp_path / "site", capsys)
    if bless:
        shutil.rmtree(GOLDEN / "site", ignore_errors=True)
    for name, content in site.items():
        compare(GOLDEN / "site" / name, content, bless=bless)
    assert set(site) == set(site_files(GOLDEN / "site"))


def test_ten_builds_give_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = publish(tmp_path / "0", capsys)
    assert first
    assert all(publish(tmp_path / str(number), capsys) == first for number in range(1, 10))


def test_nothing_private_is_on_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], teams: dict[str, Team]
) -> None:
    """A plain look for plain text; the scanner's own tests look for everything else."""
    text = b"\n".join(publish(tmp_path / "site", capsys).values()).decode()
    for _, person in people(teams):
        agreed = person.einwilligung and person.einwilligung.name and person.einwilligung.name.antwort == "ja"
        private = [person.email, person.telefon, person.rolle, None if agreed else person.name]
        assert not [value for value in private if value and value in text]


def test_the_leak_of_the_concept_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The concept's own "Ideenmobil (Raphaela)" names somebody of the support team."""
    network = shutil.copytree(EXAMPLE, tmp_path / "netz")
    path = network / "teams" / "leipzig-isst-zusammen.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- was: Ideenmobil", "- was: Ideenmobil (Raphaela)"), encoding="utf-8")
    line = text[: text.index("- was: Ideenmobil")].count("\n") + 1
    assert main(["publish", "--root", str(network), "--today", "2026-11-22", "--format", "json"]) == 4
    shown = capsys.readouterr()
    leak = json.loads(shown.out)["leaks"][0]
    assert (leak["file"], leak["line"]) == ("teams/leipzig-isst-zusammen.yaml", line)
    assert "Raphaela" not in shown.out + shown.err
    assert not (network / "site").exists()
