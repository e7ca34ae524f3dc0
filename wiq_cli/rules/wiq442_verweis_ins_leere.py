"""Ein Verweis auf etwas, das es nicht gibt.

Ein Beschluss nennt ein Team, eine Person, einen anderen Beschluss oder einen Wunsch. Nichts davon findet sich im Netzwerk.
Meist ist es ein Tippfehler. Ein früherer Name des Teams gilt, wenn er dort unter „frueher“ steht.

Wer nicht mehr dabei ist, bleibt mit Kennung, „seit“ und „bis“ in der Datei des Teams. So stimmen frühere Beschlüsse.
Ein Wunsch heißt im Beschluss so wie in der Datei des Teams unter „support“ oder „offene_fragen“.
Ist der Beschluss schon versiegelt, dann ist der Befund nur eine Warnung: Dort lässt sich nichts mehr ändern.

Auch die Datei eines Teams kann ins Leere weisen: unter „zugang: beschluesse“. Und regeln.yaml mit „beschlossen_durch“.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    betrifft: {lt: gartne}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    betrifft: {teams: [st]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level, field_name
from wiq_cli.domain.naehe import SURE, nearest
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.verweise import decisions, people, teams, wishes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.karte import Karte
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NO_DECISION = "Diesen Beschluss gibt es nicht."


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    if netz.beschluesse and not (netz.teams or netz.unlesbar):
        yield _no_team(netz)
        return
    yield from _inside(netz)
    if netz.dateien:  # else this network does not keep its decisions with wiq
        yield from _outside(netz)


def _inside(netz: Netz) -> Iterator[NetzFault]:
    """What decisions name."""
    by_name = {old: karte for karte in netz.teams.values() for old in karte.frueher} | netz.teams
    known_teams = {*by_name, *netz.unlesbar}
    known_people = {person.kennung for _, person in netz.personen()}
    for name, beschluss in netz.beschluesse.items():
        file, level = netz.dateien[name], Level.WARNING if beschluss.siegel else None
        for path, team in teams(beschluss):
            if team not in known_teams:
                remedy = _meant(team, known_teams)
                yield NetzFault(file, path, "Dieses Team gibt es nicht.", remedy, level, f"teams/{team}.yaml")
        for path, kennung in people(beschluss):
            if kennung not in known_people and not netz.unlesbar:  # the person may stand in a file that cannot be read
                remedy = "Prüf sie. Eine Kennung steht bei der Person in der Datei ihres Teams."
                message = "Diese Kennung hat niemand im Netzwerk."
                yield NetzFault(file, path, message, remedy, level, f"teams/{beschluss.team}.yaml")
        for path, other in decisions(beschluss):
            if other not in netz.dateien:
                yield NetzFault(file, path, NO_DECISION, _meant(other, netz.dateien), level, _file(other))
        if concerned := by_name.get(beschluss.betrifft.lt or ""):
            yield from _wishes(beschluss, file, concerned)


def _no_team(netz: Netz) -> NetzFault:
    """All decisions lead nowhere, for one reason."""
    name, beschluss = next(iter(netz.beschluesse.items()))
    message = "Hier gibt es Beschlüsse, aber kein einziges Team."
    remedy = "Hol die Dateien der Teams zurück, zum Beispiel mit: git checkout -- teams"
    return NetzFault(netz.dateien[name], ("team",), message, remedy, also=f"teams/{beschluss.team}.yaml")


def _wishes(beschluss: Beschluss, file: str, team: Karte) -> Iterator[NetzFault]:
    """A wish that is spelt otherwise; as long as nothing is sealed also one that the team does not have."""
    asked = {" ".join(wish.casefold().split()): path for path, wish in team.wuensche}
    for path, wish in wishes(beschluss):
        plain = " ".join(wish.casefold().split())
        if plain in asked:
            continue
        if close := nearest(plain, asked, at_least=SURE):
            place = field_name(asked[close])
            message = "So heißt der Wunsch in der Datei des Teams nicht."
            remedy = f"Gemeint ist vermutlich „{place}“ in {team.file}. Schreib ihn an beiden Stellen gleich."
            yield NetzFault(file, path, message, remedy, Level.WARNING if beschluss.siegel else None, team.file)
        elif beschluss.siegel is None:  # what was granted may leave the team's file later
            remedy = f"Nimm die Worte aus „support“ oder „offene_fragen“ in {team.file}."
            yield NetzFault(file, path, "Diesen Wunsch hat das Team nicht.", remedy, Level.WARNING, team.file)


def _outside(netz: Netz) -> Iterator[NetzFault]:
    """Decisions that other files name."""
    for karte, person in netz.personen():
        for number, one in enumerate(person.beschluesse):
            if one not in netz.dateien:
                path = (*person.path, "zugang", "beschluesse", number)
                yield NetzFault(karte.file, path, NO_DECISION, _meant(one, netz.dateien), also=_file(one))
    founding = netz.rahmen.regeln.beschlossen_durch
    if founding and founding not in netz.dateien and (place := _file(founding)):  # other words name a paper somewhere
        yield NetzFault("regeln.yaml", ("beschlossen_durch",), NO_DECISION, _meant(founding, netz.dateien), also=place)


def _file(beschluss_id: str) -> str:
    """Give where a decision would lie: whoever deletes it must see this. Empty for what is no id."""
    from wiq_cli.domain.beschluss import ID  # noqa: PLC0415  # only networks with decisions need it

    match = ID.fullmatch(beschluss_id)
    return f"beschluesse/{match['team']}/{match['tag'][:4]}/{beschluss_id}.yaml" if match else ""


def _meant(word: str, known: Collection[str]) -> str:
    close = nearest(word, sorted(known), at_least=SURE)
    return f"Meintest du „{close}“?" if close else "Prüf den Namen. Er ist der Name einer Datei."
