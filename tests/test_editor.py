"""A network that ``wiq init`` made, opened in a real language server: German words, completion, one message a fault."""

from __future__ import annotations

import contextlib
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.lsp import LanguageServer
from tests.support.texts import HEUTE
from tests.support.tools import yaml_language_server
from wiq_cli.cli.commands.schema import KINDS
from wiq_cli.cli.main import main
from wiq_cli.domain.public import STATUSWORT
from wiq_cli.domain.schema import MODELS
from wiq_cli.domain.team import Team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENGLISH = re.compile(
    r"\b(the|expected|type|missing|property|allowed|value|schema|object|default|string|null)\b", re.IGNORECASE
)
EVERY_SHAPE = """\
name: A
status: laeuft
zusammenfassung:
problem: ein Text
themen: [Umwelt]
ziele: {bis: 2026-01-01, teilziele: [A, {ziel: B, erreicht: ja}]}
wirkung: [{indikator: Bäume, soll: 50, ist: [{am: 2026-01-01, wert: 3}]}]
weg:
  - schritt: Fläche finden
    bis: 2026-01-01
    erledigt: ja
    notizen: [a]
support:
  - was: Raum
    art: raum
mitglieder:
  - kennung: p1
    name: Udo Übermut
    minderjaehrig: nein
    zugang: {weg: wahl}
    einwilligung:
      name: {antwort: ja, am: 2026-01-01}
treffen:
  ort: hier
  rhythmus: [erster Montag im Monat 19:00 ab 07.09.2026]
  oeffentlich: ja
einwilligung:
  profil: {am: 2026-01-01}
"""


class Editor:
    """One team file in front of the server, typed anew as often as a test likes."""

    def __init__(self, server: LanguageServer, path: Path) -> None:
        self._server = server
        self._path = path
        self._version = 0
        self._text = ""

    def shows(self, text: str) -> list[str]:
        """Type a text and give the messages that appear."""
        self._version += 1
        self._text = text
        return [one["message"] for one in self._server.open(self._path, text, version=self._version)]

    def hover(self, text: str, word: str) -> str:
        """Point at the first place of a word, and give what appears."""
        if text != self._text:
            self.shows(text)
        before = text[: text.index(word)]
        return self._server.hover(self._path, before.count("\n"), len(before) - before.rfind("\n"))

    def offers(self, text: str) -> list[dict[str, Any]]:
        """Ask for completion at the mark ``|``."""
        before, _, after = text.partition("|")
        self.shows(before + after)
        return self._server.complete(self._path, before.count("\n"), len(before) - before.rfind("\n") - 1)

    def words(self, text: str) -> list[str]:
        return [one["label"] for one in self.offers(text)]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("editor") / "netz"
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        assert main(["init", str(root), "--name", "Netz"]) == 0
        assert main(["new-team", "Hof am Kanal", "--root", str(root), "--today", HEUTE]) == 0
    return root


