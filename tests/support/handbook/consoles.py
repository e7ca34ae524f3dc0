"""A page of README or handbook is played from top to bottom, at a terminal; what it shows is what one sees.

A ``console`` block holds commands (``$ …``) and what they say; ``…`` stands for anything, alone on a line for any
lines. A ``yaml`` block that begins with a file name is an edit: its sections replace those in that file or come to it.
``sh`` blocks install, build and copy to servers; ``make`` and CI run those.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.terminal import all_seen

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^\w+:.*\n(?:[ -].*\n)*", re.MULTILINE)
TODAY = "2026-11-22"
NOW = f"{TODAY}T12:00:00+01:00"
FOLDER_MARK = "\x1e"
WIPED = re.compile(r"[^\n]*\r\x1b\[K")
"""Progress that the terminal has wiped from the line again."""
SHOWN_ON_PURPOSE = {0: "fine", 1: "findings", 4: "not published"}


def play(text: str, folder: Path) -> int:
    """Do what the page asks for, beginning in ``folder``; give how many commands ran."""
    ran = 0
    for kind, block in blocks(text):
        if kind == "yaml" and block.startswith("# "):
            edit(block, folder)
        if kind != "console":
            continue
        for command, expected in commands(block):
            code, seen, folder = at_a_terminal(command, folder)
            assert re.fullmatch(pattern(expected), seen), f"$ {command}{seen}"
            assert code in SHOWN_ON_PURPOSE, command
            ran += 1
    return ran


def blocks(text: str) -> Iterator[tuple[str, str]]:
    yield from ((match["kind"], match["text"]) for match in BLOCK.finditer(text))


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Give each command of a console block with what it should say. A trailing backslash continues a command."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        lines = part.splitlines(keepends=True)
        end = next(number for number, line in enumerate(lines) if not line.endswith("\\\n"))
        yield "".join(lines[: end + 1]), "".join(lines[end + 1 :])


def pattern(expected: str) -> str:
    lines = (
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + r" *\n"
        for line in expected.strip("\n").split("\n")
        if expected.strip()
    )
    return r"\n*" + "".join(lines) + r"\n*"


def at_a_terminal(command: str, folder: Path) -> tuple[int, str, Path]:
    """Run one command as a person would, and give its exit code, what the person sees, and the folder afterwards."""
    ours, theirs = pty.openpty()
    script = f"{command}\ncode=$?; printf '{FOLDER_MARK}%s' \"$PWD\"; exit $code"
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "WIQ_TODAY": TODAY, "NO_COLOR": "1", "COLUMNS": "100", "TERM": "xterm",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_PAGER": "cat",
        "GIT_AUTHOR_DATE": NOW, "GIT_COMMITTER_DATE": NOW,
    }  # fmt: skip
    process = subprocess.Popen(
        ["bash", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    seen, _, after = all_seen(ours).partition(FOLDER_MARK)
    return process.wait(), WIPED.sub("", seen), Path(after)


def edit(text: str, folder: Path) -> None:
    """Replace sections of a file or add them, as the reader is asked to do by hand."""
    first, _, sections = text.partition("\n")
    path = folder / first.removeprefix("# ")
    content = path.read_text(encoding="utf-8")
    for section in SECTION.findall(sections):
        old = re.search(rf"^{section.partition(':')[0]}:.*\n(?:[ -].*\n)*", content, flags=re.MULTILINE)
        content = content.replace(old[0], section, 1) if old else f"{content}\n{section}"
    path.write_text(content, encoding="utf-8")
