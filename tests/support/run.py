"""Running wiq as its users do, inside the test's own process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.support.formats import faults
from tests.support.texts import HEUTE
from wiq_cli.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    Call = Callable[..., "Result"]


@dataclass(frozen=True)
class Result:
    """What the shell would see."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document that was printed, which is as its format promises."""
        document = json.loads(self.out)
        if isinstance(document, dict) and str(document.get("schema")).startswith("wiq."):
            assert faults(document) == []
        return document


def wiq(capsys: pytest.CaptureFixture[str], root: Path | None, *words: str, today: str = HEUTE) -> Result:
    """Run one command in a network, on the tests' day unless another is named."""
    capsys.readouterr()
    where = [] if root is None else ["--root", str(root)]
    code = main([*words, *where, "--today", today])
    captured = capsys.readouterr()
    return Result(code, captured.out, captured.err)
