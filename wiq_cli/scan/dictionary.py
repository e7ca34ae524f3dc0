"""Words of the language that are also names. Curated: every one more is a name that counts in context only."""

WORDS = """
    aal abend abends abt acker ackermann adler advent ahorn allein alt alter amsel amtmann anders anfang anfangs anker apfel april arbeit arm
    arnika art ast au aue auge august aurora außen axt bach bader bahn bald ball bank baron barsch bart bau bauer baum bayer becher becker beer
    berg bernstein besen besser beutel biber biene bier bild bill binder birke birne bischof blank blau blei blind block blum blume blut blüte
    bock boden bogen bohne born brand brauer braun brauner brecht breit brenner brot bruch bruder brunnen buch buche bunt burg burger busch
    butter bäcker bär böse böttcher bühne bürger can christ dach dachs damm dank decker degen deutsch deutscher dezember dick dienstag dienstags
    dill distel dohle dollar dom donnerstag donnerstags dorn dort dreher drescher drossel durst däne dünn dürr eber eck eckstein ehrlich eiche
    eichhorn eis eisen ende endlich eng engel ente erbe erde erle ernst esche esel eule faber faden falk falke falsch farn fass fast faust
    februar feder feiertags fein feld fels ferkel fest feuer fichte film finger fink finke fisch fischer fleißig flieder fliege floh flora flur
    fluss forelle forst franzose frei freitag freitags fremd freude freund freundlich friede frisch froh frohe fromm frosch fröhlich früh früher
    frühjahr frühling fuchs fuhrmann funk funke fuß färber förster fürst gabel gans ganz garten gast geier geiger geist geld genau genug gerade
    gerber gern gerne gerste gerstenberg gestern giebel glas glaser glatt glaube glocke gloria glück gold gott graf gras grau grieche grimm grob
    groschen groß gross große großer gruppe gruß grün gründer grüner gut guter gärtner günstig haar habicht hafen hafer hagel hahn hai halb
    halle halm hammer hamster hand hart hase hass haupt haus hecht hecke heide heil heiland heim heiß held hell heller hemd henne herbst herd hering
    herold herr hertz herz herzog hesse heu heute hier hilfe himmel hinten hinz hirsch hirse hirte hitze hoch hof hoffnung hohl holz honig hope hopf
    hopfen horn hose huhn hummel hund hunger hut hutmacher hüter igel imker immer innen insel iris jahr januar jasmin joy jubel juli june jung
    junge junger jungs juni jury jäger jänner jünger kahl kai kaiser kalb kalt kamm kammer kampf kant kappe karpfen kasper kasten kater katze
    kauf kaufmann kay keil kelch kelvin keller kellner kern kerze kessel kette kiefer kies kind kirch kirsch kirsche kiste klar klee klein kleiner
    kling klinge klug knappe knecht knie knoll knopf koch kocher kohl kopf korb korn kraft krahn kranich kranz kraut krebs kreis kreuz kreuzer
    krieger krone krug krumm krähe krämer kröte kuchen kugel kuh kunst kunz kupfer kurz kurzer kutscher käfer käse köhler könig küche kühl kühn
    küste küster lachs laden lamm lampe lan land lang lange langer laub lauer laus laut leer lehm leib leicht leider lenz lerche licht lieb
    liebe lieber liebig liebling lied lila lilie linde link links linse list lob lohn long lorbeer luchs luft lust lustig längs löffel löwe magd
    mai maler mantel marder mark marke markt marsch maurer maus may meer mehl meise meister melody melone mercedes messer metzger milch milde
    minute mittag mittags mitte mittwoch mittwochs mohn mohr monat mond montag montags moos morgen morgens most mund munter mut mutter märz
    mönch mücke müde mühle müller münch münster nachbar nachmittag nachmittags nacht nachtigall nachts nadel nagel narr nase natur nebel neid
    nelke nest nett netz neu neubauer newton neuer neujahr nonne nord norden november nuss oben ober ochs ochse ofen oft ohm ohr oktober olive ort osten
    oster ostern otter pappel papst paradies park pause pech perle pfaff pfanne pfarrer pfau pfeffer pfeifer pfennig pferd pfingsten pfister
    pfund platz pole post preis preuße probst projekt puls quartier quell quelle rabe rad rank rasch rast rat ratte rau rauh raum rebe recht
    rechts redlich regen reh reich reif reiher rein reiner reis reise reiter renner reuter richter richtig riemer riese ring ritter rock roggen
    roller roman rosa rose rosen rosenbaum ross rot roter roth ruhe rund römer rübe saal sachs sachse sack saft salz samstag samstags samt sand
    sander sang satt sattler sauber sauer schaf scharf schatten schatz schein schell schenk scherer schief schiller schimmel schlaf schlange
    schlegel schleifer schlosser schluss schmied schnabel schnecke schnee schneider schnell schotte schrank schreiber schreiner schuh
    schuhmacher schumacher schuster schwab schwabe schwalbe schwan schwarz schwarzer schwede schweizer schäfer schön schöne schöner schütz
    schütze see seele seemann segen seide seiler selig semmel senf sense september sicher sieber sieger silber silvester sky sommer sommers son
    sonnabend sonne sonntag sonntags sorbe spatz specht speck spengler sperber sperling spiegel spiel spieß spitz sprenger spring spät später
    späth stadt stahl stamm stand star stark start stauden stein steiner stern stiefel stier still stock stolz storch strand strauch strauß
    streit stroh strom strumpf stube stuhl stumm stumpf stunde sturm summer sänger süden süß tafel tag tal taler tanne tante tanz taub taube
    team teich teils teller teufel tief tiefe tier tisch tod ton topf tor traub traube traum treffen treppe treu tropf trost tulpe turm tür
    türke ulme ungar unger unten urban veilchen verein viel viola vogel vogt voigt volk voll volt vormittag vormittags vorne wach wache wagen wagner
    wahr wald wand wanderer wanne warm wasser watt weber weg wehr weich weide weiher wein weis weise weiß weiss weißer weit weizen welle wels welt
    wende wenig weniger werk werktags wert wespe westen wetter wicht widder wiese wild will wille wind winkel winter winters wirkung wirt woche
    wolf wolke wolle wunder wunderlich wunsch wurm wurst wurzel wächter zahn zander zange zart zaun zeder zeh zeisig zeit ziege ziegel ziegler
    ziel zimmer zimmermann zink zinn zucker zufall zunge zusammen zweig zwerg zwiebel älter österreicher
    """
