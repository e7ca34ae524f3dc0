"""Shells in which somebody presses the tab key."""

from __future__ import annotations

import os
import pty
import select
import subprocess
from typing import TYPE_CHECKING

from tests.support.tools import program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TAB = "\t"
PATIENCE = 120  # seconds without a word: a shell that hangs
SAYS = "wiq() {{ printf '<%s>' {words}; printf '\\n'; }}\n"  # stands for wiq: says what it is given
START = {
    "bash": (["--norc", "--noprofile", "-i"], "PS1=; bind 'set bell-style none'\n" + SAYS.format(words='"$@"')),
    "zsh": (
        ["-f", "-i"],
        "PS1=; unsetopt zle_bracketed_paste prompt_cr; autoload -Uz compinit; compinit -u -D\n" + SAYS.format(words='"$@"'),
    ),
}  # fmt: skip


def in_bash(script: Path, folder: Path, lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give what bash offers for the last word of each line. No program can be found, so none runs."""
    ask = 'printf "%s\\0" "${#COMPREPLY[@]}" "${COMPREPLY[@]}"\n'
    calls = [
        f"COMP_WORDS=({' '.join(map(_quoted, ('wiq', *one)))}) COMP_CWORD={len(one)}; _wiq\n{ask}" for one in lines
    ]
    told = _run("bash", ["--norc", "--noprofile"], f"source {_quoted(str(script))}\n{''.join(calls)}", folder, path="")
    pieces = iter(told.split("\0")[:-1])
    return [[next(pieces) for _ in range(int(next(pieces)))] for _ in lines]


def in_fish(script: Path, folder: Path, lines: Sequence[str]) -> list[list[str]]:
    """Give what fish offers at the end of each line, in its order."""
    calls = "".join(f"echo =; complete -C {_quoted(one)}\n" for one in lines)
    told = _run("fish", ["--no-config"], f"source {_quoted(str(script))}\n{calls}", folder, path=os.environ["PATH"])
    return [one.splitlines() for one in told.split("=\n")[1:]]


def typed(shell: str, script: Path, folder: Path, line: str) -> str:
    """Type a line with tabs in it at a terminal; give what wiq is then called with, as ``<one><two>``."""
    options, begin = START[shell]
    ours, theirs = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        [program(shell, f"apt-get install {shell}"), *options],
        stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=folder, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    try:
        _say(ours, f"{begin}source {_quoted(str(script))}; echo re''ady\n", until="ready\r\n")
        said = _say(ours, f"{line}\n", until=">\r\n")
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    found = next(one for one in reversed(said.splitlines()) if one.endswith(">"))
    return found[found.index("<") :]  # zsh writes signs for the terminal before it


def _say(terminal: int, text: str, until: str) -> str:
    os.write(terminal, text.encode())
    said = b""
    while until.encode() not in said:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise AssertionError(f"nothing more is said after: {said!r}")
        said += os.read(terminal, 65536)
    return said.decode()


def _run(shell: str, options: list[str], script: str, folder: Path, *, path: str) -> str:
    words = [program(shell, f"apt-get install {shell}"), *options]
    environment = {"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(words, input=script, capture_output=True, text=True, cwd=folder, env=environment, check=True)
    assert done.stderr == ""
    return done.stdout


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"
