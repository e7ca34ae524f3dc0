"""The seal of a closed decision: one hash over what was decided, so that nobody changes a word of it unnoticed.

The public part is hashed as it is, the internal part with a salt: the votes of eight people are quickly guessed. Who has
the public part, ``intern`` and the seal can check it without ever seeing a vote, and so it stays when salt and internal
part are deleted. Only typed values count: comments, order, indentation and line ends do not. A field that is not filled
does not count either, so a field that a later wiq adds breaks no seal.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.beschluss import Siegel
from wiq_cli.domain.intern import BEWEGLICH, intern_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wiq_cli.domain.beschluss import Beschluss

VERSION = 1
SCHEMA = "wiq.decision-public/1"
PREFIX = b"wiq-siegel-1"
EMPTY: tuple[Any, ...] = (None, {}, [])
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
SHORT = 8  # characters that name a changed field; the seal itself is never shortened
FINAL = frozenset({"angenommen", "abgelehnt", "nicht_erreicht", "nicht_feststellbar"})


@dataclass(frozen=True, slots=True)
class Pruefung:
    """What came of checking a seal."""

    stimmt: bool
    felder: tuple[str, ...] = ()  # what differs; empty where that cannot be said
    fehlend: tuple[str, ...] = ()  # what was there and is gone
    ohne_salz: bool = False  # there is no salt: nobody can check the internal part any more
    salz_anders: bool = False  # nothing internal is as it was: as if there had been another salt
    fremd: bool = False  # a seal of a version that this wiq does not know

    @property
    def salt_missing(self) -> bool:
        """Whether the salt is gone although there still is something internal to check."""
        return self.ohne_salz and not self.stimmt and not self.felder and not self.fehlend


def is_final(beschluss: Beschluss) -> bool:
    """Whether a decision has ended; one that was put off has not."""
    return beschluss.status in FINAL


def public_part(beschluss: Beschluss) -> dict[str, Any]:
    """Give what everybody may see of a decision, as plain data for JSON."""
    return _parts(beschluss)[0]


def seal(beschluss: Beschluss, salz: str) -> Siegel:
    """Seal a decision; ``salz`` is a random text that nobody can guess."""
    public, internal = _parts(beschluss)
    intern = _intern(internal, salz)
    felder = " ".join(f"{name}={value}" for name, value in sorted(_short(public, internal, salz).items()))
    return Siegel(v=VERSION, salz=salz, intern=intern, sha256=_whole(public, intern), felder=felder)


def check(beschluss: Beschluss) -> Pruefung | None:
    """Check the seal of a decision; None where it has none."""
    siegel = beschluss.siegel
    if siegel is None:
        return None
    if siegel.v != VERSION:
        return Pruefung(stimmt=False, fremd=True)
    public, internal = _parts(beschluss)
    salz = siegel.salz
    intern = siegel.intern or "" if salz is None else _intern(internal, salz)
    erased = salz is None and not internal
    if _whole(public, intern) == siegel.sha256 and (erased or (salz is not None and intern == siegel.intern)):
        return Pruefung(stimmt=True, ohne_salz=erased)
    hidden = {".".join(path) for path in intern_in(beschluss.art)}
    recorded = _recorded(siegel, hidden | type(beschluss).model_fields.keys())
    now = _short(public, internal, salz)
    names = (recorded.keys() | now.keys()) - (hidden if salz is None else set()) if recorded else set()
    changed = sorted(name for name in names if name in now and recorded.get(name) != now[name])
    gone = sorted(name for name in names if name not in now)
    inside = hidden & recorded.keys()
    salted_anew = salz is not None and len(inside) > 1 and inside <= set(changed)
    shown = (name for name in changed if not (salted_anew and name in hidden))
    return Pruefung(False, tuple(shown), tuple(gone), ohne_salz=salz is None, salz_anders=salted_anew)


def public_document(beschluss: Beschluss) -> dict[str, Any]:
    """Give what a public page carries, so that anybody can check it: the public part, ``intern`` and the seal."""
    siegel = beschluss.siegel
    assert siegel is not None, "the caller has checked it"  # noqa: S101  # an invariant
    kept = {"v": siegel.v, "intern": siegel.intern, "sha256": siegel.sha256}
    return {"schema": SCHEMA, "beschluss": public_part(beschluss), "siegel": kept}


def check_public(document: Any) -> bool:
    """Check a public decision against its seal, without salt and without anything internal.

    Raises ``ValueError`` for what is no such document.
    """
    match document:
        case {
            "schema": str(schema),
            "beschluss": dict(public),
            "siegel": {"v": int(version), "intern": str(intern), "sha256": str(whole)},
        } if schema == SCHEMA and version == VERSION:
            return _whole(plain(public), intern) == whole
    raise ValueError


def plain(value: Any) -> Any:
    """Give data in the one form that is hashed. Raises ``ValueError`` for numbers with a fraction: they have many forms."""
    kind = type(value)  # no match: this runs over every value of every decision, at every check
    if kind is str:
        return _plain_text(value)
    if kind is dict:
        pairs = ((_plain_text(key), plain(one)) for key, one in value.items())
        return {key: one for key, one in pairs if one not in EMPTY}
    if kind is list:
        return [plain(one) for one in value]
    if value is None or kind in {int, bool}:
        return value
    raise ValueError


def _plain_text(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def canon(value: Any) -> bytes:
    """Write plain data as compact JSON with sorted keys."""
    return ENCODER.encode(value).encode("utf-8", "surrogatepass")


def _parts(beschluss: Beschluss) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the public and the internal part; what is internal goes by its whole name, as ``betrifft.person``."""
    data = plain(beschluss.model_dump(mode="json", exclude_defaults=True, exclude=set(BEWEGLICH)))
    taken = {".".join(path): _take(data, path) for path in intern_in(beschluss.art)}
    return data, {name: value for name, value in taken.items() if value is not None}


def _take(node: Any, path: tuple[str, ...]) -> Any:
    """Take what stands at a path out of the data, in a list from every entry; None where there is nothing."""
    if isinstance(node, list):
        found = [_take(one, path) for one in node]
        return found if any(one is not None for one in found) else None
    if not isinstance(node, dict) or path[0] not in node:
        return None
    if len(path) == 1:
        return node.pop(path[0])
    found = _take(node[path[0]], path[1:])
    if not node[path[0]]:
        del node[path[0]]
    return found


def _intern(internal: Mapping[str, Any], salz: str) -> str:
    return hashlib.sha256(b"\0".join((salz.encode(), canon(internal)))).hexdigest()


def _whole(public: Mapping[str, Any], intern: str) -> str:
    return hashlib.sha256(b"\0".join((PREFIX, canon(public), intern.encode()))).hexdigest()


def _short(public: Mapping[str, Any], internal: Mapping[str, Any], salz: str | None) -> dict[str, str]:
    """Give a short hash for each field, with the salt for what is internal; without a salt only the public ones."""
    said = {name: _part(b"", name, value) for name, value in public.items()}
    return said | ({} if salz is None else {name: _part(salz.encode(), name, one) for name, one in internal.items()})


def _part(salz: bytes, name: str, value: Any) -> str:
    return hashlib.sha256(b"\0".join((salz, name.encode(), canon(value)))).hexdigest()[:SHORT]


def _recorded(siegel: Siegel, names: Collection[str]) -> dict[str, str]:
    """Give the short hashes by field; what is no field may be anything and is never repeated."""
    pairs = (one.partition("=") for one in (siegel.felder or "").split())
    return {name: value for name, _, value in pairs if name in names}
