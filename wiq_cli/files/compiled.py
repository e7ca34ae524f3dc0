"""What was compiled of the program's own files, kept where Python keeps its own modules: code is taken from no other place."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from wiq_cli.files.cache import leans_on, put_whole

FOLDER = Path(cache_from_source(__file__)).parent


class CompiledFiles:
    """Keeps bytes by name. ``compiler``: the package that made them; another version of it finds nothing."""

    def __init__(self, compiler: str) -> None:
        self._made_by = "-".join(f"{Path(origin).stat().st_mtime_ns:x}" for origin in leans_on(compiler))

    def get(self, name: str) -> bytes | None:
        """Give what was kept, if anything was."""
        try:
            return self._path(name).read_bytes()
        except OSError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep something, unless Python keeps nothing either. That it cannot be written harms nobody."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            put_whole(self._path(name), data)

    def _path(self, name: str) -> Path:
        return FOLDER / f"{name}-{self._made_by}.compiled"
