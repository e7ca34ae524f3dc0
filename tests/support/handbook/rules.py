"""``docs/regeln.md``: every rule with its page, from the rule files."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tests.support.handbook.markdown import GENERATED, anchor, text
from wiq_cli.report.findings_text import WORDS
from wiq_cli.report.rules import by_family, paragraphs
from wiq_cli.rules.engine import rule, rule_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.rules.engine import Rule

INTRO = """\
# Die Regeln

Das alles prüft `wiq check`. Jede Regel hat eine Nummer. Am Terminal erklärt sie `wiq explain`, zum Beispiel
`wiq explain WIQ103`.

- **Fehler**: Das muss anders werden. `wiq check` endet mit 1.
- **Warnung**: Das stimmt wahrscheinlich nicht. Schau es dir an.
- **Hinweis**: Das fehlt noch oder ginge besser.

Die Beispiele zeigen nur, worauf es ankommt. Was sie weglassen, ist in Ordnung.

Solange ein Team noch nicht läuft, sind viele Fehler nur Hinweise: Eine Idee darf Lücken haben.
Wie eine Regel an einer Stelle nicht gilt, steht bei [WIQ040](#wiq040) und in [Prüfen](pruefen.md#ausnahmen).
"""


def page() -> str:
    """Write the page."""
    families = list(by_family([rule(one) for one in rule_files()]))
    contents = "\n".join(_contents(heading, rules) for heading, rules in families)
    return GENERATED + "\n".join([INTRO, "## Inhalt\n", contents, *_chapters(families)])


def _contents(heading: str, rules: list[Rule]) -> str:
    rows = "".join(f"- [{one.id}](#{one.id.lower()}) {text(one.title)}\n" for one in rules)
    return f"**{heading}**\n\n{rows}"


def _chapters(families: list[tuple[str, list[Rule]]]) -> Iterator[str]:
    for heading, rules in families:
        yield f"## {heading}\n"
        yield from map(_entry, rules)


def _entry(one: Rule) -> str:
    parts = [f"{anchor(one.id.lower())}\n### {one.id} · {text(one.title)}", f"*{WORDS[one.level]}*"]
    for paragraph in paragraphs(one):
        said, gap, example = paragraph.partition("\n\n    ")
        parts.append(f"**{said.removesuffix(':')}**" if said in ("Falsch:", "Richtig:") else text(said))
        if gap:
            parts.append(f"```yaml\n{textwrap.dedent('    ' + example).rstrip()}\n```")
    return "\n\n".join(parts) + "\n"