@pytest.fixture(scope="module")
def server(network: Path) -> Iterator[LanguageServer]:
    """The server with the settings that the network itself gives to an editor, and no way to foreign schemas."""
    settings = json.loads((network / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    own = {key.removeprefix("yaml."): value for key, value in settings.items() if key.startswith("yaml.")}
    more = {"hover": True, "completion": True, "validate": True}
    with LanguageServer(yaml_language_server(), network, {"yaml": {**own, **more}}) as running:
        yield running


@pytest.fixture(scope="module")
def editor(server: LanguageServer, network: Path) -> Editor:
    return Editor(server, network / "teams" / "neu.yaml")


def test_a_new_team_is_without_complaint_and_explains_itself(server: LanguageServer, network: Path) -> None:
    path = network / "teams" / "hof-am-kanal.yaml"
    text = path.read_text(encoding="utf-8")
    assert server.open(path, text) == []
    for number, line in enumerate(text.splitlines()):
        key = line.partition(":")[0]
        if key in Team.model_fields:
            shown = server.hover(path, number, 1).replace("\\", "")  # Markdown escapes
            assert str(Team.model_fields[key].description) in shown
            assert "||" not in shown


def test_hover_on_ziele(editor: Editor) -> None:
    shown = editor.hover(EVERY_SHAPE, "ziele")
    assert shown.startswith("#### Ziele des LT\n\nSo konkret wie möglich sagen, was erreicht sein soll")


def test_every_hover_is_german_and_says_its_title_once(editor: Editor) -> None:
    assert editor.shows(EVERY_SHAPE) == []
    for key in re.findall(r"([a-z_]+):", EVERY_SHAPE):
        shown = editor.hover(EVERY_SHAPE, f"{key}:").partition("\n\nQuelle:")[0]
        assert re.match(r"#### [^\n]+\n\n\S", shown), (key, shown)
        assert "||" not in shown
        assert ENGLISH.findall(shown) == [], shown


def test_completion_of_keys(editor: Editor) -> None:
    offered = editor.offers("name: A\n|\n")
    assert {one["label"] for one in offered} == set(Team.model_fields) - {"name"}
    inserted = {one["label"]: one["insertText"] for one in offered}
    assert inserted["weg"] == "weg:\n  - "
    assert inserted["problem"] == "problem:\n  - "
    assert inserted["ziele"] == "ziele:\n  "
    assert inserted["untertitel"] == "untertitel: "
    assert editor.words("name: A\nweg:\n  - schritt: x\n    |\n") == ["bis", "erledigt", "notizen"]
    assert "schritt" in editor.words("name: A\nweg:\n  - |\n")
    assert "kennung" in editor.words("name: A\nmitglieder:\n  - |\n")
    assert "teilziele" in editor.words("name: A\nziele:\n  |\n")


def test_completion_of_words(editor: Editor) -> None:
    offered = editor.offers("name: A\nstatus: |\n")
    assert {one["label"]: one["documentation"] for one in offered} == STATUSWORT
    assert set(editor.words("name: A\nweg:\n  - schritt: x\n    erledigt: |\n")) == {"ja", "nein"}
    assert "raum" in editor.words("name: A\nsupport:\n  - was: x\n    art: |\n")


@pytest.mark.parametrize("key", ["zusammenfassung", "verteiler", "art", "stadtteile", "weg", "ziele", "treffen"])
def test_nothing_is_offered_that_the_models_refuse(editor: Editor, key: str) -> None:
    assert not {"true", "false", "null"} & set(editor.words(f"name: A\n{key}: |\n"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: A\nmitgleider: []\n", "Hier gehen nur diese Angaben: schema, art, name,"),
        ("name: A\nstatus: läuft\n", "Hier geht: idee, laeuft,"),
        ("status: idee\n", "Nötig ist: name."),
        ("name: [a, b]\n", "Hier gehört ein einzelner Text hin, höchstens 250 Zeichen."),
        ("name: A\nweg: x\n", "Hier gehört eine Liste hin."),
        ("name: A\nweg:\n  - {schritt: x, bis: bald}\n", "Schreib das Datum so: 2026-11-24"),
        ("name: A\nweg:\n  - {schritt: x, erledigt: true}\n", "Hier steht „ja“ oder „nein“"),
        ("name: A\nziele: {teilziel: x}\n", "Hier gehen nur diese Angaben: bis, anlass,"),
        ("name: A\nmitglieder:\n  - {name: A, email: kein-at}\n", "Eine E-Mail-Adresse sieht so aus"),
        ("name: A\nmitglieder:\n  - {name: A, einwilligung: ja}\n", "Hier gehen nur diese Angaben: name, verteiler,"),
    ],
)
def test_one_german_message_for_a_fault(editor: Editor, text: str, message: str) -> None:
    (said,) = editor.shows(text)
    assert message in said
    assert ENGLISH.findall(said.replace("schema, art", "")) == []


OTHER_FILES = {
    "wiq.yaml": ("name: A\n", "Name des Netzwerks."),
    "regeln.yaml": ("fassung: r-1\n", "Name dieser Fassung"),
    "freigaben.yaml": ("schema: 1\n", "Fassung des Dateiformats."),
    "beschluesse/hof/2026/hof-20261122-zaun.yaml": ("team: hof\n", "Das Team, das entscheidet."),
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_the_other_files_have_their_schemas(name: str, server: LanguageServer, network: Path) -> None:
    """The settings lead there, without a line in the file."""
    text, said = OTHER_FILES[name]
    path = network / name
    server.open(path, text)
    assert said in server.hover(path, 0, 1)


def test_every_kind_of_file_has_its_place_in_the_settings(network: Path) -> None:
    settings = json.loads((network / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert set(settings["yaml.schemas"]) == {f".wiq/schema/{kind}.json" for kind in MODELS}
    assert set(KINDS) == set(MODELS)


def test_what_wiq_writes_is_without_complaint_in_any_editor(network: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file names its own schema, for editors that know nothing of the settings."""
    assert main(["new-team", "Garten", "--lead", "Rike Beispielhuber", "--root", str(network), "--today", HEUTE]) == 0
    words = ["decide", "new", "--team", "garten", "--title", "Zaun", "--wording", "Ein Zaun."]
    assert main([*words, "--root", str(network), "--today", HEUTE]) == 0
    capsys.readouterr()
    with LanguageServer(yaml_language_server(), network, {"yaml": {"validate": True, "hover": True}}) as plain:
        for path in [
            network / "wiq.yaml",
            network / "regeln.yaml",
            *network.glob("teams/*.yaml"),
            *network.glob("beschluesse/**/*.yaml"),
        ]:
            text = path.read_text(encoding="utf-8")
            first = text.partition("\n")[0].partition("$schema=")[2]
            assert (path.parent / first).resolve().is_file(), path.name
            assert plain.open(path, text) == []
