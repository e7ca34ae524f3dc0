"""Hashes of addresses and numbers: who knows the value can find it again in a hash, also in the beginning of one."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiq_cli.scan.types import Kind

RUN = re.compile(r"(?<![^\W_])(?=[a-fA-F]*\d)[0-9a-fA-F]{8,128}(?![^\W_])")
ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
PREFIX = 8  # hex digits

Index = dict[str, list[tuple[str, "Kind"]]]


def index(values: Iterable[tuple[str, Kind]]) -> Index:
    """Hash every value in every way, by the first digits of the hash."""
    found: Index = {}
    for text, kind in values:
        for form in _forms(text, kind):
            data = form.encode()
            for name in ALGORITHMS:
                digest = hashlib.new(name, data, usedforsecurity=False).hexdigest()
                found.setdefault(digest[:PREFIX], []).append((digest, kind))
    return found


def _forms(text: str, kind: Kind) -> Iterator[str]:
    if kind != "phone":
        yield text
        yield text + "\n"
        yield "mailto:" + text
        return
    for prefix in ("0", "+49", "0049", "49"):
        yield prefix + text


def found(table: Index, run: str) -> tuple[str, Kind] | None:
    """Give the hash that begins like this, with its kind."""
    low = run.lower()
    return next((one for one in table.get(low[:PREFIX], ()) if one[0].startswith(low)), None)
