"""One text of the sources, looked through as the page will be that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.scan.containers.unpack import embedded
from wiq_cli.scan.scanner import MOST, scan_parts, scan_text
from wiq_cli.scan.types import CannotScan, Hit

if TYPE_CHECKING:
    from wiq_cli.scan.needles import Needles


def scan_source(needles: Needles, text: str, team: str | None, *, most: int = MOST) -> set[Hit]:
    """Look through a text of the sources, and through the files written into it: on a page they are found as well."""
    try:
        return scan_text(needles, text, "", team, most=most) | scan_parts(needles, "", embedded(text), team)
    except CannotScan as error:
        return {Hit("unread", (error.reason,))}
