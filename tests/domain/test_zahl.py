"""Numbers as Germans write them."""

from __future__ import annotations

import pytest

from wiq_cli.domain.zahl import zahl


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (12.5, "12,5"), (1250, "1250"), (12_500, "12.500"), (-12_500.25, "-12.500,25"), (0, "0"), (3.0, "3,0"), (-2, "-2"),
        (0.000001, "0,000001"), (-1.5e-7, "-0,00000015"), (1e16, "10.000.000.000.000.000"), (10**20, "100.000.000.000.000.000.000"),
    ],
)  # fmt: skip
def test_numbers_have_no_exponent(value: float, shown: str) -> None:
    assert zahl(value) == shown
