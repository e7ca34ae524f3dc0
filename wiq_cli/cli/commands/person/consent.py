from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper, choice, parse_date
from wiq_cli.cli.options import DryRun, Yes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiq_cli.files.batch import Change
    from wiq_cli.usecases.person import Mensch, Stelle
    from wiq_cli.usecases.person_consent import Antwort

app = GermanTyper()
PROFIL = "profil"
PURPOSES = ("name", "verteiler", "foto", PROFIL)

Team = Annotated[str | None, typer.Option("--team", metavar="KUERZEL", help="Nur bei profil: um welches Team es geht.")]
On = Annotated[Any, typer.Option("--on", metavar="DATUM", parser=parse_date, help="Tag der Antwort. Sonst heute.")]


@app.command("consent")
def consent(  # one parameter for each option
    who: store.Who,
    purpose: Annotated[
        str,
        typer.Option(
            "--purpose",
            metavar="ZWECK",
            parser=choice(*PURPOSES),
            help="name, verteiler, foto; oder profil: Die Person gibt das Profil des Teams frei.",
        ),
    ],
    answer: Annotated[
        str, typer.Option("--answer", metavar="ja|nein", parser=choice("ja", "nein"), help="Was die Person gesagt hat.")
    ],
    on: On = None,
    proof: Annotated[
        str | None, typer.Option("--proof", metavar="TEXT", help="Wo der Nachweis liegt. Nicht der Nachweis selbst.")
    ] = None,
    until: Annotated[
        Any, typer.Option("--until", metavar="DATUM", parser=parse_date, help="Bis wann ein Ja gilt.")
    ] = None,
    team: Team = None,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Hält fest, was eine Person gefragt wurde und was sie geantwortet hat.

    Die Antwort steht danach in jedem Team, in dem die Person ist. Eine neue Antwort ersetzt die alte ganz.
    """
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_consent import Antwort, answer_edits, profile_edits  # noqa: PLC0415  # start-up

    akten = store.Akten()
    given = Antwort(purpose, answer, on or akten.heute, proof, until)
    given.check(akten.heute)
    mensch = akten.person(who)
    akten.refuse_unread(store.TEAMS)
    if purpose == PROFIL:
        if answer == "nein" or until:
            raise WrongCall(
                "--purpose profil: Hier gibt es nur ein Ja ohne Ende. Ohne Ja erscheint nichts. "
                "Ein Ja nimmst du zurück mit: wiq person revoke … --purpose profil"
            )
        places: Sequence[Stelle] = [_led(mensch, team)]
        edits = [(one, profile_edits(one, given)) for one in places]
    else:
        places = mensch.stellen
        edits = [(one, answer_edits(one, given)) for one in places]
    _keep_proof(akten, places, given, yes=yes or dry_run)
    changes = store.changes(akten, edits)
    store.refuse_new_faults(akten, changes)
    store.save(changes, dry_run=dry_run)
    if until and until < akten.heute:
        note("Das Ende liegt schon hinter uns. Dieses Ja gilt heute nicht mehr.")
    _say_recorded(mensch, given, changes, dry_run=dry_run)


def _led(mensch: Mensch, team: str | None) -> Stelle:
    """Give the entry in the team whose profile is meant: the one named, else the only one. Raises ``WrongCall``."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    fitting = [one for one in mensch.stellen if team in {None, one.team}]
    if len({one.team for one in fitting}) > 1:
        raise WrongCall(f"Die Person ist in mehreren Teams. Nenn eines: --team {' oder '.join(mensch.teams)}")
    if not fitting:
        raise WrongCall(f"--team: In diesem Team ist die Person nicht. Sie ist hier: {', '.join(mensch.teams)}")
    return fitting[0]


def _keep_proof(akten: store.Akten, places: Iterable[Stelle], answer: Antwort, *, yes: bool) -> None:
    """An earlier consent proves what was public until now. Let go of it only where git has it. Raises ``WrongCall``."""
    from wiq_cli.cli import ask  # noqa: PLC0415  # start-up
    from wiq_cli.domain.pruned import value_at  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_consent import lost_record  # noqa: PLC0415  # start-up

    for one in places:
        path = ("einwilligung", answer.zweck) if answer.zweck == PROFIL else (*one.path, "einwilligung", answer.zweck)
        old = value_at(one.source.data, path)
        if not lost_record(old, answer):
            continue
        line = one.source.span(path).line
        if _in_git(akten, one, answer.zweck, old):
            note(f"Die frühere Antwort ({one.file}:{line}) wird ersetzt. In git bleibt sie als Nachweis stehen.")
            continue
        note(f"Die frühere Antwort ({one.file}:{line}) steht nicht in git. Ersetzt du sie, ist der Nachweis weg.")
        if not yes and not ask.confirm(
            "Trotzdem ersetzen?", default=False, option="--yes, oder sichere sie erst mit git commit"
        ):
            raise typer.Abort


def _in_git(akten: store.Akten, one: Stelle, zweck: str, record: Any) -> bool:
    """Whether the last commit holds this very record of this person."""
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.pruned import value_at  # noqa: PLC0415  # start-up
    from wiq_cli.files.history import committed  # noqa: PLC0415  # start-up
    from wiq_cli.files.loader import parse  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person import stellen  # noqa: PLC0415  # start-up

    text = committed(akten.ordner.root, one.file)
    try:
        source = parse(text or "", one.file)
    except Unreadable:
        return False
    if zweck == PROFIL:
        return bool(value_at(source.data, ("einwilligung", PROFIL)) == record)
    same = (
        other
        for other in stellen(one.team, source)
        if (other.get("kennung"), other.get("name")) == (one.get("kennung"), one.get("name"))
    )
    return any(value_at(other.data, ("einwilligung", zweck)) == record for other in same)


def _say_recorded(mensch: Mensch, answer: Antwort, changes: Sequence[Change], *, dry_run: bool) -> None:
    from wiq_cli.usecases.person_consent import is_minor  # noqa: PLC0415  # start-up

    if answer.zweck in {"name", "foto"} and answer.antwort == "ja" and any(map(is_minor, mensch.stellen)):
        note("Die Person ist minderjährig. Die Antwort steht in der Datei, aber Name und Foto erscheinen nie.")
    if answer.antwort == "ja" and answer.nachweis is None:
        note("Es fehlt noch, wo der Nachweis liegt. Trag ihn nach mit --proof.")
    if not changes:
        note("Genau das steht schon da. Es wurde nichts geändert.")
    elif not dry_run:
        out("".join(f"{one.file}\n" for one in changes))
        note(f"Eingetragen: {answer.zweck} {answer.antwort} ({mensch.label}).")
        next_step(f'git commit -m "Einwilligung eingetragen" -- {" ".join(one.file for one in changes)}')


@app.command("revoke")
def revoke(  # one parameter for each option
    who: store.Who,
    purpose: Annotated[
        str | None,
        typer.Option(
            "--purpose",
            metavar="ZWECK",
            parser=choice(*PURPOSES),
            help="name, verteiler, foto oder profil. Sonst: alles Eigene.",
        ),
    ] = None,
    on: Annotated[
        Any, typer.Option("--on", metavar="DATUM", parser=parse_date, help="Tag des Widerrufs. Sonst heute.")
    ] = None,
    team: Team = None,
    target: store.Out = None,
    dry_run: DryRun = False,
) -> int:
    """Nimmt eine Einwilligung zurück und sagt, wo der Name noch stehen kann."""
    from wiq_cli.domain.errors import ExitCode, NothingToDo, WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.domain.person import ZWECKE  # noqa: PLC0415  # start-up
    from wiq_cli.report.person_elsewhere import purge_list  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_consent import purposes_given, revoke_edits  # noqa: PLC0415  # start-up

    akten = store.Akten()
    day = on or akten.heute
    if day > akten.heute:
        raise WrongCall("--on: Der Tag liegt in der Zukunft. Ein Widerruf gilt ab sofort.")
    mensch = akten.person(who)
    purposes = (purpose,) if purpose else tuple(purposes_given(mensch.stellen, ZWECKE))
    places = [_led(mensch, team)] if purpose == PROFIL else mensch.stellen
    changes = store.changes(akten, [(one, revoke_edits(one, zweck, day)) for one in places for zweck in purposes])
    if not changes:
        raise NothingToDo(
            "Hier gibt es kein Ja, das noch gilt. Es wurde nichts geändert. "
            "Ein Nein hältst du fest mit: wiq person consent … --answer nein"
        )
    store.save(changes, dry_run=dry_run)
    if dry_run:
        return ExitCode.FINE
    note(
        f"Widerruf eingetragen: {', '.join(purposes)} ({mensch.label}). Der nächste Lauf von wiq publish nimmt weg, was gezeigt wurde."
    )
    out(purge_list(purposes, store.addresses(akten, mensch, target)))
    note(f'Für git, ohne Namen: git commit -m "Widerruf eingetragen" -- {" ".join(one.file for one in changes)}')
    next_step("wiq publish")
    return ExitCode.NOTHING if akten.warn_unread(store.TEAMS) else ExitCode.FINE
