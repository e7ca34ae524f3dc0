"""Where a network is. Loads next to nothing."""

from __future__ import annotations

import os

MARKER = "wiq.yaml"


def root_above(start: str) -> str | None:
    """Give the nearest folder at or above ``start`` that holds a network; links stay as the user sees them."""
    folder = os.path.abspath(start)  # noqa: PTH100
    while not os.path.exists(f"{folder}/{MARKER}"):  # noqa: PTH110
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above
    return folder
