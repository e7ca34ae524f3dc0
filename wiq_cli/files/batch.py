"""Changing several files together: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiq_cli.domain.errors import WiqError, WrongCall
from wiq_cli.files import written
from wiq_cli.files.disk import laid_beside, put_in_place, refuse_changed, refuse_too_large, sync_folder, write_atomic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Change(NamedTuple):
    """One file: its name in messages, what stands there, what shall stand there."""

    path: Path
    file: str
    old: str
    new: str


def replace_all(changes: Sequence[Change]) -> None:
    """Write all changes or none, whatever comes in between; only a killed run can leave some. Raises ``Refused`` or ``WrongCall``.

    All of the new lies beside the old before the first file changes: a full disk is noticed while nothing has happened.
    """
    for one in changes:
        refuse_too_large(one.file, one.new)
        refuse_changed(one.path, one.file, one.old)
    ready: list[Path] = []
    begun: list[Change] = []
    try:
        ready.extend(laid_beside(one.path, one.new) for one in changes)
        for one, new in zip(changes, ready, strict=True):
            refuse_changed(one.path, one.file, one.old)
            begun.append(one)
            put_in_place(new, one.path)
    except BaseException:
        for new in ready:
            new.unlink(missing_ok=True)
        _take_back(begun)
        raise
    for folder in {one.path.parent for one in changes}:
        sync_folder(folder)


def _take_back(begun: list[Change]) -> None:
    """Write again what stood in these files. Raises ``WrongCall`` that names those where that cannot be done."""
    stuck: list[str] = []
    while begun:
        one = begun[-1]
        try:
            write_atomic(one.path, one.old)
        except KeyboardInterrupt:  # whoever is in a hurry presses twice: this is what they wait for
            continue
        except WiqError:
            stuck.append(one.file)
        else:
            written.forget(one.path)
        begun.pop()
    if stuck:
        raise WrongCall(f"Hier ließ sich die Änderung nicht zurücknehmen: {', '.join(stuck)}. Sieh dort nach.")
