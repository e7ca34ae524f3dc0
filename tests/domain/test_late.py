import re

import pytest

from wiq_cli.domain.late import late


def test_it_is_the_pattern() -> None:
    number = late(r"n[0-9]+", re.IGNORECASE)
    assert [one[0] for one in number.finditer("N1 und n22")] == ["N1", "n22"]
    assert number.pattern == r"n[0-9]+"
    assert number.fullmatch("n1") is not None
    assert late(rb"[0-9]").sub(b"x", b"a1") == b"ax"


def test_it_is_built_when_it_is_needed() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("x")
