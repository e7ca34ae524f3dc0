"""Ein Beschluss ersetzt einen anderen, und das stimmt nicht zusammen.

Ersetzt ein Beschluss einen anderen, dann steht das in beiden Dateien: im neuen unter „verweise: ersetzt“, im alten unter
„ersetzt_durch“. So findet man von jedem zum anderen. Den Verweis im alten schreibt ihr, sobald der neue angenommen ist.
wiq decide supersede ALT NEU schreibt beide.

Ein Team ersetzt nur seine eigenen Beschlüsse. Jeden ersetzt nur ein anderer, und kein Weg führt im Kreis.
Ist der Beschluss schon versiegelt, dann wiegt manches nur als Warnung: Dort lässt sich nichts mehr ändern.

Falsch:

    #: beschluesse/st/2026/st-20260305-plakate.yaml
    #: beschluesse/st/2026/st-20260903-plakate-neu.yaml
    verweise: {ersetzt: [st-20260305-plakate]}

Richtig:

    #: beschluesse/st/2026/st-20260305-plakate.yaml
    ersetzt_durch: [st-20260903-plakate-neu]
    #: beschluesse/st/2026/st-20260903-plakate-neu.yaml
    verweise: {ersetzt: [st-20260305-plakate]}
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wiq_cli.domain.finding import Level
from wiq_cli.domain.geltung import since
from wiq_cli.domain.kreise import in_circles
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.verweise import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
RELATIONS = ("ersetzt", "aendert", "setzt_voraus")
OTHER_TEAM = ("Dieser Beschluss gehört einem anderen Team.", "Nur das Team selbst kann ihn ersetzen.")
REPLACED_TWICE = (
    "Diesen Beschluss ersetzt schon ein anderer.",
    "Ersetzt den neueren der beiden, oder lösch den Verweis.",
)
WRITTEN_TWICE = ("Dieser Verweis steht hier doppelt.", "Lösch einen davon.")
CIRCLE = ("Diese Verweise führen im Kreis hierher zurück.", "Lösch den Verweis, der falsch ist.")
NOT_BACK = "Im alten Beschluss fehlt der Verweis auf diesen."
NOT_FORTH = "Der neue Beschluss sagt nicht, dass er diesen ersetzt."
NOT_ADOPTED = ("Dieser Beschluss wurde nicht angenommen. Er ersetzt nichts.", "Lösch den Verweis hier.")
NEW_ONE = "Der Beschluss ist versiegelt. Stellt es mit einem neuen richtig."
SEALED = "Der neue ist versiegelt und bleibt, wie er ist. Lösch den Verweis hier."


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    yield from _circles(netz)
    teams = {old: karte.kuerzel for karte in netz.teams.values() for old in karte.frueher}
    for new in netz.beschluesse.values():
        for number, name in enumerate(new.verweise.ersetzt):
            old = netz.beschluesse.get(name)
            if old is None or old is new:
                continue  # WIQ442 knows which do not exist; a circle of one is a circle
            if teams.get(old.team, old.team) != teams.get(new.team, new.team):
                yield _lasting(netz, new, ("verweise", "ersetzt", number), OTHER_TEAM, old)
            elif new.status == "angenommen" and new.id not in old.ersetzt_durch:
                yield _fault(netz, new, ("verweise", "ersetzt", number), (NOT_BACK, _both(old, new)), old)
    for old in netz.beschluesse.values():
        for number, name in enumerate(old.ersetzt_durch):
            other = netz.beschluesse.get(name)
            if other is not None:
                yield from _backwards(netz, old, number, other)
    yield from _twice(netz)


def _backwards(netz: Netz, old: Beschluss, number: int, new: Beschluss) -> Iterator[NetzFault]:
    """A link back that the newer decision does not carry."""
    path = ("ersetzt_durch", number)
    if not new.is_open and new.status != "angenommen":
        yield _fault(netz, old, path, NOT_ADOPTED, new)
    elif old.id not in new.verweise.ersetzt:
        yield _fault(netz, old, path, (NOT_FORTH, SEALED if new.siegel else _both(old, new)), new)


def _twice(netz: Netz) -> Iterator[NetzFault]:
    """One decision that two others replace, or one link written twice."""
    first: dict[str, str] = {}
    for new in sorted(netz.beschluesse.values(), key=lambda one: (since(one), one.id)):
        for number, name in enumerate(new.verweise.ersetzt if new.status == "angenommen" else ()):
            if name in first and name in netz.beschluesse:
                said = WRITTEN_TWICE if first[name] == new.id else REPLACED_TWICE
                yield _lasting(netz, new, ("verweise", "ersetzt", number), said, netz.beschluesse[name])
            first.setdefault(name, new.id)


def _circles(netz: Netz) -> Iterator[NetzFault]:
    for key in RELATIONS:
        links = {name: getattr(one.verweise, key) for name, one in netz.beschluesse.items()}
        for name in in_circles({name: targets for name, targets in links.items() if targets}):
            yield _lasting(netz, netz.beschluesse[name], ("verweise", key), CIRCLE)


def _both(old: Beschluss, new: Beschluss) -> str:
    return f"Schreib beide Verweise: wiq decide supersede {old.id} {new.id}"


def _fault(
    netz: Netz,
    at: Beschluss,
    path: DataPath,
    said: tuple[str, str],
    also: Beschluss | None = None,
) -> NetzFault:
    return NetzFault(file_of(netz, at), path, *said, also=file_of(netz, also) if also else "")


def _lasting(
    netz: Netz, at: Beschluss, path: DataPath, said: tuple[str, str], also: Beschluss | None = None
) -> NetzFault:
    """Give a fault in the part that a seal covers: once sealed, only another decision can put it right."""
    fault = _fault(netz, at, path, (said[0], NEW_ONE) if at.siegel else said, also)
    return replace(fault, level=Level.WARNING) if at.siegel else fault
