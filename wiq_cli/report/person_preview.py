"""The preview as a letter to the person, and for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiq_cli.usecases.person_preview import Vorschau, Zeile


def as_text(found: Sequence[Vorschau], label: str, network: str) -> str:
    """Give the text to send before the person is asked."""
    lines = [f"Was andere von dir sehen: {safe(network)} ({safe(label)})"]
    for one in found:
        lines += ["", f"Team {safe(one.name)}", *_team(one)]
    lines += [
        "",
        "E-Mail, Telefon und Rolle stehen auf keiner Seite, auch nicht mit deinem Ja. Fotos zeigt wiq nicht.",
        "Dein Ja gilt nur für deinen Namen. Du kannst es jederzeit zurücknehmen, ohne Grund. Eine Nachricht genügt.",
    ]
    return "\n".join(lines) + "\n"


def as_json(found: Sequence[Vorschau], label: str) -> dict[str, Any]:
    """Give one document."""
    teams = [
        {
            "team": one.team,
            "published": one.closed is None,
            "minor": one.is_minor,
            "now": _places(one.seen),
            "with_name": _places(one.with_name),
            "in_text": _places(one.in_text),
        }
        for one in found
    ]
    return {"schema": "wiq.preview/1", "person": label, "teams": teams}


def _team(one: Vorschau) -> Iterator[str]:
    if one.closed:
        yield "Dieses Profil ist zurzeit nicht veröffentlicht. Wäre es öffentlich, dann gälte:"
    if one.seen == one.with_name:
        yield "Das ist dort von dir zu sehen:" if one.seen else "Von dir ist dort nichts zu sehen."
        yield from _quoted(one.seen)
        if one.is_minor:
            yield "Du bist noch nicht 18. Dein Name erscheint deshalb nie, auch nicht mit einem Ja."
    else:
        yield (
            "Ohne dein Ja bist du eine von mehreren Personen:"
            if one.seen
            else "Ohne dein Ja ist dort nichts von dir zu sehen."
        )
        yield from _quoted(one.seen)
        yield "Mit deinem Ja steht dort:"
        yield from _quoted(one.with_name)
    if one.in_text:
        yield "Diese Zeilen nennen dich im Text. So werden sie nicht veröffentlicht, jemand muss sie umschreiben:"
        yield from _quoted(one.in_text)


def _quoted(lines: Sequence[Zeile]) -> Iterator[str]:
    for one in lines:
        yield f"  {safe(one.page)}: „{safe(one.text)}“"


def _places(lines: Sequence[Zeile]) -> list[dict[str, str]]:
    return [{"page": one.page, "text": one.text} for one in lines]
