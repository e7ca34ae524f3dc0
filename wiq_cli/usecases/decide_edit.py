"""One change of the file of a decision, as data: who calls writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from wiq_cli.domain.finding import DataPath


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a file."""

    path: DataPath
    value: Any = None
    how: Literal["set", "append", "remove"] = "set"
