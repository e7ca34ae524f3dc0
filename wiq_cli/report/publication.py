"""The outcome of ``wiq publish``, for eyes and for machines. A leak is a place and a kind, never a value."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wiq_cli.report.safe import safe
from wiq_cli.usecases.publication import VORLAGEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiq_cli.usecases.publication import Leck, Outcome

KINDS = {
    "name": "Name",
    "email": "E-Mail-Adresse",
    "phone": "Telefonnummer",
    "role": "Rolle",
    "link": "Link zum Beitreten",
    "location": "Privater Ort",
    "text": "Interner Text",
    "unread": "Nicht durchsuchbar",
}
SENTENCES = {
    "name": "ein Name",
    "email": "eine E-Mail-Adresse",
    "phone": "eine Telefonnummer",
    "role": "eine Rolle",
    "link": "ein Link zum Beitreten",
    "location": "ein Ort, der im Haus bleibt",
    "text": "ein Text, der im Haus bleibt",
    "unread": "etwas, das ich nicht nach Privatem durchsuchen kann",
}
INDEX, MOST = "index.html", 10  # of the pages that are named
CHANGES = {"new": "neu", "changed": "geändert", "same": "unverändert", "gone": "verschwindet"}


def as_json(outcome: Outcome, *, dry_run: bool = False) -> str:
    """One document, also when nothing was published. What would change stands in it only where somebody asked for that."""
    preview = {
        "changes": [{"team": one.team, "kind": one.kind, "parts": list(one.parts)} for one in outcome.changes],
        "pages": [{"page": page, "kind": kind} for page, kind in outcome.shared],
    }
    return json.dumps(
        {
            "schema": "wiq.publish/1",
            "published": list(outcome.published),
            "skipped": [{"team": one.team, "reason": one.reason} for one in outcome.skipped],
            "removed": list(outcome.removed),
            "leaks": [
                {
                    "team": one.team,
                    "file": one.file,
                    "line": one.line,
                    "field": one.field,
                    "kind": one.kind,
                    "output": one.output,
                }
                for one in outcome.leaks
            ],
            **(preview if dry_run else {}),
        },
        ensure_ascii=False,
        indent=2,
    )


def as_text(outcome: Outcome, *, dry_run: bool = False, terminal: bool = False, check: bool = False) -> str:
    """One line each: what happened, which team, and what more there is to say. People get one line per place.

    ``check`` leaves out what would stay as it is, and names the pages of no single team too.
    """
    lines = leak_sentences(outcome.leaks) if terminal else [leak_line(one) for one in outcome.leaks]
    lines += [f"veröffentlicht\t{one}" for one in outcome.published if not dry_run]
    lines += [
        "\t".join((CHANGES[one.kind], one.team, *filter(None, [", ".join(one.parts)])))
        for one in outcome.changes
        if one.team not in outcome.renamed.values()
    ]
    lines += [
        f"umbenannt\t{new}\tvorher {old}: Die alte Adresse führt zur neuen." for old, new in outcome.renamed.items()
    ]
    lines += [f"ausgelassen\t{safe(one.team)}\t{one.reason}" for one in outcome.skipped]
    gone = [one for one in outcome.removed if one not in outcome.renamed]
    lines += [f"{'verschwindet' if dry_run else 'entfernt'}\t{one}" for one in gone]
    lines += [f"{CHANGES[kind]}\t{page}" for page, kind in outcome.shared if check]
    return "".join(f"{line}\n" for line in lines)


def shared_pages(outcome: Outcome) -> str:
    """Say what becomes of the pages that belong to no single team, and name the first of them."""
    by_kind = {kind: [page for page, one in outcome.shared if one == kind] for kind in CHANGES}
    lines = [
        f"\n  {len(pages)} {'verschwinden' if kind == 'gone' and len(pages) > 1 else CHANGES[kind]}: {_some(pages)}"
        for kind, pages in by_kind.items()
        if pages
    ]
    return f"Gemeinsame Seiten:{''.join(lines) or ' alle unverändert.'}"


def _some(pages: Sequence[str]) -> str:
    """Name pages by their address, and no more of them than somebody reads."""
    named = ", ".join(one.removesuffix(INDEX) if one != INDEX else one for one in pages[:MOST])
    return f"{named} und {len(pages) - MOST} weitere" if len(pages) > MOST else named


def leak_line(one: Leck) -> str:
    """Name the source first: that is where it is mended."""
    return f"{shown_place(one)}\t{KINDS[one.kind]}\t{one.output}"


def leak_sentences(leaks: Iterable[Leck]) -> list[str]:
    """Say each place and kind once, and on how many pages it would have shown."""
    pages: dict[tuple[str, str], set[str]] = {}
    for one in leaks:
        pages.setdefault((shown_place(one), one.kind), set()).add(one.output)
    return [
        f"{place}: Hier steht {SENTENCES[kind]}. (steht in {len(outputs)} {'Seite' if len(outputs) == 1 else 'Seiten'})"
        for (place, kind), outputs in pages.items()
    ]


def shown_place(one: Leck) -> str:
    """Say where it is mended."""
    if one.field:
        return f"{safe(one.file)}:{one.line} {safe(one.field)}"
    if one.file.startswith(VORLAGEN):  # a template has lines, not fields
        return f"{safe(one.file)}:{one.line}"
    if one.file and one.kind == "unread":
        return f"{safe(one.file)} (keine einzelne Zeile: Es sind die Texte zusammen)"
    return f"{safe(one.file) or 'Vorlage'} (keine Zeile gefunden: Es steht im Dateinamen oder in einer Vorlage)"
