from __future__ import annotations

import pytest

from wiq_cli.domain.kontakt import address, national


@pytest.mark.parametrize(
    "written",
    [
        "0341 5556677",
        "+49 341 5556677",
        "+49 (0)341/555 66-77",
        "0049 341 5556677",
        "0049 (0) 341 5556677",
        "(0341) 5556677",
        "49 341 5556677",
    ],
)
def test_one_number_however_it_is_written(written: str) -> None:
    assert national(written) == "3415556677"


def test_different_numbers_stay_different() -> None:
    assert national("0341 5556677") != national("0341 5556678")
    assert national("+43 1 5556677") != national("0341 5556677")
    assert national("keine") == ""


def test_one_address_however_it_is_written() -> None:
    assert address(" Udo@Example.org ") == address("udo@example.org")
