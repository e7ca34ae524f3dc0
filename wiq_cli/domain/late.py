"""Regular expressions that are built when somebody first looks with them: most calls need few of all that wiq knows."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Late:
    """Stands for a pattern. From its first use on each of its methods is the pattern's own: later uses cost nothing."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._of = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._of), name)  # which remembers what it has built
        setattr(self, name, found)
        return found


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a pattern as ``re.compile`` does."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
