"""Names that are also words. They count only where the text itself treats them as a name."""

from __future__ import annotations

from wiq_cli.scan.folding import folds


def listed(text: str) -> frozenset[str]:
    """Give the words of a list, folded in both ways."""
    return frozenset(form for word in text.split() for form in folds(word))


WORD_NAMES = listed("""
    abend acker adler ahorn alt amsel anker apfel april arm arnika art ast au aue august aurora axt bach bahn ball bau bauer baum becher becker beer
    berg bernstein besen biber biene bier bild bill birke birne blank blau blum blume blüte bock boden bogen bohne brand braun brecht breit brot bruch
    bruder brunnen buch buche bunt burg burger busch butter bär christ dachs damm dank decker degen deutsch dick dill distel dom dorn drescher dürr
    eber eck eckstein ehrlich eiche eichhorn eis eisen ende engel ente erbe erde ernst esche esel eule faber falk falke fass faust feder fein feld
    fels ferkel fest feuer fichte fink finke fisch fischer flieder flora fluss forst franzose frei freitag freude freund friede frisch froh frohe
    fromm frosch früh frühling fuchs fuhrmann funk fuß förster gabel gans garten gast geier geiger gerber gerste gerstenberg giebel glas glaser glaube
    glocke gloria glück gold graf gras grau grimm gross groß große gruppe gruß grün gründer gut gärtner günstig haar hafen hafer hagel hahn halm
    hammer hand hart hase haupt haus hecht hecke heide heil heiland heim held hell hemd henne herbst herd hering herold herr herz herzog heu hilfe
    himmel hinz hirsch hirte hitze hoch hof hoffnung holz honig hope hopf hopfen horn huhn hummel hund hut igel imker iris jasmin joy jubel juli june
    jung junge juni jury jäger kahl kai kaiser kalb kamm kammer kampf kant kappe kaufmann kay keil kelch keller kern kerze kessel kette kiefer kies
    kind kirch kirsch kirsche klar klee klein kling klinge klug knecht knoll knopf koch kohl kopf korb korn kraft krahn kranich kranz kraut krebs
    kreis kreuz krieger krone krug krähe krämer kuchen kugel kunst kunz kurz kutscher käfer köhler könig küche kühl kühn küster lamm lampe land lang
    lange laub lauer laut leicht lenz lerche licht lieb liebe liebig liebling lila lilie linde linse list lob lorbeer luchs luft lust löffel löwe mai
    maler mark marke markt marsch maurer maus meer mehl meise meister melone metzger milde mittag mohn mohr mond montag moos morgen mund mut mutter
    mühle müller münch münster nacht nachtigall nagel narr natur nebel neid nelke nest netz neu neubauer nord nuss ober ochs ochse ofen olive ort
    oster ostern otter papst paradies park pech perle pfaff pfau pfeffer pfeifer pfennig pferd pfister platz post probst projekt puls quartier quelle
    rabe rad rank rasch rast rat rau raum rebe recht reh reich reif rein reiner reis reise reiter renner richter riemer riese ring ritter rock roggen
    roller rosa rose rosen rosenbaum rot roth ruhe rund rübe sachs saft salz samt sand sander sang sauber sauer schaf schatz schell schenk scherer
    schiller schimmel schlange schlegel schlosser schmied schnabel schnecke schnee schneider schnell schrank schreiber schreiner schuh schuhmacher
    schumacher schuster schwab schwabe schwalbe schwan schwarz schäfer schön schöne schütz schütze see seemann segen seide seiler selig senf sense
    sieber sieger silber sky sommer sonne sonntag specht speck sperling spiegel spieß spitz sprenger spring späth stadt stahl stamm stand star stark
    start stauden stein steiner stern stier still stock storch strauch strauß streit strom stube stumpf sturm summer sänger süß tag tal tanne tante
    tanz taube team teich teller teufel tiefe tier tisch tod topf traub traube traum treffen treu tropf trost tulpe turm ulme unger urban veilchen
    verein viola vogel vogt voigt volk voll wache wagen wagner wald wand wanderer wanne wasser weber weg wehr weide weiher wein weis weise weiss weiß
    welle wels welt wende wenig weniger werk wetter wicht widder wiese wild will wille wind winkel winter wirkung wirt wolf wolke wolle wunder
    wunderlich wunsch wurm wurst wurzel wächter zahn zander zange zaun zeder zeh zeisig zeit ziege ziegel ziegler ziel zimmer zimmermann zink zinn
    zucker zunge zweig zwerg zwiebel
    """)
"""Names that stand in texts as words as well. Common first names stay out where the word is rare."""

ADDRESSED = listed("herr herrn hr hrn frau fr familie fam dr prof pfarrer pfarrerin schwester bruder")
SURNAME_FOLLOWS = listed("herr herrn hr hrn frau fr familie fam dr prof eheleute ehepaar")
"""What stands behind one of these is somebody's surname, on whichever page."""
GENERIC = listed("""
    info kontakt contact mail email post office buero hallo hello team support verein orga presse vorstand leitung admin web webmaster
    newsletter service verwaltung anfrage spenden mitmachen termine garten kueche projekt stadtteil nachbarschaft
    gmx gmail web posteo yahoo
""")
"""Parts of addresses that point to nobody."""
LABELS = listed(
    "kontakt anmeldung ansprechbar schlüssel kasse fragen tel telefon mail ansprechpartner ansprechpartnerin ansprechperson leitung leiter leiterin moderation verantwortlich orga organisation"
)
"""A label counts with its colon: ``Kontakt: Vogel``."""
THANKS = listed("dank danke frag frage fragt fragen gruß grüße")
DETERMINERS = listed(
    "der die das den dem des ein eine einen einem einer eines kein keine im am vom zum zur beim ins ans jeder jede jedes dieser diese dieses unser unsere mein meine viel mehr ohne als wie und oder"
)
DONE_BY_PEOPLE = listed(
    "kocht fragt kümmert organisiert übernimmt leitet koordiniert telefoniert moderiert protokolliert druckt holt kauft besorgt meldet schreibt spricht repariert backt bäckt hilft bringt ruft sagt bestellt betreut verwaltet"
)
ABBREVIATIONS = listed("max jan art alb min tel")
"""``max. 3`` is no first name."""
TITLES = listed("herr herrn frau dr prof professor dipl ing med mag phil")
PARTICLES = listed("von van de der den dem del della di da du la le el al ibn bin ten ter zu zum zur vom und y e o st")
PLACES = (
    "strasse", "str", "platz", "park", "kanal", "allee", "ring", "bruecke", "brucke", "weg", "gasse", "ufer", "haus", "schule", "gymnasium", "stadion",
    "kirche", "hof", "viertel", "garten", "saal", "theater", "bibliothek", "museum", "preis", "stiftung", "damm", "steig", "halle", "klinik", "universitaet",
)  # fmt: skip
OURS = listed("unser unsere unserem unseren unserer unseres")
AGENTS = ("er", "ers", "wart", "warts", "ist", "isten", "in", "mechaniker", "mann", "frau")
SEARCHING = listed(
    "suchen suche sucht gesucht lernen lernt wer brauchen braucht benoetigen benotigen fehlt fehlen wuenschen wunschen"
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
