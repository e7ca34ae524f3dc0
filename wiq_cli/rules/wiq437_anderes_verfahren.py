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

from typing import TYPE_CHECKING

from wiq_cli.domain.errors import WrongCall
from wiq_cli.domain.finding import Level
from wiq_cli.domain.procedure import freeze
from wiq_cli.domain.rahmen import NetzFault
from wiq_cli.domain.regeln import KEINE, SELBST
from wiq_cli.domain.review import due_procedure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiq_cli.domain.beschluss import Regel
    from wiq_cli.domain.rahmen import Netz

LEVEL = Level.ERROR


def check_netz(netz: Netz) -> Iterator[NetzFault]:
    from wiq_cli.domain.beschluss import Regel  # noqa: PLC0415  # only networks with decisions need it

    for name, beschluss in netz.beschluesse.items():
        due = due_procedure(netz, beschluss)
        if due is None or beschluss.regel is None or due.verfahren.art == SELBST:
            continue
        try:
            proper = Regel.model_validate(freeze(due.verfahren, netz.rahmen.regeln.begriffe, None, None))
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
    if found.is_consensus and set(found.scheitert_bei) != set(proper.scheitert_bei):
        return "scheitert_bei"
    if found.is_consensus and found.nur_begruendet != proper.nur_begruendet:
        return "nur_begruendet"
    if found.is_majority and proper.is_majority:
        keys = ("mehr_als", "mindestens", "basis")
        return next(
            (key for key in keys if getattr(found, key) != getattr(proper, key) and (key != "basis" or found.basis)), ""
        )
    return ""


def _words(proper: Regel) -> str:
    return proper.verfahren + (f", sonst {proper.sonst}" if proper.sonst else "")
