"""Which procedure a team uses on a day, what is frozen of it, and who counts as a member."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wiq_cli.domain.beschluss import Beschluss, Regel
from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.karte import Mitgliedschaft
from wiq_cli.domain.procedure import applicable, electorate, freeze, own_procedure
from wiq_cli.domain.regeln import Regeln, Verfahren
from wiq_cli.domain.structure import read
from wiq_cli.files.loader import parse
from wiq_cli.files.netz import SHIPPED_REGELN

DAY = date(2026, 9, 3)


@pytest.fixture(scope="module")
def regeln() -> Regeln:
    reading: Any = read(Regeln, parse(SHIPPED_REGELN.read_text(encoding="utf-8"), "regeln.yaml"))
    return reading.model  # type: ignore[no-any-return]


def own(day: str, verfahren: str, **more: Any) -> Beschluss:
    data = {
        "id": f"garten-{day.replace('-', '')}-verfahren",
        "team": "garten",
        "art": "verfahren",
        "titel": "So",
        "antrag": "So.",
    }
    result = {"status": "angenommen", "am": day}
    return Beschluss.model_validate({**data, "verfahren": verfahren, "ergebnis": result, **more})


def way(regeln: Regeln, team_art: str, art: str) -> Any:
    found = applicable(regeln, team_art, art, None)
    return found and (found.verfahren.art, found.verfahren.fallback)


def test_each_type_has_its_way(regeln: Regeln) -> None:
    assert way(regeln, "ST", "lt_unterstuetzung") == ("konsens", "einfache_mehrheit")
    assert way(regeln, "PT", "verfahrensordnung") == ("konsens", "einfache_mehrheit")
    assert way(regeln, "PT", "ernennung") == ("konsens", "einfache_mehrheit")
    assert way(regeln, "PT", "aufnahme") == ("konsens", None)
    assert way(regeln, "KT", "einzeln") == ("einzeln", None)
    assert way(regeln, "LT", "sachbeschluss") is None
    assert way(regeln, "XX", "sachbeschluss") is None


def test_the_latest_own_procedure_counts_from_its_day() -> None:
    first, second = own("2026-02-01", "konsens"), own("2026-06-01", "einfache_mehrheit")
    assert own_procedure([first, second], "garten", date(2026, 1, 31)) is None
    assert own_procedure([second, first], "garten", date(2026, 5, 31)).own == first.id  # type: ignore[union-attr]
    assert own_procedure([second, first], "garten", DAY).verfahren.art == "einfache_mehrheit"  # type: ignore[union-attr]
    assert own_procedure([first, second], "wiese", DAY) is None


def test_a_replaced_or_ended_procedure_does_not_count() -> None:
    first = own("2026-02-01", "konsens")
    gone = own("2026-06-01", "selbst", art="widerruf", verweise={"ersetzt": [first.id]})
    assert own_procedure([first, gone], "garten", DAY) is None
    ended = own(
        "2026-02-01", "konsens", ergebnis={"status": "angenommen", "am": "2026-02-01", "gilt_bis": "2026-08-31"}
    )
    assert own_procedure([ended], "garten", DAY) is None


def test_what_is_frozen_reads_back_as_the_same_rule(regeln: Regeln) -> None:
    for name in regeln.begriffe:
        frozen = Regel.model_validate(freeze(Verfahren(art=name, sonst=None), regeln.begriffe, "r-1", None))
        begriff = regeln.begriffe[name]
        assert (frozen.is_majority, frozen.is_consensus) == (begriff.is_majority, begriff.is_consensus)
        assert (frozen.mehr_als, frozen.mindestens, frozen.basis) == (
            begriff.mehr_als,
            begriff.mindestens,
            begriff.basis,
        )
        assert (frozen.scheitert_bei, frozen.nur_begruendet) == (begriff.scheitert_bei, begriff.nur_begruendet)


def test_two_procedures_are_a_consensus_and_then_a_majority(regeln: Regeln) -> None:
    for first, second in (
        ("einfache_mehrheit", "konsens"),
        ("konsens", "konsent"),
        ("zwei_drittel_mehrheit", "einfache_mehrheit"),
    ):
        with pytest.raises(WrongCall, match="Erst kommt ein Konsens"):
            freeze(Verfahren(art=first, sonst=second), regeln.begriffe, None, None)


def test_the_electorate_is_who_belongs_to_the_team_on_the_day() -> None:
    def one(kennung: str | None, seit: date | None = None, bis: date | None = None, name: str = "") -> Mitgliedschaft:
        return Mitgliedschaft(("mitglieder", 0), kennung, name, None, None, seit, bis)

    assert electorate([one("p1"), one("p2", DAY), one("p3", None, DAY)], DAY) == 3
    assert electorate([one("p1", date(2026, 9, 4)), one("p2", None, date(2026, 9, 2))], DAY) == 0
    assert electorate([one("p1"), one("p1")], DAY) == 1, "who stands under leitung and mitglieder votes once"
    assert electorate([one(None, name="A"), one(None, name="B")], DAY) == 2
