from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.public import PublicProfile
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.team import Team

app = GermanTyper()


@app.command("preview")
def preview(who: store.Who, fmt: Format = "text") -> None:
    """Zeigt genau, was andere von einer Person sehen. Den Text schickst du ihr, bevor sie einwilligt."""
    from wiq_cli.domain.rahmen import Rahmen  # noqa: PLC0415  # start-up
    from wiq_cli.report import person_preview as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import person_preview as usecase  # noqa: PLC0415  # start-up

    akten = store.Akten()
    mensch = akten.person(who)
    akten.refuse_unread(store.TEAMS)
    looker = akten.traces(mensch)
    rahmen = Rahmen(akten.ordner.netzwerk, akten.ordner.regeln, akten.heute)
    teams, decisions = _models(akten, mensch.teams, rahmen)
    found = usecase.preview(
        mensch, teams, rahmen, decisions, _renderer(akten, rahmen),
        lambda text, team: bool([one for one in looker.hits(text, "", team) if one.kind != "role"]),
    )  # fmt: skip
    if fmt == "json":
        store.print_json(report.as_json(found, mensch.label))
    else:
        out(report.as_text(found, mensch.label, akten.ordner.netzwerk.name))
    note("So kannst du es der Person schicken, bevor sie antwortet.")


def _models(
    akten: store.Akten, needed: tuple[str, ...], rahmen: Rahmen
) -> tuple[list[tuple[str, Team]], tuple[Beschluss, ...]]:
    """Read what pages are made of. The person's own teams must be in order; raises ``Unreadable``."""
    from wiq_cli.domain.beschluss import Beschluss  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up
    from wiq_cli.domain.structure import read  # noqa: PLC0415  # start-up
    from wiq_cli.domain.team import Team  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.public_support import public_decisions  # noqa: PLC0415  # start-up

    teams = []
    for path in akten.ordner.team_paths():
        reading = read(Team, akten.sources[akten.ordner.name_of(path)], akten.heute)
        if path.stem in needed and not reading.clean:
            raise Unreadable(reading.findings)
        if reading.model:
            teams.append((path.stem, reading.model))
    files = (akten.sources.get(akten.ordner.name_of(path)) for path in akten.ordner.beschluss_paths())
    decided = [model for source in files if source and (model := read(Beschluss, source, akten.heute).model)]
    return teams, public_decisions(decided, teams, rahmen)


def _renderer(akten: store.Akten, rahmen: Rahmen) -> Callable[[PublicProfile], Mapping[str, str]]:
    """Give what writes the pages of one team, with the network's own templates."""
    from wiq_cli.files.vorlagen import read_vorlagen  # noqa: PLC0415  # start-up
    from wiq_cli.render.site import Pages  # noqa: PLC0415  # start-up
    from wiq_cli.render.templates import Templates  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import profile  # noqa: PLC0415  # start-up

    vorlagen = read_vorlagen(akten.ordner.root)
    templates, network = Templates(vorlagen.texts, vorlagen.own), profile.network(rahmen.netzwerk)

    def pages(one: PublicProfile) -> dict[str, str]:
        made = Pages([one], network, templates).of_team(one)
        return {name: text for name, text in made.items() if name.endswith((".html", ".md"))}

    return pages
