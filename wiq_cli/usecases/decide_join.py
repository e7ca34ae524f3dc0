"""The way of one person into one team, step by step: what is there, what is missing, and how to record it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.aufnahme import ENTSENDUNG, ERKLAERUNG, ERNENNUNG, WAHL, Aufnahmen, eingang, name_of
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.verweise import NEW_HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.aufnahme import Eingang
    from wiq_cli.domain.karte import Karte, Mitgliedschaft
    from wiq_cli.domain.rahmen import Netz

SCHEMA = "wiq.join/1"
KIND = {ENTSENDUNG: "entsendung", WAHL: "wahl", ERNENNUNG: "ernennung", ERKLAERUNG: "aufnahme"}
WORDING = {
    "entsendung": "Wir entsenden die Person ins {team}.",
    "wahl": "Wir wählen die Person ins {team}.",
    "ernennung": "Die Person wird Mitglied im {team}.",
    "aufnahme": "Wir nehmen die Person auf.",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way. ``command`` says how to take it, where wiq can."""

    what: str
    done: bool
    note: str = ""
    decision: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """The whole way: what it is called, and its steps in order."""

    team: str
    person: str
    name: str
    source: str
    steps: tuple[Step, ...]

    @property
    def complete(self) -> bool:
        return all(step.done for step in self.steps)


def join(person: str, kuerzel: str, bank: str | None, netz: Netz) -> Way:
    """Walk the way that the network's rules set. Raises ``WrongCall`` where a bench has to be named."""
    karte, regeln = netz.teams[kuerzel], netz.rahmen.regeln
    here = next((one for one in karte.personen if one.kennung == person), None)
    benches = regeln.teams[karte.art].aufnahme.baenke if karte.art in regeln.teams else {}
    bank = bank or (here.bank if here else None)
    if benches and bank not in benches:
        close = nearest(bank, benches) if bank else ""
        meant = f"Meintest du „{close}“?" if close else f"Es gibt: {', '.join(benches)}."
        raise WrongCall(f"--bank: Auf welche Bank kommt die Person? {meant}")
    way = eingang(regeln, karte, bank)
    seat = [] if here else [*_free_seat(karte, bank, netz)]
    steps = [] if way is None else [*seat, *_asked(person, karte, bank, way, here, netz)]
    entry = _entry(person, karte, bank, way, here, steps)
    return Way(kuerzel, person, _name(karte, bank, way, netz), (way and way.quelle) or "", (*steps, entry))


def _on_bench(karte: Karte, bank: str | None, netz: Netz) -> int:
    """Count who sits on a bench today; without a bench, in the team."""
    return len(
        {one.kennung for one in karte.personen if one.member_on(netz.rahmen.heute) and (not bank or one.bank == bank)}
    )


def _free_seat(karte: Karte, bank: str | None, netz: Netz) -> Iterator[Step]:
    """Say whether there is a seat at all, where the rules say how many there are."""
    teamart = netz.rahmen.regeln.teams.get(karte.art)
    bench = teamart.aufnahme.baenke.get(bank or "") if teamart else None
    if bench is None or bench.sitze is None:
        return
    taken = _on_bench(karte, bank, netz)
    free = taken < bench.sitze
    full = f"Besetzt: {taken} von {bench.sitze}. Erst wird einer frei: In {karte.file} fehlt dann „bis“."
    yield Step(f"Freier Sitz auf der Bank {bench.name or bank}", free, "" if free else full)


def _name(karte: Karte, bank: str | None, way: Eingang | None, netz: Netz) -> str:
    if way is None:
        return f"{karte.name} legt selbst fest, wer dazukommt."
    who = name_of(netz.rahmen.regeln, way.entscheider)
    words = {
        ERNENNUNG: f"Gemeinsame Ernennung durch {who.replace(', ', ' und ')}",
        ENTSENDUNG: f"Entsendung durch {who or way.von or 'die entsendende Stelle'}",
        WAHL: "Wahl",
        ERKLAERUNG: "Absichtserklärung und Beschluss im Team",
    }
    return f"{karte.name}{f', Bank {bank}' if bank else ''}: {words.get(way.weg, way.weg)}"


