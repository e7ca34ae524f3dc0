"""The report on a period: what changed between two moments, for those who decide, who carry it all, or who pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.usecases.bericht import Abschnitt, Bericht, Zahl
from wiq_cli.usecases.report_effects import effects
from wiq_cli.usecases.report_effects import figures as effect_figures
from wiq_cli.usecases.report_teams import Teams
from wiq_cli.usecases.report_work import Work, undecided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.usecases.bericht import Leser, Zeitraum
    from wiq_cli.usecases.wish_age import Past


def report(zeit: Zeitraum, rahmen: Rahmen, past: Past | None, fuer: Leser, remarks: Sequence[str] = ()) -> Bericht:
    """Put it together. ``past`` knows for how long wishes have stood; ``remarks`` say what could not be found out."""
    teams = Teams(zeit, lambda team: rahmen.has_konzept(team.art))
    work = Work(zeit, rahmen, past)
    goals = teams.goals()
    figures = [*teams.figures(), *effect_figures(teams.later, zeit, goals), *work.figures()]
    if zeit.before is not None:
        new, ended = teams.new(), teams.ended()
        figures[1:1] = [
            Zahl("Neue Teams", len(new), tuple(beleg for one in new for beleg in one.belege)),
            Zahl("Beendete Teams", len(ended), tuple(beleg for one in ended for beleg in one.belege)),
        ]
    sections = {"steering": _steering, "foundation": _foundation, "funder": _funder}[fuer]
    effect = list(effects(teams.later, zeit, goals))
    hints = [*remarks, *_remarks(zeit, teams)]
    return Bericht(
        rahmen.netzwerk.name, fuer, zeit.begin, zeit.end, tuple(figures),
        tuple(sections(teams, work, effect, zeit)), tuple(hints),
    )  # fmt: skip


def _remarks(zeit: Zeitraum, teams: Teams) -> Iterator[str]:
    yield "Treffen zählt wiq nach dem Plan der Teams. Ob alle stattfanden, weiß es nicht."
    if undated := teams.undated_goals():
        yield anzahl(
            undated,
            "Bei 1 erreichten Teilziel fehlt der Tag. Es ist nicht mitgezählt.",
            "Bei {} erreichten Teilzielen fehlt der Tag. Sie sind nicht mitgezählt.",
        ).format(undated)
    if zeit.end > zeit.heute:
        yield "Der Zeitraum ist noch nicht vorbei."


def _steering(teams: Teams, work: Work, effect: list[Abschnitt], zeit: Zeitraum) -> Iterator[Abschnitt]:
    yield Abschnitt("Auf dem Tisch", tuple(undecided(zeit.beschluesse, zeit.until)), "Kein Beschluss ist offen.")
    yield Abschnitt("Offene Bitten", tuple(work.wishes("offen")), "Keine Bitte ist offen.")
    yield from _teams(teams)
    yield Abschnitt("Beschlüsse", tuple(work.decisions(internal=True)), "Es wurde nichts beschlossen.")
    yield Abschnitt(
        "Beantwortete Bitten", tuple(work.wishes("bewilligt", "abgelehnt")), "Keine Bitte wurde beantwortet."
    )
    yield from effect
    yield from _footprints(teams)


def _foundation(teams: Teams, work: Work, effect: list[Abschnitt], _: Zeitraum) -> Iterator[Abschnitt]:
    yield from _teams(teams)
    yield from effect
    yield from _footprints(teams)
    yield Abschnitt("Bitten", tuple(work.wishes_by_kind()), "Kein Team hat um etwas gebeten.")
    yield Abschnitt("Beschlüsse", tuple(work.decisions(internal=False)), "Es wurde nichts beschlossen.")


def _funder(teams: Teams, work: Work, effect: list[Abschnitt], _: Zeitraum) -> Iterator[Abschnitt]:
    yield from effect
    yield from _footprints(teams)
    yield Abschnitt("Stadtteile", tuple(teams.districts()), "Kein Team nennt einen Stadtteil.")
    yield from _teams(teams)
    yield Abschnitt("Bitten der Teams", tuple(work.wishes_by_kind()), "Kein Team hat um etwas gebeten.")
    yield Abschnitt("Wie entschieden wurde", tuple(work.by_procedure()), "Es wurde nichts beschlossen.")


def _teams(teams: Teams) -> Iterator[Abschnitt]:
    if teams.zeit.before is not None:
        lines = (*teams.new(), *teams.changed(), *teams.ended())
        yield Abschnitt(
            "Was sich bei den Teams geändert hat", lines, "Kein Team kam dazu, keines änderte seinen Status."
        )


def _footprints(teams: Teams) -> Iterator[Abschnitt]:
    yield Abschnitt("Fußabdrücke: was bleibt", tuple(teams.footprints()), "Noch ist kein Team so weit.")
