"""A network as the public sees it, for tests of pages: one team with everything, and the same with hostile text everywhere."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.support.teams import rahmen
from wiq_cli.domain import public
from wiq_cli.usecases.public_regeln import public_rules

HOSTILE = '<script>alert("x")</script>"\'><img src=x onerror=y> {{ 7*7 }}'
ARABIC = "مقهى الحي (للجميع)"
ZONE = ZoneInfo("Europe/Berlin")
LINES = (  # fields that hold a line, or one of some words
    "kuerzel", "art", "teamart", "name", "untertitel", "verteiler", "status", "stadtteile", "themen", "einheit", "url", "treffen_ort", "ort", "namen",
    "id", "team", "teamname", "betrifft", "betrifft_name", "titel", "ergebnis", "verfahren", "wort", "frueher",
)  # fmt: skip
NETWORK = public.PublicNetwork(
    name="Netz am Kanal",
    ort="Leipzig",
    traeger="Stiftung Kanal",
    traeger_url="https://traeger.example",
    datenschutz="https://netz.example/datenschutz",
    impressum="https://netz.example/impressum",
    barrierefreiheit="hilfe@netz.example",
    domain="netz.example",
    regeln=public_rules(rahmen().regeln),
)
DECISION = public.Beschluss(
    id="garten-20260901-zaun", team="garten", teamname="Garten am Kanal", betrifft=None, betrifft_name=None, am=date(2026, 9, 3), titel="Ein Zaun",
    anlass="Hunde", wortlaut="Wir bauen einen Zaun.", ergebnis="angenommen", stand="in_kraft", gilt_ab=date(2026, 9, 3), gilt_bis=date(2027, 9, 3),
    abstimmungen=(public.Abstimmung(am=date(2026, 9, 3), verfahren="Konsens", stimmen=(public.Stimmen(wort="Zustimmung", zahl=5),), ergebnis="erreicht"),),
    bewilligt=("Holz",), abgelehnt=(public.Antwort(was="Stahl", begruendung="Zu kalt.", weiter="Später."),), offen=(), begruendung=None, weiter=None,
    wiedervorlage=date(2027, 3, 4), frage="Steht er noch?",
)  # fmt: skip
MEETING = public.Zusammenkunft(
    tag=date(2026, 11, 24), beginn=datetime(2026, 11, 24, 18, tzinfo=ZONE), ende=datetime(2026, 11, 24, 19, 30, tzinfo=ZONE), ort="Lindenau", status="planned"
)  # fmt: skip
FULL = public.PublicProfile(
    kuerzel="garten",
    art="LT",
    teamart="Lösungsteam",
    name="Garten am Kanal",
    untertitel="für alle",
    verteiler="garten@netz.example",
    status="laeuft",
    stadtteile=("Lindenau", "Leutzsch"),
    themen=("Umwelt",),
    problem=("Es fehlt ein Ort.",),
    zusammenfassung="Wir legen einen Garten an.\n\nUnd dann feiern wir.",
    ziele=public.Ziele(
        bis=date(2027, 9, 15),
        anlass="Gartenfest",
        teilziele=(public.Teilziel(ziel="Beete anlegen", bis=None, erreicht=True, am=date(2026, 5, 1)),),
        langfristig=("Bäume",),
    ),
    wirkung=(
        public.Wirkung(
            indikator="Besucher", einheit="Leute", ausgangswert=0, soll=50, ist=(public.Messwert(am=date(2026, 6, 1), wert=12.5, quelle="Zählung"),)
        ),
    ),
    stand=(public.Stand(text="Fläche gefunden", erledigt=True, am=None),),
    weg=(public.Schritt(schritt="Zaun bauen", bis=date(2027, 1, 31), erledigt=False, notizen=("aus Holz",)),),
    support=(public.Support(was="Werkzeug", art="material"),),
    beteiligte=public.Beteiligte(leitung=1, mitglieder=4, namen=("Thea Testmann",)),
    kooperationspartner=(public.Kooperationspartner(name="Gartenverein", url="https://verein.example/a_b", stand="angefragt"),),
    treffen_ort="Nachbarschaftszentrum",
    naechste_treffen=(MEETING, MEETING.model_copy(update={"status": "cancelled"}), MEETING.model_copy(update={"status": "moved"})),
    fruehere_treffen=(public.Zusammenkunft(tag=date(2024, 3, 26), beginn=None, ende=None, ort="per Teams", status="planned"),),
    offene_fragen=("Woher kommt das Wasser?",),
    chronik=(public.Ereignis(am=date(2026, 1, 10), text="Erstes Treffen"),),
    beschluesse=(DECISION,),
    frueher=("beet",),
)  # fmt: skip


def hostile() -> public.PublicProfile:
    """Give a profile with hostile text in every field that takes any text."""

    def poisoned(value: object) -> object:
        if isinstance(value, public.Oeffentlich):
            return value.model_copy(
                update={
                    name: poisoned(getattr(value, name))
                    for name in type(value).model_fields
                    if name
                    not in ("status", "kuerzel", "url", "art", "id", "team", "betrifft", "ergebnis", "stand", "frueher")
                }
            )
        if isinstance(value, tuple):
            return tuple(poisoned(one) for one in value)
        return HOSTILE if isinstance(value, str) else value

    result = poisoned(FULL)
    assert isinstance(result, public.PublicProfile)
    return result


def in_paragraphs() -> public.PublicProfile:
    """Give a profile with two paragraphs in every field that takes more than a line; each says where it stands."""

    def twice(value: object, where: str) -> object:
        if isinstance(value, public.Oeffentlich):
            kind = type(value).__name__
            return value.model_copy(update={name: twice(one, kind + name) for name, one in value if name not in LINES})
        if isinstance(value, tuple):
            return tuple(twice(one, where) for one in value)
        short = where == "Beschlussstand" or not isinstance(value, str)
        return value if short else f"{where} eins\n\n{where} zwei"

    result = twice(FULL, "")
    assert isinstance(result, public.PublicProfile)
    return result


def bare() -> public.PublicProfile:
    """Give a team with nothing but a name."""
    empty = {name: () for name, info in public.PublicProfile.model_fields.items() if "tuple" in str(info.annotation)}
    goals = public.Ziele(bis=None, anlass=None, teilziele=(), langfristig=())
    nobody = public.Beteiligte(leitung=0, mitglieder=0, namen=())
    none = dict.fromkeys(("untertitel", "verteiler", "zusammenfassung", "treffen_ort"))
    return FULL.model_copy(update={**empty, **none, "kuerzel": "leer", "ziele": goals, "beteiligte": nobody})


def endless() -> public.PublicProfile:
    """Give a team that says everything at length: no blank to break at, other scripts, very much of everything."""
    word = "Nachbarschaftsgartenbewässerungsgemeinschaftsversammlungsprotokollführer*innen"
    places = ("Grünau", "מרכז", word)
    step = public.Schritt(schritt=f"{word}: {word}", bis=date(2027, 1, 31), erledigt=False, notizen=(ARABIC, word))
    values = tuple(public.Messwert(am=date(2026, 1 + one, 1), wert=10**one, quelle=word) for one in range(12))
    effects = (
        public.Wirkung(indikator=word, einheit=word, ausgangswert=0, soll=10**12, ist=values),
        public.Wirkung(indikator=ARABIC, einheit=None, ausgangswert=None, soll=None, ist=()),
    )
    meetings = tuple(
        MEETING.model_copy(update={"tag": day.date(), "beginn": day, "ende": None, "ort": word})
        for day in (datetime(2026, 12, 1 + one // 2, 8 + one % 2, tzinfo=ZONE) for one in range(50))
    )
    decision = DECISION.model_copy(update={"titel": word, "wortlaut": f"{ARABIC}\n\n{word}"})
    return FULL.model_copy(
        update={
            "kuerzel": "endlos", "name": f"{ARABIC} {word}", "untertitel": word, "verteiler": f"{'lt-' * 30}liste@netz.example", "stadtteile": places,
            "themen": tuple(f"Thema {one}" for one in range(9)), "problem": (word, ARABIC), "zusammenfassung": f"{ARABIC}\n\n{word} {word}",
            "wirkung": effects, "weg": (step,) * 40, "naechste_treffen": meetings, "fruehere_treffen": meetings, "beschluesse": tuple(decision.model_copy(update={"id": f"endlos-2026090{one}-zaun"}) for one in range(1, 8)),
            "offene_fragen": (word, "Wer? Bürger:innen, Freund_innen, Nachbar*innen und Kolleg(inn)en"), "frueher": (), "art": "ST", "status": "pausiert",
        }
    )  # fmt: skip
