from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from wiq_cli.cli.commands.person import store
from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.german import GermanTyper
from wiq_cli.cli.options import Format

if TYPE_CHECKING:
    from pathlib import Path

    from wiq_cli.domain.netzwerk import Netzwerk
    from wiq_cli.usecases.person_traces import Spur, Traces

app = GermanTyper()


@app.command("show")
def show(who: store.Who, fmt: Format = "text", target: store.Out = None) -> int:
    """Zeigt alles, was über eine Person gespeichert und was davon öffentlich ist.

    Das ist die Auskunft nach Artikel 15 der DSGVO. Die Ausgabe enthält private Angaben. Sie ist für diese Person bestimmt, nicht für ein Protokoll.
    """
    from wiq_cli.cli.commands.person.past import look_back  # noqa: PLC0415  # start-up
    from wiq_cli.domain.errors import ExitCode  # noqa: PLC0415  # start-up
    from wiq_cli.report import person_show as report  # noqa: PLC0415  # start-up
    from wiq_cli.usecases import person_show as usecase  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_traces import by_kennung, held, mentions  # noqa: PLC0415  # start-up

    akten = store.Akten()
    mensch = akten.person(who)
    past = look_back(akten, mensch)
    site = store.site_folder(akten, target)
    sources = list(akten.sources.values())
    netzwerk = _settings(akten)
    found = usecase.Auskunft(
        label=mensch.label,
        day=akten.heute,
        network=netzwerk.name if netzwerk else "",
        controller=usecase.controller_of(netzwerk),
        own=held(mensch),
        named=[*mentions(past.looker, mensch, sources), *akten.loose(past.looker, site)],
        referred=by_kennung(mensch, sources),
        public=_public(past.looker, site),
        consent=usecase.consent_of(mensch, akten.heute),
        verlauf=past.verlauf,
        unread=[one.findings[0].file for one in akten.unread],
    )
    if fmt == "json":
        store.print_json(usecase.document(found))
    else:
        out(report.as_text(found, terminal=is_terminal(sys.stdout)))
    note("Das ist privat. Gib es nur der Person selbst, und prüf vorher, dass sie es ist.")
    is_unknown = past.verlauf is not None and bool(past.verlauf.silence)
    return ExitCode.NOTHING if akten.warn_unread() or is_unknown else ExitCode.FINE


def _settings(akten: store.Akten) -> Netzwerk | None:
    from wiq_cli.domain.errors import Unreadable  # noqa: PLC0415  # start-up

    try:
        return akten.ordner.netzwerk
    except Unreadable:
        return None


def _public(looker: Traces, site: Path) -> list[Spur] | None:
    """Give every line of the site that shows something of the person; None where there is no site."""
    from wiq_cli.files.loose import loose_texts  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_preview import visible  # noqa: PLC0415  # start-up
    from wiq_cli.usecases.person_traces import Spur, page_of  # noqa: PLC0415  # start-up

    if not site.is_dir():
        return None
    found = []
    for name, text in loose_texts(site, (), site):
        team = page_of(name)
        if text is None:
            note(f"{name} ist keine Textdatei. Ob dort etwas steht, sieh selbst nach.")
        elif looker.hits(text, name, team):
            lines = [
                (number, line) for number, line in enumerate(text.splitlines(), 1) if looker.hits(line, name, team)
            ]
            shown = [(number, " ".join(visible(line)) or line.strip()) for number, line in lines]
            found += [Spur(name, number, "", line) for number, line in shown or [(1, "")]]
    return found