PLACES = """
    aachen altenburg althen altlindenau anger-crottendorf augsburg baalsdorf baden bamberg basel bautzen bayern bayreuth berlin bern bielefeld
    bonn borna brandenburg braunschweig bremen breslau brünn burghausen böhlitz böhmen chemnitz colditz connewitz cottbus crottendorf danzig
    delitzsch dessau detmold dortmund dresden döbeln dölitz dösen ehrenberg eilenburg eisenach engelsdorf erfurt erlangen essen eutritzsch
    franken frankfurt freiberg freiburg fulda fürth gera glauchau gohlis gotha graz grimma großzschocher grünau görlitz göttingen halle hamburg
    hannover hartmannsdorf heidelberg heiterblick hessen hof hohenheida holstein holzhausen jena karlsruhe kassel kiel kleinpösna kleinzschocher
    knauthain knautkleeberg knautnaundorf konstanz köln lausen leipzig leutzsch liebertwolkwitz lindenau linz lößnig lübeck lüneburg lützschena
    magdeburg mainz mannheim marienbrunn markkleeberg markranstädt meerane meißen merseburg meusdorf miltitz mittweida mockau möckern mölkau
    münchen münster naumburg neulindenau neuschönefeld neustadt nordhausen nürnberg oschatz osnabrück paderborn passau paunsdorf pirna plagwitz
    plauen plaußig pommern portitz posen potsdam prag preußen probstheida regensburg rehbach reudnitz riesa rochlitz rostock rückmarsdorf
    sachsen salzburg schkeuditz schlesien schleußig schwaben schönau schönefeld seehausen sellerhausen sommerfeld stade stahmeln stuttgart
    stötteritz stünz südvorstadt taucha thekla thonberg thorn thüringen torgau ulm verden volkmarsdorf wachau wahren weimar weißenfels westfalen
    wiederitzsch wien wittenberg wurzen würzburg zwenkau zwickau zürich
    """
"""Districts of Leipzig, towns and regions around; who comes from there is called so too: Leipziger, Dresdner."""
PEOPLE_OF = """
    leipziger berliner dresdner hallenser hallesche wiener hamburger bremer münchner nürnberger frankfurter grünauer lindenauer connewitzer
    """
