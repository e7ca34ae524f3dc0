"""Who may have what another team needs. There is no key for offers: every match is a proposal, and says what it rests on.

Asked are teams that work by themselves and the partners of others, by words that both use; and teams that got the same.
For a room or for material, a place in the same district is enough.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from wiq_cli.domain.faltung import folded_words
from wiq_cli.domain.unterstuetzung import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wiq_cli.domain.team import Team
    from wiq_cli.usecases.needs import Need

Kind = Literal["team", "partner", "got_it"]
STANDING = frozenset({"im-betrieb", "selbsttragend"})
MOST = 3  # proposals for one wish
SHORTEST = 5  # letters of a word that counts
IN_DISTRICT = 2
EMPTY = frozenset(
    folded_words("""
    eine einen einer eines unser unsere unserer unseren andere anderen neue neuer neuen viele mehr gute guter ggfs eventuell
    brauchen braucht suchen sucht wuenschen hilfe unterstuetzung kontakt kontakte geld raum raeume material finanzielle
    finanziell gemeinsam wieder zum beispiel beitrag bitte wollen koennen moeglich stadtteil quartier verein woher
    """)
)
HAVE = {  # what somebody who may help with this is often called
    "raum": ("haus", "zentrum", "schule", "kirch", "gemeinde", "biblio", "laden", "stube", "saal", "raum", "werkstatt"),
    "material": ("werkzeug", "werkstatt", "verleih", "leihladen", "regal", "depot", "baumarkt", "repair"),
}


class Offer(NamedTuple):
    """A proposal. ``word`` is what it rests on; empty where it is the district alone."""

    kind: Kind
    name: str
    kuerzel: str  # the team, or the team whose partner it is
    word: str
    near: bool  # in the same district


class _Source(NamedTuple):
    kind: Kind
    name: str
    kuerzel: str
    districts: frozenset[str]
    words: frozenset[str]


def offers(
    waiting: Iterable[Need], everything: Iterable[Need], teams: Sequence[tuple[str, Team]]
) -> dict[tuple[str, str], list[Offer]]:
    """Give for each team and wish up to three proposals, the best first."""
    sources = list(_sources(teams))
    by_word: Mapping[str, list[_Source]] = _by_word(sources)
    granted: dict[str, list[Need]] = defaultdict(list)
    for one in everything:
        if one.said == "granted":
            granted[plain(one.wish.was)].append(one)

    @cache
    def alike(word: str) -> list[tuple[str, _Source]]:
        return [(other, source) for other, found in by_word.items() if _same(word, other) for source in found]

    found = {}
    for one in waiting:
        matches = {source: word for word in _words(one.wish.was) for _, source in alike(word)}
        for source in _nearby(one, sources):
            matches.setdefault(source, "")
        scored = [(_score(one, source, word), source, word) for source, word in matches.items() if _other(one, source)]
        best = sorted((each for each in scored if each[0]), key=lambda each: (-each[0], each[1].name))
        proposed = list(
            {
                source.name: Offer(source.kind, source.name, source.kuerzel, word, _near(one, source.districts))
                for _, source, word in reversed(best)
            }.values()
        )[::-1]
        proposed[MOST - 1 :] = _got_it(one, granted[plain(one.wish.was)]) or proposed[MOST - 1 :]
        if proposed:
            found[one.kuerzel, one.wish.was] = proposed[:MOST]
    return found


def _got_it(one: Need, others: Iterable[Need]) -> list[Offer]:
    """Give one team that got the same and can tell how it went, from the same district if there is one."""
    found = [Offer("got_it", each.team.name, each.kuerzel, "", _near(one, each.team.stadtteile)) for each in others]
    return sorted(found, key=lambda each: (not each.near, each.name))[:1]


def _sources(teams: Sequence[tuple[str, Team]]) -> Iterable[_Source]:
    for kuerzel, team in teams:
        districts = frozenset(team.stadtteile)
        if team.status in STANDING:
            texts = (team.name, team.untertitel or "", *team.themen, *(one.text for one in team.stand))
            yield _Source("team", team.name, kuerzel, districts, _words(" ".join(texts)))
        for one in team.kooperationspartner:
            yield _Source("partner", one.name, kuerzel, districts, _words(one.name))


def _by_word(sources: Iterable[_Source]) -> dict[str, list[_Source]]:
    found: dict[str, list[_Source]] = defaultdict(list)
    for one in sources:
        for word in one.words:
            found[word].append(one)
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in folded_words(text) if len(word) >= SHORTEST and word not in EMPTY)


def _same(one: str, other: str) -> bool:
    """Whether two words are the same, or one is a part of the other at its beginning or end: Werkzeug, Werkzeugkiste."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short)


def _nearby(one: Need, sources: Iterable[_Source]) -> Iterable[_Source]:
    hints = HAVE.get(one.art, ())
    return (
        source
        for source in (sources if hints else ())
        if _near(one, source.districts) and any(hint in word for hint in hints for word in source.words)
    )


def _score(one: Need, source: _Source, word: str) -> int:
    near = IN_DISTRICT if _near(one, source.districts) else 0
    return near + (len(word) if word else 0)


def _near(one: Need, districts: Iterable[str]) -> bool:
    return bool(set(districts) & set(one.team.stadtteile))


def _other(one: Need, source: _Source) -> bool:
    """Whether this is somebody whom the team does not know anyway."""
    own = {each.name for each in one.team.kooperationspartner}
    return source.kuerzel != one.kuerzel and source.name not in own