def _asked(
    person: str, karte: Karte, bank: str | None, way: Eingang, here: Mitgliedschaft | None, netz: Netz
) -> Iterator[Step]:
    """Give every step that comes before the entry in the team's file."""
    zugang = here.zugang if here else None
    if way.weg == ERKLAERUNG:
        day = zugang.absichtserklaerung if zugang else None
        said = f"vom {day:%d.%m.%Y}" if day else "Ihr Tag kommt beim Eintrag unter „zugang“."
        yield Step("Absichtserklärung der Person", day is not None, said)
    if way.mitglied_in:
        today = netz.rahmen.heute
        inside = any(
            one.kennung == person and one.member_on(today)
            for other in netz.teams.values()
            if other.art == way.mitglied_in
            for one in other.personen
        )
        yield Step(f"Mitglied im {name_of(netz.rahmen.regeln, [way.mitglied_in])}", inside)
    if not way.entscheider:
        proof = bool(zugang and zugang.nachweis)
        what = "Wahl" if way.weg == WAHL else f"Entsendung durch: {way.von or 'die entsendende Stelle'}"
        yield Step(
            f"{what}, mit Nachweis", proof, "" if proof else "Wo der Nachweis liegt, kommt unter „zugang: nachweis“."
        )
    for wer in way.entscheider:
        yield _decision(person, karte, bank, way, wer, netz)


def _decision(person: str, karte: Karte, bank: str | None, way: Eingang, wer: str, netz: Netz) -> Step:
    aufnahmen, kind = Aufnahmen(netz), KIND[way.weg]
    who = netz.teams[wer].name if wer in netz.teams else name_of(netz.rahmen.regeln, [wer])
    what = f"Beschluss von: {who}"
    about = [
        one
        for one in netz.beschluesse.values()
        if one.art in NEW_HERE
        and one.betrifft.person == person
        and (one.betrifft.team or one.team) == karte.kuerzel
        and one.betrifft.bank in {None, bank}
        and aufnahmen.decides(one, wer)
    ]
    adopted = [one for one in about if one.status == "angenommen"]
    if adopted:
        return Step(what, done=True, note="angenommen", decision=adopted[-1].id)
    if waiting := [one for one in about if one.is_open]:
        return Step(what, False, "noch offen", waiting[-1].id, f"wiq decide vote {waiting[-1].id}")
    failed = about[-1].id if about else ""
    return Step(
        what, False, "nicht angenommen" if failed else "fehlt", failed, _command(person, karte, bank, kind, wer, netz)
    )


def _command(person: str, karte: Karte, bank: str | None, kind: str, wer: str, netz: Netz) -> str:
    deciding = next((one.kuerzel for one in netz.teams.values() if wer in {one.kuerzel, one.art}), wer.lower())
    into = "" if deciding == karte.kuerzel else f" --into {karte.kuerzel}"
    seat = f" --bank {bank}" if bank else ""
    number = _on_bench(karte, bank, netz) + 1
    wording = WORDING[kind].format(team=karte.name)
    return (
        f"wiq decide new --team {deciding} --kind {kind} --person {person}{into}{seat} "
        f'--title "{kind.capitalize()}: {karte.name}, Sitz {number}" --wording "{wording}"'
    )


def _entry(
    person: str, karte: Karte, bank: str | None, way: Eingang | None, here: Mitgliedschaft | None, steps: list[Step]
) -> Step:
    what = f"Eintrag in {karte.file}"
    if here:
        since = f"seit {here.seit:%d.%m.%Y}" if here.seit else "ohne „seit“"
        return Step(what, done=True, note=since)
    parts = [f"weg: {way.weg}"] if way else []
    parts += [f"bank: {bank}"] if bank else []
    decided = [step.decision for step in steps if step.done and step.decision]
    parts += [f"beschluesse: [{', '.join(decided)}]"] if decided else []
    zugang = f", zugang: {{{', '.join(parts)}}}" if parts else ""
    return Step(what, False, f"Danach unter „mitglieder“: - {{kennung: {person}, name: …, seit: …{zugang}}}")


def join_document(way: Way) -> dict[str, Any]:
    """Give the way for programs."""
    steps = [asdict(step) for step in way.steps]
    return {"schema": SCHEMA, "team": way.team, "person": way.person, "complete": way.complete, "steps": steps}
