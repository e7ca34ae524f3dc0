from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli import ask
from wiq_cli.cli.commands.decide import private, store
from wiq_cli.cli.commands.decide.later import link
from wiq_cli.cli.commands.decide.people import kennung
from wiq_cli.cli.commands.decide.questions import refused
from wiq_cli.cli.console import can_ask, next_step, note, out
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from datetime import date as Date  # noqa: N812  # „date“ is what options are called

    from wiq_cli.domain.team import Team
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_proposal import Proposal

app = GermanTyper()
HEAD = """\
# yaml-language-server: $schema=../../../.wiq/schema/beschluss.json
# Ein Beschluss. Personen stehen hier nur mit ihrer kennung, nie mit Namen.
# Stimmen trägt „wiq decide vote“ ein, das Ergebnis schreibt „wiq decide close“.
"""
ANSWER = "WUNSCH | GRUND | SCHRITT"
PLAIN, SUPPORT = "sachbeschluss", "lt_unterstuetzung"


def euros(text: str) -> int:
    """Read an amount in whole euros."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise typer.BadParameter("Hier gehört ein Betrag in ganzen Euro hin, zum Beispiel 300.")
    return int(text)


def _text(option: str, metavar: str, text: str) -> Any:
    return typer.Option(option, metavar=metavar, help=text)


def _day(option: str, text: str) -> Any:
    return typer.Option(option, metavar="DATUM", parser=parse_date, help=text)


@app.command("new")
def new(  # noqa: PLR0913, PLR0917  # one parameter for each option
    team: Annotated[str | None, _text("--team", "KUERZEL", "Das Team, das entscheidet.")] = None,
    title: Annotated[str | None, _text("--title", "TEXT", "Worum es geht, in einer Zeile.")] = None,
    wording: Annotated[str | None, _text("--wording", "TEXT", "Worüber ihr entscheidet, Wort für Wort.")] = None,
    kind: Annotated[str, _text("--kind", "ART", "Art des Beschlusses, zum Beispiel lt_unterstuetzung.")] = PLAIN,
    reason: Annotated[str | None, _text("--reason", "TEXT", "Warum es dazu kam.")] = None,
    lt: Annotated[str | None, _text("--lt", "KUERZEL", "Das Lösungsteam, um das es geht.")] = None,
    grant: Annotated[
        list[str] | None, _text("--grant", "WUNSCH", "Was das Lösungsteam bekommt. Mehrfach möglich.")
    ] = None,
    refuse: Annotated[
        list[str] | None, _text("--refuse", ANSWER, "Was es nicht bekommt, warum, und was stattdessen geht. Mehrfach.")
    ] = None,
    defer: Annotated[
        list[str] | None, _text("--defer", ANSWER, "Was noch offen bleibt, warum, und wie es weitergeht. Mehrfach.")
    ] = None,
    until: Annotated[Any, _day("--until", "Bis wann die Unterstützung geht.")] = None,
    person: Annotated[str | None, _text("--person", "PERSON", "Um wen es geht: Kennung oder Name.")] = None,
    into: Annotated[str | None, _text("--into", "KUERZEL", "Das Team, in das die Person kommt.")] = None,
    bank: Annotated[str | None, _text("--bank", "BANK", "Die Bank im Steuerungsteam.")] = None,
    tell: Annotated[
        list[str] | None, _text("--tell", "KUERZEL", "Ein Team, das davon erfahren soll. Mehrfach möglich.")
    ] = None,
    topic: Annotated[str | None, _text("--topic", "THEMA", "Thema aus den Befugnissen, zum Beispiel ausgabe.")] = None,
    eur: Annotated[
        int | None, typer.Option("--eur", metavar="BETRAG", parser=euros, help="Betrag in ganzen Euro.")
    ] = None,
    circulate: Annotated[Any, _day("--circulate", "Umlauf statt Treffen: der letzte Tag für Stimmen.")] = None,
    secret: Annotated[bool, typer.Option("--secret", help="Geheime Abstimmung. Dann stehen hier nur Summen.")] = False,
    replaces: Annotated[
        str | None, _text("--replaces", "BESCHLUSS", "Der Beschluss, den dieser ersetzen soll.")
    ] = None,
    procedure: Annotated[
        str | None,
        _text("--procedure", "VERFAHREN", "Wie ihr entscheidet, wenn das Team noch kein eigenes Verfahren hat."),
    ] = None,
    decides: Annotated[
        str | None, _text("--decides", "VERFAHREN", "Bei --kind verfahren: wie das Team künftig entscheidet.")
    ] = None,
    fallback: Annotated[
        str | None, _text("--fallback", "VERFAHREN", "Bei --decides: was gilt, wenn das nicht gelingt.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Öffnet einen Beschluss. Verfahren und Zahl der Stimmberechtigten stehen damit fest.

    Bei --kind lt_unterstuetzung kommen die offenen Wünsche aus der Datei des Lösungsteams. Nennst du keinen einzeln,
    stehen alle im Antrag.
    """
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.regeln import Verfahren  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_grant import read_answer  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_proposal import Proposal  # noqa: PLC0415  # start-up

    if fallback and not decides:
        raise WrongCall("--fallback gehört zu --decides. Nenn beides.")
    ordner = open_network()
    team, kind, lt, title, wording = _asked(ordner, team, kind, lt, title, wording)
    day = today(ordner.netzwerk.zeitzone)
    given = [("--title", title), ("--wording", wording), ("--reason", reason)]
    given += [
        (option, one)
        for option, some in (("--grant", grant), ("--refuse", refuse), ("--defer", defer))
        for one in some or ()
    ]
    private.refuse(ordner, given, (team, lt, into, *(tell or ())))
    teams = {
        kuerzel: _team(ordner, kuerzel, option)
        for kuerzel, option in ((team, "--team"), (lt, "--lt"), (into, "--into"))
        if kuerzel
    }
    for one in tell or ():
        store.known_team(one, [path.stem for path in ordner.team_paths()], "--tell")
    if bank and not into:
        raise WrongCall("--bank gehört zu --into. Nenn auch das Team.")
    proposal = Proposal(
        team=team, titel=" ".join(title.split()), art=kind, wortlaut=wording, anlass=reason, lt=lt, ziel=into,
        person=kennung(ordner, person, "--person") if person else None, bank=bank, informiert=tuple(tell or ()), thema=topic,
        eur=eur, bewilligt=tuple(grant or ()), abgelehnt=tuple(map(read_answer, refuse or ())),
        offen=tuple(map(read_answer, defer or ())), bis=until, umlauf_bis=circulate, geheim=secret,
        ersetzt=store.find(ordner, replaces).stem if replaces else None, verfahren=procedure,
        decides=Verfahren(art=decides, sonst=fallback) if decides else None,
    )  # fmt: skip
    _open(ordner, proposal, teams, day, dry_run=dry_run)


