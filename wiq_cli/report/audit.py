"""What ``wiq audit`` found, for eyes and for machines: file, place and kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wiq_cli.report.publication import KINDS, SENTENCES
from wiq_cli.report.safe import safe
from wiq_cli.report.unread import UNREAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.usecases.audit import Ergebnis, Fund, Luecke

INSTEAD = {
    "name": "Schreib „eine Person aus dem Team“ statt des Namens.",
    "email": "Nimm die Adresse des Teams statt der eigenen einer Person.",
    "phone": "Lösch die Nummer. Schreib: „Kontakt über die Adresse des Teams“.",
    "role": "Lösch die Rolle, oder schreib „eine Person aus dem Team“.",
    "link": "Lösch den Link. Schreib: „Den Link gibt es bei der Leitung“.",
    "text": "Schreib das mit anderen Worten. Der Satz steht in einer Notiz, die im Haus bleibt.",
    "location": "Lass den Ort weg. Steckt er in einem Bild, dann speichere das Bild ohne Standort neu.",
}


def as_text(result: Ergebnis, *, terminal: bool = False) -> str:
    """One line for each place; people get a sentence, programs get columns."""
    return "".join(f"{_sentence(one) if terminal else _columns(one)}\n" for one in result.found)


def _columns(one: Fund) -> str:
    place = f"\t{safe(one.place)}" if one.place else ""
    return f"{safe(one.file)}:{one.line or 1}\t{KINDS[one.kind]}{place}"


def _sentence(one: Fund) -> str:
    if not one.place:
        return f"{safe(one.file)}:{one.line or 1}: Hier steht {SENTENCES[one.kind]}."
    line = f", Zeile {one.line}" if one.line else ""
    return f"{safe(one.file)}: {safe(one.place)}{line}: Hier steht {SENTENCES[one.kind]}."


def notes(result: Ergebnis) -> Iterator[str]:
    """Say what to do about it, once for each kind, and what nobody looked at."""
    kinds = {one.kind for one in result.found}
    if kinds:
        yield (
            _counted(len(result.found), "Stelle", "Stellen")
            + " mit Persönlichem gefunden. So kannst du sie umschreiben:"
        )
        yield from (f"  {KINDS[kind]}: {sentence}" for kind, sentence in INSTEAD.items() if kind in kinds)
    yield from (f"Nicht geprüft: {_gap(one)}" for one in result.unread)
    if len(result.pictures) == 1:
        yield f"Was auf dem Bild zu sehen ist, prüfe ich nicht: {result.pictures[0]}. Sieh es dir selbst an."
    elif result.pictures:
        yield f"Was auf den Bildern in {len(result.pictures)} Dateien zu sehen ist, prüfe ich nicht. Sieh sie dir selbst an."


def all_clear(result: Ergebnis) -> str:
    """Say what was done where nothing was found."""
    return f"{_counted(result.files, 'Datei', 'Dateien')} durchsucht. Nichts Persönliches gefunden."


def _gap(one: Luecke) -> str:
    place = f", {one.place}" if one.place else ""
    return f"{one.file}{place}: {UNREAD[one.reason]}"


def _counted(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"


def as_json(result: Ergebnis) -> str:
    """One document, also for nothing."""
    document = {
        "schema": "wiq.audit/1",
        "hits": [
            {"file": one.file, "line": one.line or 1, "kind": one.kind, "place": one.place, "suggestion": INSTEAD[one.kind]}
            for one in result.found
        ],
        "unread": [{"file": one.file, "place": one.place, "reason": one.reason} for one in result.unread],
        "pictures": result.pictures,
        "summary": {
            "files": result.files, "hits": len(result.found), "unread": len(result.unread), "pictures": len(result.pictures),
        },
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2)
