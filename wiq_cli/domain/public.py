"""What the public may see: the first wall. There is no field here for an e-mail of a person, a phone number, a role or a
link to join a meeting, so no page can show one.

These types stand alone on purpose: none inherits from, holds or leads to a type of a private file. A new field of a
team file stays in the house until somebody names it here and fills it in ``usecases/profile.py``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Literal

from pydantic import Field

from wiq_cli.domain.public_base import ORT_ERFRAGEN, Oeffentlich
from wiq_cli.domain.public_beschluss import Abstimmung, Antwort, Beschluss, Stimmen
from wiq_cli.domain.public_regeln import Regelwerk, Teamregel, Verfahrensweise, Zustimmung

__all__ = (  # whoever asks for the public view asks here
    "ANFANG",
    "HOECHSTENS",
    "KLEIN",
    "ORT_ERFRAGEN",
    "STATUSWORT",
    "Abstimmung",
    "Antwort",
    "Beschluss",
    "Beteiligte",
    "Eintrag",
    "Ereignis",
    "Kalender",
    "Kalenderserie",
    "Kalendertermin",
    "Kooperationspartner",
    "Messwert",
    "Oeffentlich",
    "Pruefung",
    "PublicNetwork",
    "PublicProfile",
    "Regelwerk",
    "Schritt",
    "Stand",
    "Status",
    "Stimmen",
    "Support",
    "Teamregel",
    "Teilziel",
    "Verfahrensweise",
    "Wirkung",
    "Ziele",
    "Zusammenkunft",
    "Zustimmung",
    "entry",
)  # fmt: skip
Status = Literal["idee", "laeuft", "pausiert", "im-betrieb", "selbsttragend", "abgeschlossen"]
STATUSWORT: dict[str, str] = {
    "idee": "Idee",
    "laeuft": "läuft",
    "pausiert": "pausiert",
    "im-betrieb": "im Betrieb",
    "selbsttragend": "selbsttragende Struktur",
    "abgeschlossen": "abgeschlossen",
}
KLEIN = 4
HOECHSTENS = 8  # meetings to come that pages and data name of one team; a longer list of days helps nobody
# Calendars count changes from here, and a file that no history knows changed then.
ANFANG = datetime(2024, 1, 1, tzinfo=UTC)


class Teilziel(Oeffentlich):
    ziel: str
    bis: date | None
    erreicht: bool
    am: date | None


class Ziele(Oeffentlich):
    bis: date | None
    anlass: str | None
    teilziele: tuple[Teilziel, ...]
    langfristig: tuple[str, ...]


class Messwert(Oeffentlich):
    am: date
    wert: int | float
    quelle: str | None


class Wirkung(Oeffentlich):
    indikator: str
    einheit: str | None
    ausgangswert: int | float | None
    soll: int | float | None
    ist: tuple[Messwert, ...]


class Stand(Oeffentlich):
    text: str
    erledigt: bool
    am: date | None


class Schritt(Oeffentlich):
    schritt: str
    bis: date | None
    erledigt: bool
    notizen: tuple[str, ...]


class Support(Oeffentlich):
    """A wish, and what the steering team said to it; nothing else of a decision is shown."""

    was: str
    art: str
    entscheidung: Literal["bewilligt", "abgelehnt", "offen"] | None = None


class Kooperationspartner(Oeffentlich):
    name: str
    url: str | None
    stand: str | None


class Zusammenkunft(Oeffentlich):
    """One meeting. Without ``beginn`` it lasts the whole day."""

    tag: date
    beginn: datetime | None
    ende: datetime | None
    ort: str | None
    status: Literal["planned", "moved", "cancelled"]


class Ereignis(Oeffentlich):
    am: date | None
    text: str


class Beteiligte(Oeffentlich):
    """How many there are, and the names of those who want to be named.

    Of fewer than ``KLEIN`` people everybody would be recognised: the exact numbers do not get as far as here.
    """

    leitung: int | None
    mitglieder: int | None
    namen: tuple[str, ...]


class PublicProfile(Oeffentlich):
    """Everything a page about one team may show."""

    kuerzel: str
    art: str
    teamart: str
    name: str
    untertitel: str | None
    verteiler: str | None
    status: Status
    stadtteile: tuple[str, ...]
    themen: tuple[str, ...]
    problem: tuple[str, ...]
    zusammenfassung: str | None
    ziele: Ziele
    wirkung: tuple[Wirkung, ...]
    stand: tuple[Stand, ...]
    weg: tuple[Schritt, ...]
    support: tuple[Support, ...]
    beteiligte: Beteiligte
    kooperationspartner: tuple[Kooperationspartner, ...]
    treffen_ort: str | None
    naechste_treffen: tuple[Zusammenkunft, ...] = Field(
        description=f"Die nächsten Treffen, höchstens {HOECHSTENS}. Der Kalender des Teams hat mehr."
    )
    fruehere_treffen: tuple[Zusammenkunft, ...]
    offene_fragen: tuple[str, ...]
    chronik: tuple[Ereignis, ...]
    beschluesse: tuple[Beschluss, ...] = ()  # of the team and about it
    frueher: tuple[str, ...] = ()  # file names of earlier: they lead here


class Eintrag(Oeffentlich):
    """One team in the list of all teams."""

    kuerzel: str
    art: str
    teamart: str
    name: str
    untertitel: str | None
    status: Status
    stadtteile: tuple[str, ...]
    themen: tuple[str, ...]


class Kalendertermin(Oeffentlich):
    """One meeting in a calendar, on the wall clock of the network. A whole day has plain dates and ends the day after."""

    uid: str
    team: str
    name: str
    beginn: datetime | date
    ende: datetime | date
    ort: str | None
    status: Literal["planned", "moved", "cancelled"]
    stand: datetime  # when its file was last changed


class Kalenderserie(Oeffentlich):
    """The meetings of one rhythm as a rule, for those who take a calendar over once; ``ausser`` are the days left out."""

    erstes: Kalendertermin
    regel: str
    letztes: datetime
    ausser: tuple[datetime, ...]


class Kalender(Oeffentlich):
    """One file of meetings: of a team, of a district or of the whole network."""

    art: Literal["team", "stadtteil", "netz"]
    kuerzel: str
    name: str
    zeitzone: str
    von: date
    bis: date
    termine: tuple[Kalendertermin, ...]
    serien: tuple[Kalenderserie, ...] = ()


class PublicNetwork(Oeffentlich):
    """What stands around every page."""

    name: str
    ort: str | None
    traeger: str | None
    traeger_url: str | None
    datenschutz: str | None
    impressum: str | None
    barrierefreiheit: str | None
    domain: str | None = None
    adresse: str | None = None  # of the pages, where it is not the domain
    regeln: Regelwerk | None = None


class Pruefung(Oeffentlich):
    """The dated result of one look at the accessibility of all kinds of pages."""

    am: date
    norm: str
    werkzeug: str
    seiten: int
    verstoesse: int
    vorlagen: str | None = None  # which templates it is about


def entry(profile: PublicProfile) -> Eintrag:
    """Give the short form of a profile for the list of all teams."""
    return Eintrag(
        kuerzel=profile.kuerzel,
        art=profile.art,
        teamart=profile.teamart,
        name=profile.name,
        untertitel=profile.untertitel,
        status=profile.status,
        stadtteile=profile.stadtteile,
        themen=profile.themen,
    )