def _asked(
    ordner: Netzordner, team: str | None, kind: str, lt: str | None, title: str | None, wording: str | None
) -> tuple[str, str, str | None, str, str | None]:
    """Give what every decision needs; asks where a person can answer, else raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    known = [path.stem for path in ordner.team_paths()]
    if not team and can_ask():
        fault = refused(lambda answer: store.known_team(answer, known, "--team"), "--team")
        hint = f"Zum Beispiel: {', '.join(known[:6])}"
        team = ask.text("Welches Team entscheidet?", hint=hint, option="--team", fault=fault)
    if not team:
        raise WrongCall("Es fehlt das Team, das entscheidet. Nenn es mit --team.")
    if can_ask() and lt is None and title is None and wording is None:
        kind, lt = _asked_support(ordner, team, kind)
    if title is None and lt and kind == SUPPORT:
        title = f"Unterstützung für {_team(ordner, lt, '--lt').name}"
    unnamed = private.fault_in(ordner, [one for one in (team, lt) if one])
    if title is None and can_ask():
        title = ask.text("Worum geht es, in einer Zeile?", hint="Ohne Namen.", option="--title", fault=unnamed)
    if not title or not title.strip():
        raise WrongCall("Es fehlt, worum es geht. Nenn es mit --title.")
    if wording is None and lt is None and can_ask():
        what = "Worüber entscheidet ihr, Wort für Wort?"
        wording = ask.text(what, hint="Ohne Namen.", option="--wording", fault=unnamed) or None
    return team, kind, lt, title, wording


def _asked_support(ordner: Netzordner, team: str, kind: str) -> tuple[str, str | None]:
    """Ask the team that decides on support whether one of the wishes that wait is what this is about."""
    from wiq_cli.usecases.decide_due import waiting as all_that_waits  # noqa: PLC0415  # start-up

    if kind not in {PLAIN, SUPPORT}:
        return kind, None
    day, (beschluesse, _) = today(ordner.netzwerk.zeitzone), store.readable(ordner)
    due = all_that_waits(beschluesse, store.teams(ordner), ordner.regeln, day, team=team)
    waiting = [one for one in due if one.kind == "wunsch"]
    if not waiting:
        return kind, None
    note("\nDarauf warten Lösungsteams:\n" + "\n".join(f"  {one.id}: {one.text}" for one in waiting))
    known = sorted({one.id for one in waiting})
    lt = ask.text(
        "Geht es um eines davon?",
        hint="Kürzel des Lösungsteams. Leer: um etwas anderes.",
        option="--lt",
        fault=lambda answer: "" if answer in known else f"Es gibt: {', '.join(known)}.",
    )
    return (SUPPORT, lt) if lt else (kind, None)


def _open(ordner: Netzordner, proposal: Proposal, teams: dict[str, Team], day: Date, *, dry_run: bool) -> None:
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.files.edit import dump  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_new import open_decision  # noqa: PLC0415  # start-up

    beschluesse, _ = store.readable(ordner)
    opened = open_decision(proposal, ordner.regeln, teams, beschluesse, day)
    drafted = [("dem Wunsch, aus dem der Antrag wird,", one) for one in opened.drafted]
    private.refuse(ordner, drafted, (proposal.team, proposal.lt))
    path = ordner.root / "beschluesse" / proposal.team / str(day.year) / f"{opened.id}.yaml"
    name = ordner.name_of(path)
    if opened.id in {one.stem for one in ordner.beschluss_paths()}:
        raise WrongCall(f"{name} gibt es schon. Ist es ein anderer Beschluss, gib ihm einen anderen Titel.")
    text = HEAD + dump(opened.data)
    store.fitting(text, name)
    for hint in opened.hints:
        note(f"Hinweis: {hint}")
    if proposal.ersetzt:
        link(ordner, proposal.ersetzt, text, path, dry_run=dry_run)
    else:
        store.save(ordner, path, "", text, dry_run=dry_run)
    if not dry_run:
        out(opened.id)
        note(f"Geöffnet: {name}")
        next_step(f"wiq decide vote {opened.id}")


def _team(ordner: Netzordner, kuerzel: str, option: str) -> Team:
    """Read a team by its kuerzel; raises ``WrongCall`` for one that does not exist."""
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up

    paths = {path.stem: path for path in ordner.team_paths()}
    store.known_team(kuerzel, paths, option)
    return ordner.strict(Team, paths[kuerzel])
