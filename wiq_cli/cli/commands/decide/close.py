from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli import ask
from wiq_cli.cli.commands.decide import ballot, private, questions, store
from wiq_cli.cli.commands.decide.complete import answered, asked_answers, completed
from wiq_cli.cli.commands.decide.people import kennung
from wiq_cli.cli.commands.decide.vote import Identity, said
from wiq_cli.cli.console import can_ask, next_step, note, out
from wiq_cli.cli.german import GermanTyper, choice, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date as Date  # noqa: N812  # „date“ is the name of an option

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_close import Closing
    from wiq_cli.usecases.decide_edit import Edit

app = GermanTyper()
OUTCOMES = ("angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar", "vertagt")
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Said:
    """What stood on the command line beside the result."""

    objections: Sequence[str]
    internal: str | None
    reason: str | None
    onward: str | None
    look: Mapping[str, Any]
    todo: Sequence[Edit]


@app.command("close")
def close(  # noqa: PLR0913, PLR0917  # one parameter for each option
    beschluss_id: Identity,
    outcome: Annotated[
        str | None,
        typer.Option(
            "--outcome",
            metavar="ERGEBNIS",
            parser=choice(*OUTCOMES),
            help="vertagt; oder das Ergebnis, wenn wiq es nicht zählen kann.",
        ),
    ] = None,
    date: Annotated[
        Any, typer.Option("--date", metavar="DATUM", parser=parse_date, help="Tag der Entscheidung. Sonst heute.")
    ] = None,
    task: Annotated[
        list[str] | None, typer.Option("--task", metavar="TEXT", help="Was jetzt zu tun ist. Mehrfach möglich.")
    ] = None,
    by: Annotated[
        list[str] | None, typer.Option("--by", metavar="WER", help="Wer es tut: Team oder Kennung. Je --task eines.")
    ] = None,
    until: Annotated[
        list[Any] | None,
        typer.Option("--until", metavar="DATUM", parser=parse_date, help="Bis wann. Je --task eines."),
    ] = None,
    objection: Annotated[
        list[str] | None,
        typer.Option("--objection", metavar="TEXT", help="Begründung, die noch fehlt, ohne Namen. Mehrfach möglich."),
    ] = None,
    internal: Annotated[
        str | None,
        typer.Option("--internal", metavar="GRUND", help="Der Beschluss bleibt im Netzwerk, und warum."),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Warum nicht oder noch nicht, ohne Namen.")
    ] = None,
    onward: Annotated[
        str | None, typer.Option("--next", metavar="TEXT", help="Wie es dann weitergeht, ohne Namen.")
    ] = None,
    review: Annotated[
        Any, typer.Option("--review", metavar="DATUM", parser=parse_date, help="Wann ihr noch einmal hinschaut.")
    ] = None,
    question: Annotated[
        str | None, typer.Option("--question", metavar="FRAGE", help="Bei --review: was ihr euch dann fragt.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Zählt nach, schreibt das Ergebnis auf und versiegelt es. Nach einem gescheiterten Konsens folgt das zweite Verfahren.

    Wird ein Wunsch abgelehnt, sag dem Team, warum und wie es weitergeht: --reason, --next.
    Einen Beschluss, der schon ein Ergebnis hat und noch kein Siegel, zählt der Befehl nach und versiegelt ihn.
    """
    from wiq_cli.usecases.decide_close import close as decide  # noqa: PLC0415  # start-up

    ordner = open_network()
    path, old, before = store.read(ordner, beschluss_id)
    begriffe, heute = store.counting(ordner, before), today(ordner.netzwerk.zeitzone)
    if before.is_open and before.stimmen:  # somebody may have written them into the file
        ballot.check_members(ordner, before, [*before.stimmen])
    todo = _tasks(ordner, before, task or [], by or [], until or [])
    closing = decide(before, begriffe, date or heute, heute, outcome)
    if task and not _is_over(closing):
        from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up

        raise WrongCall("--task: Noch ist nichts beschlossen. Verteilt die Aufgaben, wenn das Ergebnis steht.")
    if closing.verdict:
        note(said(closing.verdict, close=closing.hangs_on_one))
    look: dict[str, Any] = ({"am": review} if review else {}) | ({"frage": question} if question else {})
    more = Said(tuple(objection or ()), internal, reason, onward, look, todo)
    new, left = _text(ordner, ordner.name_of(path), old, closing, more, begriffe, heute, asks=can_ask() and not dry_run)
    store.save(ordner, path, old, new, dry_run=dry_run)
    _report(store.parsed(new, ordner.name_of(path)), closing, begriffe, left, dry_run=dry_run)


def _text(  # one decision, one call, and what the network says
    ordner: Netzordner,
    name: str,
    old: str,
    closing: Closing,
    more: Said,
    begriffe: Mapping[str, Begriff],
    heute: Date,
    *,
    asks: bool,
) -> tuple[str, str]:
    """Give the text of the decision with its result and seal, and what is left to say. Asks where somebody can answer."""
    from wiq_cli.usecases.decide_answers import insist  # noqa: PLC0415  # start-up

    new = store.apply(old, [*closing.edits, *more.todo])
    if closing.outcome != "vertagt":
        edits = completed(ordner, store.parsed(new, name), begriffe, more.objections, more.internal, asks=asks)
        new = store.apply(new, edits)
    new = store.apply(new, answered(ordner, store.parsed(new, name), more.reason, more.onward, more.look, heute))
    if asks:
        new = store.apply(new, asked_answers(ordner, store.parsed(new, name), heute))
    left = insist(store.parsed(new, name))
    if asks and not more.todo and closing.outcome == "angenommen":
        new = store.apply(new, _asked(ordner, store.parsed(new, name)))
    return _sealed(new, name, begriffe), left


def _is_over(closing: Closing) -> bool:
    return closing.outcome not in {None, "vertagt"}


def _sealed(text: str, name: str, begriffe: Mapping[str, Begriff]) -> str:
    """Give the text with the seal, if the decision has ended."""
    import secrets  # noqa: PLC0415  # start-up

    from wiq_cli.usecases.decide_close import sealing, totals  # noqa: PLC0415  # start-up

    text = store.apply(text, totals(store.parsed(text, name), begriffe))
    return store.apply(text, sealing(store.parsed(text, name), begriffe, secrets.token_hex(SALT_BYTES)))


def _tasks(ordner: Netzordner, before: Beschluss, what: list[str], who: list[str], until: list[Date]) -> list[Edit]:
    """Give who does what until when, in the order given. Raises ``WrongCall`` where that does not go together."""
    from wiq_cli.domain.errors import WrongCall  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_later import new_task  # noqa: PLC0415  # start-up

    for option, given in (("--by", who), ("--until", until)):
        if given and len(given) != len(what):
            raise WrongCall(f"{option}: Gib es zu jeder Aufgabe an oder zu keiner, in derselben Folge wie --task.")
    private.refuse(ordner, [("--task", one) for one in what], private.teams_of(before))
    return [
        new_task(one, _doer(ordner, who[number]) if who else {}, until[number] if until else None)
        for number, one in enumerate(what)
    ]


def _doer(ordner: Netzordner, wanted: str) -> dict[str, str]:
    """Give who does a task: a team by its kuerzel, else a person by their kennung."""
    if wanted in {path.stem for path in ordner.team_paths()}:
        return {"team": wanted}
    return {"person": kennung(ordner, wanted, "--by")} if wanted else {}


def _asked(ordner: Netzordner, beschluss: Beschluss) -> list[Edit]:
    """Ask who does what until when; nothing to do is an answer too."""
    from wiq_cli.usecases.decide_later import new_task  # noqa: PLC0415  # start-up

    unknown = questions.refused(lambda answer: _doer(ordner, answer), "--by")
    found: list[Edit] = []
    while what := ask.text(
        f"Was ist jetzt zu tun für „{beschluss.titel}“?",
        hint="Leer: nichts weiter.",
        option="--task",
        fault=private.fault_in(ordner, private.teams_of(beschluss)),
    ):
        who = ask.text("Wer tut es?", hint="Kürzel eines Teams, Kennung oder Name.", option="--by", fault=unknown)
        until = questions.day("Bis wann?", hint="Zum Beispiel 2026-12-31.", option="--until")
        found.append(new_task(what, _doer(ordner, who), until))
    return found


def _report(
    beschluss: Beschluss, closing: Closing, begriffe: Mapping[str, Begriff], left: str, *, dry_run: bool
) -> None:
    from wiq_cli.domain.anker import SHORT  # noqa: PLC0415  # start-up
    from wiq_cli.report.decisions import OUTCOME, procedure_name  # noqa: PLC0415  # start-up

    if closing.outcome:
        if not dry_run:
            out(f"{beschluss.id}\t{closing.outcome}")
        note(f"Ergebnis: {OUTCOME[closing.outcome]}.")
        if left:
            note(left)
        if closing.outcome == "nicht_erreicht":
            note("Ihr könnt den Antrag ändern und neu stellen: wiq decide new")
        if beschluss.siegel and not dry_run:
            note(
                f"Versiegelt: {beschluss.siegel.sha256[:SHORT]}. Was sich später ergibt, ist ein Nachtrag: wiq decide note"
            )
        return
    if not dry_run:
        out(f"{beschluss.id}\toffen")
    name = procedure_name(closing.next_procedure or "", begriffe)
    now = f"Jetzt zählt die {name}" if "ehrheit" in name else f"Jetzt gilt „{name}“"
    note(f"{now}, über denselben Wortlaut.")
    next_step(f"wiq decide vote {beschluss.id} --ja … --nein …")
