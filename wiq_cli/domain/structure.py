"""From a read file to a model, or to findings in German. What pydantic says never reaches a user.

When parts of a file are wrong, the rest is still read: the wrong parts are left out and remembered as *settled*, so
that rules can look at what remains and nobody reports the consequences of a fault as faults of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from wiq_cli.domain import slips
from wiq_cli.domain.base import Modell
from wiq_cli.domain.finding import WHOLE_FILE, DataPath, Finding, Level, Span, touches
from wiq_cli.domain.guesses import MANY, UMLAUTS, choices, guess_choice, is_clear, meant_by, nearest_keys
from wiq_cli.domain.model_paths import homes_of, known_keys, known_part, lists_in, model_at, without_free_keys, words_of
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.pruned import Pruned, Repair, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.source import Source

M = TypeVar("M", bound=Modell)

ROUNDS = 6
MOST = 200  # faults of one file that are told one by one
CONSENT = "einwilligung"
ALMOST = 0.85  # a word that is right in another place
COMMENTED = (
    "Der Wert fehlt: Was hinter „#“ steht, ist für YAML ein Kommentar.",
    "Setz den ganzen Text in gerade Anführungszeichen: '…'.",
)
COLON = "Steht ein Doppelpunkt im Text? Dann setz den ganzen Text in gerade Anführungszeichen: '…'."

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

    def nameable(self, path: DataPath) -> DataPath:
        """Give the path of a place as a finding may name it: no key that somebody chose."""
        return without_free_keys(type(self.model), path, self.source.data) if self.model is not None else ()

    def known(self, path: DataPath) -> DataPath:
        """Give the part of a path that may be named in a finding."""
        return known_part(type(self.model), path) if self.model is not None else ()

    def is_settled(self, path: DataPath) -> bool:
        """Whether a finding at ``path`` would only repeat one that was already made."""
        return bool(path) and touches(self.settled, path)


def read(model: type[M], source: Source, heute: date | None = None) -> Reading[M]:
    """Read ``source`` as ``model``; never raises for anything a file can hold.

    ``heute`` lets a refusal offer dates in full; it changes no value.
    """
    if not isinstance(source.data, dict):
        return Reading(source, None, source.faults or (_not_a_mapping(source),))
    findings = [replace(fault, path=known_part(model, fault.path)) for fault in source.faults]
    settled = {fault.path for fault in source.faults if fault.path}
    tree = Pruned(source.data)
    for _ in range(ROUNDS):
        try:
            result = model.model_validate(tree.data, context={"heute": heute})
        except ValidationError as error:
            details = error.errors(include_input=False, include_url=False, include_context=True)
            before, many = frozenset(settled), len(details)
            if newer := [one for one in details if one["type"] == "WIQ031"]:
                return Reading(source, None, (_misfit(model, source, tree, newer[0]),))
            for finding, gone in _findings(model, source, tree, details[:MOST]):
                if not _is_echo(finding, gone, before):
                    path = without_free_keys(model, finding.path, source.data)
                    findings.append(replace(finding, path=path))
                    settled.update(gone)
            if many > MOST:  # who reads them all, and who waits for them?
                return Reading(source, None, (*findings, _too_many(source, many)), frozenset(settled), tree)
            _mend(model, tree, details)
        else:
            return Reading(source, result, tuple(findings), frozenset(settled), tree)
    return Reading(source, None, tuple(findings), frozenset(settled), tree)


def _too_many(source: Source, many: int) -> Finding:
    message = f"In dieser Datei stimmt an {many} Stellen etwas nicht. Ich zeige die ersten {MOST}."
    return _error(source, "WIQ013", WHOLE_FILE, (), message, "Behebe zuerst diese. Dann prüf noch einmal.")


def _is_echo(finding: Finding, gone: list[DataPath], settled: frozenset[DataPath]) -> bool:
    """Whether something is wrong only because an earlier round left out a part that was wrong."""
    if finding.rule == "WIQ021":
        return all(any(one[: len(path)] == path for one in settled) for path in gone)
    path = finding.path
    return gone == [path] and any(len(one) > len(path) and one[: len(path)] == path for one in settled)


def _not_a_mapping(source: Source) -> Finding:
    empty = source.data is None
    message = "Die Datei ist leer." if empty else "Die Datei besteht nicht aus Zeilen der Form „wort: wert“."
    remedy = "Hol die letzte Fassung aus git zurück oder fang sie neu an."
    return Finding(source.file, source.span(()), "WIQ015", Level.ERROR, (), message, remedy)


def _mend(model: type[Modell], tree: Pruned, details: list[Any]) -> None:
    """Read misspelt keys as meant and leave out everything else that is wrong, for the next round."""
    wrong: list[DataPath] = []
    for detail in details:
        loc = detail["loc"]
        parent = value_at(tree.data, loc[:-1])
        guess = _meant(model, tree, details, loc) if detail["type"] == "extra_forbidden" else ""
        word = guess_choice(value_at(tree.data, loc), detail, alike=True) if detail["type"] == "literal_error" else ""
        if guess and guess not in parent:
            if is_clear(str(loc[-1]), known_keys(model_at(model, loc[:-1]))) and str(loc[-1]) not in words_of(model):
                tree.repairs.append(Repair(tree.written(loc), guess, is_key=True))
            tree.rename(loc, guess)
        elif word:
            if is_clear(value_at(tree.data, loc), choices(detail)):
                tree.repairs.append(Repair(tree.written(loc), word, is_key=False))
            tree.replace(loc, word)
        elif (better := detail.get("ctx", {}).get("besser")) and CONSENT not in loc:
            tree.repairs.append(Repair(tree.written(loc), better, is_key=False, is_word=False))
            tree.replace(loc, better)
        elif detail["type"] != "missing" or not _is_meant(details, loc, model, tree):
            wrong.append(loc)
    tree.prune(wrong)


def _is_meant(details: list[Any], loc: DataPath, model: type[Modell], tree: Pruned) -> bool:
    """Whether the missing key at ``loc`` stands there misspelt."""
    return any(
        other["type"] == "extra_forbidden"
        and other["loc"][:-1] == loc[:-1]
        and _meant(model, tree, details, other["loc"]) == loc[-1]
        for other in details
    )


def _meant(model: type[Modell], tree: Pruned, details: list[Any], loc: DataPath) -> str:
    """Give the key that an unknown one was meant to be: one that looks like it, or the only one that is missing beside it."""
    known = known_keys(model_at(model, loc[:-1]))
    word = str(loc[-1])
    if (before := word.partition(":")[0]) in known and before != word:  # {am:2026-01-01}
        return before
    if word.lower().translate(UMLAUTS) in words_of(model):
        return nearest(word, known, at_least=ALMOST)
    if guess := meant_by(word, known):
        return guess
    beside = [one for one in details if one["loc"][:-1] == loc[:-1]]
    missing = [str(one["loc"][-1]) for one in beside if one["type"] == "missing"]
    unknown = [one for one in beside if one["type"] == "extra_forbidden"]
    is_text = isinstance(value_at(tree.data, loc), str) and len(value_at(tree.data, loc[:-1])) > 1
    return missing[0] if len(missing) == len(unknown) == 1 and is_text and len(loc) > 1 else ""


def _findings(
    model: type[Modell], source: Source, tree: Pruned, details: list[Any]
) -> Iterator[tuple[Finding, list[DataPath]]]:
    """Give each finding with the places that it settles."""
    texts = {
        detail["loc"][:-1]
        for detail in details
        if detail["type"] == "extra_forbidden" and _is_text_with_colon(model, tree.data, detail["loc"][:-1])
    }
    twice = {fault.path for fault in source.faults}
    for detail in details:
        loc: DataPath = detail["loc"]
        path, parent = tree.reported(loc), loc[:-1]
        place = source.span(tree.written(loc))
        if detail["type"] == "missing":
            if parent not in texts and not _is_meant(details, loc, model, tree):
                words = f"Hier fehlt die Angabe „{loc[-1]}“.", f"Ergänz eine Zeile „{loc[-1]}: …“."
                words = COMMENTED if source.swallowed(tree.written(loc)) else words
                yield _error(source, "WIQ021", place, path, *words), [path]
        elif detail["type"] != "extra_forbidden":
            yield _misfit(model, source, tree, detail), [path]
        elif parent in texts:
            place, path = source.span(tree.written(parent)), path[:-1]
            words = "Der Doppelpunkt macht aus diesem Text eine Angabe mit Wert.", COLON
            yield _error(source, "WIQ022", place, path, *words), [path]
        elif loc[-1] != "<<" and path not in twice:  # the reader has said that
            yield _unknown(model, source, tree, details, loc)


def _error(source: Source, rule: str, place: Span, path: DataPath, message: str, remedy: str) -> Finding:
    return Finding(source.file, place, rule, Level.ERROR, path, message, remedy)


def _misfit(model: type[Modell], source: Source, tree: Pruned, detail: Any) -> Finding:
    """Say what is the matter with a value that does not fit."""
    loc: DataPath = detail["loc"]
    written, here = tree.written(loc), model_at(model, loc)
    value = value_at(tree.data, loc)
    if value is None and isinstance(short := value_at(tree.data, loc[:-1]), str):
        value = short  # the short form of an entry: ``sichtbarkeit: team``
    place, rule = source.span(written), "WIQ022"
    if value is None and source.swallowed(written):
        rule, words = "WIQ021", COMMENTED
    elif found := slips.slip(
        value, detail["type"], known_keys(model_at(model, loc[:-1])), known_keys(here), lists_in(here)
    ):
        words = found
    else:
        rule, *words = _wrong(value, detail, here)  # type: ignore[assignment]  # rule and the two sentences
        if part := detail.get("ctx", {}).get("stelle"):
            while written and source.node(written) is None:
                written = written[:-1]  # the text stands for the whole group: „treffen: 26.03.2024; …“
            place = source.part(written, *part)
    return _error(source, rule, place, tree.reported(loc), *words)


def _unknown(
    model: type[Modell], source: Source, tree: Pruned, details: list[Any], loc: DataPath
) -> tuple[Finding, list[DataPath]]:
    """Say what an unknown key may mean, and what is dealt with by that."""
    above, known = tree.reported(loc)[:-1], known_keys(model_at(model, loc[:-1]))
    message, settled = "Diese Angabe kenne ich hier nicht.", []
    if guess := _meant(model, tree, details, loc):
        remedy, settled = f"Gemeint ist vermutlich „{guess}“.", [(*above, guess)]
    elif settled := homes_of(model, loc[-1]):
        under = settled[0][-2 if len(settled) == 1 else 0]
        remedy = f"Sie gehört unter „{under}“. Rück sie dort ein."
    else:
        remedy = nearest_keys(loc[-1], known)
    if source.has_no_colon(tree.written(loc)):
        message, remedy = slips.in_braces(str(loc[-1]), known)
    return _error(source, "WIQ020", source.span(tree.written(loc), at_key=True), above, message, remedy), settled


def repairs(model: type[M], source: Source) -> list[Repair]:
    """Give the spellings that wiq may mend by itself. What somebody agreed to is never guessed."""
    tree = read(model, source).tree
    return [one for one in tree.repairs if CONSENT not in one.path] if tree else []


def _is_text_with_colon(model: type[Modell], data: Any, loc: DataPath) -> bool:
    """Whether a list entry is really one text with a colon in it: ``- Recherche: Was gibt es?``."""
    value, here = value_at(data, loc), model_at(model, loc)
    if not here or not here.KURZ or not loc or not isinstance(loc[-1], int):
        return False
    return isinstance(value, dict) and len(value) == 1 and not meant_by(next(iter(value)), known_keys(here))


def _wrong(value: Any, detail: Any, model: type[Modell] | None) -> tuple[str, str, str]:
    """Give rule and sentences for a value that does not fit."""
    kind = detail["type"]
    if kind.startswith("WIQ"):
        sentence, _, remedy = detail["ctx"]["satz"].partition(". ")
        return kind, sentence + "." if remedy else sentence, remedy
    if value is None:
        return "WIQ021", "Der Eintrag ist leer.", "Füll ihn aus oder lösch die Zeile."
    if kind == "literal_error":
        word = guess_choice(value, detail)
        if word and slips.hides_something(value, word):
            return "WIQ024", "In diesem Wort steckt ein Zeichen, das man nicht sieht.", f"Tipp es neu: {word}."
        remedy = f"Gemeint ist vermutlich „{word}“." if word else f"Hier geht: {', '.join(choices(detail))}."
        return "WIQ024", "Dieses Wort passt hier nicht.", remedy
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        keys = ", ".join(known_keys(model)[: 2 * MANY]) or "wort: wert"
        return "WIQ022", "Hier gehören mehrere Angaben hin.", f"Schreib sie eingerückt in eigene Zeilen: {keys}."
    rule, message, remedy = PLAIN_WORDS.get(
        kind, ("WIQ022", "Dieser Wert passt hier nicht.", "Vergleich ihn mit einer Datei, die geht.")
    )
    return rule, message, remedy
