"""What is done with the data of people, why, on which basis, and for how long: the register behind Art. 15 and Art. 30.

Each activity names the fields it uses as they stand in the models. A test fails until every private field of a team
and of a person is named by one of them; what a field holds is told by its own description.
"""

from __future__ import annotations

from dataclasses import dataclass

Feld = tuple[str, ...]
PERSON = ("leitung", "mitglieder")


@dataclass(frozen=True, slots=True)
class Verarbeitung:
    """One activity. ``felder`` lead from a team file, or below ``beschluesse`` from a decision, to the data."""

    name: str
    zweck: str
    grundlage: str
    personen: tuple[str, ...]
    felder: tuple[Feld, ...]
    empfaenger: tuple[str, ...]
    frist: str


def _person(*keys: str) -> tuple[Feld, ...]:
    return tuple((PERSON[1], key) for key in keys)


BETEILIGTE = ("Leitungen", "Mitglieder der Teams")
INTERN = "Unterstützungsteam, mit Zugang zum privaten git-Repository"

VERARBEITUNGEN: tuple[Verarbeitung, ...] = (
    Verarbeitung(
        name="Teams führen",
        zweck="Wissen, wer in welchem Team ist und wie man die Leute erreicht; Treffen und Aufgaben absprechen.",
        grundlage="Art. 6 Abs. 1 Buchst. b und f DSGVO: Mitarbeit im Team, Organisation des Netzwerks",
        personen=BETEILIGTE,
        felder=(
            *_person("kennung", "name", "email", "telefon", "rolle", "seit", "bis", "minderjaehrig"),
            ("notizen",),
            ("support", "notiz"),
        ),
        empfaenger=(INTERN, "das eigene Team"),
        frist="Bis die Person das Team verlässt und niemand die Angaben mehr braucht. Danach bleibt nur die Kennung.",
    ),
    Verarbeitung(
        name="Treffen",
        zweck="Zu Treffen einladen, sie absagen, ihre Ergebnisse festhalten.",
        grundlage="Art. 6 Abs. 1 Buchst. b und f DSGVO",
        personen=BETEILIGTE,
        felder=(
            ("treffen", "link"),
            ("treffen", "tagesordnung"),
            ("treffen", "protokolle"),
            ("treffen", "ausfall"),
        ),
        empfaenger=("das eigene Team",),
        frist="Bis das Team endet oder die Angaben nicht mehr gebraucht werden.",
    ),
    Verarbeitung(
        name="Verteiler",
        zweck="Nachrichten an alle im Team schicken.",
        grundlage="Art. 6 Abs. 1 Buchst. a DSGVO: Einwilligung der Person",
        personen=BETEILIGTE,
        felder=_person("email"),
        empfaenger=("alle im Verteiler", "der Betreiber des Mailservers"),
        frist="Bis zum Widerruf, zum Ende der Einwilligung oder bis die Person das Team verlässt.",
    ),
    Verarbeitung(
        name="Öffentliches Profil",
        zweck="Zeigen, woran die Teams arbeiten und wer mit Namen genannt sein möchte. Alle anderen sind eine Zahl.",
        grundlage="Art. 6 Abs. 1 Buchst. a DSGVO: Einwilligung der Person für ihren Namen, des Teams für sein Profil",
        personen=("Leitungen und Mitglieder, die es ausdrücklich möchten; nie Minderjährige",),
        felder=_person("name"),
        empfaenger=("alle: Die Seiten stehen im Internet",),
        frist="Bis zum Widerruf oder zum Ende der Einwilligung. Der nächste Lauf von wiq publish nimmt den Namen weg.",
    ),
    Verarbeitung(
        name="Aufnahme in ein Team",
        zweck="Nachweisen, dass jemand nach den Regeln der Teamart aufgenommen, gewählt oder entsandt wurde.",
        grundlage="Art. 6 Abs. 1 Buchst. b und f DSGVO",
        personen=("Mitglieder von Steuerungs-, Unterstützungs-, Kern- und Projektteam",),
        felder=_person("zugang"),
        empfaenger=(INTERN,),
        frist="Solange die Person im Team ist und seine Beschlüsse nachgezählt werden.",
    ),
    Verarbeitung(
        name="Beschlüsse",
        zweck="Festhalten und nachzählen können, wer entschieden hat. Personen stehen dort nur mit ihrer Kennung.",
        grundlage="Art. 6 Abs. 1 Buchst. b und f DSGVO",
        personen=BETEILIGTE,
        felder=tuple(
            ("beschluesse", key)
            for key in ("anwesend", "befangen", "stimmen", "verantwortlich", "protokoll", "umsetzung")
        ),
        empfaenger=(INTERN, "das eigene Team"),
        frist="Auf Dauer, unter der Kennung. Ist die Person vergessen, führt die Kennung zu niemandem mehr.",
    ),
    Verarbeitung(
        name="Einwilligungen nachweisen",
        zweck="Belegen, wer wozu ja oder nein gesagt hat und seit wann.",
        grundlage="Art. 6 Abs. 1 Buchst. c mit Art. 7 Abs. 1 und Art. 5 Abs. 2 DSGVO",
        personen=BETEILIGTE,
        felder=(*_person("einwilligung"), ("einwilligung",)),
        empfaenger=(INTERN,),
        frist="Solange die Einwilligung gilt, danach so lange, wie sie belegt werden muss.",
    ),
    Verarbeitung(
        name="Versionen und Sicherung",
        zweck="Änderungen nachvollziehen und Verlorenes wiederherstellen (git, Sicherungskopien).",
        grundlage="Art. 6 Abs. 1 Buchst. f und Art. 32 DSGVO",
        personen=(*BETEILIGTE, "wer die Dateien ändert: Name und Adresse stehen in git"),
        felder=(),
        empfaenger=(INTERN, "der Anbieter des git-Servers"),
        frist="Auf Dauer. Eine Löschung braucht eine bereinigte Geschichte: wiq person forget schreibt den Plan dazu.",
    ),
)

MASSNAHMEN: tuple[str, ...] = (
    "Öffentliche Seiten entstehen nur aus einem eigenen Modell. E-Mail, Telefon und Rolle kommen darin nicht vor.",
    "Vor jeder Veröffentlichung durchsucht eine zweite Prüfung alle Ausgaben nach allen privaten Angaben. Ein Fund hält alles auf.",
    "Ohne Einwilligung mit Datum erscheint kein Profil und kein Name. Minderjährige erscheinen nie mit Namen oder Foto.",
    "Ein Widerruf wirkt beim nächsten Lauf, auch wenn dieser sonst nichts veröffentlicht.",
    "Meldungen, Fehler und Protokolle nennen Feld und Ort, nie den Wert.",
    "Kein Befehl von wiq baut eine Verbindung ins Netz auf.",
    "Beschlüsse nennen Personen nur mit einer Kennung.",
    "Jede Änderung ist in git nachvollziehbar.",
)

RECHTE: tuple[str, ...] = (
    "Auskunft (Art. 15), Berichtigung (Art. 16), Löschung (Art. 17), Einschränkung (Art. 18)",
    "Mitnahme der eigenen Daten (Art. 20), Widerspruch (Art. 21)",
    "Widerruf jeder Einwilligung, jederzeit und ohne Grund (Art. 7 Abs. 3)",
    "Beschwerde bei der Aufsichtsbehörde des eigenen Landes (Art. 77)",
)
