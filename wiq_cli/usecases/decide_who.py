"""Whose OK is needed: the rows of the OK matrix about one topic, and who alone may decide it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import ARTEN
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.naehe import nearest
from wiq_cli.domain.participation import GRADES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiq_cli.domain.regeln import Befugnis, Grad, Regeln

SCHEMA = "wiq.who/1"


@dataclass(frozen=True, slots=True)
class Row:
    """Who decides a topic up to or above an amount, and whose OK it takes."""

    topic: str
    who: str | None  # None: every team within its own task
    over_eur: int | None = None
    up_to_eur: int | None = None
    asked: tuple[tuple[Grad, tuple[str, ...]], ...] = ()  # from the most to the least
    source: str | None = None


def topics(regeln: Regeln) -> list[str]:
    """Give every topic that the rules speak about."""
    claimed = (claim.art for teamart in regeln.teams.values() for claim in teamart.zustaendig_fuer)
    return list(dict.fromkeys([*(row.was for row in regeln.befugnisse), *claimed]))


def who(regeln: Regeln, topic: str, eur: int | None) -> list[Row]:
    """Give the rows about a topic; with an amount only those that speak about it. Raises ``WrongCall``."""
    known = topics(regeln)
    plain = _plain(topic)
    name = next((one for one in (*known, *ARTEN) if _plain(one) == plain), None)
    if name is None:
        close = nearest(plain, known)
        hint = f"Meintest du „{close}“?" if close else f"Es gibt: {', '.join(known)}."
        raise WrongCall(f"Zu diesem Thema steht nichts in regeln.yaml. {hint}")
    rows = [_row(row) for row in regeln.befugnisse if row.was == name and row.covers(eur)]
    if rows:
        return rows
    if any(row.was == name for row in regeln.befugnisse):
        raise WrongCall("Für diesen Betrag steht nichts in regeln.yaml. Ergänzt dort eine Zeile unter „befugnisse“.")
    found = regeln.competent(name)
    return [Row(name, found[0] if found else None, source=found[1].quelle if found else None)]


def everything(regeln: Regeln) -> list[Row]:
    """Give all rows, topic by topic."""
    return [row for topic in topics(regeln) for row in who(regeln, topic, None)]


def _row(row: Befugnis) -> Row:
    asked = tuple((grade, tuple(getattr(row, grade))) for grade in reversed(GRADES) if getattr(row, grade))
    return Row(row.was, row.wer, row.ueber_eur, row.bis_eur, asked, row.quelle)


def _plain(topic: str) -> str:
    words = topic.strip().casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return words.replace(" ", "_").replace("-", "_")


def who_document(rows: Sequence[Row]) -> dict[str, Any]:
    """Give the rows for programs."""
    return {
        "schema": SCHEMA,
        "rows": [
            {
                "topic": row.topic,
                "decides": row.who,
                "over_eur": row.over_eur,
                "up_to_eur": row.up_to_eur,
                "asked": [{"grade": grade, "who": list(names)} for grade, names in row.asked],
                "source": row.source,
            }
            for row in rows
        ],
    }
