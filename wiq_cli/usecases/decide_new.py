"""Opening a decision: who may decide, by which procedure, and how many count. All of it is frozen into the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import ARTEN, ID_MAX, wording_hash
from wiq_cli.domain.errors import Refused, WrongCall
from wiq_cli.domain.geltung import Geltung
from wiq_cli.domain.karte import karte
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.procedure import Vorgehen, applicable, electorate, freeze, own_procedure
from wiq_cli.domain.regeln import SELBST, Verfahren
from wiq_cli.domain.slug import slug
from wiq_cli.domain.unterstuetzung import SUPPORT
from wiq_cli.usecases.decide_grant import draft, grant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Begriff, Regeln
    from wiq_cli.domain.team import Team
    from wiq_cli.usecases.decide_proposal import Proposal

SLUG_MAX = 40
ABOUT_A_PERSON = ("aufnahme", "ernennung", "entsendung", "wahl")
HINT_OWN = "Das Team hat noch kein eigenes Verfahren beschlossen. Das geht mit: wiq decide new --kind verfahren --decides konsens"

TURNED_DOWN = {
    "abgelehnt": "abgelehnt",
    "nicht_erreicht": "nicht angenommen",
    "nicht_feststellbar": "nicht sicher entschieden",
}
HINT_SILENCE = "Wer bis {:%d.%m.%Y} nicht widerspricht, ist einverstanden. Danach: wiq decide close. Nur wer widerspricht, kommt in wiq decide vote."


@dataclass(frozen=True, slots=True)
class Opened:
    """A new decision file as plain data, and what to say about it."""

    id: str
    data: dict[str, Any]
    hints: list[str] = field(default_factory=list)
    drafted: tuple[str, ...] = ()  # what comes out of the file of a team


def open_decision(
    proposal: Proposal, regeln: Regeln, teams: Mapping[str, Team], beschluesse: Sequence[Beschluss], day: date
) -> Opened:
    """Give the file of a new decision. ``teams`` holds the teams that the proposal names.

    Raises ``WrongCall`` for what is missing, ``Refused`` where the rules do not allow it.
    """
    of_today = regeln.on(day)
    if of_today is None:
        raise Refused(f"Eure Regeln gelten erst ab {regeln.gilt_ab:%d.%m.%Y}. Prüf „gilt_ab“ in regeln.yaml.")
    regeln, team = of_today, teams[proposal.team]
    hints = _allowed(proposal, regeln, team)
    _complete(proposal, day)
    way, hint = _way(proposal, regeln, team, own_procedure(beschluesse, proposal.team, day))
    fassung = regeln.fassung
    voters = electorate(karte(proposal.team, "", team).personen, day)
    if voters == 0:
        raise Refused("In der Datei des Teams steht an diesem Tag niemand. Trag erst die Mitglieder ein.")
    identity = new_id(proposal.team, day, proposal.titel)
    leistung, unsaid = grant(proposal, teams, beschluesse, day)
    wording = proposal.wortlaut or draft(proposal, teams, leistung)
    before = _refuse_twin(proposal, wording, beschluesse, day)
    silence = _silence(proposal, regeln.begriffe.get(way.verfahren.art), day)
    data: dict[str, Any] = {
        "schema": 1,
        "id": identity,
        "team": proposal.team,
        "art": proposal.art,
        "titel": proposal.titel,
        "anlass": proposal.anlass,
        "antrag": {
            "fassung": 1,
            "eingebracht_am": day,
            "wortlaut": wording,
        },
        "betrifft": _concerns(proposal),
        "leistung": leistung,
        "verfahren": _filled(proposal.decides.model_dump()) if proposal.decides else None,
        "regel": freeze(way.verfahren, regeln.begriffe, fassung, way.own),
        "form": _form(proposal, silence or proposal.umlauf_bis),
        "wahlkoerper": {"stichtag": day, "zahl": voters},
        "verweise": {"ersetzt": [proposal.ersetzt]} if proposal.ersetzt else None,
    }
    silent = [HINT_SILENCE.format(silence)] if silence else []
    drafted = () if proposal.wortlaut else (wording,)
    return Opened(identity, _filled(data), [*hints, *hint, *before, *silent, *unsaid], drafted)


def _concerns(proposal: Proposal) -> dict[str, Any]:
    return _filled(
        {
            "lt": proposal.lt,
            "team": _target(proposal),
            "teams": list(proposal.informiert),
            "person": proposal.person,
            "bank": proposal.bank,
            "thema": proposal.thema,
            "eur": proposal.eur,
        }
    )


def new_id(team: str, day: date, titel: str) -> str:
    """Give the id: team, day, short title."""
    words = slug(titel)
    while len(words) > SLUG_MAX and "-" in words:
        words = words.rpartition("-")[0]
    if not words:
        raise WrongCall("Der Titel braucht mindestens ein Wort aus Buchstaben oder Ziffern.")
    return f"{team}-{day:%Y%m%d}-{words[:SLUG_MAX]}"[:ID_MAX]


def _form(proposal: Proposal, until: date | None) -> dict[str, Any] | None:
    form: dict[str, Any] = {"art": "umlauf", "frist": until} if until else {}
    if proposal.geheim:
        form = {"art": "treffen", **form, "geheim": True}
    return form or None


def _silence(proposal: Proposal, begriff: Begriff | None, day: date) -> date | None:
    """Give the last day to object where silence is consent; None elsewhere. Raises ``WrongCall`` where it is too early."""
    if begriff is None or not begriff.is_silent:
        return None
    least = day + timedelta(begriff.schweigen_tage or 0)
    if proposal.umlauf_bis and proposal.umlauf_bis < least:
        raise WrongCall(f"--circulate: Zum Widersprechen ist bei euch Zeit bis mindestens {least:%d.%m.%Y}.")
    return proposal.umlauf_bis or least


def _refuse_twin(proposal: Proposal, wording: str, beschluesse: Sequence[Beschluss], day: date) -> list[str]:
    """Refuse to open what is already on the table, or to decide the same words once more while they hold.

    What was turned down may come again. Then it is said when that was, so that nobody takes it for new.
    """
    turned_down = []
    mine = [one for one in beschluesse if one.team == proposal.team and one.id != proposal.ersetzt]
    geltung, fingerprint = Geltung(beschluesse), wording_hash(wording)
    for one in mine:
        about = one.betrifft
        same_person = about.person == proposal.person
        same_words = (
            wording_hash(one.antrag.wortlaut) == fingerprint
            and same_person
            and (about.lt, about.team) == (proposal.lt, _target(proposal))
        )
        same_seat = proposal.art in ABOUT_A_PERSON and same_person and one.art == proposal.art
        same_title = one.titel.casefold() == proposal.titel.casefold() and same_person
        if one.is_open and (same_title or same_words or (same_seat and about.team == _target(proposal))):
            raise WrongCall(f"Darüber gibt es schon einen offenen Antrag: {one.id}. Stimmt dort ab: wiq decide vote")
        if same_words and geltung.stand(one, day) in {"in_kraft", "kuenftig"}:
            raise WrongCall(
                f"Das ist schon beschlossen: {one.id}. Soll etwas anderes gelten, ändere den Wortlaut. "
                f"Soll der neue ihn ablösen: --replaces {one.id}"
            )
        if same_words and one.status in TURNED_DOWN:
            when = (one.ergebnis and one.ergebnis.am) or one.opened
            turned_down.append(f"Denselben Wortlaut habt ihr am {when:%d.%m.%Y} {TURNED_DOWN[one.status]}: {one.id}")
    return turned_down


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, {}, [])}


def _target(proposal: Proposal) -> str | None:
    return proposal.ziel or (proposal.team if proposal.art == "aufnahme" else None)


def _allowed(proposal: Proposal, regeln: Regeln, team: Team) -> list[str]:
    known = list(
        dict.fromkeys([*ARTEN, *(claim.art for one in regeln.teams.values() for claim in one.zustaendig_fuer)])
    )
    if proposal.art not in known:
        close = nearest(proposal.art, known)
        raise WrongCall(
            f"--kind: Diese Art Beschluss kenne ich nicht. {f'Meintest du „{close}“?' if close else 'Es gibt: ' + ', '.join(known) + '.'}"
        )
    if team.art not in regeln.teams:
        raise Refused("Die Teamart dieses Teams steht nicht in regeln.yaml. Prüf „art“ in der Datei des Teams.")
    found = regeln.competent(proposal.art)
    if found is None or found[0] == team.art:
        return []
    kind, claim = found
    who = f"{regeln.teams[kind].name} ({kind})"
    if claim.quelle:
        return [f"Nach „{claim.quelle}“ entscheidet darüber: {who}."]
    raise Refused(f"Darüber entscheidet nur das {who}. Nenn das zuständige Team mit --team.")


def _complete(proposal: Proposal, day: date) -> None:
    if proposal.umlauf_bis and proposal.umlauf_bis < day:
        raise WrongCall("--circulate: Dieser Tag ist schon vorbei. Nenn den letzten Tag für Stimmen.")
    if proposal.bis and proposal.bis < day:
        raise WrongCall("--until: Dieser Tag ist schon vorbei.")
    if proposal.art != SUPPORT and (proposal.bewilligt or proposal.abgelehnt or proposal.offen or proposal.bis):
        raise WrongCall("--grant, --refuse, --defer und --until passen nur zu --kind lt_unterstuetzung.")
    if proposal.art == SUPPORT and not proposal.lt:
        raise WrongCall("Es fehlt das Lösungsteam, um das es geht. Nenn es mit --lt.")
    if proposal.art in ABOUT_A_PERSON and not proposal.person:
        raise WrongCall("Es fehlt die Person, um die es geht. Nenn ihre kennung mit --person.")
    if proposal.art in ABOUT_A_PERSON and not _target(proposal):
        raise WrongCall("Es fehlt das Team, in das die Person kommt. Nenn es mit --into.")
    if proposal.art == "verfahren" and not proposal.decides:
        raise WrongCall(
            "Es fehlt, wie das Team künftig entscheidet. Nenn es mit --decides, zum Beispiel --decides konsens."
        )
    if proposal.decides and proposal.art != "verfahren":
        raise WrongCall("--decides passt nur zu --kind verfahren.")
    if not proposal.wortlaut and proposal.art != SUPPORT:
        raise WrongCall("Es fehlt der Wortlaut, über den ihr entscheidet. Nenn ihn mit --wording.")


def _way(proposal: Proposal, regeln: Regeln, team: Team, own: Vorgehen | None) -> tuple[Vorgehen, list[str]]:
    """Give the procedure, and a hint where the team has none of its own yet."""
    if proposal.decides:
        freeze(proposal.decides, regeln.begriffe, None, None)  # refuses a procedure that nobody can count
        if regeln.teams[team.art].verfahren.art != SELBST:
            raise Refused("Das Verfahren dieses Teams steht in regeln.yaml. Ein eigenes kann es sich nicht geben.")
    way = applicable(regeln, team.art, proposal.art, own)
    if way is None:
        chosen = Verfahren(art=proposal.verfahren or SELBST, sonst=None)
        return Vorgehen(chosen), [] if proposal.art == "verfahren" else [HINT_OWN]
    if proposal.verfahren not in {None, way.verfahren.art}:
        raise Refused(f"Für diesen Beschluss gilt das Verfahren „{way.verfahren.art}“. Lass --procedure weg.")
    return way, []
