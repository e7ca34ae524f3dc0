"""The network's rules in sentences: who decides what, how it is counted, how people come in, whose OK it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.domain.public import Regelwerk, Teamregel, Verfahrensweise, Zustimmung
from wiq_cli.domain.regeln import EINZELN, KEINE, SELBST
from wiq_cli.domain.verdict import WORD
from wiq_cli.usecases.public_beschluss import procedure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from fractions import Fraction

    from wiq_cli.domain.regeln import Aufnahme, Befugnis, Begriff, Regeln, Teamart, Verfahren

TOPICS = {
    "lt_unterstuetzung": "Unterstützung für ein Lösungsteam", "lt_gruendung": "Gründung eines Lösungsteams", "transfer": "Transfer in weitere Gebiete",
    "anhoerung_werte": "Wer sich ungerecht behandelt fühlt, wird gehört", "verfahrensordnung": "Verfahrensordnung", "ausgabe": "Ausgabe",
    "oeffentlichkeit_im_namen_von_wiq": "Öffentlichkeit im Namen von WiQ", "vertrag": "Vertrag", "aufnahme": "Aufnahme neuer Mitglieder",
}  # fmt: skip
BASIS = {
    "ja_nein": "Ja unter allen Ja- und Nein-Stimmen", "mit_enthaltung": "Ja unter allen Stimmen samt Enthaltungen",
    "anwesende": "Ja unter allen Anwesenden",
    "mitglieder": "Ja unter allen Mitgliedern",
}  # fmt: skip
UNANIMOUS = {
    "ja_nein": "Niemand sagt Nein. Enthaltungen zählen nicht.", "mit_enthaltung": "Alle Stimmen sind Ja.", "anwesende": "Alle Anwesenden sagen Ja.",
    "mitglieder": "Alle Mitglieder sagen Ja.",
}  # fmt: skip
WEG = {
    "entsendung": "Entsendung", "wahl": "Wahl", "ernennung": "Ernennung", "absichtserklaerung": "Absichtserklärung", "selbst": "entscheidet das Team selbst",
}  # fmt: skip
SAY = (
    ("einvernehmen", "Vorher zustimmen: "), ("benehmen", "Vorher fragen und Abweichungen begründen: "), ("anhoeren", "Vorher fragen: "),
    ("informieren", "Danach informieren: "),
)  # fmt: skip
HALF = 2


def public_rules(regeln: Regeln) -> Regelwerk:
    """Give the rules of today."""
    used = dict.fromkeys(
        name
        for one in regeln.teams.values()
        for way in (one.verfahren, one.aufnahme.beschluss)
        if way
        for name in (way.art, way.sonst)
        if name in regeln.begriffe
    )
    return Regelwerk(
        fassung=regeln.fassung,
        gilt_ab=regeln.gilt_ab,
        teams=tuple(_team(key, one, regeln) for key, one in regeln.teams.items()),
        verfahren=tuple(
            Verfahrensweise(
                name=_capital(procedure(name, regeln.begriffe)), erklaerung=" ".join(_counted(regeln.begriffe[name]))
            )
            for name in used
        ),
        zustimmungen=tuple(_power(one, regeln) for one in regeln.befugnisse),
    )


def _team(key: str, one: Teamart, regeln: Regeln) -> Teamregel:
    return Teamregel(
        art=key,
        name=one.name,
        aufgabe=one.aufgabe,
        zustaendig=tuple(_topic(claim.art) for claim in one.zustaendig_fuer),
        entscheidet=tuple(_decides(one.verfahren, regeln.begriffe)),
        aufnahme=tuple(_admits(one.aufnahme, regeln)),
    )


def _decides(way: Verfahren, begriffe: Mapping[str, Begriff]) -> Iterator[str]:
    if way.art == SELBST:
        yield "Das legt jedes Team selbst fest."
        return
    yield "Eine Person entscheidet allein." if way.art == EINZELN else f"{_capital(procedure(way.art, begriffe))}."
    if way.fallback:
        yield f"Falls nicht erreichbar: {procedure(way.fallback, begriffe)}."
    elif way.sonst == KEINE:
        yield "Gelingt das nicht, gibt es keinen Beschluss."


def _admits(one: Aufnahme, regeln: Regeln) -> Iterator[str]:
    if one.weg == "selbst":
        yield "Das legt jedes Team selbst fest."
    elif one.gemeinsam:
        together = " und ".join(_called(name, regeln) for name in one.gemeinsam)
        yield f"Ernennung durch {together}, die sich auf dieselbe Person einigen."
    elif one.weg:
        yield f"{WEG[one.weg]}{f' durch {_called(one.von, regeln)}' if one.von else ''}."
    if one.beschluss:
        yield "Das Team beschließt die Aufnahme: " + " ".join(_decides(one.beschluss, regeln.begriffe))
    for bench in one.baenke.values():
        seats = "" if bench.sitze is None else f" ({bench.sitze} {'Sitz' if bench.sitze == 1 else 'Sitze'})"
        sender = f" durch {_called(bench.von, regeln)}" if bench.von else ""
        yield f"{bench.name or 'Bank'}{seats}: {WEG[bench.weg]}{sender}."


def _counted(one: Begriff) -> Iterator[str]:
    """Say when a motion is adopted."""
    if one.is_majority:
        share = one.mehr_als if one.mehr_als is not None else one.mindestens
        assert share is not None, "a majority names a share"  # noqa: S101  # an invariant of the model
        how = "mehr als" if one.mehr_als is not None else "mindestens"
        yield (
            UNANIMOUS[one.basis or "ja_nein"]
            if share == 1
            else f"Es braucht {how} {_share(share)} {BASIS[one.basis or 'ja_nein']}."
        )
    elif one.is_consensus:
        stops = " oder ".join(f"„{WORD[level]}“" for level in one.scheitert_bei)
        yield f"Alle können es mittragen. Das scheitert, sobald eine Person {stops} sagt."
        if one.nur_begruendet:
            yield "Das gilt nur mit Begründung."
        if one.schweigen_tage is not None:
            yield f"Wer in {one.schweigen_tage} Tagen nicht widerspricht, ist einverstanden."
    elif one.auswahl == "meiste_stimmen":
        yield "Von mehreren Vorschlägen gewinnt der mit den meisten Stimmen."
    else:
        yield "Von mehreren Vorschlägen gewinnt der mit dem geringsten Widerstand."


def _share(share: Fraction) -> str:
    return "die Hälfte" if share.denominator == HALF else f"{share.numerator}/{share.denominator}"


def _power(one: Befugnis, regeln: Regeln) -> Zustimmung:
    amounts = [
        *([f"über {one.ueber_eur} Euro"] if one.ueber_eur is not None else []),
        *([f"bis {one.bis_eur} Euro"] if one.bis_eur is not None else []),
    ]
    return Zustimmung(
        was=" ".join((_topic(one.was), *amounts)),
        wer=_called(one.wer, regeln),
        mitsprache=tuple(words + _joined(getattr(one, key), regeln) for key, words in SAY if getattr(one, key)),
    )


def _joined(names: Iterable[str], regeln: Regeln) -> str:
    return ", ".join(_called(name, regeln) for name in names)


def _called(name: str, regeln: Regeln) -> str:
    """Give the full name of a type of team; other words as they stand."""
    known = regeln.teams.get(name)
    return known.name if known else "Trägerin" if name.casefold() == "traegerin" else name


def _topic(name: str) -> str:
    return TOPICS.get(name) or _capital(name.replace("_", " "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
