"""Ein anderes Verfahren, als für das Team gilt.

Beim Öffnen schreibt wiq das Verfahren in die Datei, das an diesem Tag gilt. Hier steht unter „regel“ ein anderes.
Wer anders entscheiden will, ändert zuerst das Verfahren: das Netzwerk in regeln.yaml, ein Lösungsteam durch einen Beschluss.

Falsch:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [beiseite, veto]}

Richtig:

    #: teams/st.yaml
    art: ST
    name: Steuerungsteam
    einwilligung: {profil: {am: 2026-01-15}}
    #: beschluesse/st/2026/st-20260903-plakate.yaml
    id: st-20260903-plakate
    team: st
    titel: Plakate
    antrag: Das ST lässt Plakate drucken.
    regel: {fassung: r-2026-01, verfahren: konsens, sonst: einfache_mehrheit, scheitert_bei: [veto]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.finding import Level
from wiq_cli.domain.procedure import freeze
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.regeln import KEINE, SELBST
from wiq_cli.domain.review import due_procedure, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Regel
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR
NEEDS = (("regeln.yaml", "teams"),)


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    from wiq_cli.domain.beschluss import Regel  # noqa: PLC0415  # only networks with decisions need it

    for name, beschluss in netz.beschluesse.items():
        due, regeln = due_procedure(netz, beschluss), rules_of(netz.rahmen.regeln, beschluss)
        if due is None or regeln is None or beschluss.regel is None or due.verfahren.art == SELBST:
            continue
        try:
            proper = Regel.model_validate(freeze(due.verfahren, regeln.begriffe, None, None))
        except WrongCall:  # WIQ436 speaks about the rules
            continue
        if key := _difference(beschluss.regel, proper):
            yield NetzFault(
                netz.dateien[name],
                ("regel", key),
                f"Für diesen Beschluss gilt ein anderes Verfahren: {_words(proper)}.",
                "Prüf „regel“. wiq schreibt sie beim Öffnen selbst.",
            )


def _difference(found: Regel, proper: Regel) -> str:
    """Name the first key that says something else; what the copy leaves out says nothing."""
    if found.verfahren != proper.verfahren:
        return "" if proper.is_consensus and not found.is_consensus else "verfahren"  # WIQ421 and WIQ522 speak
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
