"""What a publication would do to a site, in words: which teams, which parts of their profiles, which shared pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wiq_cli.domain.public import PublicProfile
from wiq_cli.render.daten import PROFILE, read_profile
from wiq_cli.render.site import team_folder
from wiq_cli.usecases.publication import Change, Kind
from wiq_cli.usecases.publish import team_of_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wiq_cli.usecases.publication import Outcome

PARTS = {
    "kuerzel": "Adresse", "art": "Art des Teams", "teamart": "Art des Teams", "name": "Name", "untertitel": "Untertitel",
    "verteiler": "Verteiler", "status": "Status", "stadtteile": "Stadtteile", "themen": "Themen", "problem": "Problem",
    "zusammenfassung": "Zusammenfassung", "ziele": "Ziele", "wirkung": "Wirkung", "stand": "Stand", "weg": "Weg",
    "support": "Unterstützung", "beteiligte": "Beteiligte", "kooperationspartner": "Kooperationspartner", "treffen_ort": "Treffen",
    "naechste_treffen": "Treffen", "fruehere_treffen": "Treffen", "offene_fragen": "Offene Fragen", "chronik": "Chronik",
    "beschluesse": "Beschlüsse", "frueher": "Frühere Namen",
}  # fmt: skip
CALENDAR = "Kalender"
LOOK = "Aussehen"


def compared(outcome: Outcome, old: Mapping[str, bytes], new: Mapping[str, str]) -> Outcome:
    """Say of an outcome what differs between the files that are there and those that would be."""
    fresh = {name: text.encode() for name, text in new.items()}
    before, after = _by_team(old), _by_team(fresh)
    teams = tuple(_team(one, before.get(one, {}), after[one]) for one in outcome.published)
    shared = tuple(_pages(before.get(None, {}), after.get(None, {})))
    astray = any(before.get(one, {}) != after.get(one, {}) for one in {*before, *after} - {None, *outcome.published})
    return replace(
        outcome, changes=teams, shared=shared, fresh=not (astray or shared or any(one.kind != "same" for one in teams))
    )


def _by_team(files: Mapping[str, bytes]) -> dict[str | None, dict[str, bytes]]:
    found: dict[str | None, dict[str, bytes]] = {}
    for name, data in files.items():
        found.setdefault(team_of_page(name), {})[name] = data
    return found


def _team(kuerzel: str, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Change:
    if before == after:
        return Change(kuerzel, "same")
    return Change(kuerzel, "changed", tuple(_parts(kuerzel, before, after))) if before else Change(kuerzel, "new")


def _parts(kuerzel: str, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Name the parts of a profile that differ; where all are the same, it is how they look."""
    name = team_folder(kuerzel) + PROFILE
    old, new = (read_profile(files.get(name, b"").decode("utf-8", "replace")) for files in (before, after))
    fields = PublicProfile.model_fields
    yield from dict.fromkeys(PARTS[one] for one in fields if getattr(old, one, None) != getattr(new, one, None))
    differ = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    if any(one.endswith(".ics") for one in differ):
        yield CALENDAR
    elif old == new:
        yield LOOK


def _pages(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[tuple[str, Kind]]:
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield name, "new"
        elif name not in after:
            yield name, "gone"
        elif before[name] != after[name]:
            yield name, "changed"
