"""The schema for editors judges like the models do, in the reading of a real validator."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from tests.support.texts import TEAM, WIQ, with_keys
from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.freigaben import Freigaben
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.regeln import Regeln
from wiq_cli.domain.schema import MODELS, json_schema
from wiq_cli.domain.structure import read
from wiq_cli.domain.team import Team
from wiq_cli.files.loader import parse

if TYPE_CHECKING:
    from wiq_cli.domain.base import Modell

CLASSES: dict[str, type[Modell]] = {
    "team": Team,
    "wiq": Netzwerk,
    "regeln": Regeln,
    "beschluss": Beschluss,
    "freigaben": Freigaben,
}
EXAMPLE = Path(__file__).parents[2] / "examples" / "wir-im-quartier"
PERSON = "mitglieder: [{{kennung: p1, name: A, {}}}]\n"

GOOD = [
    "zusammenfassung: 04177\n",
    "zusammenfassung: +49341555\n",
    "zusammenfassung: true\n",
    "zusammenfassung: no\n",
    "untertitel: Null\n",
    "zusammenfassung:\nziele:\nmitglieder:\n",
    "status:\n",
    "weg: [nur Text, {schritt: mehr, erledigt: ja}]\n",
    "weg: [2026, {schritt: 12, erledigt: Ja}]\n",
    "weg:\n  - schritt: x\n    bis:\n    erledigt:\n    notizen:\n",
    "weg: [{schritt: x, bis: 31.12.2027, notizen: [a, b]}]\n",
    "problem: ein Text\n",
    "problem: 12\n",
    "themen:\n",
    "wirkung: [jede hat jemand kennengelernt, Anzahl Bäume: 50]\n",
    "wirkung: [{indikator: Bäume, soll: 12,5, ausgangswert: -3, ist: [{am: 2026-01-01, wert: 7}]}]\n".replace(
        "12,5", "'12,5'"
    ),
    "treffen: 26.03.2024; 19.04.2024\n",
    "treffen: {ort: x, dauer: 90, rhythmus: erster Montag im Monat 19:00 ab 07.09.2026, oeffentlich: nein}\n",
    "treffen: {termine: [05.12.2026, {am: 2026-12-06, zeit: 18:30}], pause: [feiertage, ferien]}\n",
    "stand: [{text: fertig, erledigt: ja, am: 2026-01-01}]\n",
    "kooperationspartner: [Verein, {name: B, url: https://b.example}]\n",
    "frueher: [alter-name, 2024]\n",
    "support: [Werkzeug, {was: Raum, art: raum}]\n",
    "einwilligung: {profil: {am: 2026-01-10, durch: p1, nachweis: Ordner 3}}\n",
    PERSON.format("seit: 1.2.2026, minderjaehrig: nein, telefon: 0341 1"),
    PERSON.format("einwilligung: {name: {antwort: ja, am: 2026-01-01}, foto: {antwort: nein}}"),
    PERSON.format("zugang: {weg: wahl, beschluesse: [st-20260820-x]}"),
    "notizen: [a]\n",
    "chronik: [nur Text, {am: 2026-01-01, text: x}]\n",
]
BAD = [
    "name:\n",
    "name: ''\n",
    "name: [a]\n",
    "name: {a: b}\n",
    "mitgleider: []\n",
    "status: läuft\n",
    "status: [idee]\n",
    "status: true\n",
    "weg: nur Text\n",
    "weg: {schritt: x}\n",
    "weg: [{bis: 2026-01-01}]\n",
    "weg: [{schritt: x, bsi: 2026-01-01}]\n",
    "weg: [{schritt: x, bis: bald}]\n",
    "weg: [{schritt: x, bis: 2026}]\n",
    "weg: [{schritt: x, bis: 24.11.}]\n",
    "weg: [{schritt: x, bis: 11/24/2026}]\n",
    "weg: [{schritt: x, erledigt: vielleicht}]\n",
    "weg: [{schritt: x, erledigt: true}]\n",
    "weg: [{schritt: [x]}]\n",
    "weg: ['']\n",
    "weg:\n  -\n",
    "ziele: nur Text\n",
    "ziele: []\n",
    "ziele: {teilziel: x}\n",
    "ziele: {teilziele: x}\n",
    "ziele: {bis: morgen}\n",
    "wirkung: [{indikator: x, soll: viele}]\n",
    "wirkung: [{indikator: x, soll: 50 Leute}]\n",
    "wirkung: [{Anzahl: viele}]\n",
    "wirkung: [{indikator: x, ist: [{wert: 3}]}]\n",
    "wirkung: [{indikator: x, ist: [7]}]\n",
    "frueher: alter-name\n",
    "frueher: [Alter Name]\n",
    "verteiler: kein-at\n",
    "support: [{was: Raum, art: zimmer}]\n",
    "support: [{art: raum}]\n",
    "kooperationspartner: [{name: B, url: b.example}]\n",
    "kooperationspartner: [{url: https://b.example}]\n",
    "treffen: [a, b]\n",
    "treffen: {dauer: lang}\n",
    "treffen: {dauer: -5}\n",
    "treffen: {oeffentlich: vielleicht}\n",
    "treffen: {wochentag: Montag}\n",
    "treffen: {termine: [{am: 2026-12-06, zeit: 18.30}]}\n",
    "treffen: {pause: [{was: sommer}]}\n",
    PERSON.format("telefonn: 1"),
    PERSON.format("email: kein-at"),
    PERSON.format("seit: gestern"),
    PERSON.format("minderjaehrig: unbekannt"),
    PERSON.format("einwilligung: ja"),
    PERSON.format("einwilligung: {name: ja}"),
    PERSON.format("einwilligung: {name: {am: 2026-01-01}}"),
    PERSON.format("zugang: wahl"),
    PERSON.format("zugang: {weg: zufall}"),
    "mitglieder: [{kennung: P 1, name: A}]\n",
    "chronik: [{am: 2026-01-01}]\n",
    "einwilligung: ja\n",
    "einwilligung: {profil: ja}\n",
    "schema: eins\n",
    "problem: {a: b}\n",
    f"themen: [{', '.join(f't{number}' for number in range(51))}]\n",
]
# What only wiq sees: a schema has no calendar, no meaning, and gets numbers without their spelling.
BEYOND_A_SCHEMA = [
    "weg: [{schritt: x, bis: 2026-02-30}]\n",
    "weg: [{schritt: x, bis: 1826-01-01}]\n",
    "wirkung: [{indikator: x, soll: 1.250}]\n",
    "wirkung: [{indikator: x, soll: 1e3}]\n",
    "treffen: {rhythmus: ab und zu}\n",
    "treffen: {rhythmus: jeden 2. Dienstag 18:00 ab 01.09.2026}\n",
    "treffen: {termine: [31.02.2026]}\n",
    "treffen: {dauer: 0}\n",
    "treffen: {pause: [{was: ferien, von: 2026-01-01, bis: 2026-01-02}]}\n",
    "treffen: {termine: [{am: 2026-12-06, zeit: 19:00, ende: 19:00}]}\n",
    "schema: 3\n",
]
CASES = [*((one, True) for one in GOOD), *((one, False) for one in BAD)]


def as_an_editor_reads(text: str) -> Any:
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def refused(folder: Path, kind: str, files: dict[str, str]) -> set[str]:
    """Give the names of the files that check-jsonschema refuses."""
    schema = folder / f"{kind}.json"
    schema.write_text(json_schema(kind), encoding="utf-8")
    paths = [folder / name for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    words = ["-m", "check_jsonschema", "--output-format", "json", "--schemafile"]
    command = [sys.executable, *words, *map(str, (schema, *paths))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)
    assert said.get("parse_errors", []) == []
    return {Path(one["filename"]).name for one in said.get("errors", [])}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """All cases in one run of check-jsonschema: the blocks that it refuses."""
    every = [*(block for block, _ in CASES), *BEYOND_A_SCHEMA]
    files = {f"{number}.yaml": with_keys(TEAM, block) for number, block in enumerate(every)}
    found = refused(tmp_path_factory.mktemp("mutated"), "team", files)
    return {every[int(name.removesuffix(".yaml"))] for name in found}


@pytest.mark.parametrize(("block", "good"), CASES)
def test_the_same_verdict(block: str, good: bool, verdicts: set[str]) -> None:
    text = with_keys(TEAM, block)
    assert read(Team, parse(text, "x")).clean is good
    assert (block not in verdicts) is good


@pytest.mark.parametrize("block", BEYOND_A_SCHEMA)
def test_what_only_wiq_sees(block: str, verdicts: set[str]) -> None:
    assert not read(Team, parse(with_keys(TEAM, block), "x")).clean
    assert block not in verdicts, "the schema sees it now: move it up"


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [("team", "teams/*"), ("wiq", "wiq.yaml"), ("regeln", "regeln.yaml"), ("beschluss", "beschluesse/*/*/*")],
)
def test_every_example_passes(kind: str, pattern: str, tmp_path: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in EXAMPLE.glob(pattern)}
    assert files
    assert refused(tmp_path, kind, files) == set()


MUTATED = [
    ("wiq", "domain: https://netz.example\n"),
    ("wiq", "bundesland: XX\n"),
    ("wiq", "traeger: {url: https://a.example}\n"),
    ("wiq", "schwellen: {still_hinweis: bald}\n"),
    ("wiq", "impressum: unten\n"),
    ("wiq", "land: DE\n"),
    ("regeln", "begriffe: [konsens]\n"),
    ("regeln", "begriffe: {konsens: {basis: alle}}\n"),
    ("regeln", "begriffe: {mehrheit: {basis: ja_nein, mehr_als: 50}}\n"),
    ("regeln", "teams: {LT: {farbe: blau}}\n"),
    ("beschluss", "antrag: {fassung: 1}\n"),
    ("beschluss", "ergebnis: {status: vielleicht}\n"),
    ("beschluss", "stimmen: {p1: jein}\n"),
    ("beschluss", "ersetzt_durch: [X]\n"),
]


@pytest.mark.parametrize(("kind", "block"), MUTATED)
def test_other_files_get_the_same_verdict(kind: str, block: str) -> None:
    bases = {
        "wiq": WIQ,
        "regeln": (EXAMPLE / "regeln.yaml").read_text(encoding="utf-8"),
        "beschluss": next(EXAMPLE.glob("beschluesse/st/2026/*")).read_text(encoding="utf-8"),
    }
    schema = jsonschema.Draft202012Validator(json.loads(json_schema(kind)))
    assert read(CLASSES[kind], parse(bases[kind], "x")).clean
    assert schema.is_valid(as_an_editor_reads(bases[kind]))
    text = with_keys(bases[kind], block)
    assert not read(CLASSES[kind], parse(text, "x")).clean
    assert not schema.is_valid(as_an_editor_reads(text))


@pytest.mark.parametrize("kind", MODELS)
def test_every_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(json_schema(kind)))


def test_settings_pass_theirs() -> None:
    jsonschema.validate(as_an_editor_reads(WIQ), json.loads(json_schema("wiq")))


def test_hovers_are_german_and_complete() -> None:
    def walk(node: Any, path: str = "") -> None:
        if isinstance(node, dict):
            for key, value in node.get("properties", {}).items():
                assert value.get("description"), f"{path}.{key} has no explanation"
            for key, value in node.items():
                walk(value, f"{path}.{key}")
        elif isinstance(node, list):
            for one in node:
                walk(one, path)

    for kind in MODELS:
        walk(json.loads(json_schema(kind)))
