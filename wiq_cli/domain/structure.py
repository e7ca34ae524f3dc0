"""From a read file to a model, or to findings in German. What pydantic says never reaches a user.

When parts of a file are wrong, the rest is still read: the wrong parts are left out and remembered as *settled*, so
that rules can look at what remains and nobody reports the consequences of a fault as faults of their own.
"""

from __future__ import annotations

import difflib
import inspect
import typing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from wiq_cli.domain.base import Modell
from wiq_cli.domain.finding import DataPath, Finding, Level, Span
from wiq_cli.domain.pruned import Pruned, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.source import Source

M = TypeVar("M", bound=Modell)

ROUNDS = 6
MANY = 12
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "-": "_", " ": "_"})
COLON = "Steht ein Doppelpunkt im Text? Dann setz den ganzen Text in Anführungszeichen."

PLAIN_WORDS = {
    "string_too_short": ("WIQ021", "Hier steht ein leerer Text.", "Füll ihn aus oder lösch die Zeile."),
    "string_type": ("WIQ022", "Hier gehört ein einzelner Text hin.", COLON),
    "list_type": ("WIQ022", "Hier gehört eine Liste hin.", "Schreib jeden Eintrag in eine Zeile mit „- “ davor."),
}


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """What came of one file: the model as far as it goes, what was wrong, and which places are dealt with."""

    source: Source
    model: M | None
    findings: tuple[Finding, ...] = ()
    settled: frozenset[DataPath] = field(default_factory=frozenset)
    tree: Pruned | None = None

    @property
    def clean(self) -> bool:
        """Whether the model says all that the file says."""
        return self.model is not None and not self.findings

    def place(self, path: DataPath, *, at_key: bool = False) -> tuple[DataPath, Span]:
        """Give the path and the span in the file of a place in the model."""
        if self.tree is None:
            return path, self.source.span(path, at_key=at_key)
        return self.tree.reported(path), self.source.span(self.tree.written(path), at_key=at_key)

    def is_settled(self, path: DataPath) -> bool:
        """Whether a finding at ``path`` would only repeat one that was already made."""
        if not path:
            return False
        return any(path[: len(one)] == one or one[: len(path)] == path for one in self.settled)


def read(model: type[M], source: Source, heute: date | None = None) -> Reading[M]:
    """Read ``source`` as ``model``; never raises for anything a file can hold.

    ``heute`` lets a refusal offer dates in full; it changes no value.
    """
    if not isinstance(source.data, dict):
        return Reading(source, None, source.faults or (_not_a_mapping(source),))
    findings = list(source.faults)
    settled = {fault.path for fault in source.faults if fault.path}
    tree = Pruned(source.data)
    for _ in range(ROUNDS):
        try:
            result = model.model_validate(tree.data, context={"heute": heute})
        except ValidationError as error:
            details = error.errors(include_input=False, include_url=False, include_context=True)
            before = frozenset(settled)
            for finding, gone in _findings(model, source, tree, details):
                if not _is_echo(finding, gone, before):
                    findings.append(finding)
                    settled.update(gone)
            _mend(model, tree, details)
        else:
            return Reading(source, result, tuple(findings), frozenset(settled), tree)
    return Reading(source, None, tuple(findings), frozenset(settled), tree)


def _is_echo(finding: Finding, gone: list[DataPath], settled: frozenset[DataPath]) -> bool:
    """Whether something is wrong only because an earlier round left out a part that was wrong."""
    if finding.rule == "WIQ021":
        return settled.issuperset(gone)
    path = finding.path
    return gone == [path] and any(len(one) > len(path) and one[: len(path)] == path for one in settled)


def _not_a_mapping(source: Source) -> Finding:
    empty = source.data is None
    message = "Die Datei ist leer." if empty else "Die Datei besteht nicht aus Zeilen der Form „wort: wert“."
    remedy = "Leg ein Team mit „wiq new-team“ an oder hol die letzte Fassung aus git zurück."
    return Finding(source.file, source.span(()), "WIQ015", Level.ERROR, (), message, remedy)


def _mend(model: type[Modell], tree: Pruned, details: list[Any]) -> None:
    """Read misspelt keys as meant and leave out everything else that is wrong, for the next round."""
    wrong: list[DataPath] = []
    for detail in details:
        loc = detail["loc"]
        parent = value_at(tree.data, loc[:-1])
        guess = _guess(loc[-1], _known(model_at(model, loc[:-1]))) if detail["type"] == "extra_forbidden" else ""
        word = _guess_choice(value_at(tree.data, loc), detail) if detail["type"] == "literal_error" else ""
        if guess and guess not in parent:
            tree.rename(loc, guess)
        elif word:
            tree.replace(loc, word)
        elif detail["type"] != "missing" or not _is_meant(details, loc, model):
            wrong.append(loc)
    tree.prune(wrong)


def _is_meant(details: list[Any], loc: DataPath, model: type[Modell]) -> bool:
    """Whether the missing key at ``loc`` stands there misspelt."""
    known = _known(model_at(model, loc[:-1]))
    return any(
        other["type"] == "extra_forbidden"
        and other["loc"][:-1] == loc[:-1]
        and _guess(other["loc"][-1], known) == loc[-1]
        for other in details
    )


