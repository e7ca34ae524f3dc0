"""Names that are also words. They count only where the text itself treats them as a name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORD_NAMES = _words("""
    adler amsel april art august bach bauer baum berg bill birke blume bock braun brecht brunnen buch bunt busch dachs
    deutsch dorn eiche eichhorn ende engel ernst esche falk fink fischer flora forst freitag froh
    fuchs gaertner garten gast gerber glas glaser graf gross gruen gut hahn hammer hand hase haus heide herbst herz
    hinz hirsch hof hoffnung holz horn hummel jaeger jasmin juli june jung juni kaefer kaiser kern klee klein
    koch koenig kohl korn kraft kranich krone kunz kurz lampe land lang lange leicht licht lieb lila lilie linde lob
    luft mai mark markt maurer meister mohn montag morgen nacht nelke netz neu oster pfeffer quartier rabe rat recht
    reich reis richter ring ritter rosa rose rot roth sander sauer schaefer schlosser schmied schneider schoen
    schreiber schreiner schuster schwalbe schwarz see sky sommer sonntag specht stand stark start stein stern still
    storch strauss tag taube team treffen treu vogel wald weber weg weide weiss weniger wiese will winter
    wirkung wolf wunder wunsch zeit ziegler ziel zimmer
    """)
"""Folded as ``folding`` does it (``mueller``). Small on purpose: common first names stay out, they flag in their own team only."""

ADDRESSED = _words("herr herrn frau familie fam dr prof pfarrer pfarrerin schwester bruder")
SURNAME_FOLLOWS = _words("herr herrn frau familie fam dr prof eheleute ehepaar")
"""What stands behind one of these is somebody's surname, on whichever page."""
GENERIC = _words("""
    info kontakt contact mail email post office buero hallo hello team support verein orga presse vorstand leitung admin web webmaster
    newsletter service verwaltung anfrage spenden mitmachen termine garten kueche projekt stadtteil nachbarschaft
    gmx gmail web posteo yahoo
""")
"""Parts of addresses that point to nobody."""
LABELS = _words(
    "kontakt ansprechpartner ansprechpartnerin ansprechperson leitung leiter leiterin moderation verantwortlich orga organisation"
)
"""A label counts with its colon: ``Kontakt: Vogel``."""
THANKS = _words("dank danke")
ABBREVIATIONS = _words("max jan art alb min tel")
"""``max. 3`` is no first name."""
TITLES = _words("herr herrn frau dr prof professor dipl ing med mag phil")
PARTICLES = _words("von van de der den dem del della di da du la le el al ibn bin ten ter zu zum zur vom und y e o st")
PLACES = (
    "strasse", "str", "platz", "park", "kanal", "allee", "ring", "bruecke", "brucke", "weg", "gasse", "ufer", "haus", "schule", "gymnasium", "stadion",
    "kirche", "hof", "viertel", "garten", "saal", "theater", "bibliothek", "museum", "preis", "stiftung", "damm", "steig", "halle", "klinik", "universitaet",
)  # fmt: skip
SEARCHING = _words("suchen suche sucht gesucht brauchen braucht benoetigen benotigen fehlt fehlen wuenschen wunschen")
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
