"""Recording votes. What is to be written comes out as edits; who calls writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.domain.beschluss import wording_hash
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.geltung import looked_at
from wiq_cli.domain.lage import could_vote
from wiq_cli.domain.recount import recount, rule_for
from wiq_cli.domain.situation import named_votes
from wiq_cli.usecases.decide_attempt import attempt, wording_number
from wiq_cli.usecases.decide_counted import Ballot, check_day, options, read_objection, words
from wiq_cli.usecases.decide_edit import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff

REVIEW = "wiedervorlage"


def vote(beschluss: Beschluss, ballot: Ballot, begriffe: Mapping[str, Begriff], heute: date) -> list[Edit]:
    """Record the count of the current attempt, opening one where there is none.

    Raises ``WrongCall`` for words that the procedure does not know and for days and numbers that cannot be,
    ``Refused`` for a decision that is over.
    """
    if not beschluss.is_open:
        raise Refused(
            "Über diesen Antrag ist schon entschieden. Eine spätere Stimme zählt nicht mehr. Halte sie fest mit: --late"
        )
    if beschluss.regel is None and not beschluss.versuche:
        raise Refused(
            "In der Datei fehlt, nach welchem Verfahren ihr entscheidet. Ergänz eine Zeile: regel: {verfahren: konsens}"
        )
    edits = _taken_up(beschluss, ballot.day) if beschluss.ergebnis else []
    position, number, procedure, opening = attempt(beschluss, begriffe)
    if (again := _again(beschluss, ballot, position)) is not None:
        _check_present(beschluss, again)
        return [*edits, *opening, *_people(beschluss, again, number), *_objections(beschluss, again, number)]
    check_day(beschluss.moved, [one.am for one in beschluss.versuche[:position]], ballot.day, heute)
    _check_present(beschluss, ballot)
    rule = rule_for(beschluss, procedure, begriffe)
    chosen = options(ballot, rule)
    counts = {} if chosen else words(ballot.counts, rule, procedure)
    current = beschluss.versuche[position] if position < len(beschluss.versuche) else None
    if current is not None and beschluss.stimmen and not ballot.named:
        raise Refused("Hier stehen die Stimmen schon nach kennung unter „stimmen“. Ändere sie dort.")
    if ballot.named and beschluss.form.geheim:
        raise Refused("Die Abstimmung ist geheim. Zähl nur Summen, ohne --named.")
    edits += [*opening, *(_stale(beschluss, ballot) if current is None or current.am is None else [])]
    record_as: dict[str, Any] = {} if ballot.named else {"optionen": chosen} if chosen else {"zaehlung": counts}
    if current is None:
        record = {
            "nr": number,
            "verfahren": procedure,
            "fassung": wording_number(beschluss),
            "wortlaut": wording_hash(beschluss.antrag.wortlaut),
        }
        edits.append(Edit(("versuche",), {**record, "am": ballot.day, **record_as}, "append"))
    else:
        edits.append(Edit(("versuche", position, "am"), ballot.day))
        edits += [Edit(("versuche", position, key), value) for key, value in record_as.items()]
        if ballot.named and current.zaehlung:
            edits.append(Edit(("versuche", position, "zaehlung"), how="remove"))
    edits += [*_people(beschluss, ballot, number), *_objections(beschluss, ballot, number)]
    return edits


def _taken_up(beschluss: Beschluss, day: date) -> list[Edit]:
    """Give the edits of a deferred motion that is on the table again: the day to look again has been kept."""
    edits = [Edit(("ergebnis",), how="remove")]
    look = beschluss.wiedervorlage
    if look and look.am <= day and not looked_at(beschluss, REVIEW, look.am):
        kept = {"am": day, "art": REVIEW, "text": "Der vertagte Antrag kam wieder auf den Tisch."}
        edits.append(Edit(("nachtraege",), kept, "append"))
    return edits


def _again(beschluss: Beschluss, ballot: Ballot, position: int) -> Ballot | None:
    """Give the ballot of an attempt that was counted already and only gets its reasons or its minutes now."""
    current = beschluss.versuche[position] if position < len(beschluss.versuche) else None
    more = ballot.objections or ballot.keepers or ballot.recused or ballot.review or ballot.present is not None
    only_more = bool(more) and not ballot.counts
    if current is None or not only_more or not (current.zaehlung or beschluss.stimmen):
        return None
    counted = current.zaehlung.counted() if current.zaehlung else named_votes(beschluss)
    return replace(ballot, counts=counted, day=current.am or ballot.day)


def _stale(beschluss: Beschluss, ballot: Ballot) -> list[Edit]:
    """Take out who was there, led and wrote at an earlier attempt on another day: it says nothing about this one."""
    days = [one.am for one in beschluss.versuche if one.am]
    if not days or days[-1] == ballot.day:
        return []
    old = {
        "anwesend": (beschluss.anwesend, ballot.there),
        "anwesend_zahl": (beschluss.anwesend_zahl is not None, ballot.present),
    }
    edits = [Edit((key,), how="remove") for key, (before, now) in old.items() if before and not now]
    minutes = beschluss.protokoll.model_dump(exclude_none=True)
    if minutes and not ballot.keepers:
        edits.append(Edit(("protokoll",), how="remove"))
    else:
        edits += [Edit(("protokoll", key), how="remove") for key in minutes if key not in ballot.keepers]
    return edits


def _people(beschluss: Beschluss, ballot: Ballot, number: int) -> list[Edit]:
    """Write down who was there, who did not vote, who led and who wrote. None of it leaves the house."""
    edits = []
    if ballot.present is not None:
        edits.append(Edit(("anwesend_zahl",), ballot.present))
    if ballot.there:
        edits.append(Edit(("anwesend",), list(ballot.there)))
    if ballot.named:
        edits.append(Edit(("stimmen",), dict(ballot.named)))
    if beschluss.form.art == "treffen" and beschluss.form.am != ballot.day:
        form = {"art": "treffen", "am": ballot.day}
        edits.append(Edit(("form",), form | ({"geheim": True} if beschluss.form.geheim else {})))
    known = {one.person: position for position, one in enumerate(beschluss.befangen)}
    for person, grad in ballot.recused.items():
        since = {"versuch": number} if number > 1 else {}  # earlier attempts keep their count
        if person in known:
            edits.append(Edit(("befangen", known[person], "grad"), grad))
            since = {} if person in beschluss.excluded else since
            edits += [Edit(("befangen", known[person], key), value) for key, value in since.items()]
        else:
            edits.append(Edit(("befangen",), {"person": person, "grad": grad, **since}, "append"))
    edits += [Edit(("protokoll", key), value) for key, value in ballot.keepers.items()]
    places = sorted((known[one] for one in ballot.back if one in known), reverse=True)  # the last first: places stay
    edits += [Edit(("befangen", place), how="remove") for place in places]
    return edits + ([Edit(("wiedervorlage",), dict(ballot.review))] if ballot.review else [])


def _objections(beschluss: Beschluss, ballot: Ballot, number: int) -> list[Edit]:
    edits = []
    known = {(one.stufe, one.text) for one in beschluss.bedenken}
    for text in ballot.objections:
        stufe, reason = read_objection(text, ballot.counts)
        if (stufe, reason) not in known:
            level = {"stufe": stufe} if stufe else {}
            edits.append(Edit(("bedenken",), {**level, "versuch": number, "text": reason}, "append"))
    return edits


def _check_present(beschluss: Beschluss, ballot: Ballot) -> None:
    voters, present = beschluss.wahlkoerper.zahl if beschluss.wahlkoerper else None, ballot.present
    if present is None:
        return
    if voters is not None and present > voters:
        raise WrongCall(
            f"--present: {anzahl(voters, 'Stimmberechtigt ist nur 1 Person', 'Stimmberechtigt sind nur {}')}. Zähl nur, wer mitstimmen darf."
        )
    there = len(ballot.there or ([] if _stale(beschluss, ballot) else beschluss.anwesend))
    if there and there != present:
        raise WrongCall(
            f"--present: {anzahl(there, 'Unter „anwesend“ steht 1 Person', 'Unter „anwesend“ stehen {}')}. "
            "Ändere die Liste in der Datei, oder lass --present weg."
        )


def check_count(beschluss: Beschluss, begriffe: Mapping[str, Begriff]) -> Recount:
    """Count the attempt that was just recorded. Raises ``Refused`` where more voted than could."""
    last = recount(beschluss, begriffe)[-1]
    if last.lage.excess:
        limits = [limit for limit in (last.lage.voters, last.lage.voters_present) if limit is not None]
        raise Refused(
            f"{anzahl(last.lage.cast, 'Das ist 1 Stimme', 'Das sind {} Stimmen')}. {could_vote(min(limits))}. Es wurde nichts geschrieben."
        )
    return last


def missing_answers(beschluss: Beschluss, last: Recount) -> int:
    """Give how many have not answered yet where votes come in without a meeting; 0 where silence is an answer too."""
    if beschluss.form.art != "umlauf" or last.lage.voters is None or (last.rule and last.rule.is_silent):
        return 0
    return max(0, last.lage.voters - last.lage.cast)