def _findings(
    model: type[Modell], source: Source, tree: Pruned, details: list[Any]
) -> Iterator[tuple[Finding, list[DataPath]]]:
    """Give each finding with the places that it settles."""
    texts = {
        detail["loc"][:-1]
        for detail in details
        if detail["type"] == "extra_forbidden" and _is_text_with_colon(model, tree.data, detail["loc"][:-1])
    }
    for detail in details:
        loc: DataPath = detail["loc"]
        parent = loc[:-1]
        path = tree.reported(loc)

        def found(
            rule: str, loc: DataPath, message: str, remedy: str, *, at_key: bool = False, path: DataPath = path
        ) -> Finding:
            return Finding(
                source.file, source.span(tree.written(loc), at_key=at_key), rule, Level.ERROR, path, message, remedy
            )

        if detail["type"] == "missing":
            if parent not in texts and not _is_meant(details, loc, model):
                yield (
                    found("WIQ021", loc, f"Hier fehlt die Angabe „{loc[-1]}“.", f"Ergänz eine Zeile „{loc[-1]}: …“."),
                    [path],
                )
        elif detail["type"] != "extra_forbidden":
            yield found(*_wrong(loc, value_at(tree.data, loc), detail, model_at(model, loc))), [path]
        elif parent in texts:
            yield (
                found(
                    "WIQ022",
                    parent,
                    "Der Doppelpunkt macht aus diesem Text eine Angabe mit Wert.",
                    COLON,
                    path=path[:-1],
                ),
                [path[:-1]],
            )
        else:
            known = _known(model_at(model, parent))
            guess = _guess(loc[-1], known)
            remedy = f"Gemeint ist vermutlich „{guess}“." if guess else f"Hier geht: {', '.join(known)}."
            finding = found("WIQ020", loc, "Diese Angabe kenne ich hier nicht.", remedy, at_key=True, path=path[:-1])
            yield finding, [(*path[:-1], guess)] if guess else []


def _known(model: type[Modell] | None) -> list[str]:
    return list(model.model_fields) if model else []


def _guess(word: Any, known: list[str]) -> str:
    plain = str(word).strip().lower().translate(UMLAUTS)
    if plain in known:
        return plain
    close = difflib.get_close_matches(plain, known, n=1, cutoff=0.7)
    return close[0] if close else ""


def _is_text_with_colon(model: type[Modell], data: Any, loc: DataPath) -> bool:
    """Whether a list entry is really one text with a colon in it: ``- Recherche: Was gibt es?``."""
    value, here = value_at(data, loc), model_at(model, loc)
    if not here or not here.KURZ or not loc or not isinstance(loc[-1], int):
        return False
    return isinstance(value, dict) and len(value) == 1 and not _guess(next(iter(value)), _known(here))


def _wrong(loc: DataPath, value: Any, detail: Any, model: type[Modell] | None) -> tuple[str, DataPath, str, str]:
    """Give rule, place and sentences for a value that does not fit."""
    kind = detail["type"]
    if kind.startswith("WIQ"):
        sentence, _, remedy = detail["ctx"]["satz"].partition(". ")
        return kind, loc, sentence + "." if remedy else sentence, remedy
    if value is None:
        return "WIQ021", loc, "Der Eintrag ist leer.", "Füll ihn aus oder lösch die Zeile."
    if kind == "literal_error":
        word = _guess_choice(value, detail)
        remedy = f"Gemeint ist vermutlich „{word}“." if word else f"Hier geht: {', '.join(_choices(detail))}."
        return "WIQ024", loc, "Dieses Wort passt hier nicht.", remedy
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        keys = ", ".join(_known(model)[:MANY]) or "wort: wert"
        return "WIQ022", loc, "Hier gehören mehrere Angaben hin.", f"Schreib sie eingerückt in eigene Zeilen: {keys}."
    rule, message, remedy = PLAIN_WORDS.get(
        kind, ("WIQ022", "Dieser Wert passt hier nicht.", "Vergleich ihn mit einer Datei, die geht.")
    )
    return rule, loc, message, remedy


def _choices(detail: Any) -> list[str]:
    return [word.strip().strip("'") for word in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]


def _guess_choice(value: Any, detail: Any) -> str:
    plain = {word.translate(UMLAUTS): word for word in _choices(detail)}
    return plain.get(_guess(value, list(plain)), "") if isinstance(value, str) else ""


def model_at(model: type[Modell], path: DataPath) -> type[Modell] | None:
    """Give the model that describes the mapping at ``path``."""
    here: type[Modell] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        info = here.model_fields.get(step) if here else None
        if info is None:
            continue  # the key of a free mapping, such as a team type
        here = nested_model(info.annotation)
    return here


def nested_model(annotation: Any) -> type[Modell] | None:
    """Find the model inside ``list[X]``, ``X | None``, ``dict[str, X]`` or ``Annotated[X, …]``."""
    if inspect.isclass(annotation) and not typing.get_args(annotation):
        return annotation if issubclass(annotation, Modell) else None
    for part in typing.get_args(annotation):
        if found := nested_model(part):
            return found
    return None
