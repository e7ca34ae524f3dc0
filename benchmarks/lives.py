"""What happens in a made-up team, day by day: meetings written down, steps done, wishes, people who come and go.

Some teams fall silent, lose their lead or wait for an answer. Which ones is known, so that a list of those who need a
call can be looked at beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

THINGS = (
    "Baumscheiben", "Nachbarschaftsgarten", "Repaircafé", "Lesestube", "Spielstraße", "Tauschregal", "Radwerkstatt",
    "Frühstück für alle", "Sprachtandem", "Mittagstisch", "Hofkino", "Kleiderkammer", "Parkbänke", "Lastenrad", "Hochbeete",
    "Stadtteilchor", "Hausaufgabenhilfe", "Seniorentanz", "Werkzeugbibliothek", "Regentonnen", "Wandbild", "Bolzplatz",
    "Bücherschrank", "Nähtreff", "Kochgruppe",
)  # fmt: skip
DISTRICTS = (
    "Lindenau",
    "Leutzsch",
    "Plagwitz",
    "Grünau",
    "Volkmarsdorf",
    "Schönefeld",
    "Anger-Crottendorf",
    "Sellerhausen",
)
TOPICS = ("Umwelt", "Begegnung", "Mobilität", "Kunst im Stadtraum", "Familien und Kinder", "Senioren", "Ernährung")
WISHES = (
    ("Ein Raum für den Winter", "raum"), ("Werkzeug und Handschuhe", "material"), ("Geld für Plakate", "geld"),
    ("Kontakt zum Grünflächenamt", "kontakt"), ("Ein Beitrag im Newsletter", "oeffentlichkeit"), ("Ein Lastenrad", "material"),
    ("Kontakt zur Schule", "kontakt"), ("Ein Raum mit Küche", "raum"), ("Versicherung klären", "sonstiges"),
)  # fmt: skip
STEPS = ("Fläche finden", "Leute einladen", "Genehmigung holen", "Material besorgen", "Erstes Fest", "Bilanz ziehen")
GOALS = ("Zwanzig Leute machen mit", "Ein fester Ort ist gefunden", "Drei Feste im Jahr")
PARTNERS = ("Bürgerverein", "Grundschule", "Gartenverein", "Stadtbibliothek", "Kirchgemeinde", "Stadtteilladen")
RHYTHMS = (
    "alle 2 Wochen Dienstag 18:00",
    "erster Montag im Monat 19:00",
    "jeden Donnerstag 17:30",
    "letzter Freitag im Monat 16:00",
)
FATES = ("alive", "slow", "silent", "leaderless", "late", "waiting", "idea", "paused", "running", "carried", "ended")
SHARES = (70, 24, 8, 4, 8, 10, 16, 10, 20, 14, 16)
PUBLIC = {
    "idea": "idee",
    "paused": "pausiert",
    "running": "im-betrieb",
    "carried": "selbsttragend",
    "ended": "abgeschlossen",
}
DAY = timedelta(1)


@dataclass
class Life:
    """The state of one team on one day; ``text`` writes its file."""

    number: int
    name: str
    kuerzel: str
    district: str
    topic: str
    fate: str
    begin: date
    people: list[str]
    rhythm: str
    goals_until: date
    status: str = "idee"
    consent: date | None = None
    consent_until: date | None = None
    lead_until: date | None = None
    steps: int = 0  # done
    goals: int = 0  # reached
    wishes: list[tuple[str, str]] = field(default_factory=list)  # the first ones are those of the first day
    wished: date | None = None
    first: int = 0  # how many these are
    measured: list[tuple[date, int]] = field(default_factory=list)
    chronik: list[tuple[date, str]] = field(default_factory=list)

    def text(self) -> str:
        """Write the team's file."""
        blocks = [
            f"schema: 1\nart: LT\nname: {self.name}\nverteiler: lt-{self.kuerzel}@netz.example\nstatus: {self.status}",
            f"stadtteile: [{self.district}]\nthemen: [{self.topic}]",
            f"problem:\n  - In {self.district} fehlt ein Ort für {self.topic}.\n  - Viele wohnen nebeneinander und kennen sich nicht.",
            f"zusammenfassung: {self.name} bringt Nachbarinnen und Nachbarn zusammen, jede Woche ein bisschen mehr.",
            f"ziele:\n  bis: {self.goals_until}\n  teilziele:",
            *(f"    - {{ziel: {goal}{', erreicht: ja' if place < self.goals else ''}}}" for place, goal in enumerate(GOALS)),
            f"wirkung:\n  - indikator: Leute, die mitmachen\n    einheit: Leute\n    ausgangswert: 0\n    soll: 50{self._measured()}",
            "weg:",
            *(f"  - {{schritt: {step}{', erledigt: ja' if place < self.steps else ''}}}" for place, step in enumerate(STEPS)),
            *(["support:", *(f"  - {{was: {was}, art: {art}}}" for was, art in self.wishes)] if self.wishes else []),
            f"leitung:\n{self._person(0, self.lead_until)}\nmitglieder:",
            *(self._person(place) for place in range(1, len(self.people))),
            f"kooperationspartner: [{PARTNERS[self.number % len(PARTNERS)]} {self.district}]",
            *self._treffen(),
            *(["chronik:", *(f"  - {{am: {day}, text: {text}}}" for day, text in self.chronik)] if self.chronik else []),
            *([f"einwilligung:\n  profil: {{am: {self.consent}, durch: p{self.number}0, nachweis: Formular im Ordner}}"] if self.consent else []),
        ]  # fmt: skip
        return "\n".join(blocks) + "\n"

    def _measured(self) -> str:
        rows = "".join(f"\n      - {{am: {day}, wert: {value}, quelle: Zählung}}" for day, value in self.measured)
        return f"\n    ist:{rows}" if rows else ""

    def _treffen(self) -> Iterator[str]:
        yield f"treffen:\n  ort: Stadtteilzentrum {self.district}, Raum {self.number % 24}"
        end = f" bis {self.chronik[-1][0] + 20 * DAY}" if self.fate in {"silent", "ended"} and self.chronik else ""
        yield f"  rhythmus: [{self.rhythm} ab {self.begin}{end}]"

    def _person(self, place: int, until: date | None = None) -> str:
        name = self.people[place]
        mail = f"p{self.number}{place}@example.org"
        ends = f"\n    bis: {until}" if until else ""
        limit = f", bis: {self.consent_until}" if self.consent_until and place == 1 else ""
        answer = f"\n    einwilligung:\n      verteiler: {{antwort: ja, am: {self.begin}, nachweis: Formular{limit}}}"
        return f"  - kennung: p{self.number}{place}\n    name: {name}\n    email: {mail}\n    seit: {self.begin}{ends}{answer}"


