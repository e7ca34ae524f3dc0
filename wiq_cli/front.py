"""The way in. What can be said at once is said here: the version, and a check of what has not changed since.

Everything else goes on as it came, see cli/plain.py. This module knows no option but these two and how a network is found;
it says only what the command line has said before, or would say.
"""

from __future__ import annotations

import os
import sys

from wiq_cli import __version__

TYPE_CHECKING = False  # typing alone costs more than the answer
if TYPE_CHECKING:
    from typing import TextIO


def run() -> None:
    """Start as a program."""
    answer = _answer(sys.argv[1:])
    if answer and _say(*answer):
        os._exit(0)
    from wiq_cli.cli.plain import run as whole  # noqa: PLC0415  # start-up

    whole()


def _answer(words: list[str]) -> tuple[str, str] | None:
    """Give what goes to stdout and to stderr, where that is known already."""
    if words == ["--version"]:
        return f"wiq {__version__}\n", ""
    if "check" not in words or "--no-cache" in words:
        return None
    from wiq_cli.files.memo import Memo  # noqa: PLC0415  # start-up

    try:
        root = _root(words)
        return Memo(root, words).answer() if root else None
    except (OSError, ValueError):  # the folder we stand in is gone, or a word holds what no path can
        return None


def _root(words: list[str]) -> str | None:
    """Find the network that the command line would find. A wrong guess costs the answer: no other network knows this call."""
    from wiq_cli.files.root import root_above  # noqa: PLC0415  # start-up

    named = os.environ.get("WIQ_ROOT")
    if "--root" in words[:-1]:
        named = words[words.index("--root") + 1]
    if named:
        return os.path.abspath(named)  # noqa: PTH100
    paths = (word for word in words if os.path.lexists(word))
    return root_above(".") or next((found for word in paths if (found := root_above(word))), None)


def _say(out: str, err: str) -> bool:
    """Write as the command line writes. What there is to say about a stream that takes nothing is left to it."""
    if not _write(sys.stdout, out):
        return False
    _write(sys.stderr, err)
    return True


def _write(stream: TextIO | None, text: str) -> bool:
    try:
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        stream.write(text)  # type: ignore[union-attr]
        stream.flush()  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError):
        return False
    return True
