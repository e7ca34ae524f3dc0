"""What search engines and previews read: JSON-LD and a description. Plain data, no address of a person, no link to join."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.render import german
from wiq_cli.render.markdown import unmarked

if TYPE_CHECKING:
    from wiq_cli.domain.public import PublicNetwork, PublicProfile, Zusammenkunft

CONTEXT = "https://schema.org"
STATUS = {"planned": "EventScheduled", "moved": "EventRescheduled", "cancelled": "EventCancelled"}
LONGEST = 160
SOON = 2  # meetings; whoever wants them all takes the calendar


def organization(one: PublicProfile, network: PublicNetwork, address: str | None) -> dict[str, Any]:
    """Describe a team with its next meetings."""
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Organization",
        "name": one.name,
        "parentOrganization": {"@type": "Organization", "name": network.name},
    }
    if address:
        data["url"] = address
    if text := description(one):
        data["description"] = text
    if one.stadtteile:
        data["areaServed"] = list(one.stadtteile)
    if one.verteiler:
        data["email"] = one.verteiler
    if one.naechste_treffen:
        data["event"] = [_event(meeting, one.name) for meeting in one.naechste_treffen[:SOON]]
    return data


def _event(one: Zusammenkunft, name: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "Event",
        "name": f"Treffen: {name}",
        "startDate": (one.beginn or one.tag).isoformat(),
        "eventStatus": f"{CONTEXT}/{STATUS[one.status]}",
    }
    if one.ende:
        data["endDate"] = one.ende.isoformat()
    if one.ort:
        data["location"] = {"@type": "Place", "name": one.ort}
    return data


def description(one: PublicProfile) -> str:
    """Say in one line what a team is about."""
    return german.shortened(unmarked(one.zusammenfassung or one.untertitel or ""), LONGEST)
