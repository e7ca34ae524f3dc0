from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiq_cli.cli.commands.decide import store
from wiq_cli.cli.console import next_step, note, out
from wiq_cli.cli.german import GermanTyper, choice, parse_date
from wiq_cli.cli.network import open_network, today
from wiq_cli.cli.options import DryRun

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.recount import Recount
    from wiq_cli.domain.regeln import Begriff
    from wiq_cli.domain.verdict import Verdict
    from wiq_cli.usecases.decide_close import Closing

app = GermanTyper()
OUTCOMES = ("angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar", "vertagt")


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
    objection: Annotated[
        list[str] | None,
        typer.Option("--objection", metavar="TEXT", help="Einwand mit Begründung, ohne Namen. Mehrfach möglich."),
    ] = None,
    present: Annotated[int | None, _count("--present", "Wie viele Stimmberechtigte da waren.")] = None,
    date: Annotated[
        Any, typer.Option("--date", metavar="DATUM", parser=parse_date, help="Tag der Abstimmung. Sonst heute.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Trägt ein, wie viele wofür gestimmt haben, und zählt gleich nach.

    Bei einer Mehrheit zählst du --ja, --nein und --enthaltung. Beim Konsens zählst du die Stufen;
    was du dort nicht nennst, zählt als 0.
    """
    from wiq_cli.usecases.decide_vote import Ballot, check_count  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.decide_vote import vote as record  # noqa: PLC0415  # start-up

    given = {
        "ja": ja, "nein": nein, "enthaltung": enthaltung, "ungueltig": ungueltig, "zustimmung": zustimmung,
        "leichte_bedenken": leichte_bedenken, "beiseite": beiseite, "schwere_bedenken": schwere_bedenken, "veto": veto,
    }  # fmt: skip
    counts: Any = {word: count for word, count in given.items() if count is not None}
    ordner = open_network()
    path = store.find(ordner, beschluss_id)
    name, old = ordner.name_of(path), ordner.source(path).text
    begriffe, heute = ordner.regeln.begriffe, today(ordner.netzwerk.zeitzone)
    before = store.parsed(old, name)
    ballot = Ballot(counts, date or heute, tuple(objection or ()), present)
    new = store.apply(old, record(before, ballot, begriffe, heute))
    store.refuse_private(ordner, (("--objection", one) for one in objection or ()))
    after = store.parsed(new, name)
    counted = check_count(after, begriffe)
    store.save(ordner, path, old, new, dry_run=dry_run)
    note(_live(after, counted))
    if not dry_run:
        next_step(f"wiq decide close {after.id}")


def _live(beschluss: Beschluss, counted: Recount) -> str:
    cast, voters = counted.lage.cast, counted.lage.voters
    head = f"{cast} von {voters} Stimmen eingetragen." if voters is not None else f"{cast} Stimmen eingetragen."
    if counted.verdict is None:
        return f"{head} Nach welcher Regel sie zählen, legt das Team selbst fest."
    unjustified = [one for one in ("veto", "schwere_bedenken") if counted.lage.stimmen.get(one)]
    missing = unjustified and not any(one.stufe in unjustified for one in beschluss.bedenken)
    return f"{head} {_said(counted.verdict, close=counted.hangs_on_one)}" + (
        " Ein Einwand braucht eine Begründung: --objection TEXT" if missing else ""
    )


def _said(verdict: Verdict, *, close: bool) -> str:
    return verdict.reason + (" Eine einzige Stimme gibt den Ausschlag." if close else "")


@app.command("close")
def close(
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
    dry_run: DryRun = False,
) -> None:
    """Zählt nach und schreibt das Ergebnis auf. Nach einem gescheiterten Konsens folgt das zweite Verfahren."""
    from wiq_cli.usecases.decide_close import close as decide  # noqa: PLC0415  # start-up

    ordner = open_network()
    path = store.find(ordner, beschluss_id)
    name, old = ordner.name_of(path), ordner.source(path).text
    before = store.parsed(old, name)
    heute = today(ordner.netzwerk.zeitzone)
    closing = decide(before, ordner.regeln.begriffe, date or heute, heute, outcome)
    new = store.apply(old, closing.edits)
    store.parsed(new, name)
    store.save(ordner, path, old, new, dry_run=dry_run)
    _report(before, closing, ordner.regeln.begriffe, dry_run=dry_run)


def _report(beschluss: Beschluss, closing: Closing, begriffe: Mapping[str, Begriff], *, dry_run: bool) -> None:
    from wiq_cli.report.decisions import OUTCOME, procedure_name  # noqa: PLC0415  # start-up

    if closing.verdict:
        note(_said(closing.verdict, close=closing.hangs_on_one))
    if closing.outcome:
        if not dry_run:
            out(f"{beschluss.id}\t{closing.outcome}")
        note(f"Ergebnis: {OUTCOME[closing.outcome]}.")
        if closing.outcome == "nicht_erreicht":
            note("Ihr könnt den Antrag ändern und neu stellen: wiq decide new")
        return
    if not dry_run:
        out(f"{beschluss.id}\toffen")
    name = procedure_name(closing.next_procedure or "", begriffe)
    now = f"Jetzt zählt die {name}" if "ehrheit" in name else f"Jetzt gilt „{name}“"
    note(f"{now}, über denselben Wortlaut.")
    next_step(f"wiq decide vote {beschluss.id} --ja … --nein …")
