"""An dem Tag war kein Treffen, oder der Punkt stand nicht auf der Tagesordnung.

Im Treffen entscheidet ihr nur, was vorher angekündigt war. Die Tage vergleicht wiq mit den Treffen in der Datei des Teams.
Habt ihr euch außer der Reihe getroffen, ergänz dort den Termin. Ging der Antrag herum, schreib „art: umlauf“.
Die Tagesordnung prüft wiq nur, wenn sie in der Datei des Teams als Text zu diesem Tag steht. Lösungsteams halten das, wie sie wollen.

Falsch:

    #: teams/st.yaml
    treffen:
      termine: [03.09.2026 18:00, 01.10.2026 18:00]
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    form: {art: treffen, am: 2026-09-08}
    versuche:
      - {nr: 1, verfahren: konsens, am: 2026-09-08, zaehlung: {zustimmung: 8, veto: 0}, ergebnis: erreicht}
    ergebnis: {status: angenommen, durch: konsens, am: 2026-09-08}

Richtig:

    #: teams/st.yaml
    treffen:
      termine: [03.09.2026 18:00, 01.10.2026 18:00]
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    form: {art: treffen, am: 2026-09-03}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.review import sets_its_own
from wiq_cli.domain.tage import misplaced
from wiq_cli.domain.terminplan import Terminplan
from wiq_cli.domain.zeitangabe import short_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.team import Team

LEVEL = Level.WARNING
LINK = ("http://", "https://")


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for name, beschluss in netz.beschluesse.items():
        said = "form" in beschluss.model_fields_set and beschluss.form.art == "treffen"
        if not said or sets_its_own(netz, beschluss) or not (days := _days(beschluss)):
            continue
        team = netz.team(beschluss.team)
        if team is None or not (team.treffen.termine or team.treffen.rhythmus):
            continue
        file, also = netz.dateien[name], netz.teams[beschluss.team].file
        quick = team.treffen.without_holidays()  # who met on one all the same did meet
        plan = Terminplan(quick, netz.rahmen.netzwerk)
        wrong = misplaced(beschluss, netz.rahmen.heute)  # WIQ412 speaks
        for path, day in days.items():
            if path in wrong:
                continue
            if not any(one.status != "cancelled" for one in plan.meetings(day, day)):
                message = f"Am {short_day(day)} war nach der Datei des Teams kein Treffen."
                yield NetzFault(file, path, message, f"Prüf den Tag, oder ergänz den Termin in {also}.", also=also)
            elif not _announced(team, beschluss, day):
                message = f"Auf der Tagesordnung vom {day:%d.%m.%Y} steht dieser Antrag nicht."
                yield NetzFault(
                    file, path, message, f"Ergänz ihn in {also}, oder entscheidet im nächsten Treffen.", also=also
                )


def _days(beschluss: Beschluss) -> dict[DataPath, date]:
    """Give the days on which a meeting decided, each once."""
    places: dict[date, DataPath] = {}
    for number, versuch in enumerate(beschluss.versuche):
        if versuch.am and versuch.ergebnis:
            places.setdefault(versuch.am, ("versuche", number, "am"))
    if beschluss.form.am:
        places.setdefault(beschluss.form.am, ("form", "am"))
    return {path: day for day, path in places.items()}


def _announced(team: Team, beschluss: Beschluss, day: date) -> bool:
    """Whether the agenda of that day names the motion; without an agenda in words nobody can say."""
    marks = (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}")
    agenda = [one.casefold() for one in team.treffen.tagesordnung if any(mark in one for mark in marks)]
    said = [one for one in agenda if not any(link in one for link in LINK)]
    return not said or any(beschluss.titel.casefold() in one or beschluss.id in one for one in said)
