"""What may still change after a decision: dated notes, tasks that are done, and the link to what replaces it.

All of it lies outside the seal. The decision itself is never touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import LATE, wording_hash
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.recount import wording_of
from wiq_cli.domain.verdict import WORD
from wiq_cli.usecases.decide_edit import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss, Stimme

CHANGED = "geaenderte_stimme"
OLD_WORDING = "fassung"
NOTES = {
    "notiz": "eine Notiz",
    "wiedervorlage": "ihr habt noch einmal hingeschaut",
    "bedenken": "ihr habt euch um Bedenken gekümmert",
    "sichtbarkeit": "ihr habt geprüft, wer den Beschluss lesen darf",
    "informiert": "die anderen Teams wissen es jetzt",
    "annahme": "die gewählte Person nimmt die Wahl an",
    "antwort": "ihr habt nachgereicht, warum nicht und wie es weitergeht",
    "protokoll": "ihr habt nachgetragen, was im Protokoll fehlte",
    "umlauf": "ihr habt nachgeholt, was im Umlauf fehlte",
}


def note(text: str, kind: str, day: date) -> Edit:
    """Give the dated addendum. Raises ``WrongCall`` for an empty one."""
    if not text.strip():
        raise WrongCall("Es fehlt, was zu sagen ist.")
    return Edit(("nachtraege",), {"am": day, "art": kind, "text": " ".join(text.split())}, "append")


def late_votes(beschluss: Beschluss, votes: Sequence[tuple[str | None, Stimme]], day: date) -> list[Edit]:
    """Give an addendum for every vote that came after the decision: by whom, if that is known, and what it says.

    Where everybody had voted in time, somebody has changed their mind; a vote that was cast stays. Raises ``WrongCall``.
    """
    if beschluss.is_open:
        raise WrongCall("--late: Der Beschluss ist noch offen. Lass --late weg, dann zählt die Stimme.")
    if not votes:
        raise WrongCall("Es fehlen die Stimmen, die zu spät kamen, zum Beispiel --ja 1.")
    said = {one.person for one in beschluss.nachtraege if one.art in {LATE, CHANGED}}
    if twice := next((person for person, _ in votes if person and person in said), None):
        raise WrongCall(f"--person: Die späte Stimme von {twice} steht hier schon.")
    free = _not_heard(beschluss, len(votes))
    edits = []
    for number, (person, word) in enumerate(votes):
        came_late = number < free and person not in beschluss.stimmen
        text = (
            f"{'Kam nach dem Beschluss' if came_late else 'Später anders gesagt'}: {WORD[word]}. Das Ergebnis bleibt."
        )
        who = {"person": person} if person else {}
        kind = LATE if came_late else CHANGED
        edits.append(Edit(("nachtraege",), {"am": day, "art": kind, **who, "text": text}, "append"))
    return edits


def _not_heard(beschluss: Beschluss, most: int) -> int:
    """Give how many have neither voted in time nor come late yet."""
    if beschluss.wahlkoerper is None:
        return most
    totals = beschluss.versuche[-1].zaehlung if beschluss.versuche else None
    counted = sum(totals.counted().values()) if totals else len(beschluss.stimmen)
    kept_out = sum(one.grad != "hinweis" for one in beschluss.befangen)
    return beschluss.wahlkoerper.zahl - kept_out - counted - sum(one.art == LATE for one in beschluss.nachtraege)


def consent(beschluss: Beschluss, who: str, grade: str, day: date, *, agreed: bool | None, text: str | None) -> Edit:
    """Give the edit that notes whose OK was asked for. Raises ``Refused`` where the record is sealed."""
    if beschluss.siegel:
        raise Refused("Der Beschluss ist versiegelt. Schreib es als Nachtrag: wiq decide note … --kind informiert")
    if grade == "einvernehmen" and agreed is None:
        raise WrongCall("Haben sie zugestimmt? Nenn --yes oder --no.")
    said = {"einverstanden": agreed, "text": text}
    record = {"wer": who, "grad": grade, "am": day} | {key: value for key, value in said.items() if value is not None}
    return Edit(("beteiligung",), record, "append")


def task_done(beschluss: Beschluss, number: int | None) -> tuple[Edit, str]:
    """Give the edit that ticks off a task, and its text. Raises ``WrongCall`` where it is not clear which one."""
    left = [position for position, one in enumerate(beschluss.umsetzung) if not one.erledigt]
    if not beschluss.umsetzung:
        raise WrongCall("Dieser Beschluss hat keine Aufgaben.")
    if number is None:
        if len(left) != 1:
            shown = "; ".join(f"{one + 1} {beschluss.umsetzung[one].aufgabe}" for one in left)
            raise WrongCall(f"Welche Aufgabe? Nenn ihre Nummer: {shown}." if left else "Hier ist schon alles erledigt.")
        number = left[0] + 1
    if not 1 <= number <= len(beschluss.umsetzung):
        raise WrongCall(f"Diese Aufgabe gibt es nicht. Der Beschluss hat {len(beschluss.umsetzung)}.")
    if number - 1 not in left:
        raise WrongCall("Diese Aufgabe ist schon erledigt.")
    return Edit(("umsetzung", number - 1, "erledigt"), True), beschluss.umsetzung[number - 1].aufgabe


def new_task(text: str, who: Mapping[str, str], until: date | None) -> Edit:
    """Give the edit that adds a task: what, ``team`` or ``person``, until when."""
    if not text.strip():
        raise WrongCall("Es fehlt, was zu tun ist.")
    task: dict[str, Any] = {"aufgabe": " ".join(text.split()), **who}
    return Edit(("umsetzung",), task | ({"bis": until} if until else {}), "append")


def reword(beschluss: Beschluss, wording: str, day: date) -> list[Edit]:
    """Give the edits of a new wording. Words that somebody voted on stay, as an addendum.

    Raises ``Refused`` for a decision that is over, ``WrongCall`` where nothing changes.
    """
    if not beschluss.is_open:
        raise Refused("Darüber ist entschieden. Öffnet einen neuen Beschluss: wiq decide new --replaces …")
    fresh, old = wording.strip(), beschluss.antrag.wortlaut
    if not fresh:
        raise WrongCall("Es fehlt der neue Wortlaut.")
    if wording_hash(fresh) == wording_hash(old):
        raise WrongCall("Das ist derselbe Wortlaut. Es wurde nichts geändert.")
    edits = [Edit(("antrag", "wortlaut"), fresh)]
    voted = [one for one in beschluss.versuche if wording_of(beschluss, one) == wording_hash(old)]
    if any(one.zaehlung or one.ergebnis for one in voted) or (voted and beschluss.stimmen):
        number = beschluss.antrag.fassung
        kept = {"am": day, "art": OLD_WORDING, "text": f"Fassung {number}: {old}"}
        edits += [Edit(("antrag", "fassung"), number + 1), Edit(("nachtraege",), kept, "append")]
    return edits


def wording_at(beschluss: Beschluss, fingerprint: str) -> str | None:
    """Give the wording that an attempt was about; None where only its fingerprint is left."""
    if wording_hash(beschluss.antrag.wortlaut) == fingerprint:
        return beschluss.antrag.wortlaut
    kept = (one.text.partition(": ")[2] for one in beschluss.nachtraege if one.art == OLD_WORDING)
    return next((text for text in kept if wording_hash(text) == fingerprint), None)


def supersede(old: Beschluss, new: Beschluss, everything: Mapping[str, Beschluss]) -> tuple[list[Edit], list[Edit]]:
    """Give the edits of the old and the new decision that link them. A link that is there already is not written twice.

    Raises ``Refused`` where the link cannot be: across teams, in a circle, or into what is sealed.
    """
    if old.id == new.id:
        raise WrongCall("Ein Beschluss kann sich nicht selbst ersetzen. Nenn zwei verschiedene.")
    if old.team != new.team:
        raise Refused("Das sind zwei Teams. Ein Team kann nur seine eigenen Beschlüsse ersetzen.")
    if old.status != "angenommen":
        raise Refused(
            "Der alte Beschluss ist nicht angenommen. Es gibt nichts zu ersetzen."
            + (" Schreib den Antrag um oder vertag ihn." if old.is_open else "")
        )
    if old.opened > new.opened:
        raise Refused("Der neue Beschluss ist älter als der alte. Nenn zuerst den alten, dann den neuen.")
    if _reaches(old, new.id, everything):
        raise Refused("Der alte Beschluss ersetzt schon den neuen. So entstünde ein Kreis.")
    forward = [] if new.id in old.ersetzt_durch else [Edit(("ersetzt_durch",), new.id, "append")]
    if old.id in new.verweise.ersetzt:
        back = []
    elif new.siegel:
        raise Refused(
            "Der neue Beschluss ist schon versiegelt und nennt den alten nicht. "
            "Fasst einen weiteren: wiq decide new --replaces …"
        )
    elif not new.is_open and new.status != "angenommen":
        raise Refused("Der neue Beschluss ist nicht angenommen. Er kann nichts ersetzen.")
    else:
        back = [Edit(("verweise", "ersetzt"), old.id, "append")]
    if not forward and not back:
        raise Refused("Das steht schon so in beiden Dateien.")
    return forward, back


def _reaches(one: Beschluss, wanted: str, everything: Mapping[str, Beschluss]) -> bool:
    """Whether a decision replaces another one, directly or through others."""
    waiting, seen = [one.id], set()
    while waiting:
        current = waiting.pop()
        if current == wanted:
            return True
        if current not in seen and current in everything:
            seen.add(current)
            waiting += everything[current].verweise.ersetzt
    return False
