"""Running wiq at a terminal, with somebody who types."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

END = "\x04" * 3  # Ctrl-D: who is asked more than was expected gets an end, not a wait


def at_terminal(root: Path, day: str, *words: str, typed: Sequence[str] = ()) -> tuple[int, str]:
    """Run one command with all streams at a terminal; give its exit code and everything a person sees."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "wiq_cli", *words, "--root", str(root), "--today", day]
    environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "HOME": str(root), "NO_COLOR": "1", "COLUMNS": "100"}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    os.write(ours, "".join(f"{line}\n" for line in (*typed, END)).encode())
    seen = all_seen(ours)
    return process.wait(), seen


def all_seen(ours: int) -> str:
    """Read our end of a terminal until the other one is closed, and close it."""
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    return said.decode().replace("\r\n", "\n")
