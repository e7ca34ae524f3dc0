"""The network's own settings: ``wiq.yaml``."""

from __future__ import annotations

import re
import zoneinfo
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from wiq_cli.domain.base import Datei, Modell
from wiq_cli.domain.scalars import Datum, Email, GanzeZahl, Kurztext, Link, Text, fault

Bundesland = Literal["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"]
LONGEST_WAY = 720  # minutes
DOMAIN_MAX = 253
DOMAIN = re.compile(rf"(?=.{{1,{DOMAIN_MAX}}}\Z)LABEL(\.LABEL)+".replace("LABEL", "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
LIKE_A_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def check_zone(name: str) -> str:
    """Accept only a time zone the machine knows."""
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise fault("WIQ024", "Diese Zeitzone kenne ich nicht. In Deutschland heißt sie Europe/Berlin.") from None
    return name


def read_domain(value: Any) -> Any:
    """Read ``wir-im-quartier.example``: letters, digits, hyphens, at least one dot."""
    if not isinstance(value, str) or DOMAIN.fullmatch(value.strip()):
        return value
    if " " in value.strip():
        raise fault("WIQ024", "In einer Domain steht kein Leerzeichen. Sie sieht so aus: quartier.example.")
    if LIKE_A_DOMAIN.fullmatch(value.strip()):
        raise fault(
            "WIQ024",
            f"So heißt keine Domain. Zwischen zwei Punkten stehen höchstens 63 Zeichen, zusammen sind es höchstens {DOMAIN_MAX}, "
            "und ein Bindestrich steht nur in der Mitte.",
        )
    meant = host_in(value)
    remedy = f"Gemeint ist vermutlich {meant}." if meant else "Sie sieht so aus: quartier.example."
    raise fault("WIQ024", f"Das ist keine Domain. {remedy}")


def host_in(text: str) -> str:
    """Give the domain in a link, in an address, or spelt with capitals or umlauts; empty where there is none."""
    host = re.split(r"[/?#\\]", text.strip().partition("://")[2] or text.strip())[0].rpartition("@")[2]
    try:
        plain = host.partition(":")[0].strip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return plain if DOMAIN.fullmatch(plain) else ""


def read_home(value: str) -> str:
    """Accept the address of a folder on a server; it ends with a slash."""
    if re.search(r"[?#]", value):
        raise fault(
            "WIQ029", "Zu dieser Adresse gehört kein „?“ und kein „#“. Sie sieht so aus: https://quartier.example/wiq/."
        )
    return value if value.endswith("/") else f"{value}/"


class Traeger(Modell):
    """The carrier, as the public may see it."""

    KURZ: ClassVar[str] = "name"

    name: Kurztext = Field(description="Name der Trägerorganisation.")
    url: Link | None = Field(None, description="Internetseite.")
    email: Email | None = Field(None, description="Öffentliche Kontaktadresse.")
    telefon: Text | None = Field(None, description="Öffentliche Telefonnummer.")


class Ferienzeit(Modell):
    name: Kurztext = Field(description="Zum Beispiel Winterferien.")
    von: Datum = Field(description="Erster Ferientag.")
    bis: Datum = Field(description="Letzter Ferientag.")


class Ferien(Modell):
    quelle: Text | None = Field(None, description="Woher die Daten stammen.")
    reicht_bis: Datum | None = Field(None, description="Letzter Tag, für den die Ferien eingetragen sind.")
    zeiten: list[Ferienzeit] = Field(default_factory=list, description="Die Ferien, eine Zeile je Zeitraum.")


class Schwellen(Modell):
    still_hinweis: GanzeZahl = Field(30, description="Nach so vielen Tagen ohne Lebenszeichen gibt es eine Notiz.")
    still_warnung: GanzeZahl = Field(60, description="Nach so vielen Tagen ohne Lebenszeichen gibt es eine Warnung.")
    messung_alt: GanzeZahl = Field(90, description="Nach so vielen Tagen ist ein Messwert alt.")
    wunsch_alt: GanzeZahl = Field(42, description="Nach so vielen Tagen ist ein Wunsch alt.")
    einwilligung_endet: GanzeZahl = Field(
        60, description="So viele Tage vor dem Ende einer Einwilligung kommt ein Hinweis."
    )
    anhoerung: GanzeZahl = Field(28, description="Nach so vielen Tagen soll gehört sein, wer sich gemeldet hat.")


def read_way(value: int) -> int:
    """Accept a time to get from one place to another: up to half a day."""
    if value > LONGEST_WAY:
        raise fault("WIQ025", f"Die Wegzeit steht in Minuten, bis {LONGEST_WAY}. Zum Beispiel: 30.")
    return value


class Treffregeln(Modell):
    wegzeit: Annotated[GanzeZahl, AfterValidator(read_way)] = Field(
        0, description="So viele Minuten braucht man von einem Ort zum anderen. Danach sucht wiq meetings --conflicts."
    )


def read_anhoerung(value: Any) -> Any:
    """Read ``a1``: a name that says nothing about anybody."""
    if isinstance(value, str) and not re.fullmatch(r"a[0-9]{1,6}", value.strip()):
        raise fault("WIQ553", "Dieser Name darf nichts über die Person sagen. Nummerier einfach: a1, a2, a3.")
    return value


class Anhoerung(Modell):
    """Somebody felt treated unjustly and is heard. Only days stand here; what it was about is written nowhere."""

    id: Annotated[Text, BeforeValidator(read_anhoerung)] = Field(
        description="Eine Nummer wie a1. Sie sagt nichts über die Person."
    )
    eingegangen: Datum = Field(description="Tag, an dem sich jemand gemeldet hat.")
    angehoert: Datum | None = Field(None, description="Tag, an dem die Person gehört wurde.")
    abgeschlossen: Datum | None = Field(None, description="Tag, an dem alles geklärt war.")


class Netzwerk(Datei):
    """What is true for the whole network."""

    name: Kurztext = Field(description="Name des Netzwerks.")
    ort: Kurztext | None = Field(None, description="Stadt oder Gemeinde.")
    zeitzone: Annotated[Text, AfterValidator(check_zone)] = Field("Europe/Berlin", description="Zeitzone der Treffen.")
    bundesland: Bundesland | None = Field(
        None, description="Bundesland, zum Beispiel SN. Danach richten sich die Feiertage."
    )
    domain: Annotated[Text, BeforeValidator(read_domain)] | None = Field(
        None, description="Domain des Netzwerks. Nur Adressen auf ihr dürfen als Verteiler öffentlich stehen."
    )
    adresse: Annotated[Link, AfterValidator(read_home)] | None = Field(
        None, description="Adresse der veröffentlichten Seiten, wenn sie nicht https:// und die Domain ist."
    )
    traeger: Traeger | None = Field(None, description="Die Trägerorganisation.")
    datenschutz: Link | None = Field(None, description="Link zur Datenschutzerklärung.")
    impressum: Link | None = Field(None, description="Link zum Impressum.")
    barrierefreiheit: Text | None = Field(None, description="Kontakt, um Barrieren zu melden.")
    ferien: Ferien = Field(default_factory=Ferien, description="Schulferien.")
    treffen: Treffregeln = Field(default_factory=Treffregeln, description="Was für alle Treffen gilt.")
    schwellen: Schwellen = Field(default_factory=Schwellen, description="Ab wann wiq an etwas erinnert.")
    anhoerungen: list[Anhoerung] = Field(
        default_factory=list, description="Wer sich ungerecht behandelt fühlt, wird gehört. Hier stehen nur die Tage."
    )
