"""Other words for the keys and choices of a file, as people write them. They are offered, never silently taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SYNONYME = {  # the word that is meant → other words, spelt as keys are
    "telefon": "tel telefonnummer telefonnr telnr handy handynummer mobil mobilnummer mobiltelefon fon phone",
    "email": "mail emailadresse e_mail_adresse mailadresse",
    "verteiler": "mail mailadresse emailadresse mailingliste mailverteiler liste",
    "leitung": "leiter leiterin leiter*in leiter:in leiterinnen teamleitung initiator initiatorin ansprechpartner",
    "mitglieder": "mitglied personen teilnehmer teilnehmende mitmachende",
    "kennung": "id kuerzel",
    "name": "titel teamname bezeichnung vorname nachname vorname_nachname vor_und_nachname",
    "rolle": "funktion aufgabe",
    "schritt": "aufgabe task todo meilenstein",
    "weg": "schritte zeitplan massnahmen aufgaben meilensteine plan",
    "teilziele": "etappenziele unterziele zwischenziele",
    "bis": "frist deadline termin ende faellig",
    "am": "datum tag termin wann",
    "zeit": "uhrzeit beginn uhr",
    "termine": "wann daten treffpunkte",
    "rhythmus": "turnus wiederholung regelmaessig takt",
    "ort": "wo raum adresse treffpunkt",
    "kooperationspartner": "partner kooperation kooperationen kooperationspartnerinnen",
    "zusammenfassung": "kurzbeschreibung beschreibung kurzfassung",
    "problem": "herausforderung anlass problembeschreibung beschreibung_problem",
    "url": "link webseite website homepage internetseite internet www web",
    "link": "url teams_link zoom zoomlink",
    "stadtteile": "bezirk bezirke viertel ortsteil ortsteile",
    "soll": "zielwert zielzahl",
    "ist": "istwert messwerte messungen",
    "ausgangswert": "startwert anfangswert anfang",
    "indikator": "messgroesse kennzahl wirkungsindikator",
    "wirkung": "indikatoren wirkungsindikatoren",
    "erledigt": "fertig done abgeschlossen",
    "notiz": "bemerkung anmerkung hinweis kommentar",
    "notizen": "bemerkung bemerkungen anmerkung anmerkungen hinweise kommentar",
    "offene_fragen": "fragen wuensche",
    "chronik": "geschichte verlauf historie",
    "support": "unterstuetzung bedarf hilfe wiq_support",
    "einwilligung": "datenschutz zustimmung einverstaendnis",
    # -- choices --
    "laeuft": "aktiv laufend in_arbeit gestartet",
    "idee": "geplant entwurf neu vorschlag in_planung",
    "pausiert": "ruht ruhend inaktiv pause",
    "abgeschlossen": "fertig beendet erledigt geschlossen zu_ende",
    "im_betrieb": "betrieb",
    "geld": "finanzen finanziell spende spenden foerderung finanzierung",
    "raum": "ort raeume raeumlichkeiten",
    "material": "werkzeug sachmittel",
    "oeffentlichkeit": "pr werbung presse oeffentlichkeitsarbeit social_media",
    "kontakt": "vernetzung netzwerk",
    "sonstiges": "andere anderes sonst",
    "BB": "brandenburg",
    "BE": "berlin",
    "BW": "baden_wuerttemberg bawue",
    "BY": "bayern freistaat_bayern",
    "HB": "bremen freie_hansestadt_bremen",
    "HE": "hessen",
    "HH": "hamburg freie_und_hansestadt_hamburg",
    "MV": "mecklenburg_vorpommern mecklenburg meckpomm",
    "NI": "niedersachsen nds",
    "NW": "nordrhein_westfalen nrw",
    "RP": "rheinland_pfalz rlp",
    "SH": "schleswig_holstein",
    "SL": "saarland",
    "SN": "sachsen freistaat_sachsen sax",
    "ST": "sachsen_anhalt lsa",
    "TH": "thueringen freistaat_thueringen",
}


def synonym(word: str, known: Iterable[str]) -> str:
    """Give the one known word that another stands for; empty where there is none, or more than one."""
    found = [one for one in known if word in SYNONYME.get(one, "").split()]
    return found[0] if len(found) == 1 else ""
