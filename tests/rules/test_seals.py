"""WIQ463: how long a decision may stand without a seal, and what never gets one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from wiq_cli.domain.beschluss import Beschluss
from wiq_cli.domain.netzwerk import Netzwerk
from wiq_cli.domain.rahmen import Rahmen
from wiq_cli.domain.siegel import seal
from wiq_cli.rules.wiq463_ohne_siegel import check_beschluss

if TYPE_CHECKING:
    from wiq_cli.domain.regeln import Regeln

DAY = date(2026, 9, 3)


def found(regeln: Regeln, days: int, **more: Any) -> list[str]:
    data = {
        "id": "st-20260903-x",
        "team": "st",
        "titel": "X",
        "antrag": "Ja.",
        "ergebnis": {"status": "angenommen", "am": DAY},
    }
    rahmen = Rahmen(Netzwerk(name="Netz"), regeln, DAY + timedelta(days))
    return [one.message for one in check_beschluss(Beschluss.model_validate({**data, **more}), rahmen)]


@pytest.fixture(scope="module")
def regeln() -> Regeln:
    from pathlib import Path  # noqa: PLC0415  # only here

    from wiq_cli.files.netz import Netzordner  # noqa: PLC0415  # only here

    return Netzordner(Path()).shipped_regeln


@pytest.mark.parametrize(("days", "late"), [(0, False), (14, False), (15, True), (500, True)])
def test_fourteen_days(regeln: Regeln, days: int, late: bool) -> None:
    assert bool(found(regeln, days)) is late


@pytest.mark.parametrize("ergebnis", [None, {"status": "offen"}, {"status": "vertagt", "am": DAY}])
def test_what_is_open_needs_none(regeln: Regeln, ergebnis: Any) -> None:
    assert found(regeln, 500, ergebnis=ergebnis) == []


@pytest.mark.parametrize("status", ["abgelehnt", "nicht_erreicht", "nicht_feststellbar"])
def test_every_end_needs_one(regeln: Regeln, status: str) -> None:
    assert len(found(regeln, 500, ergebnis=status)) == 1


def test_sealed(regeln: Regeln) -> None:
    beschluss = Beschluss(id="st-20260903-x", team="st", titel="X", antrag="Ja.", ergebnis="angenommen")
    assert found(regeln, 500, siegel=seal(beschluss, "salz").model_dump()) == []