def fates(source: random.Random, teams: int) -> list[str]:
    """Give each team its fate; the same shares at every size."""
    return source.choices(FATES, SHARES, k=teams)


def days(source: random.Random, life: Life, heute: date) -> Iterator[tuple[date, str]]:
    """Let a team live until today; after each change give the day and what was done. The caller writes the file."""
    last = _last_day(source, life.fate, heute)
    life.begin = min(life.begin, last - 90 * DAY)
    day, end = life.begin, min(last, heute)
    yield day, "angelegt"
    while day + DAY <= end:
        day = min(end, day + timedelta(source.randint(9, 45)))
        if doing := _step(source, life, day, heute):
            yield day, doing
    yield from _fate(source, life, end, heute)


def _last_day(source: random.Random, fate: str, heute: date) -> date:
    """Give the day of the last thing that happens in a team."""
    if fate == "silent":
        return heute - timedelta(source.randint(75, 320))
    if fate in PUBLIC and fate != "idea":
        return heute - timedelta(source.randint(40, 200))
    return heute - timedelta(source.randint(30, 55) if fate == "slow" else source.randint(0, 20))


def _step(source: random.Random, life: Life, day: date, heute: date) -> str:
    if life.status == "idee" and life.fate != "idea" and (day - life.begin).days > 40:  # noqa: PLR2004  # days
        life.status, life.consent = "laeuft", day
        life.first, life.wished = source.randint(1, 2), day
        life.wishes = source.sample(WISHES, life.first)
        return "läuft jetzt"
    if life.status == "laeuft" and len(life.wishes) == life.first and source.random() < 0.03:  # noqa: PLR2004  # seldom
        new = source.choice(WISHES)
        if new not in life.wishes:
            life.wishes.append(new)
            return "neuer Wunsch"
    kind = source.choice(("chronik", "chronik", "chronik", "schritt", "messung"))
    if kind == "schritt" and life.steps < len(STEPS) - 1:
        life.steps += 1
        return "Schritt erledigt"
    if kind == "messung" and life.status == "laeuft":
        life.measured.append((day, min(50, len(life.measured) * source.randint(2, 6) + 4)))
        return "gemessen"
    life.chronik.append(
        (day, source.choice(("Treffen mit Nachbarn", "Stand auf dem Markt", "Fest am Platz", "Besuch im Amt")))
    )
    life.goals = min(2, life.goals + (source.random() < 0.06 and day < heute))  # noqa: PLR2004  # seldom
    return "Chronik"


def _fate(source: random.Random, life: Life, end: date, heute: date) -> Iterator[tuple[date, str]]:
    """Let happen what makes this team one that needs a call, or none."""
    if life.fate in PUBLIC:
        life.status = PUBLIC[life.fate]
        life.lead_until = end if life.fate == "ended" else None
    elif life.fate == "leaderless":
        life.lead_until = heute - timedelta(source.randint(20, 90))
    elif life.fate == "late":
        life.goals_until = heute - timedelta(source.randint(15, 150))
    elif life.fate == "alive" and source.random() < 0.08:  # noqa: PLR2004  # few
        life.consent_until = heute + timedelta(source.randint(5, 50))
    else:
        return
    yield end, "Stand nachgetragen"
