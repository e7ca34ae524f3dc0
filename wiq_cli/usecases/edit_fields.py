"""What of a team file can be edited without YAML: sections that grow, values that are set. All of it comes from the models."""

from __future__ import annotations

import inspect
import re
import typing
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from wiq_cli.domain.base import Modell
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.guesses import UMLAUTS, choices, guess_choice, meant_by
from wiq_cli.domain.model_paths import bare, homes_of
from wiq_cli.domain.scalars import read_date, read_integer, read_number, read_yes_no
from wiq_cli.domain.team import Team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Keys = tuple[str, ...]

ELSEWHERE = {
    "leitung": "Personen trägst du so ein: wiq person add TEAM --lead",
    "mitglieder": "Personen trägst du so ein: wiq person add TEAM",
    "treffen": "Treffen trägst du so ein: wiq meetings add TEAM „05.12.2026 10:00“",
    "einwilligung": "Die Freigabe des Profils hältst du so fest: wiq person consent KENNUNG --purpose profil",
    "ist": "Messwerte trägst du so ein: wiq measure TEAM INDIKATOR WERT",
    "schema": "Die Fassung des Formats setzt wiq selbst.",
}
READERS: dict[Any, Callable[[Any], Any]] = {date: read_date, bool: read_yes_no, int: read_integer, None: read_number}
METAVARS = {date: "DATUM", bool: "ja|nein", int: "ZAHL", None: "ZAHL"}  # None: the union of numbers
MINUS = "\N{MINUS SIGN}"  # what word processors make of a hyphen before a number
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
DAY = "am"  # the key that says when something was


@dataclass(frozen=True, slots=True)
class Feld:
    """One value: the model it belongs to and its key there."""

    model: type[Modell]
    key: str

    @property
    def kind(self) -> Any:
        """The type; that of an entry where several can be given."""
        return bare(typing.get_args(self._whole)[0]) if self.many else self._whole

    @property
    def many(self) -> bool:
        origin: Any = typing.get_origin(self._whole)
        return origin is list

    @property
    def _whole(self) -> Any:
        annotation: Any = self.model.model_fields[self.key].annotation
        return bare(annotation)

    @property
    def hint(self) -> str:
        return str(self.model.model_fields[self.key].description or "")

    @property
    def metavar(self) -> str:
        if typing.get_origin(self.kind) is typing.Literal:
            return "|".join(typing.get_args(self.kind))
        return METAVARS.get(self.kind, "TEXT")

    def value(self, text: str) -> Any:
        """Give a text as the file writes it: days as ISO, numbers with a dot. What cannot be read stays: ``fault`` names it."""
        plain = _typed(text)
        if self.many or self.kind not in READERS:
            return f"{plain}\n" if "\n" in plain else plain  # a block of lines ends with a line end
        try:
            return READERS[self.kind](plain.replace(MINUS, "-"))
        except ValueError:
            return plain

    def fault(self, text: str, heute: date) -> str:
        """Say what is wrong with a text; empty where nothing is. Never repeats it."""
        if UNSEEN.search(text):
            return "Darin steckt ein Zeichen, das man nicht sieht. Tipp es neu ein."
        plain = _typed(text) if self.many or self.kind in {str, date} else _typed(text).replace(MINUS, "-")
        value = [plain] if self.many else plain
        try:
            self.model.model_validate({self.key: value}, context={"heute": heute})
        except ValidationError as error:
            found = error.errors(include_input=False, include_url=False)
            here = [one for one in found if one["loc"][:1] == (self.key,)]
            return _sentence(here[0], text) if here else ""
        return ""


def _typed(text: str) -> str:
    """Give a text as it would have been typed into a file: no tabs, no blanks at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.expandtabs(2).splitlines()).strip()


def _sentence(detail: Any, text: str) -> str:
    if detail["type"].startswith("WIQ"):
        return str(detail["ctx"]["satz"])
    if detail["type"] == "literal_error":
        meant = guess_choice(text, detail)
        return f"Meintest du „{meant}“?" if meant else f"Hier geht: {', '.join(choices(detail))}."
    return "Hier steht nichts." if not text.strip() else "Dieser Wert passt hier nicht."


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A list of the team file. Its entries are texts, or have a model with a main text and more."""

    path: Keys
    feld: Feld
    model: type[Modell] | None

    @property
    def name(self) -> str:
        return ".".join(self.path)

    @property
    def text(self) -> Feld:
        """The main text of an entry."""
        return Feld(self.model, self.model.KURZ) if self.model else self.feld

    @property
    def felder(self) -> dict[str, Feld]:
        """What an entry can hold besides its main text."""
        return fields_of(self.model, without=self.model.KURZ) if self.model else {}

    @property
    def done(self) -> str:
        """The key that says that something is done; empty where entries cannot be done."""
        return next((key for key, one in self.felder.items() if one.kind is bool), "")

    @property
    def happens(self) -> bool:
        """Whether an entry is something that happened on a day."""
        return DAY in self.felder and not self.done


