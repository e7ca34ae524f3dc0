"""Ein anderes Verfahren, als für das Team gilt.

Beim Öffnen schreibt wiq das Verfahren in die Datei, das an diesem Tag gilt. Hier steht unter „regel“ ein anderes, oder ein
Versuch nennt eines, das nicht an der Reihe war.
Wer anders entscheiden will, ändert zuerst das Verfahren: das Netzwerk in regeln.yaml, ein Lösungsteam durch einen Beschluss.

Falsch:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [beiseite, veto]}

Richtig:

    #: beschluesse/st/2026/st-20260903-plakate.yaml
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.finding import Level
from wiq_cli.domain.procedure import freeze
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.regeln import KEINE, SELBST
from wiq_cli.domain.review import due_procedure, place_of_procedure, recounted, rules_of, without_consensus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Beschluss, Regel
    from wiq_cli.domain.finding import DataPath
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.domain.recount import Recount

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    for file, beschluss, counted in recounted(netz):
        proper = _proper(netz, beschluss)
        if proper is None:
            continue
        spoken = _spoken(netz, beschluss, counted)
        key = _difference(beschluss.regel, proper, majority=bool(spoken)) if beschluss.regel else ""
        if key:
            places: list[DataPath] = [("regel", key)]
            remedy = "Prüf „regel“. wiq schreibt sie beim Öffnen selbst."
        else:
            others = (one for one in counted if _another(one, beschluss, proper) and one not in spoken)
            places = [place_of_procedure(beschluss, one) for one in others]
            remedy = "Prüf den Namen. Einen Versuch nach einem anderen Verfahren zählt wiq nicht."
        for path in places:
            yield NetzFault(file, path, f"Für diesen Beschluss gilt ein anderes Verfahren: {_words(proper)}.", remedy)


def _proper(netz: Netz, beschluss: Beschluss) -> Regel | None:
    """Give the procedure as it should stand in the file; None where nobody has set one."""
    from wiq_cli.domain.beschluss import Regel  # noqa: PLC0415  # only networks with decisions need it

    due, regeln = due_procedure(netz, beschluss), rules_of(netz.rahmen.regeln, beschluss)
    if due is None or regeln is None or due.verfahren.art == SELBST:
        return None
    try:
        return Regel.model_validate(freeze(due.verfahren, regeln.begriffe, None, None))
    except WrongCall:  # WIQ436 speaks about the rules
        return None


def _spoken(netz: Netz, beschluss: Beschluss, counted: list[Recount]) -> list[Recount]:
    """Give the majorities that WIQ421 or WIQ522 speaks about."""
    admitted = [one for one in counted if one.majority and one.adopts] if beschluss.art == "aufnahme" else []
    return [*without_consensus(netz, beschluss, counted), *admitted]


def _another(one: Recount, beschluss: Beschluss, proper: Regel) -> bool:
    """Whether an attempt followed a procedure that was not due; a choice between options has none of its own."""
    named = one.versuch.verfahren
    return named not in {proper.verfahren, proper.sonst} and not (one.versuch.optionen and beschluss.art == "wahl")


def _difference(found: Regel, proper: Regel, *, majority: bool) -> str:
    """Name the first key that says something else; what the copy leaves out says nothing."""
    if found.verfahren != proper.verfahren:
        return "" if majority else "verfahren"
    if majority and proper.sonst in {KEINE, None}:
        return ""  # there is no second procedure: that is said at the majority
    if found.sonst and (found.sonst != proper.sonst) and {found.sonst, proper.sonst} != {KEINE, None}:
        return "sonst"
    keys: list[str] = []
    if found.is_consensus:
        keys += ["scheitert_bei", "nur_begruendet", "schweigen_tage", "nachfrist_tage"]
    if found.is_choice:
        keys += ["auswahl"]
    if found.is_majority and proper.is_majority:
        keys += ["mehr_als", "mindestens", *(["basis"] if found.basis else [])]
    return next((key for key in keys if _plain(getattr(found, key)) != _plain(getattr(proper, key))), "")


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


def _words(proper: Regel) -> str:
    return proper.verfahren + (f", sonst {proper.sonst}" if proper.sonst else "")
