"""One text of the sources, looked through as the page will be that carries it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from wiq_cli.scan.containers.parts import Remark, Text, Unread
from wiq_cli.scan.containers.unpack import embedded
from wiq_cli.scan.scanner import MOST, scan_parts, scan_text
from wiq_cli.scan.types import CannotScan, Hit
from wiq_cli.scan.views import views

if TYPE_CHECKING:
    from wiq_cli.scan.containers.parts import Part
    from wiq_cli.scan.needles import Needles


def scan_source(needles: Needles, text: str, team: str | None, *, most: int = MOST) -> set[Hit]:
    """Look through a text of the sources, and through the files written into it: on a page they are found as well."""
    try:
        return scan_text(needles, text, "", team, most=most) | scan_parts(needles, "", embedded(text), team)
    except CannotScan as error:
        return {Hit("unread", (error.reason,))}


def unread(text: str) -> set[Hit]:
    """Say only whether somebody can look through a text of the sources, and through the files written into it."""
    try:
        for part in (Text((), text), *embedded(text)):
            _go_through(part)
    except CannotScan as error:
        return {Hit("unread", (error.reason,))}
    return set()


def _go_through(part: Part) -> None:
    if isinstance(part, Unread):
        raise CannotScan(part.reason)
    if not isinstance(part, Remark):
        deque(views(part.text, part.form), maxlen=0)
