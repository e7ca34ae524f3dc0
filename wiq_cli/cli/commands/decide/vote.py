from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.decide import ballot, private, store
from wiq_cli.cli.commands.decide.call import Call
from wiq_cli.cli.console import next_step, note
from wiq_cli.cli.german import GermanTyper, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from datetime import date as Date  # noqa: N812  # „date“ is the name of an option
    from pathlib import Path

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.verdict import Verdict
    from wiq_cli.files.netz import Netzordner

app = GermanTyper()


def number(text: str) -> int:
    """Read a count of votes."""
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise typer.BadParameter("Hier gehört eine ganze Zahl ab 0 hin.")
    return int(text)


def _count(option: str, text: str) -> Any:
    return typer.Option(option, metavar="ZAHL", parser=number, help=text)


Identity = Annotated[str, typer.Argument(metavar="BESCHLUSS", help="Die id des Beschlusses.")]


@app.command("vote")
def vote(  # noqa: PLR0913, PLR0917  # one parameter for each option
    beschluss_id: Identity,
    ja: Annotated[int | None, _count("--ja", "Ja-Stimmen.")] = None,
    nein: Annotated[int | None, _count("--nein", "Nein-Stimmen.")] = None,
    enthaltung: Annotated[int | None, _count("--enthaltung", "Enthaltungen. Beim Konsens Stufe 3.")] = None,
    ungueltig: Annotated[int | None, _count("--ungueltig", "Ungültige Stimmen.")] = None,
    zustimmung: Annotated[int | None, _count("--zustimmung", "Konsens, Stufe 1: Zustimmung.")] = None,
    leichte_bedenken: Annotated[
        int | None, _count("--leichte-bedenken", "Stufe 2: Zustimmung mit leichten Bedenken.")
    ] = None,
    beiseite: Annotated[int | None, _count("--beiseite", "Stufe 4: beiseite stehen, ohne aufzuhalten.")] = None,
    schwere_bedenken: Annotated[int | None, _count("--schwere-bedenken", "Stufe 5: schwere Bedenken.")] = None,
    veto: Annotated[int | None, _count("--veto", "Stufe 6: Veto.")] = None,
    option: Annotated[
        list[str] | None,
        typer.Option(
            "--option", metavar="VORSCHLAG=ZAHL", help="Bei einer Wahl zwischen Vorschlägen: jeder mit seiner Zahl."
        ),
    ] = None,
    objection: Annotated[
        list[str] | None,
        typer.Option("--objection", metavar="TEXT", help="Einwand mit Begründung, ohne Namen. Mehrfach möglich."),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option("--person", metavar="WER=STIMME", help="Eine Stimme, zum Beispiel p1=veto. Mehrfach möglich."),
    ] = None,
    named: Annotated[
        bool, typer.Option("--named", help="Hält die Stimmen nach Kennung fest. Sonst stehen hier nur Summen.")
    ] = False,
    recused: Annotated[
        list[str] | None,
        typer.Option("--recused", metavar="PERSON", help="Stimmt freiwillig nicht mit. Mehrfach möglich."),
    ] = None,
    excluded: Annotated[
        list[str] | None,
        typer.Option("--excluded", metavar="PERSON", help="Darf hier nicht mitstimmen. Mehrfach möglich."),
    ] = None,
    present: Annotated[int | None, _count("--present", "Wie viele Stimmberechtigte da waren.")] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="PERSON", help="Wer das Treffen geleitet hat, fürs Protokoll.")
    ] = None,
    keeper: Annotated[
        str | None, typer.Option("--keeper", metavar="PERSON", help="Wer mitgeschrieben hat, fürs Protokoll.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="ORT", help="Wo das Treffen war.")] = None,
    invited: Annotated[
        Any, typer.Option("--invited", metavar="DATUM", parser=parse_date, help="Tag der Einladung, fürs Protokoll.")
    ] = None,
    quorate: Annotated[
        bool | None, typer.Option("--quorate/--not-quorate", help="Ob das Treffen beschlussfähig war, fürs Protokoll.")
    ] = None,
    review: Annotated[
        Any, typer.Option("--review", metavar="DATUM", parser=parse_date, help="Wann ihr noch einmal hinschaut.")
    ] = None,
    question: Annotated[
        str | None,
        typer.Option("--question", metavar="FRAGE", help="Bei --review: woran ihr dann merkt, ob es gut war."),
    ] = None,
    late: Annotated[
        bool,
        typer.Option("--late", help="Die Stimmen kamen nach dem Beschluss. Sie zählen nicht, sie stehen als Nachtrag."),
    ] = False,
    date: Annotated[
        Any, typer.Option("--date", metavar="DATUM", parser=parse_date, help="Tag der Abstimmung. Sonst heute.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Trägt ein, wer oder wie viele wofür gestimmt haben, und zählt gleich nach.

    Ohne Zahlen fragt der Befehl am Terminal nacheinander jede Person ab.
    Bei einer Mehrheit zählst du --ja, --nein und --enthaltung. Beim Konsens zählst du die Stufen;
    was du dort nicht nennst, zählt als 0.
    """
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

    given = {
        "ja": ja, "nein": nein, "enthaltung": enthaltung, "ungueltig": ungueltig, "zustimmung": zustimmung,
        "leichte_bedenken": leichte_bedenken, "beiseite": beiseite, "schwere_bedenken": schwere_bedenken, "veto": veto,
    }  # fmt: skip
    counts: Any = {word: count for word, count in given.items() if count is not None}
    ordner = open_network()
    path, old, before = store.read(ordner, beschluss_id)
    heute = today(ordner.netzwerk.zeitzone)
    day = date or heute
    if invited and invited > day:
        raise WrongCall("--invited: Die Einladung kam vor der Abstimmung. Prüf das Datum.")
    if review and review <= day:
        raise WrongCall("--review: Dieser Tag liegt nicht nach der Abstimmung. Nenn einen, der noch kommt.")
    if question and not review:
        raise WrongCall("--question gehört zu --review. Nenn auch den Tag.")
    texts = [(name, one) for name, some in (("--objection", objection), ("--option", option)) for one in some or ()]
    private.refuse(ordner, [*texts, ("--place", place), ("--question", question)], private.teams_of(before))
    call = Call(
        counts, day, tuple(objection or ()), present, tuple(person or ()), named, tuple(recused or ()),
        tuple(excluded or ()), {"leitung": lead, "fuehrung": keeper, "ort": place, "eingeladen_am": invited, "beschlussfaehig": quorate},
        ({"am": review} | ({"frage": question} if question else {})) if review else {},
        tuple(option or ()),
    )  # fmt: skip
    if late:
        if day > heute:
            raise WrongCall("--date: Dieser Tag kommt erst noch. Nenn den Tag, an dem die Stimme kam.")
        _record_late(ordner, path, old, before, call, dry_run=dry_run)
    else:
        _record(ordner, path, old, before, call, heute, dry_run=dry_run)


def _record(  # one file with what it says, one call
    ordner: Netzordner, path: Path, old: str, before: Beschluss, call: Call, heute: Date, *, dry_run: bool
) -> None:
    from wiq_cli.domain.anzahl import anzahl  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_vote import check_count, missing_answers  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_vote import vote as record  # noqa: PLC0415  # start-up

    begriffe = store.counting(ordner, before)
    new = store.apply(old, record(before, ballot.of(ordner, before, call), begriffe, heute))
    after = store.fitting(new, ordner.name_of(path))
    counted = check_count(after, begriffe)
    store.save(ordner, path, old, new, dry_run=dry_run)
    note(_live(after, counted))
    if missing := missing_answers(after, counted):
        until = f" Der Umlauf läuft bis {after.form.frist:%d.%m.%Y}." if after.form.frist else ""
        note(f"{anzahl(missing, '1 Person hat', '{} haben')} noch nicht geantwortet.{until}")
    elif not dry_run:
        next_step(f"wiq decide close {after.id}")


def _record_late(ordner: Netzordner, path: Path, old: str, before: Beschluss, call: Call, *, dry_run: bool) -> None:
    from wiq_cli.usecases.decide_later import late_votes  # noqa: PLC0415  # start-up

    by_name = ballot.by_name(ordner, before, call)
    ballot.check_members(ordner, before, [*by_name])
    votes = [
        *by_name.items(),
        *((None, word) for word, number in call.counts.items() for _ in range(number)),
    ]
    store.change(ordner, path, old, late_votes(before, votes, call.day), dry_run=dry_run)
    if not dry_run:
        note(f"Nachgetragen. Das Ergebnis bleibt: {before.status.replace('_', ' ')}.")


def _live(beschluss: Beschluss, counted: Recount) -> str:
    from wiq_cli.domain.anzahl import anzahl  # noqa: PLC0415  # start-up
    from wiq_cli.domain.verdict import WORD  # noqa: PLC0415  # start-up
    from wiq_cli.report.decisions import distance  # noqa: PLC0415  # start-up

    cast, voters = counted.lage.cast, counted.lage.voters
    grave = counted.consensus and counted.lage.stimmen.get("schwere_bedenken") and not beschluss.wiedervorlage
    head = (
        f"{cast} von {voters} Stimmen eingetragen."
        if voters is not None
        else anzahl(cast, "1 Stimme eingetragen.", "{} Stimmen eingetragen.")
    )
    if counted.verdict is None:
        return f"{head} Nach welcher Regel sie zählen, legt das Team selbst fest."
    margin = counted.verdict.margin
    far = f" {distance(margin)}" if counted.majority and margin is not None else ""
    lacking = ", ".join(WORD[stufe] for stufe in counted.reasons_missing)
    lines = [f"{head} {said(counted.verdict, close=counted.hangs_on_one)}{far}"]
    if lacking:
        lines.append(f"Es fehlt noch die Begründung zu: {lacking}. Trag sie vor dem Abschluss nach: --objection TEXT")
    if grave:
        lines.append(
            "Wann schaut ihr wegen der Bedenken noch einmal hin? Trag es vor dem Abschluss nach: --review DATUM"
        )
    return "\n".join(lines)


def said(verdict: Verdict, *, close: bool) -> str:
    """Give a verdict as a sentence."""
    return verdict.reason + (" Eine einzige Stimme gibt den Ausschlag." if close else "")
