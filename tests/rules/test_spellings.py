"""Two ways to write one word: the rule, the pages and the calendars choose the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.run import wiq
from tests.support.site import made
from tests.support.texts import network
from wiq_cli.domain.addresses import Addresses

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "shown", "odd"),
    [
        (("Gruenau", "Grünau"), "Grünau", ["t0"]),
        (("Grünau", "Gruenau"), "Grünau", ["t1"]),
        (("Grünau", "Gruenau", "Gruenau"), "Gruenau", ["t0"]),
        (("lindenau", "Lindenau"), "Lindenau", ["t0"]),
    ],
)
def test_the_usual_one_is_shown(
    words: tuple[str, ...], shown: str, odd: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = {f"t{number}": f"name: T{number}\nart: UT\nstadtteile: [{word}]\n" for number, word in enumerate(words)}
    result = wiq(capsys, network(tmp_path, blocks), "check", "--format", "json")
    found = [one for one in result.json["findings"] if one["rule"] == "WIQ907"]
    assert [one["file"] for one in found] == [f"teams/{one}.yaml" for one in odd]
    assert all(f"„{shown}“" in one["help"] for one in found)
    ((address, name),) = Addresses(words).words.items()
    assert name == shown
    page = made(*((name, f"stadtteile: [{word}]\n") for name, word in zip(blocks, words, strict=True)))
    assert f"<h1>{shown}</h1>" in page[f"stadtteile/{address}/index.html"]
