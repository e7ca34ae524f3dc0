"""Ein „#“ schneidet den Text ab.

In YAML beginnt mit „#“ hinter einem Leerzeichen ein Kommentar. Was dahinter steht, liest niemand mehr.
Gehört es zum Text, dann setz den ganzen Text in Anführungszeichen.
Ist es wirklich ein Kommentar, dann schreib hinter das „#“ ein Leerzeichen. So sehen es alle.

Falsch:

    name: Frühstück #1 im Hof

Richtig:

    name: "Frühstück #1 im Hof"  # der neue Name
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Fault, Level
from wiq_cli.domain.pruned import value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.source import Source

LEVEL = Level.WARNING
NO_PROSE = re.compile(r"[0-9][0-9.,:/ -]*|ja|nein")  # a day or a number is whole without what follows


def check_text(source: Source) -> Iterator[Fault]:
    if " #" not in source.text:
        return
    for path in source.leaves():
        if (span := source.swallowed(path)) and not NO_PROSE.fullmatch(value_at(source.data, path) or ""):
            yield Fault(
                path,
                "Ab „#“ ist der Rest der Zeile für YAML ein Kommentar und geht verloren.",
                "Gehört er zum Text? Dann setz den ganzen Text in gerade Anführungszeichen: '…'. "
                "Ist es ein Kommentar, schreib ein Leerzeichen hinter das „#“.",
                span=span,
            )