def fields_of(model: type[Modell], without: str = "") -> dict[str, Feld]:
    """Give the fields of a model that one option can fill: no lists of entries, no groups."""
    felder = {key: Feld(model, key) for key in model.model_fields if key != without}
    return {key: one for key, one in felder.items() if not _is_model(one.kind)}


@cache
def sections() -> dict[str, Abschnitt]:
    """Give every list of the team file that grows by ``wiq add``, by its name."""
    found = [
        Abschnitt((*path, one.key), one, one.kind if _is_model(one.kind) else None)
        for path, one in _walk(Team, ())
        if one.many and (*path, one.key)[0] not in ELSEWHERE
    ]
    return {one.name: one for one in found}


@cache
def values() -> dict[str, Feld]:
    """Give every single value of the team file that ``wiq set`` changes, by its name."""
    found = (((*path, one.key), one) for path, one in _walk(Team, ()) if not one.many)
    return {".".join(path): one for path, one in found if path[0] not in {"einwilligung", "schema"}}


def section(word: str) -> Abschnitt:
    """Give the section that is meant. Raises ``WrongCall`` with the nearest, or with the command that is needed."""
    known = sections()
    if name := _named(word, list(known)):
        return known[name]
    refuse_elsewhere(word)
    if name := _named(word, list(values())):
        raise WrongCall(f"„{name}“ ist ein einzelner Wert. Nimm dafür: wiq set TEAM {name} WERT")
    raise WrongCall(f"Diesen Abschnitt gibt es nicht. {_meant(word, list(known))}")


def key(word: str) -> tuple[Keys, Feld]:
    """Give the value that is meant. Raises as ``section``."""
    known = values()
    if name := _named(word, list(known)):
        return tuple(name.split(".")), known[name]
    if name := _named(word, list(sections())):
        raise WrongCall(
            f"„{name}“ ist eine Liste. Etwas Neues trägst du so ein: wiq add TEAM {name} TEXT. "
            f"Einen Eintrag änderst du mit seiner Nummer: wiq set TEAM {name}.1 WERT"
        )
    refuse_elsewhere(word)
    raise WrongCall(f"Diese Angabe gibt es nicht. {_meant(word, [*known, *sections()])}")


def refuse_elsewhere(word: str) -> None:
    """Raise ``WrongCall`` for what another command does."""
    for part in _plain(word).split("."):
        homes = [part, *(str(path[0]) for path in homes_of(Team, part))]
        if home := next((one for one in homes if one in ELSEWHERE), ""):
            raise WrongCall(ELSEWHERE[home])


def _walk(model: type[Modell], path: Keys) -> Iterator[tuple[Keys, Feld]]:
    for name in model.model_fields:
        feld = Feld(model, name)
        if not feld.many and _is_model(feld.kind):
            yield from _walk(feld.kind, (*path, name))
        else:
            yield path, feld


def _is_model(kind: Any) -> bool:
    return inspect.isclass(kind) and issubclass(kind, Modell)


def _plain(word: str) -> str:
    return word.strip().lower().translate(UMLAUTS)


def _named(word: str, known: list[str]) -> str:
    """Give the full name of a word; its last part is enough where no other ends so, and no top one is called so."""
    plain = _plain(word)
    if plain in known:
        return plain
    ends = [one for one in known if one.endswith(f".{plain}")]
    return ends[0] if len(ends) == 1 else ""


def _meant(word: str, known: list[str]) -> str:
    lasts = {one.rpartition(".")[2]: one for one in known}
    plain = _plain(word)
    close = meant_by(plain, known) or lasts.get(meant_by(plain, list(lasts)), "")
    return f"Meintest du „{close}“?" if close else f"Hier geht: {', '.join(known)}."


DIGITS = 9  # what has more is the number of nothing
NUMBERED = re.compile(r"(?P<section>[^0-9]+?)[.\[ ](?P<number>-?\d+)\]?(?:\.(?P<key>[^.]+))?")


def numbered_key(word: str) -> tuple[Keys, int, Feld] | None:
    """Read ``weg.3.bis``: the section, the number as people count, the field. None for a name without a number."""
    match = NUMBERED.fullmatch(word.strip())
    if match is None:
        return None
    abschnitt = section(match["section"])
    felder = {abschnitt.text.key: abschnitt.text, **abschnitt.felder}
    name = match["key"] or abschnitt.text.key
    plain = name if name in felder else meant_by(name, list(felder), alike=True)
    if plain != _plain(name):
        meant = f" Meintest du „{plain}“?" if plain else f" Hier geht: {', '.join(felder)}."
        raise WrongCall(f"„{abschnitt.name}“ hat diese Angabe nicht.{meant}")
    number = match["number"]
    return abschnitt.path, int(number) if len(number) <= DIGITS else 0, felder[plain]
