"""The texts of plain nested data, as the scanner gets them from a file."""

from __future__ import annotations

from typing import Any

from wiq_cli.scan.types import Scalar


def scalars(data: Any, file: str, path: tuple[str | int, ...] = ()) -> list[Scalar]:
    if isinstance(data, str):
        return [Scalar(file, path, data)]
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    return [one for key, value in pairs for one in scalars(value, file, (*path, key))]
