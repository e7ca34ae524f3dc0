"""Search over the network: teams, topics, districts, partners, decisions, people. Values in, hits out.

Every word that is asked for must stand in what is found, however its umlauts and accents are written. People are found by
name, kennung or address, for the house alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from wiq_cli.domain.faltung import folded, folded_words
from wiq_cli.domain.naehe import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.team import Team

Kind = Literal["team", "topic", "district", "partner", "decision", "person"]
KINDS: tuple[Kind, ...] = ("team", "topic", "district", "partner", "decision", "person")
WHOLE, WORD, BEGINNING, INSIDE, TEXT = range(5)  # how well something fits
MEANT = 3  # words that are offered where nothing was found


class Hit(NamedTuple):
    """Something that was found. ``teams`` are those it belongs to; ``key`` is its file name, id or kennung."""

    kind: Kind
    key: str
    name: str
    teams: tuple[str, ...]
    rank: int = WHOLE
    detail: str = ""  # what a team or a decision is at


class _Entry(NamedTuple):
    hit: Hit
    names: tuple[str, ...]  # what it is called
    texts: tuple[str, ...] = ()  # what else it says


class Found(NamedTuple):
    """The best hits, how many there were, and what may have been meant where there is none."""

    hits: tuple[Hit, ...]
    total: int
    meant: tuple[str, ...]


def find(
    query: str,
    teams: Sequence[tuple[str, Team]],
    beschluesse: Iterable[Beschluss],
    *,
    limit: int,
    kinds: Sequence[str] = KINDS,
) -> Found:
    """Search everything of these kinds."""
    entries = [one for one in _entries(teams, beschluesse) if one.hit.kind in kinds]
    hits = [hit for one in entries if (hit := _fits(query, one))]
    hits.sort(key=lambda hit: (hit.rank, KINDS.index(hit.kind), folded(hit.name), hit.key))
    return Found(tuple(hits[:limit]), len(hits), () if hits else _meant(query, entries))


def _entries(teams: Sequence[tuple[str, Team]], beschluesse: Iterable[Beschluss]) -> Iterator[_Entry]:
    for kuerzel, team in teams:
        yield _Entry(
            Hit("team", kuerzel, team.name, (kuerzel,), detail=team.status),
            (team.name, kuerzel, *team.frueher),
            (
                team.untertitel or "",
                team.zusammenfassung or "",
                *team.problem,
                *(one.ziel for one in team.ziele.teilziele),
            ),
        )
    yield from _shared("topic", ((kuerzel, name) for kuerzel, team in teams for name in team.themen))
    yield from _shared("district", ((kuerzel, name) for kuerzel, team in teams for name in team.stadtteile))
    yield from _shared("partner", ((kuerzel, one.name) for kuerzel, team in teams for one in team.kooperationspartner))
    for one in beschluesse:
        about = tuple(dict.fromkeys(filter(None, (one.team, one.betrifft.lt))))
        yield _Entry(
            Hit("decision", one.id, one.titel, about, detail=one.status), (one.titel, one.id), (one.antrag.wortlaut,)
        )
    yield from _people(teams)


def _shared(kind: Kind, names: Iterable[tuple[str, str]]) -> Iterator[_Entry]:
    """Give each name once with all its teams, as most of them write it."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kuerzel, name in names:
        found[folded(name)].append((kuerzel, name))
    for places in found.values():
        ways = Counter(name for _, name in places)
        name = min(ways, key=lambda one: (-ways[one], one))
        yield _Entry(Hit(kind, "", name, tuple(dict.fromkeys(kuerzel for kuerzel, _ in places))), (name,))


def _people(teams: Sequence[tuple[str, Team]]) -> Iterator[_Entry]:
    """Give everybody once, with every team. Without a kennung nobody knows whether two entries are one person."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kuerzel, team in teams:
        for _, number, person in team.personen():
            who = (person.kennung, "") if person.kennung else (f"{kuerzel}/{number}", person.name or "")
            places[who].append(kuerzel)
            called[who].update(filter(None, (person.name, person.email, person.kennung)))
    for who, of_teams in places.items():
        names = sorted(one for one in called[who] if "@" not in one and one != who[0])
        kennung = "" if "/" in who[0] else who[0]
        yield _Entry(Hit("person", kennung, ", ".join(names), tuple(dict.fromkeys(of_teams))), tuple(called[who]))


def _fits(query: str, entry: _Entry) -> Hit | None:
    """Give the hit with how well it fits; None where a word is missing."""
    asked = folded_words(query)
    rank = min((rank for name in entry.names if (rank := _rank(asked, name)) is not None), default=None)
    if rank is None and entry.texts:
        everything = folded(" ".join((*entry.names, *entry.texts)))
        rank = TEXT if all(word in everything for word in asked) else None
    return None if rank is None else entry.hit._replace(rank=rank)


def _rank(asked: list[str], name: str) -> int | None:
    words = folded_words(name)
    together = " ".join(words)
    if words == asked:
        return WHOLE
    if not all(word in together for word in asked):
        return INSIDE if "".join(asked) in together.replace(" ", "") else None
    if all(word in words for word in asked):
        return WORD
    return BEGINNING if all(any(each.startswith(word) for each in words) for word in asked) else INSIDE


def _meant(query: str, entries: Iterable[_Entry]) -> tuple[str, ...]:
    """Give names, and words of names, that look like what was asked for. Nobody's address is offered."""
    known: dict[str, str] = {}
    for entry in entries:
        for name in entry.names:
            if "@" not in name:
                known.setdefault(folded(name), name)
                for word in name.split():
                    known.setdefault(folded(word), word)
    return tuple(dict.fromkeys(known[one] for one in near(folded(query), known, most=MEANT)))
