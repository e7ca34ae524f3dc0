"""What the rules about admission have to say of a membership whose decisions are not all there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.aufnahme import Aufnahmen, Eintritt, Grund, eintritte, name_of
from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz

SATZ: dict[Grund, str] = {
    "fehlt": "Es gibt keinen Beschluss über diese Person und dieses Team.",
    "andere": "Im Beschluss unter „zugang“ geht es nicht um diese Person und dieses Team.",
    "alt": "Der Beschluss gehört zu einer früheren Zeit im Team.",
    "abgelehnt": "Der Antrag wurde nicht angenommen.",
    "offen": "Der Beschluss ist noch offen.",
    "vorbei": "Der Beschluss galt an „seit“ nicht mehr.",
    "spaet": "Der Beschluss gilt erst nach „seit“.",
}
RAT: dict[Grund, str] = {
    "fehlt": "Trag die Person erst danach ein. So beginnt ihr: wiq decide new --kind {art}",
    "andere": "Prüf dort „betrifft: person“ und „betrifft: team“.",
    "alt": "Wer zurückkommt, braucht einen neuen Beschluss.",
    "abgelehnt": "Sucht gemeinsam eine andere Person, oder nehmt den Eintrag zurück.",
    "offen": "Trag die Person erst ein, wenn entschieden ist.",
    "vorbei": "Entscheidet neu, oder berichtige „seit“.",
    "spaet": "Prüf „seit“. Mitglied ist jemand erst mit dem Beschluss.",
}
AT_THE_DAY: tuple[Grund, ...] = ("spaet", "vorbei")
BESTAND = "Die Person war vor diesen Regeln da. Ihr könnt sie nachträglich bestätigen."
NO_KENNUNG = "Ohne „kennung“ lässt sich dieser Person kein Beschluss zuordnen."


def missing_decisions(netz: Netz, wanted: Callable[[Eintritt], bool], art: str) -> Iterator[NetzFault]:
    """Give a fault for every decision that a membership of the wanted kind needs and has not."""
    aufnahmen = Aufnahmen(netz)
    for one in eintritte(netz):
        if not wanted(one):
            continue
        level, file = one.level(Level.ERROR), one.karte.file
        if one.person.kennung is None:
            yield NetzFault(file, one.path(), NO_KENNUNG, "Gib ihr eine, die noch nie vergeben war.", level)
            continue
        lacking: dict[Grund, list[str]] = {}
        for wer in one.eingang.entscheider:
            if reason := aufnahmen.lacks(one, wer):
                lacking.setdefault(reason, []).append(wer)
        for reason, missing in _each(lacking):
            message = f"{name_of(netz.rahmen.regeln, missing)}: {SATZ[reason]}"
            remedy = BESTAND if one.bestand else RAT[reason].format(art=art)
            yield NetzFault(file, _place(one, reason), message, remedy, level)


def _each(lacking: dict[Grund, list[str]]) -> Iterator[tuple[Grund, list[str]]]:
    """Give the reasons with those whose decision is meant: what lies at the day is one fault, whatever number of decisions."""
    for reason, missing in lacking.items():
        together = reason in AT_THE_DAY
        yield from [(reason, missing)] if together else [(reason, [wer]) for wer in missing]


def _place(one: Eintritt, reason: Grund) -> DataPath:
    if reason in AT_THE_DAY:
        return one.path("seit")
    return one.path("zugang", "beschluesse") if one.person.beschluesse else one.path()
