"""Decisions as everybody may read them: only what the network calls public, without anybody in it.

Objections stay inside. Where a decision is about a person, only what was decided is shown: no votes, no reasons. Where so few
voted that a number points to somebody, no number is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain import public
from wiq_cli.domain.geltung import Geltung, ends, since
from wiq_cli.domain.recount import recount
from wiq_cli.domain.regeln import EINZELN, SELBST
from wiq_cli.domain.review import counting
from wiq_cli.domain.verdict import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.beschluss_teile import Ablehnung
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.domain.team import Team

ABOUT_PEOPLE = frozenset({"aufnahme", "ernennung", "entsendung", "wahl"})
OUTCOME = {
    "angenommen": "angenommen", "abgelehnt": "abgelehnt", "erreicht": "erreicht", "nicht_erreicht": "nicht erreicht",
    "nicht_feststellbar": "nicht feststellbar",
}  # fmt: skip
SPOKEN = {SELBST: "nach eigenem Verfahren", EINZELN: "eine Person allein"}


def public_beschluesse(
    beschluesse: Iterable[Beschluss], teams: Sequence[tuple[str, Team]], rahmen: Rahmen
) -> dict[str, tuple[public.Beschluss, ...]]:
    """Give the public decisions of every published team and about it, the latest first."""
    names = {kuerzel: team.name for kuerzel, team in teams}
    today = {old: kuerzel for kuerzel, team in teams for old in team.frueher} | {one: one for one in names}
    everything = list(beschluesse)
    geltung = Geltung(everything)
    found: dict[str, list[public.Beschluss]] = {}
    for one in everything:
        team = today.get(one.team)
        about = one.betrifft.lt or one.betrifft.team
        if one.sichtbarkeit.stufe != "oeffentlich" or one.ergebnis is None or one.status == "offen" or team is None:
            continue
        if about is not None and about not in today:
            continue  # that team is not public, so nothing about it is
        shown = _public(one, team, today[about] if about else None, names, geltung, rahmen)
        for kuerzel in {team, shown.betrifft or team}:
            found.setdefault(kuerzel, []).append(shown)
    return {
        kuerzel: tuple(sorted(part, key=lambda one: (one.am, one.id), reverse=True))
        for kuerzel, part in sorted(found.items())
    }


def _public(
    one: Beschluss, team: str, about: str | None, names: Mapping[str, str], geltung: Geltung, rahmen: Rahmen
) -> public.Beschluss:
    result = one.ergebnis
    begriffe = counting(rahmen.regeln, one)
    counted = recount(one, begriffe)
    personal = one.art in ABOUT_PEOPLE or one.betrifft.person is not None
    about = None if about == team else about
    adopted = one.status == "angenommen"
    given = one.leistung if not personal else None
    return public.Beschluss.model_validate({
        "id": one.id, "team": team, "teamname": names[team], "betrifft": about, "betrifft_name": names[about] if about else None,
        "am": (result and result.am) or one.opened, "titel": one.titel, "anlass": None if personal else one.anlass,
        "wortlaut": one.antrag.wortlaut, "ergebnis": one.status, "stand": geltung.stand(one, rahmen.heute),
        "gilt_ab": since(one) if adopted else None, "gilt_bis": ends(one) if adopted else None,
        "abstimmungen": () if personal else tuple(_attempts(counted, begriffe)),
        "bewilligt": tuple(given.bewilligt) if given and adopted else (),
        "abgelehnt": tuple(_answers(given.abgelehnt)) if given else (), "offen": tuple(_answers(given.offen)) if given else (),
        "begruendung": None if personal else result and result.grund, "weiter": None if personal else result and result.weiter,
        "wiedervorlage": one.wiedervorlage.am if one.wiedervorlage and not personal else None,
        "frage": one.wiedervorlage.frage if one.wiedervorlage and not personal else None,
    })  # fmt: skip


def _many(counted: Recount) -> bool:
    """Whether so many could vote that a number points to nobody."""
    return (counted.lage.voters or 0) >= public.KLEIN


def _attempts(counted: Iterable[Recount], begriffe: Mapping[str, Begriff]) -> Iterator[public.Abstimmung]:
    for one in counted:
        votes = {word: number for word, number in one.lage.stimmen.items() if number} if _many(one) else {}
        yield public.Abstimmung(
            am=one.versuch.am,
            verfahren=procedure(one.versuch.verfahren, begriffe),
            stimmen=tuple(public.Stimmen(wort=WORD[word], zahl=number) for word, number in votes.items()),
            ergebnis=OUTCOME.get(one.recorded or ""),
        )


def procedure(name: str, begriffe: Mapping[str, Begriff]) -> str:
    """Give a procedure as people call it."""
    known = begriffe.get(name)
    return SPOKEN.get(name) or (known and known.name) or name.replace("_", " ")


def _answers(answers: Iterable[Ablehnung]) -> Iterator[public.Antwort]:
    return (public.Antwort(was=one.was, begruendung=one.grund, weiter=one.weiter) for one in answers)
