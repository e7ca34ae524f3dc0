"""The page of the libraries that wiq brings along, each with the licence that its own package states."""

from __future__ import annotations

from importlib.metadata import distribution, requires
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.locks import DEV, pins

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

HEAD = """# Was wiq mitbringt

Diese Bibliotheken kommen mit wiq auf den Rechner. Die Seite entsteht aus den Angaben der Pakete selbst.
Alle erlauben, wiq zu nutzen, zu ändern und weiterzugeben. wiq selbst steht unter der [MIT-Lizenz](../LICENSE).

| Bibliothek | geprüft mit | Lizenz |
|---|---|---|
"""
FOOT = """
Unter Windows kommen colorama (BSD) und tzdata (Apache) dazu.
"""
OSI = "License :: OSI Approved :: "
PERMISSIVE = {"MIT", "BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache Software", "ISC", "PSF-2.0"}


def licences(about: PackageMetadata) -> list[str]:
    """Give the SPDX name, or of an older package what it is filed under. Raises `ValueError` for what may not be passed on freely."""
    filed = [one.removeprefix(OSI) for one in about.json.get("classifier", []) if one.startswith(OSI)]
    named = about.json.get("license_expression")
    found = [str(named)] if named else [one.partition(" License")[0] for one in filed]
    if not found or not set(found) <= PERMISSIVE:
        raise ValueError(f"{about['Name']}: look at its licence and decide: {found}")
    return found


def needed(name: str) -> set[str]:
    """Give the libraries that a package brings along on this system, those of its libraries included."""
    found: set[str] = set()
    asked = [name]
    while asked:
        for one in map(Requirement, requires(asked.pop()) or []):
            if (one.marker is None or one.marker.evaluate({"extra": ""})) and canonicalize_name(one.name) not in found:
                found.add(canonicalize_name(one.name))
                asked.append(one.name)
    return found


def page() -> str:
    """Give the page, with the versions that are pinned."""
    names = needed("wiq")
    rows = [
        f"| {pin.name} | {pin.version} | {' oder '.join(licences(distribution(pin.name).metadata))} |"
        for pin in pins(DEV)
        if pin.name in names
    ]
    return HEAD + "\n".join(rows) + "\n" + FOOT
