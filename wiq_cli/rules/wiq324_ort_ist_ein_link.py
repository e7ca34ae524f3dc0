"""Als Ort steht ein Link da.

Orte von Treffen sind öffentlich. Mit einem Link zum Beitreten käme jede fremde Person in das Treffen.
wiq veröffentlicht ihn deshalb nicht. Auf der Seite steht dann „Ort bei der Leitung erfragen“.
Unter „treffen: link:“ ist er richtig, dort bleibt er im Haus. Als Ort genügt „online“.

Falsch:

    treffen:
      ort: https://meet.example.org/lindenau
      rhythmus: [jeden Dienstag 18:00]

Richtig:

    treffen:
      ort: online
      link: https://meet.example.org/lindenau
      rhythmus: [jeden Dienstag 18:00]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Rahmen
    from wiq_cli.domain.rhythmus import Rhythmus
    from wiq_cli.domain.team import Team
    from wiq_cli.domain.treffen import Termin, Treffen

LEVEL = Level.WARNING
LINK = re.compile(r"https?:|www\.|(?<![\w-])[\w-]+\.[a-z]{2,}/", re.IGNORECASE)


def check_team(team: Team, rahmen: Rahmen) -> Iterator[Fault]:  # noqa: ARG001  # the signature of a rule
    for path, ort in _public_places(team.treffen):
        if ort and LINK.search(ort):
            help_text = "Schreib ihn unter „treffen: link:“, als Ort genügt „online“. Öffentlich steht er so nicht da."
            yield Fault(path, "Als Ort steht hier ein Link.", help_text)


def _public_places(treffen: Treffen) -> Iterator[tuple[DataPath, str | None]]:
    if not treffen.oeffentlich:
        return
    yield ("treffen", "ort"), treffen.ort
    lists: dict[str, Sequence[Rhythmus | Termin]] = {"rhythmus": treffen.rhythmus, "termine": treffen.termine}
    for key, entries in lists.items():
        yield from ((("treffen", key, number), one.ort) for number, one in enumerate(entries) if one.oeffentlich)
    yield from ((("treffen", "verlegt", number), one.ort) for number, one in enumerate(treffen.verlegt))
