"""What the pages of the whole network hold, collected from the profiles of all teams."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.addresses import folded
from wiq_cli.domain.public import STATUSWORT, Beschluss, Oeffentlich, PublicProfile
from wiq_cli.render import plain
from wiq_cli.render.markdown import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Row = dict[str, Any]
KINDS = {
    "raum": "Räume", "material": "Material", "geld": "Geld", "kontakt": "Kontakte", "oeffentlichkeit": "Öffentlichkeit", "sonstiges": "Anderes",
}  # fmt: skip
SEEKING = ("idee", "laeuft", "pausiert")
STANDING = ("im-betrieb", "selbsttragend", "abgeschlossen")
SOON = timedelta(92)  # how far the calendar of the network looks beyond its first meeting
WORD = re.compile(r"\w{3,}")


def unnamed(one: PublicProfile) -> PublicProfile:
    """Leave out every text with a name in it: people agree to be named on the pages of their team, not on all others."""
    names = {folded(word) for name in one.beteiligte.namen for word in WORD.findall(name)}
    if not names:
        return one

    def speaks_of(value: object) -> bool:
        if isinstance(value, str):
            return not names.isdisjoint(folded(word) for word in WORD.findall(unmarked(value)))
        if isinstance(value, tuple):
            return any(speaks_of(part) for part in value)
        return isinstance(value, Oeffentlich) and any(
            speaks_of(getattr(value, name)) for name in type(value).model_fields
        )

    lists = {name: value for name in type(one).model_fields if isinstance(value := getattr(one, name), tuple)}
    update: dict[str, Any] = {
        name: tuple(each for each in value if not speaks_of(each)) for name, value in lists.items()
    }
    goals = one.ziele
    update["ziele"] = goals.model_copy(
        update={
            "anlass": None if speaks_of(goals.anlass) else goals.anlass,
            "teilziele": tuple(each for each in goals.teilziele if not speaks_of(each)),
            "langfristig": tuple(each for each in goals.langfristig if not speaks_of(each)),
        }
    )
    return one.model_copy(update=update)


def months(teams: Sequence[Row]) -> tuple[Row, ...]:
    """Give the next meetings of all teams, month by month."""
    every = sorted(
        ({**one, "kuerzel": team["kuerzel"], "name": team["name"]} for team in teams for one in team["naechste_treffen"]),
        key=lambda one: (one["iso"], one["kuerzel"]),
    )  # fmt: skip
    first = date.fromisoformat(every[0]["iso"][:10]) if every else date.min
    soon = [one for one in every if one["iso"] <= (first + SOON).isoformat()]
    return _groups(soon, "monat", "treffen")


def decisions(profiles: Iterable[PublicProfile]) -> tuple[Beschluss, ...]:
    """Give every decision once, the latest first."""
    every = {one.id: one for profile in profiles for one in profile.beschluesse}
    return tuple(sorted(every.values(), key=lambda one: (one.am, one.id), reverse=True))


def years(found: Iterable[Beschluss]) -> tuple[Row, ...]:
    """Give decisions year by year."""
    rows = ({**row, "jahr": row["am"]["jahr"]} for row in plain.values(found))
    return _groups(rows, "jahr", "beschluesse")


def effects(teams: Iterable[Row]) -> Row:
    """Give what teams measure, and how many of their goals are reached."""
    rows = [team for team in teams if team["wirkung"]]
    goals = [goal for team in teams for goal in team["ziele"]["teilziele"]]
    measured = [one for team in rows for one in team["wirkung"] if one["zuletzt"]]
    return {
        "teams": tuple(rows),
        "ziele": len(goals),
        "erreicht": sum(one["erreicht"] for one in goals),
        "gemessen": len(measured),
        "am_ziel": sum((one["anteil"] or 0) >= 100 for one in measured),  # noqa: PLR2004  # percent
    }


def footprints(teams: Iterable[Row]) -> Row:
    """Give what is left: teams whose work stands by itself, and what was granted along the way."""
    done = [
        {**team, "erreicht": tuple(one for one in team["ziele"]["teilziele"] if one["erreicht"])}
        for team in teams
        if team["status"] in STANDING
    ]
    granted = {
        one["id"]: one
        for team in teams
        for one in team["beschluesse"]
        if one["bewilligt"] and one["betrifft"] and one["stand"] != "ersetzt"
    }
    return {
        "teams": tuple(done),
        "bewilligt": tuple(sorted(granted.values(), key=lambda one: (one["am"]["iso"], one["id"]), reverse=True)),
    }


def needs(teams: Iterable[Row]) -> Row:
    """Give what teams look for, by kind, and who could be asked."""
    found: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    questions: list[Row] = []
    partners: dict[str, Row] = {}
    for team in teams:
        where = {"kuerzel": team["kuerzel"], "name": team["name"], "verteiler": team["verteiler"]}
        if team["status"] in SEEKING:
            for one in team["support"]:
                if not one["zusage"]:
                    found.setdefault(one["art"], []).append({**one, **where})
            questions += [{"text": text, **where} for text in team["offene_fragen"]]
        for one in team["kooperationspartner"]:
            known = partners.setdefault(folded(one["name"]), {"name": one["name"], "url": one["url"], "teams": []})
            known["teams"].append(where)
    return {
        "gesucht": tuple({"art": KINDS[kind], "wuensche": tuple(rows)} for kind, rows in found.items() if rows),
        "fragen": tuple(questions),
        "partner": tuple({**one, "teams": tuple(one["teams"])} for _, one in sorted(partners.items())),
        "erfahren": tuple(team for team in teams if team["status"] in STANDING),
        "pausiert": tuple(team for team in teams if team["status"] == "pausiert"),
    }


def statuses(profiles: Iterable[PublicProfile]) -> tuple[Row, ...]:
    """Count the teams of every status there is, in the order of a team's life."""
    counted = Counter[str](one.status for one in profiles)
    return tuple(
        {"wort": word, "adresse": key, "zahl": counted[key]} for key, word in STATUSWORT.items() if key in counted
    )


def _groups(rows: Iterable[Row], key: str, name: str) -> tuple[Row, ...]:
    return tuple({key: value, name: tuple(part)} for value, part in _runs(rows, key))


def _runs(rows: Iterable[Row], key: str) -> Iterator[tuple[str, list[Row]]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    yield from found.items()
