"""What each template is given besides the public types, seen while the pages of the example are drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.public import PublicNetwork, PublicProfile
from wiq_cli.files.vorlagen import shipped
from wiq_cli.render.daten import read_profile
from wiq_cli.render.site import Pages
from wiq_cli.render.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SITE = Path(__file__).parents[2] / "golden/wir-im-quartier/site"
EVERYWHERE = {"netz", "wurzel", "seite"}
WIDE = ("orte", "themen")  # of these the words are the keys
OWN = {"verlinkt"}  # for programs, as schema.org wants it
Kinds = dict[str, set[str]]


class Recording(Templates):
    """Templates that note what they are given."""

    def __init__(self) -> None:
        super().__init__(shipped())
        self.given: dict[str, Kinds] = {}

    def html(self, name: str, /, **values: Any) -> str:
        """Fill a template of a page."""
        found = self.given.setdefault(name, {})
        for key, value in sorted(values.items()):
            if key not in EVERYWHERE:
                _note(key, value, found)
        return super().html(name, **values)


def given() -> dict[str, dict[str, str]]:
    """Give by template what every name holds, in words."""
    text = json.dumps(json.loads((SITE / "daten/netz.json").read_text("utf-8"))["netz"])
    network = PublicNetwork.model_validate_json(text)
    bare = network.model_copy(update={"domain": None, "adresse": None})
    templates = Recording()
    names = [path.relative_to(SITE).as_posix() for path in SITE.rglob("*.ics")]
    for teams, around, calendars in ((_profiles(), network, names), (_others(), bare, [])):
        pages = Pages(teams, around, templates, calendars)
        pages.of_network()
        for one in teams:
            pages.of_team(one)
    return {name: _in_words(found) for name, found in sorted(templates.given.items()) if found}


def _others() -> list[PublicProfile]:
    """Give the same teams in another state: with open wishes, paused, with a former name."""
    return [
        one.model_copy(
            update={"beschluesse": (), "frueher": (f"alt-{one.kuerzel}",), "status": ("laeuft", "pausiert")[number % 2]}
        )
        for number, one in enumerate(_profiles())
    ]


def more_of_a_profile() -> dict[str, str]:
    """Give what every name in a profile holds, as a template sees it."""
    from wiq_cli.render import plain  # noqa: PLC0415  # beside what it adds to

    found: Kinds = {}
    for one in _profiles():
        for key, value in plain.profile(one).items():
            _note(f"profil.{key}", value, found)
    return _in_words(found)


def _profiles() -> list[PublicProfile]:
    texts = (path.read_text("utf-8") for path in sorted((SITE / "teams").glob("*/profil.json")))
    return [one for text in texts if (one := read_profile(text))]


def _note(path: str, value: Any, found: Kinds) -> None:
    """Note what a name holds, and the names in it."""
    kind = _kind(path, value)
    found.setdefault(path, set()).add(kind)
    if isinstance(value, tuple | list):
        parts: Iterable[tuple[str, Any]] = (("", one) for one in value)
    elif kind == "Angaben":
        parts = value.items()
    else:
        return
    for key, one in parts:
        if key:
            _note(f"{path}.{key}", one, found)
        elif isinstance(one, dict) and _kind(path, one) == "Angaben":
            for inner, part in one.items():
                _note(f"{path}.{inner}", part, found)


def _kind(path: str, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja oder nein"
        case int() | float():
            return "Zahl"
        case str():
            return "Text"
        case tuple() | list():
            return f"Liste: {_kind(path, value[0])}" if value else "Liste"
        case dict():
            return _of_keys(path, value)
    raise TypeError(type(value).__name__)


def _of_keys(path: str, value: Mapping[str, Any]) -> str:
    if path in WIDE:
        return "zu jedem Wort seine Adresse"
    if path in OWN:
        return "das Team für Suchmaschinen"
    if value.keys() == {"iso", "text", "monat", "jahr"}:
        return "Datum"
    if {"kuerzel", "ziele", "weg"} <= value.keys():
        return "ein Team, wie `profil`"
    return "wie `profil.beschluesse`" if {"wortlaut", "ergebniswort"} <= value.keys() else "Angaben"


def _in_words(found: Kinds) -> dict[str, str]:
    return dict(_each(found))


def _each(found: Kinds) -> Iterator[tuple[str, str]]:
    for path, kinds in sorted(found.items(), key=lambda one: one[0].split(".")):
        said = sorted((kinds - {""}) - ({"Liste"} if any(one.startswith("Liste:") for one in kinds) else set()))
        yield path, ", ".join([" oder ".join(said) or "Text", *(["kann fehlen"] if "" in kinds else [])])
