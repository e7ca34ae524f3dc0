"""Make foreign text harmless for a terminal: no escape sequence, no control or bidi character gets through."""

from __future__ import annotations

import re

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
_UNSAFE_IN_LINES = re.compile(_UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))


def safe(text: str, *, keep_lines: bool = False) -> str:
    r"""Replace what could steer a terminal by ``\\x1b`` and the like; line ends and tabs stay if asked for."""
    return (_UNSAFE_IN_LINES if keep_lines else _UNSAFE).sub(lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004  # two hex digits
