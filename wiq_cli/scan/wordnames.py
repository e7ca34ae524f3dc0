"""Names that are also words. They count only where the text itself treats them as a name."""

from __future__ import annotations

from wiq_cli.scan import dictionary
from wiq_cli.scan.folding import folds


def listed(text: str) -> frozenset[str]:
    """Give the words of a list, folded in both ways."""
    return frozenset(form for word in text.split() for form in folds(word))


WORD_NAMES = listed(dictionary.WORDS) | listed(dictionary.PLACES) | listed(dictionary.PEOPLE_OF)
"""Names that stand in texts as words as well. Common first names stay out where the word is rare."""

SURNAME_FOLLOWS = listed("herr herrn hr hrn frau fr familie fam dr prof eheleute ehepaar")
"""What stands behind one of these is somebody's surname, on whichever page."""
ADDRESSED = SURNAME_FOLLOWS | listed("""
    pfarrer pfarrerin schwester bruder nachbar nachbarin kollege kollegin kollegen gez gezeichnet vorname nachname familienname rufname zuname
""")
GREETED = listed("hallo hi hey moin servus tschüss liebe lieber liebes")
"""Behind a greeting, and with a comma or another name behind it: „Hallo Wolf,“."""
GENERIC = listed("""
    info kontakt contact mail email post office buero hallo hello team support verein orga presse vorstand leitung admin web webmaster
    newsletter media medien page context service verwaltung anfrage spenden mitmachen termine garten kueche projekt stadtteil nachbarschaft
    gmx gmail web posteo yahoo
""")
"""Parts of addresses that point to nobody."""
LABELS = listed(
    "kontakt anmeldung ansprechbar schlüssel kasse fragen tel telefon mail first last given family firstname lastname surname protokoll unterschrift ansprechpartner ansprechpartnerin ansprechperson leitung leiter leiterin moderation verantwortlich orga organisation"
)
"""A label counts with its colon: ``Kontakt: Vogel``."""
THANKS = listed("dank danke frag frage fragt fragen gruß grüße grüßen anmeldung anmelden melden meldet schlüssel")
DETERMINERS = listed(
    "der die das den dem des ein eine einen einem einer eines kein keine im am vom zum zur beim ins ans jeder jede jedes dieser diese dieses unser unsere mein meine viel mehr ohne als wie und oder"
)
DONE_BY_PEOPLE = listed(
    "kocht fragt kümmert organisiert übernimmt leitet koordiniert telefoniert moderiert protokolliert druckt holt kauft besorgt meldet schreibt spricht repariert backt bäckt hilft bringt ruft sagt bestellt betreut verwaltet fotografiert filmt schraubt näht liest erklärt übersetzt antwortet kassiert verhandelt unterschreibt"
)
WEEKDAYS = listed("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
SAID = listed(
    "gesagt gefragt gemeint erzählt organisiert übernommen geholt gekauft gekocht gebacken angerufen geschrieben vorgeschlagen zugesagt abgesagt angeboten versprochen mitgebracht repariert"
)
"""What somebody has done, behind „hat“."""
TIMES = listed("""
    januar jänner februar märz april mai juni july juli june may august september oktober november dezember
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags
    sommer winter herbst frühling frühjahr lenz ostern oster pfingsten advent silvester neujahr
    heute gestern morgen morgens mittag mittags abend abends nacht nachts vormittag vormittags nachmittag nachmittags
    tag woche monat jahr stunde minute früh spät später früher bald immer oft werktags feiertags anfang anfangs ende mitte jetzt
""")
"""Words that say when: they stand in brackets, behind a colon and before a verb, too."""
GENITIVES = listed("des eines keines dieses jenes jedes meines deines seines ihres unseres eures")
WHO_DOES = listed("der die das ein eine unser unsere euer eure wir ihr er sie es man jemand alle")
"""Behind a verb it says who does it, so that what stands before says when."""
ABBREVIATIONS = listed("max jan art alb min tel")
"""``max. 3`` is no first name."""
TITLES = listed("herr herrn frau dr prof professor dipl ing med mag phil")
PARTICLES = listed("von van de der den dem del della di da du la le el al ibn bin ten ter zu zum zur vom und y e o st")
PLACES = (
    "strasse", "str", "platz", "park", "kanal", "allee", "ring", "bruecke", "brucke", "weg", "gasse", "ufer", "haus", "schule", "gymnasium", "stadion",
    "kirche", "hof", "viertel", "garten", "saal", "theater", "bibliothek", "museum", "preis", "stiftung", "damm", "steig", "halle", "klinik", "universitaet",
    "verlag", "kita", "heim", "zentrum", "institut", "verein", "archiv", "galerie", "passage", "brunnen", "denkmal", "siedlung", "gesellschaft", "akademie", "kolleg",
)  # fmt: skip
OURS = listed("unser unsere unserem unseren unserer unseres")
AGENTS = ("er", "ers", "wart", "warts", "ist", "isten", "in", "mechaniker", "mann", "frau")
SOMEBODY = (
    "in", "mechaniker", "mechanikers", "anwalt", "arzt", "wart", "mann", "frau", "meister", "leiter", "lehrer", "trainer", "pfleger", "techniker", "berater", "planer",
    "architekt", "ist", "ent", "ant", "eur", "ator", "gaertner", "gartner", "tischler", "schreiner", "koch", "wirt", "rat", "schreiber", "redner", "bauer",
)  # fmt: skip
"""How words for somebody who does something end."""
SEARCHING = listed(
    "suchen suche sucht gesucht lernen lernt wer brauchen braucht benötigen benötigt fehlt fehlen wünschen wünscht wäre wären toll willkommen kennt kennst"
)
PERSON_ENDINGS = (
    "erin",
    "eurin",
    "istin",
    "orin",
    "antin",
    "entin",
    "wartin",
    "mann",
    "frau",
    "meister",
    "meisterin",
    "wart",
    "leiter",
    "leiterin",
)
THINGS_IN_ER = ("ier", "ster", "wasser", "wetter", "theater")
"""What ends like a word for somebody who does something, and is none: Klavier, Fenster."""
