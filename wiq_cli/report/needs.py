"""Wishes and open questions for eyes, pipes and programs (``wiq.needs/1``), with proposals who may help."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from wiq_cli.domain.anzahl import anzahl
from wiq_cli.report.safe import safe
from wiq_cli.report.status_words import ART
from wiq_cli.usecases.needs import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from wiq_cli.domain.formats import teams as formats
    from wiq_cli.usecases.needs import Need
    from wiq_cli.usecases.needs_offers import Offer

    Offers = Mapping[tuple[str, str], Sequence[Offer]]

SCHEMA = "wiq.needs/1"
SAID = {
    "unheard": "noch nie beraten", "expired": "ausgelaufen", "open": "offen gelassen", "on_agenda": "auf dem Tisch",
    "refused": "abgelehnt", "granted": "bewilligt",
}  # fmt: skip
ANSWERED = ("refused", "granted")
DEPOT = "Für Räume und Material lohnt auch ein Blick ins depot des Trägers."


def plain(found: Sequence[Need], offers: Offers) -> str:
    """One line each: what became of it, kind, since when, team, name, the words, the decision, proposals."""
    rows = (
        (
            SAID[one.said], one.art, one.since.isoformat() if one.since else "", one.kuerzel, one.team.name, one.wish.was,
            one.wish.answer.beschluss.id if one.wish.answer else "", "; ".join(map(proposal, _of(one, offers))),
        )
        for one in found
    )  # fmt: skip
    return "".join("\t".join(safe(cell) for cell in row) + "\n" for row in rows)


def full(found: Sequence[Need], offers: Offers, heute: date, width: int, *, everything: bool) -> str:
    """Grouped by what became of them, what waits longest first."""
    shown = [one for one in found if everything or one.said not in ANSWERED]
    lines: list[str] = []
    for said, group in groupby(shown, key=lambda one: one.said):
        of_group = list(group)
        lines += [f"{SAID[said][0].upper()}{SAID[said][1:]} ({len(of_group)})", ""]
        for one in of_group:
            lines += _wrapped(f"  {one.wish.was} – {_team(one)}", width, "    ")
            lines += _wrapped(f"    {' · '.join([ART[one.art], *_age(one, heute), *_next(one)])}", width, "      ")
            lines += [
                line
                for each in _of(one, offers)
                for line in _wrapped(f"    → Vielleicht: {proposal(each)}", width, "      ")
            ]
        lines.append("")
    if any(one.art in {"raum", "material"} for one in shown):
        lines += [*_wrapped(DEPOT, width), ""]
    counts = [
        f"{sum(one.said == said for one in found)} {SAID[said]}"
        for said in ORDER
        if any(one.said == said for one in found)
    ]
    rest = " Auch diese zeigt: wiq needs --all" if len(shown) < len(found) else ""
    return "\n".join(
        [*lines, *_wrapped(f"{anzahl(len(found), '1 Bitte', '{} Bitten')}: {', '.join(counts)}.{rest}", width)]
    )


def document(found: Sequence[Need], offers: Offers, heute: date, history: str) -> str:
    """Write everything as one JSON document. The words are the team's own: names may hide there."""
    data: formats.Needs = {
        "schema": SCHEMA,
        "date": heute.isoformat(),
        "history": history,
        "needs": [_row(one, offers) for one in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def proposal(one: Offer) -> str:
    """Say who may help, and what that rests on."""
    words = {"got_it": "hat es bekommen", "partner": f"Partner von {one.kuerzel}", "team": ""}[one.kind]
    because = [words, f"„{one.word}“" if one.word else "", "im selben Stadtteil" if one.near else ""]
    return f"{one.name} ({', '.join(filter(None, because))})"


def _row(one: Need, offers: Offers) -> formats.Need:
    answer = one.wish.answer
    return {
        "team": one.kuerzel,
        "name": one.team.name,
        "districts": list(one.team.stadtteile),
        "text": one.wish.was,
        "support": one.wish.is_support,
        "kind": one.art,
        "since": one.since.isoformat() if one.since else None,
        "answer": one.said,
        "decision": answer.beschluss.id if answer else None,
        "next": answer.weiter if answer else None,
        "proposals": [_proposal(each) for each in _of(one, offers)],
    }


def _proposal(one: Offer) -> formats.Proposal:
    return {"kind": one.kind, "name": one.name, "kuerzel": one.kuerzel, "word": one.word, "near": one.near}


def _of(one: Need, offers: Offers) -> Sequence[Offer]:
    return offers.get((one.kuerzel, one.wish.was), ())


def _team(one: Need) -> str:
    return f"{one.team.name}, {'/'.join(one.team.stadtteile)}" if one.team.stadtteile else one.team.name


def _age(one: Need, heute: date) -> Iterator[str]:
    if one.since is not None:
        days = (heute - one.since).days
        yield f"seit mindestens {anzahl(days, '1 Tag', '{} Tagen')}" if days else "seit heute"


def _next(one: Need) -> Iterator[str]:
    if answer := one.wish.answer:
        yield answer.beschluss.id
        yield from [answer.weiter] if answer.weiter else []


def _wrapped(text: str, width: int, further: str = "") -> list[str]:
    return textwrap.wrap(
        safe(text), max(width, 40), subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    )
