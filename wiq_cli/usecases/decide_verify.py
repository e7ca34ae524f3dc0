"""Proving that nothing was changed: seals, anchors, and what is still in the history of git."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from wiq_cli.domain.anker import Anker, Bruch, broken_anchors, broken_promises, ordered
from wiq_cli.domain.errors import Refused
from wiq_cli.domain.finding import Level
from wiq_cli.domain.siegel import check, is_final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from wiq_cli.domain.beschluss import Beschluss
    from wiq_cli.domain.finding import Finding
    from wiq_cli.domain.rahmen import Netz

SCHEMA = "wiq.verify/1"
GOOD = frozenset({"unveraendert", "offen"})
NO_FAULT = GOOD | {"ohne_siegel"}


@dataclass(frozen=True, slots=True)
class Zeile:
    """What is to be said about one decision."""

    id: str
    state: str  # unveraendert, offen, ohne_siegel, veraendert, neu_versiegelt, nachgezaehlt, nicht_lesbar, fehlt
    sha256: str = ""
    fields: tuple[str, ...] = ()
    text: str = ""

    @property
    def good(self) -> bool:
        """Whether there is nothing to do."""
        return self.state in GOOD

    @property
    def bad(self) -> bool:
        """Whether something was changed, left out or counted wrongly."""
        return self.state not in NO_FAULT


def review(netz: Netz, findings: Iterable[Finding], earlier: Mapping[str, Collection[str]]) -> list[Zeile]:
    """Look at every decision; ``findings`` are those of the recount, ``earlier`` the seals that git knows."""
    anchored = {name: sha for one in netz.anker for name, sha in one.siegel}
    counted = {one.file: one.message for one in reversed(list(findings)) if one.level is Level.ERROR}
    lines = []
    for name in sorted({*netz.dateien, *earlier, *anchored}):
        if name in netz.beschluesse:
            one = netz.beschluesse[name]
            known = {sha for sha in earlier.get(name, ()) if sha != anchored.get(name)}
            lines.append(_line(one, anchored.get(name), known, counted.get(netz.dateien[name], "")))
        elif name in netz.dateien:
            lines.append(Zeile(name, "nicht_lesbar", text="Was an der Datei nicht stimmt, sagt: wiq check beschluesse"))
        else:
            lines.append(Zeile(name, "fehlt", text="Der Beschluss war versiegelt. Hol seine Datei aus git zurück."))
    return lines


def _line(  # noqa: PLR0911  # one return for each state
    one: Beschluss, anchored: str | None, earlier: Collection[str], counted: str
) -> Zeile:
    result = check(one)
    sha = one.siegel.sha256 if one.siegel else ""
    if result is None:
        if anchored or earlier:
            return Zeile(one.id, "veraendert", text="Der Beschluss war versiegelt. Das Siegel ist nicht mehr da.")
        if counted:
            return Zeile(one.id, "nachgezaehlt", text=counted)
        return Zeile(one.id, "ohne_siegel" if is_final(one) else "offen")
    if not result.stimmt:
        fields = (*result.felder, *result.fehlend, *(["siegel.salz"] if result.salz_anders else []))
        return Zeile(one.id, "veraendert", sha, fields, _changed(fields, salt_missing=result.salt_missing))
    if anchored not in {None, sha}:
        return Zeile(one.id, "veraendert", sha, text="Im Anker steht ein anderes Siegel.")
    if anchored is None and any(known != sha for known in earlier):
        return Zeile(one.id, "neu_versiegelt", sha, text="git kennt für diesen Beschluss noch ein anderes Siegel.")
    if counted:
        return Zeile(one.id, "nachgezaehlt", sha, text=counted)
    return Zeile(one.id, "unveraendert", sha, text="Der interne Teil ist gelöscht." if result.ohne_salz else "")


def _changed(fields: Sequence[str], *, salt_missing: bool) -> str:
    if fields:
        return f"Seit dem Siegel geändert: {', '.join(fields)}."
    return (
        "Ohne „salz“ lässt sich der interne Teil nicht prüfen."
        if salt_missing
        else "Das Siegel passt nicht. Welches Feld sich geändert hat, lässt sich nicht sagen."
    )


# -- anchors ----------------------------------------------------------------------------------------------------------
def faults(anker: Iterable[Anker], netz: Netz) -> list[Bruch]:
    """Say everything that does not fit in some anchors and in the decisions they know."""
    some = ordered(anker)
    return [*broken_anchors(some), *broken_promises(some, netz.beschluesse, netz.dateien)]


def chain_to(given: Anker, anker: Iterable[Anker]) -> list[Anker]:
    """Give an anchor with all that are older."""
    return [*(one for one in ordered(anker) if one.monat < given.monat), given]


def find(given: str, anker: Iterable[Anker]) -> Anker | None:
    """Give the anchor of a month, or the one that a short hash names."""
    wanted = given.strip().lower()
    return next((one for one in anker if wanted == one.monat or one.sha256.startswith(wanted)), None)


def anchors_to_write(netz: Netz, lines: Iterable[Zeile], earlier: Iterable[Anker], monat: str) -> list[Anker]:
    """Give the anchors as they have to be written: the one of this month, and older ones that a merge has changed.

    ``earlier`` are the versions that git knows. Raises ``Refused`` where something is wrong that no anchor may cover up.
    """
    for one in lines:
        if one.state in {"veraendert", "fehlt", "nicht_lesbar", "nachgezaehlt"}:
            raise Refused(f"{one.id}: {one.text.rstrip('.')}. Klär das zuerst. Es wurde nichts geschrieben.")
    now = ordered(netz.anker)
    if now and now[-1].monat > monat:
        raise Refused(f"Es gibt schon einen Anker für {now[-1].monat}. Prüf das Datum.")
    if wrong := next((one for one in now if one.unlesbar), None):
        raise Refused(
            f"{wrong.file}:{wrong.unlesbar[0]}: Diese Zeile gehört in keinen Anker. Hol die Datei aus git zurück."
        )
    if broken := next(iter(broken_promises(now, netz.beschluesse, netz.dateien)), None):
        raise Refused(f"{broken.message} {broken.help} Es wurde nichts geschrieben.")
    wanted = _with_new(now, netz.beschluesse, monat)
    versions = {(one.monat, one.sha256): one for one in earlier}
    linked: list[Anker] = []
    for each in wanted:
        linked.append(_linked(each, linked[-1] if linked else None, now, versions))
    old = {each.monat: each.text for each in now if not each.gemischt}
    return [each for each in linked if old.get(each.monat) != each.text]


def _with_new(now: list[Anker], beschluesse: Mapping[str, Beschluss], monat: str) -> list[Anker]:
    known = {name for one in now for name, _ in one.siegel}
    new = {(name, one.siegel.sha256): 0 for name, one in beschluesse.items() if one.siegel and name not in known}
    if not new:
        return now
    current = next((one for one in now if one.monat == monat), Anker(monat))
    return [*(one for one in now if one.monat != monat), replace(current, siegel={**current.siegel, **new})]


def _linked(one: Anker, before: Anker | None, now: Sequence[Anker], versions: Mapping[tuple[str, str], Anker]) -> Anker:
    """Give an anchor that names the one before it as that is now.

    What it named until now must still be part of the one before: only git can say so.
    """
    if before is None:
        if one.vorher:
            raise Refused(f"{one.file}: Der Anker davor fehlt. Hol ihn aus git zurück. Es wurde nichts geschrieben.")
        return one
    present = {(other.monat, other.sha256): other for other in now}
    for named in one.vorher:
        old = present.get(named) or versions.get(named)
        if old is None or old.monat != before.monat or not old.siegel.keys() <= before.siegel.keys():
            raise Refused(
                f"{one.file}: Der Anker davor war einmal ein anderer, und hier lässt sich nicht sehen, was ihm fehlt. "
                "Hol ihn aus git zurück. Es wurde nichts geschrieben."
            )
    return replace(one, vorher={(before.monat, before.sha256): 0})


# -- for programs -----------------------------------------------------------------------------------------------------
def document(
    lines: Iterable[Zeile], anker: Iterable[Anker], broken: Iterable[Bruch], unsigned: Collection[str]
) -> dict[str, Any]:
    """Give the result for programs."""
    return {
        "schema": SCHEMA,
        "decisions": [asdict(one) for one in lines],
        "anchors": [
            {"file": one.file, "month": one.monat, "sha256": one.sha256, "signature_fault": one.file in unsigned}
            for one in ordered(anker)
        ],
        "faults": [
            {"file": one.file, "line": one.zeile, "decision": one.beschluss, "text": one.message} for one in broken
        ],
    }
